/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making an export: its record is read, a renewal list is planned, then a worker writes the file and moves the record
 * on, each step in a small transaction of its own. */
#include "tenure-export.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-export-private.h"
#include "tenure-wording-exports.h"
#include "tenure-wording.h"

void
tenure_export_result_clear (TenureExportResult *self)
{
  g_clear_pointer (&self->path, g_free);
}

/* One export on its way: made on the caller's thread, then the worker's alone. */
typedef struct
{
  TenureSession *session;
  TenureStore *store;
  char *key, *account, *path;
  gboolean replace;
  TenureExportRecord *record;
  TenureExportSource source;
  TenureExportFile file;

  GMainContext *context; /* of the caller, for progress */
  TenureProgress progress;
  gpointer progress_data;
} Making;

static void
making_free (Making *self)
{
  g_clear_pointer (&self->record, tenure_export_record_free);
  g_clear_pointer (&self->source.query, tenure_query_free);
  g_clear_pointer (&self->source.plan, tenure_plan_unref);
  g_clear_pointer (&self->source.catalogue, tenure_catalogue_unref);
  g_strfreev (self->source.rows);
  g_free (self->key);
  g_free (self->account);
  g_free (self->path);
  g_object_unref (self->store);
  g_object_unref (self->session);
  g_main_context_unref (self->context);
  g_free (self);
}

/* Progress -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GTask *task;
  gint64 done, total;
} Message;

static gboolean
deliver_message (gpointer data)
{
  Message *message = data;
  Making *making = g_task_get_task_data (message->task);

  if (!g_task_get_completed (message->task))
    making->progress (message->done, message->total, making->progress_data);
  return G_SOURCE_REMOVE;
}

static void
message_free (gpointer data)
{
  g_object_unref (((Message *)data)->task);
  g_free (data);
}

static void
report (gint64 done, gint64 total, gpointer data)
{
  Making *making = g_task_get_task_data (data);
  Message *message = g_new (Message, 1);

  *message = (Message){ g_object_ref (data), done, total };
  g_main_context_invoke_full (making->context, G_PRIORITY_DEFAULT, deliver_message, message, message_free);
}

/* The record ------------------------------------------------------------------------------------------------------ */

static gboolean
change_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_export_record_change (connection, data, error);
}

static gboolean
move_on (const Making *self, TenureExportState state, const char *reason, GError **error)
{
  TenureExportChange change = { .key = self->key,
                                .account = self->account,
                                .actor = g_get_user_name (),
                                .state = state,
                                .now = tenure_profile_now (tenure_session_profile (self->session)),
                                .rows = self->source.n_rows,
                                .left_out = self->source.left_out,
                                .path = self->path,
                                .reason = reason };

  return tenure_store_write (self->store, change_job, &change, NULL, error);
}

/* What the record keeps of a failure; worded when it is looked at. */
static const char *
reason_of (const GError *problem)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "cancelled";
  if (g_error_matches (problem, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NO_SPACE))
    return "no-space";
  if (g_error_matches (problem, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_DENIED))
    return "denied";
  return g_error_matches (problem, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_READ_ONLY) ? "read-only" : "failed";
}

/* Making ---------------------------------------------------------------------------------------------------------- */

static gboolean
make_file (Making *self, GCancellable *cancellable, GError **error)
{
  return tenure_export_file_begin (&self->file, self->path, self->replace, error) &&
         move_on (self, TENURE_EXPORT_MAKING, NULL, error) &&
         tenure_store_read (self->store, tenure_export_write, &self->source, cancellable, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         tenure_export_file_keep (&self->file, self->replace, error);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *self = data;
  g_autoptr (GError) error = NULL;
  gboolean made;

  self->source.file = &self->file;
  made = make_file (self, cancellable, &error) && move_on (self, TENURE_EXPORT_READY, NULL, &error);
  tenure_export_file_drop (&self->file);
  /* A wrong name says nothing about the export; the failure itself matters more than one to write it down. */
  if (!made && error->domain != TENURE_INPUT_ERROR)
    move_on (self, TENURE_EXPORT_FAILED, reason_of (error), NULL);
  if (made)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_planned (GObject *platform, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Making *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->source.plan = tenure_platform_plan_finish (TENURE_PLATFORM (platform), result, &error);
  if (self->source.plan != NULL)
    g_task_run_in_thread (task, make_in_thread);
  else
    g_task_return_error (task, error);
}

/* Prices of a renewal list are those of its plan: what renewing would say. */
static void
plan_renewal (GTask *task, gint64 months)
{
  Making *self = g_task_get_task_data (task);
  TenureRenew renew = { .resources = self->source.rows, .months = months };
  GError *error = NULL;
  g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_RENEW, &renew, NULL, &error);

  if (command == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  tenure_platform_plan_async (tenure_session_platform (self->session), command, g_task_get_cancellable (task), NULL,
                              NULL, on_planned, task);
}

static char **
read_rows (TenureJson *rows)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < tenure_json_length (rows); i++)
    g_strv_builder_add (builder, tenure_json_text (tenure_json_at (rows, i)));
  return g_strv_builder_end (builder);
}

