/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-secret.h"

void
tenure_secret_wipe (char *text)
{
  /* Not a plain memset, which a compiler may leave out before a free. */
  for (volatile char *byte = text; byte && *byte; byte++)
    *byte = 0;
}
