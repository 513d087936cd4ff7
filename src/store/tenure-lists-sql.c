/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-lists-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tenure-error.h"
#include "tenure-json.h"
#include "tenure-lifecycle.h"
#include "tenure-text.h"

/* Columns that conditions look at. */
enum
{
  SEES_STATUS = 1 << 0,
  SEES_TYPE = 1 << 1,
  SEES_CREATED = 1 << 2,
  SEES_MODE = 1 << 3,
  SEES_EXPIRY = 1 << 4,
  SEES_OPEN_ORDER = 1 << 5,
  SEES_ROW = 1 << 6, /* no index holds it */
};

/* One order of a list. `sees`: what the index holds besides the account. */
typedef struct
{
  const char *index, *order;
  guint sees;
  gboolean turned; /* ascending walks backwards */
} Sort;

#define SEES_OF_ORDERS (SEES_STATUS | SEES_TYPE | SEES_CREATED)
#define SEES_OF_MAIN (SEES_MODE | SEES_EXPIRY | SEES_OPEN_ORDER)

static const Sort order_sorts[TENURE_N_SORTS] = {
  [TENURE_SORT_DEFAULT] = { "order_created", "t.created%s, t.id%s", SEES_OF_ORDERS, TRUE },
  [TENURE_SORT_KEY] = { "order_key", "t.key%s, t.id%s", SEES_OF_ORDERS },
  [TENURE_SORT_PRODUCT] = { "order_product", "t.product%s, t.id%s", SEES_OF_ORDERS },
  [TENURE_SORT_STATUS] = { "order_status", "t.status%s, t.created%s, t.id%s", SEES_OF_ORDERS },
  [TENURE_SORT_CREATED] = { "order_created", "t.created%s, t.id%s", SEES_OF_ORDERS },
  [TENURE_SORT_AMOUNT] = { "order_official", "t.official%s, t.id%s", SEES_OF_ORDERS },
};

/* Few at any time: found by their status, then sorted, except in the order that the index has. */
static const Sort unpaid_sorts[TENURE_N_SORTS] = {
  [TENURE_SORT_DEFAULT] = { "order_status", "t.created%s, t.id%s", SEES_OF_ORDERS, TRUE },
  [TENURE_SORT_KEY] = { NULL, "t.key%s, t.id%s" },
  [TENURE_SORT_PRODUCT] = { NULL, "t.product%s, t.id%s" },
  [TENURE_SORT_STATUS] = { "order_status", "t.created%s, t.id%s", SEES_OF_ORDERS },
  [TENURE_SORT_CREATED] = { "order_status", "t.created%s, t.id%s", SEES_OF_ORDERS },
  [TENURE_SORT_EXPIRY] = { NULL, "t.deadline%s, t.id%s" },
  [TENURE_SORT_AMOUNT] = { NULL, "t.due%s, t.id%s" },
};

/* In use, expired, frozen: the states follow each other as the expiry lies further back. */
static const Sort main_sorts[TENURE_N_SORTS] = {
  [TENURE_SORT_DEFAULT] = { "main_expiry", "t.expiry%s, t.id%s", SEES_OF_MAIN },
  [TENURE_SORT_KEY] = { "main_key", "t.key%s, t.id%s", SEES_OF_MAIN },
  [TENURE_SORT_NAME] = { "main_name", "t.name_key%s, t.id%s", SEES_OF_MAIN },
  [TENURE_SORT_PRODUCT] = { "main_product", "t.product%s, t.id%s", SEES_OF_MAIN },
  [TENURE_SORT_REGION] = { "main_region", "t.region%s, t.id%s", SEES_OF_MAIN },
  [TENURE_SORT_STATUS] = { "main_expiry", "t.expiry%s, t.id%s", SEES_OF_MAIN, TRUE },
  [TENURE_SORT_CREATED] = { "main_start", "t.start%s, t.id%s", SEES_OF_MAIN },
  [TENURE_SORT_EXPIRY] = { "main_expiry", "t.expiry%s, t.id%s", SEES_OF_MAIN },
};
/* By expiry within one tab. */
static const Sort tab_sort = { "main_tab", "t.expiry%s, t.id%s", SEES_OF_MAIN };

