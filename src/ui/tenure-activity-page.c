/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-activity-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-keys.h"
#include "tenure-lookup-money.h"
#include "tenure-order-window.h"
#include "tenure-text.h"
#include "tenure-wording-activity.h"

#define FIRST_EVENTS 500

struct _TenureActivityPage
{
  TenurePage parent;
  guint limit;
  GPtrArray *events; /* TenureJournalEvent, oldest first, or NULL */
  GListStore *shown; /* GtkStringObject with the event as data, newest first */
  char *verified;    /* what the last verification said, or NULL */
  GCancellable *cancellable;

  GtkSearchEntry *search;
  GtkDropDown *kind;
  GtkLabel *status;
  GtkListView *list;
  GtkButton *more, *verify_button;
};

G_DEFINE_FINAL_TYPE (TenureActivityPage, tenure_activity_page, TENURE_TYPE_PAGE)

/* Groups of kinds, by how they begin. */
static const struct
{
  const char *word, *prefix;
} kinds[] = {
  { N_ ("All events"), "" },
  { N_ ("Commands"), "command" },
  { N_ ("Steps"), "step" },
  { N_ ("Orders"), "order." },
  { N_ ("Resources"), "resource." },
  { N_ ("Accounts"), "account" },
  { N_ ("Auto-renewal"), "auto-renewal" },
};

static TenureSession *
session_of (TenureActivityPage *self)
{
  return tenure_page_session (TENURE_PAGE (self));
}

/* Rows ----------------------------------------------------------------------------------------------------------- */

static const TenureJournalEvent *
event_of (gpointer item)
{
  return g_object_get_data (item, "event");
}

static char *
second_line (const TenureJournalEvent *event)
{
  g_autofree char *time = tenure_word_time (event->at), *who = tenure_word_event_actor (event);

  return g_strdup_printf ("%s · %s · %s", time, who, event->subject ? event->subject : "");
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (int line = 0; line < 2; line++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "numeric");
      if (line == 1)
        {
          gtk_widget_add_css_class (label, "dim-label");
          gtk_widget_add_css_class (label, "caption");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const TenureJournalEvent *event = event_of (gtk_list_item_get_item (item));
  g_autofree char *first = tenure_word_event (event), *second = second_line (event);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", first, second);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), first);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), second);
  tenure_name_widget (gtk_widget_get_parent (box), spoken);
}

/** An order's event opens the order. */
static void
on_activated (TenureActivityPage *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  const TenureJournalEvent *event = item ? event_of (item) : NULL;

  if (event && g_str_has_prefix (event->kind, "order.") && event->subject)
    tenure_order_window_present (GTK_WIDGET (self), session_of (self), event->subject);
}

/* What is shown -------------------------------------------------------------------------------------------------- */

static gboolean
fits (TenureActivityPage *self, const TenureJournalEvent *event)
{
  const char *prefix = kinds[gtk_drop_down_get_selected (self->kind)].prefix;
  g_autofree char *typed = tenure_text_search_key (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *words = NULL, *line = NULL, *all = NULL, *key = NULL;

  if (!g_str_has_prefix (event->kind, prefix))
    return FALSE;
  if (!*typed)
    return TRUE;
  words = tenure_word_event (event);
  line = second_line (event);
  all = g_strdup_printf ("%s %s", words, line);
  key = tenure_text_search_key (all);
  return strstr (key, typed) != NULL;
}

static void
show_status (TenureActivityPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", n), n);
  g_autofree char *text = self->verified ? g_strdup_printf ("%s · %s", count, self->verified) : g_strdup (count);

  gtk_label_set_text (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), self->events && self->events->len >= self->limit);
}

static void
on_filter (TenureActivityPage *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (!self->events)
    return;
  for (guint i = self->events->len; i > 0; i--)
    if (fits (self, self->events->pdata[i - 1]))
      {
        GtkStringObject *item = gtk_string_object_new ("");

        g_object_set_data (G_OBJECT (item), "event", self->events->pdata[i - 1]);
        g_ptr_array_add (items, item);
      }
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), items->pdata, items->len);
  show_status (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureActivityPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *events = tenure_lookup_journal_finish (TENURE_SESSION (source), result, &error);
  g_autoptr (GPtrArray) before = NULL;

  if (!self->list || !events)
    {
      g_clear_pointer (&events, g_ptr_array_unref);
      if (self->list && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_text (self->status, error->message);
      return;
    }
  before = self->events; /* rows point to them until they are replaced */
  self->events = events;
  on_filter (self);
}

static void
ask (TenureActivityPage *self)
{
  if (!session_of (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tenure_lookup_journal_async (session_of (self), self->limit, self->cancellable, on_read, g_object_ref (self));
}

static void
on_more (TenureActivityPage *self)
{
  self->limit *= 4;
  ask (self);
}

/* Verifying ------------------------------------------------------------------------------------------------------ */

static void
on_verified (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureActivityPage) self = data;
  g_autoptr (GError) error = NULL;
  gint64 n = tenure_lookup_verify_finish (TENURE_SESSION (source), result, &error);

  if (!self->list)
    return;
  g_free (self->verified);
  self->verified =
      error ? g_strdup (error->message) : g_strdup_printf (_ ("The chain holds over all %u events."), (guint)n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "activity.verify", TRUE);
  tenure_keys_give_back (GTK_WIDGET (self->verify_button));
  show_status (self);
}

static void
on_verify (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_action_set_enabled (widget, "activity.verify", FALSE);
  tenure_lookup_verify_async (session_of (TENURE_ACTIVITY_PAGE (widget)), NULL, on_verified, g_object_ref (widget));
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
search (TenurePage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TENURE_ACTIVITY_PAGE (page)->search));
}

static void
tenure_activity_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenure_activity_page_parent_class)->map (widget);
  ask (TENURE_ACTIVITY_PAGE (widget));
}

static void
tenure_activity_page_dispose (GObject *object)
{
  TenureActivityPage *self = TENURE_ACTIVITY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->list)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_ACTIVITY_PAGE);
  g_clear_object (&self->shown);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->verified, g_free);
  G_OBJECT_CLASS (tenure_activity_page_parent_class)->dispose (object);
}

static void
tenure_activity_page_class_init (TenureActivityPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_activity_page_dispose;
  widget->map = tenure_activity_page_map;
  TENURE_PAGE_CLASS (klass)->search = search;
  gtk_widget_class_install_action (widget, "activity.verify", NULL, on_verify);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-activity-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureActivityPage, search);
  gtk_widget_class_bind_template_child (widget, TenureActivityPage, kind);
  gtk_widget_class_bind_template_child (widget, TenureActivityPage, status);
  gtk_widget_class_bind_template_child (widget, TenureActivityPage, list);
  gtk_widget_class_bind_template_child (widget, TenureActivityPage, more);
  gtk_widget_class_bind_template_child (widget, TenureActivityPage, verify_button);
  gtk_widget_class_bind_template_callback (widget, on_filter);
  gtk_widget_class_bind_template_callback (widget, on_activated);
  gtk_widget_class_bind_template_callback (widget, on_more);
}

static void
tenure_activity_page_init (TenureActivityPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->limit = FIRST_EVENTS;
  self->shown = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (words, _ (kinds[i].word));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (words));
  tenure_name_widget (GTK_WIDGET (self->kind), _ ("Kind of event"));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

TenurePage *
tenure_activity_page_new (TenureSession *session)
{
  TenureActivityPage *self = g_object_new (TENURE_TYPE_ACTIVITY_PAGE, "session", session, NULL);

  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return TENURE_PAGE (self);
}
