/* SPDX-License-Identifier: GPL-3.0-or-later */
/* However the clock gets there, by one jump or hour by hour, the same has happened at the same moments: what fell due
 * is played in time order (hours before automatic renewals, each told of the balance that there was). */
#include "metered.h"

#include "tenure-test.h"

#define STORIES 12
#define START "2024-01-10 10:30:00"

/* --- A random institution ------------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *offer, *spec;
  int bandwidth; /* the most; 0: none */
} Thing;

static const Thing things[] = {
  { "eip", "5_bgp", 30 },
  { "vpc", "standard", 0 },
  { "rds", "rds.mysql.n1.large.2", 0 },
  { "ecs", "s6.small.1", 0 },
};

static TenurePlaceOrder
order_of (const Thing *thing, GRand *random, char *name, gboolean metered)
{
  return (TenurePlaceOrder){ .offer = (char *)thing->offer,
                             .spec = (char *)thing->spec,
                             .name = name,
                             .region = (char *)"cn-north-4",
                             .bandwidth = thing->bandwidth ? g_rand_int_range (random, 1, thing->bandwidth) : 0,
                             .months = metered ? 0 : 1,
                             .auto_renew = !metered && g_rand_boolean (random),
                             .pay_per_use = metered,
                             .quantity = 1,
                             .agreed = TRUE };
}

/* As far as there is money for it. */
static void
buy (Engine *engine, GRand *random, guint number)
{
  g_autofree char *name = g_strdup_printf ("thing-%u", number);
  const Thing *thing = &things[g_rand_int_range (random, 0, G_N_ELEMENTS (things))];
  gboolean metered = !g_str_equal (thing->offer, "vpc") && g_rand_boolean (random);
  TenurePlaceOrder params = order_of (thing, random, name, metered);
  g_autoptr (TenureOutcome) placed = engine_do (engine, TENURE_COMMAND_ORDER, &params);

  if (metered)
    return;
  g_autoptr (TenurePlan) plan = engine_plan (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders });
  tenure_outcome_unref (engine_apply (engine, plan));
}

static void
begin (Engine *engine, GRand *random)
{
  static const char *const instruments[] = { "voucher", "flexi", "card" };
  guint n = (guint)g_rand_int_range (random, 2, 6);

  for (guint i = 0; i < n; i++)
    buy (engine, random, i);
  if (g_rand_int_range (random, 0, 3) == 0)
    metered_grant (engine, "I", instruments[g_rand_int_range (random, 0, 3)], g_rand_int_range (random, 1, 30));
  if (g_rand_int_range (random, 0, 3) == 0)
    engine_sql (engine, "UPDATE resource SET mode = 'to-pay-per-use' WHERE mode = 'manual' AND charging = 'period' AND"
                        " offer <> 'vpc' AND main_id IS NULL");
}

/* --- What has happened ---------------------------------------------------------------------------------------------
 */

/* Texts name things by random keys, which are left out. Hours are billed in rows of any length. */
static const struct
{
  const char *what, *sql;
} views[] = {
  { "ledger", "SELECT group_concat (name || ' ' || balance, x'0a') FROM (SELECT * FROM ledger ORDER BY name)" },
  { "resources", "SELECT group_concat (concat, x'0a') FROM (SELECT name || ' ' || status || ' ' || freeze || ' ' ||"
                 " mode || ' ' || charging || ' ' || coalesce (expiry, '') || ' ' || coalesce (charged_until, '')"
                 " AS concat FROM resource ORDER BY id)" },
  { "orders",
    "SELECT group_concat (concat, x'0a') FROM (SELECT type || ' ' || status || ' ' || created || ' ' || due ||"
    " ' ' || cash AS concat FROM \"order\" ORDER BY created, type, due)" },
  { "arrears", "SELECT coalesce (arrears_since, 0) FROM account WHERE key = 'demo'" },
  { "hours",
    "SELECT group_concat (concat, x'0a') FROM (SELECT resource_id || ' ' || sum (hours) || ' ' || sum (cash) ||"
    " ' ' || sum (debt) || ' ' || sum (voucher) AS concat FROM bill WHERE type = 5 GROUP BY resource_id)" },
  { "messages", "SELECT group_concat (concat, x'0a') FROM (SELECT at || ' ' || kind || ' ' || template || ' ' ||"
                " json_remove (arguments, '$.resource', '$.order', '$.orders') AS concat FROM message"
                " ORDER BY at, concat)" },
  { "messages out of order", "SELECT count (*) FROM message a JOIN message b ON b.id = a.id + 1 WHERE b.at < a.at" },
};

typedef char *Views[G_N_ELEMENTS (views)];

typedef enum
{
  BY_A_JUMP,
  HOUR_BY_HOUR,
  INTERRUPTED, /* what comes next knows nothing of what was begun */
} Way;

static const char *const ways[] = { "by a jump", "hour by hour", "interrupted" };

static void
pass (Engine *engine, TenureTime seconds, Way way)
{
  TenureTime step = way == HOUR_BY_HOUR ? TENURE_HOUR_SECONDS : seconds;
  g_autoptr (GError) error = NULL;

  if (way == INTERRUPTED)
    {
      engine->now += seconds;
      while (tenure_embedded_settle_at (engine->platform, engine->now, 3, NULL, &error) > 0)
        ;
      g_assert_no_error (error);
      return;
    }
  for (; seconds > 0; seconds -= step)
    engine_pass (engine, step);
}

static void
live (guint32 seed, Way way, Views said)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  TenureLevel level = (TenureLevel)g_rand_int_range (random, TENURE_LEVEL_V0, TENURE_LEVEL_V5 + 1);
  g_autoptr (Engine) engine = engine_new (START, g_rand_int_range (random, 20, 500), TRUE, level);

  begin (engine, random);
  for (guint part = 0; part < 2; part++)
    {
      pass (engine, g_rand_int_range (random, 24, 24 * 30) * TENURE_HOUR_SECONDS, way);
      if (part == 0)
        metered_top_up (engine, g_rand_int_range (random, 1, 100));
    }
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    said[i] = engine_value (engine, views[i].sql, NULL);
  engine_check (engine);
}

static void
compare (guint32 seed, Way way, Views expected)
{
  Views said;

  live (seed, way, said);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      if (g_strcmp0 (said[i], expected[i]) != 0)
        g_error ("story %u: %s differ.\n%s:\n%s\n%s:\n%s", seed, views[i].what, ways[way], said[i], ways[HOUR_BY_HOUR],
                 expected[i]);
      g_free (said[i]);
    }
}

static void
test_jumps (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (guint story = 0; story < STORIES; story++)
    {
      guint32 seed = g_rand_int (random);
      Views expected;

      live (seed, HOUR_BY_HOUR, expected);
      compare (seed, BY_A_JUMP, expected);
      compare (seed, INTERRUPTED, expected);
      for (guint i = 0; i < G_N_ELEMENTS (views); i++)
        g_free (expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jumps/A1-14-in-time-order", test_jumps);
  return g_test_run ();
}
