/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-application.h"

#include <glib/gi18n-lib.h>

#include "tenure-keys.h"
#include "tenure-window.h"

/* The first list comes before what has fallen due is settled: both at once would keep each other. */
#define FIRST_LIST_MILLISECONDS 1500

struct _TenureApplication
{
  AdwApplication parent;
  GSettings *settings;
  GHashTable *sessions; /* uuid → TenureSession, weak: a profile is closed with its last window */
  gboolean new_window;
};

G_DEFINE_FINAL_TYPE (TenureApplication, tenure_application, ADW_TYPE_APPLICATION)

GSettings *
tenure_application_settings (TenureApplication *self)
{
  return self->settings;
}

static void
weak_ref_free (GWeakRef *ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

void
tenure_application_adopt (TenureApplication *self, TenureSession *session)
{
  const char *uuid = tenure_profile_uuid (tenure_session_profile (session));
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, session);
  g_hash_table_insert (self->sessions, g_strdup (uuid), ref);
  g_settings_set_string (self->settings, "last-profile", uuid);
}

static TenureSession *
opened_already (TenureApplication *self, const char *uuid)
{
  GWeakRef *ref = uuid ? g_hash_table_lookup (self->sessions, uuid) : NULL;

  return ref ? g_weak_ref_get (ref) : NULL;
}

/** The profile that was open last; where it is gone, any other is better than none. Free with g_free. */
static char *
preset_profile (TenureApplication *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-profile");
  g_autoptr (GPtrArray) profiles = tenure_profiles_list (NULL);

  for (guint i = 0; profiles && i < profiles->len; i++)
    if (g_str_equal (((const TenureProfileInfo *)profiles->pdata[i])->uuid, last))
      return g_steal_pointer (&last);
  return profiles && profiles->len > 0 ? g_strdup (((const TenureProfileInfo *)profiles->pdata[0])->uuid) : NULL;
}

TenureSession *
tenure_application_open (TenureApplication *self, const char *uuid, GError **error)
{
  g_autofree char *wanted = uuid ? g_strdup (uuid) : preset_profile (self);
  TenureSession *session = opened_already (self, wanted);

  if (session)
    return session;
  session = tenure_session_open_unsettled (wanted, error);
  if (session)
    {
      tenure_application_adopt (self, session);
      tenure_session_settle_soon (session, FIRST_LIST_MILLISECONDS);
    }
  return session;
}

static void
open_window (TenureApplication *self)
{
  TenureWindow *window = tenure_window_new (self);

  tenure_window_open (window, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_window (data);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const developers[] = { "The Tenure developers", NULL };

  adw_show_about_window (gtk_application_get_active_window (data), "application-name", _ ("Tenure"), "application-icon",
                         TENURE_APPLICATION_ID, "version", TENURE_VERSION, "developer-name",
                         _ ("The Tenure developers"), "developers", developers, "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _ ("translator-credits"), "comments",
                         _ ("A desk for the people who keep an institution's cloud subscriptions alive. "
                            "Tenure is not made or endorsed by Huawei; all marks belong to their owners."),
                         NULL);
}

/* Made when asked for: a hidden window among the shown ones ends GTK 4.8, when a screen reader asks for one too many.
 */
static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/tenure/Tenure/tenure-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, gtk_application_get_active_window (data));
  gtk_window_present (shortcuts);
}

static const GActionEntry actions[] = {
  { .name = "shortcuts", .activate = on_shortcuts },
  { .name = "new-window", .activate = on_new_window },
  { .name = "quit", .activate = on_quit },
  { .name = "about", .activate = on_about },
};

static void
set_accels (TenureApplication *self)
{
  static const struct
  {
    const char *action, *accels[3];
  } keys[] = {
    { "app.new-window", { "<Control>n" } },
    { "app.quit", { "<Control>q" } },
    { "app.shortcuts", { "<Control>question" } },
    { "window.close", { "<Control>w" } },
    { "win.search", { "<Control>f" } },
    { "win.menu", { "F10" } },
    { "win.back", { "<Alt>Left" } },
    { "win.top-up", { "<Control>t" } },
    { "win.go::services", { "<Alt>1" } },
    { "win.go::unpaid", { "<Alt>2" } },
    { "win.go::orders", { "<Alt>3" } },
    { "win.go::renewals", { "<Alt>4" } },
    { "win.go::unsubscribe", { "<Alt>5" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].accels);
}

static void
tenure_application_startup (GApplication *application)
{
  TenureApplication *self = TENURE_APPLICATION (application);

  G_APPLICATION_CLASS (tenure_application_parent_class)->startup (application);
  self->settings = g_settings_new (TENURE_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accels (self);
  tenure_keys_watch ();
  gtk_window_set_default_icon_name (TENURE_APPLICATION_ID);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/tenure/Tenure/icons");
}

static void
tenure_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window)
    gtk_window_present (window);
  else
    open_window (TENURE_APPLICATION (application));
}

static int
tenure_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);

  if (g_variant_dict_contains (options, "new-window") && gtk_application_get_windows (GTK_APPLICATION (application)))
    open_window (TENURE_APPLICATION (application));
  else
    g_application_activate (application);
  return 0;
}

static int
tenure_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("tenure %s\n", TENURE_VERSION);
  return 0;
}

static void
tenure_application_finalize (GObject *object)
{
  TenureApplication *self = TENURE_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->sessions, g_hash_table_unref);
  G_OBJECT_CLASS (tenure_application_parent_class)->finalize (object);
}

static void
tenure_application_class_init (TenureApplicationClass *klass)
{
  GApplicationClass *application = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenure_application_finalize;
  application->startup = tenure_application_startup;
  application->activate = tenure_application_activate;
  application->command_line = tenure_application_command_line;
  application->handle_local_options = tenure_application_handle_local_options;
}

static void
tenure_application_init (TenureApplication *self)
{
  static const GOptionEntry options[] = {
    { "new-window", 'w', 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
    { NULL },
  };

  self->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)weak_ref_free);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), _ ("Keep cloud subscriptions alive, safely"));
}

TenureApplication *
tenure_application_new (void)
{
  return g_object_new (TENURE_TYPE_APPLICATION, "application-id", TENURE_APPLICATION_ID, "resource-base-path",
                       "/org/tenure/Tenure", "flags", G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
