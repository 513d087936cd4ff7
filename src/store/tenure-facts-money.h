/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments, discounts and where the money went, for rules and for detail views. Inside jobs. */
#pragma once

#include "tenure-records.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** TenureCoupon of the account, all of them; locked is what unpaid orders hold, of a 折扣券 1 when one does. */
GPtrArray *tenure_facts_coupons (TenureConnection *connection, gint64 account_id, GError **error);
/** TenureDiscount of the account, those that are over too. */
GPtrArray *tenure_facts_discounts (TenureConnection *connection, gint64 account_id, GError **error);
/** TenureLock of the account: what unpaid orders hold of which instrument. */
GPtrArray *tenure_facts_locks (TenureConnection *connection, gint64 account_id, GError **error);

/** One posting of the account's: money or an instrument, more or less of it (收支明细). */
typedef struct
{
  gint64 entry_id;
  TenureTime at;
  char *kind;       /* of the entry: "top-up", "payment", "refund", "return", "grant", "expiry", "charge", "reclaim" */
  char *order_key;  /* or NULL */
  char *coupon_key; /* or NULL: then it is money */
  gboolean refunding; /* money on its way back */
  TenureMoney amount;
} TenureMovement;
void tenure_movement_free (TenureMovement *self);
/** TenureMovement of @account between two instants (either may be TENURE_TIME_UNKNOWN), newest first, at most @limit
 * (0: all). */
GPtrArray *tenure_facts_movements (TenureConnection *connection, const char *account, TenureTime from, TenureTime to,
                                   guint limit, GError **error);

/** One discount of an order (A2-04): which, and how much. */
typedef struct
{
  char *key, *name;
  const char *kind; /* "commercial", "promotion", "coupon"; static */
  int permyriad;
  TenureMoney amount;
} TenureOrderDiscount;
/** What one channel paid of it, or got back by it; an instrument is named. */
typedef struct
{
  const char *channel; /* "cash", "voucher", "flexi", "card"; static */
  char *key, *name;    /* of the instrument, or NULL */
  TenureMoney amount;
} TenureOrderUse;
/** What a refund gives back of one order that had been paid (base order). */
typedef struct
{
  char *order_key;
  TenureMoney paid, voucher, consumed, fee; /* 实付; the 代金券 that was used */
  TenureChannels back;
  TenureMoney lost; /* expired instruments' share of what was to come back */
} TenureOrderBase;
/** An order's money trail; of a composite order that of its children. */
typedef struct
{
  GPtrArray *discounts; /* TenureOrderDiscount */
  GPtrArray *uses;      /* TenureOrderUse */
  GPtrArray *bases;     /* TenureOrderBase; of refunds */
} TenureOrderMoney;
void tenure_order_money_free (TenureOrderMoney *self);
TenureOrderMoney *tenure_facts_order_money (TenureConnection *connection, gint64 order_id, GError **error);

/** An order that waits for the staff's word (待审核). */
typedef struct
{
  char *key, *account, *name; /* of the account: key, enterprise name */
  TenureOrderType type;
  TenureTime created;
  TenureMoney due; /* of a refund: what comes back */
  char *product;
} TenureReviewRow;
void tenure_review_row_free (TenureReviewRow *self);
/** TenureReviewRow of all accounts, oldest first; a composite order is one row. */
GPtrArray *tenure_facts_reviews (TenureConnection *connection, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureOrderMoney, tenure_order_money_free)

G_END_DECLS
