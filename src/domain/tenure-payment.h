/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Payment in the published order, merged and composite payment, order states (rules 8, 9). */
#pragma once

#include "tenure-explain.h"
#include "tenure-policy.h"
#include "tenure-records.h"

G_BEGIN_DECLS

/** What an order is paid with: one discount (commercial, promotion or 折扣券), one 代金券, 现金券s, 储值卡s, balance.
 */
typedef struct
{
  TenureMoney official;
  TenureMoney placed; /* discount that the order was placed with; a 折扣券 takes its place */
  int commercial_permyriad, promotion_permyriad; /* price factor; 10000 and 0 = none */
  const TenureCoupon *discount, *voucher;        /* or NULL */
  const TenureCoupon *const *flexi;
  guint n_flexi;
  const TenureCoupon *const *cards;
  guint n_cards;
  TenureMoney balance;
  gboolean later;               /* whether the balance is enough is asked when it is paid */
  const char *service, *region; /* for limits of coupons; NULL: several */
  int order_type, charging;     /* TenureOrderType; 1 more than the TenureCharging, 0: several */
  TenureTime at;
} TenurePaymentInput;

typedef struct
{
  TenureMoney discount, due; /* 折扣; 应付金额 = official − discount */
  gboolean anew;             /* that discount is not the one the order was placed with */
  TenureChannels taken;      /* by channel; 实付 = cash + credit + flexi + card */
  GArray *uses;              /* TenureCouponUse of those that pay; NULL after FALSE; free with g_array_unref */
} TenurePaymentResult;
typedef struct
{
  gint64 coupon_id;
  TenureMoney amount;
} TenureCouponUse;

/** Computes it. A rule that says no (coupon expired, excluded, limited, locked; balance short) is in *refusal and the
 * return is FALSE without an error; errors are overflows and unknown amounts only. Of 折扣券, commercial and promotion
 * discount one counts: the 折扣券 when chosen, else the better. */
gboolean tenure_payment (const TenurePaymentInput *input, const TenurePolicy *policy, TenurePaymentResult *result,
                         TenureSteps *steps, TenureRefusal **refusal, GError **error);

/** What of a coupon is free: remaining − locked by unpaid orders, 0 once expired. */
TenureMoney tenure_coupon_free (const TenureCoupon *coupon, TenureTime at);
/** Its status at @at: reclaimed, used up, expired, not activated, usable, the first that holds. */
TenureCouponStatus tenure_coupon_status (const TenureCoupon *coupon, TenureTime at);
/** The voucher an automatic renewal takes: of those that @input may be paid with the one with the largest free balance;
 * NULL when there is none. */
const TenureCoupon *tenure_auto_voucher (const TenureCoupon *const *coupons, guint n, const TenurePaymentInput *input,
                                         const TenurePolicy *policy);
/** The discount that an order of @service placed at @at has: the better of the commercial and the promotional one, the
 * commercial when they are alike; NULL when there is none. @used_only: promotions count that were used before (rules
 * 6).
 */
const TenureDiscount *tenure_best_discount (const TenureDiscount *const *discounts, guint n, const char *service,
                                            TenureTime at, gboolean used_only);

/** Merged payment (8.5): what each order's status means for it. */
typedef enum
{
  TENURE_MERGE_PAYABLE,
  TENURE_MERGE_CHANGED,
  TENURE_MERGE_REVIEW,
  TENURE_MERGE_CONFIRMATION
} TenureMerge;
TenureMerge tenure_merge_finding (TenureOrderStatus status);

/** Events that move an order (8.2). */
typedef enum
{
  TENURE_EVENT_PAID,
  TENURE_EVENT_AUTO_PAY_FAILED,
  TENURE_EVENT_CANCELLED,
  TENURE_EVENT_LAPSED,
  TENURE_EVENT_APPROVED,
  TENURE_EVENT_REJECTED,
  TENURE_EVENT_CONFIRMED,
  TENURE_EVENT_DECLINED,
  TENURE_EVENT_DELIVERED,
  TENURE_EVENT_PARTLY_FAILED,
  TENURE_EVENT_RETURNED,
  TENURE_N_ORDER_EVENTS,
} TenureOrderEvent;
/** The status after @event; FALSE with TENURE_RULE_ERROR_REFUSED for a transition that the table does not have. */
gboolean tenure_order_next (TenureOrderStatus status, TenureOrderType type, TenureOrderEvent event,
                            TenureOrderStatus *next, GError **error);
/** Status of an order just made: review, confirmation, unpaid, processing (nothing to pay), refunding. What the account
 * manager orders on a customer's behalf is approved by that: it waits for the customer's confirmation alone, also where
 * the product needs @approval, and is unpaid from then (rules 8.2). */
TenureOrderStatus tenure_order_first (TenureOrderType type, TenureOrderSource source, gboolean approval,
                                      TenureMoney due);

G_END_DECLS
