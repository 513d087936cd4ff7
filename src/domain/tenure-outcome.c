/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan.h"

TenureOutcome *
tenure_outcome_new (TenureOutcomeStatus status, TenurePlan *plan, TenureTime applied_at)
{
  TenureOutcome *self = g_new0 (TenureOutcome, 1);

  g_atomic_ref_count_init (&self->refs);
  self->status = status;
  self->command_id = g_strdup (tenure_command_id (plan->command));
  self->plan = tenure_plan_ref (plan);
  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_difference_free);
  self->orders = g_new0 (char *, 1);
  self->applied_at = applied_at;
  return self;
}

TenureOutcome *
tenure_outcome_ref (TenureOutcome *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_outcome_unref (TenureOutcome *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->command_id);
  tenure_plan_unref (self->plan);
  g_ptr_array_unref (self->differences);
  g_strfreev (self->orders);
  g_free (self);
}
