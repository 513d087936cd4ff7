/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-row-check.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-list-view.h"

static void
on_check_toggled (GtkCheckButton *check, GtkListItem *item)
{
  TenureListView *self = TENURE_LIST_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (check), TENURE_TYPE_LIST_VIEW));
  TenureRow *row = gtk_list_item_get_item (item);
  gboolean active = gtk_check_button_get_active (check);

  if (self && row && active != gtk_list_item_get_selected (item))
    tenure_key_selection_set_id (tenure_list_view_selection (self), tenure_row_id (row), active);
}

/** "Select web-01": each row's tick has a name of its own; a row that is still loading has the plain one. */
static void
name_check (GtkWidget *check)
{
  TenureRow *row = g_object_get_data (G_OBJECT (check), "row");
  const TenureRecord *record = row ? tenure_row_record (row) : NULL;
  const char *who = record && record->name && *record->name ? record->name : record ? record->key : NULL;
  g_autofree char *name = who ? g_strdup_printf (_ ("Select %s"), who) : g_strdup (_ ("Select this row"));

  tenure_name_widget (check, name);
}

static void
on_item (GtkListItem *item, GParamSpec *pspec, GtkWidget *check)
{
  TenureRow *old = g_object_get_data (G_OBJECT (check), "row"), *row = gtk_list_item_get_item (item);

  if (old)
    g_signal_handlers_disconnect_by_data (old, check);
  g_object_set_data_full (G_OBJECT (check), "row", row ? g_object_ref (row) : NULL, g_object_unref);
  if (row)
    g_signal_connect_object (row, "notify::record", G_CALLBACK (name_check), check, G_CONNECT_SWAPPED);
  name_check (check);
}

GtkWidget *
tenure_row_check_new (GtkListItem *item)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_bind_property (item, "selected", check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect (check, "toggled", G_CALLBACK (on_check_toggled), item);
  g_signal_connect_object (item, "notify::item", G_CALLBACK (on_item), check, 0);
  on_item (item, NULL, check);
  return check;
}
