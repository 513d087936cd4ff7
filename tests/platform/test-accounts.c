/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a Huawei account to the first sign-in, and everything that can go wrong on the way (guide 1 and 2). */
#include "engine.h"
#include "tenure-secrets.h"

#define ACCOUNT "hw_wenhua"
#define USER ACCOUNT ".govcloud"
#define PHONE "13912345678"
#define EMAIL "wenhua@wenhua.example"
#define PASSWORD "Yun#Gang-2026"

static Engine *
open_engine (void)
{
  Engine *engine = engine_open ("2026-03-02 09:00:00", 0);
  g_autoptr (GError) error = NULL;

  tenure_embedded_huawei_accounts (engine->profile, engine->now, &error);
  g_assert_no_error (error);
  g_object_unref (engine->platform);
  engine->platform = tenure_embedded_new (engine->profile, engine->catalogue, NULL, NULL);
  return engine;
}

/* --- Doing ------------------------------------------------------------------------------------------------------- */

static TenureOutcome *
apply (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *secret)
{
  g_autoptr (TenurePlan) plan = engine_plan (engine, kind, params);
  g_autoptr (GBytes) bytes = secret == NULL ? NULL : g_bytes_new_static (secret, strlen (secret));
  g_autoptr (GError) error = NULL;
  TenureOutcome *outcome =
      tenure_embedded_apply_secret_at (engine->platform, plan->command, plan, bytes, engine->now, &error);

  g_assert_no_error (error);
  return outcome;
}

static void
done (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *secret)
{
  g_autoptr (TenureOutcome) outcome = apply (engine, kind, params, secret);

  if (outcome->status == TENURE_OUTCOME_REFUSED && outcome->plan->refusals->len > 0)
    g_test_message ("refused: %s", ((TenureRefusal *)outcome->plan->refusals->pdata[0])->rule);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_DONE);
}

/* The plan is possible, and applying it with this secret is refused by @rule. */
static void
wrong (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *secret, const char *rule)
{
  g_autoptr (TenurePlan) plan = engine_plan (engine, kind, params);
  g_autoptr (TenureOutcome) outcome = apply (engine, kind, params, secret);

  g_assert_true (tenure_plan_possible (plan));
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_REFUSED);
  g_assert_cmpstr (((TenureRefusal *)outcome->plan->refusals->pdata[0])->rule, ==, rule);
}

static TenureApplyAccount
form (void)
{
  return (TenureApplyAccount){ .account = (char *)ACCOUNT,
                               .unit_kind = TENURE_UNIT_INSTITUTION,
                               .applicant = (char *)"王文",
                               .phone = (char *)PHONE,
                               .email = (char *)"WenHua@wenhua.example",
                               .needs = (char *)"华北\n弹性公网IP" };
}

static char *
newest_secret (Engine *engine)
{
  return engine_value (engine, "SELECT secret FROM message ORDER BY id DESC LIMIT 1", NULL);
}

static char *
send_code (Engine *engine, const char *phone)
{
  TenureSendCode params = { TENURE_PURPOSE_REGISTER, (char *)phone, NULL };

  done (engine, TENURE_COMMAND_SEND_CODE, &params, NULL);
  return newest_secret (engine);
}

static void
hand_in (Engine *engine)
{
  g_autofree char *code = send_code (engine, PHONE);
  TenureApplyAccount params = form ();

  done (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, code);
}

static void
decide (Engine *engine, gboolean approve, const char *reason)
{
  TenureDecideApplication params = { (char *)USER, (char *)reason, approve };

  done (engine, TENURE_COMMAND_DECIDE_APPLICATION, &params, NULL);
}

static char *
newest_link (Engine *engine)
{
  return engine_value (engine, "SELECT key FROM link ORDER BY id DESC LIMIT 1", NULL);
}

/* The link's secret part from the mail that holds it. */
static char *
link_secret (Engine *engine, const char *link)
{
  return engine_value (engine, "SELECT m.secret FROM message m JOIN link l ON l.message_id = m.id WHERE l.key = ?1",
                       link);
}

static char *
two_lines (const char *first, const char *second)
{
  return g_strconcat (first, "\n", second, "\n", NULL);
}

