/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Working on a profile: opening it, naming resources, planning and applying. */
#pragma once

#include "tenure-cli.h"

G_BEGIN_DECLS

/** The profile named by --profile, or the only one; opened once, its notice told on stderr; borrowed. */
TenureSession *tenure_cli_session (TenureCli *cli, GError **error);

/** The arguments, `-` replaced by the words on stdin; NULL-terminated, g_strfreev. */
char **tenure_cli_arguments (TenureCli *cli, GError **error);
/** … as resource ids: each an id or a unique name. */
char **tenure_cli_resources (TenureCli *cli, GError **error);

/** Plans the command, and unless --dry-run or `plan` says otherwise applies it; tells what happens. */
gboolean tenure_cli_change (TenureCli *cli, TenureCommandKind kind, gconstpointer params, GError **error);
/** The same, telling a plan only: *@outcome is what was done, or NULL where nothing was to be. */
gboolean tenure_cli_do (TenureCli *cli, TenureCommandKind kind, gconstpointer params, TenureOutcome **outcome,
                        GError **error);
/** Tells an outcome; FALSE with TENURE_RULE_ERROR when it is stale or refused. */
gboolean tenure_cli_tell_outcome (TenureCli *cli, TenureOutcome *outcome, GError **error);

/** A plan for people. */
void tenure_cli_print_plan (TenureCli *cli, const TenurePlan *plan);
/** What gave @field of a command, from the row of the table: "--months", "RESOURCE"; NULL when nothing did. Free with
 * g_free. */
char *tenure_cli_field_name (TenureCli *cli, const char *field);

G_END_DECLS
