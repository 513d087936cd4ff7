/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-known.h"

#include "tenure-facts-money.h"
#include "tenure-facts.h"

void
tenure_known_free (TenureKnown *self)
{
  if (!self)
    return;
  tenure_account_clear (&self->account);
  g_clear_error (&self->trouble);
  g_clear_pointer (&self->offers, g_hash_table_unref);
  g_free (self->key);
  g_free (self);
}

typedef struct
{
  const char *key;
  int year; /* whose quota is counted */
  TenureAccount account;
} AccountJob;

static int
year_of (TenureProfile *profile)
{
  return tenure_day_year (tenure_day_of (tenure_profile_now (profile)));
}

static gboolean
read_account (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  AccountJob *job = data;

  return tenure_facts_account (connection, job->key, job->year, &job->account, error);
}

gboolean
tenure_known_account (TenureProfile *profile, const char *key, TenureAccount *account, GError **error)
{
  AccountJob job = { .key = key, .year = year_of (profile) };

  if (!tenure_store_read (tenure_profile_store (profile), read_account, &job, NULL, error))
    return FALSE;
  *account = job.account;
  return TRUE;
}

typedef struct
{
  int year;
  TenureKnown *result;
} Job;

static Job *
job_new (TenureProfile *profile)
{
  Job *job = g_new0 (Job, 1);

  job->year = year_of (profile);
  job->result = g_new0 (TenureKnown, 1);
  return job;
}

static void
job_free (Job *job)
{
  tenure_known_free (job->result);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* An account or offers that cannot be read keep nobody from the rest of the profile, least of all from checking it. */
static gboolean
read_all (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  TenureKnown *result = job->result;
  GError *problem = NULL;

  result->key = tenure_connection_meta (connection, "signed-in", &problem);
  if (problem)
    g_propagate_error (error, problem);
  else if (result->key)
    tenure_facts_account (connection, result->key, job->year, &result->account, &result->trouble);
  result->offers = problem ? NULL : tenure_facts_offers (connection, result->trouble ? NULL : &result->trouble);
  if (!result->offers)
    result->offers = g_hash_table_new (g_str_hash, g_str_equal);
  return !problem;
}

TenureKnown *
tenure_known_read (TenureProfile *profile, GError **error)
{
  g_autoptr (Job) job = job_new (profile);

  return tenure_store_read (tenure_profile_store (profile), read_all, job, NULL, error) ? g_steal_pointer (&job->result)
                                                                                        : NULL;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (tenure_store_job_finish (TENURE_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&job->result), (GDestroyNotify)tenure_known_free);
  else
    g_task_return_error (task, error);
}

void
tenure_known_read_async (TenureProfile *profile, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  Job *job = job_new (profile);

  g_task_set_source_tag (task, tenure_known_read_async);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  tenure_store_read_async (tenure_profile_store (profile), read_all, job, NULL, NULL, on_read, task);
}

TenureKnown *
tenure_known_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
