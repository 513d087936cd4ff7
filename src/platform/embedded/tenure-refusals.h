/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why something cannot be unsubscribed (不可退订; rules 3.1, 3.2, 3.4): asked by the commands, and for each row of the
 * lists. NULL: it can. */
#pragma once

#include "tenure-decision.h"

G_BEGIN_DECLS

/** What is in use: a main resource, or an add-on (加油包) that is attached to one. */
TenureRefusal *tenure_refuse_unsubscribe (const TenureWorld *world, const TenureResource *head);
/** What is not effective yet (未生效): a package that begins later. */
TenureRefusal *tenure_refuse_pending (const TenureWorld *world, const TenureResource *head);
/** The unstarted renewal periods from @from on (TENURE_TIME_UNKNOWN: all of them). */
TenureRefusal *tenure_refuse_periods (const TenureWorld *world, const TenureResource *head, TenureTime from);
/** The same for the choice of the expiry to keep: the earliest that nothing refuses is in @expiry; where all are
 * refused, or there is nothing to give back (TENURE_TIME_UNKNOWN), why the earliest is. */
TenureRefusal *tenure_refuse_all_periods (const TenureWorld *world, const TenureResource *head, TenureTime *expiry);
/** A period that is renewed for and has not begun; the first one of what has not begun is the resource itself. */
gboolean tenure_is_period (const TenureWorld *world, const TenureTerm *term);
/** A package that begins later: its unsubscription is another one. */
gboolean tenure_is_pending (const TenureWorld *world, const TenureResource *resource);

/** What the orders that paid for @head and what goes along say against giving it back. */
TenureRefusal *tenure_refuse_orders (const TenureWorld *world, const TenureResource *head);

G_END_DECLS
