/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-civil.h"
#include "tenure-error.h"

static TenureDay
day (const char *text)
{
  g_autoptr (GError) error = NULL;
  TenureDay result = 0;

  tenure_day_parse (text, &result, &error);
  g_assert_no_error (error);
  return result;
}

static TenureTime
instant (const char *text)
{
  g_autoptr (GError) error = NULL;
  TenureTime result = 0;

  tenure_time_parse (text, 0, &result, &error);
  g_assert_no_error (error);
  return result;
}

static void
assert_day (TenureDay actual, const char *wanted)
{
  g_autofree char *text = tenure_day_format (actual);

  g_assert_cmpstr (text, ==, wanted);
}

/* One day after another, as on paper: nothing of the calendar's arithmetic is used. */
static void
test_walk (void)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int year = 1970, month = 1, mday = 1;

  for (TenureDay walked = 0; year <= 2100; walked++)
    {
      gboolean leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
      int length = lengths[month - 1] + (leap && month == 2);
      int y, m, d;

      g_assert_cmpint (tenure_day_from_ymd (year, month, mday), ==, walked);
      tenure_day_to_ymd (walked, &y, &m, &d);
      g_assert_true (y == year && m == month && d == mday);
      g_assert_cmpint (tenure_day_year (walked), ==, year);
      g_assert_cmpint (tenure_day_mday (walked), ==, mday);
      g_assert_cmpint (tenure_days_in_month (year, month), ==, length);
      g_assert_cmpint (tenure_day_of (tenure_day_start (walked)), ==, walked);
      g_assert_cmpint (tenure_day_of (tenure_day_end (walked)), ==, walked);
      g_assert_cmpint (tenure_day_end (walked) + 1, ==, tenure_day_start (walked + 1));
      if (mday++ == length)
        {
          mday = 1;
          year += month == 12;
          month = month % 12 + 1;
        }
    }
}

static void
test_far_years (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 100000; i++)
    {
      int year = g_rand_int_range (random, 1, 10000), month = g_rand_int_range (random, 1, 13);
      int mday = g_rand_int_range (random, 1, tenure_days_in_month (year, month) + 1);
      int y, m, d;

      tenure_day_to_ymd (tenure_day_from_ymd (year, month, mday), &y, &m, &d);
      g_assert_true (y == year && m == month && d == mday);
    }
}

