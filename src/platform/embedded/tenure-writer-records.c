/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of orders, lines, resources, terms. */
#include "tenure-writer.h"

#include "tenure-error.h"
#include "tenure-text.h"

#include <glib/gi18n-lib.h>

#define NUMBER_TRIES 64

static gboolean
journal_order (TenureWriter *self, const char *key, TenureOrderStatus status, TenureMoney due, GError **error)
{
  g_autoptr (TenureJson) body = tenure_json_new_object ();
  g_autofree char *kind = g_strconcat ("order.", tenure_order_status_name (status), NULL);

  if (due != TENURE_MONEY_UNKNOWN)
    {
      g_autofree char *text = tenure_money_format (due);
      tenure_json_set_string (body, "due", text);
    }
  return tenure_writer_journal (self, kind, key, body, error);
}

/* --- Orders ------------------------------------------------------------------------------------------------------- */

/* The @index-th letter from the end: by chance, or the digit of a count. */
static guint
next_letter (const TenureWriter *self, guint index, guint n_letters)
{
  guint *sequence = self->world->stage.sequence, count;

  if (sequence == NULL)
    return (guint)g_random_int_range (0, (gint32)n_letters);
  count = index == 0 ? ++*sequence : *sequence;
  while (index-- > 0)
    count /= n_letters;
  return count % n_letters;
}

/* CS, minute of China time, five of A–Z0–9 (rules 8.8); LX where it is practice. */
static char *
new_number (const TenureWriter *self)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  g_autofree char *time = tenure_time_format (self->world->now); /* YYYY-MM-DD HH:MM:SS */
  char tail[6] = "";

  for (guint i = 0; i < 5; i++)
    tail[4 - i] = letters[next_letter (self, i, (guint)strlen (letters))];
  return g_strdup_printf ("%s%.2s%.2s%.2s%.2s%.2s%s", self->world->stage.practice ? "LX" : "CS", time + 2, time + 5,
                          time + 8, time + 11, time + 14, tail);
}

/* Products are interned. */
static char *
order_products (const TenureOrder *order)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new ();

  for (guint l = 0; l < order->n_lines; l++)
    if (order->lines[l].main_index < 0 && !g_ptr_array_find (products, order->lines[l].product, NULL))
      g_ptr_array_add (products, (gpointer)order->lines[l].product);
  g_ptr_array_add (products, NULL);
  return g_strjoinv (", ", (char **)products->pdata);
}

/* A composite order is of what its children are of. */
static gboolean
add_products (TenureWriter *self, gint64 parent, const TenureOrder *child, GError **error)
{
  g_autofree char *products = order_products (child);

  return TENURE_EXEC (self,
                      "UPDATE \"order\" SET product = CASE WHEN product = '' THEN ?2 ELSE product || ', ' || ?2 END"
                      " WHERE id = ?1 AND instr (', ' || product || ', ', ', ' || ?2 || ', ') = 0",
                      error, TENURE_INT (parent), TENURE_TEXT (products));
}

static char *
order_search (const TenureOrder *order, const char *number)
{
  g_autoptr (GString) text = g_string_new (number);

  for (guint l = 0; l < order->n_lines; l++)
    {
      g_string_append_printf (text, "\n%s", order->lines[l].name);
      if (order->lines[l].resource_key != NULL)
        g_string_append_printf (text, "\n%s", order->lines[l].resource_key);
    }
  return tenure_text_search_key (text->str);
}

