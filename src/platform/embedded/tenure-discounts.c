/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-discounts.h"

#include "tenure-lifecycle.h"

#define SOURCE "CN-UG"
#define FULL_PRICE 10000

/* What renews itself takes a promotion only if one was used before (rules 6). */
static const TenureDiscount *
best_for (const TenureWorld *world, const char *service)
{
  return tenure_best_discount ((const TenureDiscount *const *)world->discounts->pdata, world->discounts->len, service,
                               world->now, world->stage.source == TENURE_SOURCE_SYSTEM);
}

static void
explain (TenureSteps *steps, const TenureDiscount *discount, const TenureOrderLine *line)
{
  TenureStep *step = tenure_steps_add (steps, "pay.discount", SOURCE);

  tenure_step_money (step, "official", line->official);
  tenure_step_ratio (step, "factor", discount->permyriad, FULL_PRICE);
  tenure_step_text (step, "kind", discount->promotion ? "promotion" : "commercial");
  tenure_step_result_money (step, line->due);
}

gboolean
tenure_discount_line (const TenureWorld *world, TenureOrderLine *line, TenureSteps *steps, GError **error)
{
  const TenureDiscount *discount = best_for (world, line->service);

  line->due = line->official;
  line->discount = 0;
  line->discount_id = 0;
  if (discount == NULL || line->official <= 0)
    return TRUE;
  if (!tenure_money_scale (line->official, discount->permyriad, FULL_PRICE, 2, TENURE_ROUND_HALF_UP, &line->due, error))
    return FALSE;
  line->discount = line->official - line->due;
  line->discount_id = discount->id;
  explain (steps, discount, line);
  return TRUE;
}

/* --- Until when ----------------------------------------------------------------------------------------------------
 */

static TenureTime
earlier_promotion (const TenureWorld *world, const TenureOrder *leaf, TenureTime end)
{
  for (guint l = 0; l < leaf->n_lines; l++)
    {
      const TenureDiscount *discount = tenure_world_discount_by_id (world, leaf->lines[l].discount_id);
      if (discount == NULL || !discount->promotion || discount->expiry == TENURE_TIME_UNKNOWN)
        continue;
      if (end == TENURE_TIME_UNKNOWN || discount->expiry < end)
        end = discount->expiry;
    }
  return end;
}

TenureTime
tenure_discount_promotion_end (const TenureWorld *world, GPtrArray *leaves)
{
  TenureTime end = TENURE_TIME_UNKNOWN;

  for (guint i = 0; i < leaves->len; i++)
    end = earlier_promotion (world, leaves->pdata[i], end);
  return end;
}

TenureRefusal *
tenure_discount_refusal (const TenureWorld *world, GPtrArray *leaves, const TenureCoupon *coupon)
{
  TenureTime end = tenure_discount_promotion_end (world, leaves);

  if (coupon != NULL || end == TENURE_TIME_UNKNOWN || world->now < end)
    return NULL;
  return tenure_refusal_time (tenure_refusal_new ("pay.promotion-over", NULL), "deadline", end);
}

static gboolean
is_hardware (const TenureWorld *world, const TenureOrder *leaf)
{
  for (guint l = 0; l < leaf->n_lines; l++)
    {
      const TenureOffer *offer = tenure_world_offer (world, leaf->lines[l].offer);
      if (offer != NULL && offer->hardware)
        return TRUE;
    }
  return FALSE;
}

TenureTime
tenure_discount_deadline (const TenureWorld *world, GPtrArray *leaves, TenureTime since, const TenureCoupon *coupon)
{
  TenureDeadlineInput input = { since, TENURE_TIME_UNKNOWN, TENURE_TIME_UNKNOWN, FALSE };

  for (guint i = 0; i < leaves->len; i++)
    input.hardware |= is_hardware (world, leaves->pdata[i]);
  input.coupon_expiry = coupon != NULL ? coupon->expiry : tenure_discount_promotion_end (world, leaves);
  return tenure_payment_deadline (&input, world->stage.policy, NULL);
}

gboolean
tenure_discount_forbids_refund (const TenureWorld *world, const TenureOrder *order)
{
  for (guint l = 0; l < order->n_lines; l++)
    {
      const TenureDiscount *discount = tenure_world_discount_by_id (world, order->lines[l].discount_id);
      if (discount != NULL && discount->no_refund)
        return TRUE;
    }
  return FALSE;
}

static void
set_deadline (TenureDecision *decision, const TenureOrder *order, TenureTime deadline, TenureTime payable)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_AWAIT);

  effect->order = order->id;
  effect->at = deadline;
  effect->value = payable;
}

void
tenure_discount_move (TenureDecision *decision, const TenureOrder *order, GPtrArray *leaves, TenureTime deadline)
{
  if (deadline == order->deadline)
    return;
  if (order->composite)
    set_deadline (decision, order, deadline, TENURE_TIME_UNKNOWN);
  for (guint i = 0; i < leaves->len; i++)
    set_deadline (decision, leaves->pdata[i], deadline, TENURE_TIME_UNKNOWN);
  tenure_decision_unschedule_order (decision, "lapse", order->id);
  tenure_decision_schedule_order (decision, "lapse", deadline, order->id);
}

static void
await_one (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, TenureTime deadline)
{
  tenure_decision_set_status (decision, order->id, TENURE_ORDER_UNPAID, TENURE_TIME_UNKNOWN);
  set_deadline (decision, order, deadline, world->now);
  for (guint l = 0; l < order->n_lines; l++)
    if (order->lines[l].resource_id != 0)
      tenure_decision_hold (decision, order->lines[l].resource_id, order->id);
}

void
tenure_discount_await (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, order);
  TenureTime deadline = tenure_discount_deadline (world, leaves, world->now, NULL);

  if (order->composite)
    await_one (decision, world, order, deadline);
  for (guint i = 0; i < leaves->len; i++)
    await_one (decision, world, leaves->pdata[i], deadline);
  tenure_decision_unschedule_order (decision, "lapse", order->id);
  tenure_decision_schedule_order (decision, "lapse", deadline, order->id);
}

gboolean
tenure_discount_approve (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, GError **error)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, order);
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  TenurePaymentResult nothing = { 0 };

  tenure_discount_await (decision, world, order);
  if (order->due > 0)
    return TRUE;
  /* What costs nothing is not left waiting for a payment of nothing (rules 8.2). */
  tenure_decision_unschedule_order (decision, "lapse", order->id);
  if (order->composite)
    g_ptr_array_add (copies, tenure_order_copy (order));
  for (guint i = 0; i < leaves->len; i++)
    g_ptr_array_add (copies, tenure_order_copy (leaves->pdata[i]));
  for (guint i = 0; i < copies->len; i++)
    {
      ((TenureOrder *)copies->pdata[i])->status = TENURE_ORDER_UNPAID;
      g_array_append_val (refs, ((TenureOrder *)copies->pdata[i])->id);
      tenure_decision_pay_order (decision, copies->pdata[i]); /* takes it */
    }
  nothing.discount = order->discount;
  return tenure_orders_settle (world, copies, &nothing, error) &&
         tenure_orders_take_effect (decision, world, copies, refs, &nothing, error);
}
