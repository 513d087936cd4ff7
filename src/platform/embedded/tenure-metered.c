/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-metered.h"

/* What is charged together, as the rules read it. */
typedef struct
{
  GPtrArray *resources; /* TenureResource, one a meter */
  GPtrArray *packages;  /* TenureResource, one a pool */
  GArray *meters, *pools;
  TenureMetering result;
} Charging;

static void
charging_clear (Charging *self)
{
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  g_clear_pointer (&self->packages, g_ptr_array_unref);
  g_clear_pointer (&self->meters, g_array_unref);
  g_clear_pointer (&self->pools, g_array_unref);
  tenure_metering_clear (&self->result);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Charging, charging_clear)

gboolean
tenure_metered_price (const TenureWorld *world, const TenureResource *resource, TenureMoney *price)
{
  const TenureOffer *offer = tenure_world_offer (world, resource->offer);
  const TenureSpec *spec = offer == NULL ? NULL : tenure_offer_spec (offer, resource->spec);

  return spec != NULL && tenure_offer_hour_price (offer, spec, resource->amount, price);
}

/* What has no price by now is not charged: unknown is not nothing, and its hours stay open. */
static void
add_meter (Charging *self, const TenureWorld *world, TenureResource *resource)
{
  const TenureOffer *offer = tenure_world_offer (world, resource->offer);
  const TenureSpec *spec = offer == NULL ? NULL : tenure_offer_spec (offer, resource->spec);
  TenureMeter meter = { resource->id,           resource->offer, resource->service, resource->region, 0, 0,
                        resource->charged_until };

  if (resource->charging != TENURE_CHARGING_USE || resource->status != TENURE_RESOURCE_ACTIVE ||
      resource->freeze == TENURE_FREEZE_ARREARS || spec == NULL ||
      !tenure_offer_hour_price (offer, spec, resource->amount, &meter.hour))
    return;
  meter.use = tenure_spec_use (spec, resource->amount);
  g_array_append_val (self->meters, meter);
  g_ptr_array_add (self->resources, resource);
}

static void
add_pool (Charging *self, const TenureWorld *world, TenureResource *package)
{
  TenurePool pool = { package->id, tenure_world_offer (world, package->offer), package->start, package->expiry,
                      package->capacity - package->used };

  if (pool.offer == NULL || pool.left <= 0)
    return;
  g_array_append_val (self->pools, pool);
  g_ptr_array_add (self->packages, package);
}

static void
gather (Charging *self, const TenureWorld *world, GPtrArray *resources)
{
  *self = (Charging){ g_ptr_array_new (), g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (TenureMeter)),
                      g_array_new (FALSE, FALSE, sizeof (TenurePool)) };
  for (guint i = 0; i < resources->len; i++)
    add_meter (self, world, resources->pdata[i]);
  for (guint i = 0; i < world->packages->len; i++)
    add_pool (self, world, world->packages->pdata[i]);
}

/* --- Writing down ------------------------------------------------------------------------------------------------- */

static void
post (GArray *postings, const char *kind, const char *key, TenureMoney amount)
{
  g_autofree char *ledger = key == NULL ? g_strdup (kind) : g_strconcat (kind, "/", key, NULL);
  TenurePosting posting = { g_intern_string (ledger), amount };

  if (amount != 0)
    g_array_append_val (postings, posting);
}

/* One entry for everything that is charged together. */
static gboolean
post_charge (TenureDecision *decision, const TenureWorld *world, const TenureMetering *result, GError **error)
{
  GArray *postings = g_array_new (FALSE, FALSE, sizeof (TenurePosting));
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_POST);
  TenureMoney sum;

  effect->word = "charge";
  effect->postings = postings;
  if (!tenure_money_add (result->cash, result->debt, &sum, error))
    return FALSE;
  post (postings, "cash", world->account.key, -result->cash);
  post (postings, "arrears", world->account.key, -result->debt);
  for (guint i = 0; i < result->uses->len; i++)
    {
      const TenureCouponUse *use = &g_array_index (result->uses, TenureCouponUse, i);
      post (postings, "coupon", tenure_world_coupon_by_id (world, use->coupon_id)->key, -use->amount);
      if (!tenure_money_add (sum, use->amount, &sum, error))
        return FALSE;
      tenure_decision_coupon (decision, use->coupon_id, -use->amount, 0);
    }
  post (postings, "revenue", NULL, sum);
  return TRUE;
}

static TenureBill *
bill_of (const Charging *self, const TenureWorld *world, guint index)
{
  const TenureCharge *charge = &g_array_index (self->result.charges, TenureCharge, index);
  TenureBill *bill = g_new0 (TenureBill, 1);

  bill->account_id = world->account.id;
  bill->resource_id = ((TenureResource *)self->resources->pdata[index])->id;
  bill->type = TENURE_BILL_USE;
  bill->at = world->now;
  bill->start = charge->start;
  bill->end = charge->end;
  bill->hours = charge->hours;
  bill->use = charge->use;
  bill->covered = charge->covered;
  bill->official = charge->official;
  bill->erased = charge->erased;
  bill->paid = charge->paid;
  bill->debt = charge->debt;
  bill->unposted = charge->official == charge->erased;
  return bill;
}

