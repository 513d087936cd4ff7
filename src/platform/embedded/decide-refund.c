/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money of an unsubscription comes back (退款中 → 已完成), to what it was paid with; what has expired by
 * then is forfeited (rules 1.5, 1.8). */
#include "tenure-decide.h"

#include "tenure-metered.h"
#include "tenure-orders.h"
#include "tenure-spent.h"

/* The entry being made: what each ledger gets, and what is forfeited. */
typedef struct
{
  const TenureWorld *world;
  TenureDecision *decision;
  GArray *postings;
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
restore (Entry *entry, const TenureInstrument *instrument, TenureMoney amount, GError **error)
{
  const TenureCoupon *coupon = tenure_world_coupon_by_id (entry->world, instrument->coupon_id);

  tenure_decision_coupon (entry->decision, coupon->id, amount, 0);
  return post (entry, "coupon", coupon->key, amount, error);
}

/* The order and its line say what came back, and what was lost on the way. */
static gboolean
forfeit (Entry *entry, TenureOrder *order, guint index, TenureCouponKind kind, TenureMoney *paid, TenureMoney *whole,
         TenureMoney amount, GError **error)
{
  TenureEffect *effect;

  if (amount == 0)
    return TRUE;
  *paid -= amount;
  *whole -= amount;
  effect = tenure_decision_effect (entry->decision, TENURE_EFFECT_FORFEIT);
  effect->order = order->id;
  effect->id = order->lines[index].id;
  effect->count = (int)kind;
  effect->value = amount;
  return post (entry, "revenue", NULL, amount, error);
}

/* Back to the instruments of @kind that paid, each in proportion; what has expired by now is forfeited. @paid is the
 * line's amount, @whole the order's. */
static gboolean
give_back (Entry *entry, TenureOrder *order, guint index, TenureCouponKind kind, TenureMoney *paid, TenureMoney *whole,
           GError **error)
{
  g_autoptr (GArray) spent = tenure_spent_on_refund (entry->world, order, index);
  const TenureInstrument *instruments = (const TenureInstrument *)spent->data;
  g_autofree TenureMoney *parts = g_new0 (TenureMoney, spent->len + 1);
  TenureMoney left = *paid;

  if (!tenure_instruments_split (instruments, spent->len, kind, left, parts, error))
    return FALSE;
  for (guint i = 0; i < spent->len; i++)
    {
      if (parts[i] == 0 || !tenure_instrument_holds (&instruments[i], entry->world->now))
        continue;
      if (!restore (entry, &instruments[i], parts[i], error))
        return FALSE;
      left -= parts[i];
    }
  return forfeit (entry, order, index, kind, paid, whole, left, error);
}

/* To the balance; but what is owed is paid first (A1-12). */
static gboolean
to_balance (Entry *entry, TenureMoney amount, GError **error)
{
  TenureMoney paid = 0;

  return tenure_arrears_pay (entry->decision, entry->world, amount, entry->postings, &paid, error) &&
         tenure_money_add (entry->total, paid, &entry->total, error) &&
         post (entry, "cash", entry->world->account.key, amount - paid, error);
}

static gboolean
is_partner_paid (const TenureWorld *world, const TenureOrderLine *line)
{
  const TenureResource *resource = tenure_world_resource_by_id (world, line->resource_id);

  for (guint t = 0; resource != NULL && t < resource->n_terms; t++)
    if (resource->terms[t].id == line->term_id)
      return resource->terms[t].partner_paid;
  return FALSE;
}

static gboolean
return_line (Entry *entry, TenureOrder *order, guint index, GError **error)
{
  TenureOrderLine *line = &order->lines[index];
  TenureChannels *paid = &line->paid, *whole = &order->paid;

  /* 伙伴代付: it was a partner's money. */
  if (is_partner_paid (entry->world, line)
          ? !post (entry, "outside", NULL, line->paid.cash + line->paid.credit, error)
          : !to_balance (entry, line->paid.cash, error) || !to_balance (entry, line->paid.credit, error))
    return FALSE;
  return give_back (entry, order, index, TENURE_COUPON_VOUCHER, &paid->voucher, &whole->voucher, error) &&
         give_back (entry, order, index, TENURE_COUPON_FLEXI, &paid->flexi, &whole->flexi, error) &&
         give_back (entry, order, index, TENURE_COUPON_CARD, &paid->card, &whole->card, error);
}

/* @order is a copy: it becomes what really came back. */
static gboolean
return_order (const TenureWorld *world, TenureOrder *order, TenureDecision *decision, GError **error)
{
  Entry entry = { world, decision, g_array_new (FALSE, FALSE, sizeof (TenurePosting)), 0 };
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_POST);
  TenureOrderStatus status;

  effect->order = order->id;
  effect->word = "return";
  effect->postings = entry.postings;
  for (guint l = 0; l < order->n_lines; l++)
    if (!return_line (&entry, order, l, error))
      return FALSE;
  if (!post (&entry, "refunding", world->account.key, -entry.total, error))
    return FALSE;
  tenure_bill_order (decision, order, order->id, world->now);
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
  g_autoptr (GPtrArray) leaves = NULL, copies = NULL;

  if (order == NULL || order->status != TENURE_ORDER_REFUNDING)
    return TRUE;
  leaves = tenure_world_leaves (world, order);
  copies = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  for (guint i = 0; i < leaves->len; i++)
    {
      g_ptr_array_add (copies, tenure_order_copy (leaves->pdata[i]));
      if (!return_order (world, copies->pdata[i], decision, error))
        return FALSE;
    }
  if (order->composite)
    tenure_decision_set_status (decision, order->id, TENURE_ORDER_COMPLETED, world->now);
  return tell (world, order, copies, decision, error);
}
