/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-account.h"

void
tenure_account_clear (TenureAccount *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->user_name, g_free);
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->email, g_free);
}

int
tenure_account_unified_day (const TenureAccount *self, const TenurePolicy *policy)
{
  return self->unified_day != 0 ? self->unified_day : policy->unified_default;
}

int
tenure_account_lead_days (const TenureAccount *self, const TenurePolicy *policy)
{
  return self->lead_days >= 0 ? self->lead_days : policy->lead_default;
}

void
tenure_discount_clear (TenureDiscount *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
}

void
tenure_lock_clear (TenureLock *self)
{
  g_clear_pointer (&self->order_key, g_free);
}

void
tenure_coupon_clear (TenureCoupon *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
}

gboolean
tenure_channels_paid (const TenureChannels *self, TenureMoney *paid, GError **error)
{
  return tenure_money_add (self->cash, self->credit, paid, error) &&
         tenure_money_add (*paid, self->flexi, paid, error) && tenure_money_add (*paid, self->card, paid, error);
}
