/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-error.h"
#include "tenure-json.h"

static TenureJson *
parsed (const char *text)
{
  g_autoptr (GError) error = NULL;
  TenureJson *json = tenure_json_parse (text, -1, 0, &error);

  g_assert_no_error (error);
  return json;
}

static void
assert_refused (const char *text, gssize length, gsize max_bytes, const char *named)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_json_parse (text, length, max_bytes, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, named);
}

static const struct
{
  const char *text, *canonical;
} accepted[] = {
  { "null", "null" },
  { " \t\r\n true \n", "true" },
  { "false", "false" },
  { "0", "0" },
  { "-0", "0" },
  { "12", "12" },
  { "-9223372036854775808", "-9223372036854775808" },
  { "9223372036854775807", "9223372036854775807" },
  { "\"\"", "\"\"" },
  { "[]", "[]" },
  { "{}", "{}" },
  { "[ ]", "[]" },
  { "[1,[2,[]],{}]", "[1,[2,[]],{}]" },
  { "{\"b\":1,\"a\":{\"d\":null,\"c\":true}}", "{\"a\":{\"c\":true,\"d\":null},\"b\":1}" },
  { "{\"\":1}", "{\"\":1}" },
  { "{\"B\":1,\"a\":2,\"A\":3,\"é\":4,\"中\":5}", "{\"A\":3,\"B\":1,\"a\":2,\"é\":4,\"中\":5}" },
  { "\"\\u4e91\\u671F\"", "\"云期\"" },
  { "\"\\ud800\\udc00\\uDBFF\\uDFFF\"", "\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"" },
  { "\"\\ud83d\\uDE00\"", "\"\xf0\x9f\x98\x80\"" },
  { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\"" },
  { "\"\\u0001\\u001f\x7f\"", "\"\\u0001\\u001f\x7f\"" },
  { "\"NaN // 'x' {[:,]}\"", "\"NaN // 'x' {[:,]}\"" },
  { "{\"a\":1,\"b\":{\"a\":1},\"c\":[{\"a\":1}]}", "{\"a\":1,\"b\":{\"a\":1},\"c\":[{\"a\":1}]}" },
};

static void
test_accepted (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (TenureJson) json = parsed (accepted[i].text);
      g_autofree char *canonical = tenure_json_to_canonical (json);

      g_assert_cmpstr (canonical, ==, accepted[i].canonical);
    }
}

/* What json-c takes in strict mode, what it changes silently, and what nobody takes; each with its place. */
static const struct
{
  const char *text, *named;
} refused[] = {
  { "", "column 1: it ends too early" },
  { "  ", "ends too early" },
  { "NaN", "column 1: nothing that JSON knows" },
  { "-NaN", "a number is not written" },
  { "[Infinity]", "column 2: nothing that JSON knows" },
  { "-Infinity", "a number is not written" },
  { "{'a':1}", "column 2: nothing that JSON knows" },
  { "'a'", "nothing that JSON knows" },
  { "TRUE", "nothing that JSON knows" },
  { "nul", "nothing that JSON knows" },
  { "truefalse", "column 5: something stands in the wrong place" },
  { "/* x */ 1", "nothing that JSON knows" },
  { "1 // x", "column 3: nothing that JSON knows" },
  { "# 1", "nothing that JSON knows" },
  { "1.", "a number is not written" },
  { "[.5]", "nothing that JSON knows" },
  { "+1", "nothing that JSON knows" },
  { "-", "a number is not written" },
  { "01", "a number is not written" },
  { "-01", "a number is not written" },
  { "1e", "a number is not written" },
  { "1e+", "a number is not written" },
  { "1.e5", "a number is not written" },
  { "0x10", "nothing that JSON knows" },
  { "9223372036854775808", "too large" },
  { "-9223372036854775809", "too large" },
  { "[1,99999999999999999999]", "column 4: a whole number is too large" },
  { "{\"a\":1,\"a\":2}", "column 1: the object that begins here has a member twice" },
  { "{\"a\":1,\"\\u0061\":2}", "a member twice" },
  { "[{},\n {\"x\":{\"k\":[1.5],\"k\":{\"a\":3}}}]",
    "line 2, column 7: the object that begins here has a member twice" },
  { "\"\\u0000\"", "an escape is no character" },
  { "\"\\ud800\"", "half a character" },
  { "\"\\ud800\\ud800\"", "half a character" },
  { "\"\\ud800x\\udc00\"", "half a character" },
  { "\"\\ud800\\n1234\"", "half a character" },
  { "\"\\ud800\\u12", "half a character" },
  { "\"\\udc00\"", "an escape is no character" },
  { "\"\\u12", "an escape is no character" },
  { "\"\\u12g4\"", "an escape is no character" },
  { "\"\\x41\"", "an escape is not known" },
  { "\"\\", "an escape is not known" },
  { "\"\\a\"", "an escape is not known" },
  { "\"\n\"", "a control character" },
  { "\"\t\"", "a control character" },
  { "\"\x01\"", "a control character" },
  { "\"abc", "column 1: a text has no end" },
  { "\"\\n", "column 1: a text has no end" },
  { "\"\\u0041", "column 1: a text has no end" },
  { "[\"abc]", "column 2: a text has no end" },
  { "\"a\xff\"", "column 3: the text is not UTF-8" },
  { "\"\xc0\x80\"", "not UTF-8" },
  { "\"\xed\xa0\x80\"", "not UTF-8" },
  { "\xef\xbb\xbf{}", "nothing that JSON knows" },
  { "\v1", "nothing that JSON knows" },
  { "{} {}", "something stands in the wrong place" },
  { "1 2", "something stands in the wrong place" },
  { "[] x", "nothing that JSON knows" },
  { "[1,]", "something stands in the wrong place" },
  { "[,1]", "something stands in the wrong place" },
  { "[1 2]", "something stands in the wrong place" },
  { "{\"a\":1,}", "something stands in the wrong place" },
  { "{\"a\"}", "something stands in the wrong place" },
  { "{\"a\" 1}", "something stands in the wrong place" },
  { "{\"a\":}", "something stands in the wrong place" },
  { "{\"a\":1:2}", "something stands in the wrong place" },
  { "{1:2}", "something stands in the wrong place" },
  { "{a:2}", "nothing that JSON knows" },
  { "[:]", "a colon stands outside" },
  { ":", "a colon stands outside" },
  { "[1", "ends too early" },
  { "{\"a\":1", "ends too early" },
  { "{\"a\"", "ends too early" },
  { "]", "something ends that did not begin" },
  { "[]]", "something ends that did not begin" },
  { "[}", "something stands in the wrong place" },
  { "{]", "something stands in the wrong place" },
  { "\"云期\" x", "line 1, column 6" },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_refused (refused[i].text, -1, 0, refused[i].named);
  assert_refused ("\"a\0b\"", 5, 0, "column 3: the text is not UTF-8");
  assert_refused ("1\0", 2, 0, "column 2: the text is not UTF-8");
}

