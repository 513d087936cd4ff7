/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giving back: five-day, conditional, renewal periods; quota, review, batches; where the money goes (rules 1 to 3). */
#include "engine.h"

static TenureUnsubscribe
form (char **keys)
{
  return (TenureUnsubscribe){ .resources = keys, .reason = 1, .agreed = TRUE };
}

static TenureOutcome *
give (Engine *engine, char **keys)
{
  TenureUnsubscribe params = form (keys);

  return engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &params);
}

static void
refused (Engine *engine, char **keys, const char *rule)
{
  TenureUnsubscribe params = form (keys);

  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE, &params, rule);
}

static void
renew (Engine *engine, char **keys, int months)
{
  TenureRenew params = { .resources = keys, .months = months, .pay = TRUE };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &params));
}

/* Inside five days everything comes back; a server with its disk is one unit; the money is there a day later. */
static void
test_five_day (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_autoptr (TenureOutcome) done = NULL;
  g_autofree char *status = NULL;

  renew (engine, keys, 1);
  engine_assert_money (engine_balance (engine), "876.00");
  engine_go (engine, "2024-01-15 10:30:03");
  done = give (engine, keys);
  g_assert_cmpuint (done->plan->items->len, ==, 4);
  engine_assert_money (done->plan->to_return, "124.00");
  g_assert_cmpint (done->plan->quota_needed, ==, 1);
  g_assert_cmpint (done->plan->quota_left, ==, 9);
  engine_assert_money (engine_balance (engine), "876.00");
  status = engine_value (engine, "SELECT status FROM resource WHERE key = ?1", key);
  g_assert_cmpstr (status, ==, "unsubscribed");
  engine_check (engine);
  engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
  engine_assert_money (engine_balance (engine), "1000.00");
  g_assert_cmpint (engine_number_of (engine, "SELECT used FROM quota WHERE year = 2024", NULL), ==, 1);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM event", NULL), ==, 0);
  engine_check (engine);
}

/* GD-27: at 120 hours to the second it is conditional. The fee is a tenth, the hours used are kept, unstarted renewals
 * come back whole (GD-20). */
static void
test_conditional (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_autoptr (TenureOutcome) done = NULL;
  const TenurePlanItem *used, *unstarted;

  renew (engine, keys, 1);
  engine_go (engine, "2024-01-15 10:30:04");
  done = give (engine, keys);
  used = done->plan->items->pdata[0];
  unstarted = done->plan->items->pdata[1];
  g_assert_cmpint (used->refund_kind, ==, TENURE_REFUND_CONDITIONAL);
  g_assert_cmpint (unstarted->refund_kind, ==, TENURE_REFUND_NOT_EFFECTIVE);
  /* 2024-01-10 10:00 to 02-11 00:00 is 758 hours, 120 of them used. */
  engine_assert_money (used->consumed, "1.58");
  engine_assert_money (used->fee, "1.00");
  engine_assert_money (used->total, "7.42");
  engine_assert_money (unstarted->total, "10.00");
  g_assert_cmpint (done->plan->quota_needed, ==, 0);
  engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
  engine_assert_money (engine_balance (engine), "997.42");
  engine_check (engine);
}

/* Rules 2.4: units in list order, the rest conditional; the next calendar year has its own (GD-29). */
static void
test_quota (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-12-30 10:30:00", 10000);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  g_autofree char *late = NULL;
  g_auto (GStrv) next = NULL;
  g_autoptr (TenureOutcome) done = NULL;
  g_autoptr (TenureOutcome) later = NULL;

  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *name = g_strdup_printf ("net-%u", i);
      g_autofree char *key = engine_buy (engine, "vpc", name, 1);
      g_strv_builder_add (builder, key);
    }
  keys = g_strv_builder_end (builder);
  late = engine_buy (engine, "vpc", "late", 1);
  done = give (engine, keys);
  g_assert_cmpint (done->plan->quota_needed, ==, 10);
  g_assert_cmpint (done->plan->quota_left, ==, 0);
  for (guint i = 0; i < 11; i++)
    g_assert_cmpint (((TenurePlanItem *)done->plan->items->pdata[i])->refund_kind, ==,
                     i < 10 ? TENURE_REFUND_FIVE_DAY : TENURE_REFUND_CONDITIONAL);
  g_assert_cmpuint (g_strv_length (done->orders), ==, 12); /* one composite order with eleven children */
  engine_go (engine, "2025-01-02 10:30:00");
  next = engine_strv (late, NULL);
  later = give (engine, next);
  g_assert_cmpint (later->plan->quota_needed, ==, 1);
  g_assert_cmpint (engine_number_of (engine, "SELECT used FROM quota WHERE year = 2025", NULL), ==, 1);
  engine_check (engine);
}

