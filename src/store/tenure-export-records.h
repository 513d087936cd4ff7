/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of exports (导出记录): what was asked for, how far it is, where its file lies. Inside jobs. */
#pragma once

#include "tenure-civil.h"
#include "tenure-store.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_EXPORT_REQUESTED, /* no file was made yet */
  TENURE_EXPORT_MAKING,    /* a program writes it */
  TENURE_EXPORT_READY,     /* it lies where it was saved */
  TENURE_EXPORT_FAILED,    /* it could not be made, or was stopped */
} TenureExportState;

/** One of them, as it stands. */
typedef struct
{
  gint64 id;
  char *key;                  /* "DC20240501-7" */
  int what, format, encoding; /* positions in TENURE_EXPORTS, TENURE_EXPORT_FORMATS, TENURE_EXPORT_ENCODINGS */
  char *question;             /* canonical JSON: {"months", "query", "rows"}, each only where it applies */
  TenureExportState state;
  TenureTime requested, finished, expiry; /* finished TENURE_TIME_UNKNOWN: not yet */
  gint64 rows, left_out;                  /* -1: not known yet */
  char *path;                             /* where the file was saved, or NULL */
  char *reason;                           /* of a failure: "no-space", "cancelled" …, or NULL */
} TenureExportRecord;

/** Those of @account that have not expired at @now, newest first; free with g_ptr_array_unref. */
GPtrArray *tenure_export_records_read (TenureConnection *connection, const char *account, TenureTime now,
                                       GError **error);
/** TENURE_INPUT_ERROR_UNKNOWN when there is none of that key (any more). */
TenureExportRecord *tenure_export_record_find (TenureConnection *connection, const char *account, const char *key,
                                               TenureTime now, GError **error);
void tenure_export_record_free (TenureExportRecord *self);

/** How a record moves on: its new state, and what is known with it. */
typedef struct
{
  const char *key, *account, *actor;
  TenureExportState state;
  TenureTime now;
  gint64 rows, left_out; /* of what is ready */
  const char *path, *reason;
} TenureExportChange;
/** Writes it with its journal event; nothing, and TRUE, when the record has gone by now. In a write job. */
gboolean tenure_export_record_change (TenureConnection *connection, const TenureExportChange *change, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureExportRecord, tenure_export_record_free)

G_END_DECLS
