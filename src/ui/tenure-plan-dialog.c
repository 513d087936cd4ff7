/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-error.h"
#include "tenure-keys.h"
#include "tenure-notice-bar.h"
#include "tenure-order-window.h"
#include "tenure-plan-view.h"
#include "tenure-top-up-form.h"
#include "tenure-window.h"
#include "tenure-wording.h"

#define ORDERS_SHOWN 3
/* What the dialog holds, in pixels. */
#define WIDTH(words) ((words)->wide ? 740 : 560)
#define HEIGHT(words) ((words)->wide ? 760 : 640)
#define MARGINS 60

typedef enum
{
  STATE_PLANNING, /* no plan for what is chosen now */
  STATE_PLANNED,
  STATE_APPLYING,
  STATE_DONE,
} State;

struct _TenurePlanDialog
{
  AdwWindow parent;
  TenurePlanForm *form;
  TenureCommand *command;
  TenurePlan *plan;
  TenureOutcome *outcome;
  State state;
  gboolean second_step, stale;
  GCancellable *cancellable; /* of the plan being made, or of the apply */
  guint again;               /* source: the plan holds no longer */
  guint inhibited;

  AdwWindowTitle *title;
  GtkButton *close_button, *back_button, *apply_button, *proceed_button, *top_up;
  GtkSpinner *spinner;
  TenureNoticeBar *notice;
  GtkStack *stack;
  AdwBin *form_bin, *tail_bin;
  AdwClamp *clamp;
  TenurePlanView *view;
  GtkCheckButton *agree;
  GtkLabel *chosen, *agree_label, *status, *totals, *consequences;
  GtkBox *orders, *body;
  GtkProgressBar *progress;
  AdwStatusPage *done;
};

G_DEFINE_FINAL_TYPE (TenurePlanDialog, tenure_plan_dialog, ADW_TYPE_WINDOW)

static guint done_signal;

static void replan (TenurePlanDialog *self);

TenurePlanForm *
tenure_plan_dialog_form (TenurePlanDialog *self)
{
  return self->form;
}

TenurePlan *
tenure_plan_dialog_plan (TenurePlanDialog *self)
{
  return self->state == STATE_PLANNING ? NULL : self->plan;
}

TenureOutcome *
tenure_plan_dialog_outcome (TenurePlanDialog *self)
{
  return self->outcome;
}

static TenurePlatform *
platform_of (TenurePlanDialog *self)
{
  return tenure_session_platform (tenure_plan_form_session (self->form));
}

/* What is on the screen ------------------------------------------------------------------------------------------ */

/** Whether what must be ticked is, and the form has all that it needs. */
static gboolean
agreed (TenurePlanDialog *self)
{
  return (!tenure_plan_form_words (self->form)->agreement || gtk_check_button_get_active (self->agree)) &&
         tenure_plan_form_ready (self->form, NULL);
}

static void
show_controls (TenurePlanDialog *self)
{
  const TenurePlanWords *words = tenure_plan_form_words (self->form);
  gboolean planned = self->state == STATE_PLANNED, first = words->proceed && !self->second_step;
  gboolean done = self->state == STATE_DONE;

  gtk_widget_set_visible (GTK_WIDGET (self->form_bin), !self->second_step);
  gtk_widget_set_visible (GTK_WIDGET (self->tail_bin), adw_bin_get_child (self->tail_bin) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), self->second_step && *gtk_label_get_text (self->chosen));
  gtk_widget_set_visible (GTK_WIDGET (self->agree), words->agreement && !first);
  gtk_widget_set_visible (GTK_WIDGET (self->proceed_button), first && !done);
  gtk_widget_set_visible (GTK_WIDGET (self->apply_button), !first && !done);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), self->second_step && !done);
  gtk_widget_set_visible (GTK_WIDGET (self->close_button), !self->second_step || done);
  gtk_widget_set_visible (GTK_WIDGET (self->view), !first && self->plan && self->plan->items->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->body), self->state != STATE_APPLYING);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), self->state == STATE_APPLYING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.apply",
                                 planned && !first && agreed (self) && tenure_plan_possible (self->plan));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.proceed",
                                 planned && first && tenure_plan_possible (self->plan));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.back", self->second_step && self->state != STATE_APPLYING);
  gtk_button_set_label (self->close_button, done ? _ ("_Close") : _ ("_Cancel"));
  gtk_button_set_label (self->apply_button, self->stale ? _ ("Accept and _Continue") : words->apply);
  gtk_spinner_set_spinning (self->spinner, self->state == STATE_PLANNING || self->state == STATE_APPLYING);
}

