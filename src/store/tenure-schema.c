/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-store-private.h"

#include "tenure-error.h"
#include "tenure-store-resources.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define RESOURCES "/org/tenure/store/"

static const char *const version_1[] = { "schema-1.sql", "indexes.sql", NULL };
static const TenureSchemaStep ladder[] = { { .resources = version_1 } };

int
tenure_schema_version (void)
{
  return G_N_ELEMENTS (ladder);
}

/* user_version, application_id and the number of tables of a file. */
typedef struct
{
  gint64 version, application, tables;
} Mark;

static gboolean
read_mark (TenureConnection *self, Mark *mark, GError **error)
{
  return tenure_connection_value (self, "PRAGMA user_version", &mark->version, error) &&
         tenure_connection_value (self, "PRAGMA application_id", &mark->application, error) &&
         tenure_connection_value (self, "SELECT count(*) FROM sqlite_schema", &mark->tables, error);
}

static gboolean
refuse_foreign (TenureConnection *self, const Mark *mark, int newest, GError **error)
{
  if (mark->application != TENURE_STORE_APPLICATION_ID)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                 _ ("“%s” is no database of Tenure: name a profile or a backup of one."), self->path);
  else if (mark->version > newest)
    g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NEWER,
                 _ ("“%s” is of version %d, written by a newer program, and this one knows versions up to %d: upgrade "
                    "Tenure."),
                 self->path, (int)mark->version, newest);
  else
    return FALSE;
  return TRUE;
}

gboolean
tenure_schema_recognise (TenureConnection *self, GError **error)
{
  Mark mark;
  return read_mark (self, &mark, error) && !refuse_foreign (self, &mark, tenure_schema_version (), error);
}

static gboolean
run_resource (TenureConnection *self, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tenure_store_get_resource (), path, 0, error);
  /* GResource ends every text with a NUL that it does not count. */
  return bytes && tenure_connection_exec (self, g_bytes_get_data (bytes, NULL), error);
}

static gboolean
run_step (TenureConnection *self, const TenureSchemaStep *step, int version, GError **error)
{
  g_autofree char *marks =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", TENURE_STORE_APPLICATION_ID, version);
  for (guint i = 0; step->resources && step->resources[i]; i++)
    if (!run_resource (self, step->resources[i], error))
      return FALSE;
  if (step->sql && !tenure_connection_exec (self, step->sql, error))
    return FALSE;
  return tenure_connection_exec (self, marks, error);
}

/* One transaction a step: a file is of one version or of the next. */
static gboolean
climb_one (TenureConnection *self, const TenureSchemaStep *step, int version, GError **error)
{
  gint64 now = 0;
  if (!tenure_connection_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  /* Another program may have been quicker. */
  gboolean ok = tenure_connection_value (self, "PRAGMA user_version", &now, error);
  ok = ok && (now >= version || run_step (self, step, version, error));
  if (ok && tenure_connection_exec (self, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (self->handle))
    tenure_connection_exec (self, "ROLLBACK", NULL);
  return FALSE;
}

/* The file as it was stays beside the upgraded one. */
static gboolean
keep_old (TenureConnection *self, gint64 version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", self->path, (int)version);
  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;
  return tenure_connection_copy_to (self, copy, NULL, error);
}

static gboolean
may_change (TenureConnection *self, const Mark *mark, gboolean create, gboolean may_upgrade, GError **error)
{
  if (mark->version == 0 ? create : may_upgrade)
    return TRUE;
  if (mark->version == 0)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, _ ("“%s” is empty: it holds no profile."),
                 self->path);
  else
    g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_BUSY,
                 _ ("“%s” is of version %d and has to be upgraded, while another program works on it: close that one, "
                    "then open it again."),
                 self->path, (int)mark->version);
  return FALSE;
}

gboolean
tenure_schema_climb (TenureConnection *self, const TenureSchemaStep *steps, int n_steps, gboolean create,
                     gboolean may_upgrade, GError **error)
{
  Mark mark;
  if (!read_mark (self, &mark, error))
    return FALSE;
  gboolean empty = mark.version == 0 && mark.application == 0 && mark.tables == 0;
  if (!empty && refuse_foreign (self, &mark, n_steps, error))
    return FALSE;
  if (mark.version == n_steps)
    return TRUE;
  if (!may_change (self, &mark, create, may_upgrade, error))
    return FALSE;
  if (!empty && !keep_old (self, mark.version, error))
    return FALSE;
  for (int version = mark.version + 1; version <= n_steps; version++)
    if (!climb_one (self, &steps[version - 1], version, error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_schema_prepare (TenureConnection *self, gboolean create, gboolean may_upgrade, GError **error)
{
  return tenure_schema_climb (self, ladder, G_N_ELEMENTS (ladder), create, may_upgrade, error) &&
         tenure_connection_exec (self, "PRAGMA journal_mode = WAL", error);
}
