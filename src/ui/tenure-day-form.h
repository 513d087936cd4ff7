/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account's two days: 统一到期日 and 自动续费扣款日. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_DAY_FORM (tenure_day_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureDayForm, tenure_day_form, TENURE, DAY_FORM, TenurePlanForm)
TenurePlanForm *tenure_day_form_new_unified (TenureSession *session);
TenurePlanForm *tenure_day_form_new_deduction (TenureSession *session);
/** "day 1 of the month", "the last day of the month"; @day as in TenureAccount. Free with g_free. */
char *tenure_day_form_word (int day);

G_END_DECLS
