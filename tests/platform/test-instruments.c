/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Discounts that orders are placed with, instruments chosen, granted, reclaimed and ended (rules 8.4, 8.7, 9). */
#include "engine.h"

#define START "2024-01-10 10:30:00"

static TenureTime
at (const char *text)
{
  TenureTime time;

  g_assert_true (tenure_time_parse (text, 0, &time, NULL));
  return time;
}

static char *
grant (Engine *engine, TenureCouponKind kind, gint64 yuan, gint64 permyriad, const char *expiry)
{
  TenureGrantCoupon wanted = { .account = (char *)"demo",
                               .name = (char *)"coupon",
                               .kind = kind,
                               .amount = yuan * TENURE_MONEY_ONE,
                               .permyriad = permyriad,
                               .expiry = expiry == NULL ? 0 : at (expiry) };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_COUPON, &wanted));
  return engine_value (engine, "SELECT key FROM coupon ORDER BY id DESC LIMIT 1", NULL);
}

static void
grant_discount (Engine *engine, gboolean promotion, gint64 permyriad, const char *service, const char *expiry)
{
  TenureGrantDiscount wanted = { .account = (char *)"demo",
                                 .name = (char *)"discount",
                                 .service = (char *)service,
                                 .promotion = promotion,
                                 .permyriad = permyriad,
                                 .expiry = expiry == NULL ? 0 : at (expiry) };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_DISCOUNT, &wanted));
}

/* A VPC costs ¥10.00 a month. */
static char *
place (Engine *engine, const char *offer, const char *name, gint64 months)
{
  const TenureOffer *sold = tenure_catalogue_find (engine->catalogue, offer);
  TenurePlaceOrder order = { .offer = (char *)offer,
                             .spec = (char *)sold->specs[0].key,
                             .region = (char *)"cn-north-4",
                             .name = (char *)name,
                             .months = months,
                             .quantity = 1,
                             .bandwidth = sold->by_bandwidth ? 5 : 0,
                             .agreed = TRUE };
  g_autoptr (TenureOutcome) placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);

  return g_strdup (engine_number (placed));
}

static TenureOutcome *
pay (Engine *engine, char *order)
{
  return engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = (char *[]){ order, NULL } });
}

static void
choose (Engine *engine, char *order, char *discount, char *voucher)
{
  tenure_outcome_unref (
      engine_do (engine, TENURE_COMMAND_CHOOSE_INSTRUMENTS,
                 &(TenureChooseInstruments){ .order = order, .discount = discount, .voucher = voucher }));
}

static void
assert_deadline (Engine *engine, const char *order, const char *wanted)
{
  engine_assert_time (engine_number_of (engine, "SELECT deadline FROM \"order\" WHERE key = ?1", order), wanted);
  engine_assert_time (engine_number_of (engine,
                                        "SELECT e.due FROM event e JOIN \"order\" o ON o.id = e.subject"
                                        " WHERE e.kind = 'lapse' AND o.key = ?1",
                                        order),
                      wanted);
}

#define LOCKED "SELECT coalesce (sum (l.amount), 0) FROM lock l JOIN coupon c ON c.id = l.coupon_id WHERE c.key = ?1"
#define HELD "SELECT count (*) FROM lock l JOIN coupon c ON c.id = l.coupon_id WHERE c.key = ?1"

/* --- Discounts -----------------------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *id;
  int commercial, promotion; /* permyriad, 0: none */
  const char *promotion_expiry, *commercial_expiry;
  const char *discount, *deadline, *kind;
} DiscountCase;

