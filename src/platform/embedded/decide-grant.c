/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments and discounts come in (grant), become usable (激活), are taken back (回收), and end with their date
 * (rules 9; A1-15). What is left at the end is written down as lost. */
#include "tenure-decide.h"

#include "tenure-discounts.h"
#include "tenure-lifecycle.h"
#include "tenure-payment.h"

#define CARD_MONTHS 36 /* a 储值卡 is valid so long unless said otherwise (rules 9) */

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
refuse (TenureDecision *decision, const char *rule, const char *field, const char *value)
{
  TenureRefusal *refusal = tenure_refusal_new (rule, field);

  if (value != NULL)
    tenure_refusal_text (refusal, "value", value);
  tenure_decision_refuse (decision, refusal);
}

static gboolean
service_sold (const TenureWorld *world, const char *service)
{
  for (guint i = 0; i < tenure_catalogue_length (world->stage.catalogue); i++)
    if (g_strcmp0 (tenure_catalogue_at (world->stage.catalogue, i)->service, service) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
region_known (const TenureWorld *world, const char *region)
{
  for (guint i = 0; i < tenure_catalogue_length (world->stage.catalogue); i++)
    {
      const TenureOffer *offer = tenure_catalogue_at (world->stage.catalogue, i);
      if (offer->regions != NULL && g_strv_contains (offer->regions, region))
        return TRUE;
    }
  return FALSE;
}

static void
check_common (const TenureWorld *world, const char *service, TenureTime expiry, TenureDecision *decision)
{
  if (is_set (service) && !service_sold (world, service))
    refuse (decision, "grant.service", "service", service);
  if (expiry != 0 && expiry < world->now)
    tenure_decision_refuse (decision,
                            tenure_refusal_time (tenure_refusal_new ("grant.expired", "expiry"), "expiry", expiry));
}

static const char *
limit (const char *text)
{
  return is_set (text) ? g_intern_string (text) : NULL;
}

/* Entries that move what is left of an instrument to the platform that issued it, or from it. */
static void
post (TenureDecision *decision, const char *kind, const char *coupon, TenureMoney amount)
{
  g_autofree char *ledger = g_strconcat ("coupon/", coupon, NULL);
  TenurePosting postings[] = { { "issued", -amount }, { g_intern_string (ledger), amount } };
  TenureEffect *effect;

  if (amount == 0)
    return;
  effect = tenure_decision_effect (decision, TENURE_EFFECT_POST);
  effect->word = kind;
  effect->postings =
      g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (TenurePosting)), postings, G_N_ELEMENTS (postings));
}

static void
note (TenureDecision *decision, const char *kind, const char *coupon, TenureMoney amount)
{
  TenureJson *body = tenure_json_new_object ();
  g_autofree char *text = tenure_money_format (amount);

  tenure_json_set_string (body, "amount", text);
  tenure_decision_note (decision, kind, coupon, body);
}

/* --- Granting ------------------------------------------------------------------------------------------------------
 */

/* Types of orders that are paid for. */
static gboolean
is_bought (gint64 type)
{
  return type == TENURE_TYPE_NEW || type == TENURE_TYPE_RENEWAL || type == TENURE_TYPE_CHANGE ||
         type == TENURE_TYPE_TO_PPU || type == TENURE_TYPE_FROM_PPU;
}

static void
check_coupon (const TenureWorld *world, const TenureGrantCoupon *wanted, TenureDecision *decision)
{
  check_common (world, wanted->service, wanted->expiry, decision);
  if (wanted->kind == TENURE_COUPON_DISCOUNT && wanted->permyriad == 0)
    refuse (decision, "grant.no-rate", "permyriad", NULL);
  if (wanted->kind != TENURE_COUPON_DISCOUNT && wanted->amount == 0)
    refuse (decision, "grant.no-amount", "amount", NULL);
  if (is_set (wanted->region) && !region_known (world, wanted->region))
    refuse (decision, "order.region", "region", wanted->region);
  if (wanted->order_type != 0 && !is_bought (wanted->order_type))
    refuse (decision, "grant.order-type", "order_type", NULL);
}

static TenureTime
coupon_expiry (const TenureWorld *world, const TenureGrantCoupon *wanted)
{
  TenureDay today = tenure_day_of (world->now);

  if (wanted->expiry != 0)
    return wanted->expiry;
  if (wanted->kind == TENURE_COUPON_CARD)
    return tenure_day_end (tenure_day_add_months (today, CARD_MONTHS, tenure_day_mday (today)));
  return TENURE_TIME_UNKNOWN;
}

/* ACCOUNT-KIND-N: none is ever deleted, so the count is the next number. */
static char *
next_key (const TenureWorld *world, const char *kind, guint n)
{
  return g_strdup_printf ("%s-%s-%u", world->account.key, kind, n + 1);
}