/* GD-25, A1-20: over ¥50,000 it waits for a person; the resource stays and is held meanwhile. */
static void
test_review (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000000);
  g_autofree char *key = engine_buy (engine, "rds-enterprise", "core", 12);
  g_autofree char *second = engine_buy (engine, "rds-enterprise", "more", 12);
  g_auto (GStrv) one = engine_strv (key, NULL);
  g_auto (GStrv) keys = engine_strv (key, second, NULL);
  TenureUnsubscribe params = form (one);
  g_autoptr (TenurePlan) small = engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE, &params);
  g_autoptr (TenureOutcome) done = give (engine, keys);
  TenureMoney before = engine_balance (engine);

  engine_assert_money (small->to_return, "48800.00");
  g_assert_false (small->review);
  g_assert_true (done->plan->review);
  engine_assert_money (done->plan->to_return, "97600.00");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM \"order\" WHERE status = 'review'", NULL), ==, 3);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE status = 'active'", NULL), ==, 2);
  refused (engine, one, "resource.order-in-process");
  engine_pass (engine, 48 * TENURE_HOUR_SECONDS);
  g_assert_cmpint (engine_balance (engine), ==, before);
  engine_check (engine);
}

static const struct
{
  const char *sql, *rule;
} refusals[] = {
  { "UPDATE resource SET status = 'unsubscribed'", "resource.gone" },
  { "UPDATE resource SET freeze = 'police'", "resource.police-frozen" },
  { "UPDATE account SET freeze = 'violation'", "account.frozen" },
  { "UPDATE resource SET offer = 'cce-trial'", "unsubscribe.trial" },
  { "UPDATE resource SET offer = 'dns-basic'", "unsubscribe.free" },
  { "UPDATE resource SET offer = 'ssl-certificate'", "unsubscribe.one-time" },
  { "UPDATE resource SET offer = 'ecs-offer'", "unsubscribe.no-refund" },
  { "UPDATE resource SET offer = 'domain'", "unsubscribe.excluded" },
  { "UPDATE resource SET charging = 'package', capacity = 1, used = 0", "unsubscribe.package" },
  { "UPDATE resource SET charging = 'package', capacity = 1, used = 0, start = 1705716001",
    "unsubscribe.not-effective" },
  { "UPDATE resource SET charging = 'package', capacity = 1, used = 0, start = 1705716001;"
    " UPDATE \"order\" SET special = 1",
    "unsubscribe.special" },
  { "UPDATE resource SET charging = 'pay-per-use', expiry = NULL, charged_until = 1704852000", "resource.pay-per-use" },
  { "UPDATE \"order\" SET special = 1", "unsubscribe.special" },
  { "UPDATE \"order\" SET promotion = 1", "unsubscribe.promotion" },
  { "UPDATE \"order\" SET invoiced = 1, partner_paid = 1", "unsubscribe.invoiced" },
  { "UPDATE \"order\" SET invoiced = 1; UPDATE resource SET offer = 'market-scan'", "unsubscribe.invoiced" },
  { "UPDATE \"order\" SET invoiced = 1; UPDATE term SET flexi = 100000000, cash = cash - 100000000",
    "unsubscribe.invoiced" },
  { "UPDATE term SET months = 48", "unsubscribe.rate-unpublished" },
  { "UPDATE term SET refunded = 1", "unsubscribe.nothing-paid" },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
      g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
      g_auto (GStrv) keys = engine_strv (key, NULL);

      engine_go (engine, "2024-01-20 10:00:00");
      engine_sql (engine, refusals[i].sql);
      refused (engine, keys, refusals[i].rule);
    }
}