static const DiscountCase discounts[] = {
  { "none", 0, 0, NULL, NULL, "0.00", "2024-01-17 10:30:00", NULL },
  { "commercial", 9000, 0, NULL, NULL, "1.00", "2024-01-17 10:30:00", "commercial" },
  { "better promotion", 9000, 8000, NULL, NULL, "2.00", "2024-01-17 10:30:00", "promotion" },
  { "better commercial", 7000, 8000, NULL, NULL, "3.00", "2024-01-17 10:30:00", "commercial" },
  { "tie", 8000, 8000, "2024-01-12 00:00:00", NULL, "2.00", "2024-01-17 10:30:00", "commercial" },
  { "GP-34 promotion", 0, 8000, "2024-01-12 23:59:59", NULL, "2.00", "2024-01-12 23:59:59", "promotion" },
  { "promotion that ends later", 0, 8000, "2024-02-12 23:59:59", NULL, "2.00", "2024-01-17 10:30:00", "promotion" },
  { "8.4 commercial ends earlier", 9000, 0, NULL, "2024-01-12 23:59:59", "1.00", "2024-01-17 10:30:00", "commercial" },
};

static void
test_discount (gconstpointer data)
{
  const DiscountCase *wanted = data;
  g_autoptr (Engine) engine = engine_open (START, 100);
  g_autofree char *order = NULL, *kind = NULL;
  g_autoptr (TenureOutcome) paid = NULL;

  if (wanted->commercial != 0)
    grant_discount (engine, FALSE, wanted->commercial, NULL, wanted->commercial_expiry);
  if (wanted->promotion != 0)
    grant_discount (engine, TRUE, wanted->promotion, NULL, wanted->promotion_expiry);
  order = place (engine, "vpc", "net", 1);
  assert_deadline (engine, order, wanted->deadline);
  engine_assert_money (engine_number_of (engine, "SELECT discount FROM \"order\" WHERE key = ?1", order),
                       wanted->discount);
  kind = engine_value (engine, "SELECT d.kind FROM line l JOIN discount d ON d.id = l.discount_id", NULL);
  g_assert_cmpstr (kind, ==, wanted->kind);
  engine_check (engine);
  if (wanted->commercial_expiry != NULL)
    engine_go (engine, "2024-01-14 00:00:00"); /* it is fixed in the order and still applies */
  paid = pay (engine, order);
  engine_assert_money (engine_balance (engine) + engine_number_of (engine, "SELECT due FROM \"order\"", NULL),
                       "100.00");
  engine_assert_money (paid->plan->to_pay + engine_number_of (engine, "SELECT discount FROM \"order\"", NULL), "10.00");
  engine_pass (engine, 4);
  engine_check (engine);
}

/* Each line by its own service; the discount stays with its line when the whole is paid. */
static void
test_by_service (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *order = NULL;

  grant_discount (engine, FALSE, 5000, "evs", NULL);
  order = place (engine, "ecs", "web", 1);
  g_assert_cmpint (engine_number_of (engine, "SELECT discount FROM line WHERE service = 'ecs'", NULL), ==, 0);
  g_assert_cmpint (engine_number_of (engine, "SELECT discount * 2 - official FROM line WHERE service = 'evs'", NULL),
                   ==, 0);
  tenure_outcome_unref (pay (engine, order));
  engine_pass (engine, 4);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM line WHERE discount_id IS NOT NULL", NULL), ==, 1);
  g_assert_cmpint (engine_number_of (engine,
                                     "SELECT t.due * 2 - t.official FROM term t JOIN resource r ON r.id = t.resource_id"
                                     " WHERE r.service = 'evs'",
                                     NULL),
                   ==, 0);
  engine_check (engine);
}

