/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Policies and catalogue for what needs no profile. */
#include "tenure-session.h"

#include "tenure-embedded.h"

#define POLICY_DEFAULT "huawei-cn"

TenurePolicy *
tenure_session_builtin_policy (const char *name, GError **error)
{
  return tenure_data_policy (name ? name : POLICY_DEFAULT, error);
}

TenureCatalogue *
tenure_session_builtin_catalogue (GError **error)
{
  return tenure_data_catalogue (error);
}
