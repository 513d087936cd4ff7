/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-changes.h"

#include "tenure-choices.h"
#include "tenure-delivery.h"
#include "tenure-error.h"
#include "tenure-guard.h"
#include "tenure-lifecycle.h"
#include "tenure-metered.h"
#include "tenure-orders.h"

const TenureResource *
tenure_change_head (const TenureWorld *world, const TenureResource *target)
{
  return target->main_id == 0 ? target : tenure_world_resource_by_id (world, target->main_id);
}

TenureRefusal *
tenure_change_refusal (const TenureWorld *world, const TenureResource *target)
{
  const TenureResource *head = tenure_change_head (world, target);
  TenureRefusal *refusal = tenure_world_gone (world, target) ? tenure_refusal_new ("resource.gone", NULL)
                                                             : tenure_guard_resource (world, head);

  if (refusal == NULL)
    refusal = tenure_guard_freeze (world, head);
  if (refusal == NULL && head->freeze == TENURE_FREEZE_VIOLATION)
    refusal = tenure_refusal_new ("resource.violation-frozen", NULL);
  if (refusal == NULL)
    refusal = tenure_guard_withdrawn (world, target);
  if (refusal == NULL && head->charging == TENURE_CHARGING_PACKAGE)
    refusal = tenure_refusal_new ("change.package", NULL);
  if (refusal == NULL &&
      tenure_life_at (head->expiry, world->stage.level, world->stage.policy, world->now) != TENURE_LIFE_IN_USE)
    refusal = tenure_refusal_time (tenure_refusal_new ("change.expired", NULL), "expiry", head->expiry);
  return refusal;
}

/* --- The order ------------------------------------------------------------------------------------------------------
 */

TenureOrder *
tenure_change_draft (const TenureWorld *world, const TenureResource *head, const TenureResource *target)
{
  gboolean marked = target != head;
  TenureOrder *order = tenure_order_draft (world, TENURE_TYPE_CHANGE, marked ? 2 : 1);
  TenureOrderLine *line = &order->lines[order->n_lines - 1];

  if (marked)
    tenure_order_line_fill (&order->lines[0], head, -1);
  if (target != NULL)
    tenure_order_line_fill (line, target, marked ? 0 : -1);
  else
    line->main_index = 0;
  line->months = tenure_remaining_term (tenure_day_of (world->now), tenure_day_of (head->expiry));
  for (guint l = 0; l < order->n_lines; l++)
    order->lines[l].old_expiry = order->lines[l].new_expiry = head->expiry;
  if (target == NULL)
    line->old_expiry = TENURE_TIME_UNKNOWN;
  return order;
}

/* What runs was ordered in whole years. */
static gboolean
runs_by_year (const TenureWorld *world, const TenureResource *head)
{
  for (guint t = 0; t < head->n_terms; t++)
    {
      const TenureTerm *term = &head->terms[t];
      if ((term->kind == TENURE_TERM_NEW || term->kind == TENURE_TERM_RENEWAL) && !term->refunded &&
          term->start <= world->now && world->now <= term->end)
        return term->months > 0 && term->months % 12 == 0;
    }
  return FALSE;
}

/* What runs by the year is charged the difference of the prices of a year (rules 4.9, remaining years): by the month an
 * upgrade could cost more than a year of what it leads to. All else by the month, where it is sold so. */
gboolean
tenure_change_price (const TenureWorld *world, const TenureResource *head, const TenureResource *old,
                     const TenureResource *new, TenureMoney *amount, TenureSteps *steps, TenureRefusal **refusal,
                     GError **error)
{
  gboolean yearly = new->year_price != TENURE_MONEY_UNKNOWN &&
                    (old == NULL || old->year_price != TENURE_MONEY_UNKNOWN) && runs_by_year (world, head);
  gboolean years = yearly || new->month_price == TENURE_MONEY_UNKNOWN;
  TenureChangeInput input = { .old_price = old == NULL ? 0
                                           : years     ? old->year_price
                                                       : old->month_price,
                              .new_price = years ? new->year_price : new->month_price,
                              .start = tenure_day_of (head->start),
                              .expiry = tenure_day_of (head->expiry),
                              .at = tenure_day_of (world->now),
                              .years = years };
  TenureChangeResult result;
  GError *problem = NULL;

  if (tenure_change (&input, world->stage.policy, &result, steps, &problem))
    {
      *amount = result.amount;
      if (old != NULL && input.new_price <= input.old_price)
        *refusal = tenure_refusal_new ("change.downgrade", NULL);
      return TRUE;
    }
  if (problem->domain == TENURE_SYSTEM_ERROR)
    return g_propagate_error (error, problem), FALSE;
  g_error_free (problem);
  *refusal = tenure_refusal_text (tenure_refusal_new ("change.no-price", NULL), "resource", new->name);
  return TRUE;
}

