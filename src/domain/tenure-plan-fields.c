/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan-fields.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "tenure-enum-names.h"
#include "tenure-error.h"
#include "tenure-value-json.h"

#define PART(Struct, name, member, type, what, when, fresh)                                                            \
  {                                                                                                                    \
    name, TENURE_PART_##type, G_STRUCT_OFFSET (Struct, member), what, TENURE_PART_##when, fresh                        \
  }
#define PLAN(member, type, what, when, fresh) PART (TenurePlan, #member, member, type, what, when, fresh)
#define ITEM(member, type, what, when, fresh) PART (TenurePlanItem, #member, member, type, what, when, fresh)
#define CHANNEL(channel, what) PART (TenurePlanItem, #channel, money.channel, MONEY, what, IF_SET, 0)

const TenurePart tenure_plan_parts[] = {
  PLAN (profile, TEXT, "profile", ALWAYS, 0),
  PLAN (account, TEXT, "account", ALWAYS, 0),
  PLAN (policy_hash, TEXT, "policy", ALWAYS, 0),
  PLAN (planned_at, TIME, NULL, ALWAYS, TENURE_TIME_UNKNOWN),
  PLAN (holds_until, TIME, NULL, ALWAYS, TENURE_TIME_UNKNOWN),
  PLAN (to_pay, MONEY, "to-pay", ALWAYS, 0),
  PLAN (to_return, MONEY, "to-return", ALWAYS, 0),
  PLAN (voucher_return, MONEY, "voucher-return", IF_SET, 0),
  PLAN (balance_before, MONEY, NULL, IF_SET, TENURE_MONEY_UNKNOWN),
  PLAN (balance_after, MONEY, NULL, IF_SET, TENURE_MONEY_UNKNOWN),
  PLAN (quota_needed, INT, "quota-needed", IF_SET, -1),
  PLAN (quota_left, INT, NULL, IF_SET, -1),
  PLAN (review, BOOLEAN, "review", IF_SET, 0),
  { NULL },
};

const TenurePart tenure_item_parts[] = {
  ITEM (key, TEXT, NULL, ALWAYS, 0),
  ITEM (name, TEXT, NULL, ALWAYS, 0),
  ITEM (product, INTERNED, NULL, IF_SET, 0),
  ITEM (region, INTERNED, NULL, IF_SET, 0),
  ITEM (main_key, TEXT, "main", IF_SET, 0),
  ITEM (main_name, TEXT, NULL, IF_SET, 0),
  ITEM (verb, VERB, NULL, ALWAYS, 0),
  ITEM (official, MONEY, "official", IF_SET, 0),
  ITEM (due, MONEY, "due", IF_SET, 0),
  CHANNEL (cash, "cash"),
  CHANNEL (credit, "credit"),
  CHANNEL (flexi, "flexi"),
  CHANNEL (card, "card"),
  CHANNEL (voucher, "voucher"),
  ITEM (total, MONEY, "total", ALWAYS, 0),
  ITEM (paid, MONEY, "paid", OF_REFUND, 0),
  ITEM (consumed, MONEY, "consumed", OF_REFUND, 0),
  ITEM (fee, MONEY, "fee", OF_REFUND, 0),
  ITEM (lost, MONEY, "lost", OF_REFUND, 0),
  ITEM (refund_kind, REFUND_KIND, "refund-kind", OF_REFUND, TENURE_REFUND_CONDITIONAL),
  ITEM (months, INT, "months", IF_SET, 0),
  ITEM (extra_days, INT, "extra-days", IF_SET, 0),
  ITEM (old_expiry, TIME, "old-expiry", IF_SET, TENURE_TIME_UNKNOWN),
  ITEM (new_expiry, TIME, "new-expiry", IF_SET, TENURE_TIME_UNKNOWN),
  ITEM (old_value, TEXT, "old-value", IF_SET, 0),
  ITEM (new_value, TEXT, "new-value", IF_SET, 0),
  ITEM (base_order, TEXT, NULL, IF_SET, 0),
  { NULL },
};

