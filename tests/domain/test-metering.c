/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Started hours, packages, channels, arrears: cases, and that many hours at once are the same as one by one. */
#include "rules-support.h"
#include "tenure-bill.h"
#include "tenure-metering.h"

#define YUAN TENURE_MONEY_ONE
#define HOUR TENURE_HOUR_SECONDS

static const char *const covers[] = { "eip", NULL };
static const TenureOffer traffic = { .key = "traffic", .package = TRUE, .covers = covers };

static void
test_hour_price (void)
{
  static const struct
  {
    const char *hour;
    gint64 use, covered;
    const char *official, *erased;
  } cases[] = {
    { "0.2395", 25000000, 0, "0.2395", "0.0095" },
    { "0.2395", 25000000, 25000000, "0.00", "0.00" },
    { "0.2395", 25000000, 10000000, "0.1437", "0.0037" },
    { "0.10", 3, 1, "0.06666666", "0.00666666" }, /* truncated, not rounded: GP-44 */
    { "0.00166667", 0, 0, "0.00166667", "0.00166667" },
    { "3.00", 0, 0, "3.00", "0.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureMoney hour, official, erased;

      g_assert_true (tenure_money_parse (cases[i].hour, &hour, NULL));
      g_assert_true (tenure_hour_price (hour, cases[i].use, cases[i].covered, &official, &erased, NULL));
      rules_assert_money (official, cases[i].official);
      rules_assert_money (erased, cases[i].erased);
    }
}

static void
test_hours (void)
{
  g_assert_cmpint (tenure_hour_floor (7199), ==, 3600);
  g_assert_cmpint (tenure_hour_floor (7200), ==, 7200);
  g_assert_cmpint (tenure_hour_floor (-1), ==, -3600);
  g_assert_cmpint (tenure_hour_ceil (3601), ==, 7200);
  g_assert_cmpint (tenure_hour_ceil (3600), ==, 3600);
}

static void
run (const TenureMeteringInput *input, TenureMetering *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_metering (input, result, &error));
  g_assert_no_error (error);
}

/* A1-13: a package that ends first is drawn on first; what it lacks comes from the next, and then from money. */
static void
test_packages (void)
{
  TenureMeter meters[] = { { 1, "eip", "vpc", "r", YUAN / 10, 10, 0 }, { 2, "ecs", "ecs", "r", YUAN, 0, 0 } };
  TenurePool pools[] = { { 7, &traffic, 0, 1000 * HOUR, 100 }, { 8, &traffic, 0, 500 * HOUR, 25 } };
  TenureMeteringInput input = { meters, 2, pools, 2, NULL, 0, 1000 * YUAN, 14 * HOUR, FALSE };
  g_auto (TenureMetering) result = { 0 };
  const TenureCharge *eip;

  run (&input, &result);
  eip = &g_array_index (result.charges, TenureCharge, 0);
  g_assert_cmpint (eip->hours, ==, 14);
  g_assert_cmpint (eip->use, ==, 140);
  g_assert_cmpint (eip->covered, ==, 125);
  rules_assert_money (eip->official, "0.15"); /* half an hour, and one */
  rules_assert_money (g_array_index (result.charges, TenureCharge, 1).paid.cash, "14.00");
  g_assert_cmpuint (result.draws->len, ==, 2);
  g_assert_cmpint (g_array_index (result.draws, TenureDraw, 0).pool, ==, 1);
  g_assert_cmpint (g_array_index (result.draws, TenureDraw, 0).amount, ==, 25);
  g_assert_cmpint (g_array_index (result.draws, TenureDraw, 1).amount, ==, 100);
  g_assert_cmpint (result.debt, ==, 0);
}

/* Not before it begins, and not after its last second. */
static void
test_package_dates (void)
{
  TenureMeter meter = { 1, "eip", "vpc", "r", YUAN, 10, 0 };
  TenurePool pool = { 7, &traffic, 3 * HOUR + 1800, 6 * HOUR - 1, 1000 };
  TenureMeteringInput input = { &meter, 1, &pool, 1, NULL, 0, 1000 * YUAN, 10 * HOUR, FALSE };
  g_auto (TenureMetering) result = { 0 };

  run (&input, &result);
  g_assert_cmpint (g_array_index (result.charges, TenureCharge, 0).covered, ==, 30); /* hours 3, 4 and 5 */
  rules_assert_money (result.cash, "7.00");
}

