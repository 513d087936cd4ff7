/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-row-action.h"

#include <glib/gi18n-lib.h>

gboolean
tenure_action_set_offers (const TenureActionSet *self, const TenureRowAction *action, const TenureRecord *record)
{
  return !self->offered || self->offered (action, record, self->page);
}

char *
tenure_action_set_refuse (const TenureActionSet *self, const TenureRowAction *action, guint n)
{
  if (!action->batch && n > 1)
    return g_strdup (_ ("This is done with one row at a time: select only one."));
  return self->refuse ? self->refuse (action, n, self->page) : NULL;
}

const TenureRowAction *
tenure_action_set_find (const TenureActionSet *self, const char *name)
{
  for (const TenureRowAction *action = self->actions; action->name; action++)
    if (g_str_equal (action->name, name))
      return action;
  return NULL;
}

void
tenure_action_set_act (const TenureActionSet *self, const TenureRowAction *action, const TenureRecord *record)
{
  const char *keys[] = { record->key, NULL };

  self->act (action, g_strdupv ((char **)keys), self->page);
}
