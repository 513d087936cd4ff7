/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-apply.h"

#include "tenure-decide.h"
#include "tenure-proof.h"
#include "tenure-subject.h"
#include "tenure-writer.h"

static const TenureDecide decides[TENURE_N_COMMANDS] = {
  [TENURE_COMMAND_TOP_UP] = tenure_decide_top_up,
  [TENURE_COMMAND_ORDER] = tenure_decide_order,
  [TENURE_COMMAND_PAY] = tenure_decide_pay,
  [TENURE_COMMAND_CANCEL] = tenure_decide_cancel,
  [TENURE_COMMAND_RENEW] = tenure_decide_renew,
  [TENURE_COMMAND_SET_MODE] = tenure_decide_set_mode,
  [TENURE_COMMAND_SET_UNIFIED_DAY] = tenure_decide_unified_day,
  [TENURE_COMMAND_SET_DEDUCTION_DAY] = tenure_decide_deduction_day,
  [TENURE_COMMAND_UNSUBSCRIBE] = tenure_decide_unsubscribe,
  [TENURE_COMMAND_UNSUBSCRIBE_RENEWALS] = tenure_decide_give_back,
  [TENURE_COMMAND_RENAME_ENTERPRISE] = tenure_decide_rename,
  [TENURE_COMMAND_SEND_CODE] = tenure_decide_send_code,
  [TENURE_COMMAND_APPLY_ACCOUNT] = tenure_decide_apply_account,
  [TENURE_COMMAND_DECIDE_APPLICATION] = tenure_decide_application,
  [TENURE_COMMAND_SEND_LINK] = tenure_decide_send_link,
  [TENURE_COMMAND_SET_PASSWORD] = tenure_decide_set_password,
  [TENURE_COMMAND_RESET_PASSWORD] = tenure_decide_reset_password,
  [TENURE_COMMAND_SIGN_IN] = tenure_decide_sign_in,
  [TENURE_COMMAND_SIGN_OUT] = tenure_decide_sign_out,
};

void
tenure_request_clear (TenureRequest *self)
{
  g_clear_pointer (&self->command, tenure_command_unref);
  g_clear_pointer (&self->plan, tenure_plan_unref);
  g_clear_pointer (&self->secret, g_bytes_unref);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->proof, tenure_proof_free);
  g_clear_pointer (&self->fresh, tenure_plan_unref);
  g_clear_pointer (&self->outcome, tenure_outcome_unref);
}

/* --- Deciding -------------------------------------------------------------------------------------------------------
 */

/* Whoever is signed in at this moment, for each command anew: another program may sign in or out. */
static gboolean
follow (TenureRequest *request, TenureConnection *connection, GError **error)
{
  g_clear_pointer (&request->account, g_free);
  g_clear_pointer (&request->actor, g_free);
  if (!tenure_subject_signed_in (connection, &request->account, &request->actor, error))
    return FALSE;
  request->stage.account = request->account;
  request->stage.actor = request->actor;
  return TRUE;
}

/* Whom the command concerns: its own account, or for the staff and for visitors what it names. */
static gboolean
find_subject (TenureRequest *request, TenureConnection *connection, GError **error)
{
  if (request->follow && !follow (request, connection, error))
    return FALSE;
  request->stage.role = tenure_command_kind_role (tenure_command_kind (request->command));
  g_clear_pointer (&request->subject, g_free);
  if (!tenure_subject (connection, request->command, &request->stage, &request->subject, error))
    return FALSE;
  request->stage.account = request->subject;
  if (request->stage.role != TENURE_ROLE_ADMINISTRATOR)
    request->stage.actor = tenure_role_name (request->stage.role);
  return TRUE;
}

static TenurePlan *
new_plan (const TenureRequest *request)
{
  return tenure_plan_new (request->command, request->profile, request->stage.account, request->stage.policy->hash,
                          request->now);
}

/* The plan shows the decision: its items move over, its effects stay. */
static gboolean
show (TenurePlan *plan, TenureDecision *decision, GError **error)
{
  GPtrArray *items = plan->items, *refusals = plan->refusals;

  plan->items = decision->items;
  decision->items = items;
  plan->refusals = decision->refusals;
  decision->refusals = refusals;
  plan->holds_until = decision->holds_until;
  plan->balance_before = decision->balance_before;
  plan->balance_after = decision->balance_after;
  plan->quota_needed = decision->quota_needed;
  plan->quota_left = decision->quota_left;
  plan->review = decision->review;
  return tenure_plan_seal (plan, error);
}