static void
test_form_refusals (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_autofree char *part = engine_value (engine, "SELECT key FROM resource WHERE main_id IS NOT NULL", NULL);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_auto (GStrv) parts = engine_strv (part, NULL);
  TenureUnsubscribe params = form (keys);

  params.agreed = FALSE;
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE, &params, "unsubscribe.not-agreed");
  params = form (keys);
  params.reason = 6;
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE, &params, "unsubscribe.no-reason");
  refused (engine, parts, "resource.bound-part");
  engine->now += 31 * TENURE_DAY_SECONDS;
  g_assert_cmpint (engine->now, <, engine_number_of (engine, "SELECT max (expiry) FROM resource", NULL));
  engine->now += TENURE_DAY_SECONDS;
  refused (engine, keys, "unsubscribe.expired");
  engine->now += 15 * TENURE_DAY_SECONDS;
  refused (engine, keys, "resource.gone");
}

/* GD-30: three renewals, the last two given back; what is no choice is refused. */
static void
test_periods (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_auto (GStrv) expiries = engine_strv ("2024-03-10", NULL);
  g_auto (GStrv) last = engine_strv ("2024-05-10", NULL);
  g_auto (GStrv) noise = engine_strv ("soon", NULL);
  TenureUnsubscribeRenewals back = { .resources = keys, .expiries = expiries };
  g_autoptr (TenureOutcome) done = NULL;

  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &(TenureUnsubscribeRenewals){ .resources = keys },
                  "give-back.no-period");
  for (guint i = 0; i < 3; i++)
    renew (engine, keys, 1);
  engine_go (engine, "2024-01-20 10:00:00");
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS,
                  &(TenureUnsubscribeRenewals){ .resources = keys, .expiries = last }, "give-back.not-a-choice");
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS,
                  &(TenureUnsubscribeRenewals){ .resources = keys, .expiries = noise }, "give-back.date");
  done = engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back);
  engine_assert_money (done->plan->to_return, "124.00"); /* two months of server and disk at 62.00 */
  engine_assert_expiry (engine, key, "2024-03-10 23:59:59");
  engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
  engine_assert_money (engine_balance (engine), "876.00");
  engine_sql (engine, "UPDATE term SET blocked = 'changed' WHERE kind = 'renewal' AND refunded = 0");
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &(TenureUnsubscribeRenewals){ .resources = keys },
                  "give-back.changed");
  engine_check (engine);
}

/* A unified renewal given back takes its anchor along (rules 4.5, 14.4). */
static void
test_anchor (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-31 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureRenew unify = { .resources = keys, .months = 1, .unify = TRUE, .pay = TRUE };
  TenureUnsubscribeRenewals back = { .resources = keys };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &unify));
  engine_assert_expiry (engine, key, "2024-04-01 23:59:59");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back));
  engine_assert_expiry (engine, key, "2024-02-29 23:59:59");
  renew (engine, keys, 1);
  engine_assert_expiry (engine, key, "2024-03-31 23:59:59");
  engine_check (engine);
}

