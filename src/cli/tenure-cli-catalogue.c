/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be bought, and by which rules. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-wording-metering.h"
#include "tenure-wording.h"

/* Catalogue --------------------------------------------------------------------------------------------------------*/

/* Everything that rules read (A1-11). */
static void
set_flags (TenureJson *object, const TenureOffer *offer, gboolean withdrawn)
{
  const struct
  {
    const char *name;
    gboolean set;
  } flags[] = {
    { "withdrawn", withdrawn },
    { "pay_per_use", offer->pay_per_use },
    { "to_pay_per_use", offer->to_ppu },
    { "package", offer->package },
    { "add_on", offer->addon },
    { "solution", offer->solution },
    { "needs_approval", offer->needs_approval },
    { "hardware", offer->hardware },
    { "marketplace", offer->marketplace },
    { "five_day", offer->five_day },
    { "batch_unsubscribe", offer->batch_unsubscribe },
    { "per_order_unsubscribe", offer->per_order_unsubscribe },
  };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    tenure_json_set_boolean (object, flags[i].name, flags[i].set);
  tenure_json_set_string (object, "no_refund",
                          offer->no_refund ? tenure_no_refund_name (offer->no_refund_reason) : NULL);
  tenure_json_set_string (object, "holds", offer->holds_unit);
}

static TenureJson *
offer_json (const TenureOffer *offer, gboolean withdrawn)
{
  TenureJson *object = tenure_json_new_object ();
  TenureJson *specs = tenure_json_new_array ();
  g_autofree char *buy = tenure_durations_format (offer->buy);
  g_autofree char *renew = tenure_durations_format (offer->renew);

  tenure_json_set_string (object, "offer", offer->key);
  tenure_json_set_string (object, "service", offer->service);
  tenure_json_set_string (object, "name", tenure_word_is_chinese () ? offer->name_zh : offer->name_en);
  tenure_json_set_string (object, "buy", buy);
  tenure_json_set_string (object, "renew", renew);
  set_flags (object, offer, withdrawn);
  for (guint i = 0; i < offer->n_specs; i++)
    {
      TenureJson *spec = tenure_json_new_object ();
      g_autofree char *hour = tenure_money_format (offer->specs[i].hour);

      tenure_json_set_string (spec, "spec", offer->specs[i].key);
      tenure_cli_set_money (spec, "month", offer->specs[i].price.month);
      tenure_cli_set_money (spec, "year", offer->specs[i].price.year);
      tenure_json_set_string (spec, "unit", offer->specs[i].price.unit);
      tenure_json_set_string (spec, "hour", hour);
      if (offer->package)
        tenure_json_set_int64 (spec, "capacity", offer->specs[i].capacity);
      tenure_json_append (specs, spec);
    }
  tenure_json_set (object, "specs", specs);
  return object;
}

/* What a buyer should know; free with g_free. */
static char *
offer_note (const TenureOffer *offer, const TenureSpec *spec, gboolean withdrawn)
{
  GString *text = g_string_new (NULL);
  const struct
  {
    gboolean set;
    const char *words;
  } notes[] = {
    { withdrawn, _ ("no longer sold") },
    { offer->needs_approval, _ ("needs approval") },
    { offer->hardware, _ ("hardware") },
    { offer->marketplace, _ ("marketplace") },
    { offer->addon, _ ("add-on") },
    { offer->solution, _ ("solution") },
    { offer->per_order_unsubscribe, _ ("unsubscribed as an order") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i].set)
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", notes[i].words);
  if (offer->no_refund)
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? _ (", ") : "", _ ("no refund: "),
                            tenure_word_no_refund (offer->no_refund_reason));
  if (offer->package)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s %s", text->len > 0 ? _ (", ") : "", spec->capacity,
                            tenure_word_holds_unit (offer->holds_unit), _ ("a month"));
  return g_string_free (text, FALSE);
}

/* What a price is for one of; NULL: the thing itself. */
static const char *
word_unit (const char *unit)
{
  if (g_strcmp0 (unit, "mbit") == 0)
    return "Mbit/s";
  return g_strcmp0 (unit, "gib") == 0 ? "GiB" : unit;
}

static void
add_offer (TenureCliTable *table, const TenureOffer *offer, gboolean withdrawn)
{
  gboolean chinese = tenure_word_is_chinese ();

  for (guint i = 0; i < offer->n_specs; i++)
    {
      const TenureSpec *spec = &offer->specs[i];

      tenure_cli_table_add (table, g_strdup (offer->key), g_strdup (chinese ? offer->name_zh : offer->name_en),
                            g_strdup (spec->key), tenure_word_durations (offer->buy),
                            tenure_word_money (spec->price.month), tenure_word_money (spec->price.year),
                            tenure_money_format (spec->hour), g_strdup (word_unit (spec->price.unit)),
                            offer_note (offer, spec, withdrawn));
    }
}

