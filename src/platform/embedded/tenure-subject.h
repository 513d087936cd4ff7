/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which account a command concerns. */
#pragma once

#include "tenure-world.h"

G_BEGIN_DECLS

/** For an administrator the account signed in; for the staff and for visitors that of what the command names. *@account
 * is NULL where it concerns none, or none is found: decide says so then. Inside a job. Free with g_free.
 * TENURE_RULE_ERROR_REFUSED when an administrator's command is given while nobody is signed in. */
gboolean tenure_subject (TenureConnection *connection, const TenureCommand *command, const TenureStage *stage,
                         char **account, GError **error);
/** Whose phone, e-mail or user name it is, or is to be once its approved application is activated; NULL: nobody's. */
gboolean tenure_subject_of_login (TenureConnection *connection, const char *login, char **account, GError **error);
/** Who is signed in, and the user name; both NULL when nobody is. */
gboolean tenure_subject_signed_in (TenureConnection *connection, char **account, char **user_name, GError **error);

G_END_DECLS