TENURE_DEFINE_ENUM_NAMES (TenureVerb, verb, { TENURE_VERB_SET, "set" }, { TENURE_VERB_DEPOSIT, "deposit" },
                          { TENURE_VERB_ORDER, "order" }, { TENURE_VERB_PAY, "pay" }, { TENURE_VERB_CANCEL, "cancel" },
                          { TENURE_VERB_RENEW, "renew" }, { TENURE_VERB_UNSUBSCRIBE, "unsubscribe" },
                          { TENURE_VERB_GIVE_BACK, "give-back" }, { TENURE_VERB_RELEASE, "release" },
                          { TENURE_VERB_CHANGE, "change" }, { TENURE_VERB_CONVERT, "convert" },
                          { TENURE_VERB_SEND, "send" }, { TENURE_VERB_REGISTER, "register" },
                          { TENURE_VERB_APPROVE, "approve" }, { TENURE_VERB_REJECT, "reject" },
                          { TENURE_VERB_CONFIRM, "confirm" }, { TENURE_VERB_GRANT, "grant" },
                          { TENURE_VERB_FREEZE, "freeze" }, { TENURE_VERB_SIGN, "sign" },
                          { TENURE_VERB_EXPORT, "export" })

gboolean
tenure_verb_returns (TenureVerb verb)
{
  return verb == TENURE_VERB_UNSUBSCRIBE || verb == TENURE_VERB_GIVE_BACK;
}

/* A part's value: a text or a number. */
typedef struct
{
  const char *text;
  gint64 number;
} Value;

#define MEMBER(Type, part, owner) (*(Type *)((char *)(owner) + (part)->offset))

static Value
part_value (const TenurePart *part, gconstpointer owner)
{
  switch (part->type)
    {
    case TENURE_PART_TEXT:
    case TENURE_PART_INTERNED:
      return (Value){ .text = MEMBER (const char *const, part, owner) };
    case TENURE_PART_MONEY:
    case TENURE_PART_TIME:
      return (Value){ .number = MEMBER (const gint64, part, owner) };
    case TENURE_PART_INT:
    case TENURE_PART_BOOLEAN:
    case TENURE_PART_VERB:
    case TENURE_PART_REFUND_KIND:
    default:
      return (Value){ .number = MEMBER (const int, part, owner) };
    }
}

/* The four that are read as an int must be one. */
G_STATIC_ASSERT (sizeof (gboolean) == sizeof (int) && sizeof (TenureVerb) == sizeof (int));
G_STATIC_ASSERT (sizeof (TenureRefundKind) == sizeof (int));

static gboolean
value_is_fresh (const TenurePart *part, Value value)
{
  return value.text == NULL && value.number == part->fresh;
}

gboolean
tenure_part_same (const TenurePart *part, gconstpointer owner, gconstpointer other)
{
  Value one = part_value (part, owner), two = part_value (part, other);

  return one.number == two.number && g_strcmp0 (one.text, two.text) == 0;
}

char *
tenure_part_text (const TenurePart *part, gconstpointer owner)
{
  Value value = part_value (part, owner);

  if (value_is_fresh (part, value))
    return NULL;
  switch (part->type)
    {
    case TENURE_PART_TEXT:
    case TENURE_PART_INTERNED:
      return g_strdup (value.text);
    case TENURE_PART_MONEY:
      return value.number == TENURE_MONEY_UNKNOWN ? g_strdup ("unknown") : tenure_money_format (value.number);
    case TENURE_PART_TIME:
      return tenure_time_format (value.number);
    case TENURE_PART_REFUND_KIND:
      return g_strdup (tenure_refund_kind_name ((TenureRefundKind)value.number));
    case TENURE_PART_INT:
    case TENURE_PART_BOOLEAN:
    case TENURE_PART_VERB:
    default:
      return g_strdup_printf ("%" PRId64, value.number);
    }
}

/* File ----------------------------------------------------------------------------------------------------- */

static TenureJson *
value_to_json (const TenurePart *part, Value value)
{
  switch (part->type)
    {
    case TENURE_PART_TEXT:
    case TENURE_PART_INTERNED:
      return tenure_json_new_string (value.text);
    case TENURE_PART_MONEY:
      return tenure_value_from_money (value.number);
    case TENURE_PART_TIME:
      return tenure_value_from_time (value.number);
    case TENURE_PART_BOOLEAN:
      return tenure_json_new_boolean (value.number != 0);
    case TENURE_PART_VERB:
      return tenure_json_new_string (tenure_verb_name ((TenureVerb)value.number));
    case TENURE_PART_REFUND_KIND:
      return tenure_json_new_string (tenure_refund_kind_name ((TenureRefundKind)value.number));
    case TENURE_PART_INT:
    default:
      return tenure_json_new_int64 (value.number);
    }
}

