/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-outlook.h"

#include "tenure-int.h"
#include "tenure-metering.h"

#define SOON_PERCENT 20
#define SOON_DAYS 3
#define URGENT_DAYS 1

/* The moment at which what is left is used up at the pace so far, when that is before its expiry. */
static TenureTime
run_out (const TenureResource *package, gint64 left, gint64 elapsed, TenureTime at)
{
  gint64 seconds = 0;

  if (package->used <= 0 || !tenure_int_scale (left, elapsed, package->used, 1, TENURE_ROUND_TRUNCATE, &seconds, NULL))
    return TENURE_TIME_UNKNOWN;
  return seconds <= package->expiry - at ? at + seconds : TENURE_TIME_UNKNOWN;
}

static TenureNear
near_of (const TenureOutlook *outlook, TenureTime at)
{
  gint64 left = outlook->runs_out == TENURE_TIME_UNKNOWN ? G_MAXINT64 : outlook->runs_out - at;

  if (outlook->left <= 0 || left <= URGENT_DAYS * TENURE_DAY_SECONDS)
    return TENURE_NEAR_URGENT;
  if (outlook->percent <= SOON_PERCENT || left <= SOON_DAYS * TENURE_DAY_SECONDS)
    return TENURE_NEAR_SOON;
  return TENURE_NEAR_NOT;
}

void
tenure_package_outlook (const TenureResource *package, TenureTime at, TenureOutlook *outlook)
{
  TenurePackageState state = tenure_package_state (package, at);
  gint64 elapsed = MAX (at - package->start, 1), percent = 0;

  *outlook = (TenureOutlook){ .left = package->capacity - package->used, .runs_out = TENURE_TIME_UNKNOWN };
  if (package->capacity > 0 &&
      tenure_int_scale (outlook->left, 100, package->capacity, 1, TENURE_ROUND_TRUNCATE, &percent, NULL))
    outlook->percent = (int)percent;
  if (state != TENURE_PACKAGE_ACTIVE && state != TENURE_PACKAGE_USED_UP)
    return;
  if (!tenure_int_scale (package->used, TENURE_DAY_SECONDS, elapsed, 1, TENURE_ROUND_HALF_UP, &outlook->per_day, NULL))
    outlook->per_day = 0;
  if (outlook->left > 0)
    outlook->runs_out = run_out (package, outlook->left, elapsed, at);
  outlook->near = near_of (outlook, at);
}
