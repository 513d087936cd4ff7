/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-support.h"

/* Sums ----------------------------------------------------------------------------------------------------- */

static void
test_sums (void)
{
  static const struct
  {
    TenureVerb verb;
    gboolean refused;
    TenureMoney total, voucher, to_pay, to_return, voucher_return;
  } cases[] = {
    { TENURE_VERB_ORDER, FALSE, YUAN (5), YUAN (1), YUAN (6), YUAN (2), 0 },
    { TENURE_VERB_PAY, FALSE, YUAN (5), YUAN (1), YUAN (6), YUAN (2), 0 },
    { TENURE_VERB_RENEW, FALSE, YUAN (5), YUAN (1), YUAN (6), YUAN (2), 0 },
    { TENURE_VERB_UNSUBSCRIBE, FALSE, YUAN (5), YUAN (1), YUAN (1), YUAN (7), YUAN (1) },
    { TENURE_VERB_GIVE_BACK, FALSE, YUAN (5), YUAN (1), YUAN (1), YUAN (7), YUAN (1) },
    { TENURE_VERB_SET, FALSE, YUAN (5), YUAN (1), YUAN (1), YUAN (2), 0 },
    { TENURE_VERB_DEPOSIT, FALSE, YUAN (5), YUAN (1), YUAN (1), YUAN (2), 0 },
    { TENURE_VERB_CANCEL, FALSE, YUAN (5), YUAN (1), YUAN (1), YUAN (2), 0 },
    { TENURE_VERB_RENEW, TRUE, YUAN (5), YUAN (1), YUAN (1), YUAN (2), 0 },
    { TENURE_VERB_UNSUBSCRIBE, TRUE, YUAN (5), YUAN (1), YUAN (1), YUAN (2), 0 },
    { TENURE_VERB_RENEW, FALSE, TENURE_MONEY_UNKNOWN, 0, TENURE_MONEY_UNKNOWN, YUAN (2), 0 },
    { TENURE_VERB_UNSUBSCRIBE, FALSE, TENURE_MONEY_UNKNOWN, 0, YUAN (1), TENURE_MONEY_UNKNOWN, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenurePlan) plan = plan_empty ();
      TenurePlanItem *item = plan_add (plan, cases[i].verb, "a", cases[i].total);

      item->money.voucher = cases[i].voucher;
      item->refusal = cases[i].refused ? tenure_refusal_new ("no", NULL) : NULL;
      plan_add (plan, TENURE_VERB_PAY, "b", YUAN (1));
      plan_add (plan, TENURE_VERB_GIVE_BACK, "c", YUAN (2));
      plan_seal (plan);
      plan_seal (plan); /* a second time changes nothing */
      g_assert_cmpint (plan->to_pay, ==, cases[i].to_pay);
      g_assert_cmpint (plan->to_return, ==, cases[i].to_return);
      g_assert_cmpint (plan->voucher_return, ==, cases[i].voucher_return);
    }
}

static void
test_overflow (void)
{
  static const struct
  {
    TenureVerb verb;
    TenureMoney total, voucher;
  } cases[] = { { TENURE_VERB_RENEW, G_MAXINT64, 0 },
                { TENURE_VERB_UNSUBSCRIBE, G_MAXINT64, 0 },
                { TENURE_VERB_GIVE_BACK, 0, G_MAXINT64 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenurePlan) plan = plan_empty ();
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 2; j++)
        plan_add (plan, cases[i].verb, j ? "a" : "b", cases[i].total)->money.voucher = cases[i].voucher;
      g_assert_false (tenure_plan_seal (plan, &error));
      tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_OVERFLOW, "");
    }
}

static void
test_possible (void)
{
  g_autoptr (TenurePlan) plan = plan_empty ();

  g_assert_false (tenure_plan_possible (plan));
  plan_add (plan, TENURE_VERB_RENEW, "a", 0)->refusal = tenure_refusal_new ("no", NULL);
  g_assert_false (tenure_plan_possible (plan));
  plan_add (plan, TENURE_VERB_RENEW, "b", 0);
  g_assert_true (tenure_plan_possible (plan));
  g_ptr_array_add (plan->refusals, tenure_refusal_new ("no", "months"));
  g_assert_false (tenure_plan_possible (plan));
}

