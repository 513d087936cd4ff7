/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money of an unsubscription comes back (退款中 → 已完成), to what it was paid with; what has expired by then is
 * forfeited (rules 1.5, 1.8). */
#include "tenure-decide.h"

#include "tenure-orders.h"

/* The entry being made: what each ledger gets, and what is forfeited. */
typedef struct
{
  const TenureWorld *world;
  TenureDecision *decision;
  GArray *postings;
  GHashTable *back; /* coupon id to what this decision gives back to it already */
  TenureMoney total;
} Entry;

static gboolean
post (Entry *entry, const char *kind, const char *key, TenureMoney amount, GError **error)
{
  g_autofree char *ledger = key == NULL ? g_strdup (kind) : g_strconcat (kind, "/", key, NULL);
  TenurePosting posting = { g_intern_string (ledger), amount };

  if (amount != 0)
    g_array_append_val (entry->postings, posting);
  return tenure_money_add (entry->total, amount, &entry->total, error);
}

static gboolean
restore (Entry *entry, const TenureCoupon *coupon, TenureMoney amount, GError **error)
{
  gpointer id = GSIZE_TO_POINTER (coupon->id);
  TenureMoney before = (TenureMoney)GPOINTER_TO_SIZE (g_hash_table_lookup (entry->back, id));

  g_hash_table_insert (entry->back, id, GSIZE_TO_POINTER (before + amount));
  tenure_decision_coupon (entry->decision, coupon->id, amount, 0);
  return post (entry, "coupon", coupon->key, amount, error);
}

/* What the order took of it, but never more than it can hold. */
static TenureMoney
room (const Entry *entry, const TenureCoupon *coupon, TenureMoney spent)
{
  TenureMoney before = (TenureMoney)GPOINTER_TO_SIZE (g_hash_table_lookup (entry->back, GSIZE_TO_POINTER (coupon->id)));

  return MAX (0, MIN (spent, coupon->face - coupon->remaining - before));
}

/* Back to the instruments of @kind that @order_id was paid with, in their order; the rest is forfeited. */
static gboolean
give_back (Entry *entry, gint64 order_id, TenureCouponKind kind, TenureMoney amount, GError **error)
{
  for (guint i = 0; i < entry->world->spent->len && amount > 0; i++)
    {
      const TenureSpent *spent = &g_array_index (entry->world->spent, TenureSpent, i);
      const TenureCoupon *coupon = tenure_world_coupon_by_id (entry->world, spent->coupon_id);
      TenureMoney part;
      if (spent->order_id != order_id || coupon == NULL || coupon->kind != kind ||
          (coupon->expiry != TENURE_TIME_UNKNOWN && coupon->expiry < entry->world->now))
        continue;
      part = MIN (amount, room (entry, coupon, spent->amount));
      if (part > 0 && !restore (entry, coupon, part, error))
        return FALSE;
      amount -= part;
    }
  return post (entry, "revenue", NULL, amount, error);
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

static gboolean
return_line (Entry *entry, const TenureOrderLine *line, GError **error)
{
  const TenureTerm *term = find_term (entry->world, line);
  gint64 order_id = term == NULL ? 0 : term->order_id;

  return post (entry, "cash", entry->world->account.key, line->paid.cash, error) &&
         post (entry, "cash", entry->world->account.key, line->paid.credit, error) &&
         give_back (entry, order_id, TENURE_COUPON_VOUCHER, line->paid.voucher, error) &&
         give_back (entry, order_id, TENURE_COUPON_FLEXI, line->paid.flexi, error) &&
         give_back (entry, order_id, TENURE_COUPON_CARD, line->paid.card, error);
}

static gboolean
return_order (const TenureWorld *world, const TenureOrder *order, GHashTable *back, TenureDecision *decision,
              GError **error)
{
  Entry entry = { world, decision, g_array_new (FALSE, FALSE, sizeof (TenurePosting)), back, 0 };
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_POST);
  TenureOrderStatus status;

  effect->order = order->id;
  effect->word = "return";
  effect->postings = entry.postings;
  for (guint l = 0; l < order->n_lines; l++)
    if (!return_line (&entry, &order->lines[l], error))
      return FALSE;
  if (!post (&entry, "refunding", world->account.key, -entry.total, error))
    return FALSE;
  if (!tenure_order_next (order->status, order->type, TENURE_EVENT_RETURNED, &status, error))
    return FALSE;
  tenure_decision_set_status (decision, order->id, status, world->now);
  return TRUE;
}

/* A1-16: it is over, and this is what came back in money. */
static gboolean
tell (const TenureWorld *world, const TenureOrder *order, const GPtrArray *leaves, TenureDecision *decision,
      GError **error)
{
  TenureJson *arguments = tenure_json_new_object ();
  TenureMoney sum = 0, paid;
  g_autofree char *amount = NULL;

  for (guint i = 0; i < leaves->len; i++)
    for (guint l = 0; l < ((TenureOrder *)leaves->pdata[i])->n_lines; l++)
      if (!tenure_channels_paid (&((TenureOrder *)leaves->pdata[i])->lines[l].paid, &paid, error) ||
          !tenure_money_add (sum, paid, &sum, error))
        return tenure_json_unref (arguments), FALSE;
  amount = tenure_money_format (sum);
  tenure_json_set_string (arguments, "order", order->key);
  tenure_json_set_string (arguments, "amount", amount);
  tenure_decision_tell (decision, world, "refund.finished", arguments);
  return TRUE;
}

gboolean
tenure_decide_refund (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  const TenureOrder *order = tenure_world_order_by_id (world, ((const TenureDated *)dated)->subject);
  g_autoptr (GHashTable) back = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) leaves = NULL;

  if (order == NULL || order->status != TENURE_ORDER_REFUNDING)
    return TRUE;
  leaves = tenure_world_leaves (world, order);
  for (guint i = 0; i < leaves->len; i++)
    if (!return_order (world, leaves->pdata[i], back, decision, error))
      return FALSE;
  if (order->composite)
    tenure_decision_set_status (decision, order->id, TENURE_ORDER_COMPLETED, world->now);
  return tell (world, order, leaves, decision, error);
}
