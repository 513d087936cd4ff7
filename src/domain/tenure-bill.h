/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bill rows (账单, 流水): what an order or hours of use cost, and how it was paid (rules 11). */
#pragma once

#include "tenure-records.h"

G_BEGIN_DECLS

/** 账单类型; the numbers are the API's */
typedef enum
{
  TENURE_BILL_NEW = 1,          /* 新购 "new" */
  TENURE_BILL_RENEWAL = 2,      /* 续订 "renewal" */
  TENURE_BILL_CHANGE = 3,       /* 变更 "change" */
  TENURE_BILL_UNSUBSCRIBE = 4,  /* 退订 "unsubscription" */
  TENURE_BILL_USE = 5,          /* 使用 "use" */
  TENURE_BILL_AUTO_RENEWAL = 8, /* 自动续订 "auto-renewal" */
  TENURE_BILL_CHANGE_BACK = 20, /* 变更退款 "change-refund" */
} TenureBillType;
TENURE_DECLARE_ENUM_NAMES (TenureBillType, bill_type)
/** What the paid order is on the bill. */
TenureBillType tenure_bill_type_of (const TenureOrder *order);
/** 账期 as the first day of its month: the month of @spent, when it was charged by the first day of the next one at
 * 23:59:59, otherwise that of @charged (rules 1.7, 11). A refund is spent when the unsubscription completes. */
TenureDay tenure_bill_cycle (TenureTime spent, TenureTime charged);

/** What a row drew on a package, at 10^-8 of its unit. */
typedef struct
{
  gint64 package_id, amount;
} TenureBillDraw;

/** One row. official = discount + erased + channels + debt; negative amounts come back. */
typedef struct
{
  gint64 id, account_id, resource_id, order_id; /* ids 0: none */
  TenureBillType type;
  TenureTime at;                                /* when it was charged */
  TenureTime start, end;                        /* of use: full hours; TENURE_TIME_UNKNOWN of orders */
  gint64 hours, use, covered;                   /* of use; at 10^-8 of the packages' unit */
  TenureMoney official, discount, erased, debt; /* debt: 欠费 */
  TenureChannels paid;
  GArray *draws;               /* TenureBillDraw or NULL */
  gboolean unposted;           /* no money moved: there is no ledger entry for it */
  char *resource_key, *number; /* when read: of the resource, of the order, or NULL */
  char *name, *product;        /* when read */
} TenureBill;
void tenure_bill_free (TenureBill *self);

G_END_DECLS
