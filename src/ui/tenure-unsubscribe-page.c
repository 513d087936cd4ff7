/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-unsubscribe-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-list-page.h"
#include "tenure-lookup.h"
#include "tenure-periods-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-records.h"
#include "tenure-tabs.h"
#include "tenure-unsubscribe-form.h"
#include "tenure-value-choice.h"

/* The three pages of the guide, each with its lists. */
enum
{
  IN_USE,
  NOT_EFFECTIVE,
  PERIODS,
  N_PLACES,
};
#define MOST_VIEWS 3

struct _TenureUnsubscribePage
{
  TenurePage parent;
  char **keys; /* of what is being asked about */
  TenureTabs *tabs, *lists[N_PLACES];
  TenureListPage *list;
  TenureActionSet actions;
  TenureValueChoice product, region;
  GtkDropDown *left; /* 倒计时 of the five days */
  GtkBox *head;
};

G_DEFINE_FINAL_TYPE (TenureUnsubscribePage, tenure_unsubscribe_page, TENURE_TYPE_PAGE)

/** One list: what is shown, and what is done with its rows; without a button it is 不可退订. */
typedef struct
{
  const char *name, *title;
  TenureList list;
  int refused; /* of TenureQuery: by what the rules say */
  TenureEmptyHint hint;
  const char *button;
} View;

#define SERVICES N_ ("_Services"), "win.go", "services"
#define NO_BUTTON NULL, NULL, NULL
static const TenureEmptyHint none_refused = { "emblem-ok-symbolic", N_ ("Nothing Is Refused"),
                                              N_ ("What cannot be unsubscribed appears here with the reason."),
                                              NO_BUTTON };

static const View views[N_PLACES][MOST_VIEWS] = {
  [IN_USE] = { { "conditional",
                 N_ ("Conditional"),
                 TENURE_LIST_UNSUBSCRIBE,
                 0,
                 { "user-trash-symbolic", N_ ("Nothing to Unsubscribe"),
                   N_ ("Resources in use appear here once they are bought."), SERVICES },
                 N_ ("_Batch Unsubscribe…") },
               { "five-day",
                 N_ ("Five-Day"),
                 TENURE_LIST_FIVE_DAY,
                 0,
                 { "user-trash-symbolic", N_ ("Nothing Started in the Last Five Days"),
                   N_ ("New resources can be given back in full for five days while the yearly quota lasts."),
                   NO_BUTTON },
                 N_ ("_Unsubscribe…") },
               { "refused", N_ ("Not Possible"), TENURE_LIST_REFUSED, 1, { NULL }, NULL } },
  [NOT_EFFECTIVE] = { { "pending",
                        N_ ("Possible"),
                        TENURE_LIST_PENDING,
                        0,
                        { "package-x-generic-symbolic", N_ ("Nothing Starts Later"),
                          N_ ("Packages bought to start on a later date appear here until they start."), SERVICES },
                        N_ ("_Batch Unsubscribe…") },
                      { "pending-refused", N_ ("Not Possible"), TENURE_LIST_PENDING, 1, { NULL }, NULL } },
  [PERIODS] = { { "periods",
                  N_ ("Possible"),
                  TENURE_LIST_PERIODS,
                  0,
                  { "view-refresh-symbolic", N_ ("No Renewals Ahead"),
                    N_ ("Renewals that have been paid and have not started appear here."), N_ ("_Renewals"), "win.go",
                    "renewals" },
                  N_ ("_Batch Unsubscribe…") },
                { "periods-refused", N_ ("Not Possible"), TENURE_LIST_PERIODS, 1, { NULL }, NULL } },
};
static const char *const place_titles[] = { N_ ("In Use"), N_ ("Not Effective"), N_ ("Unsubscribe Renewals") };

static const struct
{
  const char *word;
  int hours;
} lefts[] = { { N_ ("Any time left"), -1 },
              { N_ ("Less than 1 day left"), 24 },
              { N_ ("Less than 2 days left"), 48 },
              { N_ ("Less than 3 days left"), 72 } };

static const TenureRowAction actions[] = {
  { "unsubscribe.start", N_ ("Unsubscribe Resource…"), TRUE, TRUE },
  { "unsubscribe.periods", N_ ("Unsubscribe Renewals…"), TRUE, TRUE },
  { NULL },
};

static const View *
view_of (TenureUnsubscribePage *self)
{
  int place = tenure_tabs_selected (self->tabs);

  return &views[place][tenure_tabs_selected (self->lists[place])];
}

/** 退订资源, of renewals 退订续费周期. */
static const TenureRowAction *
action_of (const View *view)
{
  return &actions[view->list == TENURE_LIST_PERIODS ? 1 : 0];
}

static TenureSession *
session_of (TenureUnsubscribePage *self)
{
  return tenure_page_session (TENURE_PAGE (self));
}

/* Unsubscribing -------------------------------------------------------------------------------------------------- */

