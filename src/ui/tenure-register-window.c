/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-register-window.h"

#include <glib/gi18n-lib.h>

#include "tenure-account-chooser.h"
#include "tenure-account-lookup.h"
#include "tenure-compat.h"
#include "tenure-keys.h"
#include "tenure-register-form.h"

struct _TenureRegisterWindow
{
  AdwWindow parent;
  TenureSession *session;
  GCancellable *cancellable;
  GPtrArray *accounts; /* TenureAccountView */

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkButton *close_button, *back_button, *next_button, *done_button;
  TenureAccountChooser *chooser;
  TenureRegisterForm *form;
  AdwStatusPage *submitted;
  char *corrected; /* the rejected application that the form was filled from, with its moment */
};

G_DEFINE_FINAL_TYPE (TenureRegisterWindow, tenure_register_window, ADW_TYPE_WINDOW)

const char *
tenure_register_window_page (TenureRegisterWindow *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

static gboolean
on_page_named (TenureRegisterWindow *self, const char *name)
{
  return g_strcmp0 (tenure_register_window_page (self), name) == 0;
}

static void
show_controls (TenureRegisterWindow *self)
{
  gboolean account = on_page_named (self, "account"), form = on_page_named (self, "form");

  gtk_widget_set_visible (GTK_WIDGET (self->back_button), form);
  gtk_widget_set_visible (GTK_WIDGET (self->close_button), account);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), account);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.back", form);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.next",
                                 account && tenure_account_chooser_eligible (self->chooser));
}

static void
on_page (TenureRegisterWindow *self)
{
  if (self->chooser)
    show_controls (self);
}

static void
on_chosen (TenureRegisterWindow *self)
{
  show_controls (self);
}

/* Applications that there are ------------------------------------------------------------------------------------- */

static void
correct (TenureRegisterWindow *self, const TenureApplication *application)
{
  TenureApplyAccount sent = {
    .account = application->account,
    .unit_kind = application->unit_kind,
    .applicant = application->applicant,
    .phone = application->phone,
    .email = application->email,
    .needs = application->needs,
    .manager = application->manager,
    .manager_phone = application->manager_phone,
  };

  tenure_register_form_correct (self->form, &sent, application->reason ? application->reason : "—");
}

/** Going back and on again keeps what was corrected since; a later rejection fills the form anew. */
static gboolean
is_being_corrected (TenureRegisterWindow *self, const TenureApplication *application)
{
  g_autofree char *which =
      application ? g_strdup_printf ("%s/%" G_GINT64_FORMAT, application->key, application->decided) : NULL;
  gboolean same = which && g_strcmp0 (self->corrected, which) == 0;

  g_free (self->corrected);
  self->corrected = g_steal_pointer (&which);
  return same;
}

/** What comes next, once it was sent. */
static void
show_submitted (TenureRegisterWindow *self, gboolean approved)
{
  adw_status_page_set_description (
      self->submitted,
      approved ? _ ("The application was approved. A mail with a link to set the password is in the outbox; once the "
                    "password is set, one can sign in.")
               : _ ("The platform's staff looks at it now. Once it is approved, a mail with a link to set the password "
                    "goes to the applicant's e-mail; the link is valid for 7 days. The outbox shows it."));
  gtk_stack_set_visible_child_name (self->stack, "submitted");
  gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}

static const TenureAccountView *
chosen_view (TenureRegisterWindow *self)
{
  const char *key = tenure_account_chooser_chosen (self->chooser);

  for (guint i = 0; key && i < self->accounts->len; i++)
    if (g_str_equal (((const TenureAccountView *)self->accounts->pdata[i])->account.key, key))
      return self->accounts->pdata[i];
  return NULL;
}

static void
on_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureRegisterWindow *self = TENURE_REGISTER_WINDOW (widget);
  const TenureAccountView *view = chosen_view (self);
  const TenureApplication *application = view ? view->application : NULL;

  if (!view || !tenure_account_chooser_eligible (self->chooser))
    return;
  if (application && application->state != TENURE_APPLICATION_REJECTED)
    {
      show_submitted (self, application->state == TENURE_APPLICATION_APPROVED);
      return;
    }
  if (!is_being_corrected (self, application))
    {
      tenure_register_form_open (self->form, self->session, view->account.key, view->account.name);
      if (application)
        correct (self, application);
    }
  gtk_stack_set_visible_child_name (self->stack, "form");
  tenure_register_form_start (self->form);
}

