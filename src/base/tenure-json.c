/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-c parses what tenure-json-scan.c let through; its objects are copied into our own tree, because their reference
 * counts are not atomic and their numbers are not what was written. */
#include "tenure-error.h"
#include "tenure-json-private.h"

#include <glib/gi18n-lib.h>
#include <json-c/json_object.h>
#include <json-c/linkhash.h>
#include <json-c/json_tokener.h>
#include <string.h>

#define DEFAULT_MAX_BYTES (64 * 1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_tokener, json_tokener_free)

/* Walks json-c's tree in the order of the text, along with what the scan found. */
typedef struct
{
  const char *text;
  gsize length;
  const TenureJsonScan *scan;
  guint object, literal; /* the next of each */
} Copier;

static TenureJson *copy_value (Copier *copier, struct json_object *value, GError **error);

static gboolean
copy_members (Copier *copier, struct json_object *value, TenureJson *copy, GError **error)
{
  const TenureJsonMark *mark = &g_array_index (copier->scan->objects, TenureJsonMark, copier->object++);

  if ((guint)json_object_object_length (value) != mark->members)
    return tenure_json_fail_at (copier->text, mark->at, _ ("the object that begins here has a member twice"), error);
  json_object_object_foreach (value, name, member)
  {
    TenureJson *child = copy_value (copier, member, error);

    if (!child)
      return FALSE;
    g_ptr_array_add (copy->names, g_strdup (name));
    g_ptr_array_add (copy->children, child);
  }
  return TRUE;
}

static gboolean
copy_elements (Copier *copier, struct json_object *value, TenureJson *copy, GError **error)
{
  gsize n = json_object_array_length (value);

  for (gsize i = 0; i < n; i++)
    {
      TenureJson *child = copy_value (copier, json_object_array_get_idx (value, i), error);

      if (!child)
        return FALSE;
      g_ptr_array_add (copy->children, child);
    }
  return TRUE;
}

static TenureJson *
copy_number (Copier *copier)
{
  TenureJson *copy = tenure_json_new (TENURE_JSON_NUMBER);
  gsize at = g_array_index (copier->scan->literals, gsize, copier->literal++);

  copy->text = g_strndup (copier->text + at, tenure_json_number_length (copier->text + at, copier->length - at));
  return copy;
}

static TenureJson *
copy_value (Copier *copier, struct json_object *value, GError **error)
{
  g_autoptr (TenureJson) copy = NULL;

  switch (json_object_get_type (value))
    {
    case json_type_null:
      return tenure_json_new_null ();
    case json_type_boolean:
      return tenure_json_new_boolean (json_object_get_boolean (value));
    case json_type_string:
      return tenure_json_new_string (json_object_get_string (value));
    case json_type_array:
      copy = tenure_json_new_array ();
      return copy_elements (copier, value, copy, error) ? g_steal_pointer (&copy) : NULL;
    case json_type_object:
      copy = tenure_json_new_object ();
      return copy_members (copier, value, copy, error) ? g_steal_pointer (&copy) : NULL;
    case json_type_int:
    case json_type_double:
    default:
      return copy_number (copier);
    }
}

/* json-c needs a NUL after a bare number; in strict mode it refuses what follows the value. */
static gboolean
run_tokener (const char *text, gsize length, struct json_object **value, GError **error)
{
  g_autoptr (json_tokener) tokener = json_tokener_new_ex (TENURE_JSON_LEVELS + 2);
  gsize end;

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  *value = json_tokener_parse_ex (tokener, text, (int)length);
  end = json_tokener_get_parse_end (tokener);
  if (json_tokener_get_error (tokener) == json_tokener_continue)
    *value = json_tokener_parse_ex (tokener, "", 1);
  if (json_tokener_get_error (tokener) == json_tokener_success)
    return TRUE;
  return tenure_json_fail_at (
      text, end, end < length ? _ ("something stands in the wrong place") : _ ("it ends too early"), error);
}

static gboolean
check_bytes (const char *text, gsize length, gsize max_bytes, GError **error)
{
  const char *end;

  if (length > MIN (max_bytes ? max_bytes : DEFAULT_MAX_BYTES, G_MAXINT))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("This JSON text has %zu bytes, more than are accepted here."), length);
      return FALSE;
    }
  if (!g_utf8_validate (text, (gssize)length, &end))
    return tenure_json_fail_at (text, end - text, _ ("the text is not UTF-8"), error);
  return TRUE;
}

TenureJson *
tenure_json_parse (const char *text, gssize length, gsize max_bytes, GError **error)
{
  g_auto (TenureJsonScan) scan = { NULL };
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  Copier copier = { .text = text, .length = size, .scan = &scan };
  struct json_object *value = NULL;
  TenureJson *copy = NULL;

  if (check_bytes (text, size, max_bytes, error) && tenure_json_scan (text, size, &scan, error) &&
      run_tokener (text, size, &value, error))
    copy = copy_value (&copier, value, error);
  json_object_put (value);
  return copy;
}
