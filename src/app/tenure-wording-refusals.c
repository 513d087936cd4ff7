/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why something is not possible, and the way out. {NAME} is an operand. */
#include "tenure-wording-private.h"

#include <glib/gi18n-lib.h>

const TenureWording TENURE_REFUSAL_WORDING[] = {
  { NULL, NULL },
};
