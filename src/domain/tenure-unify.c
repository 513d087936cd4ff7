/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unified expiry date (统一到期日; rules 5). */
#include "tenure-renewal-private.h"
#include "tenure-error.h"
#include "tenure-lifecycle.h"
#include "tenure-share.h"

#include <glib/gi18n-lib.h>

#define LAST_OF_MONTH (-1)
#define UNIFIED_DAY_MAX 28
#define THIRTIETH 30

static gboolean
check_day (int day, GError **error)
{
  if (day == LAST_OF_MONTH || (day >= 1 && day <= UNIFIED_DAY_MAX))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
               _ ("%d cannot be a unified day; choose 1 to 28, or the last day of the month."), day);
  return FALSE;
}

/* The unified day of the month of @base, or of the next month when that is past. */
static TenureDay
first_unified_day (TenureDay base, int day)
{
  int anchor = day == LAST_OF_MONTH ? 31 : day;
  TenureDay target = tenure_day_add_months (base, 0, anchor);

  return target < base ? tenure_day_add_months (base, 1, anchor) : target;
}

gboolean
tenure_unify (TenureTime expiry, int anchor, int months, int day, const TenurePolicy *policy, TenureUnified *unified,
              GError **error)
{
  TenureShare share;

  if (!check_day (day, error) || !tenure_renewal_day (expiry, anchor, months, policy, &unified->base, error))
    return FALSE;
  unified->target = first_unified_day (unified->base, day);
  unified->extra_days = unified->target - unified->base;
  share = policy->extra_days == TENURE_EXTRA_THIRTIETH ? tenure_share (unified->extra_days, THIRTIETH)
                                                       : tenure_share_of_months (unified->base, unified->target);
  unified->extra_numerator = share.numerator;
  unified->extra_denominator = share.denominator;
  return tenure_renewal_check_day (unified->target, error);
}

char *
tenure_unified_months (const TenureUnified *unified, int months)
{
  return tenure_ratio_format8 (months * unified->extra_denominator + unified->extra_numerator,
                               unified->extra_denominator);
}
