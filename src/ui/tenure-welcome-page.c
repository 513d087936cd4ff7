/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-welcome-page.h"

struct _TenureWelcomePage
{
  AdwBin parent;
  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (TenureWelcomePage, tenure_welcome_page, ADW_TYPE_BIN)

void
tenure_welcome_page_say (TenureWelcomePage *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->status, escaped);
}

static void
tenure_welcome_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (tenure_welcome_page_parent_class)->dispose (object);
}

static void
tenure_welcome_page_class_init (TenureWelcomePageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureWelcomePage, status);
}

static void
tenure_welcome_page_init (TenureWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
