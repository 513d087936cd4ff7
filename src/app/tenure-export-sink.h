/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing an export: columns, rows, formats, and the file beside its name. */
#pragma once

#include "tenure-export.h"

G_BEGIN_DECLS

/* Rows ------------------------------------------------------------------------------------------------------------ */

typedef enum
{
  TENURE_CELL_EMPTY,
  TENURE_CELL_TEXT,
  TENURE_CELL_MONEY, /* TenureMoney, known */
  TENURE_CELL_TIME,  /* TenureTime, known */
} TenureCellKind;

typedef struct
{
  TenureCellKind kind;
  const char *text; /* lives as long as the row */
  gint64 number;
} TenureCell;

typedef struct
{
  const char *heading; /* N_() */
  int width;           /* in characters */
} TenureExportColumn;

#define TENURE_EXPORT_MOST_COLUMNS 32

/** One row being filled from the left, used again for the next. */
typedef struct
{
  TenureCell cells[TENURE_EXPORT_MOST_COLUMNS];
  guint n;
  GStringChunk *texts;
} TenureExportRow;

void tenure_export_row_init (TenureExportRow *self);
void tenure_export_row_clear (TenureExportRow *self);
void tenure_export_row_begin (TenureExportRow *self);
void tenure_export_row_text (TenureExportRow *self, const char *text);
void tenure_export_row_take (TenureExportRow *self, char *text);
/** Empty for what is not known. */
void tenure_export_row_money (TenureExportRow *self, TenureMoney money);
void tenure_export_row_time (TenureExportRow *self, TenureTime time);
void tenure_export_row_skip (TenureExportRow *self, guint n);

/* Writing --------------------------------------------------------------------------------------------------------- */

/** What a table looks like before its rows; all borrowed. */
typedef struct
{
  const char *title; /* what is exported: the name of a sheet */
  const TenureExportColumn *columns;
  guint n_columns;
  const char *const *notes; /* above the headings; NULL-terminated */
} TenureExportHead;

/** Writes rows in one format to the part of a file. A text that a spreadsheet would take for a formula is marked. */
typedef struct _TenureExportSink TenureExportSink;
struct _TenureExportSink
{
  const char *path; /* of the file, for errors; borrowed */
  gboolean (*row) (TenureExportSink *self, const TenureExportRow *row, GError **error);
  gboolean (*finish) (TenureExportSink *self, GError **error);
  void (*free) (TenureExportSink *self);
};

/** The file as it comes into being, beside its name. */
typedef struct
{
  char *path, *part, *folder;
  int fd;
} TenureExportFile;
/** TENURE_INPUT_ERROR when there is such a file and it is not to be replaced, or the name is none of a file. */
gboolean tenure_export_file_begin (TenureExportFile *self, const char *path, gboolean replace, GError **error);
/** Puts it onto the disk and gives it its name. */
gboolean tenure_export_file_keep (TenureExportFile *self, gboolean replace, GError **error);
/** Leaves nothing behind. Also after keeping, when it does nothing. */
void tenure_export_file_drop (TenureExportFile *self);
/** Sets what errno says about @path; answers FALSE. */
gboolean tenure_export_fail (int saved_errno, const char *path, GError **error);

/** NULL with @error when the encoding is not to be had. */
TenureExportSink *tenure_export_csv_new (const TenureExportFile *file, int encoding, const TenureExportHead *head,
                                         GError **error);
TenureExportSink *tenure_export_xlsx_new (const TenureExportFile *file, const TenureExportHead *head, GError **error);
/** @text, marked by an apostrophe when it begins like a formula: borrowed, or in @buffer. */
const char *tenure_export_harmless (const char *text, GString *buffer);

G_END_DECLS
