/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments and discounts: what there is, what moved, and choosing, confirming, activating. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-payment.h"
#include "tenure-reading.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"

/* Coupons ----------------------------------------------------------------------------------------------------------*/

/* The orders that hold it, with what they hold. */
static char *
word_holders (const TenureCoupon *coupon, GPtrArray *locks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < locks->len; i++)
    {
      const TenureLock *lock = locks->pdata[i];
      g_autofree char *amount = tenure_word_money (lock->amount);

      if (lock->coupon_id != coupon->id)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", lock->order_key);
      if (coupon->kind != TENURE_COUPON_DISCOUNT)
        g_string_append_printf (text, " %s", amount);
    }
  return g_string_free (text, FALSE);
}

static TenureJson *
holders_json (const TenureCoupon *coupon, GPtrArray *locks)
{
  TenureJson *rows = tenure_json_new_array ();

  for (guint i = 0; i < locks->len; i++)
    {
      const TenureLock *lock = locks->pdata[i];
      TenureJson *row;

      if (lock->coupon_id != coupon->id)
        continue;
      row = tenure_json_new_object ();
      tenure_json_set_string (row, "order", lock->order_key);
      tenure_cli_set_money (row, "amount", lock->amount);
      tenure_json_append (rows, row);
    }
  return rows;
}

static TenureJson *
coupon_json (const TenureCoupon *coupon, GPtrArray *locks, TenureTime now)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "coupon", coupon->key);
  tenure_json_set_string (object, "name", tenure_word_named (coupon->name, NULL));
  tenure_json_set_string (object, "kind", tenure_coupon_kind_name (coupon->kind));
  tenure_json_set_string (object, "status", tenure_coupon_status_name (tenure_coupon_status (coupon, now)));
  tenure_cli_set_money (object, "face", coupon->face);
  tenure_cli_set_money (object, "remaining", coupon->remaining);
  tenure_cli_set_money (object, "free", tenure_coupon_free (coupon, now));
  tenure_cli_set_money (object, "lost", coupon->lost);
  tenure_json_set_int64 (object, "permyriad", coupon->permyriad);
  tenure_cli_set_time (object, "expiry", coupon->expiry);
  tenure_cli_set_money (object, "threshold", coupon->threshold);
  tenure_json_set_string (object, "service", coupon->service);
  tenure_json_set_string (object, "region", coupon->region);
  tenure_json_set_string (object, "order_type",
                          coupon->order_type == 0 ? NULL
                                                  : tenure_order_type_name ((TenureOrderType)coupon->order_type));
  tenure_json_set_string (object, "charging",
                          coupon->charging == 0 ? NULL : tenure_charging_name ((TenureCharging)(coupon->charging - 1)));
  tenure_json_set_boolean (object, "with_discount", coupon->with_discount);
  tenure_json_set (object, "held_by", holders_json (coupon, locks));
  return object;
}

static char *
word_rate (int permyriad)
{
  return g_strdup_printf ("%d.%02d%%", permyriad / 100, permyriad % 100);
}

static void
print_coupons (TenureCli *cli, GPtrArray *coupons, GPtrArray *locks)
{
  const char *const headings[] = { _ ("Number"),      _ ("Kind"),       _ ("Name"),  _ ("Status"),
                                   _ (">Face value"), _ (">Remaining"), _ (">Free"), _ ("Expiry"),
                                   _ ("Limits"),      _ ("Held by"),    NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (cli->session));
  TenureTime now = tenure_session_now (cli->session);

  for (guint i = 0; i < coupons->len; i++)
    {
      const TenureCoupon *coupon = coupons->pdata[i];
      gboolean rate = coupon->kind == TENURE_COUPON_DISCOUNT;

      tenure_cli_table_add (table, g_strdup (coupon->key), g_strdup (tenure_word_coupon_kind (coupon->kind)),
                            g_strdup (tenure_word_named (coupon->name, tenure_word_coupon_kind (coupon->kind))),
                            g_strdup (tenure_word_coupon_status (tenure_coupon_status (coupon, now))),
                            rate ? word_rate (coupon->permyriad) : tenure_word_money (coupon->face),
                            rate ? NULL : tenure_word_money (coupon->remaining),
                            rate ? NULL : tenure_word_money (tenure_coupon_free (coupon, now)),
                            tenure_word_time (coupon->expiry), tenure_word_coupon_limits (catalogue, coupon),
                            word_holders (coupon, locks));
    }
}