static gboolean
insert_order (TenureWriter *self, const TenureEffect *effect, const char *number, GError **error)
{
  const TenureOrder *order = effect->record;
  g_autofree char *products = order_products (order);
  g_autofree char *search = order_search (order, number);

  return TENURE_EXEC (
      self,
      "INSERT INTO \"order\" (account_id, key, parent_id, composite, type, source_type, status, created, paid_at,"
      " finished, deadline, official, discount, due, cash, credit, flexi, card, voucher, product, search, actor, payer,"
      " command_id, policy_hash, reason, source, fetched_at, payable, promotion) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
      "?8, ?9, ?10, ?11, "
      "?12, ?13,"
      " ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, 'embedded', ?8, ?27, ?28) ON CONFLICT (key) "
      "DO NOTHING",
      error, TENURE_INT (order->account_id), TENURE_TEXT (number),
      TENURE_ID (tenure_writer_order (self, effect->other)), TENURE_INT (order->composite), TENURE_INT (order->type),
      TENURE_INT (order->source), TENURE_TEXT (tenure_order_status_name (order->status)), TENURE_INT (order->created),
      TENURE_KNOWN (order->paid_at), TENURE_KNOWN (order->finished), TENURE_KNOWN (order->deadline),
      TENURE_KNOWN (order->official), TENURE_KNOWN (order->discount), TENURE_KNOWN (order->due),
      TENURE_KNOWN (order->paid.cash), TENURE_KNOWN (order->paid.credit), TENURE_KNOWN (order->paid.flexi),
      TENURE_KNOWN (order->paid.card), TENURE_KNOWN (order->paid.voucher), TENURE_TEXT (products), TENURE_TEXT (search),
      TENURE_TEXT (order->actor), TENURE_TEXT (order->payer), TENURE_TEXT (self->command_id),
      TENURE_TEXT (self->world->stage.policy->hash), TENURE_TEXT (order->reason),
      TENURE_KNOWN (order->status == TENURE_ORDER_UNPAID ? order->created : TENURE_TIME_UNKNOWN),
      TENURE_INT (order->promotion));
}

static gboolean
insert_line (TenureWriter *self, gint64 order, const TenureOrder *record, guint position, GError **error)
{
  const TenureOrderLine *line = &record->lines[position];
  gboolean refund = record->type == TENURE_TYPE_UNSUBSCRIBE;
  gint64 unless = refund ? 0 : G_MININT64;

  return TENURE_EXEC (
      self,
      "INSERT INTO line (order_id, position, resource_id, name, offer, service, product, spec, region, amount, details,"
      " main_position, months, extra_days, old_expiry, new_expiry, official, discount, due, cash, credit, flexi, card,"
      " voucher, consumed, fee, refund_kind, term_id, auto_renew, auto_months, charging, starts, base_order_id,"
      " discount_id, lost) VALUES "
      "(?1, ?2, ?3, "
      "?4, ?5, ?6, ?7, ?8,"
      " ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, "
      "?31,"
      " ?32, ?33, ?34, ?35)",
      error, TENURE_INT (order), TENURE_INT (position), TENURE_ID (line->resource_id), TENURE_TEXT (line->name),
      TENURE_TEXT (line->offer), TENURE_TEXT (line->service), TENURE_TEXT (line->product), TENURE_TEXT (line->spec),
      TENURE_TEXT (line->region), TENURE_INT (line->amount), TENURE_TEXT (line->details),
      TENURE_KNOWN (line->main_index < 0 ? G_MININT64 : line->main_index), TENURE_INT (line->months),
      TENURE_INT (line->extra_days), TENURE_KNOWN (line->old_expiry), TENURE_KNOWN (line->new_expiry),
      TENURE_KNOWN (line->official), TENURE_KNOWN (line->discount), TENURE_KNOWN (line->due),
      TENURE_KNOWN (line->paid.cash), TENURE_KNOWN (line->paid.credit), TENURE_KNOWN (line->paid.flexi),
      TENURE_KNOWN (line->paid.card), TENURE_KNOWN (line->paid.voucher), TENURE_KNOWN (line->consumed + unless),
      TENURE_KNOWN (line->fee + unless), TENURE_TEXT (refund ? tenure_refund_kind_name (line->refund_kind) : NULL),
      TENURE_ID (line->term_id), TENURE_INT (line->auto_renew), TENURE_ID (line->auto_months),
      TENURE_TEXT (tenure_charging_name (line->charging)), TENURE_KNOWN (line->starts), TENURE_ID (line->base_order_id),
      TENURE_ID (line->discount_id), TENURE_KNOWN (line->lost + unless));
}

/* Two orders of one minute can draw the same number: another one is drawn. */
static char *
insert_numbered (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  for (guint i = 0; i < NUMBER_TRIES; i++)
    {
      g_autofree char *number = new_number (self);
      if (!insert_order (self, effect, number, error))
        return NULL;
      if (tenure_connection_changes (self->connection) > 0)
        return g_steal_pointer (&number);
    }
  g_set_error_literal (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_BUSY,
                       _ ("No free order number was found for this minute; try again in a minute."));
  return NULL;
}

