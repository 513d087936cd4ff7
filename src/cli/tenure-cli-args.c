/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-args.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tenure-text.h"

static const TenureCliOption JSON_OPTIONS[] = {
  { "json", NULL, N_ ("Print one JSON object"), FALSE, FALSE },
  { NULL },
};
static const TenureCliOption EXPLAIN_OPTIONS[] = {
  { "explain", NULL, N_ ("Show how each amount comes about, with its source"), FALSE, FALSE },
  { NULL },
};
static const TenureCliOption PROFILE_OPTIONS[] = {
  { "profile", "NAME", N_ ("The profile to work on, by name or id; not needed when there is only one"), FALSE, FALSE },
  { NULL },
};
static const TenureCliOption SECRET_OPTIONS[] = {
  { "secret-fd", "N", N_ ("Read passwords, codes and links from this file descriptor, a line each (default: stdin)") },
  { NULL },
};
static const TenureCliOption CHANGE_OPTIONS[] = {
  { "dry-run", NULL, N_ ("Only show what would happen"), FALSE, FALSE },
  { "partial", NULL, N_ ("Go on without what a rule refuses; otherwise nothing is done then"), FALSE, FALSE },
  { NULL },
};
static const TenureCliOption NO_OPTIONS[] = { { NULL } };

const TenureCliOption *
tenure_cli_group_options (TenureCliGroups group)
{
  switch (group)
    {
    case TENURE_CLI_JSON:
      return JSON_OPTIONS;
    case TENURE_CLI_EXPLAIN:
      return EXPLAIN_OPTIONS;
    case TENURE_CLI_PROFILE:
      return PROFILE_OPTIONS;
    case TENURE_CLI_SECRET:
      return SECRET_OPTIONS;
    case TENURE_CLI_CHANGE:
      return CHANGE_OPTIONS;
    default:
      return NO_OPTIONS;
    }
}

static const TenureCliOption *
find_in (const TenureCliOption *options, const char *name)
{
  for (const TenureCliOption *option = options; option && option->name; option++)
    if (g_str_equal (option->name, name))
      return option;
  return NULL;
}

static const TenureCliOption *
find_option (const TenureCliCommand *command, const char *name)
{
  const TenureCliOption *found = find_in (command->options, name);

  for (guint bit = TENURE_CLI_JSON; !found && bit <= TENURE_CLI_CHANGE; bit <<= 1)
    if (command->groups & bit)
      found = find_in (tenure_cli_group_options (bit), name);
  return found;
}

static gboolean
add_value (TenureCli *cli, const TenureCliOption *option, const char *value, GError **error)
{
  GPtrArray *values = g_hash_table_lookup (cli->values, option->name);

  if (values && !option->many)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, _ ("--%s is given twice; once is enough"),
                   option->name);
      return FALSE;
    }
  if (!values)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (cli->values, (gpointer)option->name, values);
    }
  if (value)
    g_ptr_array_add (values, g_strdup (value));
  return TRUE;
}

/* One `--name`, `--name=value` or `--name value`; *next is what follows, and moves when it is used up. */
static gboolean
parse_option (TenureCli *cli, const char *word, char ***next, GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals ? g_strndup (word + 2, (gsize)(equals - word - 2)) : g_strdup (word + 2);
  const TenureCliOption *option = find_option (cli->command, name);
  const char *value = equals ? equals + 1 : NULL;

  if (!option)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                   _ ("“%s” has no option --%s; “tenurectl %s --help” lists what it has"), cli->command->name, name,
                   cli->command->name);
      return FALSE;
    }
  if (!option->value && value)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, _ ("--%s takes no value, and “%s” was given"),
                   name, value);
      return FALSE;
    }
  if (option->value && !value && !(value = **next))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, _ ("--%s needs a value: --%s %s"), name, name,
                   option->value);
      return FALSE;
    }
  if (option->value && !equals)
    (*next)++;
  return add_value (cli, option, value, error);
}

static gboolean
parse_words (TenureCli *cli, char **words, GError **error)
{
  gboolean only_arguments = FALSE;

  while (*words)
    {
      const char *word = *words++;

      if (!only_arguments && g_str_equal (word, "--"))
        only_arguments = TRUE;
      else if (!only_arguments && g_str_has_prefix (word, "--"))
        {
          if (!parse_option (cli, word, &words, error))
            return FALSE;
        }
      else if (!only_arguments && word[0] == '-' && word[1] != '\0')
        {
          g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                       _ ("There is no option “%s”; options begin with two hyphens, and “tenurectl %s --help” lists "
                          "them"),
                       word, cli->command->name);
          return FALSE;
        }
      else
        g_ptr_array_add (cli->arguments, g_strdup (word));
    }
  return TRUE;
}

static gboolean
check_required (TenureCli *cli, GError **error)
{
  for (const TenureCliOption *option = cli->command->options; option && option->name; option++)
    if (option->required && !tenure_cli_has (cli, option->name))
      {
        g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, _ ("“%s” needs --%s %s"),
                     cli->command->name, option->name, option->value);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_arguments (TenureCli *cli, GError **error)
{
  const TenureCliCommand *command = cli->command;
  int n = (int)cli->arguments->len;

  if (n < command->min_arguments)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, _ ("“%s” needs %s"), command->name,
                   command->arguments);
      return FALSE;
    }
  if (command->max_arguments >= 0 && n > command->max_arguments)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("“%s” does not know what to do with “%s”; “tenurectl %s --help” says what it takes"),
                   command->name, (char *)cli->arguments->pdata[command->max_arguments], command->name);
      return FALSE;
    }
  return TRUE;
}

