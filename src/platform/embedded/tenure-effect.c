/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-effect.h"

static void
free_record (TenureOrder *order)
{
  tenure_order_clear (order);
  g_free (order);
}

static void
free_made (TenureResource *resource)
{
  tenure_resource_clear (resource);
  g_free (resource);
}

static void
free_term (TenureTerm *term)
{
  tenure_term_clear (term);
  g_free (term);
}

void
tenure_effect_free (TenureEffect *self)
{
  switch (self->type)
    {
    case TENURE_EFFECT_MAKE_ORDER:
    case TENURE_EFFECT_PAY_ORDER:
      g_clear_pointer (&self->record, free_record);
      break;
    case TENURE_EFFECT_MAKE_RESOURCE:
      g_clear_pointer (&self->made, free_made);
      break;
    case TENURE_EFFECT_ADD_TERM:
      g_clear_pointer (&self->term, free_term);
      break;
    case TENURE_EFFECT_POST:
      g_clear_pointer (&self->postings, g_array_unref);
      break;
    case TENURE_EFFECT_APPLICATION:
      g_clear_pointer (&self->application, tenure_application_free);
      break;
    case TENURE_EFFECT_MESSAGE:
    case TENURE_EFFECT_NOTE:
      g_clear_pointer (&self->body, tenure_json_unref);
      break;
    default:
      break;
    }
  g_free (self->text);
  g_free (self);
}
