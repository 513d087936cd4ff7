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

GtkWidget *
tenure_row_check_new (GtkListItem *item)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  tenure_name_widget (check, _ ("Select this row"));
  g_object_bind_property (item, "selected", check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect (check, "toggled", G_CALLBACK (on_check_toggled), item);
  return check;
}
