/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 500 random commands with time passing between them: what each plan says equals the difference that applying it makes,
 * to the fen and the second, and nothing else changes. */
#include "engine.h"

#define COMMANDS 500
#define CHECK_EVERY 25

/* What people decide by, by natural key: "expiry|status" of resources, "status|paid" of orders. */
typedef struct
{
  GHashTable *resources, *orders;
  TenureMoney balance, refunding;
} Snapshot;

typedef struct
{
  const char *sql;
  GHashTable *rows;
} Reading;

static gboolean
read_rows (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  g_autoptr (TenureStatement) statement = tenure_connection_prepare_dynamic (connection, reading->sql, error);

  if (statement == NULL)
    return FALSE;
  while (tenure_statement_step (statement, error))
    g_hash_table_insert (reading->rows, tenure_statement_dup_text (statement, 0),
                         tenure_statement_dup_text (statement, 1));
  return TRUE;
}

static GHashTable *
rows_of (Engine *engine, const char *sql)
{
  g_autoptr (GError) error = NULL;
  Reading reading = { sql, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };

  tenure_store_read (tenure_profile_store (engine->profile), read_rows, &reading, NULL, &error);
  g_assert_no_error (error);
  return reading.rows;
}

static Snapshot
take_snapshot (Engine *engine)
{
  return (Snapshot){
    .resources = rows_of (engine, "SELECT key, expiry || '|' || status || '|' || mode || '|' ||"
                                  " coalesce (auto_months, 0) || '|' || coalesce (auto_left, 0) FROM resource"),
    .orders = rows_of (engine, "SELECT key, status || '|' || due || '|' || cash FROM \"order\""),
    .balance = engine_balance (engine),
    .refunding =
        engine_number_of (engine, "SELECT coalesce (sum (balance), 0) FROM ledger WHERE name = 'refunding/demo'", NULL),
  };
}

static void
clear_snapshot (Snapshot *snapshot)
{
  g_hash_table_unref (snapshot->resources);
  g_hash_table_unref (snapshot->orders);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Snapshot, clear_snapshot)

/* --- Choosing -------------------------------------------------------------------------------------------------------
 */

/* Up to @most of what @sql names, none twice; NULL when there is nothing. */
static char **
some (Engine *engine, GRand *random, const char *sql, guint most)
{
  g_autoptr (GHashTable) rows = rows_of (engine, sql);
  g_autofree char **keys = (char **)g_hash_table_get_keys_as_array (rows, NULL);
  guint n = g_hash_table_size (rows);
  guint drawn = 1 + (guint)g_rand_int_range (random, 0, (gint32)most), wanted = MIN (n, drawn);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  /* The table's order depends on the hash alone, so the same seed draws the same. */
  for (guint i = 0; i < wanted; i++)
    {
      guint from = i + (guint)g_rand_int_range (random, 0, (gint32)(n - i));
      char *key = keys[from];
      keys[from] = keys[i];
      keys[i] = key;
      g_strv_builder_add (builder, key);
    }
  return wanted == 0 ? NULL : g_strv_builder_end (builder);
}

static char **
resources (Engine *engine, GRand *random)
{
  return some (engine, random, "SELECT key, 1 FROM resource", 4);
}

static const int durations[] = { 1, 2, 3, 9, 10, 12, 24, 36 };

static int
duration (GRand *random)
{
  return durations[g_rand_int_range (random, 0, G_N_ELEMENTS (durations))];
}

static TenurePlan *
plan_order (Engine *engine, GRand *random, guint index)
{
  static const char *const offers[] = { "ecs", "eip", "vpc", "rds", "cce", "dns-basic" };
  const TenureOffer *offer =
      tenure_catalogue_find (engine->catalogue, offers[g_rand_int_range (random, 0, G_N_ELEMENTS (offers))]);
  g_autofree char *name = g_strdup_printf ("thing-%u", index);
  TenurePlaceOrder order = {
    .offer = (char *)offer->key,
    .spec = (char *)offer->specs[g_rand_int_range (random, 0, (gint32)offer->n_specs)].key,
    .region = (char *)"cn-north-4",
    .name = name,
    .bandwidth = offer->by_bandwidth ? g_rand_int_range (random, 1, 50) : 0,
    .months = duration (random),
    .quantity = g_rand_int_range (random, 1, 4),
    .auto_renew = g_rand_boolean (random),
    .agreed = TRUE,
  };

  return engine_plan (engine, TENURE_COMMAND_ORDER, &order);
}

