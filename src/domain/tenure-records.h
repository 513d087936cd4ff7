/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that rules and handlers read: resources with their terms, orders with their lines.
 * Plain values, filled by the store, never changed afterwards. */
#pragma once

#include "tenure-account.h"

G_BEGIN_DECLS

/** One paid period of a resource (计费周期): what it cost, by which channel, and whether it still stands. */
typedef struct
{
  gint64 id, order_id;
  char *order_key; /* order that bought it */
  TenureTermKind kind;
  TenureTime start, end; /* end is the 23:59:59 of its last day */
  int months, extra_days;
  TenureMoney official, due;
  TenureChannels paid;
  char *voucher_key; /* 代金券 used, or NULL */
  TenureTime voucher_expiry;
  gboolean refunded; /* given back: counts no longer */
  TenureBlock block; /* 续费后变更, 续费后追加: this renewal cannot be given back alone */
  gboolean promotion, partner_paid, special, invoiced; /* marks of the order that bought it */
  gboolean promoted;                                   /* 促销折扣: its price was a promotion's */
} TenureTerm;

/** A resource: yearly/monthly (包年/包月), pay-per-use (按需) or a package (套餐包). */
typedef struct
{
  gint64 id, account_id;
  char *key, *name;                                      /* 资源ID, 资源名称 */
  const char *offer, *service, *product, *spec, *region; /* interned; offer is its key in the catalogue */
  gint64 amount;                                         /* Mbit/s or GiB; 0 where it has none */
  gint64 main_id;                                        /* main resource this one is bound to (绑定), or 0 */
  TenureMode mode;
  int auto_months, auto_left; /* period of an automatic renewal; times left, -1 unlimited */
  TenureTime auto_since;      /* when it was switched on */
  int anchor;                 /* day of the month that expiry dates keep */
  TenureCharging charging;
  gint64 capacity, used;    /* of a package: at 10^-8 of its unit */
  TenureTime charged_until; /* of a pay-per-use one: the full hour up to which it is charged */
  TenureTime start, expiry; /* expiry TENURE_TIME_UNKNOWN: pay-per-use */
  TenureResourceStatus status;
  TenureFreeze freeze;
  char *open_order; /* number of the order not yet paid or in process, or NULL */
  TenureOrderStatus open_status;
  gboolean five_day_excluded;          /* promotion without five-day unsubscription */
  TenureMoney month_price, year_price; /* today's renewal prices of its offer; TENURE_MONEY_UNKNOWN if not sold */
  TenureTerm *terms;                   /* by start, refunded ones included */
  guint n_terms;
} TenureResource;

/** One line of an order: one resource, or the resource it will become. */
typedef struct
{
  gint64 id, order_id, resource_id; /* resource_id 0 until delivered */
  char *resource_key, *name;
  const char *offer, *service, *product, *spec, *region; /* interned */
  gint64 amount;                                         /* Mbit/s or GiB; 0 where it has none */
  char *details;                                         /* canonical JSON of what was asked besides, or NULL */
  int main_index;                                        /* index of the line this one is bound to, or -1 */
  int quantity, months, extra_days;
  TenureTime old_expiry, new_expiry; /* of a renewal or an unsubscription; TENURE_TIME_UNKNOWN otherwise */
  TenureMoney official, discount, due;
  TenureChannels paid;       /* of a refund: what came back */
  TenureMoney consumed, fee; /* of a refund */
  TenureMoney lost;          /* of a refund: the share of instruments that had expired */
  TenureRefundKind refund_kind;
  gint64 term_id;      /* of a refund: the term given back */
  gint64 discount_id;  /* TenureDiscount that it was ordered with, or 0 */
  gboolean auto_renew; /* 自动续费 ticked when ordered */
  int auto_months;
  TenureCharging charging;
  TenureTime starts;        /* of a package: begins then; TENURE_TIME_UNKNOWN: when delivered */
  gboolean failing, failed; /* told to fail (practice); could not be delivered */
  gint64 base_order_id;     /* of a refund without a term: the order whose failed line comes back */
} TenureOrderLine;

/** An order (订单); a composite one (组合交易订单) has children instead of lines. */
typedef struct
{
  gint64 id, account_id, parent_id;
  char *key, *parent_key;
  gboolean composite;
  TenureOrderType type;
  TenureOrderSource source;
  TenureOrderStatus status;
  TenureTime created, paid_at, finished, deadline; /* TENURE_TIME_UNKNOWN where it has none */
  TenureTime payable;                              /* since when it waits for payment, or TENURE_TIME_UNKNOWN */
  TenureMoney official, discount, due;
  TenureChannels paid;
  char *actor, *payer;
  char *reason;                                        /* of an unsubscription */
  char *verdict;                                       /* why the staff rejected it */
  gboolean promotion, partner_paid, special, invoiced; /* marks of the reviewer */
  guint n_failed;                                      /* lines that could not be delivered */
  TenureOrderLine *lines;
  guint n_lines;
} TenureOrder;

void tenure_term_clear (TenureTerm *self);
void tenure_resource_clear (TenureResource *self);
void tenure_order_line_clear (TenureOrderLine *self);
void tenure_order_clear (TenureOrder *self);

G_END_DECLS
