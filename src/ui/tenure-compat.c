/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-compat.h"

#include <glib/gi18n-lib.h>

#include "tenure-keys.h"

typedef struct
{
  TenureAnswer on_yes, on_other;
  gpointer data;
} Asked;

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = widget ? gtk_widget_get_root (widget) : NULL;

  return root ? GTK_WINDOW (root) : NULL;
}

void
tenure_tell (GtkWidget *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (parent), heading, body));

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
tenure_tell_error (GtkWidget *parent, const char *heading, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tenure_tell (parent, heading, error->message);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const Asked *asked = data;

  if (g_str_equal (response, "yes"))
    asked->on_yes (asked->data);
  else if (g_str_equal (response, "other"))
    asked->on_other (asked->data);
}

static void
asked_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
tenure_ask (GtkWidget *parent, const TenureQuestion *question, TenureAnswer on_yes, gpointer data)
{
  GtkWidget *widget = adw_message_dialog_new (window_of (parent), question->heading, question->body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ on_yes, question->on_other, data };
  adw_message_dialog_add_response (dialog, "no", question->no);
  if (question->other)
    adw_message_dialog_add_response (dialog, "other", question->other);
  adw_message_dialog_add_response (dialog, "yes", question->yes);
  adw_message_dialog_set_response_appearance (
      dialog, "yes", question->destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, question->destructive ? "no" : "yes");
  adw_message_dialog_set_close_response (dialog, "no");
  if (question->extra)
    adw_message_dialog_set_extra_child (dialog, question->extra);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), asked, asked_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  tenure_keys_start (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

static void
on_setup_choice (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_choice (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), text);
  tenure_name_widget (gtk_widget_get_parent (label), text);
}

void
tenure_name_choices (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_choice), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_choice), NULL);
  adw_combo_row_set_factory (row, factory);
}

void
tenure_add_fact (AdwExpanderRow *expander, const char *title, const char *value)
{
  GtkWidget *row;

  if (!value || !*value)
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_expander_row_add_row (expander, row);
}

char *
tenure_plain_title (const char *title)
{
  char *plain = g_strdup (title), *mnemonic = strchr (plain, '_');

  if (mnemonic && mnemonic > plain && mnemonic[-1] == '(') /* "区域(_R)" */
    mnemonic[-1] = '\0';
  else if (mnemonic)
    memmove (mnemonic, mnemonic + 1, strlen (mnemonic));
  return plain;
}

void
tenure_name_widget (GtkWidget *widget, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (widget);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* These have the focus on a button within, which says nothing of itself. */
  if (inner && (GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gboolean
tenure_any_shown (gpointer object, gboolean a, gboolean b, gboolean c, gboolean d, gboolean e)
{
  return a || b || c || d || e;
}

guint
tenure_hold (GtkWindow *window, const char *why)
{
  GApplication *application = g_application_get_default ();

  if (!application)
    return 0;
  g_application_hold (application);
  return gtk_application_inhibit (GTK_APPLICATION (application), window,
                                  GTK_APPLICATION_INHIBIT_LOGOUT | GTK_APPLICATION_INHIBIT_SUSPEND, why);
}

void
tenure_release (guint held)
{
  GApplication *application = g_application_get_default ();

  if (!application)
    return;
  if (held)
    gtk_application_uninhibit (GTK_APPLICATION (application), held);
  g_application_release (application);
}
