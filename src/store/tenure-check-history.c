/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Obligations and steps, commands and their events, the policies that old numbers were made with. */
#include "tenure-check-private.h"

#include "tenure-journal.h"

#include <glib/gi18n-lib.h>

#define LIVE "state NOT IN ('refused', 'withdrawn')"
/* Orders that a command of ours made: each undertook something. */
#define OURS "o.source = 'embedded' AND o.command_id IS NOT NULL"

const TenureCheckRule tenure_check_history_rules[] = {
  { "obligations-once", N_ ("“%s” was undertaken more than once."),
    "SELECT count (*) FROM step WHERE obligation IS NOT NULL",
    "SELECT obligation, count (*) FROM step WHERE obligation IS NOT NULL AND " LIVE
    " GROUP BY obligation HAVING count (*) > 1" },
  { "obligations-renewals", N_ ("A paid renewal of resource “%s” stands without its obligation."),
    "SELECT count (*) FROM term WHERE kind = 'renewal'",
    "SELECT r.key, o.key FROM term t JOIN resource r ON r.id = t.resource_id JOIN \"order\" o ON o.id = t.order_id "
    "JOIN account a ON a.id = r.account_id LEFT JOIN step s ON s.obligation = 'renew/' || a.key || '/' || r.key || '/' "
    "|| t.start AND s." LIVE " WHERE t.kind = 'renewal' AND NOT t.refunded AND " OURS " AND s.id IS NULL" },
  { "obligations-payments",
    N_ ("Order “%s” was paid without its obligation, or its obligation stands without payment."),
    "SELECT count (*) FROM \"order\" WHERE paid_at IS NOT NULL",
    "SELECT o.key FROM \"order\" o LEFT JOIN step s ON s.obligation = 'pay/' || o.key AND s." LIVE
    " WHERE NOT o.composite AND o.type <> 4 AND " OURS
    " AND (o.paid_at IS NOT NULL) <> (s.id IS NOT NULL AND s.state = 'done')" },
  { "steps-journal", N_ ("The state of step “%s” is not what the journal says."), "SELECT count (*) FROM step",
    "WITH told AS MATERIALIZED (SELECT CAST (json_extract (body, '$.step') AS INTEGER) AS step, "
    "json_extract (body, '$.state') AS state, max (id) FROM journal WHERE kind = 'step' GROUP BY 1) "
    "SELECT coalesce (s.obligation, s.id), coalesce (t.state, '-') || ' ≠ ' || s.state "
    "FROM step s LEFT JOIN told t ON t.step = s.id WHERE t.state IS NOT s.state "
    "UNION ALL SELECT t.step, t.state || ' ≠ -' FROM told t LEFT JOIN step s ON s.id = t.step WHERE s.id IS NULL" },
  { NULL },
};

static void
check_command (TenureCheck *self, TenureStatement *row)
{
  const char *id = tenure_statement_text (row, 0), *event = tenure_statement_text (row, 4);
  g_autofree char *sum = tenure_command_sum (tenure_statement_text (row, 1), tenure_statement_text (row, 2),
                                             tenure_statement_text (row, 3));
  g_autoptr (TenureJson) body = event ? tenure_json_parse (event, -1, 0, NULL) : NULL;
  TenureJson *told = body ? tenure_json_get (body, "sum") : NULL;
  self->rows++;
  if (!event)
    tenure_check_add (self, g_strdup_printf (_ ("Command “%s” has no event in the journal."), id));
  else if (!told || g_strcmp0 (tenure_json_text (told), sum) != 0)
    tenure_check_add (self, g_strdup_printf (_ ("Command “%s” was changed after it was applied."), id));
}

gboolean
tenure_check_commands (TenureConnection *connection, TenureCheck *self, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) rows = tenure_connection_prepare (
      connection,
      "SELECT c.id, c.body, c.plan, c.orders, j.body FROM command c LEFT JOIN journal j ON j.subject = c.id "
      "AND j.kind = 'command' ORDER BY c.id",
      error);
  if (!rows)
    return FALSE;
  while (tenure_statement_step (rows, &problem))
    check_command (self, rows);
  if (problem)
    g_propagate_error (error, problem);
  return !problem;
}

gboolean
tenure_check_policies (TenureConnection *connection, TenureCheck *self, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) rows =
      tenure_connection_prepare (connection, "SELECT hash, name, body FROM policy ORDER BY hash", error);
  if (!rows)
    return FALSE;
  while (tenure_statement_step (rows, &problem))
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, tenure_statement_text (rows, 2), -1);
      self->rows++;
      if (g_strcmp0 (hash, tenure_statement_text (rows, 0)) != 0)
        tenure_check_add (self, g_strdup_printf (_ ("Policy “%s” was changed after it was taken into the profile."),
                                                 tenure_statement_text (rows, 1)));
    }
  if (problem)
    g_propagate_error (error, problem);
  return !problem;
}

gboolean
tenure_check_meta (TenureConnection *connection, TenureCheck *self, GError **error)
{
  g_auto (TenureProfileMeta) meta = { 0 };
  return tenure_connection_value (connection, "SELECT count (*) FROM meta", &self->rows, error) &&
         tenure_profile_meta_read (connection, &meta, error);
}
