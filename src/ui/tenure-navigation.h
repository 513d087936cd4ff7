/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the sidebar: one for each place of a role; the one that is marked is the page that is shown. */
#pragma once

#include <gtk/gtk.h>

#include "tenure-places.h"

G_BEGIN_DECLS

/** Once, before the others: @box may be gone through by keys, and marks the page that is shown all the same. */
void tenure_navigation_set_up (GtkListBox *box);
/** A row for each place of @role, none of them marked. */
void tenure_navigation_fill (GtkListBox *box, TenureRole role);
/** Marks the row of the place called @name; the place, or NULL when there is none. */
const TenurePlace *tenure_navigation_show (GtkListBox *box, const char *name);
const TenurePlace *tenure_navigation_place (GtkListBoxRow *row);

G_END_DECLS
