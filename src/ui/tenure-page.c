/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-page.h"

typedef struct
{
  TenureSession *session;
} TenurePagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TenurePage, tenure_page, ADW_TYPE_BIN)

enum
{
  PROP_SESSION = 1,
};

TenureSession *
tenure_page_session (TenurePage *self)
{
  TenurePagePrivate *priv = tenure_page_get_instance_private (self);

  return priv->session;
}

void
tenure_page_show (TenurePage *self, const char *argument)
{
  TenurePageClass *klass = TENURE_PAGE_GET_CLASS (self);

  if (klass->show)
    klass->show (self, argument);
}

void
tenure_page_search (TenurePage *self)
{
  TenurePageClass *klass = TENURE_PAGE_GET_CLASS (self);

  if (klass->search)
    klass->search (self);
}

gboolean
tenure_page_back (TenurePage *self)
{
  TenurePageClass *klass = TENURE_PAGE_GET_CLASS (self);

  return klass->back && klass->back (self);
}

static void
tenure_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TenurePagePrivate *priv = tenure_page_get_instance_private (TENURE_PAGE (object));

  if (id == PROP_SESSION)
    priv->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_page_finalize (GObject *object)
{
  TenurePagePrivate *priv = tenure_page_get_instance_private (TENURE_PAGE (object));

  g_clear_object (&priv->session);
  G_OBJECT_CLASS (tenure_page_parent_class)->finalize (object);
}

static void
tenure_page_class_init (TenurePageClass *klass)
{
  GObjectClass *object = G_OBJECT_CLASS (klass);

  object->set_property = tenure_page_set_property;
  object->finalize = tenure_page_finalize;
  g_object_class_install_property (
      object, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, TENURE_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
tenure_page_init (TenurePage *self)
{
}
