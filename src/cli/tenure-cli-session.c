/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-session.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-secret.h"
#include "tenure-reading.h"
#include "tenure-wording.h"

TenureSession *
tenure_cli_session (TenureCli *cli, GError **error)
{
  g_autofree char *notice = NULL;

  if (cli->session)
    return cli->session;
  cli->session = tenure_session_open (tenure_cli_text (cli, "profile"), error);
  if (!cli->session)
    return NULL;
  notice = tenure_session_notice (cli->session);
  if (notice)
    fprintf (stderr, "tenurectl: %s\n", notice);
  return cli->session;
}

/* Words on stdin, separated by white space or commas, as people paste ids. */
static gboolean
read_words (GStrvBuilder *words, GError **error)
{
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (0);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (g_io_channel_read_to_end (channel, &text, NULL, error) != G_IO_STATUS_NORMAL)
    {
      g_prefix_error (error, "stdin: ");
      return FALSE;
    }
  parts = g_strsplit_set (text, " \t\r\n,", -1);
  for (guint i = 0; parts[i]; i++)
    if (parts[i][0])
      g_strv_builder_add (words, parts[i]);
  return TRUE;
}

char **
tenure_cli_arguments (TenureCli *cli, GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < cli->arguments->len; i++)
    {
      if (!g_str_equal (cli->arguments->pdata[i], "-"))
        g_strv_builder_add (words, cli->arguments->pdata[i]);
      else if (!read_words (words, error))
        return NULL;
    }
  names = g_strv_builder_end (words);
  if (names[0])
    return g_steal_pointer (&names);
  g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
                       _ ("Nothing is named on stdin, so there is nothing to do"));
  return NULL;
}

char **
tenure_cli_resources (TenureCli *cli, GError **error)
{
  g_auto (GStrv) names = tenure_cli_arguments (cli, error);
  TenureSession *session = names ? tenure_cli_session (cli, error) : NULL;

  return session ? tenure_read_resource_ids (session, (const char *const *)names, error) : NULL;
}

/* How many resources, orders or whatever else the items are of, and of which of them one is refused: what goes along
 * with something was not named, and counts with that. */
static guint
count_named (const TenurePlan *plan, gboolean refused)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      if (!refused || item->refusal)
        g_hash_table_add (keys, item->main_key ? item->main_key : item->key);
    }
  return g_hash_table_size (keys);
}

/* What a dry run says is what would happen, and ends as that would. */
static void
refuse_part (const TenurePlan *plan, guint refused, gboolean dry, GError **error)
{
  guint named = count_named (plan, FALSE);
  g_autofree char *text =
      dry ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u of %u is refused, so nothing would be done; --partial goes on without it",
                                          "%u of %u are refused, so nothing would be done; --partial goes on without "
                                          "them",
                                          refused),
                             refused, named)
          : g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE, "%u of %u is refused, so nothing was done; --partial goes on without it",
                             "%u of %u are refused, so nothing was done; --partial goes on without them", refused),
                refused, named);

  g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED, text);
}

/* Why the command does not go ahead: the first reason, as one sentence. */
static gboolean
refuse (TenureCli *cli, const TenurePlan *plan, GError **error)
{
  const TenureRefusal *refusal = plan->refusals->len > 0 ? plan->refusals->pdata[0] : NULL;
  g_autofree char *text = NULL, *option = NULL;
  const char *name = NULL;

  for (guint i = 0; !refusal && i < plan->items->len; i++)
    {
      TenurePlanItem *item = plan->items->pdata[i];

      refusal = item->refusal;
      name = item->name && item->name[0] ? item->name : item->key;
    }
  text = refusal ? tenure_word_refusal (refusal) : g_strdup (_ ("There is nothing to do"));
  option = refusal && refusal->field ? tenure_cli_field_name (cli, refusal->field) : NULL;
  g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED, "%s%s%s%s%s", name ? name : "", name ? ": " : "",
               option ? option : "", option ? ": " : "", text);
  return FALSE;
}

/* TRUE when the plan may be applied as it is. What a rule refuses is left out only on request. */
static gboolean
check_plan (TenureCli *cli, const TenurePlan *plan, gboolean dry, GError **error)
{
  guint refused = count_named (plan, TRUE);

  if (!tenure_plan_possible (plan))
    return refuse (cli, plan, error);
  if (refused == 0 || tenure_cli_has (cli, "partial"))
    return TRUE;
  refuse_part (plan, refused, dry, error);
  return FALSE;
}

static void
show_plan (TenureCli *cli, const TenurePlan *plan)
{
  if (cli->plan || tenure_cli_wants_json (cli))
    tenure_cli_print_json (cli, tenure_plan_to_json (plan));
  else
    tenure_cli_print_plan (cli, plan);
}

