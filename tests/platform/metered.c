/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "metered.h"

static TenurePlaceOrder
form (const char *offer, const char *spec, const char *name)
{
  return (TenurePlaceOrder){ .offer = (char *)offer,
                             .spec = (char *)spec,
                             .name = (char *)name,
                             .quantity = 1,
                             .region = (char *)"cn-north-4",
                             .agreed = TRUE };
}

static char *
key_of (Engine *engine, const char *name)
{
  return engine_value (engine, "SELECT key FROM resource WHERE name = ?1 AND main_id IS NULL", name);
}

char *
metered_order (Engine *engine, const char *offer, const char *spec, const char *name, int bandwidth)
{
  TenurePlaceOrder order = form (offer, spec, name);

  order.pay_per_use = TRUE;
  order.bandwidth = bandwidth;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_ORDER, &order));
  return key_of (engine, name);
}

char *
metered_package (Engine *engine, const char *offer, const char *spec, const char *name, int months, const char *starts)
{
  TenurePlaceOrder order = form (offer, spec, name);
  g_autoptr (TenureOutcome) placed = NULL;

  order.months = months;
  if (starts != NULL)
    g_assert_true (tenure_time_parse (starts, 0, &order.starts, NULL));
  placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }));
  engine_pass (engine, 4);
  return key_of (engine, name);
}

gint64
metered_billed (Engine *engine, const char *column, const char *resource)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (sum (b.%s), 0) FROM bill b LEFT JOIN resource r ON r.id ="
                                          " b.resource_id WHERE b.type = 5 AND (?1 IS NULL OR r.key = ?1)",
                                          column);

  return engine_number_of (engine, sql, resource);
}

TenureMoney
metered_owed (Engine *engine)
{
  return -engine_number_of (engine, "SELECT coalesce (sum (balance), 0) FROM ledger WHERE name = 'arrears/demo'", NULL);
}

void
metered_top_up (Engine *engine, gint64 yuan)
{
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_TOP_UP, &(TenureTopUp){ .amount = yuan * TENURE_MONEY_ONE }));
}

void
metered_set_mode (Engine *engine, const char *resource, TenureMode mode)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE resource SET mode = '%s' WHERE key = '%s'", tenure_mode_name (mode), resource);

  engine_sql (engine, sql);
}

void
metered_grant (Engine *engine, const char *key, const char *kind, int yuan)
{
  gint64 face = yuan * TENURE_MONEY_ONE, expiry = engine->now + 3650 * TENURE_DAY_SECONDS;
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO coupon (account_id, key, name, kind, face, remaining, expiry, source, fetched_at) SELECT id, '%s',"
      " '%s', '%s', %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 'embedded', 0 FROM account"
      " WHERE key = 'demo';"
      "INSERT INTO event (due, kind, subject) SELECT expiry + 1, 'coupon', id FROM coupon WHERE expiry IS NOT NULL"
      " ON CONFLICT DO NOTHING;"
      "INSERT INTO ledger (name, balance) VALUES ('coupon/%s', %" G_GINT64_FORMAT ") ;"
      "INSERT INTO ledger (name, balance) VALUES ('issued', 0) ON CONFLICT DO NOTHING;"
      "UPDATE ledger SET balance = balance - %" G_GINT64_FORMAT " WHERE name = 'issued';"
      "INSERT INTO entry (at, kind) VALUES (0, 'grant');"
      "INSERT INTO posting SELECT (SELECT max (id) FROM entry), id, %" G_GINT64_FORMAT " FROM ledger WHERE name ="
      " 'coupon/%s';"
      "INSERT INTO posting SELECT (SELECT max (id) FROM entry), id, -%" G_GINT64_FORMAT " FROM ledger WHERE name ="
      " 'issued'",
      key, key, kind, face, face, expiry, key, face, face, face, key, face);

  engine_sql (engine, sql);
}
