/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-command-fields.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tenure-error.h"
#include "tenure-value-json.h"

/* Of one text in a list: keys, tags, dates. */
#define LONGEST_TEXT 500

#define CONST_AT(Type, params, field) (*(Type const *)((const char *)(params) + (field)->offset))
#define AT(Type, params, field) (*(Type *)((char *)(params) + (field)->offset))

static guint
n_strings (char *const *strings)
{
  return strings ? g_strv_length ((char **)strings) : 0;
}

/* Zero, NULL, FALSE: what an optional field has when it was not given. */
static gboolean
field_is_empty (const TenureField *field, gconstpointer params)
{
  switch (field->type)
    {
    case TENURE_FIELD_STRING:
      return CONST_AT (char *, params, field) == NULL || *CONST_AT (char *, params, field) == '\0';
    case TENURE_FIELD_STRINGS:
      return n_strings (CONST_AT (char **, params, field)) == 0;
    case TENURE_FIELD_BOOLEAN:
      return !CONST_AT (gboolean, params, field);
    case TENURE_FIELD_ENUM:
      return FALSE;
    case TENURE_FIELD_INT:
    case TENURE_FIELD_MONEY:
    case TENURE_FIELD_TIME:
    default:
      return CONST_AT (gint64, params, field) == 0;
    }
}

static void
field_copy (const TenureField *field, gconstpointer from, gpointer to)
{
  switch (field->type)
    {
    case TENURE_FIELD_STRING:
      AT (char *, to, field) = field_is_empty (field, from) ? NULL : g_strdup (CONST_AT (char *, from, field));
      break;
    case TENURE_FIELD_STRINGS:
      AT (char **, to, field) = field_is_empty (field, from) ? NULL : g_strdupv (CONST_AT (char **, from, field));
      break;
    case TENURE_FIELD_BOOLEAN:
      AT (gboolean, to, field) = !field_is_empty (field, from);
      break;
    case TENURE_FIELD_ENUM:
      AT (int, to, field) = CONST_AT (int, from, field);
      break;
    case TENURE_FIELD_INT:
    case TENURE_FIELD_MONEY:
    case TENURE_FIELD_TIME:
    default:
      AT (gint64, to, field) = CONST_AT (gint64, from, field);
    }
}

gpointer
tenure_fields_copy (const TenureCommandRow *row, gconstpointer params)
{
  gpointer copy = g_malloc0 (row->size);

  for (guint i = 0; i < row->n_fields; i++)
    field_copy (&row->fields[i], params, copy);
  return copy;
}

void
tenure_fields_free (const TenureCommandRow *row, gpointer params)
{
  if (params == NULL)
    return;
  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i].type == TENURE_FIELD_STRING)
      g_free (AT (char *, params, &row->fields[i]));
    else if (row->fields[i].type == TENURE_FIELD_STRINGS)
      g_strfreev (AT (char **, params, &row->fields[i]));
  g_free (params);
}

/* Checking ------------------------------------------------------------------------------------------------- */

