/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renewal: the new expiry and its price (rules 4.5, 4.6, 5.3). Rules and their operands (→ result):
 *   renewal.years   year-price, years                     → amount
 *   renewal.months  month-price, months                   → amount
 *   renewal.extra   month-price, extra-days, extra-months → amount (8 decimals, not yet rounded to the fen)
 *   renewal.extra-year  year-price, extra-days            → amount, of what has no monthly price
 *   renewal.total   –                                     → amount */
#include "tenure-renewal-private.h"
#include "tenure-error.h"

#include <glib/gi18n-lib.h>

#define GUIDE "user guide 4.2.1, 2025-01-14"
#define YEAR_MONTHS 12
#define YEAR_DAYS 365
#define BY_YEAR "inferred from specification changes: a day is a 365th of the yearly price"
#define LONGEST_MONTH 31

static gboolean
check_term (TenureTime expiry, int anchor, int months, const TenurePolicy *policy, GError **error)
{
  int years = months % YEAR_MONTHS == 0 ? months / YEAR_MONTHS : 0;

  if (expiry == TENURE_TIME_UNKNOWN)
    g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN,
                         _ ("The new expiry cannot be computed because the present one is not known; fetch the "
                            "resource first."));
  else if (anchor < 1 || anchor > LONGEST_MONTH)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                 _ ("%d is not a day of the month; give 1 to 31 as the day that expiry dates keep."), anchor);
  else if ((months < 1 || months > policy->months_max) && (years < 1 || years > policy->years_max))
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                 _ ("A renewal of %d months is not possible; choose 1 to %d months, or 1 to %d whole years."), months,
                 policy->months_max, policy->years_max);
  else
    return TRUE;
  return FALSE;
}

/* The day of the month to come back to: the anchor, or the present day with the end of a month staying one (13 #18). */
static int
wanted_mday (TenureDay day, int anchor, const TenurePolicy *policy)
{
  if (policy->month_end == TENURE_MONTH_END_ANCHOR)
    return anchor;
  return tenure_day_mday (day + 1) == 1 ? LONGEST_MONTH : tenure_day_mday (day);
}

gboolean
tenure_renewal_day (TenureTime expiry, int anchor, int months, const TenurePolicy *policy, TenureDay *day,
                    GError **error)
{
  TenureDay old;

  if (!check_term (expiry, anchor, months, policy, error))
    return FALSE;
  old = tenure_day_of (expiry);
  *day = tenure_day_add_months (old, months, wanted_mday (old, anchor, policy));
  return tenure_renewal_check_day (*day, error);
}

gboolean
tenure_renewal_check_day (TenureDay day, GError **error)
{
  if (tenure_day_year (day) <= TENURE_YEAR_LAST)
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
               _ ("The new expiry would lie after the year %d; choose a shorter duration."), TENURE_YEAR_LAST);
  return FALSE;
}

gboolean
tenure_renewal_expiry (TenureTime expiry, int anchor, int months, const TenurePolicy *policy, TenureTime *new_expiry,
                       GError **error)
{
  TenureDay day;

  if (!tenure_renewal_day (expiry, anchor, months, policy, &day, error))
    return FALSE;
  *new_expiry = tenure_day_end (day);
  return TRUE;
}

int
tenure_renewal_usable_days (TenureTime new_expiry, TenureTime at)
{
  return tenure_day_of (new_expiry) - tenure_day_of (at);
}

static gboolean
need_price (TenureMoney price, GError **error)
{
  g_autofree char *text = NULL;

  if (price >= 0)
    return TRUE;
  if (price == TENURE_MONEY_UNKNOWN)
    {
      g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN,
                           _ ("The renewal cannot be priced because its monthly price is not known; choose a duration "
                              "that is on sale."));
      return FALSE;
    }
  text = tenure_money_format (price);
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
               _ ("The renewal price %s is below zero; give zero or more."), text);
  return FALSE;
}

static void
explain_product (TenureSteps *steps, gboolean years, TenureMoney price, int count, TenureMoney amount)
{
  TenureStep *step = tenure_steps_add (steps, years ? "renewal.years" : "renewal.months", GUIDE);

  tenure_step_money (step, years ? "year-price" : "month-price", price);
  tenure_step_count (step, years ? "years" : "months", count);
  tenure_step_result_money (step, amount);
}

