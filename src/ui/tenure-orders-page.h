/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 我的订单 and 待支付订单. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Shown with the name of an order type ("unsubscription"), My orders filters by it. */
#define TENURE_TYPE_ORDERS_PAGE (tenure_orders_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureOrdersPage, tenure_orders_page, TENURE, ORDERS_PAGE, TenurePage)
TenurePage *tenure_orders_page_new (TenureSession *session);
TenurePage *tenure_orders_page_new_unpaid (TenureSession *session);

G_END_DECLS
