/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command that is planned and done in one go: what has nothing to look at beforehand, like signing in. */
#pragma once

#include <gio/gio.h>

#include "tenure-session.h"

G_BEGIN_DECLS

/** What became of it. @plan: with the refusals when it was not done; NULL with an @error. On the main thread. */
typedef void (*TenureSubmitted) (gboolean done, const TenurePlan *plan, const GError *error, gpointer owner);

/** Plans @command, and does it where the plan allows. @secret (or NULL) goes to apply alone. Takes both references.
 * @owner is kept alive until it is told; a NULL @command is told at once with @error (taken). */
void tenure_submit (TenureSession *session, TenureCommand *command, GBytes *secret, GError *error,
                    TenureSubmitted submitted, gpointer owner);
/** The sentences of all refusals of @plan that name none of @fields (NULL-terminated), one a line, or what @error says;
 * NULL when there is nothing to say. Free with g_free. */
char *tenure_submit_words (const TenurePlan *plan, const GError *error, const char *const *fields);

G_END_DECLS
