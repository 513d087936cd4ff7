/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wording-command.h"

#include <glib/gi18n-lib.h>

#include "tenure-session.h"
#include "tenure-wording-exports.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"
#include "tenure-wording-private.h"

/* A list is told by its first entries and how many more there are. */
#define MOST_TOLD 5

#define AT(Type, params, field) (*(Type const *)((const char *)(params) + (field)->offset))

/* What a field is called; what says nothing to a person (the filter of an export as JSON, the public part of a link)
 * is not here and is not told. */
static const struct
{
  const char *name, *label;
} LABELS[] = {
  { "account", NC_ ("field", "Account") },
  { "accept", NC_ ("field", "Decision") },
  { "agreed", NC_ ("field", "Agreed") },
  { "amount", NC_ ("field", "Amount") },
  { "applicant", NC_ ("field", "Applicant") },
  { "application", NC_ ("field", "Application") },
  { "approve", NC_ ("field", "Decision") },
  { "auto_renew", NC_ ("field", "Automatic renewal") },
  { "bandwidth", NC_ ("field", "Bandwidth") },
  { "bandwidth_name", NC_ ("field", "Bandwidth name") },
  { "card", NC_ ("field", "Stored-value cards") },
  { "charging", NC_ ("field", "Charging mode") },
  { "coupon", NC_ ("field", "Coupon") },
  { "day", NC_ ("field", "Unified expiry day") },
  { "days", NC_ ("field", "Deduction day") },
  { "discount", NC_ ("field", "Discount coupon") },
  { "disk_gib", NC_ ("field", "System disk") },
  { "email", NC_ ("field", "E-mail") },
  { "encoding", NC_ ("field", "Encoding") },
  { "expiries", NC_ ("field", "Expiry to keep") },
  { "expiry", NC_ ("field", "Expiry") },
  { "flexi", NC_ ("field", "Flexi coupons") },
  { "format", NC_ ("field", "Format") },
  { "freeze", NC_ ("field", "State") },
  { "inactive", NC_ ("field", "Must be activated first") },
  { "ipv6", NC_ ("field", "IPv6") },
  { "kind", NC_ ("field", "Kind") },
  { "line", NC_ ("field", "Line") },
  { "lines", NC_ ("field", "Items") },
  { "login", NC_ ("field", "Phone, e-mail or user name") },
  { "manager", NC_ ("field", "Account manager") },
  { "manager_phone", NC_ ("field", "Account manager's phone") },
  { "mark", NC_ ("field", "Mark") },
  { "mode", NC_ ("field", "Renewal") },
  { "months", NC_ ("field", "Duration") },
  { "name", NC_ ("field", "Name") },
  { "needs", NC_ ("field", "Cloud needs") },
  { "no_refund", NC_ ("field", "Without refund") },
  { "offer", NC_ ("field", "Product") },
  { "on", NC_ ("field", "Marked") },
  { "order", NC_ ("field", "Order") },
  { "order_type", NC_ ("field", "Order type") },
  { "orders", NC_ ("field", "Orders") },
  { "pay", NC_ ("field", "Paid at once") },
  { "pay_per_use", NC_ ("field", "Pay-per-use") },
  { "permyriad", NC_ ("field", "Price factor") },
  { "phone", NC_ ("field", "Phone") },
  { "promotion", NC_ ("field", "Promotion") },
  { "purpose", NC_ ("field", "Purpose") },
  { "quantity", NC_ ("field", "Quantity") },
  { "reason", NC_ ("field", "Reason") },
  { "reason_text", NC_ ("field", "Reason in words") },
  { "region", NC_ ("field", "Region") },
  { "reset_times", NC_ ("field", "Times counted anew") },
  { "resource", NC_ ("field", "Resource") },
  { "resources", NC_ ("field", "Resources") },
  { "rows", NC_ ("field", "Rows") },
  { "service", NC_ ("field", "Service") },
  { "spec", NC_ ("field", "Specification") },
  { "starts", NC_ ("field", "Starts") },
  { "tags", NC_ ("field", "Tags") },
  { "threshold", NC_ ("field", "From an order total of") },
  { "times", NC_ ("field", "Times") },
  { "unify", NC_ ("field", "Unified expiry") },
  { "unit_kind", NC_ ("field", "Kind of unit") },
  { "voucher", NC_ ("field", "Voucher") },
  { "what", NC_ ("field", "Export") },
  { "with_discount", NC_ ("field", "Together with discounts") },
  { "withdrawn", NC_ ("field", "No longer sold") },
};

