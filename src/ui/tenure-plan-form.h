/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The upper part of the plan dialog: the choices that make a command. One subclass a kind of work. */
#pragma once

#include <adwaita.h>

#include "tenure-compat.h"
#include "tenure-session.h"

G_BEGIN_DECLS

/** Signal "changed" (): plan again. */
#define TENURE_TYPE_PLAN_FORM (tenure_plan_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (TenurePlanForm, tenure_plan_form, TENURE, PLAN_FORM, GtkBox)

struct _TenurePlanFormClass
{
  GtkBoxClass parent_class;
  /** The command as chosen now; NULL with an error that names what is missing. */
  TenureCommand *(*build) (TenurePlanForm *self, GError **error);
  /** Whether it may be done as chosen, beyond what the plan says; FALSE with what is missing. Optional. */
  gboolean (*ready) (TenurePlanForm *self, GError **error);
  /** Shows refusals of fields where they were typed; @plan is NULL while there is none. */
  void (*show_plan) (TenurePlanForm *self, const TenurePlan *plan);
  /** A last question before it is done; FALSE: none is needed. */
  gboolean (*question) (TenurePlanForm *self, const TenurePlan *plan, TenureQuestion *question);
  /** What was chosen, one a line, to be checked in the second step (g_free). Optional. */
  char *(*summary) (TenurePlanForm *self);
  /** What follows when it is done (paying what was ordered), or NULL. Floating. */
  TenurePlanForm *(*next) (TenurePlanForm *self, const TenureOutcome *outcome);
};

/** What the dialog says around the form; all translated. */
typedef struct
{
  const char *title, *apply; /* the window's title; the button that does it */
  const char *proceed;       /* the button of a first step, or NULL: there is one step */
  const char *agreement;     /* what must be ticked before it can be done, or NULL: commands are planned as agreed */
  const char *done;          /* heading of the outcome */
  const char *toast, *place; /* instead of an outcome page: a toast with a button that goes there */
  const char *back; /* when nothing is possible any more: the label of a button that goes to "orders", or NULL */
  const char *left; /* a toast when it is closed without doing it, or NULL */
  gboolean destructive;
  gboolean wide; /* has a table of several columns */
} TenurePlanWords;

/** For the constructors of subclasses: what the form works on, and its words (copied). */
void tenure_plan_form_set_up (TenurePlanForm *self, TenureSession *session, const TenurePlanWords *words);
TenureSession *tenure_plan_form_session (TenurePlanForm *self);
const TenurePlanWords *tenure_plan_form_words (TenurePlanForm *self);
/** A part of the form that is shown below the plan instead of above it. */
void tenure_plan_form_set_tail (TenurePlanForm *self, GtkWidget *part);
/** NULL when all of it is above; borrowed. */
GtkWidget *tenure_plan_form_tail (TenurePlanForm *self);
/** Another label (translated, static) for the button that does it; shown with the next plan. */
void tenure_plan_form_set_apply (TenurePlanForm *self, const char *label);
/** Emits "changed". */
void tenure_plan_form_changed (TenurePlanForm *self);

TenureCommand *tenure_plan_form_build (TenurePlanForm *self, GError **error);
gboolean tenure_plan_form_ready (TenurePlanForm *self, GError **error);
void tenure_plan_form_show_plan (TenurePlanForm *self, const TenurePlan *plan);
gboolean tenure_plan_form_question (TenurePlanForm *self, const TenurePlan *plan, TenureQuestion *question);
/** NULL when the form sums nothing up. */
char *tenure_plan_form_summary (TenurePlanForm *self);
TenurePlanForm *tenure_plan_form_next (TenurePlanForm *self, const TenureOutcome *outcome);

/** The refusal of @field in @plan, or NULL; borrowed. */
const TenureRefusal *tenure_plan_refusal_of (const TenurePlan *plan, const char *field);
/** Marks a row by the refusal of its @field: style and subtitle; clears both when there is none. */
void tenure_plan_form_mark (AdwPreferencesRow *row, const TenurePlan *plan, const char *field);

G_END_DECLS
