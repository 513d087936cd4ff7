/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of orders (批量导出, 导出全部; A1-27): a composite order is its children, each with its number. */
#include "tenure-export-private.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-facts-money.h"
#include "tenure-facts.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"

/* Orders read at once. */
#define PAGE 256

static const TenureExportColumn columns[] = {
  { N_ ("Order number"), 20 },
  { N_ ("Composite order"), 20 },
  { N_ ("Type"), 12 },
  { N_ ("Source"), 12 },
  { N_ ("Status"), 12 },
  { N_ ("Product type"), 24 },
  { N_ ("Region"), 16 },
  { N_ ("Charging mode"), 14 },
  { N_ ("Term"), 10 },
  { N_ ("Resource names"), 24 },
  { N_ ("Resource ids"), 28 },
  { N_ ("Created"), 20 },
  { N_ ("Paid"), 20 },
  { N_ ("Finished"), 20 },
  { N_ ("Deadline"), 20 },
  { N_ ("Order amount"), 14 },
  { N_ ("Commercial discount"), 14 },
  { N_ ("Promotional discount"), 14 },
  { N_ ("Discount coupon"), 14 },
  { N_ ("Other discount"), 14 },
  { N_ ("Amount due"), 14 },
  { N_ ("Voucher"), 14 },
  { N_ ("Flexi coupon"), 14 },
  { N_ ("Stored-value card"), 14 },
  { N_ ("Cash"), 14 },
  { N_ ("Credit"), 14 },
  { N_ ("Amount paid"), 14 },
};

/* Lines ----------------------------------------------------------------------------------------------------------- */

/* A word for a line; free with g_free. NULL: it has none. */
typedef char *(*LineWord) (const TenureOrderLine *line, TenureCatalogue *catalogue);

static char *
product_of (const TenureOrderLine *line, TenureCatalogue *catalogue)
{
  return g_strdup (tenure_word_product (catalogue, line->offer, line->product));
}

static char *
region_of (const TenureOrderLine *line, TenureCatalogue *catalogue)
{
  return g_strdup (tenure_word_region (catalogue, line->region));
}

static char *
charging_of (const TenureOrderLine *line, TenureCatalogue *catalogue)
{
  return g_strdup (tenure_word_charging (line->charging));
}

static char *
term_of (const TenureOrderLine *line, TenureCatalogue *catalogue)
{
  return line->months > 0 ? tenure_word_duration (line->months) : NULL;
}

static char *
name_of (const TenureOrderLine *line, TenureCatalogue *catalogue)
{
  return g_strdup (line->name);
}

static char *
id_of (const TenureOrderLine *line, TenureCatalogue *catalogue)
{
  return g_strdup (line->resource_key);
}

static gboolean
is_known (GPtrArray *words, const char *word)
{
  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

/* Two periods of one resource are two lines. */
static gboolean
was_before (const TenureOrder *order, guint at)
{
  const char *key = order->lines[at].resource_key;

  for (guint l = 0; key != NULL && l < at; l++)
    if (g_strcmp0 (order->lines[l].resource_key, key) == 0)
      return TRUE;
  return FALSE;
}

/* The words of all lines, each once, or those of each resource, in their order. */
static void
put_lines (TenureExportRow *row, const TenureOrder *order, LineWord word, gboolean once, TenureCatalogue *catalogue)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint l = 0; l < order->n_lines; l++)
    {
      char *text = !once && was_before (order, l) ? NULL : word (&order->lines[l], catalogue);

      if (text == NULL || *text == '\0' || (once && is_known (words, text)))
        g_free (text);
      else
        g_ptr_array_add (words, text);
    }
  g_ptr_array_add (words, NULL);
  tenure_export_row_take (row, g_strjoinv (_ (", "), (char **)words->pdata));
}

/* Orders ---------------------------------------------------------------------------------------------------------- */

static void
put_what (TenureExportRow *row, const TenureOrder *order, TenureCatalogue *catalogue)
{
  tenure_export_row_text (row, order->key);
  tenure_export_row_text (row, order->parent_key);
  tenure_export_row_text (row, tenure_word_order_type (order->type));
  tenure_export_row_text (row, tenure_word_order_source (order->source));
  tenure_export_row_text (row, tenure_word_order_status (order->status));
  put_lines (row, order, product_of, TRUE, catalogue);
  put_lines (row, order, region_of, TRUE, catalogue);
  put_lines (row, order, charging_of, TRUE, catalogue);
  put_lines (row, order, term_of, TRUE, catalogue);
  put_lines (row, order, name_of, FALSE, catalogue);
  put_lines (row, order, id_of, FALSE, catalogue);
}

