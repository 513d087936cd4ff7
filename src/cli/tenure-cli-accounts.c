/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Huawei accounts, applications, passwords, signing in. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tenure-account-lookup.h"
#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-secret.h"
#include "tenure-cli-session.h"
#include "tenure-wording-messages.h"
#include "tenure-wording-platform.h"
#include "tenure-wording.h"

/* --- Huawei accounts --------------------------------------------------------------------------------------------- */

static const char *const CONDITIONS[TENURE_N_CONDITIONS] = { "enterprise", "verified", "unlimited", "unfrozen",
                                                             "first" };

static char *
word_remedy (const TenureCondition *condition)
{
  g_autoptr (TenureRefusal) refusal = condition->met ? NULL : tenure_refusal_new (condition->remedy, NULL);

  return refusal ? tenure_word_refusal (refusal) : NULL;
}

static TenureJson *
account_json (const TenureAccountView *view)
{
  TenureJson *object = tenure_json_new_object (), *conditions = tenure_json_new_object ();

  tenure_json_set_string (object, "account", view->account.key);
  tenure_json_set_string (object, "name", view->account.name);
  tenure_json_set_string (object, "user_name", view->account.user_name);
  tenure_json_set_boolean (object, "eligible", view->eligible);
  tenure_json_set_string (object, "application",
                          view->application ? tenure_application_state_name (view->application->state) : NULL);
  tenure_cli_set_time (object, "opened", view->account.opened);
  tenure_cli_set_money (object, "balance", view->account.balance);
  for (guint i = 0; i < TENURE_N_CONDITIONS; i++)
    tenure_json_set_string (conditions, CONDITIONS[i], view->conditions[i].met ? "met" : view->conditions[i].remedy);
  tenure_json_set (object, "conditions", conditions);
  return object;
}

static const char *
word_state (const TenureAccountView *view)
{
  if (view->account.opened != TENURE_TIME_UNKNOWN)
    return _ ("open");
  if (view->application)
    return tenure_word_application_state (view->application->state);
  return view->eligible ? _ ("can be registered") : _ ("does not meet the conditions");
}

static void
print_accounts (TenureCli *cli, GPtrArray *views)
{
  const char *const headings[] = { _ ("Account"), _ ("Enterprise name"), _ ("State"), _ (">Balance"), NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < views->len; i++)
    {
      const TenureAccountView *view = views->pdata[i];

      tenure_cli_table_add (table, g_strdup (view->account.key), g_strdup (view->account.name),
                            g_strdup (word_state (view)), tenure_word_money (view->account.balance));
    }
}

gboolean
tenure_cli_run_accounts (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) views = session ? tenure_read_accounts (session, error) : NULL;
  TenureJson *object, *rows;

  if (!views)
    return FALSE;
  if (!tenure_cli_wants_json (cli))
    {
      print_accounts (cli, views);
      return TRUE;
    }
  object = tenure_cli_object ("accounts");
  rows = tenure_json_new_array ();
  for (guint i = 0; i < views->len; i++)
    tenure_json_append (rows, account_json (views->pdata[i]));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
  return TRUE;
}

static const TenureAccountView *
find_account (GPtrArray *views, const char *key, GError **error)
{
  for (guint i = 0; i < views->len; i++)
    if (g_str_equal (((TenureAccountView *)views->pdata[i])->account.key, key))
      return views->pdata[i];
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
               _ ("There is no Huawei Cloud account “%s”; “tenurectl accounts” lists them"), key);
  return NULL;
}

static void
print_conditions (TenureCli *cli, const TenureAccountView *view)
{
  const char *const labels[TENURE_N_CONDITIONS] = { _ ("Enterprise account"), _ ("Real-name verified"),
                                                    _ ("Not restricted"), _ ("Not frozen"), _ ("First opening") };
  const char *const headings[] = { _ ("Condition"), _ ("Result"), _ ("What to do"), NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < TENURE_N_CONDITIONS; i++)
    tenure_cli_table_add (table, g_strdup (labels[i]), g_strdup (view->conditions[i].met ? _ ("met") : _ ("not met")),
                          word_remedy (&view->conditions[i]));
}

gboolean
tenure_cli_run_account_check (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) views = session ? tenure_read_accounts (session, error) : NULL;
  const TenureAccountView *view = views ? find_account (views, cli->arguments->pdata[0], error) : NULL;
  TenureJson *object;

  if (!view)
    return FALSE;
  if (!tenure_cli_wants_json (cli))
    print_conditions (cli, view);
  else
    {
      object = account_json (view);
      tenure_json_set_string (object, "schema", "tenure-account-check/1");
      tenure_cli_print_json (cli, object);
    }
  if (view->eligible)
    return TRUE;
  g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
               _ ("“%s” does not meet all conditions; "
                  "change what is not met, then check again"),
               view->account.key);
  return FALSE;
}

gboolean
tenure_cli_run_account_rename (TenureCli *cli, GError **error)
{
  TenureRenameEnterprise params = { cli->arguments->pdata[0], cli->arguments->pdata[1] };

  return tenure_cli_change (cli, TENURE_COMMAND_RENAME_ENTERPRISE, &params, error);
}

