/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the row that it stands in: buttons for the first things, a menu for the rest. */
#pragma once

#include <adwaita.h>

#include "tenure-row-action.h"
#include "tenure-row-model.h"

G_BEGIN_DECLS

#define TENURE_TYPE_ROW_BUTTONS (tenure_row_buttons_get_type ())
G_DECLARE_FINAL_TYPE (TenureRowButtons, tenure_row_buttons, TENURE, ROW_BUTTONS, GtkBox)

/** @narrow: the menu alone. @set must outlive the widget. */
TenureRowButtons *tenure_row_buttons_new (const TenureActionSet *set, gboolean narrow);
/** NULL when it is not used. */
void tenure_row_buttons_set_row (TenureRowButtons *self, TenureRow *row);

G_END_DECLS
