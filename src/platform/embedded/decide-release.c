/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Release (释放): what has expired goes for good, with what is bound to it; what is mounted stays (A1-24, rules 7,
 * guide 4.2.6). Pay-per-use has no expiry to wait for: it ends when it is released, and its started hour is charged
 * (A1-12). */
#include "tenure-decide.h"

#include "tenure-guard.h"
#include "tenure-lifecycle.h"
#include "tenure-metered.h"

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

static gboolean
is_metered (const TenureResource *head)
{
  return head->charging == TENURE_CHARGING_USE;
}

/* The guard's other questions are asked of pay-per-use too. */
static TenureRefusal *
resource_refusal (const TenureWorld *world, const TenureResource *head)
{
  TenureResource asked = *head;

  if (is_metered (head))
    asked.charging = TENURE_CHARGING_PERIOD;
  return tenure_guard_resource (world, &asked);
}

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureResource *head, GPtrArray *group)
{
  TenureRefusal *refusal = resource_refusal (world, head);

  if (refusal == NULL)
    refusal = police_refusal (world, group);
  if (refusal == NULL && !is_metered (head) &&
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

  if (is_metered (head))
    tenure_steps_add (steps, "release.metered", SOURCE);
  else
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

/* It holds until it is released by itself, or with the next hour, which costs more. */
static void
hold (const TenureWorld *world, const TenureResource *head, TenureDecision *decision)
{
  TenureLifeSpan span;

  if (is_metered (head))
    {
      tenure_decision_holds (decision, tenure_hour_floor (world->now) + TENURE_HOUR_SECONDS);
      return;
    }
  tenure_life_span (head->expiry, world->stage.level, world->stage.policy, &span);
  tenure_decision_holds (decision, span.destroyed);
}

/* Says what goes; TRUE when it goes, which the decision is told after the last hours are charged. */
static gboolean
take (const TenureWorld *world, const TenureResource *head, TenureDecision *decision)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);
  TenurePlanItem *item = tenure_decision_resource_item (decision, TENURE_VERB_RELEASE, head, NULL);

  item->refusal = refusal_of (world, head, group);
  if (item->refusal != NULL)
    return FALSE;
  item->steps = explain (world, head);
  for (guint i = 1; i < group->len; i++)
    tenure_decision_resource_item (decision, TENURE_VERB_RELEASE, group->pdata[i], head);
  for (guint i = 0; is_metered (head) && i < group->len; i++)
    g_ptr_array_add (decision->ending, group->pdata[i]);
  hold (world, head, decision);
  return TRUE;
}

static gboolean
close_metering (const TenureWorld *world, TenureDecision *decision, GError **error)
{
  if (decision->ending->len == 0)
    return TRUE;
  if (!tenure_metering_close (decision, world, decision->ending, world->account.balance, TRUE, error))
    return FALSE;
  decision->balance_before = world->account.balance;
  return tenure_money_sub (world->account.balance, decision->metered_cash, &decision->balance_after, error);
}

gboolean
tenure_decide_release (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (((const TenureRelease *)params)->resources);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      const TenureResource *head = tenure_world_resource (world, keys->pdata[i]);
      if (take (world, head, decision))
        g_ptr_array_add (taken, (gpointer)head);
    }
  if (!close_metering (world, decision, error))
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    {
      tenure_guard_settle (decision, world, taken->pdata[i]);
      tenure_life_release (world, taken->pdata[i], decision);
    }
  return TRUE;
}
