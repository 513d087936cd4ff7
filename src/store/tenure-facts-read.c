/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-facts-read.h"

#include <stdlib.h>
#include <string.h>

#include "tenure-lists-sql.h"

/* Both records begin so. */
typedef struct
{
  gint64 id;
} Thing;

struct _TenureFactsSet
{
  GPtrArray *things;
  GHashTable *by_id; /* id → thing */
  gpointer (*read) (TenureStatement *statement);
  gint64 (*leader) (gconstpointer thing); /* id of what it follows, or 0 */
};

/* Rows ------------------------------------------------------------------------------------------------------------ */

static const char *
interned (TenureStatement *statement, int column)
{
  return g_intern_string (tenure_statement_text (statement, column));
}

static TenureChannels
read_channels (TenureStatement *statement, int column)
{
  return (TenureChannels){ tenure_statement_known (statement, column), tenure_statement_known (statement, column + 1),
                           tenure_statement_known (statement, column + 2),
                           tenure_statement_known (statement, column + 3),
                           tenure_statement_known (statement, column + 4) };
}

static void
read_states (TenureResource *self, TenureStatement *statement)
{
  tenure_mode_from_name (tenure_statement_text (statement, 12), &self->mode);
  self->auto_months = (int)tenure_statement_int (statement, 13);
  self->auto_left = tenure_statement_is_null (statement, 14) ? -1 : (int)tenure_statement_int (statement, 14);
  self->auto_since = tenure_statement_known (statement, 15);
  self->anchor = (int)tenure_statement_int (statement, 16);
  self->start = tenure_statement_int (statement, 17);
  self->expiry = tenure_statement_known (statement, 18);
  tenure_resource_status_from_name (tenure_statement_text (statement, 19), &self->status);
  tenure_freeze_from_name (tenure_statement_text (statement, 20), &self->freeze);
  self->open_order = tenure_statement_dup_text (statement, 21);
  if (self->open_order != NULL)
    tenure_order_status_from_name (tenure_statement_text (statement, 22), &self->open_status);
  self->five_day_excluded = tenure_statement_int (statement, 23) != 0;
  tenure_charging_from_name (tenure_statement_text (statement, 24), &self->charging);
  self->capacity = tenure_statement_int (statement, 25);
  self->used = tenure_statement_int (statement, 26);
  self->charged_until = tenure_statement_known (statement, 27);
}

static gpointer
read_resource (TenureStatement *statement)
{
  TenureResource *self = g_new0 (TenureResource, 1);

  self->id = tenure_statement_int (statement, 1);
  self->account_id = tenure_statement_int (statement, 2);
  self->key = tenure_statement_dup_text (statement, 3);
  self->name = tenure_statement_dup_text (statement, 4);
  self->offer = interned (statement, 5);
  self->service = interned (statement, 6);
  self->product = interned (statement, 7);
  self->spec = interned (statement, 8);
  self->region = interned (statement, 9);
  self->amount = tenure_statement_int (statement, 10);
  self->main_id = tenure_statement_int (statement, 11);
  self->month_price = self->year_price = TENURE_MONEY_UNKNOWN;
  read_states (self, statement);
  return self;
}

static gpointer
read_order (TenureStatement *statement)
{
  TenureOrder *self = g_new0 (TenureOrder, 1);

  self->id = tenure_statement_int (statement, 1);
  self->account_id = tenure_statement_int (statement, 2);
  self->key = tenure_statement_dup_text (statement, 3);
  self->parent_id = tenure_statement_int (statement, 4);
  self->parent_key = tenure_statement_dup_text (statement, 5);
  self->composite = tenure_statement_int (statement, 6) != 0;
  self->type = (TenureOrderType)tenure_statement_int (statement, 7);
  self->source = (TenureOrderSource)tenure_statement_int (statement, 8);
  tenure_order_status_from_name (tenure_statement_text (statement, 9), &self->status);
  self->created = tenure_statement_int (statement, 10);
  self->paid_at = tenure_statement_known (statement, 11);
  self->finished = tenure_statement_known (statement, 12);
  self->deadline = tenure_statement_known (statement, 13);
  self->official = tenure_statement_known (statement, 14);
  self->discount = tenure_statement_known (statement, 15);
  self->due = tenure_statement_known (statement, 16);
  self->paid = read_channels (statement, 17);
  self->actor = tenure_statement_dup_text (statement, 22);
  self->payer = tenure_statement_dup_text (statement, 23);
  self->reason = tenure_statement_dup_text (statement, 24);
  self->promotion = tenure_statement_int (statement, 25) != 0;
  self->partner_paid = tenure_statement_int (statement, 26) != 0;
  self->special = tenure_statement_int (statement, 27) != 0;
  self->invoiced = tenure_statement_int (statement, 28) != 0;
  self->n_failed = (guint)tenure_statement_int (statement, 29);
  self->payable = tenure_statement_known (statement, 30);
  self->verdict = tenure_statement_dup_text (statement, 31);
  return self;
}

