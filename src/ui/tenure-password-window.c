/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-password-window.h"

#include <glib/gi18n-lib.h>

#include "tenure-account-lookup.h"
#include "tenure-code-button.h"
#include "tenure-error.h"
#include "tenure-form-field.h"
#include "tenure-keys.h"
#include "tenure-plan-form.h"
#include "tenure-secret.h"
#include "tenure-submit.h"
#include "tenure-wording.h"

struct _TenurePasswordWindow
{
  AdwWindow parent;
  TenureSession *session;
  gboolean forgotten, busy, used; /* used: the link was, so that a new one resets the password */
  char *login;                    /* whom a new link can be sent to, or NULL */

  GtkStack *stack;
  GtkButton *cancel_button, *ok_button, *new_link_button, *done_button;
  GtkLabel *explanation, *status;
  GtkBox *rules;
  TenureFormField *link, *login_field, *code, *password, *repeat;
  TenureCodeButton *code_button;
  AdwStatusPage *done;
  GtkImage *marks[TENURE_N_PASSWORD_RULES];
  GtkLabel *words[TENURE_N_PASSWORD_RULES];
};

G_DEFINE_FINAL_TYPE (TenurePasswordWindow, tenure_password_window, ADW_TYPE_WINDOW)

/* Refusals that stand below their field. */
static const char *const field_names[] = { "link", "login", "code", "password", NULL };

/* The rules ------------------------------------------------------------------------------------------------------- */

static const TenurePolicy *
policy_of (TenurePasswordWindow *self)
{
  return tenure_platform_policy (tenure_session_platform (self->session));
}

/** A mark before the rule's words, which say it without the colour as well. */
static void
show_rule (TenurePasswordWindow *self, guint rule, gboolean met)
{
  gtk_image_set_from_icon_name (self->marks[rule], met ? "emblem-ok-symbolic" : "window-close-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->marks[rule]), met ? "dim-label" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->marks[rule]), met ? "success" : "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->marks[rule]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  met ? _ ("Met") : _ ("Not met"), -1);
}

static void
add_rules (TenurePasswordWindow *self)
{
  for (guint rule = 0; rule < TENURE_N_PASSWORD_RULES; rule++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *mark = gtk_image_new (), *words;
      g_autoptr (TenureRefusal) refusal = tenure_password_refusal (rule, policy_of (self));
      g_autofree char *text = tenure_word_refusal (refusal);

      words = gtk_label_new (text);
      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
      gtk_label_set_xalign (GTK_LABEL (words), 0);
      gtk_widget_add_css_class (words, "caption");
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), mark);
      gtk_box_append (GTK_BOX (row), words);
      gtk_box_append (self->rules, row);
      self->marks[rule] = GTK_IMAGE (mark);
      self->words[rule] = GTK_LABEL (words);
    }
}

/** As far as it can be told here: the names of the account are known to the platform alone, which looks again. */
static gboolean
good_password (TenurePasswordWindow *self)
{
  g_autofree char *password = tenure_form_field_dup_text (self->password);
  g_autofree char *login = self->forgotten ? tenure_form_field_dup_text (self->login_field) : NULL;
  gboolean met[TENURE_N_PASSWORD_RULES];
  gboolean good = tenure_password_check (password, login, NULL, NULL, policy_of (self), met);

  for (guint rule = 0; rule < TENURE_N_PASSWORD_RULES; rule++)
    show_rule (self, rule, *password && met[rule]);
  tenure_secret_wipe (password);
  return good;
}

static gboolean
repeated (TenurePasswordWindow *self)
{
  g_autofree char *password = tenure_form_field_dup_text (self->password);
  g_autofree char *repeat = tenure_form_field_dup_text (self->repeat);
  gboolean same = g_str_equal (password, repeat), empty = *repeat == '\0';

  tenure_form_field_set_error (self->repeat, same || empty ? NULL : _ ("The two passwords are not the same."));
  tenure_secret_wipe (password);
  tenure_secret_wipe (repeat);
  return same && !empty;
}

static gboolean
is_filled (TenureFormField *field)
{
  return !gtk_widget_get_visible (GTK_WIDGET (field)) || !tenure_form_field_is_missing (field);
}

static void
update (TenurePasswordWindow *self)
{
  gboolean good = self->session && good_password (self);
  gboolean same = repeated (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "password.set",
                                 good && same && !self->busy && is_filled (self->link) &&
                                     is_filled (self->login_field) && is_filled (self->code));
}

static void
on_changed (TenurePasswordWindow *self)
{
  if (self->session)
    update (self);
}

/* Setting it ------------------------------------------------------------------------------------------------------ */

