/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-account.h"
#include "tenure-error.h"
#include "tenure-level.h"
#include "tenure-money.h"
#include "tenure-records.h"

#define YUAN TENURE_MONEY_ONE
#define FEN TENURE_MONEY_FEN
#define UNKNOWN TENURE_MONEY_UNKNOWN

static TenureMoney
money (const char *text)
{
  g_autoptr (GError) error = NULL;
  TenureMoney result = 0;

  tenure_money_parse (text, &result, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    TenureMoney wanted;
  } cases[] = {
    { "0", 0 },
    { "0.00", 0 },
    { "1", YUAN },
    { "22.20", 22 * YUAN + 20 * FEN },
    { "0.01", FEN },
    { "0.00000001", 1 },
    { "115.00", 115 * YUAN },
    { "007.5", 7 * YUAN + 50 * FEN },
    { "92233720368.54775807", G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureMoney wire = -1;

      g_assert_cmpint (money (cases[i].text), ==, cases[i].wanted);
      g_assert_true (tenure_money_parse_wire (cases[i].text, &wire, NULL));
      g_assert_cmpint (wire, ==, cases[i].wanted);
    }
}

/* Of our own text, everything but digits, a point and up to eight decimals is refused; the wire's forms too. */
static void
test_parse_bad (void)
{
  static const struct
  {
    const char *text;
    TenureInputError code;
  } cases[] = {
    { "", TENURE_INPUT_ERROR_INVALID },
    { "-1", TENURE_INPUT_ERROR_INVALID },
    { "+1", TENURE_INPUT_ERROR_INVALID },
    { "1e2", TENURE_INPUT_ERROR_INVALID },
    { "1.", TENURE_INPUT_ERROR_INVALID },
    { ".5", TENURE_INPUT_ERROR_INVALID },
    { ".", TENURE_INPUT_ERROR_INVALID },
    { "1.2.3", TENURE_INPUT_ERROR_INVALID },
    { "1,000.00", TENURE_INPUT_ERROR_INVALID },
    { "1 000", TENURE_INPUT_ERROR_INVALID },
    { " 1", TENURE_INPUT_ERROR_INVALID },
    { "1 ", TENURE_INPUT_ERROR_INVALID },
    { "¥1", TENURE_INPUT_ERROR_INVALID },
    { "abc", TENURE_INPUT_ERROR_INVALID },
    { "NaN", TENURE_INPUT_ERROR_INVALID },
    { "inf", TENURE_INPUT_ERROR_INVALID },
    { "0x10", TENURE_INPUT_ERROR_INVALID },
    { "１", TENURE_INPUT_ERROR_INVALID },
    { "1.000000000", TENURE_INPUT_ERROR_RANGE },
    { "0.000000001", TENURE_INPUT_ERROR_RANGE },
    { "92233720368.54775808", TENURE_INPUT_ERROR_RANGE },
    { "99999999999", TENURE_INPUT_ERROR_RANGE },
    { "999999999999999999999999999999999999", TENURE_INPUT_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureMoney ignored;

      g_assert_false (tenure_money_parse (cases[i].text, &ignored, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, (int)cases[i].code, cases[i].text);
    }
  g_assert_false (tenure_money_parse ("1\xff", &(TenureMoney){ 0 }, NULL));
}

static void
test_parse_wire (void)
{
  static const struct
  {
    const char *text;
    TenureMoney wanted;
  } cases[] = {
    { "-1", -YUAN },
    { "+1", YUAN },
    { "-0", 0 },
    { "-0.0", 0 },
    { "1e2", 100 * YUAN },
    { "1E+2", 100 * YUAN },
    { "1e-8", 1 },
    { "1.0e-8", 1 },
    { "12.3400000000000000000", 1234 * FEN },
    { "0.0000000000000000000000", 0 },
    { "0e999999999999999999999", 0 },
    { "0e-99999", 0 },
    { "-853.8495", -85384950000 },
    { "9223372036854775807e-8", G_MAXINT64 },
    { "-92233720368.54775807", -G_MAXINT64 },
    { "100000000000e-1", G_GINT64_CONSTANT (10000000000) * YUAN },
    { "0.00001e5", YUAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureMoney result = 7;

      tenure_money_parse_wire (cases[i].text, &result, &error);
      g_assert_no_error (error);
      g_assert_cmpint (result, ==, cases[i].wanted);
    }
}

static void
test_parse_wire_bad (void)
{
  static const struct
  {
    const char *text;
    TenureInputError code;
  } cases[] = {
    { "", TENURE_INPUT_ERROR_INVALID },          { "-", TENURE_INPUT_ERROR_INVALID },
    { "--1", TENURE_INPUT_ERROR_INVALID },       { "+-1", TENURE_INPUT_ERROR_INVALID },
    { "e5", TENURE_INPUT_ERROR_INVALID },        { "1e", TENURE_INPUT_ERROR_INVALID },
    { "1e+", TENURE_INPUT_ERROR_INVALID },       { "1e5.5", TENURE_INPUT_ERROR_INVALID },
    { "1ee5", TENURE_INPUT_ERROR_INVALID },      { "NaN", TENURE_INPUT_ERROR_INVALID },
    { "-NaN", TENURE_INPUT_ERROR_INVALID },      { "Infinity", TENURE_INPUT_ERROR_INVALID },
    { "null", TENURE_INPUT_ERROR_INVALID },      { " 1", TENURE_INPUT_ERROR_INVALID },
    { "1\n", TENURE_INPUT_ERROR_INVALID },       { "1e11", TENURE_INPUT_ERROR_RANGE },
    { "-1e11", TENURE_INPUT_ERROR_RANGE },       { "1e999999999999999999999", TENURE_INPUT_ERROR_RANGE },
    { "1e-9", TENURE_INPUT_ERROR_RANGE },        { "1e-99999999999999999999999", TENURE_INPUT_ERROR_RANGE },
    { "0.123456789", TENURE_INPUT_ERROR_RANGE }, { "-92233720368.54775808", TENURE_INPUT_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureMoney ignored;

      g_assert_false (tenure_money_parse_wire (cases[i].text, &ignored, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, (int)cases[i].code, cases[i].text);
    }
}

static void
test_format (void)
{
  static const struct
  {
    TenureMoney money;
    const char *exact, *two;
  } cases[] = {
    { 0, "0.00", "0.00" },
    { 1, "0.00000001", "0.00" },
    { -1, "-0.00000001", "0.00" },
    { FEN / 2 - 1, "0.00499999", "0.00" },
    { FEN / 2, "0.005", "0.01" },
    { -FEN / 2, "-0.005", "-0.01" },
    { -FEN / 2 + 1, "-0.00499999", "0.00" },
    { 123450000000, "1234.50", "1234.50" },
    { -123450000000, "-1234.50", "-1234.50" },
    { 722999999250, "7229.9999925", "7230.00" },
    { 4538258575, "45.38258575", "45.38" },
    { G_MAXINT64, "92233720368.54775807", "92233720368.55" },
    { -G_MAXINT64, "-92233720368.54775807", "-92233720368.55" },
    { UNKNOWN, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exact = tenure_money_format (cases[i].money);
      g_autofree char *two = tenure_money_format2 (cases[i].money);

      g_assert_cmpstr (exact, ==, cases[i].exact);
      g_assert_cmpstr (two, ==, cases[i].two);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 50000; i++)
    {
      TenureMoney amount = tenure_test_any_int (random), again = 1;
      g_autofree char *text = tenure_money_format (amount);
      g_autofree char *units = g_strdup_printf ("%" G_GINT64_FORMAT "e-8", amount);

      if (amount == UNKNOWN)
        continue;
      g_assert_true (tenure_money_parse_wire (text, &again, NULL));
      g_assert_cmpint (again, ==, amount);
      g_assert_true (tenure_money_parse_wire (units, &again, NULL));
      g_assert_cmpint (again, ==, amount);
      g_assert_cmpint (tenure_money_parse (text, &again, NULL), ==, amount >= 0);
    }
}

static void
test_scale (void)
{
  static const struct
  {
    const char *amount;
    gint64 numerator, denominator;
    int places;
    TenureRounding rounding;
    const char *wanted;
  } cases[] = {
    { "100.00", 344, 758, 2, TENURE_ROUND_HALF_UP, "45.38" },       /* GD-01 */
    { "100.00", 344, 758, 8, TENURE_ROUND_HALF_UP, "45.38258575" }, /* GD-01, unrounded */
    { "80.00", 344, 758, 2, TENURE_ROUND_HALF_UP, "36.31" },        /* GD-02 */
    { "3600.00", 4343, 26318, 2, TENURE_ROUND_HALF_UP, "594.07" },  /* GD-08 */
    { "3600.00", 8760, 26318, 2, TENURE_ROUND_HALF_UP, "1198.27" }, /* GD-09 */
    { "100.00", 7, 31, 2, TENURE_ROUND_HALF_UP, "22.58" },          /* GD-23 */
    { "100.00", 7, 31, 2, TENURE_ROUND_TRUNCATE, "22.58" },
    { "100.00", 7, 31, 2, TENURE_ROUND_UP, "22.59" },
    { "0.00", 7, 31, 2, TENURE_ROUND_UP, "0.00" },
    { "90000000000.00", 999999, 1000000, 2, TENURE_ROUND_HALF_UP, "89999910000.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      TenureMoney result = 0;

      tenure_money_scale (money (cases[i].amount), cases[i].numerator, cases[i].denominator, cases[i].places,
                          cases[i].rounding, &result, &error);
      g_assert_no_error (error);
      text = tenure_money_format (result);
      g_assert_cmpstr (text, ==, cases[i].wanted);
    }
}

static void
test_rate (void)
{
  static const struct
  {
    const char *rate;
    gint64 numerator, denominator;
    int places;
    TenureRounding rounding;
    const char *wanted;
  } cases[] = {
    { "23", 5, 1, 2, TENURE_ROUND_HALF_UP, "115.00" },
    { "0.00017", 17750640, 3600, 8, TENURE_ROUND_TRUNCATE, "0.83822466" }, /* GP-44: 10 GB × 1,775,064 s */
    { "0.00017", 17750640, 3600, 8, TENURE_ROUND_HALF_UP, "0.83822467" },
    { "0.0000000001", 49, 1, 8, TENURE_ROUND_HALF_UP, "0.00" },
    { "0.0000000001", 50, 1, 8, TENURE_ROUND_HALF_UP, "0.00000001" },
    { "0.000000001", 4, 1, 8, TENURE_ROUND_HALF_UP, "0.00" },
    { "0.000000001", 5, 1, 8, TENURE_ROUND_HALF_UP, "0.00000001" },
    { "1.0000000000", 1, 3, 2, TENURE_ROUND_HALF_UP, "0.33" },
    { "0.12345678", 2, 1, 8, TENURE_ROUND_HALF_UP, "0.24691356" },
    { "115", -1, 2, 2, TENURE_ROUND_HALF_UP, "-57.50" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      TenureRate rate = { 0 };
      TenureMoney result = 0;

      g_assert_true (tenure_rate_parse (cases[i].rate, &rate, NULL));
      tenure_rate_apply (rate, cases[i].numerator, cases[i].denominator, cases[i].places, cases[i].rounding, &result,
                         &error);
      g_assert_no_error (error);
      text = tenure_money_format (result);
      g_assert_cmpstr (text, ==, cases[i].wanted);
    }
}

static void
test_rate_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 mantissa;
    int scale;
  } good[] = {
    { "0", 0, 0 },
    { "0.10", 10, 2 },
    { "1.5", 15, 1 },
    { "0.0000000001", 1, 10 },
    { "0.0000000000", 0, 10 },
    { "922337203.6854775807", G_MAXINT64, 10 },
  };
  static const char *const bad[] = { "", "x", "-1", "1e2", "1.", "0.00000000001", "922337203.6854775808", "+1" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      TenureRate rate = { 0 };

      g_assert_true (tenure_rate_parse (good[i].text, &rate, NULL));
      g_assert_cmpint (rate.mantissa, ==, good[i].mantissa);
      g_assert_cmpint (rate.scale, ==, good[i].scale);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureRate rate;

      g_assert_false (tenure_rate_parse (bad[i], &rate, &error));
      g_assert_true (error->domain == TENURE_INPUT_ERROR);
    }
}

static void
test_overflow (void)
{
  TenureMoney result = 0;
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_money_scale (G_MAXINT64, 2, 1, 2, TENURE_ROUND_HALF_UP, &result, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_OVERFLOW, "larger");
  g_assert_false (tenure_money_scale (UNKNOWN, 2, 1, 2, TENURE_ROUND_HALF_UP, &result, &error));
  tenure_test_refused (&error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN, "not known");
  g_assert_false (tenure_rate_apply ((TenureRate){ G_MAXINT64, 0 }, 1, 1, 2, TENURE_ROUND_HALF_UP, &result, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_OVERFLOW, "larger");
  g_assert_false (tenure_rate_apply ((TenureRate){ 1, 10 }, 1, G_MAXINT64, 2, TENURE_ROUND_HALF_UP, &result, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_OVERFLOW, "larger");
  g_assert_true (tenure_rate_apply ((TenureRate){ 92233720368, 0 }, 1, 1, 8, TENURE_ROUND_UP, &result, NULL));
}

/* Parts that are rounded one by one never differ from the whole by more than half a fen each. */
static void
test_scale_random (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 50000; i++)
    {
      TenureMoney amount = (gint64)g_rand_int (random) * FEN, part, rest;
      gint64 total = g_rand_int_range (random, 1, 50000), used = g_rand_int_range (random, 0, (gint32)total + 1);

      g_assert_true (tenure_money_scale (amount, used, total, 2, TENURE_ROUND_HALF_UP, &part, NULL));
      g_assert_true (tenure_money_scale (amount, total - used, total, 2, TENURE_ROUND_HALF_UP, &rest, NULL));
      g_assert_cmpint (part % FEN, ==, 0);
      g_assert_true (part >= 0 && part <= amount);
      g_assert_cmpint (ABS (amount - part - rest), <=, FEN);
    }
}

static void
test_channels (void)
{
  static const struct
  {
    TenureChannels channels;
    TenureMoney wanted; /* UNKNOWN: refused */
  } cases[] = {
    { { 0 }, 0 },
    { { 1, 20, 300, 4000, 50000 }, 4321 },
    { { 80 * YUAN, 0, 0, 0, 20 * YUAN }, 80 * YUAN }, /* GD-60 */
    { { G_MAXINT64, 0, 0, 0, G_MAXINT64 }, G_MAXINT64 },
    { { G_MAXINT64, 1, 0, 0, 0 }, UNKNOWN },
    { { G_MAXINT64, 0, 1, 0, 0 }, UNKNOWN },
    { { G_MAXINT64, 0, 0, 1, 0 }, UNKNOWN },
    { { UNKNOWN, 1, 1, 1, 1 }, UNKNOWN },
    { { 1, 1, 1, UNKNOWN, 1 }, UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureMoney paid = 0;
      gboolean ok = tenure_channels_paid (&cases[i].channels, &paid, &error);

      g_assert_cmpint (ok, ==, cases[i].wanted != UNKNOWN);
      g_assert_cmpint (ok, ==, error == NULL);
      if (ok)
        g_assert_cmpint (paid, ==, cases[i].wanted);
    }
}

/* Clearing frees all texts (the leak checker looks) and may be done twice. */
static void
test_clear (void)
{
  TenureAccount account = { .key = g_strdup ("k"), .name = g_strdup ("n") };
  TenureCoupon coupon = { .key = g_strdup ("k"), .name = g_strdup ("n") };
  TenureResource resource = { .key = g_strdup ("k"), .name = g_strdup ("n"), .open_order = g_strdup ("o") };
  TenureOrder order = { .key = g_strdup ("k"), .actor = g_strdup ("a"), .payer = g_strdup ("p") };

  order.parent_key = g_strdup ("q");
  resource.n_terms = order.n_lines = 2;
  resource.terms = g_new0 (TenureTerm, 2);
  resource.terms[1].order_key = g_strdup ("o");
  resource.terms[1].voucher_key = g_strdup ("v");
  order.lines = g_new0 (TenureOrderLine, 2);
  order.lines[1].resource_key = g_strdup ("r");
  order.lines[1].name = g_strdup ("n");
  order.lines[1].details = g_strdup ("{}");
  for (int i = 0; i < 2; i++)
    {
      tenure_account_clear (&account);
      tenure_coupon_clear (&coupon);
      tenure_resource_clear (&resource);
      tenure_order_clear (&order);
    }
  g_assert_true (!account.key && !account.name && !coupon.key && !coupon.name);
  g_assert_true (!resource.key && !resource.name && !resource.open_order && !resource.terms && resource.n_terms == 0);
  g_assert_true (!order.key && !order.parent_key && !order.actor && !order.payer && !order.lines);
  g_assert_cmpuint (order.n_lines, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-bad", test_parse_bad);
  g_test_add_func ("/money/parse-wire", test_parse_wire);
  g_test_add_func ("/money/parse-wire-bad", test_parse_wire_bad);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/scale", test_scale);
  g_test_add_func ("/money/scale-random", test_scale_random);
  g_test_add_func ("/money/rate", test_rate);
  g_test_add_func ("/money/rate-parse", test_rate_parse);
  g_test_add_func ("/money/overflow", test_overflow);
  g_test_add_func ("/money/channels", test_channels);
  g_test_add_func ("/records/clear", test_clear);
  return g_test_run ();
}
