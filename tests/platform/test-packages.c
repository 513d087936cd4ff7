/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packages (套餐包): draw-down, order of use, a later start, renewal, states. */
#include "metered.h"

static gint64
used (Engine *engine, const char *key)
{
  return engine_number_of (engine, "SELECT used FROM resource WHERE key = ?1", key);
}

/* A1-13: 10 GB at 0.25 GB an hour cover 40 hours, then the hours cost money. */
static void
test_draw_down (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 100);
  g_autofree char *package = metered_package (engine, "traffic-package", "10", "gb", 1, NULL);
  g_autofree char *ip = metered_order (engine, "eip", "5_bgp", "ip", 5);

  engine_assert_expiry (engine, package, "2024-02-10 23:59:59");
  engine_go (engine, "2024-01-10 14:00:00");
  g_assert_cmpint (used (engine, package), ==, TENURE_MONEY_ONE);
  metered_assert_billed (engine, "official", ip, "0.00");
  engine_go (engine, "2024-01-12 02:00:00");
  g_assert_cmpint (used (engine, package), ==, 10 * TENURE_MONEY_ONE);
  engine_assert_money (engine_balance (engine), "92.50");
  engine_go (engine, "2024-01-12 04:00:00");
  metered_assert_billed (engine, "cash", ip, "0.46");
  g_assert_cmpint (metered_billed (engine, "covered", ip), ==, 10 * TENURE_MONEY_ONE);
  engine_check (engine);
}

/* What ends first is used first; another service draws on neither. */
static void
test_order_of_use (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  g_autofree char *late = metered_package (engine, "traffic-package", "10", "late", 2, NULL);
  g_autofree char *early = metered_package (engine, "traffic-package", "10", "early", 1, NULL);
  g_autofree char *other = metered_package (engine, "obs-package", "40", "obs", 1, NULL);
  g_autofree char *ip = metered_order (engine, "eip", "5_bgp", "ip", 5);

  engine_go (engine, "2024-01-11 10:00:00");
  g_assert_cmpint (used (engine, early), ==, 6 * TENURE_MONEY_ONE);
  g_assert_cmpint (used (engine, late), ==, 0);
  engine_go (engine, "2024-01-12 12:00:00");
  g_assert_cmpint (used (engine, early), ==, 10 * TENURE_MONEY_ONE);
  g_assert_cmpint (used (engine, late), ==, TENURE_MONEY_ONE * 5 / 2);
  g_assert_cmpint (used (engine, other), ==, 0);
  metered_assert_billed (engine, "cash", ip, "0.00");
  engine_check (engine);
}

/* A1-13: bought on top of another with a later date: 未生效 until then. */
static void
test_later_start (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  g_autofree char *package = metered_package (engine, "traffic-package", "10", "gb", 1, "2024-01-15 00:00:00");
  g_autofree char *ip = metered_order (engine, "eip", "5_bgp", "ip", 5);

  engine_assert_expiry (engine, package, "2024-02-15 23:59:59");
  engine_assert_time (engine_number_of (engine, "SELECT start FROM resource WHERE key = ?1", package),
                      "2024-01-15 00:00:00");
  engine_check (engine);
  engine_go (engine, "2024-01-15 00:00:00");
  g_assert_cmpint (used (engine, package), ==, 0);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM journal WHERE kind = 'package.started'", NULL), ==,
                   1);
  engine_go (engine, "2024-01-15 04:00:00");
  g_assert_cmpint (used (engine, package), ==, TENURE_MONEY_ONE);
  engine_check (engine);
}

static void
test_starts_refused (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  TenurePlaceOrder order = { .offer = (char *)"traffic-package",
                             .spec = (char *)"10",
                             .region = (char *)"cn-north-4",
                             .name = (char *)"n",
                             .months = 1,
                             .quantity = 1,
                             .agreed = TRUE };

  order.starts = engine->now;
  engine_refused (engine, TENURE_COMMAND_ORDER, &order, "order.starts-past");
  order.starts = 0;
  order.pay_per_use = TRUE;
  engine_refused (engine, TENURE_COMMAND_ORDER, &order, "order.not-pay-per-use");
}

