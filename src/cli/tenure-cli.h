/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: one table of commands, from which parsing, help and dispatch follow. */
#pragma once

#include "tenure-error.h"
#include "tenure-session.h"

G_BEGIN_DECLS

typedef struct _TenureCli TenureCli;

/** One option. Without @value it is a flag. */
typedef struct
{
  const char *name;  /* "expiry", given as --expiry T or --expiry=T */
  const char *value; /* what its help calls the value: "T"; NULL for a flag */
  const char *help;  /* N_() */
  gboolean required;
  gboolean many; /* may be given several times */
} TenureCliOption;

/** What a command has besides its own options. */
typedef enum
{
  TENURE_CLI_JSON = 1 << 0,    /* --json */
  TENURE_CLI_EXPLAIN = 1 << 1, /* --explain */
  TENURE_CLI_PROFILE = 1 << 2, /* --profile NAME */
  TENURE_CLI_SECRET = 1 << 3,  /* --secret-fd N: passwords, codes and links come from there or from stdin */
  TENURE_CLI_CHANGE = 1 << 4,  /* --dry-run, and may follow `plan` */
} TenureCliGroups;

/** A row of the table. */
typedef struct
{
  const char *name;      /* one or two words: "order place" */
  const char *arguments; /* "RESOURCE…", or NULL for none */
  int min_arguments;
  int max_arguments; /* -1: any number */
  TenureCliGroups groups;
  const TenureCliOption *options; /* up to one without a name; may be NULL */
  const char *summary;            /* N_(), one line */
  const char *details;            /* N_(), or NULL */
  const char *examples;           /* one a line, without the program's name */
  gboolean (*run) (TenureCli *cli, GError **error);
} TenureCliCommand;

/** The one table, in sections that each end with a row without a name; row @index over all of them, NULL at the end.
 * @heading, if asked for, is what stands above the row where it begins a subject, otherwise NULL. */
const TenureCliCommand *tenure_cli_command_at (guint index, const char **heading);

/** One run of the program. */
struct _TenureCli
{
  const TenureCliCommand *command;
  GHashTable *values; /* option name → GPtrArray of char *; a flag has an empty one */
  GPtrArray *arguments;
  gboolean plan; /* the command follows `plan`: print its plan as a file */
  GString *out;
  GBytes *secret;         /* lines of what the command takes besides, once read; or NULL */
  TenureSession *session; /* opened by tenure_cli_session() */
};

/** Runs the program; answers its exit status: 0 done, 1 refused or stale, 2 wrong use, 3 technical. */
int tenure_cli_run (int argc, char **argv);

/** Reads the words after the command's name; TENURE_INPUT_ERROR naming what is wrong. */
gboolean tenure_cli_parse (TenureCli *cli, char **words, GError **error);
/** The options that a command has by its groups; ends with one without a name. */
const TenureCliOption *tenure_cli_group_options (TenureCliGroups group);
/** The row whose name the words begin with, and how many words that is; NULL when there is none. */
const TenureCliCommand *tenure_cli_find (char **words, guint *n_words);

/* Help, made from the table; free with g_free. */
char *tenure_cli_help_all (const char *prefix);
char *tenure_cli_help_command (const TenureCliCommand *command);

G_END_DECLS
