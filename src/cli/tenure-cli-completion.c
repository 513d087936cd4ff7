/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a shell needs to complete commands, options and their values, from the table that makes the help. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tenure-cli-output.h"

/* Values of options that have a name each, and where a command has its own: "COMMAND OPTION"; everything else is free,
 * or a file. "COMMAND 2" is what a second argument may be. */
static const struct
{
  const char *option, *values;
} VALUES[] = {
  { "mode", "manual auto to-pay-per-use no-renewal" },
  { "status", "unpaid review refunding processing completed cancelled confirmation" },
  { "type", "new renewal change unsubscription to-pay-per-use from-pay-per-use" },
  { "reason", "wrong-spec surplus test-done hard-to-use not-suitable fault other" },
  { "policy", "huawei-cn huawei-intl intl-page" },
  { "level", "V0 V1 V2 V3 V4 V5 intl" },
  { "list", "all unsubscribe five-day periods pending refused" },
  { "goods", "cloud hardware" },
  { "format", "csv xlsx" },
  { "encoding", "utf-8-bom utf-8 gb18030" },
  { "term", "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 11m 1y 2y 3y 4y 5y" },
  { "kind", "new renewal" },
  { "unit", "hours days" },
  { "unit-kind", "government institution other" },
  { "state", "submitted approved rejected activated" },
  { "line", "5_bgp 5_sbgp" },
  { "trace", "newest all" },
  { "charging", "period pay-per-use package" },
  { "calc change unit", "months years" },
  { "bills type", "new renewal change unsubscription use auto-renewal change-refund" },
#define GRANTED "new renewal change to-pay-per-use from-pay-per-use"
  { "grant voucher type", GRANTED },
  { "grant flexi type", GRANTED },
  { "grant card type", GRANTED },
  { "grant discount-coupon type", GRANTED },
  { "mark 2", "promotion partner-paid special invoiced" },
};

/* Names of profiles, one a line: those of the program that is being completed; JSON is the same in all languages. */
#define PROFILES " profile list --json 2>/dev/null | sed -n '/^ *\"name\": \"/{s///;s/\",$//;s/\\\\\\(.\\)/\\1/g;p;}'"

static const char BASH[] =
    "_tenurectl_profiles ()\n"
    "{\n"
    "  local name\n"
    "  while IFS= read -r name; do\n"
    "    if [[ $name == \"$1\"* ]]; then COMPREPLY+=(\"$(printf %q \"$name\")\"); fi\n"
    "  done < <(\"${COMP_WORDS[0]}\"" PROFILES ")\n"
    "}\n"
    "_tenurectl ()\n"
    "{\n"
    "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} at=1 name\n"
    "  COMPREPLY=()\n"
    "  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
    "  if [[ ${COMP_WORDS[1]} == plan && $COMP_CWORD -gt 1 ]]; then at=2; fi\n"
    "  name=${COMP_WORDS[at]}\n"
    "  if (( COMP_CWORD == at )); then\n"
    "    COMPREPLY=($(compgen -W \"${!_tenurectl_first[*]}\" -- \"$cur\"))\n"
    "    return\n"
    "  fi\n"
    "  if (( COMP_CWORD == at + 1 )) && [[ -n ${_tenurectl_first[$name]} && $cur != -* ]]; then\n"
    "    COMPREPLY=($(compgen -W \"${_tenurectl_first[$name]}\" -- \"$cur\"))\n"
    "    (( ${#COMPREPLY[@]} )) && return\n"
    "  fi\n"
    "  if [[ -n ${COMP_WORDS[at+1]} && -n ${_tenurectl_options[\"$name ${COMP_WORDS[at+1]}\"]} ]]; then\n"
    "    name=\"$name ${COMP_WORDS[at+1]}\"\n"
    "  fi\n"
    "  if [[ $prev == --profile ]] ||\n"
    "     [[ $COMP_CWORD -eq $((at + 2)) && $cur != -* && $name == profile\\ @(show|agree|delete) ]]; then\n"
    "    _tenurectl_profiles \"$cur\"\n"
    "  elif [[ $prev == --* && -n ${_tenurectl_values[\"$name ${prev#--}\"]} ]]; then\n"
    "    COMPREPLY=($(compgen -W \"${_tenurectl_values[\"$name ${prev#--}\"]}\" -- \"$cur\"))\n"
    "  elif [[ $prev == --* && -n ${_tenurectl_values[${prev#--}]} ]]; then\n"
    "    COMPREPLY=($(compgen -W \"${_tenurectl_values[${prev#--}]}\" -- \"$cur\"))\n"
    "  elif [[ $cur == -* ]]; then\n"
    "    COMPREPLY=($(compgen -W \"${_tenurectl_options[$name]}\" -- \"$cur\"))\n"
    "  elif (( COMP_CWORD == at + 2 )) && [[ -n ${_tenurectl_values[\"$name 2\"]} ]]; then\n"
    "    COMPREPLY=($(compgen -W \"${_tenurectl_values[\"$name 2\"]}\" -- \"$cur\"))\n"
    "  elif [[ \" ${_tenurectl_files[$name]} \" == *\" $prev \"* || \" ${_tenurectl_files[$name]} \" == *' FILE '* ]]; "
    "then\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
    "  fi\n"
    "}\n"
    "complete -F _tenurectl tenurectl\n";

