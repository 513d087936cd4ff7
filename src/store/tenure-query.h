/* A list question as an immutable value: which list, which filters, which order. SPDX-License-Identifier:
 * GPL-3.0-or-later */
#pragma once

#include "tenure-civil.h"
#include "tenure-enums.h"
#include "tenure-catalogue.h"
#include "tenure-explain.h"
#include "tenure-json.h"
#include "tenure-policy.h"
#include "tenure-record.h"
#include "tenure-store.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_LIST_ORDERS,      /* 我的订单; children of composite orders are not listed */
  TENURE_LIST_UNPAID,      /* 待支付订单 */
  TENURE_LIST_RENEWALS,    /* 续费管理; with `mode` one of its tabs */
  TENURE_LIST_UNSUBSCRIBE, /* 退订使用中的资源: in use, not bound to another */
  TENURE_LIST_FIVE_DAY,    /* … of them, within five days of their start */
  TENURE_LIST_PERIODS,     /* 退订续费周期: resources with an unstarted renewal period */
  TENURE_LIST_RESOURCES,   /* all resources, gone ones too */
  TENURE_LIST_PENDING,     /* 退订未生效的资源: packages that begin later */
  TENURE_LIST_REFUSED,     /* 不可退订: what is there and cannot be unsubscribed */
  TENURE_LIST_METERED,     /* 按需资源: what is charged by the hour */
  TENURE_LIST_PACKAGES,    /* 套餐包, of every state */
} TenureList;
/** Its rows are orders; those of all others are resources. */
gboolean tenure_list_is_of_orders (TenureList list);

typedef enum
{
  TENURE_SORT_DEFAULT, /* orders: created, newest first; resources: expiry, soonest first */
  TENURE_SORT_KEY,
  TENURE_SORT_NAME,
  TENURE_SORT_PRODUCT,
  TENURE_SORT_REGION,
  TENURE_SORT_STATUS,
  TENURE_SORT_CREATED,
  TENURE_SORT_EXPIRY,
  TENURE_SORT_AMOUNT, /* order amount; of unpaid orders the amount due */
  TENURE_N_SORTS,
} TenureSort;

typedef struct _TenureQuery TenureQuery;
/** Why each of @n resources cannot be unsubscribed in the way of the list, by the platform's rules: fills @refusals
 * (NULL: it can). Inside a read job. */
typedef gboolean (*TenureJudge) (TenureConnection *connection, const TenureQuery *query, const gint64 *ids, guint n,
                                 TenureRefusal **refusals, GError **error);

/** Filters are all met by a row. Fields not used are NULL, -1 or TENURE_TIME_UNKNOWN; tenure_query_new sets them so. */
struct _TenureQuery
{
  TenureList list;
  char *account;    /* account key */
  char *search;     /* number, id or name contains; folded by the store */
  char **keys;      /* pasted ids: exactly these */
  int mode;         /* TenureMode */
  int status, type; /* TenureOrderStatus (of TENURE_LIST_RESOURCES: TenureResourceStatus), TenureOrderType */
  int life;         /* TenureLife at now; needs the policy */
  char *service, *product, *region;
  TenureTime from, to;                /* orders: created in [from, to]; resources: expiry in [from, to] */
  gboolean in_use_only, expired_only; /* "within X days" limits to 使用中; past the expiry second */
  gboolean hide_unpaid, hide_packages, only_packages; /* 隐藏有待支付订单的资源, 隐藏套餐包, 仅显示套餐包 */
  int refused;                                        /* 0 可退订, 1 不可退订, by the judge; -1 both */
  int hours_left; /* 倒计时: at most so many of the five days' hours are left; -1 */
  TenureSort sort;
  gboolean descending;
  TenureTime now;       /* the platform's clock when asked */
  TenureLevel level;    /* with the policy: for the life-cycle state of a row, its next deduction, the five days */
  TenurePolicy *policy; /* referenced */
  TenureCatalogue *catalogue; /* referenced; of the judge */
  TenureJudge judge;          /* NULL: nothing is refused */
};

TenureQuery *tenure_query_new (TenureList list);
TenureQuery *tenure_query_copy (const TenureQuery *self);
void tenure_query_free (TenureQuery *self);
/** The same rows in the same order are asked for; the clock may be another one. */
gboolean tenure_query_equal (const TenureQuery *a, const TenureQuery *b);
/** List, filters and order by name, what is not set left out; without account, clock, level and policy. */
TenureJson *tenure_query_to_json (const TenureQuery *self);
/** TENURE_INPUT_ERROR_INVALID naming the member that cannot be read. */
TenureQuery *tenure_query_from_json (TenureJson *json, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureQuery, tenure_query_free)

G_END_DECLS