static void
resource_free (gpointer data)
{
  tenure_resource_clear (data);
  g_free (data);
}

static void
order_free (gpointer data)
{
  tenure_order_clear (data);
  g_free (data);
}

static gint64
main_of (gconstpointer thing)
{
  return ((const TenureResource *)thing)->main_id;
}

static gint64
parent_of (gconstpointer thing)
{
  return ((const TenureOrder *)thing)->parent_id;
}

/* The set --------------------------------------------------------------------------------------------------------- */

static TenureFactsSet *
set_new (GDestroyNotify free_thing)
{
  TenureFactsSet *self = g_new0 (TenureFactsSet, 1);

  self->things = g_ptr_array_new_with_free_func (free_thing);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

TenureFactsSet *
tenure_facts_set_new_resources (void)
{
  TenureFactsSet *self = set_new (resource_free);

  self->read = read_resource;
  self->leader = main_of;
  return self;
}

TenureFactsSet *
tenure_facts_set_new_orders (void)
{
  TenureFactsSet *self = set_new (order_free);

  self->read = read_order;
  self->leader = parent_of;
  return self;
}

void
tenure_facts_set_free (TenureFactsSet *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->things);
  g_free (self);
}

GPtrArray *
tenure_facts_set_finish (TenureFactsSet *self)
{
  GPtrArray *things = g_ptr_array_ref (self->things);

  tenure_facts_set_free (self);
  return things;
}

void
tenure_facts_set_take (TenureFactsSet *self, TenureStatement *statement)
{
  gint64 id = tenure_statement_int (statement, 1);
  Thing *thing;

  if (g_hash_table_contains (self->by_id, &id))
    return;
  thing = self->read (statement);
  g_ptr_array_add (self->things, thing);
  g_hash_table_insert (self->by_id, &thing->id, thing);
}

static int
compare_ids (gconstpointer x, gconstpointer y)
{
  gint64 a = *(const gint64 *)x, b = *(const gint64 *)y;

  return (a > b) - (a < b);
}

/* Ascending: neighbours lie on the same pages of the file. */
static char *
ids_of (const TenureFactsSet *self)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->things->len);

  for (guint i = 0; i < self->things->len; i++)
    g_array_append_val (ids, ((const Thing *)self->things->pdata[i])->id);
  g_array_sort (ids, compare_ids);
  return tenure_ids_to_json ((const gint64 *)(gpointer)ids->data, ids->len);
}

/* Runs @sql for the ids of the set; @take is called on each row. */
static gboolean
for_each (TenureFactsSet *self, TenureConnection *connection, const char *sql,
          void (*take) (TenureFactsSet *, TenureStatement *), GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql, error);
  g_autofree char *ids = ids_of (self);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, ids);
  while (tenure_statement_step (statement, &failure))
    take (self, statement);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static void
place (GPtrArray *ordered, GHashTable *behind, gpointer thing)
{
  GPtrArray *group = g_hash_table_lookup (behind, thing);

  g_ptr_array_add (ordered, thing);
  for (guint i = 0; group != NULL && i < group->len; i++)
    place (ordered, behind, group->pdata[i]);
}

