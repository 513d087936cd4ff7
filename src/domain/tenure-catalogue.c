/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-catalogue.h"

#include <glib/gi18n-lib.h>

#include "tenure-catalogue-members.h"
#include "tenure-error.h"

#define SCHEMA "tenure-catalogue/1"

typedef struct
{
  const char *key, *en, *zh; /* interned */
} Region;

struct _TenureCatalogue
{
  gatomicrefcount refs;
  GArray *regions; /* Region */
  GArray *offers;  /* TenureOffer */
};

static const TenureMember region_members[] = {
  TENURE_MEMBER (Region, key, TEXT),
  TENURE_MEMBER (Region, en, TEXT),
  TENURE_MEMBER (Region, zh, TEXT),
  { NULL },
};

static const TenureMember spec_members[] = {
  TENURE_MEMBER (TenureSpec, key, TEXT),
  TENURE_MEMBER (TenureSpec, name_en, TEXT),
  TENURE_MEMBER (TenureSpec, name_zh, TEXT),
  { "unit", TENURE_MEMBER_UNIT, G_STRUCT_OFFSET (TenureSpec, price.unit) },
  { "month", TENURE_MEMBER_PRICE, G_STRUCT_OFFSET (TenureSpec, price.month) },
  { "year", TENURE_MEMBER_PRICE, G_STRUCT_OFFSET (TenureSpec, price.year) },
  TENURE_MEMBER (TenureSpec, hour, PRICE),
  TENURE_MEMBER (TenureSpec, use, PRICE),
  TENURE_MEMBER (TenureSpec, capacity, CAPACITY),
  { NULL },
};

static const TenureMember bound_members[] = {
  { "offer", TENURE_MEMBER_TEXT, G_STRUCT_OFFSET (TenureOffer, bound_offer) },
  { "minimum", TENURE_MEMBER_SIZE, G_STRUCT_OFFSET (TenureOffer, bound_min) },
  { "maximum", TENURE_MEMBER_SIZE, G_STRUCT_OFFSET (TenureOffer, bound_max) },
  { "preset", TENURE_MEMBER_SIZE, G_STRUCT_OFFSET (TenureOffer, bound_preset) },
  { NULL },
};

static const TenureMember holds_members[] = {
  { "unit", TENURE_MEMBER_TEXT, G_STRUCT_OFFSET (TenureOffer, holds_unit) },
  TENURE_MEMBER (TenureOffer, covers, KEYS),
  { NULL },
};

static const TenureMember offer_members[] = {
  TENURE_MEMBER (TenureOffer, key, TEXT),
  TENURE_MEMBER (TenureOffer, service, TEXT),
  TENURE_MEMBER (TenureOffer, category_en, TEXT),
  TENURE_MEMBER (TenureOffer, category_zh, TEXT),
  TENURE_MEMBER (TenureOffer, name_en, TEXT),
  TENURE_MEMBER (TenureOffer, name_zh, TEXT),
  TENURE_MEMBER (TenureOffer, help_url, TEXT),
  TENURE_MEMBER (TenureOffer, buy, DURATIONS),
  TENURE_MEMBER (TenureOffer, renew, DURATIONS),
  TENURE_MEMBER (TenureOffer, by_bandwidth, FLAG),
  TENURE_MEMBER (TenureOffer, batch_unsubscribe, FLAG),
  TENURE_MEMBER (TenureOffer, per_order_unsubscribe, FLAG),
  TENURE_MEMBER (TenureOffer, five_day, FLAG),
  TENURE_MEMBER (TenureOffer, withdrawn, FLAG),
  TENURE_MEMBER (TenureOffer, needs_approval, FLAG),
  TENURE_MEMBER (TenureOffer, hardware, FLAG),
  TENURE_MEMBER (TenureOffer, to_ppu, FLAG),
  TENURE_MEMBER (TenureOffer, pay_per_use, FLAG),
  TENURE_MEMBER (TenureOffer, package, FLAG),
  TENURE_MEMBER (TenureOffer, marketplace, FLAG),
  TENURE_MEMBER (TenureOffer, no_refund, FLAG),
  TENURE_MEMBER (TenureOffer, addon, FLAG),
  TENURE_MEMBER (TenureOffer, solution, FLAG),
  { "no_refund_reason", TENURE_MEMBER_WORD, 0 },
  TENURE_MEMBER (TenureOffer, keeps_periods, OPTION),
  TENURE_MEMBER (TenureOffer, package_refund, OPTION),
  TENURE_MEMBER (TenureOffer, monthly_to_yearly, OPTION),
  TENURE_MEMBER (TenureOffer, seller, NOTE),
  TENURE_MEMBER (TenureOffer, mounted, KEYS),
  TENURE_MEMBER (TenureOffer, regions, KEYS),
  { "bound", TENURE_MEMBER_OBJECT, 0 },
  { "holds", TENURE_MEMBER_OBJECT, 0 },
  { "specs", TENURE_MEMBER_LIST, 0 },
  { NULL },
};

