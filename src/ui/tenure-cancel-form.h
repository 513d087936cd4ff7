/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 取消: orders not yet paid are given up. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_CANCEL_FORM (tenure_cancel_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureCancelForm, tenure_cancel_form, TENURE, CANCEL_FORM, TenurePlanForm)
TenurePlanForm *tenure_cancel_form_new (TenureSession *session, const char *const *orders);

G_END_DECLS