/* A renewal adds what its months hold when they begin. */
static void
test_renewal (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  g_autofree char *package = metered_package (engine, "traffic-package", "10", "gb", 1, NULL);
  g_auto (GStrv) keys = engine_strv (package, NULL);
  TenureRenew renew = { .resources = keys, .months = 2, .pay = TRUE };
  const char *capacity = "SELECT capacity / 100000000 FROM resource WHERE key = ?1";

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &renew));
  engine_assert_expiry (engine, package, "2024-04-10 23:59:59");
  engine_go (engine, "2024-02-10 23:59:59");
  g_assert_cmpint (engine_number_of (engine, capacity, package), ==, 10);
  engine_go (engine, "2024-02-11 00:00:00");
  g_assert_cmpint (engine_number_of (engine, capacity, package), ==, 30);
  engine_check (engine);
}

/* A renewal period that was given back adds nothing. */
static void
test_renewal_given_back (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  g_autofree char *package = metered_package (engine, "traffic-package", "10", "gb", 1, NULL);
  g_auto (GStrv) keys = engine_strv (package, NULL);
  TenureRenew renew = { .resources = keys, .months = 2, .pay = TRUE };
  TenureUnsubscribeRenewals back = { .resources = keys };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &renew));
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back));
  engine_go (engine, "2024-02-11 00:00:00");
  g_assert_cmpint (engine_number_of (engine, "SELECT capacity / 100000000 FROM resource WHERE key = ?1", package), ==,
                   10);
  engine_check (engine);
}

/* Expired: its last hour is covered, the next one is not; then it is released like any other. */
static void
test_expiry (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  g_autofree char *package = metered_package (engine, "traffic-package", "1000", "gb", 1, NULL);
  g_autofree char *ip = metered_order (engine, "eip", "5_bgp", "ip", 5);
  gint64 drawn;

  engine_go (engine, "2024-02-11 00:00:00");
  drawn = used (engine, package);
  g_assert_cmpint (drawn, ==, (31 * 24 + 14) * TENURE_MONEY_ONE / 4);
  metered_assert_billed (engine, "cash", ip, "0.00");
  engine_go (engine, "2024-02-11 02:00:00");
  metered_assert_billed (engine, "cash", ip, "0.46");
  engine_go (engine, "2024-03-01 02:00:00");
  g_assert_cmpint (used (engine, package), ==, drawn);
  g_assert_cmpint (engine_number_of (engine, "SELECT status = 'released' FROM resource WHERE key = ?1", package), ==,
                   1);
  engine_check (engine);
}

/* The check sees what should not be. */
static void
test_check (void)
{
  static const char *const faults[] = {
    "UPDATE resource SET used = used - 1 WHERE charging = 'package'",
    "UPDATE draw SET amount = amount + 1",
    "UPDATE bill SET covered = covered - 1 WHERE covered > 0",
    "UPDATE bill SET cash = cash + 1, official = official + 1 WHERE type = 5 AND cash > 0",
    "UPDATE bill SET cash = cash + 1, official = official + 1 WHERE type = 1",
    "DELETE FROM bill WHERE type = 1",
    "DELETE FROM event WHERE kind = 'charge'",
    "UPDATE account SET arrears_since = 7",
    "UPDATE bill SET start = start - 3600, hours = hours + 1 WHERE type = 5 AND id = (SELECT max (id) FROM bill)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
      g_autofree char *package = metered_package (engine, "traffic-package", "10", "gb", 1, NULL);
      g_autofree char *ip = metered_order (engine, "eip", "5_bgp", "ip", 50);
      g_autoptr (GPtrArray) checks = NULL;

      engine_go (engine, "2024-01-10 12:00:00");
      engine_go (engine, "2024-01-11 12:00:00");
      engine_check (engine);
      engine_sql (engine, faults[i]);
      g_test_message ("%s", faults[i]);
      checks = tenure_check (tenure_profile_store (engine->profile), NULL, NULL);
      g_assert_cmpuint (tenure_check_faults (checks), >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packages/A1-13-draw-down", test_draw_down);
  g_test_add_func ("/packages/A1-13-order-of-use", test_order_of_use);
  g_test_add_func ("/packages/A1-13-later-start", test_later_start);
  g_test_add_func ("/packages/A1-13-starts-refused", test_starts_refused);
  g_test_add_func ("/packages/renewal", test_renewal);
  g_test_add_func ("/packages/renewal-given-back", test_renewal_given_back);
  g_test_add_func ("/packages/A1-13-expiry", test_expiry);
  g_test_add_func ("/packages/check", test_check);
  return g_test_run ();
}
