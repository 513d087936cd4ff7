/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four modes exclude each other and are set from any other, or refused (A1-21, A1-22, rules 6, 7). */
#include "engine.h"

static const TenureMode modes[] = { TENURE_MODE_MANUAL, TENURE_MODE_AUTO, TENURE_MODE_TO_PPU, TENURE_MODE_NO_RENEWAL };

static TenureSetMode
form (char **keys, TenureMode mode)
{
  return (TenureSetMode){ .resources = keys, .mode = (int)mode, .months = mode == TENURE_MODE_AUTO ? 1 : 0 };
}

static void
assert_mode (Engine *engine, const char *key, TenureMode mode)
{
  g_autofree char *found = engine_value (engine, "SELECT mode FROM resource WHERE key = ?1", key);

  g_assert_cmpstr (found, ==, tenure_mode_name (mode));
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM event WHERE kind = 'auto-renew'", NULL), ==,
                   mode == TENURE_MODE_AUTO);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM event WHERE kind = 'expire'", NULL), ==, 1);
}

/* From each to each; the same again is refused. */
static void
test_each_to_each (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);

  for (guint from = 0; from < G_N_ELEMENTS (modes); from++)
    for (guint to = 0; to < G_N_ELEMENTS (modes); to++)
      {
        TenureSetMode before = form (keys, modes[from]), after = form (keys, modes[to]);
        g_autofree char *now = engine_value (engine, "SELECT mode FROM resource WHERE key = ?1", key);

        if (!g_str_equal (now, tenure_mode_name (modes[from])))
          tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &before));
        assert_mode (engine, key, modes[from]);
        if (from == to)
          engine_refused (engine, TENURE_COMMAND_SET_MODE, &after, "set-mode.same");
        else
          tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &after));
        assert_mode (engine, key, modes[to]);
      }
  engine_check (engine);
}

#define TRIAL "UPDATE resource SET offer = 'cce-trial', spec = 'cce.t1.small'"

static const struct
{
  const char *sql;
  TenureMode mode;
  const char *rule; /* NULL: it is done */
} cases[] = {
  /* rules 7: what cannot go on by the hour */
  { "UPDATE resource SET offer = 'vpc', spec = 'standard'", TENURE_MODE_TO_PPU, "to-pay-per-use.unsupported" },
  { "UPDATE resource SET charging = 'package', capacity = 9, used = 0", TENURE_MODE_TO_PPU, "to-pay-per-use.package" },
  { "UPDATE resource SET offer = 'web-solution', spec = 'standard'", TENURE_MODE_TO_PPU, "to-pay-per-use.solution" },
  { "UPDATE resource SET freeze = 'violation'", TENURE_MODE_TO_PPU, "resource.violation-frozen" },
  { "UPDATE resource SET freeze = 'police'", TENURE_MODE_TO_PPU, "resource.police-frozen" },
  { "UPDATE account SET freeze = 'arrears'", TENURE_MODE_TO_PPU, "account.frozen" },
  { "UPDATE resource SET freeze = 'arrears'", TENURE_MODE_TO_PPU, NULL },
  /* rules 6: what is frozen cannot be switched on */
  { "UPDATE resource SET freeze = 'police'", TENURE_MODE_AUTO, "resource.police-frozen" },
  { "UPDATE account SET freeze = 'violation'", TENURE_MODE_AUTO, "account.frozen" },
  { "UPDATE account SET freeze = 'violation'", TENURE_MODE_NO_RENEWAL, NULL },
  /* in grace, in retention */
  { "UPDATE resource SET expiry = 1704556799", TENURE_MODE_TO_PPU, "to-pay-per-use.expired" },
  { "UPDATE resource SET expiry = 1703865599", TENURE_MODE_TO_PPU, "to-pay-per-use.expired" },
  { "UPDATE resource SET expiry = 1704556799", TENURE_MODE_AUTO, "set-mode.expired" },
  { "UPDATE resource SET expiry = 1704556799", TENURE_MODE_NO_RENEWAL, NULL },
  { "UPDATE resource SET offer = 'web-solution', spec = 'standard'", TENURE_MODE_AUTO, "set-mode.solution" },
  /* A1-21: a withdrawn product can only be left to end */
  { TRIAL ", mode = 'no-renewal'", TENURE_MODE_MANUAL, "resource.withdrawn" },
  { TRIAL, TENURE_MODE_AUTO, "resource.withdrawn" },
  { TRIAL, TENURE_MODE_TO_PPU, "resource.withdrawn" },
  { TRIAL, TENURE_MODE_NO_RENEWAL, NULL },
  { TRIAL ", mode = 'auto', auto_months = 1, auto_left = -1", TENURE_MODE_AUTO, "resource.withdrawn" },
  { TRIAL ", mode = 'auto', auto_months = 1, auto_left = -1", TENURE_MODE_MANUAL, "resource.withdrawn" },
  { TRIAL ", mode = 'auto', auto_months = 1, auto_left = -1", TENURE_MODE_NO_RENEWAL, NULL },
  { "UPDATE resource SET status = 'released'", TENURE_MODE_NO_RENEWAL, "resource.gone" },
  /* rules 4.2: a monthly package has no year */
  { "UPDATE resource SET charging = 'package', capacity = 9, used = 0", TENURE_MODE_AUTO, NULL },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
      g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
      g_auto (GStrv) keys = engine_strv (key, NULL);
      TenureSetMode set = form (keys, cases[i].mode);

      g_test_message ("%s: %s", cases[i].sql, tenure_mode_name (cases[i].mode));
      engine_sql (engine, cases[i].sql);
      if (cases[i].rule != NULL)
        engine_refused (engine, TENURE_COMMAND_SET_MODE, &set, cases[i].rule);
      else
        tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &set));
    }
}

