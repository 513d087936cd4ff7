/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed as a password lies in memory no longer than it is needed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Overwrites @text before it is freed; nothing on NULL. */
void tenure_secret_wipe (char *text);

G_END_DECLS
