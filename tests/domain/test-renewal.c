/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked cases of rules 4: durations, new expiries and prices. */
#include "rules-support.h"
#include "tenure-renewal.h"

/* A chain of renewals of so many months each, and the expiries they lead to. */
typedef struct
{
  const char *name, *edits, *expiry;
  int anchor;
  const char *months, *expected;
} Chain;

static const Chain chains[] = {
  { "GP-14, GP-15", NULL, "2023-03-08", 8, "1 1", "2023-04-08 2023-05-08" },
  { "GP-16", NULL, "2023-02-08", 8, "1", "2023-03-08" },
  { "GP-17", NULL, "2024-02-08", 8, "12", "2025-02-08" },
  { "GP-18", NULL, "2023-07-08", 8, "12 12", "2024-07-08 2025-07-08" },
  { "GP-19", NULL, "2024-04-15", 15, "24", "2026-04-15" },
  { "GP-20, GP-21", NULL, "2024-03-31", 31, "1 1", "2024-04-30 2024-05-31" },
  { "GP-30 a year by hand", NULL, "2026-03-01", 1, "12", "2027-03-01" },
  { "GD-33 leap", NULL, "2024-01-31", 31, "1", "2024-02-29" },
  { "GD-33 common", NULL, "2023-01-31", 31, "1", "2023-02-28" },
  { "GD-34", NULL, "2024-01-31", 31, "1 1 1 1 1 1",
    "2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30 2024-07-31" },
  { "GD-35 a year", NULL, "2024-02-29", 29, "12", "2025-02-28" },
  { "GD-35 three years", NULL, "2024-02-29", 29, "36", "2027-02-28" },
  { "GD-35 four years", NULL, "2024-02-29", 29, "48", "2028-02-29" },
  { "GD-35 and back to the 29th", NULL, "2024-02-29", 29, "12 36", "2025-02-28 2028-02-29" },
  { "over the end of the year", NULL, "2024-11-30", 30, "3 11", "2025-02-28 2026-01-30" },
  { "an anchor that is not the day", NULL, "2024-02-29", 30, "1 1", "2024-03-30 2024-04-30" },
  { "anchor at a 30th", NULL, "2024-04-30", 30, "1", "2024-05-30" },
  { "sticky at a 30th", "renewal.month_end=\"sticky\"", "2024-04-30", 30, "1 1", "2024-05-31 2024-06-30" },
  { "sticky within a month", "renewal.month_end=\"sticky\"", "2024-04-29", 31, "1 1", "2024-05-29 2024-06-29" },
  { "sticky through February", "renewal.month_end=\"sticky\"", "2024-01-30", 30, "1 1", "2024-02-29 2024-03-31" },
  { "five years", NULL, "2024-01-31", 31, "60", "2029-01-31" },
  { "eleven months", NULL, "2024-01-31", 31, "11", "2024-12-31" },
};

static void
test_chain (gconstpointer data)
{
  const Chain *chain = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", chain->edits);
  g_auto (GStrv) months = g_strsplit (chain->months, " ", -1);
  g_auto (GStrv) expected = g_strsplit (chain->expected, " ", -1);
  TenureTime expiry = rules_end (chain->expiry);

  for (guint i = 0; months[i]; i++)
    {
      int count = (int)g_ascii_strtoll (months[i], NULL, 10);

      g_assert_true (tenure_renewal_expiry (expiry, chain->anchor, count, policy, &expiry, NULL));
      g_assert_cmpint (expiry, ==, rules_end (expected[i]));
    }
}

/* GP-21: nine days of grace and retention are gone. */
static void
test_usable_days (void)
{
  TenureTime expiry = rules_end ("2024-05-31");

  g_assert_cmpint (tenure_renewal_usable_days (expiry, rules_time ("2024-05-10 00:00:00")), ==, 21);
  g_assert_cmpint (tenure_renewal_usable_days (expiry, rules_time ("2024-05-10 23:59:59")), ==, 21);
  g_assert_cmpint (tenure_renewal_usable_days (expiry, rules_time ("2024-04-30 12:00:00")), ==, 31);
}

typedef struct
{
  const char *name, *edits, *expiry;
  int anchor, months;
  GQuark (*domain) (void);
  int code;
  const char *named;
} Refused;

#define RANGE .domain = tenure_input_error_quark, .code = TENURE_INPUT_ERROR_RANGE
#define UNKNOWN .domain = tenure_rule_error_quark, .code = TENURE_RULE_ERROR_UNKNOWN

