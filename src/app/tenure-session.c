/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-session-private.h"

#include <glib/gi18n-lib.h>

#include "tenure-due-timer.h"
#include "tenure-embedded.h"
#include "tenure-error.h"
#include "tenure-known.h"

/* Settling that takes longer than this is told. */
#define SLOW_MILLISECONDS 700

struct _TenureSession
{
  GObject parent_instance;
  TenureProfile *profile;
  TenureEmbedded *embedded;
  TenureKnown *known;
  GHashTable *changed; /* scopes that nobody was told of yet; interned */
  GHashTable *telling; /* those that are told when @known is read again, or NULL */
  TenureDueTimer *timer;
  GCancellable *stop; /* cancels the settlement that a closing session no longer waits for */
  gboolean settling;
  gboolean again; /* something was committed while it ran */
  guint soon;     /* source that settles */
  guint slow;     /* source that tells when it takes long */
  gboolean is_slow;
  char *trouble; /* why the last settlement failed, or NULL */
  char *notice;  /* as last announced */
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
  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_handle_id (&self->slow, g_source_remove);
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

  g_clear_pointer (&self->known, tenure_known_free);
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

/* A settlement that takes long is told, one among many is not. */
static gboolean
on_slow (gpointer data)
{
  TenureSession *self = data;

  self->slow = 0;
  self->is_slow = TRUE;
  announce (self);
  return G_SOURCE_REMOVE;
}

static void
not_slow (TenureSession *self)
{
  g_clear_handle_id (&self->slow, g_source_remove);
  self->is_slow = FALSE;
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
  not_slow (self);
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
  self->slow = g_timeout_add (SLOW_MILLISECONDS, on_slow, self);
  tenure_platform_refresh_async (TENURE_PLATFORM (self->embedded), self->stop, NULL, NULL, on_settled,
                                 g_object_ref (self));
}

static gboolean
on_soon (gpointer data)
{
  TenureSession *self = data;

  self->soon = 0;
  settle_later (self);
  return G_SOURCE_REMOVE;
}

void
tenure_session_settle_soon (TenureSession *self, guint milliseconds)
{
  g_clear_handle_id (&self->soon, g_source_remove);
  self->soon = g_timeout_add (milliseconds, on_soon, self);
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
set_known (TenureSession *self, TenureKnown *known)
{
  tenure_known_free (self->known);
  self->known = known;
}

static void
on_known (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureSession) self = data;
  TenureKnown *known = tenure_known_read_finish (result, NULL);
  g_autoptr (GHashTable) scopes = g_steal_pointer (&self->telling);
  g_autofree const char **names = (const char **)g_hash_table_get_keys_as_array (scopes, NULL);

  /* Where it could not be read, the pages are told all the same: they will meet the same trouble, and say it. */
  if (known)
    set_known (self, known);
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
  tenure_known_read_async (self->profile, on_known, g_object_ref (self));
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

/* Opening ----------------------------------------------------------------------------------------------------------*/

static gboolean
follow_account (TenureSession *self, GError **error)
{
  TenureKnown *known = tenure_known_read (self->profile, error);

  if (known)
    set_known (self, known);
  return known != NULL;
}

TenureSession *
tenure_session_new (TenureProfile *profile, GError **error)
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
  return g_steal_pointer (&self);
}

TenureSession *
tenure_session_open (const char *name, GError **error)
{
  TenureSession *self = tenure_session_open_unsettled (name, error);

  /* What cannot be settled does not keep anyone from reading: it is told in the notice. */
  if (self)
    tenure_session_settle (self, NULL);
  return self;
}

TenureSession *
tenure_session_open_unsettled (const char *name, GError **error)
{
  TenureProfile *profile = tenure_profile_open (name, TRUE, error);

  return profile ? tenure_session_new (profile, error) : NULL;
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
  return self->known->key;
}

const char *
tenure_session_owner (TenureSession *self)
{
  return self->known->key ? self->known->key : "";
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
  if (!self->known->key)
    g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                         _ ("Nobody is signed in: sign in with an activated account, or register one."));
  return self->known->key != NULL;
}

gboolean
tenure_session_read_account (TenureSession *self, TenureAccount *account, GError **error)
{
  return somebody (self, error) && tenure_known_account (self->profile, self->known->key, account, error);
}

gboolean
tenure_session_withdrawn (TenureSession *self, const TenureOffer *offer)
{
  return tenure_offer_withdrawn (offer, self->known->offers);
}

const TenureAccount *
tenure_session_known_account (TenureSession *self, GError **error)
{
  if (!somebody (self, error))
    return NULL;
  if (self->known->trouble && error)
    *error = g_error_copy (self->known->trouble);
  return self->known->trouble ? NULL : &self->known->account;
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
  if (self->is_slow)
    return g_strdup (_ ("What has fallen due is being settled; you can go on meanwhile"));
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
tenure_session_asks (TenureSession *self)
{
  return tenure_profile_suspended (self->profile) ||
         (!self->is_slow && (tenure_embedded_waiting (self->embedded) > 0 || self->trouble));
}

gboolean
tenure_session_agree (TenureSession *self, GError **error)
{
  if (tenure_profile_suspended (self->profile) &&
      !tenure_profile_go_on (self->profile, g_get_real_time () / G_USEC_PER_SEC, error))
    return FALSE;
  if (tenure_embedded_waiting (self->embedded) > 0)
    tenure_embedded_consent (self->embedded);
  return TRUE;
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

void
tenure_session_keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

void
tenure_session_wait_for (GMainContext *context, GAsyncResult **result)
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
  tenure_platform_plan_async (TENURE_PLATFORM (self->embedded), command, NULL, NULL, NULL, tenure_session_keep_result,
                              &result);
  tenure_session_wait_for (context, &result);
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
  tenure_platform_apply_async (TENURE_PLATFORM (self->embedded), command, plan, secret, NULL, NULL, NULL,
                               tenure_session_keep_result, &result);
  tenure_session_wait_for (context, &result);
  outcome = tenure_platform_apply_finish (TENURE_PLATFORM (self->embedded), result, error);
  return outcome && follow_account (self, error) ? g_steal_pointer (&outcome) : NULL;
}

TenureOutcome *
tenure_session_apply (TenureSession *self, TenureCommand *command, TenurePlan *plan, GError **error)
{
  return tenure_session_apply_secret (self, command, plan, NULL, error);
}