static void
test_verbs (void)
{
  static const char *const names[] = {
    "set", "deposit", "order", "pay", "cancel", "renew", "unsubscribe", "give-back"
  };
  TenureVerb verb;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (tenure_verb_name (i), ==, names[i]);
      g_assert_true (tenure_verb_from_name (names[i], &verb));
      g_assert_cmpint (verb, ==, i);
    }
  g_assert_false (tenure_verb_from_name ("destroy", &verb));
}

/* Comparison and digest: both look at the same things ------------------------------------------------------ */

typedef void (*Change) (TenurePlan *plan, TenurePlanItem *item);

#define CHANGE(name, statement)                                                                                        \
  static void name (TenurePlan *plan, TenurePlanItem *item) { statement; }

static void
set_text (char **slot, const char *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

CHANGE (change_total, item->total += 1)
CHANGE (change_total_unknown, item->total = TENURE_MONEY_UNKNOWN)
CHANGE (change_official, item->official += 1)
CHANGE (change_due, item->due += 1)
CHANGE (change_cash, item->money.cash += 1)
CHANGE (change_credit, item->money.credit += 1)
CHANGE (change_flexi, item->money.flexi += 1)
CHANGE (change_card, item->money.card += 1)
CHANGE (change_voucher, item->money.voucher += 1)
CHANGE (change_paid, item->paid += 1)
CHANGE (change_consumed, item->consumed += 1)
CHANGE (change_fee, item->fee += 1)
CHANGE (change_lost, item->lost += 1)
CHANGE (change_kind, item->refund_kind = TENURE_REFUND_FIVE_DAY)
CHANGE (change_months, item->months = 1)
CHANGE (change_extra_days, item->extra_days = 5)
CHANGE (change_old_expiry, item->old_expiry += 1)
CHANGE (change_new_expiry, item->new_expiry = TENURE_TIME_UNKNOWN)
CHANGE (change_old_value, set_text (&item->old_value, "manual"))
CHANGE (change_new_value, set_text (&item->new_value, "auto"))
CHANGE (change_main, set_text (&item->main_key, "ecs-9"))
CHANGE (change_refusal, item->refusal = tenure_refusal_new ("renew.withdrawn", NULL))
CHANGE (change_refusal_and_total, (item->refusal = tenure_refusal_new ("renew.withdrawn", NULL), item->total = 1))
CHANGE (change_refused, g_clear_pointer (&((TenurePlanItem *)plan->items->pdata[1])->refusal, tenure_refusal_free))
CHANGE (change_review, plan->review = TRUE)
CHANGE (change_quota, plan->quota_needed = 2)
CHANGE (change_policy, set_text (&plan->policy_hash, "hash-2"))
CHANGE (change_account, set_text (&plan->account, "account-2"))
CHANGE (change_profile, set_text (&plan->profile, "profile-2"))
CHANGE (change_whole, g_ptr_array_add (plan->refusals, tenure_refusal_new ("pay.balance-short", NULL)))
CHANGE (change_gone, g_ptr_array_remove_index (plan->items, 2))
CHANGE (change_new, plan_add (plan, TENURE_VERB_RENEW, "ecs-4", 0))
CHANGE (change_verb, item->verb = TENURE_VERB_ORDER)
CHANGE (change_base, set_text (&item->base_order, "CS9"))
CHANGE (change_id, (tenure_command_unref (plan->command), plan->command = plan_command (OTHER_ID, 12)))
CHANGE (change_params, (tenure_command_unref (plan->command), plan->command = plan_command (ID, 1)))
/* What nobody decides by. */
CHANGE (change_nothing, (void)item)
CHANGE (change_planned_at, plan->planned_at += 3600)
CHANGE (change_holds_until, plan->holds_until = NOON)
CHANGE (change_balance, plan->balance_before = plan->balance_after = YUAN (7))
CHANGE (change_quota_left, plan->quota_left = 4)
CHANGE (change_name, set_text (&item->name, "renamed"))
CHANGE (change_product, item->product = g_intern_string ("ECS"))
CHANGE (change_region, item->region = g_intern_string ("cn-north-9"))
CHANGE (change_steps, g_clear_pointer (&item->steps, tenure_steps_unref))
CHANGE (change_refused_total, ((TenurePlanItem *)plan->items->pdata[1])->total += 1)

/* A refusal as JSON, so that it can be said in a sentence. */
#define REFUSAL_OF(rule, operands) "{\"operands\":[" operands "],\"rule\":\"" rule "\"}"
#define REFUSAL(rule) REFUSAL_OF (rule, "")

static const struct
{
  const char *name;
  Change change;
  const char *said; /* KEY WHAT PLANNED>NOW; … */
} changes[] = {
  { "total", change_total, "/to-pay 340.00>340.00000001;ecs-1/total 340.00>340.00000001;" },
  { "total-unknown", change_total_unknown, "/to-pay 340.00>unknown;ecs-1/total 340.00>unknown;" },
  { "official", change_official, "ecs-1/official 340.00>340.00000001;" },
  { "due", change_due, "ecs-1/due 340.00>340.00000001;" },
  { "cash", change_cash, "ecs-1/cash 340.00>340.00000001;" },
  { "credit", change_credit, "ecs-1/credit ->0.00000001;" },
  { "flexi", change_flexi, "ecs-1/flexi ->0.00000001;" },
  { "card", change_card, "ecs-1/card ->0.00000001;" },
  { "voucher", change_voucher, "ecs-1/voucher ->0.00000001;" },
  { "paid", change_paid, "ecs-1/paid ->0.00000001;" },
  { "consumed", change_consumed, "ecs-1/consumed ->0.00000001;" },
  { "fee", change_fee, "ecs-1/fee ->0.00000001;" },
  { "lost", change_lost, "ecs-1/lost ->0.00000001;" },
  { "refund-kind", change_kind, "ecs-1/refund-kind ->five-day;" },
  { "months", change_months, "ecs-1/months 12>1;" },
  { "extra-days", change_extra_days, "ecs-1/extra-days ->5;" },
  { "old-expiry", change_old_expiry, "ecs-1/old-expiry 2024-11-23 12:00:00>2024-11-23 12:00:01;" },
  { "new-expiry", change_new_expiry, "ecs-1/new-expiry 2025-11-23 12:00:00>-;" },
  { "old-value", change_old_value, "ecs-1/old-value ->manual;" },
  { "new-value", change_new_value, "ecs-1/new-value ->auto;" },
  { "main", change_main, "ecs-1/main ->ecs-9;" },
  { "refusal", change_refusal, "/to-pay 340.00>-;ecs-1/refusal ->" REFUSAL ("renew.withdrawn") ";" },
  { "refusal-and-total", change_refusal_and_total,
    "/to-pay 340.00>-;ecs-1/refusal ->" REFUSAL ("renew.withdrawn") ";" },
  { "refused", change_refused,
    "/to-pay 340.00>398.00;ecs-2/refusal " REFUSAL_OF ("renew.unpaid-order",
                                                       "{\"name\":\"order\",\"text\":\"CS1\"}") ">-;" },
  { "review", change_review, "/review ->1;" },
  { "quota", change_quota, "/quota-needed 1>2;" },
  { "policy", change_policy, "/policy hash-1>hash-2;" },
  { "account", change_account, "/account account-1>account-2;" },
  { "profile", change_profile, "/profile profile-1>profile-2;" },
  { "whole", change_whole, "/refusal ->" REFUSAL ("pay.balance-short") ";" },
  { "gone", change_gone, "/to-return 80.00>-;/voucher-return 20.00>-;ecs-3/gone 80.00>-;" },
  { "new", change_new, "ecs-4/new ->0.00;" },
  { "verb", change_verb, "ecs-1/gone 340.00>-;ecs-1/new ->340.00;" },
  { "base", change_base, "ecs-1/gone 340.00>-;ecs-1/new ->340.00;" },
  { "id", change_id, "/command *" },
  { "params", change_params, "/command *" },
  { "nothing", change_nothing, "" },
  { "planned-at", change_planned_at, "" },
  { "holds-until", change_holds_until, "" },
  { "balance", change_balance, "" },
  { "quota-left", change_quota_left, "" },
  { "name", change_name, "" },
  { "product", change_product, "" },
  { "region", change_region, "" },
  { "steps", change_steps, "" },
  { "refused-total", change_refused_total, "" },
};

static void
test_change (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TenurePlan) plan = plan_sample ();
  g_autoptr (TenurePlan) fresh = plan_sample ();
  g_autofree char *text = NULL;

  changes[i].change (fresh, fresh->items->pdata[0]);
  plan_seal (fresh);
  text = plan_differences (plan, fresh);
  if (strchr (changes[i].said, '*'))
    g_assert_true (g_str_has_prefix (text, "/command {\"id\":\"" ID "\""));
  else
    g_assert_cmpstr (text, ==, changes[i].said);
  /* One digest for one outcome. */
  g_assert_cmpint (g_strcmp0 (plan->digest, fresh->digest) == 0, ==, *changes[i].said == '\0');
}