static void
activate (Engine *engine)
{
  g_autofree char *link = newest_link (engine);
  g_autofree char *secret = link_secret (engine, link);
  g_autofree char *lines = two_lines (secret, PASSWORD);
  TenureSetPassword params = { link };

  done (engine, TENURE_COMMAND_SET_PASSWORD, &params, lines);
}

static void
open_account (Engine *engine)
{
  hand_in (engine);
  decide (engine, TRUE, NULL);
  activate (engine);
}

static void
sign_in (Engine *engine, const char *login)
{
  TenureSignIn params = { (char *)login };

  done (engine, TENURE_COMMAND_SIGN_IN, &params, PASSWORD);
}

#define value_is(engine, sql, expected)                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *value_ = engine_value ((engine), (sql), NULL);                                                    \
    g_assert_cmpstr (value_, ==, (expected));                                                                          \
  }                                                                                                                    \
  G_STMT_END

/* --- The trip ---------------------------------------------------------------------------------------------------- */

/* Guide 1 and 2: applied for, rejected, corrected, approved, activated, signed in by each of the three names. */
static void
test_trip (void)
{
  static const char *const LOGINS[] = { PHONE, "+86 139-1234-5678", EMAIL, "WENHUA@wenhua.example",
                                        USER,  "HW_WENHUA.govcloud" };
  g_autoptr (Engine) engine = open_engine ();

  hand_in (engine);
  value_is (engine, "SELECT state FROM application", "submitted");
  value_is (engine, "SELECT email FROM application", EMAIL);
  value_is (engine, "SELECT key FROM application", USER);
  decide (engine, FALSE, "请写明区域");
  value_is (engine, "SELECT reason FROM application", "请写明区域");
  engine_pass (engine, 60);
  hand_in (engine);
  value_is (engine, "SELECT state || coalesce (reason, '') || count (*) FROM application", "submitted1");
  decide (engine, TRUE, NULL);
  value_is (engine, "SELECT opened FROM account WHERE key = '" ACCOUNT "'", NULL);
  activate (engine);
  value_is (engine, "SELECT user_name || ' ' || phone || ' ' || email FROM account WHERE key = '" ACCOUNT "'",
            USER " " PHONE " " EMAIL);
  value_is (engine, "SELECT state FROM application", "activated");
  for (guint i = 0; i < G_N_ELEMENTS (LOGINS); i++)
    {
      sign_in (engine, LOGINS[i]);
      value_is (engine, "SELECT value FROM meta WHERE key = 'signed-in'", ACCOUNT);
      done (engine, TENURE_COMMAND_SIGN_OUT, &(TenureSignOut){ 0 }, NULL);
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
  g_autoptr (Engine) engine = open_engine ();

  hand_in (engine);
  decide (engine, FALSE, "no");
  value_is (engine,
            "SELECT group_concat (kind || ' ' || address || ' ' || template, ', ') FROM message"
            " WHERE template LIKE 'application%'",
            "sms " PHONE " application.rejected, mail " EMAIL " application.rejected");
  engine_pass (engine, 60);
  hand_in (engine);
  decide (engine, TRUE, NULL);
  value_is (engine,
            "SELECT group_concat (kind || ' ' || address || ' ' || template, ', ') FROM (SELECT * FROM message"
            " WHERE template IN ('application.activate', 'application.approved') ORDER BY id)",
            "mail " EMAIL " application.activate, sms " PHONE " application.approved");
}

/* A1-09: the journal names role and account. */
static void
test_journal (void)
{
  g_autoptr (Engine) engine = open_engine ();

  open_account (engine);
  sign_in (engine, PHONE);
  done (engine, TENURE_COMMAND_TOP_UP, &(TenureTopUp){ TENURE_MONEY_ONE }, NULL);
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
  g_autoptr (Engine) engine = open_engine ();

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      TenureApplyAccount params = form ();
      params.account = (char *)ROWS[i][0];
      engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, ROWS[i][1]);
    }
}

