/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 操作记录: the journal in words, newest first. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Action: activity.verify. */
#define TENURE_TYPE_ACTIVITY_PAGE (tenure_activity_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureActivityPage, tenure_activity_page, TENURE, ACTIVITY_PAGE, TenurePage)
TenurePage *tenure_activity_page_new (TenureSession *session);

G_END_DECLS