/* 订单金额 − each of these = 应付金额. */
static gboolean
put_discounts (TenureConnection *connection, TenureExportRow *row, const TenureOrder *order, GError **error)
{
  TenureDiscountParts parts;

  if (!tenure_facts_discount_parts (connection, order, &parts, error))
    return FALSE;
  tenure_export_row_money (row, parts.commercial);
  tenure_export_row_money (row, parts.promotion);
  tenure_export_row_money (row, parts.coupon);
  tenure_export_row_money (row, parts.other);
  return TRUE;
}

static gboolean
put_money (TenureConnection *connection, TenureExportRow *row, const TenureOrder *order, GError **error)
{
  TenureMoney paid = TENURE_MONEY_UNKNOWN;
  g_autoptr (GError) problem = NULL;

  /* A channel that is not known leaves the sum unknown; what cannot be counted is an error. */
  if (!tenure_channels_paid (&order->paid, &paid, &problem) && problem != NULL &&
      problem->domain == TENURE_SYSTEM_ERROR)
    return g_propagate_error (error, g_steal_pointer (&problem)), FALSE;
  tenure_export_row_money (row, order->official);
  if (!put_discounts (connection, row, order, error))
    return FALSE;
  tenure_export_row_money (row, order->due);
  tenure_export_row_money (row, order->paid.voucher);
  tenure_export_row_money (row, order->paid.flexi);
  tenure_export_row_money (row, order->paid.card);
  tenure_export_row_money (row, order->paid.cash);
  tenure_export_row_money (row, order->paid.credit);
  tenure_export_row_money (row, problem == NULL ? paid : TENURE_MONEY_UNKNOWN);
  return TRUE;
}

static gboolean
put_order (TenureConnection *connection, TenureExportSource *source, TenureExportSink *sink, TenureExportRow *row,
           const TenureOrder *order, GError **error)
{
  tenure_export_row_begin (row);
  put_what (row, order, source->catalogue);
  tenure_export_row_time (row, order->created);
  tenure_export_row_time (row, order->paid_at);
  tenure_export_row_time (row, order->finished);
  tenure_export_row_time (row, order->deadline);
  return put_money (connection, row, order, error) && tenure_export_put (source, sink, row, error);
}

/* A composite order is not added to what it is the sum of. */
static gboolean
put_orders (TenureConnection *connection, TenureExportSource *source, TenureExportSink *sink, TenureExportRow *row,
            GPtrArray *orders, GError **error)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];
      const TenureOrder *next = i + 1 < orders->len ? orders->pdata[i + 1] : NULL;

      if (order->composite && next != NULL && next->parent_id == order->id)
        continue;
      if (!put_order (connection, source, sink, row, order, error))
        return FALSE;
    }
  return TRUE;
}

/* The @at-th page: of the ticked numbers, or of the filter's keys. */
static GPtrArray *
read_page (TenureConnection *connection, const TenureExportSource *source, const TenureKeyVector *keys, guint at,
           guint n, GError **error)
{
  g_autofree const char **numbers = NULL;

  if (source->rows == NULL)
    return tenure_facts_orders_by_id (connection, keys->ids + at, n, error);
  numbers = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    numbers[i] = source->rows[at + i];
  return tenure_facts_orders (connection, source->query->account, numbers, error);
}

static gboolean
write_orders (TenureConnection *connection, TenureExportSource *source, TenureExportSink *sink,
              const TenureKeyVector *keys, GCancellable *cancellable, GError **error)
{
  guint total = source->rows != NULL ? g_strv_length (source->rows) : keys->n;
  TenureExportRow row;
  gboolean fine = TRUE;

  tenure_export_row_init (&row);
  for (guint at = 0; fine && at < total; at += PAGE)
    {
      g_autoptr (GPtrArray) orders = read_page (connection, source, keys, at, MIN (PAGE, total - at), error);

      fine = orders != NULL && put_orders (connection, source, sink, &row, orders, error) &&
             tenure_export_go_on (source, MIN (at + PAGE, total), total, cancellable, error);
    }
  tenure_export_row_clear (&row);
  return fine;
}

const TenureExportKind TENURE_EXPORT_ORDERS = { columns, G_N_ELEMENTS (columns), FALSE, write_orders };
