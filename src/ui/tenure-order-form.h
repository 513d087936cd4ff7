/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 购买: the form of one offer. Its rows follow from the offer's flags: bandwidth, a bound part, specifications. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_ORDER_FORM (tenure_order_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureOrderForm, tenure_order_form, TENURE, ORDER_FORM, TenurePlanForm)
TenurePlanForm *tenure_order_form_new (TenureSession *session, const TenureOffer *offer);
/** By the platform's staff, on behalf of the customer @account, who confirms and pays. */
TenurePlanForm *tenure_order_form_new_for (TenureSession *session, const TenureOffer *offer, const char *account);

G_END_DECLS
