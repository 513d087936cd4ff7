/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-store-private.h"

#include <errno.h>

struct _TenureStatement
{
  TenureConnection *connection;
  sqlite3_stmt *stmt;
  gboolean cached, in_use, stepped;
  int bind_rc; /* the first binding that failed */
};

void tenure_statement_destroy (TenureStatement *self);

void
tenure_statement_destroy (TenureStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self);
}

static TenureStatement *
prepare (TenureConnection *self, const char *sql, gboolean cached, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  errno = 0;
  int rc = sqlite3_prepare_v3 (self->handle, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0, &stmt, NULL);
  if (rc != SQLITE_OK)
    {
      tenure_sqlite_error (self->handle, rc, self->path, error);
      return NULL;
    }
  TenureStatement *statement = g_new0 (TenureStatement, 1);
  statement->connection = self;
  statement->stmt = stmt;
  statement->cached = cached;
  statement->in_use = TRUE;
  return statement;
}

TenureStatement *
tenure_connection_prepare (TenureConnection *self, const char *sql, GError **error)
{
  TenureStatement *statement = g_hash_table_lookup (self->statements, sql);
  /* The same text a second time within itself: its own copy. */
  if (statement && statement->in_use)
    return prepare (self, sql, FALSE, error);
  if (statement)
    {
      statement->in_use = TRUE;
      return statement;
    }
  statement = prepare (self, sql, TRUE, error);
  if (statement)
    g_hash_table_insert (self->statements, (gpointer)sql, statement);
  return statement;
}

TenureStatement *
tenure_connection_prepare_dynamic (TenureConnection *self, const char *sql, GError **error)
{
  return prepare (self, sql, FALSE, error);
}

void
tenure_statement_finish (TenureStatement *self)
{
  if (!self->cached)
    {
      tenure_statement_destroy (self);
      return;
    }
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->stepped = FALSE;
  self->bind_rc = SQLITE_OK;
  self->in_use = FALSE;
}

/* Binding anew after rows were read begins again: SQLite wants a reset first. */
static sqlite3_stmt *
bindable (TenureStatement *self)
{
  if (self->stepped)
    sqlite3_reset (self->stmt);
  self->stepped = FALSE;
  return self->stmt;
}

static void
note (TenureStatement *self, int rc)
{
  if (rc != SQLITE_OK && self->bind_rc == SQLITE_OK)
    self->bind_rc = rc;
}

void
tenure_statement_bind_int (TenureStatement *self, int index, gint64 value)
{
  note (self, sqlite3_bind_int64 (bindable (self), index, value));
}

void
tenure_statement_bind_text (TenureStatement *self, int index, const char *text)
{
  note (self, sqlite3_bind_text (bindable (self), index, text, -1, SQLITE_TRANSIENT));
}

void
tenure_statement_bind_blob (TenureStatement *self, int index, const void *data, gsize size)
{
  note (self, sqlite3_bind_blob64 (bindable (self), index, data, size, SQLITE_TRANSIENT));
}

void
tenure_statement_bind_null (TenureStatement *self, int index)
{
  note (self, sqlite3_bind_null (bindable (self), index));
}

void
tenure_statement_bind_known (TenureStatement *self, int index, gint64 value)
{
  if (value == G_MININT64)
    tenure_statement_bind_null (self, index);
  else
    tenure_statement_bind_int (self, index, value);
}

gboolean
tenure_statement_step (TenureStatement *self, GError **error)
{
  errno = 0;
  int rc = self->bind_rc != SQLITE_OK ? self->bind_rc : sqlite3_step (self->stmt);
  self->stepped = TRUE;
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    tenure_sqlite_error (self->connection->handle, rc, self->connection->path, error);
  return FALSE;
}

gboolean
tenure_statement_run (TenureStatement *self, GError **error)
{
  int rc = self->bind_rc;
  errno = 0;
  while (rc == SQLITE_OK || rc == SQLITE_ROW)
    rc = sqlite3_step (self->stmt);
  if (rc != SQLITE_DONE)
    tenure_sqlite_error (self->connection->handle, rc, self->connection->path, error);
  sqlite3_reset (self->stmt);
  self->stepped = FALSE;
  return rc == SQLITE_DONE;
}

gint64
tenure_statement_int (TenureStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

const char *
tenure_statement_text (TenureStatement *self, int column)
{
  return (const char *)sqlite3_column_text (self->stmt, column);
}

char *
tenure_statement_dup_text (TenureStatement *self, int column)
{
  return g_strdup (tenure_statement_text (self, column));
}

gboolean
tenure_statement_is_null (TenureStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

gint64
tenure_statement_known (TenureStatement *self, int column)
{
  return tenure_statement_is_null (self, column) ? G_MININT64 : tenure_statement_int (self, column);
}

sqlite3_stmt *
tenure_statement_handle (TenureStatement *self)
{
  return self->stmt;
}