/* Rules 6: by itself a promotion counts only when it was used before; a renewal by hand takes it at once. */
static void
test_renewals (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureSetMode automatic = { .resources = keys, .mode = TENURE_MODE_AUTO, .months = 1 };
  TenureRenew renew = { .resources = keys, .months = 1, .pay = TRUE };

  grant_discount (engine, TRUE, 8000, NULL, NULL);
  grant_discount (engine, FALSE, 9000, NULL, NULL);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &automatic));
  engine_go (engine, "2024-02-03 03:00:00");
  engine_assert_money (engine_number_of (engine, "SELECT due FROM \"order\" WHERE type = 2", NULL), "9.00");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &renew));
  engine_assert_money (engine_number_of (engine, "SELECT due FROM \"order\" ORDER BY id DESC LIMIT 1", NULL), "8.00");
  engine_go (engine, "2024-04-03 03:00:00");
  engine_assert_money (engine_number_of (engine, "SELECT due FROM \"order\" ORDER BY id DESC LIMIT 1", NULL), "8.00");
  engine_assert_money (engine_balance (engine), "965.00");
  engine_check (engine);
}

/* An automatic renewal takes the voucher with most left that may be used with what the order has. */
static void
test_auto_voucher (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureSetMode automatic = { .resources = keys, .mode = TENURE_MODE_AUTO, .months = 1 };
  TenureGrantCoupon small = {
    .account = (char *)"demo", .name = (char *)"may", .amount = 4 * TENURE_MONEY_ONE, .with_discount = TRUE
  };
  g_autofree char *large = grant (engine, TENURE_COUPON_VOUCHER, 50, 0, NULL);

  grant_discount (engine, FALSE, 9000, NULL, NULL);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_COUPON, &small));
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &automatic));
  engine_go (engine, "2024-02-03 03:00:00");
  engine_assert_money (engine_number_of (engine, "SELECT remaining FROM coupon WHERE key = ?1", large), "50.00");
  engine_assert_money (engine_number_of (engine, "SELECT voucher FROM \"order\" WHERE type = 2", NULL), "4.00");
  engine_assert_money (engine_number_of (engine, "SELECT cash FROM \"order\" WHERE type = 2", NULL), "5.00");
  engine_check (engine);
}

/* A promotion without refund marks what is bought with it. */
static void
test_promotion_marks (void)
{
  g_autoptr (Engine) engine = engine_open (START, 100);
  TenureGrantDiscount wanted = {
    .account = (char *)"demo", .name = (char *)"d", .promotion = TRUE, .no_refund = TRUE, .permyriad = 5000
  };
  g_autofree char *order = NULL;

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_DISCOUNT, &wanted));
  order = place (engine, "vpc", "net", 1);
  g_assert_cmpint (engine_number_of (engine, "SELECT promotion FROM \"order\" WHERE key = ?1", order), ==, 1);
  wanted.promotion = FALSE;
  engine_refused (engine, TENURE_COMMAND_GRANT_DISCOUNT, &wanted, "grant.no-refund");
}

/* --- Choosing ------------------------------------------------------------------------------------------------------
 */

/* Voucher 100, order A locks what it would take: the rest is free for B; each way of ending A frees it. */
static void
test_gp_42 (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *voucher = grant (engine, TENURE_COUPON_VOUCHER, 100, 0, NULL);
  g_autofree char *a = place (engine, "vpc", "a", 2), *b = place (engine, "vpc", "b", 9);
  g_autofree char *c = place (engine, "vpc", "c", 3);
  g_autoptr (TenureOutcome) paid = NULL;

  choose (engine, a, NULL, voucher);
  engine_assert_money (engine_number_of (engine, LOCKED, voucher), "20.00");
  choose (engine, b, NULL, voucher);
  engine_assert_money (engine_number_of (engine, LOCKED, voucher), "100.00"); /* 80 of B's 90 */
  engine_refused (engine, TENURE_COMMAND_CHOOSE_INSTRUMENTS,
                  &(TenureChooseInstruments){ .order = c, .voucher = voucher }, "pay.coupon-locked");
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = (char *[]){ c, NULL }, .voucher = voucher },
                  "pay.coupon-locked");
  engine_check (engine);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = (char *[]){ a, NULL } }));
  engine_assert_money (engine_number_of (engine, LOCKED, voucher), "80.00");
  choose (engine, b, NULL, NULL); /* none: freed */
  engine_assert_money (engine_number_of (engine, LOCKED, voucher), "0.00");
  choose (engine, b, NULL, voucher);
  paid = pay (engine, b); /* with what was chosen */
  engine_assert_money (paid->plan->to_pay, "0.00");
  engine_assert_money (engine_number_of (engine, "SELECT remaining FROM coupon", NULL), "10.00");
  engine_assert_money (engine_number_of (engine, LOCKED, voucher), "0.00");
  choose (engine, c, NULL, voucher);
  engine_assert_money (engine_number_of (engine, LOCKED, voucher), "10.00");
  engine_go (engine, "2024-01-17 10:30:00"); /* C lapses */
  g_assert_cmpint (engine_number_of (engine, HELD, voucher), ==, 0);
  engine_check (engine);
}

