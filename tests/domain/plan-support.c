/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-support.h"

TenureCommand *
plan_command (const char *id, int months)
{
  char *resources[] = { (char *)"ecs-1", (char *)"ecs-2", NULL };
  TenureRenew renew = { .resources = resources, .months = months, .pay = TRUE };
  g_autoptr (GError) error = NULL;
  TenureCommand *command = tenure_command_new (TENURE_COMMAND_RENEW, &renew, id, &error);

  g_assert_no_error (error);
  return command;
}

TenurePlanItem *
plan_add (TenurePlan *plan, TenureVerb verb, const char *key, TenureMoney total)
{
  TenurePlanItem *item = tenure_plan_item_new (verb, key, key);

  item->total = total;
  g_ptr_array_add (plan->items, item);
  return item;
}

void
plan_seal (TenurePlan *plan)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_plan_seal (plan, &error));
  g_assert_no_error (error);
}

TenurePlan *
plan_empty (void)
{
  g_autoptr (TenureCommand) command = plan_command (ID, 12);

  return tenure_plan_new (command, "profile-1", "account-1", "hash-1", NOON);
}

/* One item that goes ahead and costs, one that is refused, one that returns money. */
TenurePlan *
plan_sample (void)
{
  TenurePlan *plan = plan_empty ();
  TenurePlanItem *item = plan_add (plan, TENURE_VERB_RENEW, "ecs-1", YUAN (340));
  TenureStep *step;

  item->official = item->due = item->money.cash = YUAN (340);
  item->months = 12;
  item->old_expiry = NOON;
  item->new_expiry = NOON + 365 * TENURE_DAY_SECONDS;
  item->steps = tenure_steps_new ();
  step = tenure_steps_add (item->steps, "price.years", "catalogue");
  tenure_step_money (step, "price", YUAN (340));
  tenure_step_ratio (step, "factor", 8000, 10000);
  tenure_step_result_money (step, YUAN (340));
  item = plan_add (plan, TENURE_VERB_RENEW, "ecs-2", YUAN (58));
  item->refusal = tenure_refusal_text (tenure_refusal_new ("renew.unpaid-order", NULL), "order", "CS1");
  item = plan_add (plan, TENURE_VERB_UNSUBSCRIBE, "ecs-3", YUAN (80));
  item->paid = YUAN (100);
  item->fee = YUAN (10);
  item->consumed = YUAN (10);
  item->money.voucher = YUAN (20);
  item->base_order = g_strdup ("CS2");
  plan->quota_needed = 1;
  plan_seal (plan);
  return plan;
}

char *
plan_text (const TenurePlan *plan)
{
  g_autoptr (TenureJson) json = tenure_plan_to_json (plan);

  return tenure_json_to_canonical (json);
}

TenurePlan *
plan_from_text (const char *text, GError **error)
{
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, error);

  return json ? tenure_plan_from_json (json, error) : NULL;
}

char *
plan_differences (const TenurePlan *plan, const TenurePlan *fresh)
{
  g_autoptr (GPtrArray) differences = tenure_plan_compare (plan, fresh);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const TenureDifference *difference = differences->pdata[i];

      g_string_append_printf (text, "%s/%s %s>%s;", difference->key, difference->what,
                              difference->planned ? difference->planned : "-", difference->now ? difference->now : "-");
      g_assert_cmpstr (difference->name, ==, difference->key);
    }
  return g_string_free (text, FALSE);
}
