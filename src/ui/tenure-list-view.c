/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-list-view.h"

#include <glib/gi18n-lib.h>

#include "tenure-action-menu.h"
#include "tenure-keys.h"
#include "tenure-list-factory.h"
#include "tenure-page.h"
#include "tenure-sort-probe.h"

#define NARROW 700             /* below this many pixels the columns give way to two-line rows */
#define LOSE_MILLISECONDS 60   /* after GTK has put the focus somewhere, with its next frame */
#define LEAVE_MILLISECONDS 300 /* after another page has slid in */

struct _TenureListView
{
  AdwBin parent;
  TenureSession *session;
  TenureRowModel *model;
  TenureKeySelection *selection;
  TenureQuery *query;
  const TenureColumn *columns;
  const TenureActionSet *actions;
  TenureActionMenu *menu;
  gboolean is_narrow, attached;
  gboolean to_top; /* another question was asked: its first row is shown first */
  guint switching; /* idle: the width crossed the line */
  guint rising;    /* idle: scroll to the top, after the model has said all */
  guint moving;    /* idle: the arrow keys have done */
  gboolean losing; /* the row with the focus may be gone */
  guint lost;      /* source: what has it then */
  guint leaving;   /* source: off the screen for good, as it seems */
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkScrolledWindow *wide_window, *narrow_window;
  GtkColumnView *wide;
  GtkListView *narrow;
  AdwStatusPage *empty;
  GtkButton *empty_button;
};

