/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One order with its whole money trail and the trace of what was done with the same things (A2-04, A2-05). */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-reading.h"
#include "tenure-wording-activity.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"

#define NEWEST 3

/* The order
 * -----------------------------------------------------------------------------------------------------------*/

static TenureJson *
line_json (const TenureOrderLine *line)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "resource", line->resource_key);
  tenure_json_set_string (object, "name", line->name);
  tenure_json_set_string (object, "offer", line->offer);
  tenure_json_set_string (object, "spec", line->spec);
  tenure_json_set_string (object, "region", line->region);
  tenure_json_set_int64 (object, "amount", line->amount);
  tenure_json_set_int64 (object, "months", line->months);
  tenure_json_set_int64 (object, "extra_days", line->extra_days);
  tenure_cli_set_time (object, "old_expiry", line->old_expiry);
  tenure_cli_set_time (object, "new_expiry", line->new_expiry);
  tenure_cli_set_money (object, "official", line->official);
  tenure_cli_set_money (object, "due", line->due);
  tenure_cli_set_money (object, "consumed", line->consumed);
  tenure_cli_set_money (object, "fee", line->fee);
  tenure_cli_set_channels (object, &line->paid);
  return object;
}

static TenureJson *
order_json (const TenureOrder *order)
{
  TenureJson *object = tenure_cli_object ("order");
  TenureJson *lines = tenure_json_new_array ();

  tenure_json_set_string (object, "order", order->key);
  tenure_json_set_string (object, "composite", order->parent_key);
  tenure_json_set_string (object, "type", tenure_order_type_name (order->type));
  tenure_json_set_string (object, "source", tenure_order_source_name (order->source));
  tenure_json_set_string (object, "status", tenure_order_status_name (order->status));
  tenure_cli_set_time (object, "created", order->created);
  tenure_cli_set_time (object, "paid_at", order->paid_at);
  tenure_cli_set_time (object, "finished", order->finished);
  tenure_cli_set_time (object, "deadline", order->deadline);
  tenure_cli_set_money (object, "official", order->official);
  tenure_cli_set_money (object, "discount", order->discount);
  tenure_cli_set_money (object, "due", order->due);
  tenure_cli_set_channels (object, &order->paid);
  for (guint i = 0; i < order->n_lines; i++)
    tenure_json_append (lines, line_json (&order->lines[i]));
  tenure_json_set (object, "lines", lines);
  for (int i = TENURE_MARK_PROMOTION; i <= TENURE_MARK_INVOICED; i++)
    {
      const gboolean marks[] = { order->promotion, order->partner_paid, order->special, order->invoiced };
      tenure_json_set_boolean (object, tenure_mark_name ((TenureMark)i), marks[i]);
    }
  tenure_json_set_string (object, "reason", order->reason);
  tenure_json_set_string (object, "verdict", order->verdict);
  tenure_json_set_string (object, "created_by", order->actor);
  tenure_json_set_string (object, "paid_by", order->payer);
  tenure_json_set_int64 (object, "failed", order->n_failed);
  return object;
}

static void
print_channels (TenureCliTable *pairs, const TenureChannels *money)
{
  const struct
  {
    const char *label;
    TenureMoney money;
  } rows[] = {
    { _ ("  cash balance"), money->cash }, { _ ("  credit"), money->credit }, { _ ("  flexi coupons"), money->flexi },
    { _ ("  cards"), money->card },        { _ ("Voucher"), money->voucher },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].money != 0 && rows[i].money != TENURE_MONEY_UNKNOWN)
      tenure_cli_pair (pairs, rows[i].label, tenure_word_money (rows[i].money));
}

/* One to choose from, or what was typed. */
static const char *
word_reason (const char *reason)
{
  for (int i = 0; TENURE_REASONS[i]; i++)
    if (g_str_equal (TENURE_REASONS[i], reason))
      return tenure_word_reason (i);
  return reason;
}

