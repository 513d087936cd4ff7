/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay (支付, 合并支付): orders read again at the moment of paying; a composite order is one row and paid whole
 * (rules 8.5, 8.6, 8.7). */
#include "tenure-decide.h"

#include "tenure-discounts.h"
#include "tenure-guard.h"
#include "tenure-orders.h"
#include "tenure-purse.h"

/* One row that is paid: the whole order, what pays it, and copies of it and its children to write. */
typedef struct
{
  const TenureWorld *world;
  const TenurePay *pay;
  TenureDecision *decision;
  TenureMoney left;   /* of the balance, for the rows that follow */
  TenureMoney wanted; /* from the balance, by all rows */
  TenurePurse *purse; /* what is named for several rows, or NULL */
} Till;

static TenureRefusal *
status_refusal (TenureOrderStatus status)
{
  static const char *const rules[] = {
    [TENURE_MERGE_CHANGED] = "pay.changed",
    [TENURE_MERGE_REVIEW] = "pay.review",
    [TENURE_MERGE_CONFIRMATION] = "pay.confirmation",
  };
  TenureMerge finding = tenure_merge_finding (status);

  if (finding == TENURE_MERGE_PAYABLE)
    return NULL;
  return tenure_refusal_text (tenure_refusal_new (rules[finding], NULL), "status", tenure_order_status_name (status));
}

/* A renewal, or a change of what is in use, can be paid only while the resource is what it was ordered for. */
static TenureRefusal *
resources_refusal (const TenureWorld *world, const TenureOrder *leaf)
{
  for (guint l = 0; l < leaf->n_lines; l++)
    {
      const TenureOrderLine *line = &leaf->lines[l];
      const TenureResource *resource = tenure_world_resource_by_id (world, line->resource_id);
      gboolean change = leaf->type == TENURE_TYPE_CHANGE;
      if (leaf->type == TENURE_TYPE_FROM_PPU &&
          (resource == NULL || tenure_world_gone (world, resource) || resource->charging != TENURE_CHARGING_USE))
        return tenure_refusal_text (tenure_refusal_new ("pay.resource-gone", NULL), "resource", line->name);
      if ((leaf->type != TENURE_TYPE_RENEWAL && !change) || line->resource_id == 0)
        continue;
      if (resource == NULL || tenure_world_gone (world, resource) || resource->expiry != line->old_expiry ||
          (change && resource->expiry < world->now))
        return tenure_refusal_text (tenure_refusal_new ("pay.resource-gone", NULL), "resource", line->name);
    }
  return NULL;
}

/* Past its deadline, whether that was written down meanwhile or not: what was agreed to without it holds on. */
static gboolean
has_lapsed (const TenureWorld *world, const TenureOrder *order)
{
  if (order->deadline == TENURE_TIME_UNKNOWN)
    return FALSE;
  return order->status == TENURE_ORDER_CANCELLED
             ? order->finished == order->deadline
             : order->status == TENURE_ORDER_UNPAID && tenure_world_status (world, order) == TENURE_ORDER_CANCELLED;
}

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureOrder *order)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, order);
  TenureRefusal *refusal = NULL;

  if (order->parent_id != 0)
    return tenure_refusal_text (tenure_refusal_new ("order.child", NULL), "order", order->parent_key);
  if (has_lapsed (world, order))
    return tenure_refusal_time (tenure_refusal_new ("pay.lapsed", NULL), "deadline", order->deadline);
  refusal = status_refusal (order->status);
  for (guint i = 0; refusal == NULL && i < leaves->len; i++)
    refusal = status_refusal (((TenureOrder *)leaves->pdata[i])->status); /* one changed child changes the whole */
  for (guint i = 0; refusal == NULL && i < leaves->len; i++)
    refusal = resources_refusal (world, leaves->pdata[i]);
  return refusal;
}

static gboolean
uses_instruments (const TenurePay *pay)
{
  return (pay->discount != NULL && *pay->discount) || (pay->voucher != NULL && *pay->voucher) ||
         (pay->flexi != NULL && *pay->flexi) || (pay->card != NULL && *pay->card);
}

/* --- One row ------------------------------------------------------------------------------------------------------ */

/* What was chosen for the order pays it when nothing else is named. */
static TenureWallet *
open_wallet (const Till *till, const TenureOrder *order, GPtrArray *leaves, GError **error)
{
  const TenurePay *pay = till->pay;
  g_autoptr (GPtrArray) alone = NULL;

  if (till->purse != NULL)
    return tenure_purse_wallet (till->purse, order, leaves, error);
  if (!uses_instruments (pay))
    return tenure_wallet_chosen (till->world, order);
  alone = g_ptr_array_new ();
  g_ptr_array_add (alone, (gpointer)order);
  return tenure_wallet_named (till->world, alone, pay->discount, pay->voucher, pay->flexi, pay->card, till->decision);
}

static gboolean
work_out (const Till *till, const TenureWallet *wallet, const TenureOrder *order, GPtrArray *leaves,
          TenurePlanItem *item, TenurePaymentResult *payment, GError **error)
{
  TenurePaymentInput input = tenure_wallet_input (wallet, till->world, order, leaves);
  GError *problem = NULL;

  input.balance = till->left;
  item->steps = tenure_steps_new ();
  if (tenure_payment (&input, till->world->stage.policy, payment, item->steps, &item->refusal, &problem))
    return TRUE;
  return problem == NULL || (g_propagate_error (error, problem), FALSE);
}

