/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-support.h"

#define ROUNDS 150

static TenureMoney
random_money (GRand *random)
{
  return g_rand_int_range (random, 0, 4) ? tenure_test_any_int (random) / 4096 : TENURE_MONEY_UNKNOWN;
}

static TenureTime
random_time (GRand *random)
{
  return g_rand_boolean (random) ? g_rand_int (random) : TENURE_TIME_UNKNOWN;
}

static char *
random_name (GRand *random)
{
  static const char *const names[] = { "ecs-1", "云主机", "a \"b\" \\ c", "é𝄞", "" };

  return g_strdup (names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))]);
}

static TenureSteps *
random_steps (GRand *random)
{
  TenureSteps *steps = tenure_steps_new ();

  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    {
      TenureStep *step = tenure_steps_add (steps, "refund.consumed", i == 2 ? NULL : "CN-UG");

      tenure_step_money (step, "paid", random_money (random));
      tenure_step_count (step, "used-hours", tenure_test_any_int (random));
      tenure_step_day (step, "day", g_rand_int_range (random, 0, 100000));
      tenure_step_time (step, "at", random_time (random));
      tenure_step_ratio (step, "share", tenure_test_any_int (random), 758);
      tenure_step_text (step, "coupon", g_rand_boolean (random) ? "代金券" : NULL);
      if (i != 3)
        tenure_step_result_money (step, random_money (random));
    }
  return steps;
}

static TenureRefusal *
random_refusal (GRand *random)
{
  TenureRefusal *refusal = tenure_refusal_new ("renew.unpaid-order", g_rand_boolean (random) ? "months" : NULL);
  g_autofree char *text = random_name (random);

  if (g_rand_boolean (random))
    tenure_refusal_money (refusal, "due", random_money (random));
  if (g_rand_boolean (random))
    tenure_refusal_text (refusal, "order", text);
  if (g_rand_boolean (random))
    tenure_refusal_count (refusal, "months", 3);
  else
    tenure_refusal_time (refusal, "at", NOON);
  return refusal;
}

static void
random_item (GRand *random, TenurePlan *plan)
{
  g_autofree char *key = random_name (random);
  TenurePlanItem *item =
      plan_add (plan, g_rand_int_range (random, 0, TENURE_VERB_GIVE_BACK + 1), key, random_money (random));

  item->product = g_rand_boolean (random) ? g_intern_string ("ECS") : NULL;
  item->main_key = g_rand_boolean (random) ? random_name (random) : NULL;
  item->main_name = g_rand_boolean (random) ? random_name (random) : NULL;
  item->official = random_money (random);
  item->money = (TenureChannels){ random_money (random), 0, random_money (random), 5, random_money (random) };
  item->lost = random_money (random);
  item->refund_kind = g_rand_int_range (random, 0, 3);
  item->months = g_rand_int_range (random, 0, 61);
  item->extra_days = g_rand_int_range (random, -1, 31);
  item->old_expiry = random_time (random);
  item->new_expiry = random_time (random);
  item->new_value = g_rand_boolean (random) ? random_name (random) : NULL;
  item->base_order = g_rand_boolean (random) ? random_name (random) : NULL;
  item->steps = g_rand_boolean (random) ? random_steps (random) : NULL;
  item->refusal = g_rand_boolean (random) ? random_refusal (random) : NULL;
}

static TenurePlan *
random_plan (GRand *random)
{
  TenurePlan *plan = plan_empty ();

  for (int i = g_rand_int_range (random, 0, 8); i > 0; i--)
    random_item (random, plan);
  for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
    g_ptr_array_add (plan->refusals, random_refusal (random));
  plan->planned_at = g_rand_int (random);
  plan->holds_until = random_time (random);
  plan->balance_before = random_money (random);
  plan->quota_left = g_rand_int_range (random, -1, 11);
  plan->review = g_rand_boolean (random);
  plan_seal (plan);
  return plan;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (TenurePlan) plan = random_plan (random);
      g_autofree char *text = plan_text (plan);
      g_autoptr (GError) error = NULL;
      g_autoptr (TenurePlan) again = plan_from_text (text, &error);
      g_autofree char *text_again = NULL, *said = NULL;

      g_assert_no_error (error);
      text_again = plan_text (again);
      said = plan_differences (plan, again);
      g_assert_cmpstr (text, ==, text_again);
      g_assert_cmpstr (plan->digest, ==, again->digest);
      g_assert_cmpstr (said, ==, "");
    }
}

