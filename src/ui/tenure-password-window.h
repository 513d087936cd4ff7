/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 设置密码 by the link of a mail, and 忘记密码 by an SMS code. */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

/** Action: password.set. */
#define TENURE_TYPE_PASSWORD_WINDOW (tenure_password_window_get_type ())
G_DECLARE_FINAL_TYPE (TenurePasswordWindow, tenure_password_window, TENURE, PASSWORD_WINDOW, AdwWindow)
/** By a link; NULL: its text is asked for. @account: key of the account whose it is, or NULL: not known. */
TenurePasswordWindow *tenure_password_window_present (GtkWidget *parent, TenureSession *session, const char *link,
                                                      const char *account);
/** By an SMS code, or by a new link; @login may be empty. */
TenurePasswordWindow *tenure_password_window_present_forgotten (GtkWidget *parent, TenureSession *session,
                                                                const char *login);

G_END_DECLS
