/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON: a strict reader and a canonical writer; the only file pair that knows json-c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A JSON value of our own: ref-counted, immutable once shared, safe to hand to another thread. */
typedef struct _TenureJson TenureJson;

typedef enum
{
  TENURE_JSON_NULL,
  TENURE_JSON_BOOLEAN,
  TENURE_JSON_NUMBER, /* kept as its literal text */
  TENURE_JSON_STRING,
  TENURE_JSON_ARRAY,
  TENURE_JSON_OBJECT,
} TenureJsonType;

TenureJson *tenure_json_ref (TenureJson *self);
void tenure_json_unref (TenureJson *self);

/** Parses exactly one value. Refuses NaN, Infinity, single quotes, comments, duplicate keys, invalid UTF-8, NUL,
 * more than 64 levels and more than @max_bytes (0 = 64 MiB). TENURE_INPUT_ERROR_INVALID with the place. */
TenureJson *tenure_json_parse (const char *text, gssize length, gsize max_bytes, GError **error);

TenureJsonType tenure_json_type (const TenureJson *self);
/** Member of an object or NULL; borrowed. */
TenureJson *tenure_json_get (const TenureJson *self, const char *name);
guint tenure_json_length (const TenureJson *self);
/** Element of an array, or the value of the @index-th member of an object; borrowed. */
TenureJson *tenure_json_at (const TenureJson *self, guint index);
/** Name of the @index-th member of an object; borrowed. */
const char *tenure_json_name_at (const TenureJson *self, guint index);
/** The string, or the literal of a number; NULL for any other type. */
const char *tenure_json_text (const TenureJson *self);
gboolean tenure_json_boolean (const TenureJson *self);
/** An integral literal within 64 bits; FALSE otherwise. */
gboolean tenure_json_int64 (const TenureJson *self, gint64 *value);

/* Readers that set an error naming the path (`path` may be NULL): for files whose shape is known. */
const char *tenure_json_need_string (const TenureJson *self, const char *name, const char *path, GError **error);
gboolean tenure_json_need_int64 (const TenureJson *self, const char *name, const char *path, gint64 *value,
                                 GError **error);
TenureJson *tenure_json_need (const TenureJson *self, const char *name, TenureJsonType type, const char *path,
                              GError **error);

TenureJson *tenure_json_new_null (void);
TenureJson *tenure_json_new_boolean (gboolean value);
TenureJson *tenure_json_new_int64 (gint64 value);
/** A copy of @text, which must be UTF-8; NULL gives null. */
TenureJson *tenure_json_new_string (const char *text);
TenureJson *tenure_json_new_array (void);
TenureJson *tenure_json_new_object (void);
/** Takes @child; replaces a member of the same name. */
void tenure_json_set (TenureJson *self, const char *name, TenureJson *child);
void tenure_json_set_string (TenureJson *self, const char *name, const char *text);
void tenure_json_set_int64 (TenureJson *self, const char *name, gint64 value);
void tenure_json_set_boolean (TenureJson *self, const char *name, gboolean value);
/** Takes @child. */
void tenure_json_append (TenureJson *self, TenureJson *child);

/** Sorted keys, no white space; free with g_free. The bytes that hashes are made of. NULL when it holds a number that
 * is no 64-bit integer: our own files write such numbers as strings. */
char *tenure_json_to_canonical (const TenureJson *self);
/** Two spaces a level, members in the order they were set; free with g_free. For people. */
char *tenure_json_to_pretty (const TenureJson *self);
/** SHA-256 of the canonical form, lower-case hexadecimal; free with g_free. NULL when there is none. */
char *tenure_json_digest (const TenureJson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureJson, tenure_json_unref)

G_END_DECLS
