/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: filters from the options, rows as a table, as ids or as JSON, written while they are read. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-filters.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-lifecycle.h"
#include "tenure-reading.h"
#include "tenure-wording-metering.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"

/* Rows read at once. */
#define PAGE 512

static const char *const STATUSES[] = { "unpaid",    "review",    "refunding",    "processing",
                                        "completed", "cancelled", "confirmation", NULL };
static const char *const MODES[] = { "manual", "auto", "to-pay-per-use", "no-renewal", NULL };
static const char *const LISTS[] = { "all", "unsubscribe", "five-day", "periods", "pending", "refused", NULL };

/* How one list shows its rows. */
typedef struct
{
  const char *schema;
  const char *const *headings; /* N_() */
  void (*add) (TenureCliTable *table, TenureSession *session, const TenureRecord *record, const TenureRefusal *refusal);
  TenureJson *(*json) (const TenureRecord *record);
  gboolean judged;  /* with the reason why a row cannot be unsubscribed */
  gboolean compact; /* columns without anything in them are left out */
} Face;

/* Orders -----------------------------------------------------------------------------------------------------------*/

static const char *const ORDER_HEADINGS[] = {
  N_ ("Order"),    N_ ("Type"),          N_ ("Source"),      N_ ("Status"),  N_ ("Created"),
  N_ ("Deadline"), N_ (">Order amount"), N_ (">Amount due"), N_ ("Product"), NULL
};

static void
add_order (TenureCliTable *table, TenureSession *session, const TenureRecord *record, const TenureRefusal *refusal)
{
  tenure_cli_table_add (
      table, g_strdup (record->key), g_strdup (tenure_word_order_type (record->type)),
      g_strdup (tenure_word_order_source (record->source)), g_strdup (tenure_word_order_status (record->status)),
      tenure_word_time (record->created),
      record->status == TENURE_ORDER_UNPAID ? tenure_word_time (record->deadline) : NULL,
      tenure_word_money (record->amount), tenure_word_money (record->due),
      tenure_word_products (tenure_platform_catalogue (tenure_session_platform (session)), record->product));
}

static TenureJson *
order_json (const TenureRecord *record)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "order", record->key);
  tenure_json_set_string (object, "type", tenure_order_type_name (record->type));
  tenure_json_set_string (object, "source", tenure_order_source_name (record->source));
  tenure_json_set_string (object, "status", tenure_order_status_name (record->status));
  tenure_json_set_boolean (object, "composite", record->composite);
  tenure_json_set_string (object, "product", record->product);
  tenure_cli_set_time (object, "created", record->created);
  tenure_cli_set_time (object, "finished", record->finished);
  tenure_cli_set_time (object, "deadline", record->deadline);
  tenure_cli_set_money (object, "official", record->amount);
  tenure_cli_set_money (object, "due", record->due);
  tenure_cli_set_money (object, "paid", record->paid);
  return object;
}

static const Face ORDERS = { "orders", ORDER_HEADINGS, add_order, order_json, FALSE };

/* Resources --------------------------------------------------------------------------------------------------------*/

static const char *const RESOURCE_HEADINGS[] = { N_ ("Id"),     N_ ("Name"),      N_ ("Product"),      N_ ("Spec"),
                                                 N_ ("Region"), N_ ("Status"),    N_ ("Freeze"),       N_ ("Renewal"),
                                                 N_ ("Expiry"), N_ ("Days left"), N_ ("Unpaid order"), NULL };

static const char *
word_state (TenureSession *session, const TenureRecord *record)
{
  TenureResource resource = {
    .status = record->status, .charging = record->charging, .start = record->start, .expiry = record->expiry
  };

  return tenure_word_resource_state (&resource, tenure_session_shown_life (session, record->life),
                                     tenure_session_now (session));
}

/* What waits for approval, confirmation or its resources is no unpaid order (A2-14). */
static char *
word_unpaid (const TenureRecord *record)
{
  return record->unpaid ? g_strdup (record->open_order) : NULL;
}

