/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of instruments, discounts, locks; and what the staff sets: marks, freezes, offers. */
#include "tenure-writer.h"

/* --- Orders ------------------------------------------------------------------------------------------------------- */

gboolean
tenure_writer_await (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE \"order\" SET deadline = ?2, payable = coalesce (?3, payable) WHERE id = ?1", error,
                      TENURE_INT (tenure_writer_order (self, effect->order)), TENURE_KNOWN (effect->at),
                      TENURE_KNOWN (effect->value));
}

gboolean
tenure_writer_set_verdict (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE \"order\" SET verdict = ?2 WHERE id = ?1", error,
                      TENURE_INT (tenure_writer_order (self, effect->order)), TENURE_TEXT (effect->text));
}

gboolean
tenure_writer_mark (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  static const char *const updates[] = {
    [TENURE_MARK_PROMOTION] = "UPDATE \"order\" SET promotion = ?2 WHERE id = ?1",
    [TENURE_MARK_PARTNER_PAID] = "UPDATE \"order\" SET partner_paid = ?2 WHERE id = ?1",
    [TENURE_MARK_SPECIAL] = "UPDATE \"order\" SET special = ?2 WHERE id = ?1",
    [TENURE_MARK_INVOICED] = "UPDATE \"order\" SET invoiced = ?2 WHERE id = ?1",
  };

  return TENURE_EXEC (self, updates[effect->value], error, TENURE_INT (tenure_writer_order (self, effect->order)),
                      TENURE_INT (effect->count));
}

/* --- Instruments -------------------------------------------------------------------------------------------------- */

gboolean
tenure_writer_lock (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "INSERT INTO lock (order_id, coupon_id, amount) VALUES (?1, ?2, ?3)", error,
                      TENURE_INT (tenure_writer_order (self, effect->order)), TENURE_INT (effect->id),
                      TENURE_INT (effect->value));
}

gboolean
tenure_writer_unlock (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  if (effect->order != 0)
    return TENURE_EXEC (self, "DELETE FROM lock WHERE order_id = ?1", error,
                        TENURE_INT (tenure_writer_order (self, effect->order)));
  return TENURE_EXEC (self, "DELETE FROM lock WHERE coupon_id = ?1", error, TENURE_INT (effect->id));
}

static gboolean
schedule_end (TenureWriter *self, TenureTime expiry, GError **error)
{
  return expiry == TENURE_TIME_UNKNOWN ||
         TENURE_EXEC (self, "INSERT INTO event (due, kind, subject) VALUES (?1, 'coupon', ?2)", error,
                      TENURE_INT (expiry + 1), TENURE_INT (tenure_connection_last_id (self->connection)));
}

gboolean
tenure_writer_grant (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const TenureCoupon *coupon = effect->coupon;
  gboolean rate = coupon->kind == TENURE_COUPON_DISCOUNT;

  return TENURE_EXEC (
             self,
             "INSERT INTO coupon (account_id, key, name, kind, face, remaining, permyriad, threshold, service,"
             " with_discount, expiry, state, order_type, region, charging, granted, source, fetched_at)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 'embedded', ?15)",
             error, TENURE_INT (self->world->account.id), TENURE_TEXT (coupon->key), TENURE_TEXT (coupon->name),
             TENURE_TEXT (tenure_coupon_kind_name (coupon->kind)),
             TENURE_KNOWN (rate ? TENURE_MONEY_UNKNOWN : coupon->face),
             TENURE_KNOWN (rate ? coupon->permyriad : G_MININT64), TENURE_INT (coupon->threshold),
             TENURE_TEXT (coupon->service), TENURE_INT (coupon->with_discount), TENURE_KNOWN (coupon->expiry),
             TENURE_TEXT (tenure_coupon_state_name (coupon->state)), TENURE_ID (coupon->order_type),
             TENURE_TEXT (coupon->region),
             TENURE_TEXT (coupon->charging == 0 ? NULL : tenure_charging_name ((TenureCharging)(coupon->charging - 1))),
             TENURE_INT (self->world->now)) &&
         schedule_end (self, coupon->expiry, error);
}