static const Sort all_sorts[TENURE_N_SORTS] = {
  [TENURE_SORT_DEFAULT] = { "resource_expiry", "t.expiry%s, t.id%s", SEES_OF_MAIN | SEES_STATUS },
  [TENURE_SORT_KEY] = { NULL, "t.key%s, t.id%s" },
  [TENURE_SORT_NAME] = { NULL, "t.name_key%s, t.id%s" },
  [TENURE_SORT_PRODUCT] = { NULL, "t.product%s, t.id%s" },
  [TENURE_SORT_REGION] = { NULL, "t.region%s, t.id%s" },
  [TENURE_SORT_STATUS] = { NULL, "t.status%s, t.id%s" },
  [TENURE_SORT_CREATED] = { NULL, "t.start%s, t.id%s" },
  [TENURE_SORT_EXPIRY] = { "resource_expiry", "t.expiry%s, t.id%s", SEES_OF_MAIN | SEES_STATUS },
};

/* Metered ones and packages: found by how they are charged, then sorted. */
static const Sort charged_sorts[TENURE_N_SORTS] = {
  [TENURE_SORT_DEFAULT] = { NULL, "t.expiry%s, t.id%s" }, [TENURE_SORT_KEY] = { NULL, "t.key%s, t.id%s" },
  [TENURE_SORT_NAME] = { NULL, "t.name_key%s, t.id%s" },  [TENURE_SORT_PRODUCT] = { NULL, "t.product%s, t.id%s" },
  [TENURE_SORT_REGION] = { NULL, "t.region%s, t.id%s" },  [TENURE_SORT_STATUS] = { NULL, "t.status%s, t.id%s" },
  [TENURE_SORT_CREATED] = { NULL, "t.start%s, t.id%s" },  [TENURE_SORT_EXPIRY] = { NULL, "t.expiry%s, t.id%s" },
};

static const Sort none = { 0 };

static const Sort *
sort_of (const TenureQuery *query)
{
  gboolean by_expiry = query->sort == TENURE_SORT_DEFAULT || query->sort == TENURE_SORT_EXPIRY;

  g_return_val_if_fail ((guint)query->sort < TENURE_N_SORTS, &none);
  if (query->list == TENURE_LIST_ORDERS)
    return &order_sorts[query->sort];
  if (query->list == TENURE_LIST_UNPAID)
    return &unpaid_sorts[query->sort];
  if (query->list == TENURE_LIST_RESOURCES)
    return &all_sorts[query->sort];
  if (query->list == TENURE_LIST_METERED || query->list == TENURE_LIST_PACKAGES)
    return &charged_sorts[query->sort];
  return query->mode >= 0 && by_expiry ? &tab_sort : &main_sorts[query->sort];
}

/* Conditions ------------------------------------------------------------------------------------------------------ */

static void
clear_value (gpointer value)
{
  g_free (((TenureListValue *)value)->text);
}

static void
conditions_init (TenureConditions *self)
{
  self->sql = g_string_new (NULL);
  self->values = g_array_new (FALSE, FALSE, sizeof (TenureListValue));
  g_array_set_clear_func (self->values, clear_value);
}

static void
conditions_clear (TenureConditions *self)
{
  g_string_free (self->sql, TRUE);
  g_array_unref (self->values);
}

/* What is being put together. */
typedef struct
{
  TenureListPlan *plan;
  const TenureQuery *query;
  guint sees; /* what the walk can look at */
} Builder;

static TenureConditions *
add (Builder *self, guint looks_at, const char *sql)
{
  TenureConditions *to = (looks_at & ~self->sees) == 0 ? &self->plan->covered : &self->plan->others;

  if (to->sql->len > 0)
    g_string_append (to->sql, " AND ");
  g_string_append (to->sql, sql);
  return to;
}

static void
bind_number (TenureConditions *to, gint64 number)
{
  TenureListValue value = { NULL, number };

  g_array_append_val (to->values, value);
}

/* Takes @text. */
static void
bind_text (TenureConditions *to, char *text)
{
  TenureListValue value = { text, 0 };

  g_array_append_val (to->values, value);
}

