/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a Huawei account to the first sign-in, and everything that can go wrong on the way (guide 1 and 2). */
#include "accounts.h"

/* --- The trip ---------------------------------------------------------------------------------------------------- */

/* Guide 1 and 2: applied for, rejected, corrected, approved, activated, signed in by each of the three names. */
static void
test_trip (void)
{
  static const char *const LOGINS[] = { PHONE, "+86 139-1234-5678", EMAIL, "WENHUA@wenhua.example",
                                        USER,  "HW_WENHUA.govcloud" };
  g_autoptr (Engine) engine = accounts_engine ();

  accounts_hand_in (engine);
  value_is (engine, "SELECT state FROM application", "submitted");
  value_is (engine, "SELECT email FROM application", EMAIL);
  value_is (engine, "SELECT key FROM application", USER);
  accounts_decide (engine, FALSE, "请写明区域");
  value_is (engine, "SELECT reason FROM application", "请写明区域");
  engine_pass (engine, 60);
  accounts_hand_in (engine);
  value_is (engine, "SELECT state || coalesce (reason, '') || count (*) FROM application", "submitted1");
  accounts_decide (engine, TRUE, NULL);
  value_is (engine, "SELECT opened FROM account WHERE key = '" ACCOUNT "'", NULL);
  accounts_activate (engine);
  value_is (engine, "SELECT user_name || ' ' || phone || ' ' || email FROM account WHERE key = '" ACCOUNT "'",
            USER " " PHONE " " EMAIL);
  value_is (engine, "SELECT state FROM application", "activated");
  for (guint i = 0; i < G_N_ELEMENTS (LOGINS); i++)
    {
      accounts_sign_in (engine, LOGINS[i]);
      value_is (engine, "SELECT value FROM meta WHERE key = 'signed-in'", ACCOUNT);
      accounts_done (engine, TENURE_COMMAND_SIGN_OUT, &(TenureSignOut){ 0 }, NULL);
      value_is (engine, "SELECT value FROM meta WHERE key = 'signed-in'", NULL);
    }
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "0");
  value_is (engine, "SELECT count (*) FROM credential WHERE hash LIKE '$argon2id$%'", "1");
  engine_check (engine);
}

/* A1-16: each decision by SMS and by mail. */
static void
test_messages (void)
{
  g_autoptr (Engine) engine = accounts_engine ();

  accounts_hand_in (engine);
  accounts_decide (engine, FALSE, "no");
  value_is (engine,
            "SELECT group_concat (kind || ' ' || address || ' ' || template, ', ') FROM message"
            " WHERE template LIKE 'application%'",
            "sms " PHONE " application.rejected, mail " EMAIL " application.rejected");
  engine_pass (engine, 60);
  accounts_hand_in (engine);
  accounts_decide (engine, TRUE, NULL);
  value_is (engine,
            "SELECT group_concat (kind || ' ' || address || ' ' || template, ', ') FROM (SELECT * FROM message"
            " WHERE template IN ('application.activate', 'application.approved') ORDER BY id)",
            "mail " EMAIL " application.activate, sms " PHONE " application.approved");
}

/* A1-09: the journal names role and account. */
static void
test_journal (void)
{
  g_autoptr (Engine) engine = accounts_engine ();

  accounts_open (engine);
  accounts_sign_in (engine, PHONE);
  accounts_done (engine, TENURE_COMMAND_TOP_UP, &(TenureTopUp){ TENURE_MONEY_ONE }, NULL);
  value_is (engine, "SELECT actor || ' ' || account FROM journal WHERE kind = 'application.approved'",
            "reviewer " ACCOUNT);
  value_is (engine, "SELECT actor || ' ' || account FROM journal WHERE kind = 'account.signed-in'", "visitor " ACCOUNT);
  value_is (engine, "SELECT actor || ' ' || account FROM journal WHERE kind = 'command' ORDER BY id DESC LIMIT 1",
            USER " " ACCOUNT);
}

/* --- Who may apply ----------------------------------------------------------------------------------------------- */

