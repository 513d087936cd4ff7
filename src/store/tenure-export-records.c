/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-export-records.h"

#include <glib/gi18n-lib.h>

#include "tenure-command-order-params.h"
#include "tenure-error.h"
#include "tenure-journal.h"

static const char *const states[] = { "requested", "making", "ready", "failed", NULL };
G_STATIC_ASSERT (TENURE_EXPORT_REQUESTED == 0 && TENURE_EXPORT_FAILED == 3);

/* Reading --------------------------------------------------------------------------------------------------------- */

static int
position (const char *const *names, const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return 0;
}

static gint64
count_or_none (TenureStatement *statement, int column)
{
  return tenure_statement_is_null (statement, column) ? -1 : tenure_statement_int (statement, column);
}

#define COLUMNS                                                                                                        \
  "e.id, e.key, e.what, e.format, e.encoding, e.question, e.state, e.requested, e.finished, e.expiry, e.rows,"         \
  " e.left_out, e.path, e.reason FROM export AS e JOIN account AS a ON a.id = e.account_id"                            \
  " WHERE a.key = ?1 AND e.expiry > ?2"

static TenureExportRecord *
read_record (TenureStatement *row)
{
  TenureExportRecord *self = g_new0 (TenureExportRecord, 1);

  self->id = tenure_statement_int (row, 0);
  self->key = tenure_statement_dup_text (row, 1);
  self->what = position (TENURE_EXPORTS, tenure_statement_text (row, 2));
  self->format = position (TENURE_EXPORT_FORMATS, tenure_statement_text (row, 3));
  self->encoding = position (TENURE_EXPORT_ENCODINGS, tenure_statement_text (row, 4));
  self->question = tenure_statement_dup_text (row, 5);
  self->state = (TenureExportState)position (states, tenure_statement_text (row, 6));
  self->requested = tenure_statement_int (row, 7);
  self->finished = tenure_statement_known (row, 8);
  self->expiry = tenure_statement_int (row, 9);
  self->rows = count_or_none (row, 10);
  self->left_out = count_or_none (row, 11);
  self->path = tenure_statement_dup_text (row, 12);
  self->reason = tenure_statement_dup_text (row, 13);
  return self;
}

void
tenure_export_record_free (TenureExportRecord *self)
{
  g_free (self->key);
  g_free (self->question);
  g_free (self->path);
  g_free (self->reason);
  g_free (self);
}

GPtrArray *
tenure_export_records_read (TenureConnection *connection, const char *account, TenureTime now, GError **error)
{
  g_autoptr (TenureStatement) rows =
      tenure_connection_prepare (connection, "SELECT " COLUMNS " ORDER BY e.requested DESC, e.id DESC", error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_export_record_free);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  tenure_statement_bind_text (rows, 1, account);
  tenure_statement_bind_int (rows, 2, now);
  while (tenure_statement_step (rows, &failure))
    g_ptr_array_add (records, read_record (rows));
  if (failure != NULL)
    return g_propagate_error (error, failure), NULL;
  return g_steal_pointer (&records);
}

TenureExportRecord *
tenure_export_record_find (TenureConnection *connection, const char *account, const char *key, TenureTime now,
                           GError **error)
{
  g_autoptr (TenureStatement) row = tenure_connection_prepare (connection, "SELECT " COLUMNS " AND e.key = ?3", error);
  GError *failure = NULL;

  if (row == NULL)
    return NULL;
  tenure_statement_bind_text (row, 1, account);
  tenure_statement_bind_int (row, 2, now);
  tenure_statement_bind_text (row, 3, key);
  if (tenure_statement_step (row, &failure))
    return read_record (row);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                 _ ("There is no export record “%s”: records go three days after they were requested; request it "
                    "again."),
                 key);
  return NULL;
}

/* Moving on ------------------------------------------------------------------------------------------------------- */

static const char *const events[] = { "export.requested", "export.making", "export.ready", "export.failed" };

static gboolean
tell (TenureConnection *connection, const TenureExportChange *change, GError **error)
{
  g_autoptr (TenureJson) body = tenure_json_new_object ();

  if (change->state == TENURE_EXPORT_READY)
    {
      tenure_json_set_int64 (body, "rows", change->rows);
      tenure_json_set_int64 (body, "left-out", change->left_out);
      tenure_json_set_string (body, "path", change->path);
    }
  if (change->reason != NULL)
    tenure_json_set_string (body, "reason", change->reason);
  return tenure_journal_append (connection, change->now, change->actor, change->account, events[change->state],
                                change->key, body, error);
}

static void
bind_change (TenureStatement *statement, const TenureExportChange *change)
{
  gboolean ready = change->state == TENURE_EXPORT_READY, over = ready || change->state == TENURE_EXPORT_FAILED;

  tenure_statement_bind_text (statement, 1, change->key);
  tenure_statement_bind_text (statement, 2, states[change->state]);
  tenure_statement_bind_known (statement, 3, over ? change->now : TENURE_TIME_UNKNOWN);
  tenure_statement_bind_known (statement, 4, ready ? change->rows : G_MININT64);
  tenure_statement_bind_known (statement, 5, ready ? change->left_out : G_MININT64);
  tenure_statement_bind_text (statement, 6, ready ? change->path : NULL);
  tenure_statement_bind_text (statement, 7, change->reason);
}

gboolean
tenure_export_record_change (TenureConnection *connection, const TenureExportChange *change, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 "UPDATE export SET state = ?2, finished = ?3, rows = ?4, left_out = ?5, path = ?6,"
                                 " reason = ?7 WHERE key = ?1",
                                 error);

  if (statement == NULL)
    return FALSE;
  bind_change (statement, change);
  if (!tenure_statement_run (statement, error))
    return FALSE;
  if (tenure_connection_changes (connection) == 0)
    return TRUE;
  tenure_connection_touch (connection, "exports");
  return tell (connection, change, error);
}
