/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-events.h"

#include "tenure-decide.h"
#include "tenure-metering.h"
#include "tenure-writer.h"

/* What an event's subject is. */
typedef enum
{
  OF_RESOURCE,
  OF_ORDER,
  OF_ACCOUNT, /* with everything that is metered */
  OF_CODE,    /* no account's */
  OF_LINK,
  OF_COUPON,
  OF_EXPORT,
} TenureSubjectKind;

/* In the order in which what falls due at the same moment is played (as in the index event_next). */
#define KINDS "deliver lapse charge start auto-renew expire freeze arrears release refund coupon export link code"
static const struct
{
  const char *kind;
  TenureSubjectKind of;
  TenureDecide decide;
} kinds[] = {
  { "deliver", OF_ORDER, tenure_decide_deliver },
  { "lapse", OF_ORDER, tenure_decide_lapse },
#define CHARGE 2
  { "charge", OF_ACCOUNT, tenure_decide_charge },
  { "start", OF_RESOURCE, tenure_decide_start },
  { "auto-renew", OF_RESOURCE, tenure_decide_auto_renew },
  { "expire", OF_RESOURCE, tenure_decide_life },
  { "freeze", OF_RESOURCE, tenure_decide_life },
  { "arrears", OF_ACCOUNT, tenure_decide_arrears },
  { "release", OF_RESOURCE, tenure_decide_life },
  { "refund", OF_ORDER, tenure_decide_refund },
  { "coupon", OF_COUPON, tenure_decide_coupon_end },
  { "export", OF_EXPORT, tenure_decide_export_gone },
  { "link", OF_LINK, tenure_decide_erase },
  { "code", OF_CODE, tenure_decide_erase },
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
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 "SELECT id, due, kind, subject FROM event INDEXED BY event_next WHERE due <= ?1"
                                 " ORDER BY due, instr ('" KINDS "', kind), id LIMIT 1",
                                 error);
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

/* The account whose subject it is. */
static char *
account_of (TenureConnection *connection, const TenureDated *dated, TenureSubjectKind of, GError **error)
{
  static const char *const sql[] = {
    [OF_RESOURCE] = "SELECT a.key FROM account a JOIN resource r ON r.account_id = a.id WHERE r.id = ?1",
    [OF_ORDER] = "SELECT a.key FROM account a JOIN \"order\" o ON o.account_id = a.id WHERE o.id = ?1",
    [OF_ACCOUNT] = "SELECT key FROM account WHERE id = ?1",
    [OF_LINK] = "SELECT a.key FROM account a JOIN link l ON l.account_id = a.id WHERE l.id = ?1",
    [OF_COUPON] = "SELECT a.key FROM account a JOIN coupon c ON c.account_id = a.id WHERE c.id = ?1",
    [OF_EXPORT] = "SELECT a.key FROM account a JOIN export e ON e.account_id = a.id WHERE e.id = ?1",
  };
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql[of], error);

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
load_subject (TenureWorld *world, TenureConnection *connection, gint64 id, TenureSubjectKind of, GError **error)
{
  if (of == OF_ORDER)
    return tenure_world_load_order (world, connection, id, error);
  if (of == OF_ACCOUNT)
    return tenure_world_load_metering (world, connection, TRUE, error);
  if (of == OF_COUPON)
    return tenure_world_load_coupons (world, connection, error);
  return of != OF_RESOURCE || tenure_world_load_resource (world, connection, id, error);
}

/* The world of an event, at its moment. */
static TenureWorld *
world_of (const TenureSettlement *self, TenureConnection *connection, const TenureDated *dated, TenureSubjectKind of,
          GError **error)
{
  g_autofree char *account = of == OF_CODE ? NULL : account_of (connection, dated, of, error);
  g_autoptr (TenureWorld) world = NULL;
  TenureStage stage = self->stage;

  if (account == NULL && of != OF_CODE)
    return NULL;
  stage.account = account;
  stage.actor = "system";
  stage.source = TENURE_SOURCE_SYSTEM;
  world = tenure_world_new (connection, &stage, dated->due, error);
  if (world == NULL || !load_subject (world, connection, dated->subject, of, error))
    return NULL;
  world->stage.account = world->account.key;
  return g_steal_pointer (&world);
}

