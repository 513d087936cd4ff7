/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-level.h"
#include "tenure-error.h"

#include <glib/gi18n-lib.h>

static const char *const names[TENURE_N_LEVELS] = { "V0", "V1", "V2", "V3", "V4", "V5", "intl" };

const char *
tenure_level_name (TenureLevel level)
{
  g_return_val_if_fail (level < TENURE_N_LEVELS, NULL);
  return names[level];
}

gboolean
tenure_level_parse (const char *text, TenureLevel *level, GError **error)
{
  for (guint i = 0; i < TENURE_N_LEVELS; i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *level = (TenureLevel)i;
        return TRUE;
      }
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
               _ ("“%s” is not a customer level; choose V0, V1, V2, V3, V4, V5 or intl."), text ? text : "");
  return FALSE;
}
