/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay-per-use, packages, bills, failing deliveries. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-error.h"
#include "tenure-reading.h"
#include "tenure-wording-metering.h"
#include "tenure-wording-names.h"
#include "tenure-wording.h"

static const TenureOffer *
offer_of (TenureSession *session, const TenureResource *resource)
{
  return tenure_catalogue_find (tenure_platform_catalogue (tenure_session_platform (session)), resource->offer);
}

/* --- Lists
 * ----------------------------------------------------------------------------------------------------------*/

/* The resources of a list, whole. */
static GPtrArray *
read_list (TenureCli *cli, TenureSession *session, TenureList list, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_session_query (session, list);
  g_autoptr (TenureKeyVector) ids = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  gint64 limit = 0;

  query->search = g_strdup (tenure_cli_text (cli, "search"));
  if (!tenure_cli_int (cli, "limit", 1, G_MAXINT32, &limit, error) ||
      !(ids = tenure_read_keys (session, query, 0, error)) ||
      !(records =
            tenure_read_records (session, query, ids->ids, limit > 0 ? MIN (ids->n, (guint)limit) : ids->n, error)))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != NULL)
      g_strv_builder_add (builder, ((TenureRecord *)records->pdata[i])->key);
  keys = g_strv_builder_end (builder);
  return tenure_read_resources (session, (const char *const *)keys, error);
}

static TenureJson *
resource_json (const TenureResource *resource)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "resource", resource->key);
  tenure_json_set_string (object, "name", resource->name);
  tenure_json_set_string (object, "offer", resource->offer);
  tenure_json_set_string (object, "spec", resource->spec);
  tenure_json_set_string (object, "region", resource->region);
  tenure_cli_set_time (object, "start", resource->start);
  return object;
}

static gboolean
hour_price (TenureSession *session, const TenureResource *resource, TenureMoney *price)
{
  const TenureOffer *offer = offer_of (session, resource);
  const TenureSpec *spec = offer ? tenure_offer_spec (offer, resource->spec) : NULL;

  return spec && tenure_offer_hour_price (offer, spec, resource->amount, price);
}

static TenureJson *
metered_json (TenureSession *session, const TenureResource *resource)
{
  TenureJson *object = resource_json (resource);
  TenureMoney price;
  g_autofree char *text = hour_price (session, resource, &price) ? tenure_money_format (price) : NULL;

  tenure_json_set_string (object, "hour", text);
  tenure_cli_set_time (object, "charged_until", resource->charged_until);
  tenure_json_set_string (object, "freeze", tenure_freeze_name (resource->freeze));
  tenure_json_set_boolean (object, "bound", resource->main_id != 0);
  return object;
}

static TenureJson *
package_json (TenureSession *session, const TenureResource *package)
{
  TenureJson *object = resource_json (package);
  const TenureOffer *offer = offer_of (session, package);
  g_autofree char *capacity = tenure_money_format (package->capacity);
  g_autofree char *left = tenure_money_format (package->capacity - package->used);

  tenure_cli_set_time (object, "expiry", package->expiry);
  tenure_json_set_string (object, "state",
                          tenure_package_state_name (tenure_package_state (package, tenure_session_now (session))));
  tenure_json_set_string (object, "unit", offer ? offer->holds_unit : NULL);
  tenure_json_set_string (object, "capacity", capacity);
  tenure_json_set_string (object, "left", left);
  return object;
}

static void
print_json (TenureCli *cli, TenureSession *session, const char *schema, GPtrArray *resources,
            TenureJson *(*row) (TenureSession *session, const TenureResource *resource))
{
  TenureJson *object = tenure_cli_object (schema), *rows = tenure_json_new_array ();

  for (guint i = 0; i < resources->len; i++)
    tenure_json_append (rows, row (session, resources->pdata[i]));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
}

