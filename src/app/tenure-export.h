/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports (导出记录): their records, and making the file of one. */
#pragma once

#include "tenure-command-order-params.h"
#include "tenure-export-records.h"
#include "tenure-session.h"

G_BEGIN_DECLS

/** What was written; clear it with tenure_export_result_clear. */
typedef struct
{
  gint64 rows, left_out; /* left_out: rows beyond the limit of a price list */
  char *path;
} TenureExportResult;
void tenure_export_result_clear (TenureExportResult *self);

/** Makes the file of record @key at @target, a local file, on a worker: written beside it, then renamed; the record
 * follows. An existing file is replaced only with @replace, TENURE_INPUT_ERROR otherwise. A failure, or cancelling,
 * leaves no file and is kept in the record with its reason; it can be made again. @progress counts rows read. */
void tenure_export_async (TenureSession *session, const char *key, GFile *target, gboolean replace,
                          GCancellable *cancellable, TenureProgress progress, gpointer progress_data,
                          GAsyncReadyCallback callback, gpointer data);
gboolean tenure_export_finish (TenureSession *session, GAsyncResult *result, TenureExportResult *made, GError **error);
/** The same, waiting. */
gboolean tenure_export_save (TenureSession *session, const char *key, GFile *target, gboolean replace,
                             TenureExportResult *made, GError **error);

/** TenureExportRecord of the account, newest first. */
void tenure_export_records_async (TenureSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data);
/** Free with g_ptr_array_unref. */
GPtrArray *tenure_export_records_finish (TenureSession *session, GAsyncResult *result, GError **error);
/** The same, waiting. */
GPtrArray *tenure_export_records (TenureSession *session, GError **error);

/** A name for its file: "Renewal list 2024-05-01.xlsx", translated; free with g_free. */
char *tenure_export_suggest_name (const TenureExportRecord *record);
/** Position in TENURE_EXPORT_ENCODINGS that suits the language of the moment: with a BOM for Chinese. */
int tenure_export_preset_encoding (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureExportResult, tenure_export_result_clear)

G_END_DECLS
