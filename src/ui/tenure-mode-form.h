/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 设为手动续费, 设为自动续费, 修改自动续费. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_MODE_FORM (tenure_mode_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureModeForm, tenure_mode_form, TENURE, MODE_FORM, TenurePlanForm)
/** @mode: manual or automatic; @modify: they are automatic already, and the times left can be kept. */
TenurePlanForm *tenure_mode_form_new (TenureSession *session, const char *const *resources, TenureMode mode,
                                      gboolean modify);

G_END_DECLS
