/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Place an order (下单): yearly/monthly, pay-per-use or a package, by the offer's own form (A1-10 to A1-13). */
#include "tenure-decide.h"

#include "tenure-delivery.h"
#include "tenure-discounts.h"
#include "tenure-error.h"
#include "tenure-guard.h"

/* What was chosen, resolved against the catalogue. */
typedef struct
{
  const TenurePlaceOrder *params;
  const TenureOffer *offer, *bound;
  const TenureSpec *spec, *bound_spec;
  gint64 amount, disk; /* of what is ordered, and of the part bound to it */
} Choice;

static void
refuse (TenureDecision *decision, const char *rule, const char *field, const char *what)
{
  TenureRefusal *refusal = tenure_refusal_new (rule, field);

  if (what != NULL)
    tenure_refusal_text (refusal, "value", what);
  tenure_decision_refuse (decision, refusal);
}

static void
refuse_range (TenureDecision *decision, const char *field, gint64 value, gint64 least, gint64 most)
{
  TenureRefusal *refusal = tenure_refusal_new ("order.out-of-range", field);

  tenure_refusal_count (refusal, "value", value);
  tenure_refusal_count (refusal, "minimum", least);
  tenure_decision_refuse (decision, tenure_refusal_count (refusal, "maximum", most));
}

static gboolean
region_sold (const TenureOffer *offer, const char *region)
{
  return offer->regions != NULL && region != NULL && g_strv_contains (offer->regions, region);
}

static void
check_duration (TenureDecision *decision, const TenureOffer *offer, int months)
{
  g_autofree char *choices = NULL;
  TenureRefusal *refusal;

  if (tenure_durations_contain (offer->buy, months))
    return;
  choices = tenure_durations_format (offer->buy);
  refusal = tenure_refusal_count (tenure_refusal_new ("order.duration", "months"), "months", months);
  tenure_decision_refuse (decision, tenure_refusal_text (refusal, "choices", choices));
}

/* 按需: no duration, and nothing new while something is owed. */
static void
check_pay_per_use (const TenureWorld *world, TenureDecision *decision, const TenureOffer *offer,
                   const TenurePlaceOrder *params)
{
  if (!offer->pay_per_use)
    refuse (decision, "order.not-pay-per-use", "pay_per_use", NULL);
  if (params->auto_renew)
    refuse (decision, "order.pay-per-use-renews", "auto_renew", NULL);
  if (world->account.arrears > 0)
    tenure_decision_refuse (
        decision, tenure_refusal_money (tenure_refusal_new ("account.arrears", NULL), "due", world->account.arrears));
}

/* A package begins on payment, or on a later date (A1-13). */
static void
check_starts (const TenureWorld *world, TenureDecision *decision, const TenureOffer *offer, TenureTime starts)
{
  if (starts == 0)
    return;
  if (!offer->package)
    refuse (decision, "order.starts-package", "starts", NULL);
  else if (starts <= world->now)
    tenure_decision_refuse (decision,
                            tenure_refusal_time (tenure_refusal_new ("order.starts-past", "starts"), "start", starts));
}

static void
choose_disk (const TenureWorld *world, TenureDecision *decision, Choice *choice)
{
  const TenureOffer *offer = choice->offer;

  if (offer->bound_offer == NULL)
    return;
  choice->bound = tenure_world_offer (world, offer->bound_offer);
  if (choice->bound == NULL || choice->bound->n_specs == 0)
    {
      refuse (decision, "order.unknown-offer", "offer", offer->bound_offer);
      return;
    }
  choice->bound_spec = &choice->bound->specs[0];
  choice->disk = choice->params->disk_gib != 0 ? choice->params->disk_gib : offer->bound_preset;
  if (choice->disk < offer->bound_min || choice->disk > offer->bound_max)
    refuse_range (decision, "disk_gib", choice->disk, offer->bound_min, offer->bound_max);
}

/* The size that the price depends on; that of a bound disk is another one. */
static void
choose_amount (TenureDecision *decision, Choice *choice)
{
  const char *unit = choice->spec == NULL ? NULL : choice->spec->price.unit;

  if (choice->offer->by_bandwidth)
    choice->amount = choice->params->bandwidth;
  else if (unit != NULL)
    choice->amount = choice->params->disk_gib;
  else
    return;
  if (choice->amount == 0)
    refuse (decision, "order.no-size", choice->offer->by_bandwidth ? "bandwidth" : "disk_gib", NULL);
}

