/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 退订使用中的资源, 退订未生效的资源: the refund page with its sentences and the reason. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_UNSUBSCRIBE_FORM (tenure_unsubscribe_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureUnsubscribeForm, tenure_unsubscribe_form, TENURE, UNSUBSCRIBE_FORM, TenurePlanForm)
/** @pending: resources that have not started (未生效). Floating. */
TenurePlanForm *tenure_unsubscribe_form_new (TenureSession *session, const char *const *resources, gboolean pending);

G_END_DECLS