/* A mark of its own beside the state (A2-12). */
static char *
word_freeze (const TenureRecord *record)
{
  return record->freeze > TENURE_FREEZE_NONE ? g_strdup (tenure_word_freeze (record->freeze)) : NULL;
}

static void
add_resource (TenureCliTable *table, TenureSession *session, const TenureRecord *record, const TenureRefusal *refusal)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));

  tenure_cli_table_add (table, g_strdup (record->key), g_strdup (record->name),
                        g_strdup (tenure_word_product (catalogue, record->offer, record->product)),
                        tenure_word_sized_spec (catalogue, record->offer, record->spec, 0),
                        g_strdup (tenure_word_region (catalogue, record->region)),
                        g_strdup (word_state (session, record)), word_freeze (record),
                        g_strdup (record->charging == TENURE_CHARGING_USE ? tenure_word_charging (TENURE_CHARGING_USE)
                                                                          : tenure_word_mode (record->mode)),
                        tenure_word_day (record->expiry),
                        tenure_word_days_left (record->expiry, tenure_session_now (session)), word_unpaid (record));
}

static TenureJson *
resource_json (const TenureRecord *record)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "id", record->key);
  tenure_json_set_string (object, "name", record->name);
  tenure_json_set_string (object, "offer", record->offer);
  tenure_json_set_string (object, "service", record->service);
  tenure_json_set_string (object, "product", record->product);
  tenure_json_set_string (object, "spec", record->spec);
  tenure_json_set_string (object, "region", record->region);
  tenure_json_set_string (object, "status", tenure_resource_status_name (record->status));
  tenure_json_set_string (object, "life", record->life >= 0 ? tenure_life_name (record->life) : NULL);
  tenure_json_set_string (object, "freeze", record->freeze >= 0 ? tenure_freeze_name (record->freeze) : NULL);
  tenure_json_set_string (object, "mode", tenure_mode_name (record->mode));
  tenure_cli_set_time (object, "start", record->start);
  tenure_cli_set_time (object, "expiry", record->expiry);
  tenure_json_set_int64 (object, "auto_months", record->auto_months);
  tenure_json_set_int64 (object, "auto_left", record->auto_left);
  tenure_cli_set_time (object, "next_deduction", record->next_deduction);
  tenure_json_set_string (object, "open_order", record->open_order);
  tenure_json_set_int64 (object, "unstarted_periods", record->n_periods);
  tenure_json_set_int64 (object, "bound_parts", record->n_parts);
  return object;
}

static const Face RESOURCES = { "resources", RESOURCE_HEADINGS, add_resource, resource_json, FALSE };

/* The tabs of renewals beside the manual one (A2-14). */
static const char *const TAB_HEADINGS[] = { N_ ("Id"),           N_ ("Name"),           N_ ("Product"),
                                            N_ ("Region"),       N_ ("Status"),         N_ ("Freeze"),
                                            N_ ("Expiry"),       N_ ("Days left"),      N_ ("Period"),
                                            N_ ("Times left"),   N_ ("Next deduction"), N_ ("Becomes pay-per-use"),
                                            N_ ("Destroyed on"), N_ ("Unpaid order"),   NULL };

static TenureTime
destruction (TenureSession *session, const TenureRecord *record)
{
  TenureProfile *profile = tenure_session_profile (session);
  TenureLifeSpan span;

  tenure_life_span (record->expiry, tenure_profile_level (profile), tenure_profile_policy (profile), &span);
  return span.destroyed;
}

