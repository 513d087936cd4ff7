/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer's powers (A1-15, A1-20): orders in review and on behalf, freezes, offers withdrawn, marks. */
#include "engine.h"

#define START "2024-01-10 10:30:00"

static void
approve_offer (Engine *engine, const char *key)
{
  TenureOffer *offer = (TenureOffer *)tenure_catalogue_find (engine->catalogue, key);

  offer->needs_approval = TRUE; /* of the test's own catalogue */
}

static TenurePlaceOrder
form (Engine *engine, const char *offer, const char *name, gint64 months)
{
  const TenureOffer *sold = tenure_catalogue_find (engine->catalogue, offer);

  return (TenurePlaceOrder){ .offer = (char *)offer,
                             .spec = (char *)sold->specs[0].key,
                             .region = (char *)"cn-north-4",
                             .name = (char *)name,
                             .months = months,
                             .quantity = 1,
                             .bandwidth = sold->by_bandwidth ? 5 : 0,
                             .agreed = TRUE };
}

static char *
place (Engine *engine, const char *offer)
{
  TenurePlaceOrder order = form (engine, offer, offer, 1);
  g_autoptr (TenureOutcome) placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);

  return g_strdup (engine_number (placed));
}

static void
assert_status (Engine *engine, const char *order, const char *wanted)
{
  g_autofree char *status = engine_value (engine, "SELECT status FROM \"order\" WHERE key = ?1", order);

  g_assert_cmpstr (status, ==, wanted);
}

static void
assert_told (Engine *engine, const char *template, guint n)
{
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM message WHERE template = ?1", template), ==, n);
}

static void
give_contact (Engine *engine)
{
  engine_sql (engine, "UPDATE account SET phone = '13800000000', email = 'a@example.com'");
}

static TenureOutcome *
decide (Engine *engine, char **orders, gboolean approve, const char *reason)
{
  TenureDecideOrder wanted = { .orders = orders, .approve = approve, .reason = (char *)reason };

  return engine_do (engine, TENURE_COMMAND_DECIDE_ORDER, &wanted);
}

/* --- Purchases -----------------------------------------------------------------------------------------------------
 */

static void
test_purchases (void)
{
  g_autoptr (Engine) engine = engine_open (START, 100);
  g_autofree char *yes = NULL, *no = NULL, *reason = NULL;
  char *orders[] = { NULL, NULL };
  TenureDecideOrder wordless = { .orders = orders };

  approve_offer (engine, "vpc");
  give_contact (engine);
  yes = place (engine, "vpc");
  no = place (engine, "vpc");
  assert_status (engine, yes, "review");
  orders[0] = yes;
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = orders }, "pay.review"); /* GP-38 */
  engine_refused (engine, TENURE_COMMAND_DECIDE_ORDER, &wordless, "review.no-reason");
  engine_go (engine, "2024-01-20 10:30:00"); /* it does not lapse while it is looked at */
  assert_status (engine, yes, "review");
  tenure_outcome_unref (decide (engine, orders, TRUE, NULL));
  assert_status (engine, yes, "unpaid");
  assert_told (engine, "order.approved", 2); /* SMS and mail */
  engine_assert_time (engine_number_of (engine, "SELECT deadline FROM \"order\" WHERE key = ?1", yes),
                      "2024-01-27 10:30:00");
  engine_refused (engine, TENURE_COMMAND_DECIDE_ORDER, &(TenureDecideOrder){ .orders = orders, .approve = TRUE },
                  "review.status");
  orders[0] = no;
  tenure_outcome_unref (decide (engine, orders, FALSE, "not budgeted"));
  assert_status (engine, no, "cancelled");
  reason = engine_value (engine, "SELECT verdict FROM \"order\" WHERE key = ?1", no);
  g_assert_cmpstr (reason, ==, "not budgeted");
  assert_told (engine, "order.rejected", 2);
  engine_check (engine);
  engine_go (engine, "2024-01-27 10:30:00");
  assert_status (engine, yes, "cancelled");
  engine_check (engine);
}

/* --- Refunds -------------------------------------------------------------------------------------------------------
 */