/* --- Delivery -------------------------------------------------------------------------------------------------------
 */

static TenureTerm *
term_of (const TenureOrderLine *line, TenureTermKind kind, TenureTime start, const TenureCoupon *voucher)
{
  TenureTerm *term = g_new0 (TenureTerm, 1);

  term->kind = kind;
  term->start = start;
  term->end = line->new_expiry;
  term->months = line->months;
  term->official = line->official;
  term->due = line->due;
  term->paid = line->paid;
  term->voucher_expiry = TENURE_TIME_UNKNOWN;
  if (line->paid.voucher > 0 && voucher != NULL)
    {
      term->voucher_key = g_strdup (voucher->key);
      term->voucher_expiry = voucher->expiry;
    }
  return term;
}

static TenureResource *
part_of (const TenureOrder *order, const TenureResource *head, TenureTime start)
{
  const TenureOrderLine *line = &order->lines[order->n_lines - 1];
  TenureResource *part = g_new0 (TenureResource, 1);

  part->account_id = order->account_id;
  part->name = g_strdup (line->name);
  part->offer = line->offer;
  part->service = line->service;
  part->product = line->product;
  part->spec = line->spec;
  part->region = line->region;
  part->amount = line->amount;
  part->mode = TENURE_MODE_MANUAL;
  part->auto_since = part->charged_until = TENURE_TIME_UNKNOWN;
  part->anchor = head->anchor;
  part->start = start;
  part->expiry = line->new_expiry;
  part->status = TENURE_RESOURCE_ACTIVE;
  return part;
}

/* Its server became pay-per-use in the seconds between payment and delivery: by the hour, then, from this one on. */
static void
meter (TenureResource *part, TenureTime now)
{
  part->charging = TENURE_CHARGING_USE;
  part->expiry = TENURE_TIME_UNKNOWN;
  part->charged_until = tenure_hour_floor (now);
}

static void
attach (const TenureWorld *world, const TenureOrder *order, const TenureResource *head, TenureTime start,
        TenureDecision *decision)
{
  const TenureOrderLine *line = &order->lines[order->n_lines - 1];
  const TenureOffer *offer = tenure_world_offer (world, line->offer);
  TenureResource *part = part_of (order, head, start);
  TenureRef ref;

  if (head->charging == TENURE_CHARGING_USE)
    meter (part, world->now);
  ref = tenure_decision_make_resource (decision, part, head->id, order->id, line->id);
  tenure_decision_add_term (decision, ref, order->id,
                            term_of (line, TENURE_TERM_NEW, start, tenure_orders_voucher (world, order->id)));
  /* An add-on stands in the way itself while it is there. */
  if (offer == NULL || !offer->addon)
    tenure_decision_block (decision, world, head, TENURE_BLOCK_ATTACHED);
}

static void
change (const TenureWorld *world, const TenureOrder *order, const TenureResource *head, TenureTime start,
        TenureDecision *decision)
{
  const TenureOrderLine *line = &order->lines[order->n_lines - 1];
  const TenureResource *target = tenure_world_resource_by_id (world, line->resource_id);

  tenure_decision_resize (decision, target->id, line->spec, line->amount);
  tenure_decision_add_term (decision, target->id, order->id,
                            term_of (line, TENURE_TERM_CHANGE, start, tenure_orders_voucher (world, order->id)));
  tenure_decision_block (decision, world, target, TENURE_BLOCK_CHANGED);
  if (target != head)
    tenure_decision_block (decision, world, head, TENURE_BLOCK_CHANGED);
}

gboolean
tenure_change_deliver (const TenureWorld *world, const TenureOrder *order, TenureDecision *decision, GError **error)
{
  const TenureResource *head = tenure_world_resource_by_id (world, order->lines[0].resource_id);
  /* Paid in its last second, it is delivered after it, and then there may be no expiry any more. */
  TenureTime start = MIN (world->now, order->lines[0].new_expiry);
  const TenureOrderLine *ordered = &order->lines[order->n_lines - 1];
  TenureOrderEvent event = ordered->failing ? TENURE_EVENT_PARTLY_FAILED : TENURE_EVENT_DELIVERED;
  TenureOrderStatus status;

  if (!tenure_order_next (order->status, order->type, event, &status, error))
    return FALSE;
  if (!ordered->failing)
    (ordered->resource_id == 0 ? attach : change) (world, order, head, start, decision);
  tenure_decision_set_status (decision, order->id, status, world->now);
  tenure_decision_effect (decision, TENURE_EFFECT_FREE)->order = order->id;
  return tenure_delivery_fail (decision, world, order, error);
}
