/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One resource's renewal with its bound parts: by command or by itself (rules 4, 5, 6). */
#pragma once

#include "tenure-decision.h"

G_BEGIN_DECLS

/** A renewal worked out: an order with a line a resource, and how each amount came about; or why not. */
typedef struct
{
  TenureOrder *order;     /* owned until it is stolen */
  GPtrArray *steps;       /* TenureSteps, one a line */
  TenureRefusal *refusal; /* then there is no order */
} TenureRenewalDraft;

void tenure_renewal_draft_clear (TenureRenewalDraft *self);
/** @months from the present expiry, up to the account's unified day with @unify. An overflow is an error. */
gboolean tenure_renewal_draft (const TenureWorld *world, const TenureResource *head, int months, gboolean unify,
                               TenureRenewalDraft *draft, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureRenewalDraft, tenure_renewal_draft_clear)

G_END_DECLS