static void
set_state (TenurePlanDialog *self, State state)
{
  self->state = state;
  show_controls (self);
}

static void
show_status (TenurePlanDialog *self, const char *text)
{
  gtk_widget_set_css_classes (GTK_WIDGET (self->status), (const char *[]){ "error", NULL });
  gtk_label_set_text (self->status, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), text && *text);
}

static void
show_refusals (TenurePlanDialog *self)
{
  g_autofree char *reasons = tenure_plan_reasons (self->plan);
  g_autoptr (GError) error = NULL;

  if (!*reasons)
    tenure_plan_form_ready (self->form, &error);
  show_status (self, error ? error->message : reasons);
}

static gboolean
on_again (gpointer data)
{
  TenurePlanDialog *self = data;

  self->again = 0;
  if (self->state == STATE_PLANNED)
    replan (self);
  return G_SOURCE_REMOVE;
}

static void
arm_again (TenurePlanDialog *self)
{
  TenureTime left;

  g_clear_handle_id (&self->again, g_source_remove);
  if (self->plan->holds_until == TENURE_TIME_UNKNOWN)
    return;
  left = self->plan->holds_until - tenure_platform_now (platform_of (self));
  if (left < TENURE_DAY_SECONDS)
    self->again = g_timeout_add_seconds (MAX (left, 0) + 1, on_again, self);
}

static void
show_plan (TenurePlanDialog *self)
{
  g_autofree char *totals = self->plan ? tenure_plan_totals (self->plan) : g_strdup ("");
  g_autofree char *consequences = self->plan ? tenure_plan_consequences (self->plan) : g_strdup ("");
  gboolean is_short = self->plan && self->plan->balance_before != TENURE_MONEY_UNKNOWN &&
                      self->plan->to_pay - tenure_plan_from_coupons (self->plan) > self->plan->balance_before;

  gtk_label_set_text (self->totals, totals);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), *totals != '\0' || is_short);
  gtk_label_set_text (self->consequences, consequences);
  gtk_widget_set_visible (GTK_WIDGET (self->consequences), *consequences != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->top_up), is_short);
  tenure_plan_view_show (self->view, tenure_plan_form_session (self->form), self->plan);
  tenure_plan_form_show_plan (self->form, self->plan);
  if (!self->plan)
    return;
  show_refusals (self);
  arm_again (self);
}

/** Says so when @refused, or when none of several items goes ahead, each for a reason of its own. */
static gboolean
show_impossible (TenurePlanDialog *self, gboolean refused)
{
  if (!refused && (self->plan->items->len < 2 || self->plan->refusals->len || tenure_plan_possible (self->plan)))
    return FALSE;
  tenure_notice_bar_show (self->notice, _ ("This is not possible any more. Nothing was done."),
                          tenure_plan_form_words (self->form)->back);
  return TRUE;
}

/* Planning ------------------------------------------------------------------------------------------------------- */

static void
forget_plan (TenurePlanDialog *self)
{
  g_clear_pointer (&self->plan, tenure_plan_unref);
  show_plan (self);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenurePlanDialog) self = data;
  g_autoptr (GError) error = NULL;
  TenurePlan *plan = tenure_platform_plan_finish (TENURE_PLATFORM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->form)
    {
      g_clear_pointer (&plan, tenure_plan_unref);
      return;
    }
  g_clear_pointer (&self->plan, tenure_plan_unref);
  self->plan = plan;
  show_plan (self);
  if (!plan)
    show_status (self, error->message);
  else if (tenure_plan_form_words (self->form)->back)
    show_impossible (self, FALSE);
  set_state (self, plan ? STATE_PLANNED : STATE_PLANNING);
  gtk_spinner_set_spinning (self->spinner, FALSE);
}

