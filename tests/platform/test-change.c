/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change and attach: what they cost, what follows for renewals and refunds, and each refusal (A1-17, rules 3.2, 4.9).
 */
#include "engine.h"

static TenureChange
larger (const char *key, gint64 mbit, gboolean pay)
{
  return (TenureChange){ .resource = (char *)key, .amount = mbit, .pay = pay };
}

static TenureAttach
disk (const char *key)
{
  return (TenureAttach){
    .resource = (char *)key, .offer = (char *)"evs", .name = (char *)"data", .amount = 100, .pay = TRUE
  };
}

static void
do_change (Engine *engine, const TenureChange *change)
{
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CHANGE, change));
  engine_pass (engine, 4);
}

static void
do_attach (Engine *engine, const TenureAttach *attach)
{
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_ATTACH, attach));
  engine_pass (engine, 4);
}

static void
renew (Engine *engine, char **keys)
{
  tenure_outcome_unref (
      engine_do (engine, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = keys, .months = 1, .pay = TRUE }));
}

/* GX-01: 470 → 869 on 18 April of a term from 8 April to 8 May is 262.57; delivered like a purchase. */
static void
test_flavour (void)
{
  g_autoptr (Engine) engine = engine_open ("2023-04-08 09:00:00", 1000);
  g_autofree char *key = engine_buy (engine, "rds", "db", 1);
  TenureChange change = { .resource = key, .spec = (char *)"rds.mysql.n1.xlarge.2" };
  g_autoptr (TenureOutcome) placed = NULL;
  g_autofree char *spec = NULL, *type = NULL;
  const TenurePlanItem *item;

  engine_go (engine, "2023-04-18 10:00:00");
  placed = engine_do (engine, TENURE_COMMAND_CHANGE, &change);
  item = placed->plan->items->pdata[0];
  engine_assert_money (item->due, "262.57");
  g_assert_cmpstr (item->old_value, ==, "rds.mysql.n1.large.2");
  g_assert_cmpstr (item->new_value, ==, "rds.mysql.n1.xlarge.2");
  engine_refused (engine, TENURE_COMMAND_CHANGE, &change, "resource.unpaid-order");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }));
  engine_refused (engine, TENURE_COMMAND_CHANGE, &change, "resource.order-in-process");
  engine_check (engine);
  engine_pass (engine, 4);
  spec = engine_value (engine, "SELECT spec FROM resource WHERE key = ?1", key);
  g_assert_cmpstr (spec, ==, "rds.mysql.n1.xlarge.2");
  type = engine_value (engine, "SELECT type || status FROM \"order\" WHERE key = ?1", engine_number (placed));
  g_assert_cmpstr (type, ==, "3completed");
  engine_assert_expiry (engine, key, "2023-05-08 23:59:59");
  engine_assert_money (engine_balance (engine), "267.43"); /* 1000 − 470 − 262.57 */
  engine_check (engine);
}

/* GD-32: change then renew can be given back, renew then change cannot; the whole resource can, each order for itself.
 */
static void
test_renewals (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 5000);
  g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureUnsubscribeRenewals back = { .resources = keys };
  TenureUnsubscribe all = { .resources = keys, .agreed = TRUE };
  TenureChange change = larger (key, 10, TRUE);
  g_autoptr (TenureOutcome) done = NULL;
  g_autoptr (TenurePlan) plan = NULL;

  do_change (engine, &change);
  renew (engine, keys);
  plan = engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back);
  g_assert_true (tenure_plan_possible (plan));
  change.amount = 20;
  engine_go (engine, "2024-01-16 09:00:00");
  do_change (engine, &change);
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back, "give-back.changed");
  engine_check (engine);
  done = engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &all);
  g_assert_cmpuint (done->plan->items->len, ==, 4); /* bought, changed, renewed, changed */
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (((TenurePlanItem *)done->plan->items->pdata[i])->refund_kind, ==,
                     ((TenurePlanItem *)done->plan->items->pdata[i])->new_expiry == TENURE_TIME_UNKNOWN && i != 3
                         ? TENURE_REFUND_CONDITIONAL
                         : TENURE_REFUND_NOT_EFFECTIVE);
  engine_check (engine);
  engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
  engine_check (engine);
}

/* A1-17: a disk ends with its server, at the price of what remains; renewals before it are bound, later ones not. */
static void
test_disk (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 5000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1), *data = NULL;
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_auto (GStrv) kept = engine_strv ("2024-03-10", NULL);
  TenureUnsubscribeRenewals back = { .resources = keys };
  TenureAttach attach = disk (key);
  g_autoptr (TenureOutcome) done = NULL;

  renew (engine, keys);
  attach.pay = FALSE;
  done = engine_do (engine, TENURE_COMMAND_ATTACH, &attach);
  /* 70.00 a month for 21/31 + 1 + 10/31 months */
  engine_assert_money (((TenurePlanItem *)done->plan->items->pdata[0])->due, "140.00");
  engine_refused (engine, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = keys, .months = 1 },
                  "resource.unpaid-order");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = done->orders }));
  /* rules 4.1: not while what is attached is being provisioned */
  engine_refused (engine, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = keys, .months = 1 },
                  "resource.order-in-process");
  engine_pass (engine, 4);
  data = engine_value (engine, "SELECT key FROM resource WHERE name = 'data'", NULL);
  engine_assert_expiry (engine, data, "2024-03-10 23:59:59");
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back, "give-back.attached");
  renew (engine, keys);
  engine_assert_expiry (engine, data, "2024-04-10 23:59:59");
  back.expiries = kept;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back));
  engine_assert_expiry (engine, data, "2024-03-10 23:59:59");
  engine_check (engine);
  tenure_outcome_unref (
      engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &(TenureUnsubscribe){ .resources = keys, .agreed = TRUE }));
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE status = 'active'", NULL), ==, 0);
  engine_check (engine);
}

