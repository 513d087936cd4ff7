/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-refunds.h"

#include "tenure-error.h"
#include "tenure-orders.h"
#include "tenure-spent.h"
#include "tenure-split.h"

TenureReturn *
tenure_return_new (void)
{
  TenureReturn *self = g_new0 (TenureReturn, 1);

  self->resources = g_ptr_array_new ();
  self->terms = g_array_new (FALSE, FALSE, sizeof (const TenureTerm *));
  self->results = g_array_new (FALSE, FALSE, sizeof (TenureRefundResult));
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_steps_unref);
  return self;
}

void
tenure_return_free (TenureReturn *self)
{
  g_ptr_array_unref (self->resources);
  g_array_unref (self->terms);
  g_array_unref (self->results);
  g_ptr_array_unref (self->steps);
  g_clear_pointer (&self->refusal, tenure_refusal_free);
  g_free (self);
}

gboolean
tenure_return_stands (const TenureWorld *world, const TenureTerm *term)
{
  return !term->refunded && term->end >= world->now;
}

/* @instruments are borrowed by it. */
static TenureRefundInput
input_of (const TenureWorld *world, const TenureTerm *term, const GArray *instruments, TenureFiveDay five_day)
{
  return (TenureRefundInput){
    .months = term->months,
    .kind = term->kind,
    .start = term->start,
    .expiry = term->end,
    .at = world->now,
    .due = term->due,
    .paid = term->paid,
    .voucher_expiry = term->voucher_expiry,
    .instruments = instruments != NULL ? (const TenureInstrument *)instruments->data : NULL,
    .n_instruments = instruments != NULL ? instruments->len : 0,
    .five_day = five_day,
  };
}

gboolean
tenure_return_unstarted (const TenureWorld *world, const TenureTerm *term)
{
  TenureRefundInput input = input_of (world, term, NULL, TENURE_FIVE_DAY_NO_QUOTA);

  return tenure_return_stands (world, term) &&
         tenure_refund_kind_of (&input, world->stage.policy) == TENURE_REFUND_NOT_EFFECTIVE;
}

static gboolean
is_known (const TenureChannels *paid)
{
  TenureMoney sum;

  return paid->voucher != TENURE_MONEY_UNKNOWN && tenure_channels_paid (paid, &sum, NULL);
}

/* What is unknown of a term that is known is the rate of its fee. */
static void
refuse (TenureReturn *self, const GError *problem, const TenureResource *resource, const TenureTerm *term)
{
  const char *rule = "unsubscribe.cannot-compute";

  if (is_known (&term->paid) && g_error_matches (problem, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN))
    rule = "unsubscribe.rate-unpublished";
  if (self->refusal == NULL)
    self->refusal = tenure_refusal_text (tenure_refusal_new (rule, NULL), "resource", resource->name);
}

gboolean
tenure_return_add (TenureReturn *self, const TenureWorld *world, const TenureResource *resource, const TenureTerm *term,
                   TenureFiveDay five_day, GError **error)
{
  g_autoptr (GArray) instruments = tenure_spent_on_term (world, term->order_id, resource->id);
  TenureRefundInput input = input_of (world, term, instruments, five_day);
  TenureSteps *steps = tenure_steps_new ();
  TenureRefundResult result = { 0 };
  GError *problem = NULL;

  if (!tenure_refund (&input, world->stage.policy, &result, steps, &problem))
    {
      if (problem->domain == TENURE_SYSTEM_ERROR)
        return g_propagate_error (error, problem), tenure_steps_unref (steps), FALSE;
      refuse (self, problem, resource, term);
      g_error_free (problem);
    }
  if (term->partner_paid)
    tenure_step_result_money (tenure_steps_add (steps, "refund.partner", "rules of refunds, partner-paid orders"),
                              result.refund);
  g_ptr_array_add (self->resources, (gpointer)resource);
  g_array_append_val (self->terms, term);
  g_array_append_val (self->results, result);
  g_ptr_array_add (self->steps, steps);
  return TRUE;
}

static int
head_line (const TenureReturn *self, guint index)
{
  const TenureResource *resource = self->resources->pdata[index];

  for (guint i = 0; resource->main_id != 0 && i < index; i++)
    if (((TenureResource *)self->resources->pdata[i])->id == resource->main_id)
      return (int)i;
  return -1;
}

/* On an unsubscription order the amounts are what comes back (rules 0.2). */
TenureOrder *
tenure_return_order (const TenureReturn *self, const TenureWorld *world, GError **error)
{
  TenureOrder *order = tenure_order_draft (world, TENURE_TYPE_UNSUBSCRIBE, self->terms->len);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const TenureTerm *term = g_array_index (self->terms, const TenureTerm *, i);
      const TenureRefundResult *result = &g_array_index (self->results, TenureRefundResult, i);
      TenureOrderLine *line = &order->lines[i];

      tenure_order_line_fill (line, self->resources->pdata[i], head_line (self, i));
      line->months = term->months;
      line->extra_days = term->extra_days;
      line->old_expiry = term->end;
      line->official = line->due = result->due_refund;
      line->paid = result->back;
      line->consumed = result->consumed;
      line->fee = result->fee;
      line->lost = result->lost;
      line->refund_kind = result->kind;
      line->term_id = term->id;
    }
  if (!tenure_order_total (order, error))
    return tenure_order_free (order), NULL;
  return order;
}