static const TenureMember file_members[] = {
  { "schema", TENURE_MEMBER_TEXT, 0 },
  { "regions", TENURE_MEMBER_LIST, 0 },
  { "offers", TENURE_MEMBER_LIST, 0 },
  { NULL },
};

static gboolean
fail (TenureInputError code, const char *path, const char *what, GError **error)
{
  return tenure_member_fail (code, path, NULL, what, error);
}

/* Reading -------------------------------------------------------------------------------------------------- */

static const char *const no_refund_names[] = { "none", "free", "trial", "one-time", "promotion", "product" };

const char *
tenure_no_refund_name (TenureNoRefund value)
{
  return (guint)value < G_N_ELEMENTS (no_refund_names) ? no_refund_names[value] : NULL;
}

gboolean
tenure_no_refund_from_name (const char *name, TenureNoRefund *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_refund_names); i++)
    if (g_strcmp0 (name, no_refund_names[i]) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

/* Nothing is given away but by an offer that says so. */
static gboolean
check_given_away (const TenureOffer *offer, const TenureSpec *spec, const char *path, GError **error)
{
  if (offer->no_refund_reason == TENURE_NO_REFUND_FREE)
    return TRUE;
  if (spec->price.month == 0)
    return tenure_member_fail (TENURE_INPUT_ERROR_RANGE, path, "month", _ ("must be above zero"), error);
  if (spec->price.year == 0)
    return tenure_member_fail (TENURE_INPUT_ERROR_RANGE, path, "year", _ ("must be above zero"), error);
  return spec->hour != 0 ||
         tenure_member_fail (TENURE_INPUT_ERROR_RANGE, path, "hour", _ ("must be above zero"), error);
}

static gboolean
check_spec (const TenureOffer *offer, const TenureSpec *spec, const char *path, GError **error)
{
  if (offer->buy.months && spec->price.month == TENURE_MONEY_UNKNOWN)
    return fail (TENURE_INPUT_ERROR_MISSING, path, _ ("is sold by the month and has no monthly price"), error);
  if (offer->buy.years && spec->price.year == TENURE_MONEY_UNKNOWN)
    return fail (TENURE_INPUT_ERROR_MISSING, path, _ ("is sold by the year and has no yearly price"), error);
  if (offer->pay_per_use && spec->hour == TENURE_MONEY_UNKNOWN)
    return fail (TENURE_INPUT_ERROR_MISSING, path, _ ("is sold pay-per-use and has no hourly price"), error);
  if (offer->package != (spec->capacity > 0))
    return fail (TENURE_INPUT_ERROR_INVALID, path, _ ("must have a capacity when it is a package, and only then"),
                 error);
  if (offer->by_bandwidth && g_strcmp0 (spec->price.unit, "mbit") != 0)
    return fail (TENURE_INPUT_ERROR_INVALID, path, _ ("is sold by bandwidth and its unit is not mbit"), error);
  if (tenure_offer_spec (offer, spec->key))
    return fail (TENURE_INPUT_ERROR_INVALID, path, _ ("has a key that is given twice"), error);
  return check_given_away (offer, spec, path, error);
}

/* The specs join the offer one by one, so that a key can be looked for in those before. */
static gboolean
read_specs (const TenureJson *list, TenureOffer *offer, const char *path, GError **error)
{
  TenureSpec *specs = g_new0 (TenureSpec, tenure_json_length (list));

  offer->specs = specs;
  for (guint i = 0; i < tenure_json_length (list); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.specs[%u]", path, i);

      specs[i].price.month = specs[i].price.year = specs[i].hour = TENURE_MONEY_UNKNOWN;
      if (!tenure_members_read (spec_members, tenure_json_at (list, i), inner, &specs[i], error) ||
          !check_spec (offer, &specs[i], inner, error))
        return FALSE;
      offer->n_specs++;
    }
  return offer->n_specs > 0 || fail (TENURE_INPUT_ERROR_MISSING, path, _ ("has no spec"), error);
}

static gboolean
read_bound (const TenureJson *json, TenureOffer *offer, const char *path, GError **error)
{
  g_autofree char *inner = g_strconcat (path, ".bound", NULL);

  if (json == NULL)
    return TRUE;
  if (!tenure_members_read (bound_members, json, inner, offer, error))
    return FALSE;
  if (offer->bound_min <= offer->bound_preset && offer->bound_preset <= offer->bound_max)
    return TRUE;
  return fail (TENURE_INPUT_ERROR_RANGE, inner, _ ("must have minimum ≤ preset ≤ maximum"), error);
}

/* What a package holds, and what draws on it. */
static gboolean
read_holds (const TenureJson *json, TenureOffer *offer, const char *path, GError **error)
{
  g_autofree char *inner = g_strconcat (path, ".holds", NULL);

  if (offer->package != (json != NULL))
    return fail (TENURE_INPUT_ERROR_INVALID, path, _ ("must say what it holds when it is a package, and only then"),
                 error);
  return json == NULL || tenure_members_read (holds_members, json, inner, offer, error);
}

static gboolean
read_reason (const TenureJson *json, TenureOffer *offer, const char *path, GError **error)
{
  if (tenure_no_refund_from_name (tenure_json_text (json), &offer->no_refund_reason) &&
      offer->no_refund == (offer->no_refund_reason != TENURE_NO_REFUND_NONE))
    return TRUE;
  return tenure_member_fail (TENURE_INPUT_ERROR_INVALID, path, "no_refund_reason", _ ("cannot be read"), error);
}

static gboolean
read_offer (TenureCatalogue *self, const TenureJson *json, const char *path, TenureOffer *offer, GError **error)
{
  if (!tenure_members_read (offer_members, json, path, offer, error))
    return FALSE;
  if (tenure_catalogue_find (self, offer->key))
    return fail (TENURE_INPUT_ERROR_INVALID, path, _ ("has a key that is given twice"), error);
  return read_reason (tenure_json_get (json, "no_refund_reason"), offer, path, error) &&
         read_holds (tenure_json_get (json, "holds"), offer, path, error) &&
         read_bound (tenure_json_get (json, "bound"), offer, path, error) &&
         read_specs (tenure_json_get (json, "specs"), offer, path, error);
}

static void
offer_clear (gpointer data)
{
  TenureOffer *offer = data;

  g_free ((gpointer)offer->specs);
  g_free ((gpointer)offer->regions);
  g_free ((gpointer)offer->mounted);
  g_free ((gpointer)offer->covers);
}

static gboolean
read_offers (TenureCatalogue *self, const TenureJson *list, GError **error)
{
  for (guint i = 0; list && i < tenure_json_length (list); i++)
    {
      g_autofree char *path = g_strdup_printf ("offers[%u]", i);
      TenureOffer offer = { NULL };

      if (!read_offer (self, tenure_json_at (list, i), path, &offer, error))
        {
          offer_clear (&offer);
          return FALSE;
        }
      g_array_append_val (self->offers, offer);
    }
  return TRUE;
}

static const Region *
find_region (const TenureCatalogue *self, const char *key)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      const Region *region = &g_array_index (self->regions, Region, i);

      if (g_strcmp0 (region->key, key) == 0)
        return region;
    }
  return NULL;
}

