/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tenure-session.h"

G_BEGIN_DECLS

/** A session of an open profile, which it takes; what is due is not settled. */
TenureSession *tenure_session_new (TenureProfile *profile, GError **error);

/** For functions that wait: keeps the result, and turns @context (the thread's default until then) until it is there.
 */
void tenure_session_keep_result (GObject *source, GAsyncResult *result, gpointer data);
void tenure_session_wait_for (GMainContext *context, GAsyncResult **result);

G_END_DECLS