/* Nothing behind the length given is looked at: a prefix is read like a copy of it. */
static void
check_prefixes (const char *text)
{
  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *copy = g_strndup (text, length);
      g_autoptr (GError) error = NULL, error_of_copy = NULL;
      g_autoptr (TenureJson) json = tenure_json_parse (text, (gssize)length, 0, &error);
      g_autoptr (TenureJson) json_of_copy = tenure_json_parse (copy, -1, 0, &error_of_copy);

      g_assert_cmpint (json != NULL, ==, json_of_copy != NULL);
      g_assert_cmpstr (json ? "" : error->message, ==, json_of_copy ? "" : error_of_copy->message);
    }
}

static void
test_prefixes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++)
    check_prefixes (accepted[i].text);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    check_prefixes (refused[i].text);
}

static void
test_depth (void)
{
  for (guint depth = 60; depth < 70; depth++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (TenureJson) json = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append (text, i % 2 ? "[" : "{\"a\":");
      g_string_append_c (text, '1');
      for (guint i = depth; i-- > 0;)
        g_string_append_c (text, i % 2 ? ']' : '}');
      if (depth <= 64)
        json = parsed (text->str);
      else
        assert_refused (text->str, -1, 0, "too deep");
    }
}

static void
test_size (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", long_text);
  g_autoptr (TenureJson) json = parsed (quoted);
  g_autoptr (TenureJson) at_limit = tenure_json_parse ("[1,2]", 5, 5, NULL);
  g_autoptr (TenureJson) prefix = tenure_json_parse ("[1,2]xyz", 5, 0, NULL);
  g_autoptr (TenureJson) number = tenure_json_parse ("123", 2, 0, NULL);

  g_assert_cmpstr (tenure_json_text (json), ==, long_text);
  g_assert_nonnull (at_limit);
  g_assert_nonnull (prefix);
  g_assert_cmpstr (tenure_json_text (number), ==, "12");
  assert_refused ("[1,2]", 5, 4, "5 bytes");
  assert_refused (quoted, -1, 100001, "100002 bytes");
  assert_refused ("1", 65 * 1024 * 1024, 0, "more than are accepted");
}