static void
set_busy (TenurePasswordWindow *self, gboolean busy)
{
  self->busy = busy;
  update (self);
}

static void
show_status (TenurePasswordWindow *self, const char *text, gboolean bad)
{
  gtk_label_set_text (self->status, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), text != NULL);
  if (bad)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
}

static void
mark (TenureFormField *field, const TenurePlan *plan, const char *name)
{
  const TenureRefusal *refusal = tenure_plan_refusal_of (plan, name);
  g_autofree char *text = refusal ? tenure_word_refusal (refusal) : NULL;

  tenure_form_field_set_error (field, text);
}

static void
show_refusals (TenurePasswordWindow *self, const TenurePlan *plan, const GError *error)
{
  g_autofree char *rest = tenure_submit_words (plan, error, field_names);
  const TenureRefusal *link = tenure_plan_refusal_of (plan, "link");
  g_autofree char *dead = link ? tenure_word_refusal (link) : NULL;

  mark (self->login_field, plan, "login");
  mark (self->code, plan, "code");
  mark (self->password, plan, "password");
  mark (self->link, plan, "link");
  show_status (self, dead && !gtk_widget_get_visible (GTK_WIDGET (self->link)) ? dead : rest, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->new_link_button), self->forgotten || dead);
  /* Of a link that was typed in nobody knows whose it is: say so, and a new one can be sent. */
  gtk_widget_set_visible (GTK_WIDGET (self->login_field), self->forgotten || (dead && !self->login));
  self->used = link && g_str_equal (link->rule, "link.used");
}

static void
on_set (gboolean done, const TenurePlan *plan, const GError *error, gpointer data)
{
  TenurePasswordWindow *self = data;

  set_busy (self, FALSE);
  if (!done)
    {
      show_refusals (self, plan, error);
      tenure_keys_give_back (GTK_WIDGET (self->ok_button));
      return;
    }
  tenure_form_field_set_text (self->password, NULL);
  tenure_form_field_set_text (self->repeat, NULL);
  adw_status_page_set_title (self->done, self->forgotten ? _ ("The Password Was Changed") : _ ("The Password Is Set"));
  adw_status_page_set_description (self->done, _ ("Sign in with your mobile number, your e-mail or the user name."));
  gtk_widget_set_visible (GTK_WIDGET (self->ok_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}

static TenureCommand *
build_reset (TenurePasswordWindow *self, const char *password, GBytes **secret, GError **error)
{
  g_autofree char *login = tenure_form_field_dup_text (self->login_field);
  g_autofree char *code = tenure_form_field_dup_text (self->code);
  TenureResetPassword params = { .login = login };

  *secret = tenure_session_secret (code, password, NULL);
  return tenure_command_new (TENURE_COMMAND_RESET_PASSWORD, &params, NULL, error);
}

static TenureCommand *
build_set (TenurePasswordWindow *self, const char *password, GBytes **secret, GError **error)
{
  g_autofree char *text = tenure_form_field_dup_text (self->link), *link = NULL, *part = NULL;

  if (!tenure_link_cut (text, &link, &part))
    {
      g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                           _ ("This is no link to set a password: copy it whole from the mail in the outbox."));
      return NULL;
    }
  TenureSetPassword params = { .link = link };
  *secret = tenure_session_secret (part, password, NULL);
  tenure_secret_wipe (part);
  return tenure_command_new (TENURE_COMMAND_SET_PASSWORD, &params, NULL, error);
}

static void
on_set_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenurePasswordWindow *self = TENURE_PASSWORD_WINDOW (widget);
  GBytes *secret = NULL;
  GError *error = NULL;
  g_autofree char *password = tenure_form_field_dup_text (self->password);
  TenureCommand *command = (self->forgotten ? build_reset : build_set) (self, password, &secret, &error);

  tenure_secret_wipe (password);
  set_busy (self, TRUE);
  tenure_submit (self->session, command, secret, error, on_set, self);
}

/* Codes and links ------------------------------------------------------------------------------------------------- */

static void
on_code_sent (gboolean done, const TenurePlan *plan, const GError *error, gpointer data)
{
  TenurePasswordWindow *self = data;

  tenure_code_button_set_busy (self->code_button, FALSE);
  show_refusals (self, done ? NULL : plan, error);
  if (!done)
    return;
  tenure_code_button_count_down (self->code_button);
  tenure_form_field_focus (self->code);
}

static gboolean
login_given (TenurePasswordWindow *self)
{
  gboolean missing = tenure_form_field_is_missing (self->login_field);

  tenure_form_field_set_error (self->login_field, missing ? _ ("Enter what you sign in with first.") : NULL);
  if (missing)
    tenure_form_field_focus (self->login_field);
  return !missing;
}

