/* The database of a profile: one writer, two readers, transactions, change notices. SPDX-License-Identifier:
 * GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** A connection, used by one thread at a time: the argument of every job. */
typedef struct _TenureConnection TenureConnection;

/** A statement from the connection's cache, reset and unbound when it is finished. */
typedef struct _TenureStatement TenureStatement;

#define TENURE_TYPE_STORE (tenure_store_get_type ())
G_DECLARE_FINAL_TYPE (TenureStore, tenure_store, TENURE, STORE, GObject)
/* signal "changed" (const char *const *scopes): on the thread that created the store, after a commit here or
 * elsewhere. property "read-only" */

/** Runs on a worker; returns FALSE with @error. In a write job everything is one transaction: FALSE rolls it back. */
typedef gboolean (*TenureJob) (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error);

/** Opens or creates (with @create) the database file and brings its schema up (needs the driver lock, see profile).
 */
TenureStore *tenure_store_open (const char *path, gboolean create, gboolean may_upgrade, GError **error);
/** Waits for running jobs, checkpoints, closes. Also done by the last unref. */
void tenure_store_close (TenureStore *self);
const char *tenure_store_path (TenureStore *self);
gboolean tenure_store_read_only (TenureStore *self);
void tenure_store_set_read_only (TenureStore *self, gboolean read_only);

/** Queues a job; @callback on the caller's main context. Reads go to whichever reader is free, see a snapshot, and
 * are interrupted by @cancellable. Writes run one at a time, BEGIN IMMEDIATE, COMMIT with synchronous=FULL. */
void tenure_store_read_async (TenureStore *self, TenureJob job, gpointer data, GDestroyNotify destroy,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void tenure_store_write_async (TenureStore *self, TenureJob job, gpointer data, GDestroyNotify destroy,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** The job's return; @data was given to destroy already unless destroy is NULL. */
gboolean tenure_store_job_finish (TenureStore *self, GAsyncResult *result, GError **error);
/** The same, waiting: for tests, the command line and workers; never on a thread that draws. */
gboolean tenure_store_read (TenureStore *self, TenureJob job, gpointer data, GCancellable *cancellable, GError **error);
gboolean tenure_store_write (TenureStore *self, TenureJob job, gpointer data, GCancellable *cancellable,
                             GError **error);

/* Inside a job ----------------------------------------------------------------------------------------------------
 */

/** @sql must be a static string: it is the key of the statement cache. NULL with the error. */
TenureStatement *tenure_connection_prepare (TenureConnection *self, const char *sql, GError **error);
/** The same for text put together at run time (lists); not cached. Values are bound all the same. */
TenureStatement *tenure_connection_prepare_dynamic (TenureConnection *self, const char *sql, GError **error);
void tenure_statement_finish (TenureStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureStatement, tenure_statement_finish)

/* Parameters count from 1, columns from 0. */
void tenure_statement_bind_int (TenureStatement *self, int index, gint64 value);
void tenure_statement_bind_text (TenureStatement *self, int index, const char *text); /* NULL binds NULL; copied */
void tenure_statement_bind_blob (TenureStatement *self, int index, const void *data, gsize size);
void tenure_statement_bind_null (TenureStatement *self, int index);
/** Binds NULL for @unknown (TENURE_MONEY_UNKNOWN, TENURE_TIME_UNKNOWN: both G_MININT64). */
void tenure_statement_bind_known (TenureStatement *self, int index, gint64 value);
/** TRUE on a row; FALSE at the end or with @error. */
gboolean tenure_statement_step (TenureStatement *self, GError **error);
/** Runs a statement that returns no row, and resets it for the next binding. */
gboolean tenure_statement_run (TenureStatement *self, GError **error);
gint64 tenure_statement_int (TenureStatement *self, int column);
const char *tenure_statement_text (TenureStatement *self, int column); /* until the next step; NULL for NULL */
char *tenure_statement_dup_text (TenureStatement *self, int column);
gboolean tenure_statement_is_null (TenureStatement *self, int column);
/** G_MININT64 for NULL. */
gint64 tenure_statement_known (TenureStatement *self, int column);

/** Statements without parameters and rows, separated by semicolons. */
gboolean tenure_connection_exec (TenureConnection *self, const char *sql, GError **error);
gint64 tenure_connection_last_id (TenureConnection *self);
gint64 tenure_connection_changes (TenureConnection *self);
/** Marks a scope ("orders", "resources", "balance", "settings", "journal") as touched by this transaction. */
void tenure_connection_touch (TenureConnection *self, const char *scope);
/** What this transaction erases for good (secrets) goes out of the write-ahead log too, as soon as nobody reads it. */
void tenure_connection_forget (TenureConnection *self);
sqlite3 *tenure_connection_handle (TenureConnection *self);

/** The value of a row of `meta`; NULL when absent. */
char *tenure_connection_meta (TenureConnection *self, const char *key, GError **error);
gboolean tenure_connection_set_meta (TenureConnection *self, const char *key, const char *value, GError **error);

G_END_DECLS