void
tenure_parts_to_json (const TenurePart *parts, gconstpointer owner, TenurePartWhen also, TenureJson *json)
{
  for (const TenurePart *part = parts; part->name; part++)
    {
      Value value = part_value (part, owner);

      if (part->when == TENURE_PART_ALWAYS || part->when == also || !value_is_fresh (part, value))
        tenure_json_set (json, part->name, value_to_json (part, value));
    }
}

static gboolean
text_from_json (const TenurePart *part, const TenureJson *json, gpointer owner)
{
  const char *text;

  if (!tenure_value_to_text (json, &text))
    return FALSE;
  if (part->type == TENURE_PART_INTERNED)
    MEMBER (const char *, part, owner) = g_intern_string (text);
  else
    {
      g_free (MEMBER (char *, part, owner));
      MEMBER (char *, part, owner) = g_strdup (text);
    }
  return TRUE;
}

static gboolean
value_from_json (const TenurePart *part, const TenureJson *json, gpointer owner)
{
  switch (part->type)
    {
    case TENURE_PART_TEXT:
    case TENURE_PART_INTERNED:
      return text_from_json (part, json, owner);
    case TENURE_PART_MONEY:
      return tenure_value_to_money (json, &MEMBER (TenureMoney, part, owner));
    case TENURE_PART_TIME:
      return tenure_value_to_time (json, &MEMBER (TenureTime, part, owner));
    case TENURE_PART_BOOLEAN:
      MEMBER (gboolean, part, owner) = tenure_json_boolean (json);
      return tenure_json_type (json) == TENURE_JSON_BOOLEAN;
    case TENURE_PART_VERB:
      return tenure_verb_from_name (tenure_json_text (json), &MEMBER (TenureVerb, part, owner));
    case TENURE_PART_REFUND_KIND:
      return tenure_refund_kind_from_name (tenure_json_text (json), &MEMBER (TenureRefundKind, part, owner));
    case TENURE_PART_INT:
    default:
      return tenure_value_to_int (json, &MEMBER (int, part, owner));
    }
}

gboolean
tenure_parts_from_json (const TenurePart *parts, const TenureJson *json, gpointer owner, GError **error)
{
  for (const TenurePart *part = parts; part->name; part++)
    {
      const TenureJson *member = tenure_json_get (json, part->name);

      if (member == NULL || value_from_json (part, member, owner))
        continue;
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("%s of the plan cannot be read: plan again."), part->name);
      return FALSE;
    }
  return TRUE;
}

/* Digest --------------------------------------------------------------------------------------------------- */

char *
tenure_refusal_text_of (const TenureRefusal *refusal)
{
  if (refusal == NULL)
    return NULL;
  return refusal->field ? g_strconcat (refusal->rule, ":", refusal->field, NULL) : g_strdup (refusal->rule);
}

/* Texts have no NUL, so with one after each nothing can be moved from one into the next. */
static void
digest_text (GChecksum *sum, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_checksum_update (sum, (const guchar *)name, (gssize)strlen (name) + 1);
  g_checksum_update (sum, (const guchar *)text, (gssize)strlen (text) + 1);
}

static void
digest_parts (GChecksum *sum, const TenurePart *parts, gconstpointer owner)
{
  for (const TenurePart *part = parts; part->name; part++)
    if (part->what)
      {
        g_autofree char *text = tenure_part_text (part, owner);

        digest_text (sum, part->what, text);
      }
}

static void
digest_refusal (GChecksum *sum, const TenureRefusal *refusal)
{
  g_autofree char *text = tenure_refusal_text_of (refusal);

  digest_text (sum, "refusal", text);
}

/* Of what is refused only that it is: nothing happens to it. */
static void
digest_item (GChecksum *sum, const TenurePlanItem *item)
{
  digest_text (sum, "item", item->key);
  digest_text (sum, "verb", tenure_verb_name (item->verb));
  digest_text (sum, "base-order", item->base_order);
  if (item->refusal)
    digest_refusal (sum, item->refusal);
  else
    digest_parts (sum, tenure_item_parts, item);
}

char *
tenure_plan_digest (const TenurePlan *plan)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (TenureJson) command = tenure_command_to_json (plan->command);
  g_autofree char *text = tenure_json_to_canonical (command);

  digest_text (sum, "command", text);
  digest_parts (sum, tenure_plan_parts, plan);
  for (guint i = 0; i < plan->refusals->len; i++)
    digest_refusal (sum, g_ptr_array_index (plan->refusals, i));
  for (guint i = 0; i < plan->items->len; i++)
    digest_item (sum, g_ptr_array_index (plan->items, i));
  return g_strdup (g_checksum_get_string (sum));
}
