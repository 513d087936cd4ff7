/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated events: what falls due is played in order, each with its journal event in one transaction. */
#pragma once

#include "tenure-charging.h"
#include "tenure-world.h"

G_BEGIN_DECLS

/** More than this is not settled unasked, except for practice. */
#define TENURE_UNASKED_DAYS 40

/** One run over what has fallen due. The first part is given, the second is the answer. */
typedef struct
{
  TenureStage stage; /* account is not used: an event belongs to its subject's */
  TenureTime now;
  guint limit; /* of this run */
  gboolean consent;

  guint played;
  gboolean finished;   /* nothing more is due, or may be played */
  gboolean behind;     /* the clock lies before what was settled already */
  guint waiting;       /* events that wait for consent */
  TenureTime next_due; /* TENURE_TIME_UNKNOWN: none */
  TenureReserves reserves;
} TenureSettlement;

/** A read job (TenureJob): what is due, what may be played, what comes next. */
gboolean tenure_settlement_look (TenureConnection *connection, gpointer settlement, GCancellable *cancellable,
                                 GError **error);
/** A write job (TenureJob): plays up to @limit events. */
gboolean tenure_settlement_play (TenureConnection *connection, gpointer settlement, GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