static void
test_conditions (void)
{
  static const char *const ROWS[][2] = {
    { "hw_personal", "apply.personal" },
    { "hw_unverified", "apply.not-verified" },
    { "hw_restricted", "apply.restricted" },
    { "hw_arrears", "apply.frozen-arrears" },
    { "hw_violation", "apply.frozen-violation" },
    { "hw_police", "apply.frozen-police" },
    { "demo", "apply.opened" },
    { "nobody", "account.unknown" },
  };
  g_autoptr (Engine) engine = accounts_engine ();

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      TenureApplyAccount params = accounts_form ();
      params.account = (char *)ROWS[i][0];
      engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, ROWS[i][1]);
    }
}

static void
test_form (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  TenureApplyAccount params = accounts_form ();

  params.phone = (char *)"12345";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "phone.invalid");
  params = accounts_form ();
  params.email = (char *)"wenhua";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "email.invalid");
  params = accounts_form ();
  params.manager_phone = (char *)"123";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "phone.invalid");
  params = accounts_form ();
  params.applicant = (char *)"  ";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.no-applicant");
  params = accounts_form ();
  params.needs = (char *)" \n";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.no-needs");
  params = accounts_form ();
  params.phone = (char *)"138 0000 0000"; /* the first account's */
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.phone-taken");
  params = accounts_form ();
  params.email = (char *)"Demo@govcloud.example";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.email-taken");
}

/* A second application of the same account waits its turn. */
static void
test_states (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  TenureApplyAccount params = accounts_form ();
  TenureDecideApplication decision = { (char *)USER, NULL, FALSE };

  engine_refused (engine, TENURE_COMMAND_DECIDE_APPLICATION, &decision, "application.unknown");
  accounts_hand_in (engine);
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.submitted");
  engine_refused (engine, TENURE_COMMAND_DECIDE_APPLICATION, &decision, "application.no-reason");
  decision.approve = TRUE;
  engine_sql (engine, "UPDATE account SET freeze = 'police' WHERE key = '" ACCOUNT "'");
  engine_refused (engine, TENURE_COMMAND_DECIDE_APPLICATION, &decision, "apply.frozen-police");
  engine_sql (engine, "UPDATE account SET freeze = 'none' WHERE key = '" ACCOUNT "'");
  accounts_decide (engine, TRUE, NULL);
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.approved");
  engine_refused (engine, TENURE_COMMAND_DECIDE_APPLICATION, &decision, "application.decided");
  accounts_activate (engine);
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.opened");
}

static void
test_rename (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  TenureRenameEnterprise params = { (char *)ACCOUNT, (char *)" 云港市文化中心 " };

  accounts_done (engine, TENURE_COMMAND_RENAME_ENTERPRISE, &params, NULL);
  value_is (engine, "SELECT name FROM account WHERE key = '" ACCOUNT "'", "云港市文化中心");
  engine_refused (engine, TENURE_COMMAND_RENAME_ENTERPRISE, &params, "rename.same");
  params.name = (char *)"  ";
  engine_refused (engine, TENURE_COMMAND_RENAME_ENTERPRISE, &params, "rename.empty");
  params.account = (char *)"demo";
  engine_refused (engine, TENURE_COMMAND_RENAME_ENTERPRISE, &params, "rename.opened");
  params.account = (char *)"nobody";
  engine_refused (engine, TENURE_COMMAND_RENAME_ENTERPRISE, &params, "account.unknown");
}

/* --- Codes ------------------------------------------------------------------------------------------------------- */

/* A1-04 */
static void
test_codes (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  g_autofree char *first = accounts_send_code (engine, PHONE), *second = NULL, *bad = NULL;
  TenureSendCode again = { TENURE_PURPOSE_REGISTER, (char *)PHONE, NULL };
  TenureApplyAccount params = accounts_form ();

  g_assert_cmpuint (strlen (first), ==, 6);
  engine_refused (engine, TENURE_COMMAND_SEND_CODE, &again, "code.too-soon");
  params.phone = (char *)"13912345679"; /* another phone: the code is not its */
  accounts_wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, first, "code.wrong");
  engine_pass (engine, 60);
  second = accounts_send_code (engine, PHONE);
  params = accounts_form ();
  if (!g_str_equal (first, second))
    accounts_wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, first, "code.wrong");
  value_is (engine, "SELECT group_concat (state) FROM (SELECT state FROM code ORDER BY id)", "void,live");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "1");
  accounts_wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, NULL, "secret.missing");
  bad = g_strdup (second);
  bad[0] = bad[0] == '0' ? '1' : '0';
  for (int i = 0; i < 5; i++)
    accounts_wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, bad, "code.wrong");
  value_is (engine, "SELECT state || coalesce (hash, '') FROM code ORDER BY id DESC LIMIT 1", "void");
  accounts_wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, second, "code.wrong");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "0");
  engine_check (engine);
}

