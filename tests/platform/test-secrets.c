/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What plans do not tell and what applying counts; hashes and digests. */
#include "accounts.h"

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
  g_autoptr (Engine) engine = accounts_engine ();
  g_autofree char *before = NULL, *after = NULL;

  accounts_open (engine);
  for (int i = 0; i < 9; i++) /* misses, so that there is something to tell */
    tenure_outcome_unref (
        accounts_apply (engine, TENURE_COMMAND_SIGN_IN, params_for (TENURE_COMMAND_SIGN_IN, PHONE), "x"));
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
  g_autoptr (Engine) engine = accounts_engine ();
  TenureSignIn known = { (char *)PHONE }, unknown = { (char *)"nobody.govcloud" };

  accounts_open (engine);
  for (int i = 0; i < 100; i++)
    {
      const char *rule = i < 5 ? "sign-in.wrong" : "sign-in.wait";
      accounts_wrong (engine, TENURE_COMMAND_SIGN_IN, &known, "Wrong#Word-1", rule);
      accounts_wrong (engine, TENURE_COMMAND_SIGN_IN, &unknown, "Wrong#Word-1", rule);
    }
  value_is (engine, "SELECT misses FROM credential", "100");
  value_is (engine, "SELECT misses FROM miss", "100");
  accounts_wrong (engine, TENURE_COMMAND_SIGN_IN, &known, PASSWORD, "sign-in.wait");
  engine_pass (engine, 899);
  accounts_wrong (engine, TENURE_COMMAND_SIGN_IN, &known, PASSWORD, "sign-in.wait");
  engine_pass (engine, 1);
  accounts_sign_in (engine, PHONE);
  value_is (engine, "SELECT misses || coalesce (missed_at, '') FROM credential", "0");
  engine_check (engine);
}

/* A hundred wrong codes of a forgotten password, known or not. */
static void
test_every_code_counts (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  TenureSendCode send = { TENURE_PURPOSE_RESET, NULL, (char *)PHONE };
  TenureResetPassword known = { (char *)PHONE }, unknown = { (char *)"13900000000" };
  g_autofree char *code = NULL, *lines = NULL;

  accounts_open (engine);
  engine_pass (engine, 3600);
  accounts_done (engine, TENURE_COMMAND_SEND_CODE, &send, NULL);
  code = accounts_newest_secret (engine);
  code[0] = code[0] == '0' ? '1' : '0';
  lines = accounts_two_lines (code, PASSWORD);
  send.login = (char *)"13900000000";
  accounts_done (engine, TENURE_COMMAND_SEND_CODE, &send, NULL);
  for (int i = 0; i < 100; i++)
    {
      accounts_wrong (engine, TENURE_COMMAND_RESET_PASSWORD, &known, lines, "code.wrong");
      accounts_wrong (engine, TENURE_COMMAND_RESET_PASSWORD, &unknown, lines, "code.wrong");
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
  g_autoptr (Engine) engine = accounts_engine ();
  g_autoptr (TenureCommand) command =
      tenure_command_new (TENURE_COMMAND_TOP_UP, &(TenureTopUp){ TENURE_MONEY_ONE }, NULL, NULL);
  g_autoptr (GError) error = NULL;

  accounts_done (engine, TENURE_COMMAND_SIGN_OUT, &(TenureSignOut){ 0 }, NULL);
  g_assert_null (tenure_embedded_plan_at (engine->platform, command, engine->now, &error));
  g_assert_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED);
}

/* Applied twice it is done once, and the second time needs no secret. */
static void
test_repeated (void)
{
  g_autoptr (Engine) engine = accounts_engine ();
  g_autofree char *code = accounts_send_code (engine, PHONE);
  TenureApplyAccount params = accounts_form ();
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
  g_test_add_func ("/secrets/plans-tell-nothing", test_plans_tell_nothing);
  g_test_add_func ("/secrets/every-miss-counts", test_every_miss_counts);
  g_test_add_func ("/secrets/every-code-counts", test_every_code_counts);
  g_test_add_func ("/secrets/signed-out", test_signed_out);
  g_test_add_func ("/secrets/repeated", test_repeated);
  g_test_add_func ("/secrets/secrets", test_secrets);
  return g_test_run ();
}
