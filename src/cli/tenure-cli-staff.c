/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the platform's staff does (A1-15): no sign-in is needed, the account is named. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-reading.h"
#include "tenure-wording-names.h"

/* The account named, or the one in use. */
static char *
account_of (TenureCli *cli, GError **error)
{
  const char *named = tenure_cli_text (cli, "account");
  TenureSession *session = tenure_cli_session (cli, error);

  if (!session || named)
    return session ? (char *)named : NULL;
  if (tenure_session_account (session))
    return (char *)tenure_session_account (session);
  g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
                       _ ("Say which account is meant: --account NAME"));
  return NULL;
}

/* Reviews ----------------------------------------------------------------------------------------------------------*/

static TenureJson *
review_json (const TenureReviewRow *row)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "order", row->key);
  tenure_json_set_string (object, "account", row->account);
  tenure_json_set_string (object, "enterprise", row->name);
  tenure_json_set_string (object, "type", tenure_order_type_name (row->type));
  tenure_json_set_string (object, "product", row->product);
  tenure_cli_set_time (object, "created", row->created);
  tenure_cli_set_money (object, "amount", row->due);
  return object;
}

static void
print_reviews (TenureCli *cli, GPtrArray *rows)
{
  const char *const headings[] = { _ ("Order"),   _ ("Account"), _ ("Enterprise"), _ ("Type"),
                                   _ ("Product"), _ ("Created"), _ (">Amount"),    NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (cli->session));

  for (guint i = 0; i < rows->len; i++)
    {
      const TenureReviewRow *row = rows->pdata[i];

      tenure_cli_table_add (table, g_strdup (row->key), g_strdup (row->account), g_strdup (row->name),
                            g_strdup (tenure_word_order_type (row->type)),
                            tenure_word_products (catalogue, row->product), tenure_word_time (row->created),
                            tenure_word_money (row->due));
    }
}

gboolean
tenure_cli_run_review_list (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) rows = session ? tenure_read_reviews (session, error) : NULL;
  TenureJson *object, *array;

  if (!rows)
    return FALSE;
  if (!tenure_cli_wants_json (cli))
    {
      print_reviews (cli, rows);
      return TRUE;
    }
  object = tenure_cli_object ("reviews");
  array = tenure_json_new_array ();
  for (guint i = 0; i < rows->len; i++)
    tenure_json_append (array, review_json (rows->pdata[i]));
  tenure_json_set (object, "rows", array);
  tenure_cli_print_json (cli, object);
  return TRUE;
}

static gboolean
review (TenureCli *cli, gboolean approve, GError **error)
{
  g_auto (GStrv) orders = tenure_cli_arguments (cli, error);
  TenureDecideOrder params = { .orders = orders, .approve = approve };

  params.reason = (char *)tenure_cli_text (cli, "reason");
  return orders && tenure_cli_change (cli, TENURE_COMMAND_DECIDE_ORDER, &params, error);
}

gboolean
tenure_cli_run_review_approve (TenureCli *cli, GError **error)
{
  return review (cli, TRUE, error);
}

gboolean
tenure_cli_run_review_reject (TenureCli *cli, GError **error)
{
  return review (cli, FALSE, error);
}

gboolean
tenure_cli_run_order_for_customer (TenureCli *cli, GError **error)
{
  TenureOrderForCustomer params = { .account = account_of (cli, error) };

  return params.account && tenure_cli_read_order_form (cli, &params.order, error) &&
         tenure_cli_change (cli, TENURE_COMMAND_ORDER_FOR_CUSTOMER, &params, error);
}

/* Grants -----------------------------------------------------------------------------------------------------------*/

/* The second word of the command's name. */
static const char *
what_of (TenureCli *cli)
{
  return strchr (cli->command->name, ' ') + 1;
}

static gboolean
read_limits (TenureCli *cli, TenureGrantCoupon *params, GError **error)
{
  static const char *const CHARGINGS[] = { "any", "period", "pay-per-use", "package", NULL };
  const char *type = tenure_cli_text (cli, "type");
  TenureOrderType value;

  params->name = (char *)tenure_cli_text (cli, "name");
  params->service = (char *)tenure_cli_text (cli, "service");
  params->region = (char *)tenure_cli_text (cli, "region");
  params->with_discount = tenure_cli_has (cli, "with-discount");
  params->inactive = tenure_cli_has (cli, "inactive");
  if (type && !tenure_order_type_from_name (type, &value))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("--type: “%s” is not one of: new, renewal, change, to-pay-per-use, from-pay-per-use"), type);
      return FALSE;
    }
  params->order_type = type ? (gint64)value : 0;
  return tenure_cli_money (cli, "threshold", &params->threshold, error) &&
         tenure_cli_choice (cli, "charging", CHARGINGS, &params->charging, error) &&
         tenure_cli_time (cli, "expiry", TENURE_DAY_SECONDS - 1, &params->expiry, error);
}

