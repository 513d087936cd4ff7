/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paying in the published order (rules 8.7, 9): one discount, one 代金券, 现金券, 储值卡, balance. */
#include "tenure-payment.h"

#define SOURCE "CN-UG"
#define FULL_PRICE 10000

/* What is being computed: what is left to pay goes down from channel to channel. */
typedef struct
{
  const TenurePaymentInput *input;
  const TenurePolicy *policy;
  TenurePaymentResult *result;
  TenureSteps *steps;
  TenureRefusal **refusal;
  TenureMoney left;
} Payment;

static gboolean
is_expired (const TenureCoupon *coupon, TenureTime at)
{
  return coupon->expiry != TENURE_TIME_UNKNOWN && at > coupon->expiry;
}

TenureMoney
tenure_coupon_free (const TenureCoupon *coupon, TenureTime at)
{
  if (is_expired (coupon, at))
    return 0;
  if (coupon->remaining == TENURE_MONEY_UNKNOWN || coupon->locked == TENURE_MONEY_UNKNOWN)
    return TENURE_MONEY_UNKNOWN;
  return MAX (coupon->remaining - coupon->locked, 0);
}

TenureCouponStatus
tenure_coupon_status (const TenureCoupon *coupon, TenureTime at)
{
  gboolean ended = coupon->lost != TENURE_MONEY_UNKNOWN && coupon->lost > 0;

  if (coupon->state == TENURE_COUPON_RECLAIMED)
    return TENURE_COUPON_STATUS_RECLAIMED;
  if (coupon->used || (coupon->remaining == 0 && !ended))
    return TENURE_COUPON_STATUS_USED;
  if (ended || is_expired (coupon, at))
    return TENURE_COUPON_STATUS_EXPIRED;
  return coupon->state == TENURE_COUPON_INACTIVE ? TENURE_COUPON_STATUS_INACTIVE : TENURE_COUPON_STATUS_USABLE;
}

/* Without an end is the latest end. */
static TenureTime
sort_expiry (const TenureCoupon *coupon)
{
  return coupon->expiry == TENURE_TIME_UNKNOWN ? G_MAXINT64 : coupon->expiry;
}

/* Refusals ------------------------------------------------------------------------------------------------- */

static gboolean
refuse (Payment *self, const char *rule, const TenureCoupon *coupon, TenureCouponKind kind)
{
  *self->refusal =
      tenure_refusal_text (tenure_refusal_new (rule, tenure_coupon_kind_name (kind)), "coupon", coupon->key);
  return FALSE;
}

static gboolean
check_free (Payment *self, const TenureCoupon *coupon, TenureCouponKind kind)
{
  TenureMoney free = tenure_coupon_free (coupon, self->input->at);

  if (kind == TENURE_COUPON_DISCOUNT && coupon->used)
    return refuse (self, "pay.coupon-used", coupon, kind);
  if (kind == TENURE_COUPON_DISCOUNT)
    return coupon->locked == 0 || refuse (self, "pay.coupon-locked", coupon, kind);
  if (free == TENURE_MONEY_UNKNOWN)
    return refuse (self, "pay.coupon-unknown", coupon, kind);
  if (free == 0)
    return refuse (self, coupon->remaining > 0 ? "pay.coupon-locked" : "pay.coupon-used", coupon, kind);
  return TRUE;
}

static gboolean
check_threshold (Payment *self, const TenureCoupon *coupon, TenureCouponKind kind, TenureMoney sum)
{
  if (coupon->threshold == 0 || sum > coupon->threshold ||
      (sum == coupon->threshold && self->policy->threshold_inclusive))
    return TRUE;
  refuse (self, "pay.coupon-threshold", coupon, kind);
  tenure_refusal_money (tenure_refusal_money (*self->refusal, "threshold", coupon->threshold), "due", sum);
  return FALSE;
}

static gboolean
refuse_limit (Payment *self, const TenureCoupon *coupon, TenureCouponKind kind, const char *rule, const char *name,
              const char *limit)
{
  refuse (self, rule, coupon, kind);
  tenure_refusal_text (*self->refusal, name, limit);
  return FALSE;
}

/* What it is limited to must be what is paid for, all of it (rules 9). */
static gboolean
check_limits (Payment *self, const TenureCoupon *coupon, TenureCouponKind kind)
{
  const TenurePaymentInput *input = self->input;

  if (coupon->service != NULL && g_strcmp0 (coupon->service, input->service) != 0)
    return refuse_limit (self, coupon, kind, "pay.coupon-service", "service", coupon->service);
  if (coupon->region != NULL && g_strcmp0 (coupon->region, input->region) != 0)
    return refuse_limit (self, coupon, kind, "pay.coupon-region", "region", coupon->region);
  if (coupon->order_type != 0 && coupon->order_type != input->order_type)
    return refuse_limit (self, coupon, kind, "pay.coupon-type", "order-type",
                         tenure_order_type_name ((TenureOrderType)coupon->order_type));
  if (coupon->charging != 0 && coupon->charging != input->charging)
    return refuse_limit (self, coupon, kind, "pay.coupon-charging", "charging",
                         tenure_charging_name ((TenureCharging)(coupon->charging - 1)));
  return TRUE;
}