const char *
tenure_word_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++)
    if (g_str_equal (LABELS[i].name, name))
      return g_dpgettext2 (GETTEXT_PACKAGE, "field", LABELS[i].label);
  return NULL;
}

/* The program's own catalogue, read once: it only lends names. */
static TenureCatalogue *
catalogue_of_names (void)
{
  static gsize catalogue = 0;

  if (g_once_init_enter (&catalogue))
    g_once_init_leave (&catalogue, (gsize)tenure_session_builtin_catalogue (NULL));
  return (TenureCatalogue *)catalogue;
}

/* A flavour's name stands with its product; alone the key is all that is known. */
static char *
word_string (TenureCommandKind kind, gconstpointer params, const TenureField *field, const char *text)
{
  TenureCatalogue *catalogue = catalogue_of_names ();

  if (g_str_equal (field->name, "region"))
    return g_strdup (tenure_word_region (catalogue, text));
  if (g_str_equal (field->name, "offer"))
    return g_strdup (tenure_word_product (catalogue, text, text));
  if (g_str_equal (field->name, "spec") && kind == TENURE_COMMAND_ORDER)
    return tenure_word_sized_spec (catalogue, ((const TenurePlaceOrder *)params)->offer, text, 0);
  if (g_str_equal (field->name, "spec") && kind == TENURE_COMMAND_ORDER_FOR_CUSTOMER)
    return tenure_word_sized_spec (catalogue, ((const TenureOrderForCustomer *)params)->order.offer, text, 0);
  return g_strdup (text);
}

static char *
word_strings (char *const *strings)
{
  guint n = g_strv_length ((char **)strings), more = n > MOST_TOLD ? n - MOST_TOLD : 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n - more; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", *strings[i] ? strings[i] : "—");
  if (more > 0)
    g_string_append_printf (text, _ (" and %u more"), more);
  return g_string_free (text, FALSE);
}

static char *
word_int (TenureCommandKind kind, const char *name, gint64 value)
{
  TenureOperand rate = { "rate", TENURE_OPERAND_RATIO, value, 10000 };
  TenurePlanItem setting = { .verb = TENURE_VERB_SET };
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  if (g_str_equal (name, "months"))
    return tenure_word_duration ((int)value);
  if (g_str_equal (name, "permyriad"))
    return tenure_word_operand (&rate);
  if (g_str_equal (name, "order_type"))
    return g_strdup (tenure_word_order_type ((TenureOrderType)value));
  if (g_str_equal (name, "bandwidth") || g_str_equal (name, "disk_gib"))
    return g_strdup_printf ("%s %s", text, g_str_equal (name, "bandwidth") ? "Mbit/s" : "GiB");
  if (kind == TENURE_COMMAND_SET_UNIFIED_DAY || kind == TENURE_COMMAND_SET_DEDUCTION_DAY)
    {
      setting.key = (char *)(kind == TENURE_COMMAND_SET_UNIFIED_DAY ? "unified-day" : "deduction-day");
      return tenure_word_item_value (&setting, text);
    }
  return g_steal_pointer (&text);
}

static const char *
word_purpose (int value)
{
  static const char *const WORDS[] = { NC_ ("purpose", "registration"), NC_ ("purpose", "forgotten password"),
                                       NC_ ("purpose", "activation") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "purpose", WORDS[value]);
}