/* "80", "80%" or "87.5": what is left of the price. */
static gboolean
read_rate (const char *text, gint64 *permyriad, GError **error)
{
  g_autofree char *number = g_strndup (text, strlen (text) - g_str_has_suffix (text, "%"));
  TenureMoney value;

  if (tenure_money_parse (number, &value, NULL) && value > 0 && value < 100 * TENURE_MONEY_ONE &&
      value % TENURE_MONEY_FEN == 0)
    {
      *permyriad = value / TENURE_MONEY_FEN;
      return TRUE;
    }
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
               _ ("RATE: “%s” is not a price factor; "
                  "it is what is left of the price in percent, such as 80"),
               text);
  return FALSE;
}

gboolean
tenure_cli_run_grant (TenureCli *cli, GError **error)
{
  TenureGrantCoupon params = { .account = account_of (cli, error) };
  TenureCouponKind kind = TENURE_COUPON_DISCOUNT;
  gboolean rate = !tenure_coupon_kind_from_name (what_of (cli), &kind);
  const char *argument = cli->arguments->pdata[0];

  params.kind = (int)kind;
  if (!params.account || !read_limits (cli, &params, error))
    return FALSE;
  if (rate ? !read_rate (argument, &params.permyriad, error) : !tenure_money_parse (argument, &params.amount, error))
    return FALSE;
  return tenure_cli_change (cli, TENURE_COMMAND_GRANT_COUPON, &params, error);
}

gboolean
tenure_cli_run_grant_rate (TenureCli *cli, GError **error)
{
  TenureGrantDiscount params = { .account = account_of (cli, error) };

  params.promotion = g_str_equal (what_of (cli), "promotion");
  params.no_refund = tenure_cli_has (cli, "no-refund");
  params.service = (char *)tenure_cli_text (cli, "service");
  params.name = (char *)tenure_cli_text (cli, "name");
  return params.account && read_rate (cli->arguments->pdata[0], &params.permyriad, error) &&
         tenure_cli_time (cli, "expiry", TENURE_DAY_SECONDS - 1, &params.expiry, error) &&
         tenure_cli_change (cli, TENURE_COMMAND_GRANT_DISCOUNT, &params, error);
}

gboolean
tenure_cli_run_reclaim (TenureCli *cli, GError **error)
{
  TenureReclaimCoupon params = { account_of (cli, error), cli->arguments->pdata[0] };

  return params.account && tenure_cli_change (cli, TENURE_COMMAND_RECLAIM_COUPON, &params, error);
}

/* Freezes, offers, marks -------------------------------------------------------------------------------------------*/

/* Of the account in use a resource may be given by its name; of another by its id. */
static gboolean
set_freeze (TenureCli *cli, TenureFreeze freeze, const char *resource, GError **error)
{
  TenureSetFreeze params = { account_of (cli, error), (char *)resource, (int)freeze };
  const char *const names[] = { resource, NULL };
  g_auto (GStrv) ids = NULL;

  if (!params.account)
    return FALSE;
  if (resource && g_strcmp0 (params.account, tenure_session_account (cli->session)) == 0)
    {
      ids = tenure_read_resource_ids (cli->session, names, error);
      params.resource = ids ? ids[0] : NULL;
    }
  return (!resource || params.resource) && tenure_cli_change (cli, TENURE_COMMAND_SET_FREEZE, &params, error);
}

gboolean
tenure_cli_run_freeze (TenureCli *cli, GError **error)
{
  const char *kind = cli->arguments->pdata[0];
  TenureFreeze freeze;

  if (tenure_freeze_from_name (kind, &freeze) && freeze != TENURE_FREEZE_NONE)
    return set_freeze (cli, freeze, cli->arguments->len > 1 ? cli->arguments->pdata[1] : NULL, error);
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("KIND: “%s” is not one of: arrears, violation, police"), kind);
  return FALSE;
}

gboolean
tenure_cli_run_unfreeze (TenureCli *cli, GError **error)
{
  return set_freeze (cli, TENURE_FREEZE_NONE, cli->arguments->len > 0 ? cli->arguments->pdata[0] : NULL, error);
}

gboolean
tenure_cli_run_withdraw_offer (TenureCli *cli, GError **error)
{
  TenureWithdrawOffer params = { cli->arguments->pdata[0], !tenure_cli_has (cli, "undo") };

  return tenure_cli_change (cli, TENURE_COMMAND_WITHDRAW_OFFER, &params, error);
}

gboolean
tenure_cli_run_mark (TenureCli *cli, GError **error)
{
  TenureMarkOrder params = { .order = cli->arguments->pdata[0], .on = !tenure_cli_has (cli, "remove") };
  const char *text = cli->arguments->pdata[1];
  TenureMark mark;

  if (!tenure_mark_from_name (text, &mark))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("MARK: “%s” is not one of: promotion, partner-paid, special, invoiced"), text);
      return FALSE;
    }
  params.mark = (int)mark;
  return tenure_cli_change (cli, TENURE_COMMAND_MARK_ORDER, &params, error);
}
