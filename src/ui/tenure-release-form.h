/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 释放: what goes and what stays, that nothing can be recovered, and a second confirmation (A2-18). */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

/** Floating. */
TenurePlanForm *tenure_release_form_new (TenureSession *session, const char *const *resources);

G_END_DECLS
