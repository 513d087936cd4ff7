/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run goes from change to change: between them every hour is like the one before, so that one hour is worked out and
 * taken many times. */
#include "tenure-metering.h"

/* One meter in one hour. */
typedef struct
{
  gboolean counts;
  gint64 covered;
  TenureMoney official, erased, debt;
  TenureChannels paid;
} Hour;

typedef struct
{
  const TenureMeteringInput *input;
  TenureMetering *result;
  guint *pools, *coupons; /* indexes in the order in which they are used */
  guint n_coupons;
  gint64 *left, *free; /* of each pool and coupon, by index of the input */
  TenureMoney cash;

  /* The hour that is being worked out. */
  Hour *hours;
  GArray *draws, *uses; /* of this hour; a coupon may be there several times */
  gint64 *drawn, *taken;
  TenureMoney cash_taken;
  gboolean mixed;    /* somebody took from two sources: the next hour is another one */
  GHashTable *pairs; /* meter and pool → place in the result's draws + 1 */
} Run;

TenureTime
tenure_hour_floor (TenureTime time)
{
  TenureTime rest = time % TENURE_HOUR_SECONDS;

  return time - (rest < 0 ? rest + TENURE_HOUR_SECONDS : rest);
}

TenureTime
tenure_hour_ceil (TenureTime time)
{
  return tenure_hour_floor (time + TENURE_HOUR_SECONDS - 1);
}

void
tenure_metering_clear (TenureMetering *self)
{
  g_clear_pointer (&self->charges, g_array_unref);
  g_clear_pointer (&self->draws, g_array_unref);
  g_clear_pointer (&self->uses, g_array_unref);
}

gboolean
tenure_hour_price (TenureMoney hour, gint64 use, gint64 covered, TenureMoney *official, TenureMoney *erased,
                   GError **error)
{
  *official = hour;
  if (covered > 0 && !tenure_money_scale (hour, use - covered, use, 8, TENURE_ROUND_TRUNCATE, official, error))
    return FALSE;
  *erased = *official % TENURE_MONEY_FEN;
  return TRUE;
}

/* --- Order of use ------------------------------------------------------------------------------------------------- */

/* Limited to a type of order or above an amount it pays no hours at all. */
static gboolean
is_restricted (const TenureCoupon *coupon)
{
  return coupon->service != NULL || coupon->region != NULL || coupon->charging != 0;
}

static int
rank (const TenureCoupon *coupon)
{
  switch (coupon->kind)
    {
    case TENURE_COUPON_VOUCHER:
      return is_restricted (coupon) ? 0 : 1;
    case TENURE_COUPON_FLEXI:
      return 2;
    case TENURE_COUPON_CARD:
    case TENURE_COUPON_DISCOUNT:
    default:
      return 3;
    }
}

static TenureTime
ends (TenureTime expiry)
{
  return expiry == TENURE_TIME_UNKNOWN ? G_MAXINT64 : expiry;
}

static int
compare_times (TenureTime one, TenureTime other)
{
  return one < other ? -1 : one > other;
}

static int
compare_coupons (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureMeteringInput *input = data;
  const TenureCoupon *one = input->coupons[*(const guint *)a], *other = input->coupons[*(const guint *)b];
  int order = rank (one) - rank (other);

  if (order == 0)
    order = compare_times (ends (one->expiry), ends (other->expiry));
  return order != 0 ? order : compare_times (one->id, other->id);
}

static int
compare_pools (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureMeteringInput *input = data;
  const TenurePool *one = &input->pools[*(const guint *)a], *other = &input->pools[*(const guint *)b];
  int order = compare_times (ends (one->expiry), ends (other->expiry));

  return order != 0 ? order : compare_times (one->id, other->id);
}

/* Those that hourly charges may use at all: not bound to a type of order, an amount or another charging mode. */
static gboolean
is_money (const TenureCoupon *coupon)
{
  return coupon->kind != TENURE_COUPON_DISCOUNT && coupon->state == TENURE_COUPON_USABLE && coupon->threshold == 0 &&
         coupon->order_type == 0 && (coupon->charging == 0 || coupon->charging == 1 + TENURE_CHARGING_USE) &&
         coupon->remaining != TENURE_MONEY_UNKNOWN && coupon->locked != TENURE_MONEY_UNKNOWN;
}

