/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-periods.h"

#include "tenure-decide.h"
#include "tenure-metered.h"
#include "tenure-orders.h"

/* --- To pay-per-use ------------------------------------------------------------------------------------------------
 */

gboolean
tenure_period_converts (const TenureWorld *world, const TenureResource *head)
{
  TenureMoney price;

  return head->mode == TENURE_MODE_TO_PPU && world->now == head->expiry + 1 &&
         world->account.freeze == TENURE_FREEZE_NONE && head->freeze == TENURE_FREEZE_NONE &&
         tenure_metered_price (world, head, &price);
}

static TenureOrder *
conversion_order (const TenureWorld *world, const TenureResource *head)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);
  TenureOrder *order = tenure_order_draft (world, TENURE_TYPE_TO_PPU, group->len);

  for (guint i = 0; i < group->len; i++)
    {
      TenureOrderLine *line = &order->lines[i];
      tenure_order_line_fill (line, group->pdata[i], i == 0 ? -1 : 0);
      line->old_expiry = ((TenureResource *)group->pdata[i])->expiry;
      line->charging = TENURE_CHARGING_USE;
    }
  order->status = TENURE_ORDER_COMPLETED;
  order->paid_at = order->finished = world->now;
  order->payer = g_strdup (world->stage.actor);
  return order;
}

gboolean
tenure_period_convert (TenureDecision *decision, const TenureWorld *world, const TenureResource *head, GError **error)
{
  const TenureOrder *waiting = tenure_world_holder (world, head);
  TenureJson *body = tenure_json_new_object ();
  TenureRef ref;

  (void)error;
  if (waiting != NULL && waiting->status == TENURE_ORDER_UNPAID)
    tenure_orders_close (decision, world, tenure_world_whole (world, waiting), world->now);
  ref = tenure_decision_make_order (decision, conversion_order (world, head), 0);
  tenure_decision_oblige (decision, "pay", NULL, ref);
  tenure_metered_begin (decision, world, head);
  tenure_json_set_int64 (body, "expiry", head->expiry);
  tenure_decision_note (decision, "resource.to-pay-per-use", head->key, body);
  return TRUE;
}

/* --- To yearly/monthly ----------------------------------------------------------------------------------------------
 */

static TenureTerm *
new_term (const TenureWorld *world, const TenureOrderLine *line, const TenureCoupon *voucher, TenureTime end)
{
  TenureTerm *term = g_new0 (TenureTerm, 1);

  term->kind = TENURE_TERM_NEW;
  term->start = world->now;
  term->end = end;
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

void
tenure_period_renews_itself (TenureDecision *decision, const TenureWorld *world, const TenureOrderLine *line,
                             TenureResource *later)
{
  if (!line->auto_renew || later->main_id != 0 || later->mode == TENURE_MODE_AUTO)
    return;
  later->mode = TENURE_MODE_AUTO;
  later->auto_months = line->auto_months;
  later->auto_left = -1;
  later->auto_since = world->now;
  tenure_decision_set_mode (decision, later->id, later->mode, later->auto_months, later->auto_left, world->now);
}

static void
begin_period (TenureDecision *decision, const TenureWorld *world, const TenureOrderLine *line,
              const TenureResource *resource, TenureTerm *term, TenureRef ref)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_PERIOD);
  TenureResource later = *resource;

  later.charging = TENURE_CHARGING_PERIOD;
  later.expiry = term->end;
  later.anchor = tenure_day_mday (tenure_day_of (world->now));
  effect->resource = resource->id;
  effect->at = later.expiry;
  effect->value = later.anchor;
  tenure_decision_add_term (decision, resource->id, ref, term);
  tenure_period_renews_itself (decision, world, line, &later);
  tenure_orders_schedule_life (decision, world, resource->id, &later, world->now);
}

void
tenure_period_takes_effect (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, TenureRef ref,
                            const TenureCoupon *voucher)
{
  int anchor = tenure_day_mday (tenure_day_of (world->now));

  for (guint l = 0; l < order->n_lines; l++)
    {
      const TenureOrderLine *line = &order->lines[l];
      TenureResource *resource = tenure_world_resource_by_id (world, line->resource_id);
      TenureDay last = tenure_day_add_months (tenure_day_of (world->now), line->months, anchor);
      begin_period (decision, world, line, resource, new_term (world, line, voucher, tenure_day_end (last)), ref);
      g_ptr_array_add (decision->ending, resource);
    }
  if (ref > 0)
    tenure_decision_effect (decision, TENURE_EFFECT_FREE)->order = ref;
}

/* --- Packages -------------------------------------------------------------------------------------------------------
 */

gint64
tenure_package_holds (const TenureWorld *world, const char *offer, const char *spec, int months)
{
  const TenureOffer *found = tenure_world_offer (world, offer);
  const TenureSpec *sold = found == NULL ? NULL : tenure_offer_spec (found, spec);
  gint64 amount;

  if (sold == NULL || !tenure_int_mul (sold->capacity, months, &amount, NULL) ||
      !tenure_int_mul (amount, TENURE_MONEY_ONE, &amount, NULL))
    return 0;
  return amount;
}

static void
hold_more (TenureDecision *decision, const TenureResource *package, gint64 amount)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_CAPACITY);

  effect->resource = package->id;
  effect->value = amount;
}

void
tenure_package_renewed (TenureDecision *decision, const TenureWorld *world, const TenureResource *package, int months)
{
  if (package->charging != TENURE_CHARGING_PACKAGE)
    return;
  if (package->expiry < world->now)
    hold_more (decision, package, tenure_package_holds (world, package->offer, package->spec, months));
  else
    tenure_orders_schedule_resource (decision, "start", package->expiry + 1, package->id);
}

/* A package begins (未生效 → 生效中), or its next period does: what is left goes over into it. */
gboolean
tenure_decide_start (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  const TenureResource *package = tenure_world_resource_by_id (world, ((const TenureDated *)dated)->subject);
  TenureJson *body;

  (void)error;
  if (package == NULL || package->status != TENURE_RESOURCE_ACTIVE || package->charging != TENURE_CHARGING_PACKAGE)
    return TRUE;
  for (guint t = 0; t < package->n_terms; t++)
    {
      const TenureTerm *term = &package->terms[t];
      gboolean first = term->kind == TENURE_TERM_NEW;
      if (term->refunded || term->start + (first ? 0 : 1) != world->now)
        continue;
      if (!first)
        hold_more (decision, package, tenure_package_holds (world, package->offer, package->spec, term->months));
      body = tenure_json_new_object ();
      tenure_json_set_int64 (body, "until", term->end);
      tenure_decision_note (decision, "package.started", package->key, body);
    }
  return TRUE;
}
