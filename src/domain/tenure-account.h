/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account a command acts for, its payment channels and its instruments. */
#pragma once

#include "tenure-civil.h"
#include "tenure-money.h"
#include "tenure-platform-enums.h"
#include "tenure-policy.h"

G_BEGIN_DECLS

/** Amounts by channel (支付渠道). 实付 = cash + credit + flexi + card; the voucher is not paid money. */
typedef struct
{
  TenureMoney cash, credit, flexi, card, voucher;
} TenureChannels;

/** A Huawei Cloud account (华为云账号) and the zone account (专区账号) opened by it: what a command acts for. */
typedef struct
{
  gint64 id;
  char *key, *name;                /* account name, enterprise name (单位名称) */
  gboolean personal;               /* not of an enterprise */
  gboolean verified;               /* 实名认证 */
  gboolean restricted;             /* 受限 */
  TenureTime opened;               /* when the zone account was activated; TENURE_TIME_UNKNOWN: not yet */
  char *user_name, *phone, *email; /* what one signs in with, or NULL */
  TenureMoney balance;             /* 现金余额 */
  TenureMoney arrears;             /* 欠费: what is owed, not below zero */
  TenureTime arrears_since;        /* TENURE_TIME_UNKNOWN: nothing is owed */
  int unified_day;                 /* 统一到期日: 1–28, -1 the last day, 0 never set */
  int lead_days;                   /* 自动续费扣款日: days before the expiry, -1 never set */
  TenureFreeze freeze;
  int quota_used; /* five-day unsubscriptions in the calendar year of `now` */
} TenureAccount;

/** The settings as they count: what was never set is as @policy has it. */
int tenure_account_unified_day (const TenureAccount *self, const TenurePolicy *policy);
int tenure_account_lead_days (const TenureAccount *self, const TenurePolicy *policy);

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
  TenureCouponState state;
  int order_type;     /* limited to one TenureOrderType, or 0 */
  const char *region; /* limited to one region, or NULL */
  int charging;       /* limited to one TenureCharging, 1 more than it; 0: any */
  gboolean used;      /* of a discount coupon: it was */
  TenureMoney lost;   /* what was left when it expired or was reclaimed; TENURE_MONEY_UNKNOWN: neither yet */
} TenureCoupon;

/** What an unpaid order holds of an instrument that was chosen for it; of a 折扣券 0, it is held whole. */
typedef struct
{
  gint64 order_id, coupon_id;
  char *order_key;
  TenureMoney amount;
} TenureLock;

/** A discount that the account has besides coupons: 商务折扣 or 促销折扣. */
typedef struct
{
  gint64 id;
  char *key, *name;
  gboolean promotion;  /* or commercial */
  int permyriad;       /* price factor */
  const char *service; /* limited to one service, or NULL; interned */
  TenureTime expiry;   /* TENURE_TIME_UNKNOWN: none */
  gboolean no_refund;  /* what is bought with it is not given back */
  gboolean used;       /* something was paid for with it */
  TenureTime ended;    /* taken away before its expiry; TENURE_TIME_UNKNOWN: not */
} TenureDiscount;

void tenure_account_clear (TenureAccount *self);
void tenure_coupon_clear (TenureCoupon *self);
void tenure_discount_clear (TenureDiscount *self);
void tenure_lock_clear (TenureLock *self);

/** cash + credit + flexi + card (实付); an overflow is an error. */
gboolean tenure_channels_paid (const TenureChannels *self, TenureMoney *paid, GError **error);

G_END_DECLS
