/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-error.h"
#include "tenure-int.h"

#include <errno.h>

#define LARGE G_MAXINT64
#define UNKNOWN G_MININT64

typedef gboolean (*Operation) (gint64 a, gint64 b, gint64 *result, GError **error);

typedef enum
{
  GOOD,
  OVERFLOWS,
  NOT_KNOWN
} Expected;

static void
check (gboolean ok, GError **error, Expected expected, gint64 result, gint64 wanted)
{
  g_assert_cmpint (ok, ==, expected == GOOD);
  if (expected == GOOD)
    {
      g_assert_no_error (*error);
      g_assert_cmpint (result, ==, wanted);
    }
  else if (expected == OVERFLOWS)
    tenure_test_refused (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_OVERFLOW, "larger than can be counted");
  else
    tenure_test_refused (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN, "not known");
}

static void
test_arithmetic (void)
{
  static const struct
  {
    Operation operation;
    gint64 a, b, wanted;
    Expected expected;
  } cases[] = {
    { tenure_int_add, 0, 0, 0 },
    { tenure_int_add, LARGE, 0, LARGE },
    { tenure_int_add, LARGE - 1, 1, LARGE },
    { tenure_int_add, LARGE, 1, 0, OVERFLOWS },
    { tenure_int_add, LARGE, LARGE, 0, OVERFLOWS },
    { tenure_int_add, -LARGE, LARGE, 0 },
    { tenure_int_add, -LARGE, 0, -LARGE },
    { tenure_int_add, -LARGE, -1, 0, OVERFLOWS },
    { tenure_int_add, -LARGE, -LARGE, 0, OVERFLOWS },
    { tenure_int_add, UNKNOWN, 5, 0, NOT_KNOWN },
    { tenure_int_add, 5, UNKNOWN, 0, NOT_KNOWN },
    { tenure_int_sub, 7, 9, -2 },
    { tenure_int_sub, -LARGE, 0, -LARGE },
    { tenure_int_sub, -LARGE, 1, 0, OVERFLOWS },
    { tenure_int_sub, LARGE, -1, 0, OVERFLOWS },
    { tenure_int_sub, 0, -LARGE, LARGE },
    { tenure_int_sub, UNKNOWN, UNKNOWN, 0, NOT_KNOWN },
    { tenure_int_sub, 1, UNKNOWN, 0, NOT_KNOWN },
    { tenure_int_mul, -3, 4, -12 },
    { tenure_int_mul, LARGE, 1, LARGE },
    { tenure_int_mul, LARGE, -1, -LARGE },
    { tenure_int_mul, LARGE, 2, 0, OVERFLOWS },
    { tenure_int_mul, G_GINT64_CONSTANT (0x100000000), 0x80000000LL, 0, OVERFLOWS },
    { tenure_int_mul, G_GINT64_CONSTANT (0x100000000), -0x80000000LL, 0, OVERFLOWS },
    { tenure_int_mul, G_GINT64_CONSTANT (0x100000000), 0x7fffffffLL, G_GINT64_CONSTANT (0x7fffffff00000000) },
    { tenure_int_mul, LARGE, LARGE, 0, OVERFLOWS },
    { tenure_int_mul, UNKNOWN, 0, 0, NOT_KNOWN },
    { tenure_int_mul, 0, UNKNOWN, 0, NOT_KNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 result = 0;
      gboolean ok = cases[i].operation (cases[i].a, cases[i].b, &result, &error);

      check (ok, &error, cases[i].expected, result, cases[i].wanted);
    }
}

static void
test_scale (void)
{
  static const struct
  {
    gint64 value, numerator, denominator, unit;
    TenureRounding rounding;
    gint64 wanted;
    Expected expected;
  } cases[] = {
    { 10, 1, 4, 1, TENURE_ROUND_HALF_UP, 3 },
    { -10, 1, 4, 1, TENURE_ROUND_HALF_UP, -3 },
    { 10, 1, 4, 1, TENURE_ROUND_TRUNCATE, 2 },
    { -10, 1, 4, 1, TENURE_ROUND_TRUNCATE, -2 },
    { 9, 1, 4, 1, TENURE_ROUND_UP, 3 },
    { -9, 1, 4, 1, TENURE_ROUND_UP, -3 },
    { 9, 1, 4, 1, TENURE_ROUND_HALF_UP, 2 },
    { 8, 1, 4, 1, TENURE_ROUND_UP, 2 },
    { 5, 1, 3, 1, TENURE_ROUND_HALF_UP, 2 },
    { 4, 1, 3, 1, TENURE_ROUND_HALF_UP, 1 },
    { 10, -1, 4, 1, TENURE_ROUND_HALF_UP, -3 },
    { -10, -1, 4, 1, TENURE_ROUND_HALF_UP, 3 },
    { 0, 7, 3, 100, TENURE_ROUND_UP, 0 },
    { 149, 1, 1, 100, TENURE_ROUND_HALF_UP, 100 },
    { 150, 1, 1, 100, TENURE_ROUND_HALF_UP, 200 },
    { 199, 1, 1, 100, TENURE_ROUND_TRUNCATE, 100 },
    { 101, 1, 1, 100, TENURE_ROUND_UP, 200 },
    /* GD-01: 100 yuan × 344 hours ÷ 758 to the fen, and what the wrong two roundings would give */
    { 10000000000, 344, 758, 1000000, TENURE_ROUND_HALF_UP, 4538000000 },
    { 10000000000, 344, 758, 1000000, TENURE_ROUND_UP, 4539000000 },
    { 10000000000, 344, 758, 1, TENURE_ROUND_HALF_UP, 4538258575 },
    { LARGE, LARGE, LARGE, 1, TENURE_ROUND_HALF_UP, LARGE },
    { -LARGE, LARGE, LARGE, 1, TENURE_ROUND_HALF_UP, -LARGE },
    { LARGE, LARGE, LARGE, 10, TENURE_ROUND_TRUNCATE, LARGE - 7 },
    { LARGE, LARGE, LARGE, 10, TENURE_ROUND_HALF_UP, 0, OVERFLOWS },
    { LARGE, 1, 1, 10, TENURE_ROUND_UP, 0, OVERFLOWS },
    { LARGE, LARGE, 1, 1, TENURE_ROUND_TRUNCATE, 0, OVERFLOWS },
    { LARGE, LARGE, 1, LARGE, TENURE_ROUND_UP, 0, OVERFLOWS },
    { LARGE, 2, 3, 1, TENURE_ROUND_TRUNCATE, G_GINT64_CONSTANT (6148914691236517204) },
    { 1, 1, LARGE, LARGE, TENURE_ROUND_HALF_UP, 0 },
    { 1, 1, LARGE, LARGE, TENURE_ROUND_UP, LARGE },
    { UNKNOWN, 1, 1, 1, TENURE_ROUND_UP, 0, NOT_KNOWN },
    { 1, UNKNOWN, 1, 1, TENURE_ROUND_UP, 0, NOT_KNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 result = 0;
      gboolean ok = tenure_int_scale (cases[i].value, cases[i].numerator, cases[i].denominator, cases[i].unit,
                                      cases[i].rounding, &result, &error);

      check (ok, &error, cases[i].expected, result, cases[i].wanted);
    }
}

/* Against an independent reading of the same words: which of the two neighbouring multiples it must be. */
static void
check_scaled (gint64 value, gint64 numerator, gint64 denominator, gint64 unit, TenureRounding rounding)
{
  gint64 result;
  __int128 exact = (__int128)value * numerator; /* over denominator */
  __int128 distance, step = (__int128)denominator * unit;

  if (!tenure_int_scale (value, numerator, denominator, unit, rounding, &result, NULL))
    {
      exact = exact < 0 ? -exact : exact;
      g_assert_true (exact / denominator + unit > G_MAXINT64);
      return;
    }
  g_assert_cmpint (result % unit, ==, 0);
  distance = (__int128)result * denominator - exact;
  if (exact < 0)
    distance = -distance;
  /* distance is now positive when the result is further from zero than the exact value. */
  if (rounding == TENURE_ROUND_TRUNCATE)
    g_assert_true (distance <= 0 && distance > -step);
  else if (rounding == TENURE_ROUND_UP)
    g_assert_true (distance >= 0 && distance < step);
  else
    g_assert_true (2 * distance <= step && 2 * distance > -step);
}

static void
test_scale_random (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 200000; i++)
    {
      gint64 value = tenure_test_any_int (random);
      gint64 numerator = tenure_test_any_int (random) >> g_rand_int_range (random, 0, 62);
      gint64 denominator = (tenure_test_any_int (random) & (LARGE >> 3)) + 1;
      gint64 unit = (gint64[]){ 1, 10, 100, 1000000 }[g_rand_int_range (random, 0, 4)];

      if (value != UNKNOWN && numerator != UNKNOWN)
        check_scaled (value, numerator, denominator, unit, (TenureRounding)g_rand_int_range (random, 0, 3));
    }
}

static void
test_sum_random (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (int i = 0; i < 100000; i++)
    {
      gint64 a = tenure_test_any_int (random), b = tenure_test_any_int (random);
      gint64 sum, back, product;

      if (a == UNKNOWN || b == UNKNOWN)
        continue;
      if (tenure_int_add (a, b, &sum, NULL))
        {
          g_assert_true (tenure_int_sub (sum, b, &back, NULL));
          g_assert_cmpint (back, ==, a);
        }
      else
        g_assert_true ((a > 0) == (b > 0));
      if (b != 0 && tenure_int_mul (a, b, &product, NULL))
        g_assert_true (product / b == a && product % b == 0);
    }
}

static void
test_division_by_nothing (void)
{
  gint64 result = 0;

  g_test_expect_message ("tenure-base", G_LOG_LEVEL_CRITICAL, "*denominator > 0*");
  g_assert_false (tenure_int_scale (1, 1, 0, 1, TENURE_ROUND_UP, &result, NULL));
  g_test_assert_expected_messages ();
}

static void
test_exit_status (void)
{
  static const struct
  {
    GQuark (*domain) (void);
    int status;
  } cases[] = {
    { tenure_rule_error_quark, 1 },
    { tenure_input_error_quark, 2 },
    { tenure_system_error_quark, 3 },
    { g_file_error_quark, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (cases[i].domain (), 0, "x");

      g_assert_cmpint (tenure_error_exit_status (error), ==, cases[i].status);
    }
}

static void
test_errno (void)
{
  static const struct
  {
    int number;
    TenureSystemError code;
  } cases[] = {
    { ENOSPC, TENURE_SYSTEM_ERROR_NO_SPACE },
    { EDQUOT, TENURE_SYSTEM_ERROR_NO_SPACE },
    { EFBIG, TENURE_SYSTEM_ERROR_NO_SPACE },
    { EACCES, TENURE_SYSTEM_ERROR_DENIED },
    { EPERM, TENURE_SYSTEM_ERROR_DENIED },
    { EROFS, TENURE_SYSTEM_ERROR_READ_ONLY },
    { EBUSY, TENURE_SYSTEM_ERROR_BUSY },
    { EAGAIN, TENURE_SYSTEM_ERROR_BUSY },
    { ETXTBSY, TENURE_SYSTEM_ERROR_BUSY },
    { EIO, TENURE_SYSTEM_ERROR_IO },
    { 0, TENURE_SYSTEM_ERROR_IO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tenure_system_error_from_errno (cases[i].number), ==, cases[i].code);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/int/arithmetic", test_arithmetic);
  g_test_add_func ("/int/scale", test_scale);
  g_test_add_func ("/int/scale-random", test_scale_random);
  g_test_add_func ("/int/sum-random", test_sum_random);
  g_test_add_func ("/int/division-by-nothing", test_division_by_nothing);
  g_test_add_func ("/error/exit-status", test_exit_status);
  g_test_add_func ("/error/errno", test_errno);
  return g_test_run ();
}
