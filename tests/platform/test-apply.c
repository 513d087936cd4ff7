/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Apply does what the plan says, once, or nothing at all. */
#include "engine.h"

static TenurePlan *
eip_plan (Engine *engine, const char *name)
{
  TenurePlaceOrder order = { .offer = (char *)"eip",
                             .spec = (char *)"5_bgp",
                             .region = (char *)"cn-north-4",
                             .name = (char *)name,
                             .bandwidth = 5,
                             .months = 1,
                             .quantity = 1,
                             .agreed = TRUE };

  return engine_plan (engine, TENURE_COMMAND_ORDER, &order);
}

static TenurePlan *
renew_plan (Engine *engine, char **keys, gboolean pay)
{
  TenureRenew renew = { .resources = keys, .months = 1, .pay = pay };

  return engine_plan (engine, TENURE_COMMAND_RENEW, &renew);
}

static void
test_twice (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_autoptr (TenurePlan) plan = renew_plan (engine, keys, TRUE);
  g_autoptr (TenureOutcome) first = engine_apply (engine, plan);
  g_autofree char *before = engine_dump (engine);
  g_autoptr (TenureOutcome) second = NULL;
  g_autofree char *after = NULL;

  engine->now += 60;
  second = engine_apply (engine, plan);
  after = engine_dump (engine);
  g_assert_cmpint (first->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (second->status, ==, TENURE_OUTCOME_REPEATED);
  g_assert_cmpstr (first->orders[0], ==, second->orders[0]);
  g_assert_cmpstr (first->plan->digest, ==, second->plan->digest);
  g_assert_cmpint (first->applied_at, ==, second->applied_at);
  g_assert_cmpstr (before, ==, after);
}

/* Two plans of the same thing with ids of their own: the second one is told what changed. */
static void
test_double_click (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_autoptr (TenurePlan) one = renew_plan (engine, keys, TRUE);
  g_autoptr (TenurePlan) other = renew_plan (engine, keys, TRUE);
  g_autoptr (TenureOutcome) done = engine_apply (engine, one);
  g_autofree char *before = engine_dump (engine);
  g_autoptr (TenureOutcome) stale = engine_apply (engine, other);
  g_autofree char *after = engine_dump (engine);

  g_assert_cmpint (done->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (stale->status, ==, TENURE_OUTCOME_STALE);
  g_assert_cmpuint (stale->differences->len, >, 0);
  g_assert_cmpstr (before, ==, after);
  engine_assert_expiry (engine, key, "2024-03-10 23:59:59");
  engine_check (engine);
}

/* A plan of an hour ago holds as long as what it says holds. */
static void
test_an_hour_ago (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureUnsubscribe give = { .resources = keys, .reason = 1, .agreed = TRUE };
  g_autoptr (TenurePlan) renewal = renew_plan (engine, keys, FALSE);
  g_autoptr (TenurePlan) refund = NULL;
  g_autoptr (TenureOutcome) done = NULL;
  g_autoptr (TenureOutcome) stale = NULL;

  engine_pass (engine, TENURE_HOUR_SECONDS);
  done = engine_apply (engine, renewal);
  g_assert_cmpint (done->status, ==, TENURE_OUTCOME_DONE);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = done->orders }));
  engine_pass (engine, 6 * TENURE_DAY_SECONDS);
  refund = engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE, &give);
  g_assert_cmpint (refund->holds_until, !=, TENURE_TIME_UNKNOWN);
  g_assert_cmpint (refund->holds_until, <=, engine->now + TENURE_HOUR_SECONDS);
  engine_pass (engine, TENURE_HOUR_SECONDS);
  stale = engine_apply (engine, refund);
  g_assert_cmpint (stale->status, ==, TENURE_OUTCOME_STALE);
  engine_check (engine);
}

static void
test_elsewhere (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autoptr (TenurePlan) plan = eip_plan (engine, "ip");
  g_autoptr (Engine) other = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *before = engine_dump (other);
  g_autoptr (TenureOutcome) outcome = engine_apply (other, plan);
  g_autofree char *after = engine_dump (other);

  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_REFUSED);
  g_assert_cmpstr (((TenureRefusal *)outcome->plan->refusals->pdata[0])->rule, ==, "plan.other-profile");
  g_assert_cmpstr (before, ==, after);
}

