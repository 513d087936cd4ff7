/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of an order become resources, or cannot. */
#pragma once

#include "tenure-decision.h"

G_BEGIN_DECLS

/** The lines that do not fail come into being: with a first period, as a package that begins on its day, or metered
 * from this hour on. @ref: the order, which may be made by this decision. */
gboolean tenure_delivery (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, TenureRef ref,
                          GError **error);
/** Marks the lines that were told to fail and unsubscribes them for the system: all that was paid comes back, vouchers
 * too, no quota is used (rules 2.3, 3.3; A1-14). Nothing when none fails. */
gboolean tenure_delivery_fail (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order,
                               GError **error);

G_END_DECLS
