/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which discount an order has, and what an instrument's status is (rules 6, 8.7, 9). */
#include "rules-support.h"
#include "tenure-payment.h"

#define AT "2024-05-01 10:00:00"
#define MOST 4

/* Rules 6, 8.7: the better one, the commercial on a tie; by service, date and use. */
static void
test_best_discount (void)
{
  static const struct
  {
    struct
    {
      gboolean promotion;
      int permyriad;
      const char *service, *expiry, *ended;
      gboolean used;
    } discounts[MOST];
    gboolean used_only;
    int wanted; /* -1: none */
  } choices[] = {
    { { { FALSE, 9000 }, { TRUE, 8000 } }, FALSE, 1 },
    { { { FALSE, 8000 }, { TRUE, 9000 } }, FALSE, 0 },
    { { { TRUE, 8000 }, { FALSE, 8000 } }, FALSE, 1 },
    { { { FALSE, 9000 }, { TRUE, 8000 } }, TRUE, 0 },
    { { { FALSE, 9000 }, { TRUE, 8000, .used = TRUE } }, TRUE, 1 },
    { { { FALSE, 9000 }, { FALSE, 7000, "evs" }, { FALSE, 8500, "ecs" } }, FALSE, 2 },
    { { { FALSE, 9000 }, { TRUE, 5000, NULL, "2024-05-01 09:59:59" } }, FALSE, 0 },
    { { { FALSE, 9000 }, { TRUE, 5000, NULL, "2024-05-01 10:00:00" } }, FALSE, 1 },
    { { { FALSE, 5000, NULL, NULL, "2024-04-01" } }, FALSE, -1 },
    { { { 0 } }, FALSE, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      TenureDiscount discounts[MOST];
      const TenureDiscount *at[MOST], *best;
      guint n = 0;

      for (; n < MOST && choices[i].discounts[n].permyriad != 0; n++)
        {
          discounts[n] = (TenureDiscount){ .id = n,
                                           .promotion = choices[i].discounts[n].promotion,
                                           .permyriad = choices[i].discounts[n].permyriad,
                                           .service = choices[i].discounts[n].service,
                                           .expiry = rules_time (choices[i].discounts[n].expiry),
                                           .ended = rules_time (choices[i].discounts[n].ended),
                                           .used = choices[i].discounts[n].used };
          at[n] = &discounts[n];
        }
      best = tenure_best_discount (at, n, "ecs", rules_time (AT), choices[i].used_only);
      g_assert_cmpint (best ? best->id : -1, ==, choices[i].wanted);
    }
}

/* Rules 9: 未激活, 可使用, 已使用, 已过期, 已回收. */
static void
test_status (void)
{
  static const struct
  {
    TenureCouponState state;
    TenureCouponKind kind;
    const char *remaining, *lost, *expiry;
    gboolean used;
    TenureCouponStatus wanted;
  } rows[] = {
    { TENURE_COUPON_USABLE, TENURE_COUPON_VOUCHER, "1", "?", NULL, FALSE, TENURE_COUPON_STATUS_USABLE },
    { TENURE_COUPON_USABLE, TENURE_COUPON_VOUCHER, "0", "?", NULL, FALSE, TENURE_COUPON_STATUS_USED },
    { TENURE_COUPON_USABLE, TENURE_COUPON_VOUCHER, "0", "0", "2024-04-01", FALSE, TENURE_COUPON_STATUS_USED },
    { TENURE_COUPON_USABLE, TENURE_COUPON_VOUCHER, "0", "5", "2024-04-01", FALSE, TENURE_COUPON_STATUS_EXPIRED },
    { TENURE_COUPON_USABLE, TENURE_COUPON_VOUCHER, "5", "?", "2024-05-01 09:59:59", FALSE,
      TENURE_COUPON_STATUS_EXPIRED },
    { TENURE_COUPON_USABLE, TENURE_COUPON_VOUCHER, "5", "?", "2024-05-01 10:00:00", FALSE,
      TENURE_COUPON_STATUS_USABLE },
    { TENURE_COUPON_USABLE, TENURE_COUPON_DISCOUNT, "?", "?", NULL, TRUE, TENURE_COUPON_STATUS_USED },
    { TENURE_COUPON_USABLE, TENURE_COUPON_DISCOUNT, "?", "0", "2024-04-01", FALSE, TENURE_COUPON_STATUS_EXPIRED },
    { TENURE_COUPON_INACTIVE, TENURE_COUPON_CARD, "5", "?", NULL, FALSE, TENURE_COUPON_STATUS_INACTIVE },
    { TENURE_COUPON_INACTIVE, TENURE_COUPON_CARD, "5", "?", "2024-04-01", FALSE, TENURE_COUPON_STATUS_EXPIRED },
    { TENURE_COUPON_RECLAIMED, TENURE_COUPON_CARD, "0", "5", "2024-04-01", FALSE, TENURE_COUPON_STATUS_RECLAIMED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TenureCoupon coupon = { .state = rows[i].state,
                              .kind = rows[i].kind,
                              .remaining = rules_money (rows[i].remaining),
                              .lost = rules_money (rows[i].lost),
                              .expiry = rules_time (rows[i].expiry),
                              .used = rows[i].used };
      g_assert_cmpint (tenure_coupon_status (&coupon, rules_time (AT)), ==, rows[i].wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coupon/best-discount", test_best_discount);
  g_test_add_func ("/coupon/status", test_status);
  return g_test_run ();
}
