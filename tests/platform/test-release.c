/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Release: what goes, what stays, and who may not (A1-24, rules 7, guide 4.2.6). */
#include "metered.h"

#define GRACE "2024-02-12 10:00:00"

static void
refused (Engine *engine, char **keys, const char *rule)
{
  engine_refused (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = keys }, rule);
}

static char *
status_of (Engine *engine, const char *name)
{
  return engine_value (engine, "SELECT group_concat (status) FROM resource WHERE name GLOB ?1", name);
}

/* The guide's example: the server goes with its bound disk, the network stays. In any tab, in grace and retention. */
static void
test_example (gconstpointer moment)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *net = engine_buy (engine, "vpc", "net", 3), *key = engine_buy (engine, "ecs", "app", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureSetMode mode = { .resources = keys, .mode = TENURE_MODE_NO_RENEWAL };
  g_autoptr (TenureOutcome) done = NULL;
  g_autofree char *app = NULL, *stays = NULL;
  const TenurePlanItem *head, *part;
  TenureMoney balance;

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &mode));
  refused (engine, keys, "release.in-use");
  engine_go (engine, moment);
  balance = engine_balance (engine);
  done = engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = keys });
  g_assert_cmpuint (done->plan->items->len, ==, 2);
  head = done->plan->items->pdata[0];
  part = done->plan->items->pdata[1];
  g_assert_cmpint (head->verb, ==, TENURE_VERB_RELEASE);
  g_assert_cmpstr (part->main_key, ==, key);
  g_assert_cmpstr (tenure_steps_at (head->steps, 0)->rule, ==, "release.for-good");
  g_assert_cmpstr (tenure_steps_at (head->steps, 1)->rule, ==, "release.stays");
  app = status_of (engine, "app*");
  stays = status_of (engine, "net");
  g_assert_cmpstr (app, ==, "released,released");
  g_assert_cmpstr (stays, ==, "active");
  g_assert_cmpint (engine_balance (engine), ==, balance);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM journal WHERE kind = 'resource.released'", NULL),
                   ==, 2);
  refused (engine, keys, "resource.gone");
  engine_check (engine);
}

static const struct
{
  const char *sql, *rule; /* NULL: it is done */
} cases[] = {
  { "UPDATE account SET freeze = 'police'", "account.frozen" },
  { "UPDATE resource SET freeze = 'police' WHERE main_id IS NULL", "resource.police-frozen" },
  { "UPDATE resource SET freeze = 'police' WHERE main_id IS NOT NULL", "resource.police-frozen" },
  { "UPDATE account SET freeze = 'arrears'", NULL },
  { "UPDATE account SET freeze = 'violation'", NULL },
  { "UPDATE resource SET freeze = 'arrears'", NULL },
  { "UPDATE resource SET freeze = 'violation'", NULL },
  { "UPDATE resource SET mode = 'to-pay-per-use'", NULL },
};

static void
test_freezes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
      g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
      g_auto (GStrv) keys = engine_strv (key, NULL);

      g_test_message ("%s", cases[i].sql);
      engine_go (engine, GRACE);
      engine_sql (engine, cases[i].sql);
      if (cases[i].rule != NULL)
        refused (engine, keys, cases[i].rule);
      else
        tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = keys }));
    }
}

/* Not while an order waits or is worked on; the part goes with its main; any number at a time. */
static void
test_orders (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1), *net = engine_buy (engine, "vpc", "net", 1);
  g_autofree char *part = engine_value (engine, "SELECT key FROM resource WHERE main_id IS NOT NULL", NULL);
  g_auto (GStrv) keys = engine_strv (key, NULL), parts = engine_strv (part, NULL), both = engine_strv (key, net, NULL);
  g_autoptr (TenureOutcome) waiting = NULL;
  g_autoptr (TenureOutcome) done = NULL;

  engine_go (engine, GRACE);
  waiting = engine_do (engine, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = keys, .months = 1 });
  refused (engine, keys, "resource.unpaid-order");
  refused (engine, parts, "resource.bound-part");
  engine_sql (engine, "UPDATE \"order\" SET status = 'processing' WHERE status = 'unpaid'");
  refused (engine, keys, "resource.order-in-process");
  engine_sql (engine, "UPDATE \"order\" SET status = 'unpaid' WHERE status = 'processing'");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = waiting->orders }));
  done = engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = both });
  g_assert_cmpuint (done->plan->items->len, ==, 3);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM event", NULL), ==, 0);
  engine_check (engine);
}

