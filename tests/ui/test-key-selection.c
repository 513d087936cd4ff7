/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Selection by key: what is selected stays so while rows change places; no display is needed. */
#include "tenure-key-selection.h"

#include "../store/rows-support.h"

typedef struct
{
  Rows rows;
  GRand *random;
  TenureQuery *query;
  TenureRowModel *model;
  TenureKeySelection *selection;
  GtkSelectionModel *gtk;
  guint changed;      /* "changed" of the selection */
  guint told, told_n; /* "selection-changed": how often, and the rows of the last one */
  guint items;        /* "items-changed" of the selection */
  gboolean in_items;  /* within one */
} Fixture;

static void
on_changed (TenureKeySelection *selection, Fixture *self)
{
  g_assert_false (self->in_items);
  self->changed++;
}

static void
on_selection_changed (GtkSelectionModel *gtk, guint position, guint n, Fixture *self)
{
  g_assert_cmpuint (position + n, <=, g_list_model_get_n_items (G_LIST_MODEL (gtk)));
  self->told++;
  self->told_n = n;
}

static void
on_items_begin (TenureRowModel *model, guint position, guint removed, guint added, Fixture *self)
{
  self->in_items = TRUE;
}

static void
on_items_end (TenureRowModel *model, guint position, guint removed, guint added, Fixture *self)
{
  self->in_items = FALSE;
}

static void
on_items (TenureKeySelection *selection, guint position, guint removed, guint added, Fixture *self)
{
  self->items++;
}

static gboolean
is_loading (Fixture *self)
{
  gboolean loading;

  g_object_get (self->model, "loading", &loading, NULL);
  return loading;
}

static void
ask (Fixture *self)
{
  tenure_row_model_set_query (self->model, self->query);
  while (is_loading (self))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  rows_init (&self->rows);
  self->random = tenure_test_random ();
  rows_fill (&self->rows, self->random, 10, 800);
  self->query = tenure_query_new (TENURE_LIST_RENEWALS);
  self->model = tenure_row_model_new (self->rows.store);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (on_items_begin), self);
  self->selection = tenure_key_selection_new (self->model);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (on_items_end), self);
  self->gtk = GTK_SELECTION_MODEL (self->selection);
  ask (self);
  g_signal_connect (self->selection, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  g_signal_connect (self->selection, "items-changed", G_CALLBACK (on_items), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->selection);
  g_assert_finalize_object (self->model);
  tenure_query_free (self->query);
  g_rand_free (self->random);
  rows_clear (&self->rows);
}

static guint
n_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static gint64
id_at (Fixture *self, guint position)
{
  g_autoptr (TenureKeyVector) keys = tenure_row_model_keys (self->model);

  return keys->ids[position];
}

/* Every way of asking what is selected says the same. */
static void
assert_agrees (Fixture *self, gboolean (*wanted) (Fixture *self, guint position))
{
  g_autoptr (GtkBitset) all = gtk_selection_model_get_selection (self->gtk);
  g_autoptr (GtkBitset) some = gtk_selection_model_get_selection_in_range (self->gtk, 10, 50);

  for (guint i = 0; i < n_rows (self); i++)
    {
      g_assert_cmpint (gtk_selection_model_is_selected (self->gtk, i), ==, wanted (self, i));
      g_assert_cmpint (tenure_key_selection_is_id_selected (self->selection, id_at (self, i)), ==, wanted (self, i));
      g_assert_cmpint (gtk_bitset_contains (all, i), ==, wanted (self, i));
      if (i >= 10 && i < 60)
        g_assert_cmpint (gtk_bitset_contains (some, i), ==, wanted (self, i));
    }
}

static GHashTable *chosen; /* ids */

static gboolean
is_chosen (Fixture *self, guint position)
{
  gint64 id = id_at (self, position);

  return g_hash_table_contains (chosen, &id);
}

static gboolean
is_not_chosen (Fixture *self, guint position)
{
  return !is_chosen (self, position);
}

