/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tick of a row, in step with the selection of the list that it is in. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** @item is a row of a TenureListView. */
GtkWidget *tenure_row_check_new (GtkListItem *item);

G_END_DECLS
