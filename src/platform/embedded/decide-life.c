/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What dates do by themselves: an unpaid order lapses; a resource expires, is frozen, is released (rules 4.4, 8.4). */
#include "tenure-decide.h"

#include "tenure-lifecycle.h"
#include "tenure-periods.h"
#include "tenure-orders.h"

gboolean
tenure_decide_lapse (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  const TenureOrder *order = tenure_world_order_by_id (world, ((const TenureDated *)dated)->subject);

  if (order != NULL && (order->status == TENURE_ORDER_UNPAID || order->status == TENURE_ORDER_CONFIRMATION))
    tenure_orders_close (decision, world, order, order->deadline);
  return TRUE;
}

static void
note (TenureDecision *decision, const char *kind, const TenureResource *resource)
{
  TenureJson *body = tenure_json_new_object ();

  if (resource->expiry != TENURE_TIME_UNKNOWN)
    tenure_json_set_int64 (body, "expiry", resource->expiry);
  tenure_decision_note (decision, kind, resource->key, body);
}

/* Nothing is left of it, of what is bound to it, and of an order that waited for its renewal (rules 8.2). */
void
tenure_life_release (const TenureWorld *world, const TenureResource *head, TenureDecision *decision)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);
  const TenureOrder *order = head->open_order == NULL ? NULL : tenure_world_order (world, head->open_order);

  if (order != NULL && order->status == TENURE_ORDER_UNPAID)
    tenure_orders_close (decision, world, tenure_world_whole (world, order), world->now);
  tenure_decision_effect (decision, TENURE_EFFECT_UNSCHEDULE)->resource = head->id;
  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      tenure_decision_end_resource (decision, resource->id, TENURE_RESOURCE_RELEASED);
      note (decision, "resource.released", resource);
    }
}

gboolean
tenure_decide_life (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  const TenureResource *head = tenure_world_resource_by_id (world, ((const TenureDated *)dated)->subject);
  TenureLife life;

  if (head == NULL || head->status != TENURE_RESOURCE_ACTIVE || head->charging == TENURE_CHARGING_USE)
    return TRUE;
  if (tenure_period_converts (world, head))
    return tenure_period_convert (decision, world, head, error);
  life = tenure_life_at (head->expiry, world->stage.level, world->stage.policy, world->now);
  if (life == TENURE_LIFE_RELEASED)
    {
      tenure_life_release (world, head, decision);
      return TRUE;
    }
  if (life == TENURE_LIFE_EXPIRED)
    note (decision, "resource.expired", head);
  if (life == TENURE_LIFE_FROZEN)
    note (decision, "resource.frozen", head);
  tenure_orders_schedule_life (decision, world, head->id, head, world->now);
  return TRUE;
}
