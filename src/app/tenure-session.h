/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: an open profile with its platform; what the window and the command line work through.
 * The one composition root that knows concrete platforms. */
#pragma once

#include "tenure-platform.h"
#include "tenure-profile.h"
#include "tenure-query.h"

G_BEGIN_DECLS

#define TENURE_TYPE_SESSION (tenure_session_get_type ())
G_DECLARE_FINAL_TYPE (TenureSession, tenure_session, TENURE, SESSION, GObject)
/* signal "changed" (const char *const *scopes); signal "notice" (): tenure_session_notice() changed */

/** Makes a profile: @sample > 0 fills it with that many resources (then it is a practice profile). */
typedef struct
{
  const char *name, *policy; /* policy NULL: "huawei-cn" */
  gboolean practice;
  TenureLevel level;
  guint sample;
  guint64 seed;
  gboolean register_first; /* no account is opened: the trip begins with its registration (guide 1) */
} TenureSessionSetup;
void tenure_session_create_async (const TenureSessionSetup *setup, GCancellable *cancellable, TenureProgress progress,
                                  gpointer progress_data, GAsyncReadyCallback callback, gpointer data);
TenureSession *tenure_session_create_finish (GAsyncResult *result, GError **error);
/** The same, waiting. */
TenureSession *tenure_session_create (const TenureSessionSetup *setup, GError **error);

/** A policy of the program by name (NULL: "huawei-cn"); TENURE_INPUT_ERROR_UNKNOWN naming those there are. */
TenurePolicy *tenure_session_builtin_policy (const char *name, GError **error);
TenureCatalogue *tenure_session_builtin_catalogue (GError **error);

/** Opens by name or uuid (NULL: the only one), takes the driver lock if it is free, settles what is due. */
TenureSession *tenure_session_open (const char *name, GError **error);
/** The same without waiting for what is due: see tenure_session_settle_soon(). */
TenureSession *tenure_session_open_unsettled (const char *name, GError **error);
TenureProfile *tenure_session_profile (TenureSession *self);
TenurePlatform *tenure_session_platform (TenureSession *self);
TenureStore *tenure_session_store (TenureSession *self);
/** Key of the account that is signed in; NULL: nobody is. Changes with the signal "changed", scope "accounts". */
const char *tenure_session_account (TenureSession *self);
/** Whose records are read: that account's, or nobody's ("") when nobody is signed in. */
const char *tenure_session_owner (TenureSession *self);
TenureTime tenure_session_now (TenureSession *self);
/** The state that is shown for @life: with two states 已冻结 is 已过期 (A2-19). */
TenureLife tenure_session_shown_life (TenureSession *self, TenureLife life);
/** A query for this account, with now, level and policy filled in; free with tenure_query_free. */
TenureQuery *tenure_session_query (TenureSession *self, TenureList list);

/** What the banner says (clock behind, settlement waits, read-only copy, another program drives), translated; or
 * NULL. */
char *tenure_session_notice (TenureSession *self);
/** Whether the notice waits for an answer: agree, or once more. */
gboolean tenure_session_asks (TenureSession *self);
/** Agrees to what the notice asks (settle what waits; this copy goes on). Nothing is settled by this alone. */
gboolean tenure_session_agree (TenureSession *self, GError **error);

/** Plays what has fallen due, waiting; how many events, or -1. Nothing when another program drives. */
int tenure_session_settle (TenureSession *self, GError **error);
/** The same after a while, as the main loop turns; "changed" and "notice" tell what comes of it. */
void tenure_session_settle_soon (TenureSession *self, guint milliseconds);
/** Moves a practice profile's clock forward and settles; TENURE_RULE_ERROR_REFUSED on a real one or backwards. */
gboolean tenure_session_advance (TenureSession *self, gint64 seconds, GError **error);

/** The account signed in, with its balance and settings, as of the last "changed"; never waits. The session's, until
 * the next "changed". NULL with TENURE_RULE_ERROR_REFUSED when nobody is, or with why it could not be read. */
const TenureAccount *tenure_session_known_account (TenureSession *self, GError **error);
/** Whether @offer is withdrawn (已下架), by the catalogue or by the staff, as of the last "changed"; never waits. */
gboolean tenure_session_withdrawn (TenureSession *self, const TenureOffer *offer);
/** The account as of now, waiting for a reader: for the command line and tests. Clear with tenure_account_clear. */
gboolean tenure_session_read_account (TenureSession *self, TenureAccount *account, GError **error);

/* The same as the platform's plan and apply, waiting in a private main context: for the command line and tests. */
TenurePlan *tenure_session_plan (TenureSession *self, TenureCommand *command, GError **error);
TenureOutcome *tenure_session_apply (TenureSession *self, TenureCommand *command, TenurePlan *plan, GError **error);
/** … with the lines of what the command takes besides (passwords, codes, links): see tenure_command_kind_secrets(). */
TenureOutcome *tenure_session_apply_secret (TenureSession *self, TenureCommand *command, TenurePlan *plan,
                                            GBytes *secret, GError **error);

G_END_DECLS
