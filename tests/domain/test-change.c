/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked cases of rules 4.9: the exact values, where the published ones are rounded in between. */
#include "rules-support.h"
#include "tenure-lifecycle.h"

typedef struct
{
  const char *name, *old_price, *new_price, *start, *expiry, *at;
  gboolean years;
  const char *remaining, *amount;
} Row;

#define GX "2023-04-08", "2023-05-08", "2023-04-18", FALSE, "0.65806452"

static const Row rows[] = {
  { "GX-01", "470", "869", GX, "262.57" },
  { "GX-02", "10000", "17500", GX, "4935.48" },
  { "GX-03", "4400", "6520", GX, "1395.10" },
  { "GX-04", "12750", "25500", GX, "8390.32" },
  { "a downgrade comes back", "869", "470", GX, "-262.57" },
  { "nothing changes", "470", "470", GX, "0.00" },
  { "GP-23", "0", "1000", "2023-11-01", "2026-11-01", "2024-05-01", TRUE, "2.50410959", "2504.11" },
  { "29 February does not count", "0", "365", "2024-01-31", "2025-01-31", "2024-01-31", TRUE, "1.00000000", "365.00" },
  { "29 February on the day of the change", "0", "365", "2023-02-28", "2025-02-28", "2024-02-29", TRUE, "1.00000000",
    "365.00" },
  { "29 February on the last day", "0", "365", "2023-02-28", "2024-02-29", "2023-02-28", TRUE, "1.00000000", "365.00" },
  { "29 February after the last day", "0", "365", "2023-01-31", "2024-01-31", "2023-01-31", TRUE, "1.00000000",
    "365.00" },
  { "29 February on the day after the change", "0", "365", "2023-02-28", "2025-02-28", "2024-02-28", TRUE, "1.00000000",
    "365.00" },
  { "29 February on the day after the last", "0", "365", "2023-02-28", "2024-02-28", "2023-02-28", TRUE, "1.00000000",
    "365.00" },
  { "two leap days", "0", "365", "2024-01-01", "2028-12-31", "2024-01-01", TRUE, "4.99726027", "1824.00" },
  { "on the start day", "100", "200", "2023-04-08", "2023-05-08", "2023-04-08", FALSE, "0.99139785", "99.14" },
  { "on the last day", "100", "200", "2023-04-08", "2023-05-08", "2023-05-08", FALSE, "0.00000000", "0.00" },
  { "on the last day of a yearly term", "100", "200", "2023-04-08", "2024-04-08", "2024-04-08", TRUE, "0.00000000",
    "0.00" },
  { "whole months", "100", "200", "2024-01-31", "2024-07-31", "2024-01-31", FALSE, "6.00000000", "600.00" },
};

static TenureChangeInput
input_of (const Row *row)
{
  return (TenureChangeInput){
    .old_price = rules_money (row->old_price),
    .new_price = rules_money (row->new_price),
    .start = rules_day (row->start),
    .expiry = rules_day (row->expiry),
    .at = rules_day (row->at),
    .years = row->years,
  };
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autofree char *rules = NULL, *ratio = NULL;
  TenureChangeInput input = input_of (row);
  TenureChangeResult result;
  const TenureStep *amount;

  g_assert_true (tenure_change (&input, policy, &result, steps, NULL));
  ratio = tenure_ratio_format8 (result.numerator, result.denominator);
  g_assert_cmpstr (ratio, ==, row->remaining);
  rules_assert_money (result.amount, row->amount);
  rules = rules_of_steps (steps);
  g_assert_cmpstr (rules, ==, row->years ? "change.years change.amount" : "change.months change.amount");
  g_assert_cmpint (tenure_steps_at (steps, 0)->operands[0].value, ==, input.at);
  g_assert_cmpint (tenure_steps_at (steps, 0)->operands[1].value, ==, input.expiry);
  g_assert_cmpint (tenure_steps_at (steps, 0)->result.value, ==, result.numerator);
  amount = tenure_steps_at (steps, 1);
  g_assert_cmpint (amount->operands[0].value, ==, input.old_price);
  g_assert_cmpint (amount->operands[1].value, ==, input.new_price);
  g_assert_cmpint (amount->operands[2].denominator, ==, result.denominator);
  g_assert_cmpint (amount->result.value, ==, result.amount);
}

typedef struct
{
  Row row;
  GQuark (*domain) (void);
  int code;
  const char *named;
} Refused;

#define INPUT(what) .domain = tenure_input_error_quark, .code = TENURE_INPUT_ERROR_##what
#define RULE(what) .domain = tenure_rule_error_quark, .code = TENURE_RULE_ERROR_##what
#define TERM "2023-04-08", "2023-05-08"

static const Refused refused[] = {
  { { "an unknown old price", "?", "1", TERM, "2023-04-18" }, RULE (UNKNOWN), .named = "not known" },
  { { "an unknown new price", "1", "?", TERM, "2023-04-18" }, RULE (UNKNOWN), .named = "not known" },
  { { "a negative old price", "-1", "1", TERM, "2023-04-18" }, INPUT (RANGE), .named = "-1.00" },
  { { "a negative new price", "1", "-2", TERM, "2023-04-18" }, INPUT (RANGE), .named = "-2.00" },
  { { "a start after the expiry", "1", "2", "2023-06-08", "2023-05-08", "2023-04-18" },
    INPUT (INVALID),
    .named = "2023-06-08" },
  { { "before the start", "1", "2", TERM, "2023-04-07" }, INPUT (RANGE), .named = "2023-04-07" },
  { { "before the start of a term of one day", "1", "2", "2023-05-08", "2023-05-08", "2023-05-07" },
    INPUT (RANGE),
    .named = "2023-05-07" },
  { { "after the expiry", "1", "2", TERM, "2023-05-09" }, RULE (REFUSED), .named = "2023-05-09" },
  { { "more than can be counted", "0", "92233720368", "2023-01-31", "2024-01-31", "2023-01-31" },
    .domain = tenure_system_error_quark,
    .code = TENURE_SYSTEM_ERROR_OVERFLOW,
    .named = "" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *refusal = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  g_autoptr (GError) error = NULL;
  TenureChangeInput input = input_of (&refusal->row);
  TenureChangeResult result;

  g_assert_false (tenure_change (&input, policy, &result, NULL, &error));
  tenure_test_refused (&error, refusal->domain (), refusal->code, refusal->named);
}

static void
test_ratios (void)
{
  static const struct
  {
    gint64 numerator, denominator;
    const char *text;
  } ratios[] = { { 0, 7, "0.00000000" },
                 { 1, 3, "0.33333333" },
                 { 2, 3, "0.66666667" },
                 { -2, 3, "-0.66666667" },
                 { -7, 2, "-3.50000000" },
                 { 1, 200000000, "0.00000001" },
                 { 1, 200000001, "0.00000000" },
                 { 999999999, 1000000000, "1.00000000" },
                 { G_MAXINT64, 1, "9223372036854775807.00000000" } };

  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      g_autofree char *text = tenure_ratio_format8 (ratios[i].numerator, ratios[i].denominator);

      g_assert_cmpstr (text, ==, ratios[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/change/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/change/refused/%s", refused[i].row.name);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/change/ratios", test_ratios);
  return g_test_run ();
}
