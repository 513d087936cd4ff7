/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-lists.h"

#include "tenure-account.h"
#include "tenure-lifecycle.h"
#include "tenure-lists-sql.h"

/* How far a first screen walks before it leaves the rest to the complete answer: some ten milliseconds. */
#define LOOK_BOUND 8192
/* Resources that are looked at together when the rules are asked. */
#define JUDGED_AT_ONCE 2048u

/* Keys ------------------------------------------------------------------------------------------------------------ */

static GArray *
id_array (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* A set of row ids, one bit each. */
static void
bits_add (GArray *bits, gint64 id)
{
  if (id / 64 >= bits->len)
    g_array_set_size (bits, (guint)(id / 64 + 1));
  g_array_index (bits, guint64, id / 64) |= G_GUINT64_CONSTANT (1) << (id % 64);
}

static gboolean
bits_contain (const GArray *bits, gint64 id)
{
  return id / 64 < bits->len && (g_array_index (bits, guint64, id / 64) >> (id % 64) & 1);
}

/* The rows that meet what no index holds; NULL with @error. */
static GArray *
read_matches (const TenureListPlan *plan, TenureConnection *connection, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_list_plan_matches (plan, connection, error);
  g_autoptr (GArray) bits = g_array_new (FALSE, TRUE, sizeof (guint64));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (tenure_statement_step (statement, &failure))
    bits_add (bits, tenure_statement_int (statement, 0));
  if (failure == NULL)
    return g_steal_pointer (&bits);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static TenureKeyVector *
finish_vector (GArray *ids, gboolean complete, GError *failure, GError **error)
{
  if (failure == NULL)
    return tenure_key_vector_new (ids, complete);
  g_array_unref (ids);
  g_propagate_error (error, failure);
  return NULL;
}

/* Finding first and walking then costs the same for a rare word and a common one: no sorting, no look-up by row. */
static TenureKeyVector *
read_all (const TenureListPlan *plan, TenureConnection *connection, GError **error)
{
  g_autoptr (TenureStatement) walk = NULL;
  g_autoptr (GArray) bits = NULL;
  GError *failure = NULL;
  GArray *ids;

  if (plan->others.sql->len > 0)
    {
      bits = read_matches (plan, connection, error);
      if (bits == NULL)
        return NULL;
    }
  walk = tenure_list_plan_walk (plan, connection, 0, error);
  if (walk == NULL)
    return NULL;
  ids = id_array ();
  while (tenure_statement_step (walk, &failure))
    {
      gint64 id = tenure_statement_int (walk, 0);

      if (bits == NULL || bits_contain (bits, id))
        g_array_append_val (ids, id);
    }
  return finish_vector (ids, TRUE, failure, error);
}

static TenureKeyVector *
read_first (const TenureListPlan *plan, TenureConnection *connection, guint limit, GError **error)
{
  gboolean look = plan->others.sql->len > 0, complete = TRUE;
  g_autoptr (TenureStatement) walk = look ? tenure_list_plan_look (plan, connection, LOOK_BOUND, error)
                                          : tenure_list_plan_walk (plan, connection, limit + 1, error);
  GError *failure = NULL;
  guint walked = 0;
  GArray *ids;

  if (walk == NULL)
    return NULL;
  ids = id_array ();
  while (complete && tenure_statement_step (walk, &failure))
    {
      gint64 id = tenure_statement_int (walk, 0);

      if (look && !tenure_statement_int (walk, 1))
        ;
      else if (ids->len == limit)
        complete = FALSE;
      else
        g_array_append_val (ids, id);
      walked++;
    }
  return finish_vector (ids, complete && !(look && walked == LOOK_BOUND), failure, error);
}

/* --- By what the rules say ------------------------------------------------------------------------------------------
 */

/* Keeps of @ids those that the judge refuses, or does not. */
static gboolean
judge_some (TenureConnection *connection, const TenureQuery *query, const gint64 *ids, guint n, GArray *kept,
            GError **error)
{
  g_autofree TenureRefusal **refusals = g_new0 (TenureRefusal *, n + 1);
  gboolean judged = query->judge == NULL || query->judge (connection, query, ids, n, refusals, error);

  for (guint i = 0; i < n; i++)
    {
      if ((refusals[i] != NULL) == (query->refused == 1))
        g_array_append_val (kept, ids[i]);
      g_clear_pointer (&refusals[i], tenure_refusal_free);
    }
  return judged;
}

static TenureKeyVector *
read_judged (const TenureListPlan *plan, TenureConnection *connection, const TenureQuery *query, guint limit,
             GError **error)
{
  g_autoptr (TenureKeyVector) all = read_all (plan, connection, error);
  g_autoptr (GArray) kept = id_array ();
  guint done = 0;

  if (all == NULL)
    return NULL;
  for (; done < all->n && (limit == 0 || kept->len <= limit); done += MIN (JUDGED_AT_ONCE, all->n - done))
    if (!judge_some (connection, query, all->ids + done, MIN (JUDGED_AT_ONCE, all->n - done), kept, error))
      return NULL;
  if (limit > 0 && kept->len > limit)
    return g_array_set_size (kept, limit), tenure_key_vector_new (g_steal_pointer (&kept), FALSE);
  return tenure_key_vector_new (g_steal_pointer (&kept), TRUE);
}

TenureKeyVector *
tenure_lists_keys (TenureConnection *connection, const TenureQuery *query, guint limit, GError **error)
{
  g_auto (TenureListPlan) plan = { 0 };

  if (!tenure_list_plan_init (&plan, query, error))
    return NULL;
  if (query->refused >= 0)
    return read_judged (&plan, connection, query, limit, error);
  return limit > 0 ? read_first (&plan, connection, limit, error) : read_all (&plan, connection, error);
}

/* Records --------------------------------------------------------------------------------------------------------- */

static const char *
interned (TenureStatement *statement, int column)
{
  return g_intern_string (tenure_statement_text (statement, column));
}

static int
known_int (TenureStatement *statement, int column, int unknown)
{
  return tenure_statement_is_null (statement, column) ? unknown : (int)tenure_statement_int (statement, column);
}

static TenureRecord *
new_record (gint64 id)
{
  TenureRecord *self = g_new0 (TenureRecord, 1);

  g_atomic_ref_count_init (&self->refs);
  self->id = id;
  self->status = self->type = self->source = self->mode = self->life = self->freeze = -1;
  self->charging = -1;
  self->created = self->finished = self->deadline = self->expiry = self->start = TENURE_TIME_UNKNOWN;
  self->next_deduction = TENURE_TIME_UNKNOWN;
  self->amount = self->due = self->paid = TENURE_MONEY_UNKNOWN;
  return self;
}

/* What its lines have in common: an order of different things has no one offer, region or name. */
static const char order_sql[] =
    "SELECT o.key, o.status, o.type, o.source_type, o.composite, o.created, o.finished, o.deadline, o.official,"
    " o.due, o.cash, o.credit, o.flexi, o.card, o.product,"
    " CASE WHEN min (l.offer) = max (l.offer) THEN min (l.offer) END,"
    " CASE WHEN min (l.service) = max (l.service) THEN min (l.service) END,"
    " CASE WHEN min (l.spec) = max (l.spec) THEN min (l.spec) END,"
    " CASE WHEN min (l.region) = max (l.region) THEN min (l.region) END,"
    " CASE WHEN count (l.id) = 1 THEN min (l.name) END"
    " FROM \"order\" AS o LEFT JOIN line AS l ON l.order_id = o.id WHERE o.id = ?1 GROUP BY o.id";

static TenureMoney
read_paid (TenureStatement *statement, int column)
{
  TenureChannels paid = { tenure_statement_known (statement, column), tenure_statement_known (statement, column + 1),
                          tenure_statement_known (statement, column + 2),
                          tenure_statement_known (statement, column + 3) };
  TenureMoney sum;

  /* A channel that is not known leaves the sum unknown. */
  return tenure_channels_paid (&paid, &sum, NULL) ? sum : TENURE_MONEY_UNKNOWN;
}

static void
fill_order (TenureRecord *self, TenureStatement *statement, const TenureQuery *query)
{
  TenureOrderStatus status = TENURE_ORDER_UNPAID;

  self->key = tenure_statement_dup_text (statement, 0);
  tenure_order_status_from_name (tenure_statement_text (statement, 1), &status);
  self->status = status;
  self->type = (int)tenure_statement_int (statement, 2);
  self->source = (int)tenure_statement_int (statement, 3);
  self->composite = tenure_statement_int (statement, 4) != 0;
  self->created = tenure_statement_known (statement, 5);
  self->finished = tenure_statement_known (statement, 6);
  self->deadline = tenure_statement_known (statement, 7);
  self->amount = tenure_statement_known (statement, 8);
  self->due = tenure_statement_known (statement, 9);
  self->paid = read_paid (statement, 10);
  self->product = interned (statement, 14);
  self->offer = interned (statement, 15);
  self->service = interned (statement, 16);
  self->spec = interned (statement, 17);
  self->region = interned (statement, 18);
  self->name = tenure_statement_dup_text (statement, 19);
}

static const char resource_sql[] =
    "SELECT r.key, r.name, m.key, coalesce (w.key, o.key), r.offer, r.service, r.product, r.spec, r.region, r.status,"
    " r.mode, r.freeze, r.withdrawn, r.start, r.expiry, r.auto_months, r.auto_left, r.auto_since, a.lead_days,"
    " (SELECT count (*) FROM resource AS p WHERE p.main_id = r.id AND p.status = 'active'),"
    " (SELECT count (*) FROM term AS t WHERE t.resource_id = r.id AND t.start > ?2 AND t.kind = 'renewal'"
    " AND t.refunded = 0), r.charging, r.capacity, r.used, o.status = 'unpaid'"
    " FROM resource AS r JOIN account AS a ON a.id = r.account_id LEFT JOIN resource AS m ON m.id = r.main_id"
    " LEFT JOIN \"order\" AS o ON o.id = r.open_order_id"
    " LEFT JOIN \"order\" AS w ON w.id = o.parent_id WHERE r.id = ?1"; /* a composite order is paid whole (A1-19) */

static int
life_of (const TenureRecord *self, const TenureQuery *query)
{
  if (self->status == TENURE_RESOURCE_RELEASED)
    return TENURE_LIFE_RELEASED;
  if (self->status != TENURE_RESOURCE_ACTIVE || query->policy == NULL || query->now == TENURE_TIME_UNKNOWN)
    return -1;
  if (self->expiry == TENURE_TIME_UNKNOWN) /* pay-per-use: it ends when it is stopped for arrears */
    return self->freeze == TENURE_FREEZE_ARREARS ? TENURE_LIFE_FROZEN : TENURE_LIFE_IN_USE;
  return tenure_life_at (self->expiry, query->level, query->policy, query->now);
}

static void
fill_states (TenureRecord *self, TenureStatement *statement, const TenureQuery *query)
{
  TenureResourceStatus status = TENURE_RESOURCE_ACTIVE;
  TenureMode mode = TENURE_MODE_MANUAL;
  TenureFreeze freeze = TENURE_FREEZE_NONE;
  TenureCharging charging = TENURE_CHARGING_PERIOD;

  tenure_charging_from_name (tenure_statement_text (statement, 21), &charging);
  self->charging = charging;
  self->capacity = tenure_statement_int (statement, 22);
  self->used = tenure_statement_int (statement, 23);
  tenure_resource_status_from_name (tenure_statement_text (statement, 9), &status);
  tenure_mode_from_name (tenure_statement_text (statement, 10), &mode);
  tenure_freeze_from_name (tenure_statement_text (statement, 11), &freeze);
  self->status = status;
  self->mode = mode;
  self->freeze = freeze;
  self->withdrawn = tenure_statement_int (statement, 12) != 0;
  self->start = tenure_statement_int (statement, 13);
  self->expiry = tenure_statement_known (statement, 14);
  self->life = life_of (self, query);
}

static void
fill_renewal (TenureRecord *self, TenureStatement *statement, const TenureQuery *query)
{
  int lead_days = known_int (statement, 18, -1);

  self->auto_months = known_int (statement, 15, 0);
  self->auto_left = known_int (statement, 16, -1);
  self->n_parts = (guint)tenure_statement_int (statement, 19);
  self->n_periods = (guint)tenure_statement_int (statement, 20);
  if (self->mode == TENURE_MODE_AUTO && self->status == TENURE_RESOURCE_ACTIVE && query->policy != NULL &&
      query->now != TENURE_TIME_UNKNOWN)
    self->next_deduction =
        tenure_auto_next (self->expiry, lead_days < 0 ? query->policy->lead_default : lead_days,
                          tenure_statement_known (statement, 17), query->now, query->level, query->policy);
}

static void
fill_resource (TenureRecord *self, TenureStatement *statement, const TenureQuery *query)
{
  self->key = tenure_statement_dup_text (statement, 0);
  self->name = tenure_statement_dup_text (statement, 1);
  self->parent_key = tenure_statement_dup_text (statement, 2);
  self->open_order = tenure_statement_dup_text (statement, 3);
  self->unpaid = tenure_statement_int (statement, 24) != 0;
  self->offer = interned (statement, 4);
  self->service = interned (statement, 5);
  self->product = interned (statement, 6);
  self->spec = interned (statement, 7);
  self->region = interned (statement, 8);
  fill_states (self, statement, query);
  fill_renewal (self, statement, query);
}

/* Of a list of what is refused: why, with each record. */
static gboolean
add_refusals (TenureConnection *connection, const TenureQuery *query, const gint64 *ids, GPtrArray *records,
              GError **error)
{
  g_autofree TenureRefusal **refusals = g_new0 (TenureRefusal *, records->len + 1);
  gboolean judged = query->judge (connection, query, ids, records->len, refusals, error);

  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != NULL)
      ((TenureRecord *)records->pdata[i])->refusal = refusals[i];
    else
      g_clear_pointer (&refusals[i], tenure_refusal_free);
  return judged;
}

GPtrArray *
tenure_lists_records (TenureConnection *connection, const TenureQuery *query, const gint64 *ids, guint n,
                      GError **error)
{
  gboolean orders = tenure_list_is_of_orders (query->list);
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, orders ? order_sql : resource_sql, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (n, (GDestroyNotify)tenure_record_unref);
  GError *failure = NULL;

  for (guint i = 0; statement != NULL && i < n; i++)
    {
      TenureRecord *record = NULL;

      tenure_statement_bind_int (statement, 1, ids[i]);
      if (!orders)
        tenure_statement_bind_int (statement, 2, query->now == TENURE_TIME_UNKNOWN ? G_MAXINT64 : query->now);
      if (tenure_statement_step (statement, &failure))
        {
          record = new_record (ids[i]);
          (orders ? fill_order : fill_resource) (record, statement, query);
        }
      g_ptr_array_add (records, record);
      if (failure != NULL)
        break;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  if (statement == NULL || failure != NULL)
    return NULL;
  if (query->refused == 1 && query->judge != NULL && !add_refusals (connection, query, ids, records, error))
    return NULL;
  return g_steal_pointer (&records);
}

/* Keys by id, values ---------------------------------------------------------------------------------------------- */

char **
tenure_lists_natural_keys (TenureConnection *connection, const TenureQuery *query, const gint64 *ids, guint n,
                           GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 tenure_list_is_of_orders (query->list) ? "SELECT key FROM \"order\" WHERE id = ?"
                                                                        : "SELECT key FROM resource WHERE id = ?",
                                 error);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < n && failure == NULL; i++)
    {
      tenure_statement_bind_int (statement, 1, ids[i]);
      if (tenure_statement_step (statement, &failure))
        g_strv_builder_add (keys, tenure_statement_text (statement, 0));
    }
  if (failure == NULL)
    return g_strv_builder_end (keys);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

const char **
tenure_lists_values (TenureConnection *connection, TenureList list, const char *column, GError **error)
{
  g_autofree char *sql = tenure_list_values_sql (list, column);
  g_autoptr (TenureStatement) statement = tenure_connection_prepare_dynamic (connection, sql, error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (tenure_statement_step (statement, &failure))
    g_ptr_array_add (texts, (gpointer)interned (statement, 0));
  g_ptr_array_add (texts, NULL);
  if (failure == NULL)
    return (const char **)g_ptr_array_steal (texts, NULL);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
