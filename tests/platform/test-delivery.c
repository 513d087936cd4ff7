/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries that fail, wholly or in part (A1-14; rules 2.3, 3.3). */
#include "metered.h"

static TenureOutcome *
place (Engine *engine, const char *offer, const char *spec, int quantity)
{
  TenurePlaceOrder order = { .offer = (char *)offer,
                             .spec = (char *)spec,
                             .region = (char *)"cn-north-4",
                             .name = (char *)"n",
                             .months = 1,
                             .quantity = quantity,
                             .agreed = TRUE };

  return engine_do (engine, TENURE_COMMAND_ORDER, &order);
}

static void
tell (Engine *engine, const char *order, const char *line)
{
  g_auto (GStrv) lines = line == NULL ? NULL : engine_strv (line, NULL);
  TenureTellFailure params = { .order = (char *)order, .lines = lines };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_TELL_FAILURE, &params));
}

static gint64
count (Engine *engine, const char *sql)
{
  return engine_number_of (engine, sql, NULL);
}

/* One of two servers: it goes with its disk; the other one runs and can be given back within its five days. */
static void
test_part (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autoptr (TenureOutcome) placed = place (engine, "ecs", "s6.small.1", 2);
  TenurePay pay = { .orders = placed->orders };
  g_autofree char *kept = NULL;
  g_auto (GStrv) keys = NULL;
  TenureUnsubscribe give = { .reason = 1, .agreed = TRUE };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &pay));
  tell (engine, engine_number (placed), "4"); /* the disk of the second: both of its lines */
  engine_pass (engine, 4);
  g_assert_cmpint (count (engine, "SELECT failed FROM \"order\" WHERE type = 1 AND status = 'completed'"), ==, 2);
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource"), ==, 2);
  g_assert_cmpint (count (engine, "SELECT count (*) FROM \"order\" WHERE type = 4 AND source_type = 8"), ==, 1);
  engine_assert_money (count (engine, "SELECT cash FROM \"order\" WHERE type = 4"), "62.00");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM quota"), ==, 0);
  engine_check (engine);
  engine_go (engine, "2024-01-11 10:30:04");
  engine_assert_money (engine_balance (engine), "938.00");
  engine_check (engine);
  kept = engine_value (engine, "SELECT key FROM resource WHERE main_id IS NULL", NULL);
  give.resources = keys = engine_strv (kept, NULL);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &give));
  g_assert_cmpint (count (engine, "SELECT used FROM quota"), ==, 1);
  engine_check (engine);
}

/* All of it, paid with a voucher: it comes back whole. */
static void
test_whole (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autoptr (TenureOutcome) placed = NULL;
  TenurePay pay = { .voucher = (char *)"V" };

  metered_grant (engine, "V", "voucher", 6);
  placed = place (engine, "vpc", "standard", 1);
  pay.orders = placed->orders;
  tell (engine, engine_number (placed), NULL); /* before it is paid: four seconds are short */
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &pay));
  engine_assert_money (engine_balance (engine), "996.00");
  engine_pass (engine, 4);
  g_assert_cmpint (count (engine, "SELECT count (*) FROM resource"), ==, 0);
  engine_go (engine, "2024-01-11 10:30:04");
  engine_assert_money (engine_balance (engine), "1000.00");
  engine_assert_money (count (engine, "SELECT remaining FROM coupon"), "6.00");
  g_assert_cmpint (count (engine, "SELECT count (*) FROM \"order\" WHERE status = 'completed'"), ==, 2);
  engine_check (engine);
}

/* A voucher that has expired by then is lost, and never becomes money (rules 1.5). */
static void
test_voucher_expired (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autoptr (TenureOutcome) placed = NULL;
  TenurePay pay = { .voucher = (char *)"V" };

  metered_grant (engine, "V", "voucher", 6);
  placed = place (engine, "vpc", "standard", 1);
  pay.orders = placed->orders;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &pay));
  tell (engine, engine_number (placed), NULL);
  engine_pass (engine, 4);
  engine_sql (engine, "UPDATE coupon SET expiry = 1704900000");
  engine_go (engine, "2024-01-12 00:00:00");
  engine_assert_money (engine_balance (engine), "1000.00");
  engine_assert_money (count (engine, "SELECT remaining FROM coupon"), "0.00");
}

static void
test_refused (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autoptr (TenureOutcome) placed = place (engine, "vpc", "standard", 1);
  g_auto (GStrv) lines = engine_strv ("2", NULL);
  TenureTellFailure params = { .order = (char *)engine_number (placed), .lines = lines };

  engine_refused (engine, TENURE_COMMAND_TELL_FAILURE, &params, "tell-failure.line");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = placed->orders }));
  params.lines = NULL;
  engine_refused (engine, TENURE_COMMAND_TELL_FAILURE, &params, "tell-failure.status");
}

static void
test_practice (void)
{
  g_autoptr (Engine) engine = engine_new ("2024-01-10 10:30:00", 1000, FALSE, TENURE_LEVEL_V3);
  g_autoptr (TenureOutcome) placed = place (engine, "vpc", "standard", 1);
  TenureTellFailure params = { .order = (char *)engine_number (placed) };

  engine_refused (engine, TENURE_COMMAND_TELL_FAILURE, &params, "tell-failure.practice");
}

/* A1-16: the customer is told. */
static void
test_told (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autoptr (TenureOutcome) placed = place (engine, "vpc", "standard", 1);
  TenurePay pay = { .orders = placed->orders };

  engine_sql (engine, "UPDATE account SET phone = '13800000000', email = 'a@example.org'");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &pay));
  tell (engine, engine_number (placed), NULL);
  engine_pass (engine, 4);
  g_assert_cmpint (count (engine, "SELECT count (*) FROM message WHERE template = 'order.failed'"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delivery/A1-14-part", test_part);
  g_test_add_func ("/delivery/A1-14-whole", test_whole);
  g_test_add_func ("/delivery/A1-14-voucher-expired", test_voucher_expired);
  g_test_add_func ("/delivery/A1-14-refused", test_refused);
  g_test_add_func ("/delivery/A1-14-practice", test_practice);
  g_test_add_func ("/delivery/A1-16-told", test_told);
  return g_test_run ();
}