static TenureCoupon
coupon (gint64 id, TenureCouponKind kind, gint64 yuan, TenureTime expiry)
{
  return (TenureCoupon){ .id = id,
                         .kind = kind,
                         .face = yuan * YUAN,
                         .remaining = yuan * YUAN,
                         .expiry = expiry,
                         .state = TENURE_COUPON_USABLE };
}

/* A1-12: 代金券 > 现金券 > 储值卡 > cash, restricted and nearest first; the rest is owed, from the hour it began. */
static void
test_channels (void)
{
  TenureMeter meter = { 1, "ecs", "ecs", "r", YUAN, 0, 0 };
  TenureCoupon coupons[] = {
    coupon (1, TENURE_COUPON_CARD, 3, 850 * HOUR), /* last although it ends before 2 */
    coupon (2, TENURE_COUPON_FLEXI, 2, 900 * HOUR),    coupon (3, TENURE_COUPON_VOUCHER, 5, TENURE_TIME_UNKNOWN),
    coupon (4, TENURE_COUPON_VOUCHER, 4, 800 * HOUR),  coupon (5, TENURE_COUPON_VOUCHER, 7, 990 * HOUR),
    coupon (6, TENURE_COUPON_VOUCHER, 50, 900 * HOUR), coupon (7, TENURE_COUPON_DISCOUNT, 50, 900 * HOUR),
    coupon (8, TENURE_COUPON_FLEXI, 9, 10 * HOUR - 1),
  };
  const TenureCoupon *used[G_N_ELEMENTS (coupons)];
  TenureMeteringInput input = { &meter, 1, NULL, 0, used, G_N_ELEMENTS (used), 6 * YUAN + YUAN / 2, 40 * HOUR, TRUE };
  static const gint64 order[] = { 5, 4, 3, 2, 1 };
  g_auto (TenureMetering) result = { 0 };
  const TenureCharge *charge;

  coupons[4].service = "ecs"; /* restricted: first although it ends last */
  coupons[4].region = "r";
  coupons[5].service = "evs"; /* of something else */
  for (guint i = 0; i < G_N_ELEMENTS (coupons); i++)
    used[i] = &coupons[i];
  run (&input, &result);
  charge = &g_array_index (result.charges, TenureCharge, 0);
  rules_assert_money (charge->paid.voucher, "16.00");
  rules_assert_money (charge->paid.flexi, "2.00");
  rules_assert_money (charge->paid.card, "3.00");
  rules_assert_money (charge->paid.cash, "6.50");
  rules_assert_money (charge->debt, "0.50");
  g_assert_cmpint (result.until, ==, 28 * HOUR); /* stopped where the money ended */
  g_assert_cmpint (result.debt_since, ==, 28 * HOUR);
  g_assert_cmpuint (result.uses->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < result.uses->len; i++)
    g_assert_cmpint (g_array_index (result.uses, TenureCouponUse, i).coupon_id, ==, order[i]);
}