G_DEFINE_FINAL_TYPE (TenureListView, tenure_list_view, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  SORTED,
  NARROWED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

TenureKeySelection *
tenure_list_view_selection (TenureListView *self)
{
  return self->selection;
}

TenureRowModel *
tenure_list_view_model (TenureListView *self)
{
  return self->model;
}

const TenureQuery *
tenure_list_view_query (TenureListView *self)
{
  return self->query;
}

/* What is on the screen ------------------------------------------------------------------------------------------ */

/** By the list's own action: setting the adjustment makes it look for rows that have no place before the next frame. */
static void
rise (GtkWidget *list)
{
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", 0);
}

static gboolean
on_rise (gpointer data)
{
  TenureListView *self = data;

  self->rising = 0;
  rise (gtk_widget_get_last_child (GTK_WIDGET (self->wide)));
  rise (GTK_WIDGET (self->narrow));
  return G_SOURCE_REMOVE;
}

static void lose_focus (TenureListView *self);

static void
show_state (TenureListView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean loading = FALSE;

  g_object_get (self->model, "loading", &loading, NULL);
  gtk_stack_set_visible_child_name (self->stack, n > 0     ? self->is_narrow ? "narrow" : "wide"
                                                 : loading ? "loading"
                                                           : "empty");
  gtk_spinner_set_spinning (self->spinner, loading && n == 0);
  if (self->to_top && !loading && !self->rising)
    {
      self->to_top = FALSE;
      self->rising = g_idle_add (on_rise, self);
    }
  if (self->losing)
    lose_focus (self);
}

/* The focus in the list that is shown, or NULL. */
static GtkWidget *
focus_within (TenureListView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/** An empty list has its button, if it has one; without it the page has the first of its filters. */
static void
take_focus_empty (TenureListView *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), TENURE_TYPE_PAGE);

  if (gtk_widget_get_visible (GTK_WIDGET (self->empty_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->empty_button));
  else if (page)
    tenure_keys_enter (page);
}

void
tenure_list_view_take_focus (TenureListView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    take_focus_empty (self);
  else
    gtk_widget_grab_focus (self->is_narrow ? GTK_WIDGET (self->narrow)
                                           : gtk_widget_get_last_child (GTK_WIDGET (self->wide)));
}

static gboolean
on_emptied (gpointer data)
{
  TenureListView *self = data;

  self->lost = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tenure_list_view_take_focus (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_lost (gpointer data)
{
  TenureListView *self = data;
  gboolean loading;

  self->lost = 0;
  g_object_get (self->model, "loading", &loading, NULL);
  if (loading && g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0) /* what it will show tells it to */
    return G_SOURCE_REMOVE;
  self->losing = FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    self->lost = g_timeout_add (LOSE_MILLISECONDS, on_emptied, self);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !focus_within (self))
    tenure_list_view_take_focus (self);
  return G_SOURCE_REMOVE;
}

static void
lose_focus (TenureListView *self)
{
  self->losing = TRUE;
  if (!self->lost)
    self->lost = g_idle_add (on_lost, self);
}

/* Before the lists hear of it: the row that has the focus may go, and the next row takes its place there as well. */
static void
on_changing (TenureListView *self, guint position, guint removed, guint added)
{
  if (removed > 0 && focus_within (self))
    lose_focus (self);
}

static void
attach (TenureListView *self)
{
  GtkSelectionModel *selection = self->attached ? GTK_SELECTION_MODEL (self->selection) : NULL;

  gtk_column_view_set_model (self->wide, self->is_narrow ? NULL : selection);
  gtk_list_view_set_model (self->narrow, self->is_narrow ? selection : NULL);
  show_state (self);
}

static gboolean
on_switch (gpointer data)
{
  TenureListView *self = data;

  self->switching = 0;
  self->is_narrow = !self->is_narrow;
  g_signal_emit (self, signals[NARROWED], 0, self->is_narrow);
  if (self->model)
    attach (self);
  return G_SOURCE_REMOVE;
}

/** A bin's allocation goes to its layout manager, so the width is read off the list that is shown. */
static void
on_width (GtkAdjustment *adjustment, GParamSpec *pspec, TenureListView *self)
{
  GtkScrolledWindow *shown = self->is_narrow ? self->narrow_window : self->wide_window;
  int width = gtk_adjustment_get_page_size (adjustment);

  if (adjustment == gtk_scrolled_window_get_hadjustment (shown) && gtk_widget_get_mapped (GTK_WIDGET (shown)) &&
      width > 0 && (width < NARROW) != self->is_narrow && !self->switching)
    self->switching = g_idle_add (on_switch, self);
}

static void
tenure_list_view_map (GtkWidget *widget)
{
  TenureListView *self = TENURE_LIST_VIEW (widget);

  GTK_WIDGET_CLASS (tenure_list_view_parent_class)->map (widget);
  if (!self->model)
    return;
  g_clear_handle_id (&self->leaving, g_source_remove);
  self->attached = TRUE;
  if (self->query)
    self->query->now = tenure_session_now (self->session);
  tenure_row_model_set_query (self->model, self->query);
  attach (self);
}

static gboolean
on_leave (gpointer data)
{
  TenureListView *self = data;

  self->leaving = 0;
  self->attached = FALSE;
  attach (self);
  tenure_row_model_set_query (self->model, NULL);
  return G_SOURCE_REMOVE;
}

/* Its rows go once another page has come and has nothing to do: hundreds of them in the same turn would be seen. */
static void
tenure_list_view_unmap (GtkWidget *widget)
{
  TenureListView *self = TENURE_LIST_VIEW (widget);

  GTK_WIDGET_CLASS (tenure_list_view_parent_class)->unmap (widget);
  if (self->model && !self->leaving)
    self->leaving = g_timeout_add_full (G_PRIORITY_LOW, LEAVE_MILLISECONDS, on_leave, self, NULL);
}

void
tenure_list_view_set_query (TenureListView *self, const TenureQuery *query)
{
  TenureQuery *copy = tenure_query_copy (query);

  copy->sort = tenure_list_view_sort (self, &copy->descending);
  g_clear_pointer (&self->query, tenure_query_free);
  self->query = copy;
  self->to_top = TRUE;
  if (self->attached)
    tenure_row_model_set_query (self->model, copy);
}

/* Rows ----------------------------------------------------------------------------------------------------------- */

static void
on_activate (TenureListView *self, guint position)
{
  g_autoptr (TenureRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row)
    g_signal_emit (self, signals[ACTIVATED], 0, row);
}

/* Columns -------------------------------------------------------------------------------------------------------- */

static void
add_check_column (TenureListView *self)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (NULL, tenure_list_factory_checks ());

  gtk_column_view_column_set_fixed_width (column, 44);
  gtk_column_view_append_column (self->wide, column);
}

static void
add_column (TenureListView *self, const TenureColumn *column)
{
  GtkListItemFactory *factory =
      tenure_list_factory_texts (&(TenureListCells){ self->session, self->columns, self->actions }, column);
  g_autoptr (GtkColumnViewColumn) shown = gtk_column_view_column_new (_ (column->title), factory);

  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_fixed_width (shown, column->width);
  gtk_column_view_column_set_expand (shown, column == self->columns);
  if (column->sort != TENURE_N_SORTS)
    tenure_sort_probe_add (shown, column->sort);
  gtk_column_view_append_column (self->wide, shown);
}

TenureSort
tenure_list_view_sort (TenureListView *self, gboolean *descending)
{
  gboolean down;

  return tenure_sort_probe_read (self->wide, descending ? descending : &down);
}

void
tenure_list_view_sort_by (TenureListView *self, TenureSort sort, gboolean descending)
{
  GListModel *shown = gtk_column_view_get_columns (self->wide);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  for (guint i = 0; self->columns[i].title && !column; i++)
    if (self->columns[i].sort == sort)
      column = g_list_model_get_item (shown, i + 1); /* behind the check boxes */
  gtk_column_view_sort_by_column (self->wide, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
add_action_column (TenureListView *self)
{
  GtkListItemFactory *factory =
      tenure_list_factory_buttons (&(TenureListCells){ self->session, self->columns, self->actions });
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ ("Actions"), factory);

  gtk_column_view_column_set_fixed_width (column, self->actions->width);
  gtk_column_view_append_column (self->wide, column);
}

static void
clear_columns (TenureListView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->wide);

  gtk_column_view_sort_by_column (self->wide, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->wide, column);
    }
}