static gboolean
write_down (const Till *till, const TenureWallet *wallet, const TenureOrder *order, GPtrArray *leaves,
            const TenurePaymentResult *payment, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));

  if (order->composite)
    g_ptr_array_add (copies, tenure_order_copy (order));
  for (guint i = 0; i < leaves->len; i++)
    g_ptr_array_add (copies, tenure_order_copy (leaves->pdata[i]));
  for (guint i = 0; i < copies->len; i++)
    {
      g_array_append_val (refs, ((TenureOrder *)copies->pdata[i])->id);
      tenure_decision_pay_order (till->decision, copies->pdata[i]); /* takes it */
    }
  tenure_decision_unschedule_order (till->decision, "lapse", order->id);
  tenure_decision_effect (till->decision, TENURE_EFFECT_UNLOCK)->order = order->id;
  if (wallet->discount != NULL)
    tenure_decision_coupon (till->decision, wallet->discount->id, 0, order->id);
  return tenure_orders_settle (till->world, copies, payment, error) &&
         tenure_orders_take_effect (till->decision, till->world, copies, refs, payment, error);
}

/* What the purse gives to a row that the balance is too small for is not there for the next either. */
static gboolean
spend_short (const Till *till, const TenureWallet *wallet, const TenureOrder *order, GPtrArray *leaves, GError **error)
{
  TenurePaymentInput input = tenure_wallet_input (wallet, till->world, order, leaves);
  TenurePaymentResult payment = { 0 };
  g_autoptr (TenureRefusal) refusal = NULL;
  gboolean fine;

  input.later = TRUE;
  fine = tenure_payment (&input, till->world->stage.policy, &payment, NULL, &refusal, error);
  if (fine)
    tenure_purse_spend (till->purse, wallet, payment.uses);
  g_clear_pointer (&payment.uses, g_array_unref);
  return fine;
}

/* Too little for one row is too little for the whole: what is merged is paid together or not at all. */
static gboolean
find_short (Till *till, const TenureWallet *wallet, const TenureOrder *order, GPtrArray *leaves, TenurePlanItem *item,
            GError **error)
{
  if (item->refusal == NULL || g_strcmp0 (item->refusal->rule, "pay.balance-short") != 0)
    return TRUE;
  item->due = item->total = item->refusal->operands[0].value;
  tenure_refusal_free (g_steal_pointer (&item->refusal));
  return tenure_money_add (till->wanted, item->due, &till->wanted, error) &&
         (till->purse == NULL || spend_short (till, wallet, order, leaves, error));
}

static gboolean
pay_row (Till *till, const TenureOrder *order, GError **error)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (till->world, order);
  g_autoptr (TenureWallet) wallet = NULL;
  TenurePlanItem *item = tenure_decision_item (till->decision, TENURE_VERB_PAY, order->key, order->key);
  TenurePaymentResult payment = { 0 };
  gboolean fine = TRUE;

  item->official = order->official;
  item->product = leaves->len > 0 && ((TenureOrder *)leaves->pdata[0])->n_lines > 0
                      ? ((TenureOrder *)leaves->pdata[0])->lines[0].product
                      : NULL;
  item->refusal = refusal_of (till->world, order);
  if (item->refusal != NULL)
    return TRUE;
  wallet = open_wallet (till, order, leaves, error);
  if (wallet == NULL)
    return FALSE;
  item->refusal = tenure_discount_refusal (till->world, leaves, wallet->discount);
  if (item->refusal != NULL)
    return TRUE;
  if (!work_out (till, wallet, order, leaves, item, &payment, error))
    return FALSE;
  if (payment.uses == NULL)
    return find_short (till, wallet, order, leaves, item, error);
  if (till->purse != NULL)
    tenure_purse_spend (till->purse, wallet, payment.uses);
  tenure_decision_holds (till->decision, order->deadline);
  if (wallet->discount == NULL)
    tenure_decision_holds (till->decision, tenure_discount_promotion_end (till->world, leaves));
  item->due = payment.due;
  item->money = payment.taken;
  fine = tenure_channels_paid (&payment.taken, &item->total, error) &&
         tenure_money_sub (till->left, payment.taken.cash, &till->left, error) &&
         tenure_money_add (till->wanted, payment.taken.cash, &till->wanted, error) &&
         write_down (till, wallet, order, leaves, &payment, error);
  g_clear_pointer (&payment.uses, g_array_unref);
  return fine;
}

/* 合并支付 with coupons and cards: they are for the rows that can be paid. */
static gboolean
open_purse (Till *till, GPtrArray *keys, GError **error)
{
  g_autoptr (GPtrArray) payable = g_ptr_array_new ();

  if (keys->len < 2 || !uses_instruments (till->pay))
    return TRUE;
  for (guint i = 0; i < keys->len; i++)
    {
      const TenureOrder *order = tenure_world_order (till->world, keys->pdata[i]);
      g_autoptr (TenureRefusal) refusal = refusal_of (till->world, order);
      if (refusal == NULL)
        g_ptr_array_add (payable, (gpointer)order);
    }
  till->purse = tenure_purse_new (till->world, till->pay, payable, till->decision, error);
  return till->purse != NULL;
}

static gboolean
pay_rows (Till *till, GPtrArray *keys, GError **error)
{
  if (!open_purse (till, keys, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (!pay_row (till, tenure_world_order (till->world, keys->pdata[i]), error))
      return FALSE;
  if (till->purse != NULL)
    tenure_purse_close (till->purse, till->decision);
  return TRUE;
}

gboolean
tenure_decide_pay (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenurePay *pay = params;
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (pay->orders);
  Till till = { world, pay, decision, world->account.balance, 0, NULL };
  gboolean fine;

  tenure_guard_account (decision, world);
  tenure_guard_limit (decision, "orders", keys->len, world->stage.policy->merge_limit);
  fine = pay_rows (&till, keys, error);
  g_clear_pointer (&till.purse, tenure_purse_free);
  return fine && tenure_guard_balance (decision, world, till.wanted, error) &&
         tenure_orders_end_metering (decision, world, till.left, error);
}
