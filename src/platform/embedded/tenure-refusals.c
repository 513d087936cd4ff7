/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-refusals.h"

#include "tenure-guard.h"
#include "tenure-lifecycle.h"
#include "tenure-refunds.h"

/* --- Orders ------------------------------------------------------------------------------------------------------- */

/* An invoice for what was paid with flexi coupons, to the marketplace or by a partner cannot be taken back. */
static gboolean
is_invoiced (const TenureOffer *offer, const TenureTerm *term)
{
  return term->invoiced && (term->paid.flexi > 0 || term->partner_paid || (offer != NULL && offer->marketplace));
}

static TenureRefusal *
order_refusal (const TenureOffer *offer, const TenureTerm *term)
{
  const char *rule = NULL;

  if (term->special)
    rule = "unsubscribe.special";
  else if (term->promotion)
    rule = "unsubscribe.promotion";
  else if (is_invoiced (offer, term))
    rule = "unsubscribe.invoiced";
  return rule == NULL ? NULL : tenure_refusal_text (tenure_refusal_new (rule, NULL), "order", term->order_key);
}

/* Of every period that would be given back: those that stand, of the resource and of what goes along. */
TenureRefusal *
tenure_refuse_orders (const TenureWorld *world, const TenureResource *head)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);
  TenureRefusal *refusal = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      const TenureOffer *offer = tenure_world_offer (world, resource->offer);
      for (guint t = 0; refusal == NULL && t < resource->n_terms; t++)
        if (tenure_return_stands (world, &resource->terms[t]))
          refusal = order_refusal (offer, &resource->terms[t]);
    }
  return refusal;
}

/* --- In use ------------------------------------------------------------------------------------------------------- */

/* What the offer says of itself, apart from dates and orders. */
static TenureRefusal *
offer_refusal (const TenureOffer *offer, const TenureResource *head)
{
  static const char *const never[] = {
    [TENURE_NO_REFUND_FREE] = "unsubscribe.free",         [TENURE_NO_REFUND_TRIAL] = "unsubscribe.trial",
    [TENURE_NO_REFUND_ONE_TIME] = "unsubscribe.one-time", [TENURE_NO_REFUND_PROMOTION] = "unsubscribe.no-refund",
    [TENURE_NO_REFUND_PRODUCT] = "unsubscribe.excluded",
  };

  if (head->charging == TENURE_CHARGING_PACKAGE && (offer == NULL || !offer->package_refund))
    return tenure_refusal_new ("unsubscribe.package", NULL);
  if (offer != NULL && offer->no_refund)
    return tenure_refusal_new (never[offer->no_refund_reason], NULL);
  return NULL;
}

/* An add-on goes alone as well as with what it is attached to. */
static TenureRefusal *
resource_refusal (const TenureWorld *world, const TenureResource *head)
{
  const TenureOffer *offer = tenure_world_offer (world, head->offer);
  TenureResource alone = *head;

  if (offer != NULL && offer->addon)
    alone.main_id = 0;
  return tenure_guard_resource (world, &alone);
}

gboolean
tenure_is_pending (const TenureWorld *world, const TenureResource *resource)
{
  return resource->charging == TENURE_CHARGING_PACKAGE && resource->start > world->now;
}

/* Sent to the other list only when that would take it. */
static TenureRefusal *
not_effective_refusal (const TenureWorld *world, const TenureResource *head)
{
  TenureRefusal *refusal = tenure_refuse_pending (world, head);

  return refusal != NULL
             ? refusal
             : tenure_refusal_time (tenure_refusal_new ("unsubscribe.not-effective", NULL), "start", head->start);
}

TenureRefusal *
tenure_refuse_unsubscribe (const TenureWorld *world, const TenureResource *head)
{
  const TenureStage *stage = &world->stage;
  TenureRefusal *refusal = resource_refusal (world, head);

  if (refusal == NULL)
    refusal = tenure_guard_freeze (world, head);
  if (refusal != NULL)
    return refusal;
  if (tenure_life_at (head->expiry, stage->level, stage->policy, world->now) != TENURE_LIFE_IN_USE)
    return tenure_refusal_time (tenure_refusal_new ("unsubscribe.expired", NULL), "expiry", head->expiry);
  if (tenure_is_pending (world, head))
    return not_effective_refusal (world, head);
  refusal = offer_refusal (tenure_world_offer (world, head->offer), head);
  return refusal != NULL ? refusal : tenure_refuse_orders (world, head);
}

