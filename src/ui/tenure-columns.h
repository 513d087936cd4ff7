/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of the lists say: texts of a record. */
#pragma once

#include "tenure-query.h"
#include "tenure-session.h"

G_BEGIN_DECLS

/** One column. Texts are made when a row comes into view; free with g_free. */
typedef struct
{
  const char *title; /* marked for translation */
  int width;         /* in pixels, at least; the first column takes what is left */
  TenureSort sort;   /* TENURE_N_SORTS: not sortable */
  gboolean end;      /* a number: aligned to the end */
  char *(*text) (const TenureRecord *record, TenureSession *session);
  char *(*sub) (const TenureRecord *record, TenureSession *session);        /* second line, or NULL */
  const char *(*tone) (const TenureRecord *record, TenureSession *session); /* style class, or NULL */
} TenureColumn;

/** The columns of a list (of renewals: of the tab @mode); ends with a NULL title; at most eight. */
const TenureColumn *tenure_columns_for (TenureList list, int mode);
/** Columns of the resources of one service, or of its packages: what is left of them. */
const TenureColumn *tenure_columns_for_service (gboolean package);
/** Columns of what cannot be unsubscribed, with the reason. */
const TenureColumn *tenure_columns_for_refused (void);
/** What a screen reader says for a row: name, state, date. */
char *tenure_columns_row_name (const TenureColumn *columns, const TenureRecord *record, TenureSession *session);

G_END_DECLS
