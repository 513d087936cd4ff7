/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-spent.h"

#include "tenure-split.h"

static gboolean
read_instruments (TenureConnection *connection, gint64 order_id, GArray *instruments, GError **error)
{
  GError *failure = NULL;
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 "SELECT c.id, c.kind, -p.amount, c.expiry FROM entry e JOIN posting p ON p.entry_id ="
                                 " e.id JOIN ledger l ON l.id = p.ledger_id JOIN coupon c ON l.name = 'coupon/' || "
                                 "c.key WHERE e.order_id = ?1 AND e.kind = 'payment' ORDER BY e.id, c.id",
                                 error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, order_id);
  while (tenure_statement_step (statement, &failure))
    {
      TenureInstrument one = { .coupon_id = tenure_statement_int (statement, 0),
                               .amount = tenure_statement_int (statement, 2),
                               .expiry = tenure_statement_known (statement, 3) };
      tenure_coupon_kind_from_name (tenure_statement_text (statement, 1), &one.kind);
      g_array_append_val (instruments, one);
    }
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}

/* A line takes @amount from what is left of the instruments of @kind, one after the other. */
static void
take (TenureWorld *world, GArray *left, TenureSpent spent, TenureCouponKind kind, TenureMoney amount)
{
  for (guint i = 0; i < left->len && amount > 0; i++)
    {
      TenureInstrument *one = &g_array_index (left, TenureInstrument, i);
      TenureMoney part = MIN (one->amount, amount);
      if (one->kind != kind || part == 0)
        continue;
      spent.instrument = *one;
      spent.instrument.amount = part;
      g_array_append_val (world->spent, spent);
      one->amount -= part;
      amount -= part;
    }
}

static gboolean
share_out (TenureWorld *world, TenureConnection *connection, gint64 order_id, GArray *left, GError **error)
{
  guint failed = 0;
  GError *failure = NULL;
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 "SELECT resource_id, failed, voucher, flexi, card FROM line WHERE order_id = ?1 "
                                 "ORDER BY position",
                                 error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, order_id);
  while (tenure_statement_step (statement, &failure))
    {
      TenureSpent spent = { .order_id = order_id, .resource_id = tenure_statement_int (statement, 0) };
      if (tenure_statement_int (statement, 1) != 0)
        spent.failed = ++failed;
      take (world, left, spent, TENURE_COUPON_VOUCHER, tenure_statement_int (statement, 2));
      take (world, left, spent, TENURE_COUPON_FLEXI, tenure_statement_int (statement, 3));
      take (world, left, spent, TENURE_COUPON_CARD, tenure_statement_int (statement, 4));
    }
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}

gboolean
tenure_spent_load_order (TenureWorld *world, TenureConnection *connection, gint64 order_id, GError **error)
{
  g_autoptr (GArray) instruments = g_array_new (FALSE, FALSE, sizeof (TenureInstrument));

  return read_instruments (connection, order_id, instruments, error) &&
         (instruments->len == 0 || share_out (world, connection, order_id, instruments, error));
}

/* Instruments matter only for what was paid with them: seldom, so two statements an order will do. */
gboolean
tenure_spent_load_terms (TenureWorld *world, TenureConnection *connection, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < world->resources->len; i++)
    {
      const TenureResource *resource = world->resources->pdata[i];
      for (guint t = 0; t < resource->n_terms; t++)
        {
          const TenureTerm *term = &resource->terms[t];
          if (term->paid.flexi <= 0 && term->paid.card <= 0 && term->paid.voucher <= 0)
            continue;
          if (g_hash_table_add (seen, GSIZE_TO_POINTER (term->order_id)) &&
              !tenure_spent_load_order (world, connection, term->order_id, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
tenure_spent_load_failed (TenureWorld *world, TenureConnection *connection, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < world->orders->len; i++)
    {
      const TenureOrder *order = world->orders->pdata[i];
      for (guint l = 0; l < order->n_lines; l++)
        if (order->lines[l].base_order_id != 0 &&
            g_hash_table_add (seen, GSIZE_TO_POINTER (order->lines[l].base_order_id)) &&
            !tenure_spent_load_order (world, connection, order->lines[l].base_order_id, error))
          return FALSE;
    }
  return TRUE;
}

static GArray *
collect (const TenureWorld *world, gint64 order_id, gint64 resource_id, guint failed, TenureTime valid_at)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TenureInstrument));

  for (guint i = 0; i < world->spent->len; i++)
    {
      const TenureSpent *spent = &g_array_index (world->spent, TenureSpent, i);
      if (spent->order_id != order_id || spent->failed != failed || (failed == 0 && spent->resource_id != resource_id))
        continue;
      if (tenure_instrument_holds (&spent->instrument, valid_at))
        g_array_append_val (found, spent->instrument);
    }
  return found;
}

GArray *
tenure_spent_on_term (const TenureWorld *world, gint64 order_id, gint64 resource_id)
{
  return collect (world, order_id, resource_id, 0, G_MININT64);
}

static const TenureTerm *
find_term (const TenureWorld *world, const TenureOrderLine *line)
{
  const TenureResource *resource = tenure_world_resource_by_id (world, line->resource_id);

  for (guint t = 0; resource != NULL && t < resource->n_terms; t++)
    if (resource->terms[t].id == line->term_id)
      return &resource->terms[t];
  return NULL;
}

GArray *
tenure_spent_on_refund (const TenureWorld *world, const TenureOrder *refund, guint index)
{
  const TenureOrderLine *line = &refund->lines[index];
  const TenureTerm *term = find_term (world, line);
  guint failed = 0;

  if (term != NULL)
    return collect (world, term->order_id, line->resource_id, 0, refund->created);
  for (guint l = 0; l <= index; l++)
    failed += refund->lines[l].base_order_id == line->base_order_id;
  return collect (world, line->base_order_id, 0, failed, refund->created);
}

/* Takes from @amount what has expired by now of the instruments of @kind. */
static gboolean
leave_expired (const TenureWorld *world, const GArray *instruments, TenureCouponKind kind, TenureMoney *amount,
               GError **error)
{
  g_autofree TenureMoney *parts = g_new0 (TenureMoney, instruments->len + 1);
  TenureMoney left = 0;

  if (!tenure_instruments_split ((const TenureInstrument *)instruments->data, instruments->len, kind, *amount, parts,
                                 error))
    return FALSE;
  for (guint i = 0; i < instruments->len; i++)
    if (tenure_instrument_holds (&g_array_index (instruments, TenureInstrument, i), world->now))
      left += parts[i];
  *amount = left;
  return TRUE;
}

gboolean
tenure_spent_still (const TenureWorld *world, const TenureOrder *refund, TenureChannels *back, GError **error)
{
  for (guint l = 0; l < refund->n_lines; l++)
    {
      g_autoptr (GArray) instruments = tenure_spent_on_refund (world, refund, l);
      TenureChannels line = refund->lines[l].paid;

      if (!leave_expired (world, instruments, TENURE_COUPON_VOUCHER, &line.voucher, error) ||
          !leave_expired (world, instruments, TENURE_COUPON_FLEXI, &line.flexi, error) ||
          !leave_expired (world, instruments, TENURE_COUPON_CARD, &line.card, error) ||
          !tenure_channels_add (back, &line, error))
        return FALSE;
    }
  return TRUE;
}
