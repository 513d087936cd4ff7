/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Profiles, the clock, the journal, the check, backups. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-reading.h"
#include "tenure-text.h"
#include "tenure-wording-activity.h"
#include "tenure-wording.h"

static gint64
system_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
print_profile (TenureCli *cli, TenureSession *session)
{
  TenureProfile *profile = tenure_session_profile (session);
  TenurePolicy *policy = tenure_profile_policy (profile);
  g_autofree char *notice = tenure_session_notice (session);
  const char *account = tenure_session_account (session);
  TenureCliTable *pairs;
  TenureJson *object;

  if (tenure_cli_wants_json (cli))
    {
      object = tenure_cli_object ("profile");
      tenure_json_set_string (object, "id", tenure_profile_uuid (profile));
      tenure_json_set_string (object, "name", tenure_profile_name (profile));
      tenure_json_set_boolean (object, "practice", tenure_profile_practice (profile));
      tenure_json_set_string (object, "level", tenure_level_name (tenure_profile_level (profile)));
      tenure_json_set_string (object, "policy", policy->name);
      tenure_json_set_string (object, "policy_hash", policy->hash);
      tenure_json_set_string (object, "account", tenure_session_account (session));
      tenure_cli_set_time (object, "now", tenure_session_now (session));
      tenure_json_set_string (object, "notice", notice);
      tenure_cli_print_json (cli, object);
      return;
    }
  pairs = tenure_cli_pairs_new (cli);
  tenure_cli_pair (pairs, _ ("Name"), g_strdup (tenure_profile_name (profile)));
  tenure_cli_pair (pairs, _ ("Id"), g_strdup (tenure_profile_uuid (profile)));
  tenure_cli_pair (pairs, _ ("Kind"), g_strdup (tenure_profile_practice (profile) ? _ ("practice") : _ ("real")));
  tenure_cli_pair (pairs, _ ("Customer level"), g_strdup (tenure_level_name (tenure_profile_level (profile))));
  tenure_cli_pair (pairs, _ ("Policy"), g_strdup (policy->name));
  tenure_cli_pair (pairs, _ ("Account"), account ? g_strdup (account) : g_strdup (_ ("nobody is signed in")));
  tenure_cli_pair (pairs, _ ("Clock"), tenure_word_time (tenure_session_now (session)));
  tenure_cli_table_end (pairs);
}

gboolean
tenure_cli_run_profile_create (TenureCli *cli, GError **error)
{
  TenureSessionSetup setup = { .name = cli->arguments->pdata[0],
                               .policy = tenure_cli_text (cli, "policy"),
                               .practice = tenure_cli_has (cli, "practice"),
                               .register_first = tenure_cli_has (cli, "register"),
                               .level = TENURE_LEVEL_V0 };
  gint64 sample = 0, seed = 1;

  if (!tenure_cli_level (cli, "level", &setup.level, error) ||
      !tenure_cli_int (cli, "sample", 1, 1000000, &sample, error) ||
      !tenure_cli_int (cli, "seed", 0, G_MAXINT64, &seed, error))
    return FALSE;
  if (sample > 0 && setup.register_first)
    {
      g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                           _ ("--sample makes an institution that is registered; leave out --register, or --sample"));
      return FALSE;
    }
  setup.sample = (guint)sample;
  setup.seed = (guint64)seed;
  cli->session = tenure_session_create (&setup, error);
  if (!cli->session)
    return FALSE;
  print_profile (cli, cli->session);
  if (!tenure_cli_has (cli, "level") && !tenure_cli_wants_json (cli))
    tenure_cli_print (cli, "%s\n", _ ("No customer level was given, so V0 is assumed"));
  return TRUE;
}

