/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Confirm what the account manager ordered on the customer's behalf (待确认 → 待支付), or decline it (→ 已取消);
 * rules 8.2.
 */
#include "tenure-decide.h"

#include "tenure-discounts.h"
#include "tenure-guard.h"

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureOrder *order, gboolean accept)
{
  TenureOrderEvent event = accept ? TENURE_EVENT_CONFIRMED : TENURE_EVENT_DECLINED;
  TenureOrderStatus status = tenure_world_status (world, order), next;

  if (order->parent_id != 0)
    return tenure_refusal_text (tenure_refusal_new ("order.child", NULL), "order", order->parent_key);
  if (tenure_order_next (status, order->type, event, &next, NULL))
    return NULL;
  return tenure_refusal_text (tenure_refusal_new ("confirm.status", NULL), "status", tenure_order_status_name (status));
}

static gboolean
confirm_one (const TenureWorld *world, const TenureOrder *order, gboolean accept, TenureDecision *decision,
             GError **error)
{
  TenurePlanItem *item =
      tenure_decision_item (decision, accept ? TENURE_VERB_CONFIRM : TENURE_VERB_CANCEL, order->key, order->key);

  item->official = order->official;
  item->due = order->due;
  item->product = order->n_lines > 0 ? order->lines[0].product : NULL;
  item->old_value = g_strdup (tenure_order_status_name (order->status));
  item->refusal = refusal_of (world, order, accept);
  if (item->refusal != NULL)
    return TRUE;
  tenure_decision_holds (decision, order->deadline);
  item->new_value = g_strdup (tenure_order_status_name (!accept          ? TENURE_ORDER_CANCELLED
                                                        : order->due > 0 ? TENURE_ORDER_UNPAID
                                                                         : TENURE_ORDER_PROCESSING));
  if (accept)
    return tenure_discount_approve (decision, world, order, error);
  tenure_orders_close (decision, world, order, world->now);
  return TRUE;
}

gboolean
tenure_decide_confirm (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureConfirmOrder *wanted = params;
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (wanted->orders);

  tenure_guard_limit (decision, "orders", keys->len, world->stage.policy->merge_limit);
  if (wanted->accept)
    tenure_guard_account (decision, world);
  for (guint i = 0; i < keys->len; i++)
    if (!confirm_one (world, tenure_world_order (world, keys->pdata[i]), wanted->accept, decision, error))
      return FALSE;
  return TRUE;
}
