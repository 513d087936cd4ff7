/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-money.h"
#include "tenure-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MONEY_PLACES 8
#define RATE_PLACES 10
/* Beyond it every amount but zero is out of range: a text of more digits than that is not read as one. */
#define MAX_EXPONENT 999

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

gboolean
tenure_money_scale (TenureMoney money, gint64 numerator, gint64 denominator, int places, TenureRounding rounding,
                    TenureMoney *result, GError **error)
{
  g_return_val_if_fail (places >= 0 && places <= MONEY_PLACES, FALSE);
  return tenure_int_scale (money, numerator, denominator, power_of_ten (MONEY_PLACES - places), rounding, result,
                           error);
}

gboolean
tenure_rate_apply (TenureRate rate, gint64 quantity_numerator, gint64 quantity_denominator, int places,
                   TenureRounding rounding, TenureMoney *result, GError **error)
{
  gint64 mantissa = rate.mantissa;
  gint64 denominator = quantity_denominator;

  g_return_val_if_fail (rate.scale <= RATE_PLACES, FALSE);

  if (rate.scale < MONEY_PLACES &&
      !tenure_int_mul (mantissa, power_of_ten (MONEY_PLACES - rate.scale), &mantissa, error))
    return FALSE;
  if (rate.scale > MONEY_PLACES &&
      !tenure_int_mul (denominator, power_of_ten (rate.scale - MONEY_PLACES), &denominator, error))
    return FALSE;
  return tenure_money_scale (mantissa, quantity_numerator, denominator, places, rounding, result, error);
}

/* A decimal as it was written: its digits without the point, and how many of them are decimals. */
typedef struct
{
  GString *digits;
  int scale;
  gboolean negative;
} Decimal;

static void
decimal_clear (Decimal *decimal)
{
  g_string_free (decimal->digits, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decimal, decimal_clear)

static int
take_digits (const char **text, GString *digits)
{
  const char *start = *text;

  while (g_ascii_isdigit (**text))
    (*text)++;
  g_string_append_len (digits, start, *text - start);
  return (int)MIN (*text - start, G_MAXINT16);
}

/* Reads the exponent of the wire's form, if there is one. */
static gboolean
take_exponent (const char **text, int *exponent)
{
  gint64 value;
  const char *start = *text + 1;

  *exponent = 0;
  if (g_ascii_toupper (**text) != 'E')
    return TRUE;
  *text = start + (*start == '+' || *start == '-' ? 1 : 0);
  if (!g_ascii_isdigit (**text))
    return FALSE;
  while (g_ascii_isdigit (**text))
    (*text)++;
  value = g_ascii_strtoll (start, NULL, 10);
  *exponent = (int)CLAMP (value, -MAX_EXPONENT, MAX_EXPONENT);
  return TRUE;
}

/* Digits, and after a point more digits; with @wire a sign and an exponent as well. */
static gboolean
decimal_read (const char *text, gboolean wire, Decimal *decimal)
{
  int exponent = 0;

  decimal->digits = g_string_new (NULL);
  decimal->scale = 0;
  decimal->negative = wire && *text == '-';
  if (wire && (*text == '-' || *text == '+'))
    text++;
  if (take_digits (&text, decimal->digits) == 0)
    return FALSE;
  if (*text == '.')
    {
      text++;
      decimal->scale = take_digits (&text, decimal->digits);
      if (decimal->scale == 0)
        return FALSE;
    }
  if (wire && !take_exponent (&text, &exponent))
    return FALSE;
  decimal->scale -= exponent;
  return *text == '\0';
}

/* The decimal as a whole number of 10^-@places; FALSE when it does not fit, or has more decimals than that. */
static gboolean
decimal_to_units (Decimal *decimal, int places, gint64 *units)
{
  GString *digits = decimal->digits;

  while (decimal->scale > places && digits->len > 1 && digits->str[digits->len - 1] == '0')
    {
      g_string_truncate (digits, digits->len - 1);
      decimal->scale--;
    }
  if (strspn (digits->str, "0") == digits->len)
    decimal->scale = places;
  for (; decimal->scale < places; decimal->scale++)
    g_string_append_c (digits, '0');
  if (decimal->scale > places || !g_ascii_string_to_signed (digits->str, 10, 0, G_MAXINT64, units, NULL))
    return FALSE;
  if (decimal->negative)
    *units = -*units;
  return TRUE;
}

static gboolean
fail_invalid (const char *text, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("“%s” is not an amount; write digits and, after a point, up to 8 decimals, such as 1234.50."), valid);
  return FALSE;
}

static gboolean
fail_range (const char *text, int places, GError **error)
{
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
               _ ("%s is out of range; an amount is below 92 billion and has at most %d decimals."), text, places);
  return FALSE;
}

static gboolean
parse_money (const char *text, gboolean wire, TenureMoney *money, GError **error)
{
  g_auto (Decimal) decimal = { NULL };

  if (!decimal_read (text, wire, &decimal))
    return fail_invalid (text, error);
  if ((!wire && decimal.scale > MONEY_PLACES) || !decimal_to_units (&decimal, MONEY_PLACES, money))
    return fail_range (text, MONEY_PLACES, error);
  return TRUE;
}

gboolean
tenure_money_parse (const char *text, TenureMoney *money, GError **error)
{
  return parse_money (text, FALSE, money, error);
}

gboolean
tenure_money_parse_wire (const char *text, TenureMoney *money, GError **error)
{
  return parse_money (text, TRUE, money, error);
}

gboolean
tenure_rate_parse (const char *text, TenureRate *rate, GError **error)
{
  g_auto (Decimal) decimal = { NULL };
  int scale;

  if (!decimal_read (text, FALSE, &decimal))
    return fail_invalid (text, error);
  scale = decimal.scale;
  if (scale > RATE_PLACES || !decimal_to_units (&decimal, scale, &rate->mantissa))
    return fail_range (text, RATE_PLACES, error);
  rate->scale = (guint8)scale;
  return TRUE;
}

char *
tenure_money_format (TenureMoney money)
{
  GString *text;

  if (money == TENURE_MONEY_UNKNOWN)
    return NULL;
  text = g_string_new (money < 0 ? "-" : "");
  g_string_append_printf (text, "%" G_GINT64_FORMAT ".%08" G_GINT64_FORMAT, ABS (money) / TENURE_MONEY_ONE,
                          ABS (money) % TENURE_MONEY_ONE);
  for (int extra = MONEY_PLACES - 2; extra > 0 && text->str[text->len - 1] == '0'; extra--)
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

char *
tenure_money_format2 (TenureMoney money)
{
  guint64 fen;

  if (money == TENURE_MONEY_UNKNOWN)
    return NULL;
  fen = ((guint64)ABS (money) + TENURE_MONEY_FEN / 2) / TENURE_MONEY_FEN;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT, money < 0 && fen > 0 ? "-" : "", fen / 100,
                          fen % 100);
}