static TenureDecision *
decide (TenureRequest *request, TenureConnection *connection, TenureWorld **world, GError **error)
{
  g_autoptr (TenureWorld) fresh = tenure_world_new (connection, &request->stage, request->now, error);
  g_autoptr (TenureDecision) decision = tenure_decision_new ();
  g_autoptr (TenurePlan) plan = new_plan (request);
  TenureCommandKind kind = tenure_command_kind (request->command);
  gconstpointer params = tenure_command_params (request->command);

  if (fresh == NULL || !tenure_world_load (fresh, connection, kind, params, error))
    return NULL;
  if (!decides[kind](fresh, params, decision, error) || !show (plan, decision, error))
    return NULL;
  request->fresh = g_steal_pointer (&plan);
  *world = g_steal_pointer (&fresh);
  return g_steal_pointer (&decision);
}

gboolean
tenure_request_plan (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureRequest *request = data;
  g_autoptr (TenureWorld) world = NULL;
  g_autoptr (TenureDecision) decision = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !find_subject (request, connection, error))
    return FALSE;
  decision = decide (request, connection, &world, error);
  return decision != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* --- Refusing -------------------------------------------------------------------------------------------------------
 */

/* Takes @refusal. */
static gboolean
refuse (TenureRequest *request, TenureRefusal *refusal, GError **error)
{
  g_autoptr (TenurePlan) plan = new_plan (request);

  g_ptr_array_add (plan->refusals, refusal);
  if (!tenure_plan_seal (plan, error))
    return FALSE;
  request->outcome = tenure_outcome_new (TENURE_OUTCOME_REFUSED, plan, request->now);
  return TRUE;
}

static gboolean
refuse_plan (TenureRequest *request, const char *rule, GError **error)
{
  return refuse (request, tenure_refusal_new (rule, NULL), error);
}

static gboolean
same_command (TenureCommand *one, TenureCommand *other)
{
  g_autoptr (TenureJson) one_json = tenure_command_to_json (one);
  g_autoptr (TenureJson) other_json = tenure_command_to_json (other);
  g_autofree char *one_text = tenure_json_to_canonical (one_json);
  g_autofree char *other_text = tenure_json_to_canonical (other_json);

  return g_str_equal (one_text, other_text);
}

/* A plan is for one profile, account and command; anywhere else it says nothing. */
static const char *
foreign (const TenureRequest *request)
{
  if (g_strcmp0 (request->plan->profile, request->profile) != 0)
    return "plan.other-profile";
  if (g_strcmp0 (request->plan->account, request->stage.account != NULL ? request->stage.account : "") != 0)
    return "plan.other-account";
  if (!same_command (request->plan->command, request->command))
    return "plan.other-command";
  return NULL;
}

/* --- Applied before
 * --------------------------------------------------------------------------------------------------- */

static char **
numbers_from (const char *text, GError **error)
{
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (json == NULL)
    return NULL;
  for (guint i = 0; i < tenure_json_length (json); i++)
    g_strv_builder_add (builder, tenure_json_text (tenure_json_at (json, i)));
  return g_strv_builder_end (builder);
}

static gboolean
repeat (TenureRequest *request, const char *plan_text, const char *orders, TenureTime at, GError **error)
{
  g_autoptr (TenureJson) json = tenure_json_parse (plan_text, -1, G_MAXINT32, error);
  g_autoptr (TenurePlan) plan = json == NULL ? NULL : tenure_plan_from_json (json, error);
  char **numbers = plan == NULL ? NULL : numbers_from (orders, error);

  if (numbers == NULL)
    return FALSE;
  request->outcome = tenure_outcome_new (TENURE_OUTCOME_REPEATED, plan, at);
  g_strfreev (request->outcome->orders);
  request->outcome->orders = numbers;
  return TRUE;
}