static void
test_form (void)
{
  g_autoptr (Engine) engine = open_engine ();
  TenureApplyAccount params = form ();

  params.phone = (char *)"12345";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "phone.invalid");
  params = form ();
  params.email = (char *)"wenhua";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "email.invalid");
  params = form ();
  params.manager_phone = (char *)"123";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "phone.invalid");
  params = form ();
  params.applicant = (char *)"  ";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.no-applicant");
  params = form ();
  params.needs = (char *)" \n";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.no-needs");
  params = form ();
  params.phone = (char *)"138 0000 0000"; /* the first account's */
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.phone-taken");
  params = form ();
  params.email = (char *)"Demo@govcloud.example";
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.email-taken");
}

/* A second application of the same account waits its turn. */
static void
test_states (void)
{
  g_autoptr (Engine) engine = open_engine ();
  TenureApplyAccount params = form ();
  TenureDecideApplication decision = { (char *)USER, NULL, FALSE };

  engine_refused (engine, TENURE_COMMAND_DECIDE_APPLICATION, &decision, "application.unknown");
  hand_in (engine);
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.submitted");
  engine_refused (engine, TENURE_COMMAND_DECIDE_APPLICATION, &decision, "application.no-reason");
  decision.approve = TRUE;
  engine_sql (engine, "UPDATE account SET freeze = 'police' WHERE key = '" ACCOUNT "'");
  engine_refused (engine, TENURE_COMMAND_DECIDE_APPLICATION, &decision, "apply.frozen-police");
  engine_sql (engine, "UPDATE account SET freeze = 'none' WHERE key = '" ACCOUNT "'");
  decide (engine, TRUE, NULL);
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.approved");
  engine_refused (engine, TENURE_COMMAND_DECIDE_APPLICATION, &decision, "application.decided");
  activate (engine);
  engine_refused (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, "apply.opened");
}

static void
test_rename (void)
{
  g_autoptr (Engine) engine = open_engine ();
  TenureRenameEnterprise params = { (char *)ACCOUNT, (char *)" 云港市文化中心 " };

  done (engine, TENURE_COMMAND_RENAME_ENTERPRISE, &params, NULL);
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
  g_autoptr (Engine) engine = open_engine ();
  g_autofree char *first = send_code (engine, PHONE), *second = NULL, *bad = NULL;
  TenureSendCode again = { TENURE_PURPOSE_REGISTER, (char *)PHONE, NULL };
  TenureApplyAccount params = form ();

  g_assert_cmpuint (strlen (first), ==, 6);
  engine_refused (engine, TENURE_COMMAND_SEND_CODE, &again, "code.too-soon");
  params.phone = (char *)"13912345679"; /* another phone: the code is not its */
  wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, first, "code.wrong");
  engine_pass (engine, 60);
  second = send_code (engine, PHONE);
  params = form ();
  if (!g_str_equal (first, second))
    wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, first, "code.wrong");
  value_is (engine, "SELECT group_concat (state) FROM (SELECT state FROM code ORDER BY id)", "void,live");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "1");
  wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, NULL, "secret.missing");
  bad = g_strdup (second);
  bad[0] = bad[0] == '0' ? '1' : '0';
  for (int i = 0; i < 5; i++)
    wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, bad, "code.wrong");
  value_is (engine, "SELECT state || coalesce (hash, '') FROM code ORDER BY id DESC LIMIT 1", "void");
  wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, second, "code.wrong");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "0");
  engine_check (engine);
}

static void
test_code_limit (void)
{
  g_autoptr (Engine) engine = open_engine ();
  TenureSendCode again = { TENURE_PURPOSE_REGISTER, (char *)PHONE, NULL };

  for (int i = 0; i < 5; i++)
    {
      g_free (send_code (engine, PHONE));
      engine_pass (engine, 60);
    }
  engine_refused (engine, TENURE_COMMAND_SEND_CODE, &again, "code.too-many");
  engine_pass (engine, 3600 - 5 * 60 - 1);
  engine_refused (engine, TENURE_COMMAND_SEND_CODE, &again, "code.too-many");
  engine_pass (engine, 1);
  g_free (send_code (engine, PHONE));
  again.phone = (char *)"abc";
  engine_refused (engine, TENURE_COMMAND_SEND_CODE, &again, "phone.invalid");
}

