/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What falls due by itself: expiry, freeze, release, lapse, automatic renewal; consent and the clock. */
#include "engine.h"

static void
set_auto (Engine *engine, const char *key, int months, int times)
{
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureSetMode set = { .resources = keys, .mode = TENURE_MODE_AUTO, .months = months, .times = times };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &set));
}

static gint64
journal_count (Engine *engine, const char *kind)
{
  return engine_number_of (engine, "SELECT count (*) FROM journal WHERE kind = ?1 AND actor = 'system'", kind);
}

/* GD-38: V3 has 7 days of grace and 7 of retention; bound parts go along. */
static void
test_life (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-03-30 08:00:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);

  engine_assert_expiry (engine, key, "2024-04-30 23:59:59");
  engine_go (engine, "2024-04-30 23:59:59");
  g_assert_cmpint (journal_count (engine, "resource.expired"), ==, 0);
  engine_go (engine, "2024-05-01 00:00:00");
  g_assert_cmpint (journal_count (engine, "resource.expired"), ==, 1);
  engine_go (engine, "2024-05-07 23:59:59");
  g_assert_cmpint (journal_count (engine, "resource.frozen"), ==, 0);
  engine_go (engine, "2024-05-14 23:59:59");
  g_assert_cmpint (journal_count (engine, "resource.frozen"), ==, 1);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE status = 'active'", NULL), ==, 2);
  engine_go (engine, "2024-05-15 00:00:00");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE status = 'released'", NULL), ==, 2);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM event", NULL), ==, 0);
  engine_check (engine);
}

/* A year at once is the same as a year in steps. */
static void
test_at_once (void)
{
  g_auto (GStrv) dumps = g_new0 (char *, 3);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-31 08:00:00", 73);
      g_autofree char *key = engine_buy (engine, "vpc", "net", 1);

      set_auto (engine, key, 1, 0);
      for (guint day = 0; i == 0 && day < 400; day++)
        engine_pass (engine, TENURE_DAY_SECONDS);
      engine_go (engine, "2025-05-01 00:00:00");
      dumps[i] = engine_value (engine,
                               "SELECT group_concat (at || kind || actor, '|') FROM"
                               " (SELECT at, kind, actor FROM journal WHERE actor = 'system' ORDER BY id)",
                               NULL);
      engine_check (engine);
    }
  g_assert_cmpstr (dumps[0], ==, dumps[1]);
}

/* GD-52: 03:00 seven days before; the balance runs short, each day is tried again, money in time helps (rules 6). */
static void
test_auto_renewal (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-04-30 10:30:00", 20);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);

  set_auto (engine, key, 1, 0);
  engine_assert_expiry (engine, key, "2024-05-30 23:59:59");
  engine_go (engine, "2024-05-23 02:59:59");
  engine_assert_money (engine_balance (engine), "10.00");
  engine_go (engine, "2024-05-23 03:00:00");
  engine_assert_money (engine_balance (engine), "0.00");
  engine_assert_expiry (engine, key, "2024-06-30 23:59:59");
  engine_assert_time (engine_number_of (engine, "SELECT due FROM event WHERE kind = 'auto-renew'", NULL),
                      "2024-06-23 03:00:00");
  engine_go (engine, "2024-06-25 04:00:00");
  g_assert_cmpint (journal_count (engine, "auto-renewal.failed"), ==, 3);
  engine_assert_expiry (engine, key, "2024-06-30 23:59:59");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM \"order\" WHERE status = 'unpaid'", NULL), ==, 0);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_TOP_UP, &(TenureTopUp){ .amount = 10 * TENURE_MONEY_ONE }));
  engine_go (engine, "2024-06-26 03:00:00");
  engine_assert_expiry (engine, key, "2024-07-30 23:59:59");
  g_assert_cmpint (
      engine_number_of (engine, "SELECT count (*) FROM \"order\" WHERE source_type = 8 AND type = 2", NULL), ==, 2);
  engine_check (engine);
}

/* GD-52: eight attempts and no more, the last one on the day of expiry. */
static void
test_attempts (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-04-30 10:30:00", 10);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);

  set_auto (engine, key, 1, 0);
  engine_go (engine, "2024-05-30 23:59:59");
  g_assert_cmpint (journal_count (engine, "auto-renewal.failed"), ==, 8);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM event WHERE kind = 'auto-renew'", NULL), ==, 0);
  engine_check (engine);
}

