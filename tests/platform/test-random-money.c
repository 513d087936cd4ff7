/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random granting, choosing, paying, cancelling, lapsing, reclaiming, unsubscribing and expiring: whatever the
 * sequence, the ledger, the locks and what people were told before agree afterwards. */
#include "engine.h"

#define ROUNDS 400
#define CHECK_EVERY 20

typedef struct
{
  Engine *engine;
  GRand *random;
  guint done[TENURE_N_COMMANDS];
} Fair;

/* One of what @sql names, or NULL. */
static char *
one_of (Fair *fair, const char *sql)
{
  g_autofree char *all = g_strdup_printf ("SELECT group_concat (key, ' ') FROM (%s)", sql);
  g_autofree char *text = engine_value (fair->engine, all, NULL);
  g_auto (GStrv) keys = text == NULL ? NULL : g_strsplit (text, " ", -1);

  return keys == NULL ? NULL : g_strdup (keys[g_rand_int_range (fair->random, 0, (gint32)g_strv_length (keys))]);
}

static char *
maybe (Fair *fair, const char *sql)
{
  return g_rand_boolean (fair->random) ? one_of (fair, sql) : NULL;
}

#define UNPAID "SELECT key FROM \"order\" WHERE status = 'unpaid' AND parent_id IS NULL"
#define COUPONS(kind) "SELECT key FROM coupon WHERE kind = '" kind "'"

/* Up to two different ones of a kind; free with g_strfreev. */
static char **
some (Fair *fair, const char *sql)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *one = maybe (fair, sql), *other = maybe (fair, sql);

  if (one != NULL)
    g_strv_builder_add (builder, one);
  if (other != NULL && g_strcmp0 (one, other) != 0)
    g_strv_builder_add (builder, other);
  return g_strv_builder_end (builder);
}

static TenureMoney
planned_cash (const TenurePlan *plan)
{
  TenureMoney cash = 0;

  for (guint i = 0; i < plan->items->len; i++)
    cash += ((const TenurePlanItem *)plan->items->pdata[i])->money.cash;
  return cash;
}

/* What the plan says is taken from the balance is what is taken; what it says of a choice is what is locked. */
static void
apply (Fair *fair, TenureCommandKind kind, gconstpointer params)
{
  g_autoptr (TenurePlan) plan = engine_plan (fair->engine, kind, params);
  TenureMoney before = engine_balance (fair->engine);
  g_autoptr (TenureOutcome) outcome = engine_apply (fair->engine, plan);
  gboolean possible = tenure_plan_possible (plan);

  g_assert_cmpint (outcome->status, ==, possible ? TENURE_OUTCOME_DONE : TENURE_OUTCOME_REFUSED);
  fair->done[kind] += possible;
  if (kind == TENURE_COMMAND_PAY || !possible)
    g_assert_cmpint (before - engine_balance (fair->engine), ==, possible ? planned_cash (plan) : 0);
  if (kind == TENURE_COMMAND_CHOOSE_INSTRUMENTS && possible)
    {
      const TenurePlanItem *item = plan->items->pdata[0];
      g_assert_cmpint (engine_number_of (fair->engine,
                                         "SELECT coalesce (sum (l.amount), 0) FROM lock l JOIN \"order\" o"
                                         " ON o.id = l.order_id WHERE o.key = ?1",
                                         item->key),
                       ==, item->money.voucher + item->money.flexi + item->money.card);
    }
}

static void
grant (Fair *fair)
{
  TenureGrantCoupon wanted = { .account = (char *)"demo",
                               .name = (char *)"g",
                               .kind = g_rand_int_range (fair->random, 0, 4),
                               .amount = g_rand_int_range (fair->random, 1, 6000) * TENURE_MONEY_FEN,
                               .permyriad = g_rand_int_range (fair->random, 1, 10000),
                               .threshold = g_rand_boolean (fair->random) ? 0 : 20 * TENURE_MONEY_ONE,
                               .with_discount = g_rand_boolean (fair->random),
                               .inactive = g_rand_int_range (fair->random, 0, 5) == 0 };
  TenureGrantDiscount discount = { .account = (char *)"demo",
                                   .name = (char *)"d",
                                   .promotion = g_rand_boolean (fair->random),
                                   .permyriad = g_rand_int_range (fair->random, 5000, 10000) };

  wanted.expiry = discount.expiry = fair->engine->now + g_rand_int_range (fair->random, 1, 3000000);
  if (g_rand_int_range (fair->random, 0, 4) == 0)
    apply (fair, TENURE_COMMAND_GRANT_DISCOUNT, &discount);
  else
    apply (fair, TENURE_COMMAND_GRANT_COUPON, &wanted);
}

static void
place (Fair *fair, guint round)
{
  g_autofree char *name = g_strdup_printf ("n%u", round);
  TenurePlaceOrder order = { .offer = (char *)"vpc",
                             .spec = (char *)"standard",
                             .region = (char *)"cn-north-4",
                             .name = name,
                             .months = g_rand_int_range (fair->random, 1, 10),
                             .quantity = g_rand_int_range (fair->random, 1, 3),
                             .auto_renew = g_rand_boolean (fair->random),
                             .agreed = TRUE };
  TenureOrderForCustomer behalf = { order, (char *)"demo" };

  if (g_rand_int_range (fair->random, 0, 5) == 0)
    apply (fair, TENURE_COMMAND_ORDER_FOR_CUSTOMER, &behalf);
  else
    apply (fair, TENURE_COMMAND_ORDER, &order);
}

