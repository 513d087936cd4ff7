/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window reads besides its lists: natural keys of a selection, orders with their trace, resources, coupons.
 * All of it asynchronous on a reader; call on the main thread. */
#pragma once

#include "tenure-records.h"
#include "tenure-session.h"

G_BEGIN_DECLS

/** Freezes a selection: the natural keys of @ids (GArray of gint64, referenced), in their order, vanished ones left
 * out. */
void tenure_lookup_keys_async (TenureSession *session, const TenureQuery *query, GArray *ids, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
/** NULL-terminated; free with g_strfreev. */
char **tenure_lookup_keys_finish (TenureSession *session, GAsyncResult *result, GError **error);

/** One order with the children of a composite one behind it, and what else was done with the same resources. */
typedef struct
{
  GPtrArray *orders;    /* TenureOrder */
  GPtrArray *trace;     /* TenureOrder, newest first (交易记录跟踪) */
  GPtrArray *resources; /* TenureResource of the first lines, with their terms */
} TenureOrderView;
void tenure_order_view_free (TenureOrderView *self);
void tenure_lookup_order_async (TenureSession *session, const char *number, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
TenureOrderView *tenure_lookup_order_finish (TenureSession *session, GAsyncResult *result, GError **error);

/** Resources by natural key with their terms, as the rules see them. */
void tenure_lookup_resources_async (TenureSession *session, const char *const *keys, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data);
/** TenureResource; free with g_ptr_array_unref. */
GPtrArray *tenure_lookup_resources_finish (TenureSession *session, GAsyncResult *result, GError **error);

/** All instruments of the account (代金券, 折扣券, 现金券, 储值卡). */
void tenure_lookup_coupons_async (TenureSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data);
/** TenureCoupon; free with g_ptr_array_unref. */
GPtrArray *tenure_lookup_coupons_finish (TenureSession *session, GAsyncResult *result, GError **error);

/** How many rows each of the @n queries has, for the counts on tabs. */
void tenure_lookup_counts_async (TenureSession *session, const TenureQuery *const *queries, guint n,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/** GArray of guint, one a query. */
GArray *tenure_lookup_counts_finish (TenureSession *session, GAsyncResult *result, GError **error);

/** What occurs in a column of a list ("product", "region"), for filters; @column must be a static string. */
void tenure_lookup_values_async (TenureSession *session, TenureList list, const char *column, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
/** NULL-terminated interned texts; free the array with g_free. */
const char **tenure_lookup_values_finish (TenureSession *session, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureOrderView, tenure_order_view_free)

G_END_DECLS
