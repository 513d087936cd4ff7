/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-release-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-plain-form.h"

TenurePlanForm *
tenure_release_form_new (TenureSession *session, const char *const *resources)
{
  TenureRelease params = { .resources = (char **)resources };
  TenurePlanWords words = {
    .title = _ ("Release"),
    .apply = _ ("_Release"),
    .toast = _ ("The resource was released."),
    .destructive = TRUE,
  };
  TenureQuestion question = {
    .heading = _ ("Release for Good?"),
    .body = _ ("The resource and its data are deleted at once. They cannot be recovered, and nothing is refunded."),
    .yes = _ ("_OK"),
    .no = _ ("_Cancel"),
    .destructive = TRUE,
  };

  return tenure_plain_form_new (session, &words,
                                _ ("What is bound to the resource goes with it; what is only mounted stays and goes on "
                                   "being charged. There is no "
                                   "recycle bin: released resources and their data cannot be recovered."),
                                tenure_command_new (TENURE_COMMAND_RELEASE, &params, NULL, NULL), &question);
}