/* GP-05, rules 1.5: a voucher pays, and comes back only while it is valid; what has expired is forfeited. */
static void
test_voucher (void)
{
  static const char *const expiries[] = { "2024-12-31 23:59:59", "2024-01-12 12:00:00" };

  for (guint i = 0; i < G_N_ELEMENTS (expiries); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
      TenurePlaceOrder order = { .offer = (char *)"vpc",
                                 .spec = (char *)"standard",
                                 .region = (char *)"cn-north-4",
                                 .name = (char *)"net",
                                 .months = 1,
                                 .quantity = 1,
                                 .agreed = TRUE };
      g_autofree char *grant = g_strdup_printf (
          "INSERT INTO coupon (account_id, key, name, kind, face, remaining, expiry, source, fetched_at)"
          " VALUES (1, 'V1', '代金券', 'voucher', 2000000000, 2000000000,"
          " unixepoch ('%s', '-8 hours'), 'embedded', 0);"
          "INSERT INTO ledger (name, balance) VALUES ('issued', -2000000000), ('coupon/V1', 2000000000);"
          "INSERT INTO entry (at, kind) VALUES (0, 'grant');"
          "INSERT INTO posting SELECT (SELECT max (id) FROM entry), id, balance FROM ledger"
          " WHERE name IN ('issued', 'coupon/V1');"
          "INSERT INTO event (due, kind, subject) SELECT expiry + 1, 'coupon', id FROM coupon;",
          expiries[i]);
      g_autoptr (TenureOutcome) placed = NULL;
      g_autofree char *key = NULL;
      g_auto (GStrv) keys = NULL;
      g_autoptr (TenureOutcome) done = NULL;

      engine_sql (engine, grant);
      placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);
      tenure_outcome_unref (
          engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders, .voucher = (char *)"V1" }));
      engine_assert_money (engine_balance (engine), "100.00");
      engine_pass (engine, 4);
      key = engine_value (engine, "SELECT key FROM resource", NULL);
      keys = engine_strv (key, NULL);
      engine_go (engine, "2024-01-11 18:00:00");
      done = give (engine, keys);
      engine_assert_money (done->plan->voucher_return, "10.00");
      engine_assert_money (done->plan->to_return, "0.00");
      engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
      engine_assert_money (engine_number_of (engine, "SELECT remaining FROM coupon", NULL), i == 0 ? "20.00" : "0.00");
      engine_assert_money (engine_balance (engine), "100.00");
      engine_check (engine);
    }
}

/* GP-08: desktops of one order go together and are one unit; each is deleted, one refund order says so. */
static void
test_whole_order (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 10000);
  TenurePlaceOrder order = { .offer = (char *)"workspace",
                             .spec = (char *)tenure_catalogue_find (engine->catalogue, "workspace")->specs[0].key,
                             .region = (char *)"cn-north-4",
                             .name = (char *)"desk",
                             .months = 1,
                             .quantity = 10,
                             .agreed = TRUE };
  g_autoptr (TenureOutcome) placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);
  g_autofree char *one = NULL, *other = NULL;
  g_auto (GStrv) keys = NULL;
  g_autoptr (TenureOutcome) done = NULL;

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }));
  engine_pass (engine, 4);
  one = engine_value (engine, "SELECT key FROM resource ORDER BY id LIMIT 1 OFFSET 3", NULL);
  other = engine_value (engine, "SELECT key FROM resource ORDER BY id LIMIT 1", NULL);
  keys = engine_strv (one, other, NULL);
  done = give (engine, keys);
  g_assert_cmpuint (done->plan->items->len, ==, 10);
  g_assert_cmpuint (g_strv_length (done->orders), ==, 1);
  g_assert_cmpint (done->plan->quota_needed, ==, 1);
  g_assert_cmpint (done->plan->quota_left, ==, 9);
  for (guint i = 1; i < 10; i++)
    g_assert_cmpstr (((TenurePlanItem *)done->plan->items->pdata[i])->main_key, ==, one);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE status = 'active'", NULL), ==, 0);
  engine_check (engine);
  engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
  engine_assert_money (engine_balance (engine), "10000.00");
  engine_check (engine);
}

/* One that cannot go keeps all of its order. */
static void
test_whole_order_refused (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 10000);
  g_autofree char *key = engine_buy (engine, "workspace", "desk", 1), *net = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL), both = engine_strv (net, key, NULL);
  TenureUnsubscribe params = form (both);
  g_autoptr (TenurePlan) plan = engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE, &params);

  /* rules 1.9: a batch is of few services */
  g_assert_null (engine_item_rule (plan, 0));
  g_assert_cmpstr (engine_item_rule (plan, 1), ==, "unsubscribe.no-batch");
  engine_sql (engine, "UPDATE resource SET freeze = 'police' WHERE name = 'desk'");
  refused (engine, keys, "resource.police-frozen");
}

