/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-text.h"
#include "tenure-error.h"

#include <glib/gi18n-lib.h>

#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E
#define FULL_WIDTH_SHIFT 0xFEE0
#define IDEOGRAPHIC_SPACE 0x3000
#define NO_BREAK_SPACE 0x00A0

static gunichar
fold_character (gunichar c)
{
  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    return c - FULL_WIDTH_SHIFT;
  return c == IDEOGRAPHIC_SPACE || c == NO_BREAK_SPACE ? ' ' : c;
}

char *
tenure_text_fold (const char *text)
{
  /* Arguments of a program need not be UTF-8; the message that quotes one must be. */
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  GString *folded = g_string_sized_new (32);

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, fold_character (g_utf8_get_char (p)));
  return g_strstrip (g_string_free (folded, FALSE));
}

char *
tenure_text_search_key (const char *text)
{
  g_autofree char *folded = tenure_text_fold (text);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);

  return g_utf8_casefold (normal, -1);
}

gboolean
tenure_text_parse_int (const char *text, const char *what, gint64 min, gint64 max, gint64 *value, GError **error)
{
  g_autofree char *folded = tenure_text_fold (text);
  g_autoptr (GError) local_error = NULL;

  if (g_ascii_string_to_signed (folded, 10, min, max, value, &local_error))
    return TRUE;
  /* No G_GINT64_FORMAT: it would cut the texts apart for translators. */
  if (g_error_matches (local_error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS))
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, _ ("%s is %s; it must be from %lld to %lld."),
                 what, folded, (long long)min, (long long)max);
  else
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                 _ ("%s is “%s”; it must be a whole number from %lld to %lld."), what, folded, (long long)min,
                 (long long)max);
  return FALSE;
}
