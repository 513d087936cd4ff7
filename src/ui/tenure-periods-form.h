/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 退订续费周期: which expiry each resource keeps; renewals after it are given back. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_PERIODS_FORM (tenure_periods_form_get_type ())
G_DECLARE_FINAL_TYPE (TenurePeriodsForm, tenure_periods_form, TENURE, PERIODS_FORM, TenurePlanForm)
TenurePlanForm *tenure_periods_form_new (TenureSession *session, const char *const *resources);

G_END_DECLS
