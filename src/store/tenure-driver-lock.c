/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which process drives a profile: an open-file-description lock on a file beside the database. */
#define _GNU_SOURCE
#include "tenure-profile-private.h"

#include "tenure-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *
lock_path (const char *folder)
{
  return g_build_filename (folder, "driver.lock", NULL);
}

/* For people only: the lock itself says whether anybody holds it. */
static void
sign (int fd)
{
  const char *program = g_get_prgname ();
  g_autofree char *text = g_strdup_printf ("%s, %d\n", program ? program : "tenure", (int)getpid ());
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_info ("The lock file was not signed: %s", g_strerror (errno));
}

int
tenure_driver_lock (const char *folder, GError **error)
{
  g_autofree char *path = lock_path (folder);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int saved = errno;
  if (fd >= 0 && fcntl (fd, F_OFD_SETLK, &lock) == 0)
    {
      sign (fd);
      return fd;
    }
  if (fd >= 0)
    {
      saved = errno;
      close (fd);
    }
  if (saved != EAGAIN && saved != EACCES)
    g_set_error (error, TENURE_SYSTEM_ERROR, tenure_system_error_from_errno (saved),
                 _ ("The lock “%s” cannot be taken: %s."), path, g_strerror (saved));
  else if (fd < 0)
    g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_DENIED,
                 _ ("The lock “%s” may not be opened by you: correct its permissions."), path);
  return -1;
}

void
tenure_driver_unlock (int fd)
{
  if (fd < 0)
    return;
  if (ftruncate (fd, 0) != 0)
    g_info ("The lock file was not emptied: %s", g_strerror (errno));
  close (fd);
}

char *
tenure_driver_read (const char *folder)
{
  g_autofree char *path = lock_path (folder);
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL) || !*g_strstrip (text) || !g_utf8_validate (text, -1, NULL))
    return NULL;
  return g_steal_pointer (&text);
}
