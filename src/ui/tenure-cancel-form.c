/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cancel-form.h"

#include <glib/gi18n-lib.h>

struct _TenureCancelForm
{
  TenurePlanForm parent;
  char **orders;
};

G_DEFINE_FINAL_TYPE (TenureCancelForm, tenure_cancel_form, TENURE_TYPE_PLAN_FORM)

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureCancel params = { .orders = TENURE_CANCEL_FORM (form)->orders };

  return tenure_command_new (TENURE_COMMAND_CANCEL, &params, NULL, error);
}

static void
tenure_cancel_form_dispose (GObject *object)
{
  TenureCancelForm *self = TENURE_CANCEL_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_CANCEL_FORM);
  g_clear_pointer (&self->orders, g_strfreev);
  G_OBJECT_CLASS (tenure_cancel_form_parent_class)->dispose (object);
}

static void
tenure_cancel_form_class_init (TenureCancelFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_cancel_form_dispose;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/tenure/Tenure/tenure-cancel-form.ui");
}

static void
tenure_cancel_form_init (TenureCancelForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TenurePlanForm *
tenure_cancel_form_new (TenureSession *session, const char *const *orders)
{
  TenureCancelForm *self = g_object_new (TENURE_TYPE_CANCEL_FORM, NULL);
  guint n = g_strv_length ((char **)orders);
  TenurePlanWords words = {
    .title = g_dngettext (GETTEXT_PACKAGE, "Cancel Order", "Cancel Orders", n),
    .apply = g_dngettext (GETTEXT_PACKAGE, "_Cancel Order", "_Cancel Orders", n),
    .toast = g_dngettext (GETTEXT_PACKAGE, "The order was cancelled.", "The orders were cancelled.", n),
    .place = "orders",
    .destructive = TRUE,
  };

  self->orders = g_strdupv ((char **)orders);
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  return TENURE_PLAN_FORM (self);
}