static TenureCoupon *
new_coupon (const TenureWorld *world, const TenureGrantCoupon *wanted)
{
  TenureCoupon *coupon = g_new0 (TenureCoupon, 1);

  coupon->kind = (TenureCouponKind)wanted->kind;
  coupon->key = next_key (world, tenure_coupon_kind_name (coupon->kind), world->coupons->len);
  coupon->name = g_strdup (is_set (wanted->name) ? wanted->name : ""); /* by its kind, whoever reads it */
  coupon->face = coupon->kind == TENURE_COUPON_DISCOUNT ? TENURE_MONEY_UNKNOWN : wanted->amount;
  coupon->permyriad = (int)wanted->permyriad;
  coupon->threshold = wanted->threshold;
  coupon->service = limit (wanted->service);
  coupon->region = limit (wanted->region);
  coupon->order_type = (int)wanted->order_type;
  coupon->charging = wanted->charging;
  coupon->with_discount = wanted->with_discount;
  coupon->expiry = coupon_expiry (world, wanted);
  coupon->state = wanted->inactive ? TENURE_COUPON_INACTIVE : TENURE_COUPON_USABLE;
  return coupon;
}

/* The state of what is granted and its price factor: "usable/8000", or one of them. */
static char *
grant_text (const char *state, int permyriad)
{
  if (permyriad == 0)
    return g_strdup (state);
  return g_strdup_printf ("%s%s%d", state != NULL ? state : "", state != NULL ? "/" : "", permyriad);
}

gboolean
tenure_decide_grant (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureGrantCoupon *wanted = params;
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_GRANT,
                                               tenure_coupon_kind_name ((TenureCouponKind)wanted->kind), wanted->name);
  TenureMoney amount = wanted->kind == TENURE_COUPON_DISCOUNT ? 0 : wanted->amount;
  TenureCoupon *coupon;

  check_coupon (world, wanted, decision);
  if (decision->refusals->len > 0)
    return TRUE;
  coupon = new_coupon (world, wanted);
  item->official = item->due = item->total = amount;
  item->new_expiry = coupon->expiry;
  item->new_value = grant_text (tenure_coupon_state_name (coupon->state), coupon->permyriad);
  tenure_decision_effect (decision, TENURE_EFFECT_GRANT)->coupon = coupon;
  post (decision, "grant", coupon->key, amount);
  note (decision, "coupon.granted", coupon->key, amount);
  return TRUE;
}

gboolean
tenure_decide_grant_discount (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureGrantDiscount *wanted = params;
  const char *kind = wanted->promotion ? "promotion" : "commercial";
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_GRANT, kind, wanted->name);
  TenureDiscount *granted;

  check_common (world, wanted->service, wanted->expiry, decision);
  if (wanted->no_refund && !wanted->promotion)
    refuse (decision, "grant.no-refund", "no_refund", NULL);
  if (decision->refusals->len > 0)
    return TRUE;
  granted = g_new0 (TenureDiscount, 1);
  granted->key = next_key (world, kind, world->discounts->len);
  granted->name = g_strdup (is_set (wanted->name) ? wanted->name : "");
  granted->promotion = wanted->promotion;
  granted->permyriad = (int)wanted->permyriad;
  granted->service = limit (wanted->service);
  granted->expiry = wanted->expiry == 0 ? TENURE_TIME_UNKNOWN : wanted->expiry;
  granted->no_refund = wanted->no_refund;
  item->new_expiry = granted->expiry;
  item->new_value = grant_text (NULL, granted->permyriad);
  tenure_decision_effect (decision, TENURE_EFFECT_DISCOUNT)->granted = granted;
  note (decision, "discount.granted", granted->key, 0);
  return TRUE;
}

/* --- Activating, ending ---------------------------------------------------------------------------------------------
 */

static gboolean
is_expired (const TenureWorld *world, const TenureCoupon *coupon)
{
  return coupon->expiry != TENURE_TIME_UNKNOWN && world->now > coupon->expiry;
}

/* The instrument named, or a refusal of the whole. */
static const TenureCoupon *
find (const TenureWorld *world, const char *key, TenureDecision *decision)
{
  const TenureCoupon *coupon = tenure_world_coupon (world, key);

  if (coupon == NULL)
    tenure_decision_refuse (decision,
                            tenure_refusal_text (tenure_refusal_new ("pay.unknown-coupon", "coupon"), "coupon", key));
  return coupon;
}

static TenureRefusal *
refusal_about (const char *rule, const TenureCoupon *coupon)
{
  return tenure_refusal_text (tenure_refusal_new (rule, NULL), "coupon", coupon->key);
}