/* "2024-04-15 15:58:07, hw_wenhua" */
static char *
word_when (TenureTime time, const char *who)
{
  g_autofree char *text = tenure_word_time (time);
  g_autofree char *name = tenure_word_actor (who);

  return who && !g_str_equal (who, "system") && time != TENURE_TIME_UNKNOWN
             ? g_strdup_printf ("%s%s%s", text, _ (", "), name)
             : g_steal_pointer (&text);
}

static char *
word_status (const TenureOrder *order)
{
  const char *status = tenure_word_order_status (order->status);

  if (order->n_failed == 0)
    return g_strdup (status);
  return g_strdup_printf ("%s%s%s", status, _ (", "),
                          order->n_failed < order->n_lines ? _ ("some failed") : _ ("failed"));
}

static void
print_marks (TenureCliTable *pairs, const TenureOrder *order)
{
  const gboolean marks[] = { order->promotion, order->partner_paid, order->special, order->invoiced };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i])
      tenure_cli_pair (pairs, _ ("Mark"), g_strdup (tenure_word_mark ((TenureMark)i)));
  if (order->reason)
    tenure_cli_pair (pairs, _ ("Reason"), g_strdup (word_reason (order->reason)));
  if (order->verdict)
    tenure_cli_pair (pairs, _ ("Rejected because"), g_strdup (order->verdict));
}

static void
print_order_head (TenureCli *cli, const TenureOrder *order)
{
  g_autoptr (TenureCliTable) pairs = tenure_cli_pairs_new (cli);
  TenureMoney paid = TENURE_MONEY_UNKNOWN;

  tenure_channels_paid (&order->paid, &paid, NULL);
  tenure_cli_pair (pairs, _ ("Order"), g_strdup (order->key));
  if (order->parent_key)
    tenure_cli_pair (pairs, _ ("Composite order"), g_strdup (order->parent_key));
  tenure_cli_pair (pairs, _ ("Type"), g_strdup (tenure_word_order_type (order->type)));
  tenure_cli_pair (pairs, _ ("Source"), g_strdup (tenure_word_order_source (order->source)));
  tenure_cli_pair (pairs, _ ("Status"), word_status (order));
  tenure_cli_pair (pairs, _ ("Created"), word_when (order->created, order->actor));
  tenure_cli_pair (pairs, _ ("Deadline"), tenure_word_time (order->deadline));
  tenure_cli_pair (pairs, _ ("Paid"), word_when (order->paid_at, order->payer));
  tenure_cli_pair (pairs, _ ("Finished"), tenure_word_time (order->finished));
  tenure_cli_pair (pairs, _ ("Order amount"), tenure_word_money (order->official));
  tenure_cli_pair (pairs, _ ("Discount"), tenure_word_money (order->discount));
  print_marks (pairs, order);
  tenure_cli_pair (pairs, _ ("Amount due"), tenure_word_money (order->due));
  tenure_cli_pair (pairs, _ ("Actual payment"), tenure_word_money (paid));
  print_channels (pairs, &order->paid);
}

/* The period that the line bought; NULL where there is none, or none any more. */
static const TenureTerm *
term_of (GPtrArray *resources, const TenureOrder *order, const TenureOrderLine *line)
{
  for (guint i = 0; i < resources->len; i++)
    {
      const TenureResource *resource = resources->pdata[i];

      for (guint t = 0; resource->id == line->resource_id && t < resource->n_terms; t++)
        if (g_strcmp0 (resource->terms[t].order_key, order->key) == 0)
          return &resource->terms[t];
    }
  return NULL;
}

