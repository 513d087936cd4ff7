/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list with its search, filters and the bar of what can be done with the selected rows. */
#pragma once

#include "tenure-list-view.h"
#include "tenure-plan-dialog.h"

G_BEGIN_DECLS

/** Fills in the filters of a new question. */
typedef void (*TenureListFilter) (TenureQuery *query, gpointer data);
/** Receives the natural keys of the selected rows, frozen; free with g_strfreev. */
typedef void (*TenureListChosen) (char **keys, gpointer data);

/** Signals "activated" (TenureRow *), "selection-changed" (). */
#define TENURE_TYPE_LIST_PAGE (tenure_list_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureListPage, tenure_list_page, TENURE, LIST_PAGE, AdwBin)

void tenure_list_page_set_up (TenureListPage *self, TenureSession *session, const char *const *scopes,
                              TenureListFilter filter, gpointer data);
/** Turns to another list: its columns, hint, what can be done with rows, and the first of it with its label. */
typedef struct
{
  TenureList list;
  const TenureColumn *columns;
  const TenureEmptyHint *hint;
  const TenureActionSet *actions; /* must outlive the page */
  const char *action, *label;     /* the bar's button; its menu has the rest */
} TenureListSetup;
void tenure_list_page_turn (TenureListPage *self, const TenureListSetup *setup);
/** A drop-down that asks again when another choice is made; @choices are translated, NULL-terminated. */
GtkDropDown *tenure_list_page_add_choice (TenureListPage *self, const char *name, const char *const *choices);
/** The same, but whoever adds it asks again. */
GtkDropDown *tenure_list_page_add_plain_choice (TenureListPage *self, const char *name, const char *const *choices);
/** The same as the first for words that are only marked for translation. */
GtkDropDown *tenure_list_page_add_marked (TenureListPage *self, const char *name, const char *const *marked);
/** A tick that asks again. */
GtkCheckButton *tenure_list_page_add_tick (TenureListPage *self, const char *label);
/** Any widget among the filters; the owner calls tenure_list_page_ask when it changes. */
void tenure_list_page_add_filter (TenureListPage *self, GtkWidget *widget);
/** A widget between the filters and the list. */
void tenure_list_page_add_above (TenureListPage *self, GtkWidget *widget);
/** The question with the filters as they are now; free with tenure_query_free. NULL before the page is set up. */
TenureQuery *tenure_list_page_query (TenureListPage *self);
/** Asks with the filters as they are now. */
void tenure_list_page_ask (TenureListPage *self);
guint tenure_list_page_n_selected (TenureListPage *self);
/** Does the action named @name with the selected rows, unless that is refused. */
void tenure_list_page_act (TenureListPage *self, const char *name);
/** Freezes the selection into natural keys; nothing is called while nothing is selected, or when it fails. */
void tenure_list_page_freeze (TenureListPage *self, TenureListChosen chosen, gpointer data);
/** Nothing is selected any more. */
void tenure_list_page_clear (TenureListPage *self);
/** Once @dialog, about @keys, did what it asked, a selection of just these is gone: what left the list stays ticked
 * nowhere, to be acted on unseen with the next. */
void tenure_list_page_spend (TenureListPage *self, char **keys, TenurePlanDialog *dialog);
TenureListView *tenure_list_page_view (TenureListPage *self);
void tenure_list_page_search (TenureListPage *self);
/** Puts @text into the search entry. */
void tenure_list_page_set_search (TenureListPage *self, const char *text);

G_END_DECLS