/* --- Registration ------------------------------------------------------------------------------------------------ */

gboolean
tenure_cli_run_code_send (TenureCli *cli, GError **error)
{
  gboolean reset = tenure_cli_has (cli, "reset");
  TenureSendCode params = { reset ? TENURE_PURPOSE_RESET : TENURE_PURPOSE_REGISTER,
                            reset ? NULL : cli->arguments->pdata[0], reset ? cli->arguments->pdata[0] : NULL };

  return tenure_cli_change (cli, TENURE_COMMAND_SEND_CODE, &params, error);
}

/* What was handed in before and rejected: all of it is kept (A1-06). NULL: nothing was. */
static const TenureApplication *
find_rejected (GPtrArray *views, const char *account)
{
  for (guint i = 0; i < views->len; i++)
    {
      const TenureAccountView *view = views->pdata[i];
      const TenureApplication *application = view->application;

      if (g_str_equal (view->account.key, account) && application && application->state == TENURE_APPLICATION_REJECTED)
        return application;
    }
  return NULL;
}

static gboolean
read_registration (TenureCli *cli, const TenureApplication *kept, TenureApplyAccount *params, GError **error)
{
  static const char *const KINDS[] = { "government", "institution", "other", NULL };
  const struct
  {
    const char *option, *value;
    char **member;
    const char *kept;
    gboolean optional;
  } rows[] = {
    { "applicant", "NAME", &params->applicant, kept ? kept->applicant : NULL, FALSE },
    { "phone", "PHONE", &params->phone, kept ? kept->phone : NULL, FALSE },
    { "email", "ADDRESS", &params->email, kept ? kept->email : NULL, FALSE },
    { "needs", "TEXT", &params->needs, kept ? kept->needs : NULL, FALSE },
    { "manager", "NAME", &params->manager, kept ? kept->manager : NULL, TRUE },
    { "manager-phone", "PHONE", &params->manager_phone, kept ? kept->manager_phone : NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *given = tenure_cli_text (cli, rows[i].option);

      *rows[i].member = (char *)(given ? given : rows[i].kept);
      if (*rows[i].member || rows[i].optional)
        continue;
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
                   _ ("“%s” needs "
                      "--%s %s"),
                   cli->command->name, rows[i].option, rows[i].value);
      return FALSE;
    }
  params->unit_kind = kept ? kept->unit_kind : TENURE_UNIT_INSTITUTION;
  return !tenure_cli_has (cli, "unit-kind") || tenure_cli_choice (cli, "unit-kind", KINDS, &params->unit_kind, error);
}

gboolean
tenure_cli_run_register (TenureCli *cli, GError **error)
{
  TenureApplyAccount params = { .account = cli->arguments->pdata[0] };
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) views = session ? tenure_read_accounts (session, error) : NULL;

  return views && read_registration (cli, find_rejected (views, params.account), &params, error) &&
         tenure_cli_change (cli, TENURE_COMMAND_APPLY_ACCOUNT, &params, error);
}

static TenureJson *
application_json (const TenureApplication *application)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "application", application->key);
  tenure_json_set_string (object, "account", application->account);
  tenure_json_set_string (object, "state", tenure_application_state_name (application->state));
  tenure_json_set_string (object, "unit", application->unit);
  tenure_json_set_string (object, "unit_kind", tenure_unit_kind_name (application->unit_kind));
  tenure_json_set_string (object, "applicant", application->applicant);
  tenure_json_set_string (object, "phone", application->phone);
  tenure_json_set_string (object, "email", application->email);
  tenure_json_set_string (object, "needs", application->needs);
  tenure_json_set_string (object, "manager", application->manager);
  tenure_json_set_string (object, "manager_phone", application->manager_phone);
  tenure_json_set_string (object, "user_name", application->user_name);
  tenure_json_set_string (object, "reason", application->reason);
  tenure_cli_set_time (object, "submitted", application->submitted);
  tenure_cli_set_time (object, "decided", application->decided);
  return object;
}

static void
print_applications (TenureCli *cli, GPtrArray *applications)
{
  const char *const headings[] = { _ ("Application"),  _ ("Unit"),   _ ("State"),
                                   _ ("Applicant"),    _ ("Phone"),  _ ("E-mail"),
                                   _ ("Submitted at"), _ ("Reason"), NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < applications->len; i++)
    {
      const TenureApplication *row = applications->pdata[i];

      tenure_cli_table_add (table, g_strdup (row->key), g_strdup (row->unit),
                            g_strdup (tenure_word_application_state (row->state)), g_strdup (row->applicant),
                            g_strdup (row->phone), g_strdup (row->email), tenure_word_time (row->submitted),
                            g_strdup (row->reason));
    }
}

