/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves the clock of a practice profile forward and plays what falls due. */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

#define TENURE_TYPE_CLOCK_DIALOG (tenure_clock_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenureClockDialog, tenure_clock_dialog, TENURE, CLOCK_DIALOG, AdwWindow)
void tenure_clock_dialog_present (GtkWidget *parent, TenureSession *session);

G_END_DECLS
