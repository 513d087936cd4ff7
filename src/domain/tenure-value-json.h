/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the domain's values stand in our JSON: exactly, and readable. Unknown is null, never zero. */
#pragma once

#include "tenure-explain.h"
#include "tenure-json.h"

G_BEGIN_DECLS

/** Canonical text, or null for TENURE_MONEY_UNKNOWN. */
TenureJson *tenure_value_from_money (TenureMoney money);
gboolean tenure_value_to_money (const TenureJson *json, TenureMoney *money);
/** `YYYY-MM-DD HH:MM:SS`, China time, or null for TENURE_TIME_UNKNOWN. */
TenureJson *tenure_value_from_time (TenureTime time);
gboolean tenure_value_to_time (const TenureJson *json, TenureTime *time);
/** The string, or NULL for null; FALSE for any other type. Borrowed. */
gboolean tenure_value_to_text (const TenureJson *json, const char **text);
/** A number that fits an int. */
gboolean tenure_value_to_int (const TenureJson *json, int *value);

/** Steps as an array of {"rule", "source", "operands", "result"}. */
TenureJson *tenure_value_from_steps (const TenureSteps *steps);
TenureSteps *tenure_value_to_steps (const TenureJson *json, GError **error);
/** A refusal as {"rule", "field", "operands"}. */
TenureJson *tenure_value_from_refusal (const TenureRefusal *refusal);
TenureRefusal *tenure_value_to_refusal (const TenureJson *json, GError **error);

G_END_DECLS
