/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unsubscribe what is in use (退订使用中的资源): five-day or conditional, with bound parts and all unstarted renewal
 * periods; and what is not effective yet (退订未生效的资源): in full (rules 1 to 3; A1-20, A1-25). */
#include "tenure-decide.h"

#include "tenure-guard.h"
#include "tenure-orders.h"
#include "tenure-payment.h"
#include "tenure-refunds.h"
#include "tenure-refusals.h"

/* What one submission gathers. */
typedef struct
{
  const TenureWorld *world;
  const TenureUnsubscribe *wanted;
  TenureDecision *decision;
  gboolean pending, batch;
  int left, used;    /* units of the five-day quota */
  GPtrArray *cases;  /* GPtrArray of TenureResource: what goes together, one order each */
  GPtrArray *taken;  /* those of them that go ahead */
  GPtrArray *orders; /* TenureOrder, one for each of these */
  TenureMoney sum;
} Desk;

/* --- What goes together ------------------------------------------------------------------------------------------- */

static gint64
opened_by (const TenureResource *resource)
{
  for (guint t = 0; t < resource->n_terms; t++)
    if (resource->terms[t].kind == TENURE_TERM_NEW)
      return resource->terms[t].order_id;
  return 0;
}

/* Of a service that is unsubscribed by the order, all that this order opened and that is still there (rules 2.2). */
static GPtrArray *
whole_of (const TenureWorld *world, const TenureResource *head)
{
  const TenureOffer *offer = tenure_world_offer (world, head->offer);
  GPtrArray *heads = g_ptr_array_new ();

  g_ptr_array_add (heads, (gpointer)head);
  for (guint i = 0; offer != NULL && offer->per_order_unsubscribe && i < world->resources->len; i++)
    {
      const TenureResource *other = world->resources->pdata[i];
      if (other->id != head->id && other->main_id == 0 && other->status == TENURE_RESOURCE_ACTIVE &&
          opened_by (other) == opened_by (head))
        g_ptr_array_add (heads, (gpointer)other);
    }
  return heads;
}

/* An add-on that is named besides what it is attached to goes along with that. */
static void
gather (Desk *desk, GPtrArray *keys)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL), gone = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (named, GSIZE_TO_POINTER (tenure_world_resource (desk->world, keys->pdata[i])->id));
  for (guint i = 0; i < keys->len; i++)
    {
      const TenureResource *head = tenure_world_resource (desk->world, keys->pdata[i]);
      GPtrArray *heads;
      if (g_hash_table_contains (gone, GSIZE_TO_POINTER (head->id)) ||
          g_hash_table_contains (named, GSIZE_TO_POINTER (head->main_id)))
        continue;
      heads = whole_of (desk->world, head);
      for (guint h = 0; h < heads->len; h++)
        g_hash_table_add (gone, GSIZE_TO_POINTER (((TenureResource *)heads->pdata[h])->id));
      g_ptr_array_add (desk->cases, heads);
    }
  desk->batch = desk->cases->len > 1;
}

/* --- One order ---------------------------------------------------------------------------------------------------- */

/* A withdrawn product takes no part in any batch (A1-21), and in use only some services do. */
static TenureRefusal *
refusal_of (const Desk *desk, const TenureResource *head)
{
  const TenureOffer *offer = tenure_world_offer (desk->world, head->offer);
  TenureRefusal *refusal =
      desk->pending ? tenure_refuse_pending (desk->world, head) : tenure_refuse_unsubscribe (desk->world, head);

  if (refusal != NULL || !desk->batch)
    return refusal;
  if (!desk->pending && (offer == NULL || !offer->batch_unsubscribe))
    return tenure_refusal_new ("unsubscribe.no-batch", NULL);
  return tenure_guard_batch (desk->world, head);
}

/* What is not sold with the five days is given back conditionally (A1-11). */
static gboolean
has_five_days (const Desk *desk, const TenureResource *resource)
{
  const TenureOffer *offer = tenure_world_offer (desk->world, resource->offer);

  return offer != NULL && offer->five_day;
}

/* A bound group is one unit, as is an order of what is unsubscribed by the order (rules 2.2); the running period
 * decides, and it must be the first one. */
