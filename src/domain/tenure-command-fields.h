/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the field tables make possible without a word about any kind: copy, free, check, write, read. */
#pragma once

#include "tenure-command.h"

G_BEGIN_DECLS

/** The row of one kind in the one table. */
typedef struct
{
  const char *name;
  guint version;
  gsize size; /* of the kind's struct */
  const TenureField *fields;
  guint n_fields;
  TenureRole role;
} TenureCommandRow;

const TenureCommandRow *tenure_command_row (TenureCommandKind kind);

/** A copy of @params with copies of all texts; what is optional and empty becomes NULL. Free with fields_free. */
gpointer tenure_fields_copy (const TenureCommandRow *row, gconstpointer params);
void tenure_fields_free (const TenureCommandRow *row, gpointer params);
/** The name of the first field that is not allowed, with its TENURE_INPUT_ERROR; NULL when all are. */
const char *tenure_fields_wrong (const TenureCommandRow *row, gconstpointer params, GError **error);
/** TENURE_INPUT_ERROR naming the field. */
gboolean tenure_fields_check (const TenureCommandRow *row, gconstpointer params, GError **error);
/** An object of the fields in the order of the table; what is optional and empty is left out. */
TenureJson *tenure_fields_to_json (const TenureCommandRow *row, gconstpointer params);
/** The struct, not checked yet; NULL when a member has the wrong type, is not a field, or is missing. */
gpointer tenure_fields_from_json (const TenureCommandRow *row, TenureJson *json, GError **error);

G_END_DECLS
