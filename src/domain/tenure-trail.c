/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-trail.h"

void
tenure_movement_free (TenureMovement *self)
{
  g_free (self->kind);
  g_free (self->order_key);
  g_free (self->coupon_key);
  g_free (self);
}

static void
discount_free (gpointer data)
{
  TenureOrderDiscount *self = data;

  g_free (self->key);
  g_free (self->name);
  g_free (self);
}

static void
use_free (gpointer data)
{
  TenureOrderUse *self = data;

  g_free (self->key);
  g_free (self->name);
  g_free (self);
}

static void
base_free (gpointer data)
{
  g_free (((TenureOrderBase *)data)->order_key);
  g_free (data);
}

void
tenure_order_money_free (TenureOrderMoney *self)
{
  g_clear_pointer (&self->discounts, g_ptr_array_unref);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  g_clear_pointer (&self->bases, g_ptr_array_unref);
  g_free (self);
}

TenureOrderMoney *
tenure_order_money_new (void)
{
  TenureOrderMoney *self = g_new0 (TenureOrderMoney, 1);

  self->discounts = g_ptr_array_new_with_free_func (discount_free);
  self->uses = g_ptr_array_new_with_free_func (use_free);
  self->bases = g_ptr_array_new_with_free_func (base_free);
  return self;
}

void
tenure_review_row_free (TenureReviewRow *self)
{
  g_free (self->key);
  g_free (self->account);
  g_free (self->name);
  g_free (self->product);
  g_free (self);
}