/* Rules 9: what is limited to pay-per-use pays before what is not; what is limited to another mode pays nothing. */
static void
test_charging (void)
{
  TenureMeter meter = { 1, "ecs", "ecs", "r", YUAN, 0, 0 };
  TenureCoupon coupons[] = {
    coupon (1, TENURE_COUPON_VOUCHER, 2, 100 * HOUR), coupon (2, TENURE_COUPON_VOUCHER, 3, 500 * HOUR),
    coupon (3, TENURE_COUPON_VOUCHER, 9, 400 * HOUR), coupon (4, TENURE_COUPON_FLEXI, 9, 400 * HOUR),
    coupon (5, TENURE_COUPON_CARD, 9, 400 * HOUR),
  };
  static const int charging[] = { 0, 1 + TENURE_CHARGING_USE, 1 + TENURE_CHARGING_PERIOD, 1 + TENURE_CHARGING_PERIOD,
                                  1 + TENURE_CHARGING_PACKAGE };
  const TenureCoupon *used[G_N_ELEMENTS (coupons)];
  TenureMeteringInput input = { &meter, 1, NULL, 0, used, G_N_ELEMENTS (used), 90 * YUAN, 10 * HOUR, FALSE };
  g_auto (TenureMetering) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (coupons); i++)
    {
      coupons[i].charging = charging[i];
      used[i] = &coupons[i];
    }
  run (&input, &result);
  rules_assert_money (result.cash, "5.00");
  g_assert_cmpuint (result.uses->len, ==, 2);
  g_assert_cmpint (g_array_index (result.uses, TenureCouponUse, 0).coupon_id, ==, 2);
  g_assert_cmpint (g_array_index (result.uses, TenureCouponUse, 1).coupon_id, ==, 1);
}

/* --- Random: at once and hour by hour ------------------------------------------------------------------------------
 */

#define N_METERS 5
#define N_POOLS 3
#define N_COUPONS 4
#define N_HOURS 60

typedef struct
{
  TenureMeter meters[N_METERS];
  TenurePool pools[N_POOLS];
  TenureCoupon coupons[N_COUPONS];
  const TenureCoupon *used[N_COUPONS];
  TenureMoney balance;
} Case;

static void
make_case (GRand *random, Case *self)
{
  static const char *const offers[] = { "eip", "ecs" };

  *self = (Case){ .balance = g_rand_int_range (random, 0, 60) * YUAN / 4 };
  for (guint i = 0; i < N_METERS; i++)
    self->meters[i] = (TenureMeter){ i + 1,
                                     offers[g_rand_int_range (random, 0, 2)],
                                     "s",
                                     "r",
                                     g_rand_int_range (random, 1, 30000000),
                                     g_rand_int_range (random, 0, 3) * 7,
                                     g_rand_int_range (random, 0, 12) * HOUR };
  for (guint i = 0; i < N_POOLS; i++)
    self->pools[i] = (TenurePool){ i + 1, &traffic, g_rand_int_range (random, -20, 40) * 1800,
                                   g_rand_int_range (random, 20, 90) * HOUR - 1, g_rand_int_range (random, 0, 400) };
  for (guint i = 0; i < N_COUPONS; i++)
    {
      self->coupons[i] = coupon (i + 1, (TenureCouponKind)g_rand_int_range (random, 0, 4), 0,
                                 g_rand_int_range (random, 5, 90) * HOUR - g_rand_int_range (random, 0, 2));
      self->coupons[i].remaining = self->coupons[i].face = g_rand_int_range (random, 0, 500) * YUAN / 100;
      self->used[i] = &self->coupons[i];
    }
}

static TenureMeteringInput
input_of (Case *self, TenureTime until, gboolean stop)
{
  return (TenureMeteringInput){ self->meters, N_METERS,      self->pools, N_POOLS, self->used,
                                N_COUPONS,    self->balance, until,       stop };
}

/* What is left after a part, for the next. */
static void
carry_on (Case *self, const TenureMetering *part, TenureCharge *sums)
{
  for (guint i = 0; i < N_METERS; i++)
    {
      const TenureCharge *charge = &g_array_index (part->charges, TenureCharge, i);

      sums[i].hours += charge->hours;
      sums[i].covered += charge->covered;
      sums[i].official += charge->official;
      sums[i].erased += charge->erased;
      sums[i].debt += charge->debt;
      sums[i].paid.cash += charge->paid.cash;
      sums[i].paid.voucher += charge->paid.voucher;
      sums[i].paid.flexi += charge->paid.flexi;
      sums[i].paid.card += charge->paid.card;
      self->meters[i].from = MAX (self->meters[i].from, part->until);
      g_assert_cmpint (charge->official, ==,
                       charge->erased + charge->debt + charge->paid.cash + charge->paid.voucher + charge->paid.flexi +
                           charge->paid.card);
    }
  for (guint i = 0; i < part->draws->len; i++)
    self->pools[g_array_index (part->draws, TenureDraw, i).pool].left -=
        g_array_index (part->draws, TenureDraw, i).amount;
  for (guint i = 0; i < part->uses->len; i++)
    self->coupons[g_array_index (part->uses, TenureCouponUse, i).coupon_id - 1].remaining -=
        g_array_index (part->uses, TenureCouponUse, i).amount;
  self->balance -= part->cash;
}

