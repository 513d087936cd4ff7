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

struct _TenureUnsubscribePage
{
  TenurePage parent;
  char **keys; /* of what is being asked about */
  TenureTabs *tabs;
  TenureListPage *list;
  TenureActionSet actions;
};

G_DEFINE_FINAL_TYPE (TenureUnsubscribePage, tenure_unsubscribe_page, TENURE_TYPE_PAGE)

enum
{
  CONDITIONAL,
  FIVE_DAY,
  PERIODS,
  N_TABS,
};

static const struct
{
  const char *name, *title;
  TenureList list;
  TenureEmptyHint hint;
  const char *button;
} tabs[N_TABS] = {
  [CONDITIONAL] = { "conditional",
                    N_ ("In Use"),
                    TENURE_LIST_UNSUBSCRIBE,
                    { "user-trash-symbolic", N_ ("Nothing to Unsubscribe"),
                      N_ ("Resources in use appear here once they are bought."), N_ ("_Services"), "win.go",
                      "services" },
                    N_ ("_Unsubscribe…") },
  [FIVE_DAY] = { "five-day",
                 N_ ("Five-Day"),
                 TENURE_LIST_FIVE_DAY,
                 { "user-trash-symbolic", N_ ("Nothing Started in the Last Five Days"),
                   N_ ("New resources can be given back in full for five days while the yearly quota lasts."), NULL,
                   NULL, NULL },
                 N_ ("_Unsubscribe…") },
  [PERIODS] = { "periods",
                N_ ("Renewal Periods"),
                TENURE_LIST_PERIODS,
                { "view-refresh-symbolic", N_ ("No Renewals Ahead"),
                  N_ ("Renewals that have been paid and have not started appear here."), N_ ("_Renewals"), "win.go",
                  "renewals" },
                N_ ("_Unsubscribe Renewals…") },
};

static const TenureRowAction actions[] = {
  { "unsubscribe.start", N_ ("Unsubscribe…"), TRUE, TRUE },
  { NULL },
};

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

  tenure_plan_dialog_present (GTK_WIDGET (self),
                              tenure_unsubscribe_form_new (session_of (self), (const char *const *)self->keys));
}

static void
unsubscribe_renewals (gpointer data)
{
  TenureUnsubscribePage *self = data;

  tenure_tabs_select (self->tabs, PERIODS);
  tenure_plan_dialog_present (GTK_WIDGET (self),
                              tenure_periods_form_new (session_of (self), (const char *const *)self->keys));
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
  if (tenure_tabs_selected (self->tabs) == PERIODS)
    unsubscribe_renewals (self);
  else
    tenure_lookup_resources_async (session_of (self), (const char *const *)keys, NULL, on_resources,
                                   g_object_ref (self));
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_list_page_act (TENURE_UNSUBSCRIBE_PAGE (widget)->list, action);
}

static void
on_activated (TenureUnsubscribePage *self, TenureRow *row)
{
  if (tenure_row_record (row))
    tenure_action_set_act (&self->actions, &actions[0], tenure_row_record (row));
}

/** Five-day rows go one at a time (A2-21). */
static char *
refuse (const TenureRowAction *action, guint n, gpointer page)
{
  TenureUnsubscribePage *self = page;

  if (tenure_tabs_selected (self->tabs) != FIVE_DAY || n <= 1)
    return NULL;
  return g_strdup_printf (_ ("Within the five days resources are unsubscribed one at a time; %u are selected."), n);
}

static void
on_tab (TenureUnsubscribePage *self)
{
  int tab = tenure_tabs_selected (self->tabs);
  TenureListSetup setup = {
    .list = tabs[tab].list,
    .columns = tenure_columns_for (tabs[tab].list, -1),
    .hint = &tabs[tab].hint,
    .actions = &self->actions,
    .action = "unsubscribe.start",
    .label = _ (tabs[tab].button),
  };

  if (!session_of (self))
    return;
  tenure_list_page_turn (self->list, &setup);
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
show (TenurePage *page, const char *argument)
{
  for (int tab = 0; argument && tab < N_TABS; tab++)
    if (g_str_equal (argument, tabs[tab].name))
      tenure_tabs_select (TENURE_UNSUBSCRIBE_PAGE (page)->tabs, tab);
}

static void
search (TenurePage *page)
{
  tenure_list_page_search (TENURE_UNSUBSCRIBE_PAGE (page)->list);
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
  TENURE_PAGE_CLASS (klass)->show = show;
  TENURE_PAGE_CLASS (klass)->search = search;
  g_type_ensure (TENURE_TYPE_LIST_PAGE);
  g_type_ensure (TENURE_TYPE_TABS);
  gtk_widget_class_install_action (widget, "unsubscribe.start", NULL, on_action);
  gtk_widget_class_add_binding_action (widget, GDK_KEY_Delete, 0, "unsubscribe.start", NULL);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-unsubscribe-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribePage, tabs);
  gtk_widget_class_bind_template_child (widget, TenureUnsubscribePage, list);
  gtk_widget_class_bind_template_callback (widget, on_tab);
  gtk_widget_class_bind_template_callback (widget, on_activated);
}

static void
tenure_unsubscribe_page_init (TenureUnsubscribePage *self)
{
  const char *titles[N_TABS + 1] = { NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int tab = 0; tab < N_TABS; tab++)
    titles[tab] = _ (tabs[tab].title);
  tenure_tabs_set_titles (self->tabs, titles);
}

TenurePage *
tenure_unsubscribe_page_new (TenureSession *session)
{
  static const char *const scopes[] = { "resources", NULL };
  TenureUnsubscribePage *self = g_object_new (TENURE_TYPE_UNSUBSCRIBE_PAGE, "session", session, NULL);

  self->actions = (TenureActionSet){
    .actions = actions, .width = 120, .session = session, .page = self, .act = act, .refuse = refuse
  };
  tenure_list_page_set_up (self->list, session, scopes, NULL, NULL);
  on_tab (self);
  return TENURE_PAGE (self);
}