static gboolean
read_regions (TenureCatalogue *self, const TenureJson *list, GError **error)
{
  for (guint i = 0; list && i < tenure_json_length (list); i++)
    {
      g_autofree char *path = g_strdup_printf ("regions[%u]", i);
      Region region;

      if (!tenure_members_read (region_members, tenure_json_at (list, i), path, &region, error))
        return FALSE;
      if (find_region (self, region.key))
        return fail (TENURE_INPUT_ERROR_INVALID, path, _ ("has a key that is given twice"), error);
      g_array_append_val (self->regions, region);
    }
  return TRUE;
}

static gboolean
read_file (TenureCatalogue *self, const char *text, gssize length, GError **error)
{
  g_autoptr (TenureJson) json = tenure_json_parse (text, length, 0, error);
  const char *schema;

  if (json == NULL || !tenure_members_read (file_members, json, "catalogue", &schema, error))
    return FALSE;
  if (!g_str_equal (schema, SCHEMA))
    return fail (TENURE_INPUT_ERROR_UNKNOWN, "schema", _ ("must be tenure-catalogue/1"), error);
  return read_regions (self, tenure_json_get (json, "regions"), error) &&
         read_offers (self, tenure_json_get (json, "offers"), error);
}

/* Names of other offers and of regions can stand in any file, so they are looked up when all are read. */
static gboolean
check_offers (const TenureCatalogue *self, const TenureOffer *offer, const char *const *keys, GError **error)
{
  for (; keys != NULL && *keys != NULL; keys++)
    if (tenure_catalogue_find (self, *keys) == NULL)
      return tenure_member_fail (TENURE_INPUT_ERROR_UNKNOWN, offer->key, *keys, _ ("is not an offer"), error);
  return TRUE;
}

