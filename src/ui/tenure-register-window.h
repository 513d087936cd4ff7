/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 注册: from the choice of a Huawei Cloud account over the form to "submitted". */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

/** Actions: register.next, register.back, register.submit. */
#define TENURE_TYPE_REGISTER_WINDOW (tenure_register_window_get_type ())
G_DECLARE_FINAL_TYPE (TenureRegisterWindow, tenure_register_window, TENURE, REGISTER_WINDOW, AdwWindow)
TenureRegisterWindow *tenure_register_window_present (GtkWidget *parent, TenureSession *session);
/** The page shown: "account", "form", "waiting" or "submitted"; borrowed. */
const char *tenure_register_window_page (TenureRegisterWindow *self);

G_END_DECLS
