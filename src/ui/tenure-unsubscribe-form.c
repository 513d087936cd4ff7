/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-unsubscribe-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-text.h"
#include "tenure-wording-names.h"

#define LONGEST_REASON 100

struct _TenureUnsubscribeForm
{
  TenurePlanForm parent;
  char **resources;
  gboolean pending;
  int other; /* index of 其他, which wants a text */
  AdwPreferencesGroup *why;
  GtkLabel *sentences, *quota, *counter;
  AdwComboRow *reason;
  AdwEntryRow *reason_text;
};

G_DEFINE_FINAL_TYPE (TenureUnsubscribeForm, tenure_unsubscribe_form, TENURE_TYPE_PLAN_FORM)

/** Index of the reason chosen, -1 while none is: the first line says so. */
static int
chosen_reason (TenureUnsubscribeForm *self)
{
  return (int)adw_combo_row_get_selected (self->reason) - 1;
}

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureUnsubscribeForm *self = TENURE_UNSUBSCRIBE_FORM (form);
  g_autofree char *text = tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->reason_text)));
  TenureUnsubscribe params = { .resources = self->resources, .reason = chosen_reason (self), .agreed = TRUE };

  if (params.reason == self->other)
    params.reason_text = text;
  params.reason = MAX (params.reason, 0);
  return tenure_command_new (self->pending ? TENURE_COMMAND_UNSUBSCRIBE_PENDING : TENURE_COMMAND_UNSUBSCRIBE, &params,
                             NULL, error);
}

/** The refund is shown before a reason is chosen; doing it waits for one. */
static gboolean
ready (TenurePlanForm *form, GError **error)
{
  TenureUnsubscribeForm *self = TENURE_UNSUBSCRIBE_FORM (form);

  if (chosen_reason (self) >= 0)
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, _ ("Choose a reason."));
  return FALSE;
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  TenureUnsubscribeForm *self = TENURE_UNSUBSCRIBE_FORM (form);
  gboolean matters = plan && plan->quota_needed > 0;

  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->reason), plan, "reason");
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->reason_text), plan, "reason_text");
  gtk_widget_set_visible (GTK_WIDGET (self->quota), matters);
  if (!matters)
    return;
  g_autofree char *text = g_strdup_printf (_ ("Five-day quota that these use: %d; left until 31 December: %d."),
                                           plan->quota_needed, plan->quota_left);
  gtk_label_set_text (self->quota, text);
}

/** What goes, one a line: name, id, product type, what comes back; all of it, scrolling (A2-24). */
static GtkWidget *
goods_list (TenureSession *session, const TenurePlan *plan)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  GtkWidget *scroller = gtk_scrolled_window_new (), *label = gtk_label_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      if (item->refusal)
        continue;
      g_autofree char *product = item->product ? tenure_word_products (catalogue, item->product) : g_strdup ("");
      g_autofree char *amount = tenure_word_money (item->total);
      g_string_append_printf (text, "%s%s · %s · %s\n%s", text->len ? "\n" : "", item->name, product, amount,
                              item->key);
    }
  gtk_label_set_text (GTK_LABEL (label), text->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 200);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  return scroller;
}

static gboolean
question (TenurePlanForm *form, const TenurePlan *plan, TenureQuestion *asked)
{
  g_autofree char *amount = tenure_word_money (plan->to_return);
  g_autofree char *body = g_strdup_printf (
      _ ("These resources and their data are deleted and cannot be recovered. Actual refund: %s."), amount);

  *asked = (TenureQuestion){
    .heading = _ ("Unsubscribe and Delete?"),
    .body = g_intern_string (body),
    .yes = _ ("_Unsubscribe"),
    .no = _ ("_Not Now"),
    .destructive = TRUE,
    .extra = goods_list (tenure_plan_form_session (form), plan),
  };
  return TRUE;
}

static void
on_changed (TenureUnsubscribeForm *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->reason_text));
  g_autofree char *count = g_strdup_printf ("%ld/%d", g_utf8_strlen (text, -1), LONGEST_REASON);

  gtk_label_set_text (self->counter, count);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_text), chosen_reason (self) == self->other);
  tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

static void
tenure_unsubscribe_form_dispose (GObject *object)
{
  TenureUnsubscribeForm *self = TENURE_UNSUBSCRIBE_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_UNSUBSCRIBE_FORM);
  g_clear_pointer (&self->resources, g_strfreev);
  G_OBJECT_CLASS (tenure_unsubscribe_form_parent_class)->dispose (object);
}

static void
tenure_unsubscribe_form_class_init (TenureUnsubscribeFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);
  TenurePlanFormClass *form = TENURE_PLAN_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_unsubscribe_form_dispose;
  form->build = build;
  form->show_plan = show_plan;
  form->ready = ready;
  form->question = question;
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-unsubscribe-form.ui");
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribeForm, sentences);
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribeForm, quota);
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribeForm, counter);
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribeForm, why);
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribeForm, reason);
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribeForm, reason_text);
  gtk_widget_class_bind_template_callback (widget, on_changed);
}

static void
tenure_unsubscribe_form_init (TenureUnsubscribeForm *self)
{
  g_autoptr (GtkStringList) reasons = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_plan_form_set_tail (TENURE_PLAN_FORM (self), GTK_WIDGET (self->why));
  tenure_name_choices (self->reason);
  gtk_string_list_append (reasons, _ ("Choose one"));
  for (int i = 0; TENURE_REASONS[i]; i++)
    {
      gtk_string_list_append (reasons, tenure_word_reason (i));
      if (g_str_equal (TENURE_REASONS[i], "other"))
        self->other = i;
    }
  adw_combo_row_set_model (self->reason, G_LIST_MODEL (reasons));
}

TenurePlanForm *
tenure_unsubscribe_form_new (TenureSession *session, const char *const *resources, gboolean pending)
{
  TenureUnsubscribeForm *self = g_object_new (TENURE_TYPE_UNSUBSCRIBE_FORM, NULL);
  TenurePlanWords words = {
    .title = pending ? _ ("Unsubscribe Resources Not Effective") : _ ("Unsubscribe Resources in Use"),
    .apply = _ ("_Unsubscribe"),
    .done = _ ("Unsubscribed"),
    .agreement = pending ? NULL : _ ("I backed up the data or need it no longer; I know that it is deleted at once."),
    .destructive = TRUE,
    .wide = TRUE,
  };

  self->resources = g_strdupv ((char **)resources);
  self->pending = pending;
  if (pending)
    gtk_label_set_text (self->sentences, _ ("These have not started: what was paid comes back, to where it came from. "
                                            "Vouchers come back unless they expired; discount coupons never do."));
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  return TENURE_PLAN_FORM (self);
}
