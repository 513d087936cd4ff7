/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-profile-private.h"

#include "tenure-civil.h"
#include "tenure-error.h"
#include "tenure-journal.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _TenureProfile
{
  GObject parent;
  char *folder;
  TenureStore *store;
  TenureProfileMeta meta; /* as it was when opened */
  gint64 clock_offset;
  int two_states; /* atomic */ /* atomic: workers ask for the time */
  TenurePolicy *policy;
  int lock; /* descriptor of the driver lock, or -1 */
  gboolean suspended;
};

G_DEFINE_FINAL_TYPE (TenureProfile, tenure_profile, G_TYPE_OBJECT)

static gboolean
read_meta (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_profile_meta_read (connection, data, error);
}

/* The clock goes forward only, so a reading that was overtaken by a later one changes nothing. */
static void
raise_clock (TenureProfile *self, gint64 offset)
{
  gint64 known = __atomic_load_n (&self->clock_offset, __ATOMIC_RELAXED);

  while (known < offset &&
         !__atomic_compare_exchange_n (&self->clock_offset, &known, offset, FALSE, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    ;
}

static gboolean
reread (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureProfile *self = data;
  g_auto (TenureProfileMeta) meta = { 0 };
  if (!tenure_profile_meta_read (connection, &meta, error))
    return FALSE;
  raise_clock (self, meta.clock_offset);
  g_atomic_int_set (&self->two_states, meta.two_states);
  return TRUE;
}

static void
on_reread (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  if (!tenure_store_job_finish (TENURE_STORE (source), result, &error))
    g_info ("The settings were not read again: %s", error->message);
}

/* Another program may have moved the clock of a practice profile, or chosen other words. */
static void
on_changed (TenureStore *store, const char *const *scopes, TenureProfile *self)
{
  if (g_strv_contains (scopes, "settings"))
    tenure_store_read_async (store, reread, g_object_ref (self), g_object_unref, NULL, on_reread, NULL);
}

static gboolean
load (TenureProfile *self, GError **error)
{
  tenure_profile_meta_clear (&self->meta);
  g_clear_pointer (&self->policy, tenure_policy_unref);
  if (!tenure_store_read (self->store, read_meta, &self->meta, NULL, error))
    return FALSE;
  self->policy = tenure_policy_parse (self->meta.policy_body, -1, error);
  if (!self->policy)
    return FALSE;
  g_autofree char *machine = tenure_machine_mark ();
  self->clock_offset = self->meta.clock_offset;
  self->two_states = self->meta.two_states;
  self->suspended = self->meta.restored || !g_str_equal (machine, self->meta.machine);
  if (self->suspended)
    tenure_store_set_read_only (self->store, TRUE);
  g_signal_connect (self->store, "changed", G_CALLBACK (on_changed), self);
  return TRUE;
}

static gboolean
open_store (TenureProfile *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, TENURE_PROFILE_DATABASE, NULL);
  self->store = tenure_store_open (path, FALSE, tenure_profile_drives (self), error);
  return self->store && load (self, error);
}

static TenureProfile *
open_folder (const char *folder, gboolean drive, GError **error)
{
  g_autoptr (TenureProfile) self = g_object_new (TENURE_TYPE_PROFILE, NULL);
  self->folder = g_strdup (folder);
  if (drive)
    tenure_profile_try_drive (self, NULL);
  return open_store (self, error) ? g_steal_pointer (&self) : NULL;
}

/* The one that @name names; @n_found counts them. */
static TenureProfileInfo *
choose (GPtrArray *list, const char *name, guint *n_found)
{
  TenureProfileInfo *chosen = NULL;
  *n_found = 0;
  for (guint i = 0; i < list->len; i++)
    {
      TenureProfileInfo *info = g_ptr_array_index (list, i);
      if (name && !g_str_equal (info->name, name) && !g_str_equal (info->uuid, name))
        continue;
      chosen = info;
      *n_found += 1;
    }
  return chosen;
}

static void
refuse_choice (guint n_found, const char *name, GError **error)
{
  if (!name && !n_found)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
                 _ ("There is no profile yet: create one first."));
  else if (!name)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
                 _ ("There are %u profiles: say which one by its name."), n_found);
  else if (!n_found)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                 _ ("There is no profile called “%s”: list the profiles to see their names."), name);
  else
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                 _ ("%u profiles are called “%s”: name the one by its uuid."), n_found, name);
}

TenureProfile *
tenure_profile_open (const char *name, gboolean drive, GError **error)
{
  g_autofree char *dir = tenure_profiles_dir ();
  g_autoptr (GPtrArray) list = tenure_profiles_list (error);
  guint n_found = 0;
  if (!list)
    return NULL;
  const TenureProfileInfo *info = choose (list, name, &n_found);
  if (n_found != 1)
    {
      refuse_choice (n_found, name, error);
      return NULL;
    }
  g_autofree char *folder = g_build_filename (dir, info->uuid, NULL);
  return open_folder (folder, drive, error);
}

