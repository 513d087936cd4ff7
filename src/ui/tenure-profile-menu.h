/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu behind the profile's name: who is at work, in which role, and the profiles there are. */
#pragma once

#include "tenure-window.h"

G_BEGIN_DECLS

/** A new menu; @role is what the window shows. */
GMenuModel *tenure_profile_menu_new (TenureSession *session, TenureRole role);
/** Adds win.register, win.set-password (s: link or ""), win.role (s: "administrator" or "reviewer"), win.sign-out. */
void tenure_profile_menu_add_actions (TenureWindow *window);
/** What the window shows of @session: the reviewer's pages if @reviewer, or by who is signed in. */
TenureRole tenure_profile_menu_role (TenureSession *session, gboolean reviewer);

G_END_DECLS
