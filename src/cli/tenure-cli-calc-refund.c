/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-refund.h"
#include "tenure-wording.h"

static const char *const KINDS[] = { "new", "renewal", NULL };
static const char *const UNITS[] = { "hours", "days", NULL };

/* Together they have to be an amount too: what the order came to. */
static gboolean
read_amounts (TenureCli *cli, TenureChannels *paid, GError **error)
{
  const struct
  {
    const char *option;
    TenureMoney *amount;
  } channels[] = {
    { "cash", &paid->cash }, { "flexi", &paid->flexi }, { "card", &paid->card }, { "voucher", &paid->voucher }
  };
  TenureMoney sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (!tenure_cli_money (cli, channels[i].option, channels[i].amount, error))
      return FALSE;
    else if (!tenure_money_add (sum, *channels[i].amount, &sum, NULL))
      {
        g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                     _ ("--%s %s makes the sum of what was paid larger than can be counted: 92 billion"),
                     channels[i].option, tenure_cli_text (cli, channels[i].option));
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_input (TenureCli *cli, TenureRefundInput *input, GError **error)
{
  int kind = 0;
  gint64 left = 0;

  input->due = TENURE_MONEY_UNKNOWN; /* the sum of the channels */
  input->voucher_expiry = TENURE_TIME_UNKNOWN;
  if (!tenure_cli_term (cli, "term", &input->months, error) ||
      !tenure_cli_time (cli, "start", 0, &input->start, error) ||
      !tenure_cli_time (cli, "expiry", TENURE_DAY_SECONDS - 1, &input->expiry, error) ||
      !tenure_cli_time (cli, "at", 0, &input->at, error) || !read_amounts (cli, &input->paid, error) ||
      !tenure_cli_time (cli, "voucher-expiry", TENURE_DAY_SECONDS - 1, &input->voucher_expiry, error) ||
      !tenure_cli_choice (cli, "kind", KINDS, &kind, error) ||
      !tenure_cli_int (cli, "five-day-left", 0, G_MAXINT32, &left, error))
    return FALSE;
  input->kind = kind == 0 ? TENURE_TERM_NEW : TENURE_TERM_RENEWAL;
  input->five_day = left > 0 ? TENURE_FIVE_DAY_FREE : TENURE_FIVE_DAY_NO_QUOTA;
  if (input->expiry >= input->start)
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, _ ("--expiry %s lies before --start %s"),
               tenure_cli_text (cli, "expiry"), tenure_cli_text (cli, "start"));
  return FALSE;
}

static char *
rate_text (int permyriad)
{
  return permyriad % 100 ? g_strdup_printf ("%d.%04d", permyriad / 10000, permyriad % 10000)
                         : g_strdup_printf ("%d.%02d", permyriad / 10000, permyriad % 10000 / 100);
}

static TenureJson *
refund_json (const TenureRefundResult *result, gboolean review, const TenureSteps *steps)
{
  TenureJson *object = tenure_cli_object ("calc-refund");
  g_autofree char *rate = rate_text (result->permyriad);

  tenure_json_set_string (object, "kind", tenure_refund_kind_name (result->kind));
  tenure_json_set_int64 (object, "total", result->total);
  tenure_json_set_int64 (object, "used", result->used);
  tenure_json_set_string (object, "rate", rate);
  tenure_cli_set_money (object, "consumed", result->consumed);
  tenure_cli_set_money (object, "fee", result->fee);
  tenure_cli_set_money (object, "due_refund", result->due_refund);
  tenure_cli_set_money (object, "refund", result->refund);
  tenure_cli_set_money (object, "cash", result->back.cash);
  tenure_cli_set_money (object, "flexi", result->back.flexi);
  tenure_cli_set_money (object, "card", result->back.card);
  tenure_cli_set_money (object, "voucher", result->back.voucher);
  tenure_cli_set_money (object, "lost", result->lost);
  tenure_cli_set_time (object, "holds_until", result->holds_until);
  tenure_json_set_boolean (object, "review", review);
  tenure_json_set (object, "steps", tenure_cli_steps_json (steps));
  return object;
}