static void
test_known_instants (void)
{
  static const struct
  {
    const char *text;
    TenureTime time;
  } cases[] = {
    { "1970-01-01 08:00:00", 0 },          { "1970-01-01 00:00:00", -28800 },
    { "2000-02-29 00:00:00", 951753600 },  { "2024-01-01 10:30:00", 1704076200 },
    { "2038-01-19 11:14:08", 2147483648 }, { "9999-12-31 23:59:59", 253402271999 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tenure_time_format (cases[i].time);

      g_assert_cmpint (instant (cases[i].text), ==, cases[i].time);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_day_of_edges (void)
{
  assert_day (tenure_day_of (instant ("2024-02-29 00:00:00")), "2024-02-29");
  assert_day (tenure_day_of (instant ("2024-02-29 23:59:59")), "2024-02-29");
  assert_day (tenure_day_of (instant ("2024-03-01 00:00:00")), "2024-03-01");
  /* UTC is still in the old year. */
  assert_day (tenure_day_of (1704038400), "2024-01-01");
  assert_day (tenure_day_of (1704038399), "2023-12-31");
  /* Before the epoch, days are rounded down as well. */
  g_assert_cmpint (tenure_day_of (-28800), ==, 0);
  g_assert_cmpint (tenure_day_of (-28801), ==, -1);
  g_assert_cmpint (tenure_day_of (-28800 - TENURE_DAY_SECONDS), ==, -1);
  g_assert_cmpint (tenure_day_of (-28801 - TENURE_DAY_SECONDS), ==, -2);
  assert_day (-1, "1969-12-31");
  g_assert_cmpint (tenure_day_at (day ("2024-05-24"), 3, 0, 0), ==, instant ("2024-05-24 03:00:00"));
  g_assert_cmpint (tenure_day_at (day ("2024-05-24"), 23, 59, 58), ==, instant ("2024-05-24 23:59:58"));
}

/* What rules 4.5 publishes, and what follows from the anchor day. */
static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int months, anchor;
    const char *wanted;
  } cases[] = {
    { "2023-03-08", 1, 8, "2023-04-08" },   /* GP-14 */
    { "2023-02-08", 1, 8, "2023-03-08" },   /* GP-16 */
    { "2024-02-08", 12, 8, "2025-02-08" },  /* GP-17 */
    { "2023-07-08", 24, 8, "2025-07-08" },  /* GP-18 */
    { "2024-03-31", 1, 31, "2024-04-30" },  /* GP-20 */
    { "2024-04-30", 1, 31, "2024-05-31" },  /* GP-20, again */
    { "2024-01-31", 1, 31, "2024-02-29" },  /* GD-33 */
    { "2023-01-31", 1, 31, "2023-02-28" },  /* GD-33 */
    { "2024-02-29", 12, 29, "2025-02-28" }, /* GD-35 */
    { "2024-02-29", 36, 29, "2027-02-28" }, /* GD-35 */
    { "2024-02-29", 48, 29, "2028-02-29" }, /* GD-35 */
    { "2024-02-29", 1, 31, "2024-03-31" },  { "2024-12-15", 1, 15, "2025-01-15" },
    { "2024-11-30", 3, 30, "2025-02-28" },  { "2024-01-10", 0, 10, "2024-01-10" },
    { "2024-03-31", -1, 31, "2024-02-29" }, { "2024-01-15", -1, 15, "2023-12-15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_day (tenure_day_add_months (day (cases[i].from), cases[i].months, cases[i].anchor), cases[i].wanted);
}

/* n × 1 month is n months, whatever the short months between (rules 14.5). */
static void
test_add_months_chain (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 20000; i++)
    {
      TenureDay start = (TenureDay)g_rand_int_range (random, 0, 47000), walked = start;
      int anchor = tenure_day_mday (start), months = g_rand_int_range (random, 1, 121);

      for (int step = 0; step < months; step++)
        walked = tenure_day_add_months (walked, 1, anchor);
      g_assert_cmpint (walked, ==, tenure_day_add_months (start, months, anchor));
      g_assert_cmpint (tenure_day_mday (walked), <=, anchor);
      g_assert_cmpint (walked - start, >=, months * 28);
      g_assert_cmpint (walked - start, <=, months * 31);
    }
}

static void
test_parse_times (void)
{
  static const struct
  {
    const char *text;
    int default_second;
    const char *wanted;
  } cases[] = {
    { "2024-05-24", 0, "2024-05-24 00:00:00" },
    { "2024-05-24", 86399, "2024-05-24 23:59:59" },
    { "2024-05-24 03:04", 86399, "2024-05-24 03:04:00" },
    { "2024-05-24 03:04:05", 86399, "2024-05-24 03:04:05" },
    { "２０２４-０５-２４　０３：０４", 0, "2024-05-24 03:04:00" },
    { " 2024-05-24 ", 7, "2024-05-24 00:00:07" },
    { "2024-02-29 23:59:59", 0, "2024-02-29 23:59:59" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureTime time = 0;
      g_autofree char *text = NULL;

      g_assert_true (tenure_time_parse (cases[i].text, cases[i].default_second, &time, NULL));
      text = tenure_time_format (time);
      g_assert_cmpstr (text, ==, cases[i].wanted);
    }
}

static const char *const not_days[] = {
  "",           "2024",       "2024-1-01",   "2024-01-1",  "24-01-01",   "2024/01/01",  "2024-02-30",
  "2023-02-29", "2100-02-29", "2024-13-01",  "2024-00-10", "2024-01-00", "2024-01-32",  "2024-04-31",
  "1969-12-31", "0000-01-01", "-024-01-01",  "+024-01-01", "2024-01-0x", "2024-01-01x", "x024-01-01",
  "2024 01 01", "20240101",   "2024-01-011", "2024-0１-1", "today",      "2024-x1-01",  "2024-01_01",
};

static void
test_parse_bad_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (not_days); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureDay ignored;
      TenureTime also_ignored;

      g_assert_false (tenure_day_parse (not_days[i], &ignored, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "is not a date");
      g_assert_false (tenure_time_parse (not_days[i], 0, &also_ignored, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "is not a time");
    }
}

static void
test_parse_bad_times (void)
{
  static const char *const texts[] = {
    "2024-01-01 24:00:00", "2024-01-01 23:60:00", "2024-01-01 23:59:60", "2024-01-01T10:00:00", "2024-01-01 1:00",
    "2024-01-01 10",       "2024-01-01 10:0",     "2024-01-01 10:00:0",  "2024-01-01 10:00:",   "2024-01-01 10:00:00Z",
    "2024-01-01 10:00x",   "2024-01-01  10:00",   "2024-01-01 10-00",    "2024-01-01 10:00:x0", "2024-01-01 10:00:000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureTime ignored;
      TenureDay also_ignored;

      g_assert_false (tenure_time_parse (texts[i], 0, &ignored, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, texts[i]);
      g_assert_false (tenure_day_parse (texts[i], &also_ignored, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, texts[i]);
    }
  /* A day takes no clock, even a good one. */
  g_assert_false (tenure_day_parse ("2024-01-01 10:00", &(TenureDay){ 0 }, NULL));
}

static void
test_format_round_trip (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 50000; i++)
    {
      TenureTime time = ((gint64)g_rand_int (random) << 6) + g_rand_int_range (random, 0, 64) - 28800;
      g_autofree char *text = tenure_time_format (time);

      if (time > G_GINT64_CONSTANT (253402271999))
        continue;
      g_assert_cmpint (instant (text), ==, time);
    }
}

static void
test_ymd_valid (void)
{
  static const struct
  {
    int year, month, day;
    gboolean valid;
  } cases[] = {
    { 1970, 1, 1, TRUE },   { 9999, 12, 31, TRUE }, { 1969, 12, 31, FALSE }, { 10000, 1, 1, FALSE },
    { 2024, 0, 1, FALSE },  { 2024, 13, 1, FALSE }, { 2024, 1, 0, FALSE },   { 2024, 2, 29, TRUE },
    { 2024, 2, 30, FALSE }, { 1900, 2, 29, FALSE }, { 2000, 2, 29, TRUE },   { 2100, 2, 29, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tenure_ymd_valid (cases[i].year, cases[i].month, cases[i].day), ==, cases[i].valid);
}

static void
test_misuse (void)
{
  g_test_expect_message ("tenure-base", G_LOG_LEVEL_CRITICAL, "*TENURE_TIME_UNKNOWN*");
  g_assert_cmpint (tenure_day_of (TENURE_TIME_UNKNOWN), ==, 0);
  g_test_expect_message ("tenure-base", G_LOG_LEVEL_CRITICAL, "*month >= 1*");
  g_assert_cmpint (tenure_days_in_month (2024, 13), ==, 0);
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/civil/walk-1970-to-2100", test_walk);
  g_test_add_func ("/civil/far-years", test_far_years);
  g_test_add_func ("/civil/known-instants", test_known_instants);
  g_test_add_func ("/civil/day-of-edges", test_day_of_edges);
  g_test_add_func ("/civil/add-months", test_add_months);
  g_test_add_func ("/civil/add-months-chain", test_add_months_chain);
  g_test_add_func ("/civil/parse-times", test_parse_times);
  g_test_add_func ("/civil/parse-bad-days", test_parse_bad_days);
  g_test_add_func ("/civil/parse-bad-times", test_parse_bad_times);
  g_test_add_func ("/civil/format-round-trip", test_format_round_trip);
  g_test_add_func ("/civil/ymd-valid", test_ymd_valid);
  g_test_add_func ("/civil/misuse", test_misuse);
  return g_test_run ();
}
