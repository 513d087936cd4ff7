/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads from a column view which header is sorted by. Sorting itself is SQL's: the view's sorters are stubs, and one
 * comparison of two dummies tells which of them comes first and in which direction (there is API only from GTK 4.10).
 */
#pragma once

#include <gtk/gtk.h>

#include "tenure-query.h"

G_BEGIN_DECLS

/** Makes a column's header clickable for @sort. */
void tenure_sort_probe_add (GtkColumnViewColumn *column, TenureSort sort);
/** What the person chose by clicking headers; TENURE_SORT_DEFAULT when nothing. */
TenureSort tenure_sort_probe_read (GtkColumnView *view, gboolean *descending);

G_END_DECLS
