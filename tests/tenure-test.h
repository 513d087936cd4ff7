/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of every layer share. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/** Random numbers whose seed is printed and can be given again in TENURE_SEED; free with g_rand_free. */
static inline GRand *
tenure_test_random (void)
{
  const char *given = g_getenv ("TENURE_SEED");
  guint32 seed = given ? (guint32)g_ascii_strtoull (given, NULL, 10) : g_random_int ();

  g_printerr ("TENURE_SEED=%u\n", seed); /* the runner prints this of what failed */
  return g_rand_new_with_seed (seed);
}

/** Any 64-bit integer, small ones and those at the edges about as often as large ones. */
static inline gint64
tenure_test_any_int (GRand *random)
{
  guint64 bits = ((guint64)g_rand_int (random) << 32) | g_rand_int (random);

  bits >>= g_rand_int_range (random, 0, 64);
  return (gint64)(g_rand_boolean (random) ? bits : ~bits);
}

/** The bytes of a file of this tree below `data`. */
static inline char *
tenure_test_data (const char *folder, const char *name, gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

/** Steals and checks what a function under test refused: its domain, code and the text that its message must name. */
static inline void
tenure_test_refused (GError **error, GQuark domain, int code, const char *named)
{
  g_assert_error (*error, domain, code);
  g_assert_nonnull (strstr ((*error)->message, named));
  g_clear_error (error);
}

G_END_DECLS
