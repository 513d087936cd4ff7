/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-session.h"

#include <glib/gi18n-lib.h>

#include "tenure-due-timer.h"
#include "tenure-embedded.h"
#include "tenure-error.h"
#include "tenure-signed-in.h"

struct _TenureSession
{
  GObject parent_instance;
  TenureProfile *profile;
  TenureEmbedded *embedded;
  TenureSignedIn *who;
  GHashTable *changed; /* scopes that nobody was told of yet; interned */
  GHashTable *telling; /* those that are told when @who is read again, or NULL */
  TenureDueTimer *timer;
  GCancellable *stop; /* cancels the settlement that a closing session no longer waits for */
  gboolean settling;
  gboolean again; /* something was committed while it ran */
  char *trouble;  /* why the last settlement failed, or NULL */
  char *notice;   /* as last announced */
};

G_DEFINE_FINAL_TYPE (TenureSession, tenure_session, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_NOTICE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void settle_later (TenureSession *self);

static void
tenure_session_dispose (GObject *object)
{
  TenureSession *self = TENURE_SESSION (object);

  if (self->stop)
    g_cancellable_cancel (self->stop);
  g_clear_pointer (&self->timer, tenure_due_timer_free);
  if (self->embedded)
    g_signal_handlers_disconnect_by_data (self->embedded, self);
  if (self->profile)
    g_signal_handlers_disconnect_by_data (tenure_profile_store (self->profile), self);
  g_clear_object (&self->embedded);
  g_clear_object (&self->profile);
  g_clear_object (&self->stop);
  G_OBJECT_CLASS (tenure_session_parent_class)->dispose (object);
}

static void
tenure_session_finalize (GObject *object)
{
  TenureSession *self = TENURE_SESSION (object);

  g_clear_pointer (&self->who, tenure_signed_in_free);
  g_hash_table_unref (self->changed);
  g_clear_pointer (&self->telling, g_hash_table_unref);
  g_free (self->trouble);
  g_free (self->notice);
  G_OBJECT_CLASS (tenure_session_parent_class)->finalize (object);
}

static void
tenure_session_class_init (TenureSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tenure_session_dispose;
  object_class->finalize = tenure_session_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TENURE_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[SIGNAL_NOTICE] =
      g_signal_new ("notice", TENURE_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_session_init (TenureSession *self)
{
  self->stop = g_cancellable_new ();
  self->changed = g_hash_table_new (NULL, NULL);
}

/* Settling ---------------------------------------------------------------------------------------------------------*/

static void
announce (TenureSession *self)
{
  g_autofree char *notice = tenure_session_notice (self);

  if (g_strcmp0 (notice, self->notice) == 0)
    return;
  g_free (self->notice);
  self->notice = g_steal_pointer (&notice);
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0);
}

static void
set_trouble (TenureSession *self, const GError *error)
{
  g_free (self->trouble);
  self->trouble = error ? g_strdup (error->message) : NULL;
}

/* A practice profile's clock runs as fast as the wall's, at an offset. */
static void
arm_timer (TenureSession *self)
{
  TenureTime due = tenure_embedded_next_due (self->embedded);
  gint64 offset = tenure_profile_now (self->profile) - g_get_real_time () / G_USEC_PER_SEC;

  if (self->timer)
    tenure_due_timer_arm (self->timer, due == TENURE_TIME_UNKNOWN ? TENURE_TIME_UNKNOWN : due - offset);
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureSession) self = data;
  g_autoptr (GError) error = NULL;

  self->settling = FALSE;
  tenure_platform_refresh_finish (TENURE_PLATFORM (source), result, &error);
  if (!self->embedded || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_trouble (self, error);
  /* After a failure the next deadline lies in the past: the next commit or clock change tries again, not a busy loop.
   */
  if (!error)
    arm_timer (self);
  announce (self);
  if (self->again && !error)
    settle_later (self);
}

static void
settle_later (TenureSession *self)
{
  self->again = self->settling;
  if (self->settling || !tenure_profile_drives (self->profile))
    return;
  self->settling = TRUE;
  tenure_platform_refresh_async (TENURE_PLATFORM (self->embedded), self->stop, NULL, NULL, on_settled,
                                 g_object_ref (self));
}

static void
on_due (gpointer data)
{
  settle_later (data);
}

static void
on_next_due (TenureSession *self)
{
  if (!self->settling)
    arm_timer (self);
}

/* Changes ----------------------------------------------------------------------------------------------------------*/

static void tell_later (TenureSession *self);

static void
set_who (TenureSession *self, TenureSignedIn *who)
{
  tenure_signed_in_free (self->who);
  self->who = who;
}

static void
on_who (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureSession) self = data;
  TenureSignedIn *who = tenure_signed_in_read_finish (result, NULL);
  g_autoptr (GHashTable) scopes = g_steal_pointer (&self->telling);
  g_autofree const char **names = (const char **)g_hash_table_get_keys_as_array (scopes, NULL);

  /* Where it could not be read, the pages are told all the same: they will meet the same trouble, and say it. */
  if (who)
    set_who (self, who);
  if (!self->profile)
    return;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, names);
  if (g_hash_table_size (self->changed) > 0)
    tell_later (self);
}

