/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-register-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-account-lookup.h"
#include "tenure-code-button.h"
#include "tenure-compat.h"
#include "tenure-form-field.h"
#include "tenure-keys.h"
#include "tenure-plan-form.h"
#include "tenure-submit.h"
#include "tenure-text.h"
#include "tenure-wording-platform.h"

#define LONGEST_NEEDS 500

struct _TenureRegisterForm
{
  AdwBin parent;
  TenureSession *session;
  char *key; /* of the Huawei account */
  gboolean busy;

  TenureFormField *unit, *unit_kind, *applicant, *phone, *code, *email, *needs, *manager, *manager_phone;
  GtkCheckButton *government, *institution, *other;
  GtkEntry *unit_entry, *code_entry, *new_name;
  GtkTextView *needs_view;
  GtkLabel *rejected, *counter, *status;
  GtkButton *submit_button, *rename_button;
  TenureCodeButton *code_button;
};

G_DEFINE_FINAL_TYPE (TenureRegisterForm, tenure_register_form, ADW_TYPE_BIN)

static guint submitted_signal;

/* What is wrong, and where ---------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name; /* of the command's field */
  gsize offset;
} FieldOf;

#define FIELD_OF(member)                                                                                               \
  {                                                                                                                    \
#member, G_STRUCT_OFFSET(TenureRegisterForm, member)                                                               \
  }
static const FieldOf all_fields[] = {
  FIELD_OF (unit),  FIELD_OF (unit_kind), FIELD_OF (applicant), FIELD_OF (phone),         FIELD_OF (code),
  FIELD_OF (email), FIELD_OF (needs),     FIELD_OF (manager),   FIELD_OF (manager_phone),
};
/* Refusals that stand below their field; all others stand below the form. */
static const char *const field_names[] = { "unit",  "unit_kind", "applicant", "phone",         "code",
                                           "email", "needs",     "manager",   "manager_phone", NULL };

static TenureFormField *
field_at (TenureRegisterForm *self, guint i)
{
  return G_STRUCT_MEMBER (TenureFormField *, self, all_fields[i].offset);
}

static void
show_status (TenureRegisterForm *self, const char *text)
{
  gtk_label_set_text (self->status, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), text != NULL);
}

static void
mark (TenureFormField *field, const TenurePlan *plan, const char *name)
{
  const TenureRefusal *refusal = tenure_plan_refusal_of (plan, name);
  g_autofree char *text = refusal ? tenure_word_refusal (refusal) : NULL;

  tenure_form_field_set_error (field, text);
}

/** Each refusal below its field; the focus goes to the first of them. */
static void
show_refusals (TenureRegisterForm *self, const TenurePlan *plan, const GError *error)
{
  g_autofree char *rest = tenure_submit_words (plan, error, field_names);
  gboolean focused = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (all_fields); i++)
    {
      mark (field_at (self, i), plan, all_fields[i].name);
      if (!focused && tenure_form_field_error (field_at (self, i)))
        {
          tenure_form_field_focus (field_at (self, i));
          focused = TRUE;
        }
    }
  show_status (self, rest);
}

/** TRUE when nothing that must be filled in is empty. */
static gboolean
complete (TenureRegisterForm *self)
{
  TenureFormField *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all_fields); i++)
    {
      TenureFormField *field = field_at (self, i);
      gboolean missing = field != self->unit_kind && tenure_form_field_is_missing (field);

      tenure_form_field_set_error (field, missing ? _ ("Fill this in.") : NULL);
      if (missing && !first)
        first = field;
    }
  if (first)
    tenure_form_field_focus (first);
  return first == NULL;
}

/* Sending --------------------------------------------------------------------------------------------------------- */

static void
set_busy (TenureRegisterForm *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->submit_button), !busy);
}

static TenureCommand *
build (TenureRegisterForm *self, GError **error)
{
  g_autofree char *applicant = tenure_form_field_dup_text (self->applicant);
  g_autofree char *phone = tenure_form_field_dup_text (self->phone);
  g_autofree char *email = tenure_form_field_dup_text (self->email);
  g_autofree char *needs = tenure_form_field_dup_text (self->needs);
  g_autofree char *manager = tenure_form_field_dup_text (self->manager);
  g_autofree char *manager_phone = tenure_form_field_dup_text (self->manager_phone);
  TenureApplyAccount params = {
    .account = self->key,
    .unit_kind = gtk_check_button_get_active (self->government)    ? TENURE_UNIT_GOVERNMENT
                 : gtk_check_button_get_active (self->institution) ? TENURE_UNIT_INSTITUTION
                                                                   : TENURE_UNIT_OTHER,
    .applicant = applicant,
    .phone = phone,
    .email = email,
    .needs = needs,
    .manager = manager,
    .manager_phone = manager_phone,
  };

  return tenure_command_new (TENURE_COMMAND_APPLY_ACCOUNT, &params, NULL, error);
}

