/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-store-private.h"

#include "tenure-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Virtual machine steps between two looks at the cancellable: well under a millisecond. */
#define PROGRESS_STEPS 2000

void tenure_statement_destroy (TenureStatement *self);

static int
on_progress (void *data)
{
  TenureConnection *self = data;
  return self->cancellable && g_cancellable_is_cancelled (self->cancellable);
}

/* SQLite's own busy timeout cannot be cancelled. */
static int
on_busy (void *data, int n_tries)
{
  TenureConnection *self = data;
  if (n_tries == 0)
    self->busy_since = g_get_monotonic_time ();
  if (self->cancellable && g_cancellable_is_cancelled (self->cancellable))
    return 0;
  if (g_get_monotonic_time () - self->busy_since > TENURE_STORE_BUSY_SECONDS * G_TIME_SPAN_SECOND)
    return 0;
  g_usleep (MIN (n_tries + 1, 25) * 1000);
  return 1;
}

static const char *
pragmas_of (TenureConnectionKind kind)
{
  switch (kind)
    {
    case TENURE_CONNECTION_WRITER:
      return "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
             "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA secure_delete = ON;"
             /* KiB: what a transaction of many dated events touches is written once, at its end */
             "PRAGMA cache_size = -49152; PRAGMA wal_autocheckpoint = 4096;"; /* pages: the log is copied back seldom */
    case TENURE_CONNECTION_READER:
      return "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
             "PRAGMA query_only = ON;";
    case TENURE_CONNECTION_FILE:
    default:
      return "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";
    }
}

TenureConnection *
tenure_connection_open (const char *path, TenureConnectionKind kind, GError **error)
{
  g_autoptr (TenureConnection) self = g_new0 (TenureConnection, 1);
  self->path = g_strdup (path);
  self->kind = kind;
  self->data_version = -1;
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)tenure_statement_destroy);
  self->touched = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= kind == TENURE_CONNECTION_FILE ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  errno = 0;
  int rc = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (rc != SQLITE_OK)
    {
      tenure_sqlite_error (self->handle, rc, path, error);
      return NULL;
    }
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_busy_handler (self->handle, on_busy, self);
  sqlite3_progress_handler (self->handle, PROGRESS_STEPS, on_progress, self);
  if (!tenure_connection_exec (self, pragmas_of (kind), error))
    return NULL;
  return g_steal_pointer (&self);
}

void
tenure_connection_close (TenureConnection *self)
{
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->touched);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("%s: closed with a statement in use", self->path);
  g_free (self->path);
  g_free (self);
}

static void
on_cancelled (GCancellable *cancellable, gpointer data)
{
  sqlite3_interrupt (data);
}

gboolean
tenure_connection_begin_cancel (TenureConnection *self, GCancellable *cancellable, GError **error)
{
  if (!cancellable)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->cancellable = cancellable;
  self->cancel_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), self->handle, NULL);
  return TRUE;
}

void
tenure_connection_end_cancel (TenureConnection *self)
{
  if (!self->cancellable)
    return;
  g_cancellable_disconnect (self->cancellable, self->cancel_id);
  self->cancellable = NULL;
  self->cancel_id = 0;
}

gboolean
tenure_connection_exec (TenureConnection *self, const char *sql, GError **error)
{
  errno = 0;
  int rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    tenure_sqlite_error (self->handle, rc, self->path, error);
  return rc == SQLITE_OK;
}

