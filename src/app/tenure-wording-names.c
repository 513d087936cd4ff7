/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wording-names.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "tenure-wording-exports.h"
#include "tenure-wording-platform.h"
#include "tenure-wording-private.h"

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

char *
tenure_word_sized_spec (TenureCatalogue *catalogue, const char *offer, const char *spec, gint64 amount)
{
  const TenureOffer *sold = offer ? tenure_catalogue_find (catalogue, offer) : NULL;
  const TenureSpec *found = sold && spec ? tenure_offer_spec (sold, spec) : NULL;
  const char *name = found ? tenure_word_spec (found) : spec ? spec : "";

  if (!found || !found->price.unit || amount <= 0)
    return g_strdup (name);
  return g_strdup_printf ("%s · %" G_GINT64_FORMAT " %s", name, amount,
                          g_str_equal (found->price.unit, "mbit") ? "Mbit/s" : "GiB");
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

const char *
tenure_word_discount_kind (gboolean promotion)
{
  return promotion ? _ ("promotional discount") : _ ("commercial discount");
}

const char *
tenure_word_named (const char *name, const char *kind)
{
  return name && *name ? name : kind;
}

/* Coupons by their kinds, discounts by theirs. */
static const char *
granted_kind (const char *key)
{
  TenureCouponKind kind;

  if (tenure_coupon_kind_from_name (key, &kind))
    return tenure_word_coupon_kind (kind);
  return tenure_word_discount_kind (g_str_equal (key, "promotion"));
}

/* Of what is refused there is no new state: this refusal is of lifting only. */
static gboolean
is_freeze_none (const TenureRefusal *refusal)
{
  return refusal && g_str_equal (refusal->rule, "freeze.none");
}

const char *
tenure_word_item_verb (const TenurePlanItem *item)
{
  const char *none = tenure_freeze_name (TENURE_FREEZE_NONE);

  if (item->verb == TENURE_VERB_SIGN && g_strcmp0 (item->name, "out") == 0)
    return _ ("Sign out");
  if (item->verb == TENURE_VERB_FREEZE && (g_strcmp0 (item->new_value, none) == 0 || is_freeze_none (item->refusal)))
    return C_ ("what happens", "Unfreeze");
  return tenure_word_verb (item->verb);
}

const char *
tenure_word_item_key (const TenurePlanItem *item)
{
  static const TenureWording SETTINGS[] = {
    { "unified-day", N_ ("Unified Expiry Day") },
    { "deduction-day", N_ ("Deduction Day") },
    { "enterprise-name", N_ ("Enterprise name") },
    { "password", N_ ("Password") },
    { "balance", N_ ("Balance") },
    { NULL, NULL },
  };
  gboolean setting = item->verb == TENURE_VERB_SET || item->verb == TENURE_VERB_DEPOSIT;

  if (item->verb == TENURE_VERB_GRANT)
    return granted_kind (item->key);
  for (int what = 0; item->verb == TENURE_VERB_EXPORT && TENURE_EXPORTS[what]; what++)
    if (g_str_equal (item->key, TENURE_EXPORTS[what]))
      return tenure_word_export (what);
  const char *word = setting ? tenure_wording_find (SETTINGS, item->key) : NULL;

  return word ? word : item->key;
}

/** 全部订单 and its like: of an export the key says what is exported. */
static const char *
export_name (const char *key)
{
  for (int what = 0; TENURE_EXPORTS[what]; what++)
    if (g_str_equal (TENURE_EXPORTS[what], key))
      return tenure_word_export (what);
  return NULL;
}

const char *
tenure_word_item_name (const TenurePlanItem *item)
{
  static const TenureWording SENT[] = {
    { "code", N_ ("Verification code") },
    { "link", N_ ("Link to set the password") },
    { NULL, NULL },
  };

  const char *export = item->verb == TENURE_VERB_EXPORT ? export_name (item->key) : NULL;
  if (export)
    return export;
  if (item->verb == TENURE_VERB_SIGN || !item->name || !item->name[0] || g_strcmp0 (item->name, item->key) == 0)
    return NULL;
  return item->verb == TENURE_VERB_SEND ? tenure_wording_find (SENT, item->name) : item->name;
}

const char *
tenure_word_main_name (const TenurePlan *plan, const TenurePlanItem *item)
{
  for (guint i = 0; !item->main_name && i < plan->items->len; i++)
    {
      const TenurePlanItem *other = plan->items->pdata[i];

      if (g_strcmp0 (other->key, item->main_key) == 0 && tenure_word_item_name (other))
        return tenure_word_item_name (other);
    }
  return item->main_name ? item->main_name : item->main_key;
}

/* "usable/8000": the state of what is granted, its price factor, or both. */
static char *
grant_value (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "/", 2);
  guint n = g_strv_length (parts);
  gint64 permyriad = n > 0 ? g_ascii_strtoll (parts[n - 1], NULL, 10) : 0;
  TenureOperand rate = { "rate", TENURE_OPERAND_RATIO, permyriad, 10000 };
  g_autofree char *percent = tenure_word_operand (&rate);
  g_autofree char *price = permyriad > 0 ? g_strdup_printf (_ ("%s of the price"), percent) : NULL;
  g_autofree char *state = n > 1 || !price ? tenure_word_value (parts[0]) : NULL;

  return g_strdup_printf ("%s%s%s", state ? state : "", state && price ? _ (", ") : "", price ? price : "");
}

