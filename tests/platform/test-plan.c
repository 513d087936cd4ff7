/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan writes nothing, says why, and is fast enough to be looked at. */
#include "accounts.h"
#include "metered.h"

/* The kinds that a table below names. */
static gboolean named[TENURE_N_COMMANDS];

/* Plans each kind that has parameters: it is possible, and the file is the same afterwards. */
static void
plan_each (Engine *engine, const gconstpointer params[TENURE_N_COMMANDS])
{
  g_autofree char *before = engine_dump (engine);

  for (guint kind = 0; kind < TENURE_N_COMMANDS; kind++)
    {
      g_autoptr (TenurePlan) plan = NULL;
      g_autofree char *after = NULL;

      if (params[kind] == NULL)
        continue;
      named[kind] = TRUE;
      plan = engine_plan (engine, (TenureCommandKind)kind, params[kind]);
      after = engine_dump (engine);
      g_assert_true (tenure_plan_possible (plan));
      g_assert_nonnull (plan->digest);
      g_assert_cmpstr (before, ==, after);
    }
}

/* A package that begins in a year, as if it had been bought on top of another one. */
static char *
buy_at (Engine *engine, const char *moment, const char *name)
{
  char *key;

  engine_go (engine, moment);
  key = engine_buy (engine, "vpc", name, 1);
  engine_sql (engine, "UPDATE resource SET charging = 'package', capacity = 1, used = 0, start = 1735689600,"
                      " expiry = 1738367999 WHERE name = 'later'");
  engine_sql (engine, "UPDATE term SET start = 1735689600, \"end\" = 1738367999"
                      " WHERE resource_id = (SELECT id FROM resource WHERE name = 'later')");
  return key;
}

/* Every kind, on a profile that has something for each: the file is the same afterwards. */
static void
test_writes_nothing (void)
{
  g_autoptr (Engine) engine = engine_open ("2023-12-05 10:30:00", 3000);
  g_autofree char *old = engine_buy (engine, "vpc", "old", 1);
  g_autofree char *later_one = buy_at (engine, "2024-01-10 10:30:00", "later");
  g_auto (GStrv) expired = engine_strv (old, NULL), pending = engine_strv (later_one, NULL);
  g_autofree char *ip = engine_buy (engine, "eip", "ip", 1);
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
  TenureExport export = { .what = 0 };
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
    [TENURE_COMMAND_EXPORT] = &export,
  };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &now));
  tenure_embedded_huawei_accounts (engine->profile, engine->now, NULL);
  plan_each (engine, params);
}

/* … and what the customer chooses and the staff does. */
static void
test_payments_write_nothing (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  TenurePlaceOrder order = { .offer = (char *)"vpc",
                             .spec = (char *)"standard",
                             .region = (char *)"cn-north-4",
                             .name = (char *)"n",
                             .months = 1,
                             .quantity = 1,
                             .agreed = TRUE };
  TenureOrderForCustomer behalf = { order, (char *)"demo" };
  TenureGrantCoupon coupon = {
    .account = (char *)"demo", .name = (char *)"c", .amount = TENURE_MONEY_ONE, .inactive = TRUE
  };
  TenureGrantDiscount discount = { .account = (char *)"demo", .name = (char *)"d", .permyriad = 9000 };
  TenureActivateCoupon activate = { (char *)"demo-voucher-1" };
  TenureReclaimCoupon reclaim = { (char *)"demo", (char *)"demo-voucher-1" };
  TenureSetFreeze freeze = { (char *)"demo", NULL, TENURE_FREEZE_ARREARS };
  TenureWithdrawOffer withdraw = { (char *)"vpc", TRUE };
  g_autoptr (TenureOutcome) waiting = engine_do (engine, TENURE_COMMAND_ORDER, &order), reviewed = NULL;
  g_autoptr (TenureOutcome) ordered = engine_do (engine, TENURE_COMMAND_ORDER_FOR_CUSTOMER, &behalf);
  TenureChooseInstruments choose = { .order = waiting->orders[0] };
  TenureMarkOrder mark = { waiting->orders[0], TENURE_MARK_PROMOTION, TRUE };
  TenureConfirmOrder confirm = { .orders = ordered->orders, .accept = TRUE };
  TenureDecideOrder decide = { .approve = TRUE };
  const gconstpointer params[TENURE_N_COMMANDS] = {
    [TENURE_COMMAND_CHOOSE_INSTRUMENTS] = &choose, [TENURE_COMMAND_CONFIRM_ORDER] = &confirm,
    [TENURE_COMMAND_DECIDE_ORDER] = &decide,       [TENURE_COMMAND_ORDER_FOR_CUSTOMER] = &behalf,
    [TENURE_COMMAND_GRANT_COUPON] = &coupon,       [TENURE_COMMAND_GRANT_DISCOUNT] = &discount,
    [TENURE_COMMAND_ACTIVATE_COUPON] = &activate,  [TENURE_COMMAND_RECLAIM_COUPON] = &reclaim,
    [TENURE_COMMAND_SET_FREEZE] = &freeze,         [TENURE_COMMAND_WITHDRAW_OFFER] = &withdraw,
    [TENURE_COMMAND_MARK_ORDER] = &mark,
  };

  ((TenureOffer *)tenure_catalogue_find (engine->catalogue, "vpc"))->needs_approval = TRUE;
  reviewed = engine_do (engine, TENURE_COMMAND_ORDER, &order);
  decide.orders = reviewed->orders;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_COUPON, &coupon));
  plan_each (engine, params);
}

