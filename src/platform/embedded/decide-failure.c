/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries that fail (A1-14): told beforehand in a practice profile; what failed is unsubscribed by the system, in
 * full and without quota (创建/变更失败: rules 1.5, 2.3, 3.3; guide 4.4.4). */
#include "tenure-decide.h"

#include "tenure-delivery.h"
#include "tenure-orders.h"
#include "tenure-refunds.h"
#include "tenure-split.h"

/* --- Telling ---------------------------------------------------------------------------------------------------------
 */

static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureOrder *order)
{
  TenureOrderStatus status = tenure_world_status (world, order);

  if (!world->stage.practice)
    return tenure_refusal_new ("tell-failure.practice", NULL);
  if (order->composite)
    return tenure_refusal_new ("tell-failure.composite", NULL);
  if ((order->type != TENURE_TYPE_NEW && order->type != TENURE_TYPE_CHANGE) || status == TENURE_ORDER_COMPLETED ||
      status == TENURE_ORDER_CANCELLED)
    return tenure_refusal_text (tenure_refusal_new ("tell-failure.status", NULL), "status",
                                tenure_order_status_name (status));
  return NULL;
}

static guint
main_of (const TenureOrder *order, guint line)
{
  return order->lines[line].main_index < 0 ? line : (guint)order->lines[line].main_index;
}

/* A place from 1 as text; FALSE when the order has no such line. */
static gboolean
read_place (const TenureOrder *order, const char *text, guint *line)
{
  guint64 place;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &place, NULL) || place > order->n_lines)
    return FALSE;
  *line = (guint)place - 1;
  return TRUE;
}

/* Of a change, what was ordered: its last line; the one before says what that is of. */
static gboolean
is_ordered (const TenureOrder *order, guint line)
{
  return order->type != TENURE_TYPE_CHANGE || line == order->n_lines - 1;
}

/* Fills @told by line; a bound group fails together. */
static gboolean
choose_lines (const TenureOrder *order, char **places, TenureDecision *decision, gboolean *told)
{
  guint line;

  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    {
      if (!read_place (order, places[i], &line))
        {
          tenure_decision_refuse (
              decision, tenure_refusal_text (tenure_refusal_new ("tell-failure.line", "lines"), "value", places[i]));
          return FALSE;
        }
      told[main_of (order, line)] = TRUE;
    }
  for (guint l = order->n_lines; l-- > 0;) /* what is bound before what it is bound to */
    told[l] = is_ordered (order, l) && (places == NULL || places[0] == NULL || told[main_of (order, l)]);
  return TRUE;
}

gboolean
tenure_decide_tell_failure (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureTellFailure *wanted = params;
  const TenureOrder *order = tenure_world_order (world, wanted->order);
  g_autofree gboolean *told = g_new0 (gboolean, order->n_lines + 1);
  TenureRefusal *refusal = refusal_of (world, order);

  (void)error;
  if (refusal != NULL)
    {
      tenure_decision_item (decision, TENURE_VERB_SET, order->key, order->key)->refusal = refusal;
      return TRUE;
    }
  if (!choose_lines (order, wanted->lines, decision, told))
    return TRUE;
  for (guint l = 0; l < order->n_lines; l++)
    {
      TenurePlanItem *item;
      if (!told[l])
        continue;
      item = tenure_decision_item (decision, TENURE_VERB_SET, order->lines[l].name, order->lines[l].name);
      item->product = order->lines[l].product;
      item->region = order->lines[l].region;
      item->new_value = g_strdup ("delivery-fails");
      tenure_decision_effect (decision, TENURE_EFFECT_TELL_LINE)->id = order->lines[l].id;
    }
  return TRUE;
}

/* --- Failing ---------------------------------------------------------------------------------------------------------
 */

static void
fail_line (TenureOrderLine *back, const TenureOrderLine *line, const TenureOrder *order, int main_index)
{
  back->name = g_strdup (line->name);
  back->offer = line->offer;
  back->service = line->service;
  back->product = line->product;
  back->spec = line->spec;
  back->region = line->region;
  back->amount = line->amount;
  back->main_index = main_index;
  back->months = line->months;
  back->paid = line->paid;
  back->refund_kind = TENURE_REFUND_NOT_EFFECTIVE;
  back->base_order_id = order->id;
}

static gboolean
tell (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, guint n)
{
  TenureJson *arguments = tenure_json_new_object ();
  g_autofree char *count = g_strdup_printf ("%u", n);

  tenure_json_set_string (arguments, "order", order->key);
  tenure_json_set_string (arguments, "count", count);
  tenure_decision_tell (decision, world, "order.failed", arguments);
  return TRUE;
}

/* The lines that fail, as a refund order: everything that was paid for them. */
static TenureOrder *
refund_order (const TenureWorld *world, const TenureOrder *order, guint n, GError **error)
{
  g_autofree int *places = g_new (int, order->n_lines + 1);
  TenureOrder *back = tenure_order_draft (world, TENURE_TYPE_UNSUBSCRIBE, n);
  guint at = 0;

  for (guint l = 0; l < order->n_lines; l++)
    {
      const TenureOrderLine *line = &order->lines[l];
      if (!line->failing)
        continue;
      places[l] = (int)at;
      fail_line (&back->lines[at], line, order,
                 line->main_index < 0 || !order->lines[line->main_index].failing ? -1 : places[line->main_index]);
      if (!tenure_channels_sum (&line->paid, &back->lines[at].official, error))
        return tenure_order_free (back), NULL;
      back->lines[at].due = back->lines[at].official;
      at++;
    }
  if (!tenure_order_total (back, error))
    return tenure_order_free (back), NULL;
  back->status = TENURE_ORDER_REFUNDING;
  return back;
}

gboolean
tenure_delivery_fail (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, GError **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  TenureOrder *back;
  TenureRef whole;
  guint n = 0;

  for (guint l = 0; l < order->n_lines; l++)
    if (order->lines[l].failing)
      {
        TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_FAIL_LINE);
        effect->order = order->id;
        effect->id = order->lines[l].id;
        n++;
      }
  if (n == 0)
    return TRUE;
  back = refund_order (world, order, n, error);
  if (back == NULL)
    return FALSE;
  g_ptr_array_add (orders, back);
  return tenure_orders_place (decision, world, orders, refs, &whole, error) &&
         tenure_return_accept (decision, world, orders, refs, whole, error) && tell (decision, world, order, n);
}
