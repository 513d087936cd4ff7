/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of commands, roles, accounts and marks; translated static strings. */
#pragma once

#include "tenure-wording.h"

G_BEGIN_DECLS

const char *tenure_word_charging (TenureCharging value);
const char *tenure_word_role (TenureRole value);
const char *tenure_word_unit_kind (TenureUnitKind value);
const char *tenure_word_application_state (TenureApplicationState value);
const char *tenure_word_mark (TenureMark value);
const char *tenure_word_coupon_state (TenureCouponState value);
const char *tenure_word_coupon_status (TenureCouponStatus value);
/** What an instrument is limited to, in one line; empty when it is not. Free with g_free. */
char *tenure_word_coupon_limits (TenureCatalogue *catalogue, const TenureCoupon *coupon);
/** What moved money, by the entry's kind: "payment", "grant" … */
const char *tenure_word_movement (const char *kind);

G_END_DECLS
