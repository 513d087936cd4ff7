/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a Huawei account to an approved application: 变更企业名称, 发送验证码, 提交申请, 审批 (guide 1; A1-02 … A1-06).
 */
#include "tenure-decide.h"

#include <string.h>

/* --- Enterprise name --------------------------------------------------------------------------------------------- */

gboolean
tenure_decide_rename (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureRenameEnterprise *wanted = params;
  const TenureAccount *account = &world->account;
  g_autofree char *name = g_strstrip (g_strdup (wanted->name));
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_SET, "enterprise-name", wanted->account);

  item->old_value = g_strdup (account->name);
  item->new_value = g_strdup (name);
  if (account->id == 0)
    tenure_decision_refuse (
        decision, tenure_refusal_text (tenure_refusal_new ("account.unknown", "account"), "value", wanted->account));
  else if (account->opened != TENURE_TIME_UNKNOWN)
    tenure_decision_refuse (decision, tenure_refusal_new ("rename.opened", "account"));
  else if (*name == '\0')
    tenure_decision_refuse (decision, tenure_refusal_new ("rename.empty", "name"));
  else if (g_str_equal (name, account->name))
    tenure_decision_refuse (decision, tenure_refusal_new ("rename.same", "name"));
  else
    tenure_decision_effect (decision, TENURE_EFFECT_RENAME)->text = g_steal_pointer (&name);
  return TRUE;
}

/* --- Codes ------------------------------------------------------------------------------------------------------- */

static TenureRefusal *
code_refusal (const TenureWorld *world)
{
  const TenureRegistration *seen = &world->registration;
  const TenurePolicy *policy = world->stage.policy;
  TenureTime next = tenure_code_next (seen->codes, seen->code_oldest, seen->code_last, world->now, policy);
  TenureRefusal *refusal;

  if (next == TENURE_TIME_UNKNOWN)
    return NULL;
  if (seen->codes < policy->code_hourly)
    return tenure_refusal_time (tenure_refusal_new ("code.too-soon", "code"), "until", next);
  refusal = tenure_refusal_count (tenure_refusal_new ("code.too-many", "code"), "limit", policy->code_hourly);
  return tenure_refusal_time (refusal, "until", next);
}

gboolean
tenure_decide_send_code (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureSendCode *wanted = params;
  gboolean reset = wanted->purpose == TENURE_PURPOSE_RESET;
  const char *given = reset ? wanted->login : wanted->phone;
  g_autofree char *to = given == NULL ? NULL : reset ? tenure_login_read (given) : tenure_phone_read (given);
  TenureRefusal *refusal = code_refusal (world);
  TenureEffect *effect;

  tenure_decision_item (decision, TENURE_VERB_SEND, to != NULL ? to : "", "code");
  if (to == NULL || *to == '\0')
    {
      g_clear_pointer (&refusal, tenure_refusal_free);
      refusal = reset ? tenure_refusal_new ("login.empty", "login") : tenure_refusal_new ("phone.invalid", "phone");
    }
  if (refusal != NULL)
    {
      tenure_decision_refuse (decision, refusal);
      return TRUE;
    }
  effect = tenure_decision_effect (decision, TENURE_EFFECT_SEND_CODE);
  effect->value = wanted->purpose;
  effect->text = g_steal_pointer (&to);
  effect->at = world->now + 60 * (TenureTime)tenure_code_minutes (0, world->stage.policy);
  return TRUE;
}

/* --- The form ---------------------------------------------------------------------------------------------------- */

static void
refuse_account (const TenureWorld *world, const char *asked, TenureDecision *decision)
{
  TenureCondition conditions[TENURE_N_CONDITIONS];
  const TenureApplication *application = world->registration.application;

  if (world->account.id == 0)
    {
      tenure_decision_refuse (decision,
                              tenure_refusal_text (tenure_refusal_new ("account.unknown", "account"), "value", asked));
      return;
    }
  tenure_eligibility (&world->account, conditions);
  for (guint i = 0; i < TENURE_N_CONDITIONS; i++)
    if (!conditions[i].met)
      tenure_decision_refuse (decision, tenure_refusal_new (conditions[i].remedy, "account"));
  if (application != NULL && application->state == TENURE_APPLICATION_SUBMITTED)
    tenure_decision_refuse (decision, tenure_refusal_new ("apply.submitted", "account"));
  if (application != NULL && application->state == TENURE_APPLICATION_APPROVED)
    tenure_decision_refuse (decision, tenure_refusal_new ("apply.approved", "account"));
}

static void
require (TenureDecision *decision, gboolean given, const char *rule, const char *field)
{
  if (!given)
    tenure_decision_refuse (decision, tenure_refusal_new (rule, field));
}

static gboolean
has_text (const char *text)
{
  g_autofree char *stripped = text == NULL ? NULL : g_strstrip (g_strdup (text));

  return stripped != NULL && *stripped != '\0';
}

static TenureApplication *
application_of (const TenureWorld *world, const TenureApplyAccount *form)
{
  TenureApplication *made = g_new0 (TenureApplication, 1);

  made->account_id = world->account.id;
  made->account = g_strdup (world->account.key);
  made->user_name = world->account.key == NULL ? NULL : tenure_user_name (world->account.key);
  made->key = g_strdup (made->user_name);
  made->unit = g_strdup (world->account.name);
  made->unit_kind = (TenureUnitKind)form->unit_kind;
  made->applicant = g_strstrip (g_strdup (form->applicant));
  made->phone = tenure_phone_read (form->phone);
  made->email = tenure_email_read (form->email);
  made->needs = g_strstrip (g_strdup (form->needs));
  made->manager = has_text (form->manager) ? g_strstrip (g_strdup (form->manager)) : NULL;
  made->manager_phone = has_text (form->manager_phone) ? tenure_phone_read (form->manager_phone) : NULL;
  made->submitted = world->now;
  made->decided = TENURE_TIME_UNKNOWN;
  return made;
}

