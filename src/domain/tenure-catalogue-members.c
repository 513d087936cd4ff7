/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-catalogue-members.h"

#include <glib/gi18n-lib.h>

#include "tenure-renewal.h"

#define SLOT(Type, owner, member) (*(Type *)((char *)(owner) + (member)->offset))

gboolean
tenure_member_fail (TenureInputError code, const char *path, const char *member, const char *what, GError **error)
{
  g_set_error (error, TENURE_INPUT_ERROR, code, _ ("Catalogue entry “%s%s%s” %s."), path, member ? "." : "",
               member ? member : "", what);
  return FALSE;
}

static gboolean
is_text (const TenureJson *json)
{
  return tenure_json_type (json) == TENURE_JSON_STRING && *tenure_json_text (json) != '\0';
}

static gboolean
read_text (const TenureJson *json, const char **slot)
{
  if (!is_text (json))
    return FALSE;
  *slot = g_intern_string (tenure_json_text (json));
  return TRUE;
}

static gboolean
read_unit (const TenureJson *json, const char **slot)
{
  return read_text (json, slot) && (g_str_equal (*slot, "mbit") || g_str_equal (*slot, "gib"));
}

static gboolean
read_keys (const TenureJson *json, const char ***slot)
{
  guint n = tenure_json_length (json);
  g_autofree const char **keys = g_new0 (const char *, n + 1);

  if (tenure_json_type (json) != TENURE_JSON_ARRAY)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *key;

      if (!read_text (tenure_json_at (json, i), &key) || g_strv_contains (keys, key))
        return FALSE;
      keys[i] = key;
    }
  *slot = g_steal_pointer (&keys);
  return TRUE;
}

static gboolean
read_member (const TenureMember *member, const TenureJson *json, gpointer owner)
{
  switch (member->type)
    {
    case TENURE_MEMBER_TEXT:
    case TENURE_MEMBER_NOTE:
      return read_text (json, &SLOT (const char *, owner, member));
    case TENURE_MEMBER_UNIT:
      return read_unit (json, &SLOT (const char *, owner, member));
    case TENURE_MEMBER_PRICE:
      return is_text (json) && tenure_money_parse (tenure_json_text (json), &SLOT (TenureMoney, owner, member), NULL);
    case TENURE_MEMBER_SIZE:
    case TENURE_MEMBER_CAPACITY:
      return tenure_json_int64 (json, &SLOT (gint64, owner, member)) && SLOT (gint64, owner, member) > 0;
    case TENURE_MEMBER_FLAG:
    case TENURE_MEMBER_OPTION:
      SLOT (gboolean, owner, member) = tenure_json_boolean (json);
      return tenure_json_type (json) == TENURE_JSON_BOOLEAN;
    case TENURE_MEMBER_DURATIONS:
      return is_text (json) &&
             (g_str_equal (tenure_json_text (json), "none") ||
              tenure_durations_parse (tenure_json_text (json), &SLOT (TenureDurations, owner, member), NULL));
    case TENURE_MEMBER_KEYS:
      return read_keys (json, &SLOT (const char **, owner, member));
    case TENURE_MEMBER_WORD:
      return is_text (json);
    case TENURE_MEMBER_OBJECT:
      return tenure_json_type (json) == TENURE_JSON_OBJECT;
    case TENURE_MEMBER_LIST:
    default:
      return tenure_json_type (json) == TENURE_JSON_ARRAY;
    }
}

static gboolean
may_be_absent (const TenureMember *member)
{
  return member->type == TENURE_MEMBER_UNIT || member->type == TENURE_MEMBER_PRICE ||
         member->type == TENURE_MEMBER_OPTION || member->type == TENURE_MEMBER_NOTE ||
         member->type == TENURE_MEMBER_OBJECT || member->type == TENURE_MEMBER_CAPACITY;
}

static gboolean
check_names (const TenureMember *members, const TenureJson *json, const char *path, GError **error)
{
  for (guint i = 0; i < tenure_json_length (json); i++)
    {
      const char *name = tenure_json_name_at (json, i);
      const TenureMember *member = members;

      while (member->name && !g_str_equal (member->name, name))
        member++;
      if (member->name == NULL)
        return tenure_member_fail (TENURE_INPUT_ERROR_UNKNOWN, path, name, _ ("is not known"), error);
    }
  return TRUE;
}

gboolean
tenure_members_read (const TenureMember *members, const TenureJson *json, const char *path, gpointer owner,
                     GError **error)
{
  if (tenure_json_type (json) != TENURE_JSON_OBJECT)
    return tenure_member_fail (TENURE_INPUT_ERROR_INVALID, path, NULL, _ ("must be an object"), error);
  if (!check_names (members, json, path, error))
    return FALSE;
  for (const TenureMember *member = members; member->name; member++)
    {
      const TenureJson *value = tenure_json_get (json, member->name);

      if (value == NULL && !may_be_absent (member))
        return tenure_member_fail (TENURE_INPUT_ERROR_MISSING, path, member->name, _ ("is missing"), error);
      if (value && !read_member (member, value, owner))
        return tenure_member_fail (TENURE_INPUT_ERROR_INVALID, path, member->name, _ ("cannot be read"), error);
    }
  return TRUE;
}
