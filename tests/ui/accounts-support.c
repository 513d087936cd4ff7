/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accounts-support.h"

#include <string.h>

#include "tenure-account-lookup.h"
#include "tenure-wording-messages.h"

static GPtrArray *
messages_of (TenureSession *session)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *messages = tenure_read_messages (session, 0, 100, &error);

  g_assert_no_error (error);
  return messages;
}

char *
accounts_newest_code (TenureSession *session)
{
  g_autoptr (GPtrArray) messages = messages_of (session);

  for (guint i = 0; i < messages->len; i++)
    if (tenure_message_code (messages->pdata[i]))
      return g_strdup (tenure_message_code (messages->pdata[i]));
  return NULL;
}

char *
accounts_newest_link (TenureSession *session)
{
  g_autoptr (GPtrArray) messages = messages_of (session);
  char *link = NULL;

  for (guint i = 0; i < messages->len && !link; i++)
    link = tenure_message_link (messages->pdata[i]);
  return link;
}

char *
accounts_application (TenureSession *session, const char *state)
{
  g_autoptr (GError) error = NULL;
  TenureApplicationState wanted;
  g_assert_true (tenure_application_state_from_name (state, &wanted));
  g_autoptr (GPtrArray) applications = tenure_read_applications (session, wanted, &error);

  g_assert_no_error (error);
  return applications->len ? g_strdup (((const TenureApplication *)applications->pdata[0])->key) : NULL;
}

char *
accounts_huawei (TenureSession *session, gboolean eligible)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = tenure_read_accounts (session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < accounts->len; i++)
    {
      const TenureAccountView *view = accounts->pdata[i];

      if (view->eligible == eligible)
        return g_strdup (view->account.key);
    }
  return NULL;
}

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize n = 0, length = strlen (text);

  if (!g_file_get_contents (path, &bytes, &n, NULL))
    return FALSE;
  for (gsize i = 0; i + length <= n; i++)
    if (memcmp (bytes + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
accounts_left_in (const char *folder, const char *text)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;

  g_assert_nonnull (files);
  for (const char *name = g_dir_read_name (files); name && !found; name = g_dir_read_name (files))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      found = g_file_test (path, G_FILE_TEST_IS_DIR) ? accounts_left_in (path, text) : holds (path, text);
      if (found)
        g_test_message ("%s holds it", path);
    }
  return found;
}