static void
add_tab_row (TenureCliTable *table, TenureSession *session, const TenureRecord *record, const TenureRefusal *refusal)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  gboolean automatic = record->mode == TENURE_MODE_AUTO;

  tenure_cli_table_add (table, g_strdup (record->key), g_strdup (record->name),
                        g_strdup (tenure_word_product (catalogue, record->offer, record->product)),
                        g_strdup (tenure_word_region (catalogue, record->region)),
                        g_strdup (word_state (session, record)), word_freeze (record), tenure_word_day (record->expiry),
                        tenure_word_days_left (record->expiry, tenure_session_now (session)),
                        automatic ? tenure_word_duration (record->auto_months) : NULL,
                        automatic ? tenure_word_times (record->auto_left) : NULL,
                        automatic ? tenure_word_time (record->next_deduction) : NULL,
                        record->mode == TENURE_MODE_TO_PPU ? tenure_word_time (record->expiry + 1) : NULL,
                        record->mode == TENURE_MODE_NO_RENEWAL ? tenure_word_day (destruction (session, record)) : NULL,
                        word_unpaid (record));
}

static const Face TAB = { "resources", TAB_HEADINGS, add_tab_row, resource_json, FALSE, TRUE };

/* As on the unsubscription page: what it is, until when, and why not. */
static const char *const REASON_HEADINGS[] = {
  N_ ("Id"), N_ ("Name"), N_ ("Product"), N_ ("Expiry"), N_ ("Why it cannot be unsubscribed"), NULL
};

static void
add_judged (TenureCliTable *table, TenureSession *session, const TenureRecord *record, const TenureRefusal *refusal)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));

  tenure_cli_table_add (table, g_strdup (record->key), g_strdup (record->name),
                        g_strdup (tenure_word_product (catalogue, record->offer, record->product)),
                        tenure_word_day (record->expiry), refusal ? tenure_word_refusal (refusal) : NULL);
}

/* What is not in effect yet can be given back: only when it begins is of interest. */
static const char *const PENDING_HEADINGS[] = { N_ ("Id"),    N_ ("Name"),   N_ ("Product"),
                                                N_ ("Start"), N_ ("Expiry"), NULL };

static void
add_pending (TenureCliTable *table, TenureSession *session, const TenureRecord *record, const TenureRefusal *refusal)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));

  tenure_cli_table_add (table, g_strdup (record->key), g_strdup (record->name),
                        g_strdup (tenure_word_product (catalogue, record->offer, record->product)),
                        tenure_word_time (record->start), tenure_word_day (record->expiry));
}

static const Face PENDING = { "resources", PENDING_HEADINGS, add_pending, resource_json, TRUE };
static const Face JUDGED = { "resources", REASON_HEADINGS, add_judged, resource_json, TRUE };

/* Printing ---------------------------------------------------------------------------------------------------------*/

typedef struct
{
  TenureCli *cli;
  TenureSession *session;
  const Face *face;
  TenureCliTable *table; /* of the text form */
  guint printed;
} Printer;

static TenureCliTable *
new_table (Printer *self)
{
  guint n = g_strv_length ((char **)self->face->headings);
  g_autofree const char **headings = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    headings[i] = _ (self->face->headings[i]);
  return self->face->compact ? tenure_cli_table_new_compact (self->cli, headings)
                             : tenure_cli_table_new (self->cli, headings);
}

static void
print_record (Printer *self, const TenureRecord *record, const TenureRefusal *refusal)
{
  if (tenure_cli_has (self->cli, "ids"))
    tenure_cli_print (self->cli, "%s\n", record->key);
  else if (self->table)
    self->face->add (self->table, self->session, record, refusal);
  else
    {
      g_autoptr (TenureJson) object = self->face->json (record);
      g_autofree char *text = NULL;

      if (self->face->judged)
        tenure_json_set (object, "refusal", tenure_cli_refusal_json (refusal));
      text = tenure_json_to_canonical (object);

      tenure_cli_print (self->cli, "%s\n  %s", self->printed > 0 ? "," : "", text);
    }
  self->printed++;
}

static gboolean
print_pages (Printer *self, const TenureQuery *query, TenureKeyVector *keys, GError **error)
{
  for (guint at = 0; at < keys->n; at += PAGE)
    {
      g_autoptr (GPtrArray) records =
          tenure_read_records (self->session, query, keys->ids + at, MIN (PAGE, keys->n - at), error);

      g_autoptr (GPtrArray) refusals = NULL;

      if (!records || (self->face->judged && !(refusals = tenure_read_refusals (self->session, query, keys->ids + at,
                                                                                MIN (PAGE, keys->n - at), error))))
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        if (records->pdata[i])
          print_record (self, records->pdata[i], refusals ? refusals->pdata[i] : NULL);
    }
  return TRUE;
}

