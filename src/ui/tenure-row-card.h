/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a narrow list: two lines made of the columns' texts. */
#pragma once

#include <adwaita.h>

#include "tenure-columns.h"
#include "tenure-row-model.h"

G_BEGIN_DECLS

#define TENURE_TYPE_ROW_CARD (tenure_row_card_get_type ())
G_DECLARE_FINAL_TYPE (TenureRowCard, tenure_row_card, TENURE, ROW_CARD, GtkGrid)
TenureRowCard *tenure_row_card_new (TenureSession *session, const TenureColumn *columns);
void tenure_row_card_set_row (TenureRowCard *self, TenureRow *row);

G_END_DECLS
