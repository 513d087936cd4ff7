/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the platform's staff sets: freezes, offers withdrawn, marks on orders, orders on a customer's behalf (A1-15). */
#include "tenure-decide.h"

#include "tenure-metered.h"
#include "tenure-orders.h"

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* --- Orders on behalf ----------------------------------------------------------------------------------------------
 */

/* The customer agrees to the service statement by confirming. The stage's source is the manager's. */
gboolean
tenure_decide_order_for (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  TenurePlaceOrder wanted = ((const TenureOrderForCustomer *)params)->order;

  if (world->account.opened == TENURE_TIME_UNKNOWN)
    tenure_decision_refuse (decision, tenure_refusal_new ("order.not-opened", "account"));
  wanted.agreed = TRUE;
  return tenure_decide_order (world, &wanted, decision, error);
}

/* --- Freezes -------------------------------------------------------------------------------------------------------
 */

static void
note_freeze (TenureDecision *decision, const char *subject, int freeze)
{
  TenureJson *body = tenure_json_new_object ();

  tenure_json_set_string (body, "freeze", tenure_freeze_name ((TenureFreeze)freeze));
  tenure_decision_note (decision, freeze == TENURE_FREEZE_NONE ? "freeze.lifted" : "freeze.set", subject, body);
}

static TenureRefusal *
freeze_refusal (const TenureWorld *world, const TenureResource *resource, TenureFreeze present, int wanted)
{
  if (resource != NULL && tenure_world_gone (world, resource))
    return tenure_refusal_new ("resource.gone", NULL);
  if ((int)present == wanted && present == TENURE_FREEZE_NONE)
    return tenure_refusal_new ("freeze.none", "freeze");
  if ((int)present == wanted)
    return tenure_refusal_text (tenure_refusal_new ("freeze.same", "freeze"), "freeze", tenure_freeze_name (present));
  return NULL;
}

static void
freeze (TenureDecision *decision, TenurePlanItem *item, const char *key, gint64 resource, TenureFreeze present,
        int wanted)
{
  TenureEffect *effect;

  item->old_value = g_strdup (tenure_freeze_name (present));
  if (item->refusal != NULL)
    return;
  item->new_value = g_strdup (tenure_freeze_name ((TenureFreeze)wanted));
  effect = tenure_decision_effect (decision, TENURE_EFFECT_FREEZE);
  effect->resource = resource;
  effect->value = wanted;
  note_freeze (decision, key, wanted);
}

/* What was stopped for arrears and is so no longer is metered again, from this hour: other freezes stop no meter. */
static void
go_on (TenureDecision *decision, const TenureWorld *world, const TenureResource *head)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);

  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      if (resource->charging != TENURE_CHARGING_USE || resource->freeze != TENURE_FREEZE_ARREARS)
        continue;
      tenure_metered_go_on (decision, world, resource, resource != head);
      tenure_metered_schedule (decision, world, world->now);
    }
}

/* Bound parts are one thing with their main resource: the freeze is the main resource's. */
gboolean
tenure_decide_freeze (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureSetFreeze *wanted = params;
  const TenureResource *resource = is_set (wanted->resource) ? tenure_world_resource (world, wanted->resource) : NULL;
  TenurePlanItem *item;

  if (resource == NULL)
    {
      item = tenure_decision_item (decision, TENURE_VERB_FREEZE, world->account.key, world->account.name);
      item->refusal = freeze_refusal (world, NULL, world->account.freeze, wanted->freeze);
      freeze (decision, item, world->account.key, 0, world->account.freeze, wanted->freeze);
      return TRUE;
    }
  item = tenure_decision_resource_item (decision, TENURE_VERB_FREEZE, resource, NULL);
  item->refusal = freeze_refusal (world, resource, resource->freeze, wanted->freeze);
  freeze (decision, item, resource->key, resource->id, resource->freeze, wanted->freeze);
  if (item->refusal == NULL)
    go_on (decision, world, resource);
  return TRUE;
}