gboolean
tenure_connection_value (TenureConnection *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (self, sql, error);
  GError *problem = NULL;
  if (!statement)
    return FALSE;
  *value = tenure_statement_step (statement, &problem) ? tenure_statement_int (statement, 0) : 0;
  if (!problem)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

gint64
tenure_connection_last_id (TenureConnection *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

gint64
tenure_connection_changes (TenureConnection *self)
{
  return sqlite3_changes64 (self->handle);
}

sqlite3 *
tenure_connection_handle (TenureConnection *self)
{
  return self->handle;
}

void
tenure_connection_touch (TenureConnection *self, const char *scope)
{
  g_return_if_fail (self->kind == TENURE_CONNECTION_WRITER);
  g_hash_table_replace (self->touched, (gpointer)g_intern_string (scope), g_new0 (gint64, 1));
}

char *
tenure_connection_meta (TenureConnection *self, const char *key, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (self, "SELECT value FROM meta WHERE key = ?1", error);
  if (!statement)
    return NULL;
  tenure_statement_bind_text (statement, 1, key);
  return tenure_statement_step (statement, error) ? tenure_statement_dup_text (statement, 0) : NULL;
}

gboolean
tenure_connection_set_meta (TenureConnection *self, const char *key, const char *value, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      self, "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_text (statement, 1, key);
  tenure_statement_bind_text (statement, 2, value);
  return tenure_statement_run (statement, error);
}

void
tenure_connection_forget (TenureConnection *self)
{
  g_return_if_fail (self->kind == TENURE_CONNECTION_WRITER);
  self->forgetful = TRUE;
}

/* Without waiting: while somebody reads, the next commit tries again, and closing the file does it in any case. */
static void
empty_log (TenureConnection *self)
{
  sqlite3_busy_handler (self->handle, NULL, NULL);
  self->forgetful = sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) != SQLITE_OK;
  sqlite3_busy_handler (self->handle, on_busy, self);
}

/* Each touched scope gets its next version, in the same transaction. */
static gboolean
bump_scopes (TenureConnection *self, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      self,
      "INSERT INTO scope (name, version) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET version = version + 1 "
      "RETURNING version",
      error);
  GHashTableIter iter;
  gpointer name, version;
  if (!statement)
    return FALSE;
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &name, &version))
    {
      tenure_statement_bind_text (statement, 1, name);
      if (!tenure_statement_step (statement, error))
        return FALSE;
      *(gint64 *)version = tenure_statement_int (statement, 0);
      if (!tenure_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* A program that upgraded the file meanwhile must not be written under. */
static gboolean
still_ours (TenureConnection *self, GError **error)
{
  gint64 version = 0;
  if (self->kind != TENURE_CONNECTION_WRITER)
    return TRUE;
  if (!tenure_connection_value (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version <= tenure_schema_version ())
    return TRUE;
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NEWER,
               _ ("“%s” was brought to version %d by a newer program: close this one and use the newer."), self->path,
               (int)version);
  return FALSE;
}

static gboolean
run_job (TenureConnection *self, TenureJob job, gpointer data, GCancellable *cancellable, GError **error)
{
  GError *problem = NULL;
  if (!tenure_connection_begin_cancel (self, cancellable, error))
    return FALSE;
  gboolean ok = still_ours (self, &problem) && job (self, data, cancellable, &problem);
  tenure_connection_end_cancel (self);
  if (ok)
    return self->kind != TENURE_CONNECTION_WRITER || bump_scopes (self, error);
  if (!problem)
    g_critical ("A job on %s failed without saying why", self->path);
  g_propagate_error (error, problem);
  return FALSE;
}

gboolean
tenure_connection_transact (TenureConnection *self, TenureJob job, gpointer data, GCancellable *cancellable,
                            GError **error)
{
  gboolean writes = self->kind == TENURE_CONNECTION_WRITER;
  g_hash_table_remove_all (self->touched);
  self->cancellable = cancellable; /* while waiting for another program */
  gboolean begun = tenure_connection_exec (self, writes ? "BEGIN IMMEDIATE" : "BEGIN", error);
  self->cancellable = NULL;
  if (!begun)
    return FALSE;
  gboolean ok = run_job (self, job, data, cancellable, error);
  if (writes)
    ok = ok && tenure_connection_exec (self, "COMMIT", error);
  /* Some errors, a full disk among them, have rolled back by themselves; a snapshot ends either way. */
  if (!sqlite3_get_autocommit (self->handle))
    tenure_connection_exec (self, "ROLLBACK", NULL);
  if (!ok)
    g_hash_table_remove_all (self->touched);
  else if (self->forgetful)
    empty_log (self);
  return ok;
}

/* VACUUM INTO accepts an empty file: made here, so that nobody else can ever read it. */
static gboolean
make_private (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  int saved = errno;
  if (fd >= 0)
    return g_close (fd, error);
  g_set_error (error, TENURE_SYSTEM_ERROR, tenure_system_error_from_errno (saved),
               _ ("The file “%s” cannot be made: %s."), path, g_strerror (saved));
  return FALSE;
}

/* The copy is at rest: no connection holds it, so opening it drops nobody's locks. */
static gboolean
sync_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int saved = errno;
  if (fd >= 0)
    close (fd);
  if (!ok)
    g_set_error (error, TENURE_SYSTEM_ERROR, tenure_system_error_from_errno (saved),
                 _ ("The copy “%s” could not be brought to the disk: %s."), path, g_strerror (saved));
  return ok;
}

gboolean
tenure_connection_copy_to (TenureConnection *self, const char *target, GCancellable *cancellable, GError **error)
{
  if (!make_private (target, error))
    return FALSE;
  gboolean ok = tenure_connection_begin_cancel (self, cancellable, error);
  if (ok)
    {
      g_autoptr (TenureStatement) vacuum = tenure_connection_prepare (self, "VACUUM INTO ?1", error);
      if (vacuum)
        tenure_statement_bind_text (vacuum, 1, target);
      ok = vacuum && tenure_statement_run (vacuum, error);
      g_clear_pointer (&vacuum, tenure_statement_finish);
      tenure_connection_end_cancel (self);
    }
  ok = ok && sync_file (target, error);
  if (!ok)
    g_unlink (target);
  return ok;
}