/* Two orders that each hold a part are paid together, each with its own part. */
static void
test_merged (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *voucher = grant (engine, TENURE_COUPON_VOUCHER, 25, 0, NULL);
  g_autofree char *discount = grant (engine, TENURE_COUPON_DISCOUNT, 0, 8000, NULL);
  g_autofree char *a = place (engine, "vpc", "a", 2), *b = place (engine, "vpc", "b", 3),
                  *c = place (engine, "vpc", "c", 5);
  char *orders[] = { a, b, c, NULL };
  g_autoptr (TenureOutcome) paid = NULL;

  choose (engine, a, NULL, voucher);
  choose (engine, b, NULL, voucher);
  choose (engine, c, discount, NULL);
  paid = engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = orders });
  engine_assert_money (engine_balance (engine), "935.00"); /* 0 + 25 + 40 */
  engine_assert_money (engine_number_of (engine, "SELECT voucher FROM \"order\" WHERE key = ?1", b), "5.00");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM lock", NULL), ==, 0);
  engine_pass (engine, 4);
  engine_check (engine);
}

static void
test_gp_34 (void)
{
  g_autoptr (Engine) engine = engine_open ("2018-11-26 23:12:32", 1000);
  g_autofree char *discount = grant (engine, TENURE_COUPON_DISCOUNT, 0, 8000, "2018-11-30 23:59:59");
  g_autofree char *order = place (engine, "vpc", "net", 1);

  assert_deadline (engine, order, "2018-12-03 23:12:32"); /* GP-33 */
  choose (engine, order, discount, NULL);
  assert_deadline (engine, order, "2018-11-30 23:59:59");
  choose (engine, order, NULL, NULL);
  assert_deadline (engine, order, "2018-12-03 23:12:32");
  choose (engine, order, discount, NULL);
  engine_check (engine);
  engine_go (engine, "2018-12-01 00:00:00");
  g_assert_cmpint (engine_number_of (engine, HELD, discount), ==, 0);
  g_assert_cmpint (engine_number_of (engine, "SELECT status = 'cancelled' FROM \"order\"", NULL), ==, 1);
  g_assert_cmpint (engine_number_of (engine, "SELECT lost = 0 FROM coupon", NULL), ==, 1);
  engine_check (engine);
}

/* A coupon takes the place of the discount that the order was placed with; without it that one is there again. */
static void
test_coupon_instead (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *discount = grant (engine, TENURE_COUPON_DISCOUNT, 0, 7000, NULL), *order = NULL;
  g_autoptr (TenureOutcome) paid = NULL;

  grant_discount (engine, TRUE, 8000, NULL, "2024-01-12 23:59:59");
  order = place (engine, "vpc", "net", 1);
  assert_deadline (engine, order, "2024-01-12 23:59:59");
  choose (engine, order, discount, NULL);
  assert_deadline (engine, order, "2024-01-17 10:30:00"); /* the promotion counts no longer */
  choose (engine, order, NULL, NULL);
  assert_deadline (engine, order, "2024-01-12 23:59:59");
  choose (engine, order, discount, NULL);
  paid = pay (engine, order);
  engine_assert_money (paid->plan->to_pay, "7.00");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM line WHERE discount_id IS NOT NULL", NULL), ==, 0);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM coupon WHERE used_order_id IS NOT NULL", NULL), ==,
                   1);
  engine_pass (engine, 4);
  engine_check (engine);
}

