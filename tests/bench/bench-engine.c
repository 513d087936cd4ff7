/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What planning and applying take for 50,000 resources, or as many as the argument says. */
#include "../platform/engine.h"

static double
since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1e6;
}

/* Copies of the one that was bought, with its term and its expiry to come. */
static void
multiply (Engine *engine, guint n)
{
  g_autofree char *resources = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
      " INSERT INTO resource (account_id, key, name, name_key, offer, service, product, spec, region, mode, anchor,"
      " start, expiry, status, order_id, search, source, fetched_at) SELECT account_id, 'r-' || i, 'r-' || i, x'00',"
      " offer, service, product, spec, region, mode, anchor, start, expiry, status, order_id, '', source, 0"
      " FROM resource, n",
      n);

  engine_sql (engine, resources);
  engine_sql (engine,
              "INSERT INTO term (resource_id, order_id, kind, start, \"end\", months, official, due, cash, credit,"
              " flexi, card, voucher) SELECT r.id, t.order_id, 'new', t.start, t.\"end\", 1, t.official, t.due,"
              " t.cash, 0, 0, 0, 0 FROM term t, resource r WHERE r.id > 1;"
              "INSERT INTO event (due, kind, subject) SELECT expiry + 1, 'expire', id FROM resource WHERE id > 1");
}

static char **
names (guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *key = g_strdup_printf ("r-%u", i);
      g_strv_builder_add (builder, key);
    }
  return g_strv_builder_end (builder);
}

static TenurePlan *
timed_plan (Engine *engine, const char *what, TenureCommandKind kind, gconstpointer params)
{
  gint64 start = g_get_monotonic_time ();
  TenurePlan *plan = engine_plan (engine, kind, params);

  g_print ("plan %s: %u items, %.2f s\n", what, plan->items->len, since (start));
  return plan;
}

static void
run (guint n)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100000000);
  g_autofree char *first = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = names (n);
  TenureRenew renew = { .resources = keys, .months = 1, .pay = TRUE };
  TenureRenew unify = { .resources = keys, .months = 1, .unify = TRUE, .pay = TRUE };
  TenureUnsubscribe give = { .resources = keys, .reason = 1, .agreed = TRUE };
  g_autoptr (TenurePlan) plan = NULL;
  g_autoptr (TenureOutcome) outcome = NULL;
  gint64 start;

  multiply (engine, n);
  tenure_plan_unref (timed_plan (engine, "unify", TENURE_COMMAND_RENEW, &unify));
  tenure_plan_unref (timed_plan (engine, "unsubscribe", TENURE_COMMAND_UNSUBSCRIBE, &give));
  plan = timed_plan (engine, "renew", TENURE_COMMAND_RENEW, &renew);
  start = g_get_monotonic_time ();
  outcome = engine_apply (engine, plan);
  g_print ("apply renew: %s, %.2f s\n", outcome->status == TENURE_OUTCOME_DONE ? "done" : "not done", since (start));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL); /* the profile of the tests needs it */
  run (argc > 1 ? (guint)g_ascii_strtoull (argv[1], NULL, 10) : 50000);
  return 0;
}
