/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with orders besides paying: cancelling, confirming. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

/** Cancels unpaid orders (取消); names the children that go with a composite one. Floating. */
TenurePlanForm *tenure_cancel_form_new (TenureSession *session, const char *const *orders);
/** 待确认: accepts what was ordered on the account's behalf, or declines it. Floating. */
TenurePlanForm *tenure_confirm_form_new (TenureSession *session, const char *const *orders, gboolean accept);

G_END_DECLS
