/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-store-private.h"

#include "tenure-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/resource.h>

#define N_READERS 2
#define READER_NICENESS 4 /* of 0 … 19 */

/* A thread with its connection; both readers serve one queue. */
typedef struct
{
  TenureStore *store; /* not owned: the store waits for its threads */
  TenureConnection *connection;
  GThread *thread;
  GAsyncQueue *queue; /* of Job; the one without a function ends the thread */
} Worker;

struct _TenureStore
{
  GObject parent;
  char *path;
  Worker writer, readers[N_READERS];
  GAsyncQueue *writes, *reads;
  TenureChanges *changes;
  int read_only; /* atomic */
  int closed;    /* atomic */
};

G_DEFINE_FINAL_TYPE (TenureStore, tenure_store, G_TYPE_OBJECT)

enum
{
  PROP_READ_ONLY = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];
static guint changed_signal;

/* What is to be run. Either somebody waits on @done, or @task is returned on its own context. */
typedef struct
{
  TenureJob func;
  gpointer data;
  GDestroyNotify destroy;
  GCancellable *cancellable;
  GTask *task;
  gboolean ok, done;
  GError *error;
  GMutex mutex;
  GCond cond;
} Job;

static gboolean
on_return (gpointer data)
{
  Job *job = data;
  if (job->destroy)
    job->destroy (job->data);
  if (job->ok)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, job->error);
  g_object_unref (job->task);
  g_clear_object (&job->cancellable);
  g_free (job);
  return G_SOURCE_REMOVE;
}

/* After this the worker touches neither the job nor its task: the last reference to the store may go with it, and no
 * worker may be the one to drop that. The caller's context is held to the end, as waking it is not over when the caller
 * has woken. */
static void
give_back (Job *job)
{
  if (!job->task)
    {
      g_mutex_lock (&job->mutex);
      job->done = TRUE;
      g_cond_signal (&job->cond);
      g_mutex_unlock (&job->mutex);
      return;
    }
  g_autoptr (GMainContext) context = g_main_context_ref (g_task_get_context (job->task));
  g_autoptr (GSource) source = g_idle_source_new (); /* dropped before the context */
  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, on_return, job, NULL);
  g_source_attach (source, context);
}

/* A reader that sorts a million rows leaves the processor to whoever draws. To Linux "process" 0 is the calling thread;
 * where it is refused, reading goes on as before. */
static void
step_back (void)
{
  (void)setpriority (PRIO_PROCESS, 0, READER_NICENESS);
}

static gpointer
work (gpointer data)
{
  Worker *self = data;
  if (self != &self->store->writer)
    step_back ();
  for (;;)
    {
      Job *job = g_async_queue_pop (self->queue);
      if (!job->func)
        {
          g_free (job);
          return NULL;
        }
      job->ok = tenure_connection_transact (self->connection, job->func, job->data, job->cancellable, &job->error);
      if (job->ok && self == &self->store->writer)
        tenure_changes_note (self->store->changes, self->connection->touched);
      give_back (job);
    }
}

static gboolean
start_worker (TenureStore *self, Worker *worker, TenureConnectionKind kind, GAsyncQueue *queue, GError **error)
{
  worker->store = self;
  worker->queue = queue;
  if (!worker->connection)
    worker->connection = tenure_connection_open (self->path, kind, error);
  if (!worker->connection)
    return FALSE;
  worker->thread = g_thread_try_new (kind == TENURE_CONNECTION_WRITER ? "writer" : "reader", work, worker, error);
  return worker->thread != NULL;
}

static void
stop_worker (Worker *worker)
{
  if (worker->thread)
    g_thread_join (worker->thread);
  worker->thread = NULL;
  g_clear_pointer (&worker->connection, tenure_connection_close);
}

/* Made here, before SQLite has it open: as 0600, whatever the umask. */
static gboolean
make_file (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  int saved = errno;
  if (fd >= 0)
    return g_close (fd, error);
  if (saved == EEXIST)
    return TRUE;
  g_set_error (error, TENURE_SYSTEM_ERROR, tenure_system_error_from_errno (saved),
               _ ("The database “%s” cannot be made: %s."), path, g_strerror (saved));
  return FALSE;
}

static gboolean
open_all (TenureStore *self, gboolean create, gboolean may_upgrade, GError **error)
{
  if (!tenure_filesystem_is_safe (self->path, error) || (create && !make_file (self->path, error)))
    return FALSE;
  self->writer.connection = tenure_connection_open (self->path, TENURE_CONNECTION_WRITER, error);
  if (!self->writer.connection || !tenure_schema_prepare (self->writer.connection, create, may_upgrade, error))
    return FALSE;
  if (sqlite3_db_readonly (self->writer.connection->handle, "main") == 1)
    self->read_only = TRUE;
  self->changes = tenure_changes_new (self, self->writer.connection, error);
  if (!self->changes)
    return FALSE;
  for (int i = 0; i < N_READERS; i++)
    if (!start_worker (self, &self->readers[i], TENURE_CONNECTION_READER, self->reads, error))
      return FALSE;
  return start_worker (self, &self->writer, TENURE_CONNECTION_WRITER, self->writes, error);
}

