/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paying: amounts onto lines, postings, and what payment sets going. */
#include "tenure-discounts.h"

#include "tenure-metered.h"
#include "tenure-periods.h"
#include "tenure-split.h"

/* --- Amounts ----------------------------------------------------------------------------------------------------- */

static GPtrArray *
all_lines (GPtrArray *orders)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < orders->len; i++)
    for (guint l = 0; l < ((TenureOrder *)orders->pdata[i])->n_lines; l++)
      g_ptr_array_add (lines, &((TenureOrder *)orders->pdata[i])->lines[l]);
  return lines;
}

/* A coupon's discount takes the place of those that the lines were placed with. */
static gboolean
split_discount (GPtrArray *lines, TenureMoney discount, GError **error)
{
  g_autofree TenureMoney *officials = g_new (TenureMoney, lines->len);
  g_autofree TenureMoney *parts = g_new (TenureMoney, lines->len);

  for (guint i = 0; i < lines->len; i++)
    officials[i] = ((TenureOrderLine *)lines->pdata[i])->official;
  if (!tenure_split_amount (discount, officials, lines->len, parts, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      TenureOrderLine *line = lines->pdata[i];
      line->discount = parts[i];
      line->due = officials[i] - parts[i];
      line->discount_id = 0;
    }
  return TRUE;
}

static gboolean
split_lines (GPtrArray *lines, const TenurePaymentResult *payment, GError **error)
{
  g_autofree TenureMoney *parts = g_new (TenureMoney, lines->len);
  g_autofree TenureChannels *channels = g_new (TenureChannels, lines->len);

  if (payment->anew && !split_discount (lines, payment->discount, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    parts[i] = ((TenureOrderLine *)lines->pdata[i])->due;
  if (!tenure_split_channels (&payment->taken, parts, lines->len, channels, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    ((TenureOrderLine *)lines->pdata[i])->paid = channels[i];
  return TRUE;
}

/* The mark of a promotion without refund goes with the promotion. */
static void
unmark (const TenureWorld *world, GPtrArray *orders)
{
  gboolean some = FALSE;

  for (guint i = 0; i < orders->len; i++)
    if (tenure_discount_forbids_refund (world, orders->pdata[i]))
      {
        ((TenureOrder *)orders->pdata[i])->promotion = FALSE;
        some = TRUE;
      }
  for (guint i = 0; some && i < orders->len; i++)
    if (((TenureOrder *)orders->pdata[i])->composite)
      ((TenureOrder *)orders->pdata[i])->promotion = FALSE;
}

/* A renewal, or what was metered so far, needs no delivery: it is complete when it is paid. */
static gboolean
settle_order (const TenureWorld *world, TenureOrder *order, GError **error)
{
  g_free (order->payer);
  order->payer = g_strdup (world->stage.actor);
  order->paid_at = world->now;
  if (order->status == TENURE_ORDER_UNPAID &&
      !tenure_order_next (order->status, order->type, TENURE_EVENT_PAID, &order->status, error))
    return FALSE;
  if (order->type == TENURE_TYPE_RENEWAL || order->type == TENURE_TYPE_FROM_PPU)
    {
      if (!tenure_order_next (order->status, order->type, TENURE_EVENT_DELIVERED, &order->status, error))
        return FALSE;
      order->finished = world->now;
    }
  return order->composite || tenure_order_total (order, error);
}

gboolean
tenure_orders_settle (const TenureWorld *world, GPtrArray *orders, const TenurePaymentResult *payment, GError **error)
{
  g_autoptr (GPtrArray) lines = all_lines (orders);

  if (payment->anew)
    unmark (world, orders);
  if (!split_lines (lines, payment, error))
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    {
      TenureOrder *order = orders->pdata[i];
      if (order->composite)
        {
          order->discount = payment->discount;
          order->due = payment->due;
          order->paid = payment->taken;
        }
      if (!settle_order (world, order, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Postings ---------------------------------------------------------------------------------------------------- */

static void
post (GArray *postings, const char *kind, const char *key, TenureMoney amount)
{
  g_autofree char *ledger = key == NULL ? g_strdup (kind) : g_strconcat (kind, "/", key, NULL);
  TenurePosting posting = { g_intern_string (ledger), amount };

  if (amount != 0)
    g_array_append_val (postings, posting);
}

/* What one order takes of the instruments of its kind, in their order; @purse is what the payment has left. */
static void
post_instruments (GArray *postings, const TenureWorld *world, GArray *purse, TenureCouponKind kind, TenureMoney amount)
{
  for (guint i = 0; purse != NULL && i < purse->len && amount > 0; i++)
    {
      TenureCouponUse *use = &g_array_index (purse, TenureCouponUse, i);
      const TenureCoupon *coupon = tenure_world_coupon_by_id (world, use->coupon_id);
      TenureMoney part = MIN (use->amount, amount);
      if (coupon == NULL || coupon->kind != kind || part == 0)
        continue;
      post (postings, "coupon", coupon->key, -part);
      use->amount -= part;
      amount -= part;
    }
}

static gboolean
post_payment (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, TenureRef ref,
              GArray *purse, GError **error)
{
  GArray *postings = g_array_new (FALSE, FALSE, sizeof (TenurePosting));
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_POST);
  TenureMoney sum;

  effect->order = ref;
  effect->word = "payment";
  effect->postings = postings;
  if (!tenure_channels_sum (&order->paid, &sum, error))
    return FALSE;
  post (postings, "cash", world->account.key, -order->paid.cash);
  post_instruments (postings, world, purse, TENURE_COUPON_VOUCHER, order->paid.voucher);
  post_instruments (postings, world, purse, TENURE_COUPON_FLEXI, order->paid.flexi);
  post_instruments (postings, world, purse, TENURE_COUPON_CARD, order->paid.card);
  post (postings, "revenue", NULL, sum);
  tenure_bill_order (decision, order, ref, world->now);
  return TRUE;
}

/* --- What follows ------------------------------------------------------------------------------------------------ */

static TenureTerm *
renewal_term (const TenureWorld *world, const TenureOrderLine *line, const TenureCoupon *voucher)
{
  TenureTerm *term = g_new0 (TenureTerm, 1);

  term->kind = TENURE_TERM_RENEWAL;
  term->start = line->old_expiry;
  term->end = line->new_expiry;
  term->months = line->months;
  term->extra_days = line->extra_days;
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

/* The unified day that the order was made for is kept with the line until it is paid. */
static int
line_anchor (const TenureOrderLine *line, int anchor)
{
  g_autoptr (TenureJson) details = NULL;
  gint64 value;

  if (line->details == NULL)
    return anchor;
  details = tenure_json_parse (line->details, -1, 0, NULL);
  if (details != NULL && tenure_json_get (details, "anchor") != NULL &&
      tenure_json_int64 (tenure_json_get (details, "anchor"), &value))
    return (int)value;
  return anchor;
}

static void
renewal_takes_effect (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, TenureRef ref,
                      const TenureCoupon *voucher)
{
  for (guint l = 0; l < order->n_lines; l++)
    {
      const TenureOrderLine *line = &order->lines[l];
      const TenureResource *resource = tenure_world_resource_by_id (world, line->resource_id);
      TenureResource later = *resource;

      later.expiry = line->new_expiry;
      later.anchor = line_anchor (line, resource->anchor);
      tenure_decision_add_term (decision, resource->id, ref, renewal_term (world, line, voucher));
      tenure_decision_set_expiry (decision, resource->id, later.expiry, later.anchor);
      tenure_package_renewed (decision, world, resource, line->months);
      tenure_period_renews_itself (decision, world, line, &later);
      tenure_orders_schedule_life (decision, world, resource->id, &later, world->now);
    }
  if (ref > 0)
    tenure_decision_effect (decision, TENURE_EFFECT_FREE)->order = ref;
}

static const TenureCoupon *
used_voucher (const TenureWorld *world, const GArray *uses)
{
  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const TenureCoupon *coupon =
          tenure_world_coupon_by_id (world, g_array_index (uses, TenureCouponUse, i).coupon_id);
      if (coupon != NULL && coupon->kind == TENURE_COUPON_VOUCHER)
        return coupon;
    }
  return NULL;
}

gboolean
tenure_orders_take_effect (TenureDecision *decision, const TenureWorld *world, GPtrArray *orders, GArray *refs,
                           const TenurePaymentResult *payment, GError **error)
{
  g_autoptr (GArray) purse = payment->uses == NULL ? NULL : g_array_copy (payment->uses);
  const TenureCoupon *voucher = used_voucher (world, payment->uses);

  for (guint i = 0; purse != NULL && i < purse->len; i++)
    {
      const TenureCouponUse *use = &g_array_index (purse, TenureCouponUse, i);
      tenure_decision_coupon (decision, use->coupon_id, -use->amount, 0);
    }
  for (guint i = 0; i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];
      TenureRef ref = g_array_index (refs, TenureRef, i);
      if (order->composite)
        continue;
      tenure_decision_oblige (decision, "pay", NULL, ref);
      if (!post_payment (decision, world, order, ref, purse, error))
        return FALSE;
      if (order->type == TENURE_TYPE_RENEWAL)
        renewal_takes_effect (decision, world, order, ref, voucher);
      else if (order->type == TENURE_TYPE_FROM_PPU)
        tenure_period_takes_effect (decision, world, order, ref, voucher);
      else
        tenure_decision_schedule_order (decision, "deliver", world->now + world->stage.policy->delivery_seconds, ref);
    }
  return TRUE;
}

gboolean
tenure_orders_end_metering (TenureDecision *decision, const TenureWorld *world, TenureMoney left, GError **error)
{
  if (decision->ending->len == 0)
    return TRUE;
  tenure_decision_holds (decision, tenure_hour_floor (world->now) + TENURE_HOUR_SECONDS);
  if (!tenure_metering_close (decision, world, decision->ending, left, FALSE, error))
    return FALSE;
  if (decision->balance_after != TENURE_MONEY_UNKNOWN)
    decision->balance_after -= decision->metered_cash;
  return TRUE;
}
