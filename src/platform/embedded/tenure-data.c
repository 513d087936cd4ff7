/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The policies and the catalogue that are compiled into the program. */
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

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The files in the order of their names: the regions first, offers behind them. */
TenureCatalogue *
tenure_data_catalogue (GError **error)
{
  g_auto (GStrv) names = g_resource_enumerate_children (tenure_data_get_resource (), PREFIX "catalogue",
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gssize));

  if (names == NULL)
    return NULL;
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat (PREFIX "catalogue/", *name, NULL);
      GBytes *file = read_data (path, error);
      gssize length;

      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
      length = (gssize)g_bytes_get_size (file);
      g_ptr_array_add (texts, (gpointer)g_bytes_get_data (file, NULL));
      g_array_append_val (lengths, length);
    }
  return tenure_catalogue_parse ((const char *const *)texts->pdata, (const gssize *)lengths->data, texts->len, error);
}