static void
close_store (TenureProfile *self)
{
  if (!self->store)
    return;
  g_signal_handlers_disconnect_by_data (self->store, self);
  tenure_store_close (self->store);
}

static void
close_down (TenureProfile *self)
{
  close_store (self);
  tenure_driver_unlock (self->lock);
  self->lock = -1;
}

/* Making ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const TenureProfileSetup *setup;
  const char *uuid;
  gint64 now;
} Creation;

static gboolean
write_new (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const Creation *creation = data;
  return tenure_profile_meta_write (connection, creation->uuid, creation->setup, creation->now, error);
}

static gboolean
fill (TenureProfile *self, Creation *creation, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, TENURE_PROFILE_DATABASE, NULL);
  self->store = tenure_store_open (path, TRUE, TRUE, error);
  return self->store && tenure_store_write (self->store, write_new, creation, NULL, error) && load (self, error);
}

TenureProfile *
tenure_profile_begin (const TenureProfileSetup *setup, gint64 now, GError **error)
{
  g_autoptr (TenureProfile) self = g_object_new (TENURE_TYPE_PROFILE, NULL);
  g_autofree char *uuid = NULL;
  if (!tenure_profile_name_is_free (setup->name, error))
    return NULL;
  self->folder = tenure_folder_begin (&uuid, &self->lock, error);
  if (!self->folder)
    return NULL;
  if (fill (self, &(Creation){ setup, uuid, now }, error))
    return g_steal_pointer (&self);
  close_store (self);
  tenure_folder_remove (self->folder, NULL);
  return NULL;
}

gboolean
tenure_profile_publish (TenureProfile *self, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (self->folder);
  g_autofree char *begun = g_steal_pointer (&self->folder);
  self->folder = g_build_filename (dir, self->meta.uuid, NULL);
  /* SQLite knows its files by their names, so none may be open while these change. */
  close_store (self);
  g_clear_object (&self->store);
  return tenure_folder_publish (begun, self->meta.uuid, error) && open_store (self, error);
}

TenureProfile *
tenure_profile_create (const TenureProfileSetup *setup, gint64 now, GError **error)
{
  g_autoptr (TenureProfile) self = tenure_profile_begin (setup, now, error);
  return self && tenure_profile_publish (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Going ----------------------------------------------------------------------------------------------------------- */

gboolean
tenure_profile_delete (TenureProfile *self, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (self->folder);
  g_autofree char *trash = g_build_filename (dir, ".trash", NULL);
  g_autofree char *gone = g_build_filename (trash, self->meta.uuid, NULL);
  if (!tenure_profile_drives (self))
    {
      g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_BUSY,
                   _ ("“%s” is open in another program: close that one first, then delete it."), self->meta.name);
      return FALSE;
    }
  if (!tenure_folder_make (trash, error))
    return FALSE;
  tenure_store_close (self->store);
  if (g_rename (self->folder, gone) != 0)
    {
      g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_DENIED,
                   _ ("The folder “%s” cannot be removed: correct its permissions."), self->folder);
      return FALSE;
    }
  close_down (self);
  return tenure_folder_remove (gone, error);
}

TenureStore *
tenure_profile_store (TenureProfile *self)
{
  return self->store;
}

const char *
tenure_profile_uuid (TenureProfile *self)
{
  return self->meta.uuid;
}

const char *
tenure_profile_name (TenureProfile *self)
{
  return self->meta.name;
}

const char *
tenure_profile_folder (TenureProfile *self)
{
  return self->folder;
}

gboolean
tenure_profile_practice (TenureProfile *self)
{
  return self->meta.practice;
}

TenureLevel
tenure_profile_level (TenureProfile *self)
{
  return self->meta.level;
}

TenurePolicy *
tenure_profile_policy (TenureProfile *self)
{
  return self->policy;
}

gboolean
tenure_profile_drives (TenureProfile *self)
{
  return self->lock >= 0;
}

gboolean
tenure_profile_try_drive (TenureProfile *self, GError **error)
{
  GError *problem = NULL;
  if (self->lock < 0)
    self->lock = tenure_driver_lock (self->folder, &problem);
  if (self->lock >= 0)
    return TRUE;
  if (problem)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_autofree char *driver = tenure_profile_driver (self);
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_BUSY,
               _ ("Another program works on this profile (%s): wait until it is done, or close it."),
               driver ? driver : "?");
  return FALSE;
}

char *
tenure_profile_driver (TenureProfile *self)
{
  return tenure_driver_read (self->folder);
}

