/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-writer.h"

#define LOOK_UP_EVERY 256
#define WORTH_REPORTING 1000

void
tenure_writer_init (TenureWriter *self, TenureConnection *connection, const TenureWorld *world, const char *command_id,
                    GCancellable *cancellable)
{
  *self = (TenureWriter){
    .connection = connection,
    .world = world,
    .command_id = command_id,
    .cancellable = cancellable,
    .orders = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .resources = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .numbers = g_ptr_array_new_with_free_func (g_free),
  };
}

void
tenure_writer_clear (TenureWriter *self)
{
  g_array_unref (self->orders);
  g_array_unref (self->resources);
  g_ptr_array_unref (self->numbers);
}

gboolean
tenure_writer_exec (TenureWriter *self, const char *sql, const TenureBind *binds, guint n, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (binds[i].type == TENURE_BIND_TEXT)
      tenure_statement_bind_text (statement, (int)i + 1, binds[i].text);
    else if (binds[i].type == TENURE_BIND_KNOWN)
      tenure_statement_bind_known (statement, (int)i + 1, binds[i].number);
    else
      tenure_statement_bind_int (statement, (int)i + 1, binds[i].number);
  return tenure_statement_run (statement, error);
}

gint64
tenure_writer_order (const TenureWriter *self, TenureRef ref)
{
  return ref >= 0 ? ref : g_array_index (self->orders, gint64, -1 - ref);
}

gint64
tenure_writer_resource (const TenureWriter *self, TenureRef ref)
{
  return ref >= 0 ? ref : g_array_index (self->resources, gint64, -1 - ref);
}

char *
tenure_writer_number (TenureWriter *self, gint64 order, GError **error)
{
  g_autoptr (TenureStatement) statement = NULL;

  statement = tenure_connection_prepare (self->connection, "SELECT key FROM \"order\" WHERE id = ?1", error);
  if (statement == NULL)
    return NULL;
  tenure_statement_bind_int (statement, 1, order);
  return tenure_statement_step (statement, error) ? tenure_statement_dup_text (statement, 0) : NULL;
}

gboolean
tenure_writer_journal (TenureWriter *self, const char *kind, const char *subject, const TenureJson *body,
                       GError **error)
{
  return tenure_journal_append (self->connection, self->world->now, self->world->stage.actor, self->world->account.key,
                                kind, subject, body, error);
}

/* --- Resources ---------------------------------------------------------------------------------------------------- */

static gboolean
set_expiry (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE resource SET expiry = ?2, anchor = ?3 WHERE id = ?1", error,
                      TENURE_INT (tenure_writer_resource (self, effect->resource)), TENURE_INT (effect->at),
                      TENURE_INT (effect->value));
}

static gboolean
end_resource (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE resource SET status = ?2, open_order_id = NULL WHERE id = ?1", error,
                      TENURE_INT (tenure_writer_resource (self, effect->resource)),
                      TENURE_TEXT (tenure_resource_status_name ((TenureResourceStatus)effect->value)));
}

static gboolean
set_mode (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  gboolean automatic = effect->value == TENURE_MODE_AUTO;

  return TENURE_EXEC (self,
                      "UPDATE resource SET mode = ?2, auto_months = ?3, auto_left = ?4, auto_since = ?5 WHERE id = ?1",
                      error, TENURE_INT (tenure_writer_resource (self, effect->resource)),
                      TENURE_TEXT (tenure_mode_name ((TenureMode)effect->value)),
                      TENURE_KNOWN (automatic ? effect->months : G_MININT64),
                      TENURE_KNOWN (automatic ? effect->count : G_MININT64), TENURE_KNOWN (effect->at));
}

static gboolean
hold (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE resource SET open_order_id = ?2 WHERE id = ?1", error,
                      TENURE_INT (tenure_writer_resource (self, effect->resource)),
                      TENURE_INT (tenure_writer_order (self, effect->order)));
}

/* By the lines of the order, so that no index on what is mostly NULL is needed. */
static gboolean
free_resources (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self,
                      "UPDATE resource SET open_order_id = NULL WHERE open_order_id = ?1"
                      " AND id IN (SELECT resource_id FROM line WHERE order_id = ?1)",
                      error, TENURE_INT (tenure_writer_order (self, effect->order)));
}

static gboolean
free_all (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  gint64 order = tenure_writer_order (self, effect->order);

  return TENURE_EXEC (self,
                      "UPDATE resource SET open_order_id = NULL WHERE open_order_id = ?1 AND main_id IN"
                      " (SELECT resource_id FROM line WHERE order_id = ?1)",
                      error, TENURE_INT (order)) &&
         free_resources (self, effect, error);
}

static gboolean
refund_term (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE term SET refunded = 1 WHERE id = ?1", error, TENURE_INT (effect->id));
}

/* --- Money, settings, events ----------------------------------------------------------------------------------------
 */

static gboolean
post (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  if (effect->postings->len == 0)
    return TRUE;
  return tenure_ledger_post (
      self->connection, self->world->now, effect->word, tenure_writer_order (self, effect->order), self->command_id,
      self->world->stage.policy->hash, (const TenurePosting *)effect->postings->data, effect->postings->len, error);
}