static void
test_code_limit (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  TenureSendCode again = { TENURE_PURPOSE_REGISTER, (char *)PHONE, NULL };

  for (int i = 0; i < 5; i++)
    {
      g_free (accounts_send_code (engine, PHONE));
      engine_pass (engine, 60);
    }
  engine_refused (engine, TENURE_COMMAND_SEND_CODE, &again, "code.too-many");
  engine_pass (engine, 3600 - 5 * 60 - 1);
  engine_refused (engine, TENURE_COMMAND_SEND_CODE, &again, "code.too-many");
  engine_pass (engine, 1);
  g_free (accounts_send_code (engine, PHONE));
  again.phone = (char *)"abc";
  engine_refused (engine, TENURE_COMMAND_SEND_CODE, &again, "phone.invalid");
}

/* Ten minutes; then it is erased, settled or not. */
static void
test_code_expires (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  g_autofree char *code = accounts_send_code (engine, PHONE);
  TenureApplyAccount params = accounts_form ();

  engine->now += 600;
  accounts_wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, code, "code.wrong");
  engine_pass (engine, 0);
  value_is (engine, "SELECT state || coalesce (hash, '') FROM code", "expired");
  value_is (engine, "SELECT secret FROM message", NULL);
  engine_check (engine);
}

/* --- Links ------------------------------------------------------------------------------------------------------- */

/* GP-43: seven days, not a second more. */
static void
test_link_expires (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  g_autofree char *link = NULL;
  TenureSetPassword params = { 0 };
  g_autoptr (TenurePlan) plan = NULL;

  accounts_hand_in (engine);
  accounts_decide (engine, TRUE, NULL);
  link = accounts_newest_link (engine);
  params.link = link;
  engine->now += 168 * 3600 - 1;
  plan = engine_plan (engine, TENURE_COMMAND_SET_PASSWORD, &params);
  g_assert_true (tenure_plan_possible (plan));
  g_assert_cmpint (plan->holds_until, ==, engine->now + 1);
  engine->now++;
  engine_refused (engine, TENURE_COMMAND_SET_PASSWORD, &params, "link.expired");
  engine_pass (engine, 0);
  engine_refused (engine, TENURE_COMMAND_SET_PASSWORD, &params, "link.expired");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "0");
  engine_check (engine);
}

/* A1-06: a new link kills the old one; a used and an unknown one each have their sentence. */
static void
test_links (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  TenureSendLink send = { (char *)USER, TENURE_PURPOSE_ACTIVATE };
  g_autofree char *old = NULL, *old_secret = NULL, *lines = NULL, *new = NULL, *bad = NULL;
  TenureSetPassword params = { (char *)"no-such-link" };

  engine_refused (engine, TENURE_COMMAND_SET_PASSWORD, &params, "link.unknown");
  accounts_hand_in (engine);
  accounts_decide (engine, TRUE, NULL);
  params.link = old = accounts_newest_link (engine);
  old_secret = accounts_link_secret (engine, old);
  accounts_done (engine, TENURE_COMMAND_SEND_LINK, &send, NULL);
  engine_refused (engine, TENURE_COMMAND_SET_PASSWORD, &params, "link.replaced");
  params.link = new = accounts_newest_link (engine);
  g_assert_cmpstr (new, !=, old);
  bad = accounts_two_lines (old_secret, PASSWORD);
  accounts_wrong (engine, TENURE_COMMAND_SET_PASSWORD, &params, bad, "link.unknown");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "1");
  accounts_activate (engine);
  engine_refused (engine, TENURE_COMMAND_SET_PASSWORD, &params, "link.used");
  accounts_done (engine, TENURE_COMMAND_SEND_LINK, &send,
                 NULL); /* active already: nothing is sent, and nothing is told */
  value_is (engine, "SELECT count (*) FROM link WHERE state = 'live'", "0");
  engine_check (engine);
}