static TenurePlan *
plan_orders (Engine *engine, GRand *random, gboolean pay)
{
  g_auto (GStrv) numbers = some (engine, random,
                                 g_rand_int_range (random, 0, 4) != 0
                                     ? "SELECT key, 1 FROM \"order\" WHERE status = 'unpaid' AND parent_id IS NULL"
                                     : "SELECT key, 1 FROM \"order\"",
                                 3);

  if (numbers == NULL)
    return NULL;
  return pay ? engine_plan (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = numbers })
             : engine_plan (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = numbers });
}

static TenurePlan *
plan_renew (Engine *engine, GRand *random)
{
  g_auto (GStrv) keys = resources (engine, random);
  TenureRenew renew = { .resources = keys,
                        .months = duration (random),
                        .unify = g_rand_boolean (random),
                        .auto_renew = g_rand_boolean (random),
                        .pay = g_rand_boolean (random) };

  return keys == NULL ? NULL : engine_plan (engine, TENURE_COMMAND_RENEW, &renew);
}

static TenurePlan *
plan_mode (Engine *engine, GRand *random)
{
  g_auto (GStrv) keys = resources (engine, random);
  TenureSetMode set = { .resources = keys,
                        .mode = g_rand_boolean (random) ? TENURE_MODE_AUTO : TENURE_MODE_MANUAL,
                        .months = duration (random),
                        .times = g_rand_int_range (random, 0, 4),
                        .reset_times = g_rand_boolean (random) };

  return keys == NULL ? NULL : engine_plan (engine, TENURE_COMMAND_SET_MODE, &set);
}

static TenurePlan *
plan_give (Engine *engine, GRand *random, gboolean renewals)
{
  g_auto (GStrv) keys = renewals ? some (engine, random,
                                         "SELECT key, 1 FROM resource WHERE main_id IS NULL"
                                         " AND id IN (SELECT resource_id FROM term WHERE kind = 'renewal')",
                                         3)
                                 : resources (engine, random);
  TenureUnsubscribe give = { .resources = keys, .reason = g_rand_int_range (random, 0, 6), .agreed = TRUE };

  if (keys == NULL)
    return NULL;
  return renewals ? engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS,
                                 &(TenureUnsubscribeRenewals){ .resources = keys })
                  : engine_plan (engine, TENURE_COMMAND_UNSUBSCRIBE, &give);
}

static TenurePlan *
plan_something (Engine *engine, GRand *random, guint index)
{
  gint64 unified = g_rand_int_range (random, 0, 29);

  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      return engine_plan (engine, TENURE_COMMAND_TOP_UP,
                          &(TenureTopUp){ .amount = g_rand_int_range (random, 1, 2000000) * TENURE_MONEY_FEN });
    case 1:
    case 2:
      return plan_order (engine, random, index);
    case 3:
    case 4:
      return plan_orders (engine, random, TRUE);
    case 5:
      return plan_orders (engine, random, FALSE);
    case 6:
    case 7:
      return plan_renew (engine, random);
    case 8:
      return plan_mode (engine, random);
    case 9:
      return plan_give (engine, random, FALSE);
    case 10:
      return plan_give (engine, random, TRUE);
    default:
      return g_rand_boolean (random)
                 ? engine_plan (engine, TENURE_COMMAND_SET_UNIFIED_DAY,
                                &(TenureSetUnifiedDay){ .day = unified == 0 ? -1 : unified })
                 : engine_plan (engine, TENURE_COMMAND_SET_DEDUCTION_DAY,
                                &(TenureSetDeductionDay){ .days = g_rand_int_range (random, 2, 8), .agreed = TRUE });
    }
}

/* --- Comparing ------------------------------------------------------------------------------------------------------
 */

