/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of registration, review and outbox read; asynchronous on a reader, call on the main thread. And the
 * waiting forms of the same for the command line. */
#pragma once

#include "tenure-account-facts.h"
#include "tenure-session.h"

G_BEGIN_DECLS

/** A Huawei account of the profile: what it meets, and how far its application is. */
typedef struct
{
  TenureAccount account;
  TenureCondition conditions[TENURE_N_CONDITIONS];
  gboolean eligible;              /* all are met */
  TenureApplication *application; /* or NULL */
  TenureCredential credential;
} TenureAccountView;

/** Of all Huawei accounts, those opened first. */
void tenure_lookup_accounts_async (TenureSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer data);
/** TenureAccountView; free with g_ptr_array_unref. */
GPtrArray *tenure_lookup_accounts_finish (TenureSession *session, GAsyncResult *result, GError **error);
GPtrArray *tenure_read_accounts (TenureSession *session, GError **error);

/** Applications in @state (a TenureApplicationState, or -1: all), newest first. */
void tenure_lookup_applications_async (TenureSession *session, int state, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
/** TenureApplication; free with g_ptr_array_unref. */
GPtrArray *tenure_lookup_applications_finish (TenureSession *session, GAsyncResult *result, GError **error);
GPtrArray *tenure_read_applications (TenureSession *session, int state, GError **error);

/** The outbox of the whole profile, newest first: at most @limit messages before message @before (0: the newest). */
void tenure_lookup_messages_async (TenureSession *session, gint64 before, guint limit, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
/** TenureMessage; free with g_ptr_array_unref. */
GPtrArray *tenure_lookup_messages_finish (TenureSession *session, GAsyncResult *result, GError **error);
GPtrArray *tenure_read_messages (TenureSession *session, gint64 before, guint limit, GError **error);

/** The lines of a secret for apply (passwords, codes, links' secret parts), in memory that is wiped in the end. */
GBytes *tenure_session_secret (const char *first, ...) G_GNUC_NULL_TERMINATED;
/** Cuts a link as it stands in a mail into its public part, a parameter, and its secret part, which never is one.
 * FALSE for what is no such link. @secret: free with g_free. */
gboolean tenure_link_cut (const char *text, char **link, char **secret);

G_END_DECLS
