/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row model over rows made by chance: its emissions move a shadow, its reading is counted and can be held up. */
#pragma once

#include "tenure-lists.h"
#include "tenure-row-model.h"

#include "../store/rows-support.h"

G_BEGIN_DECLS

/** Calls of the reading functions, and records asked for. */
extern int key_calls, record_calls, records_read;

typedef struct
{
  Rows rows;
  GRand *random;
  TenureQuery *query;
  TenureRowModel *model;
  GArray *shadow; /* ids, moved by emissions alone */
  GString *log;   /* "position-removed+added " for each emission */
  guint turn, last_turn;
  guint failures;
} Fixture;

void row_model_set_up (Fixture *self, gconstpointer data);
void row_model_tear_down (Fixture *self, gconstpointer data);

/** The next key query, or reading of records, stops in its reader until open_gate(). */
void stop_next_keys (void);
void stop_next_records (void);
void wait_until_stopped (void);
void open_gate (void);

/** Turns the main loop until @done, at most ten seconds; or for a time. */
void spin (Fixture *self, gboolean (*done) (Fixture *self));
void spin_for (Fixture *self, guint milliseconds);
gboolean is_settled (Fixture *self);
/** Asks self->query and waits for the whole answer. */
void ask (Fixture *self);
/** The shadow is what a fresh key query answers. */
void assert_fresh (Fixture *self);

TenureRow *get (Fixture *self, guint position);
/** Holds the rows of a screen; free with g_ptr_array_unref. */
GPtrArray *hold (Fixture *self, guint first, guint n);
void spin_until_read (Fixture *self, GPtrArray *held);

G_END_DECLS