/* --- Not effective, renewal periods ------------------------------------------------------------------------------- */

/* What took part in a promotion is not given back before it begins (guide 4.4.2). */
static TenureRefusal *
promotion_refusal (const TenureResource *head)
{
  for (guint t = 0; t < head->n_terms; t++)
    if (head->terms[t].promoted && !head->terms[t].refunded)
      return tenure_refusal_text (tenure_refusal_new ("pending.promotion", NULL), "order", head->terms[t].order_key);
  return NULL;
}

TenureRefusal *
tenure_refuse_pending (const TenureWorld *world, const TenureResource *head)
{
  TenureRefusal *refusal = tenure_guard_resource (world, head);

  if (refusal == NULL)
    refusal = tenure_guard_freeze (world, head);
  if (refusal == NULL && !tenure_is_pending (world, head))
    refusal = tenure_refusal_new ("pending.in-effect", NULL);
  if (refusal == NULL)
    refusal = promotion_refusal (head);
  return refusal != NULL ? refusal : tenure_refuse_orders (world, head);
}

static TenureRefusal *
period_refusal (const TenureOffer *offer, const TenureResource *resource, const TenureTerm *term)
{
  const char *rule = NULL;

  if (term->block == TENURE_BLOCK_CHANGED)
    rule = "give-back.changed";
  else if (term->block == TENURE_BLOCK_ATTACHED)
    rule = "give-back.attached";
  else if (term->promotion || term->promoted)
    rule = "give-back.promotion";
  else if (is_invoiced (offer, term))
    rule = "give-back.invoiced";
  return rule == NULL ? NULL : tenure_refusal_text (tenure_refusal_new (rule, NULL), "resource", resource->name);
}

static TenureRefusal *
part_refusal (const TenureWorld *world, const TenureResource *resource, TenureTime from)
{
  const TenureOffer *offer = tenure_world_offer (world, resource->offer);
  TenureRefusal *refusal = NULL;

  if (offer != NULL && offer->addon)
    return tenure_refusal_text (tenure_refusal_new ("give-back.addon", NULL), "resource", resource->name);
  if (offer != NULL && offer->keeps_periods)
    return tenure_refusal_new ("give-back.service", NULL);
  for (guint t = 0; refusal == NULL && t < resource->n_terms; t++)
    if (tenure_return_unstarted (world, &resource->terms[t]) && resource->terms[t].start >= from)
      refusal = period_refusal (offer, resource, &resource->terms[t]);
  return refusal;
}

TenureRefusal *
tenure_refuse_periods (const TenureWorld *world, const TenureResource *head, TenureTime from)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);
  TenureRefusal *refusal = tenure_guard_resource (world, head);

  if (refusal == NULL)
    refusal = tenure_guard_freeze (world, head);
  for (guint i = 0; refusal == NULL && i < group->len; i++)
    refusal = part_refusal (world, group->pdata[i], from);
  return refusal;
}

gboolean
tenure_is_period (const TenureWorld *world, const TenureTerm *term)
{
  return term->kind == TENURE_TERM_RENEWAL && tenure_return_unstarted (world, term);
}

TenureRefusal *
tenure_refuse_all_periods (const TenureWorld *world, const TenureResource *head, TenureTime *expiry)
{
  TenureRefusal *first = NULL;

  *expiry = TENURE_TIME_UNKNOWN;
  for (guint t = 0; t < head->n_terms; t++)
    {
      TenureRefusal *refusal;
      if (!tenure_is_period (world, &head->terms[t]))
        continue;
      refusal = tenure_refuse_periods (world, head, head->terms[t].start);
      if (refusal == NULL || first == NULL)
        *expiry = head->terms[t].start;
      if (refusal == NULL)
        {
          g_clear_pointer (&first, tenure_refusal_free);
          return NULL;
        }
      if (first == NULL)
        first = refusal;
      else
        tenure_refusal_free (refusal);
    }
  return first != NULL ? first : tenure_refuse_periods (world, head, TENURE_TIME_UNKNOWN);
}