/* An add-on stands in the way of giving periods back until it is unsubscribed, which it is alone. */
static void
test_addon (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 5000);
  g_autofree char *key = engine_buy (engine, "eip", "ip", 1), *addon = NULL;
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_auto (GStrv) alone = NULL;
  TenureUnsubscribeRenewals back = { .resources = keys };
  TenureAttach attach = { .resource = key, .offer = (char *)"bandwidth-addon", .amount = 5, .pay = TRUE };
  g_autoptr (TenureOutcome) done = NULL;

  renew (engine, keys);
  do_attach (engine, &attach);
  addon = engine_value (engine, "SELECT key FROM resource WHERE main_id IS NOT NULL", NULL);
  alone = engine_strv (addon, NULL);
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back, "give-back.addon");
  done = engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &(TenureUnsubscribe){ .resources = alone, .agreed = TRUE });
  g_assert_cmpuint (done->plan->items->len, ==, 1);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE status = 'active'", NULL), ==, 1);
  engine_check (engine);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back));
  engine_assert_expiry (engine, key, "2024-02-10 23:59:59");
  engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
  engine_check (engine);
}

/* The disk of a server grows: the server is held meanwhile, and its renewals are bound. */
static void
test_part (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 5000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_autofree char *part = engine_value (engine, "SELECT key FROM resource WHERE main_id IS NOT NULL", NULL);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureChange grow = { .resource = part, .amount = 80 };
  g_autoptr (TenureOutcome) placed = NULL;

  renew (engine, keys);
  placed = engine_do (engine, TENURE_COMMAND_CHANGE, &grow);
  engine_refused (engine, TENURE_COMMAND_SET_MODE, &(TenureSetMode){ .resources = keys, .mode = TENURE_MODE_TO_PPU },
                  "resource.unpaid-order");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }));
  engine_pass (engine, 4);
  g_assert_cmpint (engine_number_of (engine, "SELECT amount FROM resource WHERE key = ?1", part), ==, 80);
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &(TenureUnsubscribeRenewals){ .resources = keys },
                  "give-back.changed");
  engine_check (engine);
}

static const struct
{
  const char *sql, *spec;
  gint64 amount;
  const char *rule;
} changes[] = {
  { "SELECT 1", NULL, 0, "change.nothing" },
  { "SELECT 1", NULL, 5, "change.downgrade" },
  { "SELECT 1", NULL, 4, "change.downgrade" },
  { "SELECT 1", "5_sbgp", 5, "change.downgrade" },
  { "SELECT 1", "none", 10, "order.unknown-spec" },
  { "SELECT 1", NULL, 2001, "order.out-of-range" }, /* A1-10: at most 2,000 Mbit/s */
  { "UPDATE resource SET offer = 'vpc', spec = 'standard', amount = 0", NULL, 10, "change.no-size" },
  { "UPDATE resource SET offer = 'ecs-s3', spec = 's3.small.1', amount = 0", NULL, 10, "resource.withdrawn" },
  { "UPDATE resource SET charging = 'package', capacity = 1, used = 0", NULL, 10, "change.package" },
  { "UPDATE resource SET expiry = 1704556799", NULL, 10, "change.expired" },
  { "UPDATE resource SET status = 'released'", NULL, 10, "resource.gone" },
  { "UPDATE resource SET freeze = 'police'", NULL, 10, "resource.police-frozen" },
  { "UPDATE resource SET freeze = 'violation'", NULL, 10, "resource.violation-frozen" },
  { "UPDATE account SET freeze = 'police'", NULL, 10, "account.frozen" },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 5000);
      g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
      TenureChange change = { .resource = key, .spec = (char *)changes[i].spec, .amount = changes[i].amount };

      g_test_message ("%s, %s", changes[i].sql, changes[i].rule);
      engine_sql (engine, changes[i].sql);
      engine_refused (engine, TENURE_COMMAND_CHANGE, &change, changes[i].rule);
    }
}

