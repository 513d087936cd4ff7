/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Life cycle, automatic renewal attempts, payment deadline, specification change (rules 4.4, 4.9, 6, 8.4). */
#pragma once

#include "tenure-enums.h"
#include "tenure-explain.h"
#include "tenure-policy.h"

G_BEGIN_DECLS

/** 宽限期, 保留期: both ends are 23:59:59 of the last day; destroyed is the second after. */
typedef struct
{
  TenureTime grace_end, retention_end, destroyed;
} TenureLifeSpan;
void tenure_life_span (TenureTime expiry, TenureLevel level, const TenurePolicy *policy, TenureLifeSpan *span);
TenureLife tenure_life_at (TenureTime expiry, TenureLevel level, const TenurePolicy *policy, TenureTime at);

/** All attempts of an automatic renewal, the first included, that would be made if none succeeded (rules 6).
 * @enabled: when it was switched on (TENURE_TIME_UNKNOWN: long ago). Array of TenureTime; free with g_array_unref. */
GArray *tenure_auto_attempts (TenureTime expiry, int lead_days, TenureTime enabled, TenureLevel level,
                              const TenurePolicy *policy);
/** The first attempt strictly after @after; TENURE_TIME_UNKNOWN when there is none any more. */
TenureTime tenure_auto_next (TenureTime expiry, int lead_days, TenureTime enabled, TenureTime after, TenureLevel level,
                             const TenurePolicy *policy);

/** 支付截止时间: 7 days, 1 hour for hardware, or an earlier end of the discount coupon or promotion. */
typedef struct
{
  TenureTime created, coupon_expiry, commercial_expiry; /* the latter two may be TENURE_TIME_UNKNOWN */
  gboolean hardware;
} TenureDeadlineInput;
TenureTime tenure_payment_deadline (const TenureDeadlineInput *input, const TenurePolicy *policy, TenureSteps *steps);

/** 变更: price difference × what remains (rules 4.9). */
typedef struct
{
  TenureMoney old_price, new_price; /* per month, or per year with @years */
  TenureDay start, expiry, at;
  gboolean years;
} TenureChangeInput;
typedef struct
{
  gint64 numerator, denominator; /* remaining months or years, exact */
  TenureMoney amount;            /* to pay; negative: comes back */
} TenureChangeResult;
gboolean tenure_change (const TenureChangeInput *input, const TenurePolicy *policy, TenureChangeResult *result,
                        TenureSteps *steps, GError **error);
/** numerator / denominator with 8 decimals half-up; free with g_free. */
char *tenure_ratio_format8 (gint64 numerator, gint64 denominator);

G_END_DECLS