/* Every changed letter of a file is noticed, wherever it stands. */
static void
test_any_edit (void)
{
  g_autoptr (GRand) random = tenure_test_random ();
  g_autoptr (TenurePlan) plan = plan_sample ();
  g_autofree char *text = plan_text (plan);

  for (gsize i = 0; i < strlen (text); i++)
    {
      g_autofree char *edited = g_strdup (text);
      g_autoptr (GError) error = NULL;

      edited[i] = g_ascii_isdigit (text[i]) ? '0' + (text[i] - '0' + g_rand_int_range (random, 1, 10)) % 10
                                            : (text[i] == 'x' ? 'y' : 'x');
      g_assert_null (plan_from_text (edited, &error));
      g_assert_true (error->domain == TENURE_INPUT_ERROR || error->code == TENURE_SYSTEM_ERROR_NEWER);
    }
}

static const struct
{
  const char *find, *put, *named;
} edits[] = {
  { "\"total\":\"340.00\"", "\"total\":\"34.00\"", "the file was changed" },
  { "\"total\":\"340.00\"", "\"total\":\"3.4e2\"", "the file was changed" },
  { "\"total\":\"340.00\"", "\"total\":340", "total" },
  { "\"total\":\"340.00\"", "\"total\":\"340.00\",\"tip\":\"1\"", "the file was changed" },
  { "\"total\":\"340.00\",", "", "the file was changed" },
  { "\"to_pay\":\"340.00\"", "\"to_pay\":\"0.00\"", "the file was changed" },
  { "\"months\":12,\"name\"", "\"months\":99999999999,\"name\"", "months" },
  { "\"months\":12,\"name\"", "\"months\":\"12\",\"name\"", "months" },
  { "\"new_expiry\":\"2025-11-23 12:00:00\"", "\"new_expiry\":\"2025-11-23\"", "the file was changed" },
  { "\"new_expiry\":\"2025-11-23 12:00:00\"", "\"new_expiry\":\"tomorrow\"", "new_expiry" },
  { "\"new_expiry\":\"2025-11-23 12:00:00\"", "\"new_expiry\":1763870400", "new_expiry" },
  { "\"planned_at\":\"2024-11-23 12:00:00\"", "\"planned_at\":\"2024-11-23 12:00:01\"", "the file was changed" },
  { "\"name\":\"ecs-1\"", "\"name\":\"ecs-7\"", "the file was changed" },
  { "\"name\":\"ecs-1\"", "\"name\":7", "name" },
  { "\"key\":\"ecs-1\",", "", "key" },
  { "\"verb\":\"renew\"", "\"verb\":\"set\"", "the file was changed" },
  { "\"verb\":\"renew\"", "\"verb\":\"destroy\"", "verb" },
  { "\"verb\":\"renew\"", "\"verb\":5", "verb" },
  { "\"refund_kind\":\"conditional\"", "\"refund_kind\":\"all\"", "refund_kind" },
  { "\"refund_kind\":\"conditional\"", "\"refund_kind\":null", "refund_kind" },
  { "\"rule\":\"price.years\"", "\"rule\":\"price.month\"", "the file was changed" },
  { "\"rule\":\"price.years\",", "", "rule" },
  { "\"rule\":\"renew.unpaid-order\"", "\"rule\":null", "rule" },
  { "{\"name\":\"order\",\"text\":\"CS1\"}", "{\"name\":\"order\"}", "renew.unpaid-order" },
  { "{\"name\":\"order\",\"text\":\"CS1\"}", "{\"name\":\"order\",\"text\":1}", "renew.unpaid-order" },
  { "{\"name\":\"order\",\"text\":\"CS1\"}", "{\"name\":\"order\",\"day\":\"today\"}", "renew.unpaid-order" },
  { "{\"name\":\"order\",\"text\":\"CS1\"}", "{\"name\":\"order\",\"day\":7}", "renew.unpaid-order" },
  { "{\"name\":\"order\",\"text\":\"CS1\"}", "{\"name\":\"order\",\"count\":\"7\"}", "renew.unpaid-order" },
  { "{\"name\":\"order\",\"text\":\"CS1\"}", "{\"name\":\"order\",\"time\":7}", "renew.unpaid-order" },
  { "{\"name\":\"order\",\"text\":\"CS1\"}", "{\"text\":\"CS1\"}", "renew.unpaid-order" },
  { "{\"name\":\"order\",\"text\":\"CS1\"}", "{\"name\":1,\"text\":\"CS1\"}", "renew.unpaid-order" },
  { "\"operands\":[{\"name\":\"order\"", "\"operands\":{},\"x\":[{\"name\":\"order\"", "renew.unpaid-order" },
  { "\"ratio\":[8000,10000]", "\"ratio\":[8000]", "price.years" },
  { "\"ratio\":[8000,10000]", "\"ratio\":8000", "price.years" },
  { "\"ratio\":[8000,10000]", "\"ratio\":[8000,\"1\"]", "price.years" },
  { "\"ratio\":[8000,10000]", "\"ratio\":[0.5,10000]", "price.years" },
  { "\"result\":{\"money\":\"340.00\",\"name\":\"result\"}", "\"result\":{\"money\":1,\"name\":\"result\"}",
    "price.years" },
  { "\"schema\":\"tenure-plan/1\"", "\"schema\":\"tenure-plan/2\"", "tenure-plan/2" },
  { "\"schema\":\"tenure-plan/1\"", "\"schema\":1", "schema" },
  { "\"refusals\":[],", "", "refusals" },
  { "\"refusals\":[]", "\"refusals\":[{}]", "rule" },
  { "\"items\":[", "\"items\":[7,", "key" },
  { "\"profile\":\"profile-1\"", "\"profile\":\"profile-2\"", "the file was changed" },
  { "\"command\":{", "\"command\":7,\"x\":{", "command" },
  { "\"quota_needed\":1", "\"quota_needed\":1,\"review\":1", "review" },
  { "\"quota_needed\":1", "\"quota_needed\":1,\"review\":false", "the file was changed" },
};

