/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is there whole or not at all. */
#define _GNU_SOURCE
#include "tenure-export-sink.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tenure-error.h"

gboolean
tenure_export_fail (int saved_errno, const char *path, GError **error)
{
  g_set_error (error, TENURE_SYSTEM_ERROR, tenure_system_error_from_errno (saved_errno),
               _ ("The export “%s” cannot be written: %s."), path, g_strerror (saved_errno));
  return FALSE;
}

static gboolean
refuse_existing (const char *path, GError **error)
{
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("There is a file “%s” already: choose another name, or say that it is to be replaced."), path);
  return FALSE;
}

/* What lies at @path may be replaced when it is a plain file and that was said. */
static gboolean
may_take (const char *path, gboolean replace, GError **error)
{
  struct stat about;

  if (stat (path, &about) != 0)
    return TRUE;
  if (!S_ISREG (about.st_mode))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("“%s” is no file: say the name of the file to write."), path);
      return FALSE;
    }
  return replace || refuse_existing (path, error);
}

/* The file that a link leads to, or the name itself. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

gboolean
tenure_export_file_begin (TenureExportFile *self, const char *path, gboolean replace, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *hidden = g_strdup_printf (".tenure-%s.part", id);

  *self = (TenureExportFile){ .fd = -1 };
  if (!may_take (path, replace, error))
    return FALSE;
  self->path = resolve (path);
  self->folder = g_path_get_dirname (self->path);
  self->part = g_build_filename (self->folder, hidden, NULL);
  self->fd = g_open (self->part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  return self->fd >= 0 || tenure_export_fail (errno, self->path, error);
}

static gboolean
give_name (const TenureExportFile *self, gboolean replace)
{
  if (replace)
    return g_rename (self->part, self->path) == 0;
  if (renameat2 (AT_FDCWD, self->part, AT_FDCWD, self->path, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* Some file systems, as of memory sticks, cannot promise that. */
  if (errno != EINVAL)
    return FALSE;
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    return errno = EEXIST, FALSE;
  return g_rename (self->part, self->path) == 0;
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

gboolean
tenure_export_file_keep (TenureExportFile *self, gboolean replace, GError **error)
{
  if (fsync (self->fd) != 0)
    return tenure_export_fail (errno, self->path, error);
  if (!give_name (self, replace))
    return errno == EEXIST ? refuse_existing (self->path, error) : tenure_export_fail (errno, self->path, error);
  sync_folder (self->folder);
  g_clear_pointer (&self->part, g_free);
  return TRUE;
}

void
tenure_export_file_drop (TenureExportFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  if (self->part != NULL)
    g_unlink (self->part);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}
