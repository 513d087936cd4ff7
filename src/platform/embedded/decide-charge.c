/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated events of metered use: the hours of an account are charged; arrears stop what is metered, and end it
 * (A1-12, rules 4.4). */
#include "tenure-decide.h"

#include "tenure-metered.h"
#include "tenure-orders.h"

/* The world's now is a full hour. Hours in a row between which nothing else happens that could change their price or
 * what pays them are charged by one decision: one entry, and one bill row a resource (tenure-charging.h says how far).
 */
gboolean
tenure_decide_charge (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  gboolean owes = world->account.arrears_since != TENURE_TIME_UNKNOWN;
  TenureTime charged = world->now;

  (void)dated;
  if (world->meters->len == 0)
    return TRUE;
  if (!tenure_metered_charge (decision, world, world->meters, world->account.balance, TRUE, world->now, !owes, &charged,
                              error))
    return FALSE;
  for (guint i = 0; i < world->meters->len; i++)
    if (((TenureResource *)world->meters->pdata[i])->freeze != TENURE_FREEZE_ARREARS)
      {
        tenure_metered_schedule (decision, world, charged);
        break;
      }
  return TRUE;
}

static void
note (TenureDecision *decision, const char *kind, const TenureResource *resource)
{
  TenureJson *body = tenure_json_new_object ();

  tenure_json_set_string (body, "freeze", tenure_freeze_name (TENURE_FREEZE_ARREARS));
  tenure_decision_note (decision, kind, resource->key, body);
}

static void
tell (TenureDecision *decision, const TenureWorld *world, const char *template, guint count, TenureTime at)
{
  TenureJson *arguments = tenure_json_new_object ();
  g_autofree char *amount = tenure_money_format (world->account.arrears);
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *until = tenure_time_format (at);

  tenure_json_set_string (arguments, "amount", amount);
  tenure_json_set_string (arguments, "count", number);
  tenure_json_set_string (arguments, "until", until);
  tenure_decision_tell (decision, world, template, arguments);
}

/* 宽限期 is over: everything metered stops, and is kept until the retention ends. */
static gboolean
stop (const TenureWorld *world, const TenureArrearsSpan *span, TenureDecision *decision, GError **error)
{
  TenureEffect *effect;
  TenureTime charged;
  guint n = 0;

  if (!tenure_metered_charge (decision, world, world->meters, world->account.balance, TRUE,
                              tenure_hour_floor (world->now), FALSE, &charged, error))
    return FALSE;
  effect = tenure_decision_effect (decision, TENURE_EFFECT_UNSCHEDULE);
  effect->word = "charge";
  effect->id = world->account.id;
  for (guint i = 0; i < world->meters->len; i++)
    {
      const TenureResource *resource = world->meters->pdata[i];
      if (resource->freeze != TENURE_FREEZE_NONE) /* another freeze stays what it is */
        continue;
      effect = tenure_decision_effect (decision, TENURE_EFFECT_ARREARS_MARK);
      effect->resource = resource->id;
      effect->value = TENURE_FREEZE_ARREARS;
      note (decision, "resource.frozen", resource);
      n++;
    }
  effect = tenure_decision_effect (decision, TENURE_EFFECT_SCHEDULE);
  effect->word = "arrears";
  effect->at = span->released;
  effect->id = world->account.id;
  if (n < world->meters->len)
    tenure_metered_schedule (decision, world, world->now);
  tell (decision, world, "arrears.frozen", n, span->released);
  return TRUE;
}

/* 保留期 is over: nothing is left of what was stopped. What is owed stays owed. */
static void
release (const TenureWorld *world, TenureDecision *decision)
{
  guint n = 0;

  for (guint i = 0; i < world->meters->len; i++)
    {
      const TenureResource *resource = world->meters->pdata[i];
      const TenureOrder *order = tenure_world_holder (world, resource);
      if (resource->freeze != TENURE_FREEZE_ARREARS)
        continue;
      if (order != NULL && order->status == TENURE_ORDER_UNPAID)
        tenure_orders_close (decision, world, tenure_world_whole (world, order), world->now);
      tenure_decision_end_resource (decision, resource->id, TENURE_RESOURCE_RELEASED);
      note (decision, "resource.released", resource);
      n++;
    }
  tell (decision, world, "arrears.released", n, world->now);
}

gboolean
tenure_decide_arrears (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  TenureArrearsSpan span;

  (void)dated;
  if (world->account.arrears_since == TENURE_TIME_UNKNOWN)
    return TRUE;
  tenure_arrears_span (world->account.arrears_since, world->stage.level, world->stage.policy, &span);
  if (world->now < span.released)
    return stop (world, &span, decision, error);
  release (world, decision);
  return TRUE;
}
