/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-secrets.h"

#include <sodium.h>
#include <string.h>

#define TOKEN_BYTES 16
#define SALT_BYTES 16
#define DIGEST_BYTES 32
/* Longer is no password of any policy, and not worth the memory. */
#define LONGEST_SECRET 1024

static int least_cost; /* atomic */

/* Without its library nothing secret can be kept, so there is no going on. */
static void
start (void)
{
  static gsize started;

  if (g_once_init_enter (&started))
    {
      if (sodium_init () < 0)
        g_error ("The cryptographic library cannot be started");
      g_once_init_leave (&started, 1);
    }
}

char *
tenure_secret_new (gsize size)
{
  char *memory;

  start ();
  memory = sodium_malloc (size);
  if (memory == NULL)
    g_error ("There is no memory left for a secret");
  return memory;
}

static char *
dup_part (const char *text, gsize length)
{
  char *copy = tenure_secret_new (length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *
tenure_secret_dup (const char *text)
{
  return dup_part (text, strlen (text));
}

char *
tenure_secret_line (GBytes *secret, guint line)
{
  gsize size = 0;
  const char *text = secret == NULL ? NULL : g_bytes_get_data (secret, &size), *end = text + size, *stop;

  for (; text != NULL && line > 0; line--)
    {
      text = memchr (text, '\n', (gsize)(end - text));
      text = text == NULL ? NULL : text + 1;
    }
  if (text == NULL || text == end)
    return NULL;
  stop = memchr (text, '\n', (gsize)(end - text));
  stop = stop == NULL ? end : stop;
  if (stop > text && stop[-1] == '\r')
    stop--;
  if (stop - text > LONGEST_SECRET || memchr (text, '\0', (gsize)(stop - text)) != NULL)
    return NULL;
  return dup_part (text, (gsize)(stop - text));
}

void
tenure_secret_free (char *secret)
{
  if (secret != NULL)
    sodium_free (secret);
}

/* --- Passwords --------------------------------------------------------------------------------------------------- */

void
tenure_secret_use_least_cost (void)
{
  g_atomic_int_set (&least_cost, 1);
}

char *
tenure_secret_hash_password (const char *password)
{
  gboolean least = g_atomic_int_get (&least_cost);
  unsigned long long steps = least ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE;
  gsize memory = least ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE;
  g_autofree char *hash = g_malloc (crypto_pwhash_STRBYTES);

  start ();
  if (crypto_pwhash_str_alg (hash, password, strlen (password), steps, memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
    return NULL;
  return g_steal_pointer (&hash);
}

/* A hash of what nobody knows, so that an unknown name takes as long as a known one. */
static const char *
nobodys_hash (void)
{
  static char *hash;

  if (g_once_init_enter (&hash))
    {
      g_autoptr (TenureSecret) token = tenure_secret_new_token ();
      char *made = tenure_secret_hash_password (token);
      g_once_init_leave (&hash, made != NULL ? made : g_strdup (""));
    }
  return hash;
}

gboolean
tenure_secret_password_fits (const char *hash, const char *password)
{
  gboolean fits;

  start ();
  fits = crypto_pwhash_str_verify (hash != NULL ? hash : nobodys_hash (), password, strlen (password)) == 0;
  return fits && hash != NULL;
}

/* --- Codes and links --------------------------------------------------------------------------------------------- */

static void
digest_with (const guint8 salt[SALT_BYTES], const char *bound_to, const char *secret, guint8 digest[DIGEST_BYTES])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, salt, SALT_BYTES, DIGEST_BYTES);
  crypto_generichash_update (&state, (const guint8 *)bound_to, strlen (bound_to) + 1);
  crypto_generichash_update (&state, (const guint8 *)secret, strlen (secret));
  crypto_generichash_final (&state, digest, DIGEST_BYTES);
  sodium_memzero (&state, sizeof state);
}

char *
tenure_secret_digest (const char *bound_to, const char *secret)
{
  guint8 bytes[SALT_BYTES + DIGEST_BYTES];
  char *text = g_malloc (2 * sizeof bytes + 1);

  start ();
  randombytes_buf (bytes, SALT_BYTES);
  digest_with (bytes, bound_to, secret, bytes + SALT_BYTES);
  return sodium_bin2hex (text, 2 * sizeof bytes + 1, bytes, sizeof bytes);
}

gboolean
tenure_secret_digest_fits (const char *digest, const char *bound_to, const char *secret)
{
  guint8 bytes[SALT_BYTES + DIGEST_BYTES], again[DIGEST_BYTES];
  gsize length = 0;

  start ();
  if (digest == NULL || sodium_hex2bin (bytes, sizeof bytes, digest, strlen (digest), NULL, &length, NULL) != 0 ||
      length != sizeof bytes)
    return FALSE;
  digest_with (bytes, bound_to, secret, again);
  return sodium_memcmp (again, bytes + SALT_BYTES, DIGEST_BYTES) == 0;
}

char *
tenure_secret_new_code (int digits)
{
  char *code = tenure_secret_new ((gsize)digits + 1);

  for (int i = 0; i < digits; i++)
    code[i] = (char)('0' + randombytes_uniform (10));
  code[digits] = '\0';
  return code;
}

char *
tenure_secret_new_token (void)
{
  guint8 bytes[TOKEN_BYTES];
  gsize size = sodium_base64_ENCODED_LEN (TOKEN_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  char *token = tenure_secret_new (size);

  randombytes_buf (bytes, sizeof bytes);
  sodium_bin2base64 (token, size, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  sodium_memzero (bytes, sizeof bytes);
  return token;
}