/* … and what is done with resources. */
static void
test_resources_write_nothing (void)
{
  g_autoptr (Engine) engine = engine_open ("2023-12-05 10:30:00", 3000);
  g_autofree char *old = engine_buy (engine, "vpc", "old", 1);
  g_autofree char *later = buy_at (engine, "2024-01-10 10:30:00", "later");
  g_auto (GStrv) expired = engine_strv (old, NULL), pending = engine_strv (later, NULL);
  g_autofree char *ip = engine_buy (engine, "eip", "ip", 1);
  TenureUnsubscribe withdraw = { .resources = pending };
  TenureRelease release = { .resources = expired };
  TenureChange change = { .resource = ip, .amount = 10 };
  TenureAttach attach = { .resource = ip, .offer = (char *)"bandwidth-addon", .amount = 5 };
  const gconstpointer params[TENURE_N_COMMANDS] = {
    [TENURE_COMMAND_UNSUBSCRIBE_PENDING] = &withdraw,
    [TENURE_COMMAND_RELEASE] = &release,
    [TENURE_COMMAND_CHANGE] = &change,
    [TENURE_COMMAND_ATTACH] = &attach,
  };

  plan_each (engine, params);
}

/* … and those of what is metered, or fails. */
static void
test_writes_nothing_metered (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *running = metered_order (engine, "eip", "5_bgp", "ip", 5);
  g_auto (GStrv) metered = engine_strv (running, NULL);
  TenureToPeriod to_period = { .resources = metered, .months = 1, .pay = TRUE };
  g_autoptr (TenureOutcome) waiting = engine_do (engine, TENURE_COMMAND_ORDER,
                                                 &(TenurePlaceOrder){ .offer = (char *)"vpc",
                                                                      .spec = (char *)"standard",
                                                                      .region = (char *)"cn-north-4",
                                                                      .name = (char *)"n",
                                                                      .months = 1,
                                                                      .quantity = 1,
                                                                      .agreed = TRUE });
  TenureTellFailure tell = { .order = waiting->orders[0] };
  const gconstpointer params[TENURE_N_COMMANDS] = {
    [TENURE_COMMAND_TO_PERIOD] = &to_period,
    [TENURE_COMMAND_TELL_FAILURE] = &tell,
  };

  plan_each (engine, params);
}

/* … and what makes an account of an application. */
static void
test_accounts_write_nothing (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  g_autofree char *link = NULL;
  TenureDecideApplication decide = { (char *)USER, NULL, TRUE };
  TenureSetPassword set = { NULL };
  const gconstpointer handed_in[TENURE_N_COMMANDS] = { [TENURE_COMMAND_DECIDE_APPLICATION] = &decide };
  const gconstpointer approved[TENURE_N_COMMANDS] = { [TENURE_COMMAND_SET_PASSWORD] = &set };

  accounts_hand_in (engine);
  plan_each (engine, handed_in);
  accounts_decide (engine, TRUE, NULL);
  set.link = link = accounts_newest_link (engine);
  plan_each (engine, approved);
}

/* No kind is forgotten above. */
static void
test_every_kind_writes_nothing (void)
{
  test_writes_nothing ();
  test_payments_write_nothing ();
  test_resources_write_nothing ();
  test_writes_nothing_metered ();
  test_accounts_write_nothing ();
  for (guint kind = 0; kind < TENURE_N_COMMANDS; kind++)
    {
      if (!named[kind])
        g_test_message ("no table names “%s”", tenure_command_kind_name ((TenureCommandKind)kind));
      g_assert_true (named[kind]);
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
  g_test_add_func ("/plan/every-kind-writes-nothing", test_every_kind_writes_nothing);
  g_test_add_func ("/plan/file", test_file);
  g_test_add_func ("/plan/unknown", test_unknown);
  return g_test_run ();
}