gboolean
tenure_cli_run_profile_list (TenureCli *cli, GError **error)
{
  const char *const headings[] = { _ ("Name"), _ ("Id"), _ ("Kind"), _ ("Damage"), NULL };
  g_autoptr (GPtrArray) profiles = tenure_profiles_list (error);
  TenureCliTable *table = NULL;
  TenureJson *object, *rows = tenure_json_new_array ();

  for (guint i = 0; profiles && i < profiles->len; i++)
    {
      const TenureProfileInfo *info = profiles->pdata[i];
      TenureJson *row = tenure_json_new_object ();

      tenure_json_set_string (row, "name", info->name);
      tenure_json_set_string (row, "id", info->uuid);
      if (info->damaged)
        tenure_json_set_string (row, "practice", NULL);
      else
        tenure_json_set_boolean (row, "practice", info->practice);
      tenure_json_set_string (row, "damaged", info->damaged);
      tenure_json_append (rows, row);
    }
  object = tenure_cli_object ("profiles");
  tenure_json_set (object, "rows", rows);
  if (profiles && tenure_cli_wants_json (cli))
    tenure_cli_print_json (cli, tenure_json_ref (object));
  else if (profiles)
    table = tenure_cli_table_new (cli, headings);
  for (guint i = 0; table && i < profiles->len; i++)
    {
      const TenureProfileInfo *info = profiles->pdata[i];

      tenure_cli_table_add (table, g_strdup (info->name), g_strdup (info->uuid),
                            info->damaged ? NULL : g_strdup (info->practice ? _ ("practice") : _ ("real")),
                            g_strdup (info->damaged));
    }
  g_clear_pointer (&table, tenure_cli_table_end);
  tenure_json_unref (object);
  return profiles != NULL;
}

/* NAME of `profile show NAME` is another way to say --profile. */
static TenureSession *
session_by_argument (TenureCli *cli, GError **error)
{
  if (cli->arguments->len == 0)
    return tenure_cli_session (cli, error);
  cli->session = tenure_session_open (cli->arguments->pdata[0], error);
  return cli->session;
}

gboolean
tenure_cli_run_profile_show (TenureCli *cli, GError **error)
{
  TenureSession *session = session_by_argument (cli, error);

  if (session)
    print_profile (cli, session);
  return session != NULL;
}

gboolean
tenure_cli_run_profile_delete (TenureCli *cli, GError **error)
{
  g_autoptr (TenureProfile) profile = tenure_profile_open (cli->arguments->pdata[0], TRUE, error);
  g_autofree char *name = profile ? g_strdup (tenure_profile_name (profile)) : NULL;
  g_autofree char *uuid = profile ? g_strdup (tenure_profile_uuid (profile)) : NULL;

  if (!profile)
    return FALSE;
  if (tenure_cli_has (cli, "dry-run"))
    {
      tenure_cli_print (cli, _ ("Profile “%s” (%s) with its database, its backups and its keys would be deleted\n"),
                        name, uuid);
      return TRUE;
    }
  if (!tenure_profile_delete (profile, error))
    return FALSE;
  tenure_cli_print (cli, _ ("Deleted profile “%s” (%s) with its database, its backups and its keys\n"), name, uuid);
  return TRUE;
}

gboolean
tenure_cli_run_profile_agree (TenureCli *cli, GError **error)
{
  TenureSession *session = session_by_argument (cli, error);

  if (!session || !tenure_session_agree (session, error) || tenure_session_settle (session, error) < 0)
    return FALSE;
  print_profile (cli, session);
  return TRUE;
}

gboolean
tenure_cli_run_profile_states (TenureCli *cli, GError **error)
{
  const char *states = cli->arguments->pdata[0];
  TenureSession *session = tenure_cli_session (cli, error);

  if (!session)
    return FALSE;
  if (!g_str_equal (states, "two") && !g_str_equal (states, "three"))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("“%s” is neither two (frozen is shown as expired) nor three"), states);
      return FALSE;
    }
  return tenure_profile_set_two_states (tenure_session_profile (session), g_str_equal (states, "two"), error);
}

gboolean
tenure_cli_run_backup (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);

  if (!session || !tenure_profile_backup (tenure_session_profile (session), cli->arguments->pdata[0], NULL, error))
    return FALSE;
  tenure_cli_print (cli, _ ("Backed up to %s\n"), (char *)cli->arguments->pdata[0]);
  return TRUE;
}

gboolean
tenure_cli_run_restore (TenureCli *cli, GError **error)
{
  const char *name = cli->arguments->len > 1 ? cli->arguments->pdata[1] : NULL;
  g_autofree char *uuid = tenure_profile_restore (cli->arguments->pdata[0], name, system_now (), error);

  if (!uuid)
    return FALSE;
  tenure_cli_print (cli,
                    _ ("Restored as profile %s; "
                       "it can only be read until “tenurectl profile agree %s”\n"),
                    uuid, uuid);
  return TRUE;
}

