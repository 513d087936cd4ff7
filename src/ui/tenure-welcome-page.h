/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a first start shows: four ways to begin. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TENURE_TYPE_WELCOME_PAGE (tenure_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureWelcomePage, tenure_welcome_page, TENURE, WELCOME_PAGE, AdwBin)
/** Says why no profile is open, in place of the greeting. */
void tenure_welcome_page_say (TenureWelcomePage *self, const char *text);

G_END_DECLS
