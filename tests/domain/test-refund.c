/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked cases of rules 1 to 3 and the boundaries of 1.10. */
#include "refund-rows.h"

static const RefundRow rows[] = {
  /* hours and days */
  { "GP-01, GP-02 and GD-01", CN, EVS_USED, .cash = "100", .consumed = "45.38", .fee = "10.00", .due_refund = "44.62",
    .refund = "44.62", .back = "44.62 0.00 0.00 0.00", .holds = "2024-01-15 19:00:00" },
  { "GD-02", CN, EVS_USED, .cash = "80", .voucher = "20", .consumed = "36.31", .fee = "8.00", .due_refund = "55.69",
    .refund = "35.69" },
  { "GD-02 with the amount due told", CN, EVS_USED, .cash = "80", .voucher = "20", .due = "100", .consumed = "36.31",
    .fee = "8.00", .due_refund = "55.69", .refund = "35.69" },
  { "GD-02 with another amount due", CN, EVS_USED, .cash = "80", .due = "10", .consumed = "36.31", .fee = "8.00",
    .due_refund = "0.00", .refund = "35.69" },
  { "GD-04 in the start hour", CN, EVS, .at = "2024-01-01 10:59:59", .cash = "100", .total = 758, .used = 0,
    .permyriad = 1000, .fee = "10.00", .due_refund = "90.00", .refund = "90.00", .holds = "2024-01-01 11:00:00" },
  { "GD-04 at the start second", CN, EVS, .at = "2024-01-01 10:30:00", .cash = "100", .total = 758, .used = 0,
    .permyriad = 1000, .fee = "10.00", .due_refund = "90.00", .refund = "90.00" },
  { "GD-05 at the exact hour", CN, EVS, .at = "2024-01-01 11:00:00", .cash = "100", .total = 758, .used = 1,
    .permyriad = 1000, .consumed = "0.13", .fee = "10.00", .due_refund = "89.87", .refund = "89.87" },
  { "at the expiry second", CN, EVS, .at = "2024-02-01 23:59:59", .cash = "100", .total = 758, .used = 757,
    .permyriad = 1000, .consumed = "99.87", .fee = "10.00", .holds = "2024-02-02 00:00:00" },
  { "over a leap February", CN, .months = 1, .start = "2024-02-10 09:15:00", .expiry = "2024-03-10",
    .at = "2024-02-29 12:30:00", .cash = "290", .total = 711, .used = 459, .permyriad = 1000, .consumed = "187.22",
    .fee = "29.00", .due_refund = "73.78", .refund = "73.78" },
  { "GP-03 and GD-22 by days", CN, DAYS, .cash = "310", .consumed = "70.00", .fee = "31.00", .due_refund = "209.00",
    .refund = "209.00" },
  { "GD-23 by days", CN, DAYS, .cash = "100", .consumed = "22.58", .fee = "10.00", .due_refund = "67.42",
    .refund = "67.42" },
  { "a renewal counts from 00:00", CN, .months = 1, .kind = TENURE_TERM_RENEWAL, .start = "2024-02-01 23:59:59",
    .expiry = "2024-03-01", .at = "2024-02-10 00:30:00", .cash = "100", .quota = TENURE_FIVE_DAY_FREE, .total = 696,
    .used = 192, .permyriad = 1000, .consumed = "27.59", .fee = "10.00", .due_refund = "62.41", .refund = "62.41" },
  { "a renewal stored from 00:00", CN, .months = 1, .kind = TENURE_TERM_RENEWAL, .start = "2024-02-02",
    .expiry = "2024-03-01", .at = "2024-02-10 00:30:00", .cash = "100", .total = 696, .used = 192, .permyriad = 1000,
    .consumed = "27.59", .fee = "10.00", .due_refund = "62.41", .refund = "62.41" },
  { "a purchase at 23:59:59 counts from 23:00", CN, .months = 1, .start = "2024-02-01 23:59:59", .expiry = "2024-03-01",
    .at = "2024-02-10 00:30:00", .cash = "100", .total = 697, .used = 193, .permyriad = 1000, .consumed = "27.69",
    .fee = "10.00", .due_refund = "62.31", .refund = "62.31" },

  /* bands */
  { "GD-08", CN, YEARS_3, .at = "2023-07-01 09:15:00", .used = 4343, .permyriad = 1500, .consumed = "594.07",
    .fee = "540.00", .due_refund = "2465.93", .refund = "2465.93" },
  { "GD-09 exactly one year", CN, YEARS_3, .at = "2024-01-01 10:59:59", .used = 8760, .permyriad = 1500,
    .consumed = "1198.27", .fee = "540.00", .due_refund = "1861.73", .refund = "1861.73" },
  { "GD-10 an hour more", CN, YEARS_3, .at = "2024-01-01 11:00:00", .used = 8761, .permyriad = 1000,
    .consumed = "1198.40", .fee = "360.00", .due_refund = "2041.60", .refund = "2041.60" },
  { "exactly two years", CN, YEARS_3, .at = "2025-01-01 10:59:59", .used = 17544, .permyriad = 1000,
    .consumed = "2399.82", .fee = "360.00", .due_refund = "840.18", .refund = "840.18" },
  { "two years and an hour", CN, YEARS_3, .at = "2025-01-01 11:00:00", .used = 17545, .permyriad = 500,
    .consumed = "2399.95", .fee = "180.00", .due_refund = "1020.05", .refund = "1020.05" },
  { "GD-13 floored", CN, YEARS_3, .at = "2025-12-01 12:00:00", .used = 25562, .permyriad = 500, .consumed = "3496.59",
    .fee = "180.00", .due_refund = "0.00" },
  { "the last figure holds past three years", CN, YEARS_3, .at = "2026-01-01 11:00:00", .used = 26305, .permyriad = 500,
    .consumed = "3598.22", .fee = "180.00" },
  { "GD-14", CN, YEARS_2, .at = "2023-07-01", .used = 4344, .permyriad = 1500, .consumed = "593.44", .fee = "360.00",
    .due_refund = "1446.56", .refund = "1446.56" },
  { "GD-17", CN, YEAR_1, .at = "2024-09-01 08:20:00", .used = 4416, .permyriad = 1000, .consumed = "603.83",
    .fee = "120.00", .due_refund = "476.17", .refund = "476.17" },
  { "the last figure holds past one year", CN, YEAR_1, .at = "2025-03-01 12:00:00", .used = 8764, .permyriad = 1000,
    .consumed = "1198.36", .fee = "120.00" },
  { "GD-18 first year", CN, YEARS_5, .at = "2020-07-01", .used = 4368, .permyriad = 3000, .consumed = "597.37",
    .fee = "1800.00", .due_refund = "3602.63", .refund = "3602.63" },
  { "GD-18 second year", CN, YEARS_5, .at = "2021-07-01", .used = 13128, .permyriad = 4000, .consumed = "1795.40",
    .fee = "2400.00", .due_refund = "1804.60", .refund = "1804.60" },
  { "GD-18 third year", CN, YEARS_5, .at = "2022-07-01", .used = 21888, .permyriad = 3000, .consumed = "2993.44",
    .fee = "1800.00", .due_refund = "1206.56", .refund = "1206.56" },
  { "GD-18 fourth year", CN, YEARS_5, .at = "2023-07-01", .used = 30648, .permyriad = 1500, .consumed = "4191.47",
    .fee = "900.00", .due_refund = "908.53", .refund = "908.53" },
  { "29 February and a year is 28 February", CN, LEAP_2, .at = "2025-02-28 10:59:59", .used = 8760, .permyriad = 1500,
    .consumed = "1199.04", .fee = "360.00", .due_refund = "840.96", .refund = "840.96" },
  { "29 February and a year, an hour more", CN, LEAP_2, .at = "2025-02-28 11:00:00", .used = 8761, .permyriad = 1000,
    .consumed = "1199.18", .fee = "240.00", .due_refund = "960.82", .refund = "960.82" },
  { "years of 8,760 hours in a leap year", CN, .edits = "refund.years_by_hours=true", .months = 24,
    .start = "2024-01-01", .expiry = "2026-01-01", .at = "2024-12-31 01:00:00", .cash = "2400", .total = 17568,
    .used = 8761, .permyriad = 1000, .consumed = "1196.86", .fee = "240.00", .due_refund = "963.14",
    .refund = "963.14" },
  { "exactly 8,760 hours in a leap year", CN, .edits = "refund.years_by_hours=true", .months = 24,
    .start = "2024-01-01", .expiry = "2026-01-01", .at = "2024-12-31 00:00:00", .cash = "2400", .total = 17568,
    .used = 8760, .permyriad = 1500, .consumed = "1196.72", .fee = "360.00", .due_refund = "843.28",
    .refund = "843.28" },
  { "a calendar year in a leap year", CN, .months = 24, .start = "2024-01-01", .expiry = "2026-01-01",
    .at = "2024-12-31 01:00:00", .cash = "2400", .total = 17568, .used = 8761, .permyriad = 1500, .consumed = "1196.86",
    .fee = "360.00", .due_refund = "843.14", .refund = "843.14" },
  { "a fifth year's rate that someone entered", CN, .edits = "fee.5y.5=\"0.12\"", YEARS_5, .at = "2024-07-01",
    .used = 39432, .permyriad = 1200, .consumed = "5392.78", .fee = "720.00" },

  /* other roundings */
  { "truncated", CN, .edits = "refund.rounding=\"truncate\"", EVS_USED, .cash = "80", .consumed = "36.30",
    .fee = "8.00", .due_refund = "35.70", .refund = "35.70" },
  { "precise", CN, .edits = "refund.places=8", EVS_USED, .cash = "100", .consumed = "45.38258575", .fee = "10.00",
    .due_refund = "44.61741425", .refund = "44.61741425" },

  /* channels */
  { "pro rata over two channels", CN, EVS_USED, .cash = "50", .card = "50", .consumed = "45.38", .fee = "10.00",
    .due_refund = "44.62", .refund = "44.62", .back = "22.31 0.00 0.00 22.31" },
  { "pro rata over four, the residual to the last", CN, EVS_USED, .cash = "30", .credit = "30", .flexi = "20",
    .card = "20", .consumed = "45.38", .fee = "10.00", .due_refund = "44.62", .refund = "44.62",
    .back = "13.39 13.39 8.92 8.92" },
  { "four equal parts round up, the last takes less", CN, EVS_USED, .cash = "25", .credit = "25", .flexi = "25",
    .card = "25", .consumed = "45.38", .fee = "10.00", .due_refund = "44.62", .refund = "44.62",
    .back = "11.16 11.16 11.16 11.14" },
  { "three equal parts round down, the last takes more", CN, EVS_USED, .cash = "10", .credit = "10", .flexi = "10",
    .consumed = "13.61", .fee = "3.00", .due_refund = "13.39", .refund = "13.39", .back = "4.46 4.46 4.47 0.00" },
  { "the last that paid is the flexi coupon", CN, EVS_USED, .cash = "33", .flexi = "67", .consumed = "45.38",
    .fee = "10.00", .due_refund = "44.62", .refund = "44.62", .back = "14.72 0.00 29.90 0.00" },
  { "cash first", CN, .edits = "refund.channels_cash_first=true", EVS_USED, .cash = "40", .card = "60",
    .consumed = "45.38", .fee = "10.00", .due_refund = "44.62", .refund = "44.62", .back = "40.00 0.00 0.00 4.62" },
  { "no channel gets more than it paid", CN, EVS, .at = "2024-01-01 10:59:59", .cash = "2.58", .credit = "1.17",
    .flexi = "0.07", .card = "0.01", .total = 758, .permyriad = 1000, .fee = "0.38", .due_refund = "3.45",
    .refund = "3.45", .back = "2.32 1.05 0.07 0.01" },
  { "no channel gets less than nothing", CN, EVS, .at = "2024-01-28 15:00:00", .cash = "0.11", .credit = "0.09",
    .flexi = "0.12", .card = "0.02", .total = 758, .used = 653, .permyriad = 1000, .consumed = "0.29", .fee = "0.03",
    .due_refund = "0.02", .refund = "0.02", .back = "0.01 0.01 0.00 0.00" },
  { "wholly paid by voucher", CN, EVS_USED, .voucher = "100", .due_refund = "100.00" },
  { "nothing paid", CN, EVS_USED },
  { "the share of an expired card is lost", CN, EVS_USED, .cash = "50", .card = "50", .card_until = "2024-01-14",
    .consumed = "45.38", .fee = "10.00", .due_refund = "44.62", .refund = "22.31", .back = "22.31 0.00 0.00 0.00",
    .lost = "22.31" },
  { "the share of an expired flexi coupon is lost", CN, EVS_USED, .cash = "50", .flexi = "50",
    .flexi_until = "2024-01-15 18:39:59", .consumed = "45.38", .fee = "10.00", .due_refund = "44.62", .refund = "22.31",
    .back = "22.31 0.00 0.00 0.00", .lost = "22.31" },
  { "a coupon in its last second comes back", CN, EVS_USED, .cash = "50", .flexi = "50",
    .flexi_until = "2024-01-15 18:40:00", .consumed = "45.38", .fee = "10.00", .due_refund = "44.62", .refund = "44.62",
    .back = "22.31 0.00 22.31 0.00", .holds = "2024-01-15 18:40:01" },
  { "a voucher that ends does not matter in use", CN, EVS_USED, .cash = "80", .voucher = "20",
    .voucher_until = "2024-01-15 18:45:00", .consumed = "36.31", .fee = "8.00", .due_refund = "55.69",
    .refund = "35.69", .holds = "2024-01-15 19:00:00" },
  { "a card that paid nothing does not matter", CN, EVS_USED, .cash = "100", .card_until = "2024-01-15 18:45:00",
    .consumed = "45.38", .fee = "10.00", .due_refund = "44.62", .refund = "44.62", .holds = "2024-01-15 19:00:00" },

  /* five days */
  { "GP-04 and GD-27 the last second", CN, FIVE, .at = "2022-11-29 14:30:29", FULL (FIVE_DAY), .due_refund = "100.00",
    .refund = "100.00", .holds = "2022-11-29 14:30:30" },
  { "GD-27 the window is over", CN, FIVE, .at = "2022-11-29 14:30:30", .total = 730, .used = 120, .permyriad = 1000,
    .consumed = "16.44", .fee = "10.00", .due_refund = "73.56", .refund = "73.56" },
  { "GP-05", CN, CUSTOMER_A, FULL (FIVE_DAY), .due_refund = "100.00", .refund = "80.00", .voucher_back = "20.00",
    .holds = "2020-10-25 00:00:00" },
  { "GP-05 with an expired voucher", CN, .months = 1, .start = "2020-10-20", .expiry = "2020-11-20", .at = "2020-10-22",
    .cash = "80", .voucher = "20", .voucher_until = "2020-10-21", .quota = TENURE_FIVE_DAY_FREE, FULL (FIVE_DAY),
    .due_refund = "100.00", .refund = "80.00", .lost = "20.00", .holds = "2020-10-25 00:00:00" },
  { "GP-05 with a voucher that ends in the window", CN, .months = 1, .start = "2020-10-20", .expiry = "2020-11-20",
    .at = "2020-10-22", .cash = "80", .voucher = "20", .voucher_until = "2020-10-23", .quota = TENURE_FIVE_DAY_FREE,
    FULL (FIVE_DAY), .due_refund = "100.00", .refund = "80.00", .voucher_back = "20.00",
    .holds = "2020-10-24 00:00:00" },
  { "GP-09", CN, EVS, .at = "2024-01-02", .cash = "100", .quota = TENURE_FIVE_DAY_FREE, FULL (FIVE_DAY),
    .due_refund = "100.00", .refund = "100.00" },
  { "GD-29 the quota of the new year", CN, .months = 1, .start = "2024-12-30", .expiry = "2025-01-30",
    .at = "2025-01-02", .cash = "100", .quota = TENURE_FIVE_DAY_FREE, FULL (FIVE_DAY), .due_refund = "100.00",
    .refund = "100.00" },
  { "all channels and the voucher in five days", CN, EVS, .at = "2024-01-02", MIXED, .quota = TENURE_FIVE_DAY_FREE,
    FULL (FIVE_DAY), .due_refund = "110.00", .refund = "100.00", .back = "40.00 20.00 20.00 20.00",
    .voucher_back = "10.00" },
  { "an expired card in five days", CN, EVS, .at = "2024-01-02", MIXED, .card_until = "2024-01-01",
    .quota = TENURE_FIVE_DAY_FREE, FULL (FIVE_DAY), .due_refund = "110.00", .refund = "80.00",
    .back = "40.00 20.00 20.00 0.00", .voucher_back = "10.00", .lost = "20.00" },
  { "a term shorter than five days", CN, .months = 1, .start = "2024-01-01", .expiry = "2024-01-02",
    .at = "2024-01-01 12:00:00", .cash = "9", .quota = TENURE_FIVE_DAY_FREE, FULL (FIVE_DAY), .due_refund = "9.00",
    .refund = "9.00", .holds = "2024-01-03 00:00:00" },
  { "a change has no five days", CN, .months = 1, .kind = TENURE_TERM_CHANGE, .start = "2024-01-01 10:30:00",
    .expiry = "2024-02-01", .at = "2024-01-01 11:00:00", .cash = "100", .quota = TENURE_FIVE_DAY_FREE, .total = 758,
    .used = 1, .permyriad = 1000, .consumed = "0.13", .fee = "10.00", .due_refund = "89.87", .refund = "89.87" },
  { "no five days in the international edition", .policy = "huawei-intl", EVS, .at = "2024-01-01 11:00:00",
    .cash = "100", .quota = TENURE_FIVE_DAY_FREE, .total = 758, .used = 1, .permyriad = 1000, .consumed = "0.13",
    .fee = "10.00", .due_refund = "89.87", .refund = "89.87" },

  /* not effective */
  { "GP-10", CN, CUSTOMER_C, FULL (NOT_EFFECTIVE), .due_refund = "100.00", .refund = "80.00", .voucher_back = "20.00",
    .holds = "2020-11-21 00:00:00" },
  { "GP-10 in the last second of the period before", CN, .months = 1, .kind = TENURE_TERM_RENEWAL,
    .start = "2020-11-20 23:59:59", .expiry = "2020-12-20", .at = "2020-11-20 23:59:59", .cash = "80",
    FULL (NOT_EFFECTIVE), .due_refund = "80.00", .refund = "80.00", .holds = "2020-11-21 00:00:00" },
  { "GP-10 in the first second of the period", CN, .months = 1, .kind = TENURE_TERM_RENEWAL,
    .start = "2020-11-20 23:59:59", .expiry = "2020-12-20", .at = "2020-11-21 00:00:00", .cash = "80", .total = 720,
    .permyriad = 1000, .fee = "8.00", .due_refund = "72.00", .refund = "72.00" },
  { "GD-20 the renewal", CN, .months = 1, .kind = TENURE_TERM_RENEWAL, .start = "2024-02-01 23:59:59",
    .expiry = "2024-03-01", .at = "2024-01-15 18:40:00", .cash = "80", .voucher = "20", FULL (NOT_EFFECTIVE),
    .due_refund = "100.00", .refund = "80.00", .voucher_back = "20.00" },
  { "GD-30 the second period", CN, .months = 1, .kind = TENURE_TERM_RENEWAL, .start = "2024-03-10 23:59:59",
    .expiry = "2024-04-10", .at = "2024-01-20", .cash = "100", FULL (NOT_EFFECTIVE), .due_refund = "100.00",
    .refund = "100.00" },
  { "GD-30 the third period", CN, .months = 1, .kind = TENURE_TERM_RENEWAL, .start = "2024-04-10 23:59:59",
    .expiry = "2024-05-10", .at = "2024-01-20", .cash = "100", FULL (NOT_EFFECTIVE), .due_refund = "100.00",
    .refund = "100.00" },
  { "a purchase that has not begun", CN, EVS, .at = "2024-01-01 10:29:59", .cash = "100", FULL (NOT_EFFECTIVE),
    .due_refund = "100.00", .refund = "100.00", .holds = "2024-01-01 10:30:00" },
  { "a four-year term that has not begun needs no rate", CN, .months = 48, .start = "2024-01-01",
    .expiry = "2028-01-01", .at = "2023-12-31", .cash = "100", FULL (NOT_EFFECTIVE), .due_refund = "100.00",
    .refund = "100.00" },

  /* the international page */
  { "the page counts cash and credit only", INTL_PAGE, EVS_USED, MIXED, .consumed = "27.23", .fee = "6.00",
    .due_refund = "76.77", .refund = "26.77", .back = "17.85 8.92 0.00 0.00" },
  { "the page returns no coupon of a renewal", INTL_PAGE, CUSTOMER_C, FULL (NOT_EFFECTIVE), .due_refund = "100.00",
    .refund = "80.00" },
  { "the page has no five days", INTL_PAGE, CUSTOMER_A, .total = 768, .used = 48, .permyriad = 1000, .consumed = "5.00",
    .fee = "8.00", .due_refund = "87.00", .refund = "67.00" },
  { "the page with cards that count", INTL_PAGE, .edits = "refund.base_card=true", EVS_USED, MIXED, .consumed = "36.31",
    .fee = "8.00", .due_refund = "65.69", .refund = "35.69", .back = "17.85 8.92 0.00 8.92" },
};

