/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choose instruments for an order that waits for payment (选择优惠): it holds what it would take of them and no
 * more, until it is paid, cancelled, lapses, or others are chosen (rules 8.4, 9; GP-34, GP-42). */
#include "tenure-decide.h"

#include "tenure-discounts.h"
#include "tenure-wallet.h"

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureOrder *order)
{
  TenureOrderStatus status = tenure_world_status (world, order);

  if (order->parent_id != 0)
    return tenure_refusal_text (tenure_refusal_new ("order.child", NULL), "order", order->parent_key);
  if (status == TENURE_ORDER_UNPAID)
    return NULL;
  return tenure_refusal_text (tenure_refusal_new ("choose.status", NULL), "status", tenure_order_status_name (status));
}

/* Whether the balance is enough is asked when it is paid. */
static gboolean
work_out (const TenureWorld *world, const TenureWallet *wallet, const TenureOrder *order, GPtrArray *leaves,
          TenurePlanItem *item, TenurePaymentResult *payment, GError **error)
{
  TenurePaymentInput input = tenure_wallet_input (wallet, world, order, leaves);
  GError *problem = NULL;

  input.later = TRUE;
  item->steps = tenure_steps_new ();
  if (tenure_payment (&input, world->stage.policy, payment, item->steps, &item->refusal, &problem))
    return TRUE;
  return problem == NULL || (g_propagate_error (error, problem), FALSE);
}

static void
lock (TenureDecision *decision, gint64 order, gint64 coupon, TenureMoney amount)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_LOCK);

  effect->order = order;
  effect->id = coupon;
  effect->value = amount;
}

static void
hold (TenureDecision *decision, const TenureWallet *wallet, const TenureOrder *order,
      const TenurePaymentResult *payment)
{
  tenure_decision_effect (decision, TENURE_EFFECT_UNLOCK)->order = order->id;
  if (wallet->discount != NULL)
    lock (decision, order->id, wallet->discount->id, 0);
  for (guint i = 0; i < payment->uses->len; i++)
    {
      const TenureCouponUse *use = &g_array_index (payment->uses, TenureCouponUse, i);
      lock (decision, order->id, use->coupon_id, use->amount);
    }
}

/* The coupon makes the wait longer than the promotion that it takes the place of: what then holds. */
static void
explain_wait (const TenureWorld *world, GPtrArray *leaves, const TenureCoupon *discount, TenureTime deadline,
              TenureSteps *steps)
{
  TenureTime end = tenure_discount_promotion_end (world, leaves);
  TenureStep *step;

  if (discount == NULL || end == TENURE_TIME_UNKNOWN || end >= deadline)
    return;
  step = tenure_steps_add (steps, "choose.after-promotion", "BSS API api_order_00015");
  tenure_step_text (step, "coupon", discount->key);
  tenure_step_time (step, "coupon-expiry", end);
  tenure_step_result (step, (TenureOperand){ .name = "result", .type = TENURE_OPERAND_TIME, .value = deadline });
}

/* A coupon that ends earlier ends the wait earlier; without it the order has its time again (GP-34). */
static void
move_deadline (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, GPtrArray *leaves,
               const TenureCoupon *discount, TenurePlanItem *item)
{
  TenureTime since = order->payable == TENURE_TIME_UNKNOWN ? order->created : order->payable;
  TenureTime deadline = tenure_discount_deadline (world, leaves, since, discount);

  explain_wait (world, leaves, discount, deadline, item->steps);
  item->old_value = tenure_time_format (order->deadline);
  item->new_value = tenure_time_format (deadline);
  tenure_discount_move (decision, order, leaves, deadline);
}

static gboolean
choose (const TenureWorld *world, const TenureOrder *order, const TenureWallet *wallet, TenureDecision *decision,
        TenurePlanItem *item, GError **error)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, order);
  TenurePaymentResult payment = { 0 };

  item->refusal = tenure_discount_refusal (world, leaves, wallet->discount);
  if (item->refusal != NULL)
    return TRUE;
  if (!work_out (world, wallet, order, leaves, item, &payment, error))
    return FALSE;
  if (payment.uses == NULL)
    return TRUE;
  item->due = payment.due;
  item->money = payment.taken;
  tenure_decision_holds (decision, order->deadline);
  if (wallet->discount == NULL)
    tenure_decision_holds (decision, tenure_discount_promotion_end (world, leaves));
  hold (decision, wallet, order, &payment);
  move_deadline (decision, world, order, leaves, wallet->discount, item);
  g_array_unref (payment.uses);
  return tenure_channels_paid (&item->money, &item->total, error);
}

gboolean
tenure_decide_choose (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureChooseInstruments *wanted = params;
  const TenureOrder *order = tenure_world_order (world, wanted->order);
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_SET, order->key, order->key);
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();
  g_autoptr (TenureWallet) wallet = NULL;

  g_ptr_array_add (orders, (gpointer)order);
  wallet =
      tenure_wallet_named (world, orders, wanted->discount, wanted->voucher, wanted->flexi, wanted->card, decision);
  item->official = order->official;
  item->refusal = refusal_of (world, order);
  return item->refusal != NULL || decision->refusals->len > 0 || choose (world, order, wallet, decision, item, error);
}
