/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the store share: connections as such, the schema ladder, error mapping. */
#pragma once

#include "tenure-store.h"

G_BEGIN_DECLS

/** Marks a database as ours: "Tenr". */
#define TENURE_STORE_APPLICATION_ID 0x54656e72
/** How long a transaction waits for another program's. */
#define TENURE_STORE_BUSY_SECONDS 5

typedef enum
{
  TENURE_CONNECTION_WRITER,
  TENURE_CONNECTION_READER, /* may not change anything */
  TENURE_CONNECTION_FILE,   /* a file at rest that is only looked at: a backup, a profile in the list */
} TenureConnectionKind;

struct _TenureConnection
{
  sqlite3 *handle;
  char *path;
  TenureConnectionKind kind;
  GHashTable *statements; /* SQL by its address → TenureStatement */
  GHashTable *touched;    /* scopes of the running transaction → their new version, as int64 * */
  GCancellable *cancellable;
  gulong cancel_id;
  gint64 busy_since;
  gboolean forgetful; /* something was erased that still stands in the log */
  int data_version;   /* at the last look for foreign commits; -1 before the first */
};

TenureConnection *tenure_connection_open (const char *path, TenureConnectionKind kind, GError **error);
void tenure_connection_close (TenureConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureConnection, tenure_connection_close)

/** Between these @cancellable stops what runs on the connection; FALSE when it is cancelled already. */
gboolean tenure_connection_begin_cancel (TenureConnection *self, GCancellable *cancellable, GError **error);
void tenure_connection_end_cancel (TenureConnection *self);

/** Runs @job in a transaction of the connection's kind; on success `touched` holds the new versions. */
gboolean tenure_connection_transact (TenureConnection *self, TenureJob job, gpointer data, GCancellable *cancellable,
                                     GError **error);
/** First column of the first row of a statement without parameters. */
gboolean tenure_connection_value (TenureConnection *self, const char *sql, gint64 *value, GError **error);

sqlite3_stmt *tenure_statement_handle (TenureStatement *self);

/** Says in @error what SQLite's result @rc means; @handle may be NULL. Looks at errno before SQLite's own code. */
void tenure_sqlite_error (sqlite3 *handle, int rc, const char *path, GError **error);
/** The same with errno given: what the mapping is tested by. */
void tenure_sqlite_error_full (int rc, int system_errno, const char *detail, const char *path, GError **error);

/** What of the store changed, here or by other programs, on its way to the signal. */
typedef struct _TenureChanges TenureChanges;
TenureChanges *tenure_changes_new (TenureStore *store, TenureConnection *reader, GError **error);
void tenure_changes_stop (TenureChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureChanges, tenure_changes_stop)
/** After a commit of our own, on any thread: @touched as tenure_connection_transact() left it. */
void tenure_changes_note (TenureChanges *self, GHashTable *touched);
void tenure_store_emit_changed (TenureStore *self, const char *const *scopes);

/** SQL that leads from version n to version n + 1. */
typedef struct
{
  const char *const *resources; /* NULL-terminated names of compiled-in texts, or */
  const char *sql;              /* the text itself */
} TenureSchemaStep;

/** Version that this program writes. */
int tenure_schema_version (void);
/** Brings the writer's file up to our version. @create: an empty file may become one; @may_upgrade: an older one may
 * be changed, keeping a copy beside it. NEWER for a newer file, TENURE_INPUT_ERROR_INVALID for another program's. */
gboolean tenure_schema_prepare (TenureConnection *self, gboolean create, gboolean may_upgrade, GError **error);
/** The same on a ladder of one's own. */
gboolean tenure_schema_climb (TenureConnection *self, const TenureSchemaStep *steps, int n_steps, gboolean create,
                              gboolean may_upgrade, GError **error);
/** FALSE unless the file is ours and of a version that we can read; for files that are only looked at. */
gboolean tenure_schema_recognise (TenureConnection *self, GError **error);

/** FALSE with advice when @path lies where SQLite's locks cannot be trusted. */
gboolean tenure_filesystem_is_safe (const char *path, GError **error);
/** Whether a file system is remote, by statfs's magic number and, for FUSE, its type's name (may be NULL). */
gboolean tenure_filesystem_is_remote (gint64 magic, const char *type);

/** VACUUM INTO @target (must not exist; 0600), and syncs it. */
gboolean tenure_connection_copy_to (TenureConnection *self, const char *target, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
