/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay-per-use: hours charged, channels, arrears with their grace and retention, conversion at expiry and back. */
#include "metered.h"

static gint64
count (Engine *engine, const char *sql)
{
  return engine_number_of (engine, sql, NULL);
}

/* A1-12: no payment, runs at once; each started hour, the first one too. */
static void
test_started_hours (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
  g_autofree char *key = metered_order (engine, "eip", "5_bgp", "ip", 5);
  g_autofree char *status = engine_value (engine, "SELECT status FROM \"order\"", NULL);

  g_assert_nonnull (key);
  g_assert_cmpstr (status, ==, "completed");
  g_assert_cmpint (count (engine, "SELECT expiry IS NULL AND charging = 'pay-per-use' FROM resource"), ==, 1);
  engine_assert_money (engine_balance (engine), "100.00");
  engine_go (engine, "2024-01-10 10:59:59");
  metered_assert_billed (engine, "official", NULL, "0.00");
  engine_go (engine, "2024-01-10 11:00:00");
  g_assert_cmpint (metered_billed (engine, "official", key), ==, 23950000); /* 5 × 0.0479 */
  g_assert_cmpint (metered_billed (engine, "erased", key), ==, 950000);
  metered_assert_billed (engine, "cash", key, "0.23");
  engine_go (engine, "2024-01-10 14:59:59");
  metered_assert_billed (engine, "cash", key, "0.92");
  engine_assert_money (engine_balance (engine), "99.08");
  engine_check (engine);
}

/* The bound disk has its own price. */
static void
test_bound_part (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 100);
  g_autofree char *key = metered_order (engine, "ecs", "s6.small.1", "app", 0);

  engine_go (engine, "2024-01-10 20:00:00");
  metered_assert_billed (engine, "cash", key, "0.70");  /* 10 × 0.07 of 0.0708 */
  metered_assert_billed (engine, "cash", NULL, "1.20"); /* the disk: 10 × 0.05 of 0.05832 */
  engine_check (engine);
}

/* Hours at once are the same as one by one, in every sum. */
static void
test_at_once (void)
{
  g_auto (GStrv) sums = g_new0 (char *, 3);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 300);
      g_autofree char *vpc = engine_buy (engine, "vpc", "net", 1);
      g_auto (GStrv) keys = engine_strv (vpc, NULL);
      TenureSetMode set = { .resources = keys, .mode = TENURE_MODE_AUTO, .months = 1 };
      g_autofree char *rds = metered_order (engine, "rds", "rds.mysql.n1.large.2", "db", 0);
      g_autofree char *package = metered_package (engine, "traffic-package", "10", "gb", 1, NULL);
      g_autofree char *ip = metered_order (engine, "eip", "5_bgp", "ip", 5);

      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &set));
      metered_grant (engine, "V", "voucher", 20);
      for (guint hour = 0; i == 0 && hour < 24 * 40; hour++)
        engine_pass (engine, TENURE_HOUR_SECONDS);
      engine_go (engine, "2024-03-01 00:00:00");
      sums[i] = engine_value (
          engine,
          "SELECT (SELECT group_concat (s, ';') FROM (SELECT resource_id || ' ' || sum (hours) || ' ' || sum "
          "(official) ||"
          " ' ' || sum (cash) || ' ' || sum (voucher) || ' ' || sum (debt) || ' ' || sum (covered) AS s FROM bill"
          " WHERE type = 5 GROUP BY resource_id ORDER BY 1)) || (SELECT group_concat (name || balance) FROM (SELECT"
          " name, balance FROM ledger ORDER BY 1)) || (SELECT group_concat (name || freeze || status || coalesce "
          "(used, "
          "0))"
          " FROM (SELECT * FROM resource ORDER BY id)) || (SELECT coalesce (arrears_since, 0) FROM account WHERE"
          " key = 'demo')",
          NULL);
      engine_check (engine);
    }
  g_assert_cmpstr (sums[0], ==, sums[1]);
}

