/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-explain.h"

static void
test_steps (void)
{
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  char passing[] = "V3";
  TenureStep *step = tenure_steps_add (steps, "refund.consumed", "CN-UG");
  const TenureStep *read;

  tenure_step_money (step, "paid", TENURE_MONEY_ONE);
  tenure_step_count (step, "used-hours", 344);
  tenure_step_day (step, "day", 19000);
  tenure_step_time (step, "at", 1704076200);
  tenure_step_ratio (step, "ratio", 344, 758);
  tenure_step_text (step, "level", passing);
  tenure_step_result_money (step, 42);
  passing[0] = 'X';

  g_assert_cmpuint (tenure_steps_length (steps), ==, 1);
  read = tenure_steps_at (steps, 0);
  g_assert_cmpstr (read->rule, ==, "refund.consumed");
  g_assert_cmpstr (read->source, ==, "CN-UG");
  g_assert_cmpuint (read->n_operands, ==, 6);
  g_assert_true (read->operands[0].type == TENURE_OPERAND_MONEY && read->operands[0].value == TENURE_MONEY_ONE);
  g_assert_true (read->operands[1].type == TENURE_OPERAND_COUNT && read->operands[1].value == 344);
  g_assert_true (read->operands[2].type == TENURE_OPERAND_DAY && read->operands[2].value == 19000);
  g_assert_true (read->operands[3].type == TENURE_OPERAND_TIME && read->operands[3].value == 1704076200);
  g_assert_true (read->operands[4].type == TENURE_OPERAND_RATIO && read->operands[4].value == 344);
  g_assert_cmpint (read->operands[4].denominator, ==, 758);
  g_assert_true (read->operands[5].type == TENURE_OPERAND_TEXT);
  g_assert_cmpstr (read->operands[5].text, ==, "V3");
  g_assert_cmpstr (read->operands[5].name, ==, "level");
  g_assert_true (read->result.type == TENURE_OPERAND_MONEY && read->result.value == 42);
}

static void
test_many_steps (void)
{
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autoptr (TenureSteps) held = tenure_steps_ref (steps);

  for (int i = 0; i < 1000; i++)
    {
      TenureStep *step = tenure_steps_add (steps, i % 2 ? "odd" : "even", NULL);

      tenure_step_count (step, "n", i);
      tenure_step_result (step, (TenureOperand){ .name = "d", .type = TENURE_OPERAND_DAY, .value = -i });
    }
  g_assert_cmpuint (tenure_steps_length (held), ==, 1000);
  for (int i = 0; i < 1000; i++)
    {
      const TenureStep *step = tenure_steps_at (held, (guint)i);

      g_assert_cmpstr (step->rule, ==, i % 2 ? "odd" : "even");
      g_assert_null (step->source);
      g_assert_cmpuint (step->n_operands, ==, 1);
      g_assert_true (step->operands[0].value == i && step->result.value == -i);
      g_assert_true (step->result.type == TENURE_OPERAND_DAY);
    }
}

/* Without a list of steps everything is said to nobody. */
static void
test_nobody_listens (void)
{
  TenureStep *step = tenure_steps_add (NULL, "rule", "source");

  g_assert_null (step);
  for (int i = 0; i < 2 * TENURE_STEP_OPERANDS; i++)
    tenure_step_money (step, "m", 1);
  tenure_step_count (step, "c", 1);
  tenure_step_day (step, "d", 1);
  tenure_step_time (step, "t", 1);
  tenure_step_ratio (step, "r", 1, 2);
  tenure_step_text (step, "x", "y");
  tenure_step_result_money (step, 1);
}

static void
test_refusal (void)
{
  TenureRefusal *refusal = tenure_refusal_new ("renew.unpaid-order", "resources");
  char order[] = "CS24041515582CL27";
  g_autoptr (TenureRefusal) copy = NULL;

  tenure_refusal_time (tenure_refusal_money (tenure_refusal_text (refusal, "order", order), "amount", 7), "until", 5);
  memset (order, 'x', sizeof order - 1);
  copy = tenure_refusal_copy (refusal);
  g_assert_true (copy->operands[0].text != refusal->operands[0].text);
  tenure_refusal_free (refusal);

  g_assert_cmpstr (copy->rule, ==, "renew.unpaid-order");
  g_assert_cmpstr (copy->field, ==, "resources");
  g_assert_cmpuint (copy->n_operands, ==, 3);
  g_assert_true (copy->operands[2].type == TENURE_OPERAND_TIME && copy->operands[2].value == 5);
  g_assert_true (copy->operands[1].type == TENURE_OPERAND_MONEY && copy->operands[1].value == 7);
  g_assert_true (copy->operands[0].type == TENURE_OPERAND_TEXT);
  g_assert_cmpstr (copy->operands[0].name, ==, "order");
  g_assert_cmpstr (copy->operands[0].text, ==, "CS24041515582CL27");
}

static void
test_refusal_without_field (void)
{
  g_autoptr (TenureRefusal) refusal = tenure_refusal_count (tenure_refusal_new ("pay.limit", NULL), "limit", 30);

  g_assert_null (refusal->field);
  g_assert_true (refusal->operands[0].type == TENURE_OPERAND_COUNT && refusal->operands[0].value == 30);
}

/* One operand too many is a bug, and is left out instead of written behind the others. */
static void
test_too_many (void)
{
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autoptr (TenureRefusal) refusal = tenure_refusal_new ("rule", NULL);
  TenureStep *step = tenure_steps_add (steps, "rule", "source");

  for (int i = 0; i < TENURE_STEP_OPERANDS; i++)
    tenure_step_count (step, "n", i);
  for (int i = 0; i < TENURE_REFUSAL_OPERANDS; i++)
    tenure_refusal_count (refusal, "n", i);
  g_test_expect_message ("tenure-domain", G_LOG_LEVEL_CRITICAL, "*TENURE_STEP_OPERANDS*");
  g_test_expect_message ("tenure-domain", G_LOG_LEVEL_CRITICAL, "*TENURE_REFUSAL_OPERANDS*");
  g_test_expect_message ("tenure-domain", G_LOG_LEVEL_CRITICAL, "*TENURE_REFUSAL_OPERANDS*");
  g_test_expect_message ("tenure-domain", G_LOG_LEVEL_CRITICAL, "*steps->len*");
  tenure_step_count (step, "n", 7);
  g_assert_true (tenure_refusal_money (refusal, "n", 7) == refusal);
  g_assert_true (tenure_refusal_text (refusal, "n", "x") == refusal);
  g_assert_null (tenure_steps_at (steps, 1));
  g_test_assert_expected_messages ();
  g_assert_cmpuint (step->n_operands, ==, TENURE_STEP_OPERANDS);
  g_assert_cmpuint (refusal->n_operands, ==, TENURE_REFUSAL_OPERANDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/steps", test_steps);
  g_test_add_func ("/explain/many-steps", test_many_steps);
  g_test_add_func ("/explain/nobody-listens", test_nobody_listens);
  g_test_add_func ("/explain/refusal", test_refusal);
  g_test_add_func ("/explain/refusal-without-field", test_refusal_without_field);
  g_test_add_func ("/explain/too-many", test_too_many);
  return g_test_run ();
}