static const Refused refused[] = {
  { "an unknown expiry", NULL, NULL, 1, 1, UNKNOWN, .named = "not known" },
  { "no anchor", NULL, "2024-01-31", 0, 1, RANGE, .named = "0 is not a day" },
  { "an anchor of 32", NULL, "2024-01-31", 32, 1, RANGE, .named = "32 is not a day" },
  { "no months", NULL, "2024-01-31", 31, 0, RANGE, .named = "0 months" },
  { "months below zero", NULL, "2024-01-31", 31, -1, RANGE, .named = "-1 months" },
  { "years below zero", NULL, "2024-01-31", 31, -12, RANGE, .named = "-12 months" },
  { "13 months", NULL, "2024-01-31", 31, 13, RANGE, .named = "13 months" },
  { "18 months", NULL, "2024-01-31", 31, 18, RANGE, .named = "18 months" },
  { "one year too many", "renewal.years_max=3", "2024-01-31", 31, 48, RANGE, .named = "48 months" },
  { "one month too many", "renewal.months_offered=9 renewal.months_max=9", "2024-01-31", 31, 10, RANGE,
    .named = "10 months" },
  { "beyond the year 9999", NULL, "9999-12-31", 31, 1, RANGE, .named = "9999" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", row->edits);
  g_autoptr (GError) error = NULL;
  TenureTime expiry = 0;

  g_assert_false (tenure_renewal_expiry (rules_end (row->expiry), row->anchor, row->months, policy, &expiry, &error));
  tenure_test_refused (&error, row->domain (), row->code, row->named);
}

/* The last that is accepted, next to what is refused above. */
static void
test_accepted (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", "renewal.years_max=3");
  TenureTime expiry;

  g_assert_true (tenure_renewal_expiry (rules_end ("2024-01-31"), 31, 36, policy, &expiry, NULL));
  g_assert_true (tenure_renewal_expiry (rules_end ("2024-01-31"), 1, 11, policy, &expiry, NULL));
  g_assert_true (tenure_renewal_expiry (rules_end ("9999-11-30"), 30, 1, policy, &expiry, NULL));
  g_assert_cmpint (expiry, ==, rules_end ("9999-12-30"));
}

/* Offers, their common choices and what is preset (GD-40, GD-41, the table of rules 4.2). */
typedef struct
{
  const char *name, *offers[4], *choices;
  int preset;
} Choices;

static const Choices choices[] = {
  { "monthly only", { "1-9m" }, "1m,2m,3m,4m,5m,6m,7m,8m,9m", 1 },
  { "months and years", { "1-9m,1-3y" }, "1m,2m,3m,4m,5m,6m,7m,8m,9m,1y,2y,3y", 12 },
  { "a minimum above a year", { "2-3y" }, "2y,3y", 24 },
  { "years with one", { "1-5y" }, "1y,2y,3y,4y,5y", 12 },
  { "GD-40", { "1-9m,1y", "1-3m", "2-9m,1y" }, "2m,3m", 2 },
  { "GD-41", { "1-9m,1-3y", "1y,2y" }, "1y,2y", 12 },
  { "the longest of both", { "10-11m,5y" }, "10m,11m,5y", 10 },
  { "nothing in common", { "1-9m", "1y" }, "", 0 },
  { "only years in common", { "1m,2y,3y", "2m,2y,3y" }, "2y,3y", 24 },
  { "nothing selected", { NULL }, "", 0 },
};

static void
test_choices (gconstpointer data)
{
  const Choices *row = data;
  TenureDurations offers[4], common;
  g_autofree char *text = NULL;
  guint n = 0;
  int preset;

  for (; row->offers[n]; n++)
    g_assert_true (tenure_durations_parse (row->offers[n], &offers[n], NULL));
  tenure_renewal_choices (offers, n, &common, &preset);
  text = tenure_durations_format (common);
  g_assert_cmpstr (text, ==, row->choices);
  g_assert_cmpint (preset, ==, row->preset);
}

static void
test_durations (void)
{
  static const char *const wrong[] = { "",      "m",    "1",    "1-",  "0m",    "12m",  "6y",  "0y",    "3-1m",
                                       "1-12m", "1-6y", "1m,",  ",1m", "1m 1y", "1d",   "-1m", "1m;2m", "1-9m-",
                                       "111m",  "1mm",  "001m", "1-m", "1m,x",  "1m1y", "１m" };
  TenureDurations durations;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tenure_durations_parse (wrong[i], &durations, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, wrong[i]);
    }
}

