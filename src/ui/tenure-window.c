/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-window.h"

#include <glib/gi18n-lib.h>

#include "tenure-clock-dialog.h"
#include "tenure-compat.h"
#include "tenure-keys.h"
#include "tenure-navigation.h"
#include "tenure-notice-bar.h"
#include "tenure-order-window.h"
#include "tenure-plan-dialog.h"
#include "tenure-profile-dialog.h"
#include "tenure-profile-menu.h"
#include "tenure-top-up-form.h"
#include "tenure-welcome-page.h"
#include "tenure-wording-platform.h"

struct _TenureWindow
{
  AdwApplicationWindow parent;
  TenureSession *session;
  TenureRole role;
  char *account;  /* at work when the pages were made, or NULL */
  guint midnight; /* source: the practice clock's day changes */

  AdwToastOverlay *toasts;
  GtkStack *stack, *pages;
  AdwLeaflet *leaflet;
  GtkBox *sidebar, *content, *account_box;
  GtkListBox *navigation;
  GtkMenuButton *profile_button, *menu_button, *welcome_menu_button;
  GtkLabel *profile_label, *balance_label;
  GtkButton *back_button, *clock_button;
  AdwWindowTitle *title;
  TenureNoticeBar *notice;
  TenureWelcomePage *welcome;
};

G_DEFINE_FINAL_TYPE (TenureWindow, tenure_window, ADW_TYPE_APPLICATION_WINDOW)

TenureSession *
tenure_window_session (TenureWindow *self)
{
  return self->session;
}

TenurePage *
tenure_window_page (TenureWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page ? TENURE_PAGE (page) : NULL;
}

static TenureWindow *
main_window_of (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  while (root && !TENURE_IS_WINDOW (root))
    root = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (root)));
  return root ? TENURE_WINDOW (root) : NULL;
}

void
tenure_window_toast (GtkWidget *widget, const char *text, const char *button, const char *place)
{
  TenureWindow *self = main_window_of (widget);

  if (!self)
    return;
  AdwToast *toast = adw_toast_new (text);
  if (button)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, "win.go");
      adw_toast_set_action_target (toast, "s", place);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Pages ---------------------------------------------------------------------------------------------------------- */

static void
go (TenureWindow *self, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, parts[0]);

  if (!page)
    return;
  /* First: the leaflet gives the focus back to where it was, and the pages take it along from there. */
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  gtk_stack_set_visible_child (self->pages, page);
  tenure_page_show (TENURE_PAGE (page), parts[1]);
}

/* The keyboard goes on in the page, unless it is there already; never in one that was left. */
static void
focus_page (TenureWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages), *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (page && !(focus && gtk_widget_is_ancestor (focus, page)) && !gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

void
tenure_window_go (GtkWidget *widget, const char *place)
{
  TenureWindow *self = main_window_of (widget);

  if (self)
    go (self, place);
}

static void
on_row_activated (TenureWindow *self, GtkListBoxRow *row)
{
  go (self, tenure_navigation_place (row)->name);
  focus_page (self);
}

static void
on_page_changed (TenureWindow *self)
{
  const TenurePlace *place = tenure_navigation_show (self->navigation, gtk_stack_get_visible_child_name (self->pages));

  if (place)
    adw_window_title_set_title (self->title, _ (place->title));
}

static void
clear_pages (TenureWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))))
    gtk_stack_remove (self->pages, page);
}

/** The pages of the role, the first of them shown unless it has @first. */
static void
make_pages (TenureWindow *self, const char *first)
{
  const char *shown = NULL;

  clear_pages (self);
  tenure_navigation_fill (self->navigation, self->role);
  for (const TenurePlace *place = tenure_places (); place->name; place++)
    {
      if (!tenure_place_is_for (place, self->role))
        continue;
      gtk_stack_add_named (self->pages, tenure_place_page (place, self->session), place->name);
      if (!shown || g_str_equal (place->name, first))
        shown = place->name;
    }
  if (shown)
    go (self, shown);
}

static void show_role (TenureWindow *self);

void
tenure_window_set_role (TenureWindow *self, TenureRole role)
{
  if (role == self->role)
    return;
  self->role = role;
  if (!self->session)
    return;
  make_pages (self, "renewals");
  show_role (self);
}

/* The header and the sidebar's figures --------------------------------------------------------------------------- */

static void
show_balance (TenureWindow *self)
{
  g_autoptr (GError) error = NULL;
  const TenureAccount *account = tenure_session_known_account (self->session, &error);
  g_autofree char *text = account ? tenure_word_money (account->balance) : NULL;

  gtk_label_set_text (self->balance_label, text ? text : "—");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->balance_label), error ? error->message : NULL);
}

static void show_clock (TenureWindow *self);

static gboolean
on_midnight (gpointer data)
{
  TenureWindow *self = data;

  self->midnight = 0;
  show_clock (self);
  return G_SOURCE_REMOVE;
}