/* GD-61: what the rules refuse is refused after the link is proven, and uses nothing up. */
static void
test_password_rules (void)
{
  static const char *const ROWS[][2] = {
    { "duolcvog.auhnew_wh", "password.name" }, { "12345678", "password.kinds" }, { "Abc#123", "password.length" },
    { "x" PHONE, "password.contact" },         { "", "secret.missing" },
  };
  g_autoptr (Engine) engine = accounts_engine ();
  g_autofree char *link = NULL, *secret = NULL;
  TenureSetPassword params = { 0 };

  accounts_hand_in (engine);
  accounts_decide (engine, TRUE, NULL);
  params.link = link = accounts_newest_link (engine);
  secret = accounts_link_secret (engine, link);
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autofree char *lines = accounts_two_lines (secret, ROWS[i][0]);
      accounts_wrong (engine, TENURE_COMMAND_SET_PASSWORD, &params, lines, ROWS[i][1]);
    }
  accounts_activate (engine);
}

/* A1-08: by link and by code; the old password is over. */
static void
test_forgotten (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  TenureSendCode send = { TENURE_PURPOSE_RESET, NULL, (char *)EMAIL };
  TenureSendLink send_link = { (char *)PHONE, TENURE_PURPOSE_RESET };
  TenureResetPassword reset = { (char *)USER };
  TenureSignIn in = { (char *)PHONE };
  g_autofree char *code = NULL, *lines = NULL, *link = NULL, *secret = NULL, *more = NULL;
  TenureSetPassword set = { 0 };

  accounts_open (engine);
  accounts_done (engine, TENURE_COMMAND_SEND_CODE, &send, NULL);
  code = accounts_newest_secret (engine);
  lines = accounts_two_lines (code, "Another#Word-7");
  accounts_done (engine, TENURE_COMMAND_RESET_PASSWORD, &reset, lines);
  accounts_wrong (engine, TENURE_COMMAND_RESET_PASSWORD, &reset, lines, "code.wrong");
  accounts_wrong (engine, TENURE_COMMAND_SIGN_IN, &in, PASSWORD, "sign-in.wrong");
  accounts_done (engine, TENURE_COMMAND_SIGN_IN, &in, "Another#Word-7");
  accounts_done (engine, TENURE_COMMAND_SEND_LINK, &send_link, NULL);
  set.link = link = accounts_newest_link (engine);
  secret = accounts_link_secret (engine, link);
  more = accounts_two_lines (secret, "Third#Word-77");
  accounts_done (engine, TENURE_COMMAND_SET_PASSWORD, &set, more);
  accounts_done (engine, TENURE_COMMAND_SIGN_IN, &in, "Third#Word-77");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "0");
  engine_check (engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  tenure_secret_use_least_cost ();
  g_test_add_func ("/accounts/trip", test_trip);
  g_test_add_func ("/accounts/A1-16-messages", test_messages);
  g_test_add_func ("/accounts/A1-09-journal", test_journal);
  g_test_add_func ("/accounts/A1-02-conditions", test_conditions);
  g_test_add_func ("/accounts/A1-03-form", test_form);
  g_test_add_func ("/accounts/A1-06-states", test_states);
  g_test_add_func ("/accounts/rename", test_rename);
  g_test_add_func ("/accounts/A1-04-codes", test_codes);
  g_test_add_func ("/accounts/A1-04-code-limit", test_code_limit);
  g_test_add_func ("/accounts/code-expires", test_code_expires);
  g_test_add_func ("/accounts/GP-43-link-expires", test_link_expires);
  g_test_add_func ("/accounts/A1-06-links", test_links);
  g_test_add_func ("/accounts/GD-61-password-rules", test_password_rules);
  g_test_add_func ("/accounts/A1-08-forgotten", test_forgotten);
  return g_test_run ();
}