static void
choose (Fair *fair)
{
  g_autofree char *order = one_of (fair, UNPAID), *voucher = maybe (fair, COUPONS ("voucher"));
  g_autofree char *discount = maybe (fair, COUPONS ("discount"));
  g_auto (GStrv) flexis = some (fair, COUPONS ("flexi")), cards = some (fair, COUPONS ("card"));
  TenureChooseInstruments wanted = { order, discount, voucher, flexis, cards };

  if (order != NULL)
    apply (fair, TENURE_COMMAND_CHOOSE_INSTRUMENTS, &wanted);
}

static void
pay (Fair *fair)
{
  g_autofree char *one = one_of (fair, UNPAID), *two = maybe (fair, UNPAID);
  g_autofree char *discount = maybe (fair, COUPONS ("discount")), *voucher = maybe (fair, COUPONS ("voucher"));
  g_auto (GStrv) flexis = some (fair, COUPONS ("flexi")), cards = some (fair, COUPONS ("card"));
  char *orders[] = { one, g_strcmp0 (one, two) == 0 ? NULL : two, NULL };
  gboolean named = g_rand_boolean (fair->random);
  TenurePay wanted = { .orders = orders,
                       .discount = named ? discount : NULL,
                       .voucher = named ? voucher : NULL,
                       .flexi = named ? flexis : NULL,
                       .card = named ? cards : NULL };

  if (one != NULL)
    apply (fair, TENURE_COMMAND_PAY, &wanted);
}

static void
change_order (Fair *fair)
{
  g_autofree char *order = one_of (fair, UNPAID), *waiting = NULL;
  char *orders[] = { order, NULL };

  waiting = one_of (fair, "SELECT key FROM \"order\" WHERE status = 'confirmation'");
  if (waiting != NULL && g_rand_boolean (fair->random))
    apply (fair, TENURE_COMMAND_CONFIRM_ORDER,
           &(TenureConfirmOrder){ (char *[]){ waiting, NULL }, g_rand_boolean (fair->random) });
  else if (order != NULL)
    apply (fair, TENURE_COMMAND_CANCEL, &(TenureCancel){ orders });
}

static void
change_coupon (Fair *fair)
{
  g_autofree char *coupon = one_of (fair, "SELECT key FROM coupon");
  TenureReclaimCoupon reclaim = { (char *)"demo", coupon };

  if (coupon == NULL)
    return;
  if (g_rand_boolean (fair->random))
    apply (fair, TENURE_COMMAND_RECLAIM_COUPON, &reclaim);
  else
    apply (fair, TENURE_COMMAND_ACTIVATE_COUPON, &(TenureActivateCoupon){ coupon });
}

static void
change_resource (Fair *fair)
{
  g_autofree char *key = one_of (fair, "SELECT key FROM resource WHERE status = 'active'");
  char *keys[] = { key, NULL };
  TenureRenew renew = { .resources = keys, .months = 1, .pay = g_rand_boolean (fair->random) };
  TenureUnsubscribe give = { .resources = keys, .agreed = TRUE };

  if (key == NULL)
    return;
  if (g_rand_boolean (fair->random))
    apply (fair, TENURE_COMMAND_RENEW, &renew);
  else
    apply (fair, TENURE_COMMAND_UNSUBSCRIBE, &give);
}

static void
step (Fair *fair, guint round)
{
  switch (g_rand_int_range (fair->random, 0, 12))
    {
    case 0:
    case 1:
      grant (fair);
      break;
    case 2:
    case 3:
    case 4:
      place (fair, round);
      break;
    case 5:
    case 6:
    case 7:
      choose (fair);
      break;
    case 8:
      pay (fair);
      break;
    case 9:
      change_order (fair);
      break;
    case 10:
      change_coupon (fair);
      break;
    default:
      change_resource (fair);
    }
}

/* What is given back in full is back, or said to be lost (rules 1.5). */
static void
assert_nothing_vanished (Fair *fair)
{
  g_assert_cmpint (engine_number_of (fair->engine,
                                     "SELECT count (*) FROM line AS l JOIN term AS t ON t.id = l.term_id"
                                     " JOIN \"order\" AS o ON o.id = l.order_id"
                                     " WHERE l.refund_kind IN ('five-day', 'not-effective') AND o.status = 'completed'"
                                     " AND l.cash + l.credit + l.flexi + l.card + l.voucher + l.lost"
                                     " <> t.cash + t.credit + t.flexi + t.card + t.voucher",
                                     NULL),
                   ==, 0);
}

static void
test_sound (void)
{
  g_autoptr (GRand) random = tenure_test_random ();
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 3000);
  Fair fair = { engine, random, { 0 } };

  g_random_set_seed (g_rand_int (random));
  for (guint i = 0; i < ROUNDS; i++)
    {
      step (&fair, i);
      if (g_rand_int_range (random, 0, 3) == 0)
        engine_pass (engine, g_rand_int_range (random, 1, 200000));
      if (i % CHECK_EVERY == 0)
        engine_check (engine);
    }
  engine_pass (engine, 40 * TENURE_DAY_SECONDS);
  engine_check (engine);
  assert_nothing_vanished (&fair);
  for (guint kind = 0; kind < TENURE_N_COMMANDS; kind++)
    if (fair.done[kind] > 0)
      g_test_message ("%s: %u went ahead", tenure_command_kind_name ((TenureCommandKind)kind), fair.done[kind]);
  g_assert_cmpuint (fair.done[TENURE_COMMAND_PAY], >, 0);
  g_assert_cmpuint (fair.done[TENURE_COMMAND_CHOOSE_INSTRUMENTS], >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random-money/sound", test_sound);
  return g_test_run ();
}
