/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a profile: made whole, looked at, then given their name; and a profile made from one. */
#define _GNU_SOURCE
#include "tenure-profile-private.h"

#include "tenure-civil.h"
#include "tenure-error.h"
#include "tenure-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define DAILY_KEPT 7

static gboolean
fail (int saved, const char *path, GError **error)
{
  g_set_error (error, TENURE_SYSTEM_ERROR, tenure_system_error_from_errno (saved),
               _ ("The backup “%s” cannot be written: %s."), path, g_strerror (saved));
  return FALSE;
}

/* Gives the finished copy its name, and never takes one that is in use. */
static gboolean
give_name (const char *part, const char *path, GError **error)
{
  if (renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* Some file systems, as of memory sticks, cannot promise that. */
  if (errno != EINVAL || g_file_test (path, G_FILE_TEST_EXISTS))
    return fail (errno == EINVAL ? EEXIST : errno, path, error);
  return g_rename (part, path) == 0 || fail (errno, path, error);
}

/* A copy that does not pass is no backup. */
static gboolean
look_through (const char *part, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (TenureConnection) copy = tenure_connection_open (part, TENURE_CONNECTION_FILE, error);
  if (!copy || !tenure_schema_recognise (copy, error) || !(checks = tenure_check_connection (copy, cancellable, error)))
    return FALSE;
  for (guint i = 0; i < checks->len; i++)
    {
      const TenureCheck *check = g_ptr_array_index (checks, i);
      if (check->faults->len == 0)
        continue;
      g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT,
                   _ ("The backup “%s” was not kept, because the profile is damaged (%s: %s): run its check, and "
                      "restore an earlier backup."),
                   path, check->name, (const char *)g_ptr_array_index (check->faults, 0));
      return FALSE;
    }
  return TRUE;
}

/* What a code or link opens is never archived: in the copy they are void. The copy is nobody's yet, so that a journal
 * of the change, which would hold the secrets again, is not needed. */
static gboolean
drop_secrets (const char *part, GError **error)
{
  g_autoptr (TenureConnection) copy = tenure_connection_open (part, TENURE_CONNECTION_WRITER, error);
  gint64 n = 0;
  if (!copy || !tenure_connection_value (copy, "SELECT count (*) FROM message WHERE secret IS NOT NULL", &n, error))
    return FALSE;
  return n == 0 || tenure_connection_exec (copy,
                                           "PRAGMA journal_mode = MEMORY; BEGIN;"
                                           "UPDATE message SET secret = NULL WHERE secret IS NOT NULL;"
                                           "UPDATE code SET state = 'void', hash = NULL WHERE state = 'live';"
                                           "UPDATE link SET state = 'replaced', hash = NULL WHERE state = 'live';"
                                           "DELETE FROM event WHERE kind IN ('code', 'link'); COMMIT",
                                           error);
}

static gboolean
copy_database (const char *from, const char *part, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureConnection) source = tenure_connection_open (from, TENURE_CONNECTION_FILE, error);
  return source && tenure_connection_copy_to (source, part, cancellable, error);
}

gboolean
tenure_profile_backup (TenureProfile *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *id = g_uuid_string_random ();
  g_autofree char *hidden = g_strdup_printf (".tenure-%s.part", id);
  g_autofree char *part = g_build_filename (folder, hidden, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("There is a file “%s” already: choose another name."), path);
      return FALSE;
    }
  if (!copy_database (tenure_store_path (tenure_profile_store (self)), part, cancellable, error))
    return FALSE;
  gboolean ok =
      drop_secrets (part, error) && look_through (part, path, cancellable, error) && give_name (part, path, error);
  if (ok)
    tenure_folder_sync (folder);
  else
    g_unlink (part);
  return ok;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)b, *(const char *const *)a);
}

/* Files named after a day, and no others. */
static GPtrArray *
daily_names (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;
  TenureDay day;
  if (!dir)
    return NULL;
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *stem = g_str_has_suffix (name, ".db") ? g_strndup (name, strlen (name) - 3) : NULL;
      if (stem && tenure_day_parse (stem, &day, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, newest_first);
  return g_steal_pointer (&names);
}

static gboolean
drop_old (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = daily_names (folder, error);
  for (guint i = DAILY_KEPT; names && i < names->len; i++)
    {
      g_autofree char *old = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      if (g_unlink (old) != 0)
        return fail (errno, old, error);
    }
  return names != NULL;
}

gboolean
tenure_profile_backup_daily (TenureProfile *self, gint64 now, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_build_filename (tenure_profile_folder (self), "backups", NULL);
  g_autofree char *day = tenure_day_format (tenure_day_of (now));
  g_autofree char *name = g_strconcat (day, ".db", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  return tenure_folder_make (folder, error) && tenure_profile_backup (self, path, cancellable, error) &&
         drop_old (folder, error);
}

typedef struct
{
  const char *uuid, *name;
  gint64 now;
} Restoration;

static gboolean
write_restored (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const Restoration *restoration = data;
  g_autofree char *was = tenure_connection_meta (connection, "uuid", error);
  g_autoptr (TenureJson) event = tenure_json_new_object ();
  if (!was)
    return FALSE;
  tenure_json_set_string (event, "from", was);
  return tenure_connection_set_meta (connection, "uuid", restoration->uuid, error) &&
         tenure_connection_set_meta (connection, "name", restoration->name, error) &&
         tenure_connection_set_meta (connection, "restored", "1", error) &&
         tenure_steps_become_unknown (connection, restoration->now, error) &&
         tenure_journal_append (connection, restoration->now, "system", NULL, "restored", restoration->uuid, event,
                                error);
}

/* The name that the copy will have, when the file is one that can be restored. */
static char *
name_for (TenureConnection *source, const char *name, GError **error)
{
  g_auto (TenureProfileMeta) meta = { 0 };
  if (!tenure_schema_recognise (source, error) || !tenure_profile_meta_read (source, &meta, error))
    return NULL;
  g_autofree char *chosen = g_strdup (name ? name : meta.name);
  return tenure_profile_name_is_free (chosen, error) ? g_steal_pointer (&chosen) : NULL;
}

static gboolean
restore_into (TenureConnection *source, const char *folder, Restoration *restoration, GError **error)
{
  g_autofree char *path = g_build_filename (folder, TENURE_PROFILE_DATABASE, NULL);
  g_autoptr (TenureStore) store = NULL;
  if (!tenure_connection_copy_to (source, path, NULL, error))
    return FALSE;
  store = tenure_store_open (path, FALSE, TRUE, error);
  return store && tenure_store_write (store, write_restored, restoration, NULL, error);
}

char *
tenure_profile_restore (const char *path, const char *name, gint64 now, GError **error)
{
  g_autofree char *uuid = NULL, *folder = NULL, *chosen = NULL;
  g_autoptr (TenureConnection) source = tenure_connection_open (path, TENURE_CONNECTION_FILE, error);
  int lock;
  if (!source || !(chosen = name_for (source, name, error)) || !(folder = tenure_folder_begin (&uuid, &lock, error)))
    return NULL;
  Restoration restoration = { uuid, chosen, now };
  gboolean done = restore_into (source, folder, &restoration, error);
  if (!done)
    tenure_folder_remove (folder, NULL);
  done = done && tenure_folder_publish (folder, uuid, error);
  tenure_driver_unlock (lock);
  return done ? g_steal_pointer (&uuid) : NULL;
}
