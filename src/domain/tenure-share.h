/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of months: the exact fraction of calendar months that a span of days is (rules 4.9, 5.3). */
#pragma once

#include "tenure-civil.h"

G_BEGIN_DECLS

/** An exact ratio in lowest terms. */
typedef struct
{
  gint64 numerator, denominator;
} TenureShare;

/** In lowest terms; @denominator is positive. */
TenureShare tenure_share (gint64 numerator, gint64 denominator);
/** The days after @from through @to, each counted as its part of its own calendar month. */
TenureShare tenure_share_of_months (TenureDay from, TenureDay to);

G_END_DECLS
