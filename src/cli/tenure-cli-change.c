/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands that change the account: each fills its kind's struct from the options. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-secret.h"
#include "tenure-cli-session.h"
#include "tenure-reading.h"
#include "tenure-text.h"

gboolean
tenure_cli_run_topup (TenureCli *cli, GError **error)
{
  TenureTopUp params = { 0 };

  return tenure_money_parse (cli->arguments->pdata[0], &params.amount, error) &&
         tenure_cli_change (cli, TENURE_COMMAND_TOP_UP, &params, error);
}

static gboolean
has_disk (const TenureOffer *offer)
{
  if (offer->bound_offer)
    return TRUE;
  for (guint i = 0; i < offer->n_specs; i++)
    if (g_strcmp0 (offer->specs[i].price.unit, "gib") == 0)
      return TRUE;
  return FALSE;
}

/* What would be ignored is refused: a size that the product does not have, a tag that is none. */
static gboolean
check_order_form (TenureCli *cli, const TenureOffer *offer, const TenurePlaceOrder *params, GError **error)
{
  const struct
  {
    const char *option;
    gboolean belongs;
  } rows[] = { { "bandwidth", offer->by_bandwidth },
               { "line", offer->by_bandwidth },
               { "bandwidth-name", offer->by_bandwidth },
               { "ipv6", offer->by_bandwidth },
               { "disk", has_disk (offer) } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!rows[i].belongs && tenure_cli_has (cli, rows[i].option))
      {
        g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                     _ ("--%s does not belong to “%s”; leave it out"), rows[i].option, offer->key);
        return FALSE;
      }
  for (guint i = 0; params->tags && params->tags[i]; i++)
    if (!strchr (params->tags[i], '=') || params->tags[i][0] == '=')
      {
        g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                     _ ("--tag: “%s” is not a tag; write it as KEY=VALUE"), params->tags[i]);
        return FALSE;
      }
  return TRUE;
}

/* A line (线路) of an address is one of its specifications. */
static gboolean
read_line (TenurePlaceOrder *params, GError **error)
{
  if (params->line && params->spec && !g_str_equal (params->line, params->spec))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("--line “%s” and --spec “%s” differ; give one of them"), params->line, params->spec);
      return FALSE;
    }
  if (params->line)
    params->spec = params->line;
  return TRUE;
}

/* The catalogue says what may be left out: the only or first specification, the first region, the usual disk. */
static gboolean
fill_from_catalogue (TenureCli *cli, TenurePlaceOrder *params, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  const TenureOffer *offer;

  if (!session)
    return FALSE;
  offer = tenure_catalogue_find (tenure_platform_catalogue (tenure_session_platform (session)), params->offer);
  if (!offer)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                   _ ("--offer: “%s” is not in the catalogue; “tenurectl catalogue” lists it"), params->offer);
      return FALSE;
    }
  if (!check_order_form (cli, offer, params, error) || !read_line (params, error))
    return FALSE;
  if (!params->spec && offer->n_specs > 0)
    params->spec = (char *)offer->specs[0].key;
  if (!params->region && offer->regions)
    params->region = (char *)offer->regions[0];
  if (params->disk_gib == 0)
    params->disk_gib = offer->bound_offer ? offer->bound_preset : 0;
  return TRUE;
}

static gboolean
read_place_order (TenureCli *cli, TenurePlaceOrder *params, GError **error)
{
  int months = 0;

  params->offer = (char *)tenure_cli_text (cli, "offer");
  params->spec = (char *)tenure_cli_text (cli, "spec");
  params->region = (char *)tenure_cli_text (cli, "region");
  params->name = (char *)tenure_cli_text (cli, "name");
  params->line = (char *)tenure_cli_text (cli, "line");
  params->bandwidth_name = (char *)tenure_cli_text (cli, "bandwidth-name");
  params->ipv6 = tenure_cli_has (cli, "ipv6");
  params->auto_renew = tenure_cli_has (cli, "auto-renew");
  params->pay_per_use = tenure_cli_has (cli, "pay-per-use");
  params->agreed = tenure_cli_has (cli, "agree");
  params->quantity = params->months = 1;
  if (!tenure_cli_int (cli, "bandwidth", 1, 2000, &params->bandwidth, error) ||
      !tenure_cli_int (cli, "disk", 1, 32768, &params->disk_gib, error) ||
      !tenure_cli_int (cli, "months", 1, 60, &params->months, error) ||
      !tenure_cli_term (cli, "term", &months, error) ||
      !tenure_cli_int (cli, "quantity", 1, 100, &params->quantity, error))
    return FALSE;
  if (tenure_cli_has (cli, "months") && months > 0)
    {
      g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                           _ ("--months and --term both say the duration; give one of them"));
      return FALSE;
    }
  if (months > 0)
    params->months = months;
  if (params->pay_per_use && (tenure_cli_has (cli, "months") || tenure_cli_has (cli, "term")))
    {
      g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                           _ ("What is charged by the hour has no duration: leave out --months and --term"));
      return FALSE;
    }
  if (params->pay_per_use)
    params->months = 0;
  return tenure_cli_time (cli, "starts", 0, &params->starts, error);
}

