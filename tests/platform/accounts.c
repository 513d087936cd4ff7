/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accounts.h"

Engine *
accounts_engine (void)
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

TenureOutcome *
accounts_apply (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *secret)
{
  g_autoptr (TenurePlan) plan = engine_plan (engine, kind, params);
  g_autoptr (GBytes) bytes = secret == NULL ? NULL : g_bytes_new_static (secret, strlen (secret));
  g_autoptr (GError) error = NULL;
  TenureOutcome *outcome =
      tenure_embedded_apply_secret_at (engine->platform, plan->command, plan, bytes, engine->now, &error);

  g_assert_no_error (error);
  return outcome;
}

void
accounts_done (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *secret)
{
  g_autoptr (TenureOutcome) outcome = accounts_apply (engine, kind, params, secret);

  if (outcome->status == TENURE_OUTCOME_REFUSED && outcome->plan->refusals->len > 0)
    g_test_message ("refused: %s", ((TenureRefusal *)outcome->plan->refusals->pdata[0])->rule);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_DONE);
}

/* The plan is possible, and applying it with this secret is refused by @rule. */
void
accounts_wrong (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *secret, const char *rule)
{
  g_autoptr (TenurePlan) plan = engine_plan (engine, kind, params);
  g_autoptr (TenureOutcome) outcome = accounts_apply (engine, kind, params, secret);

  g_assert_true (tenure_plan_possible (plan));
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_REFUSED);
  g_assert_cmpstr (((TenureRefusal *)outcome->plan->refusals->pdata[0])->rule, ==, rule);
}

TenureApplyAccount
accounts_form (void)
{
  return (TenureApplyAccount){ .account = (char *)ACCOUNT,
                               .unit_kind = TENURE_UNIT_INSTITUTION,
                               .applicant = (char *)"王文",
                               .phone = (char *)PHONE,
                               .email = (char *)"WenHua@wenhua.example",
                               .needs = (char *)"华北\n弹性公网IP" };
}

char *
accounts_newest_secret (Engine *engine)
{
  return engine_value (engine, "SELECT secret FROM message ORDER BY id DESC LIMIT 1", NULL);
}

char *
accounts_send_code (Engine *engine, const char *phone)
{
  TenureSendCode params = { TENURE_PURPOSE_REGISTER, (char *)phone, NULL };

  accounts_done (engine, TENURE_COMMAND_SEND_CODE, &params, NULL);
  return accounts_newest_secret (engine);
}

void
accounts_hand_in (Engine *engine)
{
  g_autofree char *code = accounts_send_code (engine, PHONE);
  TenureApplyAccount params = accounts_form ();

  accounts_done (engine, TENURE_COMMAND_APPLY_ACCOUNT, &params, code);
}

void
accounts_decide (Engine *engine, gboolean approve, const char *reason)
{
  TenureDecideApplication params = { (char *)USER, (char *)reason, approve };

  accounts_done (engine, TENURE_COMMAND_DECIDE_APPLICATION, &params, NULL);
}

char *
accounts_newest_link (Engine *engine)
{
  return engine_value (engine, "SELECT key FROM link ORDER BY id DESC LIMIT 1", NULL);
}

/* The link's secret part from the mail that holds it. */
char *
accounts_link_secret (Engine *engine, const char *link)
{
  return engine_value (engine, "SELECT m.secret FROM message m JOIN link l ON l.message_id = m.id WHERE l.key = ?1",
                       link);
}

char *
accounts_two_lines (const char *first, const char *second)
{
  return g_strconcat (first, "\n", second, "\n", NULL);
}

void
accounts_activate (Engine *engine)
{
  g_autofree char *link = accounts_newest_link (engine);
  g_autofree char *secret = accounts_link_secret (engine, link);
  g_autofree char *lines = accounts_two_lines (secret, PASSWORD);
  TenureSetPassword params = { link };

  accounts_done (engine, TENURE_COMMAND_SET_PASSWORD, &params, lines);
}

void
accounts_open (Engine *engine)
{
  accounts_hand_in (engine);
  accounts_decide (engine, TRUE, NULL);
  accounts_activate (engine);
}

void
accounts_sign_in (Engine *engine, const char *login)
{
  TenureSignIn params = { (char *)login };

  accounts_done (engine, TENURE_COMMAND_SIGN_IN, &params, PASSWORD);
}
