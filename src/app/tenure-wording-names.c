/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wording-names.h"

#include <glib/gi18n-lib.h>

const char *
tenure_word_region (TenureCatalogue *catalogue, const char *region)
{
  return region ? tenure_catalogue_region_name (catalogue, region, tenure_word_is_chinese ()) : "";
}

const char *
tenure_word_spec (const TenureSpec *spec)
{
  return tenure_word_is_chinese () ? spec->name_zh : spec->name_en;
}

const char *
tenure_word_category (const TenureOffer *offer)
{
  return tenure_word_is_chinese () ? offer->category_zh : offer->category_en;
}

static const char *
product_name (TenureCatalogue *catalogue, const char *name)
{
  for (guint i = 0; i < tenure_catalogue_length (catalogue); i++)
    {
      const TenureOffer *offer = tenure_catalogue_at (catalogue, i);

      if (g_strcmp0 (offer->name_en, name) == 0)
        return tenure_word_is_chinese () ? offer->name_zh : offer->name_en;
    }
  return name;
}

char *
tenure_word_products (TenureCatalogue *catalogue, const char *products)
{
  g_auto (GStrv) names = g_strsplit (products ? products : "", ", ", 0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; names[i]; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", product_name (catalogue, names[i]));
  return g_strdup (text->str);
}

char *
tenure_word_setting_change (const TenurePlanItem *item)
{
  g_autofree char *old = tenure_word_value (item->old_value), *new = tenure_word_value (item->new_value);

  return item->old_value ? g_strdup_printf ("%s → %s", old, new) : g_steal_pointer (&new);
}