/* Long runs make few rows; months stay apart. */
static void
test_spans (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  g_autofree char *key = metered_order (engine, "eip", "5_bgp", "ip", 5);

  engine_go (engine, "2024-03-05 12:00:00");
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 21 * 24 + 14 + 29 * 24 + 4 * 24 + 12);
  g_assert_cmpint (count (engine, "SELECT count (*) FROM bill"), ==, 3);
  engine_check (engine);
}

/* A1-12: 代金券 > 现金券 > 储值卡 > balance. */
static void
test_channels (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1);
  g_autofree char *key = NULL;

  metered_grant (engine, "K", "card", 1);
  metered_grant (engine, "X", "flexi", 1);
  metered_grant (engine, "V", "voucher", 1);
  key = metered_order (engine, "rds", "rds.mysql.n1.large.2", "db", 0); /* 0.97 an hour */
  engine_go (engine, "2024-01-10 11:00:00");
  metered_assert_billed (engine, "voucher", key, "0.97");
  engine_go (engine, "2024-01-10 12:00:00");
  metered_assert_billed (engine, "voucher", key, "1.00");
  metered_assert_billed (engine, "flexi", key, "0.94");
  engine_go (engine, "2024-01-10 15:00:00");
  metered_assert_billed (engine, "flexi", key, "1.00");
  metered_assert_billed (engine, "card", key, "1.00");
  metered_assert_billed (engine, "cash", key, "1.00");
  metered_assert_billed (engine, "debt", key, "0.85");
  engine_assert_money (metered_owed (engine), "0.85");
  engine_check (engine);
}

/* A1-12, rules 4.4: V3 has one day of grace and seven of retention; money in time ends it. */
static void
test_arrears (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 2);
  g_autofree char *key = metered_order (engine, "rds", "rds.mysql.n1.large.2", "db", 0);
  g_autofree char *freeze = NULL;

  engine_go (engine, "2024-01-10 12:30:00");
  g_assert_cmpint (count (engine, "SELECT arrears_since IS NULL FROM account WHERE key = 'demo'"), ==, 1);
  engine_go (engine, "2024-01-11 12:59:59");
  engine_assert_time (count (engine, "SELECT arrears_since FROM account WHERE key = 'demo'"), "2024-01-10 13:00:00");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource WHERE freeze = 'arrears'"), ==, 0);
  engine_go (engine, "2024-01-11 13:00:00");
  freeze = engine_value (engine, "SELECT freeze FROM resource WHERE key = ?1", key);
  g_assert_cmpstr (freeze, ==, "arrears");
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 27);
  g_assert_cmpint (count (engine, "SELECT count (*) FROM event WHERE kind = 'charge'"), ==, 0);
  engine_go (engine, "2024-01-15 13:20:00");
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 27); /* stopped: nothing more is charged */
  engine_assert_money (metered_owed (engine), "24.19");
  metered_top_up (engine, 20);
  engine_assert_money (metered_owed (engine), "4.19");
  engine_assert_money (engine_balance (engine), "0.00");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource WHERE freeze = 'arrears'"), ==, 1);
  engine_check (engine);
  metered_top_up (engine, 10);
  engine_assert_money (engine_balance (engine), "5.81");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource WHERE freeze = 'none'"), ==, 1);
  engine_go (engine, "2024-01-15 15:00:00");
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 29);
  engine_assert_money (engine_balance (engine), "3.87");
  engine_check (engine);
}

/* … and none ends the resource, but not the debt. */
static void
test_released (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 2);
  g_autofree char *key = metered_order (engine, "rds", "rds.mysql.n1.large.2", "db", 0);
  g_autofree char *status = NULL;

  engine_go (engine, "2024-01-18 12:59:59");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource WHERE status = 'active'"), ==, 1);
  engine_go (engine, "2024-01-18 13:00:00");
  status = engine_value (engine, "SELECT status FROM resource WHERE key = ?1", key);
  g_assert_cmpstr (status, ==, "released");
  engine_assert_money (metered_owed (engine), "24.19");
  engine_check (engine);
  metered_top_up (engine, 30);
  engine_assert_money (metered_owed (engine), "0.00");
  engine_check (engine);
}

