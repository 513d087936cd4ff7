/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customers of the platform, for its staff: grants, freezes, orders on their behalf, marks. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Actions: customers.grant-coupon, .grant-discount, .freeze, .order (s: account), customers.mark. */
#define TENURE_TYPE_CUSTOMERS_PAGE (tenure_customers_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureCustomersPage, tenure_customers_page, TENURE, CUSTOMERS_PAGE, TenurePage)
TenurePage *tenure_customers_page_new (TenureSession *session);

G_END_DECLS
