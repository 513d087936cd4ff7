/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules as data: fee tables, windows, limits, rounding, each with its source. */
#pragma once

#include "tenure-civil.h"
#include "tenure-json.h"
#include "tenure-level.h"
#include "tenure-money.h"

G_BEGIN_DECLS

/** Rows of the fee table, by the ordered duration: 1–11 months, 1 to 5 years. */
typedef enum
{
  TENURE_FEE_MONTHLY,
  TENURE_FEE_1Y,
  TENURE_FEE_2Y,
  TENURE_FEE_3Y,
  TENURE_FEE_4Y,
  TENURE_FEE_5Y,
  TENURE_N_FEE_ROWS
} TenureFeeRow;
typedef enum
{
  TENURE_UNIT_HOURS,
  TENURE_UNIT_DAYS
} TenureTimeUnit;
/** What 29 to 31 become: the anchor day is kept and shortened, or the end of a month stays the end of the month. */
typedef enum
{
  TENURE_MONTH_END_ANCHOR,
  TENURE_MONTH_END_STICKY
} TenureMonthEnd;
/** How extra days are priced: parts of each calendar month, or thirtieths. */
typedef enum
{
  TENURE_EXTRA_CALENDAR,
  TENURE_EXTRA_THIRTIETH
} TenureExtraDays;

#define TENURE_FEE_BANDS 5
/** Rate of a cell in hundredths of a percent; what no source publishes blocks (rules 1.4). */
#define TENURE_FEE_UNPUBLISHED (-1)

typedef struct
{
  int permyriad[TENURE_FEE_BANDS]; /* by years used: ≤ 1, ≤ 2, …; only n_bands of them */
  int n_bands;
  const char *source[TENURE_FEE_BANDS]; /* interned */
} TenureFeeTableRow;

/** Immutable after reading; ref-counted; any thread. Every text is interned. */
typedef struct
{
  gatomicrefcount refs;
  const char *name;     /* "huawei-cn" */
  char *hash;           /* SHA-256 of its canonical JSON */
  char *body;           /* that canonical JSON, to be kept in the profile */
  const char *currency; /* "CNY" */
  const char *symbol;   /* "¥" */

  TenureTimeUnit unit;
  TenureRounding rounding;
  int places;                     /* decimals of consumed and fee: 2, or 8 of the precise edition */
  gboolean base_flexi, base_card; /* counted in the paid base and returned: 现金券, 储值卡 */
  gboolean voucher_returned;      /* a full refund brings the 代金券 back */
  gboolean years_by_hours;        /* a used year is 8,760 hours instead of a calendar year */
  gboolean channels_cash_first;   /* split of a partial refund: cash first instead of pro rata */
  TenureFeeTableRow fee[TENURE_N_FEE_ROWS];

  gboolean five_day;
  int five_day_hours, five_day_quota; /* 120, 10 a calendar year */
  TenureMoney review_over;            /* strictly over: 大额退订 */
  int refund_hours;                   /* from acceptance to the money's return */

  int grace_days[TENURE_N_LEVELS], retention_days[TENURE_N_LEVELS];

  int lead_default, lead_min, lead_max, deduct_hour; /* 自动续费扣款日 */
  gboolean retry_through_retention;                  /* else until expiry */
  int auto_times_max;

  TenureMonthEnd month_end;
  TenureExtraDays extra_days;
  int unified_default;              /* 统一到期日 when never set: 1 */
  int pay_days, pay_hardware_hours; /* payment deadline: 7 d, 1 h */
  int delivery_seconds;
  int months_max;     /* accepted: 11 */
  int months_offered; /* offered by forms: 9 */
  int years_max;
  int merge_limit, cancel_limit, renew_limit, list_limit, price_limit; /* 0 = none */
  int export_hours;
  gboolean threshold_inclusive; /* 满 N: ≥ */

  int password_min, password_max, password_classes; /* characters; of upper, lower, digit, special */
  int code_digits, code_minutes, code_minutes_max, code_minutes_forced; /* 短信验证码; above max the forced one holds */
  int code_hourly, code_resend_seconds, code_misses;                    /* a phone; void after so many misses */
  int link_hours;                                                       /* links to set a password */
  int sign_in_misses, sign_in_wait, sign_in_wait_max;                   /* seconds, doubled with each miss */

  GHashTable *sources; /* path of each value → its source, interned; for tenure_policy_source */
} TenurePolicy;

/** Reads a policy; TENURE_INPUT_ERROR with the path of what is wrong. Every value must carry its source. */
TenurePolicy *tenure_policy_parse (const char *text, gssize length, GError **error);
TenurePolicy *tenure_policy_ref (TenurePolicy *self);
void tenure_policy_unref (TenurePolicy *self);

/** Published source of a value by its path in the file ("five_day.hours"); NULL when there is no such value. */
const char *tenure_policy_source (const TenurePolicy *self, const char *path);

/** Row of the fee table for an ordered duration in months (12, 24, … are years); FALSE for what is not sold. */
gboolean tenure_fee_row (int months, TenureFeeRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenurePolicy, tenure_policy_unref)

G_END_DECLS
