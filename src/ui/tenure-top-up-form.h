/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 充值: money into the account's balance. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_TOP_UP_FORM (tenure_top_up_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureTopUpForm, tenure_top_up_form, TENURE, TOP_UP_FORM, TenurePlanForm)
TenurePlanForm *tenure_top_up_form_new (TenureSession *session);

G_END_DECLS
