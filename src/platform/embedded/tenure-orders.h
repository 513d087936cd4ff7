/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What making, paying, taking effect and closing orders brings with it; shared by commands and dated events. */
#pragma once

#include "tenure-decision.h"
#include "tenure-payment.h"

G_BEGIN_DECLS

/** A new order of the stage's source and actor, without lines; @n_lines lines are there to be filled. */
TenureOrder *tenure_order_draft (const TenureWorld *world, TenureOrderType type, guint n_lines);
TenureOrder *tenure_order_copy (const TenureOrder *order);
void tenure_order_free (TenureOrder *order);
/** Sums lines into the order: official, discount, due, channels. */
gboolean tenure_order_total (TenureOrder *order, GError **error);
/** Copies what @resource is into a line; @main_index -1 for a main resource. */
void tenure_order_line_fill (TenureOrderLine *line, const TenureResource *resource, int main_index);

/** Makes the drafts (TenureOrder, taken): one is a plain order, several get a composite parent that carries the sums.
 * Fills @refs (TenureRef, one a draft) and the reference of the whole. */
gboolean tenure_orders_place (TenureDecision *decision, const TenureWorld *world, GPtrArray *drafts, GArray *refs,
                              TenureRef *whole, GError **error);
/** The order waits for payment: its lapse is scheduled and it holds its resources. */
void tenure_orders_wait (TenureDecision *decision, GPtrArray *drafts, GArray *refs, TenureRef whole);

/** Puts a payment onto @orders (TenureOrder with lines): amounts, channels, status, times. */
gboolean tenure_orders_settle (const TenureWorld *world, GPtrArray *orders, const TenurePaymentResult *payment,
                               GError **error);
/** Ledger, instruments, and what follows: delivery is scheduled, or a renewal takes effect. */
gboolean tenure_orders_take_effect (TenureDecision *decision, const TenureWorld *world, GPtrArray *orders, GArray *refs,
                                    const TenurePaymentResult *payment, GError **error);
/** Makes the drafts (taken) and with @pay pays them from the balance; what costs nothing waits only beside what does:
 * their status says so afterwards. */
gboolean tenure_orders_submit (TenureDecision *decision, const TenureWorld *world, GPtrArray *orders, gboolean pay,
                               GError **error);
/** At the end of a decision that paid orders: what they made yearly/monthly is charged for its last started hour, from
 * what is @left of the balance. */
gboolean tenure_orders_end_metering (TenureDecision *decision, const TenureWorld *world, TenureMoney left,
                                     GError **error);
/** The whole order is cancelled: its resources are free again and its renewals may be ordered anew. */
void tenure_orders_close (TenureDecision *decision, const TenureWorld *world, const TenureOrder *whole,
                          TenureTime finished);

/** A dated event of a resource. */
void tenure_orders_schedule_resource (TenureDecision *decision, const char *kind, TenureTime due, TenureRef ref);
/** The dated events of a resource as it will be; what was scheduled for it goes. @head: main resources only. */
void tenure_orders_schedule_life (TenureDecision *decision, const TenureWorld *world, TenureRef ref,
                                  const TenureResource *head, TenureTime after);
/** The voucher among what was spent on the order, or NULL. */
const TenureCoupon *tenure_orders_voucher (const TenureWorld *world, gint64 order_id);

G_END_DECLS
