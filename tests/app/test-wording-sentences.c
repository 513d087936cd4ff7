/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences as they come out: singular and plural, states in prose, what a plan's item becomes. */
#include "tenure-wording-messages.h"
#include "tenure-wording-names.h"
#include "tenure-wording-private.h"

#include <locale.h>
#include <string.h>

/* One is one, several are several. */
static void
test_counted_messages (void)
{
  static const struct
  {
    const char *template, *arguments, *part;
  } ROWS[] = {
    { "order.failed", "{\"count\":\"1\",\"order\":\"CS1\"}", "deliver 1 item of the order CS1" },
    { "order.failed", "{\"count\":\"2\",\"order\":\"CS1\"}", "deliver 2 items of the order CS1" },
    { "arrears.frozen", "{\"amount\":\"1\",\"count\":\"1\",\"until\":\"T\"}", "stopped 1 pay-per-use resource." },
    { "arrears.frozen", "{\"amount\":\"1\",\"count\":\"3\",\"until\":\"T\"}", "stopped 3 pay-per-use resources." },
    { "arrears.released", "{\"amount\":\"1\",\"count\":\"1\",\"until\":\"T\"}",
      "released 1 pay-per-use resource on T" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      TenureMessage message = { .template = (char *)ROWS[i].template, .arguments = (char *)ROWS[i].arguments };
      g_autofree char *body = tenure_word_message_body (&message);

      if (!strstr (body, ROWS[i].part))
        g_test_fail_printf ("“%s” lacks “%s”", body, ROWS[i].part);
    }
}

/* No label stands inside a sentence as if it were one. */
static void
test_sentences (void)
{
  static const struct
  {
    const char *rule, *operand, *text, *word;
  } ROWS[] = {
    { "account.frozen", "freeze", "police",
      "The account is frozen by the police; ask the platform to unfreeze it first" },
    { "freeze.same", "freeze", "arrears",
      "It is frozen for arrears already; choose another kind of freeze, or lift it" },
    { "pay.coupon-other-kind", "coupon-kind", "card", "— is a stored-value card; name it under “—”" },
    { "cancel.status", "status", "completed",
      "The order is completed; only an order pending payment can be cancelled" },
    { "application.decided", "application-state", "approved",
      "The application is approved already; there is nothing to decide on" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autoptr (TenureRefusal) refusal =
          tenure_refusal_text (tenure_refusal_new (ROWS[i].rule, NULL), ROWS[i].operand, ROWS[i].text);
      g_autofree char *word = tenure_word_refusal (refusal);

      g_assert_cmpstr (word, ==, ROWS[i].word);
    }
}

/* What a grant says of itself: its kind, its state, its price factor. Freezing and unfreezing are two things. */
static void
test_items (void)
{
  static const struct
  {
    TenureVerb verb;
    const char *key, *value, *what, *about, *word;
  } ROWS[] = {
    { TENURE_VERB_GRANT, "commercial", "8000", "Grant", "commercial discount", "80% of the price" },
    { TENURE_VERB_GRANT, "promotion", "8750", "Grant", "promotional discount", "87.50% of the price" },
    { TENURE_VERB_GRANT, "discount", "usable/9000", "Grant", "Discount coupon", "Usable, 90% of the price" },
    { TENURE_VERB_GRANT, "voucher", "inactive", "Grant", "Voucher", "Not activated" },
    { TENURE_VERB_SET, "DJ-1", "used", "Change setting", "DJ-1", "Used" },
    { TENURE_VERB_SET, "DJ-1", "expired", "Change setting", "DJ-1", "Expired" },
    { TENURE_VERB_FREEZE, "demo", "none", "Unfreeze", "demo", "not frozen" },
    { TENURE_VERB_FREEZE, "demo", "police", "Freeze", "demo", "Freeze: police" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      TenurePlanItem item = { .verb = ROWS[i].verb, .key = (char *)ROWS[i].key, .new_value = (char *)ROWS[i].value };
      g_autofree char *word = tenure_word_item_value (&item, item.new_value);

      g_assert_cmpstr (tenure_word_item_verb (&item), ==, ROWS[i].what);
      g_assert_cmpstr (tenure_word_item_key (&item), ==, ROWS[i].about);
      g_assert_cmpstr (word, ==, ROWS[i].word);
    }
}

/* Setting automatic renewal can take money at once; choosing coupons for an order does not. */
static void
test_at_once (void)
{
  static const struct
  {
    const char *value, *word;
  } ROWS[] = {
    { "auto/12/3", "the renewal is due now: ¥10.00 is taken from the balance at once" },
    { "2026-12-05 17:41:50", NULL },
    { "manual", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      TenurePlanItem item = { .verb = TENURE_VERB_SET,
                              .due = 10 * TENURE_MONEY_ONE,
                              .new_value = (char *)ROWS[i].value };
      g_autofree char *word = tenure_word_at_once (&item);

      g_assert_cmpstr (word, ==, ROWS[i].word);
    }
}

/* A coupon in the place of a promotion: what holds once that is over is said without asking for the steps. */
static void
test_after_promotion (void)
{
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  TenureStep *step = tenure_steps_add (steps, "choose.after-promotion", "source");
  TenurePlanItem item = { .verb = TENURE_VERB_SET, .due = TENURE_MONEY_ONE, .steps = steps };
  g_autofree char *word = NULL;

  tenure_step_text (step, "coupon", "main-discount-1");
  tenure_step_time (step, "coupon-expiry", 1733155199);
  tenure_step_result (step, (TenureOperand){ .name = "result", .type = TENURE_OPERAND_TIME, .value = 1733500799 });
  word = tenure_word_at_once (&item);
  g_assert_cmpstr (word, ==,
                   "The promotion that it was placed with ends at 2024-12-02 23:59:59; from then until 2024-12-06 "
                   "23:59:59 only the discount coupon main-discount-1 pays it");
}

/* What was granted without a name is called by its kind. */
static void
test_named (void)
{
  g_assert_cmpstr (tenure_word_named ("gift", "Voucher"), ==, "gift");
  g_assert_cmpstr (tenure_word_named ("", "Voucher"), ==, "Voucher");
  g_assert_cmpstr (tenure_word_named (NULL, "Voucher"), ==, "Voucher");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/counted-messages", test_counted_messages);
  g_test_add_func ("/sentences/states", test_sentences);
  g_test_add_func ("/sentences/plan-items", test_items);
  g_test_add_func ("/sentences/at-once", test_at_once);
  g_test_add_func ("/sentences/GP-34-after-promotion", test_after_promotion);
  g_test_add_func ("/sentences/without-a-name", test_named);
  return g_test_run ();
}
