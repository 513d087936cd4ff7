/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where profiles lie: their folders, the list, how one comes to be and goes. */
#include "tenure-profile-private.h"

#include "tenure-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a profile's folder is called until it is complete, before its uuid. */
#define HIDDEN ".new-"
#define UNLOCKED_SECONDS 60

char *
tenure_profiles_dir (void)
{
  const char *set = g_getenv ("TENURE_PROFILES");
  return set && *set ? g_strdup (set) : g_build_filename (g_get_user_data_dir (), "tenure", "profiles", NULL);
}

static gboolean
fail (const char *sentence, const char *path, GError **error)
{
  int saved = errno;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TENURE_SYSTEM_ERROR, tenure_system_error_from_errno (saved), sentence, path, g_strerror (saved));
#pragma GCC diagnostic pop
  return FALSE;
}

gboolean
tenure_folder_make (const char *path, GError **error)
{
  return g_mkdir_with_parents (path, 0700) == 0 || fail (_ ("The folder “%s” cannot be made: %s."), path, error);
}

void
tenure_folder_sync (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  /* Not every file system can; the entry then comes to the disk in its own time. */
  if (fd >= 0 && fsync (fd) != 0)
    g_info ("%s: %s", path, g_strerror (errno));
  if (fd >= 0)
    close (fd);
}

static gboolean
remove_entries (const char *path, GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  const char *name;
  if (!folder)
    return FALSE;
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);
      /* A link is removed, not followed. */
      gboolean is_folder = g_file_test (entry, G_FILE_TEST_IS_DIR) && !g_file_test (entry, G_FILE_TEST_IS_SYMLINK);
      if (is_folder ? !tenure_folder_remove (entry, error)
                    : g_unlink (entry) != 0 && !fail (_ ("“%s” cannot be removed: %s."), entry, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tenure_folder_remove (const char *path, GError **error)
{
  return remove_entries (path, error) &&
         (g_rmdir (path) == 0 || fail (_ ("The folder “%s” cannot be removed: %s."), path, error));
}

/* Nobody works in it any more: a program that makes one takes its lock at once, so a little time is enough. */
static gboolean
is_left_behind (const char *begun)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GStatBuf status;
  int lock;
  if (g_lstat (begun, &status) != 0 || !S_ISDIR (status.st_mode) || now - status.st_mtime < UNLOCKED_SECONDS)
    return FALSE;
  lock = tenure_driver_lock (begun, NULL);
  tenure_driver_unlock (lock);
  return lock >= 0;
}

/* What a program that was killed did not finish. That some cannot be removed is nobody's trouble now. */
static void
sweep (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;
  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *begun = g_build_filename (dir, name, NULL);
      g_autoptr (GError) error = NULL;
      if (g_str_has_prefix (name, HIDDEN) && is_left_behind (begun) && !tenure_folder_remove (begun, &error))
        g_info ("%s", error->message);
    }
}

char *
tenure_folder_begin (char **uuid, int *lock, GError **error)
{
  g_autofree char *dir = tenure_profiles_dir (), *id = g_uuid_string_random ();
  g_autofree char *hidden = g_strconcat (HIDDEN, id, NULL);
  g_autofree char *begun = g_build_filename (dir, hidden, NULL);
  if (!tenure_folder_make (dir, error))
    return NULL;
  sweep (dir);
  if (!tenure_folder_make (begun, error))
    return NULL;
  *lock = tenure_driver_lock (begun, error);
  if (*lock < 0)
    {
      tenure_folder_remove (begun, NULL);
      return NULL;
    }
  *uuid = g_steal_pointer (&id);
  return g_steal_pointer (&begun);
}

gboolean
tenure_folder_publish (const char *begun, const char *uuid, GError **error)
{
  g_autofree char *dir = tenure_profiles_dir ();
  g_autofree char *path = g_build_filename (dir, uuid, NULL);
  tenure_folder_sync (begun);
  if (g_rename (begun, path) == 0)
    {
      tenure_folder_sync (dir);
      return TRUE;
    }
  fail (_ ("The folder “%s” cannot be given its name: %s."), begun, error);
  tenure_folder_remove (begun, NULL);
  return FALSE;
}

void
tenure_profile_info_free (TenureProfileInfo *info)
{
  g_free (info->uuid);
  g_free (info->name);
  g_free (info->damaged);
  g_free (info);
}

/* Looks without writing: another program may be at work in it. */
static TenureProfileInfo *
look_at (const char *dir, const char *uuid)
{
  g_autofree char *path = g_build_filename (dir, uuid, TENURE_PROFILE_DATABASE, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (TenureProfileMeta) meta = { 0 };
  g_autoptr (TenureConnection) connection = tenure_connection_open (path, TENURE_CONNECTION_FILE, &error);
  TenureProfileInfo *info = g_new0 (TenureProfileInfo, 1);
  info->uuid = g_strdup (uuid);
  if (!connection || !tenure_schema_recognise (connection, &error) ||
      !tenure_profile_meta_read (connection, &meta, &error))
    info->damaged = g_strdup (error->message);
  info->name = g_strdup (meta.name ? meta.name : uuid);
  info->practice = meta.practice;
  return info;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  const TenureProfileInfo *one = *(TenureProfileInfo *const *)a, *other = *(TenureProfileInfo *const *)b;
  int order = g_strcmp0 (one->name, other->name);
  return order ? order : g_strcmp0 (one->uuid, other->uuid);
}

GPtrArray *
tenure_profiles_list (GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_profile_info_free);
  g_autofree char *dir = tenure_profiles_dir ();
  g_autoptr (GError) problem = NULL;
  g_autoptr (GDir) folder = g_dir_open (dir, 0, &problem);
  const char *name;
  if (!folder && g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&list);
  if (!folder)
    {
      g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_DENIED, _ ("The profiles cannot be listed: %s."),
                   problem->message);
      return NULL;
    }
  while ((name = g_dir_read_name (folder)))
    if (g_uuid_string_is_valid (name))
      g_ptr_array_add (list, look_at (dir, name));
  g_ptr_array_sort (list, by_name);
  return g_steal_pointer (&list);
}

#define NAME_LENGTH 64

/* A name stands in one line of lists and in the window's header. */
static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *bare = name && g_utf8_validate (name, -1, NULL) ? g_strstrip (g_strdup (name)) : NULL;
  if (!bare || !*bare)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, _ ("A profile needs a name: give it one."));
      return FALSE;
    }
  if (g_utf8_strlen (name, -1) > NAME_LENGTH)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                   _ ("A profile's name has at most %d characters, and “%s” has %d: shorten it."), NAME_LENGTH, name,
                   (int)g_utf8_strlen (name, -1));
      return FALSE;
    }
  for (const char *at = name; *at; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      {
        g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                     _ ("A profile's name is one line of text: leave out line ends and other control characters."));
        return FALSE;
      }
  return TRUE;
}

gboolean
tenure_profile_name_is_free (const char *name, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  if (!check_name (name, error))
    return FALSE;
  list = tenure_profiles_list (error);
  for (guint i = 0; list && i < list->len; i++)
    {
      const TenureProfileInfo *info = g_ptr_array_index (list, i);
      if (!g_str_equal (info->name, name) && !g_str_equal (info->uuid, name))
        continue;
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("There is a profile called “%s” already: choose another name."), name);
      return FALSE;
    }
  return list != NULL;
}
