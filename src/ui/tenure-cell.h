/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a list: one or two lines of text that follow a row as it is loaded and changes. */
#pragma once

#include <adwaita.h>

#include "tenure-columns.h"
#include "tenure-row-model.h"

G_BEGIN_DECLS

#define TENURE_TYPE_CELL (tenure_cell_get_type ())
G_DECLARE_FINAL_TYPE (TenureCell, tenure_cell, TENURE, CELL, GtkBox)
/** The cell of the first of @columns speaks for the whole row to a screen reader. */
TenureCell *tenure_cell_new (TenureSession *session, const TenureColumn *column, const TenureColumn *columns);
/** NULL when the cell is not used. */
void tenure_cell_set_row (TenureCell *self, TenureRow *row);

G_END_DECLS
