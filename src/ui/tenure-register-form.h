/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 注册: the form of an application for an account, in the guide's order. */
#pragma once

#include <adwaita.h>

#include "tenure-account.h"
#include "tenure-session.h"

G_BEGIN_DECLS

/** Signal "submitted" (): the application was sent. */
#define TENURE_TYPE_REGISTER_FORM (tenure_register_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureRegisterForm, tenure_register_form, TENURE, REGISTER_FORM, AdwBin)

/** Starts with the Huawei account @key, whose enterprise is called @unit. What was typed before is kept. */
void tenure_register_form_open (TenureRegisterForm *self, TenureSession *session, const char *key, const char *unit);
/** Fills in what was sent before, and says why it was rejected. */
void tenure_register_form_correct (TenureRegisterForm *self, const TenureApplyAccount *sent, const char *reason);
/** Moves the focus to the first field that is to be filled in: what stands above is there already. */
void tenure_register_form_start (TenureRegisterForm *self);
/** Sends it, as the button does. */
void tenure_register_form_submit (TenureRegisterForm *self);

G_END_DECLS
