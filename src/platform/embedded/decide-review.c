/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer's word on orders in review (待审核): purchases wait for payment or are cancelled; large refunds are
 * paid back, and what they are of is gone, or it stays (rules 1.7, 8.2; A1-15, A1-16, A1-20). */
#include "tenure-decide.h"

#include "tenure-discounts.h"
#include "tenure-guard.h"
#include "tenure-refunds.h"
#include "tenure-refusals.h"
#include "tenure-spent.h"
#include "tenure-split.h"

/* What cannot be paid any more is not approved: a promotion that ended while the purchase was looked at. */
static TenureRefusal *
refusal_late (const TenureWorld *world, const TenureOrder *order)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, order);
  TenureTime deadline;

  if (order->type == TENURE_TYPE_UNSUBSCRIBE || order->due == 0)
    return NULL;
  deadline = tenure_discount_deadline (world, leaves, world->now, NULL);
  if (deadline > world->now)
    return NULL;
  return tenure_refusal_time (tenure_refusal_new ("review.discount-over", NULL), "deadline", deadline);
}

/* Renewal periods are given back before they begin; one that began while it was looked at stays. So does what was
 * frozen by the police meanwhile, or invoiced (rules 3.2, 3.4). */
static TenureRefusal *
leaf_refusal (const TenureWorld *world, const TenureOrder *leaf)
{
  TenureTime expiry = tenure_return_shortens_to (leaf);
  TenureRefusal *refusal = NULL;

  if (expiry != TENURE_TIME_UNKNOWN && expiry < world->now)
    return tenure_refusal_time (tenure_refusal_new ("review.period-begun", NULL), "expiry", expiry);
  for (guint l = 0; refusal == NULL && l < leaf->n_lines; l++)
    {
      const TenureResource *head = tenure_world_resource_by_id (world, leaf->lines[l].resource_id);
      if (head == NULL || leaf->lines[l].main_index >= 0)
        continue;
      refusal = tenure_guard_freeze (world, head);
      if (refusal == NULL)
        refusal = tenure_refuse_orders (world, head);
    }
  return refusal;
}

static TenureRefusal *
refusal_changed (const TenureWorld *world, const TenureOrder *order)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, order);
  TenureRefusal *refusal = NULL;

  for (guint i = 0; order->type == TENURE_TYPE_UNSUBSCRIBE && refusal == NULL && i < leaves->len; i++)
    refusal = leaf_refusal (world, leaves->pdata[i]);
  return refusal;
}

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureOrder *order, gboolean approve)
{
  TenureOrderEvent event = approve ? TENURE_EVENT_APPROVED : TENURE_EVENT_REJECTED;
  TenureOrderStatus next;

  if (order->parent_id != 0)
    return tenure_refusal_text (tenure_refusal_new ("order.child", NULL), "order", order->parent_key);
  if (tenure_order_next (order->status, order->type, event, &next, NULL))
    {
      TenureRefusal *refusal = approve ? refusal_late (world, order) : NULL;
      return !approve || refusal != NULL ? refusal : refusal_changed (world, order);
    }
  return tenure_refusal_text (tenure_refusal_new ("review.status", NULL), "status",
                              tenure_order_status_name (order->status));
}

/* --- Refunds ------------------------------------------------------------------------------------------------------ */

/* What a refund order takes away goes now, with all that is bound to it (A1-26). */
static void
take_away (const TenureWorld *world, const TenureOrder *leaf, TenureDecision *decision)
{
  if (tenure_return_shortens_to (leaf) != TENURE_TIME_UNKNOWN)
    {
      tenure_return_shorten (decision, world, leaf);
      tenure_decision_effect (decision, TENURE_EFFECT_FREE_ALL)->order = leaf->id;
      return;
    }
  for (guint l = 0; l < leaf->n_lines; l++)
    {
      const TenureResource *head = tenure_world_resource_by_id (world, leaf->lines[l].resource_id);
      g_autoptr (GPtrArray) group = NULL;
      if (head == NULL || leaf->lines[l].main_index >= 0)
        continue;
      group = tenure_world_group (world, head);
      for (guint i = 0; i < group->len; i++)
        tenure_decision_end_resource (decision, ((TenureResource *)group->pdata[i])->id, TENURE_RESOURCE_UNSUBSCRIBED);
      tenure_decision_effect (decision, TENURE_EFFECT_UNSCHEDULE)->resource = head->id;
    }
}

static gboolean
approve_refund (const TenureWorld *world, const TenureOrder *order, TenureDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, order);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));

  if (order->composite)
    tenure_decision_set_status (decision, order->id, TENURE_ORDER_REFUNDING, TENURE_TIME_UNKNOWN);
  for (guint i = 0; i < leaves->len; i++)
    {
      const TenureOrder *leaf = leaves->pdata[i];
      TenureRef ref = leaf->id;
      g_array_append_val (refs, ref);
      tenure_decision_set_status (decision, leaf->id, TENURE_ORDER_REFUNDING, TENURE_TIME_UNKNOWN);
      take_away (world, leaf, decision);
    }
  return tenure_return_accept (decision, world, leaves, refs, order->id, error);
}

