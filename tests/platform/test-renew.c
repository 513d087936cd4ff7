/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renewal, single and batch, now and later, up to the unified day; its refusals; what it undertakes (rules 4, 5). */
#include "engine.h"

static TenureOutcome *
renew (Engine *engine, char **keys, int months, gboolean unify, gboolean pay)
{
  TenureRenew params = { .resources = keys, .months = months, .unify = unify, .pay = pay };

  return engine_do (engine, TENURE_COMMAND_RENEW, &params);
}

static void
refused (Engine *engine, char **keys, int months, gboolean unify, const char *rule)
{
  TenureRenew params = { .resources = keys, .months = months, .unify = unify, .pay = TRUE };

  engine_refused (engine, TENURE_COMMAND_RENEW, &params, rule);
}

/* A server and its disk are one renewal, one order with two lines (绑定资源一起续费). */
static void
test_single (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_autoptr (TenureOutcome) done = renew (engine, keys, 2, FALSE, TRUE);

  engine_assert_money (done->plan->to_pay, "124.00");
  g_assert_cmpuint (done->plan->items->len, ==, 2);
  g_assert_cmpstr (((TenurePlanItem *)done->plan->items->pdata[1])->main_key, ==, key);
  g_assert_cmpuint (tenure_steps_length (((TenurePlanItem *)done->plan->items->pdata[1])->steps), >, 0);
  engine_assert_money (engine_balance (engine), "814.00");
  engine_assert_expiry (engine, key, "2024-04-10 23:59:59");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (DISTINCT expiry) FROM resource", NULL), ==, 1);
  g_assert_cmpint (
      engine_number_of (engine, "SELECT count (*) FROM \"order\" WHERE type = 2 AND status = 'completed'", NULL), ==,
      1);
  engine_check (engine);
}

/* Several make a composite order that is paid and cancelled as a whole (rules 8.6, A1-19). */
static void
test_composite (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *one = engine_buy (engine, "vpc", "one", 1);
  g_autofree char *two = engine_buy (engine, "vpc", "two", 1);
  g_auto (GStrv) keys = engine_strv (one, two, NULL);
  g_autoptr (TenureOutcome) first = renew (engine, keys, 1, FALSE, FALSE);
  g_auto (GStrv) whole = engine_strv (first->orders[0], NULL);
  g_auto (GStrv) child = engine_strv (first->orders[1], NULL);
  g_autoptr (TenureOutcome) second = NULL;
  g_auto (GStrv) again = NULL;

  g_assert_cmpuint (g_strv_length (first->orders), ==, 3);
  engine_assert_money (engine_balance (engine), "980.00");
  refused (engine, keys, 1, FALSE, "resource.unpaid-order");
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = child }, "order.child");
  engine_refused (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = child }, "order.child");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = whole }));
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM \"order\" WHERE status = 'cancelled'", NULL), ==,
                   3);
  second = renew (engine, keys, 12, FALSE, FALSE);
  again = engine_strv (second->orders[0], NULL);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = again }));
  engine_assert_money (engine_balance (engine), "780.00");
  engine_assert_expiry (engine, one, "2025-02-10 23:59:59");
  engine_assert_expiry (engine, two, "2025-02-10 23:59:59");
  engine_check (engine);
}

/* A1-18: an unpaid order refuses everything else, naming itself; once lapsed by its date it no longer does. */
static void
test_unpaid_order (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_autoptr (TenureOutcome) waiting = renew (engine, keys, 1, FALSE, FALSE);
  TenureSetMode automatic = { .resources = keys, .mode = TENURE_MODE_AUTO, .months = 1 };
  TenureUnsubscribe give = { .resources = keys, .reason = 0, .agreed = TRUE };
  TenureUnsubscribeRenewals back = { .resources = keys };
  g_autoptr (TenureOutcome) paid = NULL;

  refused (engine, keys, 1, FALSE, "resource.unpaid-order");
  engine_refused (engine, TENURE_COMMAND_SET_MODE, &automatic, "resource.unpaid-order");
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE, &give, "resource.unpaid-order");
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back, "resource.unpaid-order");
  engine->now += 7 * TENURE_DAY_SECONDS;
  paid = renew (engine, keys, 2, FALSE, TRUE);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM \"order\" WHERE status = 'cancelled'", NULL), ==,
                   1);
  engine_assert_expiry (engine, key, "2024-04-10 23:59:59");
  engine_pass (engine, 0);
  engine_assert_expiry (engine, key, "2024-04-10 23:59:59");
  engine_check (engine);
}