static gboolean refuse (GError **error, TenureInputError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, TenureInputError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error)
    *error = g_error_new_valist (TENURE_INPUT_ERROR, code, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* What people call a field, as the first words of a sentence. */
static const char *
word_field (const TenureField *field)
{
  static const struct
  {
    const char *name, *word;
  } WORDS[] = {
    { "account", N_ ("The account") },
    { "amount", N_ ("The amount") },
    { "applicant", N_ ("The applicant") },
    { "application", N_ ("The application") },
    { "bandwidth", N_ ("The bandwidth") },
    { "bandwidth_name", N_ ("The name of the bandwidth") },
    { "card", N_ ("The list of stored-value cards") },
    { "coupon", N_ ("The coupon") },
    { "days", N_ ("The number of days") },
    { "discount", N_ ("The discount coupon") },
    { "disk_gib", N_ ("The system disk") },
    { "day", N_ ("The unified day") },
    { "email", N_ ("The e-mail") },
    { "expiries", N_ ("The list of expiries") },
    { "expiry", N_ ("The expiry") },
    { "flexi", N_ ("The list of flexi coupons") },
    { "line", N_ ("The line") },
    { "lines", N_ ("The list of items") },
    { "link", N_ ("The link") },
    { "login", N_ ("The phone, e-mail or user name") },
    { "manager", N_ ("The account manager") },
    { "manager_phone", N_ ("The account manager's phone") },
    { "months", N_ ("The duration in months") },
    { "name", N_ ("The name") },
    { "needs", N_ ("The text of what is needed") },
    { "offer", N_ ("The product") },
    { "order", N_ ("The order") },
    { "order_type", N_ ("The type of orders") },
    { "orders", N_ ("The list of orders") },
    { "permyriad", N_ ("The rate") },
    { "phone", N_ ("The phone") },
    { "quantity", N_ ("The quantity") },
    { "question", N_ ("The filter") },
    { "reason", N_ ("The reason") },
    { "reason_text", N_ ("The reason") },
    { "region", N_ ("The region") },
    { "resource", N_ ("The resource") },
    { "resources", N_ ("The list of resources") },
    { "rows", N_ ("The list of what is exported") },
    { "service", N_ ("The service") },
    { "spec", N_ ("The specification") },
    { "starts", N_ ("The begin of the package") },
    { "tags", N_ ("The list of tags") },
    { "threshold", N_ ("The least amount") },
    { "times", N_ ("The number of times") },
    { "voucher", N_ ("The voucher") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_equal (WORDS[i].name, field->name))
      return _ (WORDS[i].word);
  return field->name;
}

/* A line of text that can stand in a list, a journal and a terminal. */
static gboolean
check_text (const TenureField *field, const char *text, gint64 longest, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error, TENURE_INPUT_ERROR_INVALID, _ ("%s is not UTF-8: type it again."), word_field (field));
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)) && !(field->lines && *p == '\n'))
      return refuse (error, TENURE_INPUT_ERROR_INVALID,
                     _ ("%s has a line break or another control character: take it out."), word_field (field));
  if (g_utf8_strlen (text, -1) > longest)
    return refuse (error, TENURE_INPUT_ERROR_RANGE, _ ("%s has more than %" PRId64 " characters: shorten it."),
                   word_field (field), longest);
  return TRUE;
}

static gboolean
check_strings (const TenureField *field, char *const *strings, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (n_strings (strings) > field->maximum)
    return refuse (error, TENURE_INPUT_ERROR_RANGE, _ ("%s names %u, at most %" PRId64 " are possible: choose fewer."),
                   word_field (field), n_strings (strings), field->maximum);
  for (guint i = 0; strings && strings[i]; i++)
    {
      if (*strings[i] == '\0' && field->as_many_as == NULL)
        return refuse (error, TENURE_INPUT_ERROR_MISSING, _ ("%s has an empty entry: take it out."),
                       word_field (field));
      if (!check_text (field, strings[i], LONGEST_TEXT, error))
        return FALSE;
      if (field->distinct && !g_hash_table_add (seen, strings[i]))
        return refuse (error, TENURE_INPUT_ERROR_INVALID,
                       _ ("%s names “%s” twice: "
                          "name it once."),
                       word_field (field), strings[i]);
    }
  return TRUE;
}

static gboolean
check_int (const TenureField *field, gint64 value, GError **error)
{
  if (value >= field->minimum && value <= field->maximum && !(field->not_zero && value == 0))
    return TRUE;
  return refuse (error, TENURE_INPUT_ERROR_RANGE,
                 field->not_zero ? _ ("%s is %" PRId64 ": give a number from %" PRId64 " to %" PRId64 ", not 0.")
                                 : _ ("%s is %" PRId64 ": give a number from %" PRId64 " to %" PRId64 "."),
                 word_field (field), value, field->minimum, field->maximum);
}

static gboolean
check_money (const TenureField *field, TenureMoney value, GError **error)
{
  g_autofree char *given = tenure_money_format (value), *least = tenure_money_format (field->minimum);
  g_autofree char *most = tenure_money_format (field->maximum);

  if (value >= field->minimum && value <= field->maximum && value % TENURE_MONEY_FEN == 0)
    return TRUE;
  return refuse (error, TENURE_INPUT_ERROR_RANGE,
                 _ ("%s is %s: give an amount from %s to %s with at most two decimals."), word_field (field), given,
                 least, most);
}

