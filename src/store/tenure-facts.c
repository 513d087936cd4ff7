/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-facts.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-facts-read.h"
#include "tenure-journal.h"
#include "tenure-lists-sql.h"

/* The account ----------------------------------------------------------------------------------------------------- */

static gboolean
refuse_account (const char *key, GError **error)
{
  if (key == NULL)
    g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                         _ ("This profile has no account or several: name the account that is meant."));
  else
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                 _ ("There is no account “%s” in this profile: check its name."), key);
  return FALSE;
}

/* The ledger holds what is owed at or below zero. */
static gboolean
read_arrears (TenureConnection *connection, const char *key, TenureMoney *arrears, GError **error)
{
  g_autofree char *ledger = g_strconcat ("arrears/", key, NULL);

  if (!tenure_ledger_balance (connection, ledger, arrears, error))
    return FALSE;
  *arrears = -*arrears;
  return TRUE;
}

gboolean
tenure_facts_account (TenureConnection *connection, const char *key, int year, TenureAccount *account, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "SELECT a.id, a.key, a.name, a.unified_day, coalesce (a.lead_days, -1), a.freeze, coalesce (q.used, 0),"
      " a.kind, a.verified,"
      " a.restricted, a.opened, a.user_name, a.phone, a.email, a.arrears_since"
      " FROM account AS a LEFT JOIN quota AS q ON q.account_id = a.id AND q.year = ?2"
      " WHERE a.key = ?1 OR ?1 IS NULL AND a.opened IS NOT NULL"
      " AND (SELECT count (*) FROM account WHERE opened IS NOT NULL) = 1",
      error);
  g_autofree char *ledger = NULL;
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, key);
  tenure_statement_bind_int (statement, 2, year);
  if (!tenure_statement_step (statement, &failure))
    {
      if (failure == NULL)
        return refuse_account (key, error);
      g_propagate_error (error, failure);
      return FALSE;
    }
  ledger = g_strconcat ("cash/", tenure_statement_text (statement, 1), NULL);
  *account = (TenureAccount){ .id = tenure_statement_int (statement, 0),
                              .unified_day = (int)tenure_statement_int (statement, 3),
                              .lead_days = (int)tenure_statement_int (statement, 4),
                              .quota_used = (int)tenure_statement_int (statement, 6),
                              .personal = g_str_equal (tenure_statement_text (statement, 7), "personal"),
                              .verified = tenure_statement_int (statement, 8) != 0,
                              .restricted = tenure_statement_int (statement, 9) != 0,
                              .opened = tenure_statement_known (statement, 10),
                              .arrears_since = tenure_statement_known (statement, 14) };
  tenure_freeze_from_name (tenure_statement_text (statement, 5), &account->freeze);
  if (!tenure_ledger_balance (connection, ledger, &account->balance, error) ||
      !read_arrears (connection, tenure_statement_text (statement, 1), &account->arrears, error))
    return FALSE;
  account->key = tenure_statement_dup_text (statement, 1);
  account->name = tenure_statement_dup_text (statement, 2);
  account->user_name = tenure_statement_dup_text (statement, 11);
  account->phone = tenure_statement_dup_text (statement, 12);
  account->email = tenure_statement_dup_text (statement, 13);
  return TRUE;
}

/* Finding --------------------------------------------------------------------------------------------------------- */

/* What is asked for: ids or keys of an account, as one JSON array for one bound parameter. */
typedef struct
{
  char *json;
  const char *const *keys; /* NULL: by id */
  const gint64 *ids;
  const char *account;
} Wanted;

static gboolean
refuse_unknown (const Wanted *wanted, gint64 place, gboolean orders, GError **error)
{
  g_autofree char *name = wanted->keys != NULL ? g_strdup (wanted->keys[place])
                                               : g_strdup_printf ("#%" G_GINT64_FORMAT, wanted->ids[place]);

  if (orders)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                 _ ("There is no order “%s” in this account: check its number."), name);
  else
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                 _ ("There is no resource “%s” in this account: check its ID."), name);
  return FALSE;
}

/* Rows in the order wanted, each once; @statement answers (place, columns of @fill …) with a NULL id in column 1 for
 * what does not exist. */
