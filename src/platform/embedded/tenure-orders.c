/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-discounts.h"

#include "tenure-lifecycle.h"
#include "tenure-spent.h"
#include "tenure-split.h"

TenureOrder *
tenure_order_draft (const TenureWorld *world, TenureOrderType type, guint n_lines)
{
  TenureOrder *order = g_new0 (TenureOrder, 1);

  order->account_id = world->account.id;
  order->type = type;
  order->source = world->stage.source;
  order->created = world->now;
  order->paid_at = order->finished = order->deadline = order->payable = TENURE_TIME_UNKNOWN;
  order->actor = g_strdup (world->stage.actor);
  order->lines = g_new0 (TenureOrderLine, n_lines);
  order->n_lines = n_lines;
  for (guint i = 0; i < n_lines; i++)
    {
      order->lines[i].main_index = -1;
      order->lines[i].quantity = 1;
      order->lines[i].old_expiry = order->lines[i].new_expiry = order->lines[i].starts = TENURE_TIME_UNKNOWN;
    }
  return order;
}

void
tenure_order_free (TenureOrder *order)
{
  tenure_order_clear (order);
  g_free (order);
}

TenureOrder *
tenure_order_copy (const TenureOrder *order)
{
  TenureOrder *copy = g_memdup2 (order, sizeof *order);

  copy->key = g_strdup (order->key);
  copy->parent_key = g_strdup (order->parent_key);
  copy->actor = g_strdup (order->actor);
  copy->payer = g_strdup (order->payer);
  copy->reason = g_strdup (order->reason);
  copy->lines = g_memdup2 (order->lines, order->n_lines * sizeof *order->lines);
  for (guint i = 0; i < order->n_lines; i++)
    {
      copy->lines[i].resource_key = g_strdup (order->lines[i].resource_key);
      copy->lines[i].name = g_strdup (order->lines[i].name);
      copy->lines[i].details = g_strdup (order->lines[i].details);
    }
  return copy;
}

gboolean
tenure_order_total (TenureOrder *order, GError **error)
{
  order->official = order->discount = order->due = 0;
  order->paid = (TenureChannels){ 0 };
  for (guint i = 0; i < order->n_lines; i++)
    {
      const TenureOrderLine *line = &order->lines[i];
      if (!tenure_money_add (order->official, line->official, &order->official, error) ||
          !tenure_money_add (order->discount, line->discount, &order->discount, error) ||
          !tenure_money_add (order->due, line->due, &order->due, error) ||
          !tenure_channels_add (&order->paid, &line->paid, error))
        return FALSE;
    }
  return TRUE;
}

void
tenure_order_line_fill (TenureOrderLine *line, const TenureResource *resource, int main_index)
{
  line->resource_id = resource->id;
  line->resource_key = g_strdup (resource->key);
  line->name = g_strdup (resource->name);
  line->offer = resource->offer;
  line->service = resource->service;
  line->product = resource->product;
  line->spec = resource->spec;
  line->region = resource->region;
  line->amount = resource->amount;
  line->main_index = main_index;
}

/* --- Making ----------------------------------------------------------------------------------------------------- */

static TenureOrder *
draft_parent (const TenureWorld *world, GPtrArray *drafts, GError **error)
{
  const TenureOrder *first = drafts->pdata[0];
  TenureOrder *parent = tenure_order_draft (world, first->type, 0);

  parent->composite = TRUE;
  parent->status = first->status;
  parent->paid_at = first->paid_at;
  parent->finished = first->finished;
  parent->deadline = first->deadline;
  parent->payer = g_strdup (first->payer);
  parent->reason = g_strdup (first->reason);
  for (guint i = 0; i < drafts->len; i++)
    {
      const TenureOrder *child = drafts->pdata[i];
      parent->promotion |= child->promotion;
      if (!tenure_money_add (parent->official, child->official, &parent->official, error) ||
          !tenure_money_add (parent->discount, child->discount, &parent->discount, error) ||
          !tenure_money_add (parent->due, child->due, &parent->due, error) ||
          !tenure_channels_add (&parent->paid, &child->paid, error))
        return tenure_order_free (parent), NULL;
    }
  return parent;
}

/* What is paid together is paid by the earliest of its dates. */
static void
agree_on_deadline (const TenureWorld *world, GPtrArray *drafts)
{
  TenureTime deadline = ((TenureOrder *)drafts->pdata[0])->deadline;

  for (guint i = 0; i < drafts->len; i++)
    {
      TenureOrder *draft = drafts->pdata[i];
      draft->promotion |= tenure_discount_forbids_refund (world, draft);
      deadline = MIN (deadline, draft->deadline);
    }
  for (guint i = 0; i < drafts->len; i++)
    ((TenureOrder *)drafts->pdata[i])->deadline = deadline;
}