static void
choose (Fixture *self, guint position, gboolean yes)
{
  gint64 id = id_at (self, position);

  if (yes)
    g_hash_table_add (chosen, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (chosen, &id);
}

/* Sorting, filtering and refreshing move rows; the chosen ones stay chosen. */
static void
test_survives (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) frozen = NULL;
  guint n = 0;

  for (guint i = 3; i < 100; i += 7, n++)
    {
      choose (self, i, TRUE);
      g_assert_true (gtk_selection_model_select_item (self->gtk, i, FALSE));
    }
  g_assert_cmpuint (self->changed, ==, n);
  assert_agrees (self, is_chosen);
  self->query->sort = TENURE_SORT_KEY;
  ask (self);
  assert_agrees (self, is_chosen);
  self->query->mode = TENURE_MODE_AUTO;
  ask (self);
  assert_agrees (self, is_chosen);
  g_assert_cmpuint (tenure_key_selection_count (self->selection), ==, n);
  frozen = tenure_key_selection_freeze (self->selection);
  g_assert_cmpuint (frozen->len, ==, n);
  g_assert_cmpuint (self->changed, ==, n);
  g_assert_cmpuint (self->items, >=, 2);
}

static gint64
place_of (Fixture *self, gint64 id)
{
  guint place = tenure_row_model_find (self->model, id);

  return place == G_MAXUINT ? G_MAXINT64 : place;
}

/* What a command gets: in list order, and behind it what the filter leaves out. */
static void
assert_frozen (Fixture *self)
{
  g_autoptr (GArray) frozen = tenure_key_selection_freeze (self->selection);

  g_assert_cmpuint (frozen->len, ==, tenure_key_selection_count (self->selection));
  for (guint i = 0; i < frozen->len; i++)
    {
      gint64 id = g_array_index (frozen, gint64, i), before = i == 0 ? 0 : g_array_index (frozen, gint64, i - 1);

      g_assert_true (tenure_key_selection_is_id_selected (self->selection, id));
      if (i > 0 && place_of (self, id) == G_MAXINT64 && place_of (self, before) == G_MAXINT64)
        g_assert_cmpint (id, >, before);
      else if (i > 0)
        g_assert_cmpint (place_of (self, id), >, place_of (self, before));
    }
}

/* Any calls in any order against a set of ids. */
static void
test_random (Fixture *self, gconstpointer data)
{
  GRand *random = self->random;
  gboolean except = FALSE;

  for (guint i = 0; i < 300; i++)
    {
      guint first = (guint)g_rand_int_range (random, 0, (gint32)n_rows (self)), n;
      gboolean yes = g_rand_boolean (random);

      n = (guint)g_rand_int_range (random, 1, (gint32)MIN (20, n_rows (self) - first) + 1);
      switch (g_rand_int_range (random, 0, 12))
        {
        case 0:
          g_assert_true (gtk_selection_model_select_all (self->gtk));
          g_hash_table_remove_all (chosen);
          except = TRUE;
          break;
        case 1:
          g_assert_true (gtk_selection_model_unselect_all (self->gtk));
          g_hash_table_remove_all (chosen);
          except = FALSE;
          break;
        case 2:
          self->query->descending = !self->query->descending;
          self->query->mode = g_rand_int_range (random, -1, 4);
          ask (self);
          break;
        case 3:
          g_hash_table_remove_all (chosen);
          except = FALSE;
          choose (self, first, TRUE);
          g_assert_true (gtk_selection_model_select_item (self->gtk, first, TRUE));
          g_assert_cmpuint (self->told_n, ==, n_rows (self));
          break;
        case 4:
          choose (self, first, yes != except);
          tenure_key_selection_set_id (self->selection, id_at (self, first), yes);
          break;
        default:
          for (guint j = first; j < first + n; j++)
            choose (self, j, yes != except);
          if (yes)
            gtk_selection_model_select_range (self->gtk, first, n, FALSE);
          else
            gtk_selection_model_unselect_range (self->gtk, first, n);
        }
      assert_agrees (self, except ? is_not_chosen : is_chosen);
      assert_frozen (self);
    }
}

