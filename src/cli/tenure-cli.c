/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "tenure-cli-args.h"

static guint
matching_words (const char *name, char **words)
{
  g_auto (GStrv) parts = g_strsplit (name, " ", -1);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    if (!words[i] || !g_str_equal (words[i], parts[i]))
      return 0;
  return n;
}

const TenureCliCommand *
tenure_cli_find (char **words, guint *n_words)
{
  const TenureCliCommand *best = NULL, *command;

  *n_words = 0;
  for (guint i = 0; (command = tenure_cli_command_at (i, NULL)) != NULL; i++)
    {
      guint n = matching_words (command->name, words);

      if (n > *n_words)
        {
          best = command;
          *n_words = n;
        }
    }
  return best;
}

/* TRUE for the first word of a command of two words, such as "calc". */
static gboolean
is_group (const char *word)
{
  gsize length = strlen (word);
  const TenureCliCommand *command;

  for (guint i = 0; (command = tenure_cli_command_at (i, NULL)) != NULL; i++)
    if (strncmp (command->name, word, length) == 0 && command->name[length] == ' ')
      return TRUE;
  return FALSE;
}

static gboolean
unknown_command (char **words, GError **error)
{
  if (!words[0])
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
                 _ ("No command is given; “tenurectl --help” lists them"));
  else if (is_group (words[0]))
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                 _ ("“%s%s%s” is not a command; "
                    "“tenurectl %s --help” lists them"),
                 words[0], words[1] ? " " : "", words[1] ? words[1] : "", words[0]);
  else
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                 _ ("“%s” is not a command; “tenurectl --help” lists them"), words[0]);
  return FALSE;
}

static gboolean
wants_help (char **words)
{
  for (char **word = words; *word && !g_str_equal (*word, "--"); word++)
    if (g_str_equal (*word, "--help") || g_str_equal (*word, "-h"))
      return TRUE;
  return FALSE;
}

static gboolean
print_help (TenureCli *cli, char **words)
{
  g_autofree char *text = NULL;

  if (cli->command)
    text = tenure_cli_help_command (cli->command);
  else
    text = tenure_cli_help_all (words[0] && is_group (words[0]) ? words[0] : NULL);
  tenure_cli_print (cli, "%s", text);
  return TRUE;
}

static gboolean
check_plan (TenureCli *cli, GError **error)
{
  if (!cli->plan || (cli->command->groups & TENURE_CLI_CHANGE))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("“%s” changes nothing in the account, so there is nothing to plan"), cli->command->name);
  return FALSE;
}

static gboolean
run_words (TenureCli *cli, char **words, GError **error)
{
  guint n_words;

  if (words[0] && g_str_equal (words[0], "--version"))
    {
      tenure_cli_print (cli, "tenurectl %s\n", TENURE_VERSION);
      return TRUE;
    }
  cli->plan = words[0] && g_str_equal (words[0], "plan") && words[1] && !g_str_has_prefix (words[1], "-");
  words += cli->plan;
  cli->command = tenure_cli_find (words, &n_words);
  if (wants_help (words))
    return cli->command || !words[0] || words[0][0] == '-' || is_group (words[0]) ? print_help (cli, words)
                                                                                  : unknown_command (words, error);
  if (!cli->command)
    return unknown_command (words, error);
  return tenure_cli_parse (cli, words + n_words, error) && check_plan (cli, error) && cli->command->run (cli, error);
}

/* One sentence, on stderr, whatever was printed before it. */
static void
print_error (const GError *error)
{
  fprintf (stderr, "tenurectl: %s\n", error->message);
}

int
tenure_cli_run (int argc, char **argv)
{
  TenureCli cli = { .values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref),
                    .arguments = g_ptr_array_new_with_free_func (g_free),
                    .out = g_string_new (NULL) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) output_error = NULL;
  int status;

  run_words (&cli, argv + 1, &error);
  tenure_cli_flush (&cli, &output_error);
  if (error)
    print_error (error);
  if (output_error)
    print_error (output_error);
  status = error ? tenure_error_exit_status (error) : output_error ? tenure_error_exit_status (output_error) : 0;
  g_clear_object (&cli.session);
  g_clear_pointer (&cli.secret, g_bytes_unref);
  g_hash_table_unref (cli.values);
  g_ptr_array_unref (cli.arguments);
  g_string_free (cli.out, TRUE);
  return status;
}
