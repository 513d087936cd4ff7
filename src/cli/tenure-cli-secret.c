/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-secret.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "tenure-account-lookup.h"
#include "tenure-cli-args.h"

#define LONGEST_LINE 1024

static void
wipe (char *text)
{
  for (volatile char *p = text; *p; p++)
    *p = '\0';
}

/* Byte by byte, so that nothing beyond the line is taken from who reads on. */
static gboolean
read_line (int fd, char line[LONGEST_LINE], GError **error)
{
  gsize n = 0;
  gssize got;
  char byte;

  while ((got = read (fd, &byte, 1)) != 0 && (got < 0 ? errno == EINTR : byte != '\n'))
    if (got > 0 && n + 1 < LONGEST_LINE)
      line[n++] = byte;
  line[n] = '\0';
  if (n > 0 && line[n - 1] == '\r')
    line[n - 1] = '\0';
  if (line[0])
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
               _ ("A password, code or link is missing; give each on a line of its own, on stdin or with --secret-fd"));
  return FALSE;
}

/* What is typed at a terminal is not shown. */
static gboolean
ask_line (int fd, char line[LONGEST_LINE], GError **error)
{
  struct termios shown, hidden;
  gboolean fine;

  if (tcgetattr (fd, &shown) != 0)
    return read_line (fd, line, error);
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t)ECHO;
  fputs (_ ("Secret (link, code or password): "), stderr);
  tcsetattr (fd, TCSAFLUSH, &hidden);
  fine = read_line (fd, line, error);
  tcsetattr (fd, TCSAFLUSH, &shown);
  fputc ('\n', stderr);
  return fine;
}

gboolean
tenure_cli_read_secret (TenureCli *cli, guint lines, GError **error)
{
  char first[LONGEST_LINE] = "", second[LONGEST_LINE] = "";
  gint64 fd = 0;
  gboolean fine;

  if (lines == 0 || cli->secret)
    return TRUE;
  if (!tenure_cli_int (cli, "secret-fd", 0, G_MAXINT, &fd, error))
    return FALSE;
  fine = ask_line ((int)fd, first, error) && (lines < 2 || ask_line ((int)fd, second, error));
  if (fine)
    cli->secret = tenure_session_secret (first, lines < 2 ? NULL : second, NULL);
  wipe (first);
  wipe (second);
  return fine;
}

/* Cuts the link on the first line: its secret part and the password are what is left of the secret. */
static char *
cut_link (TenureCli *cli, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (cli->secret, NULL), "\n", 3);
  g_autofree char *secret = NULL;
  char *link = NULL;

  if (lines[0] && lines[1] && tenure_link_cut (lines[0], &link, &secret))
    {
      g_bytes_unref (cli->secret);
      cli->secret = tenure_session_secret (secret, lines[1], NULL);
      wipe (secret);
    }
  else
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                 _ ("The first line is not a link; copy it whole from the mail, with what stands behind the “#”"));
  for (char **line = lines; *line; line++)
    wipe (*line);
  return link;
}

char *
tenure_cli_read_link (TenureCli *cli, const char *expected, GError **error)
{
  g_autofree char *link = tenure_cli_read_secret (cli, 2, error) ? cut_link (cli, error) : NULL;

  if (!link || !expected || g_str_equal (link, expected))
    return g_steal_pointer (&link);
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("The first line is the link %s, but %s is to be used; give that one, or plan with this one"), link,
               expected);
  return NULL;
}
