/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refusals that no sequence of today's commands brings about: what a newer catalogue, a fetched resource, an account
 * that lost its verification or a plan in the wrong place would meet. */
#include "metered.h"
#include "tenure-store.h"

/* --- Facts that are not as they were --------------------------------------------------------------------------------
 */

static char **keys;

static void
renew (Engine *engine, const char *rule)
{
  engine_refused (engine, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = keys, .months = 1 }, rule);
}

static void
unsubscribe (Engine *engine, const char *rule)
{
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE, &(TenureUnsubscribe){ .resources = keys, .agreed = TRUE }, rule);
}

static void
enlarge (Engine *engine, const char *rule)
{
  TenureChange change = { .resource = keys[0], .spec = (char *)"5_bgp", .amount = 10 };

  engine_refused (engine, TENURE_COMMAND_CHANGE, &change, rule);
}

static void
to_period (Engine *engine, const char *rule)
{
  engine_refused (engine, TENURE_COMMAND_TO_PERIOD, &(TenureToPeriod){ .resources = keys, .months = 1 }, rule);
}

static const struct
{
  const char *sql;
  gboolean metered; /* an address by the hour, else one for a month */
  void (*ask) (Engine *engine, const char *rule);
  const char *rule;
} cases[] = {
  { "UPDATE account SET verified = 0", FALSE, renew, "renew.not-verified" },
  { "UPDATE resource SET spec = 'gone'", FALSE, renew, "renew.no-price" },
  { "UPDATE resource SET spec = 'gone'", FALSE, enlarge, "change.no-price" },
  { "UPDATE resource SET spec = 'gone'", TRUE, to_period, "order.no-price" },
  { "UPDATE term SET cash = NULL", FALSE, unsubscribe, "unsubscribe.cannot-compute" },
  { "UPDATE term SET voucher = NULL", FALSE, unsubscribe, "unsubscribe.cannot-compute" },
  { "UPDATE term SET months = 48", FALSE, unsubscribe, "unsubscribe.rate-unpublished" },
};

static void
test_facts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
      g_autofree char *key =
          cases[i].metered ? metered_order (engine, "eip", "5_bgp", "ip", 5) : engine_buy (engine, "eip", "ip", 1);

      g_test_message ("%s: %s", cases[i].rule, cases[i].sql);
      keys = engine_strv (key, NULL);
      engine_go (engine, "2024-01-20 10:00:00");
      engine_sql (engine, cases[i].sql);
      cases[i].ask (engine, cases[i].rule);
      g_clear_pointer (&keys, g_strfreev);
    }
}

/* --- Plans in the wrong place ---------------------------------------------------------------------------------------
 */

static void
assert_refused (TenureOutcome *outcome, const char *rule)
{
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_REFUSED);
  g_assert_cmpstr (((TenureRefusal *)outcome->plan->refusals->pdata[0])->rule, ==, rule);
}

static void
test_other_command (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 10);
  TenureTopUp one = { .amount = TENURE_MONEY_ONE }, two = { .amount = 2 * TENURE_MONEY_ONE };
  g_autoptr (TenurePlan) plan = engine_plan (engine, TENURE_COMMAND_TOP_UP, &one);
  g_autoptr (TenureCommand) other = tenure_command_new (TENURE_COMMAND_TOP_UP, &two, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureOutcome) outcome = tenure_embedded_apply_at (engine->platform, other, plan, engine->now, &error);

  g_assert_no_error (error);
  assert_refused (outcome, "plan.other-command");
  engine_assert_money (engine_balance (engine), "10.00");
}

static void
test_other_account (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 10);
  g_autoptr (TenurePlan) plan =
      engine_plan (engine, TENURE_COMMAND_TOP_UP, &(TenureTopUp){ .amount = TENURE_MONEY_ONE });
  g_autoptr (TenureEmbedded) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureOutcome) outcome = NULL;

  engine_sql (engine, "INSERT INTO account (key, name, opened, source, fetched_at)"
                      " VALUES ('second', 'Second', 1704850000, 'embedded', 0)");
  other = tenure_embedded_new (engine->profile, engine->catalogue, "second", "tester");
  outcome = tenure_embedded_apply_at (other, plan->command, plan, engine->now, &error);
  g_assert_no_error (error);
  assert_refused (outcome, "plan.other-account");
  engine_assert_money (engine_balance (engine), "10.00");
}

/* A restored copy can only be looked at. */
static void
test_read_only (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 10);
  TenureRefusal *why = NULL;

  g_assert_true (tenure_platform_can (TENURE_PLATFORM (engine->platform), TENURE_COMMAND_RENEW, &why));
  g_assert_null (why);
  tenure_store_set_read_only (tenure_profile_store (engine->profile), TRUE);
  g_assert_false (tenure_platform_can (TENURE_PLATFORM (engine->platform), TENURE_COMMAND_RENEW, NULL));
  g_assert_false (tenure_platform_can (TENURE_PLATFORM (engine->platform), TENURE_COMMAND_RENEW, &why));
  g_assert_cmpstr (why->rule, ==, "profile.read-only");
  tenure_refusal_free (why);
  tenure_store_set_read_only (tenure_profile_store (engine->profile), FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refusals/facts", test_facts);
  g_test_add_func ("/refusals/other-command", test_other_command);
  g_test_add_func ("/refusals/other-account", test_other_account);
  g_test_add_func ("/refusals/read-only", test_read_only);
  return g_test_run ();
}