/* NULL: it limits nothing. */
static const char *
word_enum (const char *name, int value)
{
  if (g_str_equal (name, "mode"))
    return tenure_word_mode ((TenureMode)value);
  if (g_str_equal (name, "reason"))
    return tenure_word_reason (value);
  if (g_str_equal (name, "kind"))
    return tenure_word_coupon_kind ((TenureCouponKind)value);
  if (g_str_equal (name, "freeze"))
    return tenure_word_frozen ((TenureFreeze)value);
  if (g_str_equal (name, "mark"))
    return tenure_word_mark ((TenureMark)value);
  if (g_str_equal (name, "unit_kind"))
    return tenure_word_unit_kind ((TenureUnitKind)value);
  if (g_str_equal (name, "charging"))
    return value == 0 ? NULL : tenure_word_charging ((TenureCharging)(value - 1));
  if (g_str_equal (name, "what"))
    return tenure_word_export (value);
  if (g_str_equal (name, "format"))
    return tenure_word_export_format (value);
  return g_str_equal (name, "encoding") ? tenure_word_export_encoding (value) : word_purpose (value);
}

/* What is not said is not told, but for a decision: left out it is the other one. */
static const char *
word_boolean (const char *name, gboolean value)
{
  if (g_str_equal (name, "approve"))
    return value ? _ ("approved") : _ ("rejected");
  if (g_str_equal (name, "accept"))
    return value ? _ ("confirmed") : _ ("declined");
  if (value || g_str_equal (name, "on") || g_str_equal (name, "withdrawn"))
    return value ? _ ("yes") : _ ("no");
  return NULL;
}

/* NULL: it was left out. */
static char *
word_value (TenureCommandKind kind, gconstpointer params, const TenureField *field)
{
  switch (field->type)
    {
    case TENURE_FIELD_STRING:
      return AT (char *, params, field) && *AT (char *, params, field)
                 ? word_string (kind, params, field, AT (char *, params, field))
                 : NULL;
    case TENURE_FIELD_STRINGS:
      return AT (char **, params, field) && *AT (char **, params, field) ? word_strings (AT (char **, params, field))
                                                                         : NULL;
    case TENURE_FIELD_BOOLEAN:
      return g_strdup (word_boolean (field->name, AT (gboolean, params, field)));
    case TENURE_FIELD_ENUM:
      return g_strdup (word_enum (field->name, AT (int, params, field)));
    case TENURE_FIELD_MONEY:
      return AT (TenureMoney, params, field) != 0 ? tenure_word_money (AT (TenureMoney, params, field)) : NULL;
    case TENURE_FIELD_TIME:
      return AT (TenureTime, params, field) != 0 ? tenure_word_time (AT (TenureTime, params, field)) : NULL;
    case TENURE_FIELD_INT:
    default:
      return AT (gint64, params, field) != 0 ? word_int (kind, field->name, AT (gint64, params, field)) : NULL;
    }
}

char *
tenure_word_command_details (const TenureCommand *command)
{
  TenureCommandKind kind = tenure_command_kind (command);
  gconstpointer params = tenure_command_params (command);
  GString *text = g_string_new (NULL);
  guint n_fields;
  const TenureField *fields = tenure_command_kind_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *label = tenure_word_field (fields[i].name);
      g_autofree char *value = label ? word_value (kind, params, &fields[i]) : NULL;
      g_autofree char *part = value ? g_strdup_printf (_ ("%s: %s"), label, value) : NULL;

      if (part)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  return g_string_free (text, FALSE);
}

const char *
tenure_word_command_done (const TenureCommand *command)
{
  TenureCommandKind kind = tenure_command_kind (command);
  const TenureSetFreeze *params = tenure_command_params (command);

  if (kind != TENURE_COMMAND_SET_FREEZE)
    return tenure_word_command (kind);
  return params->freeze == TENURE_FREEZE_NONE ? C_ ("what happens", "Unfreeze") : C_ ("what happens", "Freeze");
}
