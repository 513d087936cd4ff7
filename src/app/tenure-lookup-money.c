/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-lookup-money.h"

#include "tenure-facts.h"
#include "tenure-journal.h"
#include "tenure-lookup-private.h"
#include "tenure-wording-names.h"

void
tenure_balance_view_free (TenureBalanceView *self)
{
  tenure_account_clear (&self->account);
  g_clear_pointer (&self->coupons, g_ptr_array_unref);
  g_clear_pointer (&self->locks, g_ptr_array_unref);
  g_clear_pointer (&self->discounts, g_ptr_array_unref);
  g_clear_pointer (&self->movements, g_ptr_array_unref);
  g_free (self);
}

/** What has no name is called by its kind. */
static void
name_it (char **name, const char *kind)
{
  const char *word = tenure_word_named (*name, kind);

  if (word == *name)
    return;
  g_free (*name);
  *name = g_strdup (word);
}

void
tenure_name_coupons (GPtrArray *coupons)
{
  for (guint i = 0; i < coupons->len; i++)
    {
      TenureCoupon *coupon = coupons->pdata[i];

      name_it (&coupon->name, tenure_word_coupon_kind (coupon->kind));
    }
}

static void
name_discounts (GPtrArray *discounts)
{
  for (guint i = 0; i < discounts->len; i++)
    {
      TenureDiscount *discount = discounts->pdata[i];

      name_it (&discount->name, tenure_word_discount_kind (discount->promotion));
    }
}

static gboolean
read_balance (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureLookup *lookup = data;
  g_autoptr (TenureBalanceView) view = g_new0 (TenureBalanceView, 1);

  if (!tenure_facts_account (connection, lookup->account, lookup->number, &view->account, error))
    return FALSE;
  gint64 id = view->account.id;
  if (!(view->coupons = tenure_facts_coupons (connection, id, error)) ||
      !(view->locks = tenure_facts_locks (connection, id, error)) ||
      !(view->discounts = tenure_facts_discounts (connection, id, error)) ||
      !(view->movements = tenure_facts_movements (connection, view->account.key, TENURE_TIME_UNKNOWN,
                                                  TENURE_TIME_UNKNOWN, lookup->limit, error)))
    return FALSE;
  tenure_name_coupons (view->coupons);
  name_discounts (view->discounts);
  lookup->found = g_steal_pointer (&view);
  return TRUE;
}

void
tenure_lookup_balance_async (TenureSession *session, guint movements, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  TenureLookup *lookup = tenure_lookup_new (session, (GDestroyNotify)tenure_balance_view_free);

  lookup->limit = movements;
  lookup->number = tenure_day_year (tenure_day_of (tenure_session_now (session)));
  tenure_lookup_start (session, lookup, read_balance, tenure_lookup_balance_async, cancellable, callback, data);
}

TenureBalanceView *
tenure_lookup_balance_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return tenure_lookup_finish (session, result, tenure_lookup_balance_async, error);
}

static gboolean
read_journal (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureLookup *lookup = data;

  lookup->found = tenure_journal_read (connection, NULL, lookup->limit, error);
  return lookup->found != NULL;
}

void
tenure_lookup_journal_async (TenureSession *session, guint limit, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  TenureLookup *lookup = tenure_lookup_new (session, (GDestroyNotify)g_ptr_array_unref);

  lookup->limit = limit;
  tenure_lookup_start (session, lookup, read_journal, tenure_lookup_journal_async, cancellable, callback, data);
}

GPtrArray *
tenure_lookup_journal_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return tenure_lookup_finish (session, result, tenure_lookup_journal_async, error);
}

static gboolean
verify (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureLookup *lookup = data;
  gint64 n = 0;

  if (!tenure_journal_verify (connection, NULL, &n, error))
    return FALSE;
  lookup->found = g_memdup2 (&n, sizeof n);
  return TRUE;
}

void
tenure_lookup_verify_async (TenureSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer data)
{
  tenure_lookup_start (session, tenure_lookup_new (session, g_free), verify, tenure_lookup_verify_async, cancellable,
                       callback, data);
}

gint64
tenure_lookup_verify_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *n = tenure_lookup_finish (session, result, tenure_lookup_verify_async, error);

  return n ? *n : -1;
}
