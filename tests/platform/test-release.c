/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Release: what goes, what stays, and who may not (A1-24, rules 7, guide 4.2.6). */
#include "engine.h"

#define GRACE "2024-02-12 10:00:00"

static void
refused (Engine *engine, char **keys, const char *rule)
{
  engine_refused (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = keys }, rule);
}

static char *
status_of (Engine *engine, const char *name)
{
  return engine_value (engine, "SELECT group_concat (status) FROM resource WHERE name GLOB ?1", name);
}

/* The guide's example: the server goes with its bound disk, the network stays. In any tab, in grace and retention. */
static void
test_example (gconstpointer moment)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *net = engine_buy (engine, "vpc", "net", 3), *key = engine_buy (engine, "ecs", "app", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);
  TenureSetMode mode = { .resources = keys, .mode = TENURE_MODE_NO_RENEWAL };
  g_autoptr (TenureOutcome) done = NULL;
  g_autofree char *app = NULL, *stays = NULL;
  const TenurePlanItem *head, *part;
  TenureMoney balance;

  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_SET_MODE, &mode));
  refused (engine, keys, "release.in-use");
  engine_go (engine, moment);
  balance = engine_balance (engine);
  done = engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = keys });
  g_assert_cmpuint (done->plan->items->len, ==, 2);
  head = done->plan->items->pdata[0];
  part = done->plan->items->pdata[1];
  g_assert_cmpint (head->verb, ==, TENURE_VERB_RELEASE);
  g_assert_cmpstr (part->main_key, ==, key);
  g_assert_cmpstr (tenure_steps_at (head->steps, 0)->rule, ==, "release.for-good");
  g_assert_cmpstr (tenure_steps_at (head->steps, 1)->rule, ==, "release.stays");
  app = status_of (engine, "app*");
  stays = status_of (engine, "net");
  g_assert_cmpstr (app, ==, "released,released");
  g_assert_cmpstr (stays, ==, "active");
  g_assert_cmpint (engine_balance (engine), ==, balance);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM journal WHERE kind = 'resource.released'", NULL),
                   ==, 2);
  refused (engine, keys, "resource.gone");
  engine_check (engine);
}

static const struct
{
  const char *sql, *rule; /* NULL: it is done */
} cases[] = {
  { "UPDATE account SET freeze = 'police'", "account.frozen" },
  { "UPDATE resource SET freeze = 'police' WHERE main_id IS NULL", "resource.police-frozen" },
  { "UPDATE resource SET freeze = 'police' WHERE main_id IS NOT NULL", "resource.police-frozen" },
  { "UPDATE account SET freeze = 'arrears'", NULL },
  { "UPDATE account SET freeze = 'violation'", NULL },
  { "UPDATE resource SET freeze = 'arrears'", NULL },
  { "UPDATE resource SET freeze = 'violation'", NULL },
  { "UPDATE resource SET mode = 'to-pay-per-use'", NULL },
};

static void
test_freezes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
      g_autofree char *key = engine_buy (engine, "ecs", "app", 1);
      g_auto (GStrv) keys = engine_strv (key, NULL);

      g_test_message ("%s", cases[i].sql);
      engine_go (engine, GRACE);
      engine_sql (engine, cases[i].sql);
      if (cases[i].rule != NULL)
        refused (engine, keys, cases[i].rule);
      else
        tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = keys }));
    }
}

/* Not while an order waits or is worked on; the part goes with its main; any number at a time. */
static void
test_orders (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "ecs", "app", 1), *net = engine_buy (engine, "vpc", "net", 1);
  g_autofree char *part = engine_value (engine, "SELECT key FROM resource WHERE main_id IS NOT NULL", NULL);
  g_auto (GStrv) keys = engine_strv (key, NULL), parts = engine_strv (part, NULL), both = engine_strv (key, net, NULL);
  g_autoptr (TenureOutcome) waiting = NULL;
  g_autoptr (TenureOutcome) done = NULL;

  engine_go (engine, GRACE);
  waiting = engine_do (engine, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = keys, .months = 1 });
  refused (engine, keys, "resource.unpaid-order");
  refused (engine, parts, "resource.bound-part");
  engine_sql (engine, "UPDATE \"order\" SET status = 'processing' WHERE status = 'unpaid'");
  refused (engine, keys, "resource.order-in-process");
  engine_sql (engine, "UPDATE \"order\" SET status = 'unpaid' WHERE status = 'processing'");
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_CANCEL, &(TenureCancel){ .orders = waiting->orders }));
  done = engine_do (engine, TENURE_COMMAND_RELEASE, &(TenureRelease){ .resources = both });
  g_assert_cmpuint (done->plan->items->len, ==, 3);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM event", NULL), ==, 0);
  engine_check (engine);
}

/* Pay-per-use has no expiry to wait for; what is metered is settled first elsewhere. */
static void
test_pay_per_use (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "eip", "ip", 1);
  g_auto (GStrv) keys = engine_strv (key, NULL);

  engine_sql (engine, "UPDATE resource SET charging = 'pay-per-use', expiry = NULL");
  refused (engine, keys, "resource.pay-per-use");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/release/A1-24-in-grace", GRACE, test_example);
  g_test_add_data_func ("/release/A1-24-in-retention", "2024-02-20 10:00:00", test_example);
  g_test_add_func ("/release/freezes", test_freezes);
  g_test_add_func ("/release/orders", test_orders);
  g_test_add_func ("/release/pay-per-use", test_pay_per_use);
  return g_test_run ();
}