static void
show_clock (TenureWindow *self)
{
  gboolean practice = tenure_profile_practice (tenure_session_profile (self->session));
  TenureTime now = tenure_session_now (self->session);
  TenureDay today = tenure_day_of (now);
  g_autofree char *day = tenure_day_format (today);
  const char *role = tenure_word_role (self->role);
  g_autofree char *subtitle = practice ? g_strdup_printf (_ ("Practice · %s · %s"), role, day) : g_strdup (role);

  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->clock_button), practice);
  g_clear_handle_id (&self->midnight, g_source_remove);
  if (practice)
    self->midnight = g_timeout_add_seconds (tenure_day_start (today + 1) - now + 1, on_midnight, self);
}

static void
show_notice (TenureWindow *self)
{
  g_autofree char *notice = tenure_session_notice (self->session);

  tenure_notice_bar_show (self->notice, notice, tenure_session_asks (self->session) ? _ ("_Continue") : NULL);
}

/** Who is at work, in the menu and in what the window shows. */
static void
show_role (TenureWindow *self)
{
  g_autoptr (GMenuModel) menu = tenure_profile_menu_new (self->session, self->role);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "role");

  gtk_menu_button_set_menu_model (self->profile_button, menu);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (tenure_role_name (self->role)));
  gtk_widget_set_visible (GTK_WIDGET (self->account_box), self->role == TENURE_ROLE_ADMINISTRATOR);
  show_clock (self);
}

static void
on_session_changed (TenureWindow *self)
{
  const char *account = tenure_session_account (self->session);

  if (g_strcmp0 (account, self->account) != 0)
    {
      /* Somebody else is at work: what the pages show is theirs. */
      g_free (self->account);
      self->account = g_strdup (account);
      self->role = tenure_profile_menu_role (self->session, self->role == TENURE_ROLE_REVIEWER);
      make_pages (self, "renewals");
      show_role (self);
    }
  if (account)
    show_balance (self);
  show_clock (self);
}

static void
on_agree (TenureWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (tenure_session_agree (self->session, &error))
    tenure_session_settle_soon (self->session, 0);
  else
    tenure_tell_error (GTK_WIDGET (self), _ ("This Could Not Go On"), error);
  show_notice (self);
}

void
tenure_window_set_session (TenureWindow *self, TenureSession *session)
{
  TenureProfile *profile = tenure_session_profile (session);
  g_autofree char *title = g_strdup_printf (_ ("%s – Tenure"), tenure_profile_name (profile));

  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notice", G_CALLBACK (show_notice), self, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->profile_label, tenure_profile_name (profile));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "open-profile")),
                             g_variant_new_string (tenure_profile_uuid (profile)));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "two-states")),
                             g_variant_new_boolean (tenure_profile_two_states (profile)));
  g_free (self->account);
  self->account = g_strdup (tenure_session_account (session));
  self->role = tenure_profile_menu_role (session, FALSE);
  make_pages (self, "renewals");
  show_role (self);
  show_notice (self);
  on_session_changed (self);
  gtk_stack_set_visible_child_name (self->stack, "desk");
  tenure_keys_start (GTK_WIDGET (self->pages));
}

void
tenure_window_open (TenureWindow *self, const char *uuid)
{
  TenureApplication *application = TENURE_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) profiles = tenure_profiles_list (&error);

  if (profiles && profiles->len == 0)
    return;
  g_autoptr (TenureSession) session = profiles ? tenure_application_open (application, uuid, &error) : NULL;
  if (session)
    tenure_window_set_session (self, session);
  else
    tenure_welcome_page_say (self->welcome, error->message);
}

/* Actions -------------------------------------------------------------------------------------------------------- */

static void
on_go (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;

  if (!self->session)
    return;
  go (self, g_variant_get_string (parameter, NULL));
  focus_page (self);
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenurePage *page = tenure_window_page (data);

  if (page)
    tenure_page_search (page);
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenurePage *page = tenure_window_page (self);

  if (!page || !tenure_page_back (page))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_menu (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->welcome_menu_button)))
    gtk_menu_button_popup (self->welcome_menu_button);
}

static void
on_top_up (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;

  if (self->session)
    tenure_plan_dialog_present (GTK_WIDGET (self), tenure_top_up_form_new (self->session));
}

static void
on_advance_clock (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;

  if (self->session && tenure_profile_practice (tenure_session_profile (self->session)))
    tenure_clock_dialog_present (GTK_WIDGET (self), self->session);
}

static void
on_open_profile (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenureApplication *application = TENURE_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureSession) session =
      tenure_application_open (application, g_variant_get_string (parameter, NULL), &error);

  if (session)
    tenure_window_set_session (self, session);
  else
    tenure_tell_error (GTK_WIDGET (self), _ ("The Profile Could Not Be Opened"), error);
}

