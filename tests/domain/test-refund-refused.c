/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refunds: what is refused with which sentence, and how a result explains itself. */
#include "refund-rows.h"

/* What is refused, and what the sentence names. */
typedef struct
{
  RefundRow row;
  GQuark (*domain) (void);
  int code;
  const char *named;
} Refused;

#define INPUT(what) .domain = tenure_input_error_quark, .code = TENURE_INPUT_ERROR_##what
#define RULE(what) .domain = tenure_rule_error_quark, .code = TENURE_RULE_ERROR_##what
#define OVERFLOWS .domain = tenure_system_error_quark, .code = TENURE_SYSTEM_ERROR_OVERFLOW

static const Refused refused[] = {
  { { "after the expiry second", CN, EVS, .at = "2024-02-02 00:00:00", .cash = "1" },
    RULE (REFUSED),
    .named = "2024-02-01 23:59:59" },
  { { "four years", CN, .months = 48, .start = "2024-01-01", .expiry = "2028-01-01", .at = "2024-02-01" },
    RULE (UNKNOWN),
    .named = "a term of 4 years" },
  { { "the fifth of five years", CN, YEARS_5, .at = "2024-01-01 01:00:00" }, RULE (UNKNOWN), .named = "year 5" },
  { { "past the fifth of five years", CN, YEARS_5, .at = "2025-01-01 01:00:00" }, RULE (UNKNOWN), .named = "year 5" },
  { { "five years on the international page", INTL_PAGE, YEARS_5, .at = "2020-02-01" },
    RULE (UNKNOWN),
    .named = "a term of 5 years" },
  { { "no months", CN, .months = 0, .start = "2024-01-01", .expiry = "2024-02-01", .at = "2024-01-10" },
    INPUT (RANGE),
    .named = "0 months" },
  { { "13 months", CN, .months = 13, .start = "2024-01-01", .expiry = "2025-02-01", .at = "2024-01-10" },
    INPUT (RANGE),
    .named = "13 months" },
  { { "six years", CN, .months = 72, .start = "2024-01-01", .expiry = "2030-01-01", .at = "2024-01-10" },
    INPUT (RANGE),
    .named = "72 months" },
  { { "a start after the expiry", CN, .months = 1, .start = "2024-03-01", .expiry = "2024-02-01", .at = "2024-01-10" },
    INPUT (INVALID),
    .named = "2024-03-01 00:00:00" },
  { { "a start at the expiry", CN, .months = 1, .start = "2024-02-01 23:59:59", .expiry = "2024-02-01",
      .at = "2024-01-10" },
    INPUT (INVALID),
    .named = "2024-02-01 23:59:59" },
  { { "an unknown start", CN, .months = 1, .expiry = "2024-02-01", .at = "2024-01-10" },
    RULE (UNKNOWN),
    .named = "not known" },
  { { "an unknown expiry", CN, .months = 1, .start = "2024-02-01", .at = "2024-01-10" },
    RULE (UNKNOWN),
    .named = "not known" },
  { { "an unknown moment", CN, EVS }, RULE (UNKNOWN), .named = "not known" },
  { { "unknown cash", CN, EVS_USED, .cash = "?" }, RULE (UNKNOWN), .named = "how the term was paid" },
  { { "an unknown voucher", CN, EVS_USED, .voucher = "?" }, RULE (UNKNOWN), .named = "how the term was paid" },
  { { "negative cash", CN, EVS_USED, .cash = "-0.01" }, INPUT (RANGE), .named = "-0.01 of “cash”" },
  { { "negative credit", CN, EVS_USED, .credit = "-0.01" }, INPUT (RANGE), .named = "-0.01 of “credit”" },
  { { "a negative flexi coupon", CN, EVS_USED, .flexi = "-5" }, INPUT (RANGE), .named = "-5.00 of “flexi”" },
  { { "a negative card", CN, EVS_USED, .card = "-5" }, INPUT (RANGE), .named = "-5.00 of “card”" },
  { { "a negative voucher", CN, EVS_USED, .voucher = "-5" }, INPUT (RANGE), .named = "-5.00 of “voucher”" },
  { { "a negative amount due", CN, EVS_USED, .due = "-5" }, INPUT (RANGE), .named = "-5.00 of “due”" },
  { { "more cash and credit than can be counted", CN, EVS_USED, .cash = "92233720368", .credit = "92233720368" },
    OVERFLOWS,
    .named = "" },
  { { "more with the flexi coupon", CN, EVS_USED, .cash = "92233720368", .flexi = "92233720368" },
    OVERFLOWS,
    .named = "" },
  { { "more with the card", CN, EVS_USED, .cash = "92233720368", .card = "92233720368" }, OVERFLOWS, .named = "" },
  { { "more with the voucher", CN, EVS_USED, .cash = "92233720368", .voucher = "92233720368" },
    OVERFLOWS,
    .named = "" },
  { { "a fee that rounds beyond it", CN, .edits = "refund.rounding=\"up\" fee.monthly.1=\"1\"", EVS,
      .at = "2024-01-01 10:30:00", .cash = "92233720368.54775807" },
    OVERFLOWS,
    .named = "" },
  { { "a share that rounds beyond it", CN, .edits = "refund.rounding=\"up\" fee.monthly.1=\"0\"", EVS,
      .at = "2024-01-01 10:30:00", .cash = "92233720368.54775806", .credit = "0.00000001" },
    OVERFLOWS,
    .named = "" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *refusal = data;
  g_autoptr (TenurePolicy) policy = rules_policy (refusal->row.policy, refusal->row.edits);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autoptr (GError) error = NULL;
  TenureRefundInput input = input_of (&refusal->row);
  TenureRefundResult result;

  g_assert_false (tenure_refund (&input, policy, &result, steps, &error));
  tenure_test_refused (&error, refusal->domain (), refusal->code, refusal->named);
  g_assert_cmpuint (tenure_steps_length (steps), ==, 0);
}

/* The years that can be told are no times that can be written, so that they have no row above. */
static void
test_years (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  g_autoptr (GError) error = NULL;
  TenureTime first = tenure_day_start (tenure_day_from_ymd (1970, 1, 1));
  TenureTime last = tenure_day_end (tenure_day_from_ymd (9999, 12, 31));
  TenureRefundInput input = { .months = 1, .start = first - 1, .expiry = first + 1000, .at = first };
  TenureRefundResult result;

  g_assert_false (tenure_refund (&input, policy, &result, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, "1970 to 9999");
  input.start = first;
  g_assert_true (tenure_refund (&input, policy, &result, NULL, &error));
  input.expiry = last;
  g_assert_true (tenure_refund (&input, policy, &result, NULL, &error));
  input.expiry = last + 1;
  g_assert_false (tenure_refund (&input, policy, &result, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, "1970 to 9999");
  input.expiry = last;
  input.at = first - 1;
  g_assert_false (tenure_refund (&input, policy, &result, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, "1970 to 9999");
}

/* The reason why it is not the five days, and the whole explanation of each kind. */
typedef struct
{
  RefundRow row;
  const char *operands, *reason, *rules;
} Explained;

#define COUNTED "refund.total-hours refund.used-hours refund.base refund.rate refund.consumed refund.fee refund.due "

static const Explained explained[] = {
  { { "the window is over, and no quota is asked for", CN, EVS_USED, .cash = "80", .voucher = "20" },
    "at start reason",
    "window-over",
    "refund.kind-conditional " COUNTED "refund.remainder refund.share refund.voucher-kept refund.actual "
    "refund.holds-until" },
  { { "the window is over", CN, FIVE, .at = "2022-12-01" },
    "at start reason",
    "window-over",
    "refund.kind-conditional " COUNTED "refund.remainder refund.share refund.actual refund.holds-until" },
  { { "a renewal", CN, .months = 1, .kind = TENURE_TERM_RENEWAL, .start = "2024-02-02", .expiry = "2024-03-01",
      .at = "2024-02-10", .cash = "50", .card = "50", .card_until = "2024-02-03" },
    "at start reason",
    "not-new",
    "refund.kind-conditional " COUNTED "refund.remainder refund.share refund.share refund.lost refund.actual "
    "refund.holds-until" },
  { { "not offered, and floored", .policy = "huawei-intl", EVS, .at = "2024-02-01", .cash = "100" },
    "at start reason",
    "not-offered",
    "refund.kind-conditional " COUNTED "refund.floored refund.share refund.actual refund.holds-until" },
  { { "no quota left, and a fee that is all there is", CN, .edits = "fee.monthly.1=\"1\"", EVS,
      .at = "2024-01-01 10:30:00", .cash = "100" },
    "at start reason",
    "no-quota",
    "refund.kind-conditional " COUNTED "refund.remainder refund.share refund.actual refund.holds-until" },
  { { "sold without the five days", CN, EVS, .at = "2024-01-01 10:30:00", .cash = "100",
      .quota = TENURE_FIVE_DAY_NOT_SOLD },
    "at start reason",
    "not-sold",
    "refund.kind-conditional " COUNTED "refund.remainder refund.share refund.actual refund.holds-until" },
  { { "pay-per-use before", CN, EVS, .at = "2024-01-01 10:30:00", .cash = "100", .quota = TENURE_FIVE_DAY_NOT_NEW },
    "at start reason",
    "not-new",
    "refund.kind-conditional " COUNTED "refund.remainder refund.share refund.actual refund.holds-until" },
  { { "a part of what is older", CN, EVS, .at = "2024-01-01 10:30:00", .cash = "100",
      .quota = TENURE_FIVE_DAY_GOES_ALONG },
    "at start reason",
    "goes-along",
    "refund.kind-conditional " COUNTED "refund.remainder refund.share refund.actual refund.holds-until" },
  { { "by days", CN, DAYS, .cash = "310" },
    "at start reason",
    "window-over",
    "refund.kind-conditional refund.total-days refund.used-days refund.base refund.rate refund.consumed refund.fee "
    "refund.due refund.remainder refund.share refund.actual refund.holds-until" },
  { { "five days", CN, CUSTOMER_A },
    "at window-end",
    NULL,
    "refund.kind-five-day refund.base refund.full refund.share refund.voucher-back refund.actual refund.holds-until" },
  { { "five days with an expired voucher", CN, .months = 1, .start = "2020-10-20", .expiry = "2020-11-20",
      .at = "2020-10-22", .cash = "80", .voucher = "20", .voucher_until = "2020-10-21", .quota = TENURE_FIVE_DAY_FREE },
    "at window-end",
    NULL,
    "refund.kind-five-day refund.base refund.full refund.share refund.lost refund.actual refund.holds-until" },
  { { "not effective", INTL_PAGE, CUSTOMER_C },
    "at start",
    NULL,
    "refund.kind-not-effective refund.base refund.full refund.share refund.voucher-kept refund.actual "
    "refund.holds-until" },
};

/* The names of a step's operands, joined by spaces. Owned. */
static char *
operands_of (const TenureStep *step)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < step->n_operands; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", step->operands[i].name);
  return g_string_free (names, FALSE);
}

static void
test_explained (gconstpointer data)
{
  const Explained *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy (row->row.policy, row->row.edits);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autofree char *rules = NULL, *of_kind = NULL, *of_base = NULL, *of_share = NULL;
  TenureRefundInput input = input_of (&row->row);
  TenureRefundResult result;
  const TenureStep *kind, *actual;

  g_assert_true (tenure_refund (&input, policy, &result, steps, NULL));
  rules = rules_of_steps (steps);
  g_assert_cmpstr (rules, ==, row->rules);
  kind = tenure_steps_at (steps, 0);
  g_assert_cmpstr (kind->result.text, ==, tenure_refund_kind_name (result.kind));
  of_kind = operands_of (kind);
  g_assert_cmpstr (of_kind, ==, row->operands);
  of_base = operands_of (rules_step (steps, "refund.base", 0));
  g_assert_cmpstr (of_base, ==, "cash credit flexi card");
  of_share = operands_of (rules_step (steps, "refund.share", 0));
  g_assert_cmpstr (of_share, ==, "channel paid base remainder");
  actual = rules_step (steps, "refund.actual", 0);
  g_assert_cmpint (actual->operands[0].value - actual->operands[1].value, ==, result.refund);
  g_assert_cmpstr (kind->n_operands > 2 ? kind->operands[2].text : NULL, ==, row->reason);
}

static void
assert_operand (const TenureStep *step, guint index, const char *name, gint64 value)
{
  g_assert_cmpuint (step->n_operands, >, index);
  g_assert_cmpstr (step->operands[index].name, ==, name);
  g_assert_cmpint (step->operands[index].value, ==, value);
}

/* Every number of GD-09 with what it was made from: the band ends in this very hour. */
static void
test_operands (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  const RefundRow row = { CN, YEARS_3, .at = "2024-01-01 10:59:59" };
  TenureRefundInput input = input_of (&row);
  TenureRefundResult result;
  const TenureStep *rate, *consumed, *due;

  g_assert_true (tenure_refund (&input, policy, &result, steps, NULL));
  assert_operand (rules_step (steps, "refund.total-hours", 0), 0, "start", rules_time ("2023-01-01 10:00"));
  assert_operand (rules_step (steps, "refund.total-hours", 0), 1, "end", rules_time ("2026-01-02"));
  assert_operand (rules_step (steps, "refund.used-hours", 0), 1, "until", rules_time ("2024-01-01 10:00"));
  rate = rules_step (steps, "refund.rate", 0);
  assert_operand (rate, 0, "months", 36);
  assert_operand (rate, 1, "used-year", 1);
  assert_operand (rate, 2, "band-until", rules_time ("2024-01-01 10:00"));
  g_assert_cmpint (rate->result.value, ==, 1500);
  g_assert_cmpint (rate->result.denominator, ==, 10000);
  g_assert_cmpstr (rate->source, ==, tenure_policy_source (policy, "fee.3y.1"));
  consumed = rules_step (steps, "refund.consumed", 0);
  assert_operand (consumed, 0, "base", rules_money ("3600"));
  assert_operand (consumed, 1, "used", 8760);
  assert_operand (consumed, 2, "total", 26318);
  rules_assert_money (consumed->result.value, "1198.27");
  due = rules_step (steps, "refund.due", 0);
  assert_operand (due, 0, "due", rules_money ("3600"));
  assert_operand (due, 1, "consumed", rules_money ("1198.27"));
  assert_operand (due, 2, "fee", rules_money ("540"));
  rules_assert_money (due->result.value, "1861.73");
}

/* The last band of a row has no end. */
static void
test_last_band (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  const RefundRow row = { CN, YEARS_3, .at = "2025-06-01" };
  TenureRefundInput input = input_of (&row);
  TenureRefundResult result;

  g_assert_true (tenure_refund (&input, policy, &result, steps, NULL));
  assert_operand (rules_step (steps, "refund.rate", 0), 1, "used-year", 3);
  g_assert_cmpuint (rules_step (steps, "refund.rate", 0)->n_operands, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/refund/refused/%s", refused[i].row.name);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    {
      g_autofree char *path = g_strdup_printf ("/refund/explained/%s", explained[i].row.name);

      g_test_add_data_func (path, &explained[i], test_explained);
    }
  g_test_add_func ("/refund/refused/years", test_years);
  g_test_add_func ("/refund/explained/operands", test_operands);
  g_test_add_func ("/refund/explained/last band", test_last_band);
  return g_test_run ();
}
