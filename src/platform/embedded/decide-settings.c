/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account's unified day (统一到期日) and deduction day (自动续费扣款日; A1-23, A2-15). */
#include "tenure-decide.h"

#include "tenure-lifecycle.h"
#include "tenure-orders.h"

static void
set (TenureDecision *decision, const char *column, gint64 value)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_SETTING);

  effect->word = column;
  effect->value = value;
}

static TenurePlanItem *
setting_item (TenureDecision *decision, const char *key, gint64 before, gint64 after)
{
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_SET, key, key);

  item->old_value = g_strdup_printf ("%" G_GINT64_FORMAT, before);
  item->new_value = g_strdup_printf ("%" G_GINT64_FORMAT, after);
  return item;
}

gboolean
tenure_decide_unified_day (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureSetUnifiedDay *wanted = params;

  setting_item (decision, "unified-day", tenure_world_unified_day (world), wanted->day);
  set (decision, "unified_day", wanted->day);
  return TRUE;
}

/* The next attempts of what renews itself move with the day, each to what holds from this moment on. */
static void
move_attempt (const TenureWorld *world, const TenureResource *resource, int days, TenureDecision *decision)
{
  const TenureStage *stage = &world->stage;
  TenureTime before = tenure_auto_next (resource->expiry, tenure_world_lead (world), resource->auto_since, world->now,
                                        stage->level, stage->policy);
  TenureTime after =
      tenure_auto_next (resource->expiry, days, resource->auto_since, world->now, stage->level, stage->policy);
  TenurePlanItem *item;
  TenureEffect *effect;

  if (before == after)
    return;
  item = tenure_decision_resource_item (decision, TENURE_VERB_SET, resource, NULL);
  item->old_value = before == TENURE_TIME_UNKNOWN ? NULL : tenure_time_format (before);
  item->new_value = after == TENURE_TIME_UNKNOWN ? NULL : tenure_time_format (after);
  tenure_decision_holds (decision, before);
  tenure_decision_holds (decision, after);
  effect = tenure_decision_effect (decision, TENURE_EFFECT_UNSCHEDULE);
  effect->word = "auto-renew";
  effect->resource = resource->id;
  if (after == TENURE_TIME_UNKNOWN)
    return;
  effect = tenure_decision_effect (decision, TENURE_EFFECT_SCHEDULE);
  effect->word = "auto-renew";
  effect->resource = resource->id;
  effect->at = after;
}

gboolean
tenure_decide_deduction_day (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureSetDeductionDay *wanted = params;
  const TenurePolicy *policy = world->stage.policy;
  TenureRefusal *refusal;

  if (!wanted->agreed)
    tenure_decision_refuse (decision, tenure_refusal_new ("set-deduction-day.not-agreed", "agreed"));
  if (wanted->days < policy->lead_min || wanted->days > policy->lead_max)
    {
      refusal =
          tenure_refusal_count (tenure_refusal_new ("set-deduction-day.range", "days"), "minimum", policy->lead_min);
      tenure_decision_refuse (decision, tenure_refusal_count (refusal, "maximum", policy->lead_max));
    }
  setting_item (decision, "deduction-day", tenure_world_lead (world), wanted->days);
  if (decision->refusals->len > 0)
    return TRUE;
  set (decision, "lead_days", wanted->days);
  for (guint i = 0; i < world->resources->len; i++)
    move_attempt (world, world->resources->pdata[i], (int)wanted->days, decision);
  return TRUE;
}