/* Who is signed in and what they have is known before anybody is told that something changed. */
static void
tell_later (TenureSession *self)
{
  if (self->telling)
    return;
  self->telling = g_steal_pointer (&self->changed);
  self->changed = g_hash_table_new (NULL, NULL);
  tenure_signed_in_read_async (self->profile, on_who, g_object_ref (self));
}

static void
on_store_changed (TenureSession *self, const char *const *scopes)
{
  for (; *scopes; scopes++)
    g_hash_table_add (self->changed, (gpointer)g_intern_string (*scopes));
  tell_later (self);
  announce (self);
  /* What was committed, here or by another program, may fall due before all else. Looking writes nothing. */
  settle_later (self);
}

/* What cannot be settled does not keep anyone from reading: it is told in the notice. */
static void
settle_now (TenureSession *self)
{
  g_autoptr (GError) error = NULL;

  if (tenure_profile_drives (self->profile))
    tenure_embedded_settle_at (self->embedded, tenure_profile_now (self->profile), 0, NULL, &error);
  set_trouble (self, error);
}

/* Opening ----------------------------------------------------------------------------------------------------------*/

static gboolean
follow_account (TenureSession *self, GError **error)
{
  TenureSignedIn *who = tenure_signed_in_read (self->profile, error);

  if (who)
    set_who (self, who);
  return who != NULL;
}

/* Takes @profile. */
static TenureSession *
new_session (TenureProfile *profile, GError **error)
{
  g_autoptr (TenureSession) self = g_object_new (TENURE_TYPE_SESSION, NULL);
  g_autoptr (TenureCatalogue) catalogue = tenure_data_catalogue (error);

  self->profile = profile;
  if (!catalogue || !follow_account (self, error))
    return NULL;
  self->embedded = tenure_embedded_new (profile, catalogue, NULL, NULL);
  self->timer = tenure_due_timer_new (on_due, self);
  g_signal_connect_swapped (self->embedded, "next-due", G_CALLBACK (on_next_due), self);
  g_signal_connect_swapped (tenure_profile_store (profile), "changed", G_CALLBACK (on_store_changed), self);
  settle_now (self);
  arm_timer (self);
  self->notice = tenure_session_notice (self);
  return g_steal_pointer (&self);
}

TenureSession *
tenure_session_open (const char *name, GError **error)
{
  TenureProfile *profile = tenure_profile_open (name, TRUE, error);

  return profile ? new_session (profile, error) : NULL;
}

/* Creating ---------------------------------------------------------------------------------------------------------*/

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

  return profile ? new_session (profile, error) : NULL;
}

/* What it holds ----------------------------------------------------------------------------------------------------*/

TenureProfile *
tenure_session_profile (TenureSession *self)
{
  return self->profile;
}

TenurePlatform *
tenure_session_platform (TenureSession *self)
{
  return TENURE_PLATFORM (self->embedded);
}

TenureStore *
tenure_session_store (TenureSession *self)
{
  return tenure_profile_store (self->profile);
}

const char *
tenure_session_account (TenureSession *self)
{
  return self->who->key;
}

const char *
tenure_session_owner (TenureSession *self)
{
  return self->who->key ? self->who->key : "";
}

TenureTime
tenure_session_now (TenureSession *self)
{
  return tenure_profile_now (self->profile);
}

TenureLife
tenure_session_shown_life (TenureSession *self, TenureLife life)
{
  gboolean two = tenure_profile_two_states (self->profile);

  return two && life == TENURE_LIFE_FROZEN ? TENURE_LIFE_EXPIRED : life;
}

TenureQuery *
tenure_session_query (TenureSession *self, TenureList list)
{
  TenureQuery *query = tenure_query_new (list);

  query->account = g_strdup (tenure_session_owner (self));
  query->now = tenure_session_now (self);
  query->level = tenure_profile_level (self->profile);
  query->policy = tenure_policy_ref (tenure_profile_policy (self->profile));
  query->catalogue = tenure_catalogue_ref (tenure_platform_catalogue (TENURE_PLATFORM (self->embedded)));
  query->judge = tenure_embedded_judge;
  return query;
}

