/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan for people: what happens to each item, the sums, what stands against it. */
#include "tenure-cli-session.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-wording-names.h"

/* Dates for what lives longer or ends, values for what is set. */
static char *
word_side (const TenurePlanItem *item, TenureTime expiry, const char *value)
{
  if (value && item->verb != TENURE_VERB_RENEW)
    return tenure_word_item_value (item, value);
  return expiry != TENURE_TIME_UNKNOWN ? tenure_word_day (expiry) : NULL;
}

/* A product by the name that it has in the language of the moment. */
static char *
word_name (TenureCli *cli, const TenurePlanItem *item)
{
  const char *name = tenure_word_item_name (item);

  if (g_strcmp0 (name, tenure_word_item_key (item)) == 0) /* an export is nothing but its kind */
    return NULL;
  if (!name || g_strcmp0 (name, item->product) != 0)
    return g_strdup (name);
  return tenure_word_products (tenure_platform_catalogue (tenure_session_platform (cli->session)), name);
}

/* How long what is granted can be used. */
static char *
word_until (const TenurePlanItem *item)
{
  g_autofree char *until = item->new_expiry == TENURE_TIME_UNKNOWN ? NULL : tenure_word_time (item->new_expiry);

  return until ? g_strdup_printf (_ ("until %s"), until) : g_strdup (_ ("does not expire"));
}

static char *
word_note (const TenurePlan *plan, const TenurePlanItem *item)
{
  if (item->refusal)
    return tenure_word_refusal (item->refusal);
  if (item->verb == TENURE_VERB_RENEW && item->new_value)
    return tenure_word_item_value (item, item->new_value);
  if (item->main_key)
    return g_strdup_printf (_ ("goes along with %s"), tenure_word_main_name (plan, item));
  if (item->verb == TENURE_VERB_UNSUBSCRIBE || item->verb == TENURE_VERB_GIVE_BACK)
    return g_strdup (tenure_word_refund_kind (item->refund_kind));
  if (item->verb == TENURE_VERB_GRANT && item->new_value)
    return word_until (item);
  return tenure_word_at_once (item);
}

static gboolean
has_amount (const TenurePlanItem *item)
{
  switch (item->verb)
    {
    case TENURE_VERB_SET:
    case TENURE_VERB_CANCEL:
    case TENURE_VERB_SEND:
    case TENURE_VERB_REGISTER:
    case TENURE_VERB_SIGN:
    case TENURE_VERB_RELEASE: /* nothing comes back */
    case TENURE_VERB_FREEZE:
    case TENURE_VERB_EXPORT:
    case TENURE_VERB_CONFIRM: /* it is not paid yet */
      return FALSE;
    case TENURE_VERB_APPROVE:
    case TENURE_VERB_REJECT:
    case TENURE_VERB_GRANT:
      return item->total != 0; /* of an order, of a voucher; an application or a discount is no amount */
    default:
      return !item->refusal;
    }
}

/* Of a command that is refused as a whole nothing happens to any item: only what stands against one is told. */
static gboolean
is_told (const TenurePlan *plan, const TenurePlanItem *item)
{
  return plan->refusals->len == 0 || item->refusal;
}

static gboolean
tells_items (const TenurePlan *plan)
{
  for (guint i = 0; i < plan->items->len; i++)
    if (is_told (plan, plan->items->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
print_items (TenureCli *cli, const TenurePlan *plan)
{
  const char *const headings[] = { _ ("What"), _ ("Id"),      _ ("Name"), _ ("From"),
                                   _ ("To"),   _ (">Amount"), _ ("Note"), NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new_compact (cli, headings);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      if (!is_told (plan, item))
        continue;
      tenure_cli_table_add (table, g_strdup (tenure_word_item_verb (item)), g_strdup (tenure_word_item_key (item)),
                            word_name (cli, item), word_side (item, item->old_expiry, item->old_value),
                            word_side (item, item->new_expiry, item->new_value),
                            has_amount (item) ? tenure_word_money (item->total) : NULL, word_note (plan, item));
    }
}

static void
print_steps (TenureCli *cli, const TenurePlan *plan)
{
  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      if (!item->steps || tenure_steps_length (item->steps) == 0)
        continue;
      tenure_cli_print (cli, "%s%s%s\n", tenure_word_item_name (item) ? tenure_word_item_name (item) : item->key,
                        item->base_order ? " " : "", item->base_order ? item->base_order : "");
      tenure_cli_print_steps (cli, item->steps);
    }
}

static void
pair_money (TenureCliTable *pairs, const char *label, TenureMoney money)
{
  if (money != 0 && money != TENURE_MONEY_UNKNOWN)
    tenure_cli_pair (pairs, label, tenure_word_money (money));
}

static void
print_sums (TenureCli *cli, const TenurePlan *plan)
{
  g_autoptr (TenureCliTable) pairs = tenure_cli_pairs_new (cli);

  pair_money (pairs, _ ("To pay"), plan->to_pay);
  pair_money (pairs, _ ("To be returned"), plan->to_return);
  pair_money (pairs, _ ("Vouchers returned"), plan->voucher_return);
  if (plan->balance_after != TENURE_MONEY_UNKNOWN)
    {
      tenure_cli_pair (pairs, _ ("Balance before"), tenure_word_money (plan->balance_before));
      tenure_cli_pair (pairs, _ ("Balance afterwards"), tenure_word_money (plan->balance_after));
    }
  if (plan->quota_needed > 0)
    tenure_cli_pair (pairs, _ ("Five-day unsubscriptions used"),
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d, %d is left this year",
                                                   "%d, %d are left this year", (gulong)MAX (0, plan->quota_left)),
                                      plan->quota_needed, plan->quota_left));
  if (plan->review)
    tenure_cli_pair (pairs, _ ("Approval"), g_strdup (_ ("needed, as more than the limit comes back")));
  /* Of what is done already it says nothing. */
  if (plan->holds_until != TENURE_TIME_UNKNOWN && (cli->plan || tenure_cli_has (cli, "dry-run")))
    tenure_cli_pair (pairs, _ ("Holds until"), tenure_word_time (plan->holds_until));
}

void
tenure_cli_print_plan (TenureCli *cli, const TenurePlan *plan)
{
  gboolean refused = plan->refusals->len > 0;

  if (tells_items (plan))
    print_items (cli, plan);
  if (!refused)
    print_sums (cli, plan);
  for (guint i = 1; i < plan->refusals->len; i++) /* the first one is what the program ends with */
    {
      const TenureRefusal *refusal = plan->refusals->pdata[i];
      g_autofree char *text = tenure_word_refusal (refusal);
      g_autofree char *field = refusal->field ? tenure_cli_field_name (cli, refusal->field) : NULL;

      tenure_cli_print (cli, "%s%s%s\n", field ? field : "", field ? ": " : "", text);
    }
  if (!refused && tenure_cli_wants_steps (cli))
    print_steps (cli, plan);
}
