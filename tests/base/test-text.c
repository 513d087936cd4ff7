/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-error.h"
#include "tenure-text.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text, *wanted;
  } cases[] = {
    { "", "" },
    { NULL, "" },
    { "abc", "abc" },
    { "  a b \t\n", "a b" },
    { "１２３．５０", "123.50" },
    { "ＡＢＣｘｙｚ", "ABCxyz" },
    { "－１", "-1" },
    { "！～", "!~" },
    { "　全角　空格　", "全角 空格" },
    { "\xc2\xa0"
      "x\xc2\xa0y",
      "x y" },
    { "云期 Tenure", "云期 Tenure" },
    { "￠", "￠" }, /* U+FFE0: beyond the forms that have an ASCII twin */
    { "。", "。" }, /* not a full-width point */
    { "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = tenure_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].wanted);
    }
}

static void
test_fold_random (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 20000; i++)
    {
      char bytes[24] = "";
      g_autofree char *once = NULL, *twice = NULL;

      for (int n = g_rand_int_range (random, 0, (int)sizeof bytes - 1); n-- > 0;)
        bytes[n] = (char)g_rand_int_range (random, 1, 256);
      once = tenure_text_fold (bytes);
      twice = tenure_text_fold (once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_search_key (void)
{
  static const struct
  {
    const char *a, *b;
  } same[] = {
    { "ECS-Server", "ｅｃｓ-ｓｅｒｖｅｒ" },
    { "Straße", "STRASSE" },
    { "ﬁle", "FILE" },
    { "e\xcc\x81t\xc3\xa9", "ÉTÉ" },
    { " 财政局 ", "财政局" },
    { "①", "1" },
    { "ﾃｽﾄ", "テスト" },
  };
  g_autofree char *one = tenure_text_search_key ("弹性公网IP"), *other = tenure_text_search_key ("弹性云服务器");

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = tenure_text_search_key (same[i].a);
      g_autofree char *b = tenure_text_search_key (same[i].b);

      g_assert_cmpstr (a, ==, b);
    }
  g_assert_cmpstr (one, !=, other);
}

static void
test_parse_int (void)
{
  static const struct
  {
    const char *text;
    gint64 min, max, wanted;
  } cases[] = {
    { "0", 0, 9, 0 },
    { "9", 0, 9, 9 },
    { "-5", -5, 5, -5 },
    { "+3", 0, 9, 3 },
    { " １２ ", 0, 99, 12 },
    { "007", 0, 9, 7 },
    { "9223372036854775807", G_MININT64, G_MAXINT64, G_MAXINT64 },
    { "-9223372036854775808", G_MININT64, G_MAXINT64, G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 77;

      tenure_text_parse_int (cases[i].text, "x", cases[i].min, cases[i].max, &value, &error);
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, cases[i].wanted);
    }
}

static void
test_parse_int_bad (void)
{
  static const struct
  {
    const char *text;
    TenureInputError code;
  } cases[] = {
    { "10", TENURE_INPUT_ERROR_RANGE },
    { "0", TENURE_INPUT_ERROR_RANGE },
    { "-1", TENURE_INPUT_ERROR_RANGE },
    { "9223372036854775808", TENURE_INPUT_ERROR_RANGE },
    { "99999999999999999999999", TENURE_INPUT_ERROR_RANGE },
    { "", TENURE_INPUT_ERROR_INVALID },
    { "  ", TENURE_INPUT_ERROR_INVALID },
    { "x", TENURE_INPUT_ERROR_INVALID },
    { "1x", TENURE_INPUT_ERROR_INVALID },
    { "1.0", TENURE_INPUT_ERROR_INVALID },
    { "1e3", TENURE_INPUT_ERROR_INVALID },
    { "0x5", TENURE_INPUT_ERROR_INVALID },
    { "1 2", TENURE_INPUT_ERROR_INVALID },
    { "--1", TENURE_INPUT_ERROR_INVALID },
    { "NaN", TENURE_INPUT_ERROR_INVALID },
    { "三", TENURE_INPUT_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *named = tenure_text_fold (cases[i].text);
      gint64 value;

      g_assert_false (tenure_text_parse_int (cases[i].text, "--months", 1, 9, &value, &error));
      g_assert_nonnull (strstr (error->message, "--months"));
      g_assert_nonnull (strstr (error->message, "from 1 to 9"));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, (int)cases[i].code, named);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-random", test_fold_random);
  g_test_add_func ("/text/search-key", test_search_key);
  g_test_add_func ("/text/parse-int", test_parse_int);
  g_test_add_func ("/text/parse-int-bad", test_parse_int_bad);
  return g_test_run ();
}
