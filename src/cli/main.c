/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli.h"
#include "tenure-wording.h"

int
main (int argc, char **argv)
{
  tenure_words_init ();
  return tenure_cli_run (argc, argv);
}