gboolean
tenure_writer_make_order (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const TenureOrder *order = effect->record;
  char *number = insert_numbered (self, effect, error);
  gint64 id;

  if (number == NULL)
    return FALSE;
  g_ptr_array_add (self->numbers, number);
  id = tenure_connection_last_id (self->connection);
  g_array_append_val (self->orders, id);
  for (guint l = 0; l < order->n_lines; l++)
    if (!insert_line (self, id, order, l, error))
      return FALSE;
  if (effect->other != 0 && !add_products (self, tenure_writer_order (self, effect->other), order, error))
    return FALSE;
  return journal_order (self, number, order->status, order->due, error);
}

static gboolean
pay_line (TenureWriter *self, const TenureOrderLine *line, GError **error)
{
  return TENURE_EXEC (self,
                      "UPDATE line SET discount = ?2, due = ?3, cash = ?4, credit = ?5, flexi = ?6, card = ?7,"
                      " voucher = ?8, discount_id = ?9 WHERE id = ?1",
                      error, TENURE_INT (line->id), TENURE_KNOWN (line->discount), TENURE_KNOWN (line->due),
                      TENURE_KNOWN (line->paid.cash), TENURE_KNOWN (line->paid.credit), TENURE_KNOWN (line->paid.flexi),
                      TENURE_KNOWN (line->paid.card), TENURE_KNOWN (line->paid.voucher), TENURE_ID (line->discount_id));
}

gboolean
tenure_writer_pay_order (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const TenureOrder *order = effect->record;

  if (!TENURE_EXEC (self,
                    "UPDATE \"order\" SET status = ?2, paid_at = ?3, finished = ?4, payer = ?5, discount = ?6,"
                    " due = ?7, cash = ?8, credit = ?9, flexi = ?10, card = ?11, voucher = ?12, promotion = ?13"
                    " WHERE id = ?1",
                    error, TENURE_INT (order->id), TENURE_TEXT (tenure_order_status_name (order->status)),
                    TENURE_KNOWN (order->paid_at), TENURE_KNOWN (order->finished), TENURE_TEXT (order->payer),
                    TENURE_KNOWN (order->discount), TENURE_KNOWN (order->due), TENURE_KNOWN (order->paid.cash),
                    TENURE_KNOWN (order->paid.credit), TENURE_KNOWN (order->paid.flexi),
                    TENURE_KNOWN (order->paid.card), TENURE_KNOWN (order->paid.voucher), TENURE_INT (order->promotion)))
    return FALSE;
  for (guint l = 0; l < order->n_lines; l++)
    if (!pay_line (self, &order->lines[l], error))
      return FALSE;
  g_ptr_array_add (self->numbers, g_strdup (order->key));
  return journal_order (self, order->key, order->status, order->due, error);
}

gboolean
tenure_writer_set_status (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  gint64 id = tenure_writer_order (self, effect->order);
  TenureOrderStatus status = (TenureOrderStatus)effect->value;
  g_autofree char *number = tenure_writer_number (self, id, error);

  return number != NULL &&
         TENURE_EXEC (self, "UPDATE \"order\" SET status = ?2, finished = ?3 WHERE id = ?1", error, TENURE_INT (id),
                      TENURE_TEXT (tenure_order_status_name (status)), TENURE_KNOWN (effect->at)) &&
         journal_order (self, number, status, TENURE_MONEY_UNKNOWN, error);
}

/* --- Resources and terms --------------------------------------------------------------------------------------------
 */

/* A UUID made of the number of its order and the place of its line. */
static char *
resource_key (const char *number, guint line)
{
  g_autofree char *name = g_strdup_printf ("%s/%u", number, line);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return g_strdup_printf ("%.8s-%.4s-4%.3s-a%.3s-%.12s", hash, hash + 8, hash + 12, hash + 15, hash + 18);
}

