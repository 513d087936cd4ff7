/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan writes nothing, says why, and is fast enough to be looked at. */
#include "accounts.h"

/* Every kind, on a profile that has something for each: the file is the same afterwards. */
static void
test_writes_nothing (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  g_autofree char *other = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) held = engine_strv (other, NULL);
  TenureRenew later = { .resources = held, .months = 1 }, now = { .resources = keys, .months = 1, .pay = TRUE };
  g_autoptr (TenureOutcome) waiting = engine_do (engine, TENURE_COMMAND_RENEW, &later);
  TenurePlaceOrder order = { .offer = (char *)"vpc",
                             .spec = (char *)"standard",
                             .region = (char *)"cn-north-4",
                             .name = (char *)"n",
                             .months = 1,
                             .quantity = 1,
                             .agreed = TRUE };
  TenurePay pay = { .orders = waiting->orders };
  TenureCancel cancel = { .orders = waiting->orders };
  TenureTopUp top_up = { .amount = TENURE_MONEY_ONE };
  TenureSetMode mode = { .resources = keys, .mode = TENURE_MODE_AUTO, .months = 1 };
  TenureSetUnifiedDay unified = { .day = 5 };
  TenureSetDeductionDay deduction = { .days = 2, .agreed = TRUE };
  TenureUnsubscribe give = { .resources = keys, .agreed = TRUE };
  TenureUnsubscribeRenewals back = { .resources = keys };
  TenureApplyAccount form = accounts_form ();
  const gconstpointer params[TENURE_N_COMMANDS] = {
    [TENURE_COMMAND_TOP_UP] = &top_up,
    [TENURE_COMMAND_ORDER] = &order,
    [TENURE_COMMAND_PAY] = &pay,
    [TENURE_COMMAND_CANCEL] = &cancel,
    [TENURE_COMMAND_RENEW] = &now,
    [TENURE_COMMAND_SET_MODE] = &mode,
    [TENURE_COMMAND_SET_UNIFIED_DAY] = &unified,
    [TENURE_COMMAND_SET_DEDUCTION_DAY] = &deduction,
    [TENURE_COMMAND_UNSUBSCRIBE] = &give,
    [TENURE_COMMAND_UNSUBSCRIBE_RENEWALS] = &back,
    [TENURE_COMMAND_RENAME_ENTERPRISE] = &(TenureRenameEnterprise){ (char *)"hw_wenhua", (char *)"文化中心" },
    [TENURE_COMMAND_SEND_CODE] = &(TenureSendCode){ TENURE_PURPOSE_REGISTER, (char *)"13912345678", NULL },
    [TENURE_COMMAND_APPLY_ACCOUNT] = &form,
    [TENURE_COMMAND_SEND_LINK] = &(TenureSendLink){ (char *)"demo.govcloud", TENURE_PURPOSE_RESET },
    [TENURE_COMMAND_RESET_PASSWORD] = &(TenureResetPassword){ (char *)"demo.govcloud" },
    [TENURE_COMMAND_SIGN_IN] = &(TenureSignIn){ (char *)"demo.govcloud" },
    [TENURE_COMMAND_SIGN_OUT] = &(TenureSignOut){ 0 },
  };
  g_autofree char *before = NULL;

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &now));
  tenure_embedded_huawei_accounts (engine->profile, engine->now, NULL);
  before = engine_dump (engine);
  for (guint kind = 0; kind < TENURE_N_COMMANDS; kind++)
    {
      if (params[kind] == NULL)
        continue;
      g_autoptr (TenurePlan) plan = engine_plan (engine, (TenureCommandKind)kind, params[kind]);
      g_autofree char *after = engine_dump (engine);

      g_assert_true (tenure_plan_possible (plan));
      g_assert_nonnull (plan->digest);
      g_assert_cmpstr (before, ==, after);
    }
}

/* A plan survives its file: what it says, why, and its digest. */
static void
test_file (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureRenew renew = { .resources = keys, .months = 1, .unify = TRUE, .pay = TRUE };
  g_autoptr (TenurePlan) plan = engine_plan (engine, TENURE_COMMAND_RENEW, &renew);
  g_autoptr (TenureJson) json = tenure_plan_to_json (plan);
  g_autofree char *text = tenure_json_to_canonical (json);
  g_autoptr (TenureJson) read = tenure_json_parse (text, -1, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePlan) again = tenure_plan_from_json (read, &error);
  g_autoptr (TenureOutcome) done = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (plan->digest, ==, again->digest);
  done = engine_apply (engine, again);
  g_assert_cmpint (done->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (engine_balance (engine), ==, plan->balance_after);
}

static void
test_unknown (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 0);
  g_auto (GStrv) keys = engine_strv ("no-such-thing", NULL);
  TenureRenew renew = { .resources = keys, .months = 1 };
  g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_RENEW, &renew, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_embedded_plan_at (engine->platform, command, engine->now, &error));
  g_assert_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "no-such-thing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/writes-nothing", test_writes_nothing);
  g_test_add_func ("/plan/file", test_file);
  g_test_add_func ("/plan/unknown", test_unknown);
  return g_test_run ();
}