static gboolean
print_list (TenureCli *cli, const Face *face, const TenureQuery *query, GError **error)
{
  Printer printer = { .cli = cli, .session = cli->session, .face = face };
  gint64 limit = 0;
  g_autoptr (TenureKeyVector) keys = NULL;
  gboolean json = tenure_cli_wants_json (cli), printed;

  if (!tenure_cli_int (cli, "limit", 1, G_MAXINT32, &limit, error) ||
      !(keys = tenure_read_keys (cli->session, query, (guint)limit, error)))
    return FALSE;
  if (json)
    tenure_cli_print (cli, "{\"schema\": \"tenure-%s/1\", \"rows\": [", face->schema);
  else if (!tenure_cli_has (cli, "ids"))
    printer.table = new_table (&printer);
  printed = print_pages (&printer, query, keys, error);
  if (json)
    tenure_cli_print (cli, "%s]}\n", printer.printed > 0 ? "\n" : "");
  g_clear_pointer (&printer.table, tenure_cli_table_end);
  return printed;
}

/* Filters ----------------------------------------------------------------------------------------------------------*/

static gboolean
read_range (TenureCli *cli, const char *until, TenureQuery *query, GError **error)
{
  if (!tenure_cli_time (cli, "from", 0, &query->from, error) ||
      !tenure_cli_time (cli, until, TENURE_DAY_SECONDS - 1, &query->to, error))
    return FALSE;
  if (query->from == TENURE_TIME_UNKNOWN || query->to == TENURE_TIME_UNKNOWN || query->from <= query->to)
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, _ ("--%s %s lies before --from %s"), until,
               tenure_cli_text (cli, until), tenure_cli_text (cli, "from"));
  return FALSE;
}

static gboolean
read_type (TenureCli *cli, TenureQuery *query, GError **error)
{
  const char *text = tenure_cli_text (cli, "type");
  TenureOrderType type;

  if (!text)
    return TRUE;
  if (!tenure_order_type_from_name (text, &type))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("--type: “%s” is not one of: new, renewal, change, unsubscription, to-pay-per-use, "
                      "from-pay-per-use"),
                   text);
      return FALSE;
    }
  query->type = type;
  return TRUE;
}

/* 产品类型, by the catalogue's key. */
static gboolean
read_offer (TenureCli *cli, TenureQuery *query, GError **error)
{
  const char *key = tenure_cli_text (cli, "offer");
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (cli->session));
  const TenureOffer *offer = key ? tenure_catalogue_find (catalogue, key) : NULL;

  if (offer)
    query->product = g_strdup (offer->name_en);
  if (offer || !key)
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
               _ ("--offer: “%s” is not in the catalogue; “tenurectl catalogue” lists it"), key);
  return FALSE;
}

TenureQuery *
tenure_cli_order_filter (TenureCli *cli, const char *until, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (TenureQuery) query = session ? tenure_session_query (session, TENURE_LIST_ORDERS) : NULL;

  if (!query || !tenure_cli_choice (cli, "status", STATUSES, &query->status, error) || !read_type (cli, query, error) ||
      !read_range (cli, until, query, error) || !read_offer (cli, query, error))
    return NULL;
  query->search = g_strdup (tenure_cli_text (cli, "search"));
  query->region = g_strdup (tenure_cli_text (cli, "region"));
  return g_steal_pointer (&query);
}

gboolean
tenure_cli_run_orders (TenureCli *cli, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_cli_order_filter (cli, "to", error);

  return query && print_list (cli, &ORDERS, query, error);
}