TenureStore *
tenure_store_open (const char *path, gboolean create, gboolean may_upgrade, GError **error)
{
  g_autoptr (TenureStore) self = g_object_new (TENURE_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  if (!open_all (self, create, may_upgrade, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
set_closed (TenureStore *self, GError **error)
{
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO, _ ("“%s” is closed: open the profile again."),
               self->path);
}

static gboolean
may_queue (TenureStore *self, GAsyncQueue *queue, GError **error)
{
  if (g_atomic_int_get (&self->closed))
    set_closed (self, error);
  else if (queue == self->writes && tenure_store_read_only (self))
    g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_READ_ONLY,
                 _ ("“%s” is open for reading only: "
                    "say that this copy goes on, or open it where it can be written."),
                 self->path);
  else
    return TRUE;
  return FALSE;
}

/* Jobs that slipped in behind the end, and the end itself where no thread had begun. */
static void
drain (TenureStore *self, GAsyncQueue *queue)
{
  Job *job;
  while ((job = g_async_queue_try_pop (queue)))
    if (job->func)
      {
        set_closed (self, &job->error);
        give_back (job);
      }
    else
      g_free (job);
}

void
tenure_store_close (TenureStore *self)
{
  if (g_atomic_int_exchange (&self->closed, TRUE))
    return;
  for (int i = 0; i < N_READERS; i++)
    g_async_queue_push (self->reads, g_new0 (Job, 1));
  g_async_queue_push (self->writes, g_new0 (Job, 1));
  for (int i = 0; i < N_READERS; i++)
    stop_worker (&self->readers[i]);
  /* The last to close brings the log into the file. */
  stop_worker (&self->writer);
  drain (self, self->reads);
  drain (self, self->writes);
  g_clear_pointer (&self->changes, tenure_changes_stop);
}

const char *
tenure_store_path (TenureStore *self)
{
  return self->path;
}

gboolean
tenure_store_read_only (TenureStore *self)
{
  return g_atomic_int_get (&self->read_only);
}

void
tenure_store_set_read_only (TenureStore *self, gboolean read_only)
{
  if (g_atomic_int_exchange (&self->read_only, read_only) != read_only)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
}

void
tenure_store_emit_changed (TenureStore *self, const char *const *scopes)
{
  g_signal_emit (self, changed_signal, 0, scopes);
}

static void
queue_async (TenureStore *self, GAsyncQueue *queue, Job *job)
{
  GError *error = NULL;
  if (may_queue (self, queue, &error))
    {
      g_async_queue_push (queue, job);
      return;
    }
  job->error = error;
  give_back (job);
}

static Job *
job_new (TenureStore *self, TenureJob func, gpointer data, GDestroyNotify destroy, GCancellable *cancellable,
         GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  job->func = func;
  job->data = data;
  job->destroy = destroy;
  job->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  job->task = g_task_new (self, NULL, callback, user_data);
  return job;
}

void
tenure_store_read_async (TenureStore *self, TenureJob job, gpointer data, GDestroyNotify destroy,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  queue_async (self, self->reads, job_new (self, job, data, destroy, cancellable, callback, user_data));
}

void
tenure_store_write_async (TenureStore *self, TenureJob job, gpointer data, GDestroyNotify destroy,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  queue_async (self, self->writes, job_new (self, job, data, destroy, cancellable, callback, user_data));
}

gboolean
tenure_store_job_finish (TenureStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
run_waiting (TenureStore *self, GAsyncQueue *queue, TenureJob func, gpointer data, GCancellable *cancellable,
             GError **error)
{
  Job job = { .func = func, .data = data, .cancellable = cancellable };
  if (!may_queue (self, queue, error))
    return FALSE;
  g_mutex_init (&job.mutex);
  g_cond_init (&job.cond);
  g_mutex_lock (&job.mutex);
  g_async_queue_push (queue, &job);
  while (!job.done)
    g_cond_wait (&job.cond, &job.mutex);
  g_mutex_unlock (&job.mutex);
  g_cond_clear (&job.cond);
  g_mutex_clear (&job.mutex);
  if (job.error)
    g_propagate_error (error, job.error);
  return job.ok;
}

gboolean
tenure_store_read (TenureStore *self, TenureJob job, gpointer data, GCancellable *cancellable, GError **error)
{
  return run_waiting (self, self->reads, job, data, cancellable, error);
}

gboolean
tenure_store_write (TenureStore *self, TenureJob job, gpointer data, GCancellable *cancellable, GError **error)
{
  return run_waiting (self, self->writes, job, data, cancellable, error);
}

static void
tenure_store_init (TenureStore *self)
{
  self->writes = g_async_queue_new ();
  self->reads = g_async_queue_new ();
}

static void
tenure_store_dispose (GObject *object)
{
  tenure_store_close (TENURE_STORE (object));
  G_OBJECT_CLASS (tenure_store_parent_class)->dispose (object);
}

static void
tenure_store_finalize (GObject *object)
{
  TenureStore *self = TENURE_STORE (object);
  g_async_queue_unref (self->writes);
  g_async_queue_unref (self->reads);
  g_free (self->path);
  G_OBJECT_CLASS (tenure_store_parent_class)->finalize (object);
}

static void
tenure_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, tenure_store_read_only (TENURE_STORE (object)));
}

static void
tenure_store_class_init (TenureStoreClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->dispose = tenure_store_dispose;
  object_class->finalize = tenure_store_finalize;
  object_class->get_property = tenure_store_get_property;
  props[PROP_READ_ONLY] =
      g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  changed_signal =
      g_signal_new ("changed", TENURE_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}