static void
test_choose_refusals (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *voucher = grant (engine, TENURE_COUPON_VOUCHER, 100, 0, NULL);
  g_autofree char *discount = grant (engine, TENURE_COUPON_DISCOUNT, 0, 8000, NULL);
  g_autofree char *one = engine_buy (engine, "vpc", "one", 1), *two = engine_buy (engine, "vpc", "two", 1);
  g_auto (GStrv) keys = engine_strv (one, two, NULL);
  g_autofree char *paid = engine_value (engine, "SELECT key FROM \"order\" LIMIT 1", NULL), *child = NULL,
                  *order = NULL;

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = keys, .months = 1 }));
  child = engine_value (engine, "SELECT key FROM \"order\" WHERE parent_id IS NOT NULL LIMIT 1", NULL);
  order = engine_value (engine, "SELECT key FROM \"order\" WHERE composite", NULL);
  engine_refused (engine, TENURE_COMMAND_CHOOSE_INSTRUMENTS,
                  &(TenureChooseInstruments){ .order = paid, .voucher = voucher }, "choose.status");
  engine_refused (engine, TENURE_COMMAND_CHOOSE_INSTRUMENTS,
                  &(TenureChooseInstruments){ .order = child, .voucher = voucher }, "order.child");
  engine_refused (engine, TENURE_COMMAND_CHOOSE_INSTRUMENTS,
                  &(TenureChooseInstruments){ .order = order, .voucher = discount }, "pay.coupon-other-kind");
  engine_refused (engine, TENURE_COMMAND_CHOOSE_INSTRUMENTS,
                  &(TenureChooseInstruments){ .order = order, .voucher = voucher, .discount = discount },
                  "pay.voucher-discount");
  choose (engine, order, NULL, voucher); /* a composite order holds as a whole */
  engine_assert_money (engine_number_of (engine, LOCKED, voucher), "20.00");
  engine_check (engine);
}

/* --- Instruments' own lives ----------------------------------------------------------------------------------------
 */

static void
test_expiry (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *voucher = grant (engine, TENURE_COUPON_VOUCHER, 100, 0, "2024-01-12 23:59:59");
  g_autofree char *order = place (engine, "vpc", "net", 3);
  g_autoptr (TenureOutcome) paid = NULL;

  choose (engine, order, NULL, voucher);
  engine_go (engine, "2024-01-12 23:59:59");
  engine_assert_money (engine_number_of (engine, LOCKED, voucher), "30.00");
  engine_go (engine, "2024-01-13 00:00:00");
  g_assert_cmpint (engine_number_of (engine, HELD, voucher), ==, 0);
  engine_assert_money (engine_number_of (engine, "SELECT remaining FROM coupon", NULL), "0.00");
  engine_assert_money (engine_number_of (engine, "SELECT lost FROM coupon", NULL), "100.00");
  engine_assert_money (engine_number_of (engine,
                                         "SELECT -sum (p.amount) FROM posting p JOIN entry e ON e.id = p.entry_id"
                                         " JOIN ledger l ON l.id = p.ledger_id WHERE e.kind = 'expiry'"
                                         " AND l.name GLOB 'coupon/*'",
                                         NULL),
                       "100.00");
  engine_check (engine);
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = (char *[]){ order, NULL }, .voucher = voucher },
                  "pay.coupon-expired");
  paid = pay (engine, order); /* the balance alone */
  engine_assert_money (paid->plan->to_pay, "30.00");
}