gboolean
tenure_cli_read_order_form (TenureCli *cli, TenurePlaceOrder *params, GError **error)
{
  return read_place_order (cli, params, error) && fill_from_catalogue (cli, params, error);
}

gboolean
tenure_cli_run_order_place (TenureCli *cli, GError **error)
{
  g_auto (GStrv) tags = tenure_cli_texts (cli, "tag");
  TenurePlaceOrder params = { .tags = tags };

  return tenure_cli_read_order_form (cli, &params, error) &&
         tenure_cli_change (cli, TENURE_COMMAND_ORDER, &params, error);
}

gboolean
tenure_cli_run_pay (TenureCli *cli, GError **error)
{
  g_auto (GStrv) orders = tenure_cli_arguments (cli, error);
  g_auto (GStrv) flexi = tenure_cli_texts (cli, "flexi");
  g_auto (GStrv) cards = tenure_cli_texts (cli, "card");
  TenurePay params = { .orders = orders, .flexi = flexi, .card = cards };

  params.voucher = (char *)tenure_cli_text (cli, "voucher");
  params.discount = (char *)tenure_cli_text (cli, "discount");
  return orders && tenure_cli_change (cli, TENURE_COMMAND_PAY, &params, error);
}

gboolean
tenure_cli_run_cancel (TenureCli *cli, GError **error)
{
  g_auto (GStrv) orders = tenure_cli_arguments (cli, error);
  TenureCancel params = { .orders = orders };

  return orders && tenure_cli_change (cli, TENURE_COMMAND_CANCEL, &params, error);
}

gboolean
tenure_cli_run_renew (TenureCli *cli, GError **error)
{
  g_auto (GStrv) resources = NULL;
  TenureRenew params = {
    .unify = tenure_cli_has (cli, "unify"),
    .auto_renew = tenure_cli_has (cli, "auto-renew"),
    .pay = tenure_cli_has (cli, "pay"),
  };

  if (!tenure_cli_int (cli, "months", 1, 60, &params.months, error))
    return FALSE;
  resources = tenure_cli_resources (cli, error);
  params.resources = resources;
  return resources && tenure_cli_change (cli, TENURE_COMMAND_RENEW, &params, error);
}

gboolean
tenure_cli_run_set_auto (TenureCli *cli, GError **error)
{
  g_auto (GStrv) resources = NULL;
  TenureSetMode params = { .mode = TENURE_MODE_AUTO, .reset_times = tenure_cli_has (cli, "reset-times") };

  if (!tenure_cli_int (cli, "months", 1, 60, &params.months, error) ||
      !tenure_cli_int (cli, "times", 1, 99, &params.times, error))
    return FALSE;
  resources = tenure_cli_resources (cli, error);
  params.resources = resources;
  return resources && tenure_cli_change (cli, TENURE_COMMAND_SET_MODE, &params, error);
}

gboolean
tenure_cli_run_set_manual (TenureCli *cli, GError **error)
{
  g_auto (GStrv) resources = tenure_cli_resources (cli, error);
  TenureSetMode params = { .resources = resources, .mode = TENURE_MODE_MANUAL };

  return resources && tenure_cli_change (cli, TENURE_COMMAND_SET_MODE, &params, error);
}

gboolean
tenure_cli_run_unified_day (TenureCli *cli, GError **error)
{
  TenureSetUnifiedDay params = { 0 };

  return tenure_cli_month_day (cli->arguments->pdata[0], "DAY", &params.day, error) &&
         tenure_cli_change (cli, TENURE_COMMAND_SET_UNIFIED_DAY, &params, error);
}

gboolean
tenure_cli_run_deduction_day (TenureCli *cli, GError **error)
{
  TenureSetDeductionDay params = { .agreed = tenure_cli_has (cli, "agree") };
  TenureSession *session = tenure_cli_session (cli, error);
  const TenurePolicy *policy = session ? tenure_profile_policy (tenure_session_profile (session)) : NULL;

  return policy &&
         tenure_text_parse_int (cli->arguments->pdata[0], "DAYS", policy->lead_min, policy->lead_max, &params.days,
                                error) &&
         tenure_cli_change (cli, TENURE_COMMAND_SET_DEDUCTION_DAY, &params, error);
}