static const struct
{
  const char *start, *day, *expiry, *again;
  int months, extra;
  gint64 unified;
} unified[] = {
  { "2024-02-15 10:00:00", "2024-03-15 23:59:59", "2024-05-01 23:59:59", "2024-06-01 23:59:59", 1, 16, 1 }, /* GP-24 */
  { "2024-03-10 10:00:00", "2024-04-10 23:59:59", "2024-06-01 23:59:59", "2024-07-01 23:59:59", 1, 22, 1 }, /* GP-25 */
  { "2024-02-25 10:00:00", "2024-03-25 23:59:59", "2024-04-30 23:59:59", "2024-05-31 23:59:59", 1, 5, -1 }, /* GP-26 */
  { "2023-12-31 10:00:00", "2024-01-31 23:59:59", "2024-02-29 23:59:59", "2024-03-31 23:59:59", 1, 0, -1 }, /* GD-43 */
  { "2022-12-31 10:00:00", "2023-01-31 23:59:59", "2023-02-28 23:59:59", "2023-03-28 23:59:59", 1, 0, 28 }, /* GD-46 */
};

/* The unified day is the anchor afterwards, whether the order was paid at once or later. */
static void
test_unified (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (unified); i++)
    {
      guint c = i / 2;
      gboolean pay = i % 2 == 0;
      g_autoptr (Engine) engine = engine_open (unified[c].start, 1000);
      g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
      g_auto (GStrv) keys = engine_strv (key, NULL);
      TenureSetUnifiedDay day = { .day = unified[c].unified };
      g_autoptr (TenureOutcome) done = NULL;

      engine_assert_expiry (engine, key, unified[c].day);
      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_UNIFIED_DAY, &day));
      done = renew (engine, keys, unified[c].months, TRUE, pay);
      g_assert_cmpint (((TenurePlanItem *)done->plan->items->pdata[0])->extra_days, ==, unified[c].extra);
      if (!pay)
        tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = done->orders }));
      engine_assert_expiry (engine, key, unified[c].expiry);
      tenure_outcome_unref (renew (engine, keys, 1, FALSE, TRUE));
      engine_assert_expiry (engine, key, unified[c].again);
      engine_check (engine);
    }
}

/* GD-34: the anchor survives short months, also across a leap day. */
static void
test_month_end (void)
{
  static const char *const expiries[] = { "2024-02-29 23:59:59", "2024-03-31 23:59:59", "2024-04-30 23:59:59",
                                          "2024-05-31 23:59:59", "2024-06-30 23:59:59", "2024-07-31 23:59:59" };
  g_autoptr (Engine) engine = engine_open ("2024-01-31 08:00:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "end", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expiries); i++)
    {
      engine_assert_expiry (engine, key, expiries[i]);
      if (i + 1 < G_N_ELEMENTS (expiries))
        tenure_outcome_unref (renew (engine, keys, 1, FALSE, TRUE));
    }
  engine_check (engine);
}

/* GP-21: renewed in retention, the lost days are not given back. */
static void
test_in_retention (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-03-31 08:00:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "late", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);

  engine_assert_expiry (engine, key, "2024-04-30 23:59:59");
  engine_go (engine, "2024-05-10 09:00:00");
  tenure_outcome_unref (renew (engine, keys, 1, FALSE, TRUE));
  engine_assert_expiry (engine, key, "2024-05-31 23:59:59");
  engine_check (engine);
}