static void
test_edited (void)
{
  g_autoptr (TenurePlan) plan = plan_sample ();
  g_autofree char *text = plan_text (plan);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, edits[i].find, 2);
      g_autofree char *edited = g_strjoinv (edits[i].put, parts);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", edits[i].find, edits[i].put);
      g_assert_cmpstr (edited, !=, text);
      g_assert_null (plan_from_text (edited, &error));
      g_assert_cmpint (error->domain, ==, TENURE_INPUT_ERROR);
      g_assert_nonnull (strstr (error->message, edits[i].named));
    }
}

/* Too many operands must not be written beyond their array. */
static void
test_operands (void)
{
  g_autoptr (TenurePlan) plan = plan_sample ();
  g_autofree char *text = plan_text (plan);
  g_auto (GStrv) parts = g_strsplit (text, "{\"name\":\"order\",\"text\":\"CS1\"}", 2);
  g_autoptr (GString) many = g_string_new ("{\"name\":\"a\",\"count\":1}");
  g_autofree char *edited = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < TENURE_REFUSAL_OPERANDS; i++)
    g_string_append (many, ",{\"name\":\"a\",\"count\":1}");
  edited = g_strjoinv (many->str, parts);
  g_assert_null (plan_from_text (edited, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "renew.unpaid-order");
}

/* The bytes of a file as it stands, so that nothing in its format changes by accident. */
static void
test_format (void)
{
  g_autoptr (TenurePlan) plan = plan_empty ();
  g_autofree char *text = NULL, *wanted = NULL, *seal_text = NULL;
  g_autoptr (TenureJson) json = NULL;

  plan_add (plan, TENURE_VERB_RENEW, "ecs-1", YUAN (340))->new_expiry = NOON;
  plan_seal (plan);
  json = tenure_plan_to_json (plan);
  text = plan_text (plan);
  seal_text = g_strdup (tenure_json_text (tenure_json_get (json, "seal")));
  wanted = g_strconcat (
      "{\"account\":\"account-1\",\"command\":{\"id\":\"" ID "\",\"kind\":\"renew\",\"params\":{\"months\":12,"
      "\"pay\":true,\"resources\":[\"ecs-1\",\"ecs-2\"]},\"version\":1},\"digest\":\"",
      plan->digest,
      "\",\"holds_until\":null,\"items\":[{\"key\":\"ecs-1\",\"name\":\"ecs-1\","
      "\"new_expiry\":\"2024-11-23 12:00:00\",\"total\":\"340.00\",\"verb\":\"renew\"}],"
      "\"planned_at\":\"2024-11-23 12:00:00\",\"policy_hash\":\"hash-1\",\"profile\":\"profile-1\",\"refusals\":[],"
      "\"schema\":\"tenure-plan/1\",\"seal\":\"",
      seal_text, "\",\"to_pay\":\"340.00\",\"to_return\":\"0.00\"}", NULL);
  g_assert_cmpstr (text, ==, wanted);
  g_assert_cmpuint (strlen (plan->digest), ==, 64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-file/round-trip", test_round_trip);
  g_test_add_func ("/plan-file/any-edit", test_any_edit);
  g_test_add_func ("/plan-file/edited", test_edited);
  g_test_add_func ("/plan-file/operands", test_operands);
  g_test_add_func ("/plan-file/format", test_format);
  return g_test_run ();
}
