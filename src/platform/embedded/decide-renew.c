/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renew (续费), single and batch, with or without the unified day, paid now or later (rules 4, 5). */
#include "tenure-decide.h"

#include "tenure-choices.h"
#include "tenure-guard.h"
#include "tenure-lifecycle.h"
#include "tenure-orders.h"
#include "tenure-renewals.h"

static TenureRefusal *
duration_refusal (const TenureWorld *world, const TenureResource *head, int months)
{
  const TenureOffer *offer = tenure_world_offer (world, head->offer);
  TenureDurations durations = tenure_resource_durations (offer, head);
  g_autofree char *choices = NULL;
  TenureRefusal *refusal;

  if (tenure_durations_contain (durations, months))
    return NULL;
  choices = tenure_durations_format (durations);
  refusal = tenure_refusal_count (tenure_refusal_new ("renew.duration", "months"), "months", months);
  return tenure_refusal_text (refusal, "choices", choices);
}

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureResource *head, const TenureRenew *renew)
{
  TenureRefusal *refusal =
      world->account.verified ? tenure_guard_resource (world, head) : tenure_refusal_new ("renew.not-verified", NULL);

  if (refusal == NULL)
    refusal = tenure_guard_freeze (world, head);
  if (refusal == NULL)
    refusal = tenure_guard_withdrawn (world, head);
  if (refusal == NULL)
    refusal = duration_refusal (world, head, (int)renew->months);
  if (refusal == NULL && renew->unify && head->mode != TENURE_MODE_MANUAL && head->mode != TENURE_MODE_AUTO)
    refusal =
        tenure_refusal_text (tenure_refusal_new ("renew.unify-mode", "unify"), "mode", tenure_mode_name (head->mode));
  if (refusal == NULL && renew->unify && head->charging == TENURE_CHARGING_PACKAGE)
    refusal = tenure_refusal_new ("renew.unify-package", "unify");
  if (refusal == NULL && renew->auto_renew && tenure_world_offer (world, head->offer)->solution)
    refusal = tenure_refusal_new ("set-mode.solution", "auto_renew");
  return refusal;
}

/* 设置自动续费: what renews itself already goes on as it was set. */
static void
renew_itself (const TenureResource *head, const TenureRenew *renew, TenureOrderLine *line)
{
  line->auto_renew = renew->auto_renew && head->mode != TENURE_MODE_AUTO;
  line->auto_months = line->auto_renew ? (int)renew->months : 0;
}

static void
add_items (TenureDecision *decision, const TenureWorld *world, const TenureResource *head,
           const TenureRenewalDraft *draft)
{
  for (guint l = 0; l < draft->order->n_lines; l++)
    {
      const TenureOrderLine *line = &draft->order->lines[l];
      const TenureResource *resource = tenure_world_resource_by_id (world, line->resource_id);
      TenurePlanItem *item = tenure_decision_resource_item (decision, TENURE_VERB_RENEW, resource, head);

      item->official = line->official;
      item->due = item->total = item->money.cash = line->due;
      item->months = line->months;
      item->extra_days = line->extra_days;
      item->new_expiry = line->new_expiry;
      item->steps = tenure_steps_ref (draft->steps->pdata[l]);
      if (!line->auto_renew)
        continue;
      item->old_value = tenure_decision_mode_text (head->mode, head->auto_months, head->auto_left);
      item->new_value = tenure_decision_mode_text (TENURE_MODE_AUTO, line->auto_months, -1);
    }
}

/* A batch is decided again when the first of its resources goes, or renews itself. */
static void
hold_until (TenureDecision *decision, const TenureWorld *world, const TenureResource *head)
{
  TenureLifeSpan span;

  tenure_life_span (head->expiry, world->stage.level, world->stage.policy, &span);
  tenure_decision_holds (decision, span.destroyed);
  if (head->mode == TENURE_MODE_AUTO && head->auto_left != 0)
    tenure_decision_holds (decision, tenure_auto_next (head->expiry, tenure_world_lead (world), head->auto_since,
                                                       world->now, world->stage.level, world->stage.policy));
}

static gboolean
renew_one (const TenureWorld *world, const TenureResource *head, const TenureRenew *renew, TenureDecision *decision,
           GPtrArray *orders, GError **error)
{
  g_auto (TenureRenewalDraft) draft = { 0 };
  TenureRefusal *refusal = refusal_of (world, head, renew);

  if (refusal == NULL)
    {
      if (!tenure_renewal_draft (world, head, (int)renew->months, renew->unify, &draft, error))
        return FALSE;
      refusal = g_steal_pointer (&draft.refusal);
    }
  if (refusal != NULL)
    {
      tenure_decision_resource_item (decision, TENURE_VERB_RENEW, head, NULL)->refusal = refusal;
      return TRUE;
    }
  renew_itself (head, renew, &draft.order->lines[0]);
  add_items (decision, world, head, &draft);
  hold_until (decision, world, head);
  tenure_guard_settle (decision, world, head);
  g_ptr_array_add (orders, g_steal_pointer (&draft.order));
  return TRUE;
}

/* One batch of the marketplace (云商店) is of one seller (rules 4.1). */
static void
refuse_sellers (TenureDecision *decision, const TenureWorld *world, GPtrArray *keys)
{
  const char *seller = NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      const TenureResource *head = tenure_world_resource (world, keys->pdata[i]);
      const TenureOffer *offer = tenure_world_offer (world, head->offer);
      if (offer == NULL || offer->seller == NULL || offer->seller == seller)
        continue;
      if (seller != NULL)
        {
          tenure_decision_refuse (decision, tenure_refusal_new ("renew.sellers", "resources"));
          return;
        }
      seller = offer->seller;
    }
}

gboolean
tenure_decide_renew (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureRenew *renew = params;
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (renew->resources);

  tenure_guard_limit (decision, "resources", keys->len, world->stage.policy->renew_limit);
  refuse_sellers (decision, world, keys);
  for (guint i = 0; i < keys->len; i++)
    if (!renew_one (world, tenure_world_resource (world, keys->pdata[i]), renew, decision, orders, error))
      return FALSE;
  return orders->len == 0 || tenure_orders_submit (decision, world, orders, renew->pay, error);
}