static gboolean
check_names (const TenureCatalogue *self, const TenureOffer *offer, GError **error)
{
  for (const char *const *region = offer->regions; *region; region++)
    if (find_region (self, *region) == NULL)
      return tenure_member_fail (TENURE_INPUT_ERROR_UNKNOWN, offer->key, *region, _ ("is not a region"), error);
  if (offer->bound_offer && tenure_catalogue_find (self, offer->bound_offer) == NULL)
    return tenure_member_fail (TENURE_INPUT_ERROR_UNKNOWN, offer->key, offer->bound_offer, _ ("is not an offer"),
                               error);
  return check_offers (self, offer, offer->mounted, error) && check_offers (self, offer, offer->covers, error);
}

TenureCatalogue *
tenure_catalogue_parse (const char *const *texts, const gssize *lengths, guint n, GError **error)
{
  g_autoptr (TenureCatalogue) self = g_new0 (TenureCatalogue, 1);

  g_atomic_ref_count_init (&self->refs);
  self->regions = g_array_new (FALSE, FALSE, sizeof (Region));
  self->offers = g_array_new (FALSE, FALSE, sizeof (TenureOffer));
  g_array_set_clear_func (self->offers, offer_clear);
  for (guint i = 0; i < n; i++)
    if (!read_file (self, texts[i], lengths[i], error))
      return NULL;
  for (guint i = 0; i < self->offers->len; i++)
    if (!check_names (self, tenure_catalogue_at (self, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

/* Looking up ----------------------------------------------------------------------------------------------- */

TenureCatalogue *
tenure_catalogue_ref (TenureCatalogue *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_catalogue_unref (TenureCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->regions);
  g_array_unref (self->offers);
  g_free (self);
}

guint
tenure_catalogue_length (const TenureCatalogue *self)
{
  return self->offers->len;
}

const TenureOffer *
tenure_catalogue_at (const TenureCatalogue *self, guint index)
{
  g_return_val_if_fail (index < self->offers->len, NULL);
  return &g_array_index (self->offers, TenureOffer, index);
}

const TenureOffer *
tenure_catalogue_find (const TenureCatalogue *self, const char *offer)
{
  for (guint i = 0; i < self->offers->len; i++)
    if (g_strcmp0 (tenure_catalogue_at (self, i)->key, offer) == 0)
      return tenure_catalogue_at (self, i);
  return NULL;
}

const TenureSpec *
tenure_offer_spec (const TenureOffer *offer, const char *spec)
{
  for (guint i = 0; i < offer->n_specs; i++)
    if (g_strcmp0 (offer->specs[i].key, spec) == 0)
      return &offer->specs[i];
  return NULL;
}

const char *
tenure_catalogue_region_name (const TenureCatalogue *self, const char *region, gboolean chinese)
{
  const Region *found = find_region (self, region);

  if (found == NULL)
    return region;
  return chinese ? found->zh : found->en;
}

/* Price ---------------------------------------------------------------------------------------------------- */

/* Adds @price × @amount × @count to @sum; nothing when @count is 0. */
static gboolean
add_price (TenureMoney price, gint64 amount, gint64 count, const char *rule, const char *what, TenureMoney *sum,
           TenureSteps *steps, GError **error)
{
  TenureMoney part;
  TenureStep *step;

  if (count == 0)
    return TRUE;
  if (!tenure_int_mul (price, amount, &part, error) || !tenure_int_mul (part, count, &part, error) ||
      !tenure_money_add (*sum, part, sum, error))
    return FALSE;
  step = tenure_steps_add (steps, rule, "catalogue");
  tenure_step_money (step, "price", price);
  tenure_step_count (step, "amount", amount);
  tenure_step_count (step, what, count);
  tenure_step_result_money (step, part);
  return TRUE;
}

gboolean
tenure_offer_hour_price (const TenureOffer *offer, const TenureSpec *spec, gint64 amount, TenureMoney *price)
{
  return offer->pay_per_use && spec->hour != TENURE_MONEY_UNKNOWN &&
         tenure_int_mul (spec->hour, spec->price.unit != NULL ? amount : 1, price, NULL);
}

gint64
tenure_spec_use (const TenureSpec *spec, gint64 amount)
{
  gint64 use;

  return tenure_int_mul (spec->use, spec->price.unit != NULL ? amount : 1, &use, NULL) ? use : 0;
}

gboolean
tenure_offer_covers (const TenureOffer *package, const char *offer)
{
  return package->covers != NULL && g_strv_contains (package->covers, offer);
}

gboolean
tenure_offer_price (const TenureOffer *offer, const TenureSpec *spec, gint64 amount, int months, TenureMoney *price,
                    TenureSteps *steps, GError **error)
{
  gint64 units = spec->price.unit ? amount : 1;
  int years = spec->price.year == TENURE_MONEY_UNKNOWN ? 0 : months / 12;
  int rest = months - 12 * years;

  if (months < 1 || units < 1)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%s cannot be had for %d month in an amount of less than 1: give at least 1 of each.",
                                "%s cannot be had for %d months in an amount of less than 1: give at least 1 of each.",
                                (gulong)ABS (months)),
                   offer->key, months);
      return FALSE;
    }
  if (rest > 0 && spec->price.month == TENURE_MONEY_UNKNOWN)
    {
      g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN,
                   _ ("%s %s is not sold by the month: choose whole years."), offer->key, spec->key);
      return FALSE;
    }
  *price = 0;
  return add_price (spec->price.year, units, years, "price.years", "years", price, steps, error) &&
         add_price (spec->price.month, units, rest, "price.months", "months", price, steps, error);
}

gboolean
tenure_offer_withdrawn (const TenureOffer *offer, GHashTable *said)
{
  int word = GPOINTER_TO_INT (g_hash_table_lookup (said, offer->key));

  return word != 0 ? word > 1 : offer->withdrawn;
}
