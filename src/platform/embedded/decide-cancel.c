/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cancel (取消): unpaid orders only; a composite order goes as a whole (rules 8.2, 8.6). */
#include "tenure-decide.h"

#include "tenure-guard.h"
#include "tenure-orders.h"

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureOrder *order)
{
  TenureOrderStatus status = tenure_world_status (world, order), next;

  if (order->parent_id != 0)
    return tenure_refusal_text (tenure_refusal_new ("order.child", NULL), "order", order->parent_key);
  if (!tenure_order_next (status, order->type, TENURE_EVENT_CANCELLED, &next, NULL))
    return tenure_refusal_text (tenure_refusal_new ("cancel.status", NULL), "status",
                                tenure_order_status_name (status));
  return NULL;
}

static void
describe (TenurePlanItem *item, const TenureOrder *order)
{
  item->official = order->official;
  item->due = order->due;
  item->product = order->n_lines > 0 ? order->lines[0].product : NULL;
  item->old_value = g_strdup (tenure_order_status_name (order->status));
  item->new_value = g_strdup (tenure_order_status_name (TENURE_ORDER_CANCELLED));
}

static void
cancel_one (const TenureWorld *world, const TenureOrder *order, TenureDecision *decision)
{
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_CANCEL, order->key, order->key);
  g_autoptr (GPtrArray) leaves = NULL;

  describe (item, order);
  item->refusal = refusal_of (world, order);
  if (item->refusal != NULL)
    {
      g_clear_pointer (&item->new_value, g_free);
      return;
    }
  leaves = tenure_world_leaves (world, order);
  for (guint i = 0; order->composite && i < leaves->len; i++)
    {
      const TenureOrder *leaf = leaves->pdata[i];
      TenurePlanItem *child = tenure_decision_item (decision, TENURE_VERB_CANCEL, leaf->key, leaf->key);
      describe (child, leaf);
      child->main_key = g_strdup (order->key);
    }
  tenure_decision_holds (decision, order->deadline);
  tenure_orders_close (decision, world, order, world->now);
}

gboolean
tenure_decide_cancel (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureCancel *cancel = params;
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (cancel->orders);

  tenure_guard_limit (decision, "orders", keys->len, world->stage.policy->cancel_limit);
  for (guint i = 0; i < keys->len; i++)
    cancel_one (world, tenure_world_order (world, keys->pdata[i]), decision);
  return TRUE;
}