gboolean
tenure_cli_run_metered (TenureCli *cli, GError **error)
{
  const char *const headings[] = { _ ("Name"),          _ ("Product"),       _ ("Region"), _ (">Hour"),
                                   _ ("Running since"), _ ("Charged until"), _ ("Freeze"), NULL };
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) resources = session ? read_list (cli, session, TENURE_LIST_METERED, error) : NULL;
  g_autoptr (TenureCliTable) table = NULL;

  if (!resources)
    return FALSE;
  if (tenure_cli_wants_json (cli))
    {
      print_json (cli, session, "metered", resources, metered_json);
      return TRUE;
    }
  table = tenure_cli_table_new (cli, headings);
  for (guint i = 0; i < resources->len; i++)
    {
      const TenureResource *resource = resources->pdata[i];
      TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
      TenureMoney price;

      tenure_cli_table_add (
          table, g_strdup (resource->name),
          g_strdup (tenure_word_product (catalogue, resource->offer, resource->product)),
          g_strdup (tenure_word_region (catalogue, resource->region)),
          hour_price (session, resource, &price) ? tenure_money_format (price) : NULL,
          tenure_word_time (resource->start),
          resource->charged_until > resource->start ? tenure_word_time (resource->charged_until) : NULL,
          resource->freeze == TENURE_FREEZE_NONE ? NULL : g_strdup (tenure_word_freeze (resource->freeze)));
    }
  return TRUE;
}

gboolean
tenure_cli_run_packages (TenureCli *cli, GError **error)
{
  const char *const headings[] = { _ ("Name"),  _ ("Product"), _ ("State"),
                                   _ (">Left"), _ (">Of"),     C_ ("package", "Unit"),
                                   _ ("Start"), _ ("Expiry"),  NULL };
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) packages = session ? read_list (cli, session, TENURE_LIST_PACKAGES, error) : NULL;
  g_autoptr (TenureCliTable) table = NULL;

  if (!packages)
    return FALSE;
  if (tenure_cli_wants_json (cli))
    {
      print_json (cli, session, "packages", packages, package_json);
      return TRUE;
    }
  table = tenure_cli_table_new (cli, headings);
  for (guint i = 0; i < packages->len; i++)
    {
      const TenureResource *package = packages->pdata[i];
      const TenureOffer *offer = offer_of (session, package);

      tenure_cli_table_add (
          table, g_strdup (package->name),
          g_strdup (tenure_word_product (tenure_platform_catalogue (tenure_session_platform (session)), package->offer,
                                         package->product)),
          g_strdup (tenure_word_package_state (tenure_package_state (package, tenure_session_now (session)))),
          tenure_word_amount (package->capacity - package->used), tenure_word_amount (package->capacity),
          g_strdup (tenure_word_holds_unit (offer ? offer->holds_unit : NULL)), tenure_word_time (package->start),
          tenure_word_time (package->expiry));
    }
  return TRUE;
}

/* --- Bills
 * ----------------------------------------------------------------------------------------------------------*/

/* "2021-09". Hours are spent when they end, what comes back when the unsubscription was accepted. */
static char *
cycle_of (const TenureBill *bill, const TenurePolicy *policy)
{
  TenureTime spent = bill->at;
  int year, month, mday;

  if (bill->end != TENURE_TIME_UNKNOWN)
    spent = bill->end - 1;
  else if (bill->type == TENURE_BILL_UNSUBSCRIBE)
    spent = bill->at - policy->refund_hours * TENURE_HOUR_SECONDS;
  tenure_day_to_ymd (tenure_bill_cycle (spent, bill->at), &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d", year, month);
}

static TenureJson *
bill_json (const TenureBill *bill, const TenurePolicy *policy)
{
  TenureJson *object = tenure_json_new_object ();
  g_autofree char *cycle = cycle_of (bill, policy);
  g_autofree char *official = tenure_money_format (bill->official);
  g_autofree char *erased = tenure_money_format (bill->erased);

  tenure_json_set_string (object, "type", tenure_bill_type_name (bill->type));
  tenure_json_set_string (object, "cycle", cycle);
  tenure_cli_set_time (object, "at", bill->at);
  tenure_json_set_string (object, "order", bill->number);
  tenure_json_set_string (object, "resource", bill->resource_key);
  tenure_json_set_string (object, "name", bill->name);
  tenure_json_set_string (object, "product", bill->product);
  tenure_cli_set_time (object, "start", bill->start);
  tenure_cli_set_time (object, "end", bill->end);
  tenure_json_set_int64 (object, "hours", bill->hours);
  tenure_json_set_string (object, "official", official); /* eight decimals: use is not whole fen */
  tenure_cli_set_money (object, "discount", bill->discount);
  tenure_json_set_string (object, "erased", erased);
  tenure_cli_set_money (object, "voucher", bill->paid.voucher);
  tenure_cli_set_money (object, "flexi", bill->paid.flexi);
  tenure_cli_set_money (object, "card", bill->paid.card);
  tenure_cli_set_money (object, "cash", bill->paid.cash);
  tenure_cli_set_money (object, "credit", bill->paid.credit);
  tenure_cli_set_money (object, "debt", bill->debt);
  return object;
}

static gboolean
read_query (TenureCli *cli, TenureBillQuery *query, GError **error)
{
  const char *type = tenure_cli_text (cli, "type");
  TenureBillType found = 0;
  gint64 limit = 100;

  if (type && !tenure_bill_type_from_name (type, &found))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("--type: “%s” is not one of: new, renewal, change, unsubscription, use, auto-renewal, "
                      "change-refund"),
                   type);
      return FALSE;
    }
  query->type = found;
  query->resource = tenure_cli_text (cli, "resource");
  query->order = tenure_cli_text (cli, "order");
  if (!tenure_cli_time (cli, "from", 0, &query->from, error) ||
      !tenure_cli_time (cli, "to", 86399, &query->to, error) ||
      !tenure_cli_int (cli, "limit", 1, G_MAXINT32, &limit, error))
    return FALSE;
  query->limit = (guint)limit;
  return TRUE;
}

