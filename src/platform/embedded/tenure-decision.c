/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-decision.h"

TenureDecision *
tenure_decision_new (void)
{
  TenureDecision *self = g_new0 (TenureDecision, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_plan_item_free);
  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_refusal_free);
  self->effects = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_effect_free);
  self->closed = g_hash_table_new (NULL, NULL);
  self->ending = g_ptr_array_new ();
  self->holds_until = TENURE_TIME_UNKNOWN;
  self->balance_before = self->balance_after = TENURE_MONEY_UNKNOWN;
  self->quota_needed = self->quota_left = -1;
  self->owes_since = TENURE_TIME_UNKNOWN;
  return self;
}

void
tenure_decision_free (TenureDecision *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->effects);
  g_hash_table_unref (self->closed);
  g_ptr_array_unref (self->ending);
  g_free (self);
}

gboolean
tenure_decision_possible (const TenureDecision *self)
{
  if (self->refusals->len > 0)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (((TenurePlanItem *)self->items->pdata[i])->refusal == NULL)
      return TRUE;
  return FALSE;
}

TenurePlanItem *
tenure_decision_item (TenureDecision *self, TenureVerb verb, const char *key, const char *name)
{
  TenurePlanItem *item = g_new0 (TenurePlanItem, 1);

  item->verb = verb;
  item->key = g_strdup (key);
  item->name = g_strdup (name);
  item->old_expiry = item->new_expiry = TENURE_TIME_UNKNOWN;
  g_ptr_array_add (self->items, item);
  return item;
}

void
tenure_decision_goes_along (TenurePlanItem *item, const TenureResource *head)
{
  item->main_key = g_strdup (head->key);
  item->main_name = g_strdup (head->name);
}

TenurePlanItem *
tenure_decision_resource_item (TenureDecision *self, TenureVerb verb, const TenureResource *resource,
                               const TenureResource *head)
{
  TenurePlanItem *item = tenure_decision_item (self, verb, resource->key, resource->name);

  item->product = resource->product;
  item->region = resource->region;
  item->old_expiry = resource->expiry;
  if (head != NULL && head != resource)
    tenure_decision_goes_along (item, head);
  return item;
}

void
tenure_decision_refuse (TenureDecision *self, TenureRefusal *refusal)
{
  g_ptr_array_add (self->refusals, refusal);
}

void
tenure_decision_holds (TenureDecision *self, TenureTime at)
{
  if (at != TENURE_TIME_UNKNOWN && (self->holds_until == TENURE_TIME_UNKNOWN || at < self->holds_until))
    self->holds_until = at;
}

TenureEffect *
tenure_decision_effect (TenureDecision *self, TenureEffectType type)
{
  TenureEffect *effect = g_new0 (TenureEffect, 1);

  effect->type = type;
  g_ptr_array_add (self->effects, effect);
  return effect;
}

TenureRef
tenure_decision_make_order (TenureDecision *self, TenureOrder *order, TenureRef parent)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_MAKE_ORDER);

  effect->record = order;
  effect->other = parent;
  return TENURE_MADE (self->n_orders++);
}

void
tenure_decision_pay_order (TenureDecision *self, TenureOrder *order)
{
  tenure_decision_effect (self, TENURE_EFFECT_PAY_ORDER)->record = order;
}

void
tenure_decision_set_status (TenureDecision *self, gint64 order, TenureOrderStatus status, TenureTime finished)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_SET_STATUS);

  effect->order = order;
  effect->value = status;
  effect->at = finished;
}

TenureRef
tenure_decision_make_resource (TenureDecision *self, TenureResource *resource, TenureRef head, gint64 order,
                               gint64 line)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_MAKE_RESOURCE);

  effect->made = resource;
  effect->other = head;
  effect->order = order;
  effect->id = line;
  return TENURE_MADE (self->n_resources++);
}

void
tenure_decision_add_term (TenureDecision *self, TenureRef resource, TenureRef order, TenureTerm *term)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_ADD_TERM);

  effect->resource = resource;
  effect->order = order;
  effect->term = term;
}

void
tenure_decision_set_expiry (TenureDecision *self, gint64 resource, TenureTime expiry, int anchor)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_SET_EXPIRY);

  effect->resource = resource;
  effect->at = expiry;
  effect->value = anchor;
}

