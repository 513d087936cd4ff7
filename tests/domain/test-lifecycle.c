/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked cases of rules 4.4. */
#include "rules-support.h"
#include "tenure-lifecycle.h"

/* GD-37: the last day of grace and of retention for an expiry on 2024-04-30. */
typedef struct
{
  const char *name;
  TenureLevel level;
  const char *grace, *retention;
} Span;

static const Span spans[] = {
  { "GD-37 V0", TENURE_LEVEL_V0, "2024-05-01", "2024-05-02" },
  { "GD-37 V1", TENURE_LEVEL_V1, "2024-05-01", "2024-05-08" },
  { "GD-37 V2", TENURE_LEVEL_V2, "2024-05-01", "2024-05-08" },
  { "GD-37 V3", TENURE_LEVEL_V3, "2024-05-07", "2024-05-14" },
  { "GD-37 V4", TENURE_LEVEL_V4, "2024-05-07", "2024-05-22" },
  { "GD-37 V5", TENURE_LEVEL_V5, "2024-05-07", "2024-05-22" },
  { "GD-37 international", TENURE_LEVEL_INTL, "2024-05-15", "2024-05-30" },
};

static void
test_span (gconstpointer data)
{
  const Span *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  TenureLifeSpan span;

  tenure_life_span (rules_end ("2024-04-30"), row->level, policy, &span);
  g_assert_cmpint (span.grace_end, ==, rules_end (row->grace));
  g_assert_cmpint (span.retention_end, ==, rules_end (row->retention));
  g_assert_cmpint (span.destroyed, ==, span.retention_end + 1);
  g_assert_cmpint (tenure_day_start (tenure_day_of (span.destroyed)), ==, span.destroyed);
}

/* GD-38 and its neighbours: V3, expiry 2024-04-30 23:59:59. */
typedef struct
{
  const char *at;
  TenureLife life;
} Moment;

static const Moment moments[] = {
  { "2024-04-01 12:00:00", TENURE_LIFE_IN_USE },   { "2024-04-30 23:59:59", TENURE_LIFE_IN_USE },
  { "2024-05-01 00:00:00", TENURE_LIFE_EXPIRED },  { "2024-05-07 23:59:59", TENURE_LIFE_EXPIRED },
  { "2024-05-08 00:00:00", TENURE_LIFE_FROZEN },   { "2024-05-14 23:59:59", TENURE_LIFE_FROZEN },
  { "2024-05-15 00:00:00", TENURE_LIFE_RELEASED }, { "2025-01-01 00:00:00", TENURE_LIFE_RELEASED },
};

static void
test_moments (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      TenureLife life = tenure_life_at (rules_end ("2024-04-30"), TENURE_LEVEL_V3, policy, rules_time (moments[i].at));

      g_test_message ("%s", moments[i].at);
      g_assert_cmpstr (tenure_life_name (life), ==, tenure_life_name (moments[i].life));
    }
}

/* No grace at all: frozen with the day after the expiry. */
static void
test_no_grace (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", "grace_days.V0=0 retention_days.V0=0");
  TenureTime expiry = rules_time ("2024-04-30 02:59:59");

  g_assert_cmpint (tenure_life_at (expiry, TENURE_LEVEL_V0, policy, expiry), ==, TENURE_LIFE_IN_USE);
  g_assert_cmpint (tenure_life_at (expiry, TENURE_LEVEL_V0, policy, expiry + 1), ==, TENURE_LIFE_EXPIRED);
  g_assert_cmpint (tenure_life_at (expiry, TENURE_LEVEL_V0, policy, rules_end ("2024-04-30")), ==, TENURE_LIFE_EXPIRED);
  g_assert_cmpint (tenure_life_at (expiry, TENURE_LEVEL_V0, policy, rules_time ("2024-05-01")), ==,
                   TENURE_LIFE_RELEASED);
}

/* GP-31: bought 2024-01-01 for a month, it turns to pay-per-use with the expiry, that is at 2024-02-01 23:59:59. */
static void
test_conversion (void)
{
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);
  TenureDay expiry = tenure_day_add_months (rules_day ("2024-01-01"), 1, 1);

  rules_assert_time (tenure_day_end (expiry), "2024-02-01 23:59:59");
  g_assert_cmpint (tenure_life_at (tenure_day_end (expiry), TENURE_LEVEL_V0, policy, tenure_day_end (expiry)), ==,
                   TENURE_LIFE_IN_USE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lifecycle/%s", spans[i].name);

      g_test_add_data_func (path, &spans[i], test_span);
    }
  g_test_add_func ("/lifecycle/GD-38", test_moments);
  g_test_add_func ("/lifecycle/no grace", test_no_grace);
  g_test_add_func ("/lifecycle/GP-31", test_conversion);
  return g_test_run ();
}