gboolean
tenure_cli_run_coupons (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) coupons = session ? tenure_read_coupons (session, error) : NULL;
  g_autoptr (GPtrArray) locks = coupons ? tenure_read_locks (session, error) : NULL;
  TenureJson *object, *rows;

  if (!locks)
    return FALSE;
  if (!tenure_cli_wants_json (cli))
    {
      print_coupons (cli, coupons, locks);
      return TRUE;
    }
  object = tenure_cli_object ("coupons");
  rows = tenure_json_new_array ();
  for (guint i = 0; i < coupons->len; i++)
    tenure_json_append (rows, coupon_json (coupons->pdata[i], locks, tenure_session_now (session)));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
  return TRUE;
}

/* Discounts --------------------------------------------------------------------------------------------------------*/

static gboolean
is_over (const TenureDiscount *discount, TenureTime now)
{
  return discount->ended != TENURE_TIME_UNKNOWN || (discount->expiry != TENURE_TIME_UNKNOWN && now > discount->expiry);
}

static TenureJson *
discount_json (const TenureDiscount *discount, TenureTime now)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "discount", discount->key);
  tenure_json_set_string (object, "name", tenure_word_named (discount->name, NULL));
  tenure_json_set_string (object, "kind", discount->promotion ? "promotion" : "commercial");
  tenure_json_set_int64 (object, "permyriad", discount->permyriad);
  tenure_json_set_string (object, "service", discount->service);
  tenure_cli_set_time (object, "expiry", discount->expiry);
  tenure_json_set_boolean (object, "no_refund", discount->no_refund);
  tenure_json_set_boolean (object, "over", is_over (discount, now));
  return object;
}

static void
print_discounts (TenureCli *cli, GPtrArray *discounts, TenureTime now)
{
  const char *const headings[] = { _ ("Number"),  _ ("Kind"),   _ ("Name"), _ (">Price factor"),
                                   _ ("Service"), _ ("Expiry"), _ ("Note"), NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < discounts->len; i++)
    {
      const TenureDiscount *discount = discounts->pdata[i];

      tenure_cli_table_add (
          table, g_strdup (discount->key), g_strdup (tenure_word_discount_kind (discount->promotion)),
          g_strdup (tenure_word_named (discount->name, tenure_word_discount_kind (discount->promotion))),
          word_rate (discount->permyriad), g_strdup (discount->service), tenure_word_time (discount->expiry),
          g_strdup (is_over (discount, now) ? _ ("over")
                    : discount->no_refund   ? _ ("no refund")
                                            : NULL));
    }
}

gboolean
tenure_cli_run_discounts (TenureCli *cli, GError **error)
{
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) discounts = session ? tenure_read_discounts (session, error) : NULL;
  TenureJson *object, *rows;

  if (!discounts)
    return FALSE;
  if (!tenure_cli_wants_json (cli))
    {
      print_discounts (cli, discounts, tenure_session_now (session));
      return TRUE;
    }
  object = tenure_cli_object ("discounts");
  rows = tenure_json_new_array ();
  for (guint i = 0; i < discounts->len; i++)
    tenure_json_append (rows, discount_json (discounts->pdata[i], tenure_session_now (session)));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
  return TRUE;
}

/* Movements --------------------------------------------------------------------------------------------------------*/

