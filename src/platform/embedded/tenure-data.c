/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The policies that are compiled into the program. */
#include "tenure-embedded.h"

#include <glib/gi18n-lib.h>

#include "tenure-data-resource.h"
#include "tenure-error.h"

#define PREFIX "/org/tenure/Tenure/data/"

static const char *const POLICIES[] = { "huawei-cn", "huawei-intl", "intl-page", NULL };

const char *const *
tenure_data_policy_names (void)
{
  return POLICIES;
}

/* The resource is asked for by its own function: that keeps it in a program linked with this library. */
static GBytes *
read_data (const char *path, GError **error)
{
  return g_resource_lookup_data (tenure_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

TenurePolicy *
tenure_data_policy (const char *name, GError **error)
{
  g_autofree char *path = g_strdup_printf (PREFIX "policy/%s.json", name);
  g_autoptr (GBytes) text = NULL;

  if (!g_strv_contains (POLICIES, name))
    {
      g_autofree char *all = g_strjoinv (", ", (char **)POLICIES);

      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                   _ ("There is no policy “%s”; the program has %s"), name, all);
      return NULL;
    }
  text = read_data (path, error);
  return text ? tenure_policy_parse (g_bytes_get_data (text, NULL), (gssize)g_bytes_get_size (text), error) : NULL;
}
