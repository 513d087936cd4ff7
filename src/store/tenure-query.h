/* A list question as an immutable value: which list, which filters, which order. SPDX-License-Identifier:
 * GPL-3.0-or-later */
#pragma once

#include "tenure-civil.h"
#include "tenure-enums.h"
#include "tenure-policy.h"

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

/** Filters are all met by a row. Fields not used are NULL, -1 or TENURE_TIME_UNKNOWN; tenure_query_new sets them so. */
typedef struct
{
  TenureList list;
  char *account;    /* account key */
  char *search;     /* number, id or name contains; folded by the store */
  char **keys;      /* pasted ids: exactly these */
  int mode;         /* TenureMode */
  int status, type; /* TenureOrderStatus (of TENURE_LIST_RESOURCES: TenureResourceStatus), TenureOrderType */
  int life;         /* TenureLife at now; needs the policy */
  char *service, *product, *region;
  TenureTime from, to;                   /* orders: created in [from, to]; resources: expiry in [from, to] */
  gboolean in_use_only;                  /* "within X days" limits to 使用中 */
  gboolean expired_only;                 /* past the expiry second */
  gboolean hide_unpaid;                  /* 隐藏有待支付订单的资源 */
  gboolean hide_packages, only_packages; /* 隐藏套餐包, 仅显示套餐包 */
  TenureSort sort;
  gboolean descending;
  TenureTime now;       /* the platform's clock when asked */
  TenureLevel level;    /* with the policy: for the life-cycle state of a row, its next deduction, the five days */
  TenurePolicy *policy; /* referenced */
} TenureQuery;

TenureQuery *tenure_query_new (TenureList list);
TenureQuery *tenure_query_copy (const TenureQuery *self);
void tenure_query_free (TenureQuery *self);
/** The same rows in the same order are asked for; the clock may be another one. */
gboolean tenure_query_equal (const TenureQuery *a, const TenureQuery *b);

/** One row of any list: immutable, ref-counted, crosses threads. */
typedef struct
{
  gatomicrefcount refs;
  gint64 id;
  char *key, *name, *parent_key, *open_order;            /* order number or resource id; … */
  const char *offer, *service, *product, *spec, *region; /* interned */
  int status, type, source, mode, life, freeze;          /* enums of tenure-enums.h; -1 where none */
  gboolean composite, withdrawn;
  TenureTime created, finished, deadline, expiry, start;
  int auto_months, auto_left;
  TenureTime next_deduction;
  gint64 amount, due, paid; /* TenureMoney */
  guint n_parts, n_periods; /* bound parts; unstarted renewal periods */
} TenureRecord;

TenureRecord *tenure_record_ref (TenureRecord *self);
/** Nothing on NULL, which stands for a row that is gone. */
void tenure_record_unref (TenureRecord *self);
/** Every field is the same, so that a row need not be drawn again. */
gboolean tenure_record_equal (const TenureRecord *a, const TenureRecord *b);

/** The ordered keys of a list at one moment: ids, immutable, ref-counted. */
typedef struct
{
  gatomicrefcount refs;
  gint64 *ids;
  guint n;
  gboolean complete; /* FALSE: the first rows of a search that still runs */
} TenureKeyVector;
/** Takes @ids (gint64). */
TenureKeyVector *tenure_key_vector_new (GArray *ids, gboolean complete);
TenureKeyVector *tenure_key_vector_ref (TenureKeyVector *self);
void tenure_key_vector_unref (TenureKeyVector *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureQuery, tenure_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRecord, tenure_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureKeyVector, tenure_key_vector_unref)

G_END_DECLS
