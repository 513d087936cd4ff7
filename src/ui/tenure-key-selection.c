/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-key-selection.h"

struct _TenureKeySelection
{
  GObject parent;
  TenureRowModel *model;
  GHashTable *keys; /* gint64: the selected ones, or with all_except those that are not */
  gboolean all_except, held;
  TenureKeyVector *counted; /* what `listed` was counted in; NULL: not known */
  guint listed;             /* exceptions that the list holds */
  guint idle;
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TenureKeySelection, tenure_key_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static guint changed_signal;

/* The set --------------------------------------------------------------------------------------------------------- */

static gboolean
is_selected_id (TenureKeySelection *self, gint64 id)
{
  return g_hash_table_contains (self->keys, &id) != self->all_except;
}

static void
mark (TenureKeySelection *self, gint64 id, gboolean selected)
{
  if (selected != self->all_except)
    g_hash_table_add (self->keys, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->keys, &id);
}

static void
mark_all (TenureKeySelection *self, gboolean selected)
{
  g_hash_table_remove_all (self->keys);
  self->all_except = selected;
}

/* @position and @n: where the view has to look again. */
static void
tell (TenureKeySelection *self, guint position, guint n)
{
  g_clear_pointer (&self->counted, tenure_key_vector_unref);
  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, n);
  g_signal_emit (self, changed_signal, 0);
}