void
tenure_return_items (const TenureReturn *self, TenureDecision *decision, TenureVerb verb, const TenureResource *head)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const TenureTerm *term = g_array_index (self->terms, const TenureTerm *, i);
      const TenureRefundResult *result = &g_array_index (self->results, TenureRefundResult, i);
      TenurePlanItem *item = tenure_decision_resource_item (decision, verb, self->resources->pdata[i], head);

      item->base_order = g_strdup (term->order_key);
      item->official = term->official;
      item->due = result->due_refund;
      item->money = result->back;
      item->total = result->refund;
      item->paid = result->base;
      item->consumed = result->consumed;
      item->fee = result->fee;
      item->lost = result->lost;
      item->refund_kind = result->kind;
      item->months = term->months;
      item->extra_days = term->extra_days;
      item->steps = tenure_steps_ref (self->steps->pdata[i]);
      tenure_decision_holds (decision, result->holds_until);
    }
}

gboolean
tenure_return_sum (const TenureReturn *self, TenureMoney *sum, GError **error)
{
  for (guint i = 0; i < self->results->len; i++)
    if (!tenure_money_add (*sum, g_array_index (self->results, TenureRefundResult, i).refund, sum, error))
      return FALSE;
  return TRUE;
}

/* The day that later renewals keep: the present one, or that of the first start, where the date left over fits it;
 * else the date itself (rules 4.5, 14.4). */
static int
anchor_for (const TenureResource *resource, TenureTime expiry)
{
  TenureDay day = tenure_day_of (expiry);
  int candidates[] = { resource->anchor, tenure_day_mday (tenure_day_of (resource->start)) };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (tenure_day_add_months (day, 0, candidates[i]) == day)
      return candidates[i];
  return tenure_day_mday (day);
}

TenureTime
tenure_return_shortens_to (const TenureOrder *order)
{
  return order->n_lines > 0 ? order->lines[0].new_expiry : TENURE_TIME_UNKNOWN;
}

static void
end_at (TenureDecision *decision, const TenureWorld *world, const TenureResource *resource, TenureTime expiry)
{
  TenureResource later = *resource;

  if (resource->expiry <= expiry)
    return;
  later.expiry = expiry;
  later.anchor = anchor_for (resource, expiry);
  tenure_decision_set_expiry (decision, resource->id, later.expiry, later.anchor);
  tenure_orders_schedule_life (decision, world, resource->id, &later, world->now);
}

void
tenure_return_shorten (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order)
{
  const TenureResource *head = tenure_world_resource_by_id (world, order->lines[0].resource_id);
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);

  for (guint l = 0; l < order->n_lines; l++)
    {
      const TenureOrderLine *line = &order->lines[l];
      const TenureResource *resource = tenure_world_resource_by_id (world, line->resource_id);
      for (guint t = 0; t < resource->n_terms; t++)
        if (resource->terms[t].id == line->term_id)
          tenure_decision_withdraw (decision, tenure_obligation_renew (world, resource->key, resource->terms[t].start));
    }
  for (guint i = 0; i < group->len; i++)
    end_at (decision, world, group->pdata[i], tenure_return_shortens_to (order));
}

static gboolean
owe (TenureDecision *decision, const TenureWorld *world, const TenureOrder *order, TenureRef ref, GError **error)
{
  g_autofree char *refunding = g_strconcat ("refunding/", world->account.key, NULL);
  TenurePosting postings[2] = { { g_intern_string (refunding), 0 }, { "revenue", 0 } };
  TenureEffect *effect;

  if (!tenure_channels_sum (&order->paid, &postings[0].amount, error))
    return FALSE;
  if (postings[0].amount == 0)
    return TRUE;
  postings[1].amount = -postings[0].amount;
  effect = tenure_decision_effect (decision, TENURE_EFFECT_POST);
  effect->order = ref;
  effect->word = "refund";
  effect->postings =
      g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (TenurePosting)), postings, G_N_ELEMENTS (postings));
  return TRUE;
}

gboolean
tenure_return_accept (TenureDecision *decision, const TenureWorld *world, GPtrArray *orders, GArray *refs,
                      TenureRef whole, GError **error)
{
  TenureTime due = world->now + world->stage.policy->refund_hours * TENURE_HOUR_SECONDS;

  for (guint i = 0; i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];
      if (!owe (decision, world, order, g_array_index (refs, TenureRef, i), error))
        return FALSE;
      for (guint l = 0; l < order->n_lines; l++)
        if (order->lines[l].term_id != 0) /* what failed never had one */
          tenure_decision_effect (decision, TENURE_EFFECT_REFUND_TERM)->id = order->lines[l].term_id;
    }
  tenure_decision_schedule_order (decision, "refund", due, whole);
  return TRUE;
}
