/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-list-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-action-menu.h"
#include "tenure-compat.h"
#include "tenure-filter-fold.h"
#include "tenure-lookup.h"
#include "tenure-sort-menu.h"
#include "tenure-text.h"

struct _TenureListPage
{
  AdwBin parent;
  TenureSession *session;
  TenureListFilter filter;
  gpointer filter_data;
  TenureList list;
  const TenureActionSet *actions;
  const char *action;            /* of the bar's button */
  const TenureRowAction *acting; /* waits for the selection to be frozen */
  gboolean updating;             /* the tick "all" follows the selection */
  GCancellable *freezing;

  GtkFlowBox *filters;
  GtkSearchEntry *search;
  GtkBox *above;
  GtkCheckButton *all;
  GtkLabel *count, *selected, *refusal;
  TenureListView *view;
  TenureFilterFold *fold;
  GtkMenuButton *sort;
  GtkRevealer *revealer;
  GtkMenuButton *more;
  GtkButton *act;
};

G_DEFINE_FINAL_TYPE (TenureListPage, tenure_list_page, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  SELECTION_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

TenureListView *
tenure_list_page_view (TenureListPage *self)
{
  return self->view;
}

guint
tenure_list_page_n_selected (TenureListPage *self)
{
  TenureKeySelection *selection = tenure_list_view_selection (self->view);

  return selection ? tenure_key_selection_count (selection) : 0;
}

/* Asking --------------------------------------------------------------------------------------------------------- */

TenureQuery *
tenure_list_page_query (TenureListPage *self)
{
  if (!self->session)
    return NULL;
  TenureQuery *query = tenure_session_query (self->session, self->list);
  g_autofree char *search = tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (*search)
    query->search = g_steal_pointer (&search);
  if (self->filter)
    self->filter (query, self->filter_data);
  return query;
}

void
tenure_list_page_ask (TenureListPage *self)
{
  g_autoptr (TenureQuery) query = tenure_list_page_query (self);

  if (query)
    tenure_list_view_set_query (self->view, query);
  tenure_filter_fold_update (self->fold);
}

static void
on_narrowed (TenureListPage *self, gboolean narrow)
{
  tenure_filter_fold_set_narrow (self->fold, narrow);
}

static void
on_search_changed (TenureListPage *self)
{
  tenure_list_page_ask (self);
}

static void
on_stop_search (TenureListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

void
tenure_list_page_search (TenureListPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
tenure_list_page_set_search (TenureListPage *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}

void
tenure_list_page_add_filter (TenureListPage *self, GtkWidget *widget)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), widget);
  gtk_flow_box_append (self->filters, child);
}

GtkDropDown *
tenure_list_page_add_plain_choice (TenureListPage *self, const char *name, const char *const *choices)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  tenure_name_widget (choice, name);
  gtk_widget_set_tooltip_text (choice, name);
  tenure_list_page_add_filter (self, choice);
  return GTK_DROP_DOWN (choice);
}

GtkDropDown *
tenure_list_page_add_choice (TenureListPage *self, const char *name, const char *const *choices)
{
  GtkDropDown *choice = tenure_list_page_add_plain_choice (self, name, choices);

  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (tenure_list_page_ask), self, G_CONNECT_SWAPPED);
  return choice;
}

GtkDropDown *
tenure_list_page_add_marked (TenureListPage *self, const char *name, const char *const *marked)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; marked[i]; i++)
    g_ptr_array_add (words, (char *)_ (marked[i]));
  g_ptr_array_add (words, NULL);
  return tenure_list_page_add_choice (self, name, (const char *const *)words->pdata);
}

GtkCheckButton *
tenure_list_page_add_tick (TenureListPage *self, const char *label)
{
  GtkWidget *tick = gtk_check_button_new_with_mnemonic (label);

  g_signal_connect_object (tick, "toggled", G_CALLBACK (tenure_list_page_ask), self, G_CONNECT_SWAPPED);
  tenure_list_page_add_filter (self, tick);
  return GTK_CHECK_BUTTON (tick);
}

void
tenure_list_page_add_above (TenureListPage *self, GtkWidget *widget)
{
  gtk_box_append (self->above, widget);
}

/** The bar goes with the last row that was selected: who was in it, or on a button of it that went insensitive before,
 * goes on in the list, or where that has nothing, on the page. */
static void
leave_bar (TenureListPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (root && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      (!focus || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->revealer))))
    tenure_list_view_take_focus (self->view);
}

/* The selection -------------------------------------------------------------------------------------------------- */