/* Whole years at the yearly price where there is one, everything else by the month. */
static gboolean
price_whole (TenureMoney month_price, TenureMoney year_price, int months, TenureMoney *amount, TenureSteps *steps,
             GError **error)
{
  gboolean years = months % YEAR_MONTHS == 0 && year_price != TENURE_MONEY_UNKNOWN;
  TenureMoney price = years ? year_price : month_price;
  int count = years ? months / YEAR_MONTHS : months;

  if (months < 1)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                   _ ("A renewal of %d months has no price; choose 1 month or more."), months);
      return FALSE;
    }
  if (!need_price (price, error) || !tenure_int_mul (price, count, amount, error))
    return FALSE;
  explain_product (steps, years, price, count, *amount);
  return TRUE;
}

/* The extra days as parts of what is sold: of months, or of years where there is no monthly price (rules 5.3). */
typedef struct
{
  gboolean yearly;
  TenureMoney price;
  gint64 numerator, denominator;
} Extra;

static Extra
extra_of (TenureMoney month_price, TenureMoney year_price, const TenureUnified *unified)
{
  if (!unified || unified->extra_days <= 0)
    return (Extra){ .denominator = 1 };
  if (month_price == TENURE_MONEY_UNKNOWN && year_price != TENURE_MONEY_UNKNOWN)
    return (Extra){ TRUE, year_price, unified->extra_days, YEAR_DAYS };
  return (Extra){ FALSE, month_price, unified->extra_numerator, unified->extra_denominator };
}

static gboolean
explain_extra (TenureSteps *steps, const TenurePolicy *policy, const Extra *extra, const TenureUnified *unified,
               GError **error)
{
  TenureMoney amount;
  TenureStep *step;

  if (!tenure_money_scale (extra->price, extra->numerator, extra->denominator, 8, TENURE_ROUND_HALF_UP, &amount, error))
    return FALSE;
  step = extra->yearly ? tenure_steps_add (steps, "renewal.extra-year", BY_YEAR)
                       : tenure_steps_add (steps, "renewal.extra", tenure_policy_source (policy, "renewal.extra_days"));
  tenure_step_money (step, extra->yearly ? "year-price" : "month-price", extra->price);
  tenure_step_count (step, "extra-days", unified->extra_days);
  if (!extra->yearly)
    tenure_step_ratio (step, "extra-months", extra->numerator, extra->denominator);
  tenure_step_result_money (step, amount);
  return TRUE;
}

/* @whole plus the extra days, rounded once: only what is below a fen of the one meets the fraction of the other. */
static gboolean
add_extra (TenureMoney whole, const Extra *extra, TenureMoney *amount, GError **error)
{
  TenureMoney below = whole % TENURE_MONEY_FEN;
  gint64 parts, sum;

  return tenure_int_mul (extra->price, extra->numerator, &parts, error) &&
         tenure_int_add (parts, below * extra->denominator, &sum, error) &&
         tenure_int_scale (sum, 1, extra->denominator, TENURE_MONEY_FEN, TENURE_ROUND_HALF_UP, &sum, error) &&
         tenure_money_add (whole - below, sum, amount, error);
}

gboolean
tenure_renewal_price (TenureMoney month_price, TenureMoney year_price, int months, const TenureUnified *unified,
                      const TenurePolicy *policy, TenureMoney *amount, TenureSteps *steps, GError **error)
{
  Extra extra = extra_of (month_price, year_price, unified);
  TenureMoney whole;

  if (!price_whole (month_price, year_price, months, &whole, steps, error))
    return FALSE;
  if (extra.numerator > 0 &&
      (!need_price (extra.price, error) || !explain_extra (steps, policy, &extra, unified, error)))
    return FALSE;
  if (!add_extra (whole, &extra, amount, error))
    return FALSE;
  tenure_step_result_money (tenure_steps_add (steps, "renewal.total", GUIDE), *amount);
  return TRUE;
}