gboolean
tenure_profile_suspended (TenureProfile *self)
{
  return self->suspended;
}

static gboolean
write_go_on (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *now = data;
  g_autofree char *machine = tenure_machine_mark ();
  tenure_connection_touch (connection, "settings");
  return tenure_steps_become_unknown (connection, *now, error) &&
         tenure_connection_set_meta (connection, "machine", machine, error) &&
         tenure_connection_set_meta (connection, "restored", "0", error) &&
         tenure_journal_append (connection, *now, "system", NULL, "go-on", NULL, NULL, error);
}

gboolean
tenure_profile_go_on (TenureProfile *self, gint64 now, GError **error)
{
  if (!self->suspended)
    return TRUE;
  tenure_store_set_read_only (self->store, FALSE);
  self->suspended = !tenure_store_write (self->store, write_go_on, &now, NULL, error);
  tenure_store_set_read_only (self->store, self->suspended);
  return !self->suspended;
}

gint64
tenure_profile_now (TenureProfile *self)
{
  return g_get_real_time () / G_USEC_PER_SEC + __atomic_load_n (&self->clock_offset, __ATOMIC_RELAXED);
}

gboolean
tenure_profile_two_states (TenureProfile *self)
{
  return g_atomic_int_get (&self->two_states);
}

static gboolean
write_two_states (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  tenure_connection_touch (connection, "settings");
  return tenure_connection_set_meta (connection, "two-states", *(gboolean *)data ? "1" : "0", error);
}

gboolean
tenure_profile_set_two_states (TenureProfile *self, gboolean two_states, GError **error)
{
  if (!tenure_store_write (self->store, write_two_states, &two_states, NULL, error))
    return FALSE;
  g_atomic_int_set (&self->two_states, two_states);
  return TRUE;
}

typedef struct
{
  gint64 seconds, system_now, offset;
} Advance;

static gboolean
write_clock (TenureConnection *connection, Advance *advance, GError **error)
{
  g_autoptr (TenureJson) event = tenure_json_new_object ();
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, advance->offset);
  tenure_json_set_int64 (event, "seconds", advance->seconds);
  tenure_json_set_int64 (event, "offset", advance->offset);
  tenure_connection_touch (connection, "settings");
  return tenure_connection_set_meta (connection, "clock-offset", text, error) &&
         tenure_journal_append (connection, advance->system_now + advance->offset, "system", NULL, "clock", NULL, event,
                                error);
}

static gboolean
advance_clock (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Advance *advance = data;
  g_auto (TenureProfileMeta) meta = { 0 };
  gint64 now = 0, last = tenure_day_end (tenure_day_from_ymd (TENURE_YEAR_LAST, 12, 31));
  if (!tenure_profile_meta_read (connection, &meta, error))
    return FALSE;
  if (!tenure_int_add (meta.clock_offset, advance->seconds, &advance->offset, NULL) ||
      !tenure_int_add (advance->system_now, advance->offset, &now, NULL) || now > last)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                   _ ("%lld seconds would bring the clock behind the year %d: choose less."),
                   (long long)advance->seconds, TENURE_YEAR_LAST);
      return FALSE;
    }
  return write_clock (connection, advance, error);
}

gboolean
tenure_profile_advance (TenureProfile *self, gint64 seconds, GError **error)
{
  Advance advance = { .seconds = seconds, .system_now = g_get_real_time () / G_USEC_PER_SEC };
  if (!self->meta.practice)
    {
      g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                   _ ("“%s” is no practice profile, and its clock is the system's: make a practice profile to move "
                      "time."),
                   self->meta.name);
      return FALSE;
    }
  if (seconds < 0)
    {
      g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                   _ ("The clock of a practice profile goes forward only, not by %lld seconds."), (long long)seconds);
      return FALSE;
    }
  if (!tenure_store_write (self->store, advance_clock, &advance, NULL, error))
    return FALSE;
  raise_clock (self, advance.offset);
  return TRUE;
}

static void
tenure_profile_init (TenureProfile *self)
{
  self->lock = -1;
}

static void
tenure_profile_dispose (GObject *object)
{
  TenureProfile *self = TENURE_PROFILE (object);
  close_down (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (tenure_profile_parent_class)->dispose (object);
}

static void
tenure_profile_finalize (GObject *object)
{
  TenureProfile *self = TENURE_PROFILE (object);
  g_clear_pointer (&self->policy, tenure_policy_unref);
  tenure_profile_meta_clear (&self->meta);
  g_free (self->folder);
  G_OBJECT_CLASS (tenure_profile_parent_class)->finalize (object);
}

static void
tenure_profile_class_init (TenureProfileClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->dispose = tenure_profile_dispose;
  object_class->finalize = tenure_profile_finalize;
}
