/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-session-private.h"

#include "tenure-embedded.h"

typedef struct
{
  char *name, *policy;
  gboolean practice, register_first;
  TenureLevel level;
  guint sample;
  guint64 seed;
  TenureProgress progress;
  gpointer progress_data;
  GMainContext *context; /* of the caller, for progress */
} Creation;

static void
creation_free (Creation *self)
{
  g_free (self->name);
  g_free (self->policy);
  g_main_context_unref (self->context);
  g_free (self);
}

typedef struct
{
  TenureProgress progress;
  gpointer data;
  gint64 done, total;
} Report;

static gboolean
report_on_caller (gpointer data)
{
  Report *report = data;

  report->progress (report->done, report->total, report->data);
  return G_SOURCE_REMOVE;
}

static void
report_progress (gint64 done, gint64 total, gpointer data)
{
  Creation *creation = data;
  Report report = { creation->progress, creation->progress_data, done, total };

  if (creation->progress)
    g_main_context_invoke_full (creation->context, G_PRIORITY_DEFAULT, report_on_caller,
                                g_memdup2 (&report, sizeof report), g_free);
}

static gboolean
fill (TenureProfile *profile, Creation *creation, GCancellable *cancellable, GError **error)
{
  TenureTime now = tenure_profile_now (profile);
  g_autoptr (TenureCatalogue) catalogue = NULL;

  if (creation->sample == 0)
    return (creation->register_first || tenure_embedded_first_account (profile, "main", creation->name, now, error)) &&
           tenure_embedded_huawei_accounts (profile, now, error);
  catalogue = tenure_data_catalogue (error);
  return catalogue &&
         tenure_sample_fill (profile, catalogue, creation->sample, creation->seed, now, report_progress, creation,
                             cancellable, error) &&
         tenure_embedded_huawei_accounts (profile, now, error);
}

/* On a worker: makes and fills the profile where nobody sees it, and only then puts it where profiles are: killed on
 * the way, it leaves none behind. What could not be filled is removed. */
static void
create_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Creation *creation = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePolicy) policy = tenure_session_builtin_policy (creation->policy, &error);
  TenureProfileSetup setup = { creation->name, creation->practice || creation->sample > 0, creation->level, policy };
  g_autoptr (TenureProfile) profile = NULL;

  if (policy)
    profile = tenure_profile_begin (&setup, g_get_real_time () / G_USEC_PER_SEC, &error);
  if (profile && !fill (profile, creation, cancellable, &error))
    tenure_profile_delete (profile, NULL);
  else if (profile && tenure_profile_publish (profile, &error))
    {
      /* Handed on open: closed and opened again, it could still hold its own driver lock for a moment. */
      g_task_return_pointer (task, g_steal_pointer (&profile), g_object_unref);
      return;
    }
  g_task_return_error (task, g_steal_pointer (&error));
}

void
tenure_session_create_async (const TenureSessionSetup *setup, GCancellable *cancellable, TenureProgress progress,
                             gpointer progress_data, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Creation *creation = g_new0 (Creation, 1);

  creation->name = g_strdup (setup->name);
  creation->policy = g_strdup (setup->policy);
  creation->practice = setup->practice;
  creation->register_first = setup->register_first;
  creation->level = setup->level;
  creation->sample = setup->sample;
  creation->seed = setup->seed;
  creation->progress = progress;
  creation->progress_data = progress_data;
  creation->context = g_main_context_ref_thread_default ();
  g_task_set_task_data (task, creation, (GDestroyNotify)creation_free);
  g_task_run_in_thread (task, create_in_thread);
}

TenureSession *
tenure_session_create_finish (GAsyncResult *result, GError **error)
{
  TenureProfile *profile = g_task_propagate_pointer (G_TASK (result), error);
  TenureSession *session = profile ? tenure_session_new (profile, error) : NULL;

  if (session)
    tenure_session_settle (session, NULL);
  return session;
}

TenureSession *
tenure_session_create (const TenureSessionSetup *setup, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  tenure_session_create_async (setup, NULL, NULL, NULL, tenure_session_keep_result, &result);
  tenure_session_wait_for (context, &result);
  return tenure_session_create_finish (result, error);
}
