/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-application.h"
#include "tenure-wording.h"

int
main (int argc, char **argv)
{
  tenure_words_init ();

  g_autoptr (TenureApplication) application = tenure_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
