/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-lifecycle.h"
#include "tenure-renewal.h"
#include "tenure-wording.h"

#define END_OF_DAY (TENURE_DAY_SECONDS - 1)
/* The longest chain of renewals that is computed at once. */
#define TIMES_MAX 1200

static const char *const GOODS[] = { "cloud", "hardware", NULL };
static const char *const CHANGE_UNITS[] = { "months", "years", NULL };

static TenureJson *
times_json (GArray *times)
{
  TenureJson *array = tenure_json_new_array ();

  for (guint i = 0; i < times->len; i++)
    {
      g_autofree char *text = tenure_time_format (g_array_index (times, TenureTime, i));

      tenure_json_append (array, tenure_json_new_string (text));
    }
  return array;
}

static void
print_times (TenureCli *cli, GArray *times)
{
  for (guint i = 0; i < times->len; i++)
    {
      g_autofree char *text = tenure_time_format (g_array_index (times, TenureTime, i));

      tenure_cli_print (cli, "%s\n", text);
    }
}

/* The anchor day, or the day of the month of the expiry when none is given. */
static gboolean
read_anchor (TenureCli *cli, TenureTime expiry, gint64 *anchor, GError **error)
{
  *anchor = tenure_day_mday (tenure_day_of (expiry));
  return tenure_cli_int (cli, "anchor", 1, 31, anchor, error);
}

/* A renewal extends what is still there: after the retention period nothing is. */
static gboolean
check_not_released (TenureTime expiry, TenureTime at, TenureLevel level, const TenurePolicy *policy, GError **error)
{
  g_autofree char *day = tenure_day_format (tenure_day_of (expiry));

  if (tenure_life_at (expiry, level, policy, at) != TENURE_LIFE_RELEASED)
    return TRUE;
  g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
               _ ("What expired on %s was released before --at, so it cannot be renewed; order it anew"), day);
  return FALSE;
}

static GArray *
renewal_chain (TenureTime expiry, int anchor, int months, guint times, const TenurePolicy *policy, GError **error)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (TenureTime));

  for (guint i = 0; i < times; i++)
    {
      if (!tenure_renewal_expiry (expiry, anchor, months, policy, &expiry, error))
        return NULL;
      g_array_append_val (chain, expiry);
    }
  return g_steal_pointer (&chain);
}

static void
show_renewal (TenureCli *cli, GArray *chain, gboolean has_at, TenureTime at)
{
  int days = has_at ? tenure_renewal_usable_days (g_array_index (chain, TenureTime, chain->len - 1), at) : 0;
  TenureJson *object;

  if (!tenure_cli_wants_json (cli))
    {
      print_times (cli, chain);
      if (has_at)
        tenure_cli_print (cli, g_dngettext (GETTEXT_PACKAGE, "%d day usable\n", "%d days usable\n", (gulong)days),
                          days);
      return;
    }
  object = tenure_cli_object ("calc-renewal");
  tenure_json_set (object, "expiries", times_json (chain));
  if (has_at)
    tenure_json_set_int64 (object, "usable_days", days);
  tenure_cli_print_json (cli, object);
}

gboolean
tenure_cli_run_calc_renewal (TenureCli *cli, GError **error)
{
  g_autoptr (TenurePolicy) policy = tenure_cli_policy (cli, error);
  g_autoptr (GArray) chain = NULL;
  TenureTime expiry = 0, at = TENURE_TIME_UNKNOWN;
  TenureLevel level = TENURE_LEVEL_V0;
  gint64 anchor, months = 0, times = 1;

  if (!policy || !tenure_cli_time (cli, "expiry", END_OF_DAY, &expiry, error) ||
      !read_anchor (cli, expiry, &anchor, error) || !tenure_cli_int (cli, "months", 1, 60, &months, error) ||
      !tenure_cli_int (cli, "times", 1, TIMES_MAX, &times, error) || !tenure_cli_time (cli, "at", 0, &at, error) ||
      !tenure_cli_level (cli, "level", &level, error))
    return FALSE;
  if (at != TENURE_TIME_UNKNOWN && !check_not_released (expiry, at, level, policy, error))
    return FALSE;
  chain = renewal_chain (expiry, (int)anchor, (int)months, (guint)times, policy, error);
  if (!chain)
    return FALSE;
  show_renewal (cli, chain, at != TENURE_TIME_UNKNOWN, at);
  return TRUE;
}