static void
write_bills (TenureDecision *decision, const TenureWorld *world, const Charging *self)
{
  g_autofree TenureBill **bills = g_new0 (TenureBill *, self->meters->len + 1);

  for (guint i = 0; i < self->meters->len; i++)
    {
      if (g_array_index (self->result.charges, TenureCharge, i).hours == 0)
        continue;
      bills[i] = bill_of (self, world, i);
      tenure_decision_effect (decision, TENURE_EFFECT_BILL)->bill = bills[i];
    }
  for (guint i = 0; i < self->result.draws->len; i++)
    {
      const TenureDraw *draw = &g_array_index (self->result.draws, TenureDraw, i);
      TenureBillDraw of_bill = { ((TenureResource *)self->packages->pdata[draw->pool])->id, draw->amount };
      if (bills[draw->meter]->draws == NULL)
        bills[draw->meter]->draws = g_array_new (FALSE, FALSE, sizeof (TenureBillDraw));
      g_array_append_val (bills[draw->meter]->draws, of_bill);
    }
}

static void
write_charged (TenureDecision *decision, const Charging *self)
{
  for (guint i = 0; i < self->meters->len; i++)
    {
      const TenureCharge *charge = &g_array_index (self->result.charges, TenureCharge, i);
      TenureEffect *effect;
      if (charge->hours == 0)
        continue;
      effect = tenure_decision_effect (decision, TENURE_EFFECT_CHARGED);
      effect->resource = g_array_index (self->meters, TenureMeter, i).id;
      effect->at = charge->end;
    }
}

/* --- Arrears ------------------------------------------------------------------------------------------------------ */

static void
schedule_account (TenureDecision *decision, const TenureWorld *world, const char *kind, TenureTime due)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_SCHEDULE);

  effect->word = kind;
  effect->at = due;
  effect->id = world->account.id;
  effect->count = 1; /* unless one is pending */
}

static void
unschedule_account (TenureDecision *decision, const TenureWorld *world, const char *kind)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_UNSCHEDULE);

  effect->word = kind;
  effect->id = world->account.id;
}

static void
begin_arrears (TenureDecision *decision, const TenureWorld *world, TenureTime since, TenureMoney debt)
{
  TenureJson *arguments = tenure_json_new_object ();
  g_autofree char *amount = tenure_money_format (debt);
  g_autofree char *until = NULL;
  TenureArrearsSpan span;

  tenure_arrears_span (since, world->stage.level, world->stage.policy, &span);
  tenure_decision_effect (decision, TENURE_EFFECT_ARREARS)->at = since;
  decision->owes_since = since;
  schedule_account (decision, world, "arrears", span.frozen);
  tenure_json_set_string (arguments, "amount", amount);
  until = tenure_time_format (span.frozen);
  tenure_json_set_string (arguments, "until", until);
  tenure_decision_tell (decision, world, "arrears.begun", arguments);
}

gboolean
tenure_metered_stopped (const TenureWorld *world)
{
  TenureArrearsSpan span;

  if (world->account.arrears_since == TENURE_TIME_UNKNOWN)
    return FALSE;
  tenure_arrears_span (world->account.arrears_since, world->stage.level, world->stage.policy, &span);
  return world->now >= span.frozen;
}

void
tenure_metered_go_on (TenureDecision *decision, const TenureWorld *world, const TenureResource *resource, gboolean lift)
{
  TenureEffect *effect;

  if (lift)
    {
      effect = tenure_decision_effect (decision, TENURE_EFFECT_ARREARS_MARK);
      effect->resource = resource->id;
      effect->value = TENURE_FREEZE_NONE;
    }
  effect = tenure_decision_effect (decision, TENURE_EFFECT_CHARGED);
  effect->resource = resource->id;
  effect->at = tenure_hour_floor (world->now);
}

/* Nothing is owed any more: what was stopped goes on from this hour. */
static void
end_arrears (TenureDecision *decision, const TenureWorld *world)
{
  tenure_decision_effect (decision, TENURE_EFFECT_ARREARS)->at = TENURE_TIME_UNKNOWN;
  unschedule_account (decision, world, "arrears");
  for (guint i = 0; i < world->meters->len; i++)
    {
      const TenureResource *resource = world->meters->pdata[i];
      if (resource->freeze == TENURE_FREEZE_ARREARS)
        tenure_metered_go_on (decision, world, resource, TRUE);
    }
  if (world->meters->len > 0)
    tenure_metered_schedule (decision, world, world->now);
}

