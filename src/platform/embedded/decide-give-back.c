/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unsubscribe renewal periods (退订续费周期): the unstarted ones after a chosen expiry, latest first, in full
 * (rules 3.2); large sums are reviewed first (A1-20). */
#include "tenure-decide.h"

#include "tenure-guard.h"
#include "tenure-orders.h"
#include "tenure-refunds.h"
#include "tenure-refusals.h"

/* The end of the running period, which is where the first unstarted one begins. */
static TenureTime
running_end (const TenureWorld *world, const TenureResource *resource)
{
  for (guint t = 0; t < resource->n_terms; t++)
    if (tenure_is_period (world, &resource->terms[t]))
      return resource->terms[t].start;
  return TENURE_TIME_UNKNOWN;
}

/* A period can be the last one kept when another begins at its end. */
static gboolean
is_choice (const TenureWorld *world, const TenureResource *resource, TenureTime expiry)
{
  for (guint t = 0; t < resource->n_terms; t++)
    if (tenure_is_period (world, &resource->terms[t]) && resource->terms[t].start == expiry)
      return TRUE;
  return FALSE;
}

static TenureRefusal *
chosen_expiry (const TenureWorld *world, const TenureResource *head, const char *text, TenureTime *expiry)
{
  TenureDay day;

  if (!tenure_day_parse (text, &day, NULL))
    return tenure_refusal_text (tenure_refusal_new ("give-back.date", "expiries"), "value", text);
  *expiry = tenure_day_end (day);
  if (is_choice (world, head, *expiry))
    return tenure_refuse_periods (world, head, *expiry);
  return tenure_refusal_time (tenure_refusal_new ("give-back.not-a-choice", "expiries"), "expiry", *expiry);
}

/* Unless a date is chosen as much goes back as can. */
static TenureRefusal *
refusal_of (const TenureWorld *world, const TenureResource *head, const char *text, TenureTime *expiry)
{
  TenureRefusal *refusal = tenure_refuse_all_periods (world, head, expiry);

  if (*expiry == TENURE_TIME_UNKNOWN)
    return refusal != NULL ? refusal : tenure_refusal_new ("give-back.no-period", NULL);
  if (text == NULL || *text == '\0')
    return refusal;
  g_clear_pointer (&refusal, tenure_refusal_free);
  return chosen_expiry (world, head, text, expiry);
}

static gboolean
work_out (const TenureWorld *world, const TenureResource *head, TenureTime expiry, TenureReturn *back, GError **error)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);

  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      for (guint t = 0; t < resource->n_terms; t++)
        {
          const TenureTerm *term = &resource->terms[t];
          if (!tenure_is_period (world, term) || term->start < expiry)
            continue;
          if (!tenure_return_add (back, world, resource, term, TENURE_FIVE_DAY_NO_QUOTA, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* In review the resource stays as it is, held by the order (A1-20). */
static void
hold (TenureDecision *decision, const TenureWorld *world, const TenureResource *head, TenureRef ref)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);

  for (guint i = 0; i < group->len; i++)
    tenure_decision_hold (decision, ((TenureResource *)group->pdata[i])->id, ref);
}

static void
date_items (TenureDecision *decision, guint first, TenureTime expiry)
{
  for (guint i = first; i < decision->items->len; i++)
    ((TenurePlanItem *)decision->items->pdata[i])->new_expiry = expiry;
}

static gboolean
give_back_one (const TenureWorld *world, const TenureResource *head, const char *text, gboolean batch,
               TenureDecision *decision, GPtrArray *orders, TenureMoney *sum, GError **error)
{
  g_autoptr (TenureReturn) back = tenure_return_new ();
  TenureTime expiry = TENURE_TIME_UNKNOWN;
  guint first = decision->items->len;
  TenureOrder *order;

  back->refusal = refusal_of (world, head, text, &expiry);
  if (back->refusal == NULL && batch)
    back->refusal = tenure_guard_batch (world, head);
  if (back->refusal == NULL && !work_out (world, head, expiry, back, error))
    return FALSE;
  if (back->refusal != NULL)
    {
      tenure_decision_resource_item (decision, TENURE_VERB_GIVE_BACK, head, NULL)->refusal =
          g_steal_pointer (&back->refusal);
      return TRUE;
    }
  tenure_return_items (back, decision, TENURE_VERB_GIVE_BACK, head);
  date_items (decision, first, expiry);
  tenure_decision_holds (decision, running_end (world, head) + 1);
  tenure_guard_settle (decision, world, head);
  if (!tenure_return_sum (back, sum, error) || (order = tenure_return_order (back, world, error)) == NULL)
    return FALSE;
  for (guint l = 0; l < order->n_lines; l++)
    order->lines[l].new_expiry = expiry;
  g_ptr_array_add (orders, order);
  return TRUE;
}

static gboolean
submit (const TenureWorld *world, TenureDecision *decision, GPtrArray *orders, GError **error)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  TenureRef whole;

  for (guint i = 0; i < orders->len; i++)
    ((TenureOrder *)orders->pdata[i])->status = decision->review ? TENURE_ORDER_REVIEW : TENURE_ORDER_REFUNDING;
  if (!tenure_orders_place (decision, world, orders, refs, &whole, error))
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];
      for (guint l = 0; l < order->n_lines; l++)
        tenure_decision_oblige (decision, "unsubscribe-renewal",
                                tenure_obligation_unsubscribe (order->lines[l].resource_key, order->lines[l].term_id),
                                0);
      if (decision->review)
        hold (decision, world, tenure_world_resource_by_id (world, order->lines[0].resource_id),
              g_array_index (refs, TenureRef, i));
      else
        tenure_return_shorten (decision, world, order);
    }
  return decision->review || tenure_return_accept (decision, world, orders, refs, whole, error);
}

gboolean
tenure_decide_give_back (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureUnsubscribeRenewals *wanted = params;
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  guint n = wanted->expiries == NULL ? 0 : g_strv_length (wanted->expiries);
  TenureMoney sum = 0;

  for (guint i = 0; wanted->resources[i] != NULL; i++)
    if (!give_back_one (world, tenure_world_resource (world, wanted->resources[i]), i < n ? wanted->expiries[i] : NULL,
                        wanted->resources[1] != NULL, decision, orders, &sum, error))
      return FALSE;
  decision->review = tenure_refund_needs_review (sum, world->stage.policy);
  return orders->len == 0 || submit (world, decision, orders, error);
}
