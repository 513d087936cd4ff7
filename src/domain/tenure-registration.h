/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Registration and sign-in (guide, chapters 1 and 2; rules 10): who may apply, what may be a password, phone or e-mail,
 * how long a code holds, how long one waits after misses. */
#pragma once

#include "tenure-account.h"
#include "tenure-explain.h"
#include "tenure-policy.h"

G_BEGIN_DECLS

/** What a Huawei account must meet to open a zone account (A1-02), in the guide's order. */
typedef enum
{
  TENURE_CONDITION_ENTERPRISE, /* 企业客户 */
  TENURE_CONDITION_VERIFIED,   /* 已实名认证 */
  TENURE_CONDITION_UNLIMITED,  /* 未受限 */
  TENURE_CONDITION_UNFROZEN,   /* 未冻结 */
  TENURE_CONDITION_FIRST,      /* 首次开通 */
  TENURE_N_CONDITIONS
} TenureConditionKind;

typedef struct
{
  gboolean met;
  const char *remedy; /* rule id whose words say what to do; NULL when it is met */
} TenureCondition;

/** All conditions at once; TRUE when all are met. */
gboolean tenure_eligibility (const TenureAccount *account, TenureCondition conditions[TENURE_N_CONDITIONS]);

/** An application for a zone account (开通申请, A1-03, A1-06). */
typedef struct
{
  gint64 id, account_id;
  char *key, *account; /* its number is its domain name; key of the Huawei account */
  TenureApplicationState state;
  char *unit; /* 单位名称 */
  TenureUnitKind unit_kind;
  char *applicant, *phone, *email, *needs, *manager, *manager_phone; /* the last two may be NULL */
  char *user_name;
  TenureTime submitted, decided; /* TENURE_TIME_UNKNOWN: not yet */
  char *reason;                  /* of a rejection, or NULL */
} TenureApplication;
void tenure_application_free (TenureApplication *self);

/** Domain name and user name of a Huawei account: NAME.govcloud (A1-05); free with g_free. */
char *tenure_user_name (const char *account);

/** A mobile number of the mainland: full-width digits folded, blanks and +86 left out; 11 digits beginning with 1.
 * NULL for anything else; free with g_free. */
char *tenure_phone_read (const char *text);
/** An e-mail address of at most 255 characters, full-width letters folded, in lower case; NULL for anything else. */
char *tenure_email_read (const char *text);
/** What one signs in with, in the form in which it is kept: a phone, an e-mail or a user name. Free with g_free. */
char *tenure_login_read (const char *text);

/** What a password must meet (rules 10). */
typedef enum
{
  TENURE_PASSWORD_LENGTH,
  TENURE_PASSWORD_CLASSES, /* kinds of characters */
  TENURE_PASSWORD_CONTACT, /* holds neither phone nor e-mail */
  TENURE_PASSWORD_NAME,    /* is not the user name, forwards or backwards */
  TENURE_N_PASSWORD_RULES
} TenurePasswordRule;

/** Which rules are met; TRUE when all are. The names may be NULL. Keeps no copy of @password. */
gboolean tenure_password_check (const char *password, const char *user_name, const char *phone, const char *email,
                                const TenurePolicy *policy, gboolean met[TENURE_N_PASSWORD_RULES]);
/** The rule as a refusal of the field "password": its words also serve as the list of what is asked for. */
TenureRefusal *tenure_password_refusal (TenurePasswordRule rule, const TenurePolicy *policy);

/** Minutes that an SMS code holds when so many are asked for (0: unset; rules GD-62). */
int tenure_code_minutes (int asked, const TenurePolicy *policy);
/** When the next code may be sent, after @count of the last hour, the first at @oldest and the last at @last;
 * TENURE_TIME_UNKNOWN: at once. */
TenureTime tenure_code_next (int count, TenureTime oldest, TenureTime last, TenureTime now, const TenurePolicy *policy);
/** Until when no password is looked at after so many misses, the last one looked at being at @missed_at;
 * TENURE_TIME_UNKNOWN: none. */
TenureTime tenure_sign_in_wait (int misses, TenureTime missed_at, const TenurePolicy *policy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureApplication, tenure_application_free)

G_END_DECLS