/* The clock --------------------------------------------------------------------------------------------------------*/

static gboolean
print_clock (TenureCli *cli, TenureSession *session)
{
  g_autofree char *now = tenure_time_format (tenure_session_now (session));
  gboolean practice = tenure_profile_practice (tenure_session_profile (session));
  TenureJson *object;

  if (tenure_cli_wants_json (cli))
    {
      object = tenure_cli_object ("clock");
      tenure_json_set_string (object, "now", now);
      tenure_json_set_boolean (object, "practice", practice);
      tenure_cli_print_json (cli, object);
    }
  else
    tenure_cli_print (cli, "%s\n", now);
  return TRUE;
}

gboolean
tenure_cli_run_clock (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);

  return session && print_clock (cli, session);
}

/* `30d`, `12h`, `45m`, `10s` as seconds. */
static gboolean
parse_span (const char *text, gint64 *seconds, GError **error)
{
  static const gint64 UNITS[] = { TENURE_DAY_SECONDS, TENURE_HOUR_SECONDS, 60, 1 };
  gsize length = strlen (text);
  const char *unit = length > 1 ? strchr ("dhms", text[length - 1]) : NULL;
  g_autofree char *number = g_strndup (text, length > 0 ? length - 1 : 0);
  gint64 count;

  if (unit && tenure_text_parse_int (number, text, 0, 36500, &count, NULL))
    {
      *seconds = count * UNITS[unit - strchr ("dhms", 'd')];
      return TRUE;
    }
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("“%s” is not a span of time; write 30d, 12h, 45m or 10s, up to 36500"), text);
  return FALSE;
}

gboolean
tenure_cli_run_clock_advance (TenureCli *cli, GError **error)
{
  TenureSession *session;
  gint64 seconds = 0;

  if (!parse_span (cli->arguments->pdata[0], &seconds, error) || !(session = tenure_cli_session (cli, error)) ||
      !tenure_session_advance (session, seconds, error))
    return FALSE;
  return print_clock (cli, session);
}

gboolean
tenure_cli_run_clock_settle (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  int played = session ? tenure_session_settle (session, error) : -1;

  if (played < 0)
    return FALSE;
  tenure_cli_print (cli, g_dngettext (GETTEXT_PACKAGE, "%d event settled\n", "%d events settled\n", (gulong)played),
                    played);
  return TRUE;
}

/* The journal ------------------------------------------------------------------------------------------------------*/

static TenureJson *
event_json (const TenureJournalEvent *event)
{
  TenureJson *object = tenure_json_new_object ();
  TenureJson *body = tenure_json_parse (event->body, -1, 0, NULL);

  tenure_json_set_int64 (object, "id", event->id);
  tenure_cli_set_time (object, "at", event->at);
  tenure_json_set_string (object, "actor", event->actor);
  tenure_json_set_string (object, "account", event->account);
  tenure_json_set_string (object, "kind", event->kind);
  tenure_json_set_string (object, "subject", event->subject);
  tenure_json_set (object, "body", body ? body : tenure_json_new_null ());
  tenure_json_set_string (object, "hash", event->hash);
  return object;
}

static void
print_events (TenureCli *cli, GPtrArray *events)
{
  const char *const headings[] = { _ (">No."), _ ("Time"),    _ ("Who"),     _ ("Account"),
                                   _ ("What"), _ ("Subject"), _ ("Details"), NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < events->len; i++)
    {
      const TenureJournalEvent *event = events->pdata[i];

      tenure_cli_table_add (table, g_strdup_printf ("%" G_GINT64_FORMAT, event->id), tenure_word_time (event->at),
                            tenure_word_event_actor (event), g_strdup (event->account),
                            tenure_word_journal (event->kind), g_strdup (event->subject),
                            tenure_word_event_details (event));
    }
}