/* V0 has no grace. */
static void
test_no_grace (void)
{
  g_autoptr (Engine) engine = engine_new ("2024-01-10 10:00:00", 2, TRUE, TENURE_LEVEL_V0);
  g_autofree char *key = metered_order (engine, "rds", "rds.mysql.n1.large.2", "db", 0);

  engine_go (engine, "2024-01-10 20:00:00");
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 3);
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource WHERE freeze = 'arrears'"), ==, 1);
  engine_go (engine, "2024-01-11 13:00:00");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource WHERE status = 'released'"), ==, 1);
  engine_check (engine);
}

static void
test_refused (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1);
  TenurePlaceOrder order = { .offer = (char *)"vpc",
                             .spec = (char *)"standard",
                             .region = (char *)"cn-north-4",
                             .name = (char *)"n",
                             .quantity = 1,
                             .agreed = TRUE,
                             .pay_per_use = TRUE };
  g_autofree char *key = NULL;

  engine_refused (engine, TENURE_COMMAND_ORDER, &order, "order.not-pay-per-use");
  order.offer = (char *)"rds";
  order.spec = (char *)"rds.mysql.n1.large.2";
  order.auto_renew = TRUE;
  engine_refused (engine, TENURE_COMMAND_ORDER, &order, "order.pay-per-use-renews");
  order.auto_renew = FALSE;
  order.starts = engine->now + 1;
  engine_refused (engine, TENURE_COMMAND_ORDER, &order, "order.starts-package");
  order.starts = 0;
  key = metered_order (engine, "rds", "rds.mysql.n1.large.2", "db", 0);
  engine_go (engine, "2024-01-10 13:00:00");
  engine_refused (engine, TENURE_COMMAND_ORDER, &order, "account.arrears");
}

/* GP-31: bought 2024-01-01 for a month, to pay-per-use: it goes on by the hour, the bound disk too, with an order that
 * says so. */
static void
test_conversion (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-01 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_autofree char *type = NULL;

  engine_assert_expiry (engine, key, "2024-02-01 23:59:59");
  metered_set_mode (engine, key, TENURE_MODE_TO_PPU);
  engine_go (engine, "2024-02-01 23:59:59");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource WHERE charging = 'period'"), ==, 2);
  engine_go (engine, "2024-02-02 00:00:00");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource WHERE charging = 'pay-per-use' AND expiry IS NULL"),
                   ==, 2);
  type = engine_value (engine, "SELECT type || status || source_type FROM \"order\" ORDER BY id DESC LIMIT 1", NULL);
  g_assert_cmpstr (type, ==, "10completed8");
  engine_check (engine);
  engine_go (engine, "2024-02-02 10:00:00");
  metered_assert_billed (engine, "cash", key, "0.70");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM event WHERE kind IN ('expire', 'freeze', 'release')"), ==, 0);
  engine_check (engine);
}

/* The others expire as before; so does what is frozen. */
static void
test_no_conversion (void)
{
  static const TenureMode modes[] = { TENURE_MODE_MANUAL, TENURE_MODE_NO_RENEWAL };

  for (guint i = 0; i <= G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-01 10:30:00", 1000);
      g_autofree char *key = engine_buy (engine, "eip", "ip", 1);

      metered_set_mode (engine, key, i < G_N_ELEMENTS (modes) ? modes[i] : TENURE_MODE_TO_PPU);
      if (i == G_N_ELEMENTS (modes))
        engine_sql (engine, "UPDATE resource SET freeze = 'violation'");
      engine_go (engine, "2024-02-02 10:00:00");
      g_assert_cmpint (count (engine, "SELECT count (*) FROM resource WHERE charging = 'period'"), ==, 1);
      g_assert_cmpint (count (engine, "SELECT count (*) FROM event WHERE kind = 'freeze'"), ==, 1);
      engine_check (engine);
    }
}

static TenureOutcome *
to_period (Engine *engine, const char *key, int months, gboolean pay, gboolean automatic)
{
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureToPeriod params = { .resources = keys, .months = months, .auto_renew = automatic, .pay = pay };

  return engine_do (engine, TENURE_COMMAND_TO_PERIOD, &params);
}

