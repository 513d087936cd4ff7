/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coupons and cards named for a merged payment (合并支付): its orders take from them in turn. */
#pragma once

#include "tenure-command-params.h"
#include "tenure-wallet.h"

G_BEGIN_DECLS

typedef struct _TenurePurse TenurePurse;

/** What @pay names, for @orders, those of the payment that can be paid; of the two that are used once, 折扣券 and
 * 代金券, the first goes to the order whose amount due it lowers most, the second to the one of which it pays most, and
 * not both to one. What is not there refuses the whole, and so does a 折扣券 that makes none cheaper.
 * NULL on errors. All is borrowed. */
TenurePurse *tenure_purse_new (const TenureWorld *world, const TenurePay *pay, GPtrArray *orders,
                               TenureDecision *decision, GError **error);
void tenure_purse_free (TenurePurse *self);
/** What of it may pay @order. It borrows from the purse. NULL on errors. */
TenureWallet *tenure_purse_wallet (TenurePurse *self, const TenureOrder *order, GPtrArray *leaves, GError **error);
/** One order is paid with @wallet: what follows has less. @uses: TenureCouponUse. */
void tenure_purse_spend (TenurePurse *self, const TenureWallet *wallet, const GArray *uses);
/** What no order is paid with refuses the whole, with the last order's reason. */
void tenure_purse_close (TenurePurse *self, TenureDecision *decision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenurePurse, tenure_purse_free)

G_END_DECLS