static void
on_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureRegisterWindow *self = TENURE_REGISTER_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->stack, "account");
}

/** Escape: what was typed is kept, a step before. */
static void
on_leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (on_page_named (TENURE_REGISTER_WINDOW (widget), "form"))
    on_back (widget, action, parameter);
  else
    gtk_window_close (GTK_WINDOW (widget));
}

static void
on_submit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_register_form_submit (TENURE_REGISTER_WINDOW (widget)->form);
}

static void
on_submitted (TenureRegisterWindow *self)
{
  show_submitted (self, FALSE);
}

/* Reading --------------------------------------------------------------------------------------------------------- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureRegisterWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = tenure_lookup_accounts_finish (self->session, result, &error);

  if (!accounts || !self->chooser)
    {
      if (error && self->chooser)
        tenure_tell_error (GTK_WIDGET (self), _ ("The Accounts Could Not Be Read"), error);
      return;
    }
  if (!self->accounts)
    tenure_keys_start (GTK_WIDGET (self->chooser));
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = g_ptr_array_ref (accounts);
  tenure_account_chooser_set_accounts (self->chooser, accounts);
}

static void
read_accounts (TenureRegisterWindow *self)
{
  tenure_lookup_accounts_async (self->session, self->cancellable, on_read, g_object_ref (self));
}

/* Life ------------------------------------------------------------------------------------------------------------ */

static void
tenure_register_window_dispose (GObject *object)
{
  TenureRegisterWindow *self = TENURE_REGISTER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_REGISTER_WINDOW);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->corrected, g_free);
  G_OBJECT_CLASS (tenure_register_window_parent_class)->dispose (object);
}

static void
tenure_register_window_class_init (TenureRegisterWindowClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_register_window_dispose;
  g_type_ensure (TENURE_TYPE_ACCOUNT_CHOOSER);
  g_type_ensure (TENURE_TYPE_REGISTER_FORM);
  gtk_widget_class_install_action (widget, "register.next", NULL, on_next);
  gtk_widget_class_install_action (widget, "register.back", NULL, on_back);
  gtk_widget_class_install_action (widget, "register.leave", NULL, on_leave);
  gtk_widget_class_install_action (widget, "register.submit", NULL, on_submit);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-register-window.ui");
  gtk_widget_class_bind_template_child (widget, TenureRegisterWindow, title);
  gtk_widget_class_bind_template_child (widget, TenureRegisterWindow, stack);
  gtk_widget_class_bind_template_child (widget, TenureRegisterWindow, close_button);
  gtk_widget_class_bind_template_child (widget, TenureRegisterWindow, back_button);
  gtk_widget_class_bind_template_child (widget, TenureRegisterWindow, next_button);
  gtk_widget_class_bind_template_child (widget, TenureRegisterWindow, done_button);
  gtk_widget_class_bind_template_child (widget, TenureRegisterWindow, chooser);
  gtk_widget_class_bind_template_child (widget, TenureRegisterWindow, form);
  gtk_widget_class_bind_template_child (widget, TenureRegisterWindow, submitted);
  gtk_widget_class_bind_template_callback (widget, on_page);
  gtk_widget_class_bind_template_callback (widget, on_chosen);
  gtk_widget_class_bind_template_callback (widget, on_submitted);
}

static void
tenure_register_window_init (TenureRegisterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_keys_add_main (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  show_controls (self);
}

/** The one that is open on @session already, or NULL: it stands beside the outbox, where its code is read. */
static TenureRegisterWindow *
find_open (TenureSession *session)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TENURE_IS_REGISTER_WINDOW (window) && TENURE_REGISTER_WINDOW (window)->session == session)
        return TENURE_REGISTER_WINDOW (window);
    }
  return NULL;
}

TenureRegisterWindow *
tenure_register_window_present (GtkWidget *parent, TenureSession *session)
{
  TenureRegisterWindow *open = find_open (session);

  if (open)
    {
      gtk_window_present (GTK_WINDOW (open));
      return open;
    }
  TenureRegisterWindow *self =
      g_object_new (TENURE_TYPE_REGISTER_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (read_accounts), self, G_CONNECT_SWAPPED);
  read_accounts (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