static gboolean
check_enum (const TenureField *field, int value, GError **error)
{
  g_autofree char *names = g_strjoinv (", ", (char **)field->names);

  if (value >= 0 && (guint)value < n_strings ((char *const *)field->names))
    return TRUE;
  return refuse (error, TENURE_INPUT_ERROR_INVALID, _ ("%s is none of %s: choose one."), word_field (field), names);
}

static gboolean
check_field (const TenureField *field, gconstpointer params, GError **error)
{
  if (field_is_empty (field, params) && field->optional)
    return TRUE;
  switch (field->type)
    {
    case TENURE_FIELD_STRING:
      if (field_is_empty (field, params))
        return refuse (error, TENURE_INPUT_ERROR_MISSING, _ ("%s is missing: give it."), word_field (field));
      return check_text (field, CONST_AT (char *, params, field), field->maximum, error);
    case TENURE_FIELD_STRINGS:
      if (field_is_empty (field, params))
        return refuse (error, TENURE_INPUT_ERROR_MISSING, _ ("%s names nothing: name at least one."),
                       word_field (field));
      return check_strings (field, CONST_AT (char **, params, field), error);
    case TENURE_FIELD_BOOLEAN:
      return TRUE;
    case TENURE_FIELD_MONEY:
      return check_money (field, CONST_AT (TenureMoney, params, field), error);
    case TENURE_FIELD_ENUM:
      return check_enum (field, CONST_AT (int, params, field), error);
    case TENURE_FIELD_INT:
    case TENURE_FIELD_TIME:
    default:
      return check_int (field, CONST_AT (gint64, params, field), error);
    }
}

static const TenureField *
find_field (const TenureCommandRow *row, const char *name)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (g_str_equal (row->fields[i].name, name))
      return &row->fields[i];
  return NULL;
}

static gboolean
check_as_many (const TenureCommandRow *row, const TenureField *field, gconstpointer params, GError **error)
{
  const TenureField *other = find_field (row, field->as_many_as);
  guint have = n_strings (CONST_AT (char **, params, field));
  guint want = n_strings (CONST_AT (char **, params, other));

  if (have == 0 || have == want)
    return TRUE;
  return refuse (error, TENURE_INPUT_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%s has %u entry instead of %u: give one for each, or none.",
                              "%s has %u entries instead of %u: give one for each, or none.", have),
                 word_field (field), have, want);
}

const char *
tenure_fields_wrong (const TenureCommandRow *row, gconstpointer params, GError **error)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      const TenureField *field = &row->fields[i];

      if (!check_field (field, params, error))
        return field->name;
      if (field->as_many_as && !check_as_many (row, field, params, error))
        return field->name;
    }
  return NULL;
}

gboolean
tenure_fields_check (const TenureCommandRow *row, gconstpointer params, GError **error)
{
  return tenure_fields_wrong (row, params, error) == NULL;
}

/* JSON ----------------------------------------------------------------------------------------------------- */

static TenureJson *
strings_to_json (char *const *strings)
{
  TenureJson *array = tenure_json_new_array ();

  for (guint i = 0; strings[i]; i++)
    tenure_json_append (array, tenure_json_new_string (strings[i]));
  return array;
}

static TenureJson *
field_to_json (const TenureField *field, gconstpointer params)
{
  switch (field->type)
    {
    case TENURE_FIELD_STRING:
      return tenure_json_new_string (CONST_AT (char *, params, field));
    case TENURE_FIELD_STRINGS:
      return strings_to_json (CONST_AT (char **, params, field));
    case TENURE_FIELD_BOOLEAN:
      return tenure_json_new_boolean (CONST_AT (gboolean, params, field));
    case TENURE_FIELD_MONEY:
      return tenure_value_from_money (CONST_AT (TenureMoney, params, field));
    case TENURE_FIELD_ENUM:
      return tenure_json_new_string (field->names[CONST_AT (int, params, field)]);
    case TENURE_FIELD_INT:
    case TENURE_FIELD_TIME:
    default:
      return tenure_json_new_int64 (CONST_AT (gint64, params, field));
    }
}