/* What the staff withdrew is known to a profile; where none is named and there is not just one, the list is what the
 * program ships. */
static gboolean
find_profile (TenureCli *cli, GError **error)
{
  GError *problem = NULL;

  if (tenure_cli_session (cli, &problem))
    return TRUE;
  if (!tenure_cli_has (cli, "profile") && g_error_matches (problem, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING))
    {
      g_clear_error (&problem);
      return TRUE;
    }
  g_propagate_error (error, problem);
  return FALSE;
}

gboolean
tenure_cli_run_catalogue (TenureCli *cli, GError **error)
{
  const char *const headings[] = { _ ("Offer"), _ ("Name"),  _ ("Spec"), _ ("Sold for"), _ (">Month"),
                                   _ (">Year"), _ (">Hour"), _ ("Per"),  _ ("Note"),     NULL };
  g_autoptr (TenureCatalogue) catalogue = tenure_session_builtin_catalogue (error);
  TenureCliTable *table = NULL;
  TenureJson *object = NULL, *rows = NULL;

  if (!catalogue || !find_profile (cli, error))
    return FALSE;
  if (tenure_cli_wants_json (cli))
    tenure_json_set (object = tenure_cli_object ("catalogue"), "rows", rows = tenure_json_new_array ());
  else
    table = tenure_cli_table_new (cli, headings);
  for (guint i = 0; i < tenure_catalogue_length (catalogue); i++)
    {
      const TenureOffer *offer = tenure_catalogue_at (catalogue, i);
      gboolean withdrawn = cli->session ? tenure_session_withdrawn (cli->session, offer) : offer->withdrawn;

      if (table)
        add_offer (table, offer, withdrawn);
      else
        tenure_json_append (rows, offer_json (offer, withdrawn));
    }
  if (object)
    tenure_cli_print_json (cli, object);
  g_clear_pointer (&table, tenure_cli_table_end);
  return TRUE;
}

/* Policy -----------------------------------------------------------------------------------------------------------*/

/* The value of a leaf in words that need no translation. */
static char *
leaf_text (const TenureJson *value)
{
  switch (tenure_json_type (value))
    {
    case TENURE_JSON_NULL:
      return g_strdup (_ ("not published"));
    case TENURE_JSON_BOOLEAN:
      return g_strdup (tenure_json_boolean (value) ? _ ("yes") : _ ("no"));
    case TENURE_JSON_NUMBER:
    case TENURE_JSON_STRING:
      return g_strdup (tenure_json_text (value));
    default:
      return tenure_json_to_canonical (value);
    }
}

static void
add_values (TenureCliTable *table, const TenureJson *node, const char *path)
{
  TenureJson *source = tenure_json_get (node, "source");

  if (source)
    {
      tenure_cli_table_add (table, g_strdup (path), leaf_text (tenure_json_get (node, "value")),
                            g_strdup (tenure_word_source (tenure_json_text (source))));
      return;
    }
  for (guint i = 0; i < tenure_json_length (node); i++)
    {
      TenureJson *child = tenure_json_at (node, i);
      const char *name = tenure_json_name_at (node, i);
      g_autofree char *below = path[0] ? g_strdup_printf ("%s.%s", path, name) : g_strdup (name);

      if (tenure_json_type (child) == TENURE_JSON_OBJECT)
        add_values (table, child, below);
      else
        tenure_cli_table_add (table, g_strdup (below), leaf_text (child), NULL);
    }
}

/* By --policy one of the program's; otherwise the profile's own. */
gboolean
tenure_cli_run_policy (TenureCli *cli, GError **error)
{
  const char *const headings[] = { _ ("Rule"), _ ("Value"), _ ("Source"), NULL };
  g_autoptr (TenurePolicy) named = tenure_cli_has (cli, "policy") ? tenure_cli_policy (cli, error) : NULL;
  TenureSession *session = NULL;
  TenureCliTable *table;
  g_autoptr (TenureJson) body = NULL;

  if (tenure_cli_has (cli, "policy") ? !named : !(session = tenure_cli_session (cli, error)))
    return FALSE;
  if (!named)
    named = tenure_policy_ref (tenure_profile_policy (tenure_session_profile (session)));
  body = tenure_json_parse (named->body, -1, 0, error);
  if (!body)
    return FALSE;
  if (tenure_cli_wants_json (cli))
    {
      tenure_cli_print_json (cli, g_steal_pointer (&body));
      return TRUE;
    }
  tenure_cli_print (cli, "%s %s\n", named->name, named->hash);
  table = tenure_cli_table_new (cli, headings);
  add_values (table, body, "");
  tenure_cli_table_end (table);
  return TRUE;
}