static void
choose (const TenureWorld *world, const TenurePlaceOrder *params, TenureDecision *decision, Choice *choice)
{
  const TenureOffer *offer = tenure_world_offer (world, params->offer);

  *choice = (Choice){ .params = params, .offer = offer };
  tenure_guard_account (decision, world);
  if (!params->agreed)
    refuse (decision, "order.not-agreed", "agreed", NULL);
  if (offer == NULL)
    {
      refuse (decision, "order.unknown-offer", "offer", params->offer);
      return;
    }
  choice->spec = tenure_offer_spec (offer, params->spec);
  if (choice->spec == NULL)
    refuse (decision, "order.unknown-spec", "spec", params->spec);
  if (tenure_world_withdrawn (world, offer))
    refuse (decision, "resource.withdrawn", "offer", NULL);
  if (offer->addon)
    refuse (decision, "order.add-on", "offer", NULL);
  if (!region_sold (offer, params->region))
    refuse (decision, "order.region", "region", params->region);
  choose_amount (decision, choice);
  check_starts (world, decision, offer, params->starts);
  if (params->pay_per_use)
    check_pay_per_use (world, decision, offer, params);
  else
    check_duration (decision, offer, (int)params->months);
  choose_disk (world, decision, choice);
}

/* Anything the form asked that has no column of its own; of the main line. */
static char *
details_of (const TenurePlaceOrder *params)
{
  g_autoptr (TenureJson) json = tenure_json_new_object ();
  TenureJson *tags;

  if (params->line != NULL && *params->line != '\0')
    tenure_json_set_string (json, "line", params->line);
  if (params->bandwidth_name != NULL && *params->bandwidth_name != '\0')
    tenure_json_set_string (json, "bandwidth_name", params->bandwidth_name);
  if (params->ipv6)
    tenure_json_set_boolean (json, "ipv6", TRUE);
  if (params->tags != NULL && *params->tags != NULL)
    {
      tags = tenure_json_new_array ();
      for (char **tag = params->tags; *tag != NULL; tag++)
        tenure_json_append (tags, tenure_json_new_string (*tag));
      tenure_json_set (json, "tags", tags);
    }
  return tenure_json_length (json) == 0 ? NULL : tenure_json_to_canonical (json);
}

static void
fill_line (TenureOrderLine *line, const TenureOffer *offer, const TenureSpec *spec, const TenurePlaceOrder *params,
           gint64 amount)
{
  line->offer = offer->key;
  line->service = offer->service;
  line->product = offer->name_en;
  line->spec = spec->key;
  line->region = g_intern_string (params->region);
  line->amount = amount;
  if (params->pay_per_use)
    {
      line->charging = TENURE_CHARGING_USE;
      return;
    }
  if (offer->package)
    line->charging = TENURE_CHARGING_PACKAGE;
  if (params->starts != 0)
    line->starts = params->starts;
  line->months = (int)params->months;
  line->auto_renew = params->auto_renew;
  line->auto_months = params->auto_renew ? (int)params->months : 0;
}

static void
add_item (TenureDecision *decision, const TenureOrderLine *line, const char *head, TenureSteps *steps)
{
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_ORDER, line->name, line->name);

  item->product = line->product;
  item->region = line->region;
  item->main_key = g_strdup (head);
  item->official = line->official;
  item->due = item->total = item->money.cash = line->due;
  item->months = line->months;
  item->steps = steps;
}

/* 按需 costs nothing when it is ordered; what an hour costs is its explanation. */
static gboolean
price_line (const TenureOffer *offer, const TenureSpec *spec, TenureOrderLine *line, TenureSteps *steps, GError **error)
{
  TenureStep *step;
  TenureMoney hour;

  if (line->charging != TENURE_CHARGING_USE)
    return tenure_offer_price (offer, spec, line->amount, line->months, &line->official, steps, error);
  if (!tenure_offer_hour_price (offer, spec, line->amount, &hour))
    {
      g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN, "%s", spec->key);
      return FALSE;
    }
  step = tenure_steps_add (steps, "price.hour", "catalogue");
  tenure_step_money (step, "price", spec->hour);
  tenure_step_count (step, "amount", spec->price.unit != NULL ? line->amount : 1);
  tenure_step_result_money (step, hour);
  return TRUE;
}