static void
start (Run *self, const TenureMeteringInput *input, TenureMetering *result)
{
  *self = (Run){ .input = input, .result = result, .cash = input->balance };
  self->pools = g_new (guint, input->n_pools);
  self->coupons = g_new (guint, input->n_coupons);
  self->left = g_new (gint64, input->n_pools);
  self->free = g_new (gint64, input->n_coupons);
  self->drawn = g_new (gint64, input->n_pools);
  self->taken = g_new (gint64, input->n_coupons);
  self->hours = g_new (Hour, input->n_meters);
  self->draws = g_array_new (FALSE, FALSE, sizeof (TenureDraw));
  self->uses = g_array_new (FALSE, FALSE, sizeof (TenureCouponUse));
  self->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < input->n_pools; i++)
    {
      self->pools[i] = i;
      self->left[i] = input->pools[i].left;
    }
  for (guint i = 0; i < input->n_coupons; i++)
    {
      const TenureCoupon *coupon = input->coupons[i];
      if (!is_money (coupon))
        continue;
      self->free[i] = MAX (coupon->remaining - coupon->locked, 0);
      self->coupons[self->n_coupons++] = i;
    }
  g_qsort_with_data (self->pools, (int)input->n_pools, sizeof (guint), compare_pools, (gpointer)input);
  g_qsort_with_data (self->coupons, (int)self->n_coupons, sizeof (guint), compare_coupons, (gpointer)input);
}

static void
finish (Run *self)
{
  g_free (self->pools);
  g_free (self->coupons);
  g_free (self->left);
  g_free (self->free);
  g_free (self->drawn);
  g_free (self->taken);
  g_free (self->hours);
  g_array_unref (self->draws);
  g_array_unref (self->uses);
  g_hash_table_unref (self->pairs);
}

/* --- One hour, the one that begins at @at --------------------------------------------------------------------------
 */

static gboolean
pool_serves (const TenurePool *pool, const TenureMeter *meter, TenureTime at)
{
  return pool->start < at + TENURE_HOUR_SECONDS && ends (pool->expiry) >= at + TENURE_HOUR_SECONDS - 1 &&
         tenure_offer_covers (pool->offer, meter->offer);
}

/* The money moves when the hour is over; by then the coupon must still be valid. */
static gboolean
coupon_serves (const TenureCoupon *coupon, const TenureMeter *meter, TenureTime at)
{
  return ends (coupon->expiry) >= at + TENURE_HOUR_SECONDS &&
         (coupon->service == NULL || g_strcmp0 (coupon->service, meter->service) == 0) &&
         (coupon->region == NULL || g_strcmp0 (coupon->region, meter->region) == 0);
}

static void
draw (Run *self, guint index, TenureTime at)
{
  const TenureMeter *meter = &self->input->meters[index];
  gint64 rest = meter->use;

  for (guint i = 0; i < self->input->n_pools && rest > 0; i++)
    {
      guint pool = self->pools[i];
      TenureDraw taken = { index, pool, MIN (rest, self->left[pool] - self->drawn[pool]) };
      if (taken.amount <= 0 || !pool_serves (&self->input->pools[pool], meter, at))
        continue;
      g_array_append_val (self->draws, taken);
      self->drawn[pool] += taken.amount;
      rest -= taken.amount;
      self->mixed |= rest > 0;
    }
  self->hours[index].covered = meter->use - rest;
}

static TenureMoney *
channel_of (TenureChannels *channels, TenureCouponKind kind)
{
  switch (kind)
    {
    case TENURE_COUPON_VOUCHER:
      return &channels->voucher;
    case TENURE_COUPON_FLEXI:
      return &channels->flexi;
    case TENURE_COUPON_CARD:
    case TENURE_COUPON_DISCOUNT:
    default:
      return &channels->card;
    }
}

static void
pay (Run *self, guint index, TenureTime at)
{
  const TenureMeter *meter = &self->input->meters[index];
  Hour *hour = &self->hours[index];
  TenureMoney rest = hour->official - hour->erased, due = rest;

  for (guint i = 0; i < self->n_coupons && rest > 0; i++)
    {
      const TenureCoupon *coupon = self->input->coupons[self->coupons[i]];
      TenureCouponUse use = { (gint64)self->coupons[i],
                              MIN (rest, self->free[self->coupons[i]] - self->taken[self->coupons[i]]) };
      if (use.amount <= 0 || !coupon_serves (coupon, meter, at))
        continue;
      g_array_append_val (self->uses, use);
      self->taken[self->coupons[i]] += use.amount;
      *channel_of (&hour->paid, coupon->kind) += use.amount;
      rest -= use.amount;
      self->mixed |= rest > 0;
    }
  hour->paid.cash = MIN (rest, self->cash - self->cash_taken);
  self->cash_taken += hour->paid.cash;
  hour->debt = rest - hour->paid.cash;
  self->mixed |= hour->debt > 0 && hour->debt < due;
}