static void
show_counts (TenureListPage *self)
{
  guint total = 0, n = tenure_list_page_n_selected (self);

  g_object_get (tenure_list_view_model (self->view), "n-total", &total, NULL);
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", total), total);
  g_autofree char *chosen = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n), n);
  gtk_label_set_text (self->count, rows);
  gtk_label_set_text (self->selected, chosen);
  if (n == 0 && gtk_revealer_get_reveal_child (self->revealer))
    leave_bar (self);
  gtk_revealer_set_reveal_child (self->revealer, n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), total > 0);
  self->updating = TRUE;
  gtk_check_button_set_active (self->all, n > 0 && n == total);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < total);
  self->updating = FALSE;
}

/** The page's actions follow the selection; why the first of them is not possible stands over the bar. */
static void
show_actions (TenureListPage *self)
{
  guint n = tenure_list_page_n_selected (self);

  gtk_label_set_text (self->refusal, "");
  for (const TenureRowAction *action = self->actions ? self->actions->actions : NULL; action && action->name; action++)
    {
      g_autofree char *reason = n > 0 ? tenure_action_set_refuse (self->actions, action, n) : NULL;
      gboolean offered = tenure_action_set_offers (self->actions, action, NULL);

      gtk_widget_action_set_enabled (self->actions->page, action->name, offered && n > 0 && !reason);
      if (reason && g_strcmp0 (action->name, self->action) == 0)
        gtk_label_set_text (self->refusal, reason);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), *gtk_label_get_text (self->refusal));
}

static void
on_more (GtkMenuButton *more, gpointer data)
{
  TenureListPage *self = data;
  TenureActionMenu *menu = TENURE_ACTION_MENU (gtk_menu_button_get_popover (more));

  if (!menu)
    {
      menu = tenure_action_menu_new ();
      gtk_menu_button_set_popover (more, GTK_WIDGET (menu));
    }
  if (self->actions)
    tenure_action_menu_show_selection (menu, self->actions, tenure_list_page_n_selected (self), self->action);
}

static void
on_selection_changed (TenureListPage *self)
{
  show_actions (self);
  show_counts (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_all_toggled (TenureListPage *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (tenure_list_view_selection (self->view));

  if (self->updating)
    return;
  if (gtk_check_button_get_active (self->all))
    gtk_selection_model_select_all (selection);
  else
    gtk_selection_model_unselect_all (selection);
}

void
tenure_list_page_clear (TenureListPage *self)
{
  tenure_key_selection_clear (tenure_list_view_selection (self->view));
}

void
tenure_list_page_spend (TenureListPage *self, char **keys, TenurePlanDialog *dialog)
{
  if (g_strv_length (keys) == tenure_list_page_n_selected (self))
    g_signal_connect_object (dialog, "done", G_CALLBACK (tenure_list_page_clear), self, G_CONNECT_SWAPPED);
}

static void
on_activated (TenureListPage *self, TenureRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, row);
}

typedef struct
{
  TenureListPage *page;
  TenureListChosen chosen;
  gpointer data;
} Freeze;

static void
on_frozen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Freeze *freeze = data;
  g_autoptr (TenureListPage) self = freeze->page;
  g_autoptr (GError) error = NULL;
  char **keys = tenure_lookup_keys_finish (TENURE_SESSION (source), result, &error);

  if (keys && gtk_widget_get_root (GTK_WIDGET (self)))
    freeze->chosen (keys, freeze->data);
  else if (error)
    tenure_tell_error (GTK_WIDGET (self), _ ("The Selection Could Not Be Read"), error);
  else
    g_strfreev (keys);
}

void
tenure_list_page_freeze (TenureListPage *self, TenureListChosen chosen, gpointer data)
{
  const TenureQuery *query = tenure_list_view_query (self->view);
  g_autoptr (GArray) ids = tenure_key_selection_freeze (tenure_list_view_selection (self->view));
  Freeze *freeze;

  if (ids->len == 0 || !query)
    return;
  freeze = g_new (Freeze, 1);
  *freeze = (Freeze){ g_object_ref (self), chosen, data };
  g_cancellable_cancel (self->freezing);
  g_clear_object (&self->freezing);
  self->freezing = g_cancellable_new ();
  tenure_lookup_keys_async (self->session, query, ids, self->freezing, on_frozen, freeze);
}

static void
on_chosen (char **keys, gpointer data)
{
  TenureListPage *self = data;

  self->actions->act (self->acting, keys, self->actions->page);
}