static void
check_row (const RefundRow *row, const TenureRefundResult *result)
{
  g_assert_cmpstr (tenure_refund_kind_name (result->kind), ==, tenure_refund_kind_name (row->refund_kind));
  if (row->refund_kind == TENURE_REFUND_CONDITIONAL)
    {
      g_assert_cmpint (result->total, ==, row->total);
      g_assert_cmpint (result->used, ==, row->used);
    }
  g_assert_cmpint (result->permyriad, ==, row->permyriad);
  rules_assert_money (result->consumed, row->consumed);
  rules_assert_money (result->fee, row->fee);
  rules_assert_money (result->due_refund, row->due_refund);
  rules_assert_money (result->refund, row->refund);
  rules_assert_money (result->back.voucher, row->voucher_back);
  rules_assert_money (result->lost, row->lost);
  if (row->holds)
    rules_assert_time (result->holds_until, row->holds);
}

static void
check_back (const RefundRow *row, const TenureChannels *back)
{
  g_auto (GStrv) expected = NULL;

  if (!row->back)
    return;
  expected = g_strsplit (row->back, " ", -1);
  rules_assert_money (back->cash, expected[0]);
  rules_assert_money (back->credit, expected[1]);
  rules_assert_money (back->flexi, expected[2]);
  rules_assert_money (back->card, expected[3]);
}

