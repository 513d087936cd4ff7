/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a change to the signal. Commits of our own come from the writer. Those of other programs are heard by a
 * file monitor on the write-ahead log; then data_version tells whether it was somebody else, and the scopes what. */
#include "tenure-store-private.h"

/* The log is written before the commit is visible, and the disk takes its time between: look again this often, in
 * milliseconds after the notice. Nothing ticks without a notice. */
static const guint look_after[] = { 30, 200, 800, 3000 };

struct _TenureChanges
{
  gatomicrefcount refs; /* the store's, and one for each source: workers may outlive neither */
  GWeakRef store;
  GMainContext *context; /* of the thread that made the store */
  GFileMonitor *monitor;
  GSource *timer; /* next look */
  guint n_looks;
  gboolean looking, heard_again;
  GMutex mutex;        /* guards what follows */
  GHashTable *known;   /* scope → its version, gint64 * */
  GHashTable *pending; /* scopes to be told */
  GSource *telling;
  gboolean newer; /* the file was upgraded by a newer program */
};

static TenureChanges *
ref (TenureChanges *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
unref (gpointer data)
{
  TenureChanges *self = data;
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->pending);
  g_main_context_unref (self->context);
  g_weak_ref_clear (&self->store);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* A source on the store's thread. No worker takes a reference to the store: it might become the last. */
static GSource *
attach (TenureChanges *self, GSource *source, GSourceFunc func)
{
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, ref (self), unref);
  g_source_attach (source, self->context);
  return source;
}

static gboolean
on_tell (gpointer data)
{
  TenureChanges *self = data;
  g_autoptr (TenureStore) store = g_weak_ref_get (&self->store);
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->telling, g_source_unref);
  g_autofree const char **scopes = (const char **)g_hash_table_get_keys_as_array (self->pending, NULL);
  g_hash_table_remove_all (self->pending);
  gboolean newer = self->newer;
  g_mutex_unlock (&self->mutex);
  if (store && newer)
    tenure_store_set_read_only (store, TRUE);
  if (store)
    tenure_store_emit_changed (store, scopes);
  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
note_scope (TenureChanges *self, const char *scope, gint64 version)
{
  const char *name = g_intern_string (scope);
  gint64 *known = g_hash_table_lookup (self->known, name);
  if (known && *known >= version)
    return;
  g_hash_table_replace (self->known, (gpointer)name, g_memdup2 (&version, sizeof version));
  g_hash_table_add (self->pending, (gpointer)name);
}

/* With the mutex held. Changes that come before the loop turns are told at once. */
static void
tell_soon (TenureChanges *self)
{
  if (!self->telling && (g_hash_table_size (self->pending) || self->newer))
    self->telling = attach (self, g_idle_source_new (), on_tell);
}

void
tenure_changes_note (TenureChanges *self, GHashTable *touched)
{
  GHashTableIter iter;
  gpointer name, version;
  g_mutex_lock (&self->mutex);
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &name, &version))
    note_scope (self, name, *(gint64 *)version);
  tell_soon (self);
  g_mutex_unlock (&self->mutex);
}

static gboolean
read_scopes (TenureConnection *connection, TenureChanges *self, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "SELECT name, version FROM scope", error);
  if (!statement)
    return FALSE;
  g_mutex_lock (&self->mutex);
  while (tenure_statement_step (statement, &problem))
    note_scope (self, tenure_statement_text (statement, 0), tenure_statement_int (statement, 1));
  g_mutex_unlock (&self->mutex);
  if (problem)
    g_propagate_error (error, problem);
  return !problem;
}

static gboolean
look (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureChanges *self = data;
  gint64 data_version = 0, schema = 0;
  if (!tenure_connection_value (connection, "PRAGMA data_version", &data_version, error))
    return FALSE;
  if (data_version == connection->data_version)
    return TRUE; /* nobody else; another try may follow */
  if (!tenure_connection_value (connection, "PRAGMA user_version", &schema, error) ||
      !read_scopes (connection, self, error))
    return FALSE;
  connection->data_version = (int)data_version;
  g_mutex_lock (&self->mutex);
  self->newer = schema > tenure_schema_version ();
  tell_soon (self);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static gboolean on_time (gpointer data);

static void
look_later (TenureChanges *self)
{
  if (self->timer || self->looking || self->n_looks >= G_N_ELEMENTS (look_after))
    return;
  self->timer = attach (self, g_timeout_source_new (look_after[self->n_looks]), on_time);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  TenureChanges *self = data;
  g_autoptr (GError) error = NULL;
  if (!tenure_store_job_finish (TENURE_STORE (source), result, &error))
    g_info ("Looking for changes: %s", error->message);
  self->looking = FALSE;
  self->n_looks = self->heard_again ? 0 : self->n_looks + 1;
  self->heard_again = FALSE;
  if (self->monitor)
    look_later (self);
  unref (self);
}

static gboolean
on_time (gpointer data)
{
  TenureChanges *self = data;
  g_autoptr (TenureStore) store = g_weak_ref_get (&self->store);
  g_clear_pointer (&self->timer, g_source_unref);
  if (!store)
    return G_SOURCE_REMOVE;
  self->looking = TRUE;
  tenure_store_read_async (store, look, ref (self), unref, NULL, on_looked, ref (self));
  return G_SOURCE_REMOVE;
}

static void
on_written (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, TenureChanges *self)
{
  if (self->looking)
    self->heard_again = TRUE;
  else
    self->n_looks = 0;
  look_later (self);
}

TenureChanges *
tenure_changes_new (TenureStore *store, TenureConnection *reader, GError **error)
{
  g_autoptr (TenureChanges) self = g_new0 (TenureChanges, 1);
  g_atomic_ref_count_init (&self->refs);
  g_autofree char *log = g_strconcat (tenure_store_path (store), "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (log);
  g_weak_ref_init (&self->store, store);
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->pending = g_hash_table_new (NULL, NULL);
  if (!read_scopes (reader, self, error))
    return NULL;
  g_hash_table_remove_all (self->pending);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, error);
  if (!self->monitor)
    return NULL;
  g_file_monitor_set_rate_limit (self->monitor, 100);
  g_signal_connect (self->monitor, "changed", G_CALLBACK (on_written), self);
  return g_steal_pointer (&self);
}

static void
drop_source (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

void
tenure_changes_stop (TenureChanges *self)
{
  if (self->monitor)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->timer, drop_source);
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->telling, drop_source);
  g_mutex_unlock (&self->mutex);
  unref (self);
}
