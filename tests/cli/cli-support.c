/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-support.h"

#include <string.h>

char *
cli_run (const char *command, const char *more, char **errors, int *status)
{
  g_autofree char *line = g_strdup_printf ("%s %s %s", g_getenv ("TENURECTL"), command, more);
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  g_shell_parse_argv (line, NULL, &words, &error);
  g_assert_no_error (error);
  process = g_subprocess_newv ((const char *const *)words,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  *status = g_subprocess_get_exit_status (process);
  return out;
}

static char *
must_do (const char *command)
{
  g_autofree char *errors = NULL;
  int status;
  char *out = cli_run (command, "", &errors, &status);

  if (status != 0 || errors[0])
    g_test_message ("%s ended with %d: %s", command, status, errors);
  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpint (status, ==, 0);
  return out;
}

char *
cli_do (const char *format, ...)
{
  g_autofree char *command = NULL;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  return must_do (command);
}

TenureJson *
cli_json (const char *format, ...)
{
  g_autofree char *command = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  TenureJson *json;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  out = must_do (command);
  json = tenure_json_parse (out, -1, 0, &error);
  g_assert_no_error (error);
  return json;
}

void
cli_fails (int status, const char *named, const char *format, ...)
{
  g_autofree char *command = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *out = NULL;
  int ended;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  out = cli_run (command, "", &errors, &ended);
  g_test_message ("%s: %s", command, errors);
  g_assert_cmpint (ended, ==, status);
  g_assert_true (g_str_has_prefix (errors, "tenurectl: "));
  g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
  g_assert_nonnull (strstr (errors, named));
}

char *
cli_member (TenureJson *object, const char *name)
{
  TenureJson *member = tenure_json_get (object, name);
  GString *list = g_string_new (NULL);

  g_assert_nonnull (member);
  if (tenure_json_type (member) == TENURE_JSON_NULL)
    g_string_append (list, "null");
  else if (tenure_json_type (member) == TENURE_JSON_BOOLEAN)
    g_string_append (list, tenure_json_boolean (member) ? "true" : "false");
  else if (tenure_json_type (member) != TENURE_JSON_ARRAY)
    g_string_append (list, tenure_json_text (member));
  else
    for (guint i = 0; i < tenure_json_length (member); i++)
      g_string_append_printf (list, "%s%s", i ? "," : "", tenure_json_text (tenure_json_at (member, i)));
  return g_string_free (list, FALSE);
}

static char *
feed (const char *text, const char *command, int status)
{
  g_autofree char *line = g_strdup_printf ("%s %s", g_getenv ("TENURECTL"), command);
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  process = g_subprocess_newv ((const char *const *)words,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                   (status == 0 ? 0 : G_SUBPROCESS_FLAGS_STDERR_MERGE),
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, text, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  if (g_subprocess_get_exit_status (process) != status)
    g_test_message ("%s: %s", command, out);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
  return out;
}

char *
cli_feed (const char *text, int status, const char *format, ...)
{
  g_autofree char *command = NULL;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  return feed (text, command, status);
}

char *
cli_pipe (const char *first, const char *second)
{
  g_autofree char *text = cli_do ("%s", first);

  return feed (text, second, 0);
}
