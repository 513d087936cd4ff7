/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running the built program, and reading what it says. */
#pragma once

#include <gio/gio.h>

#include "tenure-json.h"

/** `tenurectl COMMAND MORE` as in a shell; what it printed. @errors: what went to stderr; free both. */
char *cli_run (const char *command, const char *more, char **errors, int *status);
/** The same that has to end with 0 and say nothing on stderr; free with g_free. */
char *cli_do (const char *format, ...) G_GNUC_PRINTF (1, 2);
/** The same that has to end with @status, printing one sentence on stderr that holds @named. */
void cli_fails (int status, const char *named, const char *format, ...) G_GNUC_PRINTF (3, 4);
/** What cli_do() prints, as JSON. */
TenureJson *cli_json (const char *format, ...) G_GNUC_PRINTF (1, 2);
/** A member as text: lists joined by a comma, null as "null"; free with g_free. */
char *cli_member (TenureJson *object, const char *name);
/** `tenurectl COMMAND` that reads @text on stdin and has to end with @status; what it printed, with the sentence on
 * stderr when that is not 0; g_free. */
char *cli_feed (const char *text, int status, const char *format, ...) G_GNUC_PRINTF (3, 4);
/** What @second prints when it reads what @first prints; free with g_free. */
char *cli_pipe (const char *first, const char *second);