/* A1-21: what is withdrawn is unsubscribed alone, and takes no part in a batch of any kind. */
static void
test_withdrawn_batch (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 10000);
  g_autofree char *app = engine_buy (engine, "ecs", "app", 1), *net = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (app, NULL), both = engine_strv (net, app, NULL);
  TenureWithdrawOffer withdraw = { (char *)"ecs", TRUE };
  TenureRenew renew = { .resources = both, .months = 1, .pay = TRUE };
  TenureUnsubscribe alone = form (keys), batch = form (both);
  TenureUnsubscribeRenewals periods = { .resources = both };
  g_autoptr (TenurePlan) plan = NULL, back = NULL, single = NULL;

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &renew));
  engine_pass (engine, 60);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_WITHDRAW_OFFER, &withdraw));
  plan = engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE, &batch);
  g_assert_null (engine_item_rule (plan, 0));
  g_assert_cmpstr (engine_item_rule (plan, plan->items->len - 1), ==, "resource.withdrawn-batch");
  back = engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &periods);
  g_assert_null (engine_item_rule (back, 0));
  g_assert_cmpstr (engine_item_rule (back, back->items->len - 1), ==, "resource.withdrawn-batch");
  single = engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE, &alone);
  g_assert_true (tenure_plan_possible (single));
}

/* 伙伴代付: it was the partner's money; the plan says so, and the balance does not grow. */
static void
test_partner (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_autoptr (TenureOutcome) done = NULL;
  const TenureSteps *steps;

  engine_sql (engine, "UPDATE \"order\" SET partner_paid = 1");
  done = give (engine, keys);
  steps = ((TenurePlanItem *)done->plan->items->pdata[0])->steps;
  g_assert_cmpstr (tenure_steps_at (steps, tenure_steps_length (steps) - 1)->rule, ==, "refund.partner");
  engine_assert_money (done->plan->to_return, "10.00");
  engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
  engine_assert_money (engine_balance (engine), "90.00");
  engine_check (engine);
}

/* A1-20, A2-23: the reason stays with the order and its whole. */
static void
test_reason (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1), *more = engine_buy (engine, "vpc", "more", 1);
  g_auto (GStrv) keys = engine_strv (key, more, NULL);
  TenureUnsubscribe params = form (keys);
  g_autofree char *reasons = NULL;

  params.reason = 6;
  params.reason_text = (char *)"moved";
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &params));
  reasons = engine_value (engine, "SELECT group_concat (reason) FROM \"order\" WHERE type = 4", NULL);
  g_assert_cmpstr (reasons, ==, "other: moved,other: moved,other: moved");
}

/* A package that begins on 1 February, as if it had been bought on top of another one. */
static char *
buy_pending (Engine *engine, const char *name)
{
  char *key = engine_buy (engine, "vpc", name, 1);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE resource SET charging = 'package', capacity = 1, used = 0, start = 1706716800, expiry = 1709222399"
      " WHERE key = '%s'; UPDATE term SET start = 1706716800, \"end\" = 1709222399 WHERE resource_id ="
      " (SELECT id FROM resource WHERE key = '%s'); UPDATE event SET due = 1709222400 WHERE kind = 'expire'",
      key, key);

  engine_sql (engine, sql);
  return key;
}

/* Rules 3.1: in full, without a fee, without quota; a batch makes one composite order; no tick is asked for. */
static void
test_pending (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
  g_autofree char *one = buy_pending (engine, "one"), *two = buy_pending (engine, "two");
  g_auto (GStrv) keys = engine_strv (one, two, NULL);
  TenureUnsubscribe params = { .resources = keys, .reason = 1 };
  g_autoptr (TenureOutcome) done = engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE_PENDING, &params);

  g_assert_cmpuint (g_strv_length (done->orders), ==, 3);
  engine_assert_money (done->plan->to_return, "20.00");
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((TenurePlanItem *)done->plan->items->pdata[i])->refund_kind, ==, TENURE_REFUND_NOT_EFFECTIVE);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM quota", NULL), ==, 0);
  engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
  engine_assert_money (engine_balance (engine), "100.00");
  engine_check (engine);
}