static void
on_submitted (gboolean done, const TenurePlan *plan, const GError *error, gpointer data)
{
  TenureRegisterForm *self = data;

  set_busy (self, FALSE);
  show_refusals (self, done ? NULL : plan, error);
  tenure_keys_give_back (GTK_WIDGET (self->submit_button));
  if (!done)
    return;
  tenure_form_field_set_text (self->code, NULL);
  g_signal_emit (self, submitted_signal, 0);
}

void
tenure_register_form_submit (TenureRegisterForm *self)
{
  GError *error = NULL;

  if (self->busy || !complete (self))
    return;
  TenureCommand *command = build (self, &error);
  g_autofree char *code = tenure_form_field_dup_text (self->code);
  set_busy (self, TRUE);
  tenure_submit (self->session, command, tenure_session_secret (code, NULL), error, on_submitted, self);
}

static void
on_code_sent (gboolean done, const TenurePlan *plan, const GError *error, gpointer data)
{
  TenureRegisterForm *self = data;
  g_autofree char *rest = done ? NULL : tenure_submit_words (plan, error, field_names);

  tenure_code_button_set_busy (self->code_button, FALSE);
  mark (self->phone, done ? NULL : plan, "phone");
  mark (self->code, done ? NULL : plan, "code");
  show_status (self, rest);
  if (!done)
    return;
  tenure_code_button_count_down (self->code_button);
  tenure_form_field_focus (self->code);
}

static void
on_send_code (TenureRegisterForm *self)
{
  g_autofree char *phone = tenure_form_field_dup_text (self->phone);
  TenureSendCode params = { .purpose = TENURE_PURPOSE_REGISTER, .phone = phone };
  GError *error = NULL;

  if (*phone == '\0')
    {
      tenure_form_field_set_error (self->phone, _ ("Enter the mobile number first: the code is sent there."));
      tenure_form_field_focus (self->phone);
      return;
    }
  TenureCommand *command = tenure_command_new (TENURE_COMMAND_SEND_CODE, &params, NULL, &error);
  tenure_code_button_set_busy (self->code_button, TRUE);
  tenure_submit (self->session, command, NULL, error, on_code_sent, self);
}

/** The code was sent to another number: it is void. */
static void
on_phone_changed (TenureRegisterForm *self)
{
  tenure_form_field_set_error (self->phone, NULL);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->code_entry)))
    gtk_editable_set_text (GTK_EDITABLE (self->code_entry), "");
}

/** What can be told of one field alone, as soon as it is left; the rest is told by the plan. */
static void
on_left (TenureFormField *field, TenureRegisterForm *self)
{
  g_autofree char *text = tenure_form_field_dup_text (field);
  g_autofree char *read = field == self->email ? tenure_email_read (text) : tenure_phone_read (text);
  g_autoptr (TenureRefusal) refusal =
      tenure_refusal_new (field == self->email ? "email.invalid" : "phone.invalid", NULL);
  g_autofree char *words = *text && !read ? tenure_word_refusal (refusal) : NULL;

  if (words)
    tenure_form_field_set_error (field, words);
}

/* 变更企业名称 ------------------------------------------------------------------------------------------------------
 */

static void
on_renamed (gboolean done, const TenurePlan *plan, const GError *error, gpointer data)
{
  TenureRegisterForm *self = data;
  g_autofree char *text = done ? NULL : tenure_submit_words (plan, error, NULL);

  tenure_form_field_set_error (self->unit, text);
  if (done)
    gtk_editable_set_text (GTK_EDITABLE (self->unit_entry),
                           ((const TenureRenameEnterprise *)tenure_command_params (plan->command))->name);
}

static void
rename_to (gpointer data)
{
  TenureRegisterForm *self = data;
  g_autofree char *name = tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->new_name)));
  TenureRenameEnterprise params = { .account = self->key, .name = name };
  GError *error = NULL;
  TenureCommand *command = tenure_command_new (TENURE_COMMAND_RENAME_ENTERPRISE, &params, NULL, &error);

  tenure_submit (self->session, command, NULL, error, on_renamed, self);
}

static void
on_rename (TenureRegisterForm *self)
{
  GtkWidget *entry = gtk_entry_new ();
  TenureQuestion question = {
    .heading = _ ("Change Enterprise Name"),
    .body = _ ("The name of the Huawei Cloud account changes, and with it the unit’s name here."),
    .yes = _ ("_Change"),
    .no = _ ("_Cancel"),
    .extra = entry,
  };

  gtk_editable_set_text (GTK_EDITABLE (entry), gtk_editable_get_text (GTK_EDITABLE (self->unit_entry)));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  tenure_name_widget (entry, _ ("Enterprise name"));
  g_set_weak_pointer (&self->new_name, GTK_ENTRY (entry));
  tenure_ask (GTK_WIDGET (self), &question, rename_to, self);
  gtk_widget_grab_focus (entry);
}

