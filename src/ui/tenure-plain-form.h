/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form without choices: a sentence over the plan of a command that is complete as it is. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_PLAIN_FORM (tenure_plain_form_get_type ())
G_DECLARE_FINAL_TYPE (TenurePlainForm, tenure_plain_form, TENURE, PLAIN_FORM, TenurePlanForm)

/** Floating. Takes @command, which it plans anew as often as needed. @question: asked before it is done, or NULL; its
 * texts must be static. */
TenurePlanForm *tenure_plain_form_new (TenureSession *session, const TenurePlanWords *words, const char *sentence,
                                       TenureCommand *command, const TenureQuestion *question);
/** A further paragraph below the sentence. */
void tenure_plain_form_add (TenurePlainForm *self, const char *text);
/** What follows when it is done, by the numbers of the orders made; NULL: nothing. */
void tenure_plain_form_set_next (TenurePlainForm *self,
                                 TenurePlanForm *(*next) (TenureSession *session, const char *const *orders));

G_END_DECLS