gboolean
tenure_orders_place (TenureDecision *decision, const TenureWorld *world, GPtrArray *drafts, GArray *refs,
                     TenureRef *whole, GError **error)
{
  TenureOrder *parent = NULL;

  agree_on_deadline (world, drafts);
  if (drafts->len > 1 && (parent = draft_parent (world, drafts, error)) == NULL)
    return FALSE;
  *whole = parent == NULL ? 0 : tenure_decision_make_order (decision, parent, 0);
  g_ptr_array_set_free_func (drafts, NULL); /* the effects own them from here */
  for (guint i = 0; i < drafts->len; i++)
    {
      TenureOrder *draft = drafts->pdata[i];
      TenureRef ref = tenure_decision_make_order (decision, draft, *whole);
      g_array_append_val (refs, ref);
      if (draft->type == TENURE_TYPE_RENEWAL)
        for (guint l = 0; l < draft->n_lines; l++)
          tenure_decision_oblige (
              decision, "renew",
              tenure_obligation_renew (world, draft->lines[l].resource_key, draft->lines[l].old_expiry), 0);
    }
  if (*whole == 0)
    *whole = g_array_index (refs, TenureRef, 0);
  return TRUE;
}

void
tenure_orders_wait (TenureDecision *decision, GPtrArray *drafts, GArray *refs, TenureRef whole)
{
  tenure_decision_schedule_order (decision, "lapse", ((TenureOrder *)drafts->pdata[0])->deadline, whole);
  for (guint i = 0; i < drafts->len; i++)
    {
      const TenureOrder *draft = drafts->pdata[i];
      for (guint l = 0; l < draft->n_lines; l++)
        if (draft->lines[l].resource_id != 0)
          tenure_decision_hold (decision, draft->lines[l].resource_id, g_array_index (refs, TenureRef, i));
    }
}

/* --- Closing ---------------------------------------------------------------------------------------------------- */

static void
close_leaf (TenureDecision *decision, const TenureWorld *world, const TenureOrder *leaf, TenureTime finished)
{
  tenure_decision_set_status (decision, leaf->id, TENURE_ORDER_CANCELLED, finished);
  tenure_decision_effect (decision, TENURE_EFFECT_FREE)->order = leaf->id;
  if (leaf->type == TENURE_TYPE_RENEWAL)
    for (guint l = 0; l < leaf->n_lines; l++)
      tenure_decision_withdraw (
          decision, tenure_obligation_renew (world, leaf->lines[l].resource_key, leaf->lines[l].old_expiry));
}

void
tenure_orders_close (TenureDecision *decision, const TenureWorld *world, const TenureOrder *whole, TenureTime finished)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (world, whole);

  if (!g_hash_table_add (decision->closed, GSIZE_TO_POINTER (whole->id)))
    return;
  tenure_decision_unschedule_order (decision, "lapse", whole->id);
  tenure_decision_effect (decision, TENURE_EFFECT_UNLOCK)->order = whole->id;
  if (whole->composite)
    tenure_decision_set_status (decision, whole->id, TENURE_ORDER_CANCELLED, finished);
  for (guint i = 0; i < leaves->len; i++)
    close_leaf (decision, world, leaves->pdata[i], finished);
}

/* --- Dated events of a life --------------------------------------------------------------------------------------- */

void
tenure_orders_schedule_resource (TenureDecision *decision, const char *kind, TenureTime due, TenureRef ref)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_SCHEDULE);

  effect->word = kind;
  effect->at = due;
  effect->resource = ref;
}

void
tenure_orders_schedule_life (TenureDecision *decision, const TenureWorld *world, TenureRef ref,
                             const TenureResource *head, TenureTime after)
{
  TenureLifeSpan span;
  TenureTime next = TENURE_TIME_UNKNOWN;

  if (head->main_id != 0 || head->charging == TENURE_CHARGING_USE)
    return;
  if (ref > 0)
    tenure_decision_effect (decision, TENURE_EFFECT_UNSCHEDULE)->resource = ref;
  tenure_life_span (head->expiry, world->stage.level, world->stage.policy, &span);
  if (world->now <= head->expiry)
    tenure_orders_schedule_resource (decision, "expire", head->expiry + 1, ref);
  else if (world->now <= span.grace_end)
    tenure_orders_schedule_resource (decision, "freeze", span.grace_end + 1, ref);
  else
    tenure_orders_schedule_resource (decision, "release", span.destroyed, ref);
  if (head->mode == TENURE_MODE_AUTO && head->auto_left != 0)
    next = tenure_auto_next (head->expiry, tenure_world_lead (world), head->auto_since, after, world->stage.level,
                             world->stage.policy);
  if (next != TENURE_TIME_UNKNOWN)
    tenure_orders_schedule_resource (decision, "auto-renew", next, ref);
}

const TenureCoupon *
tenure_orders_voucher (const TenureWorld *world, gint64 order_id)
{
  for (guint i = 0; i < world->spent->len; i++)
    {
      const TenureSpent *spent = &g_array_index (world->spent, TenureSpent, i);
      if (spent->order_id == order_id && spent->instrument.kind == TENURE_COUPON_VOUCHER)
        return tenure_world_coupon_by_id (world, spent->instrument.coupon_id);
    }
  return NULL;
}
