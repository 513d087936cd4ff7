/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 续费, 批量续费 and 统一到期日: a duration, and whether up to the unified day. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_RENEW_FORM (tenure_renew_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureRenewForm, tenure_renew_form, TENURE, RENEW_FORM, TenurePlanForm)
/** @can_unify: unified expiry is offered (manual and automatic tabs); @unify: it is what was asked for. */
TenurePlanForm *tenure_renew_form_new (TenureSession *session, const char *const *resources, gboolean can_unify,
                                       gboolean unify);

G_END_DECLS
