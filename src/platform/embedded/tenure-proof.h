/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the secret that came with a command is right. What is slow about it happens before the transaction; what
 * decides happens inside, where a wrong one is counted. A plan never looks at a secret, and never tells who there is.
 */
#pragma once

#include "tenure-apply.h"

G_BEGIN_DECLS

struct _TenureProof
{
  char *account;                   /* whom the login or link means, or NULL: nobody */
  gint64 account_id;               /* or 0 */
  char *user_name, *phone, *email; /* of that account, or NULL */
  char *stored;                    /* hash that the password was compared with, or NULL */
  gboolean fits;
  char *hash; /* of the new password, or NULL */
  gboolean met[TENURE_N_PASSWORD_RULES];
  gint64 code; /* the code that is used up by it, or 0 */
};
void tenure_proof_free (TenureProof *self);

/** Hashes and compares, on the calling thread and outside of any transaction: fills in request->proof of a command
 * that takes a secret, and does nothing for others. */
gboolean tenure_proof_prepare (TenureRequest *request, TenureStore *store, GCancellable *cancellable, GError **error);
/** Inside the write transaction: *@refusal says that the secret is not right, which is counted. FALSE is an error. */
gboolean tenure_proof_check (TenureRequest *request, TenureConnection *connection, const TenureWorld *world,
                             TenureRefusal **refusal, GError **error);

G_END_DECLS