static void
tell_all (TenureKeySelection *self)
{
  tell (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
}

/* GListModel ------------------------------------------------------------------------------------------------------ */

static GType
get_item_type (GListModel *model)
{
  return TENURE_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (TENURE_KEY_SELECTION (model)->model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (TENURE_KEY_SELECTION (model)->model), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* GtkSelectionModel ----------------------------------------------------------------------------------------------- */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  TenureKeySelection *self = TENURE_KEY_SELECTION (model);
  g_autoptr (TenureKeyVector) keys = tenure_row_model_keys (self->model);

  return position < keys->n && is_selected_id (self, keys->ids[position]);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  TenureKeySelection *self = TENURE_KEY_SELECTION (model);
  g_autoptr (TenureKeyVector) keys = tenure_row_model_keys (self->model);
  guint end = position + MIN (n, keys->n - MIN (position, keys->n));
  GtkBitset *selected = gtk_bitset_new_empty ();

  if (g_hash_table_size (self->keys) == 0)
    {
      if (self->all_except && end > position)
        gtk_bitset_add_range (selected, position, end - position);
      return selected;
    }
  for (guint i = position; i < end; i++)
    if (is_selected_id (self, keys->ids[i]))
      gtk_bitset_add (selected, i);
  return selected;
}

static gboolean
set_range (TenureKeySelection *self, guint position, guint n, gboolean selected, gboolean alone)
{
  g_autoptr (TenureKeyVector) keys = tenure_row_model_keys (self->model);

  if (position >= keys->n || n > keys->n - position)
    return FALSE;
  if (alone)
    mark_all (self, FALSE);
  for (guint i = position; i < position + n; i++)
    mark (self, keys->ids[i], selected);
  if (alone)
    tell_all (self);
  else
    tell (self, position, n);
  return TRUE;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  TenureKeySelection *self = TENURE_KEY_SELECTION (model);

  return !(unselect_rest && self->held) && set_range (self, position, 1, TRUE, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  return set_range (TENURE_KEY_SELECTION (model), position, 1, FALSE, FALSE);
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n, gboolean unselect_rest)
{
  return set_range (TENURE_KEY_SELECTION (model), position, n, TRUE, unselect_rest);
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n)
{
  return set_range (TENURE_KEY_SELECTION (model), position, n, FALSE, FALSE);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  TenureKeySelection *self = TENURE_KEY_SELECTION (model);

  mark_all (self, TRUE);
  tell_all (self);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  tenure_key_selection_clear (TENURE_KEY_SELECTION (model));
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  TenureKeySelection *self = TENURE_KEY_SELECTION (model);
  g_autoptr (TenureKeyVector) keys = tenure_row_model_keys (self->model);
  GtkBitsetIter iter;
  guint position;

  if (!gtk_bitset_iter_init_first (&iter, mask, &position))
    return TRUE;
  do
    if (position < keys->n)
      mark (self, keys->ids[position], gtk_bitset_contains (selected, position));
  while (gtk_bitset_iter_next (&iter, &position));
  tell_all (self);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}

/* The object ------------------------------------------------------------------------------------------------------ */

static gboolean
on_idle (gpointer data)
{
  TenureKeySelection *self = TENURE_KEY_SELECTION (data);

  self->idle = 0;
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

/* "All" are others now; said later, for nothing may be called back while views take in the change. */
static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, TenureKeySelection *self)
{
  if (self->all_except && self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
tenure_key_selection_dispose (GObject *object)
{
  TenureKeySelection *self = TENURE_KEY_SELECTION (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  G_OBJECT_CLASS (tenure_key_selection_parent_class)->dispose (object);
}

static void
tenure_key_selection_finalize (GObject *object)
{
  TenureKeySelection *self = TENURE_KEY_SELECTION (object);

  g_clear_object (&self->model);
  g_hash_table_unref (self->keys);
  g_clear_pointer (&self->counted, tenure_key_vector_unref);
  G_OBJECT_CLASS (tenure_key_selection_parent_class)->finalize (object);
}

static void
tenure_key_selection_class_init (TenureKeySelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tenure_key_selection_dispose;
  object_class->finalize = tenure_key_selection_finalize;
  changed_signal =
      g_signal_new ("changed", TENURE_TYPE_KEY_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_key_selection_init (TenureKeySelection *self)
{
  self->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

TenureKeySelection *
tenure_key_selection_new (TenureRowModel *model)
{
  TenureKeySelection *self = g_object_new (TENURE_TYPE_KEY_SELECTION, NULL);

  self->model = g_object_ref (model);
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), self);
  return self;
}

TenureRowModel *
tenure_key_selection_model (TenureKeySelection *self)
{
  return self->model;
}

/* Exceptions that the list no longer holds take nothing away from it. */
static guint
count_listed (TenureKeySelection *self)
{
  g_autoptr (TenureKeyVector) keys = tenure_row_model_latest_keys (self->model);

  if (self->counted == keys || g_hash_table_size (self->keys) == 0)
    return self->counted == keys ? self->listed : 0;
  g_clear_pointer (&self->counted, tenure_key_vector_unref);
  self->counted = tenure_key_vector_ref (keys);
  self->listed = 0;
  for (guint i = 0; i < keys->n; i++)
    self->listed += g_hash_table_contains (self->keys, &keys->ids[i]);
  return self->listed;
}

guint
tenure_key_selection_count (TenureKeySelection *self)
{
  if (self->all_except)
    return tenure_row_model_n_total (self->model) - count_listed (self);
  return g_hash_table_size (self->keys);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

/* Behind the listed ones @frozen already holds: selected, and left out by the filter. */
static void
append_unlisted (TenureKeySelection *self, GArray *frozen)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = frozen->len;
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < n; i++)
    {
      gpointer own;

      if (g_hash_table_lookup_extended (self->keys, &g_array_index (frozen, gint64, i), &own, NULL))
        g_hash_table_add (listed, own);
    }
  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (listed, key))
      g_array_append_vals (frozen, key, 1);
  if (frozen->len > n)
    qsort (&g_array_index (frozen, gint64, n), frozen->len - n, sizeof (gint64), compare_ids);
}

GArray *
tenure_key_selection_freeze (TenureKeySelection *self)
{
  g_autoptr (TenureKeyVector) keys = tenure_row_model_latest_keys (self->model);
  GArray *frozen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < keys->n; i++)
    if (is_selected_id (self, keys->ids[i]))
      g_array_append_val (frozen, keys->ids[i]);
  if (!self->all_except && frozen->len < g_hash_table_size (self->keys))
    append_unlisted (self, frozen);
  return frozen;
}

void
tenure_key_selection_clear (TenureKeySelection *self)
{
  mark_all (self, FALSE);
  tell_all (self);
}

gboolean
tenure_key_selection_is_id_selected (TenureKeySelection *self, gint64 id)
{
  return is_selected_id (self, id);
}

void
tenure_key_selection_hold (TenureKeySelection *self, gboolean held)
{
  self->held = held;
}

void
tenure_key_selection_set_id (TenureKeySelection *self, gint64 id, gboolean selected)
{
  guint position = tenure_row_model_find (self->model, id);

  mark (self, id, selected);
  tell (self, position, position != G_MAXUINT);
}