static void
print_bills (TenureCli *cli, GPtrArray *bills, const TenurePolicy *policy)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (cli->session));
  const char *const headings[] = { _ ("Cycle"),   _ ("Charged"),   _ ("Type"),          _ ("Order or resource"),
                                   _ ("Product"), _ (">Hours"),    _ (">Order amount"), _ (">Discount"),
                                   _ (">Erased"), _ (">Vouchers"), _ (">Paid"),         _ (">Owed"),
                                   NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < bills->len; i++)
    {
      const TenureBill *bill = bills->pdata[i];
      TenureMoney paid;

      if (!tenure_channels_paid (&bill->paid, &paid, NULL))
        paid = TENURE_MONEY_UNKNOWN;
      tenure_cli_table_add (
          table, cycle_of (bill, policy), tenure_word_time (bill->at), g_strdup (tenure_word_bill_type (bill->type)),
          g_strdup (bill->number ? bill->number : bill->name), tenure_word_products (catalogue, bill->product),
          bill->hours > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, bill->hours) : NULL,
          tenure_money_format (bill->official), tenure_word_money (bill->discount), tenure_money_format (bill->erased),
          tenure_word_money (bill->paid.voucher), tenure_word_money (paid), tenure_word_money (bill->debt));
    }
}

gboolean
tenure_cli_run_bills (TenureCli *cli, GError **error)
{
  TenureBillQuery query = { .from = TENURE_TIME_UNKNOWN, .to = TENURE_TIME_UNKNOWN };
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) bills = NULL;
  g_autoptr (TenureQuery) facts = NULL; /* for the policy */
  TenureJson *object, *rows;

  if (!session || !read_query (cli, &query, error) || !(bills = tenure_read_bills (session, &query, error)))
    return FALSE;
  facts = tenure_session_query (session, TENURE_LIST_ORDERS);
  if (!tenure_cli_wants_json (cli))
    {
      print_bills (cli, bills, facts->policy);
      return TRUE;
    }
  object = tenure_cli_object ("bills");
  rows = tenure_json_new_array ();
  for (guint i = 0; i < bills->len; i++)
    tenure_json_append (rows, bill_json (bills->pdata[i], facts->policy));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
  return TRUE;
}

/* --- Changing
 * -------------------------------------------------------------------------------------------------------*/

gboolean
tenure_cli_run_to_period (TenureCli *cli, GError **error)
{
  g_auto (GStrv) resources = NULL;
  TenureToPeriod params = { .auto_renew = tenure_cli_has (cli, "auto-renew"), .pay = tenure_cli_has (cli, "pay") };

  if (!tenure_cli_int (cli, "months", 1, 60, &params.months, error))
    return FALSE;
  resources = tenure_cli_resources (cli, error);
  params.resources = resources;
  return resources && tenure_cli_change (cli, TENURE_COMMAND_TO_PERIOD, &params, error);
}

gboolean
tenure_cli_run_tell_failure (TenureCli *cli, GError **error)
{
  g_auto (GStrv) items = tenure_cli_texts (cli, "item");
  TenureTellFailure params = { .order = cli->arguments->pdata[0], .lines = items };

  return tenure_cli_change (cli, TENURE_COMMAND_TELL_FAILURE, &params, error);
}
