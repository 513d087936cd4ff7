/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text: folding what people type, counting characters, hexadecimal. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Full-width digits, letters, signs and spaces become ASCII; ends are trimmed; free with g_free. */
char *tenure_text_fold (const char *text);
/** For searching: folded, NFKC, case-folded; free with g_free. */
char *tenure_text_search_key (const char *text);
/** Reads a whole decimal integer in [@min, @max]; TENURE_INPUT_ERROR naming @what and @text otherwise. */
gboolean tenure_text_parse_int (const char *text, const char *what, gint64 min, gint64 max, gint64 *value,
                                GError **error);

G_END_DECLS
