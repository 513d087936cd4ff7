/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a profile's records, waiting: for the command line and tests, never on a thread that draws. */
#pragma once

#include "tenure-journal-read.h"
#include "tenure-records.h"
#include "tenure-session.h"

G_BEGIN_DECLS

/** Ids of a list in its order, all or the first @limit. */
TenureKeyVector *tenure_read_keys (TenureSession *session, const TenureQuery *query, guint limit, GError **error);
/** TenureRecord by id; NULL elements for what is gone by now. */
GPtrArray *tenure_read_records (TenureSession *session, const TenureQuery *query, const gint64 *ids, guint n,
                                GError **error);
/** Why each row cannot be unsubscribed in the way of the query's list: TenureRefusal, NULL where it can. */
GPtrArray *tenure_read_refusals (TenureSession *session, const TenureQuery *query, const gint64 *ids, guint n,
                                 GError **error);
/** TenureOrder, children behind their composite order; TENURE_INPUT_ERROR_UNKNOWN naming the number. */
GPtrArray *tenure_read_orders (TenureSession *session, const char *const *keys, GError **error);
/** TenureOrder that touched the same resources, newest first. */
GPtrArray *tenure_read_trace (TenureSession *session, gint64 order_id, GError **error);
/** TenureResource with terms, bound parts behind their main resource. */
GPtrArray *tenure_read_resources (TenureSession *session, const char *const *keys, GError **error);
/** TenureCoupon. */
GPtrArray *tenure_read_coupons (TenureSession *session, GError **error);
/** TenureJournalEvent: the newest @limit (0: all), oldest first; of one @subject unless NULL. */
GPtrArray *tenure_read_journal (TenureSession *session, const char *subject, guint limit, GError **error);
/** Follows the journal's chain; with @head, that hash must be in it. */
gboolean tenure_read_journal_verify (TenureSession *session, const char *head, gint64 *n_events, GError **error);
/** Hash of the newest event; free with g_free. */
char *tenure_read_journal_head (TenureSession *session, GError **error);

/** Resource ids for @names, each an id or the name of exactly one live resource; g_strfreev.
 * TENURE_INPUT_ERROR_UNKNOWN naming the one that is neither, TENURE_INPUT_ERROR_INVALID when several are called so. */
char **tenure_read_resource_ids (TenureSession *session, const char *const *names, GError **error);

G_END_DECLS
