/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan.h"

#include "tenure-plan-fields.h"

TenurePlanItem *
tenure_plan_item_new (TenureVerb verb, const char *key, const char *name)
{
  TenurePlanItem *item = g_new0 (TenurePlanItem, 1);

  item->verb = verb;
  item->key = g_strdup (key);
  item->name = g_strdup (name);
  item->old_expiry = item->new_expiry = TENURE_TIME_UNKNOWN;
  return item;
}

void
tenure_plan_item_free (TenurePlanItem *item)
{
  if (item == NULL)
    return;
  g_free (item->key);
  g_free (item->name);
  g_free (item->main_key);
  g_free (item->main_name);
  g_free (item->old_value);
  g_free (item->new_value);
  g_free (item->base_order);
  g_clear_pointer (&item->steps, tenure_steps_unref);
  g_clear_pointer (&item->refusal, tenure_refusal_free);
  g_free (item);
}

TenurePlan *
tenure_plan_new (TenureCommand *command, const char *profile, const char *account, const char *policy_hash,
                 TenureTime planned_at)
{
  TenurePlan *self = g_new0 (TenurePlan, 1);

  g_atomic_ref_count_init (&self->refs);
  self->command = tenure_command_ref (command);
  self->profile = g_strdup (profile);
  self->account = g_strdup (account != NULL ? account : "");
  self->policy_hash = g_strdup (policy_hash);
  self->planned_at = planned_at;
  self->holds_until = TENURE_TIME_UNKNOWN;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_plan_item_free);
  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_refusal_free);
  self->balance_before = self->balance_after = TENURE_MONEY_UNKNOWN;
  self->quota_needed = self->quota_left = -1;
  return self;
}

TenurePlan *
tenure_plan_ref (TenurePlan *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_plan_unref (TenurePlan *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  tenure_command_unref (self->command);
  g_free (self->profile);
  g_free (self->account);
  g_free (self->policy_hash);
  g_free (self->digest);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->refusals);
  g_free (self);
}

gboolean
tenure_plan_possible (const TenurePlan *self)
{
  if (self->refusals->len > 0)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (((const TenurePlanItem *)g_ptr_array_index (self->items, i))->refusal == NULL)
      return TRUE;
  return FALSE;
}

/* A sum with an unknown part is unknown. */
static gboolean
sum_add (TenureMoney *sum, TenureMoney amount, GError **error)
{
  if (*sum != TENURE_MONEY_UNKNOWN && amount != TENURE_MONEY_UNKNOWN)
    return tenure_money_add (*sum, amount, sum, error);
  *sum = TENURE_MONEY_UNKNOWN;
  return TRUE;
}

static gboolean
sum_item (TenurePlan *self, const TenurePlanItem *item, GError **error)
{
  switch (item->verb)
    {
    case TENURE_VERB_ORDER:
    case TENURE_VERB_PAY:
    case TENURE_VERB_RENEW:
    case TENURE_VERB_CHANGE:
    case TENURE_VERB_CONVERT:
      return sum_add (&self->to_pay, item->total, error);
    case TENURE_VERB_UNSUBSCRIBE:
    case TENURE_VERB_GIVE_BACK:
    case TENURE_VERB_APPROVE: /* of a refund; a purchase has no total yet */
      return sum_add (&self->to_return, item->total, error) &&
             sum_add (&self->voucher_return, item->money.voucher, error);
    default:
      return TRUE;
    }
}

gboolean
tenure_plan_seal (TenurePlan *self, GError **error)
{
  self->to_pay = self->to_return = self->voucher_return = 0;
  for (guint i = 0; i < self->items->len; i++)
    {
      const TenurePlanItem *item = g_ptr_array_index (self->items, i);

      if (item->refusal == NULL && !sum_item (self, item, error))
        return FALSE;
    }
  g_free (self->digest);
  self->digest = tenure_plan_digest (self);
  return TRUE;
}