/* Ten minutes; then it is erased, settled or not. */
static void
test_code_expires (void)
{
  g_autoptr (Engine) engine = open_engine ();
  g_autofree char *code = send_code (engine, PHONE);
  TenureApplyAccount params = form ();

  engine->now += 600;
  wrong (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, code, "code.wrong");
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
  g_autoptr (Engine) engine = open_engine ();
  g_autofree char *link = NULL;
  TenureSetPassword params = { 0 };
  g_autoptr (TenurePlan) plan = NULL;

  hand_in (engine);
  decide (engine, TRUE, NULL);
  link = newest_link (engine);
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
  g_autoptr (Engine) engine = open_engine ();
  TenureSendLink send = { (char *)USER, TENURE_PURPOSE_ACTIVATE };
  g_autofree char *old = NULL, *old_secret = NULL, *lines = NULL, *new = NULL, *bad = NULL;
  TenureSetPassword params = { (char *)"no-such-link" };

  engine_refused (engine, TENURE_COMMAND_SET_PASSWORD, &params, "link.unknown");
  hand_in (engine);
  decide (engine, TRUE, NULL);
  params.link = old = newest_link (engine);
  old_secret = link_secret (engine, old);
  done (engine, TENURE_COMMAND_SEND_LINK, &send, NULL);
  engine_refused (engine, TENURE_COMMAND_SET_PASSWORD, &params, "link.replaced");
  params.link = new = newest_link (engine);
  g_assert_cmpstr (new, !=, old);
  bad = two_lines (old_secret, PASSWORD);
  wrong (engine, TENURE_COMMAND_SET_PASSWORD, &params, bad, "link.unknown");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "1");
  activate (engine);
  engine_refused (engine, TENURE_COMMAND_SET_PASSWORD, &params, "link.used");
  done (engine, TENURE_COMMAND_SEND_LINK, &send, NULL); /* active already: nothing is sent, and nothing is told */
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
  g_autoptr (Engine) engine = open_engine ();
  g_autofree char *link = NULL, *secret = NULL;
  TenureSetPassword params = { 0 };

  hand_in (engine);
  decide (engine, TRUE, NULL);
  params.link = link = newest_link (engine);
  secret = link_secret (engine, link);
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autofree char *lines = two_lines (secret, ROWS[i][0]);
      wrong (engine, TENURE_COMMAND_SET_PASSWORD, &params, lines, ROWS[i][1]);
    }
  activate (engine);
}

/* A1-08: by link and by code; the old password is over. */
static void
test_forgotten (void)
{
  g_autoptr (Engine) engine = open_engine ();
  TenureSendCode send = { TENURE_PURPOSE_RESET, NULL, (char *)EMAIL };
  TenureSendLink send_link = { (char *)PHONE, TENURE_PURPOSE_RESET };
  TenureResetPassword reset = { (char *)USER };
  TenureSignIn in = { (char *)PHONE };
  g_autofree char *code = NULL, *lines = NULL, *link = NULL, *secret = NULL, *more = NULL;
  TenureSetPassword set = { 0 };

  open_account (engine);
  done (engine, TENURE_COMMAND_SEND_CODE, &send, NULL);
  code = newest_secret (engine);
  lines = two_lines (code, "Another#Word-7");
  done (engine, TENURE_COMMAND_RESET_PASSWORD, &reset, lines);
  wrong (engine, TENURE_COMMAND_RESET_PASSWORD, &reset, lines, "code.wrong");
  wrong (engine, TENURE_COMMAND_SIGN_IN, &in, PASSWORD, "sign-in.wrong");
  done (engine, TENURE_COMMAND_SIGN_IN, &in, "Another#Word-7");
  done (engine, TENURE_COMMAND_SEND_LINK, &send_link, NULL);
  set.link = link = newest_link (engine);
  secret = link_secret (engine, link);
  more = two_lines (secret, "Third#Word-77");
  done (engine, TENURE_COMMAND_SET_PASSWORD, &set, more);
  done (engine, TENURE_COMMAND_SIGN_IN, &in, "Third#Word-77");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "0");
  engine_check (engine);
}

/* --- What is not told, and what is counted ----------------------------------------------------------------------- */