static void
test_reclaim (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *voucher = grant (engine, TENURE_COUPON_VOUCHER, 100, 0, "2025-01-12 23:59:59");
  g_autofree char *discount = grant (engine, TENURE_COUPON_DISCOUNT, 0, 8000, "2024-01-11 23:59:59");
  g_autofree char *one = place (engine, "vpc", "one", 3), *two = place (engine, "vpc", "two", 3);
  TenureReclaimCoupon reclaim = { (char *)"demo", voucher };

  choose (engine, one, NULL, voucher);
  choose (engine, two, discount, NULL);
  assert_deadline (engine, two, "2024-01-11 23:59:59");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RECLAIM_COUPON, &reclaim));
  engine_assert_money (engine_number_of (engine, "SELECT lost FROM coupon WHERE key = ?1", voucher), "100.00");
  g_assert_cmpint (engine_number_of (engine, HELD, voucher), ==, 0);
  engine_refused (engine, TENURE_COMMAND_RECLAIM_COUPON, &reclaim, "pay.coupon-reclaimed");
  engine_refused (engine, TENURE_COMMAND_CHOOSE_INSTRUMENTS,
                  &(TenureChooseInstruments){ .order = one, .voucher = voucher }, "pay.coupon-reclaimed");
  reclaim.coupon = discount;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RECLAIM_COUPON, &reclaim));
  assert_deadline (engine, two, "2024-01-17 10:30:00");
  reclaim.coupon = (char *)"nothing";
  engine_refused (engine, TENURE_COMMAND_RECLAIM_COUPON, &reclaim, "pay.unknown-coupon");
  engine_check (engine);
}

/* What was paid with a voucher that was reclaimed since does not come back to it. */
static void
test_reclaimed_refund (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *voucher = grant (engine, TENURE_COUPON_VOUCHER, 4, 0, NULL);
  g_autofree char *second = grant (engine, TENURE_COUPON_VOUCHER, 100, 0, NULL);
  g_autofree char *order = place (engine, "vpc", "net", 1), *key = NULL;
  g_auto (GStrv) keys = NULL;
  TenureReclaimCoupon reclaim = { (char *)"demo", second };
  TenureUnsubscribe give = { .agreed = TRUE };
  g_autoptr (TenureOutcome) done = NULL;

  choose (engine, order, NULL, second);
  tenure_outcome_unref (pay (engine, order));
  engine_pass (engine, 4);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RECLAIM_COUPON, &reclaim));
  key = engine_value (engine, "SELECT key FROM resource", NULL);
  keys = engine_strv (key, NULL);
  give.resources = keys;
  engine_pass (engine, 60);
  done = engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &give);
  engine_assert_money (done->plan->voucher_return, "0.00");
  engine_pass (engine, 48 * TENURE_HOUR_SECONDS);
  engine_assert_money (engine_number_of (engine, "SELECT remaining FROM coupon WHERE key = ?1", second), "0.00");
  engine_assert_money (engine_number_of (engine, "SELECT lost FROM coupon WHERE key = ?1", second), "90.00");
  reclaim.coupon = voucher;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RECLAIM_COUPON, &reclaim));
  engine_check (engine);
}

static void
test_activate (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  TenureGrantCoupon wanted = { .account = (char *)"demo",
                               .name = (char *)"offline",
                               .amount = 5 * TENURE_MONEY_ONE,
                               .inactive = TRUE,
                               .expiry = at ("2024-01-20 23:59:59") };
  g_autofree char *voucher = NULL, *order = place (engine, "vpc", "net", 1);
  TenureActivateCoupon activate = { 0 };

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_COUPON, &wanted));
  voucher = engine_value (engine, "SELECT key FROM coupon", NULL);
  activate.coupon = voucher;
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = (char *[]){ order, NULL }, .voucher = voucher },
                  "pay.coupon-inactive");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_ACTIVATE_COUPON, &activate));
  engine_refused (engine, TENURE_COMMAND_ACTIVATE_COUPON, &activate, "activate.state");
  choose (engine, order, NULL, voucher);
  engine_check (engine);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_COUPON, &wanted));
  activate.coupon = (char *)"demo-voucher-2";
  engine_go (engine, "2024-01-21 00:00:00");
  engine_refused (engine, TENURE_COMMAND_ACTIVATE_COUPON, &activate, "pay.coupon-expired");
  engine_check (engine);
}