static char *
term_text (int months)
{
  return months % 12 ? g_strdup_printf ("%dm", months) : g_strdup_printf ("%dy", months / 12);
}

static void
show_choices (TenureCli *cli, TenureDurations choices, int preset)
{
  g_autofree char *text = tenure_durations_format (choices);
  g_auto (GStrv) list = g_strsplit (text, ",", -1);
  g_autofree char *preset_text = preset ? term_text (preset) : NULL;
  TenureJson *object, *array;

  if (!tenure_cli_wants_json (cli))
    {
      if (preset)
        tenure_cli_print (cli, _ ("Choices: %s\nDefault: %s\n"), text, preset_text);
      else
        tenure_cli_print (cli, "%s\n", _ ("No duration is offered for all of them; renew them in groups"));
      return;
    }
  object = tenure_cli_object ("calc-choices");
  array = tenure_json_new_array ();
  for (guint i = 0; list[i]; i++)
    if (list[i][0])
      tenure_json_append (array, tenure_json_new_string (list[i]));
  tenure_json_set (object, "choices", array);
  tenure_json_set_string (object, "default", preset_text);
  tenure_cli_print_json (cli, object);
}

gboolean
tenure_cli_run_calc_choices (TenureCli *cli, GError **error)
{
  g_auto (GStrv) offers = tenure_cli_texts (cli, "offer");
  guint n = g_strv_length (offers);
  g_autofree TenureDurations *sets = g_new0 (TenureDurations, n);
  TenureDurations choices;
  int preset;

  for (guint i = 0; i < n; i++)
    if (!tenure_durations_parse (offers[i], &sets[i], error))
      {
        g_prefix_error (error, "--offer: ");
        return FALSE;
      }
  tenure_renewal_choices (sets, n, &choices, &preset);
  show_choices (cli, choices, preset);
  return TRUE;
}

static void
show_unified (TenureCli *cli, const TenureUnified *unified, int months, TenureMoney amount, const TenureSteps *steps)
{
  g_autofree char *base = tenure_day_format (unified->base);
  g_autofree char *target = tenure_day_format (unified->target);
  g_autofree char *exact = tenure_unified_months (unified, months);
  TenureJson *object;

  if (!tenure_cli_wants_json (cli))
    {
      g_autoptr (TenureCliTable) pairs = tenure_cli_pairs_new (cli);

      tenure_cli_pair (pairs, _ ("After the duration"), g_steal_pointer (&base));
      tenure_cli_pair (pairs, _ ("Unified expiry date"), g_steal_pointer (&target));
      tenure_cli_pair (pairs, _ ("Extra days"), g_strdup_printf ("%d", unified->extra_days));
      tenure_cli_pair (pairs, _ ("Months"), g_steal_pointer (&exact));
      if (amount != TENURE_MONEY_UNKNOWN)
        tenure_cli_pair (pairs, _ ("Amount"), tenure_word_money (amount));
      return;
    }
  object = tenure_cli_object ("calc-unify");
  tenure_json_set_string (object, "base", base);
  tenure_json_set_string (object, "target", target);
  tenure_json_set_int64 (object, "extra_days", unified->extra_days);
  tenure_json_set_string (object, "months", exact);
  if (amount != TENURE_MONEY_UNKNOWN)
    {
      tenure_cli_set_money (object, "amount", amount);
      tenure_json_set (object, "steps", tenure_cli_steps_json (steps));
    }
  tenure_cli_print_json (cli, object);
}

gboolean
tenure_cli_run_calc_unify (TenureCli *cli, GError **error)
{
  g_autoptr (TenurePolicy) policy = tenure_cli_policy (cli, error);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  TenureTime expiry = 0;
  TenureMoney price = TENURE_MONEY_UNKNOWN, amount = TENURE_MONEY_UNKNOWN;
  TenureUnified unified;
  gint64 anchor, months = 0, day = 1;

  if (!policy || !tenure_cli_time (cli, "expiry", END_OF_DAY, &expiry, error) ||
      !read_anchor (cli, expiry, &anchor, error) || !tenure_cli_int (cli, "months", 1, 60, &months, error) ||
      !tenure_cli_month_day (tenure_cli_text (cli, "day"), "--day", &day, error) ||
      !tenure_cli_money (cli, "price", &price, error) ||
      !tenure_unify (expiry, (int)anchor, (int)months, (int)day, policy, &unified, error))
    return FALSE;
  if (price != TENURE_MONEY_UNKNOWN &&
      !tenure_renewal_price (price, TENURE_MONEY_UNKNOWN, (int)months, &unified, policy, &amount, steps, error))
    return FALSE;
  show_unified (cli, &unified, (int)months, amount, steps);
  if (tenure_cli_wants_steps (cli) && !tenure_cli_wants_json (cli))
    tenure_cli_print_steps (cli, steps);
  return TRUE;
}

