/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checked 64-bit arithmetic and 128-bit scaling; no floating point. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TENURE_ROUND_HALF_UP,  /* half away from zero */
  TENURE_ROUND_TRUNCATE, /* toward zero */
  TENURE_ROUND_UP,       /* away from zero */
} TenureRounding;

/** FALSE with TENURE_SYSTEM_ERROR_OVERFLOW when the result does not fit. G_MININT64 stands for *unknown* everywhere:
 * as an operand it is TENURE_RULE_ERROR_UNKNOWN, and no result is ever G_MININT64. */
gboolean tenure_int_add (gint64 a, gint64 b, gint64 *result, GError **error);
gboolean tenure_int_sub (gint64 a, gint64 b, gint64 *result, GError **error);
gboolean tenure_int_mul (gint64 a, gint64 b, gint64 *result, GError **error);
/** @value × @numerator ÷ @denominator, the product in 128 bits, rounded once to a multiple of @unit.
 * @denominator and @unit are at least 1. */
gboolean tenure_int_scale (gint64 value, gint64 numerator, gint64 denominator, gint64 unit, TenureRounding rounding,
                           gint64 *result, GError **error);

G_END_DECLS
