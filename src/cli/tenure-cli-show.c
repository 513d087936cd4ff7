/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One resource, the balance. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-lifecycle.h"
#include "tenure-reading.h"
#include "tenure-wording-metering.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"
#include "tenure-wording.h"

/* Resources --------------------------------------------------------------------------------------------------------*/

static TenureJson *
term_json (const TenureTerm *term)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "order", term->order_key);
  tenure_json_set_string (object, "kind", tenure_term_kind_name (term->kind));
  tenure_cli_set_time (object, "start", term->start);
  tenure_cli_set_time (object, "end", term->end);
  tenure_json_set_int64 (object, "months", term->months);
  tenure_json_set_int64 (object, "extra_days", term->extra_days);
  tenure_cli_set_money (object, "due", term->due);
  tenure_json_set_boolean (object, "refunded", term->refunded);
  tenure_cli_set_channels (object, &term->paid);
  return object;
}

static TenureJson *
resource_json (const TenureResource *resource, TenureLife life)
{
  TenureJson *object = tenure_cli_object ("resource");
  TenureJson *terms = tenure_json_new_array ();

  tenure_json_set_string (object, "id", resource->key);
  tenure_json_set_string (object, "name", resource->name);
  tenure_json_set_string (object, "offer", resource->offer);
  tenure_json_set_string (object, "spec", resource->spec);
  tenure_json_set_string (object, "region", resource->region);
  tenure_json_set_int64 (object, "amount", resource->amount);
  tenure_json_set_boolean (object, "bound", resource->main_id != 0);
  tenure_json_set_string (object, "mode", tenure_mode_name (resource->mode));
  tenure_json_set_int64 (object, "auto_months", resource->auto_months);
  tenure_json_set_int64 (object, "auto_left", resource->auto_left);
  tenure_json_set_int64 (object, "anchor", resource->anchor);
  tenure_cli_set_time (object, "start", resource->start);
  tenure_cli_set_time (object, "expiry", resource->expiry);
  tenure_json_set_string (object, "status", tenure_resource_status_name (resource->status));
  tenure_json_set_string (object, "life", tenure_life_name (life));
  tenure_json_set_string (object, "freeze", tenure_freeze_name (resource->freeze));
  tenure_json_set_string (object, "open_order", resource->open_order);
  for (guint i = 0; i < resource->n_terms; i++)
    tenure_json_append (terms, term_json (&resource->terms[i]));
  tenure_json_set (object, "terms", terms);
  return object;
}

/** What is charged by the hour has no term that could end; it ends when it is stopped for arrears. */
static TenureLife
life_of (TenureSession *session, const TenureResource *resource)
{
  TenureProfile *profile = tenure_session_profile (session);

  if (resource->expiry == TENURE_TIME_UNKNOWN)
    return resource->freeze == TENURE_FREEZE_ARREARS ? TENURE_LIFE_FROZEN : TENURE_LIFE_IN_USE;
  return tenure_life_at (resource->expiry, tenure_profile_level (profile), tenure_profile_policy (profile),
                         tenure_session_now (session));
}

static void
print_resource (TenureCli *cli, const TenureResource *resource, TenureLife life)
{
  g_autoptr (TenureCliTable) pairs = tenure_cli_pairs_new (cli);
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (cli->session));

  tenure_cli_pair (pairs, _ ("Id"), g_strdup (resource->key));
  tenure_cli_pair (pairs, _ ("Name"), g_strdup (resource->name));
  tenure_cli_pair (pairs, _ ("Product"),
                   g_strdup (tenure_word_product (catalogue, resource->offer, resource->product)));
  tenure_cli_pair (pairs, _ ("Spec"), tenure_word_sized_spec (catalogue, resource->offer, resource->spec, 0));
  tenure_cli_pair (pairs, _ ("Status"),
                   g_strdup (tenure_word_resource_state (resource, tenure_session_shown_life (cli->session, life),
                                                         tenure_session_now (cli->session))));
  if (resource->freeze != TENURE_FREEZE_NONE)
    tenure_cli_pair (pairs, _ ("Freeze"), g_strdup (tenure_word_freeze (resource->freeze)));
  tenure_cli_pair (pairs, _ ("Renewal"),
                   g_strdup (resource->charging == TENURE_CHARGING_USE ? tenure_word_charging (TENURE_CHARGING_USE)
                                                                       : tenure_word_mode (resource->mode)));
  if (resource->mode == TENURE_MODE_AUTO)
    {
      tenure_cli_pair (pairs, _ ("Period"), tenure_word_duration (resource->auto_months));
      tenure_cli_pair (pairs, _ ("Times left"), tenure_word_times (resource->auto_left));
    }
  tenure_cli_pair (pairs, _ ("Start"), tenure_word_time (resource->start));
  tenure_cli_pair (pairs, _ ("Expiry"), tenure_word_time (resource->expiry));
  if (resource->open_order)
    tenure_cli_pair (pairs, _ ("Order in process"), g_strdup (resource->open_order));
}

