/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life cycle by dates (rules 4.4). */
#include "tenure-lifecycle.h"

void
tenure_life_span (TenureTime expiry, TenureLevel level, const TenurePolicy *policy, TenureLifeSpan *span)
{
  TenureDay grace = tenure_day_of (expiry) + policy->grace_days[level];

  span->grace_end = tenure_day_end (grace);
  span->retention_end = tenure_day_end (grace + policy->retention_days[level]);
  span->destroyed = span->retention_end + 1;
}

TenureLife
tenure_life_at (TenureTime expiry, TenureLevel level, const TenurePolicy *policy, TenureTime at)
{
  TenureLifeSpan span;

  tenure_life_span (expiry, level, policy, &span);
  if (at <= expiry)
    return TENURE_LIFE_IN_USE;
  if (at <= span.grace_end)
    return TENURE_LIFE_EXPIRED;
  return at <= span.retention_end ? TENURE_LIFE_FROZEN : TENURE_LIFE_RELEASED;
}
