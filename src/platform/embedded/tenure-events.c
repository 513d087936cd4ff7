/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-events.h"

#include "tenure-decide.h"
#include "tenure-writer.h"

/* What an event's subject is the id of, and how its account is found. */
typedef enum
{
  OF_ORDER,
  OF_RESOURCE,
  OF_CODE, /* no account's */
  OF_LINK,
} SubjectType;

static const struct
{
  const char *kind;
  SubjectType type;
  TenureDecide decide;
} kinds[] = {
  { "deliver", OF_ORDER, tenure_decide_deliver }, { "lapse", OF_ORDER, tenure_decide_lapse },
  { "refund", OF_ORDER, tenure_decide_refund },   { "auto-renew", OF_RESOURCE, tenure_decide_auto_renew },
  { "expire", OF_RESOURCE, tenure_decide_life },  { "freeze", OF_RESOURCE, tenure_decide_life },
  { "release", OF_RESOURCE, tenure_decide_life }, { "code", OF_CODE, tenure_decide_erase },
  { "link", OF_LINK, tenure_decide_erase },
};

/* --- Looking --------------------------------------------------------------------------------------------------------
 */

static gboolean
settled_until (TenureConnection *connection, TenureTime *until, GError **error)
{
  GError *failure = NULL;
  g_autofree char *text = tenure_connection_meta (connection, "settled-until", &failure);

  if (failure != NULL)
    return g_propagate_error (error, failure), FALSE;
  *until = text == NULL ? G_MININT64 : g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

static gboolean
count_due (TenureConnection *connection, TenureTime now, gint64 *count, TenureTime *first, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, "SELECT count (*), (SELECT min (due) FROM event) FROM event WHERE due <= ?1", error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, now);
  if (!tenure_statement_step (statement, error))
    return FALSE;
  *count = tenure_statement_int (statement, 0);
  *first = tenure_statement_known (statement, 1);
  return TRUE;
}

gboolean
tenure_settlement_look (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureSettlement *self = data;
  TenureTime until, first;
  gint64 due;

  if (!settled_until (connection, &until, error) || !count_due (connection, self->now, &due, &first, error))
    return FALSE;
  self->behind = self->now < until;
  self->next_due = first;
  self->waiting = 0;
  if (due > 0 && !self->stage.practice && !self->consent && !self->behind &&
      self->now - first > TENURE_UNASKED_DAYS * TENURE_DAY_SECONDS)
    self->waiting = (guint)MIN (due, G_MAXUINT);
  self->finished = due == 0 || self->behind || self->waiting > 0;
  return TRUE;
}

/* --- Playing --------------------------------------------------------------------------------------------------------
 */

static gboolean
next_event (TenureConnection *connection, TenureTime now, gint64 *id, TenureDated *dated, gboolean *found,
            GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, "SELECT id, due, kind, subject FROM event WHERE due <= ?1 ORDER BY due, id LIMIT 1", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, now);
  *found = tenure_statement_step (statement, &failure);
  if (failure != NULL)
    return g_propagate_error (error, failure), FALSE;
  if (!*found)
    return TRUE;
  *id = tenure_statement_int (statement, 0);
  dated->due = tenure_statement_int (statement, 1);
  dated->kind = g_intern_string (tenure_statement_text (statement, 2));
  dated->subject = tenure_statement_int (statement, 3);
  return TRUE;
}

static gboolean
forget_event (TenureConnection *connection, gint64 id, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "DELETE FROM event WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, id);
  return tenure_statement_run (statement, error);
}

/* The account whose order, resource or link it is. */
static char *
account_of (TenureConnection *connection, const TenureDated *dated, SubjectType type, GError **error)
{
  static const char *const sql[] = {
    [OF_ORDER] = "SELECT a.key FROM account a JOIN \"order\" o ON o.account_id = a.id WHERE o.id = ?1",
    [OF_RESOURCE] = "SELECT a.key FROM account a JOIN resource r ON r.account_id = a.id WHERE r.id = ?1",
    [OF_LINK] = "SELECT a.key FROM account a JOIN link l ON l.account_id = a.id WHERE l.id = ?1",
  };
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql[type], error);

  if (statement == NULL)
    return NULL;
  tenure_statement_bind_int (statement, 1, dated->subject);
  return tenure_statement_step (statement, error) ? tenure_statement_dup_text (statement, 0) : NULL;
}

static gboolean
move_settled (TenureConnection *connection, TenureTime due, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, due);
  TenureTime until;

  return settled_until (connection, &until, error) &&
         (due <= until || tenure_connection_set_meta (connection, "settled-until", text, error));
}

static gboolean
load (TenureWorld *world, TenureConnection *connection, const TenureDated *dated, SubjectType type, GError **error)
{
  if (type == OF_ORDER)
    return tenure_world_load_order (world, connection, dated->subject, error);
  return type != OF_RESOURCE || tenure_world_load_resource (world, connection, dated->subject, error);
}

static gboolean
play (const TenureSettlement *self, TenureConnection *connection, const TenureDated *dated, guint kind,
      GCancellable *cancellable, GError **error)
{
  SubjectType type = kinds[kind].type;
  g_autofree char *account = type == OF_CODE ? NULL : account_of (connection, dated, type, error);
  g_autoptr (TenureWorld) world = NULL;
  g_autoptr (TenureDecision) decision = tenure_decision_new ();
  TenureStage stage = self->stage;
  TenureWriter writer;
  gboolean fine;

  if (account == NULL && type != OF_CODE)
    return FALSE;
  stage.account = account;
  stage.actor = "system";
  stage.source = TENURE_SOURCE_SYSTEM;
  world = tenure_world_new (connection, &stage, dated->due, error);
  if (world == NULL || !load (world, connection, dated, type, error))
    return FALSE;
  if (!kinds[kind].decide (world, dated, decision, error))
    return FALSE;
  tenure_writer_init (&writer, connection, world, NULL, cancellable);
  fine = tenure_writer_run (&writer, decision, error);
  tenure_writer_clear (&writer);
  return fine && move_settled (connection, dated->due, error);
}

gboolean
tenure_settlement_play (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureSettlement *self = data;
  guint played = 0;

  if (!tenure_settlement_look (connection, self, cancellable, error))
    return FALSE;
  while (!self->finished && played < self->limit)
    {
      TenureDated dated;
      gboolean found;
      guint kind = 0;
      gint64 id;

      if (!next_event (connection, self->now, &id, &dated, &found, error))
        return FALSE;
      self->finished = !found;
      if (!found)
        break;
      while (kind < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[kind].kind, dated.kind))
        kind++;
      if (!forget_event (connection, id, error) ||
          (kind < G_N_ELEMENTS (kinds) && !play (self, connection, &dated, kind, cancellable, error)))
        return FALSE;
      played++;
    }
  self->played += played;
  return count_due (connection, self->now, &(gint64){ 0 }, &self->next_due, error);
}
