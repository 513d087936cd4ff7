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

G_END_DECLS
