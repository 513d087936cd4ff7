/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu of actions on a row or on the selection; what is not possible stays visible with its reason. */
#pragma once

#include <adwaita.h>

#include "tenure-row-action.h"

G_BEGIN_DECLS

#define TENURE_TYPE_ACTION_MENU (tenure_action_menu_get_type ())
G_DECLARE_FINAL_TYPE (TenureActionMenu, tenure_action_menu, TENURE, ACTION_MENU, GtkPopover)

TenureActionMenu *tenure_action_menu_new (void);
/** Shows what can be done with one row; the plan of each action says whether it is possible. */
void tenure_action_menu_show_row (TenureActionMenu *self, const TenureActionSet *set, const TenureRecord *record);
/** Shows what can be done with the @n selected rows, all but the action named @without. */
void tenure_action_menu_show_selection (TenureActionMenu *self, const TenureActionSet *set, guint n,
                                        const char *without);

G_END_DECLS
