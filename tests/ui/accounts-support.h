/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flow around accounts reads from the profile beside the window. */
#pragma once

#include "tenure-session.h"

G_BEGIN_DECLS

/** The code or the whole link of the newest message that holds one, or NULL; free with g_free. */
char *accounts_newest_code (TenureSession *session);
char *accounts_newest_link (TenureSession *session);
/** Number of the newest application in @state ("submitted" …), or NULL; free with g_free. */
char *accounts_application (TenureSession *session, const char *state);
/** Name of a Huawei account that meets all conditions, or that does not; NULL: there is none. Free with g_free. */
char *accounts_huawei (TenureSession *session, gboolean eligible);
/** Whether @text stands in any file below @folder. */
gboolean accounts_left_in (const char *folder, const char *text);

G_END_DECLS
