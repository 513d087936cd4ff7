/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the way of anything on a resource, whatever is wanted (A1-18, rules 3.4, 4.1). */
#pragma once

#include "tenure-decision.h"

G_BEGIN_DECLS

/** Bound to another, gone, or held by an order: NULL when it is free to be acted on. */
TenureRefusal *tenure_guard_resource (const TenureWorld *world, const TenureResource *resource);
/** The account, or the resource by the police, is frozen. */
TenureRefusal *tenure_guard_freeze (const TenureWorld *world, const TenureResource *resource);
/** Refuses the whole when the account is frozen. */
void tenure_guard_account (TenureDecision *decision, const TenureWorld *world);
/** Its offer is withdrawn (已下架). */
TenureRefusal *tenure_guard_withdrawn (const TenureWorld *world, const TenureResource *resource);
/** Of one among several: a withdrawn product takes no part in batches (A1-21), or NULL. */
TenureRefusal *tenure_guard_batch (const TenureWorld *world, const TenureResource *resource);
/** Writes down first what has lapsed by its date and still stands in the records of @resource. */
void tenure_guard_settle (TenureDecision *decision, const TenureWorld *world, const TenureResource *resource);
/** A refusal of the whole when more than @limit (0: none) of @count are named. */
void tenure_guard_limit (TenureDecision *decision, const char *field, guint count, int limit);
/** Each text once, in order; free with g_ptr_array_unref, elements are borrowed. */
GPtrArray *tenure_guard_distinct (char **keys);
/** What has to be paid in money against the balance: sets the balances, or refuses the whole. */
gboolean tenure_guard_balance (TenureDecision *decision, const TenureWorld *world, TenureMoney cash, GError **error);

G_END_DECLS
