/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wording-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* How much of @text is @name, standing alone or before the next name; 0 when it is not. */
static gsize
name_length (const char *text, const char *name)
{
  gsize length = strlen (name);

  return g_str_has_prefix (text, name) && (text[length] == '\0' || g_str_has_prefix (text + length, ", ")) ? length : 0;
}

/* The longest product name at the start of @text, as names may hold commas themselves; moves *text behind it. */
static char *
take_product (TenureCatalogue *catalogue, const char **text)
{
  const TenureOffer *best = NULL;
  gsize length = 0;
  char *name;

  for (guint i = 0; i < tenure_catalogue_length (catalogue); i++)
    {
      const TenureOffer *offer = tenure_catalogue_at (catalogue, i);
      gsize found = name_length (*text, offer->name_en);

      if (found > length)
        best = offer;
      length = MAX (length, found);
    }
  if (!best)
    length = strstr (*text, ", ") ? (gsize)(strstr (*text, ", ") - *text) : strlen (*text);
  name = best && tenure_word_is_chinese () ? g_strdup (best->name_zh) : g_strndup (*text, length);
  *text += length + ((*text)[length] ? strlen (", ") : 0);
  return name;
}

char *
tenure_word_products (TenureCatalogue *catalogue, const char *products)
{
  const char *rest = products ? products : "";
  GString *text = g_string_new (NULL);

  while (*rest)
    {
      g_autofree char *name = take_product (catalogue, &rest);

      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", name);
    }
  return g_string_free (text, FALSE);
}

char *
tenure_word_setting_change (const TenurePlanItem *item)
{
  g_autofree char *old = tenure_word_value (item->old_value), *new = tenure_word_value (item->new_value);

  return item->old_value ? g_strdup_printf ("%s → %s", old, new) : g_steal_pointer (&new);
}
