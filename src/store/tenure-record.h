/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list is made of: rows, and the ordered keys of all of them. */
#pragma once

#include "tenure-civil.h"
#include "tenure-explain.h"

G_BEGIN_DECLS

/** One row of any list: immutable, ref-counted, crosses threads. */
typedef struct
{
  gatomicrefcount refs;
  gint64 id;
  char *key, *name, *parent_key, *open_order;            /* order number or resource id; … */
  const char *offer, *service, *product, *spec, *region; /* interned */
  int status, type, source, mode, life, freeze;          /* enums of tenure-enums.h; -1 where none */
  gboolean composite, withdrawn;
  gboolean unpaid; /* the open order waits for payment, not for approval or confirmation */
  TenureTime created, finished, deadline, expiry, start;
  int auto_months, auto_left;
  TenureTime next_deduction;
  gint64 amount, due, paid; /* TenureMoney */
  int charging;             /* TenureCharging; -1 of orders */
  gint64 capacity, used;    /* of a package: at 10^-8 of its unit */
  guint n_parts, n_periods; /* bound parts; unstarted renewal periods */
  TenureRefusal *refusal;   /* of a list of what is refused: why; otherwise NULL */
} TenureRecord;

TenureRecord *tenure_record_ref (TenureRecord *self);
/** Nothing on NULL, which stands for a row that is gone. */
void tenure_record_unref (TenureRecord *self);
/** Every field is the same, so that a row need not be drawn again. */
gboolean tenure_record_equal (const TenureRecord *a, const TenureRecord *b);

/** The ordered keys of a list at one moment: ids, immutable, ref-counted. */
typedef struct
{
  gatomicrefcount refs;
  gint64 *ids;
  guint n;
  gboolean complete; /* FALSE: the first rows of a search that still runs */
} TenureKeyVector;
/** Takes @ids (gint64). */
TenureKeyVector *tenure_key_vector_new (GArray *ids, gboolean complete);
TenureKeyVector *tenure_key_vector_ref (TenureKeyVector *self);
void tenure_key_vector_unref (TenureKeyVector *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRecord, tenure_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureKeyVector, tenure_key_vector_unref)

G_END_DECLS
