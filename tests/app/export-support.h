/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile with rows that never change, and exports made of them. */
#pragma once

#include "tenure-export.h"

#include "../tenure-test.h"

G_BEGIN_DECLS

enum
{
  ORDERS,
  UNPAID,
  RENEWAL_LIST,
  PRICE_LIST
};
enum
{
  CSV,
  XLSX
};
enum
{
  BOM,
  PLAIN,
  GB18030
};

typedef struct
{
  char *folder, *target;
  TenureSession *session;
} Place;

void place_setup (Place *place, gconstpointer practice);
void place_teardown (Place *place, gconstpointer data);
void place_sql (Place *place, const char *sql);
/** @n further live resources of one kind. */
void place_fill (Place *place, guint n);
void place_fill_orders (Place *place, guint n);

/** Requests it; its key, free with g_free. */
char *place_request (Place *place, const TenureExport *export);
TenureExportRecord *place_record (Place *place, const char *key);
/** Requests and saves it at the place's target; must succeed. */
TenureExportResult place_export (Place *place, const TenureExport *export);
/** … and answers the file's bytes. */
char *place_bytes (Place *place, const TenureExport *export);
/** … of an XLSX as text. */
char *place_cells (Place *place, const TenureExport *export);
/** How many files the folder has besides the profiles. */
guint place_files (Place *place);

G_END_DECLS