/* Numbers are what was written. */
static void
test_literals (void)
{
  static const struct
  {
    const char *text;
    gboolean integral;
    gint64 value;
  } cases[] = {
    { "12.340", FALSE },
    { "1E+2", FALSE },
    { "1e-8", FALSE },
    { "-0.0", FALSE },
    { "1e999", FALSE },
    { "-0", TRUE, 0 },
    { "42", TRUE, 42 },
    { "0.00000000000000000000000000000001", FALSE },
    { "-7", TRUE, -7 },
    { "0", TRUE, 0 },
    { "123456789012345678901234567890.5", FALSE },
    { "0.1e1", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[{\"x\":7.50},%s]", cases[i].text);
      g_autoptr (TenureJson) json = parsed (text);
      TenureJson *number = tenure_json_at (json, 1);
      g_autofree char *pretty = tenure_json_to_pretty (number);
      g_autofree char *canonical = tenure_json_to_canonical (number);
      gint64 value = 1;

      g_assert_cmpint (tenure_json_type (number), ==, TENURE_JSON_NUMBER);
      g_assert_cmpstr (tenure_json_text (number), ==, cases[i].text);
      g_assert_cmpstr (pretty, ==, cases[i].text);
      g_assert_cmpint (tenure_json_int64 (number, &value), ==, cases[i].integral);
      g_assert_cmpint (canonical != NULL, ==, cases[i].integral);
      if (cases[i].integral)
        g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_access (void)
{
  g_autoptr (TenureJson) json = parsed ("{\"s\":\"x\",\"n\":5,\"d\":1.5,\"b\":true,\"z\":null,\"a\":[1,2],\"o\":{}}");
  TenureJson *array = tenure_json_get (json, "a");
  gint64 value;

  g_assert_cmpint (tenure_json_type (json), ==, TENURE_JSON_OBJECT);
  g_assert_cmpuint (tenure_json_length (json), ==, 7);
  g_assert_cmpstr (tenure_json_name_at (json, 5), ==, "a");
  g_assert_true (tenure_json_at (json, 5) == array);
  g_assert_cmpuint (tenure_json_length (array), ==, 2);
  g_assert_cmpstr (tenure_json_text (tenure_json_at (array, 1)), ==, "2");
  g_assert_null (tenure_json_get (json, "S"));
  g_assert_null (tenure_json_get (array, "s"));
  g_assert_null (tenure_json_text (array));
  g_assert_cmpuint (tenure_json_length (tenure_json_get (json, "s")), ==, 0);
  g_assert_true (tenure_json_boolean (tenure_json_get (json, "b")));
  g_assert_false (tenure_json_boolean (tenure_json_get (json, "z")));
  g_assert_false (tenure_json_int64 (tenure_json_get (json, "s"), &value));
  g_assert_cmpint (tenure_json_type (tenure_json_get (json, "z")), ==, TENURE_JSON_NULL);
}

static void
test_need (void)
{
  g_autoptr (TenureJson) json = parsed ("{\"s\":\"x\",\"n\":5,\"d\":1.5,\"b\":true,\"z\":null,\"a\":[1],\"o\":{}}");
  static const struct
  {
    const char *name;
    TenureJsonType type;
    const char *path;
    TenureInputError code;
    const char *named;
  } cases[] = {
    { "q", TENURE_JSON_STRING, NULL, TENURE_INPUT_ERROR_MISSING, "“q” is missing; it must be a text" },
    { "q", TENURE_JSON_ARRAY, "", TENURE_INPUT_ERROR_MISSING, "“q” is missing; it must be a list" },
    { "q", TENURE_JSON_OBJECT, "p.r", TENURE_INPUT_ERROR_MISSING, "“p.r.q” is missing; it must be an object" },
    { "n", TENURE_JSON_STRING, "p", TENURE_INPUT_ERROR_INVALID, "“p.n” must be a text" },
    { "s", TENURE_JSON_NUMBER, NULL, TENURE_INPUT_ERROR_INVALID, "“s” must be a number" },
    { "z", TENURE_JSON_BOOLEAN, NULL, TENURE_INPUT_ERROR_INVALID, "“z” must be true or false" },
    { "a", TENURE_JSON_NULL, NULL, TENURE_INPUT_ERROR_INVALID, "“a” must be null" },
  };
  gint64 value = 0;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (tenure_json_need (json, cases[i].name, cases[i].type, cases[i].path, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, (int)cases[i].code, cases[i].named);
    }
  g_assert_nonnull (tenure_json_need (json, "o", TENURE_JSON_OBJECT, NULL, NULL));
  g_assert_cmpstr (tenure_json_need_string (json, "s", NULL, NULL), ==, "x");
  g_assert_null (tenure_json_need_string (json, "n", NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "“n” must be a text");
  g_assert_true (tenure_json_need_int64 (json, "n", NULL, &value, NULL));
  g_assert_cmpint (value, ==, 5);
  g_assert_false (tenure_json_need_int64 (json, "d", "x", &value, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "“x.d” is 1.5");
  g_assert_false (tenure_json_need_int64 (json, "q", NULL, &value, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, "“q”");
}

static void
test_build (void)
{
  g_autoptr (TenureJson) json = tenure_json_new_object ();
  TenureJson *array = tenure_json_new_array ();
  g_autofree char *canonical = NULL, *pretty = NULL, *digest = NULL;

  tenure_json_set_string (json, "z", "云\n");
  tenure_json_set_int64 (json, "n", G_MININT64);
  tenure_json_set_string (json, "none", NULL);
  tenure_json_set (json, "list", array);
  tenure_json_append (array, tenure_json_new_boolean (FALSE));
  tenure_json_append (array, tenure_json_new_object ());
  tenure_json_set_boolean (json, "flag", FALSE);
  tenure_json_set_boolean (json, "flag", 7);
  canonical = tenure_json_to_canonical (json);
  pretty = tenure_json_to_pretty (json);
  digest = tenure_json_digest (json);
  g_assert_cmpstr (canonical, ==,
                   "{\"flag\":true,\"list\":[false,{}],\"n\":-9223372036854775808,\"none\":null,\"z\":\"云\\n\"}");
  g_assert_cmpstr (pretty, ==,
                   "{\n  \"z\": \"云\\n\",\n  \"n\": -9223372036854775808,\n  \"none\": null,\n"
                   "  \"list\": [\n    false,\n    {}\n  ],\n  \"flag\": true\n}");
  g_assert_cmpuint (strlen (digest), ==, 64);
}

static void
test_pretty (void)
{
  static const struct
  {
    const char *text, *pretty;
  } cases[] = {
    { "[]", "[]" },
    { "{}", "{}" },
    { "[1.50]", "[\n  1.50\n]" },
    { "{\"b\":{\"c\":[]},\"a\":[[2]]}",
      "{\n  \"b\": {\n    \"c\": []\n  },\n  \"a\": [\n    [\n      2\n    ]\n  ]\n}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureJson) json = parsed (cases[i].text);
      g_autofree char *pretty = tenure_json_to_pretty (json);

      g_assert_cmpstr (pretty, ==, cases[i].pretty);
    }
}

static void
test_digest (void)
{
  g_autoptr (TenureJson) empty = parsed ("{}");
  g_autoptr (TenureJson) one = parsed ("{\"a\":1,\"b\":[]}"), other = parsed (" { \"b\" : [ ] , \"a\" : 1 } ");
  g_autoptr (TenureJson) changed = parsed ("{\"a\":2,\"b\":[]}"), decimal = parsed ("[1,{\"a\":0.5}]");
  g_autofree char *of_empty = tenure_json_digest (empty), *of_one = tenure_json_digest (one);
  g_autofree char *of_other = tenure_json_digest (other), *of_changed = tenure_json_digest (changed);

  /* sha256sum of the two bytes {} */
  g_assert_cmpstr (of_empty, ==, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  g_assert_cmpstr (of_one, ==, of_other);
  g_assert_cmpstr (of_one, !=, of_changed);
  g_assert_null (tenure_json_digest (decimal));
  g_assert_null (tenure_json_to_canonical (decimal));
}

static gpointer
hold_and_drop (gpointer data)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (TenureJson) held = tenure_json_ref (data);

      g_assert_cmpuint (tenure_json_length (held), ==, 3);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (TenureJson) json = parsed ("[1,2,{\"a\":\"b\"}]");
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", hold_and_drop, json);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (tenure_json_length (json), ==, 3);
}

static void
test_misuse (void)
{
  g_autoptr (TenureJson) array = tenure_json_new_array ();
  g_autoptr (TenureJson) child = tenure_json_new_null ();
  g_autoptr (TenureJson) object = tenure_json_new_object ();

  for (int i = 0; i < 4; i++)
    g_test_expect_message ("tenure-base", G_LOG_LEVEL_CRITICAL, "*index <*");
  g_test_expect_message ("tenure-base", G_LOG_LEVEL_CRITICAL, "*TENURE_JSON_OBJECT*");
  g_test_expect_message ("tenure-base", G_LOG_LEVEL_CRITICAL, "*TENURE_JSON_ARRAY*");
  g_assert_null (tenure_json_at (array, 0));
  g_assert_null (tenure_json_at (child, 0));
  g_assert_null (tenure_json_name_at (array, 0));
  g_assert_null (tenure_json_name_at (object, 0));
  tenure_json_set (array, "a", child);
  tenure_json_append (child, array);
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/accepted", test_accepted);
  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/prefixes", test_prefixes);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/size", test_size);
  g_test_add_func ("/json/literals", test_literals);
  g_test_add_func ("/json/access", test_access);
  g_test_add_func ("/json/need", test_need);
  g_test_add_func ("/json/build", test_build);
  g_test_add_func ("/json/pretty", test_pretty);
  g_test_add_func ("/json/digest", test_digest);
  g_test_add_func ("/json/threads", test_threads);
  g_test_add_func ("/json/misuse", test_misuse);
  return g_test_run ();
}
