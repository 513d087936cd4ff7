/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the asynchronous readings of a window are made. */
#pragma once

#include "tenure-lookup.h"

G_BEGIN_DECLS

/* What a read job is asked, and what it found. One of them crosses to the reader and back. */
typedef struct
{
  GPtrArray *queries; /* TenureQuery */
  GArray *ids;
  char **keys;
  char *account;
  gint64 account_id;
  TenureList list;
  const char *column;
  guint limit;
  int number;
  gpointer found;
  GDestroyNotify free_found;
} TenureLookup;

TenureLookup *tenure_lookup_new (TenureSession *session, GDestroyNotify free_found);
/** Takes @lookup; @job gets it and fills in `found`. @tag: the public function that started it. */
void tenure_lookup_start (TenureSession *session, TenureLookup *lookup, TenureJob job, gpointer tag,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/** What was found, or NULL with @error. */
gpointer tenure_lookup_finish (TenureSession *session, GAsyncResult *result, gpointer tag, GError **error);
/** Coupons without a name get that of their kind, in the language of the moment. */
void tenure_name_coupons (GPtrArray *coupons);

G_END_DECLS
