/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unsubscribe what is in use (退订使用中的资源): five-day or conditional, with bound parts and all unstarted renewal
 * periods (rules 1 to 3; A1-20, A1-25). */
#include "tenure-decide.h"

#include "tenure-guard.h"
#include "tenure-lifecycle.h"
#include "tenure-orders.h"
#include "tenure-payment.h"
#include "tenure-refunds.h"

/* What one submission gathers. */
typedef struct
{
  const TenureWorld *world;
  TenureDecision *decision;
  gboolean batch;
  int left, used;    /* units of the five-day quota */
  GPtrArray *heads;  /* TenureResource, one an order */
  GPtrArray *orders; /* TenureOrder */
  TenureMoney sum;
} Desk;

static TenureRefusal *
refusal_of (const Desk *desk, const TenureResource *head)
{
  const TenureStage *stage = &desk->world->stage;
  const TenureOffer *offer = tenure_world_offer (desk->world, head->offer);
  TenureRefusal *refusal = tenure_guard_resource (desk->world, head);

  if (refusal == NULL)
    refusal = tenure_guard_freeze (desk->world, head);
  if (refusal != NULL)
    return refusal;
  if (tenure_life_at (head->expiry, stage->level, stage->policy, desk->world->now) != TENURE_LIFE_IN_USE)
    return tenure_refusal_time (tenure_refusal_new ("unsubscribe.expired", NULL), "expiry", head->expiry);
  if (offer != NULL && (offer->no_refund || offer->package))
    return tenure_refusal_new (offer->package ? "unsubscribe.package" : "unsubscribe.no-refund", NULL);
  if (desk->batch && (offer == NULL || !offer->batch_unsubscribe))
    return tenure_refusal_new ("unsubscribe.no-batch", NULL);
  return NULL;
}

/* A bound group is one unit (rules 2.2); the running period decides, and it must be the first one. */
static gboolean
five_day (const Desk *desk, const TenureResource *head)
{
  const TenureOffer *offer = tenure_world_offer (desk->world, head->offer);
  TenureRefundInput input = { .at = desk->world->now, .five_day = TRUE };

  if (desk->left == 0 || head->five_day_excluded || offer == NULL || !offer->five_day)
    return FALSE;
  for (guint t = 0; t < head->n_terms; t++)
    {
      input.kind = head->terms[t].kind;
      input.start = head->terms[t].start;
      if (tenure_return_stands (desk->world, &head->terms[t]) &&
          tenure_refund_kind_of (&input, desk->world->stage.policy) == TENURE_REFUND_FIVE_DAY)
        return TRUE;
    }
  return FALSE;
}

static gboolean
work_out (const Desk *desk, const TenureResource *head, gboolean quota, TenureReturn *back, GError **error)
{
  g_autoptr (GPtrArray) group = tenure_world_group (desk->world, head);

  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      for (guint t = 0; t < resource->n_terms; t++)
        if (tenure_return_stands (desk->world, &resource->terms[t]) &&
            !tenure_return_add (back, desk->world, resource, &resource->terms[t], quota, error))
          return FALSE;
    }
  if (back->terms->len == 0 && back->refusal == NULL)
    back->refusal = tenure_refusal_new ("unsubscribe.nothing-paid", NULL);
  return TRUE;
}

static gboolean
take_one (Desk *desk, const TenureResource *head, GError **error)
{
  g_autoptr (TenureReturn) back = tenure_return_new ();
  TenureOrder *order;
  gboolean quota = FALSE;

  back->refusal = refusal_of (desk, head);
  if (back->refusal == NULL)
    {
      quota = five_day (desk, head);
      if (!work_out (desk, head, quota, back, error))
        return FALSE;
    }
  if (back->refusal != NULL)
    {
      tenure_decision_resource_item (desk->decision, TENURE_VERB_UNSUBSCRIBE, head, NULL)->refusal =
          g_steal_pointer (&back->refusal);
      return TRUE;
    }
  desk->left -= quota;
  desk->used += quota;
  tenure_return_items (back, desk->decision, TENURE_VERB_UNSUBSCRIBE, head);
  tenure_decision_holds (desk->decision, head->expiry + 1);
  tenure_guard_settle (desk->decision, desk->world, head);
  if (!tenure_return_sum (back, &desk->sum, error) || (order = tenure_return_order (back, desk->world, error)) == NULL)
    return FALSE;
  g_ptr_array_add (desk->heads, (gpointer)head);
  g_ptr_array_add (desk->orders, order);
  return TRUE;
}

