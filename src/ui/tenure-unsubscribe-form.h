/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 退订使用中的资源: the refund page with its sentences and the reason. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_UNSUBSCRIBE_FORM (tenure_unsubscribe_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureUnsubscribeForm, tenure_unsubscribe_form, TENURE, UNSUBSCRIBE_FORM, TenurePlanForm)
TenurePlanForm *tenure_unsubscribe_form_new (TenureSession *session, const char *const *resources);

G_END_DECLS
