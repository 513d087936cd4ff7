/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes to stdout: text, aligned tables, JSON. Everything is UTF-8. */
#pragma once

#include "tenure-cli.h"
#include "tenure-json.h"

G_BEGIN_DECLS

void tenure_cli_print (TenureCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** Writes out what was printed so far; TENURE_SYSTEM_ERROR when stdout does not take it. */
gboolean tenure_cli_flush (TenureCli *cli, GError **error);
gboolean tenure_cli_wants_json (TenureCli *cli);
gboolean tenure_cli_wants_steps (TenureCli *cli);

/** A new object with its schema, "tenure-NAME/1". */
TenureJson *tenure_cli_object (const char *schema);
/** Prints @object for people and programs, and lets it go. */
void tenure_cli_print_json (TenureCli *cli, TenureJson *object);
/** Sets a member: two decimals; null when unknown. */
void tenure_cli_set_money (TenureJson *object, const char *name, TenureMoney money);
/** Sets a member: YYYY-MM-DD HH:MM:SS; null when there is none. */
void tenure_cli_set_time (TenureJson *object, const char *name, TenureTime time);
/** Sets a member a channel. */
void tenure_cli_set_channels (TenureJson *object, const TenureChannels *money);
void tenure_cli_set_day (TenureJson *object, const char *name, TenureDay day);
/** The domain's JSON of steps or a refusal (null for none), with the sentence as "text". */
TenureJson *tenure_cli_steps_json (const TenureSteps *steps);
TenureJson *tenure_cli_refusal_json (const TenureRefusal *refusal);
/** The steps indented under what they explain. */
void tenure_cli_print_steps (TenureCli *cli, const TenureSteps *steps);

/** Columns that a terminal gives to @text: 2 for a wide character, 0 for one that combines. */
guint tenure_cli_width (const char *text);

/** Rows with aligned columns; a row that is wider than those before it moves only itself. */
typedef struct _TenureCliTable TenureCliTable;
/** @headings: translated, NULL-terminated; one that begins with '>' is aligned to the right. */
TenureCliTable *tenure_cli_table_new (TenureCli *cli, const char *const *headings);
/** As above; a column without anything in it is left out. For short tables: printed at the end. */
TenureCliTable *tenure_cli_table_new_compact (TenureCli *cli, const char *const *headings);
/** Takes the strings, one for each heading; NULL is shown as nothing. */
void tenure_cli_table_add (TenureCliTable *self, ...);
/** Prints what is left and frees the table. */
void tenure_cli_table_end (TenureCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureCliTable, tenure_cli_table_end)

/** "Label:  value", aligned over the calls between begin and end; takes @value. */
TenureCliTable *tenure_cli_pairs_new (TenureCli *cli);
void tenure_cli_pair (TenureCliTable *self, const char *label, char *value);

G_END_DECLS
