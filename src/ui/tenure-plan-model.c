/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan-model.h"

struct _TenurePlanEntry
{
  GObject parent;
  TenurePlan *plan;
  guint index;
  TenurePlanModel *model; /* whose table names this entry; cleared when the model goes first */
};

struct _TenurePlanModel
{
  GObject parent;
  TenurePlan *plan;
  GHashTable *entries; /* index → TenurePlanEntry, not owned: a position held must keep its object */
};

G_DEFINE_FINAL_TYPE (TenurePlanEntry, tenure_plan_entry, G_TYPE_OBJECT)

const TenurePlanItem *
tenure_plan_entry_item (TenurePlanEntry *self)
{
  return self->plan->items->pdata[self->index];
}

const TenurePlan *
tenure_plan_entry_plan (TenurePlanEntry *self)
{
  return self->plan;
}

static void
tenure_plan_entry_finalize (GObject *object)
{
  TenurePlanEntry *self = TENURE_PLAN_ENTRY (object);

  if (self->model)
    g_hash_table_remove (self->model->entries, GUINT_TO_POINTER (self->index));
  g_clear_pointer (&self->plan, tenure_plan_unref);
  G_OBJECT_CLASS (tenure_plan_entry_parent_class)->finalize (object);
}

static void
tenure_plan_entry_class_init (TenurePlanEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_plan_entry_finalize;
}

static void
tenure_plan_entry_init (TenurePlanEntry *self)
{
}

static GType
get_item_type (GListModel *model)
{
  return TENURE_TYPE_PLAN_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return TENURE_PLAN_MODEL (model)->plan->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TenurePlanModel *self = TENURE_PLAN_MODEL (model);
  TenurePlanEntry *entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (position));

  if (position >= self->plan->items->len)
    return NULL;
  if (entry)
    return g_object_ref (entry);
  entry = g_object_new (TENURE_TYPE_PLAN_ENTRY, NULL);
  entry->plan = tenure_plan_ref (self->plan);
  entry->index = position;
  entry->model = self;
  g_hash_table_insert (self->entries, GUINT_TO_POINTER (position), entry);
  return entry;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TenurePlanModel, tenure_plan_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
tenure_plan_model_finalize (GObject *object)
{
  TenurePlanModel *self = TENURE_PLAN_MODEL (object);
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    TENURE_PLAN_ENTRY (entry)->model = NULL;
  g_hash_table_unref (self->entries);
  g_clear_pointer (&self->plan, tenure_plan_unref);
  G_OBJECT_CLASS (tenure_plan_model_parent_class)->finalize (object);
}

static void
tenure_plan_model_class_init (TenurePlanModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_plan_model_finalize;
}

static void
tenure_plan_model_init (TenurePlanModel *self)
{
  self->entries = g_hash_table_new (NULL, NULL);
}

TenurePlanModel *
tenure_plan_model_new (TenurePlan *plan)
{
  TenurePlanModel *self = g_object_new (TENURE_TYPE_PLAN_MODEL, NULL);

  self->plan = tenure_plan_ref (plan);
  return self;
}
