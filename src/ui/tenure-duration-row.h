/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice among durations on sale, in words. */
#pragma once

#include <adwaita.h>

#include "tenure-renewal.h"

G_BEGIN_DECLS

/** Property "selected" notifies when another duration is chosen. */
#define TENURE_TYPE_DURATION_ROW (tenure_duration_row_get_type ())
G_DECLARE_FINAL_TYPE (TenureDurationRow, tenure_duration_row, TENURE, DURATION_ROW, AdwComboRow)
/** Offers @durations, months only up to @most_months; @preset (in months) is chosen where it is among them. */
void tenure_duration_row_offer (TenureDurationRow *self, TenureDurations durations, int most_months, int preset);
/** Chooses @months where they are on offer. */
void tenure_duration_row_choose (TenureDurationRow *self, int months);
/** In months; 0 while there is nothing to choose. */
int tenure_duration_row_months (TenureDurationRow *self);

G_END_DECLS
