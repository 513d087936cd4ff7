/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Row objects by key, and the pages of records that fill them; belongs to a row model. Main thread only. */
#pragma once

#include "tenure-row-private.h"

G_BEGIN_DECLS

#define TENURE_PAGE_ROWS 128
#define TENURE_PAGES_KEPT 32

typedef struct _TenureRowCache TenureRowCache;

/** @failed is called with @owner when a page cannot be read. */
typedef void (*TenureRowCacheFailed) (const GError *error, gpointer owner);
TenureRowCache *tenure_row_cache_new (TenureStore *store, TenureRowCacheFailed failed, gpointer owner);
/** Living rows go on without it, and are no longer filled. */
void tenure_row_cache_free (TenureRowCache *self);

/** Positions count in @vector from now on: pages are dropped, and so is what still arrives for the former vector.
 * @stale: what living rows show is read again. */
void tenure_row_cache_begin (TenureRowCache *self, const TenureQuery *query, TenureKeyVector *vector, gboolean stale);
/** The row at @position of the vector: the same object as long as somebody holds it; a new reference. */
TenureRow *tenure_row_cache_get (TenureRowCache *self, guint position);

/** Every living row says its record anew. */
void tenure_row_cache_retell (TenureRowCache *self);
guint tenure_row_cache_live_rows (TenureRowCache *self);
guint tenure_row_cache_pages (TenureRowCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRowCache, tenure_row_cache_free)

G_END_DECLS
