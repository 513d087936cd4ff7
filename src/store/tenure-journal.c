/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-journal.h"

#include "tenure-error.h"

#include <glib/gi18n-lib.h>

#define GENESIS "0000000000000000000000000000000000000000000000000000000000000000"

/* One event as it is stored. */
typedef struct
{
  gint64 id, at;
  const char *actor, *account, *kind, *subject, *body, *previous;
} Event;

/* SHA-256 over the hash before and the canonical JSON of every other field; free with g_free. */
static char *
hash_of (const Event *event)
{
  g_autoptr (TenureJson) row = tenure_json_new_object ();
  tenure_json_set_int64 (row, "id", event->id);
  tenure_json_set_int64 (row, "at", event->at);
  tenure_json_set_string (row, "actor", event->actor);
  tenure_json_set_string (row, "account", event->account);
  tenure_json_set_string (row, "kind", event->kind);
  tenure_json_set_string (row, "subject", event->subject);
  tenure_json_set_string (row, "body", event->body);
  g_autofree char *text = tenure_json_to_canonical (row);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (sum, (const guchar *)event->previous, -1);
  g_checksum_update (sum, (const guchar *)text, -1);
  return g_strdup (g_checksum_get_string (sum));
}

/* Number and hash of the newest event: 0 and the genesis hash when there is none. */
static gboolean
newest (TenureConnection *connection, gint64 *id, char **hash, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1", error);
  if (!statement)
    return FALSE;
  gboolean any = tenure_statement_step (statement, &problem);
  if (problem)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  *id = any ? tenure_statement_int (statement, 0) : 0;
  *hash = any ? tenure_statement_dup_text (statement, 1) : g_strdup (GENESIS);
  return TRUE;
}

static gboolean
insert (TenureConnection *connection, const Event *event, const char *hash, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 "INSERT INTO journal (id, at, actor, account, kind, subject, body, previous, hash) "
                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                 error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_int (statement, 1, event->id);
  tenure_statement_bind_int (statement, 2, event->at);
  tenure_statement_bind_text (statement, 3, event->actor);
  tenure_statement_bind_text (statement, 4, event->account);
  tenure_statement_bind_text (statement, 5, event->kind);
  tenure_statement_bind_text (statement, 6, event->subject);
  tenure_statement_bind_text (statement, 7, event->body);
  tenure_statement_bind_text (statement, 8, event->previous);
  tenure_statement_bind_text (statement, 9, hash);
  return tenure_statement_run (statement, error);
}

gboolean
tenure_journal_append (TenureConnection *connection, gint64 at, const char *actor, const char *account,
                       const char *kind, const char *subject, const TenureJson *body, GError **error)
{
  g_autofree char *previous = NULL, *text = body ? tenure_json_to_canonical (body) : g_strdup ("{}");
  gint64 id = 0;
  if (!newest (connection, &id, &previous, error))
    return FALSE;
  Event event = { id + 1, at, actor, account, kind, subject, text, previous };
  g_autofree char *hash = hash_of (&event);
  tenure_connection_touch (connection, "journal");
  return insert (connection, &event, hash, error);
}

char *
tenure_journal_head (TenureConnection *connection, GError **error)
{
  char *hash = NULL;
  gint64 id = 0;
  return newest (connection, &id, &hash, error) ? hash : NULL;
}

static gboolean
fits (TenureStatement *row, gint64 expected, const char *previous, GError **error)
{
  Event event = {
    tenure_statement_int (row, 0),  tenure_statement_int (row, 1),  tenure_statement_text (row, 2),
    tenure_statement_text (row, 3), tenure_statement_text (row, 4), tenure_statement_text (row, 5),
    tenure_statement_text (row, 6), tenure_statement_text (row, 7),
  };
  g_autofree char *hash = hash_of (&event);
  const char *sentence = NULL;
  if (event.id != expected)
    sentence = _ ("Journal event %d is missing: restore a backup from before.");
  else if (g_strcmp0 (event.previous, previous) != 0)
    sentence = _ ("Journal event %d does not follow the one before it: restore a backup from before.");
  else if (g_strcmp0 (hash, tenure_statement_text (row, 8)) != 0)
    sentence = _ ("Journal event %d was changed after it was written: restore a backup from before.");
  else
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT, sentence, (int)expected);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
follow (TenureStatement *rows, const char *head, gboolean *found, gint64 *n_events, GError **error)
{
  g_autofree char *previous = g_strdup (GENESIS);
  GError *problem = NULL;
  *n_events = 0;
  *found = !head || g_str_equal (head, GENESIS);
  while (tenure_statement_step (rows, &problem))
    {
      if (!fits (rows, *n_events + 1, previous, error))
        return FALSE;
      g_free (previous);
      previous = tenure_statement_dup_text (rows, 8);
      *found = *found || g_str_equal (head, previous);
      *n_events += 1;
    }
  if (problem)
    g_propagate_error (error, problem);
  return !problem;
}

gboolean
tenure_journal_verify (TenureConnection *connection, const char *head, gint64 *n_events, GError **error)
{
  gint64 n = 0;
  gboolean found = FALSE;
  g_autoptr (TenureStatement) rows = tenure_connection_prepare (
      connection, "SELECT id, at, actor, account, kind, subject, body, previous, hash FROM journal ORDER BY id", error);
  if (!rows || !follow (rows, head, &found, &n, error))
    return FALSE;
  if (n_events)
    *n_events = n;
  if (found)
    return TRUE;
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT,
               _ ("The journal does not contain the hash “%s”: it is of another profile, or its end was cut off."),
               head);
  return FALSE;
}
