/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-navigation.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"

const TenurePlace *
tenure_navigation_place (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "place");
}

static GtkWidget *
make_row (const TenurePlace *place)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (place->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (place->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "place", (gpointer)place);
  tenure_name_widget (row, _ (place->title));
  return row;
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = tenure_navigation_place (row)->group;
  const char *above = before ? tenure_navigation_place (before)->group : NULL;

  if (!group || g_strcmp0 (group, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  GtkWidget *label = gtk_label_new (_ (group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "navigation-group");
  gtk_list_box_row_set_header (row, label);
}

static GtkListBoxRow *
row_of (GtkListBox *box, const char *name)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (box, 0);

  for (int i = 0; row && !g_str_equal (tenure_navigation_place (row)->name, name); i++)
    row = gtk_list_box_get_row_at_index (box, i + 1);
  return row;
}

/** GTK's list marks where the arrow keys are; here only what is shown is marked. */
static void
on_row_selected (GtkListBox *box, GtkListBoxRow *row)
{
  const char *shown = g_object_get_data (G_OBJECT (box), "shown");
  GtkListBoxRow *marked = shown ? row_of (box, shown) : NULL;

  if (marked && row != marked)
    gtk_list_box_select_row (box, marked);
}

const TenurePlace *
tenure_navigation_show (GtkListBox *box, const char *name)
{
  GtkListBoxRow *row = name ? row_of (box, name) : NULL;

  if (!row)
    return NULL;
  g_object_set_data (G_OBJECT (box), "shown", (gpointer)tenure_navigation_place (row)->name);
  gtk_list_box_select_row (box, row);
  return tenure_navigation_place (row);
}

void
tenure_navigation_fill (GtkListBox *box, TenureRole role)
{
  GtkListBoxRow *row;

  g_object_set_data (G_OBJECT (box), "shown", NULL);
  while ((row = gtk_list_box_get_row_at_index (box, 0)))
    gtk_list_box_remove (box, GTK_WIDGET (row));
  for (const TenurePlace *place = tenure_places (); place->name; place++)
    if (tenure_place_is_for (place, role))
      gtk_list_box_append (box, make_row (place));
}

void
tenure_navigation_set_up (GtkListBox *box)
{
  gtk_list_box_set_header_func (box, set_header, NULL, NULL);
  g_signal_connect (box, "row-selected", G_CALLBACK (on_row_selected), NULL);
}