static gboolean
work_out (Run *self, TenureTime at, GError **error)
{
  self->mixed = FALSE;
  self->cash_taken = 0;
  g_array_set_size (self->draws, 0);
  g_array_set_size (self->uses, 0);
  for (guint i = 0; i < self->input->n_pools; i++)
    self->drawn[i] = 0;
  for (guint i = 0; i < self->input->n_coupons; i++)
    self->taken[i] = 0;
  for (guint i = 0; i < self->input->n_meters; i++)
    {
      const TenureMeter *meter = &self->input->meters[i];
      Hour *hour = &self->hours[i];
      *hour = (Hour){ .counts = meter->from <= at };
      if (!hour->counts)
        continue;
      draw (self, i, at);
      if (!tenure_hour_price (meter->hour, meter->use, hour->covered, &hour->official, &hour->erased, error))
        return FALSE;
      pay (self, i, at);
    }
  return TRUE;
}

/* --- Many hours ----------------------------------------------------------------------------------------------------
 */

/* Until @limit, but not over @change when that lies ahead. */
static void
up_to (TenureTime *limit, TenureTime at, TenureTime change)
{
  if (change > at && change < *limit)
    *limit = change;
}

/* When something begins or ends to count. */
static TenureTime
next_change (const Run *self, TenureTime at)
{
  TenureTime limit = self->input->until;

  for (guint i = 0; i < self->input->n_meters; i++)
    up_to (&limit, at, self->input->meters[i].from);
  for (guint i = 0; i < self->input->n_pools; i++)
    {
      const TenurePool *pool = &self->input->pools[i];
      up_to (&limit, at, tenure_hour_floor (pool->start));
      if (pool->expiry != TENURE_TIME_UNKNOWN)
        up_to (&limit, at, tenure_hour_floor (pool->expiry + 1));
    }
  for (guint i = 0; i < self->n_coupons; i++)
    if (self->input->coupons[self->coupons[i]]->expiry != TENURE_TIME_UNKNOWN)
      up_to (&limit, at, tenure_hour_floor (self->input->coupons[self->coupons[i]]->expiry));
  return limit;
}

/* How many hours like the one that was worked out there is room for. */
static gint64
steady (const Run *self, TenureTime at)
{
  gint64 hours = (next_change (self, at) - at) / TENURE_HOUR_SECONDS;

  if (self->mixed)
    return 1;
  for (guint i = 0; i < self->input->n_pools; i++)
    if (self->drawn[i] > 0)
      hours = MIN (hours, self->left[i] / self->drawn[i]);
  for (guint i = 0; i < self->n_coupons; i++)
    if (self->taken[self->coupons[i]] > 0)
      hours = MIN (hours, self->free[self->coupons[i]] / self->taken[self->coupons[i]]);
  if (self->cash_taken > 0)
    hours = MIN (hours, self->cash / self->cash_taken);
  return MAX (hours, 1);
}

/* @sum += @amount × @times */
static gboolean
add_times (gint64 *sum, gint64 amount, gint64 times, GError **error)
{
  return tenure_int_mul (amount, times, &amount, error) && tenure_int_add (*sum, amount, sum, error);
}

static gboolean
add_charge (Run *self, guint index, TenureTime at, gint64 times, GError **error)
{
  const Hour *hour = &self->hours[index];
  TenureCharge *charge = &g_array_index (self->result->charges, TenureCharge, index);

  if (charge->hours == 0)
    charge->start = at;
  charge->end = at + times * TENURE_HOUR_SECONDS;
  charge->hours += times;
  return add_times (&charge->use, self->input->meters[index].use, times, error) &&
         add_times (&charge->covered, hour->covered, times, error) &&
         add_times (&charge->official, hour->official, times, error) &&
         add_times (&charge->erased, hour->erased, times, error) &&
         add_times (&charge->debt, hour->debt, times, error) &&
         add_times (&charge->paid.cash, hour->paid.cash, times, error) &&
         add_times (&charge->paid.flexi, hour->paid.flexi, times, error) &&
         add_times (&charge->paid.card, hour->paid.card, times, error) &&
         add_times (&charge->paid.voucher, hour->paid.voucher, times, error) &&
         add_times (&self->result->debt, hour->debt, times, error);
}

static void
add_draw (Run *self, const TenureDraw *draw, gint64 times)
{
  gint64 pair = (gint64)draw->meter * self->input->n_pools + draw->pool;
  gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (self->pairs, &pair));
  TenureDraw all = { draw->meter, draw->pool, draw->amount * times };

  self->left[draw->pool] -= all.amount;
  if (place > 0)
    {
      g_array_index (self->result->draws, TenureDraw, place - 1).amount += all.amount;
      return;
    }
  g_array_append_val (self->result->draws, all);
  g_hash_table_insert (self->pairs, g_memdup2 (&pair, sizeof pair), GSIZE_TO_POINTER (self->result->draws->len));
}