static void
check_form (const TenureWorld *world, const TenureApplyAccount *form, const TenureApplication *read,
            TenureDecision *decision)
{
  require (decision, *read->applicant != '\0', "apply.no-applicant", "applicant");
  require (decision, read->phone != NULL, "phone.invalid", "phone");
  require (decision, read->email != NULL, "email.invalid", "email");
  require (decision, *read->needs != '\0', "apply.no-needs", "needs");
  require (decision, !has_text (form->manager_phone) || read->manager_phone != NULL, "phone.invalid", "manager_phone");
  require (decision, read->phone == NULL || !world->registration.phone_taken, "apply.phone-taken", "phone");
  require (decision, read->email == NULL || !world->registration.email_taken, "apply.email-taken", "email");
}

gboolean
tenure_decide_apply_account (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureApplyAccount *form = params;
  g_autoptr (TenureApplication) read = application_of (world, form);
  const TenureApplication *before = world->registration.application;
  TenurePlanItem *item;

  item = tenure_decision_item (decision, TENURE_VERB_REGISTER, read->key != NULL ? read->key : form->account,
                               read->unit != NULL ? read->unit : "");
  item->old_value = before == NULL ? NULL : g_strdup (tenure_application_state_name (before->state));
  item->new_value = g_strdup (tenure_application_state_name (TENURE_APPLICATION_SUBMITTED));
  refuse_account (world, form->account, decision);
  check_form (world, form, read, decision);
  if (decision->refusals->len == 0)
    tenure_decision_effect (decision, TENURE_EFFECT_APPLICATION)->application = g_steal_pointer (&read);
  return TRUE;
}

/* --- The reviewer's word ----------------------------------------------------------------------------------------- */

static TenureJson *
told (const TenureApplication *application, const char *reason)
{
  TenureJson *arguments = tenure_json_new_object ();

  tenure_json_set_string (arguments, "unit", application->unit);
  tenure_json_set_string (arguments, "user", application->user_name);
  if (reason != NULL)
    tenure_json_set_string (arguments, "reason", reason);
  return arguments;
}

static void
approve (const TenureWorld *world, const TenureApplication *application, TenureDecision *decision)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_DECIDE_APPLICATION);
  g_autoptr (TenureJson) arguments = told (application, NULL);

  effect->value = TENURE_APPLICATION_APPROVED;
  effect = tenure_decision_effect (decision, TENURE_EFFECT_SEND_LINK);
  effect->value = TENURE_PURPOSE_ACTIVATE;
  effect->at = world->now + 3600 * (TenureTime)world->stage.policy->link_hours;
  tenure_decision_message (decision, TRUE, application->phone, "application.approved", arguments);
}

static void
reject (const TenureApplication *application, const char *reason, TenureDecision *decision)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_DECIDE_APPLICATION);
  g_autoptr (TenureJson) arguments = told (application, reason);

  effect->value = TENURE_APPLICATION_REJECTED;
  effect->text = g_strdup (reason);
  tenure_decision_message (decision, TRUE, application->phone, "application.rejected", arguments);
  tenure_decision_message (decision, FALSE, application->email, "application.rejected", arguments);
}

static void
refuse_decision (const TenureWorld *world, const TenureDecideApplication *wanted, TenureDecision *decision)
{
  const TenureApplication *application = world->registration.application;
  TenureRefusal *refusal;

  if (application == NULL)
    {
      refusal = tenure_refusal_new ("application.unknown", "application");
      tenure_decision_refuse (decision, tenure_refusal_text (refusal, "value", wanted->application));
      return;
    }
  if (application->state != TENURE_APPLICATION_SUBMITTED)
    {
      refusal = tenure_refusal_new ("application.decided", "application");
      tenure_decision_refuse (decision, tenure_refusal_text (refusal, "application-state",
                                                             tenure_application_state_name (application->state)));
      return;
    }
  require (decision, wanted->approve || has_text (wanted->reason), "application.no-reason", "reason");
  if (wanted->approve)
    {
      TenureCondition conditions[TENURE_N_CONDITIONS];
      tenure_eligibility (&world->account, conditions);
      for (guint i = 0; i < TENURE_N_CONDITIONS; i++)
        require (decision, conditions[i].met, conditions[i].remedy, "application");
    }
}

gboolean
tenure_decide_application (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureDecideApplication *wanted = params;
  const TenureApplication *application = world->registration.application;
  TenurePlanItem *item = tenure_decision_item (decision, wanted->approve ? TENURE_VERB_APPROVE : TENURE_VERB_REJECT,
                                               wanted->application, application == NULL ? "" : application->unit);
  g_autofree char *reason = has_text (wanted->reason) ? g_strstrip (g_strdup (wanted->reason)) : NULL;

  item->old_value = application == NULL ? NULL : g_strdup (tenure_application_state_name (application->state));
  item->new_value = g_strdup (
      tenure_application_state_name (wanted->approve ? TENURE_APPLICATION_APPROVED : TENURE_APPLICATION_REJECTED));
  refuse_decision (world, wanted, decision);
  if (decision->refusals->len > 0)
    return TRUE;
  if (wanted->approve)
    approve (world, application, decision);
  else
    reject (application, reason, decision);
  return TRUE;
}
