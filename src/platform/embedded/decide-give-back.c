/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unsubscribe renewal periods (退订续费周期): the unstarted ones after a chosen expiry, latest first, in full
 * (rules 3.2). */
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
          if (!tenure_return_add (back, world, resource, term, FALSE, error))
            return FALSE;
        }
    }
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

static void
shorten (TenureDecision *decision, const TenureWorld *world, const TenureResource *head, TenureTime expiry,
         const TenureOrder *order)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);

  for (guint l = 0; l < order->n_lines; l++)
    {
      const TenureOrderLine *line = &order->lines[l];
      const TenureResource *resource = tenure_world_resource_by_id (world, line->resource_id);
      for (guint t = 0; t < resource->n_terms; t++)
        if (resource->terms[t].id == line->term_id)
          tenure_decision_withdraw (decision, tenure_obligation_renew (world, resource->key, resource->terms[t].start));
      tenure_decision_oblige (decision, "unsubscribe-renewal",
                              tenure_obligation_unsubscribe (resource->key, line->term_id), 0);
    }
  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      TenureResource later = *resource;
      if (resource->expiry <= expiry)
        continue;
      later.expiry = expiry;
      later.anchor = anchor_for (resource, expiry);
      tenure_decision_set_expiry (decision, resource->id, later.expiry, later.anchor);
      tenure_orders_schedule_life (decision, world, resource->id, &later, world->now);
    }
}

static void
date_items (TenureDecision *decision, guint first, TenureTime expiry)
{
  for (guint i = first; i < decision->items->len; i++)
    ((TenurePlanItem *)decision->items->pdata[i])->new_expiry = expiry;
}

static gboolean
give_back_one (const TenureWorld *world, const TenureResource *head, const char *text, gboolean batch,
               TenureDecision *decision, GPtrArray *orders, GArray *expiries, GError **error)
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
  order = tenure_return_order (back, world, error);
  if (order == NULL)
    return FALSE;
  order->status = tenure_order_first (TENURE_TYPE_UNSUBSCRIBE, world->stage.source, FALSE, order->due);
  for (guint l = 0; l < order->n_lines; l++)
    order->lines[l].new_expiry = expiry;
  g_ptr_array_add (orders, order);
  g_array_append_val (expiries, expiry);
  return TRUE;
}

static gboolean
submit (const TenureWorld *world, TenureDecision *decision, GPtrArray *orders, GArray *expiries, GError **error)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  TenureRef whole;

  if (!tenure_orders_place (decision, world, orders, refs, &whole, error))
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];
      shorten (decision, world, tenure_world_resource_by_id (world, order->lines[0].resource_id),
               g_array_index (expiries, TenureTime, i), order);
    }
  return tenure_return_accept (decision, world, orders, refs, whole, error);
}

gboolean
tenure_decide_give_back (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureUnsubscribeRenewals *wanted = params;
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);
  g_autoptr (GArray) expiries = g_array_new (FALSE, FALSE, sizeof (TenureTime));
  guint n = wanted->expiries == NULL ? 0 : g_strv_length (wanted->expiries);

  for (guint i = 0; wanted->resources[i] != NULL; i++)
    if (!give_back_one (world, tenure_world_resource (world, wanted->resources[i]), i < n ? wanted->expiries[i] : NULL,
                        wanted->resources[1] != NULL, decision, orders, expiries, error))
      return FALSE;
  return orders->len == 0 || submit (world, decision, orders, expiries, error);
}
