/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question as JSON and back: what an export keeps of it. Whose it is and when it is asked is not part of it. */
#include "tenure-query.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"

static const char *const lists[] = {
  "orders", "unpaid", "renewals", "unsubscribe", "five-day", "periods", "resources", NULL,
};
G_STATIC_ASSERT (TENURE_LIST_ORDERS == 0 && TENURE_LIST_RESOURCES == 6);
static const char *const sorts[] = {
  "default", "key", "name", "product", "region", "status", "created", "expiry", "amount", NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (sorts) == TENURE_N_SORTS + 1);

/* How a member is written. What is not set is left out. */
typedef enum
{
  MEMBER_TEXT,
  MEMBER_TEXTS,
  MEMBER_TIME,
  MEMBER_FLAG,
  MEMBER_LIST,
  MEMBER_SORT,
  MEMBER_MODE,
  MEMBER_STATUS,
  MEMBER_TYPE,
  MEMBER_LIFE,
} MemberKind;

#define MEMBER(name, KIND)                                                                                             \
  {                                                                                                                    \
#name, MEMBER_##KIND, G_STRUCT_OFFSET(TenureQuery, name)                                                           \
  }
static const struct
{
  const char *name;
  MemberKind kind;
  gsize offset;
} members[] = {
  MEMBER (list, LIST),          MEMBER (search, TEXT),       MEMBER (keys, TEXTS),       MEMBER (mode, MODE),
  MEMBER (status, STATUS),      MEMBER (type, TYPE),         MEMBER (life, LIFE),        MEMBER (service, TEXT),
  MEMBER (product, TEXT),       MEMBER (region, TEXT),       MEMBER (from, TIME),        MEMBER (to, TIME),
  MEMBER (in_use_only, FLAG),   MEMBER (expired_only, FLAG), MEMBER (hide_unpaid, FLAG), MEMBER (hide_packages, FLAG),
  MEMBER (only_packages, FLAG), MEMBER (sort, SORT),         MEMBER (descending, FLAG),
};

static gpointer
place (const TenureQuery *self, guint index)
{
  return G_STRUCT_MEMBER_P (self, members[index].offset);
}

/* Writing --------------------------------------------------------------------------------------------------------- */

static const char *
status_name (const TenureQuery *self, int value)
{
  return tenure_list_is_of_orders (self->list) ? tenure_order_status_name ((TenureOrderStatus)value)
                                               : tenure_resource_status_name ((TenureResourceStatus)value);
}

/* NULL for what is not set. */
static const char *
name_of (const TenureQuery *self, MemberKind kind, int value)
{
  if (kind == MEMBER_LIST)
    return lists[value];
  if (kind == MEMBER_SORT)
    return value == TENURE_SORT_DEFAULT ? NULL : sorts[value];
  if (value < 0)
    return NULL;
  if (kind == MEMBER_MODE)
    return tenure_mode_name ((TenureMode)value);
  if (kind == MEMBER_TYPE)
    return tenure_order_type_name ((TenureOrderType)value);
  return kind == MEMBER_LIFE ? tenure_life_name ((TenureLife)value) : status_name (self, value);
}

static TenureJson *
texts_json (char **texts)
{
  TenureJson *array = tenure_json_new_array ();

  for (; *texts != NULL; texts++)
    tenure_json_append (array, tenure_json_new_string (*texts));
  return array;
}

static TenureJson *
member_json (const TenureQuery *self, guint index)
{
  gpointer at = place (self, index);
  const char *text;

  switch (members[index].kind)
    {
    case MEMBER_TEXT:
      text = *(char **)at;
      break;
    case MEMBER_TEXTS:
      return *(char ***)at == NULL ? NULL : texts_json (*(char ***)at);
    case MEMBER_TIME:
      return *(TenureTime *)at == TENURE_TIME_UNKNOWN ? NULL : tenure_json_new_int64 (*(TenureTime *)at);
    case MEMBER_FLAG:
      return *(gboolean *)at ? tenure_json_new_boolean (TRUE) : NULL;
    default:
      text = name_of (self, members[index].kind, *(int *)at);
    }
  return text == NULL ? NULL : tenure_json_new_string (text);
}