static void
add_number (Builder *self, guint looks_at, const char *sql, gint64 number)
{
  bind_number (add (self, looks_at, sql), number);
}

static void
add_text (Builder *self, guint looks_at, const char *sql, const char *text)
{
  if (text != NULL)
    bind_text (add (self, looks_at, sql), g_strdup (text));
}

static void
add_range (Builder *self, guint looks_at, const char *from, const char *to)
{
  if (self->query->from != TENURE_TIME_UNKNOWN)
    add_number (self, looks_at, from, self->query->from);
  if (self->query->to != TENURE_TIME_UNKNOWN)
    add_number (self, looks_at, to, self->query->to);
}

/* 实例ID/实例名称/订单号: an order's number, which is given whole, finds what it is about; a composite one with its
 * children. */
#define OF_ORDER                                                                                                       \
  "t.id IN (SELECT resource_id FROM line WHERE order_id IN (SELECT id FROM \"order\" WHERE key = ? UNION ALL"          \
  " SELECT c.id FROM \"order\" AS o JOIN \"order\" AS c ON c.parent_id = o.id WHERE o.key = ?))"

static void
add_resource_search (Builder *self, const char *search)
{
  TenureConditions *to = add (self, SEES_ROW, "(instr (t.search, ?) > 0 OR " OF_ORDER ")");
  g_autofree char *number = g_strstrip (g_ascii_strup (self->query->search, -1));

  bind_text (to, g_strdup (search));
  bind_text (to, g_strdup (number));
  bind_text (to, g_steal_pointer (&number));
}

/* Text and pasted ids, alike in every list. */
static void
add_search (Builder *self)
{
  g_autofree char *search = self->query->search == NULL ? NULL : tenure_text_search_key (self->query->search);

  if (search != NULL && *search != '\0' && tenure_list_is_of_orders (self->query->list))
    add_text (self, SEES_ROW, "instr (t.search, ?) > 0", search);
  else if (search != NULL && *search != '\0')
    add_resource_search (self, search);
  if (self->query->keys != NULL)
    bind_text (add (self, SEES_ROW, "t.key IN (SELECT value FROM json_each (?))"),
               tenure_texts_to_json ((const char *const *)self->query->keys));
}

#define ORDERS_WITH_LINE(column)                                                                                       \
  "t.id IN (SELECT coalesce (o.parent_id, o.id) FROM line AS l JOIN \"order\" AS o ON o.id = l.order_id"               \
  " WHERE l." column " = ?)"

static void
add_order_conditions (Builder *self)
{
  const TenureQuery *query = self->query;

  add (self, 0, "t.parent_id IS NULL");
  if (query->list == TENURE_LIST_UNPAID)
    add (self, SEES_STATUS, "t.status = 'unpaid'");
  if (query->status >= 0)
    add_text (self, SEES_STATUS, "t.status = ?", tenure_order_status_name ((TenureOrderStatus)query->status));
  if (query->type >= 0)
    add_number (self, SEES_TYPE, "t.type = ?", query->type);
  add_range (self, SEES_CREATED, "t.created >= ?", "t.created <= ?");
  add_text (self, SEES_ROW, ORDERS_WITH_LINE ("service"), query->service);
  add_text (self, SEES_ROW, ORDERS_WITH_LINE ("product"), query->product);
  add_text (self, SEES_ROW, ORDERS_WITH_LINE ("region"), query->region);
}

/* The state by date as a range of expiry seconds (rules 4.4): what tenure_life_at() answers, turned round. The states
 * in their order lie ever further back: @life is from bounds[life + 1] on, and before bounds[life]. */
static void
life_bounds (const TenureQuery *query, TenureTime bounds[TENURE_LIFE_RELEASED + 2])
{
  TenureDay today = tenure_day_of (query->now);

  bounds[TENURE_LIFE_IN_USE] = G_MAXINT64;
  bounds[TENURE_LIFE_EXPIRED] = query->now;
  bounds[TENURE_LIFE_FROZEN] = bounds[TENURE_LIFE_RELEASED] = bounds[TENURE_LIFE_RELEASED + 1] = G_MININT64;
  if (query->policy == NULL)
    return;
  today -= query->policy->grace_days[query->level];
  bounds[TENURE_LIFE_FROZEN] = tenure_day_start (today);
  bounds[TENURE_LIFE_RELEASED] = tenure_day_start (today - query->policy->retention_days[query->level]);
}