/* A large refund: the resources are held while it is looked at. */
static char **
ask_back (Engine *engine, char ***resources, gint64 quantity)
{
  TenurePlaceOrder order = form (engine, "rds-enterprise", "db", 36);
  g_autoptr (TenureOutcome) placed = NULL, asked = NULL;
  g_autofree char *first = NULL;
  TenureUnsubscribe give = { .agreed = TRUE };

  order.quantity = quantity;
  placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }));
  engine_pass (engine, 4);
  first = engine_value (engine, "SELECT group_concat (key, ',') FROM resource WHERE main_id IS NULL", NULL);
  *resources = g_strsplit (first, ",", -1);
  give.resources = *resources;
  asked = engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &give);
  g_assert_true (asked->plan->review);
  return g_strdupv (asked->orders);
}

static void
test_refund_approved (gconstpointer data)
{
  gint64 quantity = GPOINTER_TO_INT (data);
  g_autoptr (Engine) engine = engine_open (START, 10000000);
  g_auto (GStrv) resources = NULL, numbers = NULL;
  char *orders[] = { NULL, NULL };
  TenureMoney before;
  g_autoptr (TenureOutcome) done = NULL;

  give_contact (engine);
  numbers = ask_back (engine, &resources, quantity);
  orders[0] = numbers[0];
  before = engine_balance (engine);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE status = 'active'", NULL), ==,
                   engine_number_of (engine, "SELECT count (*) FROM resource", NULL));
  engine_check (engine);
  engine_pass (engine, 3600);
  done = decide (engine, orders, TRUE, NULL);
  assert_status (engine, orders[0], "refunding");
  g_assert_cmpint (done->plan->to_return, >, 50000 * TENURE_MONEY_ONE);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE status <> 'unsubscribed'", NULL), ==,
                   0);
  g_assert_cmpint (engine_number_of (engine, "SELECT sum (used) FROM quota", NULL), ==, quantity);
  assert_told (engine, "refund.approved", 2);
  engine_check (engine);
  engine_pass (engine, 48 * TENURE_HOUR_SECONDS);
  assert_status (engine, orders[0], "completed");
  g_assert_cmpint (engine_balance (engine) - before, ==, done->plan->to_return);
  engine_check (engine);
}

static void
test_refund_rejected (gconstpointer data)
{
  g_autoptr (Engine) engine = engine_open (START, 10000000);
  g_auto (GStrv) resources = NULL, numbers = NULL, again = NULL;
  char *orders[] = { NULL, NULL };
  TenureUnsubscribe give = { .agreed = TRUE };
  g_autofree char *child = NULL;

  give_contact (engine);
  numbers = ask_back (engine, &resources, GPOINTER_TO_INT (data));
  give.resources = resources;
  child = engine_value (engine, "SELECT key FROM \"order\" WHERE parent_id IS NOT NULL AND type = 4", NULL);
  if (child != NULL)
    {
      orders[0] = child;
      engine_refused (engine, TENURE_COMMAND_DECIDE_ORDER, &(TenureDecideOrder){ .orders = orders, .approve = TRUE },
                      "order.child");
    }
  orders[0] = numbers[0];
  engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE, &give, "resource.order-in-process");
  tenure_outcome_unref (decide (engine, orders, FALSE, "still needed"));
  assert_status (engine, orders[0], "cancelled");
  assert_told (engine, "refund.rejected", 2);
  g_assert_cmpint (engine_number_of (engine,
                                     "SELECT verdict = 'still needed' AND reason = 'wrong-spec' FROM \"order\""
                                     " WHERE key = ?1",
                                     orders[0]),
                   ==, 1); /* the customer's own reason stays */
  g_assert_cmpint (engine_number_of (engine, "SELECT sum (used) FROM quota", NULL), ==, 0);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM resource WHERE open_order_id IS NOT NULL", NULL),
                   ==, 0);
  engine_check (engine);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &give)); /* obligations were withdrawn */
  engine_check (engine);
}

/* --- On behalf -----------------------------------------------------------------------------------------------------
 */

static char *
order_for (Engine *engine, const char *name)
{
  TenureOrderForCustomer wanted = { form (engine, "vpc", name, 1), (char *)"demo" };
  g_autoptr (TenureOutcome) placed = NULL;

  wanted.order.agreed = FALSE; /* that is the customer's to say, by confirming */
  placed = engine_do (engine, TENURE_COMMAND_ORDER_FOR_CUSTOMER, &wanted);
  return g_strdup (engine_number (placed));
}