static TenureJson *
movement_json (const TenureMovement *movement)
{
  TenureJson *object = tenure_json_new_object ();

  tenure_cli_set_time (object, "at", movement->at);
  tenure_json_set_string (object, "kind", movement->kind);
  tenure_json_set_string (object, "order", movement->order_key);
  tenure_json_set_string (object, "coupon", movement->coupon_key);
  tenure_json_set_boolean (object, "refunding", movement->refunding);
  tenure_json_set_boolean (object, "arrears", movement->arrears);
  tenure_cli_set_money (object, "amount", movement->amount);
  return object;
}

static void
print_movements (TenureCli *cli, GPtrArray *movements)
{
  const char *const headings[] = { _ ("When"), _ ("What"), _ ("Of"), _ (">Amount"), _ ("Order"), NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < movements->len; i++)
    {
      const TenureMovement *movement = movements->pdata[i];
      const char *of = movement->refunding ? _ ("being returned") : movement->arrears ? _ ("arrears") : _ ("balance");

      tenure_cli_table_add (table, tenure_word_time (movement->at), g_strdup (tenure_word_movement (movement->kind)),
                            g_strdup (movement->coupon_key ? movement->coupon_key : of),
                            tenure_word_money (movement->amount), g_strdup (movement->order_key));
    }
}

gboolean
tenure_cli_run_movements (TenureCli *cli, GError **error)
{
  TenureTime from = TENURE_TIME_UNKNOWN, to = TENURE_TIME_UNKNOWN;
  gint64 limit = 50;
  TenureSession *session;
  g_autoptr (GPtrArray) movements = NULL;
  TenureJson *object, *rows;

  if (!tenure_cli_time (cli, "from", 0, &from, error) ||
      !tenure_cli_time (cli, "to", TENURE_DAY_SECONDS - 1, &to, error) ||
      !tenure_cli_int (cli, "limit", 1, G_MAXINT32, &limit, error) || !(session = tenure_cli_session (cli, error)) ||
      !(movements = tenure_read_movements (session, from, to, (guint)limit, error)))
    return FALSE;
  if (!tenure_cli_wants_json (cli))
    {
      print_movements (cli, movements);
      return TRUE;
    }
  object = tenure_cli_object ("movements");
  rows = tenure_json_new_array ();
  for (guint i = 0; i < movements->len; i++)
    tenure_json_append (rows, movement_json (movements->pdata[i]));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
  return TRUE;
}

/* Changing ---------------------------------------------------------------------------------------------------------*/

gboolean
tenure_cli_run_choose (TenureCli *cli, GError **error)
{
  g_auto (GStrv) flexi = tenure_cli_texts (cli, "flexi");
  g_auto (GStrv) cards = tenure_cli_texts (cli, "card");
  TenureChooseInstruments params = { .order = cli->arguments->pdata[0], .flexi = flexi, .card = cards };

  params.voucher = (char *)tenure_cli_text (cli, "voucher");
  params.discount = (char *)tenure_cli_text (cli, "discount");
  return tenure_cli_change (cli, TENURE_COMMAND_CHOOSE_INSTRUMENTS, &params, error);
}

static gboolean
confirm (TenureCli *cli, gboolean accept, GError **error)
{
  g_auto (GStrv) orders = tenure_cli_arguments (cli, error);
  TenureConfirmOrder params = { .orders = orders, .accept = accept };

  return orders && tenure_cli_change (cli, TENURE_COMMAND_CONFIRM_ORDER, &params, error);
}

gboolean
tenure_cli_run_confirm (TenureCli *cli, GError **error)
{
  return confirm (cli, TRUE, error);
}

gboolean
tenure_cli_run_decline (TenureCli *cli, GError **error)
{
  return confirm (cli, FALSE, error);
}

gboolean
tenure_cli_run_activate (TenureCli *cli, GError **error)
{
  TenureActivateCoupon params = { cli->arguments->pdata[0] };

  return tenure_cli_change (cli, TENURE_COMMAND_ACTIVATE_COUPON, &params, error);
}
