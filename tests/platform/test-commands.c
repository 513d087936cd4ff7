/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Top up, order, pay, cancel, modes and settings: what they do, and each of their refusals. */
#include "engine.h"

static TenurePlaceOrder
ecs (const char *name)
{
  return (TenurePlaceOrder){ .offer = (char *)"ecs",
                             .spec = (char *)"s6.small.1",
                             .region = (char *)"cn-north-4",
                             .name = (char *)name,
                             .months = 1,
                             .quantity = 1,
                             .agreed = TRUE };
}

static TenurePlaceOrder
eip (const char *name, gint64 bandwidth)
{
  return (TenurePlaceOrder){ .offer = (char *)"eip",
                             .spec = (char *)"5_bgp",
                             .region = (char *)"cn-north-4",
                             .name = (char *)name,
                             .bandwidth = bandwidth,
                             .months = 1,
                             .quantity = 1,
                             .agreed = TRUE };
}

/* A1-10: 5 Mbit/s for a month cost ¥115.00; GP-33: seven days to pay; A1-14: delivered 4 seconds after payment. */
static void
test_trip (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  TenurePlaceOrder order = eip ("web-ip", 5);
  g_autoptr (TenureOutcome) placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);
  g_auto (GStrv) numbers = g_strdupv (placed->orders);
  g_autoptr (TenureOutcome) paid = NULL;
  g_autofree char *status = NULL;
  g_autofree char *resource = NULL;

  engine_assert_money (placed->plan->to_pay, "115.00");
  g_assert_cmpuint (strlen (numbers[0]), ==, 17);
  g_assert_true (g_str_has_prefix (numbers[0], "LX2401101030"));
  engine_assert_time (engine_number_of (engine, "SELECT deadline FROM \"order\" WHERE key = ?1", numbers[0]),
                      "2024-01-17 10:30:00");
  paid = engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = numbers });
  engine_assert_money (engine_balance (engine), "885.00");
  engine_assert_money (paid->plan->balance_after, "885.00");
  engine_pass (engine, 3);
  status = engine_value (engine, "SELECT status FROM \"order\" WHERE key = ?1", numbers[0]);
  g_assert_cmpstr (status, ==, "processing");
  engine_pass (engine, 1);
  resource = engine_value (engine, "SELECT key FROM resource WHERE name = ?1", "web-ip");
  engine_assert_expiry (engine, resource, "2024-02-10 23:59:59");
  engine_check (engine);
}

static void
test_parts_and_quantity (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-31 10:30:00", 100000);
  TenurePlaceOrder order = ecs ("app");
  g_autoptr (TenureOutcome) placed = NULL;
  g_autoptr (TenureOutcome) paid = NULL;

  order.quantity = 3;
  order.months = 12;
  order.auto_renew = TRUE;
  placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);
  g_assert_cmpuint (placed->plan->items->len, ==, 6);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM line", NULL), ==, 6);
  paid = engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders });
  engine_pass (engine, 4);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE main_id IS NOT NULL", NULL), ==, 3);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE mode = 'auto'", NULL), ==, 3);
  g_assert_cmpint (engine_number_of (engine, "SELECT sum (t.due) = (SELECT due FROM \"order\") FROM term t", NULL), ==,
                   1);
  engine_check (engine);
}

typedef void (*Spoil) (TenurePlaceOrder *order);

static void
spoil_agreed (TenurePlaceOrder *order)
{
  order->agreed = FALSE;
}
static void
spoil_offer (TenurePlaceOrder *order)
{
  order->offer = (char *)"abacus";
}
static void
spoil_spec (TenurePlaceOrder *order)
{
  order->spec = (char *)"s9.huge";
}
static void
spoil_region (TenurePlaceOrder *order)
{
  order->region = (char *)"moon-1";
}
static void
spoil_months (TenurePlaceOrder *order)
{
  order->months = 10;
}
static void
spoil_disk (TenurePlaceOrder *order)
{
  order->disk_gib = 1;
}
static void
spoil_bandwidth (TenurePlaceOrder *order)
{
  *order = eip ("ip", 0);
}

static const struct
{
  const char *rule;
  Spoil spoil;
} order_refusals[] = {
  { "order.not-agreed", spoil_agreed }, { "order.unknown-offer", spoil_offer }, { "order.unknown-spec", spoil_spec },
  { "order.region", spoil_region },     { "order.duration", spoil_months },     { "order.out-of-range", spoil_disk },
  { "order.no-size", spoil_bandwidth },
};

