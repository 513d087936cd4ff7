/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a widget anywhere tells the main window that it belongs to. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** A toast in the main window that @widget belongs to, with a button that goes to @place ("renewals/auto") when given.
 */
void tenure_window_toast (GtkWidget *widget, const char *text, const char *button, const char *place);
/** Turns the main window that @widget belongs to (a dialog's parent) to @place. */
void tenure_window_go (GtkWidget *widget, const char *place);

G_END_DECLS
