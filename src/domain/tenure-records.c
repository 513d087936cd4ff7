/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-records.h"

void
tenure_term_clear (TenureTerm *self)
{
  g_clear_pointer (&self->order_key, g_free);
  g_clear_pointer (&self->voucher_key, g_free);
}

void
tenure_resource_clear (TenureResource *self)
{
  for (guint i = 0; i < self->n_terms; i++)
    tenure_term_clear (&self->terms[i]);
  g_clear_pointer (&self->terms, g_free);
  self->n_terms = 0;
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->open_order, g_free);
}

void
tenure_order_line_clear (TenureOrderLine *self)
{
  g_clear_pointer (&self->resource_key, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->details, g_free);
}

void
tenure_order_clear (TenureOrder *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    tenure_order_line_clear (&self->lines[i]);
  g_clear_pointer (&self->lines, g_free);
  self->n_lines = 0;
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->parent_key, g_free);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->payer, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->verdict, g_free);
}
