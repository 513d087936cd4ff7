/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random trees, and random damage to texts, judged by a second reader of the grammar written from RFC 8259. */
#include "../tenure-test.h"
#include "tenure-error.h"
#include "tenure-json.h"

/* The second reader: says only whether the bytes are one JSON value. */
static const char *read_value (const char *p, int depth);

static const char *
skip (const char *p)
{
  return p + strspn (p, " \t\r\n");
}

static const char *
read_string (const char *p)
{
  if (*p++ != '"')
    return NULL;
  while (*p != '"')
    {
      if ((guchar)*p < 0x20)
        return NULL;
      if (*p != '\\')
        p++;
      else if (p[1] == 'u' && strspn (p + 2, "0123456789abcdefABCDEF") >= 4)
        p += 6;
      else if (p[1] != '\0' && strchr ("\"\\/bfnrt", p[1]))
        p += 2;
      else
        return NULL;
    }
  return p + 1;
}

static const char *
read_number (const char *p)
{
  gsize digits;

  p += *p == '-';
  digits = strspn (p, "0123456789");
  if (digits == 0 || (*p == '0' && digits > 1))
    return NULL;
  p += digits;
  if (*p == '.')
    {
      digits = strspn (++p, "0123456789");
      if (digits == 0)
        return NULL;
      p += digits;
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      p += *p == '+' || *p == '-';
      digits = strspn (p, "0123456789");
      if (digits == 0)
        return NULL;
      p += digits;
    }
  return p;
}

static const char *
read_members (const char *p, gboolean object, int depth)
{
  char end = object ? '}' : ']';

  p = skip (p + 1);
  if (*p == end)
    return p + 1;
  for (;; p = skip (p + 1))
    {
      if (object)
        {
          p = read_string (p);
          if (!p || *(p = skip (p)) != ':')
            return NULL;
          p = skip (p + 1);
        }
      p = read_value (p, depth);
      if (!p)
        return NULL;
      p = skip (p);
      if (*p != ',')
        return *p == end ? p + 1 : NULL;
    }
}

static const char *
read_value (const char *p, int depth)
{
  static const char *const words[] = { "true", "false", "null" };

  if (depth < 0)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (p, words[i]))
      return p + strlen (words[i]);
  if (*p == '{' || *p == '[')
    return read_members (p, *p == '{', depth - 1);
  return *p == '"' ? read_string (p) : read_number (p);
}

static gboolean
is_json (const char *text)
{
  const char *end = read_value (skip (text), 64);

  return g_utf8_validate (text, -1, NULL) && end && *skip (end) == '\0';
}

static char *
random_text (GRand *random)
{
  static const char *const pieces[] = { "a", "云", "\"",   "\\", "\n", "\x01", "\xf0\x9f\x98\x80",
                                        "/", " ",  "\x7f", "é",  "{" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 6); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static TenureJson *
random_tree (GRand *random, int depth)
{
  g_autofree char *text = random_text (random);
  TenureJson *json;

  switch (g_rand_int_range (random, 0, depth > 0 ? 6 : 4))
    {
    case 0:
      return tenure_json_new_null ();
    case 1:
      return tenure_json_new_boolean (g_rand_boolean (random));
    case 2:
      return tenure_json_new_int64 (tenure_test_any_int (random));
    case 3:
      return tenure_json_new_string (text);
    case 4:
      json = tenure_json_new_array ();
      for (int n = g_rand_int_range (random, 0, 5); n > 0; n--)
        tenure_json_append (json, random_tree (random, depth - 1));
      return json;
    default:
      json = tenure_json_new_object ();
      for (int n = g_rand_int_range (random, 0, 5); n > 0; n--)
        {
          g_autofree char *name = random_text (random);

          tenure_json_set (json, name, random_tree (random, depth - 1));
        }
      return json;
    }
}

/* Both writers' texts are JSON, are read again as the same, and have one digest. */
static void
check_round_trip (const TenureJson *json)
{
  g_autofree char *canonical = tenure_json_to_canonical (json), *pretty = tenure_json_to_pretty (json);
  g_autofree char *digest = tenure_json_digest (json);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureJson) again = tenure_json_parse (pretty, -1, 0, &error);
  g_autofree char *pretty_again = NULL, *digest_again = NULL;

  g_assert_no_error (error);
  pretty_again = tenure_json_to_pretty (again);
  digest_again = tenure_json_digest (again);
  g_assert_cmpstr (pretty, ==, pretty_again);
  g_assert_cmpstr (digest, ==, digest_again);
  g_assert_true (is_json (pretty));
  if (canonical)
    {
      g_autoptr (TenureJson) from_canonical = tenure_json_parse (canonical, -1, 0, NULL);
      g_autofree char *canonical_again = tenure_json_to_canonical (from_canonical);

      g_assert_true (is_json (canonical));
      g_assert_cmpstr (canonical, ==, canonical_again);
    }
}

static void
test_trees (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 4000; i++)
    {
      g_autoptr (TenureJson) json = random_tree (random, 5);

      check_round_trip (json);
    }
}

/* One to four bytes of @text changed, put in, taken out, or a stretch of it doubled. */
static void
damage (GRand *random, GString *text)
{
  static const char bytes[] = "{}[]:,\"'\\ \n\t0123456789.eE+-truefalsnNI/*\xff\xc3u\x01";

  for (int n = g_rand_int_range (random, 1, 5); n > 0 && text->len > 0; n--)
    {
      gsize at = (gsize)g_rand_int_range (random, 0, (gint32)text->len);
      char byte = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];
      int length = g_rand_int_range (random, 1, 8);

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          text->str[at] = byte;
          break;
        case 1:
          g_string_insert_c (text, (gssize)at, byte);
          break;
        case 2:
          g_string_erase (text, (gssize)at, MIN (length, (gssize)(text->len - at)));
          break;
        default:
          {
            g_autofree char *stretch = g_strndup (text->str + at, (gsize)length);

            g_string_insert (text, (gssize)at, stretch);
          }
        }
    }
}

static void
check_damaged (const char *text)
{
  static const char *const ours[] = { "too large", "twice", "no character", "half a character", "too deep" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, &error);
  gboolean named = FALSE;

  if (json)
    {
      g_assert_true (is_json (text));
      check_round_trip (json);
      return;
    }
  g_assert_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, "at line "));
  /* What the grammar allows, only one of our own reasons refuses. */
  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    named = named || strstr (error->message, ours[i]);
  g_assert_true (named || !is_json (text));
}

static void
test_damage (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 60000; i++)
    {
      g_autoptr (TenureJson) json = random_tree (random, 3);
      g_autofree char *canonical = tenure_json_to_canonical (json);
      g_autoptr (GString) text = g_string_new (canonical);

      if (g_rand_boolean (random))
        g_string_assign (text, "{\"a\":[1.50,-0,1e5,\"\\u00e9\\ud83d\\ude00\"],\"b\":{\"c\":null,\"d\":true}}");
      damage (random, text);
      check_damaged (text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/random-trees", test_trees);
  g_test_add_func ("/json/random-damage", test_damage);
  return g_test_run ();
}
