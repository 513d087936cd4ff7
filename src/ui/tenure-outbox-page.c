/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-outbox-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-account-lookup.h"
#include "tenure-password-window.h"
#include "tenure-toast.h"
#include "tenure-wording.h"
#include "tenure-wording-messages.h"

#define MOST_MESSAGES 1000

struct _TenureOutboxPage
{
  TenurePage parent;
  GCancellable *cancellable;
  GListStore *store; /* GObject with a TenureMessage as data */
  GtkSingleSelection *selection;

  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkWidget *list_side, *message_side;
  GtkListView *list;
  GtkLabel *subject, *head, *body;
  GtkButton *open_button, *copy_button;
};

G_DEFINE_FINAL_TYPE (TenureOutboxPage, tenure_outbox_page, TENURE_TYPE_PAGE)

static const TenureMessage *
message_of (GObject *item)
{
  return item ? g_object_get_data (item, "message") : NULL;
}

static const TenureMessage *
chosen (TenureOutboxPage *self)
{
  return message_of (gtk_single_selection_get_selected_item (self->selection));
}

static const char *
kind_word (const TenureMessage *message)
{
  return message->sms ? _ ("SMS") : _ ("Mail");
}

/* The message ----------------------------------------------------------------------------------------------------- */

static void
show_message (TenureOutboxPage *self)
{
  const TenureMessage *message = chosen (self);

  if (!message)
    return;
  g_autofree char *subject = tenure_word_message_subject (message);
  g_autofree char *body = tenure_word_message_body (message);
  g_autofree char *time = tenure_word_time (message->at);
  g_autofree char *head = g_strdup_printf (_ ("%s to %s · %s"), kind_word (message), message->address, time);
  g_autofree char *link = tenure_message_link (message);
  gboolean any = link || tenure_message_code (message);

  gtk_label_set_text (self->subject, subject);
  gtk_label_set_text (self->head, head);
  gtk_label_set_text (self->body, body);
  gtk_button_set_label (self->copy_button, link ? _ ("_Copy Link") : _ ("_Copy Code"));
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), link != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outbox.open", link != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outbox.copy", any);
}

/** By keys the rest of the list is in between: Enter goes to what can be done with the message. */
static void
enter_message (TenureOutboxPage *self)
{
  GtkWidget *button =
      GTK_WIDGET (gtk_widget_get_visible (GTK_WIDGET (self->open_button)) ? self->open_button : self->copy_button);

  if (gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (button))) && gtk_widget_get_visible (button))
    gtk_widget_grab_focus (button);
}

static void
on_activated (TenureOutboxPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_message (self);
  /* Beside the list there is nowhere to go. */
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->message_side);
  enter_message (self);
}

static void
on_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureOutboxPage *self = TENURE_OUTBOX_PAGE (widget);
  const TenureMessage *message = chosen (self);
  g_autofree char *link = message ? tenure_message_link (message) : NULL;

  if (link)
    tenure_password_window_present (widget, tenure_page_session (TENURE_PAGE (self)), link, message->account);
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureOutboxPage *self = TENURE_OUTBOX_PAGE (widget);
  const TenureMessage *message = chosen (self);
  g_autofree char *link = message ? tenure_message_link (message) : NULL;
  const char *text = link || !message ? link : tenure_message_code (message);

  if (!text)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tenure_window_toast (widget, _ ("Copied."), NULL, NULL);
}

/* The list -------------------------------------------------------------------------------------------------------- */

static GtkWidget *
row_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  row_label (box, NULL);
  gtk_widget_add_css_class (row_label (box, "caption"), "dim-label");
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item), *first = gtk_widget_get_first_child (box);
  const TenureMessage *message = message_of (gtk_list_item_get_item (item));
  g_autofree char *subject = tenure_word_message_subject (message), *time = tenure_word_time (message->at);
  g_autofree char *second = g_strdup_printf ("%s · %s · %s", time, kind_word (message), message->address);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", subject, second);

  gtk_label_set_text (GTK_LABEL (first), subject);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (first)), second);
  tenure_name_widget (gtk_widget_get_parent (box), spoken);
}

static GObject *
item_new (TenureMessage *message)
{
  GObject *item = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data_full (item, "message", message, (GDestroyNotify)tenure_message_free);
  return item;
}

/** An older one that was chosen stays shown; who looks at the newest goes on to what comes. */
static void
take_messages (TenureOutboxPage *self, GPtrArray *messages)
{
  const TenureMessage *shown = chosen (self);
  gint64 id = shown && gtk_single_selection_get_selected (self->selection) > 0 ? shown->id : 0;
  guint selected = 0, n = messages->len;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      TenureMessage *message = messages->pdata[i];

      selected = message->id == id ? i : selected;
      g_ptr_array_add (items, item_new (message));
    }
  g_ptr_array_set_free_func (messages, NULL);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, n);
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_stack_set_visible_child_name (self->stack, n ? "messages" : "empty");
  show_message (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureOutboxPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages =
      tenure_lookup_messages_finish (tenure_page_session (TENURE_PAGE (self)), result, &error);

  if (messages && self->stack)
    take_messages (self, messages);
  else if (error && self->stack && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_status_page_set_description (ADW_STATUS_PAGE (gtk_stack_get_child_by_name (self->stack, "empty")),
                                       error->message);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
}

static void
ask (TenureOutboxPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  tenure_lookup_messages_async (tenure_page_session (TENURE_PAGE (self)), 0, MOST_MESSAGES, self->cancellable, on_read,
                                g_object_ref (self));
}

/* Life ------------------------------------------------------------------------------------------------------------ */

static gboolean
back (TenurePage *page)
{
  TenureOutboxPage *self = TENURE_OUTBOX_PAGE (page);

  if (!adw_leaflet_get_folded (self->leaflet) || adw_leaflet_get_visible_child (self->leaflet) == self->list_side)
    return FALSE;
  adw_leaflet_set_visible_child (self->leaflet, self->list_side);
  return TRUE;
}

static void
tenure_outbox_page_dispose (GObject *object)
{
  TenureOutboxPage *self = TENURE_OUTBOX_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_OUTBOX_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (tenure_outbox_page_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget, TenureOutboxPage, child)

static void
tenure_outbox_page_class_init (TenureOutboxPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_outbox_page_dispose;
  TENURE_PAGE_CLASS (klass)->back = back;
  gtk_widget_class_install_action (widget, "outbox.open", NULL, on_open);
  gtk_widget_class_install_action (widget, "outbox.copy", NULL, on_copy);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-outbox-page.ui");
  BIND (stack);
  BIND (leaflet);
  BIND (list_side);
  BIND (message_side);
  BIND (list);
  BIND (subject);
  BIND (head);
  BIND (body);
  BIND (open_button);
  BIND (copy_button);
  gtk_widget_class_bind_template_callback (widget, on_activated);
}

static void
tenure_outbox_page_init (TenureOutboxPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->store = g_list_store_new (G_TYPE_OBJECT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->store));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_message), self,
                           G_CONNECT_SWAPPED);
}

static void
on_changed (TenureOutboxPage *self)
{
  ask (self);
}

TenurePage *
tenure_outbox_page_new (TenureSession *session)
{
  TenureOutboxPage *self = g_object_new (TENURE_TYPE_OUTBOX_PAGE, "session", session, NULL);

  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  ask (self);
  return TENURE_PAGE (self);
}