/* In a batch each item has its own answer; a withdrawn product takes no part in one. */
static void
test_batch (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *ip = engine_buy (engine, "eip", "ip", 1);
  g_autofree char *net = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (ip, net, NULL);
  TenureSetMode convert = form (keys, TENURE_MODE_TO_PPU), leave = form (keys, TENURE_MODE_NO_RENEWAL);
  g_autoptr (TenureOutcome) done = engine_do (engine, TENURE_COMMAND_SET_MODE, &convert);
  g_autoptr (TenureOutcome) left = NULL;

  g_assert_null (engine_item_rule (done->plan, 0));
  g_assert_cmpstr (engine_item_rule (done->plan, 1), ==, "to-pay-per-use.unsupported");
  engine_sql (engine, TRIAL " WHERE name = 'net'");
  left = engine_do (engine, TENURE_COMMAND_SET_MODE, &leave);
  g_assert_null (engine_item_rule (left->plan, 0));
  g_assert_cmpstr (engine_item_rule (left->plan, 1), ==, "resource.withdrawn-batch");
  engine_check (engine);
}

/* Rules 6, enabled too late: it is charged at once, and the plan says how much; on other days it says nothing. */
static void
test_at_once (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureSetMode set = form (keys, TENURE_MODE_AUTO), leave = form (keys, TENURE_MODE_NO_RENEWAL);
  g_autoptr (TenurePlan) early = engine_plan (engine, TENURE_COMMAND_SET_MODE, &set);
  g_autoptr (TenurePlan) late = NULL;
  g_autoptr (TenureOutcome) done = NULL;
  TenureMoney before = engine_balance (engine);

  g_assert_cmpint (((TenurePlanItem *)early->items->pdata[0])->due, ==, 0);
  engine_go (engine, "2024-02-10 10:00:00");
  done = engine_do (engine, TENURE_COMMAND_SET_MODE, &set);
  engine_pass (engine, 0);
  g_assert_cmpint (((TenurePlanItem *)done->plan->items->pdata[0])->due, >, 0);
  g_assert_cmpint (((TenurePlanItem *)done->plan->items->pdata[0])->due, ==, before - engine_balance (engine));
  engine_assert_expiry (engine, key, "2024-03-10 23:59:59");
  engine_sql (engine, "UPDATE resource SET mode = 'manual', auto_months = NULL, auto_left = NULL, auto_since = NULL");
  engine_go (engine, "2024-03-12 10:00:00");
  late = engine_plan (engine, TENURE_COMMAND_SET_MODE, &leave);
  g_assert_cmpint (late->holds_until, >, engine->now); /* expired: until it is destroyed */
  engine_check (engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/modes/each-to-each", test_each_to_each);
  g_test_add_func ("/modes/refusals", test_refusals);
  g_test_add_func ("/modes/batch", test_batch);
  g_test_add_func ("/modes/rules-6-at-once", test_at_once);
  return g_test_run ();
}
