/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-subject.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"

#define BY_ACCOUNT "SELECT key FROM account WHERE key = ?1"
#define BY_ORDER "SELECT a.key FROM account AS a JOIN \"order\" AS o ON o.account_id = a.id WHERE o.key = ?1"
#define BY_APPLICATION "SELECT a.key FROM account AS a JOIN application AS p ON p.account_id = a.id WHERE p.key = ?1"
#define BY_LINK "SELECT a.key FROM account AS a JOIN link AS l ON l.account_id = a.id WHERE l.key = ?1"
/* What one signs in with; an applicant's user name, phone and e-mail are known before they are the account's. */
#define BY_LOGIN                                                                                                       \
  "SELECT a.key FROM account AS a LEFT JOIN application AS p ON p.account_id = a.id"                                   \
  " WHERE ?1 IN (a.phone, a.email) OR a.user_name = ?1 COLLATE NOCASE"                                                 \
  " OR p.state = 'approved' AND (?1 IN (p.phone, p.email) OR p.user_name = ?1 COLLATE NOCASE) LIMIT 1"

/* What names the account in a command of the staff or of a visitor. */
static const char *
find_name (const TenureCommand *command, const char **sql)
{
  gconstpointer params = tenure_command_params (command);

  *sql = BY_ACCOUNT;
  switch (tenure_command_kind (command))
    {
    case TENURE_COMMAND_RENAME_ENTERPRISE:
      return ((const TenureRenameEnterprise *)params)->account;
    case TENURE_COMMAND_APPLY_ACCOUNT:
      return ((const TenureApplyAccount *)params)->account;
    case TENURE_COMMAND_ORDER_FOR_CUSTOMER:
      return ((const TenureOrderForCustomer *)params)->account;
    case TENURE_COMMAND_GRANT_COUPON:
      return ((const TenureGrantCoupon *)params)->account;
    case TENURE_COMMAND_GRANT_DISCOUNT:
      return ((const TenureGrantDiscount *)params)->account;
    case TENURE_COMMAND_RECLAIM_COUPON:
      return ((const TenureReclaimCoupon *)params)->account;
    case TENURE_COMMAND_SET_FREEZE:
      return ((const TenureSetFreeze *)params)->account;
    case TENURE_COMMAND_DECIDE_APPLICATION:
      *sql = BY_APPLICATION;
      return ((const TenureDecideApplication *)params)->application;
    case TENURE_COMMAND_DECIDE_ORDER:
      *sql = BY_ORDER;
      return ((const TenureDecideOrder *)params)->orders[0];
    case TENURE_COMMAND_MARK_ORDER:
      *sql = BY_ORDER;
      return ((const TenureMarkOrder *)params)->order;
    case TENURE_COMMAND_SET_PASSWORD:
      *sql = BY_LINK;
      return ((const TenureSetPassword *)params)->link;
    default: /* what names a login concerns nobody before it is applied: a plan must not tell who there is */
      return NULL;
    }
}

static gboolean
look_up (TenureConnection *connection, const char *sql, const char *name, char **account, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, name);
  if (tenure_statement_step (statement, &failure))
    *account = tenure_statement_dup_text (statement, 0);
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}

/* What the staff does is done to an account that there is; visitors are told by a rule what theirs lacks. */
static gboolean
names_account (const TenureCommand *command, const char *name, const char *sql)
{
  return name != NULL && g_str_equal (sql, BY_ACCOUNT) &&
         tenure_command_kind_role (tenure_command_kind (command)) == TENURE_ROLE_REVIEWER;
}

static gboolean
refuse_account (const char *name, GError **error)
{
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
               _ ("There is no account “%s” in this profile: check its name."), name);
  return FALSE;
}

gboolean
tenure_subject (TenureConnection *connection, const TenureCommand *command, const TenureStage *stage, char **account,
                GError **error)
{
  const char *sql, *name;

  *account = NULL;
  if (tenure_command_kind_role (tenure_command_kind (command)) == TENURE_ROLE_ADMINISTRATOR)
    {
      if (stage->account == NULL)
        {
          g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                               _ ("Nobody is signed in: sign in with an activated account, or register one."));
          return FALSE;
        }
      *account = g_strdup (stage->account);
      return TRUE;
    }
  name = find_name (command, &sql);
  if (name != NULL && !look_up (connection, sql, name, account, error))
    return FALSE;
  return *account != NULL || !names_account (command, name, sql) || refuse_account (name, error);
}

gboolean
tenure_subject_of_login (TenureConnection *connection, const char *login, char **account, GError **error)
{
  g_autofree char *kept = tenure_login_read (login);

  *account = NULL;
  return look_up (connection, BY_LOGIN, kept, account, error);
}

gboolean
tenure_subject_signed_in (TenureConnection *connection, char **account, char **user_name, GError **error)
{
  GError *failure = NULL;

  *user_name = NULL;
  *account = tenure_connection_meta (connection, "signed-in", &failure);
  if (failure != NULL)
    return g_propagate_error (error, failure), FALSE;
  return *account == NULL || look_up (connection, "SELECT coalesce (user_name, key) FROM account WHERE key = ?1",
                                      *account, user_name, error);
}
