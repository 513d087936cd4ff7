/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Set manual, set and modify automatic renewal, to pay-per-use at expiry, no renewal at expiry (设为手动续费,
 * 设为自动续费, 修改自动续费, 到期转按需, 到期不续费; A1-21, A1-22, rules 6, 7). The four exclude each other. */
#include "tenure-decide.h"

#include "tenure-choices.h"
#include "tenure-guard.h"
#include "tenure-lifecycle.h"
#include "tenure-orders.h"
#include "tenure-renewals.h"

#define UNLIMITED (-1)

static TenureRefusal *
automatic_refusal (const TenureWorld *world, const TenureResource *resource, const TenureSetMode *set)
{
  const TenureOffer *offer = tenure_world_offer (world, resource->offer);
  TenureLife life = tenure_life_at (resource->expiry, world->stage.level, world->stage.policy, world->now);
  TenureDurations durations = tenure_resource_durations (offer, resource);
  g_autofree char *choices = NULL;
  TenureRefusal *refusal;

  if (life != TENURE_LIFE_IN_USE)
    return tenure_refusal_time (tenure_refusal_new ("set-mode.expired", NULL), "expiry", resource->expiry);
  if (offer->solution)
    return tenure_refusal_new ("set-mode.solution", NULL);
  if (tenure_durations_contain (durations, (int)set->months))
    return NULL;
  choices = tenure_durations_format (durations);
  refusal = tenure_refusal_count (tenure_refusal_new ("renew.duration", "months"), "months", set->months);
  return tenure_refusal_text (refusal, "choices", choices);
}

/* What can go on by the hour when its term ends (rules 7). */
static TenureRefusal *
conversion_refusal (const TenureWorld *world, const TenureResource *resource)
{
  const TenureOffer *offer = tenure_world_offer (world, resource->offer);
  TenureLife life = tenure_life_at (resource->expiry, world->stage.level, world->stage.policy, world->now);
  TenureRefusal *refusal = tenure_guard_freeze (world, resource);

  if (refusal != NULL)
    return refusal;
  if (resource->freeze == TENURE_FREEZE_VIOLATION)
    return tenure_refusal_new ("resource.violation-frozen", NULL);
  if (resource->charging == TENURE_CHARGING_PACKAGE)
    return tenure_refusal_new ("to-pay-per-use.package", NULL);
  if (offer->solution)
    return tenure_refusal_new ("to-pay-per-use.solution", NULL);
  if (!offer->to_ppu)
    return tenure_refusal_new ("to-pay-per-use.unsupported", NULL);
  if (life != TENURE_LIFE_IN_USE)
    return tenure_refusal_time (tenure_refusal_new ("to-pay-per-use.expired", NULL), "expiry", resource->expiry);
  return NULL;
}

/* A withdrawn product may only be left to end, and that one by one (A1-21). */
static TenureRefusal *
withdrawn_refusal (const TenureWorld *world, const TenureResource *resource, const TenureSetMode *set)
{
  if (set->mode != TENURE_MODE_NO_RENEWAL)
    return tenure_guard_withdrawn (world, resource);
  return set->resources[1] == NULL ? NULL : tenure_guard_batch (world, resource);
}

/* A change keeps what is left of the times unless they are to be reset (重置自动续费次数). */
static int
times_left (const TenureResource *resource, const TenureSetMode *set)
{
  if (resource->mode == TENURE_MODE_AUTO && !set->reset_times)
    return resource->auto_left;
  return set->times == 0 ? UNLIMITED : (int)set->times;
}

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureResource *resource, const TenureSetMode *set)
{
  TenureRefusal *refusal = tenure_guard_resource (world, resource);

  if (refusal == NULL)
    refusal = withdrawn_refusal (world, resource, set);
  if (refusal == NULL && set->mode == TENURE_MODE_AUTO)
    refusal = tenure_guard_freeze (world, resource);
  if (refusal == NULL && set->mode == TENURE_MODE_AUTO)
    refusal = automatic_refusal (world, resource, set);
  if (refusal == NULL && set->mode == TENURE_MODE_TO_PPU)
    refusal = conversion_refusal (world, resource);
  return refusal;
}

