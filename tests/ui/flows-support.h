/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trips through the window in process share: waiting, what a person does, a profile to do it in. */
#pragma once

#include <adwaita.h>

#include "tenure-list-page.h"
#include "tenure-plan-dialog.h"
#include "tenure-window.h"

typedef gboolean (*Condition) (gpointer data);

typedef struct
{
  TenureApplication *application;
  TenureWindow *window;
  TenureSession *session;
} Fixture;

/** A button or a text that is looked for below @widget. */
typedef struct
{
  GtkWidget *widget;
  const char *label;
} Sought;

#define wait_for(condition, data) wait_until (condition, data, #condition, __LINE__)
#define ADD(name, function) g_test_add ("/ui/flows/" name, Fixture, NULL, set_up, function, tear_down)

void wait_until (Condition condition, gpointer data, const char *what, int line);
gpointer toplevel_of (GType type);
/** Of the GType. */
gboolean window_open (gpointer type);
gboolean window_closed (gpointer type);
gboolean dialog_open (gpointer data);
gboolean dialog_closed (gpointer data);
gboolean plan_possible (gpointer data);
gboolean pay_form_shown (gpointer data);
gboolean pay_form_planned (gpointer data);
gboolean outcome_known (gpointer data);
gboolean question_asked (gpointer data);
void act (gpointer widget, const char *action);
void go (Fixture *fixture, const char *place);
TenurePlanDialog *wait_for_plan (void);
void close_dialog (TenurePlanDialog *dialog);
void answer_yes (void);
TenureListPage *list_of (Fixture *fixture);
guint rows_of (Fixture *fixture);
gboolean has_rows (gpointer data);
gboolean has_no_rows (gpointer data);
void select_all (Fixture *fixture);
TenureMoney balance_of (Fixture *fixture);
void set_up (Fixture *fixture, gconstpointer data);
void settle (Fixture *fixture, gint64 seconds);
void tear_down (Fixture *fixture, gconstpointer data);
void top_up (Fixture *fixture);
/** Opens the order form of a service; orders what it holds, up to the payment or the outcome. */
TenurePlanDialog *open_order (Fixture *fixture, const char *place);
void submit_order (TenurePlanDialog *dialog);
/** Orders a VPC up to its payment. */
TenurePlanDialog *order_vpc (Fixture *fixture);
void buy (Fixture *fixture);
/** What happens elsewhere: by @kind, at once. */
TenureOutcome *do_elsewhere (Fixture *fixture, TenureCommandKind kind, gconstpointer params);
GtkWidget *button_below (GtkWidget *widget, const char *label);
gboolean is_shown (gpointer data);
gboolean is_refused (gpointer data);
void press (GtkWidget *widget, const char *label);
gboolean says (gpointer data);
/** Runs the tests that @add adds, with an application of their own. */
int run_flows (int argc, char **argv, void (*add) (void));
