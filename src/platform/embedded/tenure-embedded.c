/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-embedded.h"

#include "tenure-apply.h"
#include "tenure-events.h"
#include "tenure-proof.h"

/* Events in one transaction: each with its journal event, all of them or none, and others get their turn. */
#define EVENTS_A_TURN 64

struct _TenureEmbedded
{
  GObject parent_instance;
  TenureProfile *profile;
  TenureCatalogue *catalogue;
  TenurePolicy *policy;
  char *account, *actor;
  GMainContext *context; /* of whoever made it: where "next-due" is emitted */

  GMutex mutex; /* over what follows, which jobs write and the window reads */
  guint waiting;
  gboolean consent, behind;
  TenureTime next_due;
};

static void tenure_embedded_platform (TenurePlatformInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TenureEmbedded, tenure_embedded, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TENURE_TYPE_PLATFORM, tenure_embedded_platform))

static guint next_due_signal;

static void
tenure_embedded_finalize (GObject *object)
{
  TenureEmbedded *self = TENURE_EMBEDDED (object);

  g_clear_object (&self->profile);
  g_clear_pointer (&self->catalogue, tenure_catalogue_unref);
  g_clear_pointer (&self->policy, tenure_policy_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->account);
  g_free (self->actor);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (tenure_embedded_parent_class)->finalize (object);
}