static void
test_order_refusals (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 0);

  for (guint i = 0; i < G_N_ELEMENTS (order_refusals); i++)
    {
      TenurePlaceOrder order = ecs ("app");
      order_refusals[i].spoil (&order);
      engine_refused (engine, TENURE_COMMAND_ORDER, &order, order_refusals[i].rule);
    }
}

/* Rules 8.5: what is not payable is left out with its reason, the rest goes on; too little for all is for none. */
static void
test_merged_payment (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 200);
  TenurePlaceOrder first = eip ("one", 5), second = eip ("two", 5);
  g_autoptr (TenureOutcome) one = engine_do (engine, TENURE_COMMAND_ORDER, &first);
  g_autoptr (TenureOutcome) two = engine_do (engine, TENURE_COMMAND_ORDER, &second);
  g_auto (GStrv) both = engine_strv (engine_number (one), engine_number (two), NULL);
  g_autoptr (TenureOutcome) cancelled = NULL;
  g_autoptr (TenureOutcome) paid = NULL;

  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = both }, "pay.balance-short");
  cancelled = engine_do (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = one->orders });
  engine_refused (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = one->orders }, "cancel.status");
  paid = engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = both });
  g_assert_cmpstr (engine_item_rule (paid->plan, 0), ==, "pay.changed");
  g_assert_null (engine_item_rule (paid->plan, 1));
  engine_assert_money (engine_balance (engine), "85.00");
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = two->orders }, "pay.changed");
  engine_refused (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = two->orders }, "cancel.status");
  engine_check (engine);
}

/* Rules 8.7, 9: 八折 lowers the price, a stored-value card pays a part, the balance the rest; a discount coupon is used
 * once. */
static void
test_instruments (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  TenurePlaceOrder first = ecs ("one"), second = ecs ("two");
  g_auto (GStrv) cards = engine_strv ("K1", NULL);
  g_autoptr (TenureOutcome) one = NULL;
  g_autoptr (TenureOutcome) two = NULL;
  g_autoptr (TenureOutcome) paid = NULL;

  engine_sql (engine, "INSERT INTO coupon (account_id, key, name, kind, permyriad, source, fetched_at)"
                      " VALUES (1, 'D1', '八折', 'discount', 8000, 'embedded', 0);"
                      "INSERT INTO coupon (account_id, key, name, kind, face, remaining, source, fetched_at)"
                      " VALUES (1, 'K1', '储值卡', 'card', 1000000000, 1000000000, 'embedded', 0);"
                      "INSERT INTO ledger (name, balance) VALUES ('issued', -1000000000), ('coupon/K1', 1000000000);"
                      "INSERT INTO entry (at, kind) VALUES (0, 'grant');"
                      "INSERT INTO posting SELECT (SELECT max (id) FROM entry), id, balance FROM ledger"
                      " WHERE name IN ('issued', 'coupon/K1')");
  one = engine_do (engine, TENURE_COMMAND_ORDER, &first);
  two = engine_do (engine, TENURE_COMMAND_ORDER, &second);
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = two->orders, .discount = (char *)"D2" },
                  "pay.unknown-coupon");
  paid = engine_do (engine, TENURE_COMMAND_PAY,
                    &(TenurePay){ .orders = one->orders, .discount = (char *)"D1", .card = cards });
  /* 62.00 at 80 % is 49.60, 10.00 of it from the card; the disk's share is in proportion. */
  engine_assert_money (engine_balance (engine), "960.40");
  engine_assert_money (paid->plan->to_pay, "49.60");
  g_assert_cmpint (engine_number_of (engine, "SELECT remaining FROM coupon WHERE key = 'K1'", NULL), ==, 0);
  engine_pass (engine, 4);
  g_assert_cmpint (engine_number_of (engine, "SELECT min (cash + card = due AND card > 0) FROM term", NULL), ==, 1);
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = two->orders, .discount = (char *)"D1" },
                  "pay.coupon-used");
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = two->orders, .card = cards }, "pay.coupon-used");
  engine_check (engine);
}

/* A2-08: more than the limit is refused whole, never cut. */
static void
test_limits (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 100000);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  for (guint i = 0; i < 31; i++)
    {
      g_autofree char *name = g_strdup_printf ("ip-%u", i);
      TenurePlaceOrder order = eip (name, 1);
      g_autoptr (TenureOutcome) placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);
      g_strv_builder_add (builder, engine_number (placed));
    }
  numbers = g_strv_builder_end (builder);
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = numbers }, "command.too-many");
  engine_refused (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = numbers }, "command.too-many");
  g_clear_pointer (&numbers[30], g_free);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = numbers }));
  engine_check (engine);
}