gboolean
tenure_cli_run_applications (TenureCli *cli, GError **error)
{
  static const char *const STATES[] = { "submitted", "approved", "rejected", "activated", NULL };
  TenureSession *session = NULL;
  g_autoptr (GPtrArray) applications = NULL;
  TenureJson *object, *rows;
  int state = -1;

  if ((tenure_cli_has (cli, "state") && !tenure_cli_choice (cli, "state", STATES, &state, error)) ||
      !(session = tenure_cli_session (cli, error)) ||
      !(applications = tenure_read_applications (session, state, error)))
    return FALSE;
  if (!tenure_cli_wants_json (cli))
    {
      print_applications (cli, applications);
      return TRUE;
    }
  object = tenure_cli_object ("applications");
  rows = tenure_json_new_array ();
  for (guint i = 0; i < applications->len; i++)
    tenure_json_append (rows, application_json (applications->pdata[i]));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
  return TRUE;
}

gboolean
tenure_cli_run_application_approve (TenureCli *cli, GError **error)
{
  TenureDecideApplication params = { cli->arguments->pdata[0], NULL, TRUE };

  return tenure_cli_change (cli, TENURE_COMMAND_DECIDE_APPLICATION, &params, error);
}

gboolean
tenure_cli_run_application_reject (TenureCli *cli, GError **error)
{
  TenureDecideApplication params = { cli->arguments->pdata[0], (char *)tenure_cli_text (cli, "reason"), FALSE };

  return tenure_cli_change (cli, TENURE_COMMAND_DECIDE_APPLICATION, &params, error);
}

/* --- Passwords --------------------------------------------------------------------------------------------------- */

gboolean
tenure_cli_run_link_send (TenureCli *cli, GError **error)
{
  TenureSendLink params = { cli->arguments->pdata[0],
                            tenure_cli_has (cli, "reset") ? TENURE_PURPOSE_RESET : TENURE_PURPOSE_ACTIVATE };

  return tenure_cli_change (cli, TENURE_COMMAND_SEND_LINK, &params, error);
}

/* A link has a secret part, and that is no argument. */
static gboolean
check_public (const char *link, GError **error)
{
  if (!strchr (link, '#'))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("LINK holds a secret, and arguments are seen by others; give the whole link on stdin instead"));
  return FALSE;
}

gboolean
tenure_cli_run_password_set (TenureCli *cli, GError **error)
{
  gboolean only_plan = cli->plan || tenure_cli_has (cli, "dry-run");
  const char *given = cli->arguments->len > 0 ? cli->arguments->pdata[0] : NULL;
  g_autofree char *link = NULL;
  TenureSetPassword params = { 0 };

  if (given && !check_public (given, error))
    return FALSE;
  if (given && g_str_has_prefix (given, TENURE_LINK_ADDRESS))
    given += strlen (TENURE_LINK_ADDRESS);
  if (given && only_plan)
    link = g_strdup (given);
  else if (!(link = tenure_cli_read_link (cli, given, error)))
    return FALSE;
  params.link = link;
  return tenure_cli_change (cli, TENURE_COMMAND_SET_PASSWORD, &params, error);
}

gboolean
tenure_cli_run_password_reset (TenureCli *cli, GError **error)
{
  TenureResetPassword params = { cli->arguments->pdata[0] };

  return tenure_cli_change (cli, TENURE_COMMAND_RESET_PASSWORD, &params, error);
}

/* --- Signing in -------------------------------------------------------------------------------------------------- */

gboolean
tenure_cli_run_sign_in (TenureCli *cli, GError **error)
{
  TenureSignIn params = { cli->arguments->pdata[0] };

  return tenure_cli_change (cli, TENURE_COMMAND_SIGN_IN, &params, error);
}

gboolean
tenure_cli_run_sign_out (TenureCli *cli, GError **error)
{
  TenureSignOut params = { 0 };

  return tenure_cli_change (cli, TENURE_COMMAND_SIGN_OUT, &params, error);
}

static void
print_account (TenureCli *cli, const TenureAccount *account)
{
  g_autoptr (TenureCliTable) pairs = tenure_cli_pairs_new (cli);

  tenure_cli_pair (pairs, _ ("User name"), g_strdup (account->user_name));
  tenure_cli_pair (pairs, _ ("Enterprise name"), g_strdup (account->name));
  tenure_cli_pair (pairs, _ ("Account"), g_strdup (account->key));
  tenure_cli_pair (pairs, _ ("Phone"), g_strdup (account->phone));
  tenure_cli_pair (pairs, _ ("E-mail"), g_strdup (account->email));
}

gboolean
tenure_cli_run_whoami (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  TenureAccount account = { 0 };
  TenureJson *object;

  if (!session)
    return FALSE;
  if (tenure_session_account (session) && !tenure_session_read_account (session, &account, error))
    return FALSE;
  if (tenure_cli_wants_json (cli))
    {
      object = tenure_cli_object ("whoami");
      tenure_json_set_string (object, "account", account.key);
      tenure_json_set_string (object, "user_name", account.user_name);
      tenure_cli_print_json (cli, object);
    }
  else if (account.key)
    print_account (cli, &account);
  else
    tenure_cli_print (cli, "%s\n", _ ("nobody is signed in"));
  tenure_account_clear (&account);
  return TRUE;
}