gboolean
tenure_decide_activate (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureCoupon *coupon = find (world, ((const TenureActivateCoupon *)params)->coupon, decision);
  TenurePlanItem *item;

  if (coupon == NULL)
    return TRUE;
  item = tenure_decision_item (decision, TENURE_VERB_SET, coupon->key, coupon->name);
  item->old_value = g_strdup (tenure_coupon_status_name (tenure_coupon_status (coupon, world->now)));
  if (coupon->state != TENURE_COUPON_INACTIVE)
    item->refusal = refusal_about ("activate.state", coupon);
  else if (is_expired (world, coupon))
    item->refusal = refusal_about ("pay.coupon-expired", coupon);
  if (item->refusal != NULL)
    return TRUE;
  item->new_value = g_strdup (tenure_coupon_state_name (TENURE_COUPON_USABLE));
  tenure_decision_holds (decision, coupon->expiry == TENURE_TIME_UNKNOWN ? TENURE_TIME_UNKNOWN : coupon->expiry + 1);
  tenure_decision_effect (decision, TENURE_EFFECT_ACTIVATE)->id = coupon->id;
  note (decision, "coupon.activated", coupon->key, coupon->face == TENURE_MONEY_UNKNOWN ? 0 : coupon->face);
  return TRUE;
}

/* Orders that hold it go on waiting without it; without a 折扣券 they have their own time again, and when that is
 * over by now they lapse now. */
static void
let_go (const TenureWorld *world, const TenureCoupon *coupon, TenureDecision *decision)
{
  for (guint i = 0; i < world->locks->len; i++)
    {
      const TenureLock *held = world->locks->pdata[i];
      const TenureOrder *order = tenure_world_order_by_id (world, held->order_id);
      g_autoptr (GPtrArray) leaves = NULL;
      TenureTime since, own;
      if (held->coupon_id != coupon->id || order == NULL || coupon->kind != TENURE_COUPON_DISCOUNT)
        continue;
      leaves = tenure_world_leaves (world, order);
      since = order->payable == TENURE_TIME_UNKNOWN ? order->created : order->payable;
      own = tenure_discount_deadline (world, leaves, since, NULL);
      tenure_discount_move (decision, order, leaves, MAX (own, world->now));
    }
  tenure_decision_effect (decision, TENURE_EFFECT_UNLOCK)->id = coupon->id;
}

static void
end (const TenureWorld *world, const TenureCoupon *coupon, const char *kind, gboolean reclaimed,
     TenureDecision *decision)
{
  TenureMoney left = coupon->remaining == TENURE_MONEY_UNKNOWN ? 0 : coupon->remaining;
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_UNSCHEDULE);

  effect->word = "coupon";
  effect->id = coupon->id;
  let_go (world, coupon, decision);
  post (decision, kind, coupon->key, -left);
  effect = tenure_decision_effect (decision, TENURE_EFFECT_END_COUPON);
  effect->id = coupon->id;
  effect->value = left;
  effect->count = reclaimed;
  /* Reclaimed, it was valid until now: what comes back to it later is lost like with any other that ended. */
  effect->at = reclaimed ? world->now - 1 : coupon->expiry;
}

static TenureRefusal *
reclaim_refusal (const TenureWorld *world, const TenureCoupon *coupon)
{
  if (coupon->state == TENURE_COUPON_RECLAIMED)
    return refusal_about ("pay.coupon-reclaimed", coupon);
  if (is_expired (world, coupon))
    return refusal_about ("pay.coupon-expired", coupon);
  if (coupon->used || coupon->remaining == 0)
    return refusal_about ("pay.coupon-used", coupon);
  return NULL;
}

gboolean
tenure_decide_reclaim (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureCoupon *coupon = find (world, ((const TenureReclaimCoupon *)params)->coupon, decision);
  TenureMoney left;
  TenurePlanItem *item;

  if (coupon == NULL)
    return TRUE;
  item = tenure_decision_item (decision, TENURE_VERB_SET, coupon->key, coupon->name);
  item->old_value = g_strdup (tenure_coupon_status_name (tenure_coupon_status (coupon, world->now)));
  item->refusal = reclaim_refusal (world, coupon);
  if (item->refusal != NULL)
    return TRUE;
  left = coupon->remaining == TENURE_MONEY_UNKNOWN ? 0 : coupon->remaining;
  item->new_value = g_strdup (tenure_coupon_state_name (TENURE_COUPON_RECLAIMED));
  item->official = item->lost = left;
  tenure_decision_holds (decision, coupon->expiry == TENURE_TIME_UNKNOWN ? TENURE_TIME_UNKNOWN : coupon->expiry + 1);
  end (world, coupon, "reclaim", TRUE, decision);
  note (decision, "coupon.reclaimed", coupon->key, left);
  return TRUE;
}

gboolean
tenure_decide_coupon_end (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  const TenureCoupon *coupon = tenure_world_coupon_by_id (world, ((const TenureDated *)dated)->subject);

  if (coupon == NULL || coupon->state == TENURE_COUPON_RECLAIMED || !is_expired (world, coupon) ||
      coupon->lost != TENURE_MONEY_UNKNOWN)
    return TRUE;
  end (world, coupon, "expiry", FALSE, decision);
  note (decision, "coupon.expired", coupon->key, coupon->remaining == TENURE_MONEY_UNKNOWN ? 0 : coupon->remaining);
  return TRUE;
}
