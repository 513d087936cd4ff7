/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merged payment (合并支付; rules 8.5, 8.6; A1-19, A2-07): statuses are read again at the moment of paying. */
#include "engine.h"

#define START "2024-01-10 10:30:00"
#define LIMIT 30

static char *
place (Engine *engine, const char *name)
{
  TenurePlaceOrder order = { .offer = (char *)"vpc",
                             .spec = (char *)"standard",
                             .region = (char *)"cn-north-4",
                             .name = (char *)name,
                             .months = 1,
                             .quantity = 1,
                             .agreed = TRUE };
  g_autoptr (TenureOutcome) placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);

  return g_strdup (engine_number (placed));
}

static void
cancel (Engine *engine, char *order)
{
  tenure_outcome_unref (
      engine_do (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = (char *[]){ order, NULL } }));
}

static TenurePlan *
plan_pay (Engine *engine, char **orders)
{
  return engine_plan (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = orders });
}

static gint64
count_paid (Engine *engine)
{
  return engine_number_of (engine, "SELECT count (*) FROM \"order\" WHERE paid_at IS NOT NULL", NULL);
}

static void
assert_rules (const TenurePlan *plan, const char *const *rules)
{
  for (guint i = 0; i < plan->items->len; i++)
    g_assert_cmpstr (engine_item_rule (plan, i), ==, rules[i]);
}

static void
test_all (void)
{
  g_autoptr (Engine) engine = engine_open (START, 100);
  g_autofree char *a = place (engine, "a"), *b = place (engine, "b");
  char *orders[] = { a, b, NULL };
  g_autoptr (TenurePlan) plan = plan_pay (engine, orders);
  g_autoptr (TenureOutcome) done = engine_apply (engine, plan);

  g_assert_cmpint (done->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpuint (g_strv_length (done->orders), ==, 2);
  engine_assert_money (engine_balance (engine), "80.00");
  engine_check (engine);
}

/* GP-36: one changes in between: stale, with what holds now; accepting that pays the rest. */
static void
test_gp_36 (void)
{
  g_autoptr (Engine) engine = engine_open (START, 100);
  g_autofree char *a = place (engine, "a"), *b = place (engine, "b"), *c = place (engine, "c");
  char *orders[] = { a, b, c, NULL };
  g_autoptr (TenurePlan) plan = plan_pay (engine, orders);
  g_autoptr (TenureOutcome) stale = NULL, rest = NULL;

  cancel (engine, b);
  stale = engine_apply (engine, plan);
  g_assert_cmpint (stale->status, ==, TENURE_OUTCOME_STALE);
  g_assert_cmpuint (stale->differences->len, >, 0);
  g_assert_cmpint (count_paid (engine), ==, 0);
  assert_rules (stale->plan, (const char *const[]){ NULL, "pay.changed", NULL });
  rest = engine_apply (engine, stale->plan);
  g_assert_cmpint (rest->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (count_paid (engine), ==, 2);
  engine_assert_money (engine_balance (engine), "80.00");
  engine_check (engine);
}

/* GP-37: all changed: nothing can be paid. */
static void
test_gp_37 (void)
{
  g_autoptr (Engine) engine = engine_open (START, 100);
  g_autofree char *a = place (engine, "a"), *b = place (engine, "b");
  char *orders[] = { a, b, NULL };
  g_autoptr (TenurePlan) plan = plan_pay (engine, orders), fresh = NULL;
  g_autoptr (TenureOutcome) stale = NULL, refused = NULL;

  cancel (engine, a);
  cancel (engine, b);
  stale = engine_apply (engine, plan);
  g_assert_cmpint (stale->status, ==, TENURE_OUTCOME_STALE);
  g_assert_false (tenure_plan_possible (stale->plan));
  refused = engine_apply (engine, stale->plan);
  g_assert_cmpint (refused->status, ==, TENURE_OUTCOME_REFUSED);
  fresh = plan_pay (engine, orders);
  assert_rules (fresh, (const char *const[]){ "pay.changed", "pay.changed" });
  engine_assert_money (engine_balance (engine), "100.00");
}

/* GP-38, GP-39: what awaits a word is named, the rest goes on. */
static void
test_gp_38_39 (void)
{
  g_autoptr (Engine) engine = engine_open (START, 100);
  TenureOrderForCustomer behalf = { { .offer = (char *)"vpc",
                                      .spec = (char *)"standard",
                                      .region = (char *)"cn-north-4",
                                      .name = (char *)"b",
                                      .months = 1,
                                      .quantity = 1 },
                                    (char *)"demo" };
  g_autofree char *a = place (engine, "a"), *review = NULL;
  g_autoptr (TenureOutcome) confirmation = engine_do (engine, TENURE_COMMAND_ORDER_FOR_CUSTOMER, &behalf), done = NULL;
  g_autoptr (TenurePlan) plan = NULL;

  ((TenureOffer *)tenure_catalogue_find (engine->catalogue, "vpc"))->needs_approval = TRUE;
  review = place (engine, "c");
  plan = plan_pay (engine, (char *[]){ review, confirmation->orders[0], a, NULL });
  assert_rules (plan, (const char *const[]){ "pay.review", "pay.confirmation", NULL });
  done = engine_apply (engine, plan);
  g_assert_cmpint (done->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (count_paid (engine), ==, 1);
  engine_check (engine);
}

/* One lapses between plan and payment, by its date, whether or not that was settled. */
static void
test_lapse (void)
{
  g_autoptr (Engine) engine = engine_open (START, 100);
  g_autofree char *a = place (engine, "a"), *b = NULL;
  g_autoptr (TenurePlan) plan = NULL;
  g_autoptr (TenureOutcome) stale = NULL;

  engine_pass (engine, 86400);
  b = place (engine, "b");
  plan = plan_pay (engine, (char *[]){ a, b, NULL });
  engine_assert_time (plan->holds_until, "2024-01-17 10:30:00");
  engine->now = plan->holds_until; /* nothing is settled */
  stale = engine_apply (engine, plan);
  g_assert_cmpint (stale->status, ==, TENURE_OUTCOME_STALE);
  assert_rules (stale->plan, (const char *const[]){ "pay.lapsed", NULL });
  engine_pass (engine, 1);
  engine_check (engine);
}

/* Two people pay the same orders: the second one's plan holds no longer, and nothing is paid twice. */
static void
test_two_payers (void)
{
  g_autoptr (Engine) engine = engine_open (START, 100);
  g_autofree char *a = place (engine, "a"), *b = place (engine, "b");
  g_autoptr (TenurePlan) one = plan_pay (engine, (char *[]){ a, b, NULL });
  g_autoptr (TenurePlan) two = plan_pay (engine, (char *[]){ b, NULL });
  g_autoptr (TenureOutcome) first = engine_apply (engine, two), second = engine_apply (engine, one);

  g_assert_cmpint (first->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (second->status, ==, TENURE_OUTCOME_STALE);
  engine_assert_money (engine_balance (engine), "90.00");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM entry WHERE kind = 'payment'", NULL), ==, 1);
  engine_check (engine);
}

/* GP: composite orders are one row and whole; a child refuses, a changed child refuses the whole. */
static void
test_composite (void)
{
  g_autoptr (Engine) engine = engine_open (START, 200);
  g_autofree char *one = engine_buy (engine, "vpc", "one", 1), *two = engine_buy (engine, "vpc", "two", 1);
  g_autofree char *child = NULL, *lone = place (engine, "lone");
  g_auto (GStrv) keys = engine_strv (one, two, NULL);
  g_autoptr (TenureOutcome) placed =
      engine_do (engine, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = keys, .months = 1 });
  g_autoptr (TenurePlan) plan = NULL, changed = NULL, cancelling = NULL;
  char *whole = placed->orders[0];

  child = engine_value (engine, "SELECT key FROM \"order\" WHERE parent_id IS NOT NULL LIMIT 1", NULL);
  plan = plan_pay (engine, (char *[]){ child, whole, lone, NULL });
  assert_rules (plan, (const char *const[]){ "order.child", NULL, NULL });
  /* A2-06: cancelling lists the children. */
  cancelling = engine_plan (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = (char *[]){ whole, NULL } });
  g_assert_cmpuint (cancelling->items->len, ==, 3);
  g_assert_cmpstr (((TenurePlanItem *)cancelling->items->pdata[1])->main_key, ==, whole);
  engine_refused (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = (char *[]){ child, NULL } }, "order.child");
  engine_sql (engine, "UPDATE \"order\" SET status = 'cancelled' WHERE id = (SELECT max (id) FROM \"order\")");
  changed = plan_pay (engine, (char *[]){ whole, lone, NULL });
  assert_rules (changed, (const char *const[]){ "pay.changed", NULL });
  engine_sql (engine, "UPDATE \"order\" SET status = 'unpaid' WHERE id = (SELECT max (id) FROM \"order\")");
  tenure_outcome_unref (
      engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = (char *[]){ whole, lone, NULL } }));
  engine_assert_money (engine_balance (engine), "150.00");
  engine_check (engine);
}