static void
test_on_behalf (void)
{
  g_autoptr (Engine) engine = engine_open (START, 100);
  g_autofree char *accepted = order_for (engine, "a"), *declined = order_for (engine, "b"),
                  *lapsed = order_for (engine, "c");
  char *orders[] = { accepted, NULL };
  TenureConfirmOrder confirm = { .orders = orders, .accept = TRUE };
  TenureOrderForCustomer again = { form (engine, "vpc", "d", 1), (char *)"demo" };

  assert_status (engine, accepted, "confirmation");
  g_assert_cmpint (engine_number_of (engine, "SELECT source_type FROM \"order\" WHERE key = ?1", accepted), ==,
                   TENURE_SOURCE_MANAGER);
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = orders }, "pay.confirmation"); /* GP-39 */
  engine_check (engine);
  engine_pass (engine, 86400);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CONFIRM_ORDER, &confirm));
  assert_status (engine, accepted, "unpaid");
  engine_assert_time (engine_number_of (engine, "SELECT deadline FROM \"order\" WHERE key = ?1", accepted),
                      "2024-01-18 10:30:00");
  engine_refused (engine, TENURE_COMMAND_CONFIRM_ORDER, &confirm, "confirm.status");
  orders[0] = declined;
  confirm.accept = FALSE;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CONFIRM_ORDER, &confirm));
  assert_status (engine, declined, "cancelled");
  orders[0] = accepted;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = orders }));
  engine_check (engine);
  engine_go (engine, "2024-01-17 10:30:00");
  assert_status (engine, lapsed, "cancelled");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_FREEZE,
                                   &(TenureSetFreeze){ (char *)"demo", NULL, TENURE_FREEZE_VIOLATION }));
  engine_refused (engine, TENURE_COMMAND_ORDER_FOR_CUSTOMER, &again, "account.frozen");
  engine_check (engine);
}

/* --- Freezes -------------------------------------------------------------------------------------------------------
 */

static void
assert_possible (Engine *engine, TenureCommandKind kind, gconstpointer params)
{
  g_autoptr (TenurePlan) plan = engine_plan (engine, kind, params);

  g_assert_true (tenure_plan_possible (plan));
}

/* What each freeze refuses (rules 3.2, 3.4, 4.1, 7). */
static void
test_freezes (void)
{
  static const struct
  {
    gboolean account;
    TenureFreeze freeze;
    const char *renew, *unsubscribe, *pay; /* NULL: allowed */
  } rows[] = {
    { FALSE, TENURE_FREEZE_ARREARS, NULL, NULL, NULL },
    { FALSE, TENURE_FREEZE_VIOLATION, NULL, NULL, NULL },
    { FALSE, TENURE_FREEZE_POLICE, "resource.police-frozen", "resource.police-frozen", NULL },
    { TRUE, TENURE_FREEZE_ARREARS, "account.frozen", "account.frozen", "account.frozen" },
    { TRUE, TENURE_FREEZE_VIOLATION, "account.frozen", "account.frozen", "account.frozen" },
    { TRUE, TENURE_FREEZE_POLICE, "account.frozen", "account.frozen", "account.frozen" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Engine) engine = engine_open (START, 1000);
      g_autofree char *key = engine_buy (engine, "vpc", "net", 1), *waiting = place (engine, "vpc");
      g_auto (GStrv) keys = engine_strv (key, NULL);
      char *orders[] = { waiting, NULL };
      TenureSetFreeze freeze = { (char *)"demo", rows[i].account ? NULL : key, rows[i].freeze };
      TenureRenew renew = { .resources = keys, .months = 1 };
      TenureUnsubscribe give = { .resources = keys, .agreed = TRUE };
      TenurePay pay = { .orders = orders };

      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_FREEZE, &freeze));
      engine_refused (engine, TENURE_COMMAND_SET_FREEZE, &freeze, "freeze.same");
      if (rows[i].renew != NULL)
        engine_refused (engine, TENURE_COMMAND_RENEW, &renew, rows[i].renew);
      else
        assert_possible (engine, TENURE_COMMAND_RENEW, &renew);
      if (rows[i].unsubscribe != NULL)
        engine_refused (engine, TENURE_COMMAND_UNSUBSCRIBE, &give, rows[i].unsubscribe);
      if (rows[i].pay != NULL)
        engine_refused (engine, TENURE_COMMAND_PAY, &pay, rows[i].pay);
      freeze.freeze = TENURE_FREEZE_NONE;
      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_FREEZE, &freeze));
      engine_refused (engine, TENURE_COMMAND_SET_FREEZE, &freeze, "freeze.none");
      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &pay));
      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &give));
      freeze.resource = key;
      engine_refused (engine, TENURE_COMMAND_SET_FREEZE, &freeze, "resource.gone");
      engine_check (engine);
    }
}