TenureJson *
tenure_query_to_json (const TenureQuery *self)
{
  TenureJson *object = tenure_json_new_object ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      TenureJson *value = member_json (self, i);

      if (value != NULL)
        tenure_json_set (object, members[i].name, value);
    }
  return object;
}

/* Reading --------------------------------------------------------------------------------------------------------- */

static gboolean
wrong (const char *name, GError **error)
{
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("The filter's member “%s” cannot be read: set the filter anew."), name);
  return FALSE;
}

static gboolean
position_in (const char *const *names, const char *name, int *value)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return *value = i, TRUE;
  return FALSE;
}

static gboolean
read_name (TenureQuery *self, MemberKind kind, const char *name, int *value)
{
  TenureMode mode = TENURE_MODE_MANUAL;
  TenureOrderType type = TENURE_TYPE_NEW;
  TenureLife life = TENURE_LIFE_IN_USE;
  TenureOrderStatus status = TENURE_ORDER_UNPAID;
  TenureResourceStatus resource_status = TENURE_RESOURCE_ACTIVE;

  if (name == NULL)
    return FALSE;
  if (kind == MEMBER_LIST || kind == MEMBER_SORT)
    return position_in (kind == MEMBER_LIST ? lists : sorts, name, value);
  if (kind == MEMBER_MODE)
    return tenure_mode_from_name (name, &mode) && (*value = (int)mode, TRUE);
  if (kind == MEMBER_TYPE)
    return tenure_order_type_from_name (name, &type) && (*value = (int)type, TRUE);
  if (kind == MEMBER_LIFE)
    return tenure_life_from_name (name, &life) && (*value = (int)life, TRUE);
  if (tenure_list_is_of_orders (self->list))
    return tenure_order_status_from_name (name, &status) && (*value = (int)status, TRUE);
  return tenure_resource_status_from_name (name, &resource_status) && (*value = (int)resource_status, TRUE);
}

static gboolean
read_texts (TenureJson *json, char ***texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (tenure_json_type (json) != TENURE_JSON_ARRAY)
    return FALSE;
  for (guint i = 0; i < tenure_json_length (json); i++)
    {
      if (tenure_json_type (tenure_json_at (json, i)) != TENURE_JSON_STRING)
        return FALSE;
      g_strv_builder_add (builder, tenure_json_text (tenure_json_at (json, i)));
    }
  *texts = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_member (TenureQuery *self, guint index, TenureJson *json)
{
  gpointer at = place (self, index);
  gboolean is_text = tenure_json_type (json) == TENURE_JSON_STRING;

  switch (members[index].kind)
    {
    case MEMBER_TEXT:
      return is_text && (*(char **)at = g_strdup (tenure_json_text (json)), TRUE);
    case MEMBER_TEXTS:
      return read_texts (json, at);
    case MEMBER_TIME:
      return tenure_json_int64 (json, at);
    case MEMBER_FLAG:
      return tenure_json_type (json) == TENURE_JSON_BOOLEAN && (*(gboolean *)at = tenure_json_boolean (json), TRUE);
    default:
      return is_text && read_name (self, members[index].kind, tenure_json_text (json), at);
    }
}

/* Every member of @json is one that is known; the list comes first, as others depend on it. */
static gboolean
knows_all (TenureJson *json, GError **error)
{
  for (guint i = 0; i < tenure_json_length (json); i++)
    {
      const char *name = tenure_json_name_at (json, i);
      gboolean known = FALSE;

      for (guint m = 0; m < G_N_ELEMENTS (members); m++)
        known |= g_str_equal (members[m].name, name);
      if (!known)
        return wrong (name, error);
    }
  return TRUE;
}

TenureQuery *
tenure_query_from_json (TenureJson *json, GError **error)
{
  g_autoptr (TenureQuery) self = tenure_query_new (TENURE_LIST_ORDERS);

  if (tenure_json_type (json) != TENURE_JSON_OBJECT || tenure_json_get (json, "list") == NULL)
    return wrong ("list", error), NULL;
  if (!knows_all (json, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      TenureJson *value = tenure_json_get (json, members[i].name);

      if (value != NULL && !read_member (self, i, value))
        return wrong (members[i].name, error), NULL;
    }
  return g_steal_pointer (&self);
}
