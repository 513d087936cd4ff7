/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-renewals.h"

#include "tenure-error.h"
#include "tenure-lifecycle.h"
#include "tenure-orders.h"

void
tenure_renewal_draft_clear (TenureRenewalDraft *self)
{
  g_clear_pointer (&self->order, tenure_order_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->refusal, tenure_refusal_free);
}

/* A rule's answer becomes a refusal; what cannot be counted stays an error. */
static gboolean
refuse_rule (TenureRenewalDraft *draft, const char *rule, const TenureResource *resource, GError *problem,
             GError **error)
{
  if (problem->domain == TENURE_SYSTEM_ERROR)
    return g_propagate_error (error, problem), FALSE;
  g_error_free (problem);
  if (draft->refusal == NULL)
    draft->refusal = tenure_refusal_text (tenure_refusal_new (rule, NULL), "resource", resource->name);
  return TRUE;
}

/* The unified day is the new anchor; the last day of a month is day 31, shortened where it must be. */
static void
keep_anchor (TenureOrderLine *line, int day)
{
  line->details = g_strdup_printf ("{\"anchor\":%d}", day == -1 ? 31 : day);
}

static gboolean
unify_line (const TenureWorld *world, const TenureResource *resource, TenureOrderLine *line, TenureUnified *unified,
            GError **error)
{
  int day = tenure_world_unified_day (world);

  if (!tenure_unify (resource->expiry, resource->anchor, line->months, day, world->stage.policy, unified, error))
    return FALSE;
  line->new_expiry = tenure_day_end (unified->target);
  line->extra_days = unified->extra_days;
  keep_anchor (line, day);
  return TRUE;
}

static gboolean
draft_line (const TenureWorld *world, const TenureResource *resource, gboolean unify, TenureOrderLine *line,
            TenureRenewalDraft *draft, GError **error)
{
  TenureSteps *steps = tenure_steps_new ();
  TenureUnified unified;
  GError *problem = NULL;

  g_ptr_array_add (draft->steps, steps);
  line->old_expiry = resource->expiry;
  if (unify ? !unify_line (world, resource, line, &unified, &problem)
            : !tenure_renewal_expiry (resource->expiry, resource->anchor, line->months, world->stage.policy,
                                      &line->new_expiry, &problem))
    return refuse_rule (draft, "renew.out-of-range", resource, problem, error);
  if (!tenure_renewal_price (resource->month_price, resource->year_price, line->months, unify ? &unified : NULL,
                             world->stage.policy, &line->official, steps, &problem))
    return refuse_rule (draft, "renew.no-price", resource, problem, error);
  line->due = line->official;
  return TRUE;
}

gboolean
tenure_renewal_draft (const TenureWorld *world, const TenureResource *head, int months, gboolean unify,
                      TenureRenewalDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);

  draft->refusal = NULL;
  draft->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_steps_unref);
  draft->order = tenure_order_draft (world, TENURE_TYPE_RENEWAL, group->len);
  for (guint i = 0; i < group->len; i++)
    {
      TenureOrderLine *line = &draft->order->lines[i];
      tenure_order_line_fill (line, group->pdata[i], i == 0 ? -1 : 0);
      line->months = months;
      if (!draft_line (world, group->pdata[i], unify, line, draft, error))
        return FALSE;
    }
  draft->order->deadline = tenure_orders_deadline (world);
  if (!tenure_order_total (draft->order, error))
    return FALSE;
  draft->order->status = tenure_order_first (TENURE_TYPE_RENEWAL, world->stage.source, FALSE, draft->order->due);
  if (draft->refusal != NULL)
    g_clear_pointer (&draft->order, tenure_order_free);
  return TRUE;
}
