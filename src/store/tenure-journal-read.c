/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-journal-read.h"

#define EVENTS                                                                                                         \
  "SELECT id, at, actor, account, kind, subject, body, hash, CASE kind WHEN 'command' THEN"                            \
  " (SELECT c.body FROM command AS c WHERE c.id = subject) END FROM journal "                                          \
  "WHERE ?1 IS NULL OR subject = ?1 ORDER BY id DESC LIMIT ?2"

void
tenure_journal_event_free (TenureJournalEvent *self)
{
  if (!self)
    return;
  g_free (self->actor);
  g_free (self->account);
  g_free (self->kind);
  g_free (self->subject);
  g_free (self->body);
  g_free (self->hash);
  g_free (self->command);
  g_free (self);
}

static TenureJournalEvent *
read_event (TenureStatement *row)
{
  TenureJournalEvent *event = g_new0 (TenureJournalEvent, 1);

  event->id = tenure_statement_int (row, 0);
  event->at = tenure_statement_int (row, 1);
  event->actor = tenure_statement_dup_text (row, 2);
  event->account = tenure_statement_dup_text (row, 3);
  event->kind = tenure_statement_dup_text (row, 4);
  event->subject = tenure_statement_dup_text (row, 5);
  event->body = tenure_statement_dup_text (row, 6);
  event->hash = tenure_statement_dup_text (row, 7);
  event->command = tenure_statement_dup_text (row, 8);
  return event;
}

GPtrArray *
tenure_journal_read (TenureConnection *connection, const char *subject, guint limit, GError **error)
{
  g_autoptr (TenureStatement) rows = tenure_connection_prepare (connection, EVENTS, error);
  g_autoptr (GPtrArray) newest = g_ptr_array_new ();
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_journal_event_free);
  GError *failure = NULL;

  if (rows)
    {
      tenure_statement_bind_text (rows, 1, subject);
      tenure_statement_bind_int (rows, 2, limit > 0 ? (gint64)limit : -1);
      while (tenure_statement_step (rows, &failure))
        g_ptr_array_add (newest, read_event (rows));
    }
  for (guint i = newest->len; i > 0; i--)
    g_ptr_array_add (events, newest->pdata[i - 1]);
  if (rows && !failure)
    return events;
  if (failure)
    g_propagate_error (error, failure);
  g_ptr_array_unref (events);
  return NULL;
}