static gboolean
insert_resource (TenureWriter *self, const TenureEffect *effect, const char *number, GError **error)
{
  const TenureResource *made = effect->made;
  g_autofree char *key = resource_key (number, (guint)effect->count);
  g_autofree char *words = g_strconcat (key, "\n", made->name, NULL);
  g_autofree char *search = tenure_text_search_key (words);
  g_autofree char *collation = tenure_text_search_key (made->name);
  gboolean automatic = made->mode == TENURE_MODE_AUTO;
  gboolean package = made->charging == TENURE_CHARGING_PACKAGE;

  return TENURE_EXEC (
      self,
      "INSERT INTO resource (account_id, key, name, name_key, offer, service, product, spec, region, amount, main_id,"
      " mode, auto_months, auto_left, auto_since, anchor, start, expiry, status, order_id, search, charging, capacity, "
      "used,"
      " charged_until, source, fetched_at)"
      " VALUES (?1, ?2, ?3, CAST (?4 AS BLOB), ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
      " ?20, ?21, ?22, ?23, ?24, ?25, 'embedded', ?26)",
      error, TENURE_INT (made->account_id), TENURE_TEXT (key), TENURE_TEXT (made->name), TENURE_TEXT (collation),
      TENURE_TEXT (made->offer), TENURE_TEXT (made->service), TENURE_TEXT (made->product), TENURE_TEXT (made->spec),
      TENURE_TEXT (made->region), TENURE_INT (made->amount), TENURE_ID (tenure_writer_resource (self, effect->other)),
      TENURE_TEXT (tenure_mode_name (made->mode)), TENURE_KNOWN (automatic ? made->auto_months : G_MININT64),
      TENURE_KNOWN (automatic ? made->auto_left : G_MININT64), TENURE_KNOWN (made->auto_since),
      TENURE_INT (made->anchor), TENURE_INT (made->start), TENURE_KNOWN (made->expiry),
      TENURE_TEXT (tenure_resource_status_name (made->status)), TENURE_INT (tenure_writer_order (self, effect->order)),
      TENURE_TEXT (search), TENURE_TEXT (tenure_charging_name (made->charging)),
      TENURE_KNOWN (package ? made->capacity : G_MININT64), TENURE_KNOWN (package ? made->used : G_MININT64),
      TENURE_KNOWN (made->charging == TENURE_CHARGING_USE ? made->charged_until : G_MININT64),
      TENURE_INT (self->world->now));
}

gboolean
tenure_writer_make_resource (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  g_autofree char *number = tenure_writer_number (self, tenure_writer_order (self, effect->order), error);
  gint64 id;

  if (number == NULL || !insert_resource (self, effect, number, error))
    return FALSE;
  id = tenure_connection_last_id (self->connection);
  g_array_append_val (self->resources, id);
  if (effect->id != 0)
    return TENURE_EXEC (self, "UPDATE line SET resource_id = ?2 WHERE id = ?1", error, TENURE_INT (effect->id),
                        TENURE_INT (id));
  /* Of an order that this decision makes; its lines have no ids yet. */
  return TENURE_EXEC (self, "UPDATE line SET resource_id = ?3 WHERE order_id = ?1 AND position = ?2", error,
                      TENURE_INT (tenure_writer_order (self, effect->order)), TENURE_INT (effect->count),
                      TENURE_INT (id));
}

gboolean
tenure_writer_add_term (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const TenureTerm *term = effect->term;

  return TENURE_EXEC (
      self,
      "INSERT INTO term (resource_id, order_id, kind, start, \"end\", months, extra_days, official, due, cash, credit,"
      " flexi, card, voucher, voucher_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
      " (SELECT id FROM coupon WHERE key = ?15))",
      error, TENURE_INT (tenure_writer_resource (self, effect->resource)),
      TENURE_INT (tenure_writer_order (self, effect->order)), TENURE_TEXT (tenure_term_kind_name (term->kind)),
      TENURE_INT (term->start), TENURE_INT (term->end), TENURE_INT (term->months), TENURE_INT (term->extra_days),
      TENURE_KNOWN (term->official), TENURE_KNOWN (term->due), TENURE_KNOWN (term->paid.cash),
      TENURE_KNOWN (term->paid.credit), TENURE_KNOWN (term->paid.flexi), TENURE_KNOWN (term->paid.card),
      TENURE_KNOWN (term->paid.voucher), TENURE_TEXT (term->voucher_key));
}