static void
add_use (Run *self, const TenureCouponUse *use, gint64 times)
{
  TenureCouponUse all = { self->input->coupons[use->coupon_id]->id, use->amount * times };

  self->free[use->coupon_id] -= all.amount;
  for (guint i = 0; i < self->result->uses->len; i++)
    {
      TenureCouponUse *known = &g_array_index (self->result->uses, TenureCouponUse, i);
      if (known->coupon_id == all.coupon_id)
        {
          known->amount += all.amount;
          return;
        }
    }
  g_array_append_val (self->result->uses, all);
}

/* What was worked out, @times times; nothing here exceeds what was left, so only the charges' sums can overflow. */
static gboolean
take (Run *self, TenureTime at, gint64 times, GError **error)
{
  TenureMoney debt = self->result->debt;

  for (guint i = 0; i < self->input->n_meters; i++)
    if (self->hours[i].counts && !add_charge (self, i, at, times, error))
      return FALSE;
  for (guint i = 0; i < self->draws->len; i++)
    add_draw (self, &g_array_index (self->draws, TenureDraw, i), times);
  for (guint i = 0; i < self->uses->len; i++)
    add_use (self, &g_array_index (self->uses, TenureCouponUse, i), times);
  self->cash -= self->cash_taken * times;
  self->result->cash += self->cash_taken * times;
  self->result->until = at + times * TENURE_HOUR_SECONDS;
  if (debt == 0 && self->result->debt > 0)
    self->result->debt_since = at + TENURE_HOUR_SECONDS;
  return TRUE;
}

static TenureTime
first_hour (const TenureMeteringInput *input)
{
  TenureTime first = input->until;

  for (guint i = 0; i < input->n_meters; i++)
    first = MIN (first, input->meters[i].from);
  return first;
}

gboolean
tenure_metering (const TenureMeteringInput *input, TenureMetering *result, GError **error)
{
  TenureTime at = first_hour (input);
  gboolean fine = TRUE;
  Run run;

  *result = (TenureMetering){ .charges = g_array_new (FALSE, TRUE, sizeof (TenureCharge)),
                              .draws = g_array_new (FALSE, FALSE, sizeof (TenureDraw)),
                              .uses = g_array_new (FALSE, FALSE, sizeof (TenureCouponUse)),
                              .until = input->until,
                              .debt_since = TENURE_TIME_UNKNOWN };
  g_array_set_size (result->charges, input->n_meters);
  start (&run, input, result);
  while (fine && at < input->until)
    {
      gint64 times;
      fine = work_out (&run, at, error);
      times = fine ? steady (&run, at) : 1;
      if (fine && input->stop_at_debt && result->debt == 0)
        for (guint i = 0; i < input->n_meters; i++)
          times = run.hours[i].debt > 0 ? 1 : times;
      fine = fine && take (&run, at, times, error);
      at += times * TENURE_HOUR_SECONDS;
      if (input->stop_at_debt && result->debt > 0)
        break;
    }
  finish (&run);
  return fine;
}

/* --- Packages, arrears ---------------------------------------------------------------------------------------------
 */

static const char *const state_names[] = { "pending", "active", "used-up", "expired", "unsubscribed" };

const char *
tenure_package_state_name (TenurePackageState value)
{
  return (guint)value < G_N_ELEMENTS (state_names) ? state_names[value] : NULL;
}

gboolean
tenure_package_state_from_name (const char *name, TenurePackageState *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (name, state_names[i]) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

TenurePackageState
tenure_package_state (const TenureResource *package, TenureTime at)
{
  if (package->status == TENURE_RESOURCE_UNSUBSCRIBED)
    return TENURE_PACKAGE_UNSUBSCRIBED;
  if (package->status == TENURE_RESOURCE_RELEASED || at > package->expiry)
    return TENURE_PACKAGE_EXPIRED;
  if (at < package->start)
    return TENURE_PACKAGE_PENDING;
  return package->used >= package->capacity ? TENURE_PACKAGE_USED_UP : TENURE_PACKAGE_ACTIVE;
}

void
tenure_arrears_span (TenureTime since, TenureLevel level, const TenurePolicy *policy, TenureArrearsSpan *span)
{
  span->frozen = since + policy->arrears_grace_days[level] * TENURE_DAY_SECONDS;
  span->released = span->frozen + policy->arrears_retention_days[level] * TENURE_DAY_SECONDS;
}
