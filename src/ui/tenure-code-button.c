/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-code-button.h"

#include <glib/gi18n-lib.h>

#include "tenure-keys.h"
#include "tenure-toast.h"

/* The interval of rules 10, of this computer's clock: it keeps a hurried hand from asking twice. */
#define SECONDS 60

struct _TenureCodeButton
{
  AdwBin parent;
  GtkWidget *button;
  gint64 end; /* monotonic */
  guint tick;
  gboolean busy, sent;
};

G_DEFINE_FINAL_TYPE (TenureCodeButton, tenure_code_button, ADW_TYPE_BIN)

static guint clicked_signal;

static void
show (TenureCodeButton *self)
{
  gint64 left = self->tick ? (self->end - g_get_monotonic_time () + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : 0;
  g_autofree char *waiting = g_strdup_printf (_ ("Send Again (%d s)"), (int)left);

  gtk_button_set_label (GTK_BUTTON (self->button), left > 0     ? waiting
                                                   : self->sent ? _ ("_Send Again")
                                                                : _ ("_Send Verification Code"));
  gtk_button_set_use_underline (GTK_BUTTON (self->button), left <= 0);
  gtk_widget_set_sensitive (self->button, left <= 0 && !self->busy);
}

static gboolean
on_tick (gpointer data)
{
  TenureCodeButton *self = data;
  gboolean over = g_get_monotonic_time () >= self->end;

  if (over)
    self->tick = 0;
  show (self);
  return over ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
tenure_code_button_count_down (TenureCodeButton *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  self->end = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC;
  self->sent = TRUE;
  self->tick = g_timeout_add_seconds (1, on_tick, self);
  show (self);
  tenure_window_toast (GTK_WIDGET (self), _ ("The code was sent; the outbox has it."), _ ("Outbox"), "outbox");
}

void
tenure_code_button_set_busy (TenureCodeButton *self, gboolean busy)
{
  self->busy = busy;
  show (self);
  if (!busy)
    tenure_keys_give_back (self->button);
}

static void
on_clicked (TenureCodeButton *self)
{
  g_signal_emit (self, clicked_signal, 0);
}

static void
tenure_code_button_dispose (GObject *object)
{
  g_clear_handle_id (&TENURE_CODE_BUTTON (object)->tick, g_source_remove);
  G_OBJECT_CLASS (tenure_code_button_parent_class)->dispose (object);
}

static void
tenure_code_button_class_init (TenureCodeButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_code_button_dispose;
  clicked_signal =
      g_signal_new ("clicked", TENURE_TYPE_CODE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_code_button_init (TenureCodeButton *self)
{
  self->button = gtk_button_new ();
  adw_bin_set_child (ADW_BIN (self), self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  show (self);
}