static void
stop_work (TenurePlanDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->again, g_source_remove);
}

static void
replan (TenurePlanDialog *self)
{
  g_autoptr (GError) error = NULL;

  stop_work (self);
  self->stale = FALSE;
  tenure_notice_bar_show (self->notice, NULL, NULL);
  g_clear_pointer (&self->command, tenure_command_unref);
  self->command = tenure_plan_form_build (self->form, &error);
  set_state (self, STATE_PLANNING);
  if (!self->command)
    {
      forget_plan (self);
      show_status (self, error->message);
      if (g_error_matches (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING)) /* still to be chosen: no error */
        gtk_widget_set_css_classes (GTK_WIDGET (self->status), (const char *[]){ "dim-label", NULL });
      gtk_spinner_set_spinning (self->spinner, FALSE);
      return;
    }
  self->cancellable = g_cancellable_new ();
  tenure_platform_plan_async (platform_of (self), self->command, self->cancellable, NULL, NULL, on_planned,
                              g_object_ref (self));
}

static void
on_form_changed (TenurePlanDialog *self)
{
  if (self->state == STATE_PLANNING || self->state == STATE_PLANNED)
    replan (self);
}

static void
on_session_changed (TenurePlanDialog *self)
{
  if (self->state == STATE_PLANNED && !self->stale)
    replan (self);
}

/* Outcomes ------------------------------------------------------------------------------------------------------- */

static void set_form (TenurePlanDialog *self, TenurePlanForm *form);

static void
show_differences (TenurePlanDialog *self)
{
  g_autofree char *text = tenure_plan_differences (self->outcome);

  self->stale = TRUE;
  tenure_notice_bar_show (self->notice, text, NULL);
}

static void
finish_page (TenurePlanDialog *self)
{
  const TenurePlanWords *words = tenure_plan_form_words (self->form);
  g_autoptr (GPtrArray) orders = tenure_plan_orders_to_tell (self->outcome);
  g_autofree char *balance = tenure_plan_consequences (self->outcome->plan);

  adw_status_page_set_title (self->done, words->done);
  adw_status_page_set_description (self->done, balance);
  for (guint i = 0; i < MIN (orders->len, ORDERS_SHOWN); i++)
    gtk_box_append (self->orders, tenure_order_button_new (tenure_plan_form_session (self->form), orders->pdata[i],
                                                           orders->len == 1));
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->close_button));
  gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
}

static void
finish (TenurePlanDialog *self)
{
  const TenurePlanWords *words = tenure_plan_form_words (self->form);
  TenurePlanForm *next = tenure_plan_form_next (self->form, self->outcome);

  set_state (self, STATE_DONE);
  g_signal_emit (self, done_signal, 0);
  if (next)
    {
      set_form (self, next);
      tenure_keys_start (GTK_WIDGET (self->form_bin));
      return;
    }
  if (!words->toast)
    {
      finish_page (self);
      return;
    }
  tenure_window_toast (GTK_WIDGET (self), words->toast, words->place ? _ ("Show") : NULL, words->place);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
take_outcome (TenurePlanDialog *self, TenureOutcome *outcome)
{
  g_clear_pointer (&self->outcome, tenure_outcome_unref);
  self->outcome = outcome;
  if (outcome->status == TENURE_OUTCOME_DONE || outcome->status == TENURE_OUTCOME_REPEATED)
    {
      finish (self);
      return;
    }
  tenure_plan_unref (self->plan);
  self->plan = tenure_plan_ref (outcome->plan);
  show_plan (self);
  if (!show_impossible (self, outcome->status != TENURE_OUTCOME_STALE))
    show_differences (self);
  set_state (self, STATE_PLANNED);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenurePlanDialog) self = data;
  g_autoptr (GError) error = NULL;
  TenureOutcome *outcome = tenure_platform_apply_finish (TENURE_PLATFORM (source), result, &error);

  tenure_release (self->inhibited);
  if (outcome)
    {
      take_outcome (self, outcome);
      return;
    }
  set_state (self, STATE_PLANNED);
  show_status (self, error->message);
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  TenurePlanDialog *self = data;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress, (double)done / total);
  else
    gtk_progress_bar_pulse (self->progress);
}