static void
print_lines (TenureCli *cli, const TenureOrder *order, GPtrArray *resources)
{
  const char *const headings[] = {
    _ ("Resource"), _ ("Name"),  _ ("Product"), _ ("Region"),  _ ("Spec"), _ (">Size"), _ ("Charging"),
    _ ("Duration"), _ ("Start"), _ ("End"),     _ (">Amount"), _ ("Note"), NULL
  };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new_compact (cli, headings);
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (cli->session));

  for (guint i = 0; i < order->n_lines; i++)
    {
      const TenureOrderLine *line = &order->lines[i];

      const TenureTerm *term = term_of (resources, order, line);

      tenure_cli_table_add (table, g_strdup (line->resource_key), g_strdup (line->name),
                            g_strdup (tenure_word_product (catalogue, line->offer, line->product)),
                            g_strdup (tenure_word_region (catalogue, line->region)),
                            tenure_word_sized_spec (catalogue, line->offer, line->spec, 0),
                            line->amount > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, line->amount) : NULL,
                            g_strdup (tenure_word_charging (line->charging)),
                            line->months > 0 ? tenure_word_duration (line->months) : NULL,
                            term ? tenure_word_time (term->start) : NULL,
                            term                                      ? tenure_word_time (term->end)
                            : line->new_expiry != TENURE_TIME_UNKNOWN ? tenure_word_day (line->new_expiry)
                                                                      : NULL,
                            tenure_word_money (line->due), g_strdup (line->failed ? _ ("failed") : NULL));
    }
}

/* The money --------------------------------------------------------------------------------------------------------*/

static TenureJson *
discount_json (const TenureOrderDiscount *discount)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "discount", discount->key);
  tenure_json_set_string (object, "name", discount->name);
  tenure_json_set_string (object, "kind", discount->kind);
  tenure_json_set_int64 (object, "permyriad", discount->permyriad);
  tenure_cli_set_money (object, "amount", discount->amount);
  return object;
}

static TenureJson *
use_json (const TenureOrderUse *use)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "channel", use->channel);
  tenure_json_set_string (object, "coupon", use->key);
  tenure_cli_set_money (object, "amount", use->amount);
  return object;
}

static TenureJson *
base_json (const TenureOrderBase *base)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "order", base->order_key);
  tenure_cli_set_money (object, "paid", base->paid);
  tenure_cli_set_money (object, "consumed", base->consumed);
  tenure_cli_set_money (object, "fee", base->fee);
  tenure_cli_set_money (object, "lost", base->lost);
  tenure_cli_set_channels (object, &base->back);
  return object;
}

static void
set_money_trail (TenureJson *object, const TenureOrderMoney *money)
{
  TenureJson *discounts = tenure_json_new_array (), *uses = tenure_json_new_array ();
  TenureJson *bases = tenure_json_new_array ();

  for (guint i = 0; i < money->discounts->len; i++)
    tenure_json_append (discounts, discount_json (money->discounts->pdata[i]));
  for (guint i = 0; i < money->uses->len; i++)
    tenure_json_append (uses, use_json (money->uses->pdata[i]));
  for (guint i = 0; i < money->bases->len; i++)
    tenure_json_append (bases, base_json (money->bases->pdata[i]));
  tenure_json_set (object, "discounts", discounts);
  tenure_json_set (object, "channels", uses);
  tenure_json_set (object, "base_orders", bases);
}

static const char *
word_discount_kind (const char *kind)
{
  if (g_str_equal (kind, "commercial"))
    return _ ("commercial discount");
  return g_str_equal (kind, "promotion") ? _ ("promotional discount") : _ ("discount coupon");
}

static const char *
word_channel (const char *channel)
{
  TenureCouponKind kind;

  if (g_str_equal (channel, "arrears"))
    return _ ("Arrears");
  return tenure_coupon_kind_from_name (channel, &kind) ? tenure_word_coupon_kind (kind) : _ ("Cash balance");
}

