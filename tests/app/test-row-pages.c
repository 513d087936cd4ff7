/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of the row model: what is read, how often, and what comes too late. */
#include "row-model-support.h"

/* What a frame asks for (205 rows) is one job of whole pages; what is held or near is not read again. */
static void
test_scroll (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) screen = NULL;
  GPtrArray *next;

  rows_fill (&self->rows, self->random, 20, 3000);
  ask (self);
  g_assert_cmpint (record_calls, ==, 0);
  screen = hold (self, 0, 205);
  spin_until_read (self, screen);
  g_assert_cmpint (record_calls, ==, 1);
  g_assert_cmpint (records_read, ==, 2 * 128);
  next = hold (self, 50, 205);
  g_ptr_array_unref (screen);
  screen = next;
  spin_until_read (self, screen);
  g_assert_cmpint (record_calls, ==, 1);
  next = hold (self, 1000, 205);
  g_ptr_array_unref (screen);
  screen = next;
  spin_until_read (self, screen);
  g_assert_cmpint (record_calls, ==, 2);
  g_assert_cmpint (records_read, ==, 2 * 128 + 3 * 128);
  g_assert_cmpuint (tenure_row_model_live_rows (self->model), ==, 205);
}

/* The eye moved on before the idle came: nothing is read for rows that are gone. */
static void
test_passed_by (Fixture *self, gconstpointer data)
{
  rows_fill (&self->rows, self->random, 20, 1000);
  ask (self);
  for (guint i = 0; i < 500; i += 10)
    g_object_unref (get (self, i));
  spin_for (self, 30);
  g_assert_cmpint (record_calls, ==, 0);
}

static void
test_pages_kept (Fixture *self, gconstpointer data)
{
  guint pages;

  rows_fill (&self->rows, self->random, 0, 8000);
  ask (self);
  pages = self->shadow->len / 128;
  g_assert_cmpuint (pages, >, 34);
  for (guint i = 0; i < pages; i++)
    {
      g_autoptr (GPtrArray) held = hold (self, i * 128, 1);

      spin_until_read (self, held);
    }
  g_assert_cmpuint (tenure_row_model_cached_pages (self->model), ==, 32);
  record_calls = 0;
  for (guint i = pages - 32; i < pages; i++)
    {
      g_autoptr (TenureRow) row = get (self, i * 128 + 100);

      g_assert_nonnull (tenure_row_record (row));
    }
  g_assert_cmpint (record_calls, ==, 0);
}

/* A page of the former order arrives late: it must not fill positions of the new one. */
static void
test_late_page (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) held = NULL;

  rows_fill (&self->rows, self->random, 20, 500);
  ask (self);
  stop_next_records ();
  held = hold (self, 0, 30);
  spin_for (self, 20);
  wait_until_stopped ();
  self->query->descending = TRUE;
  ask (self);
  open_gate ();
  spin_until_read (self, held);
  spin_for (self, 50);
  for (guint i = 0; i < self->shadow->len; i++)
    {
      g_autoptr (GPtrArray) one = hold (self, i, 1);

      spin_until_read (self, one);
    }
}

/* The page is turned in the moment between asking for rows and reading them: there is nothing to read any more. */
static void
test_left_at_once (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) held = NULL;

  rows_fill (&self->rows, self->random, 20, 500);
  ask (self);
  held = hold (self, 0, 30);
  tenure_row_model_set_query (self->model, NULL);
  spin_for (self, 50);
  for (guint i = 0; i < held->len; i++)
    g_assert_null (tenure_row_record (held->pdata[i]));
}

static guint
count_read (GPtrArray *held)
{
  guint n = 0;

  for (guint i = 0; i < held->len; i++)
    n += tenure_row_record (held->pdata[i]) != NULL;
  return n;
}

/* As many texts laid out anew in one turn would be seen (a sort by another column took 165 ms): a frame comes between.
 */
static void
test_by_portions (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) held = NULL;

  rows_fill (&self->rows, self->random, 20, 500);
  ask (self);
  held = hold (self, 0, 205);
  for (guint before = 0, after; before < 205; before = after)
    {
      g_main_context_iteration (NULL, TRUE);
      after = count_read (held);
      g_assert_cmpuint (after - before, <=, 48);
    }
  g_assert_cmpint (record_calls, ==, 1);
}

/* The page is turned between two portions: the rest is for nobody, and what is asked next is read. */
static void
test_left_between_portions (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) held = NULL, next = NULL;

  rows_fill (&self->rows, self->random, 20, 500);
  ask (self);
  held = hold (self, 0, 205);
  while (count_read (held) == 0)
    g_main_context_iteration (NULL, TRUE);
  self->query->descending = TRUE;
  ask (self);
  next = hold (self, 250, 30);
  spin_until_read (self, next);
  tenure_row_model_set_query (self->model, NULL);
  spin_for (self, 50);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/row-pages/scroll", test_scroll },
    { "/row-pages/passed-by", test_passed_by },
    { "/row-pages/pages-kept", test_pages_kept },
    { "/row-pages/late-page", test_late_page },
    { "/row-pages/left-at-once", test_left_at_once },
    { "/row-pages/by-portions", test_by_portions },
    { "/row-pages/left-between-portions", test_left_between_portions },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, row_model_set_up, tests[i].run, row_model_tear_down);
  return g_test_run ();
}
