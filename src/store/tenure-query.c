/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-query.h"

gboolean
tenure_list_is_of_orders (TenureList list)
{
  return list == TENURE_LIST_ORDERS || list == TENURE_LIST_UNPAID;
}

TenureQuery *
tenure_query_new (TenureList list)
{
  TenureQuery *self = g_new0 (TenureQuery, 1);

  self->list = list;
  self->mode = self->status = self->type = self->life = -1;
  self->refused = list == TENURE_LIST_REFUSED ? 1 : -1;
  self->hours_left = -1;
  self->from = self->to = self->now = TENURE_TIME_UNKNOWN;
  return self;
}

TenureQuery *
tenure_query_copy (const TenureQuery *self)
{
  TenureQuery *copy = g_new (TenureQuery, 1);

  *copy = *self;
  copy->account = g_strdup (self->account);
  copy->search = g_strdup (self->search);
  copy->keys = g_strdupv (self->keys);
  copy->service = g_strdup (self->service);
  copy->product = g_strdup (self->product);
  copy->region = g_strdup (self->region);
  copy->policy = self->policy == NULL ? NULL : tenure_policy_ref (self->policy);
  copy->catalogue = self->catalogue == NULL ? NULL : tenure_catalogue_ref (self->catalogue);
  return copy;
}

void
tenure_query_free (TenureQuery *self)
{
  g_free (self->account);
  g_free (self->search);
  g_strfreev (self->keys);
  g_free (self->service);
  g_free (self->product);
  g_free (self->region);
  g_clear_pointer (&self->policy, tenure_policy_unref);
  g_clear_pointer (&self->catalogue, tenure_catalogue_unref);
  g_free (self);
}

static gboolean
equal_strv (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *)a, (const char *const *)b);
}

static gboolean
equal_filters (const TenureQuery *a, const TenureQuery *b)
{
  return a->mode == b->mode && a->status == b->status && a->type == b->type && a->life == b->life &&
         a->from == b->from && a->to == b->to && a->in_use_only == b->in_use_only &&
         a->expired_only == b->expired_only && a->hide_unpaid == b->hide_unpaid &&
         a->hide_packages == b->hide_packages && a->only_packages == b->only_packages && a->refused == b->refused &&
         a->hours_left == b->hours_left && a->judge == b->judge && a->level == b->level && a->policy == b->policy &&
         g_strcmp0 (a->service, b->service) == 0 && g_strcmp0 (a->product, b->product) == 0 &&
         g_strcmp0 (a->region, b->region) == 0;
}

gboolean
tenure_query_equal (const TenureQuery *a, const TenureQuery *b)
{
  return a->list == b->list && a->sort == b->sort && a->descending == b->descending && equal_filters (a, b) &&
         g_strcmp0 (a->account, b->account) == 0 && g_strcmp0 (a->search, b->search) == 0 &&
         equal_strv (a->keys, b->keys);
}

TenureRecord *
tenure_record_ref (TenureRecord *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_record_unref (TenureRecord *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->parent_key);
  g_free (self->open_order);
  g_clear_pointer (&self->refusal, tenure_refusal_free);
  g_free (self);
}

/* For the same reason: what it names changes with the row. */
static gboolean
equal_refusals (const TenureRefusal *a, const TenureRefusal *b)
{
  return (a != NULL) == (b != NULL) && (a == NULL || g_str_equal (a->rule, b->rule));
}

static gboolean
equal_texts (const TenureRecord *a, const TenureRecord *b)
{
  return g_strcmp0 (a->key, b->key) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->parent_key, b->parent_key) == 0 && g_strcmp0 (a->open_order, b->open_order) == 0 &&
         a->offer == b->offer && a->service == b->service && a->product == b->product && a->spec == b->spec &&
         a->region == b->region && equal_refusals (a->refusal, b->refusal);
}

gboolean
tenure_record_equal (const TenureRecord *a, const TenureRecord *b)
{
  return a->id == b->id && equal_texts (a, b) && a->status == b->status && a->type == b->type &&
         a->source == b->source && a->mode == b->mode && a->life == b->life && a->freeze == b->freeze &&
         a->unpaid == b->unpaid && a->composite == b->composite && a->withdrawn == b->withdrawn &&
         a->created == b->created && a->finished == b->finished && a->deadline == b->deadline &&
         a->expiry == b->expiry && a->start == b->start && a->auto_months == b->auto_months &&
         a->auto_left == b->auto_left && a->next_deduction == b->next_deduction && a->amount == b->amount &&
         a->due == b->due && a->paid == b->paid && a->n_parts == b->n_parts && a->n_periods == b->n_periods &&
         a->charging == b->charging && a->capacity == b->capacity && a->used == b->used;
}

TenureKeyVector *
tenure_key_vector_new (GArray *ids, gboolean complete)
{
  TenureKeyVector *self = g_new0 (TenureKeyVector, 1);

  g_atomic_ref_count_init (&self->refs);
  self->n = ids->len;
  self->ids = (gint64 *)(gpointer)g_array_free (ids, FALSE);
  self->complete = complete;
  return self;
}

TenureKeyVector *
tenure_key_vector_ref (TenureKeyVector *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_key_vector_unref (TenureKeyVector *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->ids);
  g_free (self);
}