/* Refusals of the whole are a set; two items that look the same are told apart by their number. */
static void
test_compare_sets (void)
{
  g_autoptr (TenurePlan) plan = plan_sample ();
  g_autoptr (TenurePlan) fresh = plan_sample ();
  g_autofree char *text = NULL;

  g_ptr_array_add (plan->refusals, tenure_refusal_new ("one", NULL));
  g_ptr_array_add (plan->refusals, tenure_refusal_new ("two", "months"));
  g_ptr_array_add (fresh->refusals, tenure_refusal_new ("two", "months"));
  g_ptr_array_add (fresh->refusals, tenure_refusal_new ("two", "days"));
  plan_add (plan, TENURE_VERB_GIVE_BACK, "ecs-1", YUAN (1));
  plan_add (plan, TENURE_VERB_GIVE_BACK, "ecs-1", YUAN (2));
  plan_add (fresh, TENURE_VERB_GIVE_BACK, "ecs-1", YUAN (1));
  text = plan_differences (plan, fresh);
  g_assert_cmpstr (text, ==,
                   "/refusal " REFUSAL (
                       "one") ">-;/refusal ->{\"field\":\"days\",\"operands\":[],\"rule\":\"two\"};ecs-1/gone 2.00>-;");
}

static void
test_outcome (void)
{
  g_autoptr (TenurePlan) plan = plan_sample ();
  g_autoptr (TenureOutcome) outcome = tenure_outcome_new (TENURE_OUTCOME_STALE, plan, NOON);
  g_autoptr (TenureOutcome) shared = tenure_outcome_ref (outcome);
  g_autoptr (TenurePlan) kept = tenure_plan_ref (outcome->plan);

  g_assert_cmpint (shared->status, ==, TENURE_OUTCOME_STALE);
  g_assert_cmpstr (shared->command_id, ==, ID);
  g_assert_true (kept == plan);
  g_assert_cmpuint (shared->differences->len, ==, 0);
  g_assert_null (shared->orders[0]);
  g_assert_cmpint (shared->applied_at, ==, NOON);
  tenure_difference_free (NULL);
  tenure_plan_item_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/sums", test_sums);
  g_test_add_func ("/plan/overflow", test_overflow);
  g_test_add_func ("/plan/possible", test_possible);
  g_test_add_func ("/plan/verbs", test_verbs);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/compare/", changes[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_change);
    }
  g_test_add_func ("/plan/compare-sets", test_compare_sets);
  g_test_add_func ("/plan/outcome", test_outcome);
  return g_test_run ();
}
