/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is given back, as a row of texts: shared by the tests of refunds. */
#pragma once

#include "rules-support.h"
#include "tenure-refund.h"

/* Amounts are texts, NULL is zero; back is what each of cash, credit, flexi and card gets. */
typedef struct
{
  const char *name, *policy, *edits;
  int months;
  TenureTermKind kind;
  const char *start, *expiry, *at;
  const char *cash, *credit, *flexi, *card, *voucher, *due;
  const char *flexi_until, *card_until, *voucher_until;
  TenureFiveDay quota;

  TenureRefundKind refund_kind;
  gint64 total, used;
  int permyriad;
  const char *consumed, *fee, *due_refund, *refund, *back, *voucher_back, *lost, *holds;
} RefundRow;

#define CN .policy = "huawei-cn"
#define EVS .months = 1, .start = "2024-01-01 10:30:00", .expiry = "2024-02-01"
#define EVS_USED EVS, .at = "2024-01-15 18:40:00", .total = 758, .used = 344, .permyriad = 1000
#define YEARS_3 .months = 36, .start = "2023-01-01 10:30:00", .expiry = "2026-01-01", .cash = "3600", .total = 26318
#define YEARS_2 .months = 24, .start = "2023-01-01", .expiry = "2025-01-01", .cash = "2400", .total = 17568
#define YEARS_5 .months = 60, .start = "2020-01-01", .expiry = "2025-01-01", .cash = "6000", .total = 43872
#define YEAR_1 .months = 12, .start = "2024-03-01 08:20:00", .expiry = "2025-03-01", .cash = "1200", .total = 8776
#define LEAP_2 .months = 24, .start = "2024-02-29 10:10:00", .expiry = "2026-02-28", .cash = "2400", .total = 17534
#define DAYS                                                                                                           \
  .edits = "refund.unit=\"days\"", .months = 1, .start = "2024-06-14 09:00:00", .expiry = "2024-07-14",                \
  .at = "2024-06-21 17:30:00", .total = 31, .used = 7, .permyriad = 1000, .holds = "2024-06-22 00:00:00"
#define FIVE                                                                                                           \
  .months = 1, .start = "2022-11-24 14:30:30", .expiry = "2022-12-24", .cash = "100", .quota = TENURE_FIVE_DAY_FREE
#define CUSTOMER_A                                                                                                     \
  .months = 1, .start = "2020-10-20", .expiry = "2020-11-20", .at = "2020-10-22", .cash = "80", .voucher = "20",       \
  .voucher_until = "2020-12-31", .quota = TENURE_FIVE_DAY_FREE
#define CUSTOMER_C                                                                                                     \
  .months = 1, .kind = TENURE_TERM_RENEWAL, .start = "2020-11-20 23:59:59", .expiry = "2020-12-20",                    \
  .at = "2020-11-05", .cash = "80", .voucher = "20", .voucher_until = "2020-12-31"
#define FULL(kind) .refund_kind = TENURE_REFUND_##kind
#define INTL_PAGE .policy = "intl-page"
#define MIXED .cash = "40", .credit = "20", .flexi = "20", .card = "20", .voucher = "10"

static inline TenureRefundInput
input_of (const RefundRow *row)
{
  TenureChannels paid = { rules_money (row->cash), rules_money (row->credit), rules_money (row->flexi),
                          rules_money (row->card), rules_money (row->voucher) };

  return (TenureRefundInput){
    .months = row->months,
    .kind = row->kind,
    .start = rules_time (row->start),
    .expiry = rules_end (row->expiry),
    .at = rules_time (row->at),
    .due = rules_money (row->due ? row->due : "?"),
    .paid = paid,
    .voucher_expiry = rules_end (row->voucher_until),
    .instruments = rules_instruments (&paid, rules_end (row->flexi_until), rules_end (row->card_until)),
    .n_instruments = 2,
    .five_day = row->quota,
  };
}
