/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the three files of tenure-json share. */
#pragma once

#include "tenure-json.h"

G_BEGIN_DECLS

#define TENURE_JSON_LEVELS 64

struct _TenureJson
{
  gatomicrefcount refs;
  TenureJsonType type;
  gboolean boolean;
  char *text;          /* of a string, or the literal of a number */
  GPtrArray *children; /* of an array or object */
  GPtrArray *names;    /* of an object, one a child */
};

TenureJson *tenure_json_new (TenureJsonType type);

/** Where an object begins and how many members are written in it. */
typedef struct
{
  gsize at;
  guint members;
} TenureJsonMark;

/** What json-c does not tell or gets wrong, found by reading the text before json-c does. */
typedef struct
{
  GArray *objects;  /* TenureJsonMark, in the order in which objects begin */
  GArray *literals; /* gsize: where each number begins */
} TenureJsonScan;

/** Reads the tokens of @text, which is UTF-8. Refuses all that json-c takes and JSON does not have, numbers that json-c
 * would change, and more than TENURE_JSON_LEVELS levels; the order of tokens is left to json-c. */
gboolean tenure_json_scan (const char *text, gsize length, TenureJsonScan *scan, GError **error);
void tenure_json_scan_clear (TenureJsonScan *scan);
/** Length of the number at @text, which has at least one byte, by JSON's own grammar; 0 when there is none. */
gsize tenure_json_number_length (const char *text, gsize length);
/** Sets "not JSON at line n, column m: @what"; always FALSE. */
gboolean tenure_json_fail_at (const char *text, gsize offset, const char *what, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureJsonScan, tenure_json_scan_clear)

G_END_DECLS