static void
test_at_once (void)
{
  GRand *random = tenure_test_random ();

  for (guint round = 0; round < 3000; round++)
    {
      TenureCharge parts[N_METERS] = { 0 }, whole[N_METERS] = { 0 };
      TenureTime since = TENURE_TIME_UNKNOWN;
      Case hourly, at_once;
      TenureMeteringInput input;
      g_auto (TenureMetering) all = { 0 };

      make_case (random, &hourly);
      at_once = hourly;
      for (guint i = 0; i < N_COUPONS; i++)
        at_once.used[i] = &at_once.coupons[i], hourly.used[i] = &hourly.coupons[i];
      input = input_of (&at_once, N_HOURS * HOUR, FALSE);
      run (&input, &all);
      carry_on (&at_once, &all, whole);
      for (guint hour = 1; hour <= N_HOURS; hour++)
        {
          g_auto (TenureMetering) part = { 0 };

          input = input_of (&hourly, hour * HOUR, FALSE);
          run (&input, &part);
          carry_on (&hourly, &part, parts);
          if (since == TENURE_TIME_UNKNOWN)
            since = part.debt_since;
        }
      g_assert_cmpint (since, ==, all.debt_since);
      g_assert_cmpint (hourly.balance, ==, at_once.balance);
      g_assert_cmpint (hourly.balance, >=, 0);
      for (guint i = 0; i < N_POOLS; i++)
        g_assert_cmpint (hourly.pools[i].left, ==, at_once.pools[i].left);
      for (guint i = 0; i < N_COUPONS; i++)
        g_assert_cmpint (hourly.coupons[i].remaining, ==, at_once.coupons[i].remaining);
      for (guint i = 0; i < N_METERS; i++)
        {
          g_assert_cmpint (parts[i].hours, ==, whole[i].hours);
          g_assert_cmpint (parts[i].covered, ==, whole[i].covered);
          g_assert_cmpint (parts[i].official, ==, whole[i].official);
          g_assert_cmpint (parts[i].debt, ==, whole[i].debt);
          g_assert_cmpint (parts[i].paid.cash, ==, whole[i].paid.cash);
          g_assert_cmpint (parts[i].paid.voucher, ==, whole[i].paid.voucher);
        }
    }
  g_rand_free (random);
}

/* --- Packages and arrears by dates ----------------------------------------------------------------------------------
 */

static void
test_states (void)
{
  static const struct
  {
    TenureResourceStatus status;
    TenureTime at;
    gint64 used;
    TenurePackageState state;
  } cases[] = {
    { TENURE_RESOURCE_ACTIVE, 99, 0, TENURE_PACKAGE_PENDING },
    { TENURE_RESOURCE_ACTIVE, 100, 0, TENURE_PACKAGE_ACTIVE },
    { TENURE_RESOURCE_ACTIVE, 200, 9, TENURE_PACKAGE_ACTIVE },
    { TENURE_RESOURCE_ACTIVE, 200, 10, TENURE_PACKAGE_USED_UP },
    { TENURE_RESOURCE_ACTIVE, 201, 10, TENURE_PACKAGE_EXPIRED },
    { TENURE_RESOURCE_RELEASED, 150, 0, TENURE_PACKAGE_EXPIRED },
    { TENURE_RESOURCE_UNSUBSCRIBED, 50, 0, TENURE_PACKAGE_UNSUBSCRIBED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureResource package = { .status = cases[i].status, .start = 100, .expiry = 200, .capacity = 10 };
      TenurePackageState read;

      package.used = cases[i].used;
      g_assert_cmpint (tenure_package_state (&package, cases[i].at), ==, cases[i].state);
      g_assert_true (tenure_package_state_from_name (tenure_package_state_name (cases[i].state), &read));
      g_assert_cmpint (read, ==, cases[i].state);
    }
}

/* rules 4.4, the column of pay-per-use */
static void
test_arrears (void)
{
  static const struct
  {
    TenureLevel level;
    int grace, retention;
  } cases[] = {
    { TENURE_LEVEL_V0, 0, 1 }, { TENURE_LEVEL_V1, 0, 7 },  { TENURE_LEVEL_V2, 0, 7 },
    { TENURE_LEVEL_V3, 1, 7 }, { TENURE_LEVEL_V4, 7, 15 }, { TENURE_LEVEL_V5, 7, 15 },
  };
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureArrearsSpan span;

      tenure_arrears_span (1000, cases[i].level, policy, &span);
      g_assert_cmpint (span.frozen, ==, 1000 + cases[i].grace * TENURE_DAY_SECONDS);
      g_assert_cmpint (span.released, ==, span.frozen + cases[i].retention * TENURE_DAY_SECONDS);
    }
}

