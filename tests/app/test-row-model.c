/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row model without a display: what it emits, and how it asks. */
#include "row-model-support.h"

#include <stdio.h>

/* Contract --------------------------------------------------------------------------------------------------------- */

static void
test_contract (Fixture *self, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (self->model);
  g_autoptr (TenureRow) row = NULL, again = NULL;

  g_assert_cmpuint (g_list_model_get_item_type (model), ==, TENURE_TYPE_ROW);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_assert_null (g_list_model_get_item (model, 0));
  rows_fill (&self->rows, self->random, 20, 100);
  ask (self);
  assert_fresh (self);
  g_assert_null (g_list_model_get_item (model, self->shadow->len));
  row = get (self, 7);
  again = get (self, 7);
  g_assert_true (row == again);
  g_assert_cmpint (tenure_row_id (row), ==, g_array_index (self->shadow, gint64, 7));
  g_assert_null (tenure_row_record (row));
  g_assert_cmpuint (tenure_row_model_find (self->model, tenure_row_id (row)), ==, 7);
  g_assert_cmpuint (tenure_row_model_find (self->model, -5), ==, G_MAXUINT);
}

static void
test_freed (Fixture *self, gconstpointer data)
{
  GPtrArray *held;
  gpointer weak;

  rows_fill (&self->rows, self->random, 20, 400);
  ask (self);
  held = hold (self, 0, 100);
  weak = held->pdata[5];
  g_object_add_weak_pointer (weak, &weak);
  spin_until_read (self, held);
  g_assert_cmpuint (tenure_row_model_live_rows (self->model), ==, 100);
  g_ptr_array_unref (held);
  g_assert_null (weak);
  g_assert_cmpuint (tenure_row_model_live_rows (self->model), ==, 0);
}

/* Rows outlive their model, and jobs that run are nobody's any more. */
static void
test_model_goes_first (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) held = NULL;

  rows_fill (&self->rows, self->random, 20, 400);
  ask (self);
  stop_next_records ();
  held = hold (self, 0, 50);
  spin_for (self, 20);
  wait_until_stopped ();
  tenure_row_model_set_query (self->model, self->query);
  g_assert_finalize_object (g_steal_pointer (&self->model));
  open_gate ();
  spin_for (self, 50);
  g_assert_null (tenure_row_record (held->pdata[0]));
}

/* Emissions -------------------------------------------------------------------------------------------------------- */

static void
change_table (Fixture *self)
{
  g_autofree char *sql = NULL;
  int id = g_rand_int_range (self->random, 1, 4000);

  switch (g_rand_int_range (self->random, 0, 4))
    {
    case 0:
      rows_fill (&self->rows, self->random, 1, (guint)g_rand_int_range (self->random, 1, 6));
      return;
    case 1:
      sql = g_strdup_printf ("UPDATE resource SET status = 'released' WHERE id BETWEEN %d AND %d", id,
                             id + g_rand_int_range (self->random, 0, 5));
      break;
    case 2:
      sql = g_strdup_printf ("UPDATE resource SET expiry = expiry + %d WHERE id BETWEEN %d AND %d",
                             g_rand_int_range (self->random, -5000000, 5000000), id,
                             id + g_rand_int_range (self->random, 0, 5));
      break;
    default:
      sql = g_strdup_printf ("UPDATE resource SET status = 'active' WHERE id BETWEEN %d AND %d", id, id + 40);
    }
  rows_run (&self->rows, NULL, sql);
}

static void
change_question (Fixture *self)
{
  static const TenureSort sorts[] = { TENURE_SORT_DEFAULT, TENURE_SORT_NAME, TENURE_SORT_KEY, TENURE_SORT_REGION };

  g_clear_pointer (&self->query->search, g_free);
  switch (g_rand_int_range (self->random, 0, 4))
    {
    case 0:
      self->query->sort = sorts[g_rand_int_range (self->random, 0, G_N_ELEMENTS (sorts))];
      break;
    case 1:
      self->query->descending = !self->query->descending;
      break;
    case 2:
      self->query->mode = g_rand_int_range (self->random, -1, 4);
      break;
    default:
      self->query->search = g_strdup (g_rand_boolean (self->random) ? "web" : "服务");
    }
}

/* Whatever happens to the table and the question, the emissions alone tell what the model shows; and held rows keep
 * their key while they change places. */
static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) held = NULL;

  rows_fill (&self->rows, self->random, 20, 4000);
  ask (self);
  for (guint i = 0; i < 120; i++)
    {
      if (g_rand_int_range (self->random, 0, 3) > 0)
        change_table (self);
      else
        change_question (self);
      ask (self);
      assert_fresh (self);
      if (self->shadow->len < 40)
        continue;
      g_clear_pointer (&held, g_ptr_array_unref);
      held = hold (self, (guint)g_rand_int_range (self->random, 0, (gint32)self->shadow->len - 30), 30);
      if (i % 4 == 0)
        spin_until_read (self, held);
    }
}

