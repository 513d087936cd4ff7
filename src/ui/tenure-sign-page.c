/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-sign-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-account-lookup.h"
#include "tenure-form-field.h"
#include "tenure-keys.h"
#include "tenure-password-window.h"
#include "tenure-plan-form.h"
#include "tenure-secret.h"
#include "tenure-submit.h"
#include "tenure-wording.h"

struct _TenureSignPage
{
  TenurePage parent;
  gboolean busy;
  TenureFormField *login, *password;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (TenureSignPage, tenure_sign_page, TENURE_TYPE_PAGE)

static void
show_status (TenureSignPage *self, const char *text)
{
  gtk_label_set_text (self->status, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), text != NULL);
}

static void
update (TenureSignPage *self)
{
  g_autofree char *login = tenure_form_field_dup_text (self->login);
  g_autofree char *password = tenure_form_field_dup_text (self->password);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign.in", *login && *password && !self->busy);
  tenure_secret_wipe (password);
}

static void
on_changed (TenureSignPage *self)
{
  show_status (self, NULL);
  update (self);
}

/** What was typed stays where it did not work, but for the password. */
static void
on_signed_in (gboolean done, const TenurePlan *plan, const GError *error, gpointer data)
{
  TenureSignPage *self = data;
  g_autofree char *text = done ? NULL : tenure_submit_words (plan, error, NULL);

  if (!self->login)
    return;
  self->busy = FALSE;
  tenure_form_field_set_text (self->password, NULL);
  show_status (self, text);
  update (self);
  if (!done)
    tenure_form_field_focus (self->password);
}

static void
on_sign_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureSignPage *self = TENURE_SIGN_PAGE (widget);
  g_autofree char *login = tenure_form_field_dup_text (self->login);
  g_autofree char *password = tenure_form_field_dup_text (self->password);
  TenureSignIn params = { .login = login };
  GError *error = NULL;
  TenureCommand *command = tenure_command_new (TENURE_COMMAND_SIGN_IN, &params, NULL, &error);
  GBytes *secret = tenure_session_secret (password, NULL);

  tenure_secret_wipe (password);
  self->busy = TRUE;
  update (self);
  tenure_submit (tenure_page_session (TENURE_PAGE (self)), command, secret, error, on_signed_in, self);
}

static void
on_activate (TenureSignPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sign.in", NULL);
}

static void
on_forgotten (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureSignPage *self = TENURE_SIGN_PAGE (widget);
  g_autofree char *login = tenure_form_field_dup_text (self->login);

  tenure_password_window_present_forgotten (widget, tenure_page_session (TENURE_PAGE (self)), login);
}

static void
show (TenurePage *page, const char *argument)
{
  TenureSignPage *self = TENURE_SIGN_PAGE (page);

  if (argument)
    tenure_form_field_set_text (self->login, argument);
  tenure_form_field_focus (argument ? self->password : self->login);
}

static void
tenure_sign_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_SIGN_PAGE);
  G_OBJECT_CLASS (tenure_sign_page_parent_class)->dispose (object);
}

static void
tenure_sign_page_class_init (TenureSignPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_sign_page_dispose;
  TENURE_PAGE_CLASS (klass)->show = show;
  g_type_ensure (TENURE_TYPE_FORM_FIELD);
  gtk_widget_class_install_action (widget, "sign.in", NULL, on_sign_in);
  gtk_widget_class_install_action (widget, "sign.forgotten", NULL, on_forgotten);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-sign-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureSignPage, login);
  gtk_widget_class_bind_template_child (widget, TenureSignPage, password);
  gtk_widget_class_bind_template_child (widget, TenureSignPage, status);
  gtk_widget_class_bind_template_callback (widget, on_changed);
  gtk_widget_class_bind_template_callback (widget, on_activate);
}

static void
tenure_sign_page_init (TenureSignPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_keys_add_main (GTK_WIDGET (self));
  update (self);
}

TenurePage *
tenure_sign_page_new (TenureSession *session)
{
  return g_object_new (TENURE_TYPE_SIGN_PAGE, "session", session, NULL);
}
