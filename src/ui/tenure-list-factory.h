/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of a list are made by: ticks, texts, buttons, and the cards of a narrow window. */
#pragma once

#include <gtk/gtk.h>

#include "tenure-columns.h"
#include "tenure-row-action.h"

G_BEGIN_DECLS

/** What is needed for the rows of one list; all of it must outlive the factories. */
typedef struct
{
  TenureSession *session;
  const TenureColumn *columns;
  const TenureActionSet *actions; /* or NULL */
} TenureListCells;

/** All of them are new references. */
GtkListItemFactory *tenure_list_factory_checks (void);
GtkListItemFactory *tenure_list_factory_texts (const TenureListCells *cells, const TenureColumn *column);
GtkListItemFactory *tenure_list_factory_buttons (const TenureListCells *cells);
GtkListItemFactory *tenure_list_factory_cards (const TenureListCells *cells);
/** The row that @widget is or is in, below @view; NULL when it is in none. */
GtkListItem *tenure_list_factory_item_at (GtkWidget *view, GtkWidget *widget);

G_END_DECLS