static void
on_created (TenureSession *session, gpointer data)
{
  g_autoptr (TenureWindow) self = data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (!session || !application)
    return;
  tenure_application_adopt (TENURE_APPLICATION (application), session);
  tenure_window_set_session (self, session);
}

static void
on_new_profile (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *kind = g_variant_get_string (parameter, NULL);

  tenure_profile_dialog_present (data, !g_str_equal (kind, "real"), g_str_equal (kind, "register"), on_created,
                                 g_object_ref (data));
}

static void
on_try_sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tenure_profile_dialog_present_sample (data, on_created, g_object_ref (data));
}

static void
on_show_order (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;

  if (self->session)
    tenure_order_window_present (GTK_WIDGET (self), self->session, g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { .name = "go", .activate = on_go, .parameter_type = "s" },
  { .name = "search", .activate = on_search },
  { .name = "back", .activate = on_back },
  { .name = "menu", .activate = on_menu },
  { .name = "top-up", .activate = on_top_up },
  { .name = "advance-clock", .activate = on_advance_clock },
  { .name = "open-profile", .activate = on_open_profile, .parameter_type = "s", .state = "''" },
  { .name = "new-profile", .activate = on_new_profile, .parameter_type = "s" },
  { .name = "try-sample", .activate = on_try_sample },
  { .name = "show-order", .activate = on_show_order, .parameter_type = "s" },
};

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
on_folded (TenureWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), adw_leaflet_get_folded (self->leaflet));
}

static void
remember_looks (TenureWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  int width, height;

  if (!application)
    return;
  GSettings *settings = tenure_application_settings (TENURE_APPLICATION (application));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
tenure_window_close_request (GtkWindow *window)
{
  remember_looks (TENURE_WINDOW (window));
  return GTK_WINDOW_CLASS (tenure_window_parent_class)->close_request (window);
}

static void
tenure_window_dispose (GObject *object)
{
  TenureWindow *self = TENURE_WINDOW (object);

  g_clear_handle_id (&self->midnight, g_source_remove);
  if (self->pages)
    clear_pages (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->account, g_free);
  G_OBJECT_CLASS (tenure_window_parent_class)->dispose (object);
}

static void
tenure_window_class_init (TenureWindowClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tenure_window_close_request;
  g_type_ensure (TENURE_TYPE_NOTICE_BAR);
  g_type_ensure (TENURE_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-window.ui");
  gtk_widget_class_bind_template_child (widget, TenureWindow, toasts);
  gtk_widget_class_bind_template_child (widget, TenureWindow, stack);
  gtk_widget_class_bind_template_child (widget, TenureWindow, pages);
  gtk_widget_class_bind_template_child (widget, TenureWindow, leaflet);
  gtk_widget_class_bind_template_child (widget, TenureWindow, sidebar);
  gtk_widget_class_bind_template_child (widget, TenureWindow, content);
  gtk_widget_class_bind_template_child (widget, TenureWindow, account_box);
  gtk_widget_class_bind_template_child (widget, TenureWindow, navigation);
  gtk_widget_class_bind_template_child (widget, TenureWindow, profile_button);
  gtk_widget_class_bind_template_child (widget, TenureWindow, menu_button);
  gtk_widget_class_bind_template_child (widget, TenureWindow, welcome_menu_button);
  gtk_widget_class_bind_template_child (widget, TenureWindow, profile_label);
  gtk_widget_class_bind_template_child (widget, TenureWindow, balance_label);
  gtk_widget_class_bind_template_child (widget, TenureWindow, back_button);
  gtk_widget_class_bind_template_child (widget, TenureWindow, clock_button);
  gtk_widget_class_bind_template_child (widget, TenureWindow, title);
  gtk_widget_class_bind_template_child (widget, TenureWindow, notice);
  gtk_widget_class_bind_template_child (widget, TenureWindow, welcome);
  gtk_widget_class_bind_template_callback (widget, on_row_activated);
  gtk_widget_class_bind_template_callback (widget, on_page_changed);
  gtk_widget_class_bind_template_callback (widget, on_agree);
}

static void
tenure_window_init (TenureWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  tenure_profile_menu_add_actions (self);
  tenure_navigation_set_up (self->navigation);
  tenure_name_widget (GTK_WIDGET (self->profile_button), _ ("Profiles"));
  tenure_name_widget (GTK_WIDGET (self->menu_button), _ ("Main Menu"));
  tenure_name_widget (GTK_WIDGET (self->welcome_menu_button), _ ("Main Menu"));
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  on_folded (self);
}

TenureWindow *
tenure_window_new (TenureApplication *application)
{
  GSettings *settings = tenure_application_settings (application);
  TenureWindow *self = g_object_new (TENURE_TYPE_WINDOW, "application", application, NULL);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}
