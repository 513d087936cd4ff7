/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account's money as a person looks at it: movements of the balance, discounts, which orders hold what. Inside
 * jobs. */
#pragma once

#include "tenure-account.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** One movement of the balance. */
typedef struct
{
  gint64 at;
  const char *kind; /* of the entry, interned: "top-up", "payment", "refund" … */
  TenureMoney amount;
  char *order; /* its number, or NULL */
} TenureMovement;
void tenure_movement_free (TenureMovement *self);
/** The newest @limit movements of the cash balance of the account with @key, newest first. */
GPtrArray *tenure_money_movements (TenureConnection *connection, const char *key, guint limit, GError **error);

/** What an unpaid order holds of an instrument. */
typedef struct
{
  gint64 coupon_id;
  char *order;
  TenureMoney amount;
} TenureHolder;
void tenure_holder_free (TenureHolder *self);
GPtrArray *tenure_money_holders (TenureConnection *connection, gint64 account_id, GError **error);

/** TenureDiscount of the account that have not ended (商务折扣, 促销折扣). */
GPtrArray *tenure_money_discounts (TenureConnection *connection, gint64 account_id, GError **error);

G_END_DECLS
