/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-rows.h"

#include <string.h>

#include "tenure-lifecycle.h"
#include "tenure-text.h"

void
plain_row_free (gpointer data)
{
  PlainRow *plain = data;
  char **texts[] = { &plain->key,         &plain->name,          &plain->status,        &plain->product,
                     &plain->service,     &plain->region,        &plain->mode,          &plain->search,
                     &plain->open_status, &plain->line_services, &plain->line_products, &plain->line_regions };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_free (plain);
}

static const char plain_orders[] =
    "SELECT o.id, o.account_id, o.parent_id, o.type, o.created, o.deadline, o.official, o.due, 0, 0, 0, o.key, NULL,"
    " o.status, o.product, NULL, NULL, NULL, o.search, NULL, 0,"
    " (SELECT ',' || group_concat (l.service) || ',' FROM line l JOIN \"order\" c ON c.id = l.order_id"
    "  WHERE c.id = o.id OR c.parent_id = o.id),"
    " (SELECT ',' || group_concat (l.product) || ',' FROM line l JOIN \"order\" c ON c.id = l.order_id"
    "  WHERE c.id = o.id OR c.parent_id = o.id),"
    " (SELECT ',' || group_concat (l.region) || ',' FROM line l JOIN \"order\" c ON c.id = l.order_id"
    "  WHERE c.id = o.id OR c.parent_id = o.id) FROM \"order\" o";
static const char plain_resources[] =
    "SELECT r.id, r.account_id, r.main_id, 0, 0, NULL, 0, 0, r.start, r.expiry, r.five_day_excluded, r.key, r.name,"
    " r.status, r.product, r.service, r.region, r.mode, r.search, o.status, (SELECT count(*) FROM term t"
    " WHERE t.resource_id = r.id AND t.kind = 'renewal' AND NOT t.refunded AND t.start > ?1), NULL, NULL, NULL"
    " FROM resource r LEFT JOIN \"order\" o ON o.id = r.open_order_id";

static PlainRow *
read_plain (TenureStatement *statement)
{
  PlainRow *plain = g_new0 (PlainRow, 1);
  gint64 *numbers[] = { &plain->id,      &plain->account,  &plain->parent,   &plain->type,
                        &plain->created, &plain->deadline, &plain->official, &plain->due,
                        &plain->start,   &plain->expiry,   &plain->excluded };
  char **texts[] = { &plain->key,    &plain->name, &plain->status, &plain->product,    &plain->service,
                     &plain->region, &plain->mode, &plain->search, &plain->open_status };
  char **lists[] = { &plain->line_services, &plain->line_products, &plain->line_regions };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    *numbers[i] = tenure_statement_known (statement, (int)i);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = tenure_statement_dup_text (statement, (int)(i + G_N_ELEMENTS (numbers)));
  plain->has_unstarted = tenure_statement_int (statement, 20) > 0;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = tenure_statement_dup_text (statement, (int)(21 + i));
  return plain;
}

GPtrArray *
plain_rows_read (TenureConnection *connection, gboolean orders, TenureTime now, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, orders ? plain_orders : plain_resources, error);
  GPtrArray *rows = g_ptr_array_new_with_free_func (plain_row_free);

  if (!orders)
    tenure_statement_bind_int (statement, 1, now);
  while (tenure_statement_step (statement, error))
    g_ptr_array_add (rows, read_plain (statement));
  return rows;
}

/* Filtering as the words say it ------------------------------------------------------------------------------------ */

static gboolean
line_has (const char *occurring, const char *wanted)
{
  g_autofree char *between = g_strdup_printf (",%s,", wanted == NULL ? "" : wanted);

  return wanted == NULL || (occurring != NULL && strstr (occurring, between) != NULL);
}

static gboolean
matches_order (const PlainRow *plain, const TenureQuery *query)
{
  if (plain->parent != G_MININT64)
    return FALSE;
  if (query->list == TENURE_LIST_UNPAID && !g_str_equal (plain->status, "unpaid"))
    return FALSE;
  if (query->status >= 0 && !g_str_equal (plain->status, tenure_order_status_name (query->status)))
    return FALSE;
  if (query->type >= 0 && plain->type != query->type)
    return FALSE;
  if (query->from != TENURE_TIME_UNKNOWN && plain->created < query->from)
    return FALSE;
  if (query->to != TENURE_TIME_UNKNOWN && plain->created > query->to)
    return FALSE;
  return line_has (plain->line_services, query->service) && line_has (plain->line_products, query->product) &&
         line_has (plain->line_regions, query->region);
}

static gboolean
matches_list (const PlainRow *plain, const TenureQuery *query)
{
  gboolean main = g_str_equal (plain->status, "active") && plain->parent == G_MININT64;
  gint64 window = query->policy->five_day_hours * TENURE_HOUR_SECONDS;

  switch (query->list)
    {
    case TENURE_LIST_RENEWALS:
      return main;
    case TENURE_LIST_UNSUBSCRIBE:
      return main && query->now <= plain->expiry;
    case TENURE_LIST_FIVE_DAY:
      return main && query->now <= plain->expiry && plain->start <= query->now && query->now < plain->start + window &&
             !plain->excluded;
    case TENURE_LIST_PERIODS:
      return main && plain->has_unstarted;
    default:
      return TRUE;
    }
}

