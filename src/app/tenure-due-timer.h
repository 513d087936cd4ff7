/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wall-clock alarm: rings at a moment of the real clock, also after the machine slept, and when the clock is set. */
#pragma once

#include "tenure-civil.h"

G_BEGIN_DECLS

typedef struct _TenureDueTimer TenureDueTimer;

/** @ring is called in the thread-default main context of the caller, once for every moment that was armed, and once
 * when somebody sets the clock, since what is due may be another thing then. */
TenureDueTimer *tenure_due_timer_new (void (*ring) (gpointer data), gpointer data);
/** Rings at @at (real clock, seconds), at once when that lies in the past; TENURE_TIME_UNKNOWN: only when the clock is
 * set. Replaces what was armed before. */
void tenure_due_timer_arm (TenureDueTimer *self, TenureTime at);
void tenure_due_timer_free (TenureDueTimer *self);

G_END_DECLS
