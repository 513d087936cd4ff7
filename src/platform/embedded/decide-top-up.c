/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Top up (充值): money comes into the account from outside. */
#include "tenure-decide.h"

gboolean
tenure_decide_top_up (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureTopUp *top_up = params;
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_DEPOSIT, "balance", world->account.name);
  g_autofree char *cash = g_strconcat ("cash/", world->account.key, NULL);
  TenurePosting in[] = { { g_intern_string (cash), top_up->amount }, { "outside", -top_up->amount } };
  TenureEffect *effect;

  if (top_up->amount <= 0)
    {
      item->refusal = tenure_refusal_new ("top-up.nothing", "amount");
      return TRUE;
    }
  item->official = item->due = item->total = item->money.cash = top_up->amount;
  decision->balance_before = world->account.balance;
  if (!tenure_money_add (world->account.balance, top_up->amount, &decision->balance_after, error))
    return FALSE;
  effect = tenure_decision_effect (decision, TENURE_EFFECT_POST);
  effect->word = "top-up";
  effect->postings = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (TenurePosting)), in, G_N_ELEMENTS (in));
  return TRUE;
}
