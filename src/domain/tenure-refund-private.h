/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a refund's computation share: the work sheet of one term. */
#pragma once

#include "tenure-refund.h"

G_BEGIN_DECLS

/** The whole, where a rate is in hundredths of a percent. */
#define TENURE_PERMYRIAD 10000

/** The channels of 实付 in the order in which shares are given; the voucher is none of them. */
typedef enum
{
  TENURE_CHANNEL_CASH,
  TENURE_CHANNEL_CREDIT,
  TENURE_CHANNEL_FLEXI,
  TENURE_CHANNEL_CARD,
  TENURE_N_CHANNELS
} TenureChannel;

/** Everything known of the refund of one term while it is computed and when it is explained. */
typedef struct
{
  const TenureRefundInput *input;
  const TenurePolicy *policy;
  TenureTime begin;                     /* first second of the term */
  TenureTime start, until, end;         /* floored to the unit that is counted in; end is the 24:00 of the expiry day */
  TenureMoney due;                      /* 应付 */
  TenureMoney paid[TENURE_N_CHANNELS];  /* what counts of each channel */
  TenureMoney share[TENURE_N_CHANNELS]; /* what is due back to each channel */
  TenureTime expiry[TENURE_N_CHANNELS]; /* when the last of what is lost had expired */
  TenureMoney lost[TENURE_N_CHANNELS];  /* of the share, because the instrument has expired */
  TenureMoney remainder;                /* the sum of the shares */
  TenureMoney voucher, voucher_lost;    /* 代金券 used, and the part that has expired */
  int band;                             /* of the fee table, from 0 */
  TenureTime band_end;                  /* the last moment in it; TENURE_TIME_UNKNOWN: it is the last one */
  const char *rate_source;
} TenureRefundWork;

/** Divides work->remainder over the channels by the policy (rules 1.5): never more than a channel paid. */
gboolean tenure_refund_split (TenureRefundWork *work, GError **error);
/** The second with which the five days are over (rules 2.1). */
TenureTime tenure_refund_five_day_end (const TenureRefundInput *input, const TenurePolicy *policy);
/** Adds the steps of the whole computation. */
void tenure_refund_explain (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps);

G_END_DECLS
