/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists once more, as the words say them: rows filtered and sorted one by one in C. */
#pragma once

#include "tenure-query.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/* A row as the table has it; texts are NULL where there is none. */
typedef struct
{
  gint64 id, account, parent, type, created, deadline, official, due, start, expiry, excluded;
  char *key, *name, *status, *product, *service, *region, *mode, *search, *open_status;
  gboolean has_unstarted;                             /* a renewal term that has not begun */
  char *line_services, *line_products, *line_regions; /* each between commas; children's lines too */
} PlainRow;

void plain_row_free (gpointer data);
/** All rows (PlainRow) of "order" or of resource. */
GPtrArray *plain_rows_read (TenureConnection *connection, gboolean orders, TenureTime now, GError **error);
gboolean plain_row_matches (const PlainRow *self, const TenureQuery *query);
/** For g_ptr_array_sort_with_data: @data is the query. */
int plain_rows_compare (gconstpointer a, gconstpointer b, gpointer data);

G_END_DECLS
