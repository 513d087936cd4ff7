/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random commands of every further kind on the sample, with time passing between them: what the plan says of the
 * balance and of refunds is what happens to the fen, and nothing changes but what the plan names. */
#include "engine.h"

#define COMMANDS 500
#define CHECK_EVERY 100

/* What people decide by, each row as text by its key. */
enum
{
  RESOURCES = 1,
  ORDERS = 2,
  COUPONS = 4,
  OFFERS = 8,
  DISCOUNTS = 16,
  LOCKS = 32,
  ACCOUNTS = 64,
  BY_ORDER = 128, /* names orders, and changes the resources that they are of */
  BY_HOUR = 256,  /* names resources, and charges their last hour to any instrument */
};
static const struct
{
  int mask;
  const char *sql; /* key, key of what it belongs to, all that it says */
} tables[] = {
  { RESOURCES,
    "SELECT r.key, m.key, json_array (r.spec, r.amount, r.mode, r.auto_months, r.auto_left, r.charging,"
    " r.expiry, r.status, r.freeze, r.open_order_id) FROM resource r LEFT JOIN resource m ON m.id = r.main_id" },
  { ORDERS,
    "SELECT o.key, p.key, json_array (o.status, o.due, o.cash, o.voucher, o.flexi, o.card, o.promotion,"
    " o.special, o.partner_paid, o.invoiced, o.reason) FROM \"order\" o LEFT JOIN \"order\" p ON p.id = o.parent_id" },
  { COUPONS, "SELECT key, NULL, json_array (state, remaining, used_order_id, lost) FROM coupon" },
  { OFFERS, "SELECT key, NULL, withdrawn FROM offer" },
  { DISCOUNTS, "SELECT key, NULL, json_array (permyriad, ended) FROM discount" },
  { LOCKS, "SELECT o.key || c.key, o.key, l.amount FROM lock l JOIN \"order\" o ON o.id = l.order_id"
           " JOIN coupon c ON c.id = l.coupon_id" },
  { ACCOUNTS, "SELECT key, NULL, json_array (freeze, unified_day, lead_days) FROM account" },
};

/* Of a kind of command: which of these it may change, and whether money moves by its plan's word. */
static const struct
{
  TenureCommandKind kind;
  int may;
} kinds[] = {
  { TENURE_COMMAND_CHANGE, RESOURCES | ORDERS },
  { TENURE_COMMAND_ATTACH, RESOURCES | ORDERS },
  { TENURE_COMMAND_TO_PERIOD, RESOURCES | ORDERS | COUPONS },
  { TENURE_COMMAND_SET_MODE, RESOURCES },
  { TENURE_COMMAND_RELEASE, RESOURCES | COUPONS | BY_HOUR }, /* the last hour of what is metered is paid */
  { TENURE_COMMAND_UNSUBSCRIBE_PENDING, RESOURCES | ORDERS },
  { TENURE_COMMAND_CHOOSE_INSTRUMENTS, ORDERS | LOCKS },
  { TENURE_COMMAND_CONFIRM_ORDER, ORDERS | RESOURCES | BY_ORDER },
  { TENURE_COMMAND_DECIDE_ORDER, ORDERS | RESOURCES | BY_ORDER },
  { TENURE_COMMAND_TELL_FAILURE, 0 },
  { TENURE_COMMAND_ACTIVATE_COUPON, COUPONS },
  { TENURE_COMMAND_GRANT_COUPON, COUPONS },
  { TENURE_COMMAND_GRANT_DISCOUNT, DISCOUNTS },
  { TENURE_COMMAND_RECLAIM_COUPON, COUPONS | LOCKS }, /* what an unpaid order held of it is free */
  { TENURE_COMMAND_SET_FREEZE, RESOURCES | ACCOUNTS },
  { TENURE_COMMAND_WITHDRAW_OFFER, OFFERS },
  { TENURE_COMMAND_MARK_ORDER, ORDERS },
  { TENURE_COMMAND_ORDER_FOR_CUSTOMER, ORDERS },
};

/* --- Pictures -------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  char *owner, *text;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->owner);
  g_free (row->text);
  g_free (row);
}

typedef struct
{
  GHashTable *rows[G_N_ELEMENTS (tables)];
  TenureMoney balance, refunding;
} Picture;

static gboolean
read_tables (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Picture *picture = data;

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, tables[t].sql, error);
      g_assert_no_error (*error);
      picture->rows[t] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
      while (tenure_statement_step (statement, error))
        {
          Row *row = g_new0 (Row, 1);
          row->owner = tenure_statement_dup_text (statement, 1);
          row->text = tenure_statement_dup_text (statement, 2);
          g_hash_table_insert (picture->rows[t], tenure_statement_dup_text (statement, 0), row);
        }
    }
  return TRUE;
}

static Picture
take (Engine *engine)
{
  Picture picture = { .balance = engine_balance (engine) };

  picture.refunding =
      engine_number_of (engine, "SELECT coalesce (sum (balance), 0) FROM ledger WHERE name = 'refunding/demo'", NULL);
  g_assert_true (tenure_store_read (tenure_profile_store (engine->profile), read_tables, &picture, NULL, NULL));
  return picture;
}

static void
clear (Picture *picture)
{
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    g_hash_table_unref (picture->rows[t]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear)

/* --- Comparing ------------------------------------------------------------------------------------------------------
 */