static void
set_actions (TenureListView *self, const TenureActionSet *actions)
{
  if (self->menu)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  self->actions = actions;
  if (!actions)
    return;
  self->menu = tenure_action_menu_new ();
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}

void
tenure_list_view_set_columns (TenureListView *self, const TenureColumn *columns, const TenureActionSet *actions)
{
  if (columns == self->columns && actions == self->actions)
    return;
  clear_columns (self);
  set_actions (self, actions);
  self->columns = columns;
  add_check_column (self);
  for (const TenureColumn *column = columns; column->title; column++)
    add_column (self, column);
  if (actions)
    add_action_column (self);
  g_autoptr (GtkListItemFactory) cards =
      tenure_list_factory_cards (&(TenureListCells){ self->session, self->columns, self->actions });
  gtk_list_view_set_factory (self->narrow, cards);
}

void
tenure_list_view_set_hint (TenureListView *self, const TenureEmptyHint *hint)
{
  adw_status_page_set_icon_name (self->empty, hint->icon);
  adw_status_page_set_title (self->empty, _ (hint->title));
  adw_status_page_set_description (self->empty, _ (hint->description));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), hint->button != NULL);
  if (!hint->button)
    return;
  gtk_button_set_label (self->empty_button, _ (hint->button));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->empty_button),
                                          hint->target ? g_variant_new_string (hint->target) : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), hint->action);
}

/* The context menu ----------------------------------------------------------------------------------------------- */

/* On a row that is selected among others the menu acts on the selection, otherwise on the row. */
static gboolean
pop_up (TenureListView *self, GtkListItem *item, const GdkRectangle *at)
{
  TenureRow *row = item ? gtk_list_item_get_item (item) : NULL;
  guint n = tenure_key_selection_count (self->selection);

  if (!self->menu || !row || !tenure_row_record (row))
    return FALSE;
  if (gtk_list_item_get_selected (item) && n > 1)
    tenure_action_menu_show_selection (self->menu, self->actions, n, NULL);
  else
    tenure_action_menu_show_row (self->menu, self->actions, tenure_row_record (row));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
  return TRUE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, TenureListView *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GdkRectangle at = { x, y, 1, 1 };

  if (pop_up (self, tenure_list_factory_item_at (GTK_WIDGET (self), picked), &at))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (!focus || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;
  GdkRectangle at = { bounds.origin.x + 48, bounds.origin.y + bounds.size.height / 2, 1, 1 };
  return pop_up (TENURE_LIST_VIEW (widget), tenure_list_factory_item_at (widget, focus), &at);
}

/* Arrow keys ----------------------------------------------------------------------------------------------------- */

static gboolean
on_moved (gpointer data)
{
  TenureListView *self = data;

  self->moving = 0;
  tenure_key_selection_hold (self->selection, FALSE);
  return G_SOURCE_REMOVE;
}

/* Where each row has a tick, Space ticks it; moving from row to row leaves the ticks alone, as GTK's lists do not. */
static gboolean
on_key (TenureListView *self, guint key, guint code, GdkModifierType state)
{
  static const guint moving[] = {
    GDK_KEY_Up,      GDK_KEY_Down,     GDK_KEY_Left,    GDK_KEY_Right,     GDK_KEY_KP_Up,      GDK_KEY_KP_Down,
    GDK_KEY_KP_Left, GDK_KEY_KP_Right, GDK_KEY_Page_Up, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Up, GDK_KEY_KP_Page_Down,
    GDK_KEY_Home,    GDK_KEY_End,      GDK_KEY_KP_Home, GDK_KEY_KP_End,
  };
  gboolean moves = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (moving); i++)
    moves = moves || key == moving[i];
  if (!moves || state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK) || !self->selection)
    return GDK_EVENT_PROPAGATE;
  tenure_key_selection_hold (self->selection, TRUE);
  if (self->moving == 0)
    self->moving = g_idle_add (on_moved, self);
  return GDK_EVENT_PROPAGATE;
}

