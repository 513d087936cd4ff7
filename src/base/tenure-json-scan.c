/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tokens of a JSON text. json-c in strict mode still takes NaN, Infinity, 'a', 1., comments and duplicate keys,
 * clamps large integers, and ends a string at \u0000; what passes here has none of them. */
#include "tenure-error.h"
#include "tenure-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *text;
  gsize length, at;
  TenureJsonScan *scan;
  int open[TENURE_JSON_LEVELS]; /* index into scan->objects, -1 for an array */
  guint depth;
} Reader;

gboolean
tenure_json_fail_at (const char *text, gsize offset, const char *what, GError **error)
{
  int line = 1;
  const char *start = text;

  for (const char *p = text; p < text + offset; p++)
    if (*p == '\n')
      {
        line++;
        start = p + 1;
      }
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, _ ("This is not JSON at line %d, column %d: %s."),
               line, (int)g_utf8_strlen (start, text + offset - start) + 1, what);
  return FALSE;
}

static gboolean
fail (const Reader *reader, const char *what, GError **error)
{
  return tenure_json_fail_at (reader->text, reader->at, what, error);
}

static gsize
count_digits (const char *text, gsize length, gsize at)
{
  gsize end = at;

  while (end < length && g_ascii_isdigit (text[end]))
    end++;
  return end - at;
}

gsize
tenure_json_number_length (const char *text, gsize length)
{
  gsize at = text[0] == '-' ? 1 : 0;
  gsize digits = count_digits (text, length, at);

  if (digits == 0 || (digits > 1 && text[at] == '0'))
    return 0;
  at += digits;
  if (at < length && text[at] == '.')
    {
      digits = count_digits (text, length, at + 1);
      if (digits == 0)
        return 0;
      at += 1 + digits;
    }
  if (at < length && (text[at] == 'e' || text[at] == 'E'))
    {
      at += at + 1 < length && (text[at + 1] == '+' || text[at + 1] == '-') ? 2 : 1;
      digits = count_digits (text, length, at);
      if (digits == 0)
        return 0;
      at += digits;
    }
  return at;
}

/* An integer is one that 64 bits hold; decimals are kept whatever their size. */
static gboolean
scan_number (Reader *reader, GError **error)
{
  const char *start = reader->text + reader->at;
  gsize length = tenure_json_number_length (start, reader->length - reader->at);
  g_autofree char *literal = g_strndup (start, length);

  if (length == 0)
    return fail (reader, _ ("a number is not written as JSON wants it"), error);
  if (strpbrk (literal, ".eE") == NULL && !g_ascii_string_to_signed (literal, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    return fail (reader, _ ("a whole number is too large"), error);
  g_array_append_val (reader->scan->literals, reader->at);
  reader->at += length;
  return TRUE;
}

/* The four hexadecimal digits at @at; -1 when they are none. */
static int
code_unit (const Reader *reader, gsize at)
{
  int unit = 0;

  if (at + 4 > reader->length)
    return -1;
  for (gsize i = at; i < at + 4; i++)
    {
      if (!g_ascii_isxdigit (reader->text[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (reader->text[i]);
    }
  return unit;
}

/* The escape \uXXXX at the reader: no NUL, and surrogates in pairs only. */
static gboolean
scan_unicode_escape (Reader *reader, GError **error)
{
  int unit = code_unit (reader, reader->at + 2);
  gboolean paired = unit >= 0xD800 && unit <= 0xDBFF;
  int second;

  if (unit <= 0 || (unit >= 0xDC00 && unit <= 0xDFFF))
    return fail (reader, _ ("an escape is no character"), error);
  reader->at += 6;
  if (!paired)
    return TRUE;
  second = reader->length - reader->at >= 6 && strncmp (reader->text + reader->at, "\\u", 2) == 0
               ? code_unit (reader, reader->at + 2)
               : -1;
  if (second < 0xDC00 || second > 0xDFFF)
    return fail (reader, _ ("an escape is half a character"), error);
  reader->at += 6;
  return TRUE;
}

static gboolean
scan_escape (Reader *reader, GError **error)
{
  char c = reader->length - reader->at >= 2 ? reader->text[reader->at + 1] : '\0';

  if (c == 'u')
    return scan_unicode_escape (reader, error);
  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    return fail (reader, _ ("an escape is not known"), error);
  reader->at += 2;
  return TRUE;
}

static gboolean
scan_string (Reader *reader, GError **error)
{
  gsize start = reader->at++;

  while (reader->at < reader->length && reader->text[reader->at] != '"')
    {
      if ((guchar)reader->text[reader->at] < 0x20)
        return fail (reader, _ ("a control character stands in a text"), error);
      if (reader->text[reader->at] != '\\')
        reader->at++;
      else if (!scan_escape (reader, error))
        return FALSE;
    }
  if (reader->at == reader->length)
    return tenure_json_fail_at (reader->text, start, _ ("a text has no end"), error);
  reader->at++;
  return TRUE;
}

static gboolean
scan_word (Reader *reader, GError **error)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (reader->length - reader->at >= length && memcmp (reader->text + reader->at, words[i], length) == 0)
        {
          reader->at += length;
          return TRUE;
        }
    }
  return fail (reader, _ ("nothing that JSON knows begins here"), error);
}

static gboolean
scan_open (Reader *reader, gboolean object, GError **error)
{
  TenureJsonMark mark = { .at = reader->at };

  if (reader->depth == TENURE_JSON_LEVELS)
    return fail (reader, _ ("it is too deep"), error);
  reader->open[reader->depth++] = object ? (int)reader->scan->objects->len : -1;
  if (object)
    g_array_append_val (reader->scan->objects, mark);
  reader->at++;
  return TRUE;
}

static gboolean
scan_close (Reader *reader, GError **error)
{
  if (reader->depth == 0)
    return fail (reader, _ ("something ends that did not begin"), error);
  reader->depth--;
  reader->at++;
  return TRUE;
}

static gboolean
scan_colon (Reader *reader, GError **error)
{
  int object = reader->depth > 0 ? reader->open[reader->depth - 1] : -1;

  if (object < 0)
    return fail (reader, _ ("a colon stands outside an object"), error);
  g_array_index (reader->scan->objects, TenureJsonMark, object).members++;
  reader->at++;
  return TRUE;
}

static gboolean
scan_token (Reader *reader, GError **error)
{
  char c = reader->text[reader->at];

  if (c == '"')
    return scan_string (reader, error);
  if (c == '{' || c == '[')
    return scan_open (reader, c == '{', error);
  if (c == '}' || c == ']')
    return scan_close (reader, error);
  if (c == ':')
    return scan_colon (reader, error);
  if (c == '-' || g_ascii_isdigit (c))
    return scan_number (reader, error);
  if (strchr (" \t\r\n,", c) == NULL)
    return scan_word (reader, error);
  reader->at++;
  return TRUE;
}

gboolean
tenure_json_scan (const char *text, gsize length, TenureJsonScan *scan, GError **error)
{
  Reader reader = { .text = text, .length = length, .scan = scan };

  scan->objects = g_array_new (FALSE, FALSE, sizeof (TenureJsonMark));
  scan->literals = g_array_new (FALSE, FALSE, sizeof (gsize));
  while (reader.at < length)
    if (!scan_token (&reader, error))
      return FALSE;
  return TRUE;
}

void
tenure_json_scan_clear (TenureJsonScan *scan)
{
  g_clear_pointer (&scan->objects, g_array_unref);
  g_clear_pointer (&scan->literals, g_array_unref);
}
