/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling the templates, and words for money, dates, durations. */
#include "tenure-wording-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CURRENCY "¥"

const char *
tenure_wording_find (const TenureWording *table, const char *rule)
{
  for (const TenureWording *row = table; rule && row->rule; row++)
    if (g_str_equal (row->rule, rule))
      return _ (row->text);
  return NULL;
}

/* A count says its unit when its name does: "used-hours" is "344 hours". */
static char *
word_count (const char *name, gint64 value)
{
  int count = (int)CLAMP (value, G_MININT, G_MAXINT);
  gulong n = (gulong)ABS (value);

  if (g_str_has_suffix (name, "hours"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour", "%d hours", n), count);
  if (g_str_has_suffix (name, "days"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", n), count);
  if (g_str_has_suffix (name, "months"))
    return tenure_word_duration (count);
  if (g_str_has_suffix (name, "years"))
    return tenure_word_duration (12 * count);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

/* Exact fractions are shown rounded: rates as a percentage, others with eight decimals. */
static char *
word_ratio (const TenureOperand *operand)
{
  gint64 scaled;
  g_autofree char *number = NULL;
  gboolean rate = g_str_has_suffix (operand->name, "rate");
  int places = rate ? 2 : 8;

  if (operand->denominator == 0 ||
      !tenure_money_scale (rate ? 100 * TENURE_MONEY_ONE : TENURE_MONEY_ONE, operand->value, operand->denominator,
                           places, TENURE_ROUND_HALF_UP, &scaled, NULL))
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, operand->value, operand->denominator);
  if (rate && scaled % TENURE_MONEY_ONE == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%%", scaled / TENURE_MONEY_ONE);
  number = tenure_money_format (scaled);
  return g_strdup_printf (rate ? "%s%%" : "%s", number);
}

char *
tenure_word_operand (const TenureOperand *operand)
{
  switch (operand->type)
    {
    case TENURE_OPERAND_MONEY:
      return tenure_word_money (operand->value);
    case TENURE_OPERAND_COUNT:
      return word_count (operand->name, operand->value);
    case TENURE_OPERAND_DAY:
      return tenure_day_format ((TenureDay)operand->value);
    case TENURE_OPERAND_TIME:
      return tenure_word_time (operand->value);
    case TENURE_OPERAND_RATIO:
      return word_ratio (operand);
    case TENURE_OPERAND_TEXT:
      return tenure_wording_text (operand->name, operand->text);
    }
  return g_strdup ("—");
}

static char *
word_named (const char *name, const TenureOperand *operands, guint n, const TenureOperand *result)
{
  if (name[0] == '=' && result)
    {
      TenureOperand shown = *result;

      shown.name = name + 1; /* {=hours}: the template says what the result counts */
      return tenure_word_operand (&shown);
    }
  for (guint i = 0; i < n; i++)
    if (g_str_equal (operands[i].name, name))
      return tenure_word_operand (&operands[i]);
  return g_strdup ("—"); /* an operand that the rule leaves out when it does not apply */
}

char *
tenure_wording_fill (const char *template, const TenureOperand *operands, guint n, const TenureOperand *result)
{
  GString *text = g_string_new (NULL);

  for (const char *p = template; *p;)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;

      if (end)
        {
          g_autofree char *name = g_strndup (p + 1, (gsize)(end - p - 1));
          g_autofree char *word = word_named (name, operands, n, result);

          g_string_append (text, word);
          p = end + 1;
        }
      else
        g_string_append_c (text, *p++);
    }
  return g_string_free (text, FALSE);
}

/* What is sold by the hour only has no durations to choose from; what is ordered has no settings yet. */
static const char *
word_special (const TenureRefusal *refusal)
{
  if (g_str_equal (refusal->rule, "resource.withdrawn") && g_strcmp0 (refusal->field, "offer") == 0)
    return _ ("The product is no longer sold; choose another one");
  for (guint i = 0; g_str_equal (refusal->rule, "order.duration") && i < refusal->n_operands; i++)
    if (g_str_equal (refusal->operands[i].name, "choices") && g_strcmp0 (refusal->operands[i].text, "") == 0)
      return _ ("It is sold as pay-per-use only, without a duration; choose pay-per-use for it");
  return NULL;
}

char *
tenure_word_refusal (const TenureRefusal *refusal)
{
  const char *template = word_special (refusal);

  if (!template)
    template = tenure_wording_find (TENURE_REFUSAL_WORDING, refusal->rule);
  if (!template)
    return g_strdup (refusal->rule);
  return tenure_wording_fill (template, refusal->operands, refusal->n_operands, NULL);
}

char *
tenure_word_step (const TenureStep *step)
{
  const char *template = tenure_wording_find (TENURE_STEP_WORDING, step->rule);

  if (!template)
    return g_strdup (step->rule);
  return tenure_wording_fill (template, step->operands, step->n_operands, &step->result);
}

char *
tenure_word_steps (const TenureSteps *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tenure_steps_length (steps); i++)
    {
      const TenureStep *step = tenure_steps_at (steps, i);
      g_autofree char *word = tenure_word_step (step);

      g_string_append (text, word);
      if (step->source)
        g_string_append_printf (text, _ (" [%s]"), tenure_word_source (step->source));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

char *
tenure_word_money (TenureMoney money)
{
  g_autofree char *plain = money == TENURE_MONEY_UNKNOWN ? NULL : tenure_money_format (money);
  const char *digits = plain && plain[0] == '-' ? plain + 1 : plain;
  gsize whole = plain ? strcspn (digits, ".") : 0;
  GString *text;

  if (!plain)
    return g_strdup ("—");
  text = g_string_new (digits == plain ? CURRENCY : "-" CURRENCY);
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  g_string_append (text, digits + whole);
  return g_string_free (text, FALSE);
}

char *
tenure_word_day (TenureTime time)
{
  return time == TENURE_TIME_UNKNOWN ? g_strdup ("—") : tenure_day_format (tenure_day_of (time));
}

char *
tenure_word_time (TenureTime time)
{
  return time == TENURE_TIME_UNKNOWN ? g_strdup ("—") : tenure_time_format (time);
}

char *
tenure_word_days_left (TenureTime time, TenureTime now)
{
  int days;

  if (time == TENURE_TIME_UNKNOWN)
    return g_strdup ("—");
  days = tenure_day_of (time) - tenure_day_of (now);
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", (gulong)days), days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago", (gulong)-days), -days);
}

char *
tenure_word_duration (int months)
{
  if (months > 0 && months % 12 == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", (gulong)months / 12), months / 12);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong)months), months);
}

char *
tenure_word_times (int times)
{
  return times < 0 ? g_strdup (_ ("Unlimited")) : g_strdup_printf ("%d", times);
}