/* A1-09: who has not been opened orders nothing; an add-on is ordered for what is there (A1-17). */
static void
test_order_refused (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  TenureOrderForCustomer behalf = { form (engine, "vpc", "net", 1), (char *)"demo" };
  TenurePlaceOrder addon = form (engine, "bandwidth-addon", "more", 1);

  engine_refused (engine, TENURE_COMMAND_ORDER, &addon, "order.add-on");
  engine_sql (engine, "UPDATE account SET opened = NULL WHERE key = 'demo'");
  engine_refused (engine, TENURE_COMMAND_ORDER_FOR_CUSTOMER, &behalf, "order.not-opened");
}

/* --- Offers, marks --------------------------------------------------------------------------------------------------
 */

static void
test_offers (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureWithdrawOffer withdraw = { (char *)"vpc", TRUE }, nothing = { (char *)"moon", TRUE };
  TenureRenew renew = { .resources = keys, .months = 1 };
  TenurePlaceOrder order = form (engine, "vpc", "more", 1);

  engine_refused (engine, TENURE_COMMAND_WITHDRAW_OFFER, &nothing, "order.unknown-offer");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_WITHDRAW_OFFER, &withdraw));
  engine_refused (engine, TENURE_COMMAND_WITHDRAW_OFFER, &withdraw, "offer.same");
  engine_refused (engine, TENURE_COMMAND_RENEW, &renew, "resource.withdrawn");
  engine_refused (engine, TENURE_COMMAND_ORDER, &order, "resource.withdrawn");
  g_assert_cmpint (engine_number_of (engine, "SELECT withdrawn FROM resource WHERE key = ?1", key), ==, 1);
  withdraw.withdrawn = FALSE;
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_WITHDRAW_OFFER, &withdraw));
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RENEW, &renew));
  g_assert_cmpint (engine_number_of (engine, "SELECT withdrawn FROM resource WHERE key = ?1", key), ==, 0);
  engine_check (engine);
}

static void
test_marks (void)
{
  static const char *const columns[] = { "promotion", "partner_paid", "special", "invoiced" };
  g_autoptr (Engine) engine = engine_open (START, 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1), *waiting = place (engine, "vpc"), *paid = NULL;
  g_autofree char *refund = NULL;
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureMarkOrder mark = { .on = TRUE };
  TenureUnsubscribe give = { .resources = keys, .agreed = TRUE };

  paid = engine_value (engine, "SELECT key FROM \"order\" WHERE status = 'completed'", NULL);
  for (int i = 0; i < (int)G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"order\" WHERE key = ?1", columns[i]);
      mark.order = paid;
      mark.mark = i;
      mark.on = TRUE;
      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_MARK_ORDER, &mark));
      g_assert_cmpint (engine_number_of (engine, sql, paid), ==, 1);
      engine_refused (engine, TENURE_COMMAND_MARK_ORDER, &mark, "mark.same");
      engine_check (engine);
      mark.order = waiting;
      if (i >= TENURE_MARK_SPECIAL)
        engine_refused (engine, TENURE_COMMAND_MARK_ORDER, &mark, "mark.not-paid");
      mark.order = paid;
      mark.on = FALSE;
      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_MARK_ORDER, &mark));
      g_assert_cmpint (engine_number_of (engine, sql, paid), ==, 0);
    }
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_UNSUBSCRIBE, &give));
  refund = engine_value (engine, "SELECT key FROM \"order\" WHERE type = 4", NULL);
  mark.order = refund;
  mark.on = TRUE;
  engine_refused (engine, TENURE_COMMAND_MARK_ORDER, &mark, "mark.refund");
  engine_check (engine);
}

/* --- Whom it concerns -----------------------------------------------------------------------------------------------
 */

