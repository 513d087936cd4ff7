/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A platform: where commands are planned and applied. */
#pragma once

#include <gio/gio.h>

#include "tenure-catalogue.h"
#include "tenure-plan.h"
#include "tenure-policy.h"

G_BEGIN_DECLS

#define TENURE_TYPE_PLATFORM (tenure_platform_get_type ())
G_DECLARE_INTERFACE (TenurePlatform, tenure_platform, TENURE, PLATFORM, GObject)

/** Progress of long work, on the caller's main context; @total 0 when not known. */
typedef void (*TenureProgress) (gint64 done, gint64 total, gpointer data);

struct _TenurePlatformInterface
{
  GTypeInterface parent;
  void (*plan_async) (TenurePlatform *self, TenureCommand *command, GCancellable *cancellable, TenureProgress progress,
                      gpointer progress_data, GAsyncReadyCallback callback, gpointer data);
  TenurePlan *(*plan_finish) (TenurePlatform *self, GAsyncResult *result, GError **error);
  void (*apply_async) (TenurePlatform *self, TenureCommand *command, TenurePlan *plan, GBytes *secret,
                       GCancellable *cancellable, TenureProgress progress, gpointer progress_data,
                       GAsyncReadyCallback callback, gpointer data);
  TenureOutcome *(*apply_finish) (TenurePlatform *self, GAsyncResult *result, GError **error);
  void (*refresh_async) (TenurePlatform *self, GCancellable *cancellable, TenureProgress progress,
                         gpointer progress_data, GAsyncReadyCallback callback, gpointer data);
  gboolean (*refresh_finish) (TenurePlatform *self, GAsyncResult *result, GError **error);
  gboolean (*can) (TenurePlatform *self, TenureCommandKind kind, TenureRefusal **why);
  TenureTime (*now) (TenurePlatform *self);
  TenureCatalogue *(*catalogue) (TenurePlatform *self);
  TenurePolicy *(*policy) (TenurePlatform *self);
};

/** What would happen. Writes nothing. The plan of a refused command is a plan too: its refusals say why. */
void tenure_platform_plan_async (TenurePlatform *self, TenureCommand *command, GCancellable *cancellable,
                                 TenureProgress progress, gpointer progress_data, GAsyncReadyCallback callback,
                                 gpointer data);
TenurePlan *tenure_platform_plan_finish (TenurePlatform *self, GAsyncResult *result, GError **error);
/** Does it, if the plan still holds; @secret (may be NULL) is never stored. Errors are technical only:
 * stale, refused and repeated are outcomes. */
void tenure_platform_apply_async (TenurePlatform *self, TenureCommand *command, TenurePlan *plan, GBytes *secret,
                                  GCancellable *cancellable, TenureProgress progress, gpointer progress_data,
                                  GAsyncReadyCallback callback, gpointer data);
TenureOutcome *tenure_platform_apply_finish (TenurePlatform *self, GAsyncResult *result, GError **error);
/** Embedded: plays dated events that have fallen due (needs the driver lock; without it, nothing). Remote: pulls. */
void tenure_platform_refresh_async (TenurePlatform *self, GCancellable *cancellable, TenureProgress progress,
                                    gpointer progress_data, GAsyncReadyCallback callback, gpointer data);
gboolean tenure_platform_refresh_finish (TenurePlatform *self, GAsyncResult *result, GError **error);
/** FALSE with @why for what this platform cannot do. */
gboolean tenure_platform_can (TenurePlatform *self, TenureCommandKind kind, TenureRefusal **why);
TenureTime tenure_platform_now (TenurePlatform *self);
TenureCatalogue *tenure_platform_catalogue (TenurePlatform *self);
TenurePolicy *tenure_platform_policy (TenurePlatform *self);

G_END_DECLS