gboolean
tenure_cli_run_calc_autorenew (TenureCli *cli, GError **error)
{
  g_autoptr (TenurePolicy) policy = tenure_cli_policy (cli, error);
  g_autoptr (GArray) attempts = NULL;
  TenureTime expiry = 0, enabled = TENURE_TIME_UNKNOWN;
  TenureLevel level = TENURE_LEVEL_V0;
  TenureJson *object;
  gint64 lead;

  if (!policy)
    return FALSE;
  lead = policy->lead_default;
  if (!tenure_cli_time (cli, "expiry", END_OF_DAY, &expiry, error) ||
      !tenure_cli_int (cli, "lead", policy->lead_min, policy->lead_max, &lead, error) ||
      !tenure_cli_time (cli, "enabled", 0, &enabled, error) || !tenure_cli_level (cli, "level", &level, error))
    return FALSE;
  attempts = tenure_auto_attempts (expiry, (int)lead, enabled, level, policy);
  if (!tenure_cli_wants_json (cli))
    {
      if (attempts->len == 0)
        tenure_cli_print (cli, "%s\n", _ ("No attempt is left before it expires"));
      print_times (cli, attempts);
      return TRUE;
    }
  object = tenure_cli_object ("calc-autorenew");
  tenure_json_set (object, "attempts", times_json (attempts));
  tenure_cli_print_json (cli, object);
  return TRUE;
}

static void
show_life (TenureCli *cli, const TenureLifeSpan *span, const TenureLife *state)
{
  TenureJson *object;

  if (!tenure_cli_wants_json (cli))
    {
      g_autoptr (TenureCliTable) pairs = tenure_cli_pairs_new (cli);

      tenure_cli_pair (pairs, _ ("Grace ends"), tenure_time_format (span->grace_end));
      tenure_cli_pair (pairs, _ ("Retention ends"), tenure_time_format (span->retention_end));
      tenure_cli_pair (pairs, _ ("Destroyed"), tenure_time_format (span->destroyed));
      if (state)
        tenure_cli_pair (pairs, _ ("State"), g_strdup (tenure_word_life (*state)));
      return;
    }
  object = tenure_cli_object ("calc-lifecycle");
  tenure_cli_set_time (object, "grace_end", span->grace_end);
  tenure_cli_set_time (object, "retention_end", span->retention_end);
  tenure_cli_set_time (object, "destroyed", span->destroyed);
  tenure_json_set_string (object, "state", state ? tenure_life_name (*state) : NULL);
  tenure_cli_print_json (cli, object);
}

gboolean
tenure_cli_run_calc_lifecycle (TenureCli *cli, GError **error)
{
  g_autoptr (TenurePolicy) policy = tenure_cli_policy (cli, error);
  TenureTime expiry = 0, at = TENURE_TIME_UNKNOWN;
  TenureLevel level = TENURE_LEVEL_V0;
  TenureLifeSpan span;
  TenureLife state;

  if (!policy || !tenure_cli_time (cli, "expiry", END_OF_DAY, &expiry, error) ||
      !tenure_cli_level (cli, "level", &level, error) || !tenure_cli_time (cli, "at", 0, &at, error))
    return FALSE;
  tenure_life_span (expiry, level, policy, &span);
  if (at != TENURE_TIME_UNKNOWN)
    state = tenure_life_at (expiry, level, policy, at);
  show_life (cli, &span, at != TENURE_TIME_UNKNOWN ? &state : NULL);
  return TRUE;
}