/* Leaders keep their order; followers of each stand behind it in theirs. */
static void
regroup (TenureFactsSet *self)
{
  g_autoptr (GHashTable) behind =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < self->things->len; i++)
    {
      gint64 id = self->leader (self->things->pdata[i]);
      Thing *leader = id == 0 ? NULL : g_hash_table_lookup (self->by_id, &id);
      GPtrArray *group = leader == NULL ? first : g_hash_table_lookup (behind, &leader->id);

      if (group == NULL)
        g_hash_table_insert (behind, &leader->id, group = g_ptr_array_new ());
      g_ptr_array_add (group, self->things->pdata[i]);
    }
  for (guint i = 0; i < first->len; i++)
    place (ordered, behind, first->pdata[i]);
  /* A damaged file may have rings that nothing leads: they stay as they were read. */
  if (ordered->len > 0 && ordered->len == self->things->len)
    memcpy (self->things->pdata, ordered->pdata, ordered->len * sizeof (gpointer));
}

gboolean
tenure_facts_set_add_followers (TenureFactsSet *self, TenureConnection *connection, const char *sql, GError **error)
{
  if (!for_each (self, connection, sql, tenure_facts_set_take, error))
    return FALSE;
  regroup (self);
  return TRUE;
}

/* Terms ----------------------------------------------------------------------------------------------------------- */

static const char terms_sql[] =
    "SELECT t.id, t.resource_id, t.order_id, o.key, t.kind, t.start, t.\"end\", t.months, t.extra_days, t.official,"
    " t.due, t.cash, t.credit, t.flexi, t.card, t.voucher, v.key, v.expiry, t.refunded, t.blocked,"
    " o.promotion, o.partner_paid, o.special, o.invoiced, EXISTS ("
    "SELECT 1 FROM line AS l JOIN discount AS d ON d.id = l.discount_id WHERE l.order_id = t.order_id"
    " AND l.resource_id = t.resource_id AND d.kind = 'promotion')"
    " FROM json_each (?1) AS j CROSS JOIN term AS t ON t.resource_id = j.value JOIN \"order\" AS o ON o.id = t.order_id"
    " LEFT JOIN coupon AS v ON v.id = t.voucher_id";

static TenureTerm
read_term (TenureStatement *statement)
{
  TenureTerm self = {
    .id = tenure_statement_int (statement, 0),
    .order_id = tenure_statement_int (statement, 2),
    .order_key = tenure_statement_dup_text (statement, 3),
    .start = tenure_statement_int (statement, 5),
    .end = tenure_statement_int (statement, 6),
    .months = (int)tenure_statement_int (statement, 7),
    .extra_days = (int)tenure_statement_int (statement, 8),
    .official = tenure_statement_known (statement, 9),
    .due = tenure_statement_known (statement, 10),
    .paid = read_channels (statement, 11),
    .voucher_key = tenure_statement_dup_text (statement, 16),
    .voucher_expiry = tenure_statement_known (statement, 17),
    .refunded = tenure_statement_int (statement, 18) != 0,
    .promotion = tenure_statement_int (statement, 20) != 0,
    .partner_paid = tenure_statement_int (statement, 21) != 0,
    .special = tenure_statement_int (statement, 22) != 0,
    .invoiced = tenure_statement_int (statement, 23) != 0,
    .promoted = tenure_statement_int (statement, 24) != 0,
  };

  tenure_term_kind_from_name (tenure_statement_text (statement, 4), &self.kind);
  if (!tenure_statement_is_null (statement, 19))
    tenure_block_from_name (tenure_statement_text (statement, 19), &self.block);
  return self;
}

/* TRUE when an array of @n elements is full: it doubles. */
static gboolean
is_full (guint n)
{
  return (n & (n - 1)) == 0;
}

static void
take_term (TenureFactsSet *self, TenureStatement *statement)
{
  gint64 id = tenure_statement_int (statement, 1);
  TenureResource *resource = g_hash_table_lookup (self->by_id, &id);

  if (is_full (resource->n_terms))
    resource->terms = g_renew (TenureTerm, resource->terms, MAX (1, 2 * resource->n_terms));
  resource->terms[resource->n_terms++] = read_term (statement);
}

static int
compare_terms (gconstpointer x, gconstpointer y)
{
  const TenureTerm *a = x, *b = y;

  if (a->start != b->start)
    return a->start > b->start ? 1 : -1;
  return (a->id > b->id) - (a->id < b->id);
}

