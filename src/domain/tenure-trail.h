/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where money came from and went: records for detail views; plain values, filled by the store. */
#pragma once

#include "tenure-records.h"

G_BEGIN_DECLS

/** One posting of the account's: money or an instrument, more or less of it (收支明细). */
typedef struct
{
  gint64 entry_id;
  TenureTime at;
  char *kind;       /* of the entry: "top-up", "payment", "refund", "return", "grant", "expiry", "charge", "reclaim" */
  char *order_key;  /* or NULL */
  char *coupon_key; /* or NULL: then it is money */
  gboolean refunding; /* money on its way back */
  gboolean arrears;   /* 欠费: below zero what was owed for more, above zero what paid it */
  TenureMoney amount;
} TenureMovement;
void tenure_movement_free (TenureMovement *self);

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
  const char *channel; /* "cash", "voucher", "flexi", "card", "arrears" (paid with what came back); static */
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
/** Empty, to be filled. */
TenureOrderMoney *tenure_order_money_new (void);
void tenure_order_money_free (TenureOrderMoney *self);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureOrderMoney, tenure_order_money_free)

G_END_DECLS