/* Pay-per-use has no expiry to wait for: the hour that has begun is charged, then it goes with its bound disk. From
 * 10:30 to 14:20 are the 5 hours from 10:00 on, of 0.23 (5 × 0.0479), and of 0.07 + 0.05 (0.0708; 40 × 0.001458). */
static void
test_pay_per_use (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *ip = metered_order (engine, "eip", "5_bgp", "ip", 5);
  g_autofree char *app = metered_order (engine, "ecs", "s6.small.1", "app", 0);
  g_auto (GStrv) one = engine_strv (ip, NULL), other = engine_strv (app, NULL);
  g_autoptr (TenureOutcome) done = NULL;
  g_autofree char *gone = NULL, *later = NULL;

  engine_go (engine, "2024-01-10 14:20:00");
  done = engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = one });
  g_assert_cmpuint (done->plan->items->len, ==, 1);
  g_assert_cmpstr (tenure_steps_at (((TenurePlanItem *)done->plan->items->pdata[0])->steps, 0)->rule, ==,
                   "release.metered");
  g_assert_cmpint (done->plan->balance_after, ==, engine_balance (engine));
  metered_assert_billed (engine, "cash", ip, "1.15");
  engine_assert_money (engine_balance (engine), "998.37"); /* 4 hours of the server and its disk are charged: 0.48 */
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = other }));
  gone = status_of (engine, "*");
  g_assert_cmpstr (gone, ==, "released,released,released");
  engine_assert_money (engine_balance (engine), "998.25");
  refused (engine, one, "resource.gone");
  engine_go (engine, "2024-03-10 14:20:00");
  later = engine_value (engine, "SELECT sum (hours) FROM bill WHERE type = 5", NULL);
  g_assert_cmpstr (later, ==, "15");
  engine_check (engine);
}

/* What the balance cannot cover of the last hour is owed, as it would be had the hour passed (A1-12); owing does not
 * keep anybody from releasing. */
static void
test_pay_per_use_owes (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1);
  g_autofree char *db = metered_order (engine, "rds", "rds.mysql.n1.large.2", "db", 0); /* 0.97 an hour */
  g_auto (GStrv) keys = engine_strv (db, NULL);

  engine_go (engine, "2024-01-10 11:10:00");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = keys }));
  engine_assert_money (engine_balance (engine), "0.00");
  engine_assert_money (metered_owed (engine), "0.94"); /* 2 × 0.97 − 1.00 */
  engine_go (engine, "2024-02-10 00:00:00");
  engine_assert_money (metered_owed (engine), "0.94");
  metered_top_up (engine, 10);
  engine_assert_money (engine_balance (engine), "9.06");
  engine_check (engine);
}

/* The coupons pay the last hour as they paid those before; the police keeps it. */
static void
test_pay_per_use_coupons (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *db = metered_order (engine, "rds", "rds.mysql.n1.large.2", "db", 0);
  g_auto (GStrv) keys = engine_strv (db, NULL);
  TenureGrantCoupon voucher = { .account = (char *)"demo", .kind = TENURE_COUPON_VOUCHER, .name = (char *)"V" };

  g_assert_true (tenure_money_parse ("20", &voucher.amount, NULL));
  g_assert_true (tenure_time_parse ("2024-12-31 23:59:59", 0, &voucher.expiry, NULL));
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_COUPON, &voucher));
  engine_sql (engine, "UPDATE resource SET freeze = 'police'");
  refused (engine, keys, "resource.police-frozen");
  engine_sql (engine, "UPDATE resource SET freeze = 'none'");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = keys }));
  engine_assert_money (engine_balance (engine), "1000.00");
  metered_assert_billed (engine, "voucher", db, "0.97");
  engine_check (engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/release/A1-24-in-grace", GRACE, test_example);
  g_test_add_data_func ("/release/A1-24-in-retention", "2024-02-20 10:00:00", test_example);
  g_test_add_func ("/release/freezes", test_freezes);
  g_test_add_func ("/release/orders", test_orders);
  g_test_add_func ("/release/A1-12-pay-per-use", test_pay_per_use);
  g_test_add_func ("/release/pay-per-use-owes", test_pay_per_use_owes);
  g_test_add_func ("/release/pay-per-use-coupons", test_pay_per_use_coupons);
  return g_test_run ();
}