static char *
plan_text (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *login)
{
  g_autoptr (TenurePlan) plan = engine_plan (engine, kind, params);
  GString *text = g_string_new (plan->account);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];
      g_string_append_printf (text, "|%s %s %s", g_str_equal (item->key, login) ? "LOGIN" : item->key,
                              g_str_equal (item->name, login) ? "LOGIN" : item->name,
                              item->refusal == NULL ? "" : item->refusal->rule);
    }
  g_string_append_printf (text, "|%d %d", tenure_plan_possible (plan), (int)(plan->holds_until != TENURE_TIME_UNKNOWN));
  return g_string_free (text, FALSE);
}

static gconstpointer
params_for (TenureCommandKind kind, const char *login)
{
  static TenureSignIn in;
  static TenureResetPassword reset;
  static TenureSendLink link;
  static TenureSendCode code;

  in.login = reset.login = link.login = code.login = (char *)login;
  link.purpose = code.purpose = TENURE_PURPOSE_RESET;
  return kind == TENURE_COMMAND_SIGN_IN          ? (gconstpointer)&in
         : kind == TENURE_COMMAND_RESET_PASSWORD ? (gconstpointer)&reset
         : kind == TENURE_COMMAND_SEND_LINK      ? (gconstpointer)&link
                                                 : (gconstpointer)&code;
}

/* A hundred plans of known and unknown logins say the same, and leave the file as it is. */
static void
test_plans_tell_nothing (void)
{
  static const TenureCommandKind KINDS[] = { TENURE_COMMAND_SIGN_IN, TENURE_COMMAND_RESET_PASSWORD,
                                             TENURE_COMMAND_SEND_LINK, TENURE_COMMAND_SEND_CODE };
  g_autoptr (Engine) engine = open_engine ();
  g_autofree char *before = NULL, *after = NULL;

  open_account (engine);
  for (int i = 0; i < 9; i++) /* misses, so that there is something to tell */
    tenure_outcome_unref (apply (engine, TENURE_COMMAND_SIGN_IN, params_for (TENURE_COMMAND_SIGN_IN, PHONE), "x"));
  before = engine_dump (engine);
  for (int i = 0; i < 100; i++)
    for (guint k = 0; k < G_N_ELEMENTS (KINDS); k++)
      {
        g_autofree char *unknown = g_strdup_printf ("139%08d", i);
        g_autofree char *one = plan_text (engine, KINDS[k], params_for (KINDS[k], PHONE), PHONE);
        g_autofree char *other = plan_text (engine, KINDS[k], params_for (KINDS[k], unknown), unknown);
        g_assert_cmpstr (one, ==, other);
      }
  after = engine_dump (engine);
  g_assert_cmpstr (before, ==, after);
}

/* Applying tells no more: known and unknown are refused in the same words at the same times, and each try counts. */
static void
test_every_miss_counts (void)
{
  g_autoptr (Engine) engine = open_engine ();
  TenureSignIn known = { (char *)PHONE }, unknown = { (char *)"nobody.govcloud" };

  open_account (engine);
  for (int i = 0; i < 100; i++)
    {
      const char *rule = i < 5 ? "sign-in.wrong" : "sign-in.wait";
      wrong (engine, TENURE_COMMAND_SIGN_IN, &known, "Wrong#Word-1", rule);
      wrong (engine, TENURE_COMMAND_SIGN_IN, &unknown, "Wrong#Word-1", rule);
    }
  value_is (engine, "SELECT misses FROM credential", "100");
  value_is (engine, "SELECT misses FROM miss", "100");
  wrong (engine, TENURE_COMMAND_SIGN_IN, &known, PASSWORD, "sign-in.wait");
  engine_pass (engine, 899);
  wrong (engine, TENURE_COMMAND_SIGN_IN, &known, PASSWORD, "sign-in.wait");
  engine_pass (engine, 1);
  sign_in (engine, PHONE);
  value_is (engine, "SELECT misses || coalesce (missed_at, '') FROM credential", "0");
  engine_check (engine);
}

