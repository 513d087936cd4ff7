/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change (变更) of flavour or size, upwards; attach (追加) a further disk or a bandwidth add-on (A1-17, rules
 * 4.9). */
#include "tenure-decide.h"

#include "tenure-changes.h"
#include "tenure-discounts.h"
#include "tenure-guard.h"

#define BANDWIDTH_MAX 2000 /* A1-10: 1–2,000 Mbit/s, ordered or grown to */

static TenureRefusal *
too_broad (gint64 amount)
{
  TenureRefusal *refusal = tenure_refusal_count (tenure_refusal_new ("order.out-of-range", "amount"), "value", amount);

  tenure_refusal_count (refusal, "minimum", 1);
  return tenure_refusal_count (refusal, "maximum", BANDWIDTH_MAX);
}

/* What it will be: a copy that owns nothing, with today's prices of the new specification. */
static TenureRefusal *
price (const TenureOffer *offer, const char *key, gint64 amount, TenureResource *new)
{
  const TenureSpec *spec = tenure_offer_spec (offer, key);

  if (spec == NULL)
    return tenure_refusal_text (tenure_refusal_new ("order.unknown-spec", "spec"), "value", key);
  if ((spec->price.unit == NULL) != (amount == 0))
    return tenure_refusal_new (amount == 0 ? "order.no-size" : "change.no-size", "amount");
  if (offer->by_bandwidth && amount > BANDWIDTH_MAX)
    return too_broad (amount);
  new->spec = spec->key;
  new->amount = amount;
  new->month_price = new->year_price = TENURE_MONEY_UNKNOWN;
  if (spec->price.month != TENURE_MONEY_UNKNOWN &&
      !tenure_offer_price (offer, spec, amount, 1, &new->month_price, NULL, NULL))
    new->month_price = TENURE_MONEY_UNKNOWN;
  if (spec->price.year != TENURE_MONEY_UNKNOWN &&
      !tenure_offer_price (offer, spec, amount, 12, &new->year_price, NULL, NULL))
    new->year_price = TENURE_MONEY_UNKNOWN;
  return NULL;
}

/* The words of a size: "s6.small.1", "5_bgp × 10". */
static char *
size_text (const char *spec, gint64 amount)
{
  return amount == 0 ? g_strdup (spec) : g_strdup_printf ("%s × %" G_GINT64_FORMAT, spec, amount);
}

/* What is attached does not exist yet: it goes by its name. */
static TenurePlanItem *
add_item (TenureDecision *decision, const TenureResource *head, const TenureResource *old, const TenureResource *new)
{
  TenurePlanItem *item;

  if (old != NULL)
    return tenure_decision_resource_item (decision, TENURE_VERB_CHANGE, old, head);
  item = tenure_decision_item (decision, TENURE_VERB_ORDER, new->name, new->name);
  item->product = new->product;
  item->region = new->region;
  tenure_decision_goes_along (item, head);
  return item;
}

static void
show (TenureDecision *decision, const TenureResource *head, const TenureResource *old, const TenureResource *new,
      TenureOrder *order, TenureSteps *steps)
{
  const TenureOrderLine *line = &order->lines[order->n_lines - 1];
  TenurePlanItem *item = add_item (decision, head, old, new);

  item->official = line->official;
  item->due = item->total = item->money.cash = line->due;
  item->months = line->months;
  item->new_expiry = head->expiry;
  item->old_value = old == NULL ? NULL : size_text (old->spec, old->amount);
  item->new_value = size_text (new->spec, new->amount);
  item->steps = tenure_steps_ref (steps);
}

static gboolean
submit (const TenureWorld *world, TenureDecision *decision, TenureOrder *order, const TenureResource *new, gboolean pay,
        GError **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  TenureOrderLine *line = &order->lines[order->n_lines - 1];

  g_ptr_array_add (orders, order);
  line->spec = new->spec;
  line->amount = new->amount;
  order->deadline = tenure_discount_deadline (world, orders, world->now, NULL);
  if (!tenure_order_total (order, error))
    return FALSE;
  order->status = tenure_order_first (order->type, world->stage.source, FALSE, order->due);
  return tenure_orders_submit (decision, world, orders, pay, error);
}

