/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When an automatic renewal is attempted (rules 6). */
#include "tenure-lifecycle.h"

/* The daily attempts lie from first to last at the hour of deduction; immediate comes before them. */
typedef struct
{
  TenureTime immediate; /* TENURE_TIME_UNKNOWN: there is none */
  TenureTime first, last;
  int hour;
} Schedule;

/* The first hour of deduction at or after @time. */
static TenureTime
next_deduction (TenureTime time, int hour)
{
  TenureTime today = tenure_day_at (tenure_day_of (time), hour, 0, 0);

  return today < time ? today + TENURE_DAY_SECONDS : today;
}

/* Switched on late, it starts with the next deduction; when the resource expires before that one, at once. What has
 * expired cannot be switched on (CBC.99003602). */
static void
schedule_late (Schedule *self, TenureTime expiry, TenureTime enabled)
{
  TenureTime next = next_deduction (enabled, self->hour);

  self->first = MAX (self->first, next);
  if (enabled > expiry)
    self->last = expiry;
  else if (next > expiry)
    self->immediate = enabled;
}

static Schedule
schedule (TenureTime expiry, int lead_days, TenureTime enabled, TenureLevel level, const TenurePolicy *policy)
{
  Schedule self = { .immediate = TENURE_TIME_UNKNOWN, .last = expiry, .hour = policy->deduct_hour };
  TenureLifeSpan span;

  self.first = tenure_day_at (tenure_day_of (expiry) - lead_days, self.hour, 0, 0);
  tenure_life_span (expiry, level, policy, &span);
  if (policy->retry_through_retention)
    self.last = span.retention_end;
  if (enabled != TENURE_TIME_UNKNOWN)
    schedule_late (&self, expiry, enabled);
  return self;
}

/* TENURE_TIME_UNKNOWN as @after lies before everything. */
static TenureTime
attempt_after (const Schedule *self, TenureTime after)
{
  TenureTime next = self->first;

  if (self->immediate > after)
    return self->immediate;
  if (after >= next)
    next = next_deduction (after + 1, self->hour);
  return next <= self->last ? next : TENURE_TIME_UNKNOWN;
}

GArray *
tenure_auto_attempts (TenureTime expiry, int lead_days, TenureTime enabled, TenureLevel level,
                      const TenurePolicy *policy)
{
  Schedule self = schedule (expiry, lead_days, enabled, level, policy);
  GArray *attempts = g_array_new (FALSE, FALSE, sizeof (TenureTime));
  TenureTime at = TENURE_TIME_UNKNOWN;

  while ((at = attempt_after (&self, at)) != TENURE_TIME_UNKNOWN)
    g_array_append_val (attempts, at);
  return attempts;
}

TenureTime
tenure_auto_next (TenureTime expiry, int lead_days, TenureTime enabled, TenureTime after, TenureLevel level,
                  const TenurePolicy *policy)
{
  Schedule self = schedule (expiry, lead_days, enabled, level, policy);

  return attempt_after (&self, after);
}