/* 按需转包周期, paid at once: the hours up to now, then the period. */
static void
test_to_period (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  g_autofree char *key = metered_order (engine, "ecs", "s6.small.1", "app", 0);
  g_autofree char *mode = NULL;

  engine_go (engine, "2024-01-12 15:20:00");
  tenure_outcome_unref (to_period (engine, key, 1, TRUE, TRUE));
  engine_assert_expiry (engine, key, "2024-02-12 23:59:59");
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 54); /* 10:00 … 15:20, the started hour included */
  engine_assert_money (engine_balance (engine), "931.52");         /* 1000 − 62.00 − 54 × 0.07 − 54 × 0.05 */
  mode = engine_value (engine, "SELECT mode || charging FROM resource WHERE key = ?1", key);
  g_assert_cmpstr (mode, ==, "autoperiod");
  engine_check (engine);
  engine_go (engine, "2024-02-20 00:00:00");
  engine_assert_expiry (engine, key, "2024-03-12 23:59:59");
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 54);
  engine_check (engine);
}

/* … and waiting: it is metered until the order is paid, which holds it meanwhile. */
static void
test_to_period_later (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  g_autofree char *key = metered_order (engine, "eip", "5_bgp", "ip", 5);
  g_autoptr (TenureOutcome) waiting = to_period (engine, key, 1, FALSE, FALSE);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureToPeriod again = { .resources = keys, .months = 1 };

  engine_refused (engine, TENURE_COMMAND_TO_PERIOD, &again, "resource.unpaid-order");
  engine_go (engine, "2024-01-10 18:30:00");
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 8);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = waiting->orders }));
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 9);
  engine_assert_expiry (engine, key, "2024-02-10 23:59:59");
  engine_refused (engine, TENURE_COMMAND_TO_PERIOD, &again, "to-period.not-metered");
  engine_check (engine);
}

/* What waits too long lapses, and it is metered as ever. */
static void
test_to_period_lapses (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:00:00", 1000);
  g_autofree char *key = metered_order (engine, "eip", "5_bgp", "ip", 5);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureToPeriod bad = { .resources = keys, .months = 11 };

  tenure_outcome_unref (to_period (engine, key, 1, FALSE, FALSE));
  engine_go (engine, "2024-01-17 12:00:00");
  engine_refused (engine, TENURE_COMMAND_TO_PERIOD, &bad, "order.duration");
  g_assert_cmpint (metered_billed (engine, "hours", key), ==, 7 * 24 + 2);
  engine_check (engine);
}

/* Orders and refunds stand on the bill too. */
static void
test_bill (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureRenew renew = { .resources = keys, .months = 1, .pay = TRUE };
  TenureUnsubscribe give = { .resources = keys, .reason = 1, .agreed = TRUE };
  g_autofree char *rows = NULL;

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &renew));
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &give));
  engine_go (engine, "2024-01-20 00:00:00");
  rows = engine_value (engine, "SELECT group_concat (type || ':' || (official / 100000000), ' ') FROM bill", NULL);
  g_assert_cmpstr (rows, ==, "1:10 2:10 4:-20");
  engine_check (engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metering/A1-12-started-hours", test_started_hours);
  g_test_add_func ("/metering/A1-12-bound-part", test_bound_part);
  g_test_add_func ("/metering/at-once", test_at_once);
  g_test_add_func ("/metering/spans", test_spans);
  g_test_add_func ("/metering/A1-12-channels", test_channels);
  g_test_add_func ("/metering/A1-12-arrears", test_arrears);
  g_test_add_func ("/metering/A1-12-released", test_released);
  g_test_add_func ("/metering/A1-12-no-grace", test_no_grace);
  g_test_add_func ("/metering/A1-12-refused", test_refused);
  g_test_add_func ("/metering/GP-31-conversion", test_conversion);
  g_test_add_func ("/metering/no-conversion", test_no_conversion);
  g_test_add_func ("/metering/to-period", test_to_period);
  g_test_add_func ("/metering/to-period-later", test_to_period_later);
  g_test_add_func ("/metering/to-period-lapses", test_to_period_lapses);
  g_test_add_func ("/metering/bill", test_bill);
  return g_test_run ();
}