/* A1-12: what hourly charges may not use: an hour of one yuan is paid in cash then. */
static void
test_not_for_hours (gconstpointer data)
{
  TenureMeter meter = { 1, "eip", "vpc", "r", YUAN, 0, 0 };
  TenureMeteringInput input = { &meter, 1, NULL, 0, (const TenureCoupon *const *)&data, 1, 10 * YUAN, 1 * HOUR, FALSE };
  g_auto (TenureMetering) result = { 0 };

  run (&input, &result);
  rules_assert_money (g_array_index (result.charges, TenureCharge, 0).paid.cash, "1.00");
  g_assert_cmpuint (result.uses->len, ==, 0);
}

#define LIKE(kind_, state_, remaining_, locked_, expiry_, ...)                                                         \
  {                                                                                                                    \
    .kind = TENURE_COUPON_##kind_, .state = TENURE_COUPON_##state_, .remaining = remaining_, .locked = locked_,        \
    .expiry = expiry_, __VA_ARGS__                                                                                     \
  }
static const struct
{
  const char *what;
  TenureCoupon coupon;
} not_for_hours[] = {
  { "discount", LIKE (DISCOUNT, USABLE, 5 * YUAN, 0, 9 * HOUR, ) },
  { "inactive", LIKE (FLEXI, INACTIVE, 5 * YUAN, 0, 9 * HOUR, ) },
  { "above-an-amount", LIKE (FLEXI, USABLE, 5 * YUAN, 0, 9 * HOUR, .threshold = YUAN) },
  { "for-renewals", LIKE (FLEXI, USABLE, 5 * YUAN, 0, 9 * HOUR, .order_type = TENURE_TYPE_RENEWAL) },
  { "unknown-remainder", LIKE (FLEXI, USABLE, TENURE_MONEY_UNKNOWN, 0, 9 * HOUR, ) },
  { "unknown-lock", LIKE (FLEXI, USABLE, 5 * YUAN, TENURE_MONEY_UNKNOWN, 9 * HOUR, ) },
  { "locked", LIKE (FLEXI, USABLE, 5 * YUAN, 5 * YUAN, 9 * HOUR, ) },
  { "other-service", LIKE (FLEXI, USABLE, 5 * YUAN, 0, 9 * HOUR, .service = (char *)"ecs") },
  { "other-region", LIKE (FLEXI, USABLE, 5 * YUAN, 0, 9 * HOUR, .region = (char *)"q") },
  { "ends-within-the-hour", LIKE (FLEXI, USABLE, 5 * YUAN, 0, HOUR - 2, ) },
};

/* What cannot be told in 64 bits is an error, never another amount. */
static void
test_too_much (void)
{
  TenureMeter meter = { 1, "eip", "vpc", "r", G_MAXINT64 / 2, 10, 0 };
  TenureMeteringInput input = { &meter, 1, NULL, 0, NULL, 0, 0, 3 * HOUR, FALSE };
  g_auto (TenureMetering) result = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_metering (&input, &result, &error));
  g_assert_nonnull (error);
}