/* @sum: what the threshold is measured against, the price before this instrument. */
static gboolean
check_coupon (Payment *self, const TenureCoupon *coupon, TenureCouponKind kind, TenureMoney sum)
{
  if (coupon->kind != kind)
    return refuse (self, "pay.coupon-kind", coupon, kind);
  if (coupon->state != TENURE_COUPON_USABLE)
    return refuse (self, coupon->state == TENURE_COUPON_INACTIVE ? "pay.coupon-inactive" : "pay.coupon-reclaimed",
                   coupon, kind);
  if (is_expired (coupon, self->input->at))
    {
      refuse (self, "pay.coupon-expired", coupon, kind);
      tenure_refusal_time (*self->refusal, "expiry", coupon->expiry);
      return FALSE;
    }
  return check_limits (self, coupon, kind) && check_free (self, coupon, kind) &&
         check_threshold (self, coupon, kind, sum);
}

/* Discount ------------------------------------------------------------------------------------------------- */

/* The price factor: of the coupon that was chosen, or the better of the other two; 0 is none, like FULL_PRICE. */
static int
price_factor (const TenurePaymentInput *input)
{
  int commercial = input->commercial_permyriad > 0 ? input->commercial_permyriad : FULL_PRICE;
  int promotion = input->promotion_permyriad > 0 ? input->promotion_permyriad : FULL_PRICE;

  if (input->discount)
    return input->discount->permyriad > 0 ? input->discount->permyriad : FULL_PRICE;
  return MIN (commercial, promotion);
}

static const char *
discount_kind (const TenurePaymentInput *input, int factor)
{
  if (input->discount)
    return "coupon";
  return factor == input->commercial_permyriad ? "commercial" : "promotion";
}

/* What was fixed when the order was placed (rules 4.6, 8.4). */
static gboolean
keep_discount (Payment *self, GError **error)
{
  const TenurePaymentInput *input = self->input;
  TenureStep *step;

  if (!tenure_money_sub (input->official, input->placed, &self->left, error))
    return FALSE;
  self->result->due = self->left;
  self->result->discount = input->placed;
  if (input->placed == 0)
    return TRUE;
  step = tenure_steps_add (self->steps, "pay.placed", SOURCE);
  tenure_step_money (step, "official", input->official);
  tenure_step_money (step, "discount", input->placed);
  tenure_step_result_money (step, self->left);
  return TRUE;
}

static gboolean
take_discount (Payment *self, GError **error)
{
  const TenurePaymentInput *input = self->input;
  int factor = price_factor (input);
  TenureStep *step;

  if (!input->discount && factor == FULL_PRICE)
    return keep_discount (self, error);
  self->result->anew = TRUE;
  if (input->discount && !check_coupon (self, input->discount, TENURE_COUPON_DISCOUNT, input->official))
    return FALSE;
  if (!tenure_money_scale (input->official, factor, FULL_PRICE, 2, TENURE_ROUND_HALF_UP, &self->left, error))
    return FALSE;
  self->result->due = self->left;
  self->result->discount = input->official - self->left;
  if (factor == FULL_PRICE)
    return TRUE;
  step = tenure_steps_add (self->steps, "pay.discount", SOURCE);
  tenure_step_money (step, "official", input->official);
  tenure_step_ratio (step, "factor", factor, FULL_PRICE);
  tenure_step_text (step, "kind", discount_kind (input, factor));
  tenure_step_result_money (step, self->left);
  return TRUE;
}

/* Instruments ---------------------------------------------------------------------------------------------- */

static void
take (Payment *self, const TenureCoupon *coupon, const char *rule, TenureMoney *channel)
{
  TenureMoney free = tenure_coupon_free (coupon, self->input->at);
  TenureCouponUse use = { coupon->id, MIN (free, self->left) };
  TenureStep *step;

  if (use.amount == 0)
    return;
  step = tenure_steps_add (self->steps, rule, SOURCE);
  tenure_step_money (step, "left", self->left);
  tenure_step_money (step, "free", free);
  tenure_step_text (step, "coupon", coupon->key);
  tenure_step_result_money (step, use.amount);
  *channel += use.amount;
  self->left -= use.amount;
  g_array_append_val (self->result->uses, use);
}

/* A 代金券 excludes a 折扣券 always, and the other discounts unless it says otherwise. */
static gboolean
take_voucher (Payment *self)
{
  const TenureCoupon *voucher = self->input->voucher;
  gboolean discounted = self->result->discount != 0;

  if (voucher == NULL)
    return TRUE;
  if (!check_coupon (self, voucher, TENURE_COUPON_VOUCHER, self->left))
    return FALSE;
  if (self->input->discount || (discounted && !voucher->with_discount))
    return refuse (self, "pay.voucher-discount", voucher, TENURE_COUPON_VOUCHER);
  take (self, voucher, "pay.voucher", &self->result->taken.voucher);
  return TRUE;
}

