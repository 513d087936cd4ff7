/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords, codes and links' secret parts: the one place that hashes, compares and makes them. Any thread.
 * What is handed out in clear lies in memory of its own that is never swapped; tenure_secret_free wipes it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** @size bytes of such memory. */
char *tenure_secret_new (gsize size);
/** A copy of @text in it. */
char *tenure_secret_dup (const char *text);
/** The line of @secret (lines joined by line breaks); NULL when there is none such. */
char *tenure_secret_line (GBytes *secret, guint line);
void tenure_secret_free (char *secret);

/** Argon2id, some tens of milliseconds and 64 MiB: never inside a transaction. NULL when memory is short; g_free. */
char *tenure_secret_hash_password (const char *password);
/** As slow for @hash NULL, which no password fits. */
gboolean tenure_secret_password_fits (const char *hash, const char *password);
/** Tests hash many passwords: the least that Argon2id allows, for this process. */
void tenure_secret_use_least_cost (void);

/** Salted and fast, for what is random itself and soon over; @bound_to is hashed along. Free with g_free. */
char *tenure_secret_digest (const char *bound_to, const char *secret);
gboolean tenure_secret_digest_fits (const char *digest, const char *bound_to, const char *secret);

/** @digits random digits. */
char *tenure_secret_new_code (int digits);
/** 128 random bits in letters and digits that an address can hold. */
char *tenure_secret_new_token (void);

typedef char TenureSecret;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSecret, tenure_secret_free)

G_END_DECLS
