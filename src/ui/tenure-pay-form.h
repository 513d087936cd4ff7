/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 支付: orders are paid with coupons and cards as chosen, the rest from the balance. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_PAY_FORM (tenure_pay_form_get_type ())
G_DECLARE_FINAL_TYPE (TenurePayForm, tenure_pay_form, TENURE, PAY_FORM, TenurePlanForm)
/** @fresh: the orders were made a moment ago, so leaving says where they wait. */
TenurePlanForm *tenure_pay_form_new (TenureSession *session, const char *const *orders, gboolean fresh);
/** What follows an order: what was made first is paid, the one order or the composite one with its parts; NULL when
 * nothing is left to pay. Floating. */
TenurePlanForm *tenure_pay_form_after (TenureSession *session, const TenureOutcome *outcome);

G_END_DECLS