/* Accepted: what it was is gone at once (A1-26); in review: the resource stays, held by the order (A1-20). */
static void
take_away (const Desk *desk, const TenureResource *head, TenureRef ref, const TenureOrder *order)
{
  g_autoptr (GPtrArray) group = tenure_world_group (desk->world, head);

  for (guint l = 0; l < order->n_lines; l++)
    tenure_decision_oblige (desk->decision, "unsubscribe",
                            tenure_obligation_unsubscribe (order->lines[l].resource_key, order->lines[l].term_id), 0);
  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      if (desk->decision->review)
        tenure_decision_hold (desk->decision, resource->id, ref);
      else
        tenure_decision_end_resource (desk->decision, resource->id, TENURE_RESOURCE_UNSUBSCRIBED);
    }
  if (!desk->decision->review)
    tenure_decision_effect (desk->decision, TENURE_EFFECT_UNSCHEDULE)->resource = head->id;
}

static gboolean
submit (Desk *desk, GError **error)
{
  TenureDecision *decision = desk->decision;
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  TenureEffect *quota;
  TenureRef whole;

  decision->review = tenure_refund_needs_review (desk->sum, desk->world->stage.policy);
  for (guint i = 0; i < desk->orders->len; i++)
    ((TenureOrder *)desk->orders->pdata[i])->status = decision->review ? TENURE_ORDER_REVIEW : TENURE_ORDER_REFUNDING;
  if (!tenure_orders_place (decision, desk->world, desk->orders, refs, &whole, error))
    return FALSE;
  for (guint i = 0; i < desk->orders->len; i++)
    take_away (desk, desk->heads->pdata[i], g_array_index (refs, TenureRef, i), desk->orders->pdata[i]);
  if (desk->used > 0)
    {
      quota = tenure_decision_effect (decision, TENURE_EFFECT_QUOTA);
      quota->value = tenure_day_year (tenure_day_of (desk->world->now));
      quota->count = desk->used;
    }
  return decision->review || tenure_return_accept (decision, desk->world, desk->orders, refs, whole, error);
}

static void
check_form (TenureDecision *decision, const TenureUnsubscribe *wanted)
{
  gboolean other = g_str_equal (TENURE_REASONS[wanted->reason], "other");

  if (!wanted->agreed)
    tenure_decision_refuse (decision, tenure_refusal_new ("unsubscribe.not-agreed", "agreed"));
  if (other && (wanted->reason_text == NULL || *wanted->reason_text == '\0'))
    tenure_decision_refuse (decision, tenure_refusal_new ("unsubscribe.no-reason", "reason_text"));
}

gboolean
tenure_decide_unsubscribe (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureUnsubscribe *wanted = params;
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (wanted->resources);
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  int quota = world->stage.policy->five_day ? world->stage.policy->five_day_quota : 0;
  Desk desk = { world, decision, keys->len > 1, MAX (0, quota - world->account.quota_used), 0, heads, orders, 0 };

  check_form (decision, wanted);
  for (guint i = 0; i < keys->len; i++)
    if (!take_one (&desk, tenure_world_resource (world, keys->pdata[i]), error))
      return FALSE;
  decision->quota_needed = desk.used;
  decision->quota_left = desk.left;
  return orders->len == 0 || submit (&desk, error);
}