static gboolean
somebody (TenureSession *self, GError **error)
{
  if (!self->who->key)
    g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                         _ ("Nobody is signed in: sign in with an activated account, or register one."));
  return self->who->key != NULL;
}

gboolean
tenure_session_read_account (TenureSession *self, TenureAccount *account, GError **error)
{
  return somebody (self, error) && tenure_signed_in_account (self->profile, self->who->key, account, error);
}

const TenureAccount *
tenure_session_known_account (TenureSession *self, GError **error)
{
  if (!somebody (self, error))
    return NULL;
  if (self->who->trouble && error)
    *error = g_error_copy (self->who->trouble);
  return self->who->trouble ? NULL : &self->who->account;
}

/* Notices ----------------------------------------------------------------------------------------------------------*/

char *
tenure_session_notice (TenureSession *self)
{
  guint waiting = tenure_embedded_waiting (self->embedded);

  if (tenure_profile_suspended (self->profile))
    return g_strdup (_ ("This is a restored copy, or it comes from another machine: it can only be read until you say "
                        "that this copy goes on"));
  if (tenure_embedded_clock_behind (self->embedded))
    return g_strdup (_ ("The clock lies before what was settled already, so nothing falls due; set the clock right"));
  if (waiting > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u event of more than 40 days waits to be settled; agree to settle it",
                     "%u events of more than 40 days wait to be settled; agree to settle them", waiting),
        waiting);
  if (self->trouble)
    return g_strdup_printf (_ ("What has fallen due could not be settled: %s"), self->trouble);
  if (!tenure_profile_drives (self->profile) && tenure_store_read_only (tenure_profile_store (self->profile)))
    return g_strdup (_ ("This profile can only be read, because its folder cannot be written here"));
  if (!tenure_profile_drives (self->profile))
    return g_strdup (_ ("Another program is working on this profile and settles what falls due; you can go on here"));
  return NULL;
}

gboolean
tenure_session_agree (TenureSession *self, GError **error)
{
  if (tenure_profile_suspended (self->profile) &&
      !tenure_profile_go_on (self->profile, g_get_real_time () / G_USEC_PER_SEC, error))
    return FALSE;
  if (tenure_embedded_waiting (self->embedded) > 0)
    tenure_embedded_consent (self->embedded);
  return tenure_session_settle (self, error) >= 0;
}

int
tenure_session_settle (TenureSession *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  int played = 0;

  if (tenure_profile_drives (self->profile))
    played = tenure_embedded_settle_at (self->embedded, tenure_profile_now (self->profile), 0, NULL, &problem);
  set_trouble (self, problem);
  arm_timer (self);
  announce (self);
  if (problem)
    g_propagate_error (error, g_steal_pointer (&problem));
  return played;
}

gboolean
tenure_session_advance (TenureSession *self, gint64 seconds, GError **error)
{
  return tenure_profile_advance (self->profile, seconds, error) && tenure_session_settle (self, error) >= 0;
}

/* Waiting for the platform -----------------------------------------------------------------------------------------*/

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
wait_for (GMainContext *context, GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
}

TenurePlan *
tenure_session_plan (TenureSession *self, TenureCommand *command, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  tenure_platform_plan_async (TENURE_PLATFORM (self->embedded), command, NULL, NULL, NULL, keep_result, &result);
  wait_for (context, &result);
  return tenure_platform_plan_finish (TENURE_PLATFORM (self->embedded), result, error);
}

TenureOutcome *
tenure_session_apply_secret (TenureSession *self, TenureCommand *command, TenurePlan *plan, GBytes *secret,
                             GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TenureOutcome) outcome = NULL;

  g_main_context_push_thread_default (context);
  tenure_platform_apply_async (TENURE_PLATFORM (self->embedded), command, plan, secret, NULL, NULL, NULL, keep_result,
                               &result);
  wait_for (context, &result);
  outcome = tenure_platform_apply_finish (TENURE_PLATFORM (self->embedded), result, error);
  return outcome && follow_account (self, error) ? g_steal_pointer (&outcome) : NULL;
}

TenureOutcome *
tenure_session_apply (TenureSession *self, TenureCommand *command, TenurePlan *plan, GError **error)
{
  return tenure_session_apply_secret (self, command, plan, NULL, error);
}

TenureSession *
tenure_session_create (const TenureSessionSetup *setup, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  tenure_session_create_async (setup, NULL, NULL, NULL, keep_result, &result);
  wait_for (context, &result);
  return tenure_session_create_finish (result, error);
}
