/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop application: one instance, its windows, the sessions they share, settings of looks. */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

#define TENURE_TYPE_APPLICATION (tenure_application_get_type ())
G_DECLARE_FINAL_TYPE (TenureApplication, tenure_application, TENURE, APPLICATION, AdwApplication)

TenureApplication *tenure_application_new (void);
/** Looks only: window size, last profile. Borrowed. */
GSettings *tenure_application_settings (TenureApplication *self);
/** The session of a profile by uuid: windows of one profile share it, since only one may hold its driver lock.
 * NULL @uuid opens the profile that was open last. Opening settles what is due and blocks; free with g_object_unref. */
TenureSession *tenure_application_open (TenureApplication *self, const char *uuid, GError **error);
/** Makes a session just created known, so that another window of its profile shares it. */
void tenure_application_adopt (TenureApplication *self, TenureSession *session);

G_END_DECLS