void
tenure_decision_resize (TenureDecision *self, gint64 resource, const char *spec, gint64 amount)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_RESIZE);

  effect->resource = resource;
  effect->word = spec;
  effect->value = amount;
}

void
tenure_decision_block (TenureDecision *self, const TenureWorld *world, const TenureResource *resource,
                       TenureBlock block)
{
  for (guint t = 0; t < resource->n_terms; t++)
    {
      const TenureTerm *term = &resource->terms[t];
      TenureEffect *effect;
      if (term->kind != TENURE_TERM_RENEWAL || term->refunded || term->start < world->now ||
          term->block != TENURE_BLOCK_NONE)
        continue;
      effect = tenure_decision_effect (self, TENURE_EFFECT_BLOCK_TERM);
      effect->id = term->id;
      effect->value = block;
    }
}

void
tenure_decision_end_resource (TenureDecision *self, gint64 resource, TenureResourceStatus status)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_END_RESOURCE);

  effect->resource = resource;
  effect->value = status;
}

char *
tenure_decision_mode_text (TenureMode mode, int months, int left)
{
  if (mode != TENURE_MODE_AUTO)
    return g_strdup (tenure_mode_name (mode));
  if (left < 0)
    return g_strdup_printf ("auto/%d/unlimited", months);
  return g_strdup_printf ("auto/%d/%d", months, left);
}

void
tenure_decision_set_mode (TenureDecision *self, gint64 resource, TenureMode mode, int months, int left,
                          TenureTime since)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_SET_MODE);

  effect->resource = resource;
  effect->value = mode;
  effect->months = months;
  effect->count = left;
  effect->at = since;
}

void
tenure_decision_hold (TenureDecision *self, gint64 resource, TenureRef order)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_HOLD);

  effect->resource = resource;
  effect->order = order;
}

void
tenure_decision_coupon (TenureDecision *self, gint64 coupon, TenureMoney delta, TenureRef used_by)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_COUPON);

  effect->id = coupon;
  effect->value = delta;
  effect->other = used_by;
}

void
tenure_decision_schedule_order (TenureDecision *self, const char *kind, TenureTime due, TenureRef order)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_SCHEDULE);

  effect->word = kind;
  effect->at = due;
  effect->order = order;
}

void
tenure_decision_unschedule_order (TenureDecision *self, const char *kind, gint64 order)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_UNSCHEDULE);

  effect->word = kind;
  effect->order = order;
}

void
tenure_decision_oblige (TenureDecision *self, const char *word, char *obligation, TenureRef order)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_OBLIGE);

  effect->word = word;
  effect->text = obligation;
  effect->order = order;
}

void
tenure_decision_withdraw (TenureDecision *self, char *obligation)
{
  tenure_decision_effect (self, TENURE_EFFECT_WITHDRAW)->text = obligation;
}

void
tenure_decision_note (TenureDecision *self, const char *kind, const char *subject, TenureJson *body)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_NOTE);

  effect->word = kind;
  effect->text = g_strdup (subject);
  effect->body = body;
}

void
tenure_decision_message (TenureDecision *self, gboolean sms, const char *address, const char *template,
                         TenureJson *arguments)
{
  TenureEffect *effect = tenure_decision_effect (self, TENURE_EFFECT_MESSAGE);

  effect->value = sms;
  effect->text = g_strdup (address);
  effect->word = template;
  effect->body = tenure_json_ref (arguments);
}

void
tenure_decision_tell (TenureDecision *self, const TenureWorld *world, const char *template, TenureJson *arguments)
{
  if (world->account.phone != NULL)
    tenure_decision_message (self, TRUE, world->account.phone, template, arguments);
  if (world->account.email != NULL)
    tenure_decision_message (self, FALSE, world->account.email, template, arguments);
  tenure_json_unref (arguments);
}

char *
tenure_obligation_renew (const TenureWorld *world, const char *resource, TenureTime old_expiry)
{
  return g_strdup_printf ("renew/%s/%s/%" G_GINT64_FORMAT, world->account.key, resource, old_expiry);
}

char *
tenure_obligation_unsubscribe (const char *resource, gint64 term)
{
  return g_strdup_printf ("unsubscribe/%s/%" G_GINT64_FORMAT, resource, term);
}
