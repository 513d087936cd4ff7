/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every window and form answers to on the keyboard, in one place. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Once, for all windows: the focus is shown while the keyboard is used, until the next click. */
void tenure_keys_watch (void);
/** Control+Enter presses the main button of @widget, a window or a form within one. */
void tenure_keys_add_main (GtkWidget *widget);
/** Presses the button that is marked as suggested or destructive among those that @widget shows, or that the window of
 * a form without one does; nothing while it is insensitive. */
void tenure_keys_press_main (GtkWidget *widget);
/** What is refilled keeps the focus: where it is within @within, or NULL when it is elsewhere; and back again, soon, to
 * the control that says the same, or to the one in its place. Takes @place. */
typedef struct _TenureKeysPlace TenureKeysPlace;
TenureKeysPlace *tenure_keys_remember (GtkWidget *within);
void tenure_keys_return (TenureKeysPlace *place);
/** Puts the focus back on @widget, which was insensitive meanwhile, unless something else has it by now. */
void tenure_keys_give_back (GtkWidget *widget);
/** Puts the focus on the first control of @within, which has a window; FALSE when there is none. */
gboolean tenure_keys_enter (GtkWidget *within);
/** Soon: puts the focus on the first control of @within; where it has none, of the window. */
void tenure_keys_start (GtkWidget *within);
/** Like tenure_keys_start, unless the focus of the window is somewhere to be seen. */
void tenure_keys_restart (GtkWidget *within);

G_END_DECLS
