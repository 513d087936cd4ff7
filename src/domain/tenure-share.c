/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of months, exactly. */
#include "tenure-share.h"

/* The least common multiple of 28, 29, 30 and 31: every day of every month is a whole number of these parts. */
#define MONTH_PARTS G_GINT64_CONSTANT (377580)

TenureShare
tenure_share (gint64 numerator, gint64 denominator)
{
  gint64 a = ABS (numerator), b = denominator;

  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return (TenureShare){ .numerator = numerator / a, .denominator = denominator / a };
}

TenureShare
tenure_share_of_months (TenureDay from, TenureDay to)
{
  gint64 parts = 0;
  TenureDay day = from;

  while (day < to)
    {
      int year, month, mday, length;
      TenureDay last;

      tenure_day_to_ymd (day + 1, &year, &month, &mday);
      length = tenure_days_in_month (year, month);
      last = MIN (to, day + 1 + length - mday);
      parts += (last - day) * (MONTH_PARTS / length);
      day = last;
    }
  return tenure_share (parts, MONTH_PARTS);
}
