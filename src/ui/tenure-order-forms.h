/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with orders besides paying: cancelling, confirming; in practice, letting their
 * delivery fail. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

/** Cancels unpaid orders (取消); names the children that go with a composite one. Floating. */
TenurePlanForm *tenure_cancel_form_new (TenureSession *session, const char *const *orders);
/** 待确认: accepts what was ordered on the account's behalf, or declines it. Floating. */
TenurePlanForm *tenure_confirm_form_new (TenureSession *session, const char *const *orders, gboolean accept);
/** Practice: what was ordered will not be delivered and is unsubscribed by the system (A1-14). Floating. */
TenurePlanForm *tenure_fail_form_new (TenureSession *session, const char *order);

G_END_DECLS
