/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of metered use: how a resource is charged, bills, packages, arrears; and lines that fail. */
#include "tenure-writer.h"

gboolean
tenure_writer_meter (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self,
                      "UPDATE resource SET charging = 'pay-per-use', charged_until = ?2, expiry = NULL,"
                      " mode = 'manual', auto_months = NULL, auto_left = NULL, auto_since = NULL WHERE id = ?1",
                      error, TENURE_INT (tenure_writer_resource (self, effect->resource)), TENURE_INT (effect->at));
}

gboolean
tenure_writer_charged (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE resource SET charged_until = ?2 WHERE id = ?1 AND charging = 'pay-per-use'", error,
                      TENURE_INT (tenure_writer_resource (self, effect->resource)), TENURE_INT (effect->at));
}

/* A new purchase it is not: the five days do not begin again. */
gboolean
tenure_writer_period (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self,
                      "UPDATE resource SET charging = 'period', charged_until = NULL, expiry = ?2, anchor = ?3,"
                      " five_day_excluded = 1 WHERE id = ?1",
                      error, TENURE_INT (tenure_writer_resource (self, effect->resource)), TENURE_INT (effect->at),
                      TENURE_INT (effect->value));
}

gboolean
tenure_writer_capacity (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE resource SET capacity = capacity + ?2 WHERE id = ?1", error,
                      TENURE_INT (tenure_writer_resource (self, effect->resource)), TENURE_INT (effect->value));
}

/* --- Bills -------------------------------------------------------------------------------------------------------- */

static gboolean
write_draw (TenureWriter *self, gint64 bill, const TenureBillDraw *draw, GError **error)
{
  return TENURE_EXEC (self, "INSERT INTO draw (bill_id, package_id, amount) VALUES (?1, ?2, ?3)", error,
                      TENURE_INT (bill), TENURE_INT (draw->package_id), TENURE_INT (draw->amount)) &&
         TENURE_EXEC (self, "UPDATE resource SET used = used + ?2 WHERE id = ?1", error, TENURE_INT (draw->package_id),
                      TENURE_INT (draw->amount));
}

gboolean
tenure_writer_bill (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const TenureBill *bill = effect->bill;
  gboolean use = bill->type == TENURE_BILL_USE;
  gint64 id;

  if (!TENURE_EXEC (
          self,
          "INSERT INTO bill (account_id, resource_id, order_id, type, at, start, \"end\", hours, use, covered, "
          "official,"
          " discount, erased, cash, credit, flexi, card, voucher, debt, entry_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
          " ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
          " CASE WHEN ?20 THEN NULL ELSE (SELECT max (id) FROM entry) END)",
          error, TENURE_INT (bill->account_id), TENURE_ID (bill->resource_id),
          TENURE_ID (tenure_writer_order (self, effect->order)), TENURE_INT (bill->type), TENURE_INT (bill->at),
          TENURE_KNOWN (bill->start), TENURE_KNOWN (bill->end), TENURE_KNOWN (use ? bill->hours : G_MININT64),
          TENURE_KNOWN (use ? bill->use : G_MININT64), TENURE_KNOWN (use ? bill->covered : G_MININT64),
          TENURE_INT (bill->official), TENURE_INT (bill->discount), TENURE_INT (bill->erased),
          TENURE_INT (bill->paid.cash), TENURE_INT (bill->paid.credit), TENURE_INT (bill->paid.flexi),
          TENURE_INT (bill->paid.card), TENURE_INT (bill->paid.voucher), TENURE_INT (bill->debt),
          TENURE_INT (bill->unposted)))
    return FALSE;
  id = tenure_connection_last_id (self->connection);
  for (guint i = 0; bill->draws != NULL && i < bill->draws->len; i++)
    if (!write_draw (self, id, &g_array_index (bill->draws, TenureBillDraw, i), error))
      return FALSE;
  return TRUE;
}

/* --- Arrears ------------------------------------------------------------------------------------------------------ */

gboolean
tenure_writer_arrears (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE account SET arrears_since = ?2 WHERE id = ?1", error,
                      TENURE_INT (self->world->account.id), TENURE_KNOWN (effect->at));
}

gboolean
tenure_writer_arrears_mark (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE resource SET freeze = ?2 WHERE id = ?1", error,
                      TENURE_INT (tenure_writer_resource (self, effect->resource)),
                      TENURE_TEXT (tenure_freeze_name ((TenureFreeze)effect->value)));
}

/* --- Failing ------------------------------------------------------------------------------------------------------ */

gboolean
tenure_writer_tell_line (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE line SET failing = 1 WHERE id = ?1", error, TENURE_INT (effect->id));
}

gboolean
tenure_writer_fail_line (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE line SET failed = 1 WHERE id = ?1", error, TENURE_INT (effect->id)) &&
         TENURE_EXEC (self, "UPDATE \"order\" SET failed = failed + 1 WHERE id = ?1", error,
                      TENURE_INT (tenure_writer_order (self, effect->order)));
}