/* Limits are kept as granted; what makes no sense is not granted. A card is valid for 36 months (rules 9). */
static void
test_grants (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  TenureGrantCoupon wanted = {
    .account = (char *)"demo", .name = (char *)"g", .kind = TENURE_COUPON_VOUCHER, .amount = TENURE_MONEY_ONE
  };
  static const struct
  {
    TenureGrantCoupon change;
    const char *rule;
  } bad[] = {
    { { .kind = TENURE_COUPON_DISCOUNT }, "grant.no-rate" },
    { { .kind = TENURE_COUPON_FLEXI, .permyriad = 1 }, "grant.no-amount" },
    { { .amount = TENURE_MONEY_ONE, .service = (char *)"moon" }, "grant.service" },
    { { .amount = TENURE_MONEY_ONE, .region = (char *)"moon" }, "order.region" },
    { { .amount = TENURE_MONEY_ONE, .expiry = 1 }, "grant.expired" },
    { { .amount = TENURE_MONEY_ONE, .order_type = TENURE_TYPE_UNSUBSCRIBE }, "grant.order-type" },
    { { .amount = TENURE_MONEY_ONE, .order_type = 7 }, "grant.order-type" },
  };
  g_autofree char *card = grant (engine, TENURE_COUPON_CARD, 50, 0, NULL), *limits = NULL;

  engine_assert_time (engine_number_of (engine, "SELECT expiry FROM coupon", NULL), "2027-01-10 23:59:59");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      TenureGrantCoupon change = bad[i].change;
      change.account = wanted.account;
      change.name = wanted.name;
      engine_refused (engine, TENURE_COMMAND_GRANT_COUPON, &change, bad[i].rule);
    }
  wanted.service = (char *)"vpc";
  wanted.region = (char *)"cn-north-4";
  wanted.order_type = TENURE_TYPE_RENEWAL;
  wanted.charging = 1 + TENURE_CHARGING_PERIOD;
  wanted.threshold = 7 * TENURE_MONEY_ONE;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_COUPON, &wanted));
  limits = engine_value (engine,
                         "SELECT service || region || order_type || charging || threshold FROM coupon"
                         " WHERE kind = 'voucher'",
                         NULL);
  g_assert_cmpstr (limits, ==, "vpccn-north-42period700000000");
  g_assert_nonnull (card);
  engine_check (engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (discounts); i++)
    {
      g_autofree char *path = g_strconcat ("/instruments/discount/", discounts[i].id, NULL);
      g_test_add_data_func (path, &discounts[i], test_discount);
    }
  g_test_add_func ("/instruments/by-service", test_by_service);
  g_test_add_func ("/instruments/renewals", test_renewals);
  g_test_add_func ("/instruments/auto-voucher", test_auto_voucher);
  g_test_add_func ("/instruments/promotion-marks", test_promotion_marks);
  g_test_add_func ("/instruments/GP-42", test_gp_42);
  g_test_add_func ("/instruments/merged", test_merged);
  g_test_add_func ("/instruments/GP-34", test_gp_34);
  g_test_add_func ("/instruments/coupon-instead", test_coupon_instead);
  g_test_add_func ("/instruments/choose-refusals", test_choose_refusals);
  g_test_add_func ("/instruments/expiry", test_expiry);
  g_test_add_func ("/instruments/reclaim", test_reclaim);
  g_test_add_func ("/instruments/reclaimed-refund", test_reclaimed_refund);
  g_test_add_func ("/instruments/activate", test_activate);
  g_test_add_func ("/instruments/grants", test_grants);
  return g_test_run ();
}
