/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the options that were given: typed, naming the option when the value is wrong. */
#pragma once

#include "tenure-cli.h"

G_BEGIN_DECLS

gboolean tenure_cli_has (TenureCli *cli, const char *name);
/** The last value given, or NULL; borrowed. */
const char *tenure_cli_text (TenureCli *cli, const char *name);
/** All values given, NULL-terminated copies; an empty list when there is none; g_strfreev. */
char **tenure_cli_texts (TenureCli *cli, const char *name);

/* Each leaves *value alone when the option was not given, and answers FALSE with TENURE_INPUT_ERROR naming the option.
 */
gboolean tenure_cli_money (TenureCli *cli, const char *name, TenureMoney *value, GError **error);
gboolean tenure_cli_int (TenureCli *cli, const char *name, gint64 min, gint64 max, gint64 *value, GError **error);
/** @default_second of the day when only a date is given: 0 or 86399. */
gboolean tenure_cli_time (TenureCli *cli, const char *name, int default_second, TenureTime *value, GError **error);
gboolean tenure_cli_day (TenureCli *cli, const char *name, TenureDay *value, GError **error);
/** 1–28, or "last" as -1. */
gboolean tenure_cli_month_day (const char *text, const char *what, gint64 *value, GError **error);
/** `1m` … `11m`, `1y` … `5y`, as months. */
gboolean tenure_cli_term (TenureCli *cli, const char *name, int *months, GError **error);
/** Index of the value in @choices. */
gboolean tenure_cli_choice (TenureCli *cli, const char *name, const char *const *choices, int *value, GError **error);
gboolean tenure_cli_level (TenureCli *cli, const char *name, TenureLevel *value, GError **error);
/** The policy named by --policy, else the default one. */
TenurePolicy *tenure_cli_policy (TenureCli *cli, GError **error);

G_END_DECLS
