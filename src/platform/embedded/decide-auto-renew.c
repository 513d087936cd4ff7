/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One attempt of an automatic renewal (自动续费), at 03:00 by itself: one voucher, then the balance; what fails is
 * tried again the next day (rules 6; A1-18, A1-21). */
#include "tenure-decide.h"

#include "tenure-choices.h"
#include "tenure-guard.h"
#include "tenure-orders.h"
#include "tenure-renewals.h"
#include "tenure-value-json.h"

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureResource *head)
{
  const TenureOffer *offer = tenure_world_offer (world, head->offer);
  TenureRefusal *refusal = tenure_guard_resource (world, head);

  if (refusal == NULL)
    refusal = tenure_guard_freeze (world, head);
  if (refusal == NULL &&
      (offer == NULL || !tenure_durations_contain (tenure_resource_durations (offer, head), head->auto_months)))
    refusal = tenure_refusal_count (tenure_refusal_new ("renew.duration", NULL), "months", head->auto_months);
  return refusal;
}

static gboolean
work_out (const TenureWorld *world, const TenureResource *head, TenureOrder *order, TenurePaymentResult *payment,
          TenureRefusal **refusal, GError **error)
{
  TenurePaymentInput input = {
    .official = order->official,
    .placed = order->discount,
    .balance = world->account.balance,
    .service = head->service,
    .region = head->region,
    .order_type = TENURE_TYPE_RENEWAL,
    .charging = 1 + (int)head->charging,
    .at = world->now,
  };
  GError *problem = NULL;

  input.voucher = tenure_auto_voucher ((const TenureCoupon *const *)world->coupons->pdata, world->coupons->len, &input,
                                       world->stage.policy);
  if (tenure_payment (&input, world->stage.policy, payment, NULL, refusal, &problem))
    return TRUE;
  return problem == NULL || (g_propagate_error (error, problem), FALSE);
}

/* The reason goes along as it is and is worded by whoever reads the message. */
static void
tell (const TenureWorld *world, const TenureResource *head, const TenureRefusal *refusal, TenureDecision *decision)
{
  TenureJson *arguments = tenure_json_new_object ();
  g_autoptr (TenureJson) why = tenure_value_from_refusal (refusal);
  g_autofree char *reason = tenure_json_to_canonical (why), *until = tenure_time_format (head->expiry);

  tenure_json_set_string (arguments, "resource", head->key);
  tenure_json_set_string (arguments, "name", head->name);
  tenure_json_set_string (arguments, "until", until);
  tenure_json_set_string (arguments, "refusal", reason);
  tenure_decision_tell (decision, world, "auto-renewal.failed", arguments);
}

static void
fail (const TenureWorld *world, const TenureResource *head, const TenureRefusal *refusal, TenureDecision *decision)
{
  TenureJson *body = tenure_json_new_object ();

  tell (world, head, refusal, decision);
  decision->tells_balance = TRUE;
  tenure_json_set_string (body, "rule", refusal->rule);
  tenure_json_set (body, "refusal", tenure_value_from_refusal (refusal));
  tenure_json_set_int64 (body, "expiry", head->expiry);
  tenure_decision_note (decision, "auto-renewal.failed", head->key, body);
  tenure_orders_schedule_life (decision, world, head->id, head, world->now);
}

/* The count goes down; the last one makes it a manual one again (rules GD-55). */
static void
count_down (const TenureWorld *world, const TenureResource *head, TenureTime expiry, TenureDecision *decision)
{
  TenureResource later = *head;

  if (head->auto_left <= 0)
    return;
  later.expiry = expiry;
  later.auto_left--;
  if (later.auto_left == 0)
    tenure_decision_set_mode (decision, head->id, TENURE_MODE_MANUAL, 0, 0, TENURE_TIME_UNKNOWN);
  else
    tenure_decision_set_mode (decision, head->id, TENURE_MODE_AUTO, head->auto_months, later.auto_left,
                              head->auto_since);
  tenure_orders_schedule_life (decision, world, head->id, &later, world->now);
}

static gboolean
succeed (const TenureWorld *world, const TenureResource *head, TenureOrder *order, const TenurePaymentResult *payment,
         TenureDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  TenureRef whole;

  g_ptr_array_add (orders, order);
  tenure_guard_settle (decision, world, head);
  if (!tenure_orders_settle (world, orders, payment, error) ||
      !tenure_orders_place (decision, world, orders, refs, &whole, error) ||
      !tenure_orders_take_effect (decision, world, orders, refs, payment, error))
    return FALSE;
  count_down (world, head, order->lines[0].new_expiry, decision);
  return TRUE;
}

static gboolean
attempt (const TenureWorld *world, const TenureResource *head, TenureDecision *decision, GError **error)
{
  g_auto (TenureRenewalDraft) draft = { 0 };
  TenurePaymentResult payment = { 0 };
  gboolean fine = TRUE;
  TenureRefusal *refusal = refusal_of (world, head);

  if (refusal == NULL)
    {
      if (!tenure_renewal_draft (world, head, head->auto_months, FALSE, &draft, error))
        return FALSE;
      refusal = g_steal_pointer (&draft.refusal);
    }
  if (refusal == NULL && !work_out (world, head, draft.order, &payment, &refusal, error))
    return FALSE;
  if (refusal != NULL)
    fail (world, head, refusal, decision);
  else
    fine = succeed (world, head, g_steal_pointer (&draft.order), &payment, decision, error);
  g_clear_pointer (&refusal, tenure_refusal_free);
  g_clear_pointer (&payment.uses, g_array_unref);
  return fine;
}

gboolean
tenure_decide_auto_renew (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  const TenureResource *head = tenure_world_resource_by_id (world, ((const TenureDated *)dated)->subject);

  if (head == NULL || head->status != TENURE_RESOURCE_ACTIVE || head->mode != TENURE_MODE_AUTO)
    return TRUE;
  return attempt (world, head, decision, error);
}
