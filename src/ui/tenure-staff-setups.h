/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of the staff's forms. */
#pragma once

#include "tenure-staff-form.h"

G_BEGIN_DECLS

/** The form called @name, which must exist. */
const TenureStaffSetup *tenure_staff_setup (const char *name);

G_END_DECLS
