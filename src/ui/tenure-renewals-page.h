/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 续费管理: four tabs of what is renewed how. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Shown with the name of a mode ("auto"), it turns to that tab. */
#define TENURE_TYPE_RENEWALS_PAGE (tenure_renewals_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureRenewalsPage, tenure_renewals_page, TENURE, RENEWALS_PAGE, TenurePage)
TenurePage *tenure_renewals_page_new (TenureSession *session);

G_END_DECLS
