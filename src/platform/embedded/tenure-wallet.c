/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wallet.h"

#include "tenure-guard.h"

static TenureWallet *
wallet_new (void)
{
  TenureWallet *self = g_new0 (TenureWallet, 1);

  self->copies = g_ptr_array_new_with_free_func (g_free);
  self->flexi = g_ptr_array_new ();
  self->cards = g_ptr_array_new ();
  return self;
}

void
tenure_wallet_free (TenureWallet *self)
{
  g_ptr_array_unref (self->flexi);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->copies);
  g_free (self);
}

static const TenureLock *
find_lock (const TenureWorld *world, gint64 order, gint64 coupon)
{
  for (guint i = 0; i < world->locks->len; i++)
    {
      const TenureLock *lock = world->locks->pdata[i];
      if (lock->order_id == order && lock->coupon_id == coupon)
        return lock;
    }
  return NULL;
}

static TenureCoupon *
add (TenureWallet *self, const TenureCoupon *coupon)
{
  TenureCoupon *copy = g_memdup2 (coupon, sizeof *coupon);

  g_ptr_array_add (self->copies, copy);
  switch (copy->kind)
    {
    case TENURE_COUPON_DISCOUNT:
      self->discount = copy;
      break;
    case TENURE_COUPON_VOUCHER:
      self->voucher = copy;
      break;
    case TENURE_COUPON_FLEXI:
      g_ptr_array_add (self->flexi, copy);
      break;
    case TENURE_COUPON_CARD:
      g_ptr_array_add (self->cards, copy);
      break;
    }
  return copy;
}

/* What this order holds of it is no obstacle to itself. */
static void
add_named (TenureWallet *self, const TenureWorld *world, const TenureOrder *order, const char *key,
           TenureCouponKind kind, const char *field, TenureDecision *decision)
{
  const TenureCoupon *coupon = key == NULL || *key == '\0' ? NULL : tenure_world_coupon (world, key);
  const TenureLock *own;
  TenureCoupon *copy;

  if (key == NULL || *key == '\0')
    return;
  if (coupon == NULL || coupon->kind != kind)
    {
      tenure_decision_refuse (decision,
                              tenure_refusal_text (tenure_refusal_new ("pay.unknown-coupon", field), "coupon", key));
      return;
    }
  own = find_lock (world, order->id, coupon->id);
  copy = add (self, coupon);
  if (own != NULL)
    copy->locked -= kind == TENURE_COUPON_DISCOUNT ? 1 : own->amount;
}

TenureWallet *
tenure_wallet_named (const TenureWorld *world, const TenureOrder *order, const char *discount, const char *voucher,
                     char **flexi, char **card, TenureDecision *decision)
{
  TenureWallet *self = wallet_new ();
  g_autoptr (GPtrArray) flexis = tenure_guard_distinct (flexi);
  g_autoptr (GPtrArray) cards = tenure_guard_distinct (card);

  add_named (self, world, order, discount, TENURE_COUPON_DISCOUNT, "discount", decision);
  add_named (self, world, order, voucher, TENURE_COUPON_VOUCHER, "voucher", decision);
  for (guint i = 0; i < flexis->len; i++)
    add_named (self, world, order, flexis->pdata[i], TENURE_COUPON_FLEXI, "flexi", decision);
  for (guint i = 0; i < cards->len; i++)
    add_named (self, world, order, cards->pdata[i], TENURE_COUPON_CARD, "card", decision);
  return self;
}

TenureWallet *
tenure_wallet_chosen (const TenureWorld *world, const TenureOrder *order)
{
  TenureWallet *self = wallet_new ();

  for (guint i = 0; i < world->locks->len; i++)
    {
      const TenureLock *lock = world->locks->pdata[i];
      const TenureCoupon *coupon = tenure_world_coupon_by_id (world, lock->coupon_id);
      TenureCoupon *copy;
      if (lock->order_id != order->id || coupon == NULL)
        continue;
      copy = add (self, coupon);
      copy->locked = copy->kind == TENURE_COUPON_DISCOUNT ? 0 : copy->remaining - lock->amount;
    }
  return self;
}

/* --- What limits look at -------------------------------------------------------------------------------------------
 */

/* What all main lines have in common, or nothing. */
static void
describe (TenurePaymentInput *input, const TenureOrderLine *line, gboolean first)
{
  int charging = 1 + (int)line->charging;

  input->service = first || input->service == line->service ? line->service : NULL;
  input->region = first || input->region == line->region ? line->region : NULL;
  input->charging = first || input->charging == charging ? charging : 0;
}

TenurePaymentInput
tenure_wallet_input (const TenureWallet *self, const TenureWorld *world, const TenureOrder *order, GPtrArray *leaves)
{
  TenurePaymentInput input = {
    .official = order->official,
    .placed = order->discount,
    .commercial_permyriad = 10000,
    .promotion_permyriad = 10000,
    .discount = self->discount,
    .voucher = self->voucher,
    .flexi = (const TenureCoupon *const *)self->flexi->pdata,
    .n_flexi = self->flexi->len,
    .cards = (const TenureCoupon *const *)self->cards->pdata,
    .n_cards = self->cards->len,
    .order_type = (int)order->type,
    .at = world->now,
  };
  gboolean first = TRUE;

  for (guint i = 0; i < leaves->len; i++)
    for (guint l = 0; l < ((TenureOrder *)leaves->pdata[i])->n_lines; l++)
      {
        const TenureOrderLine *line = &((TenureOrder *)leaves->pdata[i])->lines[l];
        if (line->main_index >= 0)
          continue;
        describe (&input, line, first);
        first = FALSE;
      }
  return input;
}
