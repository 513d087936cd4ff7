/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-notice-bar.h"

struct _TenureNoticeBar
{
  AdwBin parent;
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (TenureNoticeBar, tenure_notice_bar, ADW_TYPE_BIN)

static guint clicked_signal;

void
tenure_notice_bar_show (TenureNoticeBar *self, const char *text, const char *button)
{
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
  if (!text)
    return;
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  gtk_button_set_label (self->button, button ? button : "");
}

static void
on_clicked (TenureNoticeBar *self)
{
  g_signal_emit (self, clicked_signal, 0);
}

static void
tenure_notice_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_NOTICE_BAR);
  G_OBJECT_CLASS (tenure_notice_bar_parent_class)->dispose (object);
}

static void
tenure_notice_bar_class_init (TenureNoticeBarClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_notice_bar_dispose;
  clicked_signal =
      g_signal_new ("clicked", TENURE_TYPE_NOTICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget, TenureNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget, TenureNoticeBar, label);
  gtk_widget_class_bind_template_child (widget, TenureNoticeBar, button);
  gtk_widget_class_bind_template_callback (widget, on_clicked);
}

static void
tenure_notice_bar_init (TenureNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