static gboolean
execute (TenureConnection *connection, const TenureWorld *world, const TenureDecision *decision, gint64 event,
         GCancellable *cancellable, GError **error)
{
  TenureWriter writer;
  gboolean fine;

  if (!forget_event (connection, event, error))
    return FALSE;
  tenure_writer_init (&writer, connection, world, NULL, cancellable);
  fine = tenure_writer_run (&writer, decision, error);
  tenure_writer_clear (&writer);
  return fine && move_settled (connection, world->now, error);
}

/* Hours that wait are charged first when what is about to happen could leave too little for them, or tells of money;
 * the hour that ends at the same moment with them, unless the event comes before it. */
static gboolean
charge_before (TenureConnection *connection, const TenureWorld *world, guint kind, GError **error)
{
  TenureTime before = kind < CHARGE ? world->now - 1 : world->now;

  return tenure_charging_move (connection, world->account.id, tenure_hour_floor (before), error);
}

/* Money that runs out before the last of the hours is owed, told and dated when it does: then nothing after that is
 * charged yet. */
static gboolean
decide (TenureWorld *world, const TenureDated *dated, guint kind, TenureDecision **decision, GError **error)
{
  *decision = tenure_decision_new ();
  if (!kinds[kind].decide (world, dated, *decision, error))
    return FALSE;
  if (kind != CHARGE || (*decision)->owes_since == TENURE_TIME_UNKNOWN || (*decision)->owes_since >= world->now)
    return TRUE;
  world->now = (*decision)->owes_since;
  tenure_decision_free (*decision);
  *decision = tenure_decision_new ();
  return kinds[kind].decide (world, dated, *decision, error);
}

static gboolean
play (TenureSettlement *self, TenureConnection *connection, const TenureDated *dated, guint kind, gint64 event,
      GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureWorld) world = world_of (self, connection, dated, kinds[kind].of, error);
  g_autoptr (TenureDecision) decision = NULL;
  TenureChargePlan plan = TENURE_CHARGE_NOW;

  if (world == NULL)
    return FALSE;
  if (kind == CHARGE &&
      !tenure_charging_plan (&self->reserves, connection, world, dated->due, self->now, &plan, &world->now, error))
    return FALSE;
  if (plan == TENURE_CHARGE_LATER)
    return tenure_charging_move (connection, dated->subject, world->now, error);
  if (!decide (world, dated, kind, &decision, error))
    return FALSE;
  if (kind != CHARGE && tenure_charging_disturbs (&self->reserves, world, decision))
    return charge_before (connection, world, kind, error);
  return execute (connection, world, decision, event, cancellable, error);
}

static guint
find_kind (const char *name)
{
  guint kind = 0;

  while (kind < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[kind].kind, name))
    kind++;
  return kind;
}

gboolean
tenure_settlement_play (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureSettlement *self = data;
  guint played = 0;

  if (!tenure_settlement_look (connection, self, cancellable, error) ||
      (self->played == 0 && !self->finished && !tenure_charging_begin (connection, error)))
    return FALSE;
  while (!self->finished && played < self->limit)
    {
      TenureDated dated;
      gboolean found;
      guint kind;
      gint64 id;

      if (!next_event (connection, self->now, &id, &dated, &found, error))
        return FALSE;
      self->finished = !found;
      if (!found)
        break;
      kind = find_kind (dated.kind);
      if (!(kind < G_N_ELEMENTS (kinds) ? play (self, connection, &dated, kind, id, cancellable, error)
                                        : forget_event (connection, id, error)))
        return FALSE;
      played++;
    }
  self->played += played;
  return count_due (connection, self->now, &(gint64){ 0 }, &self->next_due, error);
}