static gboolean
matches_life (const PlainRow *plain, const TenureQuery *query)
{
  if (query->life < 0)
    return TRUE;
  if (!g_str_equal (plain->status, "active"))
    return query->life == TENURE_LIFE_RELEASED && g_str_equal (plain->status, "released");
  return (int)tenure_life_at (plain->expiry, query->level, query->policy, query->now) == query->life;
}

static gboolean
matches_resource (const PlainRow *plain, const TenureQuery *query)
{
  if (!matches_list (plain, query) || !matches_life (plain, query))
    return FALSE;
  if (query->mode >= 0 && !g_str_equal (plain->mode, tenure_mode_name (query->mode)))
    return FALSE;
  if (query->status >= 0 && !g_str_equal (plain->status, tenure_resource_status_name (query->status)))
    return FALSE;
  if (query->from != TENURE_TIME_UNKNOWN && plain->expiry < query->from)
    return FALSE;
  if (query->to != TENURE_TIME_UNKNOWN && plain->expiry > query->to)
    return FALSE;
  if (query->in_use_only && (query->now > plain->expiry || !g_str_equal (plain->status, "active")))
    return FALSE;
  if (query->expired_only && (query->now <= plain->expiry || !g_str_equal (plain->status, "active")))
    return FALSE;
  if (query->hide_unpaid && g_strcmp0 (plain->open_status, "unpaid") == 0)
    return FALSE;
  return (query->service == NULL || g_str_equal (plain->service, query->service)) &&
         (query->product == NULL || g_str_equal (plain->product, query->product)) &&
         (query->region == NULL || g_str_equal (plain->region, query->region));
}

gboolean
plain_row_matches (const PlainRow *plain, const TenureQuery *query)
{
  g_autofree char *folded = query->search == NULL ? NULL : tenure_text_search_key (query->search);

  if (query->account != NULL && plain->account != (g_str_equal (query->account, "demo") ? 1 : 2))
    return FALSE;
  if (folded != NULL && strstr (plain->search, folded) == NULL)
    return FALSE;
  if (query->keys != NULL && !g_strv_contains ((const char *const *)query->keys, plain->key))
    return FALSE;
  return tenure_list_is_of_orders (query->list) ? matches_order (plain, query) : matches_resource (plain, query);
}

/* Sorting ---------------------------------------------------------------------------------------------------------- */

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_names (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_collate_key (a, -1), *y = g_utf8_collate_key (b, -1);

  return strcmp (x, y);
}

static int
compare_orders (const PlainRow *a, const PlainRow *b, const TenureQuery *query)
{
  gboolean unpaid = query->list == TENURE_LIST_UNPAID;

  switch (query->sort)
    {
    case TENURE_SORT_DEFAULT:
      return -compare_numbers (a->created, b->created);
    case TENURE_SORT_KEY:
      return strcmp (a->key, b->key);
    case TENURE_SORT_PRODUCT:
      return strcmp (a->product, b->product);
    case TENURE_SORT_STATUS:
      return strcmp (a->status, b->status) != 0 ? strcmp (a->status, b->status)
                                                : compare_numbers (a->created, b->created);
    case TENURE_SORT_CREATED:
      return compare_numbers (a->created, b->created);
    case TENURE_SORT_EXPIRY:
      return compare_numbers (a->deadline, b->deadline);
    case TENURE_SORT_AMOUNT:
      return unpaid ? compare_numbers (a->due, b->due) : compare_numbers (a->official, b->official);
    default:
      g_assert_not_reached ();
    }
}

static int
compare_resources (const PlainRow *a, const PlainRow *b, const TenureQuery *query)
{
  switch (query->sort)
    {
    case TENURE_SORT_DEFAULT:
    case TENURE_SORT_EXPIRY:
      return compare_numbers (a->expiry, b->expiry);
    case TENURE_SORT_KEY:
      return strcmp (a->key, b->key);
    case TENURE_SORT_NAME:
      return compare_names (a->name, b->name);
    case TENURE_SORT_PRODUCT:
      return strcmp (a->product, b->product);
    case TENURE_SORT_REGION:
      return strcmp (a->region, b->region);
    case TENURE_SORT_STATUS:
      return query->list == TENURE_LIST_RESOURCES ? strcmp (a->status, b->status)
                                                  : -compare_numbers (a->expiry, b->expiry);
    case TENURE_SORT_CREATED:
      return compare_numbers (a->start, b->start);
    default:
      g_assert_not_reached ();
    }
}

/* Newest first where a list says so, and the id decides in the same direction. */
int
plain_rows_compare (gconstpointer x, gconstpointer y, gpointer data)
{
  const PlainRow *a = *(const PlainRow *const *)x, *b = *(const PlainRow *const *)y;
  const TenureQuery *query = data;
  gboolean orders = tenure_list_is_of_orders (query->list);
  gboolean turned = orders ? query->sort == TENURE_SORT_DEFAULT
                           : query->sort == TENURE_SORT_STATUS && query->list != TENURE_LIST_RESOURCES;
  int result = orders ? compare_orders (a, b, query) : compare_resources (a, b, query);

  if (result == 0)
    result = turned ? -compare_numbers (a->id, b->id) : compare_numbers (a->id, b->id);
  return query->descending ? -result : result;
}