/* The filter as it was kept, asked by this account at this moment. */
static gboolean
read_filter (Making *self, TenureJson *filter, GError **error)
{
  g_autoptr (TenureQuery) base = tenure_session_query (self->session, TENURE_LIST_RENEWALS);
  TenureQuery *query = filter != NULL ? tenure_query_from_json (filter, error) : tenure_query_copy (base);

  if (query == NULL)
    return FALSE;
  self->source.query = query;
  g_free (query->account);
  query->account = g_steal_pointer (&base->account);
  query->now = base->now;
  query->level = base->level;
  if (query->policy == NULL)
    query->policy = tenure_policy_ref (base->policy);
  return TRUE;
}

static gboolean
read_question (Making *self, gint64 *months, GError **error)
{
  g_autoptr (TenureJson) question = tenure_json_parse (self->record->question, -1, 0, error);
  TenureJson *rows;

  if (question == NULL || !read_filter (self, tenure_json_get (question, "query"), error))
    return FALSE;
  rows = tenure_json_get (question, "rows");
  if (rows != NULL)
    self->source.rows = read_rows (rows);
  *months = 0;
  return tenure_json_get (question, "months") == NULL ||
         tenure_json_need_int64 (question, "months", NULL, months, error);
}

static gboolean
find_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Making *self = data;

  self->record = tenure_export_record_find (connection, self->account, self->key, self->source.query->now, error);
  return self->record != NULL;
}

static void
on_found (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Making *self = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 months;

  g_clear_pointer (&self->source.query, tenure_query_free);
  if (!tenure_store_job_finish (TENURE_STORE (store), result, &error) || !read_question (self, &months, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->source.record = self->record;
  if (months > 0)
    plan_renewal (g_steal_pointer (&task), months);
  else
    g_task_run_in_thread (task, make_in_thread);
}

static Making *
making_new (TenureSession *session, const char *key, const char *path, gboolean replace)
{
  Making *self = g_new0 (Making, 1);
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));

  self->session = g_object_ref (session);
  self->store = g_object_ref (tenure_session_store (session));
  self->key = g_strdup (key);
  self->account = g_strdup (tenure_session_account (session));
  self->path = g_strdup (path);
  self->replace = replace;
  self->file.fd = -1;
  self->source.catalogue = tenure_catalogue_ref (catalogue);
  self->source.practice = tenure_profile_practice (tenure_session_profile (session));
  self->source.query = tenure_session_query (session, TENURE_LIST_RENEWALS);
  self->context = g_main_context_ref_thread_default ();
  return self;
}

void
tenure_export_async (TenureSession *session, const char *key, GFile *target, gboolean replace,
                     GCancellable *cancellable, TenureProgress progress, gpointer progress_data,
                     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, data);
  const char *path = g_file_peek_path (target);
  Making *self;

  g_task_set_source_tag (task, tenure_export_async);
  /* What was made counts, even when it was no longer wanted a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  if (path == NULL)
    {
      g_task_return_new_error (task, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                               _ ("Exports are saved in a folder of this machine: choose another place."));
      return;
    }
  self = making_new (session, key, path, replace);
  self->progress = progress;
  self->progress_data = progress_data;
  if (progress != NULL)
    {
      self->source.report = report;
      self->source.report_data = task;
    }
  g_task_set_task_data (task, self, (GDestroyNotify)making_free);
  tenure_store_read_async (self->store, find_job, self, NULL, cancellable, on_found, g_steal_pointer (&task));
}

gboolean
tenure_export_finish (TenureSession *session, GAsyncResult *result, TenureExportResult *made, GError **error)
{
  Making *self = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (made != NULL)
    *made = (TenureExportResult){ self->source.n_rows, self->source.left_out, g_strdup (self->path) };
  return TRUE;
}

/* Waiting --------------------------------------------------------------------------------------------------------- */

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

gboolean
tenure_export_save (TenureSession *session, const char *key, GFile *target, gboolean replace, TenureExportResult *made,
                    GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  tenure_export_async (session, key, target, replace, NULL, NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return tenure_export_finish (session, result, made, error);
}

/* Records --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *account;
  TenureTime now;
  GPtrArray *records;
} Reading;

static void
reading_free (Reading *self)
{
  g_free (self->account);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *self = data;

  self->records = tenure_export_records_read (connection, self->account, self->now, error);
  return self->records != NULL;
}

static void
on_read (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (tenure_store_job_finish (TENURE_STORE (store), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&self->records), (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
tenure_export_records_async (TenureSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);
  Reading *self = g_new0 (Reading, 1);

  self->account = g_strdup (tenure_session_account (session));
  self->now = tenure_session_now (session);
  g_task_set_source_tag (task, tenure_export_records_async);
  g_task_set_task_data (task, self, (GDestroyNotify)reading_free);
  tenure_store_read_async (tenure_session_store (session), read_job, self, NULL, cancellable, on_read, task);
}

GPtrArray *
tenure_export_records_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
tenure_export_records (TenureSession *session, GError **error)
{
  Reading reading = { (char *)tenure_session_account (session), tenure_session_now (session), NULL };

  tenure_store_read (tenure_session_store (session), read_job, &reading, NULL, error);
  return reading.records;
}

/* Names ----------------------------------------------------------------------------------------------------------- */

char *
tenure_export_suggest_name (const TenureExportRecord *record)
{
  g_autofree char *day = tenure_day_format (tenure_day_of (record->requested));

  return g_strdup_printf ("%s %s.%s", tenure_word_export (record->what), day, TENURE_EXPORT_FORMATS[record->format]);
}

int
tenure_export_preset_encoding (void)
{
  return tenure_word_is_chinese () ? 0 : 1;
}