static const struct
{
  const char *sql, *rule;
  int months;
  gboolean unify;
} refusals[] = {
  { NULL, "renew.duration", 10, FALSE },
  { "UPDATE resource SET offer = 'cce-trial', spec = 'cce.t1.small'", "resource.withdrawn", 1, FALSE },
  { "UPDATE resource SET freeze = 'police'", "resource.police-frozen", 1, FALSE },
  { "UPDATE account SET freeze = 'arrears'", "account.frozen", 1, FALSE },
  { "UPDATE resource SET mode = 'no-renewal'", "renew.unify-mode", 1, TRUE },
  { "UPDATE resource SET status = 'released'", "resource.gone", 1, FALSE },
  { "UPDATE resource SET offer = 'rds-enterprise', spec = 'rds.mysql.x1.2xlarge.8'", "renew.duration", 1, FALSE },
  { "UPDATE resource SET spec = 'sold-no-more'", "renew.no-price", 1, FALSE },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
      g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
      g_auto (GStrv) keys = engine_strv (key, NULL);

      if (refusals[i].sql != NULL)
        engine_sql (engine, refusals[i].sql);
      refused (engine, keys, refusals[i].months, refusals[i].unify, refusals[i].rule);
    }
}

#define PRESENT(values) "UPDATE resource SET " values " WHERE main_id IS NULL"

static const struct
{
  const char *name, *present; /* the mode before: SQL, or NULL */
  gboolean pay;
  const char *then; /* mode, period, times left */
} ticks[] = {
  { "paid at once", NULL, TRUE, "auto 2 -1" },
  { "paid later", NULL, FALSE, "auto 2 -1" },
  { "from no renewal", PRESENT ("mode = 'no-renewal'"), TRUE, "auto 2 -1" },
  { "automatic already", PRESENT ("mode = 'auto', auto_months = 1, auto_left = 3, auto_since = start"), TRUE,
    "auto 1 3" },
};

#define MODE_OF "SELECT mode || ' ' || auto_months || ' ' || auto_left FROM resource WHERE key = ?1"

/* 自动续费 on the renewal page (guide 4.2.1): once paid, the main resource renews itself by the same duration. */
static void
test_tick (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
      g_autofree char *key = engine_buy (engine, "ecs", "app", 1), *then = NULL;
      g_auto (GStrv) keys = engine_strv (key, NULL);
      TenureRenew params = { .resources = keys, .months = 2, .auto_renew = TRUE, .pay = ticks[i].pay };
      g_autoptr (TenureOutcome) done = NULL;

      g_test_message ("%s", ticks[i].name);
      if (ticks[i].present)
        engine_sql (engine, ticks[i].present);
      done = engine_do (engine, TENURE_COMMAND_RENEW, &params);
      if (!ticks[i].pay)
        {
          g_auto (GStrv) orders = engine_strv (done->orders[0], NULL);
          g_assert_cmpint (engine_number_of (engine, "SELECT mode = 'manual' FROM resource WHERE key = ?1", key), ==,
                           1);
          tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = orders }));
        }
      then = engine_value (engine, MODE_OF, key);
      g_assert_cmpstr (then, ==, ticks[i].then);
      g_assert_cmpint (
          engine_number_of (engine, "SELECT count (*) FROM resource WHERE main_id IS NOT NULL AND mode <> 'manual'",
                            NULL),
          ==, 0);
      engine_assert_expiry (engine, key, "2024-04-10 23:59:59");
      engine_check (engine);
    }
}

/* What the tick does is said before it is done; unticked nothing is. */
static void
test_tick_said (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureRenew params = { .resources = keys, .months = 2, .auto_renew = TRUE };
  g_autoptr (TenurePlan) ticked = engine_plan (engine, TENURE_COMMAND_RENEW, &params);
  g_autoptr (TenurePlan) plain = NULL;

  g_assert_cmpstr (((TenurePlanItem *)ticked->items->pdata[0])->old_value, ==, "manual");
  g_assert_cmpstr (((TenurePlanItem *)ticked->items->pdata[0])->new_value, ==, "auto/2/unlimited");
  params.auto_renew = FALSE;
  plain = engine_plan (engine, TENURE_COMMAND_RENEW, &params);
  g_assert_null (((TenurePlanItem *)plain->items->pdata[0])->new_value);
  engine_sql (engine, "UPDATE resource SET offer = 'web-solution', spec = 'standard'");
  params.months = 12;
  params.auto_renew = TRUE;
  engine_refused (engine, TENURE_COMMAND_RENEW, &params, "set-mode.solution");
}

