/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the rules share: policies and their variants, and values written as text. */
#pragma once

#include "../tenure-test.h"
#include "tenure-error.h"
#include "tenure-explain.h"
#include "tenure-policy.h"
#include "tenure-refund.h"

#define PROPERTY_INPUTS 10000

/** A policy of this tree, changed by @edits: `refund.unit="days" renewal.month_end="sticky"`, or NULL. Owned. */
TenurePolicy *rules_policy (const char *name, const char *edits);
/** NULL is unknown; a date alone is its 00:00:00, respectively its 23:59:59. */
TenureTime rules_time (const char *text);
TenureTime rules_end (const char *text);
TenureDay rules_day (const char *text);
/** NULL is zero; "?" is unknown; a minus sign is allowed. */
TenureMoney rules_money (const char *text);

/** One flexi coupon and one card, for the input of a refund that they paid; the memory is used again after many. */
const TenureInstrument *rules_instruments (const TenureChannels *paid, TenureTime flexi_expiry, TenureTime card_expiry);

/** NULL expects 0.00. */
void rules_assert_money (TenureMoney money, const char *expected);
void rules_assert_time (TenureTime time, const char *expected);
/** The rules of the steps, joined by spaces; every step must have a source and a result. Owned. */
char *rules_of_steps (const TenureSteps *steps);
/** The @nth step of a rule, from 0. */
const TenureStep *rules_step (const TenureSteps *steps, const char *rule, guint nth);
