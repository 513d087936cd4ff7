/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files that read what an export holds. */
#pragma once

#include "tenure-catalogue.h"
#include "tenure-export-sink.h"
#include "tenure-plan.h"
#include "tenure-query.h"

G_BEGIN_DECLS

/* Reading --------------------------------------------------------------------------------------------------------- */

/** What one export is made from, and what became of it. Lives on the worker. */
typedef struct
{
  const TenureExportRecord *record;
  const TenureExportFile *file;
  char **rows;        /* ticked keys, or NULL */
  TenureQuery *query; /* account, clock, level, policy, and the filter */
  TenurePlan *plan;   /* of renewing the ticked resources, for a renewal list */
  TenureCatalogue *catalogue;
  gboolean practice;
  TenureProgress report; /* on the worker */
  gpointer report_data;

  gint64 n_rows, left_out;
} TenureExportSource;

/** A job: reads page by page and writes; the head is known only when the keys are. */
gboolean tenure_export_write (TenureConnection *connection, gpointer source, GCancellable *cancellable, GError **error);

/** What each kind is: its columns, and what writes its rows. */
typedef struct
{
  const TenureExportColumn *columns;
  guint n_columns;
  gboolean reference; /* holds reference prices */
  gboolean (*write) (TenureConnection *connection, TenureExportSource *source, TenureExportSink *sink,
                     const TenureKeyVector *keys, GCancellable *cancellable, GError **error);
} TenureExportKind;
extern const TenureExportKind TENURE_EXPORT_ORDERS, TENURE_EXPORT_RENEWAL_LIST, TENURE_EXPORT_PRICE_LIST;

/** Writes the row out and counts it. */
gboolean tenure_export_put (TenureExportSource *source, TenureExportSink *sink, const TenureExportRow *row,
                            GError **error);
/** Says how far it is; FALSE when it is no longer wanted. */
gboolean tenure_export_go_on (TenureExportSource *source, gint64 done, gint64 total, GCancellable *cancellable,
                              GError **error);

G_END_DECLS