/* Of all resources those that are still there: what was unsubscribed or released has no state by date. */
static void
add_present (Builder *self)
{
  if (self->query->list == TENURE_LIST_RESOURCES)
    add (self, SEES_STATUS, "t.status = 'active'");
}

static void
add_life (Builder *self)
{
  TenureTime bounds[TENURE_LIFE_RELEASED + 2];
  int life = self->query->life;

  if (life < 0)
    return;
  life_bounds (self->query, bounds);
  if (self->query->list == TENURE_LIST_RESOURCES && life == TENURE_LIFE_RELEASED)
    {
      /* Of all resources also what is gone: released, whatever its dates were. */
      add_number (self, SEES_STATUS | SEES_EXPIRY, "(t.status = 'released' OR t.status = 'active' AND t.expiry < ?)",
                  bounds[life]);
      return;
    }
  add_present (self);
  add_number (self, SEES_EXPIRY, "t.expiry >= ?", bounds[life + 1]);
  add_number (self, SEES_EXPIRY, "t.expiry < ?", bounds[life]);
}

static void
add_list (Builder *self)
{
  const TenureQuery *query = self->query;

  if (query->list == TENURE_LIST_RESOURCES)
    return;
  if (query->list == TENURE_LIST_METERED || query->list == TENURE_LIST_PACKAGES)
    {
      add (self, SEES_ROW,
           query->list == TENURE_LIST_PACKAGES
               ? "t.charging = 'package' AND t.main_id IS NULL"
               : "t.charging = 'pay-per-use' AND t.status = 'active' AND t.main_id IS NULL");
      return;
    }
  add (self, 0, "t.status = 'active' AND t.main_id IS NULL AND t.charging <> 'pay-per-use'");
  if (query->list == TENURE_LIST_UNSUBSCRIBE || query->list == TENURE_LIST_FIVE_DAY)
    add_number (self, SEES_EXPIRY, "t.expiry >= ?", query->now);
  if (query->list == TENURE_LIST_FIVE_DAY)
    {
      /* To the second, and the limit itself lies outside (rules 2.1). */
      add_number (self, SEES_ROW,
                  "t.status = 'active' AND t.main_id IS NULL AND t.charging <> 'pay-per-use' AND t.five_day_excluded = "
                  "0 AND t.start > ?",
                  query->policy->five_day ? query->now - query->policy->five_day_hours * TENURE_HOUR_SECONDS
                                          : G_MAXINT64);
      add_number (self, SEES_ROW, "t.start <= ?", query->now);
    }
  if (query->list == TENURE_LIST_FIVE_DAY && query->hours_left >= 0)
    add_number (self, SEES_ROW, "t.start <= ?",
                query->now - (query->policy->five_day_hours - query->hours_left) * TENURE_HOUR_SECONDS);
  if (query->list == TENURE_LIST_PENDING)
    add_number (self, SEES_ROW, "t.status = 'active' AND t.main_id IS NULL AND t.charging = 'package' AND t.start > ?",
                query->now);
  if (query->list == TENURE_LIST_PERIODS)
    add_number (self, SEES_ROW,
                "t.id IN (SELECT resource_id FROM term WHERE kind = 'renewal' AND refunded = 0 AND start > ?)",
                query->now);
}

