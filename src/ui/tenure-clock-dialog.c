/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-clock-dialog.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-keys.h"
#include "tenure-window.h"

struct _TenureClockDialog
{
  AdwWindow parent;
  TenureSession *session;
  GCancellable *cancellable;
  gboolean running;

  GtkSpinButton *days, *hours;
  AdwActionRow *target_row;
  GtkButton *advance_button;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (TenureClockDialog, tenure_clock_dialog, ADW_TYPE_WINDOW)

static gint64
seconds_wanted (TenureClockDialog *self)
{
  return gtk_spin_button_get_value_as_int (self->days) * TENURE_DAY_SECONDS +
         gtk_spin_button_get_value_as_int (self->hours) * TENURE_HOUR_SECONDS;
}

static void
on_changed (TenureClockDialog *self)
{
  if (!self->session)
    return;
  gint64 seconds = seconds_wanted (self);
  g_autofree char *target = tenure_time_format (tenure_session_now (self->session) + seconds);

  adw_action_row_set_subtitle (self->target_row, target);
  gtk_widget_set_sensitive (GTK_WIDGET (self->advance_button), seconds > 0 && !self->running);
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  TenureClockDialog *self = data;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress, (double)done / total);
  else
    gtk_progress_bar_pulse (self->progress);
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureClockDialog) self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  self->running = FALSE;
  if (!tenure_platform_refresh_finish (TENURE_PLATFORM (source), result, &error) && parent)
    tenure_tell_error (parent, _ ("Not Everything That Fell Due Was Played"), error);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_advance (TenureClockDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!tenure_profile_advance (tenure_session_profile (self->session), seconds_wanted (self), &error))
    {
      tenure_tell_error (GTK_WIDGET (self), _ ("The Clock Was Not Moved"), error);
      return;
    }
  self->running = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->advance_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  tenure_platform_refresh_async (tenure_session_platform (self->session), self->cancellable, on_progress, self,
                                 on_settled, g_object_ref (self));
}

static gboolean
tenure_clock_dialog_close_request (GtkWindow *window)
{
  TenureClockDialog *self = TENURE_CLOCK_DIALOG (window);

  if (!self->running)
    return GTK_WINDOW_CLASS (tenure_clock_dialog_parent_class)->close_request (window);
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
tenure_clock_dialog_dispose (GObject *object)
{
  TenureClockDialog *self = TENURE_CLOCK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_CLOCK_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (tenure_clock_dialog_parent_class)->dispose (object);
}

static void
tenure_clock_dialog_class_init (TenureClockDialogClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_clock_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tenure_clock_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-clock-dialog.ui");
  gtk_widget_class_bind_template_child (widget, TenureClockDialog, days);
  gtk_widget_class_bind_template_child (widget, TenureClockDialog, hours);
  gtk_widget_class_bind_template_child (widget, TenureClockDialog, target_row);
  gtk_widget_class_bind_template_child (widget, TenureClockDialog, advance_button);
  gtk_widget_class_bind_template_child (widget, TenureClockDialog, progress);
  gtk_widget_class_bind_template_callback (widget, on_changed);
  gtk_widget_class_bind_template_callback (widget, on_advance);
}

static void
tenure_clock_dialog_init (TenureClockDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_keys_add_main (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
tenure_clock_dialog_present (GtkWidget *parent, TenureSession *session)
{
  TenureClockDialog *self =
      g_object_new (TENURE_TYPE_CLOCK_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  on_changed (self);
  gtk_window_present (GTK_WINDOW (self));
  tenure_keys_start (GTK_WIDGET (self->days));
}