/* GD-55: the last time makes it manual. */
static void
test_count (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_autofree char *mode = NULL;

  set_auto (engine, key, 1, 2);
  engine_go (engine, "2024-02-03 03:00:00");
  g_assert_cmpint (engine_number_of (engine, "SELECT auto_left FROM resource WHERE key = ?1", key), ==, 1);
  engine_go (engine, "2024-03-03 03:00:00");
  engine_assert_expiry (engine, key, "2024-04-10 23:59:59");
  mode = engine_value (engine, "SELECT mode FROM resource WHERE key = ?1", key);
  g_assert_cmpstr (mode, ==, "manual");
  engine_go (engine, "2024-04-09 00:00:00");
  engine_assert_expiry (engine, key, "2024-04-10 23:59:59");
  engine_check (engine);
}

/* A1-18: an attempt that meets an unpaid order fails with that reason and is made again the next day. */
static void
test_meets_order (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureRenew renew = { .resources = keys, .months = 2 };
  g_autoptr (TenureOutcome) waiting = NULL;
  g_autofree char *reason = NULL;

  set_auto (engine, key, 1, 0);
  engine_go (engine, "2024-02-02 12:00:00");
  waiting = engine_do (engine, TENURE_COMMAND_RENEW, &renew);
  engine_go (engine, "2024-02-03 03:00:00");
  reason = engine_value (engine, "SELECT body ->> 'rule' FROM journal WHERE kind = 'auto-renewal.failed'", NULL);
  g_assert_cmpstr (reason, ==, "resource.unpaid-order");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = waiting->orders }));
  engine_go (engine, "2024-02-04 03:00:00");
  engine_assert_expiry (engine, key, "2024-03-10 23:59:59");
  engine_check (engine);
}

/* GP-29: switched on after 03:00 of the day of expiry, it is made at once; GP-30: a manual renewal leaves the period.
 */
static void
test_too_late (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);

  engine_go (engine, "2024-02-10 10:00:00");
  set_auto (engine, key, 1, 0);
  engine_pass (engine, 0);
  engine_assert_expiry (engine, key, "2024-03-10 23:59:59");
  g_assert_cmpint (engine_number_of (engine, "SELECT auto_months FROM resource WHERE key = ?1", key), ==, 1);
  engine_check (engine);
}

/* A resource that is released takes the order that waited for its renewal along (rules 8.2). */
static void
test_release_with_order (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-03-30 08:00:00", 1000);
  g_autofree char *one = engine_buy (engine, "vpc", "one", 1);
  g_autofree char *two = engine_buy (engine, "vpc", "two", 2);
  g_auto (GStrv) keys = engine_strv (one, two, NULL);
  TenureRenew renew = { .resources = keys, .months = 1 };

  engine_go (engine, "2024-05-12 08:00:00");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &renew));
  engine_go (engine, "2024-05-15 00:00:00");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM \"order\" WHERE status = 'cancelled'", NULL), ==,
                   3);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE open_order_id IS NOT NULL", NULL),
                   ==, 0);
  engine_check (engine);
}

/* More than forty days on a profile that is not for practice wait for consent; reading never settles. */
static void
test_consent (void)
{
  g_autoptr (Engine) engine = engine_new ("2024-01-10 10:30:00", 100, FALSE, TENURE_LEVEL_V3);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  engine_assert_time (tenure_embedded_next_due (engine->platform), "2024-02-11 00:00:00");
  before = engine_dump (engine);
  engine_go (engine, "2024-03-22 00:00:01");
  after = engine_dump (engine);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (tenure_embedded_waiting (engine->platform), ==, 1);
  tenure_embedded_consent (engine->platform);
  engine_pass (engine, 0);
  g_assert_cmpuint (tenure_embedded_waiting (engine->platform), ==, 0);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE status = 'released'", NULL), ==, 1);
  engine_check (engine);
}

/* A clock that lies before what was settled does nothing. */
static void
test_clock_behind (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  engine_go (engine, "2024-02-12 00:00:00");
  g_assert_false (tenure_embedded_clock_behind (engine->platform));
  before = engine_dump (engine);
  engine_go (engine, "2024-02-10 00:00:00");
  after = engine_dump (engine);
  g_assert_true (tenure_embedded_clock_behind (engine->platform));
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/GD-38-life", test_life);
  g_test_add_func ("/events/at-once", test_at_once);
  g_test_add_func ("/events/GD-52-auto-renewal", test_auto_renewal);
  g_test_add_func ("/events/GD-52-attempts", test_attempts);
  g_test_add_func ("/events/GD-55-count", test_count);
  g_test_add_func ("/events/A1-18-meets-order", test_meets_order);
  g_test_add_func ("/events/GP-29-too-late", test_too_late);
  g_test_add_func ("/events/release-with-order", test_release_with_order);
  g_test_add_func ("/events/consent", test_consent);
  g_test_add_func ("/events/clock-behind", test_clock_behind);
  return g_test_run ();
}
