/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a question to SQL: the index that is walked, what is looked at there, and what must be looked up in the table.
 */
#pragma once

#include "tenure-query.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** Conditions joined by AND, with the values to bind in their order. */
typedef struct
{
  GString *sql;
  GArray *values; /* TenureListValue */
} TenureConditions;
typedef struct
{
  char *text; /* NULL: the number */
  gint64 number;
} TenureListValue;

/** How a question is answered. The table is called t in all texts. */
typedef struct
{
  const char *table;
  const char *index; /* walked in order; NULL: the rows found are sorted */
  const char *order; /* sorted columns, with %s for the direction of each */
  gboolean descending;
  TenureConditions covered; /* what the index holds; without one, everything */
  TenureConditions others;  /* what only the row tells; empty text: nothing */
} TenureListPlan;

/** TENURE_INPUT_ERROR for a sort that the list does not have, or without the clock and policy that it needs. */
gboolean tenure_list_plan_init (TenureListPlan *self, const TenureQuery *query, GError **error);
void tenure_list_plan_clear (TenureListPlan *self);

/** Ids in order, by the covered conditions; @limit 0: all of them. */
TenureStatement *tenure_list_plan_walk (const TenureListPlan *self, TenureConnection *connection, guint limit,
                                        GError **error);
/** Its text; free with g_free. */
char *tenure_list_plan_walk_sql (const TenureListPlan *self, gboolean limited);
/** Ids in no order, by the other conditions. */
TenureStatement *tenure_list_plan_matches (const TenureListPlan *self, TenureConnection *connection, GError **error);
/** (id, whether the other conditions hold) of the first @bound ids of the walk, in order. */
TenureStatement *tenure_list_plan_look (const TenureListPlan *self, TenureConnection *connection, guint bound,
                                        GError **error);

/** The values of a column ("service", "product", "region") that the list has, sorted; free with g_free. */
char *tenure_list_values_sql (TenureList list, const char *column);

/** A JSON array of integers or texts, for json_each(); free with g_free. */
char *tenure_ids_to_json (const gint64 *ids, guint n);
char *tenure_texts_to_json (const char *const *texts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureListPlan, tenure_list_plan_clear)

G_END_DECLS
