/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords, codes and links: from stdin or a file descriptor, never an argument (A1-29). */
#pragma once

#include "tenure-cli.h"

G_BEGIN_DECLS

/** Reads @lines lines into cli->secret unless they are there already or none are wanted. At a terminal it asks, and
 * what is typed is not shown. TENURE_INPUT_ERROR when less comes than is wanted. */
gboolean tenure_cli_read_secret (TenureCli *cli, guint lines, GError **error);
/** Reads a mailed link and a password, a line each: the link's public part, its secret part and the password in
 * cli->secret. @expected: the public part that it must have, or NULL. Free with g_free; TENURE_INPUT_ERROR. */
char *tenure_cli_read_link (TenureCli *cli, const char *expected, GError **error);

G_END_DECLS
