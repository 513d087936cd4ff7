/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A million rows as a GListModel: an ordered key vector, weak row objects by key, pages read on demand. */
#pragma once

#include <gio/gio.h>

#include "tenure-query.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** One row of a list: knows its id at once, its record when it was read. Property "record" notifies when it changes. */
#define TENURE_TYPE_ROW (tenure_row_get_type ())
G_DECLARE_FINAL_TYPE (TenureRow, tenure_row, TENURE, ROW, GObject)
gint64 tenure_row_id (TenureRow *self);
/** NULL until loaded; borrowed. */
TenureRecord *tenure_row_record (TenureRow *self);

/** Main thread only. get_item never blocks and never touches SQLite. Properties: "loading" (a key query runs),
 * "complete" (FALSE while only the first screen of a search is shown), "n-total" (guint). Signal "failed" (GError *).
 */
#define TENURE_TYPE_ROW_MODEL (tenure_row_model_get_type ())
G_DECLARE_FINAL_TYPE (TenureRowModel, tenure_row_model, TENURE, ROW_MODEL, GObject)
TenureRowModel *tenure_row_model_new (TenureStore *store);
/** Asks the question anew; the running one is cancelled. Takes a copy. NULL empties the model. */
void tenure_row_model_set_query (TenureRowModel *self, const TenureQuery *query);
const TenureQuery *tenure_row_model_query (TenureRowModel *self);
/** Scopes ("orders", "resources", …) whose change runs the query again by itself. */
void tenure_row_model_set_scopes (TenureRowModel *self, const char *const *scopes);
/** Changes `now` of the query and reads again: states by date move with the clock, and living rows say theirs anew. */
void tenure_row_model_set_now (TenureRowModel *self, gint64 now);
/** The vector shown, which positions count in; referenced. */
TenureKeyVector *tenure_row_model_keys (TenureRowModel *self);
/** The newest answer; referenced. Differs from the one shown while a large change is published in parts. */
TenureKeyVector *tenure_row_model_latest_keys (TenureRowModel *self);
/** Number of rows of the newest answer. */
guint tenure_row_model_n_total (TenureRowModel *self);
/** Position of an id, or G_MAXUINT; linear, for tests and small lists. */
guint tenure_row_model_find (TenureRowModel *self, gint64 id);
/** Row objects alive and pages cached, for tests and benchmarks. */
guint tenure_row_model_live_rows (TenureRowModel *self);
guint tenure_row_model_cached_pages (TenureRowModel *self);

G_END_DECLS