static void
print_uses (TenureCli *cli, const TenureOrderMoney *money)
{
  const char *const headings[] = { _ ("Channel"), _ ("Number"), _ ("Name"), _ (">Amount"), NULL };
  g_autoptr (TenureCliTable) table = NULL;

  if (money->discounts->len + money->uses->len == 0)
    return;
  tenure_cli_print (cli, "\n");
  table = tenure_cli_table_new (cli, headings);
  for (guint i = 0; i < money->discounts->len; i++)
    {
      const TenureOrderDiscount *discount = money->discounts->pdata[i];

      tenure_cli_table_add (table, g_strdup (word_discount_kind (discount->kind)), g_strdup (discount->key),
                            g_strdup (tenure_word_named (discount->name, word_discount_kind (discount->kind))),
                            tenure_word_money (discount->amount));
    }
  for (guint i = 0; i < money->uses->len; i++)
    {
      const TenureOrderUse *use = money->uses->pdata[i];

      tenure_cli_table_add (table, g_strdup (word_channel (use->channel)), g_strdup (use->key),
                            g_strdup (use->key ? tenure_word_named (use->name, word_channel (use->channel)) : NULL),
                            tenure_word_money (use->amount));
    }
}

static void
print_bases (TenureCli *cli, const TenureOrderMoney *money)
{
  const char *const headings[] = { _ ("Base order"), _ (">Paid"),    _ (">Consumed"), _ (">Fee"),
                                   _ (">Returned"),  _ (">Voucher"), _ (">Lost"),     NULL };
  g_autoptr (TenureCliTable) table = NULL;

  if (money->bases->len == 0)
    return;
  tenure_cli_print (cli, "\n");
  table = tenure_cli_table_new (cli, headings);
  for (guint i = 0; i < money->bases->len; i++)
    {
      const TenureOrderBase *base = money->bases->pdata[i];
      TenureMoney back = TENURE_MONEY_UNKNOWN;

      tenure_channels_paid (&base->back, &back, NULL);
      tenure_cli_table_add (table, g_strdup (base->order_key), tenure_word_money (base->paid),
                            tenure_word_money (base->consumed), tenure_word_money (base->fee), tenure_word_money (back),
                            tenure_word_money (base->back.voucher), tenure_word_money (base->lost));
    }
}

/* The trace --------------------------------------------------------------------------------------------------------*/

/* Which of the trace is shown: the newest three, or with --trace all what the filters let through. */
typedef struct
{
  gboolean all;
  int type; /* 0: any */
  TenureTime from, to;
  const char *number;
} Filter;

static gboolean
read_filter (TenureCli *cli, Filter *filter, GError **error)
{
  static const char *const WHICH[] = { "newest", "all", NULL };
  const char *type = tenure_cli_text (cli, "type");
  TenureOrderType value;
  int which = 0;

  if (!tenure_cli_choice (cli, "trace", WHICH, &which, error) ||
      !tenure_cli_time (cli, "from", 0, &filter->from, error) ||
      !tenure_cli_time (cli, "to", TENURE_DAY_SECONDS - 1, &filter->to, error))
    return FALSE;
  filter->number = tenure_cli_text (cli, "number");
  filter->all = which == 1;
  if (!type)
    return TRUE;
  if (!tenure_order_type_from_name (type, &value))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("--type: “%s” is not one of: new, renewal, change, unsubscription, to-pay-per-use, "
                      "from-pay-per-use"),
                   type);
      return FALSE;
    }
  filter->type = (int)value;
  return TRUE;
}

static gboolean
passes (const Filter *filter, const TenureOrder *order)
{
  return (filter->type == 0 || filter->type == (int)order->type) &&
         (filter->from == TENURE_TIME_UNKNOWN || order->created >= filter->from) &&
         (filter->to == TENURE_TIME_UNKNOWN || order->created <= filter->to) &&
         (!filter->number || strstr (order->key, filter->number) != NULL);
}

static GPtrArray *
filter_trace (GPtrArray *trace, const Filter *filter)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < trace->len && (filter->all || shown->len < NEWEST); i++)
    if (passes (filter, trace->pdata[i]))
      g_ptr_array_add (shown, trace->pdata[i]);
  return shown;
}

