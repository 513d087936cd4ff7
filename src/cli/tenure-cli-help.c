/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "  left  right" with the right side at column @at, wrapped nowhere: terminals do that. */
static void
append_pair (GString *out, const char *left, const char *right, guint at)
{
  guint width = tenure_cli_width (left) + 2;

  g_string_append_printf (out, "  %s%*s  %s\n", left, width < at ? (int)(at - width) : 0, "", right);
}

static char *
option_form (const TenureCliOption *option)
{
  return option->value ? g_strdup_printf ("--%s %s", option->name, option->value)
                       : g_strdup_printf ("--%s", option->name);
}

static guint
widest_option (const TenureCliOption *options, guint at)
{
  for (; options && options->name; options++)
    {
      g_autofree char *form = option_form (options);

      at = MAX (at, tenure_cli_width (form) + 2);
    }
  return at;
}

static void
append_options (GString *out, const TenureCliOption *options, guint at)
{
  for (; options && options->name; options++)
    {
      g_autofree char *form = option_form (options);
      g_autofree char *text = g_strdup_printf ("%s%s%s", _ (options->help), options->required ? _ (" (required)") : "",
                                               options->many ? _ (" (may be given several times)") : "");

      append_pair (out, form, text, at);
    }
}

static void
append_examples (GString *out, const TenureCliCommand *command)
{
  g_auto (GStrv) lines = g_strsplit (command->examples, "\n", -1);

  g_string_append_printf (out, "\n%s\n", _ ("Examples:"));
  for (guint i = 0; lines[i]; i++)
    g_string_append_printf (out, "  tenurectl %s\n", lines[i]);
}

char *
tenure_cli_help_command (const TenureCliCommand *command)
{
  GString *out = g_string_new (NULL);
  guint at = widest_option (command->options, 0);

  for (guint bit = TENURE_CLI_JSON; bit <= TENURE_CLI_CHANGE; bit <<= 1)
    if (command->groups & bit)
      at = widest_option (tenure_cli_group_options (bit), at);
  g_string_append_printf (out, "%s tenurectl %s%s%s %s\n\n%s\n", _ ("Usage:"), command->name,
                          command->arguments ? " " : "", command->arguments ? command->arguments : "", _ ("[OPTION…]"),
                          _ (command->summary));
  if (command->details)
    g_string_append_printf (out, "%s\n", _ (command->details));
  g_string_append_printf (out, "\n%s\n", _ ("Options:"));
  append_options (out, command->options, at);
  for (guint bit = TENURE_CLI_JSON; bit <= TENURE_CLI_CHANGE; bit <<= 1)
    if (command->groups & bit)
      append_options (out, tenure_cli_group_options (bit), at);
  append_pair (out, "--help", _ ("Show this help"), at);
  if (command->examples)
    append_examples (out, command);
  return g_string_free (out, FALSE);
}

static gboolean
has_prefix_word (const char *name, const char *prefix)
{
  gsize length = prefix ? strlen (prefix) : 0;

  return !prefix || (strncmp (name, prefix, length) == 0 && (name[length] == ' ' || name[length] == '\0'));
}

char *
tenure_cli_help_all (const char *prefix)
{
  GString *out = g_string_new (NULL);
  const TenureCliCommand *command;
  const char *heading;
  guint at = 0;

  g_string_append_printf (out, "%s tenurectl %s%s%s %s\n\n", _ ("Usage:"), prefix ? prefix : "", prefix ? " " : "",
                          _ ("COMMAND"), _ ("[OPTION…]"));
  for (guint i = 0; (command = tenure_cli_command_at (i, NULL)) != NULL; i++)
    at = MAX (at, tenure_cli_width (command->name) + 2);
  for (guint i = 0; (command = tenure_cli_command_at (i, &heading)) != NULL; i++)
    {
      if (heading && !prefix)
        g_string_append_printf (out, "%s%s\n", i ? "\n" : "", heading);
      if (has_prefix_word (command->name, prefix))
        append_pair (out, command->name, _ (command->summary), at);
    }
  g_string_append_printf (out, "\n%s\n%s\n", _ ("“tenurectl COMMAND --help” says what a command takes."),
                          _ ("Exit status: 0 done, 1 refused by a rule or stale, 2 wrong use, 3 technical failure."));
  return g_string_free (out, FALSE);
}
