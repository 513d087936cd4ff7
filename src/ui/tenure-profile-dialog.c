/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-profile-dialog.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-keys.h"
#include "tenure-text.h"

#define SAMPLE_RESOURCES 60

struct _TenureProfileDialog
{
  AdwWindow parent;
  gboolean practice, running;
  TenureProfileMade made;
  gpointer made_data;
  GCancellable *cancellable;

  GtkStack *stack;
  GtkButton *create_button;
  AdwPreferencesGroup *group;
  AdwEntryRow *name_row;
  AdwComboRow *level_row, *policy_row;
  GtkSwitch *register_switch;
  GtkLabel *error_label;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (TenureProfileDialog, tenure_profile_dialog, ADW_TYPE_WINDOW)

static const char *const policies[] = { "huawei-cn", "huawei-intl", "intl-page", NULL };

static void
on_changed (TenureProfileDialog *self)
{
  g_autofree char *name = tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));

  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), *name && !self->running);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  TenureProfileDialog *self = data;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress, (double)done / total);
  else
    gtk_progress_bar_pulse (self->progress);
}

static void
tell_made (TenureProfileDialog *self, TenureSession *session)
{
  TenureProfileMade made = g_steal_pointer (&self->made);

  if (made)
    made (session, self->made_data);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureProfileDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureSession) session = tenure_session_create_finish (result, &error);

  self->running = FALSE;
  if (session)
    {
      tell_made (self, session);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "form");
  on_changed (self);
  gtk_label_set_text (self->error_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
}

static void
create (TenureProfileDialog *self, const TenureSessionSetup *setup)
{
  self->running = TRUE;
  on_changed (self);
  gtk_stack_set_visible_child_name (self->stack, "making");
  tenure_session_create_async (setup, self->cancellable, on_progress, self, on_created, g_object_ref (self));
}

static void
on_create (TenureProfileDialog *self)
{
  g_autofree char *name = tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  TenureSessionSetup setup = {
    .name = name,
    .practice = self->practice,
    .level = adw_combo_row_get_selected (self->level_row),
    .policy = policies[adw_combo_row_get_selected (self->policy_row)],
    .register_first = gtk_switch_get_active (self->register_switch),
  };

  if (*name && !self->running)
    create (self, &setup);
}

/** A name that no profile has yet: "Sample", "Sample 2", … */
static char *
free_name (const char *base)
{
  g_autoptr (GPtrArray) profiles = tenure_profiles_list (NULL);
  char *name = g_strdup (base);

  for (guint n = 2, i = 0; profiles && i < profiles->len;)
    {
      const TenureProfileInfo *info = profiles->pdata[i++];

      if (g_strcmp0 (info->name, name) != 0)
        continue;
      g_free (name);
      name = g_strdup_printf ("%s %u", base, n++);
      i = 0;
    }
  return name;
}

static void
create_sample (TenureProfileDialog *self)
{
  g_autofree char *name = free_name (_ ("Sample Institution"));
  TenureSessionSetup setup = {
    .name = name, .practice = TRUE, .level = TENURE_LEVEL_V3, .sample = SAMPLE_RESOURCES, .seed = 1
  };

  create (self, &setup);
}

static gboolean
tenure_profile_dialog_close_request (GtkWindow *window)
{
  TenureProfileDialog *self = TENURE_PROFILE_DIALOG (window);

  if (!self->running)
    return GTK_WINDOW_CLASS (tenure_profile_dialog_parent_class)->close_request (window);
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
tenure_profile_dialog_dispose (GObject *object)
{
  TenureProfileDialog *self = TENURE_PROFILE_DIALOG (object);

  tell_made (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_PROFILE_DIALOG);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (tenure_profile_dialog_parent_class)->dispose (object);
}

static void
tenure_profile_dialog_class_init (TenureProfileDialogClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_profile_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tenure_profile_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget, TenureProfileDialog, stack);
  gtk_widget_class_bind_template_child (widget, TenureProfileDialog, create_button);
  gtk_widget_class_bind_template_child (widget, TenureProfileDialog, group);
  gtk_widget_class_bind_template_child (widget, TenureProfileDialog, name_row);
  gtk_widget_class_bind_template_child (widget, TenureProfileDialog, level_row);
  gtk_widget_class_bind_template_child (widget, TenureProfileDialog, policy_row);
  gtk_widget_class_bind_template_child (widget, TenureProfileDialog, register_switch);
  gtk_widget_class_bind_template_child (widget, TenureProfileDialog, error_label);
  gtk_widget_class_bind_template_child (widget, TenureProfileDialog, progress);
  gtk_widget_class_bind_template_callback (widget, on_changed);
  gtk_widget_class_bind_template_callback (widget, on_create);
}

static void
fill_choices (TenureProfileDialog *self)
{
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) rules = gtk_string_list_new (NULL);

  for (int level = 0; level < TENURE_N_LEVELS; level++)
    gtk_string_list_append (levels, level == TENURE_LEVEL_INTL ? _ ("International") : tenure_level_name (level));
  gtk_string_list_append (rules, _ ("Huawei Cloud, China"));
  gtk_string_list_append (rules, _ ("Huawei Cloud, International"));
  gtk_string_list_append (rules, _ ("International service page"));
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (levels));
  adw_combo_row_set_model (self->policy_row, G_LIST_MODEL (rules));
}

static void
tenure_profile_dialog_init (TenureProfileDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_keys_add_main (GTK_WIDGET (self));
  tenure_name_choices (self->level_row);
  tenure_name_choices (self->policy_row);
  self->cancellable = g_cancellable_new ();
  fill_choices (self);
}

static TenureProfileDialog *
dialog_new (GtkWidget *parent, gboolean practice, TenureProfileMade made, gpointer data)
{
  TenureProfileDialog *self =
      g_object_new (TENURE_TYPE_PROFILE_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  self->practice = practice;
  self->made = made;
  self->made_data = data;
  gtk_window_set_title (GTK_WINDOW (self), practice ? _ ("New Practice Profile") : _ ("New Real Profile"));
  adw_preferences_group_set_description (
      self->group, practice ? _ ("Its clock can be moved. What a profile is cannot be changed later.")
                            : _ ("It runs on this computer's clock. What a profile is cannot be changed later."));
  return self;
}

void
tenure_profile_dialog_present (GtkWidget *parent, gboolean practice, gboolean registration, TenureProfileMade made,
                               gpointer data)
{
  TenureProfileDialog *self = dialog_new (parent, practice, made, data);

  gtk_switch_set_active (self->register_switch, registration);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

void
tenure_profile_dialog_present_sample (GtkWidget *parent, TenureProfileMade made, gpointer data)
{
  TenureProfileDialog *self = dialog_new (parent, TRUE, made, data);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Sample Institution"));
  gtk_window_present (GTK_WINDOW (self));
  create_sample (self);
}