/* Opening --------------------------------------------------------------------------------------------------------- */

static void
on_needs_changed (GtkTextBuffer *buffer, TenureRegisterForm *self)
{
  int n = gtk_text_buffer_get_char_count (buffer);
  g_autofree char *text = g_strdup_printf ("%d/%d", n, LONGEST_NEEDS);

  gtk_label_set_text (self->counter, text);
  if (n > LONGEST_NEEDS)
    gtk_widget_add_css_class (GTK_WIDGET (self->counter), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->counter), "error");
}

void
tenure_register_form_open (TenureRegisterForm *self, TenureSession *session, const char *key, const char *unit)
{
  g_set_object (&self->session, session);
  g_free (self->key);
  self->key = g_strdup (key);
  gtk_editable_set_text (GTK_EDITABLE (self->unit_entry), unit);
  gtk_widget_set_visible (GTK_WIDGET (self->rejected), FALSE);
}

void
tenure_register_form_correct (TenureRegisterForm *self, const TenureApplyAccount *sent, const char *reason)
{
  g_autofree char *text = g_strdup_printf (
      _ ("The application was rejected: %s. Correct it and send it again; everything was kept."), reason);
  GtkCheckButton *kinds[] = { self->government, self->institution, self->other };

  if (sent->unit_kind >= 0 && sent->unit_kind < (int)G_N_ELEMENTS (kinds))
    gtk_check_button_set_active (kinds[sent->unit_kind], TRUE);
  tenure_form_field_set_text (self->applicant, sent->applicant);
  tenure_form_field_set_text (self->phone, sent->phone);
  tenure_form_field_set_text (self->email, sent->email);
  tenure_form_field_set_text (self->needs, sent->needs);
  tenure_form_field_set_text (self->manager, sent->manager);
  tenure_form_field_set_text (self->manager_phone, sent->manager_phone);
  gtk_label_set_text (self->rejected, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rejected), TRUE);
}

void
tenure_register_form_start (TenureRegisterForm *self)
{
  tenure_form_field_focus (self->applicant);
}

/* Life ------------------------------------------------------------------------------------------------------------ */

static void
tenure_register_form_dispose (GObject *object)
{
  TenureRegisterForm *self = TENURE_REGISTER_FORM (object);

  g_clear_weak_pointer (&self->new_name);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_REGISTER_FORM);
  g_clear_object (&self->session);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (tenure_register_form_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget, TenureRegisterForm, child)

static void
tenure_register_form_class_init (TenureRegisterFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_register_form_dispose;
  submitted_signal =
      g_signal_new ("submitted", TENURE_TYPE_REGISTER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (TENURE_TYPE_FORM_FIELD);
  g_type_ensure (TENURE_TYPE_CODE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-register-form.ui");
  for (guint i = 0; i < G_N_ELEMENTS (all_fields); i++)
    gtk_widget_class_bind_template_child_full (widget, all_fields[i].name, FALSE, all_fields[i].offset);
  BIND (government);
  BIND (institution);
  BIND (other);
  BIND (unit_entry);
  BIND (code_entry);
  BIND (needs_view);
  BIND (rejected);
  BIND (counter);
  BIND (status);
  BIND (submit_button);
  BIND (rename_button);
  BIND (code_button);
  gtk_widget_class_bind_template_callback (widget, on_rename);
  gtk_widget_class_bind_template_callback (widget, on_send_code);
  gtk_widget_class_bind_template_callback (widget, on_phone_changed);
  gtk_widget_class_bind_template_callback (widget, tenure_register_form_submit);
}

static void
tenure_register_form_init (TenureRegisterForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_label (self->government, tenure_word_unit_kind (TENURE_UNIT_GOVERNMENT));
  gtk_check_button_set_label (self->institution, tenure_word_unit_kind (TENURE_UNIT_INSTITUTION));
  gtk_check_button_set_label (self->other, tenure_word_unit_kind (TENURE_UNIT_OTHER));
  g_signal_connect_object (self->phone, "left", G_CALLBACK (on_left), self, 0);
  g_signal_connect_object (self->email, "left", G_CALLBACK (on_left), self, 0);
  g_signal_connect_object (self->manager_phone, "left", G_CALLBACK (on_left), self, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->needs_view);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_needs_changed), self, 0);
  on_needs_changed (buffer, self);
}
