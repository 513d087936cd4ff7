/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instruments that one order is paid with: what a command names, or what was chosen for the order before. */
#pragma once

#include "tenure-decision.h"
#include "tenure-payment.h"

G_BEGIN_DECLS

/** Instruments as the orders see them: what they hold of them themselves is free for them. */
typedef struct
{
  GPtrArray *copies; /* TenureCoupon whose texts are the world's */
  const TenureCoupon *discount, *voucher;
  GPtrArray *flexi, *cards; /* TenureCoupon */
} TenureWallet;

/** Those named, for @orders; what is not there or of another kind refuses the whole. */
TenureWallet *tenure_wallet_named (const TenureWorld *world, GPtrArray *orders, const char *discount,
                                   const char *voucher, char **flexi, char **card, TenureDecision *decision);
/** Those that @order holds, each worth what it holds of it. */
TenureWallet *tenure_wallet_chosen (const TenureWorld *world, const TenureOrder *order);
/** One alone, or the same as in @all, borrowed. */
TenureWallet *tenure_wallet_only (const TenureCoupon *coupon);
TenureWallet *tenure_wallet_borrow (const TenureWallet *all);
void tenure_wallet_free (TenureWallet *self);
void tenure_wallet_remove (TenureWallet *self, const TenureCoupon *coupon);
gboolean tenure_wallet_has (const TenureWallet *self, const TenureCoupon *coupon);
/** What @order costs and what limits of instruments look at, paid with @self. Borrowed from both. The balance is the
 * caller's. */
TenurePaymentInput tenure_wallet_input (const TenureWallet *self, const TenureWorld *world, const TenureOrder *order,
                                        GPtrArray *leaves);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureWallet, tenure_wallet_free)

G_END_DECLS