static const struct
{
  const char *sql, *rule;
} pendings[] = {
  { "UPDATE resource SET start = 1704853000", "pending.in-effect" },
  { "UPDATE resource SET charging = 'period'", "pending.in-effect" },
  { "UPDATE resource SET freeze = 'police'", "resource.police-frozen" },
  { "UPDATE account SET freeze = 'police'", "account.frozen" },
  { "UPDATE \"order\" SET special = 1", "unsubscribe.special" },
  { "UPDATE \"order\" SET promotion = 1", "unsubscribe.promotion" },
  { "UPDATE \"order\" SET invoiced = 1, partner_paid = 1", "unsubscribe.invoiced" },
  { "UPDATE resource SET open_order_id = 1; UPDATE \"order\" SET status = 'processing'", "resource.order-in-process" },
  { "UPDATE resource SET status = 'unsubscribed'", "resource.gone" },
};

static void
test_pending_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pendings); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
      g_autofree char *key = buy_pending (engine, "one");
      g_auto (GStrv) keys = engine_strv (key, NULL);
      TenureUnsubscribe params = form (keys);

      g_test_message ("%s", pendings[i].sql);
      engine_sql (engine, pendings[i].sql);
      engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_PENDING, &params, pendings[i].rule);
    }
}

/* Rules 3.2, of the period; that of another order than the renewal's does not count. */
static const struct
{
  const char *sql, *rule; /* NULL: it is done */
} periods[] = {
  { "UPDATE \"order\" SET promotion = 1 WHERE type = 2", "give-back.promotion" },
  { "UPDATE \"order\" SET promotion = 1 WHERE type = 1", NULL },
  { "UPDATE \"order\" SET invoiced = 1, partner_paid = 1 WHERE type = 2", "give-back.invoiced" },
  { "UPDATE \"order\" SET invoiced = 1 WHERE type = 2", NULL },
  { "UPDATE term SET blocked = 'attached' WHERE kind = 'renewal'", "give-back.attached" },
  { "UPDATE term SET blocked = 'changed' WHERE kind = 'renewal'", "give-back.changed" },
  { "UPDATE resource SET offer = 'website'", "give-back.service" },
  { "UPDATE resource SET freeze = 'police'", "resource.police-frozen" },
  { "UPDATE account SET freeze = 'police'", "account.frozen" },
  { "UPDATE resource SET status = 'released'", "resource.gone" },
};

static void
test_period_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
      g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
      g_auto (GStrv) keys = engine_strv (key, NULL);
      TenureUnsubscribeRenewals back = { .resources = keys };

      g_test_message ("%s", periods[i].sql);
      renew (engine, keys, 1);
      engine_sql (engine, periods[i].sql);
      if (periods[i].rule != NULL)
        engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back, periods[i].rule);
      else
        tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unsubscribe/A1-21-withdrawn-batch", test_withdrawn_batch);
  g_test_add_func ("/unsubscribe/GP-07-five-day", test_five_day);
  g_test_add_func ("/unsubscribe/GD-20-GD-27-conditional", test_conditional);
  g_test_add_func ("/unsubscribe/GD-29-quota", test_quota);
  g_test_add_func ("/unsubscribe/GD-25-review", test_review);
  g_test_add_func ("/unsubscribe/refusals", test_refusals);
  g_test_add_func ("/unsubscribe/form-refusals", test_form_refusals);
  g_test_add_func ("/unsubscribe/GD-30-periods", test_periods);
  g_test_add_func ("/unsubscribe/anchor", test_anchor);
  g_test_add_func ("/unsubscribe/GP-05-voucher", test_voucher);
  g_test_add_func ("/unsubscribe/GP-08-whole-order", test_whole_order);
  g_test_add_func ("/unsubscribe/whole-order-refused", test_whole_order_refused);
  g_test_add_func ("/unsubscribe/partner", test_partner);
  g_test_add_func ("/unsubscribe/A2-23-reason", test_reason);
  g_test_add_func ("/unsubscribe/pending", test_pending);
  g_test_add_func ("/unsubscribe/pending-refusals", test_pending_refusals);
  g_test_add_func ("/unsubscribe/period-refusals", test_period_refusals);
  return g_test_run ();
}
