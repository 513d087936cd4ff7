/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Durations on sale as a set (rules 4.2). */
#include "tenure-renewal.h"
#include "tenure-error.h"

#include <glib/gi18n-lib.h>

#define MONTHS_MAX 11
#define YEARS_MAX 5
#define YEAR_MONTHS 12
#define BIT(n) (1u << (n))

/* Reads one or two digits at *@text and moves behind them; 0, which is no duration, where there are none. */
static int
read_number (const char **text)
{
  const char *start = *text;
  int number = 0;

  while (g_ascii_isdigit (**text) && *text - start < 2)
    number = number * 10 + g_ascii_digit_value (*(*text)++);
  return number;
}

/* Reads `3m`, `1-9m`, `2y` or `1-3y` at *@text, moves behind it and adds it. */
static gboolean
read_item (const char **text, TenureDurations *durations)
{
  int first = read_number (text), last = first;
  gboolean years;

  if (**text == '-')
    {
      (*text)++;
      last = read_number (text);
    }
  years = **text == 'y';
  if ((!years && **text != 'm') || first < 1 || last < first || last > (years ? YEARS_MAX : MONTHS_MAX))
    return FALSE;
  (*text)++;
  for (int i = first; i <= last; i++)
    *(years ? &durations->years : &durations->months) |= BIT (i);
  return TRUE;
}

gboolean
tenure_durations_parse (const char *text, TenureDurations *durations, GError **error)
{
  const char *rest = text;
  gboolean read;

  *durations = (TenureDurations){ 0 };
  while ((read = read_item (&rest, durations)) && *rest == ',')
    rest++;
  if (read && *rest == '\0')
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("“%s” is not a list of durations; write it as 1-9m,1y: 1 to 11 months, 1 to 5 years."), text);
  return FALSE;
}

static void
append_all (GString *text, guint32 bits, char letter)
{
  for (int i = 1; i <= MONTHS_MAX; i++)
    if (bits & BIT (i))
      g_string_append_printf (text, "%s%d%c", text->len > 0 ? "," : "", i, letter);
}

char *
tenure_durations_format (TenureDurations durations)
{
  GString *text = g_string_new (NULL);

  append_all (text, durations.months, 'm');
  append_all (text, durations.years, 'y');
  return g_string_free (text, FALSE);
}

gboolean
tenure_durations_contain (TenureDurations durations, int months)
{
  if (months < 1 || months > YEARS_MAX * YEAR_MONTHS)
    return FALSE;
  if (months <= MONTHS_MAX)
    return (durations.months & BIT (months)) != 0;
  return months % YEAR_MONTHS == 0 && (durations.years & BIT (months / YEAR_MONTHS)) != 0;
}

/* A year where it is sold, else the shortest there is; 0 of an empty set. */
static int
preset_of (TenureDurations choices)
{
  if (choices.years & BIT (1))
    return YEAR_MONTHS;
  if (choices.months)
    return g_bit_nth_lsf (choices.months, -1);
  return choices.years ? g_bit_nth_lsf (choices.years, -1) * YEAR_MONTHS : 0;
}

void
tenure_renewal_choices (const TenureDurations *offers, guint n, TenureDurations *choices, int *preset)
{
  *choices = n > 0 ? offers[0] : (TenureDurations){ 0 };
  for (guint i = 1; i < n; i++)
    {
      choices->months &= offers[i].months;
      choices->years &= offers[i].years;
    }
  *preset = preset_of (*choices);
}
