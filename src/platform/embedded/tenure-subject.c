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
  " WHERE ?1 IN (a.user_name, a.phone, a.email)"                                                                       \
  " OR p.state IN ('approved', 'activated') AND ?1 IN (p.user_name, p.phone, p.email) LIMIT 1"

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
    case TENURE_COMMAND_SEND_CODE:
      *sql = BY_LOGIN;
      return ((const TenureSendCode *)params)->login;
    case TENURE_COMMAND_SEND_LINK:
      *sql = BY_LOGIN;
      return ((const TenureSendLink *)params)->login;
    case TENURE_COMMAND_RESET_PASSWORD:
      *sql = BY_LOGIN;
      return ((const TenureResetPassword *)params)->login;
    case TENURE_COMMAND_SIGN_IN:
      *sql = BY_LOGIN;
      return ((const TenureSignIn *)params)->login;
    default:
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
  return name == NULL || look_up (connection, sql, name, account, error);
}
