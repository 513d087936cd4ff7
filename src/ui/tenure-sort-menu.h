/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 排序: the order of a list by the keyboard, and where there are no headers to click. */
#pragma once

#include "tenure-list-view.h"

G_BEGIN_DECLS

/** Makes @button the menu of the orders of @view, which must live as long. In step with its headers. */
void tenure_sort_menu_set_up (GtkMenuButton *button, TenureListView *view);
/** What can be sorted by; hidden when that is nothing. */
void tenure_sort_menu_set_columns (GtkMenuButton *button, const TenureColumn *columns);

G_END_DECLS
