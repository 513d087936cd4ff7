/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-sort-probe.h"

/* Main thread only: set while a probe compares, by the first stub that is asked. */
static TenureSort asked = TENURE_N_SORTS;

static int
compare_stub (gconstpointer a, gconstpointer b, gpointer sort)
{
  if (asked == TENURE_N_SORTS)
    asked = GPOINTER_TO_INT (sort);
  return -1;
}

void
tenure_sort_probe_add (GtkColumnViewColumn *column, TenureSort sort)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_stub, GINT_TO_POINTER (sort), NULL));

  gtk_column_view_column_set_sorter (column, sorter);
}

TenureSort
tenure_sort_probe_read (GtkColumnView *view, gboolean *descending)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);

  asked = TENURE_N_SORTS;
  *descending = gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b) == GTK_ORDERING_LARGER;
  return asked == TENURE_N_SORTS ? TENURE_SORT_DEFAULT : asked;
}
