/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giving terms back: one order a main resource, a line a term (rules 1, 2, 3). */
#pragma once

#include "tenure-decision.h"
#include "tenure-refund.h"

G_BEGIN_DECLS

/** What is given back of one main resource and its bound parts, term by term. */
typedef struct
{
  GPtrArray *resources; /* TenureResource, one a term; borrowed */
  GArray *terms;        /* const TenureTerm * */
  GArray *results;      /* TenureRefundResult */
  GPtrArray *steps;     /* TenureSteps */
  TenureRefusal *refusal;
} TenureReturn;

TenureReturn *tenure_return_new (void);
void tenure_return_free (TenureReturn *self);
/** Still paid for and not over: what can be given back. */
gboolean tenure_return_stands (const TenureWorld *world, const TenureTerm *term);
/** … and not begun. */
gboolean tenure_return_unstarted (const TenureWorld *world, const TenureTerm *term);
/** Computes one term's refund; @five_day: a TenureFiveDay. A rule's no is in the refusal. */
gboolean tenure_return_add (TenureReturn *self, const TenureWorld *world, const TenureResource *resource,
                            const TenureTerm *term, TenureFiveDay five_day, GError **error);
/** The refund order: lines with what each term gives back. */
TenureOrder *tenure_return_order (const TenureReturn *self, const TenureWorld *world, GError **error);
/** The items for people, in the order of the terms. */
void tenure_return_items (const TenureReturn *self, TenureDecision *decision, TenureVerb verb,
                          const TenureResource *head);
/** Actual refunds of the items that go ahead, in sum. */
gboolean tenure_return_sum (const TenureReturn *self, TenureMoney *sum, GError **error);
/** The resources of @order, which gives renewal periods back, end before these. */
void tenure_return_shorten (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order);
/** Renewal periods are what @order gives back: when the resource ends without them; else TENURE_TIME_UNKNOWN. */
TenureTime tenure_return_shortens_to (const TenureOrder *order);
/** The accepted refund orders: what is owed goes from revenue to the customer's refunding account, the terms are
 * marked, the money's return is scheduled. */
gboolean tenure_return_accept (TenureDecision *decision, const TenureWorld *world, GPtrArray *orders, GArray *refs,
                               TenureRef whole, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureReturn, tenure_return_free)

G_END_DECLS