/* "Within N days" shows what is still in use (A2-12). */
static gboolean
read_within (TenureCli *cli, const char *until, TenureQuery *query, GError **error)
{
  gint64 days = -1;

  if (!tenure_cli_int (cli, "within", 0, 36500, &days, error))
    return FALSE;
  if (days < 0)
    return TRUE;
  if (tenure_cli_has (cli, until))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("--within and --%s both say when the expiry is at the latest; give one of them"), until);
      return FALSE;
    }
  query->in_use_only = TRUE;
  query->to = tenure_day_end (tenure_day_of (query->now) + (TenureDay)days);
  return TRUE;
}

/* 隐藏资源包, 只显示资源包 exclude each other (A2-12). */
static gboolean
read_packages (TenureCli *cli, TenureQuery *query, GError **error)
{
  query->hide_packages = tenure_cli_has (cli, "hide-packages");
  query->only_packages = tenure_cli_has (cli, "only-packages");
  if (!query->hide_packages || !query->only_packages)
    return TRUE;
  g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                       _ ("--hide-packages and --only-packages leave nothing; give one of them"));
  return FALSE;
}

/* 倒计时: what is left of the five days. */
static gboolean
read_countdown (TenureCli *cli, TenureQuery *query, GError **error)
{
  gint64 hours = -1;

  if (!tenure_cli_int (cli, "hours-left", 0, 8760, &hours, error))
    return FALSE;
  query->hours_left = (int)hours;
  return TRUE;
}

TenureQuery *
tenure_cli_resource_filter (TenureCli *cli, TenureList list, const char *until, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (TenureQuery) query = session ? tenure_session_query (session, list) : NULL;

  if (!query || !tenure_cli_choice (cli, "mode", MODES, &query->mode, error) ||
      !read_range (cli, until, query, error) || !read_within (cli, until, query, error))
    return NULL;
  query->search = g_strdup (tenure_cli_text (cli, "search"));
  query->service = g_strdup (tenure_cli_text (cli, "service"));
  query->region = g_strdup (tenure_cli_text (cli, "region"));
  query->expired_only = tenure_cli_has (cli, "expired");
  query->hide_unpaid = tenure_cli_has (cli, "hide-unpaid");
  if (!read_packages (cli, query, error) || !read_offer (cli, query, error) || !read_countdown (cli, query, error))
    return NULL;
  return g_steal_pointer (&query);
}

static gboolean
run_resources (TenureCli *cli, TenureList list, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_cli_resource_filter (cli, list, "to", error);
  const Face *face = list == TENURE_LIST_PENDING ? &PENDING : list == TENURE_LIST_REFUSED ? &JUDGED : &RESOURCES;

  if (!query)
    return FALSE;
  if (list == TENURE_LIST_RENEWALS && query->mode > TENURE_MODE_MANUAL)
    face = &TAB;
  if (list == TENURE_LIST_UNSUBSCRIBE || list == TENURE_LIST_FIVE_DAY || list == TENURE_LIST_PERIODS)
    query->refused = 0; /* what is refused has a list of its own */
  return print_list (cli, face, query, error);
}

gboolean
tenure_cli_run_resources (TenureCli *cli, GError **error)
{
  static const TenureList KINDS[] = { TENURE_LIST_RESOURCES, TENURE_LIST_UNSUBSCRIBE, TENURE_LIST_FIVE_DAY,
                                      TENURE_LIST_PERIODS,   TENURE_LIST_PENDING,     TENURE_LIST_REFUSED };
  int list = 0;

  if (!tenure_cli_choice (cli, "list", LISTS, &list, error))
    return FALSE;
  if (tenure_cli_has (cli, "hours-left") && KINDS[list] != TENURE_LIST_FIVE_DAY)
    {
      g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                           _ ("--hours-left says what is left of the five days; give it with --list five-day"));
      return FALSE;
    }
  return run_resources (cli, KINDS[list], error);
}

gboolean
tenure_cli_run_renewals (TenureCli *cli, GError **error)
{
  return run_resources (cli, TENURE_LIST_RENEWALS, error);
}
