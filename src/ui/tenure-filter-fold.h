/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of a narrow list: folded away behind a button that counts those that are set. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TENURE_TYPE_FILTER_FOLD (tenure_filter_fold_get_type ())
G_DECLARE_FINAL_TYPE (TenureFilterFold, tenure_filter_fold, TENURE, FILTER_FOLD, GtkToggleButton)

/** Of @filters the search, which is the first, and the buttons stay in sight. Call once. */
void tenure_filter_fold_set_filters (TenureFilterFold *self, GtkFlowBox *filters);
void tenure_filter_fold_set_narrow (TenureFilterFold *self, gboolean narrow);
/** Counts again: a filter was set or taken off. */
void tenure_filter_fold_update (TenureFilterFold *self);

G_END_DECLS
