/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile's folder: creation, listing, the driver lock, backup and restore. */
#pragma once

#include "tenure-policy.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** What a new profile is. */
typedef struct
{
  const char *name;
  gboolean practice; /* its clock can be moved; unchangeable */
  TenureLevel level;
  TenurePolicy *policy;
} TenureProfileSetup;

#define TENURE_TYPE_PROFILE (tenure_profile_get_type ())
G_DECLARE_FINAL_TYPE (TenureProfile, tenure_profile, TENURE, PROFILE, GObject)

/** Where profiles lie: $TENURE_PROFILES, or `tenure/profiles` in the user's data directory; free with g_free. */
char *tenure_profiles_dir (void);
/** One line of the list; @damaged says why one cannot be opened. */
typedef struct
{
  char *uuid, *name;
  gboolean practice;
  char *damaged;
} TenureProfileInfo;
void tenure_profile_info_free (TenureProfileInfo *info);
/** TenureProfileInfo by name. */
GPtrArray *tenure_profiles_list (GError **error);

/** Makes the folder (0700) and the database (0600), writes meta and policy; opens it with the driver lock. */
TenureProfile *tenure_profile_create (const TenureProfileSetup *setup, gint64 now, GError **error);
/** As above, but nobody sees it before tenure_profile_publish(): when this program ends before, it never was. */
TenureProfile *tenure_profile_begin (const TenureProfileSetup *setup, gint64 now, GError **error);
/** Puts it where profiles are listed. Its store is another afterwards; on FALSE it is gone. */
gboolean tenure_profile_publish (TenureProfile *self, GError **error);
/** By name or uuid; NULL opens the only one. @drive: try to take the driver lock (failing to is no error). */
TenureProfile *tenure_profile_open (const char *name, gboolean drive, GError **error);
/** Moves the folder to the trash folder beside it and removes it; needs the driver lock. */
gboolean tenure_profile_delete (TenureProfile *self, GError **error);

TenureStore *tenure_profile_store (TenureProfile *self);
const char *tenure_profile_uuid (TenureProfile *self);
const char *tenure_profile_name (TenureProfile *self);
gboolean tenure_profile_practice (TenureProfile *self);
TenureLevel tenure_profile_level (TenureProfile *self);
TenurePolicy *tenure_profile_policy (TenureProfile *self);
/** TRUE when this process holds driver.lock: it alone settles, pulls, upgrades, sends. */
gboolean tenure_profile_drives (TenureProfile *self);
/** Tries again to take the lock; TENURE_SYSTEM_ERROR_BUSY naming the program that holds it. */
gboolean tenure_profile_try_drive (TenureProfile *self, GError **error);
/** Who holds it, "program, process"; NULL when nobody does; free with g_free. */
char *tenure_profile_driver (TenureProfile *self);
/** The folder that holds all of it. */
const char *tenure_profile_folder (TenureProfile *self);
/** TRUE after a restore or on another machine, until tenure_profile_go_on(). The store is read-only meanwhile. */
gboolean tenure_profile_suspended (TenureProfile *self);
/** "This copy goes on": writes are possible again; sent steps became unknown. */
gboolean tenure_profile_go_on (TenureProfile *self, gint64 now, GError **error);

/** The platform's clock: the system's, plus the offset of a practice profile. */
gint64 tenure_profile_now (TenureProfile *self);
/** Moves a practice profile's clock forward; TENURE_RULE_ERROR_REFUSED on a real one or backwards. */
gboolean tenure_profile_advance (TenureProfile *self, gint64 seconds, GError **error);

/** 已冻结 is shown as 已过期, as the guide does (A2-19); off at first. Any thread. */
gboolean tenure_profile_two_states (TenureProfile *self);
/** Only what is shown changes; scope "settings". */
gboolean tenure_profile_set_two_states (TenureProfile *self, gboolean two_states, GError **error);

/** VACUUM INTO @path (must not exist), verified by opening and checking it. */
gboolean tenure_profile_backup (TenureProfile *self, const char *path, GCancellable *cancellable, GError **error);
/** Today's copy (by UTC+8) in the profile's `backups`, once a day; the newest seven are kept. */
gboolean tenure_profile_backup_daily (TenureProfile *self, gint64 now, GCancellable *cancellable, GError **error);
/** A new profile folder from a backup file, suspended; answers its uuid (a new one), free with g_free.
 * @name NULL: the backup's own. */
char *tenure_profile_restore (const char *path, const char *name, gint64 now, GError **error);

/** One invariant that was looked at. */
typedef struct
{
  const char *name;
  gint64 rows;
  GPtrArray *faults; /* char *: each names what is wrong */
} TenureCheck;
/** Runs every invariant of the groups present (TenureCheck); never stops at the first fault. */
GPtrArray *tenure_check (TenureStore *store, GCancellable *cancellable, GError **error);
void tenure_check_free (TenureCheck *self);
/** Number of faults in all. */
guint tenure_check_faults (GPtrArray *checks);

G_END_DECLS
