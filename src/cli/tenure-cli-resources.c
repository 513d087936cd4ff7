/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Modes, release, change and attach, unsubscription of what is not effective, durations. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-choices.h"
#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-reading.h"
#include "tenure-wording.h"

static gboolean
set_mode (TenureCli *cli, TenureMode mode, GError **error)
{
  g_auto (GStrv) resources = tenure_cli_resources (cli, error);
  TenureSetMode params = { .resources = resources, .mode = (int)mode };

  return resources && tenure_cli_change (cli, TENURE_COMMAND_SET_MODE, &params, error);
}

gboolean
tenure_cli_run_set_to_pay_per_use (TenureCli *cli, GError **error)
{
  return set_mode (cli, TENURE_MODE_TO_PPU, error);
}

gboolean
tenure_cli_run_set_no_renewal (TenureCli *cli, GError **error)
{
  return set_mode (cli, TENURE_MODE_NO_RENEWAL, error);
}

gboolean
tenure_cli_run_release (TenureCli *cli, GError **error)
{
  g_auto (GStrv) resources = tenure_cli_resources (cli, error);
  TenureRelease params = { .resources = resources };

  return resources && tenure_cli_change (cli, TENURE_COMMAND_RELEASE, &params, error);
}

gboolean
tenure_cli_run_change (TenureCli *cli, GError **error)
{
  g_auto (GStrv) resources = NULL;
  TenureChange params = { .spec = (char *)tenure_cli_text (cli, "spec"), .pay = tenure_cli_has (cli, "pay") };

  if (!tenure_cli_int (cli, "size", 1, 32768, &params.amount, error) ||
      !(resources = tenure_cli_resources (cli, error)))
    return FALSE;
  params.resource = resources[0];
  return tenure_cli_change (cli, TENURE_COMMAND_CHANGE, &params, error);
}

gboolean
tenure_cli_run_attach (TenureCli *cli, GError **error)
{
  g_auto (GStrv) resources = NULL;
  TenureAttach params = { .offer = (char *)tenure_cli_text (cli, "offer"),
                          .spec = (char *)tenure_cli_text (cli, "spec"),
                          .name = (char *)tenure_cli_text (cli, "name"),
                          .pay = tenure_cli_has (cli, "pay") };

  if (!tenure_cli_int (cli, "size", 1, 32768, &params.amount, error) ||
      !(resources = tenure_cli_resources (cli, error)))
    return FALSE;
  params.resource = resources[0];
  return tenure_cli_change (cli, TENURE_COMMAND_ATTACH, &params, error);
}

gboolean
tenure_cli_run_unsubscribe_pending (TenureCli *cli, GError **error)
{
  g_auto (GStrv) resources = NULL;
  TenureUnsubscribe params = { .reason_text = (char *)tenure_cli_text (cli, "reason-text") };

  if (!tenure_cli_choice (cli, "reason", TENURE_REASONS, &params.reason, error))
    return FALSE;
  resources = tenure_cli_resources (cli, error);
  params.resources = resources;
  return resources && tenure_cli_change (cli, TENURE_COMMAND_UNSUBSCRIBE_PENDING, &params, error);
}

/* What each main resource can be renewed for; parts go along. */
static GArray *
read_durations (TenureCli *cli, char **keys, GError **error)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (cli->session));
  g_autoptr (GPtrArray) resources = tenure_read_resources (cli->session, (const char *const *)keys, error);
  GArray *durations;

  if (!resources)
    return NULL;
  durations = g_array_new (FALSE, FALSE, sizeof (TenureDurations));
  for (guint i = 0; i < resources->len; i++)
    {
      const TenureResource *resource = resources->pdata[i];
      const TenureOffer *offer = tenure_catalogue_find (catalogue, resource->offer);
      TenureDurations own = { 0 };

      if (resource->main_id != 0)
        continue;
      if (offer)
        own = tenure_resource_durations (offer, resource);
      g_array_append_val (durations, own);
    }
  return durations;
}

gboolean
tenure_cli_run_durations (TenureCli *cli, GError **error)
{
  g_auto (GStrv) keys = tenure_cli_resources (cli, error);
  g_autoptr (GArray) durations = keys ? read_durations (cli, keys, error) : NULL;
  g_autofree char *text = NULL, *words = NULL, *preset_words = NULL;
  TenureDurations choices;
  int preset;

  if (!durations)
    return FALSE;
  tenure_renewal_choices ((const TenureDurations *)(gpointer)durations->data, durations->len, &choices, &preset);
  text = tenure_durations_format (choices);
  words = tenure_word_durations (choices);
  preset_words = tenure_word_duration (preset);
  if (tenure_cli_wants_json (cli))
    {
      TenureJson *object = tenure_cli_object ("durations");

      tenure_json_set_string (object, "choices", text);
      tenure_json_set_int64 (object, "preset_months", preset);
      tenure_cli_print_json (cli, object);
    }
  else if (preset == 0)
    tenure_cli_print (cli, "%s\n", _ ("They have no duration in common; renew them apart"));
  else
    {
      g_autoptr (TenureCliTable) table = tenure_cli_pairs_new (cli);

      tenure_cli_pair (table, _ ("Choices"), g_steal_pointer (&words));
      tenure_cli_pair (table, _ ("Default"), g_steal_pointer (&preset_words));
    }
  return TRUE;
}
