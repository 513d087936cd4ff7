/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-profile-private.h"

#include "tenure-error.h"
#include "tenure-journal.h"
#include "tenure-text.h"

#include <glib/gi18n-lib.h>

void
tenure_profile_meta_clear (TenureProfileMeta *self)
{
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->machine, g_free);
  g_clear_pointer (&self->policy_body, g_free);
}

static gboolean
damaged (TenureConnection *connection, const char *key, GError **error)
{
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT,
               _ ("“%s” does not say its “%s”: restore a backup."), connection->path, key);
  return FALSE;
}

static char *
need (TenureConnection *connection, const char *key, GError **error)
{
  GError *problem = NULL;
  char *value = tenure_connection_meta (connection, key, &problem);
  if (problem)
    g_propagate_error (error, problem);
  else if (!value)
    damaged (connection, key, error);
  return value;
}

static gboolean
need_int (TenureConnection *connection, const char *key, gint64 min, gint64 max, gint64 *value, GError **error)
{
  g_autofree char *text = need (connection, key, error);
  if (!text)
    return FALSE;
  return tenure_text_parse_int (text, key, min, max, value, NULL) || damaged (connection, key, error);
}

static gboolean
need_policy (TenureConnection *connection, char **body, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, "SELECT body FROM policy WHERE hash = (SELECT value FROM meta WHERE key = 'policy')", error);
  if (!statement)
    return FALSE;
  if (tenure_statement_step (statement, &problem))
    *body = tenure_statement_dup_text (statement, 0);
  if (problem)
    g_propagate_error (error, problem);
  else if (!*body)
    damaged (connection, "policy", error);
  return *body != NULL;
}

/* 0 where nobody ever chose. */
static gboolean
read_two_states (TenureConnection *connection, gboolean *two_states, GError **error)
{
  GError *problem = NULL;
  g_autofree char *value = tenure_connection_meta (connection, "two-states", &problem);
  if (problem)
    return g_propagate_error (error, problem), FALSE;
  *two_states = g_strcmp0 (value, "1") == 0;
  return TRUE;
}

gboolean
tenure_profile_meta_read (TenureConnection *connection, TenureProfileMeta *meta, GError **error)
{
  gint64 practice = 0, restored = 0;
  g_autofree char *level = NULL;
  if (!(meta->uuid = need (connection, "uuid", error)) || !(meta->name = need (connection, "name", error)) ||
      !(meta->machine = need (connection, "machine", error)) || !(level = need (connection, "level", error)) ||
      !need_int (connection, "practice", 0, 1, &practice, error) ||
      !need_int (connection, "restored", 0, 1, &restored, error) ||
      !need_int (connection, "clock-offset", 0, G_MAXINT64, &meta->clock_offset, error) ||
      !read_two_states (connection, &meta->two_states, error) || !need_policy (connection, &meta->policy_body, error))
    return FALSE;
  meta->practice = practice == 1;
  meta->restored = restored == 1;
  return tenure_level_parse (level, &meta->level, NULL) || damaged (connection, "level", error);
}

static gboolean
write_policy (TenureConnection *connection, const TenurePolicy *policy, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "INSERT INTO policy (hash, name, body) VALUES (?1, ?2, ?3)", error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_text (statement, 1, policy->hash);
  tenure_statement_bind_text (statement, 2, policy->name);
  tenure_statement_bind_text (statement, 3, policy->body);
  return tenure_statement_run (statement, error);
}

static gboolean
write_event (TenureConnection *connection, const TenureProfileSetup *setup, const char *uuid, gint64 now,
             GError **error)
{
  g_autoptr (TenureJson) event = tenure_json_new_object ();
  tenure_json_set_string (event, "name", setup->name);
  tenure_json_set_boolean (event, "practice", setup->practice);
  tenure_json_set_string (event, "level", tenure_level_name (setup->level));
  tenure_json_set_string (event, "policy", setup->policy->hash);
  return tenure_journal_append (connection, now, "system", NULL, "profile", uuid, event, error);
}

gboolean
tenure_profile_meta_write (TenureConnection *connection, const char *uuid, const TenureProfileSetup *setup, gint64 now,
                           GError **error)
{
  g_autofree char *machine = tenure_machine_mark ();
  g_autofree char *created = g_strdup_printf ("%" G_GINT64_FORMAT, now);
  const char *const rows[][2] = {
    { "uuid", uuid },
    { "name", setup->name },
    { "practice", setup->practice ? "1" : "0" },
    { "level", tenure_level_name (setup->level) },
    { "policy", setup->policy->hash },
    { "created", created },
    { "settled-until", created },
    { "machine", machine },
    { "clock-offset", "0" },
    { "restored", "0" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!tenure_connection_set_meta (connection, rows[i][0], rows[i][1], error))
      return FALSE;
  return write_policy (connection, setup->policy, error) && write_event (connection, setup, uuid, now, error);
}

char *
tenure_machine_mark (void)
{
  g_autofree char *id = NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  /* A machine without one, such as a bare container, is like any other without one. */
  if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL))
    id = g_strdup ("");
  g_checksum_update (sum, (const guchar *)"org.tenure.Tenure\n", -1);
  g_checksum_update (sum, (const guchar *)g_strstrip (id), -1);
  return g_strdup (g_checksum_get_string (sum));
}
