/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-applications-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-account-lookup.h"
#include "tenure-keys.h"
#include "tenure-plan-dialog.h"
#include "tenure-staff-form.h"
#include "tenure-wording-platform.h"

struct _TenureApplicationsPage
{
  TenurePage parent;
  GCancellable *cancellable;
  GtkStack *stack;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *waiting, *decided; /* NULL while there is none */
};

G_DEFINE_FINAL_TYPE (TenureApplicationsPage, tenure_applications_page, TENURE_TYPE_PAGE)

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *subjects[] = { g_variant_get_string (parameter, NULL), NULL };
  gboolean approve = g_str_equal (action, "applications.approve");

  tenure_plan_dialog_present (widget,
                              tenure_staff_form_new (tenure_page_session (TENURE_PAGE (widget)),
                                                     approve ? "approve-application" : "reject-application", subjects));
}

/* Rows ------------------------------------------------------------------------------------------------------------ */

static void
add_time (AdwExpanderRow *expander, const char *title, TenureTime time)
{
  g_autofree char *text = time == TENURE_TIME_UNKNOWN ? NULL : tenure_word_time (time);

  tenure_add_fact (expander, title, text);
}

static GtkWidget *
action_button (const char *label, const char *action, const char *number, const char *class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, class);
  return button;
}

static void
add_buttons (AdwExpanderRow *expander, const char *number)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "row-buttons");
  gtk_box_append (GTK_BOX (box), action_button (_ ("_Reject…"), "applications.reject", number, "destructive-action"));
  gtk_box_append (GTK_BOX (box), action_button (_ ("_Approve…"), "applications.approve", number, "suggested-action"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  tenure_name_widget (row, _ ("Waiting for a Decision"));
  adw_expander_row_add_row (expander, row);
}

static GtkWidget *
application_row (const TenureApplication *application)
{
  GtkWidget *row = adw_expander_row_new ();
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);
  gboolean waiting = application->state == TENURE_APPLICATION_SUBMITTED;
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", application->account, application->applicant,
                                               tenure_word_application_state (application->state));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), application->unit);
  adw_expander_row_set_subtitle (expander, subtitle);
  tenure_name_widget (row, application->unit);
  tenure_add_fact (expander, _ ("User name"), application->user_name);
  tenure_add_fact (expander, _ ("Kind of unit"), tenure_word_unit_kind (application->unit_kind));
  tenure_add_fact (expander, _ ("Mobile number"), application->phone);
  tenure_add_fact (expander, _ ("E-mail"), application->email);
  tenure_add_fact (expander, _ ("Cloud requirements"), application->needs);
  tenure_add_fact (expander, _ ("Huawei Cloud account manager"), application->manager);
  tenure_add_fact (expander, _ ("Account manager’s mobile number"), application->manager_phone);
  add_time (expander, _ ("Submitted at"), application->submitted);
  add_time (expander, _ ("Decided"), application->decided);
  tenure_add_fact (expander, _ ("Reason"), application->reason);
  if (waiting)
    add_buttons (expander, application->key);
  adw_expander_row_set_expanded (expander, waiting);
  return row;
}

/* Filling --------------------------------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
fill_group (TenureApplicationsPage *self, GPtrArray *applications, gboolean waiting)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < applications->len; i++)
    {
      const TenureApplication *application = applications->pdata[i];

      if ((application->state == TENURE_APPLICATION_SUBMITTED) != waiting)
        continue;
      if (!group)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           waiting ? _ ("Waiting for a Decision") : _ ("Decided"));
          adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), application_row (application));
    }
  return group ? ADW_PREFERENCES_GROUP (group) : NULL;
}

static void
drop_group (TenureApplicationsPage *self, AdwPreferencesGroup **group)
{
  if (*group)
    adw_preferences_page_remove (self->page, *group);
  *group = NULL;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureApplicationsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) applications =
      tenure_lookup_applications_finish (tenure_page_session (TENURE_PAGE (self)), result, &error);

  if (!applications || !self->page)
    return;
  TenureKeysPlace *place = tenure_keys_remember (GTK_WIDGET (self));
  drop_group (self, &self->waiting);
  drop_group (self, &self->decided);
  self->waiting = fill_group (self, applications, TRUE);
  self->decided = fill_group (self, applications, FALSE);
  gtk_stack_set_visible_child_name (self->stack, applications->len ? "list" : "empty");
  tenure_keys_return (place);
}

static void
ask (TenureApplicationsPage *self)
{
  tenure_lookup_applications_async (tenure_page_session (TENURE_PAGE (self)), -1, self->cancellable, on_read,
                                    g_object_ref (self));
}

/* Life ------------------------------------------------------------------------------------------------------------ */

static void
tenure_applications_page_dispose (GObject *object)
{
  TenureApplicationsPage *self = TENURE_APPLICATIONS_PAGE (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->page = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (tenure_applications_page_parent_class)->dispose (object);
}

static void
tenure_applications_page_class_init (TenureApplicationsPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_applications_page_dispose;
  gtk_widget_class_install_action (widget, "applications.approve", "s", on_action);
  gtk_widget_class_install_action (widget, "applications.reject", "s", on_action);
}

static void
tenure_applications_page_init (TenureApplicationsPage *self)
{
  GtkWidget *empty = adw_status_page_new ();

  self->cancellable = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No Applications"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("Institutions that register appear here, to be approved or rejected."));
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

TenurePage *
tenure_applications_page_new (TenureSession *session)
{
  TenureApplicationsPage *self = g_object_new (TENURE_TYPE_APPLICATIONS_PAGE, "session", session, NULL);

  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return TENURE_PAGE (self);
}