gboolean
tenure_writer_grant_discount (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const TenureDiscount *granted = effect->granted;

  return TENURE_EXEC (
      self,
      "INSERT INTO discount (account_id, key, name, kind, permyriad, service, expiry, no_refund, granted)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error, TENURE_INT (self->world->account.id), TENURE_TEXT (granted->key), TENURE_TEXT (granted->name),
      TENURE_TEXT (granted->promotion ? "promotion" : "commercial"), TENURE_INT (granted->permyriad),
      TENURE_TEXT (granted->service), TENURE_KNOWN (granted->expiry), TENURE_INT (granted->no_refund),
      TENURE_INT (self->world->now));
}

gboolean
tenure_writer_end_coupon (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self,
                      "UPDATE coupon SET remaining = CASE kind WHEN 'discount' THEN NULL ELSE 0 END, lost = ?2,"
                      " expiry = ?3, state = CASE ?4 WHEN 1 THEN 'reclaimed' ELSE state END WHERE id = ?1",
                      error, TENURE_INT (effect->id), TENURE_INT (effect->value), TENURE_KNOWN (effect->at),
                      TENURE_INT (effect->count));
}

gboolean
tenure_writer_activate (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE coupon SET state = 'usable' WHERE id = ?1", error, TENURE_INT (effect->id));
}

/* --- The staff ---------------------------------------------------------------------------------------------------- */

gboolean
tenure_writer_freeze (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const char *freeze = tenure_freeze_name ((TenureFreeze)effect->value);

  if (effect->resource != 0)
    return TENURE_EXEC (self, "UPDATE resource SET freeze = ?2 WHERE id = ?1", error, TENURE_INT (effect->resource),
                        TENURE_TEXT (freeze));
  return TENURE_EXEC (self, "UPDATE account SET freeze = ?2 WHERE id = ?1", error, TENURE_INT (self->world->account.id),
                      TENURE_TEXT (freeze));
}

gboolean
tenure_writer_set_offer (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self,
                      "INSERT INTO offer (key, withdrawn) VALUES (?1, ?2)"
                      " ON CONFLICT (key) DO UPDATE SET withdrawn = excluded.withdrawn",
                      error, TENURE_TEXT (effect->text), TENURE_INT (effect->value)) &&
         TENURE_EXEC (self, "UPDATE resource SET withdrawn = ?2 WHERE offer = ?1", error, TENURE_TEXT (effect->text),
                      TENURE_INT (effect->value));
}

gboolean
tenure_writer_forfeit (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  static const char *const lines[] = {
    [TENURE_COUPON_VOUCHER] =
        "UPDATE line SET voucher = voucher - ?2, lost = lost + ?2, late = late + ?2 WHERE id = ?1",
    [TENURE_COUPON_FLEXI] = "UPDATE line SET flexi = flexi - ?2, lost = lost + ?2, late = late + ?2 WHERE id = ?1",
    [TENURE_COUPON_CARD] = "UPDATE line SET card = card - ?2, lost = lost + ?2, late = late + ?2 WHERE id = ?1",
  };
#define WHOLE " WHERE id IN (SELECT ?1 UNION SELECT parent_id FROM \"order\" WHERE id = ?1)"
  static const char *const orders[] = {
    [TENURE_COUPON_VOUCHER] = "UPDATE \"order\" SET voucher = voucher - ?2" WHOLE,
    [TENURE_COUPON_FLEXI] = "UPDATE \"order\" SET flexi = flexi - ?2" WHOLE,
    [TENURE_COUPON_CARD] = "UPDATE \"order\" SET card = card - ?2" WHOLE,
  };
#undef WHOLE

  return TENURE_EXEC (self, lines[effect->count], error, TENURE_INT (effect->id), TENURE_INT (effect->value)) &&
         TENURE_EXEC (self, orders[effect->count], error, TENURE_INT (effect->order), TENURE_INT (effect->value));
}
