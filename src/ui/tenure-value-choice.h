/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter by what occurs in a column of a list: products, regions. */
#pragma once

#include "tenure-list-page.h"

G_BEGIN_DECLS

/** Lives within the page that it filters for; starts zeroed. */
typedef struct
{
  TenureSession *session; /* borrowed of the page */
  TenureList list;
  const char *column;  /* "product" or "region" */
  const char **values; /* interned, behind "any"; NULL until read */
  gboolean filling;
  GtkDropDown *choice;
} TenureValueChoice;

/** Adds the drop-down to @page; its values are read when it comes on the screen. @column: "product" or "region". */
void tenure_value_choice_add (TenureValueChoice *self, TenureListPage *page, TenureSession *session, TenureList list,
                              const char *column);
/** The chosen value; NULL: any. Interned. */
const char *tenure_value_choice_get (TenureValueChoice *self);

G_END_DECLS
