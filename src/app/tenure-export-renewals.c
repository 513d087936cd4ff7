/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the renewal list (续费清单) and of the price list (续费价目表; A1-27, A1-28): what renewing costs, by the
 * very functions that renew. */
#include "tenure-export-private.h"

#include <glib/gi18n-lib.h>

#include "tenure-facts.h"
#include "tenure-lists.h"
#include "tenure-renewals.h"
#include "tenure-wording-names.h"

/* Resources read at once. */
#define PAGE 256

#define RESOURCE_COLUMNS                                                                                               \
  { N_ ("Name"), 24 }, { N_ ("Id"), 28 }, { N_ ("Product type"), 24 }, { N_ ("Specification"), 18 },                   \
      { N_ ("Region"), 16 }, { N_ ("Renewal"), 18 },                                                                   \
  {                                                                                                                    \
    N_ ("Expiry"), 20                                                                                                  \
  }

static void
put_resource (TenureExportRow *row, const TenureResource *resource, TenureCatalogue *catalogue)
{
  const TenureOffer *offer = tenure_catalogue_find (catalogue, resource->offer);
  const TenureSpec *spec = offer != NULL ? tenure_offer_spec (offer, resource->spec) : NULL;

  tenure_export_row_begin (row);
  tenure_export_row_text (row, resource->name);
  tenure_export_row_text (row, resource->key);
  tenure_export_row_text (row, tenure_word_product (catalogue, resource->offer, resource->product));
  tenure_export_row_text (row, spec != NULL ? tenure_word_spec (spec) : resource->spec);
  tenure_export_row_text (row, tenure_word_region (catalogue, resource->region));
  tenure_export_row_text (row, tenure_word_mode (resource->mode));
  tenure_export_row_time (row, resource->expiry);
}

/* The renewal list ------------------------------------------------------------------------------------------------ */

static const TenureExportColumn list_columns[] = {
  RESOURCE_COLUMNS,
  { N_ ("Duration"), 12 },
  { N_ ("New expiry"), 20 },
  { N_ ("Estimated cost"), 14 },
};

/* The items of a resource: itself, its bound parts behind it. FALSE when the sum overflows. */
static gboolean
sum_items (const TenurePlan *plan, guint at, TenureMoney *cost, GError **error)
{
  const TenurePlanItem *head = plan->items->pdata[at];

  *cost = head->due;
  for (guint i = at + 1; i < plan->items->len; i++)
    {
      const TenurePlanItem *part = plan->items->pdata[i];

      if (g_strcmp0 (part->main_key, head->key) != 0)
        break;
      if (!tenure_money_add (*cost, part->due, cost, error))
        return FALSE;
    }
  return TRUE;
}

static guint
find_item (const TenurePlan *plan, const char *key)
{
  guint at = 0;

  while (at < plan->items->len && (((TenurePlanItem *)plan->items->pdata[at])->main_key != NULL ||
                                   !g_str_equal (((TenurePlanItem *)plan->items->pdata[at])->key, key)))
    at++;
  return at;
}

static gboolean
put_estimate (TenureExportRow *row, const TenurePlan *plan, guint at, TenureMoney *total, GError **error)
{
  const TenurePlanItem *item = plan->items->pdata[at];
  TenureMoney cost;

  if (item->refusal != NULL)
    {
      tenure_export_row_take (row, tenure_word_refusal (item->refusal));
      tenure_export_row_skip (row, 1);
      return TRUE;
    }
  if (!sum_items (plan, at, &cost, error) || !tenure_money_add (*total, cost, total, error))
    return FALSE;
  tenure_export_row_time (row, item->new_expiry);
  tenure_export_row_money (row, cost);
  return TRUE;
}

static gboolean
put_listed (TenureExportSource *source, TenureExportSink *sink, TenureExportRow *row, const TenureResource *resource,
            int months, TenureMoney *total, GError **error)
{
  guint at = find_item (source->plan, resource->key);

  put_resource (row, resource, source->catalogue);
  tenure_export_row_take (row, tenure_word_duration (months));
  g_return_val_if_fail (at < source->plan->items->len, FALSE);
  return put_estimate (row, source->plan, at, total, error) && tenure_export_put (source, sink, row, error);
}

static gboolean
put_total (TenureExportSink *sink, TenureExportRow *row, TenureMoney total, GError **error)
{
  tenure_export_row_begin (row);
  tenure_export_row_text (row, _ ("Total"));
  tenure_export_row_skip (row, G_N_ELEMENTS (list_columns) - 2);
  tenure_export_row_money (row, total);
  return sink->row (sink, row, error);
}