/* What rows say by date moves with the clock, their words with their setting. */
static void
on_session_changed (TenureListView *self)
{
  if (self->attached)
    tenure_row_model_set_now (self->model, tenure_session_now (self->session));
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
on_sorter_changed (TenureListView *self)
{
  g_signal_emit (self, signals[SORTED], 0);
}

void
tenure_list_view_set_up (TenureListView *self, TenureSession *session, const char *const *scopes)
{
  self->session = g_object_ref (session);
  self->model = tenure_row_model_new (tenure_session_store (session));
  tenure_row_model_set_scopes (self->model, scopes);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_changing), self, G_CONNECT_SWAPPED);
  self->selection = tenure_key_selection_new (self->model);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->wide), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
tenure_list_view_dispose (GObject *object)
{
  TenureListView *self = TENURE_LIST_VIEW (object);

  g_clear_handle_id (&self->switching, g_source_remove);
  g_clear_handle_id (&self->rising, g_source_remove);
  g_clear_handle_id (&self->moving, g_source_remove);
  g_clear_handle_id (&self->lost, g_source_remove);
  g_clear_handle_id (&self->leaving, g_source_remove);
  if (self->wide)
    {
      self->attached = FALSE;
      gtk_column_view_set_model (self->wide, NULL);
      gtk_list_view_set_model (self->narrow, NULL);
    }
  set_actions (self, NULL);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_LIST_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_pointer (&self->query, tenure_query_free);
  G_OBJECT_CLASS (tenure_list_view_parent_class)->dispose (object);
}

static void
tenure_list_view_class_init (TenureListViewClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_list_view_dispose;
  widget->map = tenure_list_view_map;
  widget->unmap = tenure_list_view_unmap;
  signals[ACTIVATED] = g_signal_new ("activated", TENURE_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, TENURE_TYPE_ROW);
  signals[SORTED] =
      g_signal_new ("sorted", TENURE_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NARROWED] = g_signal_new ("narrowed", TENURE_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-list-view.ui");
  gtk_widget_class_bind_template_child (widget, TenureListView, stack);
  gtk_widget_class_bind_template_child (widget, TenureListView, spinner);
  gtk_widget_class_bind_template_child (widget, TenureListView, wide_window);
  gtk_widget_class_bind_template_child (widget, TenureListView, narrow_window);
  gtk_widget_class_bind_template_child (widget, TenureListView, wide);
  gtk_widget_class_bind_template_child (widget, TenureListView, narrow);
  gtk_widget_class_bind_template_child (widget, TenureListView, empty);
  gtk_widget_class_bind_template_child (widget, TenureListView, empty_button);
  gtk_widget_class_bind_template_callback (widget, on_activate);
  gtk_widget_class_add_binding (widget, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget, GDK_KEY_Menu, 0, on_menu_key, NULL);
}

static void
tenure_list_view_init (TenureListView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->wide_window), "notify::page-size",
                           G_CALLBACK (on_width), self, 0);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->narrow_window), "notify::page-size",
                           G_CALLBACK (on_width), self, 0);
}