/* A commercial discount that ends before the deadline stays in the order all the same, if it was valid then. */
static void
show_deadline (TenureCli *cli, const TenureDeadlineInput *input, TenureTime deadline, const TenureSteps *steps)
{
  gboolean kept = input->commercial_expiry != TENURE_TIME_UNKNOWN && input->commercial_expiry >= input->created;
  TenureJson *object;

  if (!tenure_cli_wants_json (cli))
    {
      g_autofree char *text = tenure_time_format (deadline);

      tenure_cli_print (cli, "%s\n", text);
      if (kept)
        tenure_cli_print (cli, "%s\n", _ ("The commercial discount stays in the order until then"));
      return;
    }
  object = tenure_cli_object ("calc-deadline");
  tenure_cli_set_time (object, "deadline", deadline);
  tenure_json_set_boolean (object, "commercial_kept", kept);
  tenure_json_set (object, "steps", tenure_cli_steps_json (steps));
  tenure_cli_print_json (cli, object);
}

gboolean
tenure_cli_run_calc_deadline (TenureCli *cli, GError **error)
{
  g_autoptr (TenurePolicy) policy = tenure_cli_policy (cli, error);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  TenureDeadlineInput input = { .coupon_expiry = TENURE_TIME_UNKNOWN, .commercial_expiry = TENURE_TIME_UNKNOWN };
  int goods = 0;

  if (!policy || !tenure_cli_time (cli, "created", 0, &input.created, error) ||
      !tenure_cli_choice (cli, "goods", GOODS, &goods, error) ||
      !tenure_cli_time (cli, "coupon-expiry", END_OF_DAY, &input.coupon_expiry, error) ||
      !tenure_cli_time (cli, "commercial-expiry", END_OF_DAY, &input.commercial_expiry, error))
    return FALSE;
  if (input.coupon_expiry != TENURE_TIME_UNKNOWN && input.coupon_expiry < input.created)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                   _ ("--coupon-expiry %s lies before --created %s, so the order cannot have used the coupon"),
                   tenure_cli_text (cli, "coupon-expiry"), tenure_cli_text (cli, "created"));
      return FALSE;
    }
  input.hardware = goods == 1;
  show_deadline (cli, &input, tenure_payment_deadline (&input, policy, steps), steps);
  if (tenure_cli_wants_steps (cli) && !tenure_cli_wants_json (cli))
    tenure_cli_print_steps (cli, steps);
  return TRUE;
}

static gboolean
read_change (TenureCli *cli, TenureChangeInput *input, GError **error)
{
  int unit = 0;

  if (!tenure_cli_money (cli, "old", &input->old_price, error) ||
      !tenure_cli_money (cli, "new", &input->new_price, error) ||
      !tenure_cli_day (cli, "start", &input->start, error) || !tenure_cli_day (cli, "expiry", &input->expiry, error) ||
      !tenure_cli_day (cli, "at", &input->at, error) || !tenure_cli_choice (cli, "unit", CHANGE_UNITS, &unit, error))
    return FALSE;
  input->years = unit == 1;
  if (input->expiry >= input->start)
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, _ ("--expiry %s lies before --start %s"),
               tenure_cli_text (cli, "expiry"), tenure_cli_text (cli, "start"));
  return FALSE;
}

static void
show_change (TenureCli *cli, const TenureChangeResult *result, const TenureSteps *steps)
{
  g_autofree char *ratio = tenure_ratio_format8 (result->numerator, result->denominator);
  TenureJson *object;

  if (!tenure_cli_wants_json (cli))
    {
      g_autoptr (TenureCliTable) pairs = tenure_cli_pairs_new (cli);

      tenure_cli_pair (pairs, _ ("Remaining"), g_steal_pointer (&ratio));
      tenure_cli_pair (pairs, result->amount < 0 ? _ ("Comes back") : _ ("Amount"),
                       tenure_word_money (result->amount < 0 ? -result->amount : result->amount));
      return;
    }
  object = tenure_cli_object ("calc-change");
  tenure_json_set_string (object, "ratio", ratio);
  tenure_cli_set_money (object, "amount", result->amount);
  tenure_json_set (object, "steps", tenure_cli_steps_json (steps));
  tenure_cli_print_json (cli, object);
}

gboolean
tenure_cli_run_calc_change (TenureCli *cli, GError **error)
{
  g_autoptr (TenurePolicy) policy = tenure_cli_policy (cli, error);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  TenureChangeInput input = { 0 };
  TenureChangeResult result;

  if (!policy || !read_change (cli, &input, error) || !tenure_change (&input, policy, &result, steps, error))
    return FALSE;
  show_change (cli, &result, steps);
  if (tenure_cli_wants_steps (cli) && !tenure_cli_wants_json (cli))
    tenure_cli_print_steps (cli, steps);
  return TRUE;
}
