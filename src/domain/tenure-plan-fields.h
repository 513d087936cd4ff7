/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What plans and their items are made of, as tables: file, digest and comparison walk the same rows. */
#pragma once

#include "tenure-plan.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_PART_TEXT,     /* char *, owned */
  TENURE_PART_INTERNED, /* const char * */
  TENURE_PART_MONEY,
  TENURE_PART_TIME,
  TENURE_PART_INT,
  TENURE_PART_BOOLEAN,
  TENURE_PART_VERB,
  TENURE_PART_REFUND_KIND,
} TenurePartType;

/** When a part stands in the file though it has the value that a fresh item or plan has. */
typedef enum
{
  TENURE_PART_IF_SET,
  TENURE_PART_ALWAYS,
  TENURE_PART_OF_REFUND,
} TenurePartWhen;

typedef struct
{
  const char *name; /* in the file */
  TenurePartType type;
  gsize offset;
  const char *what; /* name of a difference in it; NULL: nobody decides by it */
  TenurePartWhen when;
  gint64 fresh; /* value of a number in a fresh item or plan */
} TenurePart;

extern const TenurePart tenure_plan_parts[];
extern const TenurePart tenure_item_parts[];
/* Both end with a row whose name is NULL. */

/** TRUE for what gives money back: unsubscribe, give-back. */
gboolean tenure_verb_returns (TenureVerb verb);
/** TRUE when both have the same value: what tenure_part_text would tell, without writing it. */
gboolean tenure_part_same (const TenurePart *part, gconstpointer owner, gconstpointer other);
/** Canonical text, "unknown" for an unknown amount; NULL for the fresh value. Free with g_free. */
char *tenure_part_text (const TenurePart *part, gconstpointer owner);
/** Sets the members of @json that stand in the file; those of @also even when they are fresh. */
void tenure_parts_to_json (const TenurePart *parts, gconstpointer owner, TenurePartWhen also, TenureJson *json);
/** Reads the members that are there into a fresh @owner. */
gboolean tenure_parts_from_json (const TenurePart *parts, const TenureJson *json, gpointer owner, GError **error);
/** Rule of a refusal and the field it concerns, as one text; NULL for NULL. Free with g_free. */
char *tenure_refusal_text_of (const TenureRefusal *refusal);
/** The digest of a plan whose sums are complete; free with g_free. */
char *tenure_plan_digest (const TenurePlan *plan);

G_END_DECLS
