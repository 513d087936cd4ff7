/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gave a field of a command: an option or an argument of the table's row. */
#include "tenure-cli-session.h"

#include <string.h>

#include "tenure-cli-args.h"

/* Fields whose option or argument has another name. */
static const struct
{
  const char *field, *name;
} NAMES[] = {
  { "agreed", "agree" },    { "disk_gib", "disk" }, { "freeze", "kind" },    { "lines", "item" },
  { "order_type", "type" }, { "orders", "order" },  { "permyriad", "rate" }, { "resources", "resource" },
};

static gboolean
has_option (const TenureCliCommand *command, const char *name)
{
  for (const TenureCliOption *option = command->options; option && option->name; option++)
    if (g_str_equal (option->name, name))
      return TRUE;
  return FALSE;
}

/* "RESOURCE" of "KIND [RESOURCE]"; NULL when the command takes none of that name. */
static char *
argument_called (const TenureCliCommand *command, const char *name)
{
  g_autofree char *wanted = g_ascii_strup (name, -1);
  g_auto (GStrv) words = g_strsplit_set (command->arguments ? command->arguments : "", " []…", -1);

  return g_strv_contains ((const char *const *)words, wanted) ? g_steal_pointer (&wanted) : NULL;
}

char *
tenure_cli_field_name (TenureCli *cli, const char *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field), "_", '-');

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (g_str_equal (NAMES[i].field, field))
      {
        g_free (name);
        name = g_strdup (NAMES[i].name);
      }
  if (g_str_equal (name, "months") && tenure_cli_has (cli, "term"))
    return g_strdup ("--term");
  if (g_str_equal (name, "spec") && tenure_cli_has (cli, "line"))
    return g_strdup ("--line");
  if (has_option (cli->command, name))
    return g_strconcat ("--", name, NULL);
  if (g_str_equal (name, "amount") && has_option (cli->command, "size"))
    return g_strdup ("--size");
  return argument_called (cli->command, name);
}
