/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refunds: conditional, five-day, not effective (rules 1–3). */
#pragma once

#include "tenure-explain.h"
#include "tenure-policy.h"
#include "tenure-records.h"

G_BEGIN_DECLS

/** What one coupon or card paid of a term. */
typedef struct
{
  gint64 coupon_id;
  TenureCouponKind kind;
  TenureMoney amount;
  TenureTime expiry; /* TENURE_TIME_UNKNOWN: does not expire */
} TenureInstrument;

/** Whether a new purchase that is inside its five days is given back in full, and why not (rules 2.1). */
typedef enum
{
  TENURE_FIVE_DAY_NO_QUOTA,   /* "no-quota" */
  TENURE_FIVE_DAY_FREE,       /* a unit of quota is left for it */
  TENURE_FIVE_DAY_NOT_SOLD,   /* "not-sold": the product has no five days */
  TENURE_FIVE_DAY_NOT_NEW,    /* "not-new": it was pay-per-use before */
  TENURE_FIVE_DAY_GOES_ALONG, /* "goes-along": with what is not given back in full */
} TenureFiveDay;

/** What is known of one term (one base order of one resource) when it is given back. */
typedef struct
{
  int months; /* ordered duration, without extra days: 1–11, 12, 24, … 60 */
  TenureTermKind kind;
  TenureTime start, expiry, at;
  TenureMoney due; /* 应付; TENURE_MONEY_UNKNOWN: the sum of the channels */
  TenureChannels paid;
  TenureTime voucher_expiry;           /* TENURE_TIME_UNKNOWN: does not expire */
  const TenureInstrument *instruments; /* what flexi and card are made of; where none is told, it does not expire */
  guint n_instruments;
  TenureFiveDay five_day;
} TenureRefundInput;

typedef struct
{
  TenureRefundKind kind;
  gint64 total, used;        /* hours or days, by the policy */
  int permyriad;             /* fee rate in hundredths of a percent */
  TenureMoney base;          /* what consumed and fee are computed from */
  TenureMoney consumed, fee; /* computed values, also when the refund is floored to 0 */
  TenureMoney due_refund;    /* 应退金额 */
  TenureMoney refund;        /* 实际退款: cash + credit + flexi + card given back */
  TenureChannels back;       /* by channel; voucher given back to the voucher */
  TenureMoney lost;          /* the share of instruments expired by then */
  TenureTime holds_until;    /* the second from which the amount is another one */
} TenureRefundResult;

/** Computes it; steps (may be NULL) receives the explanation. TENURE_RULE_ERROR_REFUSED after the expiry second,
 * TENURE_RULE_ERROR_UNKNOWN where the fee cell is not published, TENURE_INPUT_ERROR for impossible input. */
gboolean tenure_refund (const TenureRefundInput *input, const TenurePolicy *policy, TenureRefundResult *result,
                        TenureSteps *steps, GError **error);

/** It can take money back at @at: it has not expired. */
gboolean tenure_instrument_holds (const TenureInstrument *self, TenureTime at);
/** @amount that comes back to @kind over those of @instruments that are of it, in proportion to what each paid;
 * parts[i] is 0 for the others. Without any of @kind no part is more than 0. */
gboolean tenure_instruments_split (const TenureInstrument *instruments, guint n, TenureCouponKind kind,
                                   TenureMoney amount, TenureMoney *parts, GError **error);
/** The kind alone: not-effective, five-day or conditional. */
TenureRefundKind tenure_refund_kind_of (const TenureRefundInput *input, const TenurePolicy *policy);
/** 大额退订: TRUE when the sum of one submission is strictly over the limit. */
gboolean tenure_refund_needs_review (TenureMoney sum, const TenurePolicy *policy);

G_END_DECLS