/* All rows in another order: taken away in one turn, a screen of them added in the next, then others
 * until a view has all its rows, then the rest. */
static void
test_two_turns (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  guint n;

  rows_fill (&self->rows, self->random, 20, 6000);
  ask (self);
  n = self->shadow->len;
  g_assert_cmpuint (n, >, 2048);
  g_string_truncate (self->log, 0);
  self->query->sort = TENURE_SORT_KEY;
  ask (self);
  g_string_printf (wanted, "0-%u+0 ", n);
  for (guint from = 0; from < 224; from += 32)
    g_string_append_printf (wanted, "%u-0+32 ", from);
  g_string_append_printf (wanted, "224-0+%u ", n - 224);
  g_assert_cmpstr (self->log->str, ==, wanted->str);
  assert_fresh (self);
}

static void
test_small_changes (Fixture *self, gconstpointer data)
{
  guint n;

  rows_fill (&self->rows, self->random, 20, 3000);
  ask (self);
  n = self->shadow->len;
  g_string_truncate (self->log, 0);
  rows_run (&self->rows, NULL,
            "UPDATE resource SET status = 'released' WHERE id = (SELECT id FROM resource WHERE status = 'active'"
            " AND main_id IS NULL ORDER BY expiry, id LIMIT 1 OFFSET 9)");
  ask (self);
  rows_run (&self->rows, NULL,
            "UPDATE resource SET expiry = (SELECT min (expiry) - 1 FROM resource) WHERE id = (SELECT id FROM resource"
            " WHERE status = 'active' AND main_id IS NULL ORDER BY expiry, id LIMIT 1 OFFSET 20)");
  ask (self);
  ask (self);
  g_assert_cmpstr (self->log->str, ==, "9-1+0 0-21+21 ");
  g_assert_cmpuint (self->shadow->len, ==, n - 1);
  tenure_row_model_set_query (self->model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, 0);
}

static void
on_record (TenureRow *row, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* A row that changes and stays where it is is read again, and nothing is emitted; one that did not change says
 * nothing. */
static void
test_in_place (Fixture *self, gconstpointer data)
{
  static const char *const scopes[] = { "resources", NULL };
  g_autoptr (GPtrArray) held = NULL;
  g_autofree char *sql = NULL;
  guint told = 0;

  tenure_row_model_set_scopes (self->model, scopes);
  rows_fill (&self->rows, self->random, 20, 500);
  ask (self);
  held = hold (self, 0, 50);
  spin_until_read (self, held);
  spin_for (self, 600);
  g_string_truncate (self->log, 0);
  for (guint i = 0; i < held->len; i++)
    g_signal_connect (held->pdata[i], "notify::record", G_CALLBACK (on_record), &told);
  sql = g_strdup_printf ("UPDATE resource SET name = 'renamed' WHERE id = %" G_GINT64_FORMAT,
                         tenure_row_id (held->pdata[3]));
  rows_run (&self->rows, "resources", sql);
  spin_for (self, 600);
  g_assert_cmpstr (tenure_row_record (held->pdata[3])->name, ==, "renamed");
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpstr (self->log->str, ==, "");
}

/* What is said of a row by date moves with the clock, also where the record stays as it is. */
static void
test_clock (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) held = NULL;
  guint told = 0;

  rows_fill (&self->rows, self->random, 20, 200);
  ask (self);
  held = hold (self, 0, 10);
  spin_until_read (self, held);
  g_signal_connect (held->pdata[3], "notify::record", G_CALLBACK (on_record), &told);
  tenure_row_model_set_now (self->model, self->query->now + 1);
  g_assert_cmpuint (told, ==, 1);
  spin_for (self, 600);
  g_assert_cmpuint (told, ==, 1);
}

/* The same id is another thing in another table: no row is carried over. */
static void
test_other_table (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) resources = NULL, orders = NULL;

  rows_fill (&self->rows, self->random, 60, 60);
  ask (self);
  resources = hold (self, 0, 30);
  spin_until_read (self, resources);
  self->query->list = TENURE_LIST_ORDERS;
  ask (self);
  assert_fresh (self);
  orders = hold (self, 0, 30);
  spin_until_read (self, orders);
  for (guint i = 0; i < orders->len; i++)
    {
      g_assert_false (g_ptr_array_find (resources, orders->pdata[i], NULL));
      g_assert_true (g_str_has_prefix (tenure_row_record (orders->pdata[i])->key, "CS"));
    }
}