/* A lapse not settled yet counts as lapsed (GP-33). */
static void
test_lapsed (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  TenurePlaceOrder order = eip ("late", 5);
  g_autoptr (TenureOutcome) placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);
  g_autofree char *status = NULL;

  engine->now += 7 * TENURE_DAY_SECONDS;
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }, "pay.lapsed");
  engine_refused (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = placed->orders }, "cancel.status");
  engine_pass (engine, 0);
  status = engine_value (engine, "SELECT status FROM \"order\"", NULL);
  g_assert_cmpstr (status, ==, "cancelled");
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }, "pay.lapsed");
  engine_check (engine);
}

/* A1-22, GD-52, GD-55: modes go both ways; what is left of the times is kept unless reset. */
static void
test_modes (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 10000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureSetMode set = { .resources = keys, .mode = TENURE_MODE_MANUAL };
  g_autofree char *left = NULL;

  engine_refused (engine, TENURE_COMMAND_SET_MODE, &set, "set-mode.same");
  set = (TenureSetMode){ .resources = keys, .mode = TENURE_MODE_AUTO };
  engine_refused (engine, TENURE_COMMAND_SET_MODE, &set, "set-mode.no-period");
  set.months = 11;
  engine_refused (engine, TENURE_COMMAND_SET_MODE, &set, "renew.duration");
  set.months = 3;
  set.times = 2;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &set));
  set.months = 1;
  set.times = 9;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &set));
  left = engine_value (engine, "SELECT auto_months || '/' || auto_left FROM resource WHERE key = ?1", key);
  g_assert_cmpstr (left, ==, "1/2");
  set.reset_times = TRUE;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &set));
  g_assert_cmpint (engine_number_of (engine, "SELECT auto_left FROM resource WHERE key = ?1", key), ==, 9);
  engine_assert_time (engine_number_of (engine, "SELECT due FROM event WHERE kind = 'auto-renew'", NULL),
                      "2024-02-03 03:00:00");
  set.mode = TENURE_MODE_MANUAL;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &set));
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM event WHERE kind = 'auto-renew'", NULL), ==, 0);
  engine->now += 32 * TENURE_DAY_SECONDS;
  set.mode = TENURE_MODE_AUTO;
  engine_refused (engine, TENURE_COMMAND_SET_MODE, &set, "set-mode.expired");
  engine_check (engine);
}

/* A1-23, A2-15: the deduction day moves the attempts that are still to come. */
static void
test_settings (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 10000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureSetMode automatic = { .resources = keys, .mode = TENURE_MODE_AUTO, .months = 1 };
  TenureSetDeductionDay day = { .days = 3 };
  g_autoptr (TenureOutcome) moved = NULL;

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &automatic));
  engine_refused (engine, TENURE_COMMAND_SET_DEDUCTION_DAY, &day, "set-deduction-day.not-agreed");
  day = (TenureSetDeductionDay){ .days = 1, .agreed = TRUE };
  engine_refused (engine, TENURE_COMMAND_SET_DEDUCTION_DAY, &day, "set-deduction-day.range");
  day.days = 3;
  moved = engine_do (engine, TENURE_COMMAND_SET_DEDUCTION_DAY, &day);
  g_assert_cmpuint (moved->plan->items->len, ==, 2);
  g_assert_cmpstr (((TenurePlanItem *)moved->plan->items->pdata[1])->new_value, ==, "2024-02-07 03:00:00");
  engine_assert_time (engine_number_of (engine, "SELECT due FROM event WHERE kind = 'auto-renew'", NULL),
                      "2024-02-07 03:00:00");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_UNIFIED_DAY, &(TenureSetUnifiedDay){ .day = -1 }));
  g_assert_cmpint (engine_number_of (engine, "SELECT unified_day FROM account", NULL), ==, -1);
  engine_check (engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands/trip", test_trip);
  g_test_add_func ("/commands/parts-and-quantity", test_parts_and_quantity);
  g_test_add_func ("/commands/order-refusals", test_order_refusals);
  g_test_add_func ("/commands/GP-36-merged-payment", test_merged_payment);
  g_test_add_func ("/commands/GD-59-instruments", test_instruments);
  g_test_add_func ("/commands/A2-08-limits", test_limits);
  g_test_add_func ("/commands/GP-33-lapsed", test_lapsed);
  g_test_add_func ("/commands/A1-22-modes", test_modes);
  g_test_add_func ("/commands/A2-15-settings", test_settings);
  return g_test_run ();
}