static void
add_resource_conditions (Builder *self)
{
  const TenureQuery *query = self->query;

  add_list (self);
  if (query->mode >= 0)
    add_text (self, SEES_MODE, "t.mode = ?", tenure_mode_name ((TenureMode)query->mode));
  if (query->status >= 0)
    add_text (self, SEES_STATUS, "t.status = ?", tenure_resource_status_name ((TenureResourceStatus)query->status));
  add_range (self, SEES_EXPIRY, "t.expiry >= ?", "t.expiry <= ?");
  if (query->in_use_only)
    {
      add_number (self, SEES_EXPIRY, "t.expiry >= ?", query->now);
      add_present (self);
    }
  if (query->expired_only)
    {
      add_number (self, SEES_EXPIRY, "t.expiry < ?", query->now);
      add_present (self);
    }
  add_life (self);
  if (query->hide_unpaid)
    add (self, SEES_OPEN_ORDER,
         "(t.open_order_id IS NULL OR (SELECT status FROM \"order\" WHERE id = t.open_order_id) <> 'unpaid')");
  if (query->hide_packages)
    add (self, SEES_ROW, "t.charging <> 'package'");
  if (query->only_packages)
    add (self, SEES_ROW, "t.charging = 'package'");
  add_text (self, SEES_ROW, "t.service = ?", query->service);
  add_text (self, SEES_ROW, "t.product = ?", query->product);
  add_text (self, SEES_ROW, "t.region = ?", query->region);
}

/* The plan -------------------------------------------------------------------------------------------------------- */

static gboolean
has_what_it_needs (const TenureQuery *query)
{
  gboolean by_clock = query->list == TENURE_LIST_UNSUBSCRIBE || query->list == TENURE_LIST_FIVE_DAY ||
                      query->list == TENURE_LIST_PERIODS || query->list == TENURE_LIST_PENDING ||
                      query->list == TENURE_LIST_REFUSED || query->in_use_only || query->expired_only ||
                      query->life >= 0;
  gboolean by_policy = query->list == TENURE_LIST_FIVE_DAY || query->life > TENURE_LIFE_IN_USE;

  return (!by_clock || query->now != TENURE_TIME_UNKNOWN) && (!by_policy || query->policy != NULL);
}

static gboolean
check (const TenureQuery *query, const Sort *sort, GError **error)
{
  if (sort->order == NULL)
    g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                         _ ("This list cannot be sorted that way: choose one of its sortable columns."));
  else if (!has_what_it_needs (query))
    g_set_error_literal (
        error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
        _ ("This list depends on the time and the policy, and was asked for without them: give both."));
  else
    return TRUE;
  return FALSE;
}

gboolean
tenure_list_plan_init (TenureListPlan *self, const TenureQuery *query, GError **error)
{
  const Sort *sort = sort_of (query);
  Builder builder = { self, query, sort->index == NULL ? G_MAXUINT : sort->sees };

  if (!check (query, sort, error))
    return FALSE;
  self->table = tenure_list_is_of_orders (query->list) ? "\"order\"" : "resource";
  self->index = sort->index;
  self->order = sort->order;
  self->descending = query->descending != sort->turned;
  conditions_init (&self->covered);
  conditions_init (&self->others);
  if (tenure_list_is_of_orders (query->list))
    add_order_conditions (&builder);
  else
    add_resource_conditions (&builder);
  add_text (&builder, 0, "t.account_id = (SELECT id FROM account WHERE key = ?)", query->account);
  add_search (&builder);
  return TRUE;
}

void
tenure_list_plan_clear (TenureListPlan *self)
{
  if (self->table == NULL)
    return;
  conditions_clear (&self->covered);
  conditions_clear (&self->others);
  self->table = NULL;
}

/* Statements ------------------------------------------------------------------------------------------------------ */

static void
bind (TenureStatement *statement, const TenureConditions *conditions, int *index)
{
  for (guint i = 0; i < conditions->values->len; i++)
    {
      const TenureListValue *value = &g_array_index (conditions->values, TenureListValue, i);

      if (value->text != NULL)
        tenure_statement_bind_text (statement, (*index)++, value->text);
      else
        tenure_statement_bind_int (statement, (*index)++, value->number);
    }
}

static void
append_walk (const TenureListPlan *self, GString *sql, gboolean limited)
{
  const char *columns = self->order;

  g_string_append_printf (sql, "SELECT t.id FROM %s AS t", self->table);
  if (self->index != NULL)
    g_string_append_printf (sql, " INDEXED BY %s", self->index);
  if (self->covered.sql->len > 0)
    g_string_append_printf (sql, " WHERE %s", self->covered.sql->str);
  g_string_append (sql, " ORDER BY ");
  for (const char *place = strstr (columns, "%s"); place != NULL; place = strstr (columns, "%s"))
    {
      g_string_append_len (sql, columns, place - columns);
      g_string_append (sql, self->descending ? " DESC" : "");
      columns = place + 2;
    }
  if (limited)
    g_string_append (sql, " LIMIT ?");
}

