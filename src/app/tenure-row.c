/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-row-private.h"

struct _TenureRow
{
  GObject parent;
  gint64 id;
  TenureRecord *record;
  gboolean loaded;
  TenureRowGone gone;
  gpointer owner;
};

G_DEFINE_FINAL_TYPE (TenureRow, tenure_row, G_TYPE_OBJECT)

enum
{
  PROP_RECORD = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
tenure_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORD)
    g_value_set_pointer (value, TENURE_ROW (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_row_finalize (GObject *object)
{
  TenureRow *self = TENURE_ROW (object);

  if (self->gone != NULL)
    self->gone (self, self->owner);
  g_clear_pointer (&self->record, tenure_record_unref);
  G_OBJECT_CLASS (tenure_row_parent_class)->finalize (object);
}

static void
tenure_row_class_init (TenureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tenure_row_get_property;
  object_class->finalize = tenure_row_finalize;
  properties[PROP_RECORD] =
      g_param_spec_pointer ("record", NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tenure_row_init (TenureRow *self)
{
}

TenureRow *
tenure_row_new (gint64 id, TenureRowGone gone, gpointer owner)
{
  TenureRow *self = g_object_new (TENURE_TYPE_ROW, NULL);

  self->id = id;
  self->gone = gone;
  self->owner = owner;
  return self;
}

void
tenure_row_orphan (TenureRow *self)
{
  self->gone = NULL;
}

gint64
tenure_row_id (TenureRow *self)
{
  return self->id;
}

const gint64 *
tenure_row_key (TenureRow *self)
{
  return &self->id;
}

TenureRecord *
tenure_row_record (TenureRow *self)
{
  return self->record;
}

gboolean
tenure_row_loaded (TenureRow *self)
{
  return self->loaded;
}

void
tenure_row_expire (TenureRow *self)
{
  self->loaded = FALSE;
}

void
tenure_row_deliver (TenureRow *self, TenureRecord *record)
{
  self->loaded = TRUE;
  if (record == NULL || (self->record != NULL && tenure_record_equal (self->record, record)))
    return;
  g_clear_pointer (&self->record, tenure_record_unref);
  self->record = tenure_record_ref (record);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

void
tenure_row_retell (TenureRow *self)
{
  if (self->record != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