/* An edited plan is no plan: its digest does not fit; with a new digest it says what does not hold. */
static void
test_edited (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autoptr (TenurePlan) plan = eip_plan (engine, "ip");
  g_autoptr (TenureJson) json = tenure_plan_to_json (plan);
  g_autofree char *text = tenure_json_to_canonical (json);
  g_auto (GStrv) parts = g_strsplit (text, "\"115.00\"", -1);
  g_autofree char *edited = g_strjoinv ("\"15.00\"", parts);
  g_autoptr (TenureJson) edited_json = tenure_json_parse (edited, -1, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = engine_dump (engine);
  g_autoptr (TenureOutcome) outcome = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  g_assert_null (tenure_plan_from_json (edited_json, &error));
  g_assert_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID);
  ((TenurePlanItem *)plan->items->pdata[0])->total -= TENURE_MONEY_FEN;
  g_assert_true (tenure_plan_seal (plan, NULL));
  outcome = engine_apply (engine, plan);
  after = engine_dump (engine);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_STALE);
  g_assert_cmpstr (before, ==, after);
}

/* The same id with other contents is not the same command. */
static void
test_id_used (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autoptr (GError) error = NULL;
  TenureTopUp one = { .amount = TENURE_MONEY_ONE }, two = { .amount = 2 * TENURE_MONEY_ONE };
  const char *id = "0b0ff2a6-6b9e-4f0c-8a5e-2f6f1a2b3c4d";
  g_autoptr (TenureCommand) first = tenure_command_new (TENURE_COMMAND_TOP_UP, &one, id, NULL);
  g_autoptr (TenureCommand) second = tenure_command_new (TENURE_COMMAND_TOP_UP, &two, id, NULL);
  g_autoptr (TenurePlan) plan = tenure_embedded_plan_at (engine->platform, first, engine->now, &error);
  g_autoptr (TenurePlan) other = tenure_embedded_plan_at (engine->platform, second, engine->now, &error);
  g_autoptr (TenureOutcome) done = engine_apply (engine, plan);
  g_autoptr (TenureOutcome) refused = engine_apply (engine, other);

  g_assert_cmpint (done->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (refused->status, ==, TENURE_OUTCOME_REFUSED);
  g_assert_cmpstr (((TenureRefusal *)refused->plan->refusals->pdata[0])->rule, ==, "command.id-used");
  engine_assert_money (engine_balance (engine), "1001.00");
}

static void
got_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* The asynchronous faces do the same; a cancelled one does nothing. */
static void
test_async (void)
{
  g_autoptr (Engine) engine = engine_new ("2024-01-10 10:30:00", 0, FALSE, TENURE_LEVEL_V3);
  TenurePlatform *platform = TENURE_PLATFORM (engine->platform);
  TenureTopUp top_up = { .amount = 10 * TENURE_MONEY_ONE };
  g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_TOP_UP, &top_up, NULL, NULL);
  g_autoptr (GAsyncResult) planned = NULL;
  g_autoptr (GAsyncResult) stopped = NULL;
  g_autoptr (GAsyncResult) applied = NULL;
  g_autoptr (GAsyncResult) refreshed = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (TenurePlan) plan = NULL;
  g_autoptr (TenureOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  tenure_platform_plan_async (platform, command, NULL, NULL, NULL, got_result, &planned);
  plan = tenure_platform_plan_finish (platform, wait_for (&planned), &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancelled);
  tenure_platform_apply_async (platform, command, plan, NULL, cancelled, NULL, NULL, got_result, &stopped);
  g_assert_null (tenure_platform_apply_finish (platform, wait_for (&stopped), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  engine_assert_money (engine_balance (engine), "0.00");
  tenure_platform_apply_async (platform, command, plan, NULL, NULL, NULL, NULL, got_result, &applied);
  outcome = tenure_platform_apply_finish (platform, wait_for (&applied), &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_DONE);
  engine_assert_money (engine_balance (engine), "10.00");
  tenure_platform_refresh_async (platform, NULL, NULL, NULL, got_result, &refreshed);
  g_assert_true (tenure_platform_refresh_finish (platform, wait_for (&refreshed), &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apply/twice", test_twice);
  g_test_add_func ("/apply/double-click", test_double_click);
  g_test_add_func ("/apply/an-hour-ago", test_an_hour_ago);
  g_test_add_func ("/apply/elsewhere", test_elsewhere);
  g_test_add_func ("/apply/edited", test_edited);
  g_test_add_func ("/apply/id-used", test_id_used);
  g_test_add_func ("/apply/async", test_async);
  return g_test_run ();
}