gboolean
tenure_cli_run_journal (TenureCli *cli, GError **error)
{
  gint64 limit = 50;
  TenureSession *session;
  g_autoptr (GPtrArray) events = NULL;
  TenureJson *object, *rows;

  if (!tenure_cli_int (cli, "limit", 1, G_MAXINT32, &limit, error) || !(session = tenure_cli_session (cli, error)) ||
      !(events = tenure_read_journal (session, tenure_cli_text (cli, "subject"), (guint)limit, error)))
    return FALSE;
  if (!tenure_cli_wants_json (cli))
    {
      print_events (cli, events);
      return TRUE;
    }
  object = tenure_cli_object ("journal");
  rows = tenure_json_new_array ();
  for (guint i = 0; i < events->len; i++)
    tenure_json_append (rows, event_json (events->pdata[i]));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
  return TRUE;
}

gboolean
tenure_cli_run_journal_verify (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GError) problem = NULL;
  gint64 n = 0;

  if (!session)
    return FALSE;
  if (tenure_read_journal_verify (session, tenure_cli_text (cli, "head"), &n, &problem))
    {
      tenure_cli_print (
          cli,
          g_dngettext (GETTEXT_PACKAGE, "The chain of %d event holds\n", "The chain of %d events holds\n", (gulong)n),
          (int)n);
      return TRUE;
    }
  /* That the chain is broken is the answer, not a failure to give one. */
  if (g_error_matches (problem, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT))
    g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED, problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
tenure_cli_run_journal_head (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autofree char *head = session ? tenure_read_journal_head (session, error) : NULL;

  if (head)
    tenure_cli_print (cli, "%s\n", head);
  return head != NULL;
}

/* The check --------------------------------------------------------------------------------------------------------*/

static TenureJson *
check_json (const TenureCheck *check)
{
  TenureJson *object = tenure_json_new_object ();
  TenureJson *faults = tenure_json_new_array ();

  tenure_json_set_string (object, "check", check->name);
  tenure_json_set_int64 (object, "rows", check->rows);
  for (guint i = 0; i < check->faults->len; i++)
    tenure_json_append (faults, tenure_json_new_string (check->faults->pdata[i]));
  tenure_json_set (object, "faults", faults);
  return object;
}

static void
print_checks (TenureCli *cli, GPtrArray *checks)
{
  const char *const headings[] = { _ ("Check"), _ (">Rows"), _ (">Faults"), NULL };
  TenureCliTable *table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < checks->len; i++)
    {
      const TenureCheck *check = checks->pdata[i];

      tenure_cli_table_add (table, g_strdup (check->name), g_strdup_printf ("%" G_GINT64_FORMAT, check->rows),
                            g_strdup_printf ("%u", check->faults->len));
    }
  tenure_cli_table_end (table);
  for (guint i = 0; i < checks->len; i++)
    {
      const TenureCheck *check = checks->pdata[i];

      for (guint f = 0; f < check->faults->len; f++)
        tenure_cli_print (cli, "%s: %s\n", check->name, (char *)check->faults->pdata[f]);
    }
}

static void
print_checks_json (TenureCli *cli, GPtrArray *checks)
{
  TenureJson *object = tenure_cli_object ("check");
  TenureJson *rows = tenure_json_new_array ();

  for (guint i = 0; i < checks->len; i++)
    tenure_json_append (rows, check_json (checks->pdata[i]));
  tenure_json_set_int64 (object, "faults", tenure_check_faults (checks));
  tenure_json_set (object, "checks", rows);
  tenure_cli_print_json (cli, object);
}

/* Without the driver lock and without settling: a check looks, and changes nothing. */
gboolean
tenure_cli_run_check (TenureCli *cli, GError **error)
{
  g_autoptr (TenureProfile) profile = tenure_profile_open (tenure_cli_text (cli, "profile"), FALSE, error);
  g_autoptr (GPtrArray) checks = profile ? tenure_check (tenure_profile_store (profile), NULL, error) : NULL;
  guint faults = checks ? tenure_check_faults (checks) : 0;

  if (!checks)
    return FALSE;
  if (tenure_cli_wants_json (cli))
    print_checks_json (cli, checks);
  else
    print_checks (cli, checks);
  if (faults == 0)
    return TRUE;
  g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE, "%u fault was found; restore a backup from before",
                            "%u faults were found; restore a backup from before", faults),
               faults);
  return FALSE;
}