/* The resources stay, may be unsubscribed again, and the quota is as it was. */
static void
reject_refund (const TenureWorld *world, const TenureOrder *leaf, TenureDecision *decision)
{
  TenureEffect *quota;
  int units = 0;

  tenure_decision_set_status (decision, leaf->id, TENURE_ORDER_CANCELLED, world->now);
  tenure_decision_effect (decision, TENURE_EFFECT_FREE_ALL)->order = leaf->id;
  for (guint l = 0; l < leaf->n_lines; l++)
    {
      const TenureOrderLine *line = &leaf->lines[l];
      tenure_decision_withdraw (decision, tenure_obligation_unsubscribe (line->resource_key, line->term_id));
      units += line->refund_kind == TENURE_REFUND_FIVE_DAY && line->main_index < 0;
    }
  if (units == 0)
    return;
  quota = tenure_decision_effect (decision, TENURE_EFFECT_QUOTA);
  quota->value = tenure_day_year (tenure_day_of (leaf->created));
  quota->count = -units;
}

/* --- One order -----------------------------------------------------------------------------------------------------
 */

static void
say_why (TenureDecision *decision, const TenureOrder *order, const char *reason)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_VERDICT);

  effect->order = order->id;
  effect->text = g_strdup (reason);
}

static void
reject (const TenureWorld *world, const TenureOrder *order, const char *reason, TenureDecision *decision)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, order);

  say_why (decision, order, reason);
  if (order->type != TENURE_TYPE_UNSUBSCRIBE)
    {
      tenure_orders_close (decision, world, order, world->now);
      return;
    }
  if (order->composite)
    tenure_decision_set_status (decision, order->id, TENURE_ORDER_CANCELLED, world->now);
  for (guint i = 0; i < leaves->len; i++)
    reject_refund (world, leaves->pdata[i], decision);
}

static void
tell (const TenureWorld *world, const TenureOrder *order, const TenureDecideOrder *wanted, TenureMoney amount,
      TenureDecision *decision)
{
  gboolean refund = order->type == TENURE_TYPE_UNSUBSCRIBE;
  const char *approved = refund ? "refund.approved" : "order.approved";
  const char *rejected = refund ? "refund.rejected" : "order.rejected";
  g_autofree char *text = tenure_money_format (amount);
  TenureJson *arguments = tenure_json_new_object ();

  tenure_json_set_string (arguments, "order", order->key);
  tenure_json_set_string (arguments, "amount", text);
  if (!wanted->approve)
    tenure_json_set_string (arguments, "reason", wanted->reason);
  tenure_decision_tell (decision, world, wanted->approve ? approved : rejected, arguments);
}

static const char *
outcome_name (const TenureOrder *order, gboolean approve)
{
  if (!approve)
    return tenure_order_status_name (TENURE_ORDER_CANCELLED);
  if (order->type == TENURE_TYPE_UNSUBSCRIBE)
    return tenure_order_status_name (TENURE_ORDER_REFUNDING);
  return tenure_order_status_name (order->due > 0 ? TENURE_ORDER_UNPAID : TENURE_ORDER_PROCESSING);
}

/* What was asked for; of what is approved what comes back, and what has expired while it was looked at. */
static gboolean
show_money (const TenureWorld *world, const TenureOrder *order, gboolean approve, TenurePlanItem *item, GError **error)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, order);
  TenureMoney asked, left;

  item->money = order->paid;
  if (!approve)
    return tenure_channels_paid (&item->money, &item->total, error);
  item->money = (TenureChannels){ 0 };
  for (guint i = 0; i < leaves->len; i++)
    if (!tenure_spent_still (world, leaves->pdata[i], &item->money, error))
      return FALSE;
  if (!tenure_channels_sum (&order->paid, &asked, error) || !tenure_channels_sum (&item->money, &left, error))
    return FALSE;
  item->lost = asked - left;
  return tenure_channels_paid (&item->money, &item->total, error);
}

static gboolean
decide_one (const TenureWorld *world, const TenureOrder *order, const TenureDecideOrder *wanted,
            TenureDecision *decision, GError **error)
{
  TenurePlanItem *item = tenure_decision_item (decision, wanted->approve ? TENURE_VERB_APPROVE : TENURE_VERB_REJECT,
                                               order->key, order->key);
  gboolean refund = order->type == TENURE_TYPE_UNSUBSCRIBE;

  item->official = order->official;
  item->due = order->due;
  item->old_value = g_strdup (tenure_order_status_name (order->status));
  item->refusal = refusal_of (world, order, wanted->approve);
  if (item->refusal != NULL)
    return TRUE;
  item->new_value = g_strdup (outcome_name (order, wanted->approve));
  if (refund && !show_money (world, order, wanted->approve, item, error))
    return FALSE;
  tell (world, order, wanted, refund ? item->total : order->due, decision);
  if (!wanted->approve)
    {
      reject (world, order, wanted->reason, decision);
      return TRUE;
    }
  return refund ? approve_refund (world, order, decision, error)
                : tenure_discount_approve (decision, world, order, error);
}

gboolean
tenure_decide_review (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureDecideOrder *wanted = params;
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (wanted->orders);

  if (!wanted->approve && (wanted->reason == NULL || *wanted->reason == '\0'))
    tenure_decision_refuse (decision, tenure_refusal_new ("review.no-reason", "reason"));
  for (guint i = 0; i < keys->len; i++)
    if (!decide_one (world, tenure_world_order (world, keys->pdata[i]), wanted, decision, error))
      return FALSE;
  return TRUE;
}