static void
print_trace (TenureCli *cli, GPtrArray *shown, guint total)
{
  const char *const headings[] = { _ ("Trace"), _ ("Type"), _ ("Status"), _ ("Created"), _ (">Amount due"), NULL };
  TenureCliTable *table;

  tenure_cli_print (cli, "\n");
  table = tenure_cli_table_new (cli, headings);
  for (guint i = 0; i < shown->len; i++)
    {
      const TenureOrder *order = shown->pdata[i];

      tenure_cli_table_add (table, g_strdup (order->key), g_strdup (tenure_word_order_type (order->type)),
                            g_strdup (tenure_word_order_status (order->status)), tenure_word_time (order->created),
                            tenure_word_money (order->due));
    }
  tenure_cli_table_end (table);
  if (shown->len < total)
    tenure_cli_print (cli, _ ("%u of %u; --trace all shows all of them\n"), shown->len, total);
}

static TenureJson *
trace_json (GPtrArray *shown)
{
  TenureJson *rows = tenure_json_new_array ();

  for (guint i = 0; i < shown->len; i++)
    {
      const TenureOrder *order = shown->pdata[i];
      TenureJson *row = tenure_json_new_object ();

      tenure_json_set_string (row, "order", order->key);
      tenure_json_set_string (row, "type", tenure_order_type_name (order->type));
      tenure_json_set_string (row, "status", tenure_order_status_name (order->status));
      tenure_cli_set_time (row, "created", order->created);
      tenure_cli_set_money (row, "due", order->due);
      tenure_json_append (rows, row);
    }
  return rows;
}

static void
show_json (TenureCli *cli, GPtrArray *orders, const TenureOrderMoney *money, GPtrArray *shown)
{
  TenureJson *head = order_json (orders->pdata[0]), *children = tenure_json_new_array ();

  for (guint i = 1; i < orders->len; i++)
    tenure_json_append (children, order_json (orders->pdata[i]));
  tenure_json_set (head, "children", children);
  set_money_trail (head, money);
  tenure_json_set (head, "trace", trace_json (shown));
  tenure_cli_print_json (cli, head);
}

/* What the lines of all @orders are about. */
static GPtrArray *
read_resources (TenureCli *cli, GPtrArray *orders, GError **error)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];

      for (guint l = 0; l < order->n_lines; l++)
        if (order->lines[l].resource_key)
          g_strv_builder_add (keys, order->lines[l].resource_key);
    }
  ids = g_strv_builder_end (keys);
  return ids[0] ? tenure_read_resources (cli->session, (const char *const *)ids, error)
                : g_ptr_array_new_with_free_func (NULL);
}

static gboolean
print_orders (TenureCli *cli, GPtrArray *orders, GError **error)
{
  g_autoptr (GPtrArray) resources = read_resources (cli, orders, error);

  for (guint i = 0; resources && i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];

      tenure_cli_print (cli, "%s", i > 0 ? "\n" : "");
      print_order_head (cli, order);
      if (order->n_lines > 0)
        print_lines (cli, order, resources);
    }
  return resources != NULL;
}

gboolean
tenure_cli_run_order_show (TenureCli *cli, GError **error)
{
  Filter filter = { .from = TENURE_TIME_UNKNOWN, .to = TENURE_TIME_UNKNOWN };
  TenureSession *session = read_filter (cli, &filter, error) ? tenure_cli_session (cli, error) : NULL;
  const char *const keys[] = { cli->arguments->pdata[0], NULL };
  g_autoptr (GPtrArray) orders = session ? tenure_read_orders (session, keys, error) : NULL;
  gint64 id = orders ? ((const TenureOrder *)orders->pdata[0])->id : 0;
  g_autoptr (TenureOrderMoney) money = orders ? tenure_read_order_money (session, id, error) : NULL;
  g_autoptr (GPtrArray) trace = money ? tenure_read_trace (session, id, error) : NULL;
  g_autoptr (GPtrArray) shown = trace ? filter_trace (trace, &filter) : NULL;

  if (!shown)
    return FALSE;
  if (tenure_cli_wants_json (cli))
    {
      show_json (cli, orders, money, shown);
      return TRUE;
    }
  if (!print_orders (cli, orders, error))
    return FALSE;
  print_uses (cli, money);
  print_bases (cli, money);
  print_trace (cli, shown, trace->len);
  return TRUE;
}