static void
unsubscribe_resources (gpointer data)
{
  TenureUnsubscribePage *self = data;

  tenure_list_page_spend (
      self->list, self->keys,
      tenure_plan_dialog_present (GTK_WIDGET (self),
                                  tenure_unsubscribe_form_new (session_of (self), (const char *const *)self->keys,
                                                               view_of (self)->list == TENURE_LIST_PENDING)));
}

static void
unsubscribe_renewals (gpointer data)
{
  TenureUnsubscribePage *self = data;

  tenure_tabs_select (self->lists[PERIODS], 0);
  tenure_tabs_select (self->tabs, PERIODS);
  tenure_list_page_spend (
      self->list, self->keys,
      tenure_plan_dialog_present (GTK_WIDGET (self),
                                  tenure_periods_form_new (session_of (self), (const char *const *)self->keys)));
}

static gboolean
has_renewals (const GPtrArray *resources, TenureTime now)
{
  for (guint i = 0; i < resources->len; i++)
    {
      const TenureResource *resource = resources->pdata[i];

      for (guint j = 0; j < resource->n_terms; j++)
        if (!resource->terms[j].refunded && resource->terms[j].start > now)
          return TRUE;
    }
  return FALSE;
}

/** With renewals ahead it is asked which of the two is meant (A2-28). */
static void
on_resources (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureUnsubscribePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resources = tenure_lookup_resources_finish (TENURE_SESSION (source), result, &error);
  TenureQuestion question = {
    .heading = _ ("There Are Renewals Ahead"),
    .body = _ ("Unsubscribing a resource gives back its renewals that have not started too. To keep the resource and "
               "give back renewals only, unsubscribe those."),
    .yes = _ ("Unsubscribe _Resources"),
    .no = _ ("_Not Now"),
    .other = _ ("Unsubscribe Re_newals"),
    .on_other = unsubscribe_renewals,
  };

  if (!gtk_widget_get_root (GTK_WIDGET (self)))
    return;
  if (error)
    tenure_tell_error (GTK_WIDGET (self), _ ("The Resources Could Not Be Read"), error);
  else if (has_renewals (resources, tenure_session_now (session_of (self))))
    tenure_ask (GTK_WIDGET (self), &question, unsubscribe_resources, self);
  else
    unsubscribe_resources (self);
}

static void
act (const TenureRowAction *action, char **keys, gpointer page)
{
  TenureUnsubscribePage *self = page;

  g_strfreev (self->keys);
  self->keys = keys;
  if (!keys[0])
    return;
  if (view_of (self)->list == TENURE_LIST_PERIODS)
    unsubscribe_renewals (self);
  else if (view_of (self)->list == TENURE_LIST_PENDING)
    unsubscribe_resources (self);
  else
    tenure_lookup_resources_async (session_of (self), (const char *const *)keys, NULL, on_resources,
                                   g_object_ref (self));
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_list_page_act (TENURE_UNSUBSCRIBE_PAGE (widget)->list, action);
}

static gboolean
on_delete (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  TenureUnsubscribePage *self = TENURE_UNSUBSCRIBE_PAGE (widget);

  if (view_of (self)->button)
    tenure_list_page_act (self->list, action_of (view_of (self))->name);
  return TRUE;
}

static void
on_activated (TenureUnsubscribePage *self, TenureRow *row)
{
  if (tenure_row_record (row) && view_of (self)->button)
    tenure_action_set_act (&self->actions, action_of (view_of (self)), tenure_row_record (row));
}

/** Five-day rows go one at a time (A2-21). */
static char *
refuse (const TenureRowAction *action, guint n, gpointer page)
{
  TenureUnsubscribePage *self = page;

  if (view_of (self)->list != TENURE_LIST_FIVE_DAY || n <= 1)
    return NULL;
  return g_strdup_printf (_ ("Within the five days resources are unsubscribed one at a time; %u are selected."), n);
}

static gboolean
offered (const TenureRowAction *action, const TenureRecord *record, gpointer page)
{
  const View *view = view_of (page);

  return view->button != NULL && action == action_of (view);
}

