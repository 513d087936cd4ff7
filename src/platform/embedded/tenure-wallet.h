/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instruments that one order is paid with: what a command names, or what was chosen for the order before. */
#pragma once

#include "tenure-decision.h"
#include "tenure-payment.h"

G_BEGIN_DECLS

/** Instruments as the order sees them: what it holds of them itself is free for it. */
typedef struct
{
  GPtrArray *copies; /* TenureCoupon whose texts are the world's */
  const TenureCoupon *discount, *voucher;
  GPtrArray *flexi, *cards; /* TenureCoupon */
} TenureWallet;

/** Those named; what is not there or of another kind refuses the whole. */
TenureWallet *tenure_wallet_named (const TenureWorld *world, const TenureOrder *order, const char *discount,
                                   const char *voucher, char **flexi, char **card, TenureDecision *decision);
/** Those that @order holds, each worth what it holds of it. */
TenureWallet *tenure_wallet_chosen (const TenureWorld *world, const TenureOrder *order);
void tenure_wallet_free (TenureWallet *self);
/** What @order costs and what limits of instruments look at, paid with @self. Borrowed from both. The balance is the
 * caller's. */
TenurePaymentInput tenure_wallet_input (const TenureWallet *self, const TenureWorld *world, const TenureOrder *order,
                                        GPtrArray *leaves);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureWallet, tenure_wallet_free)

G_END_DECLS