static void
on_send_code (TenurePasswordWindow *self)
{
  g_autofree char *login = tenure_form_field_dup_text (self->login_field);
  TenureSendCode params = { .purpose = TENURE_PURPOSE_RESET, .login = login };
  GError *error = NULL;

  if (!login_given (self))
    return;
  TenureCommand *command = tenure_command_new (TENURE_COMMAND_SEND_CODE, &params, NULL, &error);
  tenure_code_button_set_busy (self->code_button, TRUE);
  tenure_submit (self->session, command, NULL, error, on_code_sent, self);
}

static void
on_link_sent (gboolean done, const TenurePlan *plan, const GError *error, gpointer data)
{
  TenurePasswordWindow *self = data;

  set_busy (self, FALSE);
  show_refusals (self, done ? NULL : plan, error);
  if (done)
    show_status (self, _ ("A new link was sent by mail; the one before it is void. Open it from the outbox."), FALSE);
}

static void
on_new_link (TenurePasswordWindow *self)
{
  g_autofree char *typed = self->login ? NULL : tenure_form_field_dup_text (self->login_field);
  TenureSendLink params = { .login = self->login ? self->login : typed,
                            .purpose = self->forgotten || self->used ? TENURE_PURPOSE_RESET : TENURE_PURPOSE_ACTIVATE };
  GError *error = NULL;

  if (!self->login && !login_given (self))
    return;
  TenureCommand *command = tenure_command_new (TENURE_COMMAND_SEND_LINK, &params, NULL, &error);
  set_busy (self, TRUE);
  tenure_submit (self->session, command, NULL, error, on_link_sent, self);
}

/* Life ------------------------------------------------------------------------------------------------------------ */

static void
tenure_password_window_dispose (GObject *object)
{
  TenurePasswordWindow *self = TENURE_PASSWORD_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_PASSWORD_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->login, g_free);
  G_OBJECT_CLASS (tenure_password_window_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget, TenurePasswordWindow, child)

static void
tenure_password_window_class_init (TenurePasswordWindowClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_password_window_dispose;
  g_type_ensure (TENURE_TYPE_FORM_FIELD);
  g_type_ensure (TENURE_TYPE_CODE_BUTTON);
  gtk_widget_class_install_action (widget, "password.set", NULL, on_set_action);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-password-window.ui");
  BIND (stack);
  BIND (cancel_button);
  BIND (ok_button);
  BIND (new_link_button);
  BIND (done_button);
  BIND (explanation);
  BIND (status);
  BIND (rules);
  BIND (link);
  gtk_widget_class_bind_template_child_full (widget, "login", FALSE,
                                             G_STRUCT_OFFSET (TenurePasswordWindow, login_field));
  BIND (code);
  BIND (password);
  BIND (repeat);
  BIND (code_button);
  BIND (done);
  gtk_widget_class_bind_template_callback (widget, on_changed);
  gtk_widget_class_bind_template_callback (widget, on_send_code);
  gtk_widget_class_bind_template_callback (widget, on_new_link);
}

static void
tenure_password_window_init (TenurePasswordWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_keys_add_main (GTK_WIDGET (self));
}

static TenurePasswordWindow *
window_new (GtkWidget *parent, TenureSession *session)
{
  TenurePasswordWindow *self =
      g_object_new (TENURE_TYPE_PASSWORD_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  add_rules (self);
  return self;
}

TenurePasswordWindow *
tenure_password_window_present (GtkWidget *parent, TenureSession *session, const char *link, const char *account)
{
  TenurePasswordWindow *self = window_new (parent, session);

  self->login = account ? tenure_user_name (account) : NULL;

  tenure_form_field_set_text (self->link, link);
  gtk_widget_set_visible (GTK_WIDGET (self->link), link == NULL);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  tenure_form_field_focus (link ? self->password : self->link);
  return self;
}

TenurePasswordWindow *
tenure_password_window_present_forgotten (GtkWidget *parent, TenureSession *session, const char *login)
{
  TenurePasswordWindow *self = window_new (parent, session);

  self->forgotten = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Forgotten Password"));
  gtk_label_set_text (self->explanation,
                      _ ("Prove by an SMS code that the account is yours, or let a link be sent to its e-mail."));
  tenure_form_field_set_text (self->login_field, login);
  gtk_widget_set_visible (GTK_WIDGET (self->login_field), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->code), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->new_link_button), TRUE);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  tenure_form_field_focus (login && *login ? self->code : self->login_field);
  return self;
}
