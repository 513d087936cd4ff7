/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-platform.h"

/**
 * TenurePlatform:
 *
 * Where commands are planned and applied. Callers know nothing else of it, so that the window, the command line and the
 * tests build the same commands for any platform.
 */
G_DEFINE_INTERFACE (TenurePlatform, tenure_platform, G_TYPE_OBJECT)

static void
tenure_platform_default_init (TenurePlatformInterface *iface)
{
  /* Nothing has a default: a platform answers for each. */
}

void
tenure_platform_plan_async (TenurePlatform *self, TenureCommand *command, GCancellable *cancellable,
                            TenureProgress progress, gpointer progress_data, GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (TENURE_IS_PLATFORM (self));
  TENURE_PLATFORM_GET_IFACE (self)->plan_async (self, command, cancellable, progress, progress_data, callback, data);
}

TenurePlan *
tenure_platform_plan_finish (TenurePlatform *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TENURE_IS_PLATFORM (self), NULL);
  return TENURE_PLATFORM_GET_IFACE (self)->plan_finish (self, result, error);
}

void
tenure_platform_apply_async (TenurePlatform *self, TenureCommand *command, TenurePlan *plan, GBytes *secret,
                             GCancellable *cancellable, TenureProgress progress, gpointer progress_data,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TENURE_IS_PLATFORM (self));
  TENURE_PLATFORM_GET_IFACE (self)->apply_async (self, command, plan, secret, cancellable, progress, progress_data,
                                                 callback, data);
}

TenureOutcome *
tenure_platform_apply_finish (TenurePlatform *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TENURE_IS_PLATFORM (self), NULL);
  return TENURE_PLATFORM_GET_IFACE (self)->apply_finish (self, result, error);
}

void
tenure_platform_refresh_async (TenurePlatform *self, GCancellable *cancellable, TenureProgress progress,
                               gpointer progress_data, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (TENURE_IS_PLATFORM (self));
  TENURE_PLATFORM_GET_IFACE (self)->refresh_async (self, cancellable, progress, progress_data, callback, data);
}

gboolean
tenure_platform_refresh_finish (TenurePlatform *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TENURE_IS_PLATFORM (self), FALSE);
  return TENURE_PLATFORM_GET_IFACE (self)->refresh_finish (self, result, error);
}

gboolean
tenure_platform_can (TenurePlatform *self, TenureCommandKind kind, TenureRefusal **why)
{
  g_return_val_if_fail (TENURE_IS_PLATFORM (self), FALSE);
  return TENURE_PLATFORM_GET_IFACE (self)->can (self, kind, why);
}

TenureTime
tenure_platform_now (TenurePlatform *self)
{
  g_return_val_if_fail (TENURE_IS_PLATFORM (self), 0);
  return TENURE_PLATFORM_GET_IFACE (self)->now (self);
}

TenureCatalogue *
tenure_platform_catalogue (TenurePlatform *self)
{
  g_return_val_if_fail (TENURE_IS_PLATFORM (self), NULL);
  return TENURE_PLATFORM_GET_IFACE (self)->catalogue (self);
}

TenurePolicy *
tenure_platform_policy (TenurePlatform *self)
{
  g_return_val_if_fail (TENURE_IS_PLATFORM (self), NULL);
  return TENURE_PLATFORM_GET_IFACE (self)->policy (self);
}
