/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay-per-use (按需): what started hours cost, what packages cover of them, and how the rest is paid (A1-12, A1-13;
 * rules 8.7, 11). */
#pragma once

#include "tenure-catalogue.h"
#include "tenure-payment.h"
#include "tenure-policy.h"
#include "tenure-records.h"

G_BEGIN_DECLS

/** Something that is charged by the hour. */
typedef struct
{
  gint64 id;
  const char *offer, *service, *region;
  TenureMoney hour; /* price of one hour */
  gint64 use;       /* of one hour, at 10^-8 of the unit of its packages; 0: none covers it */
  TenureTime from;  /* a full hour: everything before it is charged already */
} TenureMeter;

/** A package (套餐包) as what is left in it. */
typedef struct
{
  gint64 id;
  const TenureOffer *offer; /* says what draws on it */
  TenureTime start, expiry;
  gint64 left;
} TenurePool;

/** The arrays are borrowed. Of the coupons those pay that are free, valid and not limited to something else. */
typedef struct
{
  const TenureMeter *meters;
  guint n_meters;
  const TenurePool *pools;
  guint n_pools;
  const TenureCoupon *const *coupons;
  guint n_coupons;
  TenureMoney balance;
  TenureTime until;      /* a full hour: charge the hours before it */
  gboolean stop_at_debt; /* not beyond the hour in which the money ends */
} TenureMeteringInput;

/** The hours of one meter together. official = erased + paid + debt; discounts there are none. */
typedef struct
{
  TenureTime start, end;
  gint64 hours, use, covered;
  TenureMoney official, erased, debt; /* erased: 抹零, what is less than a fen of each hour */
  TenureChannels paid;
} TenureCharge;
typedef struct
{
  guint meter, pool; /* indexes into the input */
  gint64 amount;
} TenureDraw;

/** Filled by tenure_metering; clear it in any case. */
typedef struct
{
  GArray *charges; /* TenureCharge, one a meter; no hours: nothing to charge */
  GArray *draws;   /* TenureDraw, each pair once */
  GArray *uses;    /* TenureCouponUse, each coupon once */
  TenureMoney cash, debt;
  TenureTime until;      /* up to here it is charged: the input's, or where it stopped */
  TenureTime debt_since; /* end of the first hour that was not paid; TENURE_TIME_UNKNOWN: none */
} TenureMetering;
void tenure_metering_clear (TenureMetering *self);

/** Each hour by itself, hour after hour and in the order of the meters: the nearest package first (by expiry), the
 * price of what none covers with 8 decimals truncated, then to the fen, paid by 代金券 (restricted ones first, then
 * nearest expiry), 现金券, 储值卡, balance; the rest is owed. The same whether hours are charged one by one or many
 * at once. FALSE for an overflow. Source: rules 8.7, 9, 11; A1-12. */
gboolean tenure_metering (const TenureMeteringInput *input, TenureMetering *result, GError **error);
/** Of an hour, when @covered of its @use is covered; *erased is the part below a fen. */
gboolean tenure_hour_price (TenureMoney hour, gint64 use, gint64 covered, TenureMoney *official, TenureMoney *erased,
                            GError **error);

/** The full hour at or before @time, and at or after it. */
TenureTime tenure_hour_floor (TenureTime time);
TenureTime tenure_hour_ceil (TenureTime time);

/** What a package is (A1-13). */
typedef enum
{
  TENURE_PACKAGE_PENDING,      /* 未生效 "pending" */
  TENURE_PACKAGE_ACTIVE,       /* 生效中 "active" */
  TENURE_PACKAGE_USED_UP,      /* 已用完 "used-up" */
  TENURE_PACKAGE_EXPIRED,      /* 已失效 "expired" */
  TENURE_PACKAGE_UNSUBSCRIBED, /* 已退订 "unsubscribed" */
} TenurePackageState;
TENURE_DECLARE_ENUM_NAMES (TenurePackageState, package_state)
TenurePackageState tenure_package_state (const TenureResource *package, TenureTime at);

/** Pay-per-use in arrears: until @frozen everything goes on (宽限期), from @released on it is gone (保留期; rules
 * 4.4). */
typedef struct
{
  TenureTime frozen, released;
} TenureArrearsSpan;
void tenure_arrears_span (TenureTime since, TenureLevel level, const TenurePolicy *policy, TenureArrearsSpan *span);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureMetering, tenure_metering_clear)

G_END_DECLS