static const char ZSH[] =
    "_tenurectl_profiles ()\n"
    "{\n"
    "  local -a names\n"
    "  names=(${(f)\"$(${(Q)words[1]}" PROFILES ")\"})\n"
    "  compadd -a names\n"
    "}\n"
    "_tenurectl ()\n"
    "{\n"
    "  local cur=$words[CURRENT] prev=$words[CURRENT-1] at=2 name two\n"
    "  if [[ $words[2] == plan ]] && (( CURRENT > 2 )); then at=3; fi\n"
    "  name=$words[at]\n"
    "  two=\"$name $words[at+1]\"\n"
    "  if (( CURRENT == at )); then\n"
    "    compadd -- ${(k)_tenurectl_first}\n"
    "    return\n"
    "  fi\n"
    "  if (( CURRENT == at + 1 )) && [[ -n ${_tenurectl_first[$name]} && $cur != -* ]]; then\n"
    "    compadd -- ${=_tenurectl_first[$name]} && return\n"
    "  fi\n"
    "  if [[ -n ${_tenurectl_options[$two]} ]]; then name=$two; fi\n"
    "  if [[ $prev == --profile ]] ||\n"
    "     [[ $CURRENT -eq $((at + 2)) && $cur != -* && $name == profile\\ (show|agree|delete) ]]; "
    "then\n"
    "    _tenurectl_profiles\n"
    "  elif [[ $prev == --* && -n ${_tenurectl_values[$name ${prev#--}]} ]]; then\n"
    "    compadd -- ${=_tenurectl_values[$name ${prev#--}]}\n"
    "  elif [[ $prev == --* && -n ${_tenurectl_values[${prev#--}]} ]]; then\n"
    "    compadd -- ${=_tenurectl_values[${prev#--}]}\n"
    "  elif [[ $cur == -* ]]; then\n"
    "    compadd -- ${=_tenurectl_options[$name]}\n"
    "  elif (( CURRENT == at + 2 )) && [[ -n ${_tenurectl_values[$name 2]} ]]; then\n"
    "    compadd -- ${=_tenurectl_values[$name 2]}\n"
    "  elif [[ \" ${_tenurectl_files[$name]} \" == *\" $prev \"* ||\n"
    "          \" ${_tenurectl_files[$name]} \" == *' FILE '* ]]; then\n"
    "    _files\n"
    "  fi\n"
    "}\n"
    "_tenurectl \"$@\"\n";

static gboolean
is_zsh (TenureCli *cli)
{
  return g_str_equal (cli->arguments->pdata[0], "zsh");
}

/* Walking the table ------------------------------------------------------------------------------------------------*/

static void
add_option (GString *text, const TenureCliOption *options, gboolean files_only)
{
  for (; options && options->name; options++)
    if (!files_only || g_strcmp0 (options->value, "FILE") == 0)
      g_string_append_printf (text, "%s--%s", text->len > 0 ? " " : "", options->name);
}

