/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 变更: the price difference for what remains of the term (rules 4.9). Rules and their operands (→ result):
 *   change.months  at, expiry                                   → remaining-months
 *   change.years   at, expiry                                   → remaining-years
 *   change.amount  old-price, new-price, remaining              → amount (negative: comes back) */
#include "tenure-lifecycle.h"
#include "tenure-error.h"
#include "tenure-share.h"

#include <glib/gi18n-lib.h>

#define SOURCE "INTL billing guide renewals_topic_60000001, 2025-11-20"
#define YEAR_DAYS 365
#define RATIO_PLACES G_GINT64_CONSTANT (100000000)

static gboolean
check_price (TenureMoney price, GError **error)
{
  g_autofree char *text = NULL;

  if (price >= 0)
    return TRUE;
  if (price == TENURE_MONEY_UNKNOWN)
    {
      g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN,
                           _ ("The change cannot be priced because one of the two prices is not known; choose a "
                              "specification that is on sale."));
      return FALSE;
    }
  text = tenure_money_format (price);
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
               _ ("The price %s of the change is below zero; give zero or more."), text);
  return FALSE;
}

static gboolean
check_days (const TenureChangeInput *input, GError **error)
{
  g_autofree char *start = NULL, *expiry = NULL, *at = NULL;

  if (input->start <= input->at && input->at <= input->expiry)
    return TRUE;
  start = tenure_day_format (input->start);
  expiry = tenure_day_format (input->expiry);
  at = tenure_day_format (input->at);
  if (input->start > input->expiry)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                 _ ("The term starts on %s and expires on %s; give a start before the expiry."), start, expiry);
  else if (input->at < input->start)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                 _ ("The change on %s lies before the start of the term on %s; give a day within the term."), at,
                 start);
  else
    g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                 _ ("The term expired on %s and cannot be changed on %s; renew it first."), expiry, at);
  return FALSE;
}

/* The 29ths of February after @from through @to: days that a year of 365 days does not have. */
static int
leap_days (TenureDay from, TenureDay to)
{
  int count = 0;

  for (int year = tenure_day_year (from); year <= tenure_day_year (to); year++)
    {
      TenureDay february = tenure_day_from_ymd (year, 3, 1) - 1;

      if (tenure_days_in_month (year, 2) == 29 && february > from && february <= to)
        count++;
    }
  return count;
}

/* The day of the change counts as used. */
static TenureShare
remaining (const TenureChangeInput *input)
{
  if (input->years)
    return tenure_share (input->expiry - input->at - leap_days (input->at, input->expiry), YEAR_DAYS);
  return tenure_share_of_months (input->at, input->expiry);
}

static void
explain (const TenureChangeInput *input, const TenureChangeResult *result, TenureSteps *steps)
{
  TenureStep *step = tenure_steps_add (steps, input->years ? "change.years" : "change.months", SOURCE);

  tenure_step_day (step, "at", input->at);
  tenure_step_day (step, "expiry", input->expiry);
  tenure_step_result (step, (TenureOperand){ .name = "result",
                                             .type = TENURE_OPERAND_RATIO,
                                             .value = result->numerator,
                                             .denominator = result->denominator });
  step = tenure_steps_add (steps, "change.amount", SOURCE);
  tenure_step_money (step, "old-price", input->old_price);
  tenure_step_money (step, "new-price", input->new_price);
  tenure_step_ratio (step, "remaining", result->numerator, result->denominator);
  tenure_step_result_money (step, result->amount);
}

gboolean
tenure_change (const TenureChangeInput *input, const TenurePolicy *policy, TenureChangeResult *result,
               TenureSteps *steps, GError **error)
{
  TenureShare share;

  if (!check_price (input->old_price, error) || !check_price (input->new_price, error) || !check_days (input, error))
    return FALSE;
  share = remaining (input);
  result->numerator = share.numerator;
  result->denominator = share.denominator;
  if (!tenure_money_scale (input->new_price - input->old_price, share.numerator, share.denominator, 2,
                           TENURE_ROUND_HALF_UP, &result->amount, error))
    return FALSE;
  explain (input, result, steps);
  return TRUE;
}

char *
tenure_ratio_format8 (gint64 numerator, gint64 denominator)
{
  gint64 whole, part;

  g_return_val_if_fail (denominator > 0, NULL);
  whole = ABS (numerator) / denominator;
  /* Below one, so that it always fits. */
  tenure_int_scale (ABS (numerator) % denominator, RATIO_PLACES, denominator, 1, TENURE_ROUND_HALF_UP, &part, NULL);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%08" G_GINT64_FORMAT, numerator < 0 ? "-" : "",
                          whole + part / RATIO_PLACES, part % RATIO_PLACES);
}
