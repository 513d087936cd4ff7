/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of the platform's staff: the fields of a command, a row each. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

/** One row. How it is asked follows from the command's field: a text, a number, an amount, a day, a switch. */
typedef struct
{
  const char *field, *title;       /* title: marked, may have a mnemonic */
  const char *(*word) (int value); /* a choice among the values from @first on that it has words for */
  int first, last;
  guint only;                 /* bits of the values of the first row that it is asked with, or 0: with any */
  gboolean percent;           /* an int in permyriad, typed in per cent */
  gboolean services, regions; /* a choice among the catalogue's, or any */
  const char *initial;        /* what it shows at first, as for tenure_staff_form_fill(), or NULL */
} TenureStaffRow;

#define TENURE_STAFF_ROWS 10

/** One form. Texts are marked for translation. */
typedef struct
{
  TenureCommandKind kind;
  const char *subject; /* the field that what it is about goes into, or NULL */
  const char *flag;    /* a switch that the form itself puts on, or NULL */
  const char *title, *description, *apply, *toast;
  gboolean destructive;
  TenureStaffRow rows[TENURE_STAFF_ROWS]; /* ended by one without a field, unless it is full */
} TenureStaffSetup;

#define TENURE_TYPE_STAFF_FORM (tenure_staff_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureStaffForm, tenure_staff_form, TENURE, STAFF_FORM, TenurePlanForm)

/** What the staff does, by the name of the action: "approve-application", "reject-application", "approve-orders",
 * "reject-orders", "grant-coupon", "grant-discount", "reclaim", "freeze", "withdraw", "offer-again", "mark"; about
 * @subjects. */
TenurePlanForm *tenure_staff_form_new (TenureSession *session, const char *name, const char *const *subjects);
/** Puts text into a row, as a person types it; a choice by its position, a switch by "1". */
void tenure_staff_form_fill (TenureStaffForm *self, const char *field, const char *text);

G_END_DECLS