char *
tenure_word_item_value (const TenurePlanItem *item, const char *value)
{
  gboolean setting = value && item->verb == TENURE_VERB_SET;
  int number = setting ? atoi (value) : 0;

  if (value && item->verb == TENURE_VERB_GRANT)
    return grant_value (value);
  if (setting && g_str_equal (item->key, "unified-day"))
    return number < 0 ? g_strdup (_ ("last day of the month")) : g_strdup_printf (_ ("day %d of the month"), number);
  if (setting && g_str_equal (item->key, "deduction-day"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d day before expiry", "%d days before expiry", (gulong)number), number);
  return tenure_word_value (value);
}

/* The catalogue's offer of that English name; records and plan items keep products so. */
static const TenureOffer *
offer_named (TenureCatalogue *catalogue, const char *product)
{
  for (guint i = 0; product && i < tenure_catalogue_length (catalogue); i++)
    if (g_str_equal (tenure_catalogue_at (catalogue, i)->name_en, product))
      return tenure_catalogue_at (catalogue, i);
  return NULL;
}

/* "s6.small.1" or "5_bgp × 10" of a change, with the catalogue's name of the flavour. */
static char *
sized_value (TenureCatalogue *catalogue, const char *product, const char *value)
{
  const TenureOffer *offer = offer_named (catalogue, product);
  g_auto (GStrv) parts = g_strsplit (value, " × ", 2);
  gint64 amount = parts[0] && parts[1] ? g_ascii_strtoll (parts[1], NULL, 10) : 0;

  return offer ? tenure_word_sized_spec (catalogue, offer->key, parts[0], amount) : g_strdup (value);
}

static char *
one_side (TenureCatalogue *catalogue, const TenurePlanItem *item, const char *value)
{
  return value && item->verb == TENURE_VERB_CHANGE ? sized_value (catalogue, item->product, value)
                                                   : tenure_word_item_value (item, value);
}

/* Of an order that coupons are chosen for. */
static char *
word_after_promotion (const TenurePlanItem *item)
{
  for (guint i = 0; item->steps && i < tenure_steps_length (item->steps); i++)
    if (g_str_equal (tenure_steps_at (item->steps, i)->rule, "choose.after-promotion"))
      return tenure_word_step (tenure_steps_at (item->steps, i));
  return NULL;
}

char *
tenure_word_at_once (const TenurePlanItem *item)
{
  g_autofree char *due = NULL;

  if (item->verb != TENURE_VERB_SET || item->due == TENURE_MONEY_UNKNOWN || item->due == 0)
    return NULL;
  if (!item->new_value || !g_str_has_prefix (item->new_value, tenure_mode_name (TENURE_MODE_AUTO)))
    return word_after_promotion (item); /* an order that coupons are chosen for has an amount too */
  due = tenure_word_money (item->due);
  return g_strdup_printf (_ ("the renewal is due now: %s is taken from the balance at once"), due);
}

char *
tenure_word_setting_change (TenureCatalogue *catalogue, const TenurePlanItem *item)
{
  g_autofree char *old = one_side (catalogue, item, item->old_value);
  g_autofree char *new = one_side (catalogue, item, item->new_value);

  return item->old_value ? g_strdup_printf ("%s → %s", old, new) : g_steal_pointer (&new);
}