void
tenure_list_page_act (TenureListPage *self, const char *name)
{
  const TenureRowAction *action = self->actions ? tenure_action_set_find (self->actions, name) : NULL;
  g_autofree char *reason =
      action ? tenure_action_set_refuse (self->actions, action, tenure_list_page_n_selected (self)) : NULL;

  if (!action || reason)
    return;
  self->acting = action;
  tenure_list_page_freeze (self, on_chosen, self);
}

/** Whether the bar's menu has anything besides the bar's button. */
static gboolean
has_more (TenureListPage *self)
{
  for (const TenureRowAction *action = self->actions ? self->actions->actions : NULL; action && action->name; action++)
    if (tenure_action_set_offers (self->actions, action, NULL) && g_strcmp0 (action->name, self->action) != 0)
      return TRUE;
  return FALSE;
}

/* Life ----------------------------------------------------------------------------------------------------------- */

void
tenure_list_page_turn (TenureListPage *self, const TenureListSetup *setup)
{
  self->list = setup->list;
  tenure_list_view_set_hint (self->view, setup->hint);
  self->actions = setup->actions;
  self->action = setup->action;
  tenure_list_view_set_columns (self->view, setup->columns, setup->actions);
  tenure_sort_menu_set_columns (self->sort, setup->columns);
  gtk_button_set_label (self->act, setup->label);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->act), setup->action);
  gtk_widget_set_visible (GTK_WIDGET (self->more), has_more (self));
  tenure_key_selection_clear (tenure_list_view_selection (self->view));
  show_actions (self);
  tenure_list_page_ask (self);
}

void
tenure_list_page_set_up (TenureListPage *self, TenureSession *session, const char *const *scopes,
                         TenureListFilter filter, gpointer data)
{
  self->session = g_object_ref (session);
  self->filter = filter;
  self->filter_data = data;
  tenure_list_view_set_up (self->view, session, scopes);
  tenure_sort_menu_set_up (self->sort, self->view);
  g_signal_connect_object (tenure_list_view_selection (self->view), "changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tenure_list_view_model (self->view), "notify::n-total", G_CALLBACK (show_counts), self,
                           G_CONNECT_SWAPPED);
}

static void
tenure_list_page_dispose (GObject *object)
{
  TenureListPage *self = TENURE_LIST_PAGE (object);

  g_cancellable_cancel (self->freezing);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_LIST_PAGE);
  g_clear_object (&self->freezing);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_list_page_parent_class)->dispose (object);
}

static void
tenure_list_page_class_init (TenureListPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_list_page_dispose;
  signals[ACTIVATED] = g_signal_new ("activated", TENURE_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, TENURE_TYPE_ROW);
  signals[SELECTION_CHANGED] =
      g_signal_new ("selection-changed", TENURE_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (TENURE_TYPE_LIST_VIEW);
  g_type_ensure (TENURE_TYPE_FILTER_FOLD);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-list-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureListPage, filters);
  gtk_widget_class_bind_template_child (widget, TenureListPage, search);
  gtk_widget_class_bind_template_child (widget, TenureListPage, above);
  gtk_widget_class_bind_template_child (widget, TenureListPage, all);
  gtk_widget_class_bind_template_child (widget, TenureListPage, count);
  gtk_widget_class_bind_template_child (widget, TenureListPage, selected);
  gtk_widget_class_bind_template_child (widget, TenureListPage, refusal);
  gtk_widget_class_bind_template_child (widget, TenureListPage, view);
  gtk_widget_class_bind_template_child (widget, TenureListPage, fold);
  gtk_widget_class_bind_template_child (widget, TenureListPage, sort);
  gtk_widget_class_bind_template_child (widget, TenureListPage, revealer);
  gtk_widget_class_bind_template_child (widget, TenureListPage, more);
  gtk_widget_class_bind_template_child (widget, TenureListPage, act);
  gtk_widget_class_bind_template_callback (widget, on_search_changed);
  gtk_widget_class_bind_template_callback (widget, on_stop_search);
  gtk_widget_class_bind_template_callback (widget, on_all_toggled);
  gtk_widget_class_bind_template_callback (widget, tenure_list_page_clear);
  gtk_widget_class_bind_template_callback (widget, on_activated);
  gtk_widget_class_bind_template_callback (widget, tenure_list_page_ask);
  gtk_widget_class_bind_template_callback (widget, on_narrowed);
}

static void
tenure_list_page_init (TenureListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_filter_fold_set_filters (self->fold, self->filters);
  gtk_menu_button_set_create_popup_func (self->more, on_more, self, NULL);
  tenure_name_widget (GTK_WIDGET (self->more), _ ("More actions"));
  tenure_name_widget (GTK_WIDGET (self->all), _ ("Select all"));
}
