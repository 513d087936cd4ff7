/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-store-private.h"

#include "tenure-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The sentences for a code of ours; %s is the file. */
static const char *
advice (TenureSystemError code)
{
  switch (code)
    {
    case TENURE_SYSTEM_ERROR_BUSY:
      return _ ("“%s” is being written by another program: wait until that is done, or close it, and try again.");
    case TENURE_SYSTEM_ERROR_NO_SPACE:
      return _ ("There is no room left to write “%s”: make room on its disk and try again; nothing was changed.");
    case TENURE_SYSTEM_ERROR_DENIED:
      return _ ("“%s” may not be opened or written by you: ask its owner, or correct its permissions.");
    case TENURE_SYSTEM_ERROR_READ_ONLY:
      return _ ("“%s” may only be read here: copy it to a place that can be written, or choose another profile.");
    case TENURE_SYSTEM_ERROR_CORRUPT:
      return _ ("“%s” is damaged or no database: restore a backup.");
    case TENURE_SYSTEM_ERROR_OVERFLOW:
      return _ ("A sum over “%s” is larger than can be counted: choose fewer rows.");
    case TENURE_SYSTEM_ERROR_NEWER:
      return _ ("“%s” was written by a newer program: upgrade this one.");
    case TENURE_SYSTEM_ERROR_IO:
    default:
      return _ ("Reading or writing “%s” failed: check the disk it lies on and try again.");
    }
}

/* A full disk arrives as SQLITE_IOERR: the operating system's own word comes first. */
static TenureSystemError
code_of (int rc, int system_errno, const char *detail)
{
  switch (rc & 0xff)
    {
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return system_errno ? tenure_system_error_from_errno (system_errno) : TENURE_SYSTEM_ERROR_IO;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return TENURE_SYSTEM_ERROR_BUSY;
    case SQLITE_FULL:
      return TENURE_SYSTEM_ERROR_NO_SPACE;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return TENURE_SYSTEM_ERROR_DENIED;
    case SQLITE_READONLY:
      return TENURE_SYSTEM_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT: /* what is to be written contradicts what is there */
      return TENURE_SYSTEM_ERROR_CORRUPT;
    default:
      return detail && strstr (detail, "integer overflow") ? TENURE_SYSTEM_ERROR_OVERFLOW : TENURE_SYSTEM_ERROR_IO;
    }
}

void
tenure_sqlite_error_full (int rc, int system_errno, const char *detail, const char *path, GError **error)
{
  TenureSystemError code = code_of (rc, system_errno, detail);
  if ((rc & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Stopped."));
      return;
    }
  if ((rc & 0xff) == SQLITE_CONSTRAINT)
    {
      g_set_error (error, TENURE_SYSTEM_ERROR, code,
                   _ ("What is stored in “%s” does not allow this change (%s): run the check of the profile."), path,
                   detail);
      return;
    }
  g_autofree char *sentence = NULL;
  /* Every advice has exactly one place for the path. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (advice (code), path);
#pragma GCC diagnostic pop
  g_set_error (error, TENURE_SYSTEM_ERROR, code, "%s [SQLite %d, errno %d: %s]", sentence, rc, system_errno,
               detail ? detail : sqlite3_errstr (rc));
}

void
tenure_sqlite_error (sqlite3 *handle, int rc, const char *path, GError **error)
{
  int left = errno; /* 0 was put there before SQLite was called */
  int primary = rc & 0xff, told = 0;
  /* SQLite knows it for these two only, and forgets it when a commit fails. */
  if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN)
    told = handle && sqlite3_system_errno (handle) ? sqlite3_system_errno (handle) : left;
  tenure_sqlite_error_full (rc, told, handle ? sqlite3_errmsg (handle) : NULL, path, error);
}