/* What the plan says of the balance: what comes in, what is taken, nothing of what comes back later. */
static TenureMoney
planned_balance (const TenurePlan *plan, const Snapshot *before)
{
  TenureMoney balance = before->balance;
  TenureCommandKind kind = tenure_command_kind (plan->command);
  const TenureRenew *renew = tenure_command_params (plan->command);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];
      if (item->refusal != NULL)
        continue;
      if (kind == TENURE_COMMAND_TOP_UP)
        balance += item->total;
      else if (kind == TENURE_COMMAND_PAY || (kind == TENURE_COMMAND_RENEW && renew->pay))
        balance -= item->total;
    }
  return balance;
}

static TenureMoney
planned_refund (const TenurePlan *plan)
{
  return plan->review ? 0 : plan->to_return + plan->voucher_return;
}

/* By its own command, or by the tick for automatic renewal with a renewal. */
static gboolean
sets_mode (const TenurePlan *plan, const TenurePlanItem *item)
{
  return (item->verb == TENURE_VERB_SET && tenure_command_kind (plan->command) == TENURE_COMMAND_SET_MODE) ||
         (item->verb == TENURE_VERB_RENEW && item->new_value != NULL);
}

/* How a resource is to look afterwards by the plan: "expiry|status|mode…". */
static char *
planned_resource (const TenurePlan *plan, const char *key, const char *before)
{
  g_auto (GStrv) parts = g_strsplit (before, "|", 2);
  g_auto (GStrv) rest = g_strsplit (parts[1], "|", 2);
  const TenureRenew *renew = tenure_command_params (plan->command);
  /* What costs nothing is not left waiting for a payment of nothing; what is reviewed changes when it is approved. */
  gboolean now =
      !plan->review && (tenure_command_kind (plan->command) != TENURE_COMMAND_RENEW || renew->pay || plan->to_pay == 0);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];
      if (item->refusal != NULL || !g_str_equal (item->key, key))
        continue;
      if (item->new_expiry != TENURE_TIME_UNKNOWN && now)
        {
          g_free (parts[0]);
          parts[0] = g_strdup_printf ("%" G_GINT64_FORMAT, item->new_expiry);
        }
      if (item->verb == TENURE_VERB_UNSUBSCRIBE && now)
        {
          g_free (rest[0]);
          rest[0] = g_strdup ("unsubscribed");
        }
      if (sets_mode (plan, item) && now)
        {
          g_auto (GStrv) mode = g_strsplit (item->new_value, "/", 3);
          g_free (rest[1]);
          rest[1] = mode[1] == NULL
                        ? g_strdup ("manual|0|0")
                        : g_strdup_printf ("auto|%s|%s", mode[1], g_str_equal (mode[2], "unlimited") ? "-1" : mode[2]);
        }
    }
  return g_strdup_printf ("%s|%s|%s", parts[0], rest[0], rest[1]);
}

/* The renewals among the orders that were paid: their lines say the new expiry, and whether it renews itself. */
static GHashTable *
paid_renewals (Engine *engine, const TenureOutcome *outcome)
{
  g_autofree char *numbers = g_strjoinv ("','", outcome->orders);
  g_autofree char *sql = g_strdup_printf (
      "SELECT r.key, l.new_expiry || '|' || CASE WHEN l.auto_renew THEN 'auto|' || l.auto_months || '|-1' ELSE "
      "'' END FROM line l JOIN resource r ON r.id = l.resource_id"
      " JOIN \"order\" o ON o.id = l.order_id WHERE o.type = 2 AND o.key IN ('%s')",
      numbers);

  return rows_of (engine, sql);
}

static void
compare_resources (Engine *engine, const TenureOutcome *outcome, const Snapshot *before, const Snapshot *after)
{
  g_autoptr (GHashTable) renewed = tenure_command_kind (outcome->plan->command) == TENURE_COMMAND_PAY
                                       ? paid_renewals (engine, outcome)
                                       : g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key, value;

  g_assert_cmpuint (g_hash_table_size (before->resources), ==, g_hash_table_size (after->resources));
  g_hash_table_iter_init (&iter, before->resources);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autofree char *planned = planned_resource (outcome->plan, key, value);
      const char *expiry = g_hash_table_lookup (renewed, key);

      if (expiry != NULL)
        {
          g_auto (GStrv) line = g_strsplit (expiry, "|", 2);
          g_auto (GStrv) parts = g_strsplit (planned, "|", 3);
          g_autofree char *moved = g_strjoin ("|", line[0], parts[1], *line[1] ? line[1] : parts[2], NULL);
          g_assert_cmpstr (moved, ==, g_hash_table_lookup (after->resources, key));
        }
      else
        g_assert_cmpstr (planned, ==, g_hash_table_lookup (after->resources, key));
    }
}

