/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked cases of rules 5. */
#include "rules-support.h"
#include "tenure-renewal.h"

/* Prices at 100 and 115 a month, and at 100 with thirtieths. */
typedef struct
{
  const char *name, *expiry;
  int anchor, months, day;
  const char *base, *target;
  int extra;
  const char *in_months, *at_100, *at_115, *by_thirtieths;
} Row;

static const Row rows[] = {
  { "GP-24", "2023-03-15", 15, 1, 1, "2023-04-15", "2023-05-01", 16, "1.53225806", "153.23", "176.21", "153.33" },
  { "GP-24 in a leap year", "2024-03-15", 15, 1, 1, "2024-04-15", "2024-05-01", 16, "1.53225806", "153.23", "176.21",
    "153.33" },
  { "GP-25", "2024-04-10", 10, 1, 1, "2024-05-10", "2024-06-01", 22, "1.71075269", "171.08", "196.74", "173.33" },
  { "GP-26", "2024-03-25", 25, 1, -1, "2024-04-25", "2024-04-30", 5, "1.16666667", "116.67", "134.17", "116.67" },
  { "GD-43", "2024-01-31", 31, 1, -1, "2024-02-29", "2024-02-29", 0, "1.00000000", "100.00", "115.00", "100.00" },
  { "GD-44", "2024-01-31", 31, 1, 1, "2024-02-29", "2024-03-01", 1, "1.03225806", "103.23", "118.71", "103.33" },
  { "GD-46", "2023-01-31", 31, 1, 28, "2023-02-28", "2023-02-28", 0, "1.00000000", "100.00", "115.00", "100.00" },
  { "GD-47", "2024-04-01", 1, 1, 1, "2024-05-01", "2024-05-01", 0, "1.00000000", "100.00", "115.00", "100.00" },
  { "GD-48", "2024-04-02", 2, 1, 1, "2024-05-02", "2024-06-01", 30, "1.96881720", "196.88", "226.41", "200.00" },
  { "GD-50", "2024-03-31", 31, 1, 1, "2024-04-30", "2024-05-01", 1, "1.03225806", "103.23", "118.71", "103.33" },
  { "over the end of the year", "2024-11-20", 20, 1, 15, "2024-12-20", "2025-01-15", 26, "1.83870968", "183.87",
    "211.45", "186.67" },
  { "later in the same month", "2024-04-10", 10, 1, 28, "2024-05-10", "2024-05-28", 18, "1.58064516", "158.06",
    "181.77", "160.00" },
  { "the last day of a leap February", "2024-01-10", 10, 1, -1, "2024-02-10", "2024-02-29", 19, "1.65517241", "165.52",
    "190.34", "163.33" },
  { "the anchor is not the day", "2024-02-29", 31, 1, -1, "2024-03-31", "2024-03-31", 0, "1.00000000", "100.00",
    "115.00", "100.00" },
};

static void
check_price (const TenureUnified *unified, int months, const char *price, const TenurePolicy *policy,
             const char *expected)
{
  TenureMoney amount;

  g_assert_true (
      tenure_renewal_price (rules_money (price), TENURE_MONEY_UNKNOWN, months, unified, policy, &amount, NULL, NULL));
  rules_assert_money (amount, expected);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TenurePolicy) calendar = rules_policy ("huawei-cn", NULL);
  g_autoptr (TenurePolicy) thirtieths = rules_policy ("huawei-cn", "renewal.extra_days=\"thirtieth\"");
  g_autofree char *text = NULL;
  TenureTime expiry = rules_end (row->expiry);
  TenureUnified unified;

  g_assert_true (tenure_unify (expiry, row->anchor, row->months, row->day, calendar, &unified, NULL));
  g_assert_cmpint (unified.base, ==, rules_day (row->base));
  g_assert_cmpint (unified.target, ==, rules_day (row->target));
  g_assert_cmpint (unified.extra_days, ==, row->extra);
  text = tenure_unified_months (&unified, row->months);
  g_assert_cmpstr (text, ==, row->in_months);
  check_price (&unified, row->months, "100", calendar, row->at_100);
  check_price (&unified, row->months, "115", calendar, row->at_115);

  g_assert_true (tenure_unify (expiry, row->anchor, row->months, row->day, thirtieths, &unified, NULL));
  g_assert_cmpint (unified.extra_days, ==, row->extra);
  g_assert_cmpint (unified.extra_numerator * 30, ==, row->extra * unified.extra_denominator);
  check_price (&unified, row->months, "100", thirtieths, row->by_thirtieths);
}

/* A sticky end of month moves the base, and so the target. */
static void
test_sticky (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", "renewal.month_end=\"sticky\"");
  TenureUnified unified;

  g_assert_true (tenure_unify (rules_end ("2024-04-30"), 30, 1, -1, policy, &unified, NULL));
  g_assert_cmpint (unified.base, ==, rules_day ("2024-05-31"));
  g_assert_cmpint (unified.extra_days, ==, 0);
}

typedef struct
{
  const char *name, *expiry;
  int anchor, months, day;
  const char *named;
} Refused;

static const Refused refused[] = {
  { "day 0", "2024-01-31", 31, 1, 0, "0 cannot be" },
  { "day 29", "2024-01-31", 31, 1, 29, "29 cannot be" },
  { "day -2", "2024-01-31", 31, 1, -2, "-2 cannot be" },
  { "no months", "2024-01-31", 31, 0, 1, "0 months" },
  { "a target beyond the year 9999", "9999-11-30", 30, 1, 1, "9999" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  g_autoptr (GError) error = NULL;
  TenureUnified unified;

  g_assert_false (tenure_unify (rules_end (row->expiry), row->anchor, row->months, row->day, policy, &unified, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, row->named);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/unify/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/unify/refused/%s", refused[i].name);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/unify/sticky", test_sticky);
  return g_test_run ();
}
