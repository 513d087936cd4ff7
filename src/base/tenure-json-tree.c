/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-error.h"
#include "tenure-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

TenureJson *
tenure_json_new (TenureJsonType type)
{
  TenureJson *self = g_new0 (TenureJson, 1);

  g_atomic_ref_count_init (&self->refs);
  self->type = type;
  if (type == TENURE_JSON_ARRAY || type == TENURE_JSON_OBJECT)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_json_unref);
  if (type == TENURE_JSON_OBJECT)
    self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

TenureJson *
tenure_json_ref (TenureJson *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_json_unref (TenureJson *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

TenureJsonType
tenure_json_type (const TenureJson *self)
{
  return self->type;
}

static gboolean
find_member (const TenureJson *self, const char *name, guint *index)
{
  return self->type == TENURE_JSON_OBJECT && g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, index);
}

TenureJson *
tenure_json_get (const TenureJson *self, const char *name)
{
  guint index;

  return find_member (self, name, &index) ? g_ptr_array_index (self->children, index) : NULL;
}

guint
tenure_json_length (const TenureJson *self)
{
  return self->children ? self->children->len : 0;
}

TenureJson *
tenure_json_at (const TenureJson *self, guint index)
{
  g_return_val_if_fail (index < tenure_json_length (self), NULL);
  return g_ptr_array_index (self->children, index);
}

const char *
tenure_json_name_at (const TenureJson *self, guint index)
{
  g_return_val_if_fail (self->type == TENURE_JSON_OBJECT && index < self->names->len, NULL);
  return g_ptr_array_index (self->names, index);
}

const char *
tenure_json_text (const TenureJson *self)
{
  return self->text;
}

gboolean
tenure_json_boolean (const TenureJson *self)
{
  return self->boolean;
}

gboolean
tenure_json_int64 (const TenureJson *self, gint64 *value)
{
  return self->type == TENURE_JSON_NUMBER &&
         g_ascii_string_to_signed (self->text, 10, G_MININT64, G_MAXINT64, value, NULL);
}

static const char *
type_name (TenureJsonType type)
{
  switch (type)
    {
    case TENURE_JSON_NULL:
      return "null";
    case TENURE_JSON_BOOLEAN:
      return _ ("true or false");
    case TENURE_JSON_NUMBER:
      return _ ("a number");
    case TENURE_JSON_STRING:
      return _ ("a text");
    case TENURE_JSON_ARRAY:
      return _ ("a list");
    case TENURE_JSON_OBJECT:
    default:
      return _ ("an object");
    }
}

static char *
join_path (const char *path, const char *name)
{
  return path && *path ? g_strconcat (path, ".", name, NULL) : g_strdup (name);
}

TenureJson *
tenure_json_need (const TenureJson *self, const char *name, TenureJsonType type, const char *path, GError **error)
{
  TenureJson *member = tenure_json_get (self, name);
  g_autofree char *full = join_path (path, name);

  if (!member)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, _ ("“%s” is missing; it must be %s."), full,
                 type_name (type));
  else if (member->type != type)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, _ ("“%s” must be %s."), full, type_name (type));
  else
    return member;
  return NULL;
}

const char *
tenure_json_need_string (const TenureJson *self, const char *name, const char *path, GError **error)
{
  TenureJson *member = tenure_json_need (self, name, TENURE_JSON_STRING, path, error);

  return member ? member->text : NULL;
}

gboolean
tenure_json_need_int64 (const TenureJson *self, const char *name, const char *path, gint64 *value, GError **error)
{
  TenureJson *member = tenure_json_need (self, name, TENURE_JSON_NUMBER, path, error);
  g_autofree char *full = join_path (path, name);

  if (!member)
    return FALSE;
  if (tenure_json_int64 (member, value))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, _ ("“%s” is %s; it must be a whole number."),
               full, member->text);
  return FALSE;
}

TenureJson *
tenure_json_new_null (void)
{
  return tenure_json_new (TENURE_JSON_NULL);
}

TenureJson *
tenure_json_new_boolean (gboolean value)
{
  TenureJson *self = tenure_json_new (TENURE_JSON_BOOLEAN);

  self->boolean = value ? TRUE : FALSE;
  return self;
}

TenureJson *
tenure_json_new_int64 (gint64 value)
{
  TenureJson *self = tenure_json_new (TENURE_JSON_NUMBER);

  self->text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return self;
}

TenureJson *
tenure_json_new_string (const char *text)
{
  TenureJson *self;

  if (!text)
    return tenure_json_new_null ();
  self = tenure_json_new (TENURE_JSON_STRING);
  self->text = g_strdup (text);
  return self;
}

TenureJson *
tenure_json_new_array (void)
{
  return tenure_json_new (TENURE_JSON_ARRAY);
}

TenureJson *
tenure_json_new_object (void)
{
  return tenure_json_new (TENURE_JSON_OBJECT);
}

void
tenure_json_set (TenureJson *self, const char *name, TenureJson *child)
{
  guint index;

  g_return_if_fail (self->type == TENURE_JSON_OBJECT);

  if (find_member (self, name, &index))
    {
      tenure_json_unref (g_ptr_array_index (self->children, index));
      g_ptr_array_index (self->children, index) = child;
      return;
    }
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->children, child);
}

void
tenure_json_set_string (TenureJson *self, const char *name, const char *text)
{
  tenure_json_set (self, name, tenure_json_new_string (text));
}

void
tenure_json_set_int64 (TenureJson *self, const char *name, gint64 value)
{
  tenure_json_set (self, name, tenure_json_new_int64 (value));
}

void
tenure_json_set_boolean (TenureJson *self, const char *name, gboolean value)
{
  tenure_json_set (self, name, tenure_json_new_boolean (value));
}

void
tenure_json_append (TenureJson *self, TenureJson *child)
{
  g_return_if_fail (self->type == TENURE_JSON_ARRAY);
  g_ptr_array_add (self->children, child);
}
