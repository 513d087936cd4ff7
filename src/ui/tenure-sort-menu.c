/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-sort-menu.h"

#include <glib/gi18n-lib.h>

static void
on_by (GSimpleAction *action, GVariant *value, TenureListView *view)
{
  gboolean descending;

  tenure_list_view_sort (view, &descending);
  tenure_list_view_sort_by (view, (TenureSort)g_variant_get_int32 (value), descending);
}

static void
on_descending (GSimpleAction *action, GVariant *value, TenureListView *view)
{
  tenure_list_view_sort_by (view, tenure_list_view_sort (view, NULL), g_variant_get_boolean (value));
}

/** A header was clicked, or one of these chosen. */
static void
on_sorted (TenureListView *view, GActionMap *group)
{
  gboolean descending;
  TenureSort sort = tenure_list_view_sort (view, &descending);
  GSimpleAction *way = G_SIMPLE_ACTION (g_action_map_lookup_action (group, "descending"));

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (group, "by")),
                             g_variant_new_int32 ((gint32)sort));
  g_simple_action_set_state (way, g_variant_new_boolean (descending));
  g_simple_action_set_enabled (way, sort != TENURE_SORT_DEFAULT);
}

static void
add_action (GSimpleActionGroup *group, const char *name, GVariant *state, GCallback callback, TenureListView *view)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, g_variant_get_type (state), state);

  g_signal_connect_object (action, "change-state", callback, view, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

void
tenure_sort_menu_set_up (GtkMenuButton *button, TenureListView *view)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  add_action (group, "by", g_variant_new_int32 (TENURE_SORT_DEFAULT), G_CALLBACK (on_by), view);
  add_action (group, "descending", g_variant_new_boolean (FALSE), G_CALLBACK (on_descending), view);
  gtk_widget_insert_action_group (GTK_WIDGET (button), "sort", G_ACTION_GROUP (group));
  g_signal_connect_object (view, "sorted", G_CALLBACK (on_sorted), group, 0);
  on_sorted (view, G_ACTION_MAP (group));
}

static void
add_item (GMenu *menu, const char *title, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

void
tenure_sort_menu_set_columns (GtkMenuButton *button, const TenureColumn *columns)
{
  g_autoptr (GMenu) menu = g_menu_new (), by = g_menu_new (), way = g_menu_new ();

  add_item (by, _ ("Default Order"), "sort.by", g_variant_new_int32 (TENURE_SORT_DEFAULT));
  for (const TenureColumn *column = columns; column->title; column++)
    if (column->sort != TENURE_N_SORTS)
      add_item (by, _ (column->title), "sort.by", g_variant_new_int32 ((gint32)column->sort));
  add_item (way, _ ("Ascending"), "sort.descending", g_variant_new_boolean (FALSE));
  add_item (way, _ ("Descending"), "sort.descending", g_variant_new_boolean (TRUE));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (by));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (way));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (button), g_menu_model_get_n_items (G_MENU_MODEL (by)) > 1);
}
