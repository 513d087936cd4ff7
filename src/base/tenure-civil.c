/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-civil.h"
#include "tenure-error.h"
#include "tenure-text.h"

#include <glib/gi18n-lib.h>

/* China's civil time is UTC+8 all year round. */
#define ZONE_SECONDS (8 * TENURE_HOUR_SECONDS)
/* Days from 0000-03-01, where the count of eras begins, to 1970-01-01. */
#define EPOCH_SHIFT 719468
#define ERA_DAYS 146097

int
tenure_days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

gboolean
tenure_ymd_valid (int year, int month, int day)
{
  return year >= TENURE_YEAR_FIRST && year <= TENURE_YEAR_LAST && month >= 1 && month <= 12 && day >= 1 &&
         day <= tenure_days_in_month (year, month);
}

/* Years are counted from March, so that the leap day is the last of its year; 400 years are one era. */
TenureDay
tenure_day_from_ymd (int year, int month, int day)
{
  int shifted = month <= 2 ? year - 1 : year;
  int era = shifted / 400;
  int year_of_era = shifted - era * 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH_SHIFT;
}

void
tenure_day_to_ymd (TenureDay day, int *year, int *month, int *mday)
{
  int shifted = day + EPOCH_SHIFT;
  int era = shifted / ERA_DAYS;
  int day_of_era = shifted - era * ERA_DAYS;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;

  *mday = day_of_year - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

int
tenure_day_year (TenureDay day)
{
  int year, month, mday;

  tenure_day_to_ymd (day, &year, &month, &mday);
  return year;
}

int
tenure_day_mday (TenureDay day)
{
  int year, month, mday;

  tenure_day_to_ymd (day, &year, &month, &mday);
  return mday;
}

TenureDay
tenure_day_of (TenureTime time)
{
  gint64 local = time + ZONE_SECONDS;

  g_return_val_if_fail (time != TENURE_TIME_UNKNOWN, 0);
  return (TenureDay)((local - (local < 0 ? TENURE_DAY_SECONDS - 1 : 0)) / TENURE_DAY_SECONDS);
}

TenureTime
tenure_day_start (TenureDay day)
{
  return day * TENURE_DAY_SECONDS - ZONE_SECONDS;
}

TenureTime
tenure_day_end (TenureDay day)
{
  return tenure_day_start (day) + TENURE_DAY_SECONDS - 1;
}

TenureTime
tenure_day_at (TenureDay day, int hour, int minute, int second)
{
  return tenure_day_start (day) + hour * TENURE_HOUR_SECONDS + minute * 60 + second;
}

TenureDay
tenure_day_add_months (TenureDay day, int months, int anchor)
{
  int year, month, mday, count;

  tenure_day_to_ymd (day, &year, &month, &mday);
  count = year * 12 + month - 1 + months;
  year = count / 12;
  month = count % 12 + 1;
  return tenure_day_from_ymd (year, month, MIN (anchor, tenure_days_in_month (year, month)));
}

/* Reads @n digits at @text; FALSE when one of them is none. */
static gboolean
read_digits (const char *text, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + g_ascii_digit_value (text[i]);
    }
  return TRUE;
}

/* Reads `YYYY-MM-DD` at @text, whatever follows. */
static gboolean
read_day (const char *text, TenureDay *day)
{
  int year, month, mday;

  if (!read_digits (text, 4, &year) || text[4] != '-' || !read_digits (text + 5, 2, &month) || text[7] != '-' ||
      !read_digits (text + 8, 2, &mday) || !tenure_ymd_valid (year, month, mday))
    return FALSE;
  *day = tenure_day_from_ymd (year, month, mday);
  return TRUE;
}

/* Reads ` HH:MM` or ` HH:MM:SS` up to the end of the text into the second of the day. */
static gboolean
read_clock (const char *text, int *second_of_day)
{
  int hour, minute, second = 0;

  if (text[0] != ' ' || !read_digits (text + 1, 2, &hour) || text[3] != ':' || !read_digits (text + 4, 2, &minute))
    return FALSE;
  if (text[6] == ':' ? !read_digits (text + 7, 2, &second) || text[9] != '\0' : text[6] != '\0')
    return FALSE;
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *second_of_day = (hour * 60 + minute) * 60 + second;
  return TRUE;
}

gboolean
tenure_day_parse (const char *text, TenureDay *day, GError **error)
{
  g_autofree char *folded = tenure_text_fold (text);

  if (read_day (folded, day) && folded[10] == '\0')
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("“%s” is not a date; write it as YYYY-MM-DD, from %d to %d."), folded, TENURE_YEAR_FIRST,
               TENURE_YEAR_LAST);
  return FALSE;
}

gboolean
tenure_time_parse (const char *text, int default_second, TenureTime *time, GError **error)
{
  g_autofree char *folded = tenure_text_fold (text);
  TenureDay day;
  int second = default_second;

  if (read_day (folded, &day) && (folded[10] == '\0' || read_clock (folded + 10, &second)))
    {
      *time = tenure_day_start (day) + second;
      return TRUE;
    }
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("“%s” is not a time; write it as YYYY-MM-DD HH:MM:SS, China time, from %d to %d."), folded,
               TENURE_YEAR_FIRST, TENURE_YEAR_LAST);
  return FALSE;
}

char *
tenure_day_format (TenureDay day)
{
  int year, month, mday;

  tenure_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

char *
tenure_time_format (TenureTime time)
{
  TenureDay day = tenure_day_of (time);
  int second = (int)(time - tenure_day_start (day));
  g_autofree char *date = tenure_day_format (day);

  return g_strdup_printf ("%s %02d:%02d:%02d", date, second / 3600, second / 60 % 60, second % 60);
}
