/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked cases of rules 6. */
#include "rules-support.h"
#include "tenure-lifecycle.h"

/* attempts: the first, the last and how many. */
typedef struct
{
  const char *name, *edits, *expiry;
  int lead;
  const char *enabled, *first, *last;
  guint count;
} Row;

#define RETENTION "auto_renewal.retry_through_retention=true"

static const Row rows[] = {
  { "GD-52", NULL, "2024-05-31", 7, NULL, "2024-05-24 03:00:00", "2024-05-31 03:00:00", 8 },
  { "GD-53", NULL, "2024-05-31", 2, NULL, "2024-05-29 03:00:00", "2024-05-31 03:00:00", 3 },
  { "on the expiry day only", NULL, "2024-05-31", 0, NULL, "2024-05-31 03:00:00", "2024-05-31 03:00:00", 1 },
  { "GP-28", NULL, "2024-05-31 02:59:59", 7, "2024-05-31 02:00:00", "2024-05-31 02:00:00", "2024-05-31 02:00:00", 1 },
  { "GP-29", NULL, "2024-05-31", 7, "2024-05-31 10:00:00", "2024-05-31 10:00:00", "2024-05-31 10:00:00", 1 },
  { "at the expiry second", NULL, "2024-05-31", 7, "2024-05-31 23:59:59", "2024-05-31 23:59:59", "2024-05-31 23:59:59",
    1 },
  { "at 03:00 of the expiry day", NULL, "2024-05-31", 7, "2024-05-31 03:00:00", "2024-05-31 03:00:00",
    "2024-05-31 03:00:00", 1 },
  { "a second after 03:00 of the expiry day", NULL, "2024-05-31", 7, "2024-05-31 03:00:01", "2024-05-31 03:00:01",
    "2024-05-31 03:00:01", 1 },
  { "before 03:00, expiring at 03:00", NULL, "2024-05-31 03:00:00", 7, "2024-05-31 02:00:00", "2024-05-31 03:00:00",
    "2024-05-31 03:00:00", 1 },
  { "after 03:00, expiring before 03:00 of the next day", NULL, "2024-06-01 02:00:00", 7, "2024-05-31 10:00:00",
    "2024-05-31 10:00:00", "2024-05-31 10:00:00", 1 },
  { "late, but not on the last day", NULL, "2024-05-31", 7, "2024-05-28 10:00:00", "2024-05-29 03:00:00",
    "2024-05-31 03:00:00", 3 },
  { "late, before 03:00", NULL, "2024-05-31", 7, "2024-05-28 02:59:59", "2024-05-28 03:00:00", "2024-05-31 03:00:00",
    4 },
  { "early", NULL, "2024-05-31", 7, "2024-05-01 10:00:00", "2024-05-24 03:00:00", "2024-05-31 03:00:00", 8 },
  { "early, for an expiry before 03:00", NULL, "2024-05-31 02:00:00", 0, "2024-05-01 10:00:00", NULL, NULL, 0 },
  { "after the expiry", NULL, "2024-05-31", 7, "2024-06-01 00:00:00", NULL, NULL, 0 },
  { "through retention", RETENTION, "2024-05-31", 7, NULL, "2024-05-24 03:00:00", "2024-06-14 03:00:00", 22 },
  { "through retention, at once and then daily", RETENTION, "2024-05-31", 7, "2024-05-31 10:00:00",
    "2024-05-31 10:00:00", "2024-06-14 03:00:00", 15 },
  { "through retention, but switched on after the expiry", RETENTION, "2024-05-31", 7, "2024-06-02 00:00:00", NULL,
    NULL, 0 },
  { "at another hour", "auto_renewal.hour=0", "2024-05-31", 2, NULL, "2024-05-29 00:00:00", "2024-05-31 00:00:00", 3 },
};

static TenureTime
attempt (const GArray *attempts, guint index)
{
  return g_array_index (attempts, TenureTime, index);
}

/* The next attempt after each moment is the one that the list has there. */
static void
check_next (const Row *row, const TenurePolicy *policy, const GArray *attempts)
{
  TenureTime expiry = rules_end (row->expiry), enabled = rules_time (row->enabled), after = TENURE_TIME_UNKNOWN;

  for (guint i = 0; i < attempts->len; i++)
    {
      TenureTime at = attempt (attempts, i);

      g_assert_cmpint (tenure_auto_next (expiry, row->lead, enabled, after, TENURE_LEVEL_V3, policy), ==, at);
      g_assert_cmpint (tenure_auto_next (expiry, row->lead, enabled, at - 1, TENURE_LEVEL_V3, policy), ==, at);
      after = at;
    }
  g_assert_cmpint (tenure_auto_next (expiry, row->lead, enabled, after, TENURE_LEVEL_V3, policy), ==,
                   TENURE_TIME_UNKNOWN);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", row->edits);
  g_autoptr (GArray) attempts =
      tenure_auto_attempts (rules_end (row->expiry), row->lead, rules_time (row->enabled), TENURE_LEVEL_V3, policy);

  g_assert_cmpuint (attempts->len, ==, row->count);
  if (row->count > 0)
    {
      rules_assert_time (attempt (attempts, 0), row->first);
      rules_assert_time (attempt (attempts, attempts->len - 1), row->last);
    }
  for (guint i = 2; i < attempts->len; i++)
    g_assert_cmpint (attempt (attempts, i) - attempt (attempts, i - 1), ==, TENURE_DAY_SECONDS);
  check_next (row, policy, attempts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/autorenew/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