/* Nothing is done to an account that there is not. */
static void
test_no_such_account (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  char *nobody = (char *)"nobody";
  TenureOrderForCustomer behalf = { form (engine, "vpc", "net", 1), nobody };
  const struct
  {
    TenureCommandKind kind;
    gconstpointer params;
  } cases[] = {
    { TENURE_COMMAND_ORDER_FOR_CUSTOMER, &behalf },
    { TENURE_COMMAND_GRANT_COUPON,
      &(TenureGrantCoupon){ .account = nobody, .name = (char *)"c", .amount = TENURE_MONEY_ONE } },
    { TENURE_COMMAND_GRANT_DISCOUNT,
      &(TenureGrantDiscount){ .account = nobody, .name = (char *)"d", .permyriad = 9000 } },
    { TENURE_COMMAND_RECLAIM_COUPON, &(TenureReclaimCoupon){ nobody, (char *)"c" } },
    { TENURE_COMMAND_SET_FREEZE, &(TenureSetFreeze){ nobody, NULL, TENURE_FREEZE_POLICE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureCommand) command = tenure_command_new (cases[i].kind, cases[i].params, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (tenure_embedded_plan_at (engine->platform, command, engine->now, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN, "nobody");
    }
}

static void
assert_values (const TenurePlan *plan, const char *key, const char *old_value, const char *new_value)
{
  const TenurePlanItem *item = plan->items->pdata[0];

  g_assert_cmpstr (item->key, ==, key);
  g_assert_cmpstr (item->old_value, ==, old_value);
  g_assert_cmpstr (item->new_value, ==, new_value);
}

/* The plan of a grant says the price factor and until when; without a name none is kept: its kind is its name. */
static void
test_grant_plans (void)
{
  g_autoptr (Engine) engine = engine_open (START, 1000);
  TenureGrantDiscount discount = {
    .account = (char *)"demo", .permyriad = 8500, .promotion = TRUE, .expiry = 1719763199
  };
  TenureGrantCoupon coupon = { .account = (char *)"demo", .kind = TENURE_COUPON_DISCOUNT, .permyriad = 9000 };
  g_autoptr (TenureOutcome) promotion = engine_do (engine, TENURE_COMMAND_GRANT_DISCOUNT, &discount);
  g_autoptr (TenureOutcome) granted = engine_do (engine, TENURE_COMMAND_GRANT_COUPON, &coupon);
  g_autofree char *names = engine_value (
      engine, "SELECT '[' || (SELECT name FROM discount) || '][' || (SELECT name FROM coupon) || ']'", NULL);

  assert_values (promotion->plan, "promotion", NULL, "8500");
  engine_assert_time (((TenurePlanItem *)promotion->plan->items->pdata[0])->new_expiry, "2024-06-30 23:59:59");
  assert_values (granted->plan, "discount", NULL, "usable/9000");
  g_assert_cmpstr (names, ==, "[][]");
  engine_check (engine);
}

/* What is reclaimed begins with the status that it has, not with the state that it was granted in. */
static void
test_reclaim_plans (void)
{
  static const struct
  {
    const char *sql, *status;
  } rows[] = {
    { "UPDATE coupon SET remaining = remaining", "usable" },
    { "UPDATE coupon SET state = 'inactive'", "inactive" },
    { "UPDATE coupon SET remaining = 0", "used" },
    { "UPDATE coupon SET expiry = 1704067200", "expired" },
    { "UPDATE coupon SET state = 'reclaimed'", "reclaimed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Engine) engine = engine_open (START, 1000);
      TenureGrantCoupon voucher = { .account = (char *)"demo", .amount = 50 * TENURE_MONEY_ONE };
      TenureReclaimCoupon reclaim = { (char *)"demo", (char *)"demo-voucher-1" };
      g_autoptr (TenurePlan) plan = NULL;

      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_GRANT_COUPON, &voucher));
      engine_sql (engine, rows[i].sql);
      plan = engine_plan (engine, TENURE_COMMAND_RECLAIM_COUPON, &reclaim);
      g_assert_cmpstr (((TenurePlanItem *)plan->items->pdata[0])->old_value, ==, rows[i].status);
      g_assert_cmpint (tenure_plan_possible (plan), ==, i < 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/staff/grant-plans", test_grant_plans);
  g_test_add_func ("/staff/reclaim-plans", test_reclaim_plans);
  g_test_add_func ("/staff/purchases", test_purchases);
  g_test_add_data_func ("/staff/refund-approved/one", GINT_TO_POINTER (1), test_refund_approved);
  g_test_add_data_func ("/staff/refund-approved/composite", GINT_TO_POINTER (2), test_refund_approved);
  g_test_add_data_func ("/staff/refund-rejected/one", GINT_TO_POINTER (1), test_refund_rejected);
  g_test_add_data_func ("/staff/refund-rejected/composite", GINT_TO_POINTER (2), test_refund_rejected);
  g_test_add_func ("/staff/on-behalf", test_on_behalf);
  g_test_add_func ("/staff/freezes", test_freezes);
  g_test_add_func ("/staff/order-refused", test_order_refused);
  g_test_add_func ("/staff/offers", test_offers);
  g_test_add_func ("/staff/marks", test_marks);
  g_test_add_func ("/staff/no-such-account", test_no_such_account);
  return g_test_run ();
}