static gboolean
write_list (TenureConnection *connection, TenureExportSource *source, TenureExportSink *sink,
            const TenureKeyVector *keys, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) resources =
      tenure_facts_resources (connection, source->query->account, (const char *const *)source->rows, FALSE, error);
  int months = (int)((const TenureRenew *)tenure_command_params (source->plan->command))->months;
  TenureMoney total = 0;
  TenureExportRow row;
  gboolean fine = resources != NULL;

  tenure_export_row_init (&row);
  for (guint i = 0; fine && i < resources->len; i++)
    fine = put_listed (source, sink, &row, resources->pdata[i], months, &total, error) &&
           tenure_export_go_on (source, i + 1, resources->len, cancellable, error);
  fine = fine && put_total (sink, &row, total, error);
  tenure_export_row_clear (&row);
  return fine;
}

const TenureExportKind TENURE_EXPORT_RENEWAL_LIST = { list_columns, G_N_ELEMENTS (list_columns), TRUE, write_list };

/* The price list -------------------------------------------------------------------------------------------------- */

static const TenureExportColumn price_columns[] = {
  RESOURCE_COLUMNS,
  { N_ ("Price of 1 month"), 14 },
  { N_ ("Price of 1 year"), 14 },
  { N_ ("Price of 2 years"), 14 },
  { N_ ("Price of 3 years"), 14 },
};
static const int durations[] = { 1, 12, 24, 36 };

/* What renewing it for @months costs by the price list, bound parts included; unknown where it is not sold so. */
static gboolean
price_of (const TenureWorld *world, const TenureResource *head, int months, TenureMoney *price, GError **error)
{
  const TenureOffer *offer = tenure_world_offer (world, head->offer);
  g_auto (TenureRenewalDraft) draft = { 0 };

  *price = TENURE_MONEY_UNKNOWN;
  if (offer == NULL || tenure_world_withdrawn (world, offer) || !tenure_durations_contain (offer->renew, months))
    return TRUE;
  if (!tenure_renewal_draft (world, head, months, FALSE, &draft, error))
    return FALSE;
  if (draft.refusal == NULL)
    *price = draft.order->official;
  return TRUE;
}

static gboolean
put_priced (TenureExportSource *source, TenureExportSink *sink, TenureExportRow *row, const TenureWorld *world,
            const TenureResource *resource, GError **error)
{
  put_resource (row, resource, source->catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      TenureMoney price;

      if (!price_of (world, resource, durations[i], &price, error))
        return FALSE;
      tenure_export_row_money (row, price);
    }
  return tenure_export_put (source, sink, row, error);
}

/* The world of renewing one page: its resources with their parts and prices. */
static TenureWorld *
world_of (TenureConnection *connection, const TenureExportSource *source, const gint64 *ids, guint n, GError **error)
{
  const TenureQuery *query = source->query;
  TenureStage stage = { .account = query->account,
                        .actor = "",
                        .level = query->level,
                        .policy = query->policy,
                        .catalogue = source->catalogue,
                        .practice = source->practice };
  g_autoptr (TenureWorld) world = tenure_world_new (connection, &stage, query->now, error);
  g_auto (GStrv) keys = world != NULL ? tenure_lists_natural_keys (connection, query, ids, n, error) : NULL;
  TenureRenew renew = { .resources = keys, .months = 1 };

  return keys != NULL && tenure_world_load (world, connection, TENURE_COMMAND_RENEW, &renew, error)
             ? g_steal_pointer (&world)
             : NULL;
}

static gboolean
write_page (TenureConnection *connection, TenureExportSource *source, TenureExportSink *sink, TenureExportRow *row,
            const gint64 *ids, guint n, GError **error)
{
  g_autoptr (TenureWorld) world = world_of (connection, source, ids, n, error);

  for (guint i = 0; world != NULL && i < n; i++)
    {
      const TenureResource *resource = tenure_world_resource_by_id (world, ids[i]);

      if (resource != NULL && !put_priced (source, sink, row, world, resource, error))
        return FALSE;
    }
  return world != NULL;
}

static gboolean
write_prices (TenureConnection *connection, TenureExportSource *source, TenureExportSink *sink,
              const TenureKeyVector *keys, GCancellable *cancellable, GError **error)
{
  guint total = keys->n - (guint)source->left_out;
  TenureExportRow row;
  gboolean fine = TRUE;

  tenure_export_row_init (&row);
  for (guint at = 0; fine && at < total; at += PAGE)
    fine = write_page (connection, source, sink, &row, keys->ids + at, MIN (PAGE, total - at), error) &&
           tenure_export_go_on (source, MIN (at + PAGE, total), total, cancellable, error);
  tenure_export_row_clear (&row);
  return fine;
}

const TenureExportKind TENURE_EXPORT_PRICE_LIST = { price_columns, G_N_ELEMENTS (price_columns), TRUE, write_prices };
