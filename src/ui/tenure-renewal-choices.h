/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The durations that a set of resources can be renewed for (rules 4.2), in a row to choose from. */
#pragma once

#include "tenure-duration-row.h"
#include "tenure-session.h"

G_BEGIN_DECLS

/** @resources: TenureResource. */
void tenure_renewal_choices_offer (TenureDurationRow *row, TenureSession *session, const GPtrArray *resources);

G_END_DECLS
