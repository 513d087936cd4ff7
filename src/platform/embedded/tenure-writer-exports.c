/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of exports, and when they go. */
#include "tenure-writer.h"

/* An id that no record has now; its day tells it from one that had it before. */
static gboolean
next_id (TenureWriter *self, gint64 *id, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (self->connection, "SELECT coalesce (max (id), 0) + 1 FROM export", error);

  if (statement == NULL || !tenure_statement_step (statement, error))
    return FALSE;
  *id = tenure_statement_int (statement, 0);
  return TRUE;
}

/* DC, the day in China, the id; LX in front where it is practice. */
static char *
new_key (const TenureWriter *self, gint64 id)
{
  g_autofree char *day = tenure_day_format (tenure_day_of (self->world->now));

  return g_strdup_printf ("%sDC%.4s%.2s%.2s-%" G_GINT64_FORMAT, self->world->stage.practice ? "LX" : "", day, day + 5,
                          day + 8, id);
}

static const char *
text_of (const TenureJson *body, const char *name)
{
  return tenure_json_text (tenure_json_get (body, name));
}

static gboolean
insert (TenureWriter *self, gint64 id, const char *key, const TenureEffect *effect, GError **error)
{
  g_autofree char *question = tenure_json_to_canonical (tenure_json_get (effect->body, "question"));

  return TENURE_EXEC (self,
                      "INSERT INTO export (id, account_id, key, what, format, encoding, question, state, requested,"
                      " expiry) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'requested', ?8, ?9)",
                      error, TENURE_INT (id), TENURE_INT (self->world->account.id), TENURE_TEXT (key),
                      TENURE_TEXT (text_of (effect->body, "what")), TENURE_TEXT (text_of (effect->body, "format")),
                      TENURE_TEXT (text_of (effect->body, "encoding")), TENURE_TEXT (question),
                      TENURE_INT (self->world->now), TENURE_INT (effect->at)) &&
         TENURE_EXEC (self, "INSERT INTO event (due, kind, subject) VALUES (?1, 'export', ?2)", error,
                      TENURE_INT (effect->at), TENURE_INT (id));
}

gboolean
tenure_writer_make_export (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  gint64 id;
  g_autofree char *key = next_id (self, &id, error) ? new_key (self, id) : NULL;

  if (key == NULL || !insert (self, id, key, effect, error) ||
      !tenure_writer_journal (self, "export.requested", key, effect->body, error))
    return FALSE;
  g_ptr_array_add (self->numbers, g_steal_pointer (&key));
  return TRUE;
}

gboolean
tenure_writer_end_export (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (self->connection, "SELECT key FROM export WHERE id = ?1", error);
  g_autoptr (TenureJson) body = tenure_json_new_object ();
  g_autofree char *key = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, effect->id);
  if (!tenure_statement_step (statement, error))
    return FALSE;
  key = tenure_statement_dup_text (statement, 0);
  return TENURE_EXEC (self, "DELETE FROM export WHERE id = ?1", error, TENURE_INT (effect->id)) &&
         tenure_writer_journal (self, "export.gone", key, body, error);
}
