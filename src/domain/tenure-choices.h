/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For how long what exists already can be renewed, changed and attached to. */
#pragma once

#include "tenure-catalogue.h"
#include "tenure-records.h"

G_BEGIN_DECLS

/** What @resource can be renewed for: what its offer says; a package bought by the month only by the month, one bought
 * by the year only by the year, but that some may go from months to years (rules 4.2). */
TenureDurations tenure_resource_durations (const TenureOffer *offer, const TenureResource *resource);
/** The shortest term on sale, in months, that reaches from @from to @to: 1 to 11, 12, 24, … An odd rest is rounded up
 * (rules 4.6): the row of the fee table for what was bought for it. */
int tenure_remaining_term (TenureDay from, TenureDay to);

G_END_DECLS