gboolean
tenure_cli_run_unsubscribe (TenureCli *cli, GError **error)
{
  g_auto (GStrv) resources = NULL;
  TenureUnsubscribe params = { .agreed = tenure_cli_has (cli, "agree") };

  params.reason_text = (char *)tenure_cli_text (cli, "reason-text");
  if (!tenure_cli_choice (cli, "reason", TENURE_REASONS, &params.reason, error))
    return FALSE;
  resources = tenure_cli_resources (cli, error);
  params.resources = resources;
  return resources && tenure_cli_change (cli, TENURE_COMMAND_UNSUBSCRIBE, &params, error);
}

/* RESOURCE or RESOURCE=DATE: cuts the words in two lists. */
static char **
split_dates (char **words)
{
  g_autoptr (GStrvBuilder) dates = g_strv_builder_new ();

  for (guint i = 0; words[i]; i++)
    {
      char *equals = strrchr (words[i], '=');

      g_strv_builder_add (dates, equals ? equals + 1 : "");
      if (equals)
        *equals = '\0';
    }
  return g_strv_builder_end (dates);
}

static gboolean
check_dates (char **dates, GError **error)
{
  TenureDay day;

  for (guint i = 0; dates[i]; i++)
    if (dates[i][0] && !tenure_day_parse (dates[i], &day, error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_cli_run_unsubscribe_renewals (TenureCli *cli, GError **error)
{
  g_auto (GStrv) words = tenure_cli_arguments (cli, error);
  g_auto (GStrv) dates = words ? split_dates (words) : NULL;
  g_auto (GStrv) resources = NULL;
  TenureUnsubscribeRenewals params = { .expiries = dates };
  TenureSession *session;

  if (!dates || !check_dates (dates, error) || !(session = tenure_cli_session (cli, error)))
    return FALSE;
  resources = tenure_read_resource_ids (session, (const char *const *)words, error);
  params.resources = resources;
  return resources && tenure_cli_change (cli, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &params, error);
}

gboolean
tenure_cli_run_plan (TenureCli *cli, GError **error)
{
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
               _ ("Say which command to plan, such as “tenurectl plan renew RESOURCE --months 1”"));
  return FALSE;
}

static TenurePlan *
read_plan (const char *path, GError **error)
{
  g_autoptr (GIOChannel) channel = NULL;
  g_autoptr (TenureJson) json = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  gboolean is_stdin = g_str_equal (path, "-");
  TenurePlan *plan;

  if (is_stdin && (channel = g_io_channel_unix_new (0)))
    g_io_channel_read_to_end (channel, &text, &length, &problem);
  else
    g_file_get_contents (path, &text, &length, &problem);
  if (problem)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN, _ ("The plan cannot be read: %s"),
                   problem->message);
      return NULL;
    }
  json = tenure_json_parse (text, (gssize)length, 0, error);
  plan = json ? tenure_plan_from_json (json, error) : NULL;
  if (!plan)
    g_prefix_error (error, "%s: ", is_stdin ? "stdin" : path);
  return plan;
}

/* Without --profile the plan's own profile is opened; that it is not here is a rule's refusal, not a slip of the hand.
 */
static TenureSession *
open_for (TenureCli *cli, const TenurePlan *plan, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (tenure_cli_has (cli, "profile"))
    return tenure_cli_session (cli, error);
  cli->session = tenure_session_open (plan->profile, &problem);
  if (g_error_matches (problem, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN))
    g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                 _ ("The plan was made on another profile, %s, which is not here; plan it anew"), plan->profile);
  else if (problem)
    g_propagate_error (error, g_steal_pointer (&problem));
  return cli->session;
}

/* What the plan takes besides; a mailed link is given whole, as without a plan. */
static gboolean
read_secret (TenureCli *cli, const TenureCommand *command, GError **error)
{
  TenureCommandKind kind = tenure_command_kind (command);
  const TenureSetPassword *params = tenure_command_params (command);
  g_autofree char *link = NULL;

  if (kind != TENURE_COMMAND_SET_PASSWORD)
    return tenure_cli_read_secret (cli, tenure_command_kind_secrets (kind), error);
  link = tenure_cli_read_link (cli, params->link, error);
  return link != NULL;
}

gboolean
tenure_cli_run_apply (TenureCli *cli, GError **error)
{
  g_autoptr (TenurePlan) plan = read_plan (cli->arguments->pdata[0], error);
  TenureSession *session = plan ? open_for (cli, plan, error) : NULL;
  g_autoptr (TenureOutcome) outcome = NULL;

  if (session && read_secret (cli, plan->command, error))
    outcome = tenure_session_apply_secret (session, plan->command, plan, cli->secret, error);
  return outcome && tenure_cli_tell_outcome (cli, outcome, error);
}