/* Orders change only when the plan names them or the outcome lists them; new ones are those of the outcome. */
static void
compare_orders (const TenureOutcome *outcome, const Snapshot *before, const Snapshot *after)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key, value;

  for (char **number = outcome->orders; *number != NULL; number++)
    g_hash_table_add (touched, *number);
  for (guint i = 0; i < outcome->plan->items->len; i++)
    if (((TenurePlanItem *)outcome->plan->items->pdata[i])->refusal == NULL)
      g_hash_table_add (touched, ((TenurePlanItem *)outcome->plan->items->pdata[i])->key);
  g_hash_table_iter_init (&iter, after->orders);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *was = g_hash_table_lookup (before->orders, key);
      if (!g_hash_table_contains (touched, key))
        g_assert_cmpstr (was, ==, value);
      else if (tenure_command_kind (outcome->plan->command) == TENURE_COMMAND_CANCEL)
        g_assert_true (g_str_has_prefix (value, "cancelled|"));
    }
}

static void
apply_and_compare (Engine *engine, TenurePlan *plan)
{
  g_auto (Snapshot) before = take_snapshot (engine);
  g_autoptr (TenureOutcome) outcome = engine_apply (engine, plan);
  g_auto (Snapshot) after = take_snapshot (engine);

  if (!tenure_plan_possible (plan))
    {
      g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_REFUSED);
      g_assert_cmpint (before.balance, ==, after.balance);
      return;
    }
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (planned_balance (plan, &before), ==, after.balance);
  g_assert_cmpint (after.refunding - before.refunding, ==, planned_refund (plan));
  if (plan->balance_after != TENURE_MONEY_UNKNOWN)
    g_assert_cmpint (plan->balance_after, ==, after.balance);
  compare_resources (engine, outcome, &before, &after);
  compare_orders (outcome, &before, &after);
}

/* rules 14.8: while one of them waits or is cancelled, the orders of a composite order are in one state with it. */
static void
property_8 (Engine *engine)
{
  static const char *const apart =
      "SELECT count (*) FROM \"order\" c JOIN \"order\" o ON o.id = c.parent_id WHERE c.status <> o.status AND ("
      "c.status IN ('unpaid', 'review', 'confirmation', 'cancelled') OR"
      " o.status IN ('unpaid', 'review', 'confirmation', 'cancelled'))";

  g_assert_cmpint (engine_number_of (engine, apart, NULL), ==, 0);
}

static void
test_difference (void)
{
  g_autoptr (GRand) random = tenure_test_random ();
  g_autoptr (Engine) engine = engine_open ("2023-12-30 10:30:00", 20000);
  guint done[TENURE_N_COMMANDS] = { 0 };

  g_random_set_seed (g_rand_int (random)); /* numbers of orders and commands come from there */
  for (guint i = 0; i < COMMANDS; i++)
    {
      g_autoptr (TenurePlan) plan = plan_something (engine, random, i);
      if (plan != NULL)
        {
          done[tenure_command_kind (plan->command)] += tenure_plan_possible (plan);
          apply_and_compare (engine, plan);
          property_8 (engine);
        }
      engine_pass (engine, g_rand_int_range (random, 0, 8) == 0 ? g_rand_int_range (random, 1, 400000)
                                                                : g_rand_int_range (random, 1, 7200));
      if (i % CHECK_EVERY == CHECK_EVERY - 1)
        engine_check (engine);
    }
  for (guint kind = 0; kind < TENURE_N_COMMANDS; kind++)
    g_test_message ("%s: %u went ahead", tenure_command_kind_name ((TenureCommandKind)kind), done[kind]);
  g_test_message ("%" G_GINT64_FORMAT " in composite orders",
                  engine_number_of (engine, "SELECT count (*) FROM \"order\" WHERE parent_id IS NOT NULL", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/plan-equals-difference", test_difference);
  return g_test_run ();
}