/* Fills in the first outcome when the id is known; no outcome and TRUE when it is not. */
static gboolean
look_up (TenureRequest *request, TenureConnection *connection, GError **error)
{
  g_autoptr (TenureStatement) statement = NULL;
  g_autoptr (TenureJson) json = tenure_command_to_json (request->command);
  g_autofree char *body = tenure_json_to_canonical (json);
  GError *failure = NULL;

  statement =
      tenure_connection_prepare (connection, "SELECT body, plan, orders, applied_at FROM command WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, tenure_command_id (request->command));
  if (!tenure_statement_step (statement, &failure))
    return failure == NULL || (g_propagate_error (error, failure), FALSE);
  if (!g_str_equal (tenure_statement_text (statement, 0), body))
    return refuse_plan (request, "command.id-used", error);
  return repeat (request, tenure_statement_text (statement, 1), tenure_statement_text (statement, 2),
                 tenure_statement_int (statement, 3), error);
}

/* --- Doing
 * ------------------------------------------------------------------------------------------------------------ */

static TenureJson *
numbers_json (GPtrArray *numbers)
{
  TenureJson *array = tenure_json_new_array ();

  for (guint i = 0; i < numbers->len; i++)
    tenure_json_append (array, tenure_json_new_string (numbers->pdata[i]));
  return array;
}

static gboolean
record (const TenureRequest *request, TenureWriter *writer, GError **error)
{
  TenureCommandKind kind = tenure_command_kind (request->command);
  const char *id = tenure_command_id (request->command), *name = tenure_command_kind_name (kind);
  g_autoptr (TenureJson) command = tenure_command_to_json (request->command);
  g_autoptr (TenureJson) plan = tenure_plan_to_json (request->fresh);
  g_autoptr (TenureJson) numbers = numbers_json (writer->numbers);
  g_autofree char *command_text = tenure_json_to_canonical (command);
  g_autofree char *plan_text = tenure_json_to_canonical (plan);
  g_autofree char *numbers_text = tenure_json_to_canonical (numbers);

  return tenure_command_store (writer->connection, id, name, (int)tenure_command_kind_version (kind), command_text,
                               request->stage.actor, writer->world->account.id, request->fresh->digest,
                               request->stage.policy->hash, request->now, plan_text, numbers_text, error);
}

static gboolean
execute (TenureRequest *request, TenureConnection *connection, const TenureWorld *world, const TenureDecision *decision,
         GCancellable *cancellable, GError **error)
{
  TenureWriter writer;
  gboolean fine;

  tenure_writer_init (&writer, connection, world, tenure_command_id (request->command), cancellable);
  writer.proof = request->proof;
  writer.report = request->report;
  writer.report_data = request->report_data;
  fine = tenure_writer_run (&writer, decision, error) && record (request, &writer, error);
  if (fine)
    {
      request->outcome = tenure_outcome_new (TENURE_OUTCOME_DONE, request->fresh, request->now);
      g_strfreev (request->outcome->orders);
      g_ptr_array_add (writer.numbers, NULL);
      request->outcome->orders = (char **)g_ptr_array_steal (writer.numbers, NULL);
    }
  tenure_writer_clear (&writer);
  return fine;
}

/* What needs a secret is done only when that is right; a wrong one is counted, and that is all that is written. */
static gboolean
go_ahead (TenureRequest *request, TenureConnection *connection, const TenureWorld *world,
          const TenureDecision *decision, GCancellable *cancellable, GError **error)
{
  TenureRefusal *refusal = NULL;

  if (tenure_command_kind_secrets (tenure_command_kind (request->command)) > 0 &&
      !tenure_proof_check (request, connection, world, &refusal, error))
    return FALSE;
  if (refusal != NULL)
    return refuse (request, refusal, error);
  return execute (request, connection, world, decision, cancellable, error);
}

gboolean
tenure_request_apply (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureRequest *request = data;
  g_autoptr (TenureWorld) world = NULL;
  g_autoptr (TenureDecision) decision = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (!find_subject (request, connection, error))
    return FALSE;
  if (foreign (request) != NULL)
    return refuse_plan (request, foreign (request), error);
  if (!look_up (request, connection, error))
    return FALSE;
  if (request->outcome != NULL)
    return TRUE;
  decision = decide (request, connection, &world, error);
  if (decision == NULL)
    return FALSE;
  differences = tenure_plan_compare (request->plan, request->fresh);
  if (differences->len > 0)
    {
      request->outcome = tenure_outcome_new (TENURE_OUTCOME_STALE, request->fresh, request->now);
      g_ptr_array_unref (request->outcome->differences);
      request->outcome->differences = g_steal_pointer (&differences);
      return TRUE;
    }
  if (!tenure_plan_possible (request->fresh))
    {
      request->outcome = tenure_outcome_new (TENURE_OUTCOME_REFUSED, request->fresh, request->now);
      return TRUE;
    }
  return go_ahead (request, connection, world, decision, cancellable, error);
}
