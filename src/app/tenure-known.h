/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is signed in, with the facts of the account, and what is on sale: read by the session after every change, so
 * that nobody who draws has to wait for them behind the queries of long lists. */
#pragma once

#include "tenure-account.h"
#include "tenure-profile.h"

G_BEGIN_DECLS

typedef struct
{
  char *key;             /* NULL: nobody is signed in */
  TenureAccount account; /* empty when nobody is, or with @trouble */
  GError *trouble;       /* why the account or the offers could not be read, or NULL */
  GHashTable *offers;    /* what the staff said of offers, for tenure_offer_withdrawn(); empty with @trouble */
} TenureKnown;

/** Waits; NULL with @error when not even the key could be read. Free with tenure_known_free. */
TenureKnown *tenure_known_read (TenureProfile *profile, GError **error);
void tenure_known_read_async (TenureProfile *profile, GAsyncReadyCallback callback, gpointer data);
TenureKnown *tenure_known_read_finish (GAsyncResult *result, GError **error);
void tenure_known_free (TenureKnown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureKnown, tenure_known_free)

/** The facts of the account @key as of now, waiting; clear with tenure_account_clear. */
gboolean tenure_known_account (TenureProfile *profile, const char *key, TenureAccount *account, GError **error);

G_END_DECLS
