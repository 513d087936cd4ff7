/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-int.h"
#include "tenure-error.h"

#include <glib/gi18n-lib.h>

typedef __int128 Wide;

static gboolean
is_known (gint64 a, gint64 b, GError **error)
{
  if (a != G_MININT64 && b != G_MININT64)
    return TRUE;
  g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN,
                       _ ("This cannot be computed, because a figure in it is not known; refresh the records first."));
  return FALSE;
}

static gboolean
narrow (Wide wide, gint64 *result, GError **error)
{
  if (wide > -(Wide)G_MAXINT64 - 1 && wide <= G_MAXINT64)
    {
      *result = (gint64)wide;
      return TRUE;
    }
  g_set_error_literal (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_OVERFLOW,
                       _ ("A sum is larger than can be counted; work on fewer items at a time."));
  return FALSE;
}

gboolean
tenure_int_add (gint64 a, gint64 b, gint64 *result, GError **error)
{
  return is_known (a, b, error) && narrow ((Wide)a + b, result, error);
}

gboolean
tenure_int_sub (gint64 a, gint64 b, gint64 *result, GError **error)
{
  return is_known (a, b, error) && narrow ((Wide)a - b, result, error);
}

gboolean
tenure_int_mul (gint64 a, gint64 b, gint64 *result, GError **error)
{
  return is_known (a, b, error) && narrow ((Wide)a * b, result, error);
}

/* @value ÷ @divisor of magnitudes; what is left over decides by the mode. */
static Wide
divide (Wide value, Wide divisor, TenureRounding rounding)
{
  Wide quotient = value / divisor;
  Wide rest = value % divisor;

  if (rounding == TENURE_ROUND_UP && rest > 0)
    quotient++;
  else if (rounding == TENURE_ROUND_HALF_UP && rest >= divisor - rest)
    quotient++;
  return quotient;
}

gboolean
tenure_int_scale (gint64 value, gint64 numerator, gint64 denominator, gint64 unit, TenureRounding rounding,
                  gint64 *result, GError **error)
{
  Wide product;
  Wide scaled;

  g_return_val_if_fail (denominator > 0 && unit > 0, FALSE);

  if (!is_known (value, numerator, error))
    return FALSE;
  /* Both magnitudes are below 2^63: the product and denominator × unit stay below 2^126. */
  product = (Wide)value * numerator;
  scaled = divide (product < 0 ? -product : product, (Wide)denominator * unit, rounding) * unit;
  return narrow (product < 0 ? -scaled : scaled, result, error);
}