static void
test_part_and_balance (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_autofree char *part = engine_value (engine, "SELECT key FROM resource WHERE main_id IS NOT NULL", NULL);
  g_auto (GStrv) parts = engine_strv (part, NULL);
  g_auto (GStrv) keys = engine_strv (key, NULL);

  refused (engine, parts, 1, FALSE, "resource.bound-part");
  refused (engine, keys, 1, FALSE, "pay.balance-short");
  tenure_outcome_unref (renew (engine, keys, 1, FALSE, FALSE));
  engine_assert_money (engine_balance (engine), "38.00");
  engine_check (engine);
}

/* A refused one is left out with its reason; the rest goes on. */
static void
test_some_refused (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *one = engine_buy (engine, "vpc", "one", 1);
  g_autofree char *two = engine_buy (engine, "vpc", "two", 1);
  g_auto (GStrv) keys = engine_strv (one, two, NULL);
  g_auto (GStrv) held = engine_strv (one, NULL);
  g_autoptr (TenureOutcome) waiting = renew (engine, held, 1, FALSE, FALSE);
  g_autoptr (TenureOutcome) done = renew (engine, keys, 1, FALSE, TRUE);

  g_assert_cmpstr (engine_item_rule (done->plan, 0), ==, "resource.unpaid-order");
  g_assert_null (engine_item_rule (done->plan, 1));
  g_assert_cmpuint (g_strv_length (done->orders), ==, 1);
  engine_assert_expiry (engine, one, "2024-02-10 23:59:59");
  engine_assert_expiry (engine, two, "2024-03-10 23:59:59");
  engine_check (engine);
}

/* Renew → give the period back → renew again is legal; the same period twice is not undertaken (architecture). */
static void
test_obligations (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-31 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureUnsubscribeRenewals back = { .resources = keys };

  for (guint i = 0; i < 3; i++)
    {
      tenure_outcome_unref (renew (engine, keys, 1 + (int)i, FALSE, TRUE));
      engine_assert_expiry (
          engine, key,
          ((const char *const[]){ "2024-03-31 23:59:59", "2024-04-30 23:59:59", "2024-05-31 23:59:59" })[i]);
      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &back));
      engine_assert_expiry (engine, key, "2024-02-29 23:59:59");
    }
  g_assert_cmpint (engine_number_of (engine,
                                     "SELECT count (*) FROM step WHERE obligation LIKE 'renew/demo/%'"
                                     " AND state = 'withdrawn'",
                                     NULL),
                   ==, 3);
  engine_pass (engine, 24 * TENURE_HOUR_SECONDS);
  engine_assert_money (engine_balance (engine), "990.00");
  engine_check (engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renew/single", test_single);
  g_test_add_func ("/renew/A1-19-composite", test_composite);
  g_test_add_func ("/renew/A1-18-unpaid-order", test_unpaid_order);
  g_test_add_func ("/renew/GP-24-GP-26-unified", test_unified);
  g_test_add_func ("/renew/GD-34-month-end", test_month_end);
  g_test_add_func ("/renew/GP-21-in-retention", test_in_retention);
  g_test_add_func ("/renew/refusals", test_refusals);
  g_test_add_func ("/renew/guide-4.2.1-tick", test_tick);
  g_test_add_func ("/renew/guide-4.2.1-tick-said", test_tick_said);
  g_test_add_func ("/renew/part-and-balance", test_part_and_balance);
  g_test_add_func ("/renew/some-refused", test_some_refused);
  g_test_add_func ("/renew/obligations", test_obligations);
  return g_test_run ();
}
