/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parameters of the commands on orders, resources and exports beyond ordering, paying, renewing and unsubscribing. */
#pragma once

#include "tenure-command-params.h"

G_BEGIN_DECLS

/** Instruments kept for an unpaid order: it locks what it would take of them; none given frees them again. */
typedef struct
{
  char *order, *discount, *voucher, **flexi, **card;
} TenureChooseInstruments;
/** 待确认: ordered on the customer's behalf. */
typedef struct
{
  char **orders;
  gboolean accept;
} TenureConfirmOrder;
/** Practice: items of a 处理中 order will fail; lines by their position from 1, none: all. */
typedef struct
{
  char *order, **lines;
} TenureTellFailure;
/** 变更: one of them: another flavour, or another size (Mbit/s, GiB). pay: at once. */
typedef struct
{
  char *resource, *spec;
  gint64 amount;
  gboolean pay;
} TenureChange;
/** A further disk (GiB) or a bandwidth add-on (加油包, Mbit/s) for a resource. pay: at once. */
typedef struct
{
  char *resource, *offer, *spec, *name;
  gint64 amount;
  gboolean pay;
} TenureAttach;
/** 按需转包周期. pay: at once. */
typedef struct
{
  char **resources;
  gint64 months;
  gboolean auto_renew, pay;
} TenureToPeriod;
typedef struct
{
  char **resources;
} TenureRelease;
/** An instrument that was granted inactive. */
typedef struct
{
  char *coupon;
} TenureActivateCoupon;
/** months: of a renewal list. resources: ticked rows (or order numbers); none: by the filter. */
typedef struct
{
  int what, format, encoding;
  char **rows;
  gint64 months;
  char *question; /* the filter, canonical JSON, or NULL: all */
} TenureExport;

/** What is exported, its format and its encoding: "orders", "csv", "utf-8-bom" …; NULL-terminated. */
extern const char *const TENURE_EXPORTS[], *const TENURE_EXPORT_FORMATS[], *const TENURE_EXPORT_ENCODINGS[];

G_END_DECLS