static int
may_change (TenureCommandKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].may;
  g_assert_not_reached ();
}

/* What it is about: what the plan's items name that are not refused, the orders that came of it, and the resource that
 * something is attached to. */
static GHashTable *
named (const TenureOutcome *outcome)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < outcome->plan->items->len; i++)
    {
      const TenurePlanItem *item = outcome->plan->items->pdata[i];
      if (item->refusal == NULL)
        g_hash_table_add (keys, item->key);
    }
  for (char **number = outcome->orders; *number != NULL; number++)
    g_hash_table_add (keys, *number);
  if (tenure_command_kind (outcome->plan->command) == TENURE_COMMAND_ATTACH)
    g_hash_table_add (keys, ((const TenureAttach *)tenure_command_params (outcome->plan->command))->resource);
  return keys;
}

static int
must_be_named (int may)
{
  return (may & BY_ORDER ? 0 : RESOURCES) | (may & BY_HOUR ? 0 : COUPONS) | OFFERS;
}

static void
compare_table (guint t, const Picture *before, const Picture *after, int may, GHashTable *names, const char *what)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, after->rows[t]);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Row *was = g_hash_table_lookup (before->rows[t], key), *is = value;
      gboolean known = g_hash_table_contains (names, key) || (is->owner && g_hash_table_contains (names, is->owner));
      if (was != NULL && g_str_equal (was->text, is->text))
        continue;
      if ((may & tables[t].mask) == 0)
        g_error ("%s: %s changed to %s", what, (char *)key, is->text);
      if (was != NULL && (tables[t].mask & must_be_named (may)) && !known)
        g_error ("%s: %s changed from %s to %s, unnamed", what, (char *)key, was->text, is->text);
    }
  if ((may & tables[t].mask) == 0 && g_hash_table_size (before->rows[t]) != g_hash_table_size (after->rows[t]))
    g_error ("%s: rows went of what “%s” answers", what, tables[t].sql);
}

static void
apply_and_compare (Engine *engine, TenurePlan *plan, guint *done)
{
  g_auto (Picture) before = take (engine);
  g_autoptr (TenureOutcome) outcome = engine_apply (engine, plan);
  g_auto (Picture) after = take (engine);
  TenureCommandKind kind = tenure_command_kind (plan->command);
  gboolean possible = tenure_plan_possible (plan);
  g_autoptr (GHashTable) names = named (outcome);

  done[kind] += possible;
  g_assert_cmpint (outcome->status, ==, possible ? TENURE_OUTCOME_DONE : TENURE_OUTCOME_REFUSED);
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    compare_table (t, &before, &after, possible ? may_change (kind) : 0, names, tenure_command_kind_name (kind));
  if (possible && plan->balance_after != TENURE_MONEY_UNKNOWN)
    g_assert_cmpint (plan->balance_after, ==, after.balance);
  else
    g_assert_cmpint (before.balance, ==, after.balance);
  g_assert_cmpint (after.refunding - before.refunding, ==,
                   possible && !plan->review ? plan->to_return + plan->voucher_return : 0);
}

/* --- Choosing -------------------------------------------------------------------------------------------------------
 */

static char *
one_of (Engine *engine, GRand *random, const char *sql)
{
  g_autofree char *all = g_strdup_printf ("SELECT group_concat (key, '\n') FROM (%s)", sql);
  g_autofree char *text = engine_value (engine, all, NULL);
  g_auto (GStrv) keys = text == NULL ? NULL : g_strsplit (text, "\n", -1);

  return keys == NULL ? g_strdup ("nothing")
                      : g_strdup (keys[g_rand_int_range (random, 0, (gint32)g_strv_length (keys))]);
}

/* NULL when it is about something that there is not. */
static TenurePlan *
ask (Engine *engine, TenureCommandKind kind, gconstpointer params)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) command = tenure_command_new (kind, params, NULL, &error);
  TenurePlan *plan;

  g_assert_no_error (error);
  plan = tenure_embedded_plan_at (engine->platform, command, engine->now, &error);
  if (plan == NULL)
    g_assert_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN);
  return plan;
}

