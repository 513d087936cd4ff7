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

static void
put (TenureWallet *self, const TenureCoupon *coupon)
{
  switch (coupon->kind)
    {
    case TENURE_COUPON_DISCOUNT:
      self->discount = coupon;
      break;
    case TENURE_COUPON_VOUCHER:
      self->voucher = coupon;
      break;
    case TENURE_COUPON_FLEXI:
      g_ptr_array_add (self->flexi, (gpointer)coupon);
      break;
    case TENURE_COUPON_CARD:
      g_ptr_array_add (self->cards, (gpointer)coupon);
      break;
    }
}

static TenureCoupon *
add (TenureWallet *self, const TenureCoupon *coupon)
{
  TenureCoupon *copy = g_memdup2 (coupon, sizeof *coupon);

  g_ptr_array_add (self->copies, copy);
  put (self, copy);
  return copy;
}

TenureWallet *
tenure_wallet_only (const TenureCoupon *coupon)
{
  TenureWallet *self = wallet_new ();

  put (self, coupon);
  return self;
}

TenureWallet *
tenure_wallet_borrow (const TenureWallet *all)
{
  TenureWallet *self = wallet_new ();

  for (guint i = 0; i < all->copies->len; i++)
    put (self, all->copies->pdata[i]);
  return self;
}

gboolean
tenure_wallet_has (const TenureWallet *self, const TenureCoupon *coupon)
{
  return self->discount == coupon || self->voucher == coupon || g_ptr_array_find (self->flexi, coupon, NULL) ||
         g_ptr_array_find (self->cards, coupon, NULL);
}

void
tenure_wallet_remove (TenureWallet *self, const TenureCoupon *coupon)
{
  if (self->discount == coupon)
    self->discount = NULL;
  if (self->voucher == coupon)
    self->voucher = NULL;
  g_ptr_array_remove (self->flexi, (gpointer)coupon);
  g_ptr_array_remove (self->cards, (gpointer)coupon);
}

/* What is not there, or there as something else than what it is named as: a kind is named under its own name. */
static void
refuse_named (const TenureCoupon *coupon, const char *key, const char *field, TenureDecision *decision)
{
  TenureRefusal *refusal = tenure_refusal_new (coupon == NULL ? "pay.unknown-coupon" : "pay.coupon-other-kind", field);

  tenure_refusal_text (refusal, "coupon", key);
  if (coupon != NULL)
    tenure_refusal_text (tenure_refusal_text (refusal, "coupon-kind", tenure_coupon_kind_name (coupon->kind)), "value",
                         tenure_coupon_kind_name (coupon->kind));
  tenure_decision_refuse (decision, refusal);
}

/* What the orders hold of it themselves is no obstacle to them. */
static void
add_named (TenureWallet *self, const TenureWorld *world, GPtrArray *orders, const char *key, TenureCouponKind kind,
           const char *field, TenureDecision *decision)
{
  const TenureCoupon *coupon = key == NULL || *key == '\0' ? NULL : tenure_world_coupon (world, key);
  TenureCoupon *copy;

  if (key == NULL || *key == '\0')
    return;
  if (coupon == NULL || coupon->kind != kind)
    {
      refuse_named (coupon, key, field, decision);
      return;
    }
  copy = add (self, coupon);
  for (guint i = 0; i < orders->len; i++)
    {
      const TenureLock *own = find_lock (world, ((TenureOrder *)orders->pdata[i])->id, coupon->id);
      if (own != NULL)
        copy->locked -= kind == TENURE_COUPON_DISCOUNT ? 1 : own->amount;
    }
}

TenureWallet *
tenure_wallet_named (const TenureWorld *world, GPtrArray *orders, const char *discount, const char *voucher,
                     char **flexi, char **card, TenureDecision *decision)
{
  TenureWallet *self = wallet_new ();
  g_autoptr (GPtrArray) flexis = tenure_guard_distinct (flexi);
  g_autoptr (GPtrArray) cards = tenure_guard_distinct (card);

  add_named (self, world, orders, discount, TENURE_COUPON_DISCOUNT, "discount", decision);
  add_named (self, world, orders, voucher, TENURE_COUPON_VOUCHER, "voucher", decision);
  for (guint i = 0; i < flexis->len; i++)
    add_named (self, world, orders, flexis->pdata[i], TENURE_COUPON_FLEXI, "flexi", decision);
  for (guint i = 0; i < cards->len; i++)
    add_named (self, world, orders, cards->pdata[i], TENURE_COUPON_CARD, "card", decision);
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
