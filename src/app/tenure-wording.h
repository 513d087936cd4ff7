/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for data: steps, refusals, statuses, in the language of the moment. */
#pragma once

#include "tenure-plan.h"
#include "tenure-catalogue.h"
#include "tenure-query.h"

G_BEGIN_DECLS

/** The locale of the environment and the words of its language: first of all in main(). Not installed, the words are
 * found in $TENURE_LOCALEDIR. */
void tenure_words_init (void);

/** Labels exactly as the guide has them; translated static strings. */
const char *tenure_word_order_status (TenureOrderStatus status);
const char *tenure_word_order_type (TenureOrderType type);
const char *tenure_word_order_source (TenureOrderSource source);
const char *tenure_word_mode (TenureMode mode);
const char *tenure_word_life (TenureLife life);
const char *tenure_word_resource_status (TenureResourceStatus status);
/** Empty for none. */
const char *tenure_word_freeze (TenureFreeze freeze);
const char *tenure_word_refund_kind (TenureRefundKind kind);
const char *tenure_word_coupon_kind (TenureCouponKind kind);
const char *tenure_word_verb (TenureVerb verb);
const char *tenure_word_reason (int reason);
const char *tenure_word_command (TenureCommandKind kind);
/** What a journal event's kind is called, the kind itself when it has no words; free with g_free. */
char *tenure_word_journal (const char *kind);
/** A sentence; free with g_free. Unknown rules give their id, never nothing. */
char *tenure_word_refusal (const TenureRefusal *refusal);
char *tenure_word_step (const TenureStep *step);
/** One argument by its type and name: "¥8.00", "344 hours", "10%". */
char *tenure_word_operand (const TenureOperand *operand);
/** A setting's canonical text in words: "auto/12/3", "manual", "unpaid", or what it says; free with g_free. */
char *tenure_word_value (const char *value);
/** Where a figure of a policy is from, as its file says it, in the language of the moment. */
const char *tenure_word_source (const char *source);
/** All steps, one a line, with their sources. */
char *tenure_word_steps (const TenureSteps *steps);
char *tenure_word_difference (const TenureDifference *difference);
/** "¥1,234.50", with the sign in front; unknown is a dash with its reason in the tooltip. */
char *tenure_word_money (TenureMoney money);
/** "2026-11-23", "2026-11-23 10:00:00" and "in 3 days" / "3 days ago". */
char *tenure_word_day (TenureTime time);
char *tenure_word_time (TenureTime time);
char *tenure_word_days_left (TenureTime time, TenureTime now);
/** "1 month", "2 years". */
char *tenure_word_duration (int months);
/** "1–9 months, 1–3 years". */
char *tenure_word_durations (TenureDurations durations);
/** "Unlimited" or the number. */
char *tenure_word_times (int times);
/** TRUE when the language of the moment is Chinese: which of the catalogue's own names are shown. */
gboolean tenure_word_is_chinese (void);
/** Product of a record or item in the language of the moment. */
const char *tenure_word_product (TenureCatalogue *catalogue, const char *offer, const char *fallback);

G_END_DECLS
