/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the row model's parts know of a row. */
#pragma once

#include "tenure-row-model.h"

G_BEGIN_DECLS

/** @gone is called with @owner when the last reference goes, unless the row was orphaned before. */
typedef void (*TenureRowGone) (TenureRow *row, gpointer owner);
TenureRow *tenure_row_new (gint64 id, TenureRowGone gone, gpointer owner);
/** The owner goes first: nobody is told any more. */
void tenure_row_orphan (TenureRow *self);

/** TRUE when it is as read last, also when nothing was found; FALSE again after tenure_row_expire(). */
gboolean tenure_row_loaded (TenureRow *self);
void tenure_row_expire (TenureRow *self);
/** References @record; NULL: the row no longer exists, and keeps what was known of it. Notifies only when it differs.
 */
void tenure_row_deliver (TenureRow *self, TenureRecord *record);
/** Notifies although it does not differ: what is said of a record also depends on the clock and the language. */
void tenure_row_retell (TenureRow *self);
/** For hash tables: the address of the id. */
const gint64 *tenure_row_key (TenureRow *self);

G_END_DECLS
