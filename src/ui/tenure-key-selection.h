/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Selection by key: a set of ids and an "all except" mark; survives sorting, filtering and refreshing. */
#pragma once

#include <gtk/gtk.h>

#include "tenure-row-model.h"

G_BEGIN_DECLS

/** A GtkSelectionModel over a TenureRowModel. Signal "changed" () whenever what is selected changes. */
#define TENURE_TYPE_KEY_SELECTION (tenure_key_selection_get_type ())
G_DECLARE_FINAL_TYPE (TenureKeySelection, tenure_key_selection, TENURE, KEY_SELECTION, GObject)
TenureKeySelection *tenure_key_selection_new (TenureRowModel *model);
TenureRowModel *tenure_key_selection_model (TenureKeySelection *self);
/** Number of selected rows, in the filter or not; with all-except the total less the exceptions. */
guint tenure_key_selection_count (TenureKeySelection *self);
/** Ids of the selected rows, frozen, in list order, behind them selected ones that the filter leaves out; GArray of
 * gint64. While a search is not complete, "all" are the rows shown. */
GArray *tenure_key_selection_freeze (TenureKeySelection *self);
void tenure_key_selection_clear (TenureKeySelection *self);
gboolean tenure_key_selection_is_id_selected (TenureKeySelection *self, gint64 id);
/** While held, a row that is to be selected alone is not: the arrow keys go from row to row and lose no tick. */
void tenure_key_selection_hold (TenureKeySelection *self, gboolean held);
void tenure_key_selection_set_id (TenureKeySelection *self, gint64 id, gboolean selected);

G_END_DECLS
