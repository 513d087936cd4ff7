/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments, discounts and where the money went, for rules and for detail views. Inside jobs. */
#pragma once

#include "tenure-catalogue.h"
#include "tenure-store.h"
#include "tenure-trail.h"

G_BEGIN_DECLS

/** TenureCoupon of the account, all of them; locked is what unpaid orders hold, of a 折扣券 1 when one does. */
GPtrArray *tenure_facts_coupons (TenureConnection *connection, gint64 account_id, GError **error);
/** TenureDiscount of the account, those that are over too. */
GPtrArray *tenure_facts_discounts (TenureConnection *connection, gint64 account_id, GError **error);
/** TenureLock of the account: what unpaid orders hold of which instrument. */
GPtrArray *tenure_facts_locks (TenureConnection *connection, gint64 account_id, GError **error);

/** TenureMovement of @account between two instants (either may be TENURE_TIME_UNKNOWN), newest first, at most @limit
 * (0: all). */
GPtrArray *tenure_facts_movements (TenureConnection *connection, const char *account, TenureTime from, TenureTime to,
                                   guint limit, GError **error);

TenureOrderMoney *tenure_facts_order_money (TenureConnection *connection, gint64 order_id, GError **error);

/** What an order was reduced by, by its kind: 商务折扣, 促销折扣, 折扣券, and what no kind is known of. */
typedef struct
{
  TenureMoney commercial, promotion, coupon, other; /* TENURE_MONEY_UNKNOWN where the order's discount is */
} TenureDiscountParts;
/** Of one order as it stands; the coupon may be held or used by its composite order. */
gboolean tenure_facts_discount_parts (TenureConnection *connection, const TenureOrder *order,
                                      TenureDiscountParts *parts, GError **error);

/** TenureReviewRow of all accounts, oldest first; a composite order is one row. */
GPtrArray *tenure_facts_reviews (TenureConnection *connection, GError **error);

/** What the staff said of offers, for tenure_offer_withdrawn(); free with g_hash_table_unref. */
GHashTable *tenure_facts_offers (TenureConnection *connection, GError **error);

G_END_DECLS
