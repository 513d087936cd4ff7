/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A2-38: use per day, the moment a package runs out, and when that is near. */
#include "tenure-outlook.h"

#include "tenure-civil.h"

#define UNIT ((gint64)100000000)
#define DAY TENURE_DAY_SECONDS
#define NEVER TENURE_TIME_UNKNOWN

/* 100 units from day 0 on, for 100 days. */
static TenureResource
package_with (gint64 used)
{
  return (TenureResource){ .status = TENURE_RESOURCE_ACTIVE,
                           .charging = TENURE_CHARGING_PACKAGE,
                           .capacity = 100 * UNIT,
                           .used = used,
                           .start = 0,
                           .expiry = 100 * DAY };
}

static void
test_cases (void)
{
  static const struct
  {
    gint64 used;
    TenureTime at;
    gint64 per_day;
    TenureTime runs_out;
    int percent;
    TenureNear near;
  } cases[] = {
    { 0, 10 * DAY, 0, NEVER, 100, TENURE_NEAR_NOT },
    { 50 * UNIT, 10 * DAY, 5 * UNIT, 20 * DAY, 50, TENURE_NEAR_NOT },
    { 50 * UNIT, 60 * DAY, 83333333, NEVER, 50, TENURE_NEAR_NOT }, /* lasts beyond its expiry */
    { 50 * UNIT, 50 * DAY, UNIT, 100 * DAY, 50, TENURE_NEAR_NOT }, /* to the second of its expiry */
    { 79 * UNIT, 79 * DAY, UNIT, 100 * DAY, 21, TENURE_NEAR_NOT },
    { 80 * UNIT, 80 * DAY, UNIT, 100 * DAY, 20, TENURE_NEAR_SOON },    /* 20 % and less */
    { 50 * UNIT, 3 * DAY, 1666666667, 6 * DAY, 50, TENURE_NEAR_SOON }, /* three days */
    { 50 * UNIT, 3 * DAY + 1, 1666660237, 6 * DAY + 2, 50, TENURE_NEAR_NOT },
    { 50 * UNIT, DAY, 50 * UNIT, 2 * DAY, 50, TENURE_NEAR_URGENT }, /* one day */
    { 50 * UNIT, DAY + 1, 4999942130, 2 * DAY + 2, 50, TENURE_NEAR_SOON },
    { 100 * UNIT, 40 * DAY, 250000000, NEVER, 0, TENURE_NEAR_URGENT },        /* used up */
    { 100 * UNIT - 1, 40 * DAY, 250000000, 40 * DAY, 0, TENURE_NEAR_URGENT }, /* the last of it */
    { 10 * UNIT, 0, 86400 * 10 * UNIT, 9, 90, TENURE_NEAR_URGENT },           /* in the first second */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureResource package = package_with (cases[i].used);
      TenureOutlook outlook;

      tenure_package_outlook (&package, cases[i].at, &outlook);
      g_assert_cmpint (outlook.left, ==, 100 * UNIT - cases[i].used);
      g_assert_cmpint (outlook.per_day, ==, cases[i].per_day);
      g_assert_cmpint (outlook.runs_out, ==, cases[i].runs_out);
      g_assert_cmpint (outlook.percent, ==, cases[i].percent);
      g_assert_cmpint (outlook.near, ==, cases[i].near);
    }
}

/* What has not begun or is over warns of nothing, however little is left. */
static void
test_not_running (void)
{
  static const struct
  {
    TenureResourceStatus status;
    TenureTime at;
  } cases[] = { { TENURE_RESOURCE_ACTIVE, -1 },
                { TENURE_RESOURCE_ACTIVE, 100 * DAY + 1 },
                { TENURE_RESOURCE_UNSUBSCRIBED, 10 },
                { TENURE_RESOURCE_RELEASED, 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureResource package = package_with (99 * UNIT);
      TenureOutlook outlook;

      package.status = cases[i].status;
      tenure_package_outlook (&package, cases[i].at, &outlook);
      g_assert_cmpint (outlook.left, ==, UNIT);
      g_assert_cmpint (outlook.per_day, ==, 0);
      g_assert_cmpint (outlook.runs_out, ==, NEVER);
      g_assert_cmpint (outlook.near, ==, TENURE_NEAR_NOT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outlook/A2-38", test_cases);
  g_test_add_func ("/outlook/A2-38-not-running", test_not_running);
  return g_test_run ();
}
