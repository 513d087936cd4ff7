/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports (导出): a record of what is asked for; the file is made from it afterwards (rules 7, A1-27, A1-28). */
#include "tenure-decide.h"

#include "tenure-error.h"
#include "tenure-guard.h"
#include "tenure-query.h"

#include <glib/gi18n-lib.h>

/* What each kind of export is made from; in the order of TENURE_EXPORTS. */
static const struct
{
  gboolean ticked, duration;
  TenureList list; /* of a filter */
} kinds[] = {
  { FALSE, FALSE, TENURE_LIST_ORDERS },   /* 导出全部 */
  { TRUE, FALSE, TENURE_LIST_UNPAID },    /* 批量导出 */
  { TRUE, TRUE, TENURE_LIST_RENEWALS },   /* 导出续费清单 */
  { FALSE, FALSE, TENURE_LIST_RENEWALS }, /* 导出续费价目表 */
};

static gboolean
any (char **rows)
{
  return rows != NULL && *rows != NULL;
}

static void
refuse (TenureDecision *decision, const char *rule, const char *field)
{
  tenure_decision_refuse (decision, tenure_refusal_new (rule, field));
}

/* Each kind takes its own: nothing that was said is quietly left aside. */
static void
refuse_parts (const TenureWorld *world, const TenureExport *export, TenureDecision *decision)
{
  gboolean ticked = kinds[export->what].ticked, duration = kinds[export->what].duration;

  if (ticked && !any (export->rows))
    refuse (decision, "export.nothing-chosen", "rows");
  if (!ticked && any (export->rows))
    refuse (decision, "export.no-choice", "rows");
  if (ticked && export->question != NULL)
    refuse (decision, "export.no-filter", "question");
  if (duration && export->months == 0)
    refuse (decision, "export.no-duration", "months");
  if (duration && export->months > 11 && export->months % 12 != 0)
    tenure_decision_refuse (
        decision, tenure_refusal_count (tenure_refusal_new ("export.duration", "months"), "months", export->months));
  if (!duration && export->months != 0)
    refuse (decision, "export.needless-duration", "months");
  if (duration && any (export->rows))
    tenure_guard_limit (decision, "rows", g_strv_length (export->rows), world->stage.policy->list_limit);
}

/* The filter by its own names again, so that what is kept can be read later; an empty one asks for all. */
static TenureJson *
read_filter (const TenureExport *export, GError **error)
{
  g_autoptr (TenureQuery) query = NULL;
  g_autoptr (TenureJson) json = NULL;

  if (export->question == NULL)
    query = tenure_query_new (kinds[export->what].list);
  else if ((json = tenure_json_parse (export->question, -1, 0, error)) == NULL ||
           (query = tenure_query_from_json (json, error)) == NULL)
    return NULL;
  if (query->list == kinds[export->what].list)
    return tenure_query_to_json (query);
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("The filter is one of another list: set it in the list that is exported."));
  return NULL;
}

/* Items ----------------------------------------------------------------------------------------------------------- */

/* Only what waits for payment, by the dates of this moment; the whole of a composite order. */
static void
add_order (const TenureWorld *world, const TenureOrder *order, TenureDecision *decision)
{
  TenurePlanItem *item = tenure_decision_item (decision, TENURE_VERB_EXPORT, order->key, order->key);
  TenureOrderStatus status = tenure_world_status (world, order);

  if (order->parent_id != 0)
    item->refusal = tenure_refusal_text (tenure_refusal_new ("order.child", NULL), "order", order->parent_key);
  else if (status != TENURE_ORDER_UNPAID)
    item->refusal = tenure_refusal_text (tenure_refusal_new ("export.not-unpaid", NULL), "status",
                                         tenure_order_status_name (status));
  else
    tenure_decision_holds (decision, order->deadline);
}

/* One that cannot be renewed is listed all the same, with the reason. */
static void
add_ticked (const TenureWorld *world, const TenureExport *export, TenureDecision *decision)
{
  for (char **row = export->rows; row != NULL && *row != NULL; row++)
    if (kinds[export->what].duration)
      tenure_decision_resource_item (decision, TENURE_VERB_EXPORT, tenure_world_resource (world, *row), NULL);
    else
      add_order (world, tenure_world_order (world, *row), decision);
}

static TenureJson *
rows_json (const TenureDecision *decision)
{
  TenureJson *array = tenure_json_new_array ();

  for (guint i = 0; i < decision->items->len; i++)
    {
      const TenurePlanItem *item = decision->items->pdata[i];

      if (item->refusal == NULL)
        tenure_json_append (array, tenure_json_new_string (item->key));
    }
  return array;
}

/* The record ------------------------------------------------------------------------------------------------------ */

static TenureJson *
body_of (const TenureExport *export, TenureJson *question)
{
  TenureJson *body = tenure_json_new_object ();

  tenure_json_set_string (body, "what", TENURE_EXPORTS[export->what]);
  tenure_json_set_string (body, "format", TENURE_EXPORT_FORMATS[export->format]);
  tenure_json_set_string (body, "encoding", TENURE_EXPORT_ENCODINGS[export->encoding]);
  tenure_json_set (body, "question", question);
  return body;
}

static void
request (const TenureWorld *world, const TenureExport *export, TenureJson *question, TenureDecision *decision)
{
  TenureEffect *effect = tenure_decision_effect (decision, TENURE_EFFECT_MAKE_EXPORT);

  effect->body = body_of (export, question);
  effect->at = world->now + world->stage.policy->export_hours * TENURE_HOUR_SECONDS;
}

gboolean
tenure_decide_export (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error)
{
  const TenureExport *export = params;
  const char *what = TENURE_EXPORTS[export->what];
  g_autoptr (TenureJson) question = tenure_json_new_object ();

  refuse_parts (world, export, decision);
  if (kinds[export->what].ticked)
    {
      add_ticked (world, export, decision);
      tenure_json_set (question, "rows", rows_json (decision));
    }
  else
    {
      TenureJson *filter = read_filter (export, error);

      if (filter == NULL)
        return FALSE;
      tenure_json_set (question, "query", filter);
      tenure_decision_item (decision, TENURE_VERB_EXPORT, what, what);
    }
  if (kinds[export->what].duration)
    tenure_json_set_int64 (question, "months", export->months);
  if (tenure_decision_possible (decision))
    request (world, export, g_steal_pointer (&question), decision);
  return TRUE;
}

gboolean
tenure_decide_export_gone (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error)
{
  tenure_decision_effect (decision, TENURE_EFFECT_END_EXPORT)->id = ((const TenureDated *)dated)->subject;
  return TRUE;
}
