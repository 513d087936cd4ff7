/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Top up (充值): money comes into the account from outside; what is owed is paid first (A1-12). */
#include "tenure-decide.h"

#include "tenure-metered.h"

gboolean
tenure_decide_top_up (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureTopUp *top_up = params;
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_DEPOSIT, "balance", world->account.name);
  g_autofree char *cash = g_strconcat ("cash/", world->account.key, NULL);
  TenurePosting in[] = { { "outside", -top_up->amount }, { g_intern_string (cash), 0 } };
  TenureMoney arrears = 0;
  TenureEffect *effect;

  item->official = item->due = item->total = item->money.cash = top_up->amount;
  decision->balance_before = world->account.balance;
  effect = tenure_decision_effect (decision, TENURE_EFFECT_POST);
  effect->word = "top-up";
  effect->postings = g_array_new (FALSE, FALSE, sizeof (TenurePosting));
  if (!tenure_arrears_pay (decision, world, top_up->amount, effect->postings, &arrears, error))
    return FALSE;
  in[1].amount = top_up->amount - arrears;
  g_array_append_vals (effect->postings, in, in[1].amount == 0 ? 1 : 2);
  return tenure_money_add (world->account.balance, in[1].amount, &decision->balance_after, error);
}