/* Until it expires, or, when it has, until it is destroyed. */
static void
hold (TenureDecision *decision, const TenureWorld *world, const TenureResource *resource)
{
  TenureLifeSpan span;

  tenure_life_span (resource->expiry, world->stage.level, world->stage.policy, &span);
  tenure_decision_holds (decision, world->now <= resource->expiry ? resource->expiry + 1 : span.destroyed);
}

/* An attempt that is due at once (rules 6, enabled too late) takes money: the item says how much. */
static gboolean
tell_attempt (const TenureWorld *world, const TenureResource *resource, const TenureResource *later,
              TenurePlanItem *item, GError **error)
{
  g_auto (TenureRenewalDraft) draft = { 0 };

  if (later->mode != TENURE_MODE_AUTO ||
      tenure_auto_next (resource->expiry, tenure_world_lead (world), later->auto_since, world->now - 1,
                        world->stage.level, world->stage.policy) != world->now)
    return TRUE;
  if (!tenure_renewal_draft (world, resource, later->auto_months, FALSE, &draft, error))
    return FALSE;
  if (draft.order != NULL)
    item->due = draft.order->due;
  return TRUE;
}

static gboolean
set_one (const TenureWorld *world, const TenureResource *resource, const TenureSetMode *set, TenureDecision *decision,
         GError **error)
{
  TenurePlanItem *item = tenure_decision_resource_item (decision, TENURE_VERB_SET, resource, NULL);
  TenureResource later = *resource;

  if (resource->charging != TENURE_CHARGING_USE) /* which has no term, and so no renewal */
    item->old_value = tenure_decision_mode_text (resource->mode, resource->auto_months, resource->auto_left);
  item->refusal = refusal_of (world, resource, set);
  if (item->refusal != NULL)
    return TRUE;
  later.mode = set->mode;
  later.auto_months = set->mode == TENURE_MODE_AUTO ? (int)set->months : 0;
  later.auto_left = set->mode == TENURE_MODE_AUTO ? times_left (resource, set) : 0;
  later.auto_since = resource->mode == TENURE_MODE_AUTO ? resource->auto_since : world->now;
  item->new_value = tenure_decision_mode_text (later.mode, later.auto_months, later.auto_left);
  if (g_str_equal (item->old_value, item->new_value))
    {
      item->refusal = tenure_refusal_text (tenure_refusal_new ("set-mode.same", NULL), "mode", item->old_value);
      return TRUE;
    }
  hold (decision, world, resource);
  tenure_guard_settle (decision, world, resource);
  tenure_decision_set_mode (decision, resource->id, later.mode, later.auto_months, later.auto_left,
                            later.mode == TENURE_MODE_AUTO ? later.auto_since : TENURE_TIME_UNKNOWN);
  /* An attempt that is due at this very second is still to be made (rules 6, enabled too late). */
  tenure_orders_schedule_life (decision, world, resource->id, &later, world->now - 1);
  return tell_attempt (world, resource, &later, item, error);
}

gboolean
tenure_decide_set_mode (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureSetMode *set = params;
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (set->resources);

  if (set->mode == TENURE_MODE_AUTO && set->months == 0)
    tenure_decision_refuse (decision, tenure_refusal_new ("set-mode.no-period", "months"));
  if (set->times > world->stage.policy->auto_times_max)
    tenure_decision_refuse (decision, tenure_refusal_count (tenure_refusal_new ("set-mode.times", "times"), "limit",
                                                            world->stage.policy->auto_times_max));
  for (guint i = 0; decision->refusals->len == 0 && i < keys->len; i++)
    if (!set_one (world, tenure_world_resource (world, keys->pdata[i]), set, decision, error))
      return FALSE;
  return TRUE;
}