/* Options of a command; or those that take a file, with "FILE" when its arguments are files. */
static char *
options_of (const TenureCliCommand *command, gboolean files_only)
{
  GString *text = g_string_new (NULL);

  add_option (text, command->options, files_only);
  for (guint bit = TENURE_CLI_JSON; bit <= TENURE_CLI_CHANGE; bit <<= 1)
    if (command->groups & bit)
      add_option (text, tenure_cli_group_options (bit), files_only);
  if (!files_only)
    g_string_append_printf (text, "%s--help", text->len > 0 ? " " : "");
  else if (command->arguments && strstr (command->arguments, "FILE"))
    g_string_append_printf (text, "%sFILE", text->len > 0 ? " " : "");
  return g_string_free (text, FALSE);
}

/* A command's first argument, where it is a choice. */
static const char *
first_arguments (const char *command)
{
  if (g_str_equal (command, "completion"))
    return "bash zsh";
  return g_str_equal (command, "freeze") ? "arrears violation police" : "";
}

/* First words, each with the second words that it takes; a command's arguments count where they are choices. */
static GHashTable *
first_words (void)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const TenureCliCommand *command;

  for (guint i = 0; (command = tenure_cli_command_at (i, NULL)) != NULL; i++)
    {
      const char *space = strchr (command->name, ' ');
      char *first = space ? g_strndup (command->name, (gsize)(space - command->name)) : g_strdup (command->name);
      const char *known = g_hash_table_lookup (words, first);
      const char *second = space ? space + 1 : first_arguments (command->name);

      g_hash_table_insert (words, first, g_strconcat (known ? known : "", known && *known ? " " : "", second, NULL));
    }
  return words;
}

/* Bash writes [key]=value; every zsh understands keys and values in turn. */
static void
print_entry (TenureCli *cli, const char *key, const char *value)
{
  if (is_zsh (cli))
    tenure_cli_print (cli, "  '%s' '%s'\n", key, value);
  else
    tenure_cli_print (cli, "  ['%s']='%s'\n", key, value);
}

static void
begin_table (TenureCli *cli, const char *name)
{
  if (is_zsh (cli))
    tenure_cli_print (cli, "typeset -gA _tenurectl_%s\n_tenurectl_%s=(\n", name, name);
  else
    tenure_cli_print (cli, "declare -gA _tenurectl_%s=(\n", name);
}

static void
end_table (TenureCli *cli)
{
  tenure_cli_print (cli, ")\n");
}

static void
print_first (TenureCli *cli)
{
  g_autoptr (GHashTable) words = first_words ();
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (words), (GCompareFunc)strcmp);

  for (GList *key = keys; key; key = key->next)
    print_entry (cli, key->data, g_hash_table_lookup (words, key->data));
}

static void
print_options (TenureCli *cli, gboolean files_only)
{
  const TenureCliCommand *command;

  for (guint i = 0; (command = tenure_cli_command_at (i, NULL)) != NULL; i++)
    {
      g_autofree char *options = options_of (command, files_only);

      if (*options)
        print_entry (cli, command->name, options);
    }
}

static void
print_values (TenureCli *cli)
{
  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    print_entry (cli, VALUES[i].option, VALUES[i].values);
}

gboolean
tenure_cli_run_completion (TenureCli *cli, GError **error)
{
  const char *shell = cli->arguments->pdata[0];
  gboolean zsh = is_zsh (cli);

  if (!zsh && !g_str_equal (shell, "bash"))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                   _ ("“%s” is not one of: bash, "
                      "zsh"),
                   shell);
      return FALSE;
    }
  tenure_cli_print (cli, "%s\n", zsh ? "#compdef tenurectl" : "# bash completion for tenurectl");
  begin_table (cli, "first");
  print_first (cli);
  end_table (cli);
  begin_table (cli, "options");
  print_options (cli, FALSE);
  end_table (cli);
  begin_table (cli, "files");
  print_options (cli, TRUE);
  end_table (cli);
  begin_table (cli, "values");
  print_values (cli);
  end_table (cli);
  tenure_cli_print (cli, "%s", zsh ? ZSH : BASH);
  return TRUE;
}