/** The button is insensitive from here until the outcome; and the command's id makes a second time the first. */
static void
apply (gpointer data)
{
  TenurePlanDialog *self = data;

  if (self->state != STATE_PLANNED)
    return;
  stop_work (self);
  /* Not in an entry that becomes insensitive with it: GTK 4.8's goes on blinking. */
  gtk_widget_grab_focus (GTK_WIDGET (self->apply_button));
  set_state (self, STATE_APPLYING);
  show_status (self, NULL);
  self->cancellable = g_cancellable_new ();
  self->inhibited = tenure_hold (GTK_WINDOW (self), _ ("An order is being carried out"));
  tenure_platform_apply_async (platform_of (self), self->command, self->plan, NULL, self->cancellable, on_progress,
                               self, on_applied, g_object_ref (self));
}

/* Actions -------------------------------------------------------------------------------------------------------- */

static void
on_apply (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenurePlanDialog *self = TENURE_PLAN_DIALOG (widget);
  TenureQuestion question = { 0 };

  if (self->state != STATE_PLANNED || !agreed (self))
    return;
  if (tenure_plan_form_question (self->form, self->plan, &question))
    tenure_ask (widget, &question, apply, self);
  else
    apply (self);
}

static void
on_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenurePlanDialog *self = TENURE_PLAN_DIALOG (widget);
  g_autofree char *chosen = tenure_plan_form_summary (self->form);

  gtk_label_set_text (self->chosen, chosen ? chosen : "");
  self->second_step = g_str_equal (action, "plan.proceed");
  gtk_check_button_set_active (self->agree, FALSE);
  show_controls (self);
  tenure_keys_start (GTK_WIDGET (self->body));
}

/** Where the person sees what became of them (A2-07). */
static void
on_back_to_orders (TenurePlanDialog *self)
{
  tenure_window_go (GTK_WIDGET (self), "orders");
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_agree_toggled (TenurePlanDialog *self)
{
  if (self->form)
    show_controls (self);
}

static void
on_agree_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_check_button_set_active (TENURE_PLAN_DIALOG (widget)->agree, TRUE);
}

