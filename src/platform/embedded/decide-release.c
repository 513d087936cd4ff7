/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Release (释放): what has expired goes for good, with what is bound to it; what is mounted stays (A1-24, rules 7,
 * guide 4.2.6). */
#include "tenure-decide.h"

#include "tenure-guard.h"
#include "tenure-lifecycle.h"

#define SOURCE "guide 4.2.6"

/* The police lets nothing go; arrears and a violation do. */
static TenureRefusal *
police_refusal (const TenureWorld *world, GPtrArray *group)
{
  if (world->account.freeze == TENURE_FREEZE_POLICE)
    return tenure_refusal_text (tenure_refusal_new ("account.frozen", NULL), "freeze",
                                tenure_freeze_name (world->account.freeze));
  for (guint i = 0; i < group->len; i++)
    if (((TenureResource *)group->pdata[i])->freeze == TENURE_FREEZE_POLICE)
      return tenure_refusal_new ("resource.police-frozen", NULL);
  return NULL;
}

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureResource *head, GPtrArray *group)
{
  TenureRefusal *refusal = tenure_guard_resource (world, head);

  if (refusal == NULL)
    refusal = police_refusal (world, group);
  if (refusal == NULL &&
      tenure_life_at (head->expiry, world->stage.level, world->stage.policy, world->now) == TENURE_LIFE_IN_USE)
    refusal = tenure_refusal_time (tenure_refusal_new ("release.in-use", NULL), "expiry", head->expiry);
  return refusal;
}

/* What people are told besides: that it is for good, and what may be used on. */
static TenureSteps *
explain (const TenureWorld *world, const TenureResource *head)
{
  const TenureOffer *offer = tenure_world_offer (world, head->offer);
  TenureSteps *steps = tenure_steps_new ();

  tenure_step_time (tenure_steps_add (steps, "release.for-good", SOURCE), "expiry", head->expiry);
  for (const char *const *key = offer == NULL ? NULL : offer->mounted; key != NULL && *key != NULL; key++)
    {
      const TenureOffer *mounted = tenure_world_offer (world, *key);
      g_autofree char *names = mounted == NULL ? NULL : g_strdup_printf ("%s|%s", mounted->name_en, mounted->name_zh);
      if (names != NULL)
        tenure_step_text (tenure_steps_add (steps, "release.stays", SOURCE), "product", g_intern_string (names));
    }
  return steps;
}

static void
release_one (const TenureWorld *world, const TenureResource *head, TenureDecision *decision)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);
  TenurePlanItem *item = tenure_decision_resource_item (decision, TENURE_VERB_RELEASE, head, NULL);
  TenureLifeSpan span;

  item->refusal = refusal_of (world, head, group);
  if (item->refusal != NULL)
    return;
  item->steps = explain (world, head);
  for (guint i = 1; i < group->len; i++)
    tenure_decision_resource_item (decision, TENURE_VERB_RELEASE, group->pdata[i], head);
  tenure_life_span (head->expiry, world->stage.level, world->stage.policy, &span);
  tenure_decision_holds (decision, span.destroyed);
  tenure_guard_settle (decision, world, head);
  tenure_life_release (world, head, decision);
}

gboolean
tenure_decide_release (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (((const TenureRelease *)params)->resources);

  for (guint i = 0; i < keys->len; i++)
    release_one (world, tenure_world_resource (world, keys->pdata[i]), decision);
  return TRUE;
}
