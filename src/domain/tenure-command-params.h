/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The C struct of each kind of command: its parameters. */
#pragma once

#include "tenure-civil.h"
#include "tenure-money.h"
#include "tenure-platform-enums.h"

G_BEGIN_DECLS

typedef struct
{
  TenureMoney amount;
} TenureTopUp;
typedef struct
{
  char *offer, *spec, *region, *name;
  gint64 bandwidth, disk_gib, months, quantity; /* bandwidth in Mbit/s; disk of the system disk in GiB */
  char *line, *bandwidth_name, **tags;
  gboolean ipv6, auto_renew, agreed; /* agreed: 服务声明 ticked */
  gboolean pay_per_use;              /* 按需计费: no duration, no payment */
  TenureTime starts;                 /* of a package: on a later date; 0: on payment */
} TenurePlaceOrder;
/** discount: a 折扣券; voucher: one 代金券; flexi: 现金券; card: 储值卡; all by key and optional. */
typedef struct
{
  char **orders, *discount, *voucher, **flexi, **card;
} TenurePay;
typedef struct
{
  char **orders;
} TenureCancel;
/** pay: at once from the balance; otherwise the order waits under 待支付. unify: up to the account's unified day.
 * auto_renew: once paid it renews itself, each time by as many months (设置自动续费, guide 4.2.1). */
typedef struct
{
  char **resources;
  gint64 months;
  gboolean unify, auto_renew, pay;
} TenureRenew;
/** any TenureMode; months and times (0 = unlimited) with auto; reset_times: 重置自动续费次数 */
typedef struct
{
  char **resources;
  int mode;
  gint64 months, times;
  gboolean reset_times;
} TenureSetMode;
/** 1 to 28, or -1: the last day of the month */
typedef struct
{
  gint64 day;
} TenureSetUnifiedDay;
/** days before expiry; agreed: the confirmation is ticked */
typedef struct
{
  gint64 days;
  gboolean agreed;
} TenureSetDeductionDay;
/** reason: index into TENURE_REASONS; reason_text with 其他; agreed: data saved or not needed */
typedef struct
{
  char **resources;
  int reason;
  char *reason_text;
  gboolean agreed;
} TenureUnsubscribe;
/** expiries: per resource, "YYYY-MM-DD", the day it shall end on afterwards; empty = end of the running period */
typedef struct
{
  char **resources, **expiries;
} TenureUnsubscribeRenewals;

/** "wrong-spec", "surplus", "test-done", "hard-to-use", "not-suitable", "fault", "other" (A2-23); NULL-terminated. */
extern const char *const TENURE_REASONS[];

G_END_DECLS
