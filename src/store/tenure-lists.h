/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading lists: the ordered key vector of a query, and rows by key. */
#pragma once

#include "tenure-query.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** All ids in order. @limit > 0: only the first ones (a search's first screen); `complete` says whether that is all.
 */
TenureKeyVector *tenure_lists_keys (TenureConnection *connection, const TenureQuery *query, guint limit,
                                    GError **error);
/** Rows by id, in the order given; NULL elements for ids that no longer exist. Free with g_ptr_array_unref. */
GPtrArray *tenure_lists_records (TenureConnection *connection, const TenureQuery *query, const gint64 *ids, guint n,
                                 GError **error);
/** Natural keys for ids, in the order given, vanished ones left out (a selection frozen into what a command names);
 * g_strfreev. */
char **tenure_lists_natural_keys (TenureConnection *connection, const TenureQuery *query, const gint64 *ids, guint n,
                                  GError **error);
/** What occurs in "service", "product" or "region", for filters, sorted: NULL-terminated interned texts; free the array
 * with g_free. */
const char **tenure_lists_values (TenureConnection *connection, TenureList list, const char *column, GError **error);

G_END_DECLS