static void
print_terms (TenureCli *cli, const TenureResource *resource)
{
  const char *const headings[] = { _ ("Order"), _ ("Start"), _ ("End"), _ (">Amount due"), _ ("Note"), NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < resource->n_terms; i++)
    {
      const TenureTerm *term = &resource->terms[i];

      tenure_cli_table_add (table, g_strdup (term->order_key), tenure_word_time (term->start),
                            tenure_word_time (term->end), tenure_word_money (term->due),
                            g_strdup (term->refunded ? _ ("given back") : NULL));
    }
}

gboolean
tenure_cli_run_resource_show (TenureCli *cli, GError **error)
{
  g_auto (GStrv) ids = tenure_cli_resources (cli, error);
  g_autoptr (GPtrArray) resources = ids ? tenure_read_resources (cli->session, (const char *const *)ids, error) : NULL;
  TenureJson *parts = NULL, *head = NULL;

  for (guint i = 0; resources && i < resources->len; i++)
    {
      const TenureResource *resource = resources->pdata[i];
      TenureLife life = life_of (cli->session, resource);

      if (tenure_cli_wants_json (cli) && i == 0)
        tenure_json_set (head = resource_json (resource, life), "parts", parts = tenure_json_new_array ());
      else if (tenure_cli_wants_json (cli))
        tenure_json_append (parts, resource_json (resource, life));
      else
        {
          tenure_cli_print (cli, "%s", i > 0 ? "\n" : "");
          print_resource (cli, resource, life);
          print_terms (cli, resource);
        }
    }
  if (head)
    tenure_cli_print_json (cli, head);
  return resources != NULL;
}

/* Account ----------------------------------------------------------------------------------------------------------*/

static int
five_day_left (TenureSession *session, const TenureAccount *account)
{
  const TenurePolicy *policy = tenure_profile_policy (tenure_session_profile (session));

  return policy->five_day ? MAX (0, policy->five_day_quota - account->quota_used) : 0;
}

static TenureJson *
account_json (TenureSession *session, const TenureAccount *account, const TenurePolicy *policy)
{
  TenureJson *object = tenure_cli_object ("balance");

  tenure_json_set_string (object, "account", account->key);
  tenure_cli_set_money (object, "balance", account->balance);
  tenure_cli_set_money (object, "arrears", account->arrears);
  tenure_json_set_int64 (object, "unified_day", tenure_account_unified_day (account, policy));
  tenure_json_set_int64 (object, "lead_days", tenure_account_lead_days (account, policy));
  tenure_json_set_int64 (object, "five_day_left", five_day_left (session, account));
  tenure_json_set_string (object, "freeze", tenure_freeze_name (account->freeze));
  return object;
}

static void
print_account (TenureCli *cli, const TenureAccount *account, const TenurePolicy *policy)
{
  g_autoptr (TenureCliTable) pairs = tenure_cli_pairs_new (cli);
  int day = tenure_account_unified_day (account, policy), lead = tenure_account_lead_days (account, policy);

  tenure_cli_pair (pairs, _ ("Account"), g_strdup (account->name));
  tenure_cli_pair (pairs, _ ("Balance"), tenure_word_money (account->balance));
  if (account->arrears > 0)
    tenure_cli_pair (pairs, _ ("Owed"), tenure_word_money (account->arrears));
  tenure_cli_pair (pairs, _ ("Unified expiry day"),
                   day < 0 ? g_strdup (_ ("last day of the month")) : g_strdup_printf ("%d", day));
  tenure_cli_pair (pairs, _ ("Automatic deduction"),
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day before expiry, at %02d:00",
                                                 "%d days before expiry, at %02d:00", (gulong)lead),
                                    lead, policy->deduct_hour));
  tenure_cli_pair (pairs, _ ("Five-day unsubscriptions left this year"),
                   g_strdup_printf ("%d", five_day_left (cli->session, account)));
  if (account->freeze != TENURE_FREEZE_NONE)
    tenure_cli_pair (pairs, _ ("Freeze"), g_strdup (tenure_word_freeze (account->freeze)));
}

gboolean
tenure_cli_run_balance (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  TenureAccount account = { 0 };
  const TenurePolicy *policy;

  if (!session || !tenure_session_read_account (session, &account, error))
    return FALSE;
  policy = tenure_profile_policy (tenure_session_profile (session));
  if (tenure_cli_wants_json (cli))
    tenure_cli_print_json (cli, account_json (session, &account, policy));
  else
    print_account (cli, &account, policy);
  tenure_account_clear (&account);
  return TRUE;
}
