/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What settling a practice year of a sample institution takes: 50,000 resources, or as many as the argument says. */
#include <sys/resource.h>

#include "../platform/engine.h"

static double
since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1e6;
}

/* Of this process, in seconds: what it takes on a machine that others use too. */
static double
cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double
peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double)usage.ru_maxrss / 1024;
}

/* An empty profile that the sample can fill: it makes its own account. */
static Engine *
open_sample (guint n)
{
  Engine *engine = g_new0 (Engine, 1);
  TenureProfileSetup setup = { "year", TRUE, TENURE_LEVEL_V3, NULL };
  g_autoptr (TenurePolicy) policy = tenure_data_policy ("huawei-cn", NULL);
  g_autoptr (GError) error = NULL;

  setup.policy = policy;
  tenure_time_parse ("2024-07-01 10:00:00", 0, &engine->now, NULL);
  engine->folder = g_dir_make_tmp ("tenure-year-XXXXXX", NULL);
  g_setenv ("TENURE_PROFILES", engine->folder, TRUE);
  engine->catalogue = tenure_data_catalogue (NULL);
  engine->profile = tenure_profile_create (&setup, engine->now, &error);
  g_assert_no_error (error);
  tenure_sample_fill (engine->profile, engine->catalogue, n, 1, engine->now, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  engine->platform = tenure_embedded_new (engine->profile, engine->catalogue, "demo", "tester");
  return engine;
}

static void
count (Engine *engine, const char *what, const char *sql)
{
  g_print ("  %s: %" G_GINT64_FORMAT "\n", what, engine_number_of (engine, sql, NULL));
}

static void
top_up (Engine *engine)
{
  TenureTopUp params = { .amount = 900000000 * TENURE_MONEY_ONE };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_TOP_UP, &params));
}

static void
run (guint n, gboolean rich)
{
  gint64 start = g_get_monotonic_time ();
  double seconds, worked = cpu ();
  g_autoptr (Engine) engine = open_sample (n);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  int played;

  g_print ("sample of %u: %.1f s (%.1f s of them working), peak %.0f MiB\n", n, since (start), cpu () - worked,
           peak_mib ());
  if (rich)
    top_up (engine);
  engine->now += 365 * TENURE_DAY_SECONDS;
  start = g_get_monotonic_time ();
  worked = cpu ();
  played = tenure_embedded_settle_at (engine->platform, engine->now, 0, NULL, &error);
  g_assert_no_error (error);
  seconds = since (start);
  g_print ("a year, %s: %.1f s (%.1f s of them working), %d events, peak %.0f MiB\n",
           rich ? "with money" : "short of money", seconds, cpu () - worked, played, peak_mib ());
  count (engine, "metered", "SELECT count (*) FROM resource WHERE charging = 'pay-per-use' AND status = 'active'");
  count (engine, "bill rows of use", "SELECT count (*) FROM bill WHERE type = 5");
  count (engine, "hours", "SELECT coalesce (sum (hours), 0) FROM bill WHERE type = 5");
  count (engine, "orders", "SELECT count (*) FROM \"order\"");
  start = g_get_monotonic_time ();
  checks = tenure_check (tenure_profile_store (engine->profile), NULL, &error);
  g_print ("check: %u faults, %.1f s\n", tenure_check_faults (checks), since (start));
  for (guint i = 0; i < checks->len; i++)
    for (guint f = 0; f < MIN (3, ((TenureCheck *)checks->pdata[i])->faults->len); f++)
      g_print ("  %s\n", (const char *)((TenureCheck *)checks->pdata[i])->faults->pdata[f]);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint)g_ascii_strtoull (argv[1], NULL, 10) : 50000;

  g_test_init (&argc, &argv, NULL); /* the profile of the tests needs it */
  run (n, TRUE);
  run (n, FALSE);
  return 0;
}
