/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil time of UTC+8 (China has no daylight saving): days, instants, months. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Days since 1970-01-01, in UTC+8. */
typedef gint32 TenureDay;
/** Seconds since 1970-01-01 00:00:00 UTC. */
typedef gint64 TenureTime;

#define TENURE_TIME_UNKNOWN G_MININT64
#define TENURE_DAY_SECONDS G_GINT64_CONSTANT (86400)
#define TENURE_HOUR_SECONDS G_GINT64_CONSTANT (3600)
/** Years that can be told: 1970 to 9999. */
#define TENURE_YEAR_FIRST 1970
#define TENURE_YEAR_LAST 9999

int tenure_days_in_month (int year, int month);
gboolean tenure_ymd_valid (int year, int month, int day);
TenureDay tenure_day_from_ymd (int year, int month, int day);
void tenure_day_to_ymd (TenureDay day, int *year, int *month, int *mday);
int tenure_day_year (TenureDay day);
/** Day of the month, 1 to 31. */
int tenure_day_mday (TenureDay day);

/** The civil day of UTC+8 in which @time lies. */
TenureDay tenure_day_of (TenureTime time);
/** 00:00:00 of @day. */
TenureTime tenure_day_start (TenureDay day);
/** 23:59:59 of @day. */
TenureTime tenure_day_end (TenureDay day);
/** @day at the given hour, minute and second. */
TenureTime tenure_day_at (TenureDay day, int hour, int minute, int second);

/** @months after @day; @anchor (1 to 31) is the day of the month wanted, shortened in short months (rules 4.5). */
TenureDay tenure_day_add_months (TenureDay day, int months, int anchor);

/** Reads `YYYY-MM-DD` and nothing else; full-width digits are folded. TENURE_INPUT_ERROR naming @text otherwise. */
gboolean tenure_day_parse (const char *text, TenureDay *day, GError **error);
/** Reads `YYYY-MM-DD HH:MM:SS`, `YYYY-MM-DD HH:MM` or `YYYY-MM-DD` (then at @default_second of the day). */
gboolean tenure_time_parse (const char *text, int default_second, TenureTime *time, GError **error);

/** `YYYY-MM-DD`; free with g_free. */
char *tenure_day_format (TenureDay day);
/** `YYYY-MM-DD HH:MM:SS`, China time; free with g_free. */
char *tenure_time_format (TenureTime time);

G_END_DECLS