static gboolean
set_setting (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const char *sql = g_str_equal (effect->word, "unified_day") ? "UPDATE account SET unified_day = ?2 WHERE id = ?1"
                                                              : "UPDATE account SET lead_days = ?2 WHERE id = ?1";

  return TENURE_EXEC (self, sql, error, TENURE_INT (self->world->account.id), TENURE_INT (effect->value));
}

static gboolean
use_quota (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self,
                      "INSERT INTO quota (account_id, year, used) VALUES (?1, ?2, max (?3, 0))"
                      " ON CONFLICT (account_id, year) DO UPDATE SET used = used + ?3",
                      error, TENURE_INT (self->world->account.id), TENURE_INT (effect->value),
                      TENURE_INT (effect->count));
}

static gboolean
change_coupon (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self,
                      "UPDATE coupon SET remaining = remaining + ?2, used_order_id = coalesce (?3, used_order_id)"
                      " WHERE id = ?1",
                      error, TENURE_INT (effect->id), TENURE_INT (effect->value),
                      TENURE_ID (tenure_writer_order (self, effect->other)));
}

static gint64
subject_of (TenureWriter *self, const TenureEffect *effect)
{
  if (effect->order != 0)
    return tenure_writer_order (self, effect->order);
  return effect->resource != 0 ? tenure_writer_resource (self, effect->resource) : effect->id;
}

static gboolean
schedule (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  if (effect->count > 0) /* one is enough, whenever it is due */
    return TENURE_EXEC (self,
                        "INSERT INTO event (due, kind, subject) SELECT ?1, ?2, ?3"
                        " WHERE NOT EXISTS (SELECT 1 FROM event WHERE subject = ?3 AND kind = ?2)",
                        error, TENURE_INT (effect->at), TENURE_TEXT (effect->word),
                        TENURE_INT (subject_of (self, effect)));
  return TENURE_EXEC (self, "INSERT INTO event (due, kind, subject) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", error,
                      TENURE_INT (effect->at), TENURE_TEXT (effect->word), TENURE_INT (subject_of (self, effect)));
}

static gboolean
unschedule (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  if (effect->word == NULL)
    return TENURE_EXEC (
        self, "DELETE FROM event WHERE subject = ?1 AND kind IN ('auto-renew', 'expire', 'freeze', 'release')", error,
        TENURE_INT (subject_of (self, effect)));
  return TENURE_EXEC (self, "DELETE FROM event WHERE subject = ?1 AND kind = ?2", error,
                      TENURE_INT (subject_of (self, effect)), TENURE_TEXT (effect->word));
}

/* --- Steps and the journal ------------------------------------------------------------------------------------------
 */

static gboolean
oblige (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  g_autofree char *number = NULL;
  g_autofree char *obligation = g_strdup (effect->text);

  if (obligation == NULL)
    {
      number = tenure_writer_number (self, tenure_writer_order (self, effect->order), error);
      if (number == NULL)
        return FALSE;
      obligation = g_strconcat ("pay/", number, NULL);
    }
  return tenure_step_add (self->connection, self->command_id, self->position++, effect->word, obligation, "done",
                          self->world->now, error);
}

static gboolean
withdraw (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return tenure_step_settle (self->connection, effect->text, "withdrawn", self->world->now, error);
}

static gboolean
send_message (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  g_autofree char *arguments = tenure_json_to_canonical (effect->body);

  return TENURE_EXEC (self,
                      "INSERT INTO message (account_id, at, kind, address, template, arguments)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                      error, TENURE_ID (self->world->account.id), TENURE_INT (self->world->now),
                      TENURE_TEXT (effect->value ? "sms" : "mail"), TENURE_TEXT (effect->text),
                      TENURE_TEXT (effect->word), TENURE_TEXT (arguments));
}

static gboolean
note (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return tenure_writer_journal (self, effect->word, effect->text, effect->body, error);
}

