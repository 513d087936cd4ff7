/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: the sidebar, the page, the profile it works on; or the welcome page while there is none. */
#pragma once

#include "tenure-application.h"
#include "tenure-page.h"
#include "tenure-toast.h"

G_BEGIN_DECLS

/** Actions: win.go (s: "renewals/auto"), win.search, win.back, win.menu, win.top-up, win.advance-clock,
 * win.open-profile (s: uuid), win.new-profile (s: "practice", "real" or "register"), win.try-sample,
 * win.show-order (s: number), and those of tenure-profile-menu.h. */
#define TENURE_TYPE_WINDOW (tenure_window_get_type ())
G_DECLARE_FINAL_TYPE (TenureWindow, tenure_window, TENURE, WINDOW, AdwApplicationWindow)

TenureWindow *tenure_window_new (TenureApplication *application);
/** Opens a profile by uuid (NULL: the last one); where there is none, shows the welcome page. */
void tenure_window_open (TenureWindow *self, const char *uuid);
void tenure_window_set_session (TenureWindow *self, TenureSession *session);
/** Whose pages are shown: an account's (to begin with), or the reviewer's. */
void tenure_window_set_role (TenureWindow *self, TenureRole role);
/** NULL on the welcome page. */
TenureSession *tenure_window_session (TenureWindow *self);
/** The page shown; NULL on the welcome page. */
TenurePage *tenure_window_page (TenureWindow *self);

G_END_DECLS