/* One instance: its main line, and behind it the line of the part bound to it. */
static gboolean
draft_instance (const TenureWorld *world, const Choice *choice, TenureOrder *order, guint index,
                TenureDecision *decision, GError **error)
{
  const TenurePlaceOrder *params = choice->params;
  guint at = index * (choice->bound != NULL ? 2 : 1);
  TenureOrderLine *line = &order->lines[at];
  TenureSteps *steps = tenure_steps_new ();

  fill_line (line, choice->offer, choice->spec, params, choice->amount);
  line->name = params->quantity > 1 ? g_strdup_printf ("%s-%04u", params->name, index + 1) : g_strdup (params->name);
  line->details = details_of (params);
  if (!price_line (choice->offer, choice->spec, line, steps, error) ||
      !tenure_discount_line (world, line, steps, error))
    return tenure_steps_unref (steps), FALSE;
  add_item (decision, line, NULL, steps);
  if (choice->bound == NULL)
    return TRUE;
  steps = tenure_steps_new ();
  fill_line (&line[1], choice->bound, choice->bound_spec, params, choice->disk);
  line[1].main_index = (int)at;
  line[1].name = g_strconcat (line->name, "-volume-0000", NULL);
  if (!price_line (choice->bound, choice->bound_spec, &line[1], steps, error) ||
      !tenure_discount_line (world, &line[1], steps, error))
    return tenure_steps_unref (steps), FALSE;
  add_item (decision, &line[1], line->name, steps);
  return TRUE;
}

static gboolean
draft_all (const TenureWorld *world, const Choice *choice, TenureOrder *order, TenureDecision *decision, GError **error)
{
  GError *problem = NULL;

  for (guint i = 0; i < choice->params->quantity; i++)
    if (!draft_instance (world, choice, order, i, decision, &problem))
      {
        if (problem->domain != TENURE_RULE_ERROR)
          return g_propagate_error (error, problem), FALSE;
        g_error_free (problem);
        refuse (decision, "order.no-price", "spec", choice->params->spec);
        return TRUE;
      }
  return tenure_order_total (order, error);
}

/* 提交: no payment; the order is complete and what was ordered runs at once (A1-12). */
static gboolean
submit (const TenureWorld *world, TenureOrder *order, TenureDecision *decision, GError **error)
{
  TenureRef ref;

  order->status = TENURE_ORDER_COMPLETED;
  order->paid_at = order->finished = world->now;
  order->payer = g_strdup (world->stage.actor);
  ref = tenure_decision_make_order (decision, order, 0);
  tenure_decision_oblige (decision, "pay", NULL, ref);
  return tenure_delivery (decision, world, order, ref, error);
}

static gboolean
place (const TenureWorld *world, const Choice *choice, TenureOrder *order, TenureDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  TenurePaymentResult nothing = { 0 };
  TenureRef whole;

  g_ptr_array_add (orders, order);
  order->status = tenure_order_first (order->type, order->source, choice->offer->needs_approval, order->due);
  if (order->status != TENURE_ORDER_REVIEW)
    order->deadline = tenure_discount_deadline (world, orders, world->now, NULL);
  if (order->status == TENURE_ORDER_PROCESSING && !tenure_orders_settle (world, orders, &nothing, error))
    return FALSE;
  if (!tenure_orders_place (decision, world, orders, refs, &whole, error))
    return FALSE;
  if (order->status == TENURE_ORDER_PROCESSING)
    return tenure_orders_take_effect (decision, world, orders, refs, &nothing, error);
  if (order->status == TENURE_ORDER_UNPAID)
    tenure_orders_wait (decision, orders, refs, whole);
  if (order->status == TENURE_ORDER_CONFIRMATION)
    tenure_decision_schedule_order (decision, "lapse", order->deadline, whole);
  return TRUE;
}

gboolean
tenure_decide_order (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenurePlaceOrder *wanted = params;
  TenureOrder *order;
  Choice choice;

  choose (world, wanted, decision, &choice);
  if (decision->refusals->len > 0)
    return TRUE;
  order = tenure_order_draft (world, TENURE_TYPE_NEW, (guint)wanted->quantity * (choice.bound != NULL ? 2 : 1));
  if (!draft_all (world, &choice, order, decision, error))
    return tenure_order_free (order), FALSE;
  if (decision->refusals->len > 0)
    return tenure_order_free (order), TRUE;
  if (wanted->pay_per_use && !choice.offer->needs_approval && order->source == TENURE_SOURCE_CUSTOMER)
    return submit (world, order, decision, error);
  return place (world, &choice, order, decision, error);
}
