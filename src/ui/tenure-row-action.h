/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with rows of a list: one table a page serves the row's buttons, its menu and the bar's menu. */
#pragma once

#include "tenure-command.h"
#include "tenure-query.h"
#include "tenure-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* the page's own action, which does it with the selected rows: "orders.pay" */
  const char *label; /* marked for translation: "Pay…" */
  gboolean direct;   /* a button in the row; the rest is in its menu */
  gboolean batch;    /* with several rows at once too */
} TenureRowAction;

/** The actions of a page, with what it answers about them. `page` is the widget that has the actions. */
typedef struct
{
  const TenureRowAction *actions; /* ended by one without a name */
  int width;                      /* of the column, in pixels */
  TenureSession *session;
  gpointer page;
  /** Does it with the rows of @keys; takes them (g_strfreev). */
  void (*act) (const TenureRowAction *action, char **keys, gpointer page);
  /** Whether a row has the action at all, by its state or tab; NULL: all have. @record NULL: the selection. */
  gboolean (*offered) (const TenureRowAction *action, const TenureRecord *record, gpointer page);
  /** The command whose plan says whether it is possible with the row, and why not; NULL (or a NULL answer): it is. */
  TenureCommand *(*probe) (const TenureRowAction *action, const TenureRecord *record, gpointer page);
  /** Why it cannot be done with @n selected rows, free with g_free; NULL (or a NULL answer): it can. */
  char *(*refuse) (const TenureRowAction *action, guint n, gpointer page);
} TenureActionSet;

/** Whether the row (or the selection, with @record NULL) has it. */
gboolean tenure_action_set_offers (const TenureActionSet *self, const TenureRowAction *action,
                                   const TenureRecord *record);
/** Why the selection of @n rows cannot be acted on so, or NULL; free with g_free. */
char *tenure_action_set_refuse (const TenureActionSet *self, const TenureRowAction *action, guint n);
/** By its name; NULL when it is none of them. */
const TenureRowAction *tenure_action_set_find (const TenureActionSet *self, const char *name);
/** Does it with one row. */
void tenure_action_set_act (const TenureActionSet *self, const TenureRowAction *action, const TenureRecord *record);

G_END_DECLS