static void
test_bill_types (void)
{
  static const struct
  {
    TenureOrderType type;
    TenureOrderSource source;
    TenureMoney due;
    TenureBillType is;
  } cases[] = {
    { TENURE_TYPE_NEW, TENURE_SOURCE_CUSTOMER, YUAN, TENURE_BILL_NEW },
    { TENURE_TYPE_TO_PPU, TENURE_SOURCE_SYSTEM, 0, TENURE_BILL_NEW },
    { TENURE_TYPE_FROM_PPU, TENURE_SOURCE_CUSTOMER, YUAN, TENURE_BILL_NEW },
    { TENURE_TYPE_RENEWAL, TENURE_SOURCE_CUSTOMER, YUAN, TENURE_BILL_RENEWAL },
    { TENURE_TYPE_RENEWAL, TENURE_SOURCE_SYSTEM, YUAN, TENURE_BILL_AUTO_RENEWAL },
    { TENURE_TYPE_CHANGE, TENURE_SOURCE_CUSTOMER, YUAN, TENURE_BILL_CHANGE },
    { TENURE_TYPE_CHANGE, TENURE_SOURCE_CUSTOMER, -YUAN, TENURE_BILL_CHANGE_BACK },
    { TENURE_TYPE_UNSUBSCRIBE, TENURE_SOURCE_CUSTOMER, YUAN, TENURE_BILL_UNSUBSCRIBE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureOrder order = { .type = cases[i].type, .source = cases[i].source, .due = cases[i].due };

      g_assert_cmpint (tenure_bill_type_of (&order), ==, cases[i].is);
    }
}

/* rules 1.7 and 11: in which month's bill it is */
static void
test_cycle (gconstpointer data)
{
  const char *const *row = data;

  g_assert_cmpint (tenure_bill_cycle (rules_time (row[1]), rules_time (row[2])), ==,
                   tenure_day_of (rules_time (row[3])));
}

static const char *const cycles[][4] = {
  { "GP-12 approved on the last day", "2021-09-30 18:00:00", "2021-09-30 18:00:00", "2021-09-01" },
  { "GP-12 and returned a day later", "2021-09-30 18:00:00", "2021-10-01 18:00:00", "2021-09-01" },
  { "GP-13 approved on the first", "2021-10-01 09:00:00", "2021-10-01 09:00:00", "2021-10-01" },
  { "GP-13 and returned a day later", "2021-10-01 09:00:00", "2021-10-02 09:00:00", "2021-10-01" },
  { "GD-63 charged in time", "2024-06-30 12:00:00", "2024-07-01 23:59:59", "2024-06-01" },
  { "GD-63 charged late", "2024-06-30 12:00:00", "2024-07-02 00:00:00", "2024-07-01" },
  { "GD-63 of the new month", "2024-07-01 00:00:00", "2024-07-01 12:00:00", "2024-07-01" },
  { "over the new year", "2023-12-31 23:59:59", "2024-01-01 00:00:00", "2023-12-01" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metering/A1-12-hour-price", test_hour_price);
  g_test_add_func ("/metering/hours", test_hours);
  g_test_add_func ("/metering/A1-13-packages", test_packages);
  g_test_add_func ("/metering/A1-13-package-dates", test_package_dates);
  g_test_add_func ("/metering/A1-12-channels", test_channels);
  g_test_add_func ("/metering/A1-12-charging", test_charging);
  g_test_add_func ("/metering/at-once", test_at_once);
  g_test_add_func ("/metering/A1-13-states", test_states);
  g_test_add_func ("/metering/A1-12-arrears", test_arrears);
  g_test_add_func ("/metering/too-much", test_too_much);
  g_test_add_func ("/metering/bill-types", test_bill_types);
  for (guint i = 0; i < G_N_ELEMENTS (not_for_hours); i++)
    {
      g_autofree char *path = g_strdup_printf ("/metering/A1-12-not/%s", not_for_hours[i].what);

      g_test_add_data_func (path, &not_for_hours[i].coupon, test_not_for_hours);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cycles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/metering/cycle/%s", cycles[i][0]);

      g_test_add_data_func (path, cycles[i], test_cycle);
    }
  return g_test_run ();
}
