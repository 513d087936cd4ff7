/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store in a temporary folder, filled with rows by chance: for tests and figures of lists. */
#pragma once

#include "tenure-policy.h"
#include "tenure-store.h"

#include "../tenure-test.h"

G_BEGIN_DECLS

typedef struct
{
  char *dir;
  TenureStore *store;
  TenurePolicy *policy; /* huawei-cn */
  TenureTime now;
} Rows;

/** An empty store with the accounts "demo" (1) and "other" (2); clear with rows_clear. */
void rows_init (Rows *self);
void rows_clear (Rows *self);
/** Adds orders with lines, resources and terms; ids go on from those there are. */
void rows_fill (Rows *self, GRand *random, guint n_orders, guint n_resources);
/** Statements without parameters, in one write that touches @scope (may be NULL). */
void rows_run (Rows *self, const char *scope, const char *sql);
/** One number. */
gint64 rows_value (Rows *self, const char *sql);
/** Runs a read job; it must not fail. */
void rows_read (Rows *self, TenureJob job, gpointer data);

G_END_DECLS