static void
test_attach_refusals (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 500);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1), *ip = engine_buy (engine, "eip", "ip", 1);
  g_autofree char *part = engine_value (engine, "SELECT key FROM resource WHERE main_id IS NOT NULL", NULL);
  TenureAttach attach = disk (part);

  engine_refused (engine, TENURE_COMMAND_ATTACH, &attach, "resource.bound-part");
  attach = disk (ip);
  engine_refused (engine, TENURE_COMMAND_ATTACH, &attach, "attach.does-not-fit");
  attach = disk (key);
  attach.offer = (char *)"bandwidth-addon";
  engine_refused (engine, TENURE_COMMAND_ATTACH, &attach, "attach.does-not-fit");
  attach = disk (ip);
  attach.offer = (char *)"bandwidth-addon";
  attach.amount = 2001;
  engine_refused (engine, TENURE_COMMAND_ATTACH, &attach, "order.out-of-range");
  attach = disk (key);
  attach.offer = (char *)"no-such-thing";
  engine_refused (engine, TENURE_COMMAND_ATTACH, &attach, "order.unknown-offer");
  attach = disk (key);
  attach.amount = 0;
  engine_refused (engine, TENURE_COMMAND_ATTACH, &attach, "order.no-size");
  attach = disk (key);
  attach.amount = 32768;
  engine_refused (engine, TENURE_COMMAND_ATTACH, &attach, "pay.balance-short");
}

/* An order that waits too long, or whose resource has expired, is not paid. */
static void
test_late (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 5000);
  g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
  TenureChange change = larger (key, 10, FALSE);
  g_autoptr (TenureOutcome) placed = NULL;

  engine_go (engine, "2024-02-08 10:00:00");
  placed = engine_do (engine, TENURE_COMMAND_CHANGE, &change);
  engine_go (engine, "2024-02-11 10:00:00");
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }, "pay.resource-gone");
  engine_go (engine, "2024-02-15 10:00:00");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE open_order_id IS NOT NULL", NULL),
                   ==, 0);
  engine_check (engine);
}

/* On the last day nothing remains to be paid: it is done at once. */
static void
test_last_day (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 500);
  g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
  TenureChange change = larger (key, 10, FALSE);

  engine_go (engine, "2024-02-10 23:59:57");
  do_change (engine, &change);
  g_assert_cmpint (engine_number_of (engine, "SELECT amount FROM resource", NULL), ==, 10);
  engine_assert_money (engine_balance (engine), "385.00");
  engine_check (engine);
}

/* Rules 4.9, remaining years: a year's difference is the most that it costs in a year. */
static void
test_yearly (void)
{
  g_autoptr (Engine) engine = engine_open ("2023-04-08 09:00:00", 10000);
  g_autofree char *key = engine_buy (engine, "rds", "db", 12);
  TenureChange change = { .resource = key, .spec = (char *)"rds.mysql.n1.xlarge.2" };
  g_autoptr (TenurePlan) plan = NULL;

  engine_go (engine, "2023-04-18 10:00:00");
  plan = engine_plan (engine, TENURE_COMMAND_CHANGE, &change);
  engine_assert_money (((TenurePlanItem *)plan->items->pdata[0])->due, "3880.68"); /* 3990 × 355 / 365 */
}

/* Rules 3.2: renewed, changed, renewed: what was renewed after the change goes back, whatever lies before. */
static void
test_between_renewals (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureChange change = larger (key, 10, TRUE);
  TenureUnsubscribeRenewals back = { .resources = keys };

  renew (engine, keys);
  do_change (engine, &change);
  renew (engine, keys);
  engine_assert_expiry (engine, key, "2024-04-10 23:59:59");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back));
  engine_assert_expiry (engine, key, "2024-03-10 23:59:59");
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back, "give-back.changed");
  engine_check (engine);
}

/* A1-11: sold without the five days, an add-on goes back conditionally, alone or along. */
static void
test_addon_back (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureAttach attach = {
    .resource = key, .offer = (char *)"bandwidth-addon", .name = (char *)"more", .amount = 5, .pay = TRUE
  };
  TenureUnsubscribe back = { .resources = keys, .reason = 1, .agreed = TRUE };
  g_autoptr (TenurePlan) plan = NULL;

  do_attach (engine, &attach);
  plan = engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE, &back);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];
      g_assert_cmpint (item->refund_kind, ==,
                       g_strcmp0 (item->name, "more") == 0 ? TENURE_REFUND_CONDITIONAL : TENURE_REFUND_FIVE_DAY);
    }
  g_assert_cmpuint (plan->items->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/GX-01-flavour", test_flavour);
  g_test_add_func ("/change/GD-32-renewals", test_renewals);
  g_test_add_func ("/change/A1-17-disk", test_disk);
  g_test_add_func ("/change/A1-17-addon", test_addon);
  g_test_add_func ("/change/part", test_part);
  g_test_add_func ("/change/refusals", test_refusals);
  g_test_add_func ("/change/attach-refusals", test_attach_refusals);
  g_test_add_func ("/change/late", test_late);
  g_test_add_func ("/change/last-day", test_last_day);
  g_test_add_func ("/change/4.9-yearly", test_yearly);
  g_test_add_func ("/change/3.2-between-renewals", test_between_renewals);
  g_test_add_func ("/change/A1-11-addon-back", test_addon_back);
  return g_test_run ();
}
