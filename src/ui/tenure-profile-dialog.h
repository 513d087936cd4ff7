/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a profile: name, customer level, rules; or the sample institution without questions. */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

/** Called once; @session is NULL when nothing was made. */
typedef void (*TenureProfileMade) (TenureSession *session, gpointer data);

#define TENURE_TYPE_PROFILE_DIALOG (tenure_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenureProfileDialog, tenure_profile_dialog, TENURE, PROFILE_DIALOG, AdwWindow)
/** @registration: whether it begins with the registration of an account is ticked. */
void tenure_profile_dialog_present (GtkWidget *parent, gboolean practice, gboolean registration, TenureProfileMade made,
                                    gpointer data);
/** A practice profile with 60 resources, at once. */
void tenure_profile_dialog_present_sample (GtkWidget *parent, TenureProfileMade made, gpointer data);

G_END_DECLS
