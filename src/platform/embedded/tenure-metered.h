/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Metered use in decisions: hours charged, arrears begun and paid, what is metered from now on or no longer (A1-12). */
#pragma once

#include "tenure-decision.h"
#include "tenure-metering.h"

G_BEGIN_DECLS

/** Charges the hours of @resources (TenureResource; what is not metered or frozen for arrears is left out) before
 * @until from packages, with @instruments coupons, and @balance: entry, bill rows, draws. @stop: not beyond the hour in
 * which the money ends. Answers up to where it is charged. */
gboolean tenure_metered_charge (TenureDecision *decision, const TenureWorld *world, GPtrArray *resources,
                                TenureMoney balance, gboolean instruments, TenureTime until, gboolean stop,
                                TenureTime *charged, GError **error);
/** What is metered no longer: charges the started hours, the last one included. Call it once a decision, for all that
 * end, and end or convert them afterwards. @balance and @instruments: as above. */
gboolean tenure_metering_close (TenureDecision *decision, const TenureWorld *world, GPtrArray *resources,
                                TenureMoney balance, gboolean instruments, GError **error);
/** The price of an hour of @resource; FALSE when the catalogue has none. */
gboolean tenure_metered_price (const TenureWorld *world, const TenureResource *resource, TenureMoney *price);
/** The account's next charge, at the full hour after @after, unless one is pending. */
void tenure_metered_schedule (TenureDecision *decision, const TenureWorld *world, TenureTime after);
/** What was stopped for arrears goes on from this hour; @lift: its freeze ends, otherwise another takes its place. */
void tenure_metered_go_on (TenureDecision *decision, const TenureWorld *world, const TenureResource *resource,
                           gboolean lift);
/** A yearly/monthly resource with its bound parts is metered from now on. */
void tenure_metered_begin (TenureDecision *decision, const TenureWorld *world, const TenureResource *head);
/** TRUE while what is metered is stopped, because what is owed was not paid in time. */
gboolean tenure_metered_stopped (const TenureWorld *world);

/** Money comes in: of @amount what is owed is paid first, with a posting; *paid is how much. When all is paid, what
 * was stopped goes on. The world must know what is metered. */
gboolean tenure_arrears_pay (TenureDecision *decision, const TenureWorld *world, TenureMoney amount, GArray *postings,
                             TenureMoney *paid, GError **error);

/** A bill row of a paid order or, with negative amounts, of a returned one; behind its ledger entry. */
void tenure_bill_order (TenureDecision *decision, const TenureOrder *order, TenureRef ref, TenureTime at);

G_END_DECLS
