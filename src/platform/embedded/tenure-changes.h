/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders of type 变更: a change of size or flavour, and what is attached (A1-17, rules 4.9). The last line of such an
 * order is what it is about; where that is bound to another, or will be, the first line is the main resource, at 0. */
#pragma once

#include "tenure-decision.h"

G_BEGIN_DECLS

/** The main resource of @target, or itself. */
const TenureResource *tenure_change_head (const TenureWorld *world, const TenureResource *target);
/** Why nothing of @target can be changed, and nothing be attached to it. */
TenureRefusal *tenure_change_refusal (const TenureWorld *world, const TenureResource *target);
/** An order without amounts; @target NULL: something will be attached to @head. */
TenureOrder *tenure_change_draft (const TenureWorld *world, const TenureResource *head, const TenureResource *target);
/** The price of @price a month (or year) more than @old for what remains of @head's term; steps may be NULL. A rule's
 * no is in @refusal. */
gboolean tenure_change_price (const TenureWorld *world, const TenureResource *head, const TenureResource *old,
                              const TenureResource *new, TenureMoney *amount, TenureSteps *steps,
                              TenureRefusal **refusal, GError **error);
/** Delivery: what the paid order is about takes effect, and unstarted renewals can no longer be given back alone. */
gboolean tenure_change_deliver (const TenureWorld *world, const TenureOrder *order, TenureDecision *decision,
                                GError **error);

G_END_DECLS
