/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-purse.h"

#include "tenure-discounts.h"

struct _TenurePurse
{
  const TenureWorld *world;
  TenureWallet *all;        /* what is left of everything named */
  GHashTable *fitting;      /* TenureCoupon that an order is paid with, or would be if more were left to pay */
  GHashTable *refusals;     /* TenureCoupon → TenureRefusal of the last order that might not */
  gint64 discount, voucher; /* the order that takes it, 0: none */
};

void
tenure_purse_free (TenurePurse *self)
{
  g_clear_pointer (&self->all, tenure_wallet_free);
  g_hash_table_unref (self->fitting);
  g_hash_table_unref (self->refusals);
  g_free (self);
}

/* The coupon that @refusal is about goes out of @wallet. */
static void
put_back (TenurePurse *self, TenureWallet *wallet, TenureRefusal *refusal)
{
  for (guint i = 0; i < self->all->copies->len; i++)
    {
      TenureCoupon *coupon = self->all->copies->pdata[i];
      if (g_strcmp0 (coupon->key, refusal->operands[0].text) != 0)
        continue;
      tenure_wallet_remove (wallet, coupon);
      g_hash_table_replace (self->refusals, coupon, refusal);
      return;
    }
  g_assert_not_reached ();
}

/* Takes out of @wallet what may not pay @order: each refusal is about one coupon, as the balance is not asked. @result,
 * without its uses: what then is paid. */
static gboolean
fit (TenurePurse *self, TenureWallet *wallet, const TenureOrder *order, GPtrArray *leaves, TenurePaymentResult *result,
     GError **error)
{
  for (;;)
    {
      TenurePaymentInput input = tenure_wallet_input (wallet, self->world, order, leaves);
      TenureRefusal *refusal = NULL;
      gboolean fits;

      input.later = TRUE;
      fits = tenure_payment (&input, self->world->stage.policy, result, NULL, &refusal, error);
      g_clear_pointer (&result->uses, g_array_unref);
      if (fits || refusal == NULL)
        return fits;
      put_back (self, wallet, refusal);
    }
}

/* What @coupon alone pays of @order, or by how much a 折扣券 lowers what is due, negative when it raises it. What
 * was placed with a promotion that is over would be placed anew without a 折扣券, and a voucher does not pay it.
 * *may: that it can be used for it at all. */
static gboolean
weigh (TenurePurse *self, const TenureCoupon *coupon, const TenureOrder *order, gboolean *may, TenureMoney *worth,
       GError **error)
{
  g_autoptr (GPtrArray) leaves = tenure_world_leaves (self->world, order);
  g_autoptr (TenureWallet) alone = tenure_wallet_only (coupon);
  g_autoptr (TenureRefusal) over = tenure_discount_refusal (self->world, leaves, NULL);
  TenurePaymentResult result = { 0 };

  if (!fit (self, alone, order, leaves, &result, error))
    return FALSE;
  *may = tenure_wallet_has (alone, coupon) && (over == NULL || coupon->kind == TENURE_COUPON_DISCOUNT);
  *worth = coupon->kind != TENURE_COUPON_DISCOUNT ? result.taken.voucher
                                                  : (over != NULL ? order->official : order->due) - result.due;
  return TRUE;
}

/* The one of @orders where @coupon is worth most, the first of those alike, other than @taken where there is another. A
 * 折扣券 that makes none cheaper goes to none (rules 9). */
static gboolean
find_best (TenurePurse *self, const TenureCoupon *coupon, GPtrArray *orders, gint64 taken, gint64 *found,
           GError **error)
{
  gboolean any = FALSE;
  TenureMoney most = 0;

  for (guint i = 0; coupon != NULL && i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];
      TenureMoney worth;
      gboolean may;

      if (!weigh (self, coupon, order, &may, &worth, error))
        return FALSE;
      any |= may;
      if (!may || worth <= 0 || (*found != 0 && *found != taken && (order->id == taken || worth <= most)))
        continue;
      *found = order->id;
      most = worth;
    }
  if (any && *found == 0)
    put_back (
        self, self->all,
        tenure_refusal_text (tenure_refusal_new ("pay.coupon-saves-nothing", tenure_coupon_kind_name (coupon->kind)),
                             "coupon", coupon->key));
  return TRUE;
}

TenurePurse *
tenure_purse_new (const TenureWorld *world, const TenurePay *pay, GPtrArray *orders, TenureDecision *decision,
                  GError **error)
{
  g_autoptr (TenurePurse) self = g_new0 (TenurePurse, 1);

  self->world = world;
  self->fitting = g_hash_table_new (NULL, NULL);
  self->refusals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)tenure_refusal_free);
  self->all = tenure_wallet_named (world, orders, pay->discount, pay->voucher, pay->flexi, pay->card, decision);
  if (!find_best (self, self->all->discount, orders, 0, &self->discount, error) ||
      !find_best (self, self->all->voucher, orders, self->discount, &self->voucher, error))
    return NULL;
  return g_steal_pointer (&self);
}

TenureWallet *
tenure_purse_wallet (TenurePurse *self, const TenureOrder *order, GPtrArray *leaves, GError **error)
{
  g_autoptr (TenureWallet) wallet = tenure_wallet_borrow (self->all);
  TenurePaymentResult result = { 0 };

  if (self->discount != order->id)
    wallet->discount = NULL;
  if (self->voucher != order->id)
    wallet->voucher = NULL;
  if (!fit (self, wallet, order, leaves, &result, error))
    return NULL;
  return g_steal_pointer (&wallet);
}

void
tenure_purse_spend (TenurePurse *self, const TenureWallet *wallet, const GArray *uses)
{
  for (guint i = 0; i < self->all->copies->len; i++)
    if (tenure_wallet_has (wallet, self->all->copies->pdata[i]))
      g_hash_table_add (self->fitting, self->all->copies->pdata[i]);
  for (guint u = 0; u < uses->len; u++)
    {
      const TenureCouponUse *use = &g_array_index (uses, TenureCouponUse, u);
      for (guint i = 0; i < self->all->copies->len; i++)
        if (((TenureCoupon *)self->all->copies->pdata[i])->id == use->coupon_id)
          ((TenureCoupon *)self->all->copies->pdata[i])->remaining -= use->amount;
    }
}

void
tenure_purse_close (TenurePurse *self, TenureDecision *decision)
{
  for (guint i = 0; i < self->all->copies->len; i++)
    {
      TenureCoupon *coupon = self->all->copies->pdata[i];
      const TenureRefusal *refusal = g_hash_table_lookup (self->refusals, coupon);

      if (refusal != NULL && !g_hash_table_contains (self->fitting, coupon))
        tenure_decision_refuse (decision, tenure_refusal_copy (refusal));
    }
}
