/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-charging.h"

#include "tenure-metered.h"

static TenureReserve *
find (TenureReserves *self, gint64 account)
{
  for (guint i = 0; i < self->n; i++)
    if (self->reserves[i].account == account)
      return &self->reserves[i];
  return NULL;
}

static void
forget (TenureReserves *self, TenureReserve *reserve)
{
  *reserve = self->reserves[--self->n];
}

/* --- How far ---------------------------------------------------------------------------------------------------------
 */

/* The end of the month in which the hour before @due lies: bills belong to one. */
static TenureTime
month_end (TenureTime due)
{
  int year, month, mday;

  tenure_day_to_ymd (tenure_day_of (due - 1), &year, &month, &mday);
  return tenure_day_start (tenure_day_from_ymd (year, month, tenure_days_in_month (year, month)) + 1);
}

/* The first event of one kind or of any that is still to be played when the hours until @due are charged; G_MAXINT64:
 * none. What falls due at that same moment comes after them, or has been played. */
static gboolean
next_event (TenureConnection *connection, TenureTime due, const char *kind, TenureTime *next, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 kind == NULL ? "SELECT min (due) FROM event WHERE due >= ?1 AND kind <> 'charge'"
                                              : "SELECT min (due) FROM event WHERE due >= ?1 AND kind = ?2",
                                 error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, due);
  if (kind != NULL)
    tenure_statement_bind_text (statement, 2, kind);
  if (!tenure_statement_step (statement, error))
    return FALSE;
  *next = tenure_statement_is_null (statement, 0) ? G_MAXINT64 : tenure_statement_int (statement, 0);
  return TRUE;
}

/* The last full hour before @next, but not before @due. */
static TenureTime
hour_before (TenureTime next, TenureTime due)
{
  return MAX (due, tenure_hour_floor (next - 1));
}

static gboolean
has_instruments (const TenureWorld *world)
{
  for (guint i = 0; i < world->coupons->len; i++)
    {
      const TenureCoupon *coupon = world->coupons->pdata[i];
      if (coupon->kind != TENURE_COUPON_DISCOUNT && coupon->state == TENURE_COUPON_USABLE &&
          tenure_coupon_free (coupon, world->now) != 0)
        return TRUE;
    }
  return FALSE;
}

/* What the hours until @until cost at most, when no package covers any; FALSE when that cannot be counted. */
static gboolean
most (const TenureWorld *world, TenureTime until, TenureMoney *sum)
{
  *sum = 0;
  for (guint i = 0; i < world->meters->len; i++)
    {
      const TenureResource *resource = world->meters->pdata[i];
      gint64 hours = MAX (0, (until - resource->charged_until) / TENURE_HOUR_SECONDS);
      TenureMoney price;
      if (!tenure_metered_price (world, resource, &price))
        continue;
      if (!tenure_int_mul (price, hours, &price, NULL) || !tenure_money_add (*sum, price, sum, NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
can_wait (const TenureReserves *self, const TenureWorld *world, TenureTime until, TenureMoney *needed)
{
  return self->n < TENURE_MOST_RESERVES && world->account.arrears_since == TENURE_TIME_UNKNOWN &&
         !has_instruments (world) && most (world, until, needed) && *needed <= world->account.balance;
}

gboolean
tenure_charging_begin (TenureConnection *connection, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 "UPDATE event SET due = due_first FROM (SELECT e.id AS event_id, 3600 + (SELECT min "
                                 "(r.charged_until) FROM resource r"
                                 " WHERE r.account_id = e.subject AND r.charging = 'pay-per-use' AND r.status = "
                                 "'active' AND r.freeze <> 'arrears')"
                                 " AS due_first FROM event e INDEXED BY event_charge WHERE e.kind = 'charge')"
                                 " WHERE id = event_id AND due > due_first",
                                 error);

  return statement != NULL && tenure_statement_run (statement, error);
}

gboolean
tenure_charging_plan (TenureReserves *self, TenureConnection *connection, const TenureWorld *world, TenureTime due,
                      TenureTime now, TenureChargePlan *plan, TenureTime *until, GError **error)
{
  TenureReserve *waiting = find (self, world->account.id);
  TenureTime furthest = MAX (due, MIN (month_end (due), tenure_hour_floor (now))), next;
  TenureReserve reserve = { world->account.id, furthest, 0 };

  *plan = TENURE_CHARGE_NOW;
  *until = due;
  if (waiting != NULL)
    {
      forget (self, waiting);
      return TRUE;
    }
  if (furthest == due)
    return TRUE;
  if (!next_event (connection, due, "start", &next, error))
    return FALSE;
  reserve.until = MIN (furthest, hour_before (next, due));
  if (reserve.until > due && can_wait (self, world, reserve.until, &reserve.needed))
    {
      self->reserves[self->n++] = reserve;
      *plan = TENURE_CHARGE_LATER;
      *until = reserve.until;
      return TRUE;
    }
  if (!next_event (connection, due, NULL, &next, error))
    return FALSE;
  *until = MIN (furthest, hour_before (next, due));
  return TRUE;
}

/* --- What comes in between
 * -------------------------------------------------------------------------------------------- */

static TenureMoney
cash_change (const TenureWorld *world, const TenureEffect *effect)
{
  g_autofree char *ledger = g_strconcat ("cash/", world->account.key, NULL);
  TenureMoney sum = 0;

  for (guint i = 0; i < effect->postings->len; i++)
    {
      const TenurePosting *posting = &g_array_index (effect->postings, TenurePosting, i);
      if (g_str_equal (posting->ledger, ledger))
        sum += posting->amount;
    }
  return sum;
}

gboolean
tenure_charging_disturbs (TenureReserves *self, const TenureWorld *world, const TenureDecision *decision)
{
  TenureReserve *reserve = find (self, world->account.id);
  TenureMoney cash = world->account.balance, needed;
  gboolean instrument = FALSE;

  if (reserve == NULL)
    return FALSE;
  needed = reserve->needed;
  for (guint i = 0; i < decision->effects->len; i++)
    {
      const TenureEffect *effect = decision->effects->pdata[i];
      if (effect->type == TENURE_EFFECT_POST)
        cash += cash_change (world, effect);
      else if (effect->type == TENURE_EFFECT_METER)
        needed += effect->value * ((reserve->until - effect->at) / TENURE_HOUR_SECONDS);
      else if (effect->type == TENURE_EFFECT_COUPON && effect->value > 0)
        instrument = TRUE;
    }
  if (instrument || needed > cash || decision->tells_balance)
    return TRUE;
  reserve->needed = needed;
  return FALSE;
}

gboolean
tenure_charging_move (TenureConnection *connection, gint64 account, TenureTime due, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "UPDATE event SET due = ?2 WHERE kind = 'charge' AND subject = ?1", error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, account);
  tenure_statement_bind_int (statement, 2, due);
  return tenure_statement_run (statement, error);
}