static int
compare_expiry (gconstpointer a, gconstpointer b)
{
  const TenureCoupon *one = *(const TenureCoupon *const *)a, *other = *(const TenureCoupon *const *)b;
  TenureTime expiry = sort_expiry (one), other_expiry = sort_expiry (other);

  if (expiry != other_expiry)
    return expiry < other_expiry ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* Several of one kind, nearest expiry first. */
static gboolean
take_all (Payment *self, const TenureCoupon *const *coupons, guint n, TenureCouponKind kind, const char *rule,
          TenureMoney *channel)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    {
      if (!check_coupon (self, coupons[i], kind, self->result->due))
        return FALSE;
      g_ptr_array_add (sorted, (gpointer)coupons[i]);
    }
  g_ptr_array_sort (sorted, compare_expiry);
  for (guint i = 0; i < n; i++)
    take (self, g_ptr_array_index (sorted, i), rule, channel);
  return TRUE;
}

static gboolean
take_balance (Payment *self, GError **error)
{
  TenureMoney rest;
  TenureStep *step;

  self->result->taken.cash = self->left;
  if (self->left == 0 || self->input->later)
    return TRUE;
  if (!tenure_money_sub (self->input->balance, self->left, &rest, error))
    return FALSE;
  if (rest < 0)
    {
      *self->refusal = tenure_refusal_money (tenure_refusal_new ("pay.balance-short", NULL), "due", self->left);
      tenure_refusal_money (tenure_refusal_money (*self->refusal, "balance", self->input->balance), "missing", -rest);
      return FALSE;
    }
  step = tenure_steps_add (self->steps, "pay.balance", SOURCE);
  tenure_step_money (step, "left", self->left);
  tenure_step_money (step, "balance", self->input->balance);
  tenure_step_result_money (step, self->left);
  return TRUE;
}

gboolean
tenure_payment (const TenurePaymentInput *input, const TenurePolicy *policy, TenurePaymentResult *result,
                TenureSteps *steps, TenureRefusal **refusal, GError **error)
{
  Payment self = { input, policy, result, steps, refusal, 0 };
  TenureChannels *taken = &result->taken;

  *refusal = NULL;
  *result = (TenurePaymentResult){ .uses = g_array_new (FALSE, FALSE, sizeof (TenureCouponUse)) };
  if (take_discount (&self, error) && take_voucher (&self) &&
      take_all (&self, input->flexi, input->n_flexi, TENURE_COUPON_FLEXI, "pay.flexi", &taken->flexi) &&
      take_all (&self, input->cards, input->n_cards, TENURE_COUPON_CARD, "pay.card", &taken->card) &&
      take_balance (&self, error))
    return TRUE;
  g_clear_pointer (&result->uses, g_array_unref);
  return FALSE;
}

/* TRUE when @coupon is to be taken rather than @best: more is free, or as much and it ends sooner. */
static gboolean
is_better (const TenureCoupon *coupon, const TenureCoupon *best, TenureTime at)
{
  TenureMoney free = tenure_coupon_free (coupon, at);
  TenureMoney best_free = best ? tenure_coupon_free (best, at) : 0;

  return free > best_free || (best && free == best_free && compare_expiry (&coupon, &best) < 0);
}

static gboolean
may_pay (const TenureCoupon *voucher, const TenurePaymentInput *input, const TenurePolicy *policy)
{
  TenurePaymentInput alone = *input;
  TenurePaymentResult result = { 0 };
  TenureRefusal *refusal = NULL;
  gboolean may;

  alone.voucher = voucher;
  alone.later = TRUE; /* whether the balance is enough is another question */
  may = tenure_payment (&alone, policy, &result, NULL, &refusal, NULL);
  g_clear_pointer (&refusal, tenure_refusal_free);
  g_clear_pointer (&result.uses, g_array_unref);
  return may;
}

const TenureCoupon *
tenure_auto_voucher (const TenureCoupon *const *coupons, guint n, const TenurePaymentInput *input,
                     const TenurePolicy *policy)
{
  const TenureCoupon *best = NULL;

  for (guint i = 0; i < n; i++)
    if (coupons[i]->kind == TENURE_COUPON_VOUCHER && is_better (coupons[i], best, input->at) &&
        may_pay (coupons[i], input, policy))
      best = coupons[i];
  return best;
}

const TenureDiscount *
tenure_best_discount (const TenureDiscount *const *discounts, guint n, const char *service, TenureTime at,
                      gboolean used_only)
{
  const TenureDiscount *best = NULL;

  for (guint i = 0; i < n; i++)
    {
      const TenureDiscount *discount = discounts[i];
      if ((discount->expiry != TENURE_TIME_UNKNOWN && at > discount->expiry) ||
          discount->ended != TENURE_TIME_UNKNOWN || (used_only && discount->promotion && !discount->used) ||
          (discount->service != NULL && g_strcmp0 (discount->service, service) != 0))
        continue;
      if (best == NULL || discount->permyriad < best->permyriad ||
          (discount->permyriad == best->permyriad && best->promotion && !discount->promotion))
        best = discount;
    }
  return best;
}
