/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delivery (处理中 → 已完成): what was ordered comes into being and its first period begins (A1-14). */
#include "tenure-decide.h"

#include "tenure-changes.h"
#include "tenure-orders.h"
#include "tenure-renewal.h"

/* A UUID made of the order's number and the line, so that the same world gives the same decision. */
char *
tenure_order_resource_key (const TenureOrder *order, guint line)
{
  g_autofree char *name = g_strdup_printf ("%s/%u", order->key, line);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strdup_printf ("%.8s-%.4s-4%.3s-a%.3s-%.12s", hash, hash + 8, hash + 12, hash + 15, hash + 18);
}

static TenureTerm *
first_term (const TenureWorld *world, const TenureOrderLine *line, TenureTime expiry, const TenureCoupon *voucher)
{
  TenureTerm *term = g_new0 (TenureTerm, 1);

  term->kind = TENURE_TERM_NEW;
  term->start = world->now;
  term->end = expiry;
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

static TenureResource *
born (const TenureWorld *world, const TenureOrder *order, guint index, TenureTime expiry)
{
  const TenureOrderLine *line = &order->lines[index];
  TenureResource *resource = g_new0 (TenureResource, 1);

  resource->account_id = order->account_id;
  resource->key = tenure_order_resource_key (order, index);
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
  resource->anchor = tenure_day_mday (tenure_day_of (world->now));
  resource->start = world->now;
  resource->expiry = expiry;
  resource->status = TENURE_RESOURCE_ACTIVE;
  return resource;
}

static gboolean
deliver_order (const TenureWorld *world, const TenureOrder *order, TenureDecision *decision, GError **error)
{
  g_autofree TenureRef *refs = g_new0 (TenureRef, order->n_lines + 1);
  const TenureCoupon *voucher = tenure_orders_voucher (world, order->id);
  int anchor = tenure_day_mday (tenure_day_of (world->now));
  TenureOrderStatus status;

  if (!tenure_order_next (order->status, order->type, TENURE_EVENT_DELIVERED, &status, error))
    return FALSE;
  for (guint l = 0; l < order->n_lines; l++)
    {
      const TenureOrderLine *line = &order->lines[l];
      TenureResource *resource;
      TenureTime expiry;

      if (!tenure_renewal_expiry (world->now, anchor, line->months, world->stage.policy, &expiry, error))
        return FALSE;
      resource = born (world, order, l, expiry);
      refs[l] = tenure_decision_make_resource (decision, resource, line->main_index < 0 ? 0 : refs[line->main_index],
                                               order->id, line->id);
      tenure_decision_add_term (decision, refs[l], order->id, first_term (world, line, expiry, voucher));
      if (line->main_index < 0)
        tenure_orders_schedule_life (decision, world, refs[l], resource, world->now);
    }
  tenure_decision_set_status (decision, order->id, status, world->now);
  return TRUE;
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
