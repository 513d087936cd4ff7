/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trips by keys share: keys as a person presses them, where the focus is, orders to go through. */
#pragma once

#include "flows-support.h"

GtkWidget *focus_of (gpointer window);
gboolean is_within (GtkWidget *widget, gpointer ancestor);
/** Keys as a person presses them, into the window that has the keyboard. */
void keys (const char *which);
gboolean is_active (gpointer window);
gboolean is_mapped (gpointer widget);
gboolean has_passed (gpointer end);
gboolean has_focus (gpointer window);
void place_orders (Fixture *fixture, guint n);
TenureListView *view_of (Fixture *fixture);
gboolean buttons_shown (gpointer data);
/** Of the list's first row, or NULL while it is not read. */
const TenureRecord *first_record (Fixture *fixture);
gboolean first_read (gpointer data);