gboolean
tenure_cli_parse (TenureCli *cli, char **words, GError **error)
{
  for (char **word = words; *word; word++)
    if (!g_utf8_validate (*word, -1, NULL))
      {
        g_autofree char *shown = g_utf8_make_valid (*word, -1);

        g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, _ ("“%s” is not UTF-8 text"), shown);
        return FALSE;
      }
  return parse_words (cli, words, error) && check_required (cli, error) && check_arguments (cli, error);
}

gboolean
tenure_cli_has (TenureCli *cli, const char *name)
{
  return g_hash_table_contains (cli->values, name);
}

const char *
tenure_cli_text (TenureCli *cli, const char *name)
{
  GPtrArray *values = g_hash_table_lookup (cli->values, name);

  return values && values->len > 0 ? values->pdata[values->len - 1] : NULL;
}

char **
tenure_cli_texts (TenureCli *cli, const char *name)
{
  GPtrArray *values = g_hash_table_lookup (cli->values, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; values && i < values->len; i++)
    g_strv_builder_add (builder, values->pdata[i]);
  return g_strv_builder_end (builder);
}

/* Every reader's error gets the option's name in front. */
static gboolean
named (gboolean ok, const char *name, GError **error)
{
  if (!ok)
    g_prefix_error (error, "--%s: ", name);
  return ok;
}

gboolean
tenure_cli_money (TenureCli *cli, const char *name, TenureMoney *value, GError **error)
{
  const char *text = tenure_cli_text (cli, name);

  return !text || named (tenure_money_parse (text, value, error), name, error);
}

gboolean
tenure_cli_int (TenureCli *cli, const char *name, gint64 min, gint64 max, gint64 *value, GError **error)
{
  const char *text = tenure_cli_text (cli, name);
  g_autofree char *what = g_strdup_printf ("--%s", name);

  return !text || tenure_text_parse_int (text, what, min, max, value, error);
}

gboolean
tenure_cli_time (TenureCli *cli, const char *name, int default_second, TenureTime *value, GError **error)
{
  const char *text = tenure_cli_text (cli, name);

  return !text || named (tenure_time_parse (text, default_second, value, error), name, error);
}

gboolean
tenure_cli_day (TenureCli *cli, const char *name, TenureDay *value, GError **error)
{
  const char *text = tenure_cli_text (cli, name);

  return !text || named (tenure_day_parse (text, value, error), name, error);
}

gboolean
tenure_cli_month_day (const char *text, const char *what, gint64 *value, GError **error)
{
  if (g_str_equal (text, "last"))
    {
      *value = -1;
      return TRUE;
    }
  if (tenure_text_parse_int (text, what, 1, 28, value, NULL))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
               _ ("%s: “%s” is not a unified day; it is 1 to 28, or “last” for the last day of the month"), what, text);
  return FALSE;
}

gboolean
tenure_cli_term (TenureCli *cli, const char *name, int *months, GError **error)
{
  const char *text = tenure_cli_text (cli, name);
  gsize length = text ? strlen (text) : 0;
  gboolean years = length > 1 && text[length - 1] == 'y';
  g_autofree char *number = NULL;
  gint64 value = 0;

  if (!text)
    return TRUE;
  number = g_strndup (text, length ? length - 1 : 0);
  if (!(years || (length > 1 && text[length - 1] == 'm')) ||
      !tenure_text_parse_int (number, text, 1, years ? 5 : 11, &value, NULL))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("--%s: “%s” is not a term; it is 1m to 11m or 1y to 5y"), name, text);
      return FALSE;
    }
  *months = (int)value * (years ? 12 : 1);
  return TRUE;
}

gboolean
tenure_cli_choice (TenureCli *cli, const char *name, const char *const *choices, int *value, GError **error)
{
  const char *text = tenure_cli_text (cli, name);
  g_autofree char *all = NULL;

  if (!text)
    return TRUE;
  for (int i = 0; choices[i]; i++)
    if (g_str_equal (choices[i], text))
      {
        *value = i;
        return TRUE;
      }
  all = g_strjoinv (", ", (char **)choices);
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, _ ("--%s: “%s” is not one of: %s"), name, text,
               all);
  return FALSE;
}

gboolean
tenure_cli_level (TenureCli *cli, const char *name, TenureLevel *value, GError **error)
{
  const char *text = tenure_cli_text (cli, name);

  return !text || named (tenure_level_parse (text, value, error), name, error);
}

TenurePolicy *
tenure_cli_policy (TenureCli *cli, GError **error)
{
  const char *name = tenure_cli_text (cli, "policy");
  TenurePolicy *policy = tenure_session_builtin_policy (name, error);

  if (!policy && name)
    g_prefix_error (error, "--policy: ");
  return policy;
}