/** Comes back here with every choice kept: the balance's change makes a new plan. */
static void
on_top_up (TenurePlanDialog *self)
{
  tenure_plan_dialog_present (GTK_WIDGET (self), tenure_top_up_form_new (tenure_plan_form_session (self->form)));
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
set_form (TenurePlanDialog *self, TenurePlanForm *form)
{
  const TenurePlanWords *words = tenure_plan_form_words (form);

  if (self->form)
    {
      g_signal_handlers_disconnect_by_data (self->form, self);
      g_signal_handlers_disconnect_by_data (tenure_plan_form_session (self->form), self);
    }
  g_clear_pointer (&self->plan, tenure_plan_unref);
  g_clear_pointer (&self->outcome, tenure_outcome_unref);
  self->form = NULL;
  self->second_step = FALSE;
  adw_bin_set_child (self->form_bin, GTK_WIDGET (form));
  adw_bin_set_child (self->tail_bin, tenure_plan_form_tail (form));
  gtk_check_button_set_active (self->agree, FALSE);
  self->form = form;
  self->state = STATE_PLANNING;
  adw_clamp_set_maximum_size (self->clamp, WIDTH (words));
  adw_clamp_set_tightening_threshold (self->clamp, WIDTH (words));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH (words) + MARGINS, HEIGHT (words));
  gtk_window_set_title (GTK_WINDOW (self), words->title);
  adw_window_title_set_title (self->title, words->title);
  gtk_label_set_text (self->agree_label, words->agreement ? words->agreement : "");
  tenure_name_widget (GTK_WIDGET (self->agree), words->agreement ? words->agreement : "");
  gtk_button_set_label (self->proceed_button, words->proceed ? words->proceed : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->apply_button),
                               words->destructive ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->apply_button),
                            words->destructive ? "destructive-action" : "suggested-action");
  g_signal_connect_object (form, "changed", G_CALLBACK (on_form_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tenure_plan_form_session (form), "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  replan (self);
}

static gboolean
tenure_plan_dialog_close_request (GtkWindow *window)
{
  TenurePlanDialog *self = TENURE_PLAN_DIALOG (window);

  if (self->state == STATE_APPLYING)
    {
      g_cancellable_cancel (self->cancellable);
      return TRUE;
    }
  const char *left = self->state != STATE_DONE && self->form ? tenure_plan_form_words (self->form)->left : NULL;
  if (left)
    tenure_window_toast (GTK_WIDGET (self), left, _ ("Show"), "unpaid");
  stop_work (self);
  return GTK_WINDOW_CLASS (tenure_plan_dialog_parent_class)->close_request (window);
}

static void
tenure_plan_dialog_dispose (GObject *object)
{
  TenurePlanDialog *self = TENURE_PLAN_DIALOG (object);

  stop_work (self);
  self->form = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_PLAN_DIALOG);
  g_clear_pointer (&self->command, tenure_command_unref);
  g_clear_pointer (&self->plan, tenure_plan_unref);
  g_clear_pointer (&self->outcome, tenure_outcome_unref);
  G_OBJECT_CLASS (tenure_plan_dialog_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget, TenurePlanDialog, child)

static void
bind_template (GtkWidgetClass *widget)
{
  g_type_ensure (TENURE_TYPE_NOTICE_BAR);
  g_type_ensure (TENURE_TYPE_PLAN_VIEW);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-plan-dialog.ui");
  BIND (title);
  BIND (close_button);
  BIND (back_button);
  BIND (apply_button);
  BIND (proceed_button);
  BIND (top_up);
  BIND (spinner);
  BIND (notice);
  BIND (stack);
  BIND (form_bin);
  BIND (tail_bin);
  BIND (clamp);
  BIND (chosen);
  BIND (view);
  BIND (agree);
  BIND (agree_label);
  BIND (status);
  BIND (totals);
  BIND (consequences);
  BIND (orders);
  BIND (body);
  BIND (progress);
  BIND (done);
  gtk_widget_class_bind_template_callback (widget, on_agree_toggled);
  gtk_widget_class_bind_template_callback (widget, on_top_up);
  gtk_widget_class_bind_template_callback (widget, tenure_any_shown);
  gtk_widget_class_bind_template_callback (widget, on_back_to_orders);
}

static void
tenure_plan_dialog_class_init (TenurePlanDialogClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_plan_dialog_dispose;
  done_signal = g_signal_new ("done", TENURE_TYPE_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  GTK_WINDOW_CLASS (klass)->close_request = tenure_plan_dialog_close_request;
  gtk_widget_class_install_action (widget, "plan.apply", NULL, on_apply);
  gtk_widget_class_install_action (widget, "plan.proceed", NULL, on_step);
  gtk_widget_class_install_action (widget, "plan.back", NULL, on_step);
  gtk_widget_class_install_action (widget, "plan.agree", NULL, on_agree_action);
  bind_template (widget);
}

static void
tenure_plan_dialog_init (TenurePlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_keys_add_main (GTK_WIDGET (self));
}

TenurePlanDialog *
tenure_plan_dialog_present (GtkWidget *parent, TenurePlanForm *form)
{
  TenurePlanDialog *self = g_object_new (TENURE_TYPE_PLAN_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  set_form (self, form);
  gtk_window_present (GTK_WINDOW (self));
  tenure_keys_start (GTK_WIDGET (self->form_bin));
  return self;
}
