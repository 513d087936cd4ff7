/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 审批: the applications for an account, for the platform's staff. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Actions: applications.approve (s: number), applications.reject (s: number). */
#define TENURE_TYPE_APPLICATIONS_PAGE (tenure_applications_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureApplicationsPage, tenure_applications_page, TENURE, APPLICATIONS_PAGE, TenurePage)
TenurePage *tenure_applications_page_new (TenureSession *session);

G_END_DECLS
