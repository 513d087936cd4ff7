/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli.h"

#include <libintl.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TENURE_LOCALEDIR") ? g_getenv ("TENURE_LOCALEDIR") : TENURE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return tenure_cli_run (argc, argv);
}