/* What executes an effect, and the scope that it touches. */
static const struct
{
  gboolean (*run) (TenureWriter *self, const TenureEffect *effect, GError **error);
  const char *scope;
} executors[] = {
  [TENURE_EFFECT_MAKE_ORDER] = { tenure_writer_make_order, "orders" },
  [TENURE_EFFECT_PAY_ORDER] = { tenure_writer_pay_order, "orders" },
  [TENURE_EFFECT_SET_STATUS] = { tenure_writer_set_status, "orders" },
  [TENURE_EFFECT_POST] = { post, "balance" },
  [TENURE_EFFECT_MAKE_RESOURCE] = { tenure_writer_make_resource, "resources" },
  [TENURE_EFFECT_ADD_TERM] = { tenure_writer_add_term, "resources" },
  [TENURE_EFFECT_REFUND_TERM] = { refund_term, "resources" },
  [TENURE_EFFECT_FORFEIT] = { tenure_writer_forfeit, "orders" },
  [TENURE_EFFECT_SET_EXPIRY] = { set_expiry, "resources" },
  [TENURE_EFFECT_RESIZE] = { tenure_writer_resize, "resources" },
  [TENURE_EFFECT_BLOCK_TERM] = { tenure_writer_block_term, "resources" },
  [TENURE_EFFECT_END_RESOURCE] = { end_resource, "resources" },
  [TENURE_EFFECT_SET_MODE] = { set_mode, "resources" },
  [TENURE_EFFECT_HOLD] = { hold, "resources" },
  [TENURE_EFFECT_FREE] = { free_resources, "resources" },
  [TENURE_EFFECT_AWAIT] = { tenure_writer_await, "orders" },
  [TENURE_EFFECT_VERDICT] = { tenure_writer_set_verdict, "orders" },
  [TENURE_EFFECT_MARK] = { tenure_writer_mark, "orders" },
  [TENURE_EFFECT_LOCK] = { tenure_writer_lock, "balance" },
  [TENURE_EFFECT_UNLOCK] = { tenure_writer_unlock, "balance" },
  [TENURE_EFFECT_GRANT] = { tenure_writer_grant, "balance" },
  [TENURE_EFFECT_DISCOUNT] = { tenure_writer_grant_discount, "balance" },
  [TENURE_EFFECT_END_COUPON] = { tenure_writer_end_coupon, "balance" },
  [TENURE_EFFECT_ACTIVATE] = { tenure_writer_activate, "balance" },
  [TENURE_EFFECT_FREEZE] = { tenure_writer_freeze, "resources" },
  [TENURE_EFFECT_OFFER] = { tenure_writer_set_offer, "resources" },
  [TENURE_EFFECT_FREE_ALL] = { free_all, "resources" },
  [TENURE_EFFECT_SETTING] = { set_setting, "settings" },
  [TENURE_EFFECT_QUOTA] = { use_quota, "balance" },
  [TENURE_EFFECT_COUPON] = { change_coupon, "balance" },
  [TENURE_EFFECT_SCHEDULE] = { schedule, NULL },
  [TENURE_EFFECT_UNSCHEDULE] = { unschedule, NULL },
  [TENURE_EFFECT_OBLIGE] = { oblige, NULL },
  [TENURE_EFFECT_WITHDRAW] = { withdraw, NULL },
  [TENURE_EFFECT_MESSAGE] = { send_message, "messages" },
  [TENURE_EFFECT_RENAME] = { tenure_writer_rename, "accounts" },
  [TENURE_EFFECT_SEND_CODE] = { tenure_writer_send_code, "messages" },
  [TENURE_EFFECT_SEND_LINK] = { tenure_writer_send_link, "messages" },
  [TENURE_EFFECT_APPLICATION] = { tenure_writer_application, "accounts" },
  [TENURE_EFFECT_DECIDE_APPLICATION] = { tenure_writer_decide_application, "accounts" },
  [TENURE_EFFECT_PASSWORD] = { tenure_writer_password, "accounts" },
  [TENURE_EFFECT_SIGN] = { tenure_writer_sign, "accounts" },
  [TENURE_EFFECT_ERASE] = { tenure_writer_erase, "messages" },
  [TENURE_EFFECT_METER] = { tenure_writer_meter, "resources" },
  [TENURE_EFFECT_CHARGED] = { tenure_writer_charged, "resources" },
  [TENURE_EFFECT_PERIOD] = { tenure_writer_period, "resources" },
  [TENURE_EFFECT_CAPACITY] = { tenure_writer_capacity, "resources" },
  [TENURE_EFFECT_BILL] = { tenure_writer_bill, "bills" },
  [TENURE_EFFECT_ARREARS] = { tenure_writer_arrears, "balance" },
  [TENURE_EFFECT_ARREARS_MARK] = { tenure_writer_arrears_mark, "resources" },
  [TENURE_EFFECT_TELL_LINE] = { tenure_writer_tell_line, "orders" },
  [TENURE_EFFECT_FAIL_LINE] = { tenure_writer_fail_line, "orders" },
  [TENURE_EFFECT_MAKE_EXPORT] = { tenure_writer_make_export, "exports" },
  [TENURE_EFFECT_END_EXPORT] = { tenure_writer_end_export, "exports" },
  [TENURE_EFFECT_NOTE] = { note, "journal" },
};

/* Says how far it is, and hears whether it is still wanted. */
static gboolean
look_up_from_work (TenureWriter *self, guint done, guint total, GError **error)
{
  if (self->report != NULL && total > WORTH_REPORTING)
    self->report (done, total, self->report_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

gboolean
tenure_writer_run (TenureWriter *self, const TenureDecision *decision, GError **error)
{
  for (guint i = 0; i < decision->effects->len; i++)
    {
      const TenureEffect *effect = decision->effects->pdata[i];
      const char *scope = executors[effect->type].scope;

      if (i % LOOK_UP_EVERY == 0 && !look_up_from_work (self, i, decision->effects->len, error))
        return FALSE;
      if (!executors[effect->type].run (self, effect, error))
        return FALSE;
      if (scope != NULL)
        tenure_connection_touch (self->connection, scope);
    }
  return TRUE;
}