TenureJson *
tenure_fields_to_json (const TenureCommandRow *row, gconstpointer params)
{
  TenureJson *object = tenure_json_new_object ();

  for (guint i = 0; i < row->n_fields; i++)
    if (!row->fields[i].optional || !field_is_empty (&row->fields[i], params))
      tenure_json_set (object, row->fields[i].name, field_to_json (&row->fields[i], params));
  return object;
}

static gboolean
strings_from_json (const TenureJson *json, char ***strings)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (tenure_json_type (json) != TENURE_JSON_ARRAY)
    return FALSE;
  for (guint i = 0; i < tenure_json_length (json); i++)
    {
      const TenureJson *text = tenure_json_at (json, i);

      if (tenure_json_type (text) != TENURE_JSON_STRING)
        return FALSE;
      g_ptr_array_add (texts, g_strdup (tenure_json_text (text)));
    }
  g_ptr_array_add (texts, NULL);
  *strings = (char **)g_ptr_array_free (g_steal_pointer (&texts), FALSE);
  return TRUE;
}

/* An unknown name is -1, which the check refuses with the names that there are. */
static int
enum_from_name (const char *const *names, const char *name)
{
  for (int i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      return i;
  return -1;
}

static gboolean
field_from_text (const TenureField *field, const TenureJson *json, gpointer params)
{
  const char *text = tenure_json_text (json);

  if (tenure_json_type (json) != TENURE_JSON_STRING)
    return FALSE;
  if (field->type == TENURE_FIELD_MONEY)
    return tenure_money_parse (text, &AT (TenureMoney, params, field), NULL);
  if (field->type == TENURE_FIELD_ENUM)
    AT (int, params, field) = enum_from_name (field->names, text);
  else
    AT (char *, params, field) = g_strdup (text);
  return TRUE;
}

static gboolean
field_from_json (const TenureField *field, const TenureJson *json, gpointer params)
{
  switch (field->type)
    {
    case TENURE_FIELD_STRING:
    case TENURE_FIELD_MONEY:
    case TENURE_FIELD_ENUM:
      return field_from_text (field, json, params);
    case TENURE_FIELD_STRINGS:
      return strings_from_json (json, &AT (char **, params, field));
    case TENURE_FIELD_BOOLEAN:
      AT (gboolean, params, field) = tenure_json_boolean (json);
      return tenure_json_type (json) == TENURE_JSON_BOOLEAN;
    case TENURE_FIELD_INT:
    case TENURE_FIELD_TIME:
    default:
      return tenure_json_int64 (json, &AT (gint64, params, field));
    }
}

static gboolean
check_names (const TenureCommandRow *row, const TenureJson *json, GError **error)
{
  for (guint i = 0; i < tenure_json_length (json); i++)
    if (find_field (row, tenure_json_name_at (json, i)) == NULL)
      return refuse (error, TENURE_INPUT_ERROR_UNKNOWN, _ ("“%s” is not a parameter of %s: take it out."),
                     tenure_json_name_at (json, i), row->name);
  return TRUE;
}

static gboolean
fields_read (const TenureCommandRow *row, const TenureJson *json, gpointer params, GError **error)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      const TenureField *field = &row->fields[i];
      const TenureJson *member = tenure_json_get (json, field->name);

      if (member == NULL && !field->optional)
        return refuse (error, TENURE_INPUT_ERROR_MISSING, _ ("%s is missing: give it."), field->name);
      if (member && !field_from_json (field, member, params))
        return refuse (error, TENURE_INPUT_ERROR_INVALID, _ ("%s is of the wrong type: see how %s is written."),
                       field->name, row->name);
    }
  return TRUE;
}

gpointer
tenure_fields_from_json (const TenureCommandRow *row, TenureJson *json, GError **error)
{
  gpointer params = g_malloc0 (row->size);

  if (check_names (row, json, error) && fields_read (row, json, params, error))
    return params;
  tenure_fields_free (row, params);
  return NULL;
}