/* A hundred wrong codes of a forgotten password, known or not. */
static void
test_every_code_counts (void)
{
  g_autoptr (Engine) engine = open_engine ();
  TenureSendCode send = { TENURE_PURPOSE_RESET, NULL, (char *)PHONE };
  TenureResetPassword known = { (char *)PHONE }, unknown = { (char *)"13900000000" };
  g_autofree char *code = NULL, *lines = NULL;

  open_account (engine);
  engine_pass (engine, 3600);
  done (engine, TENURE_COMMAND_SEND_CODE, &send, NULL);
  code = newest_secret (engine);
  code[0] = code[0] == '0' ? '1' : '0';
  lines = two_lines (code, PASSWORD);
  send.login = (char *)"13900000000";
  done (engine, TENURE_COMMAND_SEND_CODE, &send, NULL);
  for (int i = 0; i < 100; i++)
    {
      wrong (engine, TENURE_COMMAND_RESET_PASSWORD, &known, lines, "code.wrong");
      wrong (engine, TENURE_COMMAND_RESET_PASSWORD, &unknown, lines, "code.wrong");
    }
  value_is (engine, "SELECT misses || state FROM code WHERE purpose = 'reset' AND phone IS NOT NULL", "100void");
  value_is (engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", "0");
  engine_refused (engine, TENURE_COMMAND_SEND_CODE, &send, "code.too-soon");
  engine_check (engine);
}

/* Nobody signed in can do nothing as an administrator. */
static void
test_signed_out (void)
{
  g_autoptr (Engine) engine = open_engine ();
  g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_TOP_UP, &(TenureTopUp){ 100 }, NULL, NULL);
  g_autoptr (GError) error = NULL;

  done (engine, TENURE_COMMAND_SIGN_OUT, &(TenureSignOut){ 0 }, NULL);
  g_assert_null (tenure_embedded_plan_at (engine->platform, command, engine->now, &error));
  g_assert_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED);
}

/* Applied twice it is done once, and the second time needs no secret. */
static void
test_repeated (void)
{
  g_autoptr (Engine) engine = open_engine ();
  g_autofree char *code = send_code (engine, PHONE);
  TenureApplyAccount params = form ();
  g_autoptr (TenurePlan) plan = engine_plan (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params);
  g_autoptr (GBytes) secret = g_bytes_new (code, strlen (code));
  g_autoptr (TenureOutcome) first =
      tenure_embedded_apply_secret_at (engine->platform, plan->command, plan, secret, engine->now, NULL);
  g_autoptr (TenureOutcome) again = tenure_embedded_apply_at (engine->platform, plan->command, plan, engine->now, NULL);

  g_assert_cmpint (first->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (again->status, ==, TENURE_OUTCOME_REPEATED);
}

/* --- Secrets ----------------------------------------------------------------------------------------------------- */

static void
test_secrets (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one\r\ntwo\n\nfour", 14);
  static const char *const LINES[] = { "one", "two", "", "four", NULL };
  g_autofree char *hash = tenure_secret_hash_password (PASSWORD);
  g_autofree char *digest = tenure_secret_digest ("phone", "123456");

  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      g_autoptr (TenureSecret) line = tenure_secret_line (bytes, i);
      g_assert_cmpstr (line, ==, LINES[i]);
    }
  g_assert_true (tenure_secret_password_fits (hash, PASSWORD));
  g_assert_false (tenure_secret_password_fits (hash, PASSWORD "x"));
  g_assert_false (tenure_secret_password_fits (NULL, PASSWORD));
  g_assert_true (tenure_secret_digest_fits (digest, "phone", "123456"));
  g_assert_false (tenure_secret_digest_fits (digest, "phone", "123457"));
  g_assert_false (tenure_secret_digest_fits (digest, "phon", "e123456"));
  g_assert_false (tenure_secret_digest_fits (NULL, "phone", "123456"));
  g_assert_false (tenure_secret_digest_fits ("00", "phone", "123456"));
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
  g_test_add_func ("/accounts/plans-tell-nothing", test_plans_tell_nothing);
  g_test_add_func ("/accounts/every-miss-counts", test_every_miss_counts);
  g_test_add_func ("/accounts/every-code-counts", test_every_code_counts);
  g_test_add_func ("/accounts/signed-out", test_signed_out);
  g_test_add_func ("/accounts/repeated", test_repeated);
  g_test_add_func ("/accounts/secrets", test_secrets);
  return g_test_run ();
}