static gboolean
read_wanted (TenureStatement *statement, const Wanted *wanted, TenureFactsSet *set, gboolean orders, GError **error)
{
  GError *failure = NULL;

  tenure_statement_bind_text (statement, 1, wanted->json);
  if (wanted->keys != NULL)
    tenure_statement_bind_text (statement, 2, wanted->account);
  while (tenure_statement_step (statement, &failure))
    {
      if (tenure_statement_is_null (statement, 1))
        return refuse_unknown (wanted, tenure_statement_int (statement, 0), orders, error);
      tenure_facts_set_take (set, statement);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* json_each answers in the order of the array and is the outer loop; sorting wide rows took as long as reading them. */
#define FROM_KEYS(table)                                                                                               \
  " FROM json_each (?1) AS j LEFT JOIN " table " AS t ON t.key = j.value"                                              \
  " AND (?2 IS NULL OR t.account_id = (SELECT id FROM account WHERE key = ?2))"
#define FROM_IDS(table) " FROM json_each (?1) AS j LEFT JOIN " table " AS t ON t.id = j.value"
#define RESOURCE_JOINS " LEFT JOIN \"order\" AS o ON o.id = t.open_order_id"
#define ORDER_JOINS " LEFT JOIN \"order\" AS p ON p.id = t.parent_id"

/* Resources ------------------------------------------------------------------------------------------------------- */

static const char resources_by_key[] = "SELECT j.key, " TENURE_RESOURCE_COLUMNS FROM_KEYS ("resource") RESOURCE_JOINS;
static const char resources_by_id[] = "SELECT j.key, " TENURE_RESOURCE_COLUMNS FROM_IDS ("resource") RESOURCE_JOINS;
static const char parts_sql[] =
    "SELECT 0, " TENURE_RESOURCE_COLUMNS " FROM json_each (?1) AS j JOIN resource AS t ON t.main_id = j.value"
    " LEFT JOIN \"order\" AS o ON o.id = t.open_order_id WHERE t.status = 'active' ORDER BY t.main_id, t.id";

static GPtrArray *
read_resources (TenureConnection *connection, const Wanted *wanted, gboolean with_parts, GError **error)
{
  g_autoptr (TenureFactsSet) set = tenure_facts_set_new_resources ();
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, wanted->keys != NULL ? resources_by_key : resources_by_id, error);

  if (statement == NULL || !read_wanted (statement, wanted, set, FALSE, error))
    return NULL;
  if (with_parts && !tenure_facts_set_add_followers (set, connection, parts_sql, error))
    return NULL;
  if (!tenure_facts_set_read_terms (set, connection, error))
    return NULL;
  return tenure_facts_set_finish (g_steal_pointer (&set));
}

GPtrArray *
tenure_facts_resources (TenureConnection *connection, const char *account, const char *const *keys, gboolean with_parts,
                        GError **error)
{
  g_autofree char *json = tenure_texts_to_json (keys);
  Wanted wanted = { json, keys, NULL, account };

  return read_resources (connection, &wanted, with_parts, error);
}

GPtrArray *
tenure_facts_resources_by_id (TenureConnection *connection, const gint64 *ids, guint n, gboolean with_parts,
                              GError **error)
{
  g_autofree char *json = tenure_ids_to_json (ids, n);
  Wanted wanted = { json, NULL, ids, NULL };

  return read_resources (connection, &wanted, with_parts, error);
}

/* Orders ---------------------------------------------------------------------------------------------------------- */

static const char orders_by_key[] = "SELECT j.key, " TENURE_ORDER_COLUMNS FROM_KEYS ("\"order\"") ORDER_JOINS;
static const char orders_by_id[] = "SELECT j.key, " TENURE_ORDER_COLUMNS FROM_IDS ("\"order\"") ORDER_JOINS;
static const char children_sql[] =
    "SELECT 0, " TENURE_ORDER_COLUMNS " FROM json_each (?1) AS j JOIN \"order\" AS t ON t.parent_id = j.value"
    " JOIN \"order\" AS p ON p.id = t.parent_id ORDER BY t.parent_id, t.id";

static GPtrArray *
read_orders (TenureConnection *connection, const Wanted *wanted, gboolean with_children, GError **error)
{
  g_autoptr (TenureFactsSet) set = tenure_facts_set_new_orders ();
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, wanted->keys != NULL ? orders_by_key : orders_by_id, error);

  if (statement == NULL || !read_wanted (statement, wanted, set, TRUE, error))
    return NULL;
  if (with_children && !tenure_facts_set_add_followers (set, connection, children_sql, error))
    return NULL;
  if (!tenure_facts_set_read_lines (set, connection, error))
    return NULL;
  return tenure_facts_set_finish (g_steal_pointer (&set));
}

GPtrArray *
tenure_facts_orders (TenureConnection *connection, const char *account, const char *const *keys, GError **error)
{
  g_autofree char *json = tenure_texts_to_json (keys);
  Wanted wanted = { json, keys, NULL, account };

  return read_orders (connection, &wanted, TRUE, error);
}

GPtrArray *
tenure_facts_orders_by_id (TenureConnection *connection, const gint64 *ids, guint n, GError **error)
{
  g_autofree char *json = tenure_ids_to_json (ids, n);
  Wanted wanted = { json, NULL, ids, NULL };

  return read_orders (connection, &wanted, TRUE, error);
}

/* The family of an order (itself, its children, its parent and that one's children), what they touched, every order
 * that touched the same, and from what could not be delivered to its refund and back. Lines are only looked through for
 * such a refund where something failed. */
static const char trace_sql[] =
    "WITH family (id) AS (SELECT f.id FROM \"order\" AS o JOIN \"order\" AS f"
    " ON f.id IN (o.id, o.parent_id) OR f.parent_id IN (o.id, o.parent_id) WHERE o.id = ?1),"
    " touched (id) AS (SELECT resource_id FROM line WHERE order_id IN (SELECT id FROM family)"
    " AND resource_id IS NOT NULL)"
    " SELECT id FROM \"order\" WHERE id IN (SELECT id FROM family UNION"
    " SELECT order_id FROM line WHERE resource_id IN (SELECT id FROM touched) UNION"
    " SELECT base_order_id FROM line WHERE order_id IN (SELECT id FROM family) UNION"
    " SELECT order_id FROM line WHERE base_order_id IN (SELECT id FROM family)"
    " AND EXISTS (SELECT 1 FROM line WHERE failed AND order_id IN (SELECT id FROM family)))"
    " ORDER BY created DESC, id DESC";

GPtrArray *
tenure_facts_trace (TenureConnection *connection, gint64 order_id, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, trace_sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *json = NULL;
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  tenure_statement_bind_int (statement, 1, order_id);
  while (tenure_statement_step (statement, &failure))
    {
      gint64 id = tenure_statement_int (statement, 0);

      g_array_append_val (ids, id);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  json = tenure_ids_to_json ((const gint64 *)(gpointer)ids->data, ids->len);
  return read_orders (connection, &(Wanted){ json, NULL, (const gint64 *)(gpointer)ids->data, NULL }, FALSE, error);
}