static TenureFiveDay
five_day_of_all (const Desk *desk, const TenureResource *head)
{
  TenureRefundInput input = { .at = desk->world->now, .five_day = TENURE_FIVE_DAY_FREE };

  if (!has_five_days (desk, head))
    return TENURE_FIVE_DAY_NOT_SOLD;
  if (head->five_day_excluded)
    return TENURE_FIVE_DAY_NOT_NEW;
  for (guint t = 0; t < head->n_terms; t++)
    {
      input.kind = head->terms[t].kind;
      input.start = head->terms[t].start;
      if (tenure_return_stands (desk->world, &head->terms[t]) &&
          tenure_refund_kind_of (&input, desk->world->stage.policy) == TENURE_REFUND_FIVE_DAY)
        return desk->left > 0 ? TENURE_FIVE_DAY_FREE : TENURE_FIVE_DAY_NO_QUOTA;
    }
  return TENURE_FIVE_DAY_GOES_ALONG;
}

/* Each part by its own offer, and by what holds for @all. */
static TenureFiveDay
five_day_of (const Desk *desk, const TenureResource *resource, TenureFiveDay all)
{
  if (!has_five_days (desk, resource))
    return TENURE_FIVE_DAY_NOT_SOLD;
  if (all == TENURE_FIVE_DAY_NOT_SOLD || (all == TENURE_FIVE_DAY_NOT_NEW && !resource->five_day_excluded))
    return TENURE_FIVE_DAY_GOES_ALONG;
  return all;
}

static gboolean
work_out (const Desk *desk, const TenureResource *head, TenureFiveDay all, TenureReturn *back, GError **error)
{
  g_autoptr (GPtrArray) group = tenure_world_group (desk->world, head);

  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      for (guint t = 0; t < resource->n_terms; t++)
        if (tenure_return_stands (desk->world, &resource->terms[t]) &&
            !tenure_return_add (back, desk->world, resource, &resource->terms[t], five_day_of (desk, resource, all),
                                error))
          return FALSE;
    }
  if (back->terms->len == 0 && back->refusal == NULL)
    back->refusal = tenure_refusal_new ("unsubscribe.nothing-paid", NULL);
  return TRUE;
}

static gboolean
work_out_all (const Desk *desk, GPtrArray *heads, TenureFiveDay all, TenureReturn *back, GError **error)
{
  for (guint h = 0; back->refusal == NULL && h < heads->len; h++)
    if (!work_out (desk, heads->pdata[h], all, back, error))
      return FALSE;
  return TRUE;
}

static char *
reason_text (const TenureUnsubscribe *wanted)
{
  const char *reason = TENURE_REASONS[wanted->reason];

  if (wanted->reason_text == NULL || *wanted->reason_text == '\0')
    return g_strdup (reason);
  return g_strdup_printf ("%s: %s", reason, wanted->reason_text);
}

/* What else the order opened goes along with the first: one unit of quota, one group. */
static TenureOrder *
make_order (const Desk *desk, GPtrArray *heads, const TenureReturn *back, GError **error)
{
  TenureOrder *order = tenure_return_order (back, desk->world, error);

  if (order == NULL)
    return NULL;
  order->reason = reason_text (desk->wanted);
  for (guint l = 0; heads->len > 1 && l < order->n_lines; l++)
    if (order->lines[l].main_index < 0 && order->lines[l].resource_id != ((TenureResource *)heads->pdata[0])->id)
      order->lines[l].main_index = 0;
  return order;
}

static gboolean
take_case (Desk *desk, GPtrArray *heads, GError **error)
{
  const TenureResource *head = heads->pdata[0];
  g_autoptr (TenureReturn) back = tenure_return_new ();
  TenureOrder *order;
  gboolean quota = FALSE;

  for (guint h = 0; back->refusal == NULL && h < heads->len; h++)
    back->refusal = refusal_of (desk, heads->pdata[h]);
  if (back->refusal == NULL)
    {
      TenureFiveDay all = five_day_of_all (desk, head);
      quota = all == TENURE_FIVE_DAY_FREE;
      if (!work_out_all (desk, heads, all, back, error))
        return FALSE;
    }
  if (back->refusal != NULL)
    {
      tenure_decision_resource_item (desk->decision, TENURE_VERB_UNSUBSCRIBE, head, NULL)->refusal =
          g_steal_pointer (&back->refusal);
      return TRUE;
    }
  desk->left -= quota;
  desk->used += quota;
  tenure_return_items (back, desk->decision, TENURE_VERB_UNSUBSCRIBE, head);
  tenure_decision_holds (desk->decision, desk->pending ? head->start : head->expiry + 1);
  for (guint h = 0; h < heads->len; h++)
    tenure_guard_settle (desk->decision, desk->world, heads->pdata[h]);
  if (!tenure_return_sum (back, &desk->sum, error) || (order = make_order (desk, heads, back, error)) == NULL)
    return FALSE;
  g_ptr_array_add (desk->taken, heads);
  g_ptr_array_add (desk->orders, order);
  return TRUE;
}