gboolean
tenure_arrears_pay (TenureDecision *decision, const TenureWorld *world, TenureMoney amount, GArray *postings,
                    TenureMoney *paid, GError **error)
{
  TenureMoney owed = world->account.arrears - decision->arrears_paid;

  *paid = CLAMP (amount, 0, owed);
  if (*paid == 0)
    return TRUE;
  post (postings, "arrears", world->account.key, *paid);
  if (!tenure_money_add (decision->arrears_paid, *paid, &decision->arrears_paid, error))
    return FALSE;
  if (*paid == owed)
    end_arrears (decision, world);
  return TRUE;
}

/* --- Charging ------------------------------------------------------------------------------------------------------
 */

gboolean
tenure_metered_charge (TenureDecision *decision, const TenureWorld *world, GPtrArray *resources, TenureMoney balance,
                       gboolean instruments, TenureTime until, gboolean stop, TenureTime *charged, GError **error)
{
  g_auto (Charging) charging = { 0 };
  TenureMeteringInput input = { .n_coupons = instruments ? world->coupons->len : 0,
                                .coupons = (const TenureCoupon *const *)world->coupons->pdata,
                                .balance = MAX (balance, 0),
                                .until = until,
                                .stop_at_debt = stop };

  gather (&charging, world, resources);
  input.meters = (const TenureMeter *)(gpointer)charging.meters->data;
  input.n_meters = charging.meters->len;
  input.pools = (const TenurePool *)(gpointer)charging.pools->data;
  input.n_pools = charging.pools->len;
  if (!tenure_metering (&input, &charging.result, error) || !post_charge (decision, world, &charging.result, error))
    return FALSE;
  write_bills (decision, world, &charging);
  write_charged (decision, &charging);
  *charged = charging.result.until;
  decision->metered_cash += charging.result.cash;
  if (charging.result.debt > 0 && world->account.arrears_since == TENURE_TIME_UNKNOWN)
    begin_arrears (decision, world, MIN (charging.result.debt_since, world->now), charging.result.debt);
  return TRUE;
}

gboolean
tenure_metering_close (TenureDecision *decision, const TenureWorld *world, GPtrArray *resources, TenureMoney balance,
                       gboolean instruments, GError **error)
{
  TenureTime charged;

  return tenure_metered_charge (decision, world, resources, balance, instruments, tenure_hour_ceil (world->now), FALSE,
                                &charged, error);
}

void
tenure_metered_schedule (TenureDecision *decision, const TenureWorld *world, TenureTime after)
{
  schedule_account (decision, world, "charge", tenure_hour_floor (after) + TENURE_HOUR_SECONDS);
}

void
tenure_metered_begin (TenureDecision *decision, const TenureWorld *world, const TenureResource *head)
{
  g_autoptr (GPtrArray) group = tenure_world_group (world, head);
  gboolean stopped = tenure_metered_stopped (world);

  tenure_decision_effect (decision, TENURE_EFFECT_UNSCHEDULE)->resource = head->id;
  for (guint i = 0; i < group->len; i++)
    {
      const TenureResource *resource = group->pdata[i];
      TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_METER);
      TenureMoney price = 0;
      effect->resource = resource->id;
      effect->at = tenure_hour_floor (world->now);
      effect->value = tenure_metered_price (world, resource, &price) ? price : 0;
      if (!stopped)
        continue;
      effect = tenure_decision_effect (decision, TENURE_EFFECT_ARREARS_MARK);
      effect->resource = resource->id;
      effect->value = TENURE_FREEZE_ARREARS;
    }
  if (!stopped)
    tenure_metered_schedule (decision, world, world->now);
}

/* --- Bills of orders ------------------------------------------------------------------------------------------------
 */

void
tenure_bill_order (TenureDecision *decision, const TenureOrder *order, TenureRef ref, TenureTime at)
{
  TenureBill *bill;
  TenureEffect *effect;
  gboolean back = order->type == TENURE_TYPE_UNSUBSCRIBE;
  const TenureChannels *paid = &order->paid;

  if (order->official == 0)
    return;
  bill = g_new0 (TenureBill, 1);
  bill->account_id = order->account_id;
  bill->type = tenure_bill_type_of (order);
  bill->at = at;
  bill->start = bill->end = TENURE_TIME_UNKNOWN;
  bill->paid = back ? (TenureChannels){ -paid->cash, -paid->credit, -paid->flexi, -paid->card, -paid->voucher } : *paid;
  bill->discount = back ? 0 : order->discount;
  bill->official =
      bill->discount + bill->paid.cash + bill->paid.credit + bill->paid.flexi + bill->paid.card + bill->paid.voucher;
  bill->unposted = bill->official == bill->discount;
  effect = tenure_decision_effect (decision, TENURE_EFFECT_BILL);
  effect->order = ref;
  effect->bill = bill;
}
