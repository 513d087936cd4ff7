/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-keys.h"

/* To be seen ------------------------------------------------------------------------------------------------------ */

/* Whether the person used the keyboard last, in whichever window. */
static gboolean by_keys;

static void
set_by_keys (gboolean keys)
{
  GListModel *windows = gtk_window_get_toplevels ();

  if (keys == by_keys)
    return;
  by_keys = keys;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      gtk_window_set_focus_visible (window, keys);
    }
}

static gboolean
on_event (GtkEventController *controller, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS)
    set_by_keys (TRUE);
  else if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    set_by_keys (FALSE);
  return GDK_EVENT_PROPAGATE;
}

/** GTK hides it some seconds after the last key, and when a key is let go that was pressed in another window. */
static void
on_focus_visible (GtkWindow *window)
{
  if (by_keys && !gtk_window_get_focus_visible (window))
    gtk_window_set_focus_visible (window, TRUE);
}

static void
watch (GtkWindow *window)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  g_signal_connect (window, "notify::focus-visible", G_CALLBACK (on_focus_visible), NULL);
  on_focus_visible (window);
}

static void
on_windows (GListModel *windows, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      watch (window);
    }
}

void
tenure_keys_watch (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (on_windows), NULL);
}

/* The main button ------------------------------------------------------------------------------------------------- */

static gboolean
is_main (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && (gtk_widget_has_css_class (widget, "suggested-action") ||
                                    gtk_widget_has_css_class (widget, "destructive-action"));
}

/** The first in reading order that is on the screen, or NULL. */
static GtkWidget *
main_below (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_get_mapped (widget) && is_main (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = main_below (child);
  return found;
}

static GtkWidget *
focus_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root ? gtk_root_get_focus (root) : NULL;
}

/** A number that was typed counts only once its field is left or told so. */
static void
take_typed (GtkWidget *widget)
{
  GtkWidget *focus = focus_of (widget);
  GtkWidget *spin = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON) : NULL;

  if (spin)
    gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
}

void
tenure_keys_press_main (GtkWidget *widget)
{
  GtkWidget *button = main_below (widget);

  if (!button && gtk_widget_get_root (widget))
    button = main_below (GTK_WIDGET (gtk_widget_get_root (widget)));
  take_typed (widget);
  if (button && gtk_widget_is_sensitive (button))
    g_signal_emit_by_name (button, "clicked");
}

static gboolean
on_main (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  tenure_keys_press_main (widget);
  return GDK_EVENT_STOP;
}

/** Before what has the focus: a text of several lines would take it for a new line. */
void
tenure_keys_add_main (GtkWidget *widget)
{
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (enters[i], GDK_CONTROL_MASK),
                                                            gtk_callback_action_new (on_main, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
}

/* Where the keyboard begins --------------------------------------------------------------------------------------- */

/** What had the focus is forgotten, even where it went away meanwhile and the way to it stayed. */
gboolean
tenure_keys_enter (GtkWidget *within)
{
  gtk_root_set_focus (gtk_widget_get_root (within), NULL);
  for (GtkWidget *widget = within, *next; widget; widget = next)
    {
      next = gtk_widget_get_focus_child (widget);
      gtk_widget_set_focus_child (widget, NULL);
    }
  return gtk_widget_child_focus (within, GTK_DIR_TAB_FORWARD);
}

static gboolean
on_start (gpointer data)
{
  GtkWidget *within = data, *window = GTK_WIDGET (gtk_widget_get_root (within));

  if (!window || !gtk_widget_get_mapped (window))
    return G_SOURCE_REMOVE;
  if (!tenure_keys_enter (within))
    tenure_keys_enter (window);
  return G_SOURCE_REMOVE;
}

/** Only a window that is up already keeps the focus in step. */
void
tenure_keys_start (GtkWidget *within)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_start, g_object_ref (within), g_object_unref);
}

static gboolean
on_restart (gpointer data)
{
  GtkWidget *focus = focus_of (data);

  return focus && gtk_widget_get_mapped (focus) && gtk_widget_is_sensitive (focus) ? G_SOURCE_REMOVE : on_start (data);
}

void
tenure_keys_restart (GtkWidget *within)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_restart, g_object_ref (within), g_object_unref);
}

void
tenure_keys_give_back (GtkWidget *widget)
{
  if (gtk_widget_get_root (widget) && !focus_of (widget))
    gtk_widget_grab_focus (widget);
}

/* What is filled again -------------------------------------------------------------------------------------------- */

#define NEAR 4 /* stops */

struct _TenureKeysPlace
{
  GtkWidget *within;
  gboolean waits; /* for the first control */
  guint at;       /* among the controls there, in their order */
  char *says;
};

static void
place_free (gpointer data)
{
  TenureKeysPlace *self = data;

  g_object_unref (self->within);
  g_free (self->says);
  g_free (self);
}

/** Adds what the focus can go to. */
static void
collect (GtkWidget *widget, GPtrArray *stops)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_can_focus (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (gtk_widget_get_focusable (widget))
    g_ptr_array_add (stops, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, stops);
}

static GPtrArray *
stops_in (GtkWidget *within)
{
  GPtrArray *stops = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (within); child; child = gtk_widget_get_next_sibling (child))
    collect (child, stops);
  return stops;
}

/** The first words in it, or NULL. */
static const char *
words_in (GtkWidget *widget)
{
  const char *words = NULL;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !words;
       child = gtk_widget_get_next_sibling (child))
    words = words_in (child);
  return words;
}

/** While there was nothing in it yet, the pane around it took the focus: it belongs to the first control. */
static gboolean
is_waiting (GtkWidget *focus, GtkWidget *within)
{
  return GTK_IS_SCROLLED_WINDOW (focus) && gtk_widget_is_ancestor (within, focus);
}

TenureKeysPlace *
tenure_keys_remember (GtkWidget *within)
{
  g_autoptr (GPtrArray) stops = stops_in (within);
  GtkWidget *focus = focus_of (within);
  TenureKeysPlace *self;
  gboolean waits = focus && is_waiting (focus, within);
  guint at = 0;

  if (!focus || (!waits && !g_ptr_array_find (stops, focus, &at)))
    return NULL;
  self = g_new (TenureKeysPlace, 1);
  *self = (TenureKeysPlace){ g_object_ref (within), waits, at, g_strdup (words_in (focus)) };
  return self;
}

/** The stop near to where it was that says the same: a row more or less may stand before it now. */
static guint
find_stop (const TenureKeysPlace *self, GPtrArray *stops)
{
  for (guint off = 0; off < NEAR; off++)
    for (int side = 0; side < 2; side++)
      {
        guint at = side ? self->at - off : self->at + off;

        if (at < stops->len && g_strcmp0 (words_in (stops->pdata[at]), self->says) == 0)
          return at;
      }
  return MIN (self->at, stops->len - 1);
}

static gboolean
on_return (gpointer data)
{
  const TenureKeysPlace *self = data;
  g_autoptr (GPtrArray) stops = stops_in (self->within);

  if (stops->len > 0 && self->waits)
    tenure_keys_enter (self->within);
  else if (stops->len > 0)
    gtk_widget_grab_focus (stops->pdata[find_stop (self, stops)]);
  else if (gtk_widget_get_mapped (self->within))
    tenure_keys_restart (self->within);
  return G_SOURCE_REMOVE;
}

void
tenure_keys_return (TenureKeysPlace *place)
{
  if (!place)
    return;
  on_return (place); /* at once as well: it may be filled again before long */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_return, place, place_free);
}
