/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay-per-use to yearly/monthly (按需转包周期): an order whose payment begins the first period (rules 8.3). */
#include "tenure-decide.h"

#include "tenure-discounts.h"
#include "tenure-guard.h"
#include "tenure-renewal.h"

/* tenure_guard_resource() speaks of what has a term; this has none. */
static TenureRefusal *
metered_refusal (const TenureWorld *world, const TenureResource *head)
{
  TenureResource as_period = *head;

  if (head->status == TENURE_RESOURCE_ACTIVE && head->charging != TENURE_CHARGING_USE)
    return tenure_refusal_new ("to-period.not-metered", NULL);
  as_period.charging = TENURE_CHARGING_PERIOD;
  return tenure_guard_resource (world, &as_period);
}

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureResource *head, const TenureToPeriod *wanted)
{
  const TenureOffer *offer = tenure_world_offer (world, head->offer);
  TenureRefusal *refusal = metered_refusal (world, head);
  g_autofree char *choices = NULL;

  if (refusal == NULL)
    refusal = tenure_guard_freeze (world, head);
  if (refusal == NULL && world->account.arrears > 0)
    refusal = tenure_refusal_money (tenure_refusal_new ("account.arrears", NULL), "due", world->account.arrears);
  if (refusal == NULL)
    refusal = tenure_guard_withdrawn (world, head);
  if (refusal != NULL || tenure_durations_contain (offer->buy, (int)wanted->months))
    return refusal;
  choices = tenure_durations_format (offer->buy);
  refusal = tenure_refusal_count (tenure_refusal_new ("order.duration", "months"), "months", wanted->months);
  return tenure_refusal_text (refusal, "choices", choices);
}

static gboolean
draft_line (const TenureWorld *world, const TenureResource *resource, const TenureToPeriod *wanted,
            TenureOrderLine *line, TenurePlanItem *item, GError **error)
{
  const TenureOffer *offer = tenure_world_offer (world, resource->offer);
  const TenureSpec *spec = offer == NULL ? NULL : tenure_offer_spec (offer, resource->spec);
  TenureTime end;

  line->months = (int)wanted->months;
  line->auto_renew = wanted->auto_renew;
  line->auto_months = wanted->auto_renew ? (int)wanted->months : 0;
  item->steps = tenure_steps_new ();
  if (spec == NULL ||
      !tenure_offer_price (offer, spec, resource->amount, line->months, &line->official, item->steps, NULL))
    {
      item->refusal = tenure_refusal_text (tenure_refusal_new ("order.no-price", NULL), "value", resource->spec);
      return TRUE;
    }
  if (!tenure_discount_line (world, line, item->steps, error))
    return FALSE;
  item->official = line->official;
  item->due = item->total = item->money.cash = line->due;
  item->months = line->months;
  if (!tenure_renewal_expiry (world->now, tenure_day_mday (tenure_day_of (world->now)), line->months,
                              world->stage.policy, &end, error))
    return FALSE;
  item->new_expiry = end;
  return TRUE;
}

static gboolean
draft (const TenureWorld *world, const TenureResource *head, const TenureToPeriod *wanted, TenureDecision *decision,
       GPtrArray *orders, GError **error)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);
  TenureOrder *order = tenure_order_draft (world, TENURE_TYPE_FROM_PPU, group->len);
  gboolean fine = TRUE, refused = FALSE;

  for (guint i = 0; fine && i < group->len; i++)
    {
      TenurePlanItem *item = tenure_decision_resource_item (decision, TENURE_VERB_CONVERT, group->pdata[i], head);
      tenure_order_line_fill (&order->lines[i], group->pdata[i], i == 0 ? -1 : 0);
      fine = draft_line (world, group->pdata[i], wanted, &order->lines[i], item, error);
      refused |= item->refusal != NULL;
    }
  fine = fine && tenure_order_total (order, error);
  order->status = tenure_order_first (order->type, world->stage.source, FALSE, order->due);
  if (fine && !refused)
    g_ptr_array_add (orders, order);
  else
    tenure_order_free (order);
  return fine;
}

static gboolean
place (const TenureWorld *world, const TenureToPeriod *wanted, TenureDecision *decision, GPtrArray *orders,
       GError **error)
{
  TenureTime deadline = tenure_discount_deadline (world, orders, world->now, NULL);

  for (guint i = 0; i < orders->len; i++)
    ((TenureOrder *)orders->pdata[i])->deadline = deadline;
  if (!tenure_orders_submit (decision, world, orders, wanted->pay, error))
    return FALSE;
  return ((TenureOrder *)orders->pdata[0])->status == TENURE_ORDER_UNPAID ||
         tenure_orders_end_metering (decision, world, decision->balance_after, error);
}

gboolean
tenure_decide_to_period (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureToPeriod *wanted = params;
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (wanted->resources);

  for (guint i = 0; i < keys->len; i++)
    {
      const TenureResource *head = tenure_world_resource (world, keys->pdata[i]);
      TenureRefusal *refusal = refusal_of (world, head, wanted);
      if (refusal != NULL)
        tenure_decision_resource_item (decision, TENURE_VERB_CONVERT, head, NULL)->refusal = refusal;
      else if (!draft (world, head, wanted, decision, orders, error))
        return FALSE;
      tenure_guard_settle (decision, world, head);
    }
  return orders->len == 0 || place (world, wanted, decision, orders, error);
}
