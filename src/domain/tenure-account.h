/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account a command acts for, its payment channels and its instruments. */
#pragma once

#include "tenure-civil.h"
#include "tenure-enums.h"
#include "tenure-money.h"

G_BEGIN_DECLS

/** Amounts by channel (支付渠道). 实付 = cash + credit + flexi + card; the voucher is not paid money. */
typedef struct
{
  TenureMoney cash, credit, flexi, card, voucher;
} TenureChannels;

/** The account (专区账号) a command acts for. */
typedef struct
{
  gint64 id;
  char *key, *name;
  TenureMoney balance; /* 现金余额 */
  int unified_day;     /* 统一到期日: 1–28, -1 the last day, 0 never set */
  int lead_days;       /* 自动续费扣款日, 0 never set */
  TenureFreeze freeze;
  int quota_used; /* five-day unsubscriptions in the calendar year of `now` */
} TenureAccount;

/** An instrument: 代金券, 折扣券, 现金券 or 储值卡. */
typedef struct
{
  gint64 id;
  char *key, *name;
  TenureCouponKind kind;
  TenureMoney face, remaining, locked;
  int permyriad;          /* of a discount coupon: price factor, 8000 = 八折 */
  TenureMoney threshold;  /* 满 N, 0 none */
  const char *service;    /* limited to one service, or NULL */
  gboolean with_discount; /* may be used together with a discount */
  TenureTime expiry;
} TenureCoupon;

void tenure_account_clear (TenureAccount *self);
void tenure_coupon_clear (TenureCoupon *self);

/** cash + credit + flexi + card (实付); an overflow is an error. */
gboolean tenure_channels_paid (const TenureChannels *self, TenureMoney *paid, GError **error);

G_END_DECLS