/** The rows that each list of the place has, whatever is looked for in the one that is shown. */
static void
count (TenureUnsubscribePage *self)
{
  int place = tenure_tabs_selected (self->tabs);
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_query_free);

  if (!session_of (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (int i = 0; i < MOST_VIEWS && views[place][i].name; i++)
    {
      TenureQuery *query = tenure_session_query (session_of (self), views[place][i].list);

      query->refused = views[place][i].refused;
      g_ptr_array_add (queries, query);
    }
  tenure_tabs_count (self->lists[place], session_of (self), queries);
}

static void
filter (TenureQuery *query, gpointer data)
{
  TenureUnsubscribePage *self = data;
  const View *view = view_of (self);

  query->refused = view->refused;
  query->product = g_strdup (tenure_value_choice_get (&self->product));
  query->region = g_strdup (tenure_value_choice_get (&self->region));
  if (view->list == TENURE_LIST_FIVE_DAY)
    query->hours_left = lefts[gtk_drop_down_get_selected (self->left)].hours;
}

static void
on_tab (TenureUnsubscribePage *self)
{
  int place = tenure_tabs_selected (self->tabs);

  if (!session_of (self))
    return;
  const View *view = view_of (self);
  TenureListSetup setup = {
    .list = view->list,
    .columns = view->button ? tenure_columns_for (view->list, -1) : tenure_columns_for_refused (),
    .hint = view->button ? &view->hint : &none_refused,
    .actions = view->button ? &self->actions : NULL,
    .action = view->button ? action_of (view)->name : NULL,
    .label = view->button ? _ (view->button) : NULL,
  };

  for (int i = 0; i < N_PLACES; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->lists[i]), i == place);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->left)), view->list == TENURE_LIST_FIVE_DAY);
  tenure_list_page_turn (self->list, &setup);
  count (self);
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
show (TenurePage *page, const char *argument)
{
  TenureUnsubscribePage *self = TENURE_UNSUBSCRIBE_PAGE (page);

  for (int place = 0; argument && place < N_PLACES; place++)
    for (int i = 0; i < MOST_VIEWS && views[place][i].name; i++)
      if (g_str_equal (argument, views[place][i].name))
        {
          tenure_tabs_select (self->lists[place], i);
          tenure_tabs_select (self->tabs, place);
        }
}

static void
search (TenurePage *page)
{
  tenure_list_page_search (TENURE_UNSUBSCRIBE_PAGE (page)->list);
}

static void
tenure_unsubscribe_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenure_unsubscribe_page_parent_class)->map (widget);
  count (TENURE_UNSUBSCRIBE_PAGE (widget));
}

static void
tenure_unsubscribe_page_dispose (GObject *object)
{
  TenureUnsubscribePage *self = TENURE_UNSUBSCRIBE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_UNSUBSCRIBE_PAGE);
  g_clear_pointer (&self->keys, g_strfreev);
  G_OBJECT_CLASS (tenure_unsubscribe_page_parent_class)->dispose (object);
}

static void
tenure_unsubscribe_page_class_init (TenureUnsubscribePageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_unsubscribe_page_dispose;
  widget->map = tenure_unsubscribe_page_map;
  TENURE_PAGE_CLASS (klass)->show = show;
  TENURE_PAGE_CLASS (klass)->search = search;
  g_type_ensure (TENURE_TYPE_LIST_PAGE);
  g_type_ensure (TENURE_TYPE_TABS);
  for (const TenureRowAction *action = actions; action->name; action++)
    gtk_widget_class_install_action (widget, action->name, NULL, on_action);
  gtk_widget_class_add_binding (widget, GDK_KEY_Delete, 0, on_delete, NULL);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-unsubscribe-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribePage, tabs);
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribePage, list);
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribePage, head);
  gtk_widget_class_bind_template_callback (widget, on_tab);
  gtk_widget_class_bind_template_callback (widget, on_activated);
}

static void
add_lists (TenureUnsubscribePage *self, int place)
{
  const char *titles[MOST_VIEWS + 1] = { NULL };

  for (int i = 0; i < MOST_VIEWS && views[place][i].name; i++)
    titles[i] = _ (views[place][i].title);
  self->lists[place] = g_object_new (TENURE_TYPE_TABS, NULL);
  tenure_tabs_set_titles (self->lists[place], titles);
  g_signal_connect_object (self->lists[place], "notify::selected", G_CALLBACK (on_tab), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->head, GTK_WIDGET (self->lists[place]));
}

static void
tenure_unsubscribe_page_init (TenureUnsubscribePage *self)
{
  const char *titles[N_PLACES + 1] = { NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int place = 0; place < N_PLACES; place++)
    titles[place] = _ (place_titles[place]);
  tenure_tabs_set_titles (self->tabs, titles);
  for (int place = 0; place < N_PLACES; place++)
    add_lists (self, place);
}

static void
add_filters (TenureUnsubscribePage *self, TenureSession *session)
{
  const char *words[G_N_ELEMENTS (lefts) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (lefts); i++)
    words[i] = _ (lefts[i].word);
  tenure_value_choice_add (&self->product, self->list, session, TENURE_LIST_UNSUBSCRIBE, "product");
  tenure_value_choice_add (&self->region, self->list, session, TENURE_LIST_UNSUBSCRIBE, "region");
  self->left = tenure_list_page_add_choice (self->list, _ ("Time left of the five days"), words);
}

TenurePage *
tenure_unsubscribe_page_new (TenureSession *session)
{
  static const char *const scopes[] = { "resources", NULL };
  TenureUnsubscribePage *self = g_object_new (TENURE_TYPE_UNSUBSCRIBE_PAGE, "session", session, NULL);

  self->actions = (TenureActionSet){
    .actions = actions, .width = 185, .session = session, .page = self, .act = act, .offered = offered, .refuse = refuse
  };
  add_filters (self, session);
  tenure_list_page_set_up (self->list, session, scopes, filter, self);
  g_signal_connect_object (session, "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  on_tab (self);
  return TENURE_PAGE (self);
}
