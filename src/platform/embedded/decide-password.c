/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links, passwords, signing in and out (guide 1 and 2; A1-05, A1-06, A1-08). What names a login says nothing of
 * whether there is such a one: that comes out when it is applied with the right secret, and no sooner. */
#include "tenure-decide.h"

static gboolean
refuse_empty (const char *login, TenureDecision *decision)
{
  if (*login != '\0')
    return FALSE;
  tenure_decision_refuse (decision, tenure_refusal_new ("login.empty", "login"));
  return TRUE;
}

gboolean
tenure_decide_send_link (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureSendLink *wanted = params;
  g_autofree char *login = tenure_login_read (wanted->login);
  TenureEffect *effect;

  tenure_decision_item (decision, TENURE_VERB_SEND, login, "link");
  if (refuse_empty (login, decision))
    return TRUE;
  effect = tenure_decision_effect (decision, TENURE_EFFECT_SEND_LINK);
  effect->value = wanted->purpose;
  effect->text = g_steal_pointer (&login);
  effect->at = world->now + 3600 * (TenureTime)world->stage.policy->link_hours;
  return TRUE;
}

static TenureRefusal *
link_refusal (const TenureWorld *world)
{
  const TenureRegistration *seen = &world->registration;

  if (seen->link == 0)
    return tenure_refusal_new ("link.unknown", "link");
  if (g_str_equal (seen->link_state, "used"))
    return tenure_refusal_new ("link.used", "link");
  if (g_str_equal (seen->link_state, "replaced"))
    return tenure_refusal_new ("link.replaced", "link");
  if (g_str_equal (seen->link_state, "expired") || world->now >= seen->link_expiry)
    return tenure_refusal_time (tenure_refusal_new ("link.expired", "link"), "expiry", seen->link_expiry);
  return NULL;
}

gboolean
tenure_decide_set_password (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureAccount *account = &world->account;
  const TenureApplication *application = world->registration.application;
  const char *user_name = account->user_name != NULL ? account->user_name
                          : application != NULL      ? application->user_name
                                                     : "";
  TenureRefusal *refusal = link_refusal (world);

  tenure_decision_item (decision, TENURE_VERB_SET, "password", user_name);
  if (refusal != NULL)
    {
      tenure_decision_refuse (decision, refusal);
      return TRUE;
    }
  tenure_decision_holds (decision, world->registration.link_expiry);
  tenure_decision_effect (decision, TENURE_EFFECT_PASSWORD)->id = world->registration.link;
  return TRUE;
}

gboolean
tenure_decide_reset_password (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  g_autofree char *login = tenure_login_read (((const TenureResetPassword *)params)->login);

  tenure_decision_item (decision, TENURE_VERB_SET, "password", login);
  if (!refuse_empty (login, decision))
    tenure_decision_effect (decision, TENURE_EFFECT_PASSWORD);
  return TRUE;
}

gboolean
tenure_decide_sign_in (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  g_autofree char *login = tenure_login_read (((const TenureSignIn *)params)->login);

  tenure_decision_item (decision, TENURE_VERB_SIGN, login, "in");
  if (!refuse_empty (login, decision))
    tenure_decision_effect (decision, TENURE_EFFECT_SIGN)->value = TRUE;
  return TRUE;
}

gboolean
tenure_decide_sign_out (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  tenure_decision_item (decision, TENURE_VERB_SIGN, world->account.key, "out");
  tenure_decision_effect (decision, TENURE_EFFECT_SIGN)->value = FALSE;
  return TRUE;
}

gboolean
tenure_decide_erase (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  const TenureDated *event = dated;
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_ERASE);

  effect->word = event->kind;
  effect->id = event->subject;
  return TRUE;
}
