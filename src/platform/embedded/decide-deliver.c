/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delivery (处理中 → 已完成): what was ordered comes into being and its first period begins (A1-14). */
#include "tenure-decide.h"

#include "tenure-changes.h"
#include "tenure-delivery.h"
#include "tenure-metered.h"
#include "tenure-orders.h"
#include "tenure-payment.h"
#include "tenure-periods.h"
#include "tenure-renewal.h"

static TenureTerm *
first_term (const TenureOrderLine *line, const TenureResource *resource, const TenureCoupon *voucher)
{
  TenureTerm *term = g_new0 (TenureTerm, 1);

  term->kind = TENURE_TERM_NEW;
  term->start = resource->start;
  term->end = resource->expiry;
  term->months = line->months;
  term->official = line->official;
  term->due = line->due;
  term->paid = line->paid;
  term->voucher_expiry = TENURE_TIME_UNKNOWN;
  if (voucher != NULL && line->paid.voucher > 0)
    {
      term->voucher_key = g_strdup (voucher->key);
      term->voucher_expiry = voucher->expiry;
    }
  return term;
}

/* How it is charged: by the period, from its own day on when it is a package; or by the hour, without an end. */
static gboolean
begin (const TenureWorld *world, const TenureOrderLine *line, TenureResource *resource, GError **error)
{
  resource->charging = line->charging;
  resource->start = line->starts != TENURE_TIME_UNKNOWN ? MAX (line->starts, world->now) : world->now;
  resource->anchor = tenure_day_mday (tenure_day_of (resource->start));
  resource->expiry = TENURE_TIME_UNKNOWN;
  resource->charged_until = tenure_hour_floor (world->now);
  if (line->charging == TENURE_CHARGING_USE)
    return TRUE;
  if (line->charging == TENURE_CHARGING_PACKAGE)
    resource->capacity = tenure_package_holds (world, line->offer, line->spec, line->months);
  return tenure_renewal_expiry (resource->start, resource->anchor, line->months, world->stage.policy, &resource->expiry,
                                error);
}

static TenureResource *
born (const TenureWorld *world, const TenureOrder *order, guint index)
{
  const TenureOrderLine *line = &order->lines[index];
  TenureResource *resource = g_new0 (TenureResource, 1);

  resource->account_id = order->account_id;
  resource->name = g_strdup (line->name);
  resource->offer = line->offer;
  resource->service = line->service;
  resource->product = line->product;
  resource->spec = line->spec;
  resource->region = line->region;
  resource->amount = line->amount;
  resource->mode = line->auto_renew && line->main_index < 0 ? TENURE_MODE_AUTO : TENURE_MODE_MANUAL;
  resource->auto_months = resource->mode == TENURE_MODE_AUTO ? line->auto_months : 0;
  resource->auto_left = resource->mode == TENURE_MODE_AUTO ? -1 : 0;
  resource->auto_since = resource->mode == TENURE_MODE_AUTO ? world->now : TENURE_TIME_UNKNOWN;
  resource->status = TENURE_RESOURCE_ACTIVE;
  return resource;
}

static gboolean
deliver_line (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, TenureRef ref, guint index,
              TenureRef *refs, GError **error)
{
  const TenureOrderLine *line = &order->lines[index];
  TenureResource *resource = born (world, order, index);
  guint place = decision->effects->len;

  if (!begin (world, line, resource, error))
    {
      tenure_resource_clear (resource);
      g_free (resource);
      return FALSE;
    }
  refs[index] = tenure_decision_make_resource (decision, resource, line->main_index < 0 ? 0 : refs[line->main_index],
                                               ref, line->id);
  ((TenureEffect *)decision->effects->pdata[place])->count = (int)index;
  if (line->charging != TENURE_CHARGING_USE)
    tenure_decision_add_term (decision, refs[index], ref,
                              first_term (line, resource, tenure_orders_voucher (world, order->id)));
  if (line->main_index < 0)
    tenure_orders_schedule_life (decision, world, refs[index], resource, world->now);
  if (resource->start > world->now)
    tenure_orders_schedule_resource (decision, "start", resource->start, refs[index]);
  return TRUE;
}

gboolean
tenure_delivery (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, TenureRef ref,
                 GError **error)
{
  g_autofree TenureRef *refs = g_new0 (TenureRef, order->n_lines + 1);
  gboolean metered = FALSE;

  for (guint l = 0; l < order->n_lines; l++)
    {
      if (order->lines[l].failing)
        continue;
      metered |= order->lines[l].charging == TENURE_CHARGING_USE;
      if (!deliver_line (decision, world, order, ref, l, refs, error))
        return FALSE;
    }
  if (metered)
    tenure_metered_schedule (decision, world, world->now);
  return TRUE;
}

static gboolean
deliver_order (const TenureWorld *world, const TenureOrder *order, TenureDecision *decision, GError **error)
{
  TenureOrderEvent event = TENURE_EVENT_DELIVERED;
  TenureOrderStatus status;

  for (guint l = 0; l < order->n_lines; l++)
    if (order->lines[l].failing)
      event = TENURE_EVENT_PARTLY_FAILED;
  if (!tenure_order_next (order->status, order->type, event, &status, error) ||
      !tenure_delivery (decision, world, order, order->id, error))
    return FALSE;
  tenure_decision_set_status (decision, order->id, status, world->now);
  return tenure_delivery_fail (decision, world, order, error);
}

gboolean
tenure_decide_deliver (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  const TenureOrder *order = tenure_world_order_by_id (world, ((const TenureDated *)dated)->subject);

  if (order == NULL || order->status != TENURE_ORDER_PROCESSING)
    return TRUE;
  return order->type == TENURE_TYPE_CHANGE ? tenure_change_deliver (world, order, decision, error)
                                           : deliver_order (world, order, decision, error);
}
