/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renewal, duration choices, unified expiry (rules 4, 5). */
#pragma once

#include "tenure-explain.h"
#include "tenure-policy.h"

G_BEGIN_DECLS

/** The new expiry: @months after the day of @expiry, the anchor kept, at 23:59:59 (rules 4.5).
 * Lost days of grace or retention are not given back. TENURE_INPUT_ERROR_RANGE beyond what is accepted. */
gboolean tenure_renewal_expiry (TenureTime expiry, int anchor, int months, const TenurePolicy *policy,
                                TenureTime *new_expiry, GError **error);
/** Days from the day of @at to the new expiry's day: what is usable of the renewal. */
int tenure_renewal_usable_days (TenureTime new_expiry, TenureTime at);

/** Durations on sale, as a set: bit m of months = m months (1–11), bit y of years = y years (1–5). */
typedef struct
{
  guint32 months, years;
} TenureDurations;

/** Reads `1-9m,1y,3y`. */
gboolean tenure_durations_parse (const char *text, TenureDurations *durations, GError **error);
/** `1m,2m,…,1y`; free with g_free. */
char *tenure_durations_format (TenureDurations durations);
gboolean tenure_durations_contain (TenureDurations durations, int months);
/** Intersection of @n offers and the default (in months, 0 when the intersection is empty) (rules 4.2). */
void tenure_renewal_choices (const TenureDurations *offers, guint n, TenureDurations *choices, int *preset);

/** Unified expiry (rules 5): @day 1–28 or -1 for the last day of the month. */
typedef struct
{
  TenureDay base, target;                    /* expiry + duration; first unified day on or after it */
  int extra_days;                            /* base+1 … target */
  gint64 extra_numerator, extra_denominator; /* extra days in months, exact */
} TenureUnified;
gboolean tenure_unify (TenureTime expiry, int anchor, int months, int day, const TenurePolicy *policy,
                       TenureUnified *unified, GError **error);
/** Months and extra days together: (months + extra) with 8 decimals half-up, as text; free with g_free. */
char *tenure_unified_months (const TenureUnified *unified, int months);

/** Price of a renewal: years at the yearly price when it is sold by the year, months at the monthly price, extra days
 * by the month, or each a 365th of the yearly price where there is no monthly one (rules 5.3). @month_price,
 * @year_price may be TENURE_MONEY_UNKNOWN; needing one that is unknown is TENURE_RULE_ERROR_UNKNOWN. @unified may be
 * NULL. Rounded once, half-up to the fen. */
gboolean tenure_renewal_price (TenureMoney month_price, TenureMoney year_price, int months,
                               const TenureUnified *unified, const TenurePolicy *policy, TenureMoney *amount,
                               TenureSteps *steps, GError **error);

G_END_DECLS