/* One order for @new in place of @old, or with @old NULL besides what there is. */
static gboolean
order_it (const TenureWorld *world, const TenureResource *head, const TenureResource *old, const TenureResource *new,
          gboolean pay, TenureDecision *decision, GError **error)
{
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  TenureRefusal *refusal = NULL;
  TenureMoney amount = 0;
  TenureOrder *order;

  if (!tenure_change_price (world, head, old, new, &amount, steps, &refusal, error))
    return FALSE;
  if (refusal != NULL)
    {
      add_item (decision, head, old, new)->refusal = refusal;
      return TRUE;
    }
  order = tenure_change_draft (world, head, old);
  if (old == NULL)
    {
      tenure_order_line_fill (&order->lines[1], new, 0);
      order->lines[1].resource_id = 0;
      g_clear_pointer (&order->lines[1].resource_key, g_free);
    }
  order->lines[order->n_lines - 1].official = amount;
  if (!tenure_discount_line (world, &order->lines[order->n_lines - 1], steps, error))
    return tenure_order_free (order), FALSE;
  show (decision, head, old, new, order, steps);
  /* The day of the change counts as used: tomorrow it costs less. */
  tenure_decision_holds (decision, MIN (tenure_day_end (tenure_day_of (world->now)), head->expiry) + 1);
  tenure_guard_settle (decision, world, head);
  return submit (world, decision, order, new, pay, error);
}

gboolean
tenure_decide_change (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureChange *wanted = params;
  const TenureResource *old = tenure_world_resource (world, wanted->resource);
  const TenureOffer *offer = tenure_world_offer (world, old->offer);
  gboolean no_spec = wanted->spec == NULL || *wanted->spec == '\0';
  TenureResource new = *old;
  TenureRefusal *refusal = tenure_change_refusal (world, old);

  if (refusal == NULL && no_spec && wanted->amount == 0)
    refusal = tenure_refusal_new ("change.nothing", NULL);
  if (refusal == NULL)
    refusal =
        price (offer, no_spec ? old->spec : wanted->spec, wanted->amount == 0 ? old->amount : wanted->amount, &new);
  if (refusal == NULL)
    return order_it (world, tenure_change_head (world, old), old, &new, wanted->pay, decision, error);
  tenure_decision_resource_item (decision, TENURE_VERB_CHANGE, old, NULL)->refusal = refusal;
  return TRUE;
}

/* What can be attached: what is ordered along with it and bound anyway, and add-ons of its service. */
static TenureRefusal *
attach_refusal (const TenureWorld *world, const TenureResource *head, const TenureOffer *offer, const char *key)
{
  const TenureOffer *main = tenure_world_offer (world, head->offer);

  if (offer == NULL)
    return tenure_refusal_text (tenure_refusal_new ("order.unknown-offer", "offer"), "value", key);
  if (tenure_world_withdrawn (world, offer))
    return tenure_refusal_new ("resource.withdrawn", "offer");
  if ((main->bound_offer != NULL && g_str_equal (main->bound_offer, offer->key)) ||
      (offer->addon && offer->service == head->service))
    return NULL;
  return tenure_refusal_text (tenure_refusal_new ("attach.does-not-fit", "offer"), "value", offer->key);
}

gboolean
tenure_decide_attach (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureAttach *wanted = params;
  const TenureResource *head = tenure_world_resource (world, wanted->resource);
  const TenureOffer *offer = tenure_world_offer (world, wanted->offer);
  gboolean no_spec = wanted->spec == NULL || *wanted->spec == '\0';
  g_autofree char *name = NULL;
  TenureResource new = *head;
  TenureRefusal *refusal = tenure_guard_resource (world, head);

  if (refusal == NULL)
    refusal = tenure_change_refusal (world, head);
  if (refusal == NULL)
    refusal = attach_refusal (world, head, offer, wanted->offer);
  if (refusal == NULL)
    refusal = price (offer, no_spec ? offer->specs[0].key : wanted->spec, wanted->amount, &new);
  if (refusal != NULL)
    {
      tenure_decision_resource_item (decision, TENURE_VERB_ORDER, head, NULL)->refusal = refusal;
      return TRUE;
    }
  name = wanted->name != NULL && *wanted->name != '\0' ? g_strdup (wanted->name)
                                                       : g_strdup_printf ("%s-%s", head->name, offer->key);
  new.name = name;
  new.offer = offer->key;
  new.service = offer->service;
  new.product = offer->name_en;
  new.main_id = head->id;
  return order_it (world, head, NULL, &new, wanted->pay, decision, error);
}