/* --- Offers --------------------------------------------------------------------------------------------------------
 */

gboolean
tenure_decide_offer (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureWithdrawOffer *wanted = params;
  const TenureOffer *offer = tenure_world_offer (world, wanted->offer);
  static const char *const values[] = { "on-sale", "withdrawn" };
  TenurePlanItem *item;
  TenureEffect *effect;

  if (offer == NULL)
    {
      tenure_decision_refuse (
          decision, tenure_refusal_text (tenure_refusal_new ("order.unknown-offer", "offer"), "value", wanted->offer));
      return TRUE;
    }
  item = tenure_decision_item (decision, TENURE_VERB_SET, offer->key, offer->name_en);
  item->product = offer->name_en;
  item->old_value = g_strdup (values[tenure_world_withdrawn (world, offer)]);
  if (tenure_world_withdrawn (world, offer) == wanted->withdrawn)
    {
      item->refusal = tenure_refusal_text (tenure_refusal_new ("offer.same", NULL), "present-value", item->old_value);
      return TRUE;
    }
  item->new_value = g_strdup (values[wanted->withdrawn]);
  effect = tenure_decision_effect (decision, TENURE_EFFECT_OFFER);
  effect->text = g_strdup (offer->key);
  effect->value = wanted->withdrawn;
  return TRUE;
}

/* --- Marks ---------------------------------------------------------------------------------------------------------
 */

static gboolean
has_mark (const TenureOrder *order, TenureMark mark)
{
  switch (mark)
    {
    case TENURE_MARK_PROMOTION:
      return order->promotion;
    case TENURE_MARK_PARTNER_PAID:
      return order->partner_paid;
    case TENURE_MARK_SPECIAL:
      return order->special;
    case TENURE_MARK_INVOICED:
      return order->invoiced;
    }
  return FALSE;
}

static TenureRefusal *
mark_refusal (const TenureOrder *order, const TenureMarkOrder *wanted)
{
  gboolean later = wanted->mark == TENURE_MARK_SPECIAL || wanted->mark == TENURE_MARK_INVOICED;

  if (order->type == TENURE_TYPE_UNSUBSCRIBE)
    return tenure_refusal_new ("mark.refund", NULL);
  if (wanted->on && later && order->paid_at == TENURE_TIME_UNKNOWN)
    return tenure_refusal_new ("mark.not-paid", NULL);
  if (has_mark (order, (TenureMark)wanted->mark) == wanted->on)
    return tenure_refusal_new ("mark.same", NULL);
  return NULL;
}

static void
mark_one (TenureDecision *decision, const TenureOrder *order, const TenureMarkOrder *wanted)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_MARK);

  effect->order = order->id;
  effect->value = wanted->mark;
  effect->count = wanted->on;
}

gboolean
tenure_decide_mark (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureMarkOrder *wanted = params;
  const TenureOrder *order = tenure_world_order (world, wanted->order);
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_SET, order->key, order->key);
  g_autoptr (GPtrArray) leaves = NULL;
  TenureJson *body;

  item->new_value = wanted->on ? g_strdup (tenure_mark_name ((TenureMark)wanted->mark)) : NULL;
  item->old_value = wanted->on ? NULL : g_strdup (tenure_mark_name ((TenureMark)wanted->mark));
  item->refusal = mark_refusal (order, wanted);
  if (item->refusal != NULL)
    return TRUE;
  leaves = tenure_world_leaves (world, order);
  if (order->composite)
    mark_one (decision, order, wanted);
  for (guint i = 0; i < leaves->len; i++)
    mark_one (decision, leaves->pdata[i], wanted);
  body = tenure_json_new_object ();
  tenure_json_set_string (body, "mark", tenure_mark_name ((TenureMark)wanted->mark));
  tenure_decision_note (decision, wanted->on ? "mark.set" : "mark.removed", order->key, body);
  return TRUE;
}
