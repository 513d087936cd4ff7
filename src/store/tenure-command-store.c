/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands and steps; each change of one appends its event in the same transaction. */
#include "tenure-journal.h"

#include "tenure-error.h"

#include <glib/gi18n-lib.h>

/* What the journal says of a command: enough to notice a changed row. */
static TenureJson *
command_event (const char *kind, int version, const char *body, const char *digest, const char *policy_hash,
               const char *plan, const char *orders)
{
  TenureJson *event = tenure_json_new_object ();
  g_autofree char *sum = tenure_command_sum (body, plan, orders);
  tenure_json_set_string (event, "command", kind);
  tenure_json_set_int64 (event, "version", version);
  tenure_json_set_string (event, "plan", digest);
  tenure_json_set_string (event, "policy", policy_hash);
  tenure_json_set_string (event, "sum", sum);
  return event;
}

char *
tenure_command_sum (const char *body, const char *plan, const char *orders)
{
  const char *const parts[] = { body, plan, orders };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_checksum_update (sum, (const guchar *)parts[i], -1);
      g_checksum_update (sum, (const guchar *)"\n", 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* Key of an account, for the journal; NULL for none. */
static gboolean
account_key (TenureConnection *connection, gint64 id, char **key, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "SELECT key FROM account WHERE id = ?1", error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_int (statement, 1, id);
  *key = tenure_statement_step (statement, &problem) ? tenure_statement_dup_text (statement, 0) : NULL;
  if (problem)
    g_propagate_error (error, problem);
  return !problem;
}

gboolean
tenure_command_store (TenureConnection *connection, const char *id, const char *kind, int version, const char *body,
                      const char *actor, gint64 account_id, const char *digest, const char *policy_hash, gint64 at,
                      const char *plan, const char *orders, GError **error)
{
  g_autofree char *account = NULL;
  g_autoptr (TenureJson) event = command_event (kind, version, body, digest, policy_hash, plan, orders);
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "INSERT INTO command (id, kind, version, body, actor, account_id, plan_digest, policy_hash, applied_at, plan, "
      "orders) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      error);
  if (!statement || !account_key (connection, account_id, &account, error))
    return FALSE;
  tenure_statement_bind_text (statement, 1, id);
  tenure_statement_bind_text (statement, 2, kind);
  tenure_statement_bind_int (statement, 3, version);
  tenure_statement_bind_text (statement, 4, body);
  tenure_statement_bind_text (statement, 5, actor);
  tenure_statement_bind_known (statement, 6, account_id ? account_id : G_MININT64);
  tenure_statement_bind_text (statement, 7, digest);
  tenure_statement_bind_text (statement, 8, policy_hash);
  tenure_statement_bind_int (statement, 9, at);
  tenure_statement_bind_text (statement, 10, plan);
  tenure_statement_bind_text (statement, 11, orders);
  return tenure_statement_run (statement, error) &&
         tenure_journal_append (connection, at, actor, account, "command", id, event, error);
}

/* Whether a step that is neither refused nor withdrawn carries the obligation already. */
static gboolean
stands (TenureConnection *connection, const char *obligation, gint64 *id, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "SELECT id FROM step WHERE obligation = ?1 AND obligation IS NOT NULL AND state NOT IN ('refused', 'withdrawn')",
      error);
  *id = 0;
  if (!statement)
    return FALSE;
  tenure_statement_bind_text (statement, 1, obligation);
  if (tenure_statement_step (statement, &problem))
    *id = tenure_statement_int (statement, 0);
  if (problem)
    g_propagate_error (error, problem);
  return !problem;
}

static gboolean
journal_step (TenureConnection *connection, gint64 at, gint64 id, const char *command_id, const char *effect,
              const char *obligation, const char *state, GError **error)
{
  g_autoptr (TenureJson) event = tenure_json_new_object ();
  tenure_json_set_int64 (event, "step", id);
  tenure_json_set_string (event, "state", state);
  if (command_id)
    tenure_json_set_string (event, "command", command_id);
  if (effect)
    tenure_json_set_string (event, "effect", effect);
  return tenure_journal_append (connection, at, "system", NULL, "step", obligation, event, error);
}

gboolean
tenure_step_add (TenureConnection *connection, const char *command_id, int position, const char *effect,
                 const char *obligation, const char *state, gint64 at, GError **error)
{
  gint64 standing = 0;
  if (!stands (connection, obligation, &standing, error))
    return FALSE;
  if (standing)
    {
      g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                   _ ("“%s” was undertaken already, and is not done twice: look at the orders, then plan again."),
                   obligation);
      return FALSE;
    }
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 "INSERT INTO step (command_id, position, effect, obligation, state, changed_at) "
                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                 error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_text (statement, 1, command_id);
  tenure_statement_bind_int (statement, 2, position);
  tenure_statement_bind_text (statement, 3, effect);
  tenure_statement_bind_text (statement, 4, obligation);
  tenure_statement_bind_text (statement, 5, state);
  tenure_statement_bind_int (statement, 6, at);
  return tenure_statement_run (statement, error) &&
         journal_step (connection, at, tenure_connection_last_id (connection), command_id, effect, obligation, state,
                       error);
}

gboolean
tenure_step_settle (TenureConnection *connection, const char *obligation, const char *state, gint64 at, GError **error)
{
  gint64 id = 0;
  if (!stands (connection, obligation, &id, error))
    return FALSE;
  if (!id)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                   _ ("No step that stands has undertaken “%s”: run the check of the profile."), obligation);
      return FALSE;
    }
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "UPDATE step SET state = ?2, changed_at = ?3 WHERE id = ?1", error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_int (statement, 1, id);
  tenure_statement_bind_text (statement, 2, state);
  tenure_statement_bind_int (statement, 3, at);
  return tenure_statement_run (statement, error) &&
         journal_step (connection, at, id, NULL, NULL, obligation, state, error);
}

gboolean
tenure_steps_become_unknown (TenureConnection *connection, gint64 at, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) steps = tenure_connection_prepare (
      connection,
      "UPDATE step SET state = 'unknown', changed_at = ?1 WHERE state IN ('intent', 'sent') RETURNING id, obligation",
      error);
  if (!steps)
    return FALSE;
  tenure_statement_bind_int (steps, 1, at);
  /* SQLite has changed every row before it returns the first. */
  while (tenure_statement_step (steps, &problem))
    if (!journal_step (connection, at, tenure_statement_int (steps, 0), NULL, NULL, tenure_statement_text (steps, 1),
                       "unknown", error))
      return FALSE;
  if (problem)
    g_propagate_error (error, problem);
  return !problem;
}