gboolean
tenure_facts_set_read_terms (TenureFactsSet *self, TenureConnection *connection, GError **error)
{
  if (!for_each (self, connection, terms_sql, take_term, error))
    return FALSE;
  for (guint i = 0; i < self->things->len; i++)
    {
      TenureResource *resource = self->things->pdata[i];

      if (resource->n_terms > 1)
        qsort (resource->terms, resource->n_terms, sizeof (TenureTerm), compare_terms);
    }
  return TRUE;
}

/* Lines ----------------------------------------------------------------------------------------------------------- */

static const char lines_sql[] =
    "SELECT l.id, l.order_id, l.resource_id, r.key, l.name, l.offer, l.service, l.product, l.spec, l.region, l.amount,"
    " l.details, (SELECT count (*) FROM line AS m WHERE m.order_id = l.order_id AND m.position < l.main_position),"
    " l.main_position, l.months, l.extra_days, l.old_expiry, l.new_expiry, l.official, l.discount, l.due, l.cash,"
    " l.credit, l.flexi, l.card, l.voucher, l.consumed, l.fee, l.refund_kind, l.term_id, l.auto_renew, l.auto_months,"
    " l.charging, l.starts, l.failing, l.failed, l.base_order_id, l.discount_id, l.lost"
    " FROM json_each (?1) AS j CROSS JOIN line AS l ON l.order_id = j.value LEFT JOIN resource AS r ON r.id = "
    "l.resource_id";

static TenureOrderLine
read_line (TenureStatement *statement)
{
  TenureOrderLine self = {
    .id = tenure_statement_int (statement, 0),
    .order_id = tenure_statement_int (statement, 1),
    .resource_id = tenure_statement_int (statement, 2),
    .resource_key = tenure_statement_dup_text (statement, 3),
    .name = tenure_statement_dup_text (statement, 4),
    .offer = interned (statement, 5),
    .service = interned (statement, 6),
    .product = interned (statement, 7),
    .spec = interned (statement, 8),
    .region = interned (statement, 9),
    .amount = tenure_statement_int (statement, 10),
    .details = tenure_statement_dup_text (statement, 11),
    .main_index = tenure_statement_is_null (statement, 13) ? -1 : (int)tenure_statement_int (statement, 12),
    .quantity = 1,
    .months = (int)tenure_statement_int (statement, 14),
    .extra_days = (int)tenure_statement_int (statement, 15),
    .old_expiry = tenure_statement_known (statement, 16),
    .new_expiry = tenure_statement_known (statement, 17),
    .official = tenure_statement_known (statement, 18),
    .discount = tenure_statement_known (statement, 19),
    .due = tenure_statement_known (statement, 20),
    .paid = read_channels (statement, 21),
    .consumed = tenure_statement_known (statement, 26),
    .fee = tenure_statement_known (statement, 27),
    .term_id = tenure_statement_int (statement, 29),
    .auto_renew = tenure_statement_int (statement, 30) != 0,
    .auto_months = (int)tenure_statement_int (statement, 31),
    .starts = tenure_statement_known (statement, 33),
    .failing = tenure_statement_int (statement, 34) != 0,
    .failed = tenure_statement_int (statement, 35) != 0,
    .base_order_id = tenure_statement_int (statement, 36),
    .discount_id = tenure_statement_int (statement, 37),
    .lost = tenure_statement_known (statement, 38),
  };

  tenure_charging_from_name (tenure_statement_text (statement, 32), &self.charging);
  if (!tenure_statement_is_null (statement, 28))
    tenure_refund_kind_from_name (tenure_statement_text (statement, 28), &self.refund_kind);
  return self;
}

static void
take_line (TenureFactsSet *self, TenureStatement *statement)
{
  gint64 id = tenure_statement_int (statement, 1);
  TenureOrder *order = g_hash_table_lookup (self->by_id, &id);

  if (is_full (order->n_lines))
    order->lines = g_renew (TenureOrderLine, order->lines, MAX (1, 2 * order->n_lines));
  order->lines[order->n_lines++] = read_line (statement);
}

gboolean
tenure_facts_set_read_lines (TenureFactsSet *self, TenureConnection *connection, GError **error)
{
  return for_each (self, connection, lines_sql, take_line, error);
}
