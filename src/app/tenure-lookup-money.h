/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages Balance and Activity read; asynchronous on a reader, on the main thread. */
#pragma once

#include "tenure-facts-money.h"
#include "tenure-journal-read.h"
#include "tenure-lookup.h"

G_BEGIN_DECLS

/** The account's money at one moment. */
typedef struct
{
  TenureAccount account;
  GPtrArray *coupons;   /* TenureCoupon */
  GPtrArray *locks;     /* TenureLock */
  GPtrArray *discounts; /* TenureDiscount, those that are over too */
  GPtrArray *movements; /* TenureMovement of the balance, newest first */
} TenureBalanceView;
void tenure_balance_view_free (TenureBalanceView *self);
/** With the newest @movements movements. */
void tenure_lookup_balance_async (TenureSession *session, guint movements, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
TenureBalanceView *tenure_lookup_balance_finish (TenureSession *session, GAsyncResult *result, GError **error);

/** The newest @limit events of the journal (操作记录). */
void tenure_lookup_journal_async (TenureSession *session, guint limit, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
/** TenureJournalEvent, oldest first; free with g_ptr_array_unref. */
GPtrArray *tenure_lookup_journal_finish (TenureSession *session, GAsyncResult *result, GError **error);

/** Follows the journal's whole chain of hashes. */
void tenure_lookup_verify_async (TenureSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data);
/** The number of events, or -1 with what does not fit. */
gint64 tenure_lookup_verify_finish (TenureSession *session, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureBalanceView, tenure_balance_view_free)

G_END_DECLS
