/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 云服务退订: resources in use, and renewals that have not started. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Shown with "conditional", "five-day" or "periods", it turns to that tab. */
#define TENURE_TYPE_UNSUBSCRIBE_PAGE (tenure_unsubscribe_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureUnsubscribePage, tenure_unsubscribe_page, TENURE, UNSUBSCRIBE_PAGE, TenurePage)
TenurePage *tenure_unsubscribe_page_new (TenureSession *session);

G_END_DECLS
