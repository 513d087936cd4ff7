/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first step of a registration: a Huawei Cloud account, and whether it meets the conditions. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Signal "changed" (): another one was chosen. */
#define TENURE_TYPE_ACCOUNT_CHOOSER (tenure_account_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TenureAccountChooser, tenure_account_chooser, TENURE, ACCOUNT_CHOOSER, AdwBin)

/** Takes a reference of @accounts (TenureAccountView), shows those first that meet all conditions; what was chosen
 * stays chosen. */
void tenure_account_chooser_set_accounts (TenureAccountChooser *self, GPtrArray *accounts);
/** Name of the account chosen, or NULL; borrowed. */
const char *tenure_account_chooser_chosen (TenureAccountChooser *self);
/** Chooses by account name. */
void tenure_account_chooser_choose (TenureAccountChooser *self, const char *key);
/** Whether the account chosen meets all conditions. */
gboolean tenure_account_chooser_eligible (TenureAccountChooser *self);

G_END_DECLS
