/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by natural key, whole, for rules and for detail views. Inside jobs. */
#pragma once

#include "tenure-records.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** FALSE with TENURE_INPUT_ERROR_UNKNOWN naming @key. @year: whose quota is counted. NULL key: the only account. */
gboolean tenure_facts_account (TenureConnection *connection, const char *key, int year, TenureAccount *account,
                               GError **error);
/** TenureResource with their terms, bound parts directly behind their main resource when @with_parts; in the order of
 * @keys; an unknown key is TENURE_INPUT_ERROR_UNKNOWN. Prices are not filled in. Reads in bulk: 50,000 well under 1
 * s. */
GPtrArray *tenure_facts_resources (TenureConnection *connection, const char *account, const char *const *keys,
                                   gboolean with_parts, GError **error);
GPtrArray *tenure_facts_resources_by_id (TenureConnection *connection, const gint64 *ids, guint n, gboolean with_parts,
                                         GError **error);
/** TenureOrder with lines, children directly behind their composite order. */
GPtrArray *tenure_facts_orders (TenureConnection *connection, const char *account, const char *const *keys,
                                GError **error);
GPtrArray *tenure_facts_orders_by_id (TenureConnection *connection, const gint64 *ids, guint n, GError **error);
/** Orders that touched a resource or belong with an order, newest first (交易记录跟踪). */
GPtrArray *tenure_facts_trace (TenureConnection *connection, gint64 order_id, GError **error);

G_END_DECLS
