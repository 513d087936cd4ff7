/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From yearly/monthly to pay-per-use and back (包周期转按需, 按需转包周期), and what packages hold by their periods. */
#pragma once

#include "tenure-decision.h"

G_BEGIN_DECLS

/** 到期转按需: it expired this second, and goes on by the hour. Not while it or its account is frozen, nor when the
 * catalogue has no hourly price for it: then it expires like any other. */
gboolean tenure_period_converts (const TenureWorld *world, const TenureResource *head);
/** Makes the order that says so, and what is metered. An order that waited for its renewal goes (rules 8.2). */
gboolean tenure_period_convert (TenureDecision *decision, const TenureWorld *world, const TenureResource *head,
                                GError **error);
/** A paid 按需转包周期: yearly/monthly from now on. Its last started hour is noted to be charged (decision->ending). */
void tenure_period_takes_effect (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order,
                                 TenureRef ref, const TenureCoupon *voucher);

/** 自动续费 ticked with a paid @line: what @later will be renews itself; a bound part, or what does so already,
 * stays. */
void tenure_period_renews_itself (TenureDecision *decision, const TenureWorld *world, const TenureOrderLine *line,
                                  TenureResource *later);

/** What the package of this spec holds for @months, at 10^-8 of its unit; 0 when it is none, or for an overflow. */
gint64 tenure_package_holds (const TenureWorld *world, const char *offer, const char *spec, int months);
/** A renewal of a package was paid: it holds more when the new period begins. */
void tenure_package_renewed (TenureDecision *decision, const TenureWorld *world, const TenureResource *package,
                             int months);

G_END_DECLS