static void
test_row (gconstpointer data)
{
  const RefundRow *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy (row->policy, row->edits);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autofree char *rules = NULL;
  g_autoptr (GError) error = NULL;
  TenureRefundInput input = input_of (row);
  TenureRefundResult result;

  g_assert_true (tenure_refund (&input, policy, &result, steps, &error));
  g_assert_no_error (error);
  check_row (row, &result);
  check_back (row, &result.back);
  g_assert_cmpint (tenure_refund_kind_of (&input, policy), ==, result.kind);
  /* What is explained is what was computed. */
  rules = rules_of_steps (steps);
  g_assert_true (g_str_has_suffix (rules, "refund.actual refund.holds-until"));
  rules_assert_money (rules_step (steps, "refund.actual", 0)->result.value, row->refund);
  g_assert_cmpint (rules_step (steps, "refund.holds-until", 0)->result.value, ==, result.holds_until);
}

/* GD-20: the sums of the two base orders. */
static void
test_with_renewal (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  const RefundRow original = { CN, EVS_USED, .cash = "100" };
  const RefundRow renewal = { CN,
                              .months = 1,
                              .kind = TENURE_TERM_RENEWAL,
                              .start = "2024-02-01 23:59:59",
                              .expiry = "2024-03-01",
                              .at = "2024-01-15 18:40:00",
                              .cash = "80",
                              .voucher = "20" };
  TenureRefundInput inputs[] = { input_of (&original), input_of (&renewal) };
  TenureRefundResult results[2];

  for (int i = 0; i < 2; i++)
    g_assert_true (tenure_refund (&inputs[i], policy, &results[i], NULL, NULL));
  rules_assert_money (results[0].refund + results[1].refund, "124.62");
  rules_assert_money (results[0].back.voucher + results[1].back.voucher, "20.00");
}

/* GP-11, GD-25 */
static void
test_review (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);

  g_assert_false (tenure_refund_needs_review (0, policy));
  g_assert_false (tenure_refund_needs_review (rules_money ("50000.00"), policy));
  g_assert_true (tenure_refund_needs_review (rules_money ("50000.01"), policy));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/refund/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/refund/GD-20 with its renewal", test_with_renewal);
  g_test_add_func ("/refund/GP-11 and GD-25 review", test_review);
  return g_test_run ();
}
