/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-command.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "tenure-command-fields.h"
#include "tenure-error.h"

struct _TenureCommand
{
  gatomicrefcount refs;
  const TenureCommandRow *row;
  TenureCommandKind kind;
  char *id;
  gpointer params;
};

/* One spelling only: an id is compared as text, so "once" must not depend on the case of a letter. */
static gboolean
check_id (const char *id, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (id, -1);

  if (g_uuid_string_is_valid (id) && g_str_equal (id, lower))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("id “%s” is not a UUID in lower-case letters: leave it out to get a new one."), id);
  return FALSE;
}

/* Takes @params, also when it fails. */
static TenureCommand *
command_take (TenureCommandKind kind, gpointer params, const char *id, GError **error)
{
  const TenureCommandRow *row = tenure_command_row (kind);
  TenureCommand *self;

  if ((id && !check_id (id, error)) || !tenure_fields_check (row, params, error))
    {
      tenure_fields_free (row, params);
      return NULL;
    }
  self = g_new0 (TenureCommand, 1);
  g_atomic_ref_count_init (&self->refs);
  self->row = row;
  self->kind = kind;
  self->id = id ? g_strdup (id) : g_uuid_string_random ();
  self->params = params;
  return self;
}

TenureCommand *
tenure_command_new (TenureCommandKind kind, gconstpointer params, const char *id, GError **error)
{
  g_return_val_if_fail ((guint)kind < TENURE_N_COMMANDS && params != NULL, NULL);
  return command_take (kind, tenure_fields_copy (tenure_command_row (kind), params), id, error);
}

const char *
tenure_command_wrong_field (TenureCommandKind kind, gconstpointer params)
{
  g_return_val_if_fail ((guint)kind < TENURE_N_COMMANDS && params != NULL, NULL);
  return tenure_fields_wrong (tenure_command_row (kind), params, NULL);
}

static gboolean
check_members (const TenureJson *json, GError **error)
{
  static const char *const members[] = { "id", "kind", "params", "version", NULL };

  if (tenure_json_type (json) != TENURE_JSON_OBJECT)
    {
      g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                           _ ("a command is not an object: see how commands are written."));
      return FALSE;
    }
  for (guint i = 0; i < tenure_json_length (json); i++)
    if (!g_strv_contains (members, tenure_json_name_at (json, i)))
      {
        g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                     _ ("“%s” is not a member of a command: take it out."), tenure_json_name_at (json, i));
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_kind (const TenureJson *json, TenureCommandKind *kind, GError **error)
{
  const char *name = tenure_json_need_string (json, "kind", NULL, error);

  if (name == NULL)
    return FALSE;
  if (tenure_command_kind_from_name (name, kind))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
               _ ("kind “%s” is none that this program knows: see the list of commands."), name);
  return FALSE;
}

static gboolean
check_version (const TenureJson *json, TenureCommandKind kind, GError **error)
{
  gint64 version, known = tenure_command_kind_version (kind);

  if (!tenure_json_need_int64 (json, "version", NULL, &version, error))
    return FALSE;
  if (version == known)
    return TRUE;
  if (version > known)
    g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NEWER,
                 _ ("version %" PRId64 " of %s was written by a newer program: upgrade this one."), version,
                 tenure_command_kind_name (kind));
  else
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                 _ ("version %" PRId64 " of %s is not known: plan again."), version, tenure_command_kind_name (kind));
  return FALSE;
}

TenureCommand *
tenure_command_from_json (TenureJson *json, GError **error)
{
  TenureCommandKind kind;
  TenureJson *members;
  const char *id;
  gpointer params;

  if (!check_members (json, error) || !read_kind (json, &kind, error) || !check_version (json, kind, error))
    return NULL;
  id = tenure_json_need_string (json, "id", NULL, error);
  if (id == NULL)
    return NULL;
  members = tenure_json_need (json, "params", TENURE_JSON_OBJECT, NULL, error);
  if (members == NULL)
    return NULL;
  params = tenure_fields_from_json (tenure_command_row (kind), members, error);
  return params ? command_take (kind, params, id, error) : NULL;
}

TenureCommand *
tenure_command_ref (TenureCommand *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_command_unref (TenureCommand *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  tenure_fields_free (self->row, self->params);
  g_free (self->id);
  g_free (self);
}

TenureCommandKind
tenure_command_kind (const TenureCommand *self)
{
  return self->kind;
}

const char *
tenure_command_id (const TenureCommand *self)
{
  return self->id;
}

gconstpointer
tenure_command_params (const TenureCommand *self)
{
  return self->params;
}

TenureJson *
tenure_command_to_json (const TenureCommand *self)
{
  TenureJson *json = tenure_json_new_object ();

  tenure_json_set_string (json, "kind", self->row->name);
  tenure_json_set_int64 (json, "version", self->row->version);
  tenure_json_set_string (json, "id", self->id);
  tenure_json_set (json, "params", tenure_fields_to_json (self->row, self->params));
  return json;
}