static char *
word_used (const TenureRefundResult *result, const TenurePolicy *policy)
{
  gulong n = (gulong)result->total;

  return g_strdup_printf (policy->unit == TENURE_UNIT_HOURS
                              ? g_dngettext (GETTEXT_PACKAGE, "%d of %d hour", "%d of %d hours", n)
                              : g_dngettext (GETTEXT_PACKAGE, "%d of %d day", "%d of %d days", n),
                          (int)result->used, (int)result->total);
}

static void
print_refund (TenureCli *cli, const TenureRefundResult *result, const TenurePolicy *policy, gboolean review)
{
  g_autoptr (TenureCliTable) pairs = tenure_cli_pairs_new (cli);
  const TenureOperand rate = {
    .name = "rate", .type = TENURE_OPERAND_RATIO, .value = result->permyriad, .denominator = 10000
  };
  g_autofree char *percent = tenure_word_operand (&rate);
  g_autofree char *fee = tenure_word_money (result->fee);

  tenure_cli_pair (pairs, _ ("Kind"), g_strdup (tenure_word_refund_kind (result->kind)));
  tenure_cli_pair (pairs, _ ("Used"), word_used (result, policy));
  tenure_cli_pair (pairs, _ ("Consumed"), tenure_word_money (result->consumed));
  tenure_cli_pair (pairs, _ ("Handling fee"), g_strdup_printf ("%s (%s)", fee, percent));
  tenure_cli_pair (pairs, _ ("Refundable"), tenure_word_money (result->due_refund));
  tenure_cli_pair (pairs, _ ("Actual refund"), tenure_word_money (result->refund));
  tenure_cli_pair (pairs, _ ("  to the balance"), tenure_word_money (result->back.cash));
  tenure_cli_pair (pairs, _ ("  to flexi coupons"), tenure_word_money (result->back.flexi));
  tenure_cli_pair (pairs, _ ("  to stored-value cards"), tenure_word_money (result->back.card));
  tenure_cli_pair (pairs, _ ("Voucher returned"), tenure_word_money (result->back.voucher));
  if (result->lost > 0)
    tenure_cli_pair (pairs, _ ("Lost with expired coupons"), tenure_word_money (result->lost));
  tenure_cli_pair (pairs, _ ("Needs approval"), g_strdup (review ? _ ("yes") : _ ("no")));
}

/* A rate that is not published is one of the term and the moment given. */
static gboolean
name_term (TenureCli *cli, GError **error)
{
  if (g_error_matches (*error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN))
    g_prefix_error (error, "--term %s, --at %s: ", tenure_cli_text (cli, "term"), tenure_cli_text (cli, "at"));
  return FALSE;
}

gboolean
tenure_cli_run_calc_refund (TenureCli *cli, GError **error)
{
  g_autoptr (TenurePolicy) policy = tenure_cli_policy (cli, error);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  TenureRefundInput input = { 0 };
  TenureRefundResult result = { 0 };
  TenurePolicy variant;
  int unit;
  gboolean review;

  if (!policy || !read_input (cli, &input, error))
    return FALSE;
  variant = *policy; /* borrows the policy's texts: --unit looks at the same rules in the other unit */
  unit = variant.unit == TENURE_UNIT_HOURS ? 0 : 1;
  if (!tenure_cli_choice (cli, "unit", UNITS, &unit, error))
    return FALSE;
  variant.unit = unit == 0 ? TENURE_UNIT_HOURS : TENURE_UNIT_DAYS;
  if (!tenure_refund (&input, &variant, &result, steps, error))
    return name_term (cli, error);
  review = tenure_refund_needs_review (result.refund, &variant);
  if (tenure_cli_wants_json (cli))
    tenure_cli_print_json (cli, refund_json (&result, review, steps));
  else
    print_refund (cli, &result, &variant, review);
  if (tenure_cli_wants_steps (cli) && !tenure_cli_wants_json (cli))
    tenure_cli_print_steps (cli, steps);
  return TRUE;
}