static void
tenure_embedded_class_init (TenureEmbeddedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_embedded_finalize;
  /**
   * TenureEmbedded::next-due:
   *
   * The moment of the next dated event has moved; emitted on the thread that made the platform.
   */
  next_due_signal =
      g_signal_new ("next-due", TENURE_TYPE_EMBEDDED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_embedded_init (TenureEmbedded *self)
{
  g_mutex_init (&self->mutex);
  self->next_due = TENURE_TIME_UNKNOWN;
}

TenureEmbedded *
tenure_embedded_new (TenureProfile *profile, TenureCatalogue *catalogue, const char *account, const char *actor)
{
  TenureEmbedded *self = g_object_new (TENURE_TYPE_EMBEDDED, NULL);

  self->profile = g_object_ref (profile);
  self->catalogue = tenure_catalogue_ref (catalogue);
  self->policy = tenure_policy_ref (tenure_profile_policy (profile));
  self->account = g_strdup (account);
  self->actor = g_strdup (actor);
  self->context = g_main_context_ref_thread_default ();
  return self;
}

static TenureStage
stage_of (TenureEmbedded *self)
{
  return (TenureStage){
    .account = self->account,
    .actor = self->actor,
    .source = TENURE_SOURCE_CUSTOMER,
    .level = tenure_profile_level (self->profile),
    .policy = self->policy,
    .catalogue = self->catalogue,
    .practice = tenure_profile_practice (self->profile),
  };
}

/* --- In the calling thread ------------------------------------------------------------------------------------------
 */

static TenureRequest
request_for (TenureEmbedded *self, TenureCommand *command, TenurePlan *plan, TenureTime now)
{
  return (TenureRequest){
    .stage = stage_of (self),
    .profile = tenure_profile_uuid (self->profile),
    .follow = self->account == NULL,
    .command = tenure_command_ref (command),
    .plan = plan == NULL ? NULL : tenure_plan_ref (plan),
    .now = now,
  };
}

TenurePlan *
tenure_embedded_plan_at (TenureEmbedded *self, TenureCommand *command, TenureTime now, GError **error)
{
  TenureRequest request = request_for (self, command, NULL, now);
  TenurePlan *plan = NULL;

  if (tenure_store_read (tenure_profile_store (self->profile), tenure_request_plan, &request, NULL, error))
    plan = g_steal_pointer (&request.fresh);
  tenure_request_clear (&request);
  return plan;
}

/* What is slow about a secret comes before the transaction. */
static gboolean
prove_and_apply (TenureEmbedded *self, TenureRequest *request, GCancellable *cancellable, GError **error)
{
  TenureStore *store = tenure_profile_store (self->profile);

  return tenure_proof_prepare (request, store, cancellable, error) &&
         tenure_store_write (store, tenure_request_apply, request, cancellable, error);
}

TenureOutcome *
tenure_embedded_apply_secret_at (TenureEmbedded *self, TenureCommand *command, TenurePlan *plan, GBytes *secret,
                                 TenureTime now, GError **error)
{
  TenureRequest request = request_for (self, command, plan, now);
  TenureOutcome *outcome = NULL;

  request.secret = secret == NULL ? NULL : g_bytes_ref (secret);
  if (prove_and_apply (self, &request, NULL, error))
    outcome = g_steal_pointer (&request.outcome);
  tenure_request_clear (&request);
  return outcome;
}

TenureOutcome *
tenure_embedded_apply_at (TenureEmbedded *self, TenureCommand *command, TenurePlan *plan, TenureTime now,
                          GError **error)
{
  return tenure_embedded_apply_secret_at (self, command, plan, NULL, now, error);
}

static gboolean
emit_next_due (gpointer self)
{
  g_signal_emit (self, next_due_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
learn (TenureEmbedded *self, const TenureSettlement *settlement)
{
  gboolean moved;

  g_mutex_lock (&self->mutex);
  moved = self->next_due != settlement->next_due;
  self->next_due = settlement->next_due;
  self->waiting = settlement->waiting;
  self->behind = settlement->behind;
  g_mutex_unlock (&self->mutex);
  if (moved)
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, emit_next_due, g_object_ref (self), g_object_unref);
}

static TenureSettlement
settlement_at (TenureEmbedded *self, TenureTime now)
{
  TenureSettlement settlement = { .stage = stage_of (self), .now = now, .next_due = TENURE_TIME_UNKNOWN };

  g_mutex_lock (&self->mutex);
  settlement.consent = self->consent;
  g_mutex_unlock (&self->mutex);
  return settlement;
}

/* A write is begun only when something is due: looking alone leaves the file as it is. */
static gboolean
settle (TenureEmbedded *self, TenureSettlement *settlement, guint limit, GCancellable *cancellable, GError **error)
{
  TenureStore *store = tenure_profile_store (self->profile);

  if (!tenure_store_read (store, tenure_settlement_look, settlement, cancellable, error))
    return FALSE;
  while (!settlement->finished && (limit == 0 || settlement->played < limit))
    {
      settlement->limit = limit == 0 ? EVENTS_A_TURN : MIN (EVENTS_A_TURN, limit - settlement->played);
      if (!tenure_store_write (store, tenure_settlement_play, settlement, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

int
tenure_embedded_settle_at (TenureEmbedded *self, TenureTime now, guint limit, GCancellable *cancellable, GError **error)
{
  TenureSettlement settlement = settlement_at (self, now);
  gboolean fine;

  if (tenure_profile_suspended (self->profile))
    return 0;
  fine = settle (self, &settlement, limit, cancellable, error);
  learn (self, &settlement);
  return fine ? (int)settlement.played : -1;
}

/* --- Waiting, clock, next -------------------------------------------------------------------------------------------
 */

guint
tenure_embedded_waiting (TenureEmbedded *self)
{
  guint waiting;

  g_mutex_lock (&self->mutex);
  waiting = self->waiting;
  g_mutex_unlock (&self->mutex);
  return waiting;
}

void
tenure_embedded_consent (TenureEmbedded *self)
{
  g_mutex_lock (&self->mutex);
  self->consent = TRUE;
  g_mutex_unlock (&self->mutex);
}

gboolean
tenure_embedded_clock_behind (TenureEmbedded *self)
{
  gboolean behind;

  g_mutex_lock (&self->mutex);
  behind = self->behind;
  g_mutex_unlock (&self->mutex);
  return behind;
}

TenureTime
tenure_embedded_next_due (TenureEmbedded *self)
{
  TenureTime next_due;

  g_mutex_lock (&self->mutex);
  next_due = self->next_due;
  g_mutex_unlock (&self->mutex);
  return next_due;
}

/* --- TenurePlatform: on the store's threads --------------------------------------------------------------------------
 */

/* A request under way, and whom to tell how far it is. */
typedef struct
{
  TenureRequest request;
  TenureEmbedded *self;
  GMainContext *context;
  TenureProgress progress;
  gpointer progress_data;
} Work;

static void
work_free (Work *work)
{
  tenure_request_clear (&work->request);
  g_object_unref (work->self);
  g_main_context_unref (work->context);
  g_free (work);
}

/* How far it is, on its way to the thread that asked; the task keeps who asked alive. */
typedef struct
{
  GTask *task;
  gint64 done, total;
} Message;

static gboolean
deliver_message (gpointer data)
{
  Message *message = data;
  Work *work = g_task_get_task_data (message->task);

  if (!g_task_get_completed (message->task))
    work->progress (message->done, message->total, work->progress_data);
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
  Message *message = g_new (Message, 1);

  *message = (Message){ g_object_ref (data), done, total };
  g_main_context_invoke_full (((Work *)g_task_get_task_data (data))->context, G_PRIORITY_DEFAULT, deliver_message,
                              message, message_free);
}

static GTask *
new_task (TenureEmbedded *self, TenureCommand *command, TenurePlan *plan, GCancellable *cancellable,
          TenureProgress progress, gpointer progress_data, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->request = request_for (self, command, plan, tenure_profile_now (self->profile));
  work->self = g_object_ref (self);
  work->context = g_main_context_ref_thread_default ();
  work->progress = progress;
  work->progress_data = progress_data;
  if (progress != NULL)
    {
      work->request.report = report;
      work->request.report_data = task;
    }
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  return task;
}

static void
planned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (tenure_store_job_finish (TENURE_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&work->request.fresh), (GDestroyNotify)tenure_plan_unref);
  else
    g_task_return_error (task, error);
}

static void
plan_async (TenurePlatform *platform, TenureCommand *command, GCancellable *cancellable, TenureProgress progress,
            gpointer progress_data, GAsyncReadyCallback callback, gpointer data)
{
  TenureEmbedded *self = TENURE_EMBEDDED (platform);
  GTask *task = new_task (self, command, NULL, cancellable, progress, progress_data, callback, data);
  Work *work = g_task_get_task_data (task);

  g_task_set_source_tag (task, plan_async);
  tenure_store_read_async (tenure_profile_store (self->profile), tenure_request_plan, &work->request, NULL, cancellable,
                           planned, task);
}

static TenurePlan *
plan_finish (TenurePlatform *platform, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (tenure_store_job_finish (TENURE_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&work->request.outcome), (GDestroyNotify)tenure_outcome_unref);
  else
    g_task_return_error (task, error);
}

static void
prove_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (prove_and_apply (source, &work->request, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&work->request.outcome), (GDestroyNotify)tenure_outcome_unref);
  else
    g_task_return_error (task, error);
}

static void
apply_async (TenurePlatform *platform, TenureCommand *command, TenurePlan *plan, GBytes *secret,
             GCancellable *cancellable, TenureProgress progress, gpointer progress_data, GAsyncReadyCallback callback,
             gpointer data)
{
  TenureEmbedded *self = TENURE_EMBEDDED (platform);
  GTask *task = new_task (self, command, plan, cancellable, progress, progress_data, callback, data);
  Work *work = g_task_get_task_data (task);

  work->request.secret = secret == NULL ? NULL : g_bytes_ref (secret);
  g_task_set_source_tag (task, apply_async);
  if (tenure_command_kind_secrets (tenure_command_kind (command)) > 0)
    {
      g_task_run_in_thread (task, prove_thread);
      g_object_unref (task);
      return;
    }
  tenure_store_write_async (tenure_profile_store (self->profile), tenure_request_apply, &work->request, NULL,
                            cancellable, applied, task);
}

static TenureOutcome *
apply_finish (TenurePlatform *platform, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
refresh_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TenureEmbedded *self = source;
  GError *error = NULL;

  if (tenure_embedded_settle_at (self, tenure_profile_now (self->profile), 0, cancellable, &error) < 0)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Only the holder of the driver lock settles; for anyone else that is done already. */
static void
refresh_async (TenurePlatform *platform, GCancellable *cancellable, TenureProgress progress, gpointer progress_data,
               GAsyncReadyCallback callback, gpointer data)
{
  TenureEmbedded *self = TENURE_EMBEDDED (platform);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, refresh_async);
  if (tenure_profile_drives (self->profile))
    g_task_run_in_thread (task, refresh_thread);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
refresh_finish (TenurePlatform *platform, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
can (TenurePlatform *platform, TenureCommandKind kind, TenureRefusal **why)
{
  TenureEmbedded *self = TENURE_EMBEDDED (platform);

  if (!tenure_store_read_only (tenure_profile_store (self->profile)))
    return TRUE;
  if (why != NULL)
    *why = tenure_refusal_new ("profile.read-only", NULL);
  return FALSE;
}

static TenureTime
now (TenurePlatform *platform)
{
  return tenure_profile_now (TENURE_EMBEDDED (platform)->profile);
}

static TenureCatalogue *
catalogue (TenurePlatform *platform)
{
  return TENURE_EMBEDDED (platform)->catalogue;
}

static TenurePolicy *
policy (TenurePlatform *platform)
{
  return TENURE_EMBEDDED (platform)->policy;
}

static void
tenure_embedded_platform (TenurePlatformInterface *iface)
{
  iface->plan_async = plan_async;
  iface->plan_finish = plan_finish;
  iface->apply_async = apply_async;
  iface->apply_finish = apply_finish;
  iface->refresh_async = refresh_async;
  iface->refresh_finish = refresh_finish;
  iface->can = can;
  iface->now = now;
  iface->catalogue = catalogue;
  iface->policy = policy;
}