/* 30 rows go together, 31 do not; a balance that is short pays none of them. */
static void
test_limits (void)
{
  g_autoptr (Engine) engine = engine_open (START, 310);
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TenurePlan) plan = NULL;
  g_autofree char *more = NULL, *x = NULL, *y = NULL;

  for (guint i = 0; i <= LIMIT; i++)
    g_ptr_array_add (orders, place (engine, "n"));
  g_ptr_array_add (orders, NULL);
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = (char **)orders->pdata }, "command.too-many");
  more = g_steal_pointer (&orders->pdata[LIMIT]);
  plan = plan_pay (engine, (char **)orders->pdata);
  g_assert_true (tenure_plan_possible (plan));
  tenure_outcome_unref (engine_apply (engine, plan));
  g_assert_cmpint (count_paid (engine), ==, LIMIT);
  engine_assert_money (engine_balance (engine), "10.00");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = (char *[]){ more, NULL } }));
  x = place (engine, "x");
  y = place (engine, "y");
  engine_refused (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = (char *[]){ x, y, NULL } }, "pay.balance-short");
  engine_check (engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merged/all", test_all);
  g_test_add_func ("/merged/GP-36", test_gp_36);
  g_test_add_func ("/merged/GP-37", test_gp_37);
  g_test_add_func ("/merged/GP-38-39", test_gp_38_39);
  g_test_add_func ("/merged/lapse", test_lapse);
  g_test_add_func ("/merged/two-payers", test_two_payers);
  g_test_add_func ("/merged/composite", test_composite);
  g_test_add_func ("/merged/limits", test_limits);
  return g_test_run ();
}