/* Asking ----------------------------------------------------------------------------------------------------------- */

/* The next keystroke cancels what runs; only the last question is answered. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  rows_fill (&self->rows, self->random, 20, 500);
  stop_next_keys ();
  tenure_row_model_set_query (self->model, self->query);
  wait_until_stopped ();
  g_assert_false (is_settled (self));
  self->query->mode = TENURE_MODE_AUTO;
  ask (self);
  assert_fresh (self);
  open_gate ();
  spin_for (self, 50);
  assert_fresh (self);
  g_assert_cmpuint (self->failures, ==, 0);
  tenure_row_model_set_query (self->model, self->query);
  tenure_row_model_set_query (self->model, NULL);
  spin_for (self, 50);
  g_assert_cmpuint (self->shadow->len, ==, 0);
  g_assert_true (is_settled (self));
}

static void
note_first_screen (TenureRowModel *model, GParamSpec *pspec, guint *n)
{
  gboolean complete;

  g_object_get (model, "complete", &complete, NULL);
  if (!complete)
    *n = tenure_row_model_n_total (model);
}

static void
test_first_screen (Fixture *self, gconstpointer data)
{
  guint first = 0, shown, kept = 0, removed = 0, added_at = 0, added = 0;

  rows_fill (&self->rows, self->random, 0, 3000);
  ask (self);
  shown = self->shadow->len;
  g_string_truncate (self->log, 0);
  g_signal_connect (self->model, "notify::complete", G_CALLBACK (note_first_screen), &first);
  self->query->search = g_strdup ("web");
  ask (self);
  g_assert_cmpuint (first, ==, 256);
  /* A row or two at either end may stay: they are found as well. */
  g_assert_cmpint (sscanf (self->log->str, "%u-%u+0 %u-0+%u ", &kept, &removed, &added_at, &added), ==, 4);
  g_assert_cmpuint (removed, >, shown - 100);
  g_assert_cmpuint (added_at, ==, kept);
  g_assert_cmpuint (added, ==, 32);
  g_assert_cmpuint (self->shadow->len, >, 256);
  g_assert_cmpuint (tenure_row_model_n_total (self->model), ==, self->shadow->len);
  assert_fresh (self);
}

static void
test_failed (Fixture *self, gconstpointer data)
{
  rows_fill (&self->rows, self->random, 0, 100);
  ask (self);
  self->query->sort = TENURE_SORT_AMOUNT; /* which no list of resources has */
  ask (self);
  g_assert_cmpuint (self->failures, ==, 1);
  self->query->sort = TENURE_SORT_DEFAULT;
  assert_fresh (self);
}

static guint n_expected;

static gboolean
has_expected (Fixture *self)
{
  return self->shadow->len == n_expected && is_settled (self);
}

/* While changes pour in, publications are counted out by time; the last state is shown all the same. */
static void
test_pouring (Fixture *self, gconstpointer data)
{
  static const char *const scopes[] = { "resources", NULL };
  gint64 began;

  tenure_row_model_set_scopes (self->model, scopes);
  rows_fill (&self->rows, self->random, 1, 100);
  ask (self);
  key_calls = 0;
  began = g_get_monotonic_time ();
  for (guint i = 0; i < 60; i++)
    {
      rows_fill (&self->rows, self->random, 0, 1);
      spin_for (self, 10);
    }
  g_assert_cmpint (key_calls, <=, (g_get_monotonic_time () - began) / (250 * G_TIME_SPAN_MILLISECOND) + 2);
  g_assert_cmpint (key_calls, >, 0);
  n_expected = (guint)rows_value (&self->rows, "SELECT count (*) FROM resource WHERE status = 'active'"
                                               " AND main_id IS NULL");
  spin (self, has_expected);
  rows_run (&self->rows, "orders",
            "DELETE FROM resource WHERE id = 50 AND NOT EXISTS (SELECT 1 FROM term WHERE"
            " resource_id = 50)");
  key_calls = 0;
  spin_for (self, 300);
  g_assert_cmpint (key_calls, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/row-model/contract", test_contract },
    { "/row-model/freed", test_freed },
    { "/row-model/model-goes-first", test_model_goes_first },
    { "/row-model/random", test_random },
    { "/row-model/two-turns", test_two_turns },
    { "/row-model/small-changes", test_small_changes },
    { "/row-model/in-place", test_in_place },
    { "/row-model/clock", test_clock },
    { "/row-model/other-table", test_other_table },
    { "/row-model/cancel", test_cancel },
    { "/row-model/first-screen", test_first_screen },
    { "/row-model/failed", test_failed },
    { "/row-model/pouring", test_pouring },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, row_model_set_up, tests[i].run, row_model_tear_down);
  return g_test_run ();
}