#define ANY_RESOURCE "SELECT key FROM resource WHERE main_id IS NULL"
#define ANY_ORDER "SELECT key FROM \"order\" WHERE parent_id IS NULL"
#define DEMO (char *)"demo"

static TenurePlan *
plan_on_resource (Engine *engine, GRand *random, TenureCommandKind kind)
{
  gboolean metered = kind == TENURE_COMMAND_TO_PERIOD;
  g_autofree char *key = one_of (engine, random,
                                 metered ? ANY_RESOURCE " AND charging = 'pay-per-use'"
                                 : kind == TENURE_COMMAND_UNSUBSCRIBE_PENDING ? ANY_RESOURCE " AND charging = 'package'"
                                                                              : ANY_RESOURCE);
  char *keys[] = { key, NULL };
  gboolean pay = g_rand_boolean (random);

  switch (kind)
    {
    case TENURE_COMMAND_CHANGE:
      return ask (engine, kind,
                  &(TenureChange){ .resource = key, .amount = g_rand_int_range (random, 1, 200), .pay = pay });
    case TENURE_COMMAND_ATTACH:
      return ask (engine, kind,
                  &(TenureAttach){ .resource = key,
                                   .offer = (char *)(pay ? "evs" : "bandwidth-addon"),
                                   .amount = g_rand_int_range (random, 10, 200),
                                   .pay = g_rand_boolean (random) });
    case TENURE_COMMAND_TO_PERIOD:
      return ask (engine, kind, &(TenureToPeriod){ .resources = keys, .months = 1, .pay = pay });
    case TENURE_COMMAND_SET_MODE:
      return ask (engine, kind, &(TenureSetMode){ .resources = keys, .mode = g_rand_int_range (random, 2, 4) });
    case TENURE_COMMAND_RELEASE:
      return ask (engine, kind, &(TenureRelease){ keys });
    case TENURE_COMMAND_SET_FREEZE:
      return ask (engine, kind, &(TenureSetFreeze){ DEMO, key, g_rand_int_range (random, 0, 4) });
    default:
      return ask (engine, kind, &(TenureUnsubscribe){ .resources = keys, .reason = 1, .agreed = TRUE });
    }
}

static TenurePlan *
plan_on_order (Engine *engine, GRand *random, TenureCommandKind kind)
{
  static const char *const sql[] = { ANY_ORDER, ANY_ORDER " AND status = 'unpaid'", ANY_ORDER " AND status = 'review'",
                                     ANY_ORDER " AND status = 'confirmation'" };
  guint which = kind == TENURE_COMMAND_DECIDE_ORDER ? 2 : kind == TENURE_COMMAND_CONFIRM_ORDER ? 3 : 1;
  g_autofree char *key = one_of (engine, random, sql[g_rand_int_range (random, 0, 4) == 0 ? 0 : which]);
  g_autofree char *voucher = one_of (engine, random, "SELECT key FROM coupon WHERE kind = 'voucher'");
  g_autofree char *card = one_of (engine, random, "SELECT key FROM coupon WHERE kind = 'card'");
  char *keys[] = { key, NULL }, *cards[] = { card, NULL };
  gboolean yes = g_rand_boolean (random);

  switch (kind)
    {
    case TENURE_COMMAND_CHOOSE_INSTRUMENTS:
      return ask (engine, kind,
                  &(TenureChooseInstruments){ .order = key, .voucher = yes ? voucher : NULL, .card = cards });
    case TENURE_COMMAND_CONFIRM_ORDER:
      return ask (engine, kind, &(TenureConfirmOrder){ keys, yes });
    case TENURE_COMMAND_DECIDE_ORDER:
      return ask (engine, kind, &(TenureDecideOrder){ keys, yes ? NULL : (char *)"too large", yes });
    case TENURE_COMMAND_TELL_FAILURE:
      return ask (engine, kind, &(TenureTellFailure){ .order = key });
    default:
      return ask (engine, kind, &(TenureMarkOrder){ key, g_rand_int_range (random, 0, 4), yes });
    }
}