/* --- The submission ----------------------------------------------------------------------------------------------- */

/* Accepted: what it was is gone at once (A1-26); in review: the resource stays, held by the order (A1-20). */
static void
take_head (const Desk *desk, const TenureResource *head, TenureRef ref)
{
  g_autoptr (GPtrArray) group = tenure_world_group (desk->world, head);

  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      if (desk->decision->review)
        tenure_decision_hold (desk->decision, resource->id, ref);
      else
        tenure_decision_end_resource (desk->decision, resource->id, TENURE_RESOURCE_UNSUBSCRIBED);
    }
  if (!desk->decision->review)
    tenure_decision_effect (desk->decision, TENURE_EFFECT_UNSCHEDULE)->resource = head->id;
}

static void
take_away (const Desk *desk, GPtrArray *heads, TenureRef ref, const TenureOrder *order)
{
  for (guint l = 0; l < order->n_lines; l++)
    tenure_decision_oblige (desk->decision, "unsubscribe",
                            tenure_obligation_unsubscribe (order->lines[l].resource_key, order->lines[l].term_id), 0);
  for (guint h = 0; h < heads->len; h++)
    take_head (desk, heads->pdata[h], ref);
}

static gboolean
submit (Desk *desk, GError **error)
{
  TenureDecision *decision = desk->decision;
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  TenureEffect *quota;
  TenureRef whole;

  decision->review = tenure_refund_needs_review (desk->sum, desk->world->stage.policy);
  for (guint i = 0; i < desk->orders->len; i++)
    ((TenureOrder *)desk->orders->pdata[i])->status = decision->review ? TENURE_ORDER_REVIEW : TENURE_ORDER_REFUNDING;
  if (!tenure_orders_place (decision, desk->world, desk->orders, refs, &whole, error))
    return FALSE;
  for (guint i = 0; i < desk->orders->len; i++)
    take_away (desk, desk->taken->pdata[i], g_array_index (refs, TenureRef, i), desk->orders->pdata[i]);
  if (desk->used > 0)
    {
      quota = tenure_decision_effect (decision, TENURE_EFFECT_QUOTA);
      quota->value = tenure_day_year (tenure_day_of (desk->world->now));
      quota->count = desk->used;
    }
  return decision->review || tenure_return_accept (decision, desk->world, desk->orders, refs, whole, error);
}

/* What is not effective needs no tick: nothing is in use (A2-26). */
static void
check_form (const Desk *desk)
{
  const TenureUnsubscribe *wanted = desk->wanted;
  gboolean other = g_str_equal (TENURE_REASONS[wanted->reason], "other");

  if (!desk->pending && !wanted->agreed)
    tenure_decision_refuse (desk->decision, tenure_refusal_new ("unsubscribe.not-agreed", "agreed"));
  if (other && (wanted->reason_text == NULL || *wanted->reason_text == '\0'))
    tenure_decision_refuse (desk->decision, tenure_refusal_new ("unsubscribe.no-reason", "reason_text"));
}

static gboolean
run (Desk *desk, GError **error)
{
  g_autoptr (GPtrArray) keys = tenure_guard_distinct (desk->wanted->resources);
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_order_free);

  desk->cases = cases;
  desk->taken = taken;
  desk->orders = orders;
  check_form (desk);
  gather (desk, keys);
  for (guint i = 0; i < cases->len; i++)
    if (!take_case (desk, cases->pdata[i], error))
      return FALSE;
  return orders->len == 0 || submit (desk, error);
}

gboolean
tenure_decide_unsubscribe (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  int quota = world->stage.policy->five_day ? world->stage.policy->five_day_quota : 0;
  Desk desk = {
    .world = world, .wanted = params, .decision = decision, .left = MAX (0, quota - world->account.quota_used)
  };

  if (!run (&desk, error))
    return FALSE;
  decision->quota_needed = desk.used;
  decision->quota_left = desk.left;
  return TRUE;
}

gboolean
tenure_decide_unsubscribe_pending (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                   GError **error)
{
  return run (&(Desk){ .world = world, .wanted = params, .decision = decision, .pending = TRUE }, error);
}
