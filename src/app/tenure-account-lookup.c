/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-account-lookup.h"

#include <stdarg.h>
#include <string.h>

#include "tenure-secrets.h"
#include "tenure-wording-messages.h"

/* What a read job is asked, and what it found. */
typedef struct
{
  int state, year;
  gint64 before;
  guint limit;
  GPtrArray *found;
} Question;

static void
question_free (Question *self)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self);
}

static void
view_free (gpointer data)
{
  TenureAccountView *self = data;

  tenure_account_clear (&self->account);
  g_clear_pointer (&self->application, tenure_application_free);
  g_free (self);
}

static gboolean
read_view (TenureConnection *connection, TenureAccountView *view, GError **error)
{
  view->eligible = tenure_eligibility (&view->account, view->conditions);
  return tenure_facts_application (connection, view->account.id, &view->application, error) &&
         tenure_facts_credential (connection, view->account.id, &view->credential, error);
}

static gboolean
read_accounts (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (GPtrArray) accounts = tenure_facts_accounts (connection, question->year, error);

  question->found = g_ptr_array_new_with_free_func (view_free);
  for (guint i = 0; accounts && i < accounts->len; i++)
    {
      TenureAccountView *view = g_new0 (TenureAccountView, 1);

      view->account = *(TenureAccount *)accounts->pdata[i];
      memset (accounts->pdata[i], 0, sizeof (TenureAccount)); /* the view owns its texts now */
      g_ptr_array_add (question->found, view);
      if (!read_view (connection, view, error))
        return FALSE;
    }
  return accounts != NULL;
}

static gboolean
read_applications (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  question->found = tenure_facts_applications (connection, question->state, error);
  return question->found != NULL;
}

static gboolean
read_messages (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  question->found = tenure_facts_messages (connection, NULL, question->before, question->limit, error);
  return question->found != NULL;
}

static Question *
new_question (TenureSession *session)
{
  Question *self = g_new0 (Question, 1);

  self->year = tenure_day_year (tenure_day_of (tenure_session_now (session)));
  return self;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;

  if (tenure_store_job_finish (TENURE_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&question->found), (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Takes @question. */
static void
start (TenureSession *session, Question *question, TenureJob job, gpointer tag, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, question, (GDestroyNotify)question_free);
  tenure_store_read_async (tenure_session_store (session), job, question, NULL, cancellable, on_read, task);
}

/* Takes @question. */
static GPtrArray *
wait_for (TenureSession *session, Question *question, TenureJob job, GError **error)
{
  GPtrArray *found = NULL;

  if (tenure_store_read (tenure_session_store (session), job, question, NULL, error))
    found = g_steal_pointer (&question->found);
  question_free (question);
  return found;
}

static GPtrArray *
finish (TenureSession *session, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tenure_lookup_accounts_async (TenureSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data)
{
  start (session, new_question (session), read_accounts, tenure_lookup_accounts_async, cancellable, callback, data);
}

GPtrArray *
tenure_lookup_accounts_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return finish (session, result, tenure_lookup_accounts_async, error);
}

GPtrArray *
tenure_read_accounts (TenureSession *session, GError **error)
{
  return wait_for (session, new_question (session), read_accounts, error);
}

static Question *
ask_applications (TenureSession *session, int state)
{
  Question *question = new_question (session);

  question->state = state;
  return question;
}

void
tenure_lookup_applications_async (TenureSession *session, int state, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  start (session, ask_applications (session, state), read_applications, tenure_lookup_applications_async, cancellable,
         callback, data);
}

GPtrArray *
tenure_lookup_applications_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return finish (session, result, tenure_lookup_applications_async, error);
}

GPtrArray *
tenure_read_applications (TenureSession *session, int state, GError **error)
{
  return wait_for (session, ask_applications (session, state), read_applications, error);
}

static Question *
ask_messages (TenureSession *session, gint64 before, guint limit)
{
  Question *question = new_question (session);

  question->before = before;
  question->limit = limit;
  return question;
}

void
tenure_lookup_messages_async (TenureSession *session, gint64 before, guint limit, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  start (session, ask_messages (session, before, limit), read_messages, tenure_lookup_messages_async, cancellable,
         callback, data);
}

GPtrArray *
tenure_lookup_messages_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return finish (session, result, tenure_lookup_messages_async, error);
}

GPtrArray *
tenure_read_messages (TenureSession *session, gint64 before, guint limit, GError **error)
{
  return wait_for (session, ask_messages (session, before, limit), read_messages, error);
}

/* --- Secrets ----------------------------------------------------------------------------------------------------- */

static gsize
length_of (const char *first, va_list rest)
{
  gsize length = 0;

  for (const char *line = first; line; line = va_arg (rest, const char *))
    length += strlen (line) + 1;
  return length;
}

GBytes *
tenure_session_secret (const char *first, ...)
{
  va_list lines, again;
  char *text, *end;
  gsize length;

  va_start (lines, first);
  va_copy (again, lines);
  length = length_of (first, lines);
  va_end (lines);
  text = end = tenure_secret_new (length + 1);
  for (const char *line = first; line; line = va_arg (again, const char *))
    end = g_stpcpy (g_stpcpy (end, line), "\n");
  va_end (again);
  return g_bytes_new_with_free_func (text, length, (GDestroyNotify)tenure_secret_free, text);
}

gboolean
tenure_link_cut (const char *text, char **link, char **secret)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *cut = stripped, *between;

  if (g_str_has_prefix (cut, TENURE_LINK_ADDRESS))
    cut += strlen (TENURE_LINK_ADDRESS);
  between = strchr (cut, '#');
  if (!between || between == cut || between[1] == '\0')
    return FALSE;
  *link = g_strndup (cut, (gsize)(between - cut));
  *secret = g_strdup (between + 1);
  return TRUE;
}