static TenurePlan *
plan_of_staff (Engine *engine, GRand *random, TenureCommandKind kind)
{
  static const char *const offers[] = { "ecs", "eip", "vpc", "rds", "cce", "deh" };
  g_autofree char *coupon = one_of (engine, random, "SELECT key FROM coupon");
  TenureTime expiry = engine->now + g_rand_int_range (random, 86400, 3000000);
  TenurePlaceOrder order = { .offer = (char *)"vpc",
                             .spec = (char *)"standard",
                             .region = (char *)"cn-north-4",
                             .name = (char *)"on-behalf",
                             .months = 1,
                             .quantity = 1,
                             .agreed = TRUE };
  TenureGrantCoupon grant = { .account = DEMO,
                              .name = (char *)"g",
                              .kind = g_rand_int_range (random, 0, 4),
                              .inactive = g_rand_boolean (random),
                              .expiry = expiry };
  TenureGrantDiscount discount = { .account = DEMO,
                                   .name = (char *)"d",
                                   .service = (char *)"vpc",
                                   .promotion = g_rand_boolean (random),
                                   .permyriad = g_rand_int_range (random, 5000, 10000),
                                   .expiry = expiry };

  if (grant.kind == TENURE_COUPON_DISCOUNT)
    grant.permyriad = 9000;
  else
    grant.amount = g_rand_int_range (random, 1, 50000) * TENURE_MONEY_FEN;
  switch (kind)
    {
    case TENURE_COMMAND_ACTIVATE_COUPON:
      return ask (engine, kind, &(TenureActivateCoupon){ coupon });
    case TENURE_COMMAND_RECLAIM_COUPON:
      return ask (engine, kind, &(TenureReclaimCoupon){ DEMO, coupon });
    case TENURE_COMMAND_GRANT_COUPON:
      return ask (engine, kind, &grant);
    case TENURE_COMMAND_GRANT_DISCOUNT:
      return ask (engine, kind, &discount);
    case TENURE_COMMAND_WITHDRAW_OFFER:
      return ask (engine, kind,
                  &(TenureWithdrawOffer){ (char *)offers[g_rand_int_range (random, 0, G_N_ELEMENTS (offers))],
                                          g_rand_boolean (random) });
    default:
      return ask (engine, kind, &(TenureOrderForCustomer){ order, DEMO });
    }
}

static TenurePlan *
plan_something (Engine *engine, GRand *random)
{
  TenureCommandKind kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))].kind;

  switch (kind)
    {
    case TENURE_COMMAND_CHOOSE_INSTRUMENTS:
    case TENURE_COMMAND_CONFIRM_ORDER:
    case TENURE_COMMAND_DECIDE_ORDER:
    case TENURE_COMMAND_TELL_FAILURE:
    case TENURE_COMMAND_MARK_ORDER:
      return plan_on_order (engine, random, kind);
    case TENURE_COMMAND_ACTIVATE_COUPON:
    case TENURE_COMMAND_RECLAIM_COUPON:
    case TENURE_COMMAND_GRANT_COUPON:
    case TENURE_COMMAND_GRANT_DISCOUNT:
    case TENURE_COMMAND_WITHDRAW_OFFER:
    case TENURE_COMMAND_ORDER_FOR_CUSTOMER:
      return plan_of_staff (engine, random, kind);
    default:
      return plan_on_resource (engine, random, kind);
    }
}

/* --- The test -------------------------------------------------------------------------------------------------------
 */

static Engine *
open_sample (void)
{
  Engine *engine = g_new0 (Engine, 1);
  g_autoptr (TenurePolicy) policy = tenure_data_policy ("huawei-cn", NULL);
  TenureProfileSetup setup = { "sample", TRUE, TENURE_LEVEL_V3, policy };
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_time_parse ("2024-02-20 10:30:00", 0, &engine->now, NULL));
  engine->folder = g_dir_make_tmp ("tenure-random-XXXXXX", NULL);
  g_setenv ("TENURE_PROFILES", engine->folder, TRUE);
  engine->catalogue = tenure_data_catalogue (NULL);
  engine->profile = tenure_profile_create (&setup, engine->now, &error);
  g_assert_no_error (error);
  tenure_sample_fill (engine->profile, engine->catalogue, 60, 1, engine->now, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  engine->platform = tenure_embedded_new (engine->profile, engine->catalogue, "demo", "tester");
  return engine;
}

static void
test_difference (void)
{
  guint n_kinds = 0;
  g_autoptr (GRand) random = tenure_test_random ();
  g_autoptr (Engine) engine = open_sample ();
  guint done[TENURE_N_COMMANDS] = { 0 };

  g_random_set_seed (g_rand_int (random)); /* numbers of orders and commands come from there */
  for (guint i = 0; i < COMMANDS; i++)
    {
      g_autoptr (TenurePlan) plan = plan_something (engine, random);
      if (plan != NULL)
        apply_and_compare (engine, plan, done);
      engine_pass (engine, g_rand_int_range (random, 1, 7200));
      if (i % CHECK_EVERY == CHECK_EVERY - 1)
        engine_check (engine);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_test_message ("%s: %u went ahead", tenure_command_kind_name (kinds[i].kind), done[kinds[i].kind]);
      n_kinds += done[kinds[i].kind] > 0;
    }
  /* A seed may leave out a rare one, but not most of them. */
  g_assert_cmpuint (n_kinds, >, G_N_ELEMENTS (kinds) / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random-all/plan-equals-difference", test_difference);
  return g_test_run ();
}
