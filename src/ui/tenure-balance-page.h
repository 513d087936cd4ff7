/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 余额与优惠: the balance with its movements, coupons and cards, discounts (A2-41). */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

#define TENURE_TYPE_BALANCE_PAGE (tenure_balance_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureBalancePage, tenure_balance_page, TENURE, BALANCE_PAGE, TenurePage)
TenurePage *tenure_balance_page_new (TenureSession *session);

G_END_DECLS
