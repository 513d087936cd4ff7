/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money: int64 at 10^-8 of the profile's currency, checked. */
#pragma once

#include "tenure-int.h"

G_BEGIN_DECLS

/** An amount in 10^-8 of the one currency of the profile. */
typedef gint64 TenureMoney;

/** A source did not tell it: never the same as zero. */
#define TENURE_MONEY_UNKNOWN G_MININT64
#define TENURE_MONEY_ONE G_GINT64_CONSTANT (100000000)
/** One fen, 0.01. */
#define TENURE_MONEY_FEN G_GINT64_CONSTANT (1000000)

/** A unit price with up to ten decimals: mantissa × 10^-scale. */
typedef struct
{
  gint64 mantissa;
  guint8 scale; /* 0 to 10 */
} TenureRate;

#define tenure_money_add tenure_int_add
#define tenure_money_sub tenure_int_sub

/** @money × @numerator ÷ @denominator rounded to @places decimals (2 or 8). */
gboolean tenure_money_scale (TenureMoney money, gint64 numerator, gint64 denominator, int places,
                             TenureRounding rounding, TenureMoney *result, GError **error);
/** @rate × @quantity_numerator ÷ @quantity_denominator rounded to @places decimals. */
gboolean tenure_rate_apply (TenureRate rate, gint64 quantity_numerator, gint64 quantity_denominator, int places,
                            TenureRounding rounding, TenureMoney *result, GError **error);

/** What people (fold it first) and our own files write: digits, an optional point and up to 8 decimals; no sign, no
 * exponent. TENURE_INPUT_ERROR naming @text otherwise. */
gboolean tenure_money_parse (const char *text, TenureMoney *money, GError **error);
/** The same with up to ten decimals. */
gboolean tenure_rate_parse (const char *text, TenureRate *rate, GError **error);
/** The wire's forms as well: a sign, an exponent, trailing zeros; NaN, what is out of range, and decimals that
 * money cannot keep are refused. */
gboolean tenure_money_parse_wire (const char *text, TenureMoney *money, GError **error);

/** `-1234.50`: at least two decimals, more only where needed; free with g_free. Canonical: no grouping. NULL for
 * TENURE_MONEY_UNKNOWN, here and below: what is not known has no digits. */
char *tenure_money_format (TenureMoney money);
/** Exactly two decimals, half-up; free with g_free. */
char *tenure_money_format2 (TenureMoney money);

G_END_DECLS
