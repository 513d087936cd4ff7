/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Discounts that an order is placed with (商务折扣, 促销折扣), and until when it can be paid (rules 8.4, 8.7). */
#pragma once

#include "tenure-orders.h"

G_BEGIN_DECLS

/** Fixes the better discount of this moment in a line that has its official price: discount, due, which one. */
gboolean tenure_discount_line (const TenureWorld *world, TenureOrderLine *line, TenureSteps *steps, GError **error);
/** Until when an order of those @leaves (TenureOrder) can be paid that is payable since @since; @coupon: the 折扣券
 * chosen for it, or NULL. */
TenureTime tenure_discount_deadline (const TenureWorld *world, GPtrArray *leaves, TenureTime since,
                                     const TenureCoupon *coupon);
/** When the first of the promotions ends that those @leaves were placed with; TENURE_TIME_UNKNOWN: none does. */
TenureTime tenure_discount_promotion_end (const TenureWorld *world, GPtrArray *leaves);
/** Why an order of those @leaves, placed with a promotion that is over, cannot be paid: only @coupon, a 折扣券 in the
 * promotion's place, still pays it. NULL: it can. Source: rules 8.4. */
TenureRefusal *tenure_discount_refusal (const TenureWorld *world, GPtrArray *leaves, const TenureCoupon *coupon);
/** TRUE when a line of @order has a promotion that is not given back. */
gboolean tenure_discount_forbids_refund (const TenureWorld *world, const TenureOrder *order);
/** Moves the date until when the order, its children with it, can be paid. */
void tenure_discount_move (TenureDecision *decision, const TenureOrder *order, GPtrArray *leaves, TenureTime deadline);
/** The order waits for payment from now on: status, deadline, lapse; its children too. */
void tenure_discount_await (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order);
/** … or goes on at once when it costs nothing. */
gboolean tenure_discount_approve (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order,
                                  GError **error);

G_END_DECLS
