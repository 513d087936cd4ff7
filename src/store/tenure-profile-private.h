/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the profile share: its meta rows, the driver lock, work on folders. */
#pragma once

#include "tenure-profile.h"
#include "tenure-store-private.h"

G_BEGIN_DECLS

#define TENURE_PROFILE_DATABASE "tenure.db"

/** The rows of `meta` that say what the profile is; see the schema. */
typedef struct
{
  char *uuid, *name, *machine;
  char *policy_body; /* canonical JSON */
  gboolean practice, restored, two_states;
  TenureLevel level;
  gint64 clock_offset;
} TenureProfileMeta;
void tenure_profile_meta_clear (TenureProfileMeta *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureProfileMeta, tenure_profile_meta_clear)
/** TENURE_SYSTEM_ERROR_CORRUPT naming the row that is missing or cannot be read. */
gboolean tenure_profile_meta_read (TenureConnection *connection, TenureProfileMeta *meta, GError **error);
/** Writes the rows of a new profile. */
gboolean tenure_profile_meta_write (TenureConnection *connection, const char *uuid, const TenureProfileSetup *setup,
                                    gint64 now, GError **error);

/** What stands for this machine: never its id itself; free with g_free. */
char *tenure_machine_mark (void);

/** The lock's descriptor; -1 without @error when another program holds it. It dies with the process. */
int tenure_driver_lock (const char *folder, GError **error);
void tenure_driver_unlock (int fd);
/** Who wrote itself into the lock file, "program, process N"; NULL when nobody. */
char *tenure_driver_read (const char *folder);

/** A folder of mode 0700 with its parents. */
gboolean tenure_folder_make (const char *path, GError **error);
/** Removes a folder with all that is in it; what cannot be removed is the error. */
gboolean tenure_folder_remove (const char *path, GError **error);
/** Brings the entries of a folder to the disk. */
void tenure_folder_sync (const char *path);
/** A hidden folder for a profile in the making: its uuid and its driver lock are answered as well. What others left
 * unfinished is removed first. */
char *tenure_folder_begin (char **uuid, int *lock, GError **error);
/** Gives it its name; on FALSE it is gone. */
gboolean tenure_folder_publish (const char *begun, const char *uuid, GError **error);
/** FALSE when a profile is called so already, or when @name is no name. */
gboolean tenure_profile_name_is_free (const char *name, GError **error);

/** Runs every check on a connection. */
GPtrArray *tenure_check_connection (TenureConnection *connection, GCancellable *cancellable, GError **error);

G_END_DECLS