static void
test_contain (void)
{
  static const int sold[] = { 1, 3, 11, 12, 36, 60 };
  static const int unsold[] = { -12, -1, 0, 2, 10, 13, 18, 24, 37, 48, 61, 72 };
  TenureDurations durations;

  g_assert_true (tenure_durations_parse ("11m,1m,3m,3m,1y,3y,5y", &durations, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sold); i++)
    g_assert_true (tenure_durations_contain (durations, sold[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unsold); i++)
    g_assert_false (tenure_durations_contain (durations, unsold[i]));
}

/* Prices; extra is the extra days as "days numerator denominator". */
typedef struct
{
  const char *name, *month, *year;
  int months;
  TenureUnified extra;
  const char *amount, *rules;
} Price;

static const Price prices[] = {
  { "a month", "100", "?", 1, { 0 }, "100.00", "renewal.months renewal.total" },
  { "nine months", "33.333", "1000", 9, { 0 }, "300.00", "renewal.months renewal.total" },
  { "a year that is sold", "100", "1000", 12, { 0 }, "1000.00", "renewal.years renewal.total" },
  { "three years that are sold", "100", "1000.125", 36, { 0 }, "3000.38", "renewal.years renewal.total" },
  { "a year by the month", "100", "?", 12, { 0 }, "1200.00", "renewal.months renewal.total" },
  { "a year without a monthly price", "?", "1000", 12, { 0 }, "1000.00", "renewal.years renewal.total" },
  { "no extra days need no monthly price",
    "?",
    "1000",
    12,
    { .extra_denominator = 1 },
    "1000.00",
    "renewal.years renewal.total" },
  { "free",
    "0",
    "0",
    1,
    { .extra_days = 5, .extra_numerator = 1, .extra_denominator = 6 },
    "0.00",
    "renewal.months renewal.extra renewal.total" },
  { "a year and five days",
    "100",
    "1000",
    12,
    { .extra_days = 5, .extra_numerator = 1, .extra_denominator = 6 },
    "1016.67",
    "renewal.years renewal.extra renewal.total" },
  { "5.3 extra days of what is sold by the year only",
    "?",
    "48800",
    12,
    { .extra_days = 26, .extra_numerator = 13, .extra_denominator = 15 },
    "52276.16",
    "renewal.years renewal.extra-year renewal.total" },
  { "rounded once and not by its parts",
    "0.013",
    "?",
    1,
    { .extra_days = 5, .extra_numerator = 1, .extra_denominator = 6 },
    "0.02",
    "renewal.months renewal.extra renewal.total" },
  { "half up", "0.015", "?", 1, { 0 }, "0.02", "renewal.months renewal.total" },
  { "below half", "0.01499999", "?", 1, { 0 }, "0.01", "renewal.months renewal.total" },
  { "the most that can be counted", "92233720368.54", "?", 1, { 0 }, "92233720368.54", "renewal.months renewal.total" },
};

static void
test_price (gconstpointer data)
{
  const Price *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autofree char *rules = NULL;
  g_autoptr (GError) error = NULL;
  const TenureUnified *unified = row->extra.extra_denominator > 0 ? &row->extra : NULL;
  TenureMoney amount, silent;

  g_assert_true (tenure_renewal_price (rules_money (row->month), rules_money (row->year), row->months, unified, policy,
                                       &amount, steps, &error));
  g_assert_no_error (error);
  rules_assert_money (amount, row->amount);
  rules = rules_of_steps (steps);
  g_assert_cmpstr (rules, ==, row->rules);
  rules_assert_money (rules_step (steps, "renewal.total", 0)->result.value, row->amount);
  g_assert_true (tenure_renewal_price (rules_money (row->month), rules_money (row->year), row->months, unified, policy,
                                       &silent, NULL, NULL));
  g_assert_cmpint (silent, ==, amount);
}

typedef struct
{
  const char *name, *month, *year;
  int months;
  TenureUnified extra;
  GQuark (*domain) (void);
  int code;
  const char *named;
} PriceRefused;

#define FIVE_DAYS                                                                                                      \
  {                                                                                                                    \
    .extra_days = 5, .extra_numerator = 1, .extra_denominator = 6                                                      \
  }
#define OVERFLOWS .domain = tenure_system_error_quark, .code = TENURE_SYSTEM_ERROR_OVERFLOW, .named = ""

static const PriceRefused prices_refused[] = {
  { "a month that is not sold", "?", "1000", 1, { 0 }, UNKNOWN, .named = "monthly price" },
  { "a year that has no price at all", "?", "?", 12, { 0 }, UNKNOWN, .named = "monthly price" },
  { "extra days without any price", "?", "?", 12, FIVE_DAYS, UNKNOWN, .named = "monthly price" },
  { "a negative yearly price of extra days", "?", "-3", 12, FIVE_DAYS, RANGE, .named = "-3.00" },
  { "a negative price", "-0.01", "?", 1, { 0 }, RANGE, .named = "-0.01" },
  { "a negative yearly price", "1", "-3", 12, { 0 }, RANGE, .named = "-3.00" },
  { "a negative monthly price of extra days", "-4", "3", 12, FIVE_DAYS, RANGE, .named = "-4.00" },
  { "no months", "1", "?", 0, { 0 }, RANGE, .named = "0 months" },
  { "more than can be counted", "92233720368", "?", 2, { 0 }, OVERFLOWS },
  { "more with the extra days",
    "900000000",
    "92233720368",
    12,
    { .extra_days = 30, .extra_numerator = 1, .extra_denominator = 1 },
    OVERFLOWS },
  { "more parts of extra days",
    "9000000000",
    "1",
    12,
    { .extra_days = 30, .extra_numerator = 1831, .extra_denominator = 930 },
    OVERFLOWS },
  { "extra days that cost more than can be counted",
    "9000000000",
    "1",
    12,
    { .extra_days = 30, .extra_numerator = 30, .extra_denominator = 1 },
    OVERFLOWS },
  { "parts that meet parts of a fen",
    "92233720368.54775807",
    "0.00999999",
    12,
    { .extra_days = 30, .extra_numerator = 1, .extra_denominator = 1 },
    OVERFLOWS },
  { "extra days that round beyond what can be counted",
    "92233720368.54775807",
    "1",
    12,
    { .extra_days = 30, .extra_numerator = 1, .extra_denominator = 1 },
    OVERFLOWS },
  { "a price that rounds beyond what can be counted", "92233720368.54775807", "?", 1, { 0 }, OVERFLOWS },
};

static void
test_price_refused (gconstpointer data)
{
  const PriceRefused *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  g_autoptr (GError) error = NULL;
  TenureMoney amount;

  g_assert_false (tenure_renewal_price (rules_money (row->month), rules_money (row->year), row->months,
                                        row->extra.extra_denominator > 0 ? &row->extra : NULL, policy, &amount, NULL,
                                        &error));
  tenure_test_refused (&error, row->domain (), row->code, row->named);
}

/* What went into the price of a year and five days. */
static void
test_price_operands (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  const TenureUnified unified = FIVE_DAYS;
  const TenureStep *years, *extra;
  TenureMoney amount;

  g_assert_true (
      tenure_renewal_price (rules_money ("100"), rules_money ("1000"), 24, &unified, policy, &amount, steps, NULL));
  years = rules_step (steps, "renewal.years", 0);
  g_assert_cmpstr (years->operands[0].name, ==, "year-price");
  rules_assert_money (years->operands[0].value, "1000.00");
  g_assert_cmpstr (years->operands[1].name, ==, "years");
  g_assert_cmpint (years->operands[1].value, ==, 2);
  rules_assert_money (years->result.value, "2000.00");
  extra = rules_step (steps, "renewal.extra", 0);
  rules_assert_money (extra->operands[0].value, "100.00");
  g_assert_cmpint (extra->operands[1].value, ==, 5);
  g_assert_cmpint (extra->operands[2].value, ==, 1);
  g_assert_cmpint (extra->operands[2].denominator, ==, 6);
  rules_assert_money (extra->result.value, "16.66666667");
}

/* Of what is sold by the year only, a day costs a 365th of it; what the policy counts months by does not matter. */
static void
test_price_by_year (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", "renewal.extra_days=\"thirtieth\"");
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  const TenureUnified unified = FIVE_DAYS;
  const TenureStep *extra;
  TenureMoney amount;

  g_assert_true (
      tenure_renewal_price (TENURE_MONEY_UNKNOWN, rules_money ("1000"), 24, &unified, policy, &amount, steps, NULL));
  rules_assert_money (amount, "2013.70");
  extra = rules_step (steps, "renewal.extra-year", 0);
  rules_assert_money (extra->operands[0].value, "1000.00");
  g_assert_cmpint (extra->operands[1].value, ==, 5);
  g_assert_cmpuint (extra->n_operands, ==, 2);
  rules_assert_money (extra->result.value, "13.69863014");
}

#define ADD_ROWS(folder, rows, test)                                                                                   \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                                      \
    {                                                                                                                  \
      g_autofree char *path = g_strdup_printf ("/renewal/" folder "/%s", rows[i].name);                                \
                                                                                                                       \
      g_test_add_data_func (path, &rows[i], test);                                                                     \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("expiry", chains, test_chain);
  ADD_ROWS ("refused", refused, test_refused);
  ADD_ROWS ("choices", choices, test_choices);
  ADD_ROWS ("price", prices, test_price);
  ADD_ROWS ("price refused", prices_refused, test_price_refused);
  g_test_add_func ("/renewal/price operands", test_price_operands);
  g_test_add_func ("/renewal/price by the year", test_price_by_year);
  g_test_add_func ("/renewal/accepted", test_accepted);
  g_test_add_func ("/renewal/GP-21 usable days", test_usable_days);
  g_test_add_func ("/renewal/durations refused", test_durations);
  g_test_add_func ("/renewal/durations contained", test_contain);
  return g_test_run ();
}
