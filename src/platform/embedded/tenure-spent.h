/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the coupons and cards of paid orders paid of each of their lines, and so of each term. */
#pragma once

#include "tenure-refund.h"
#include "tenure-world.h"

G_BEGIN_DECLS

/** One instrument's part in paying one line of an order: the ledger says what it paid of the order, and the lines took
 * from the instruments of a kind one after the other. */
typedef struct
{
  gint64 order_id, resource_id;
  guint failed; /* of a line that could not be delivered: the how-maniest of the order, from 1 */
  TenureInstrument instrument;
} TenureSpent;

/** Of one order. Inside a job. */
gboolean tenure_spent_load_order (TenureWorld *world, TenureConnection *connection, gint64 order_id, GError **error);
/** Of the terms of the world's resources. */
gboolean tenure_spent_load_terms (TenureWorld *world, TenureConnection *connection, GError **error);
/** Of the orders whose failed lines the world's orders give back. */
gboolean tenure_spent_load_failed (TenureWorld *world, TenureConnection *connection, GError **error);

/** What paid the part of @order_id that is of @resource_id: TenureInstrument, owned. */
GArray *tenure_spent_on_term (const TenureWorld *world, gint64 order_id, gint64 resource_id);
/** What paid for the line that line @index of @refund gives back and that can still hold it at the time of @refund:
 * TenureInstrument, owned. */
GArray *tenure_spent_on_refund (const TenureWorld *world, const TenureOrder *refund, guint index);

/** What of what @refund gives back can still go back now: what expired since it was asked for is lost. */
gboolean tenure_spent_still (const TenureWorld *world, const TenureOrder *refund, TenureChannels *back, GError **error);

G_END_DECLS