char *
tenure_list_plan_walk_sql (const TenureListPlan *self, gboolean limited)
{
  GString *sql = g_string_new (NULL);

  append_walk (self, sql, limited);
  return g_string_free (sql, FALSE);
}

TenureStatement *
tenure_list_plan_walk (const TenureListPlan *self, TenureConnection *connection, guint limit, GError **error)
{
  g_autofree char *sql = tenure_list_plan_walk_sql (self, limit > 0);
  TenureStatement *statement = tenure_connection_prepare_dynamic (connection, sql, error);
  int index = 1;

  if (statement == NULL)
    return NULL;
  bind (statement, &self->covered, &index);
  if (limit > 0)
    tenure_statement_bind_int (statement, index, limit);
  return statement;
}

TenureStatement *
tenure_list_plan_matches (const TenureListPlan *self, TenureConnection *connection, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT t.id FROM %s AS t WHERE %s", self->table, self->others.sql->str);
  TenureStatement *statement = tenure_connection_prepare_dynamic (connection, sql, error);
  int index = 1;

  if (statement != NULL)
    bind (statement, &self->others, &index);
  return statement;
}

TenureStatement *
tenure_list_plan_look (const TenureListPlan *self, TenureConnection *connection, guint bound, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  TenureStatement *statement;
  int index = 1;

  /* CROSS JOIN keeps the loops, and with them the order, as they are written. */
  g_string_append_printf (sql, "SELECT t.id, (%s) FROM (", self->others.sql->str);
  append_walk (self, sql, TRUE);
  g_string_append_printf (sql, ") AS k CROSS JOIN %s AS t ON t.id = k.id", self->table);
  statement = tenure_connection_prepare_dynamic (connection, sql->str, error);
  if (statement == NULL)
    return NULL;
  bind (statement, &self->others, &index);
  bind (statement, &self->covered, &index);
  tenure_statement_bind_int (statement, index, bound);
  return statement;
}

/* Values that filters offer ------------------------------------------------------------------------------------- */

/* Every combination that there is, by jumping through an index from each to the next; a walk would meet every row.
 * A row value is searched for whole only when its right side has no affinity, hence the +. */
static const char values_sql[] =
    "WITH RECURSIVE seen (id) AS ("
    "SELECT (SELECT id FROM %1$s INDEXED BY %1$s_values ORDER BY service, product, region LIMIT 1) UNION ALL "
    "SELECT (SELECT n.id FROM %1$s AS o CROSS JOIN %1$s AS n INDEXED BY %1$s_values WHERE o.id = seen.id"
    " AND (n.service, n.product, n.region) > (+o.service, +o.product, +o.region)"
    " ORDER BY n.service, n.product, n.region LIMIT 1) FROM seen WHERE seen.id IS NOT NULL) "
    "SELECT DISTINCT t.%2$s FROM seen JOIN %1$s AS t ON t.id = seen.id ORDER BY 1";

/* Columns that filters offer. */
static const char *
values_column (const char *column)
{
  static const char *const columns[] = { "service", "product", "region" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i], column))
      return columns[i];
  g_return_val_if_reached (NULL);
}

char *
tenure_list_values_sql (TenureList list, const char *column)
{
  const char *table = tenure_list_is_of_orders (list) ? "line" : "resource";

  return g_strdup_printf (values_sql, table, values_column (column));
}

/* Many values in one parameter ------------------------------------------------------------------------------------ */

char *
tenure_ids_to_json (const gint64 *ids, guint n)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, i == 0 ? "%" G_GINT64_FORMAT : ",%" G_GINT64_FORMAT, ids[i]);
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

char *
tenure_texts_to_json (const char *const *texts)
{
  g_autoptr (TenureJson) array = tenure_json_new_array ();

  for (guint i = 0; texts[i] != NULL; i++)
    tenure_json_append (array, tenure_json_new_string (texts[i]));
  return tenure_json_to_canonical (array);
}
