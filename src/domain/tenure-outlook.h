/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a package (套餐包) goes on: its use per day, the moment it runs out, and whether that is near (A2-38). */
#pragma once

#include "tenure-records.h"

G_BEGIN_DECLS

/** How near the end of a package is. */
typedef enum
{
  TENURE_NEAR_NOT,
  TENURE_NEAR_SOON,   /* it runs out within 3 days, or 20 % and less are left */
  TENURE_NEAR_URGENT, /* within a day, or nothing is left */
} TenureNear;

/** Amounts at 10^-8 of the package's unit. */
typedef struct
{
  gint64 left, per_day; /* per_day: on average since it began; 0: nothing was used yet */
  int percent;          /* of the amount that is left, rounded down */
  TenureTime runs_out;  /* at that pace; TENURE_TIME_UNKNOWN: not before its expiry, or nobody can tell */
  TenureNear near;
} TenureOutlook;

/** Of @package as of @at; what has not begun or is over is near to nothing. Source: A2-38 (figures are our own). */
void tenure_package_outlook (const TenureResource *package, TenureTime at, TenureOutlook *outlook);

G_END_DECLS
