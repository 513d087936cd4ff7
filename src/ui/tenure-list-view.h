/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of any size: columns when wide, two-line rows when narrow, a hint when empty. */
#pragma once

#include <adwaita.h>

#include "tenure-columns.h"
#include "tenure-key-selection.h"
#include "tenure-row-action.h"

G_BEGIN_DECLS

/** What is shown where there is no row. */
typedef struct
{
  const char *icon, *title, *description; /* marked for translation */
  const char *button, *action, *target;   /* a way on: label, action and its text target; or NULL */
} TenureEmptyHint;

/** Signals "activated" (TenureRow *), "sorted" (), "narrowed" (gboolean: columns gave way to cards). A model is
 * attached only while the view is on the screen. */
#define TENURE_TYPE_LIST_VIEW (tenure_list_view_get_type ())
G_DECLARE_FINAL_TYPE (TenureListView, tenure_list_view, TENURE, LIST_VIEW, AdwBin)

/** @scopes: whose changes ask again ("orders", "resources"). Call once. */
void tenure_list_view_set_up (TenureListView *self, TenureSession *session, const char *const *scopes);
/** Static columns and what can be done with rows (in a column, by right click, by the menu key), or NULL; @actions must
 * outlive the view. */
void tenure_list_view_set_columns (TenureListView *self, const TenureColumn *columns, const TenureActionSet *actions);
void tenure_list_view_set_hint (TenureListView *self, const TenureEmptyHint *hint);
/** Asks; takes a copy. The sort that the person clicked is filled in. */
void tenure_list_view_set_query (TenureListView *self, const TenureQuery *query);
/** As last asked, or NULL. */
const TenureQuery *tenure_list_view_query (TenureListView *self);
/** What the person chose to sort by, by a header or otherwise: TENURE_SORT_DEFAULT when nothing. */
TenureSort tenure_list_view_sort (TenureListView *self, gboolean *descending);
/** The same as clicking a header; TENURE_SORT_DEFAULT: the list's own order. */
void tenure_list_view_sort_by (TenureListView *self, TenureSort sort, gboolean descending);
TenureKeySelection *tenure_list_view_selection (TenureListView *self);
TenureRowModel *tenure_list_view_model (TenureListView *self);

/** Moves the focus to the row where the keyboard was last. */
void tenure_list_view_take_focus (TenureListView *self);

G_END_DECLS