/* What a field must not be is said with the option or argument that gave it. */
static TenureCommand *
make_command (TenureCli *cli, TenureCommandKind kind, gconstpointer params, GError **error)
{
  TenureCommand *command = tenure_command_new (kind, params, NULL, error);
  const char *field = command ? NULL : tenure_command_wrong_field (kind, params);
  g_autofree char *name = field ? tenure_cli_field_name (cli, field) : NULL;

  if (name)
    g_prefix_error (error, "%s: ", name);
  return command;
}

gboolean
tenure_cli_do (TenureCli *cli, TenureCommandKind kind, gconstpointer params, TenureOutcome **outcome, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (TenureCommand) command = NULL;
  g_autoptr (TenurePlan) plan = NULL;

  *outcome = NULL;
  if (!session || !(command = make_command (cli, kind, params, error)) ||
      !(plan = tenure_session_plan (session, command, error)))
    return FALSE;
  if (cli->plan)
    {
      show_plan (cli, plan);
      return tenure_plan_possible (plan) || refuse (cli, plan, error);
    }
  if (tenure_cli_has (cli, "dry-run"))
    {
      show_plan (cli, plan);
      return check_plan (cli, plan, TRUE, error);
    }
  if (!check_plan (cli, plan, FALSE, error))
    {
      show_plan (cli, plan);
      return FALSE;
    }
  if (!tenure_cli_read_secret (cli, tenure_command_kind_secrets (kind), error))
    return FALSE;
  *outcome = tenure_session_apply_secret (session, command, plan, cli->secret, error);
  return *outcome != NULL;
}

gboolean
tenure_cli_change (TenureCli *cli, TenureCommandKind kind, gconstpointer params, GError **error)
{
  g_autoptr (TenureOutcome) outcome = NULL;

  return tenure_cli_do (cli, kind, params, &outcome, error) &&
         (!outcome || tenure_cli_tell_outcome (cli, outcome, error));
}

static TenureJson *
outcome_json (const TenureOutcome *outcome)
{
  static const char *const STATUSES[] = { "done", "repeated", "stale", "refused" };
  TenureJson *object = tenure_cli_object ("outcome");
  TenureJson *orders = tenure_json_new_array ();
  TenureJson *differences = tenure_json_new_array ();

  tenure_json_set_string (object, "status", STATUSES[outcome->status]);
  tenure_json_set_string (object, "command", outcome->command_id);
  tenure_cli_set_time (object, "applied_at", outcome->applied_at);
  for (guint i = 0; outcome->orders && outcome->orders[i]; i++)
    tenure_json_append (orders, tenure_json_new_string (outcome->orders[i]));
  for (guint i = 0; outcome->differences && i < outcome->differences->len; i++)
    {
      g_autofree char *text = tenure_word_difference (outcome->differences->pdata[i]);

      tenure_json_append (differences, tenure_json_new_string (text));
    }
  tenure_json_set (object, "orders", orders);
  tenure_json_set (object, "differences", differences);
  if (outcome->plan)
    tenure_json_set (object, "plan", tenure_plan_to_json (outcome->plan));
  return object;
}

static void
print_differences (TenureCli *cli, const TenureOutcome *outcome)
{
  for (guint i = 0; outcome->differences && i < outcome->differences->len; i++)
    {
      g_autofree char *text = tenure_word_difference (outcome->differences->pdata[i]);

      tenure_cli_print (cli, "%s\n", text);
    }
}

static void
print_outcome (TenureCli *cli, const TenureOutcome *outcome)
{
  g_autofree char *time = tenure_word_time (outcome->applied_at);

  if (outcome->status == TENURE_OUTCOME_STALE)
    print_differences (cli, outcome);
  else if (outcome->status == TENURE_OUTCOME_REPEATED)
    tenure_cli_print (cli, _ ("This was done at %s already; nothing was done again\n"), time);
  else if (outcome->plan)
    tenure_cli_print_plan (cli, outcome->plan);
  if (outcome->status == TENURE_OUTCOME_STALE || outcome->status == TENURE_OUTCOME_REFUSED)
    return;
  for (guint i = 0; outcome->orders && outcome->orders[i]; i++)
    tenure_cli_print (cli, _ ("Order %s\n"), outcome->orders[i]);
}

gboolean
tenure_cli_tell_outcome (TenureCli *cli, TenureOutcome *outcome, GError **error)
{
  if (tenure_cli_wants_json (cli))
    tenure_cli_print_json (cli, outcome_json (outcome));
  else
    print_outcome (cli, outcome);
  if (outcome->status == TENURE_OUTCOME_REFUSED)
    return refuse (cli, outcome->plan, error);
  if (outcome->status != TENURE_OUTCOME_STALE)
    return TRUE;
  g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_STALE,
               _ ("The plan no longer holds and nothing was done; plan anew and look at the differences"));
  return FALSE;
}