/* "All" is a mark: nothing is walked, and rows that come later are in it too. */
static void
test_all_except (Fixture *self, gconstpointer data)
{
  guint n = n_rows (self);

  gtk_selection_model_select_all (self->gtk);
  g_assert_cmpuint (self->told, ==, 1);
  g_assert_cmpuint (tenure_key_selection_count (self->selection), ==, n);
  gtk_selection_model_unselect_item (self->gtk, 5);
  choose (self, 5, TRUE);
  g_assert_cmpuint (tenure_key_selection_count (self->selection), ==, n - 1);
  assert_agrees (self, is_not_chosen);
  rows_run (&self->rows, NULL, "UPDATE resource SET status = 'active'");
  self->changed = 0;
  ask (self);
  g_assert_cmpuint (n_rows (self), >, n);
  g_assert_cmpuint (tenure_key_selection_count (self->selection), ==, n_rows (self) - 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (self->changed, >, 0);
  rows_run (&self->rows, NULL, "UPDATE resource SET status = 'released' WHERE id % 3 > 0");
  ask (self);
  assert_agrees (self, is_not_chosen);
  assert_frozen (self);
  tenure_key_selection_clear (self->selection);
  g_assert_cmpuint (tenure_key_selection_count (self->selection), ==, 0);
}

/* What a view calls for a rubber band, and bad positions. */
static void
test_mask (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_range (20, 10), mask = gtk_bitset_new_range (10, 30);

  gtk_selection_model_select_item (self->gtk, 12, FALSE);
  gtk_selection_model_select_item (self->gtk, 5, FALSE);
  choose (self, 5, TRUE);
  for (guint i = 20; i < 30; i++)
    choose (self, i, TRUE);
  g_assert_true (gtk_selection_model_set_selection (self->gtk, selected, mask));
  assert_agrees (self, is_chosen);
  g_assert_false (gtk_selection_model_select_item (self->gtk, n_rows (self), FALSE));
  g_assert_false (gtk_selection_model_select_range (self->gtk, 1, G_MAXUINT, FALSE));
  g_assert_false (gtk_selection_model_is_selected (self->gtk, G_MAXUINT));
  assert_agrees (self, is_chosen);
}

static void
begin (Fixture *self, gconstpointer data)
{
  chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  set_up (self, data);
}

static void
end (Fixture *self, gconstpointer data)
{
  tear_down (self, data);
  g_hash_table_unref (chosen);
}

/* The arrow keys ask for one row alone; while they move, nothing is lost, and a tick more is still a tick. */
static void
test_held (Fixture *self, gconstpointer data)
{
  tenure_key_selection_clear (self->selection);
  tenure_key_selection_set_id (self->selection, id_at (self, 3), TRUE);
  tenure_key_selection_hold (self->selection, TRUE);
  gtk_selection_model_select_item (self->gtk, 5, TRUE);
  g_assert_cmpuint (tenure_key_selection_count (self->selection), ==, 1);
  g_assert_true (gtk_selection_model_is_selected (self->gtk, 3));
  gtk_selection_model_select_item (self->gtk, 5, FALSE);
  g_assert_cmpuint (tenure_key_selection_count (self->selection), ==, 2);
  tenure_key_selection_hold (self->selection, FALSE);
  gtk_selection_model_select_item (self->gtk, 7, TRUE);
  g_assert_cmpuint (tenure_key_selection_count (self->selection), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/key-selection/survives", Fixture, NULL, begin, test_survives, end);
  g_test_add ("/key-selection/random", Fixture, NULL, begin, test_random, end);
  g_test_add ("/key-selection/all-except", Fixture, NULL, begin, test_all_except, end);
  g_test_add ("/key-selection/held", Fixture, NULL, begin, test_held, end);
  g_test_add ("/key-selection/mask", Fixture, NULL, begin, test_mask, end);
  return g_test_run ();
}
