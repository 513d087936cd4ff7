/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-command.h"
#include "tenure-error.h"

#define ID "0e5fdb3c-8ea3-4c5e-9d2c-27d7d4a3b111"
#define ROUNDS 400

/* Room for the struct of any kind. */
typedef union
{
  TenurePlaceOrder order;
  gint64 room[64]; /* larger than any kind's struct */
} Params;

#define AT(Type, params, field) (*(Type *)((char *)(params) + (field)->offset))

static TenureCommand *
from_text (const char *text, GError **error)
{
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, error);

  return json ? tenure_command_from_json (json, error) : NULL;
}

static char *
canonical (const TenureCommand *command)
{
  g_autoptr (TenureJson) json = tenure_command_to_json (command);

  return tenure_json_to_canonical (json);
}

/* What each kind is, said a second time: name, and of every field its type and bounds. */
static const struct
{
  TenureCommandKind kind;
  const char *name;
  TenureRole role;
  const char *fields;
} KINDS[] = {
  { TENURE_COMMAND_TOP_UP, "top-up", TENURE_ROLE_ADMINISTRATOR, "amount money 1000000-100000000000000000;" },
  { TENURE_COMMAND_ORDER, "order", TENURE_ROLE_ADMINISTRATOR,
    "offer string 0-64;spec string 0-64;region string 0-64;name string 0-64;bandwidth? int 1-2000;"
    "disk_gib? int 1-32768;months? int 1-60;quantity int 1-100;line? string 0-64;"
    "bandwidth_name? string 0-64;tags? strings 0-20 distinct;ipv6? boolean 0-1;auto_renew? boolean 0-1;"
    "agreed? boolean 0-1;pay_per_use? boolean 0-1;starts? time 0-253402271999;" },
  { TENURE_COMMAND_PAY, "pay", TENURE_ROLE_ADMINISTRATOR,
    "orders strings 1-1000 distinct;discount? string 0-500;voucher? string 0-500;"
    "flexi? strings 0-100 distinct;card? strings 0-100 distinct;" },
  { TENURE_COMMAND_CANCEL, "cancel", TENURE_ROLE_ADMINISTRATOR, "orders strings 1-1000 distinct;" },
  { TENURE_COMMAND_RENEW, "renew", TENURE_ROLE_ADMINISTRATOR,
    "resources strings 1-100000 distinct;months int 1-60;unify? boolean 0-1;auto_renew? boolean 0-1;"
    "pay? boolean 0-1;" },
  { TENURE_COMMAND_SET_MODE, "set-mode", TENURE_ROLE_ADMINISTRATOR,
    "resources strings 1-100000 distinct;mode enum 0-3 manual,auto,to-pay-per-use,no-renewal;"
    "months? int 1-60;times? int 1-99;reset_times? boolean 0-1;" },
  { TENURE_COMMAND_SET_UNIFIED_DAY, "set-unified-day", TENURE_ROLE_ADMINISTRATOR, "day int -1-28 not-zero;" },
  { TENURE_COMMAND_SET_DEDUCTION_DAY, "set-deduction-day", TENURE_ROLE_ADMINISTRATOR,
    "days int 0-7;agreed? boolean 0-1;" },
  { TENURE_COMMAND_UNSUBSCRIBE, "unsubscribe", TENURE_ROLE_ADMINISTRATOR,
    "resources strings 1-100000 distinct;"
    "reason enum 0-6 wrong-spec,surplus,test-done,hard-to-use,not-suitable,fault,other;"
    "reason_text? string 0-100;agreed? boolean 0-1;" },
  { TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, "unsubscribe-renewals", TENURE_ROLE_ADMINISTRATOR,
    "resources strings 1-100000 distinct;expiries? strings 0-100000 resources;" },
  { TENURE_COMMAND_UNSUBSCRIBE_PENDING, "unsubscribe-pending", TENURE_ROLE_ADMINISTRATOR,
    "resources strings 1-100000 distinct;"
    "reason enum 0-6 wrong-spec,surplus,test-done,hard-to-use,not-suitable,fault,other;"
    "reason_text? string 0-100;agreed? boolean 0-1;" },
  { TENURE_COMMAND_RELEASE, "release", TENURE_ROLE_ADMINISTRATOR, "resources strings 1-100000 distinct;" },
  { TENURE_COMMAND_CHANGE, "change", TENURE_ROLE_ADMINISTRATOR,
    "resource string 0-500;spec? string 0-64;amount? int 1-32768;pay? boolean 0-1;" },
  { TENURE_COMMAND_ATTACH, "attach", TENURE_ROLE_ADMINISTRATOR,
    "resource string 0-500;offer string 0-64;spec? string 0-64;name? string 0-64;amount? int 1-32768;"
    "pay? boolean 0-1;" },
  { TENURE_COMMAND_TO_PERIOD, "to-period", TENURE_ROLE_ADMINISTRATOR,
    "resources strings 1-100000 distinct;months int 1-60;auto_renew? boolean 0-1;pay? boolean 0-1;" },
  { TENURE_COMMAND_CHOOSE_INSTRUMENTS, "choose-instruments", TENURE_ROLE_ADMINISTRATOR,
    "order string 0-500;discount? string 0-500;voucher? string 0-500;flexi? strings 0-100 distinct;"
    "card? strings 0-100 distinct;" },
  { TENURE_COMMAND_CONFIRM_ORDER, "confirm-order", TENURE_ROLE_ADMINISTRATOR,
    "orders strings 1-1000 distinct;accept? boolean 0-1;" },
  { TENURE_COMMAND_TELL_FAILURE, "tell-failure", TENURE_ROLE_ADMINISTRATOR,
    "order string 0-500;lines? strings 0-200 distinct;" },
  { TENURE_COMMAND_ACTIVATE_COUPON, "activate-coupon", TENURE_ROLE_ADMINISTRATOR, "coupon string 0-500;" },
  { TENURE_COMMAND_EXPORT, "export", TENURE_ROLE_ADMINISTRATOR,
    "what enum 0-3 orders,unpaid,renewal-list,price-list;format enum 0-1 csv,xlsx;"
    "encoding enum 0-2 utf-8-bom,utf-8,gb18030;rows? strings 0-100000 distinct;months? int 1-60;"
    "question? string 0-100000;" },
  { TENURE_COMMAND_RENAME_ENTERPRISE, "rename-enterprise", TENURE_ROLE_VISITOR,
    "account string 0-500;name string 0-100;" },
  { TENURE_COMMAND_SEND_CODE, "send-code", TENURE_ROLE_VISITOR,
    "purpose enum 0-1 register,reset,activate;phone? string 0-64;login? string 0-255;" },
  { TENURE_COMMAND_APPLY_ACCOUNT, "apply-account", TENURE_ROLE_VISITOR,
    "account string 0-500;unit_kind enum 0-2 government,institution,other;applicant string 0-64;"
    "phone string 0-64;email string 0-255;needs string 0-500;manager? string 0-64;"
    "manager_phone? string 0-64;" },
  { TENURE_COMMAND_DECIDE_APPLICATION, "decide-application", TENURE_ROLE_REVIEWER,
    "application string 0-500;reason? string 0-100;approve? boolean 0-1;" },
  { TENURE_COMMAND_SEND_LINK, "send-link", TENURE_ROLE_VISITOR,
    "login string 0-255;purpose enum 1-2 register,reset,activate;" },
  { TENURE_COMMAND_SET_PASSWORD, "set-password", TENURE_ROLE_VISITOR, "link string 0-500;" },
  { TENURE_COMMAND_RESET_PASSWORD, "reset-password", TENURE_ROLE_VISITOR, "login string 0-255;" },
  { TENURE_COMMAND_SIGN_IN, "sign-in", TENURE_ROLE_VISITOR, "login string 0-255;" },
  { TENURE_COMMAND_SIGN_OUT, "sign-out", TENURE_ROLE_ADMINISTRATOR, "unused? boolean 0-1;" },
  { TENURE_COMMAND_DECIDE_ORDER, "decide-order", TENURE_ROLE_REVIEWER,
    "orders strings 1-1000 distinct;reason? string 0-100;approve? boolean 0-1;" },
  { TENURE_COMMAND_ORDER_FOR_CUSTOMER, "order-for-customer", TENURE_ROLE_REVIEWER,
    "account string 0-500;offer string 0-64;spec string 0-64;region string 0-64;name string 0-64;"
    "bandwidth? int 1-2000;disk_gib? int 1-32768;months? int 1-60;quantity int 1-100;line? string 0-64;"
    "bandwidth_name? string 0-64;tags? strings 0-20 distinct;ipv6? boolean 0-1;auto_renew? boolean 0-1;"
    "agreed? boolean 0-1;pay_per_use? boolean 0-1;starts? time 0-253402271999;" },
  { TENURE_COMMAND_GRANT_COUPON, "grant-coupon", TENURE_ROLE_REVIEWER,
    "account string 0-500;kind enum 0-3 voucher,discount,flexi,card;name? string 0-64;"
    "amount? money 1000000-100000000000000000;permyriad? int 1-9999;"
    "threshold? money 1000000-100000000000000000;service? string 0-64;region? string 0-64;"
    "order_type? int 1-11;charging? enum 0-3 any,period,pay-per-use,package;with_discount? boolean 0-1;inactive? "
    "boolean 0-1;expiry? time 0-253402271999;" },
  { TENURE_COMMAND_GRANT_DISCOUNT, "grant-discount", TENURE_ROLE_REVIEWER,
    "account string 0-500;name? string 0-64;permyriad int 1-9999;service? string 0-64;"
    "promotion? boolean 0-1;no_refund? boolean 0-1;expiry? time 0-253402271999;" },
  { TENURE_COMMAND_RECLAIM_COUPON, "reclaim-coupon", TENURE_ROLE_REVIEWER,
    "account string 0-500;coupon string 0-500;" },
  { TENURE_COMMAND_SET_FREEZE, "set-freeze", TENURE_ROLE_REVIEWER,
    "account string 0-500;resource? string 0-500;freeze enum 0-3 none,arrears,violation,police;" },
  { TENURE_COMMAND_WITHDRAW_OFFER, "withdraw-offer", TENURE_ROLE_REVIEWER,
    "offer string 0-64;withdrawn? boolean 0-1;" },
  { TENURE_COMMAND_MARK_ORDER, "mark-order", TENURE_ROLE_REVIEWER,
    "order string 0-500;mark enum 0-3 promotion,partner-paid,special,invoiced;on? boolean 0-1;" },
};

static void
test_table (void)
{
  static const char *const types[] = { "string", "strings", "int", "boolean", "money", "time", "enum" };

  g_assert_cmpuint (G_N_ELEMENTS (KINDS), ==, TENURE_N_COMMANDS);
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr (GString) said = g_string_new (NULL);
      TenureCommandKind kind = TENURE_N_COMMANDS;
      guint n;
      const TenureField *fields = tenure_command_kind_fields (KINDS[i].kind, &n);

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *names = fields[j].names ? g_strjoinv (",", (char **)fields[j].names) : g_strdup ("");

          g_string_append_printf (said, "%s%s %s %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "%s%s%s%s%s%s;",
                                  fields[j].name, fields[j].optional ? "?" : "", types[fields[j].type],
                                  fields[j].minimum, fields[j].maximum, fields[j].names ? " " : "", names,
                                  fields[j].distinct ? " distinct" : "", fields[j].not_zero ? " not-zero" : "",
                                  fields[j].as_many_as ? " " : "", fields[j].as_many_as ? fields[j].as_many_as : "");
        }
      g_assert_cmpstr (said->str, ==, KINDS[i].fields);
      g_assert_cmpstr (tenure_command_kind_name (KINDS[i].kind), ==, KINDS[i].name);
      g_assert_cmpuint (tenure_command_kind_version (KINDS[i].kind), ==, 1);
      g_assert_cmpint (tenure_command_kind_role (KINDS[i].kind), ==, KINDS[i].role);
      g_assert_true (tenure_command_kind_from_name (KINDS[i].name, &kind));
      g_assert_cmpint (kind, ==, KINDS[i].kind);
    }
  g_assert_false (tenure_command_kind_from_name ("TOP-UP", &(TenureCommandKind){ 0 }));
  g_assert_false (tenure_command_kind_from_name (NULL, &(TenureCommandKind){ 0 }));
}

/* Random parameters ---------------------------------------------------------------------------------------- */

static char *
random_text (GRand *random, guint longest)
{
  static const char *const letters[] = { "a", "Z", "0", "-", "_", " ", "\"", "\\", "云", "期", "é", "𝄞", "/", "<" };
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (random, 1, (gint32)MIN (longest, 12) + 1);

  for (guint i = 0; i < n; i++)
    g_string_append (text, letters[g_rand_int_range (random, 0, G_N_ELEMENTS (letters))]);
  return g_string_free (text, FALSE);
}

static char **
random_texts (GRand *random, guint n)
{
  char **texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = random_text (random, 12);

      texts[i] = g_strdup_printf ("%u-%s", i, text); /* "1" and "0…" are no "10" and "…" */
    }
  return texts;
}

static void
fill_field (GRand *random, const TenureField *field, gpointer params, guint n)
{
  gint64 span = field->maximum - field->minimum + 1;

  if (field->optional && g_rand_boolean (random))
    return;
  switch (field->type)
    {
    case TENURE_FIELD_STRING:
      AT (char *, params, field) = random_text (random, (guint)field->maximum);
      break;
    case TENURE_FIELD_STRINGS:
      AT (char **, params, field) = random_texts (random, n);
      break;
    case TENURE_FIELD_MONEY:
      AT (TenureMoney, params, field) = TENURE_MONEY_FEN * g_rand_int_range (random, 1, G_MAXINT32);
      break;
    case TENURE_FIELD_BOOLEAN:
      AT (gboolean, params, field) = TRUE;
      break;
    case TENURE_FIELD_ENUM:
      AT (int, params, field) = g_rand_int_range (random, 0, (gint32)span);
      break;
    case TENURE_FIELD_INT:
    case TENURE_FIELD_TIME:
    default:
      AT (gint64, params, field) = field->minimum + g_rand_int_range (random, 0, (gint32)MIN (span, G_MAXINT32));
      if (field->not_zero && AT (gint64, params, field) == 0)
        AT (gint64, params, field) = 1;
    }
}

static void
clear_params (TenureCommandKind kind, gpointer params)
{
  guint n;
  const TenureField *fields = tenure_command_kind_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type == TENURE_FIELD_STRING)
      g_free (AT (char *, params, &fields[i]));
    else if (fields[i].type == TENURE_FIELD_STRINGS)
      g_strfreev (AT (char **, params, &fields[i]));
}

/* Made from a struct that is freed at once: what the command has must be its own. */
static TenureCommand *
random_command (GRand *random, TenureCommandKind kind)
{
  g_autoptr (GError) error = NULL;
  Params params = { 0 };
  guint n, n_texts = g_rand_int_range (random, 1, 20);
  const TenureField *fields = tenure_command_kind_fields (kind, &n);
  TenureCommand *command;

  for (guint i = 0; i < n; i++)
    fill_field (random, &fields[i], &params, n_texts);
  command = tenure_command_new (kind, &params, NULL, &error);
  g_assert_no_error (error);
  clear_params (kind, &params);
  return command;
}

static void
assert_same_field (const TenureField *field, gconstpointer a, gconstpointer b)
{
  switch (field->type)
    {
    case TENURE_FIELD_STRING:
      g_assert_cmpstr (AT (char *const, a, field), ==, AT (char *const, b, field));
      break;
    case TENURE_FIELD_STRINGS:
      if (AT (char **const, a, field))
        g_assert_cmpstrv (AT (char **const, a, field), AT (char **const, b, field));
      else
        g_assert_null (AT (char **const, b, field));
      break;
    case TENURE_FIELD_BOOLEAN:
    case TENURE_FIELD_ENUM:
      g_assert_cmpint (AT (const int, a, field), ==, AT (const int, b, field));
      break;
    case TENURE_FIELD_INT:
    case TENURE_FIELD_MONEY:
    case TENURE_FIELD_TIME:
    default:
      g_assert_cmpint (AT (const gint64, a, field), ==, AT (const gint64, b, field));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = tenure_test_random ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      TenureCommandKind kind = i % TENURE_N_COMMANDS;
      g_autoptr (TenureCommand) command = random_command (random, kind);
      g_autofree char *text = canonical (command);
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureCommand) again = from_text (text, &error);
      g_autofree char *text_again = NULL;
      guint n;
      const TenureField *fields = tenure_command_kind_fields (kind, &n);

      g_assert_no_error (error);
      text_again = canonical (again);
      g_assert_cmpstr (text, ==, text_again);
      g_assert_cmpint (tenure_command_kind (again), ==, kind);
      g_assert_cmpstr (tenure_command_id (again), ==, tenure_command_id (command));
      for (guint j = 0; j < n; j++)
        assert_same_field (&fields[j], tenure_command_params (command), tenure_command_params (again));
    }
}

/* The bytes that digests are made of: they must not change by accident. */
static void
test_canonical (void)
{
  static const struct
  {
    const char *given, *canonical;
  } cases[] = {
    { "{\"version\":1,\"params\":{\"amount\":\"115\"},\"kind\":\"top-up\",\"id\":\"" ID "\"}",
      "{\"id\":\"" ID "\",\"kind\":\"top-up\",\"params\":{\"amount\":\"115.00\"},\"version\":1}" },
    { "{\"id\":\"" ID "\",\"kind\":\"renew\",\"version\":1,\"params\":{\"resources\":[\"b\",\"a\"],\"months\":12,"
      "\"unify\":false,\"pay\":true}}",
      "{\"id\":\"" ID "\",\"kind\":\"renew\",\"params\":{\"months\":12,\"pay\":true,\"resources\":[\"b\",\"a\"]},"
      "\"version\":1}" },
    { "{\"id\":\"" ID "\",\"kind\":\"set-mode\",\"version\":1,\"params\":{\"resources\":[\"r\"],\"mode\":\"auto\","
      "\"months\":0,\"times\":99}}",
      "{\"id\":\"" ID "\",\"kind\":\"set-mode\",\"params\":{\"mode\":\"auto\",\"resources\":[\"r\"],\"times\":99},"
      "\"version\":1}" },
    { "{\"id\":\"" ID "\",\"kind\":\"unsubscribe-renewals\",\"version\":1,\"params\":{\"resources\":[\"a\",\"b\"],"
      "\"expiries\":[\"\",\"2024-03-10\"]}}",
      "{\"id\":\"" ID "\",\"kind\":\"unsubscribe-renewals\",\"params\":{\"expiries\":[\"\",\"2024-03-10\"],"
      "\"resources\":[\"a\",\"b\"]},\"version\":1}" },
    { "{\"id\":\"" ID "\",\"kind\":\"pay\",\"version\":1,\"params\":{\"orders\":[\"CS1\"],\"voucher\":\"\","
      "\"flexi\":[]}}",
      "{\"id\":\"" ID "\",\"kind\":\"pay\",\"params\":{\"orders\":[\"CS1\"]},\"version\":1}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureCommand) command = from_text (cases[i].given, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = canonical (command);
      g_assert_cmpstr (text, ==, cases[i].canonical);
    }
}

/* Refusals ------------------------------------------------------------------------------------------------- */

#define COMMAND(kind, params) "{\"id\":\"" ID "\",\"kind\":\"" kind "\",\"version\":1,\"params\":{" params "}}"
#define RENEW(params) COMMAND ("renew", params)

static const struct
{
  const char *text;
  TenureInputError code;
  const char *named;
} malformed[] = {
  { "[]", TENURE_INPUT_ERROR_INVALID, "object" },
  { "{}", TENURE_INPUT_ERROR_MISSING, "kind" },
  { "{\"kind\":\"renew\"}", TENURE_INPUT_ERROR_MISSING, "version" },
  { "{\"kind\":\"renew\",\"version\":1}", TENURE_INPUT_ERROR_MISSING, "id" },
  { "{\"kind\":\"renew\",\"version\":1,\"id\":\"" ID "\"}", TENURE_INPUT_ERROR_MISSING, "params" },
  { "{\"kind\":\"renew\",\"version\":0,\"id\":\"" ID "\"}", TENURE_INPUT_ERROR_INVALID, "version 0 of renew" },
  { "{\"kind\":\"rename\",\"version\":1}", TENURE_INPUT_ERROR_UNKNOWN, "rename" },
  { "{\"kind\":\"renew\",\"who\":1}", TENURE_INPUT_ERROR_UNKNOWN, "who" },
  { "{\"kind\":\"renew\",\"version\":1,\"id\":\"0E5FDB3C-8ea3-4c5e-9d2c-27d7d4a3b111\",\"params\":{"
    "\"resources\":[\"r\"],\"months\":1}}",
    TENURE_INPUT_ERROR_INVALID, "0E5FDB3C" },
  { "{\"kind\":\"renew\",\"version\":1,\"id\":\"7\",\"params\":{\"resources\":[\"r\"],\"months\":1}}",
    TENURE_INPUT_ERROR_INVALID, "“7”" },
  { RENEW (""), TENURE_INPUT_ERROR_MISSING, "resources" },
  { RENEW ("\"resources\":[\"r\"]"), TENURE_INPUT_ERROR_MISSING, "months" },
  { RENEW ("\"resources\":[],\"months\":1"), TENURE_INPUT_ERROR_MISSING, "resources" },
  { RENEW ("\"resources\":[\"\"],\"months\":1"), TENURE_INPUT_ERROR_MISSING, "resources" },
  { RENEW ("\"resources\":[\"r\",\"s\",\"r\"],\"months\":1"), TENURE_INPUT_ERROR_INVALID, "“r” twice" },
  { RENEW ("\"resources\":\"r\",\"months\":1"), TENURE_INPUT_ERROR_INVALID, "resources" },
  { RENEW ("\"resources\":[1],\"months\":1"), TENURE_INPUT_ERROR_INVALID, "resources" },
  { RENEW ("\"resources\":[\"r\"],\"months\":\"1\""), TENURE_INPUT_ERROR_INVALID, "months" },
  { RENEW ("\"resources\":[\"r\"],\"months\":1.5"), TENURE_INPUT_ERROR_INVALID, "months" },
  { RENEW ("\"resources\":[\"r\"],\"months\":0"), TENURE_INPUT_ERROR_RANGE, "months is 0" },
  { RENEW ("\"resources\":[\"r\"],\"months\":61"), TENURE_INPUT_ERROR_RANGE, "months is 61" },
  { RENEW ("\"resources\":[\"r\"],\"months\":1,\"pay\":1"), TENURE_INPUT_ERROR_INVALID, "pay" },
  { RENEW ("\"resources\":[\"r\"],\"months\":1,\"unify\":null"), TENURE_INPUT_ERROR_INVALID, "unify" },
  { RENEW ("\"resources\":[\"r\"],\"months\":1,\"weeks\":1"), TENURE_INPUT_ERROR_UNKNOWN, "weeks" },
  { RENEW ("\"resources\":[\"r\\n\"],\"months\":1"), TENURE_INPUT_ERROR_INVALID, "resources" },
  { COMMAND ("top-up", "\"amount\":100"), TENURE_INPUT_ERROR_INVALID, "amount" },
  { COMMAND ("top-up", "\"amount\":\"-1\""), TENURE_INPUT_ERROR_INVALID, "amount" },
  { COMMAND ("top-up", "\"amount\":\"0\""), TENURE_INPUT_ERROR_RANGE, "amount" },
  { COMMAND ("top-up", "\"amount\":\"0.015\""), TENURE_INPUT_ERROR_RANGE, "two decimals" },
  { COMMAND ("top-up", "\"amount\":\"1000000000.01\""), TENURE_INPUT_ERROR_RANGE, "amount" },
  { COMMAND ("set-mode", "\"resources\":[\"r\"],\"mode\":\"sideways\""), TENURE_INPUT_ERROR_INVALID,
    "none of manual, auto" },
  { COMMAND ("set-mode", "\"resources\":[\"r\"],\"mode\":1"), TENURE_INPUT_ERROR_INVALID, "mode" },
  { COMMAND ("set-mode", "\"resources\":[\"r\"]"), TENURE_INPUT_ERROR_MISSING, "mode" },
  { COMMAND ("set-mode", "\"resources\":[\"r\"],\"mode\":\"auto\",\"times\":100"), TENURE_INPUT_ERROR_RANGE, "times" },
  { COMMAND ("set-unified-day", "\"day\":0"), TENURE_INPUT_ERROR_RANGE, "not 0" },
  { COMMAND ("set-unified-day", "\"day\":29"), TENURE_INPUT_ERROR_RANGE, "day is 29" },
  { COMMAND ("set-unified-day", "\"day\":-2"), TENURE_INPUT_ERROR_RANGE, "day is -2" },
  { COMMAND ("set-deduction-day", "\"days\":8"), TENURE_INPUT_ERROR_RANGE, "days is 8" },
  { COMMAND ("set-deduction-day", "\"days\":-1"), TENURE_INPUT_ERROR_RANGE, "days is -1" },
  { COMMAND ("unsubscribe-renewals", "\"resources\":[\"a\",\"b\"],\"expiries\":[\"\"]"), TENURE_INPUT_ERROR_INVALID,
    "expiries" },
  { COMMAND ("unsubscribe-renewals", "\"resources\":[\"a\"],\"expiries\":[\"\",\"\"]"), TENURE_INPUT_ERROR_INVALID,
    "expiries" },
};

static void
test_malformed (void)
{

  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", malformed[i].text);
      g_assert_null (from_text (malformed[i].text, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, malformed[i].code, malformed[i].named);
      g_assert_null (from_text (malformed[i].text, NULL));
    }
}

static void
test_newer (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (from_text ("{\"kind\":\"renew\",\"version\":2}", &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NEWER, "version 2 of renew");
}

static char **
numbered (guint n)
{
  char **texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = g_strdup_printf ("resource-%u", i);
  return texts;
}

static void
test_many (void)
{
  g_auto (GStrv) texts = numbered (100001);
  TenureRenew renew = { .resources = texts, .months = 1 };
  g_autofree char *last = g_steal_pointer (&texts[100000]);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_RENEW, &renew, NULL, &error);

  g_assert_no_error (error);
  texts[100000] = g_steal_pointer (&last);
  g_assert_null (tenure_command_new (TENURE_COMMAND_RENEW, &renew, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, "resources names 100001");
}

/* What one writes at length may have several lines, and no other control character. */
static void
test_lines (void)
{
  static const struct
  {
    const char *needs;
    gboolean fine;
  } cases[] = { { "one line", TRUE }, { "two\nlines", TRUE }, { "a\ttab", FALSE }, { "an escape \x1b", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureApplyAccount params = { (char *)"hw_main", 0, (char *)"n", (char *)"1", (char *)"m", NULL, NULL, NULL };
      g_autoptr (TenureCommand) command = NULL;

      params.needs = (char *)cases[i].needs;
      command = tenure_command_new (TENURE_COMMAND_APPLY_ACCOUNT, &params, NULL, NULL);
      g_assert_cmpint (command != NULL, ==, cases[i].fine);
    }
}

/* Texts at and beyond their length, counted in characters, not bytes. */
static void
test_texts (void)
{
  static const struct
  {
    const char *letter;
    guint n;
    int code; /* -1: accepted */
  } cases[] = {
    { "a", 1, -1 },
    { "a", 64, -1 },
    { "云", 64, -1 },
    { "a", 65, TENURE_INPUT_ERROR_RANGE },
    { "云", 65, TENURE_INPUT_ERROR_RANGE },
    { "", 1, TENURE_INPUT_ERROR_MISSING },
    { "\xff", 1, TENURE_INPUT_ERROR_INVALID },
    { "\x7f", 1, TENURE_INPUT_ERROR_INVALID },
    { "\t", 1, TENURE_INPUT_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (TenureCommand) command = NULL;
      TenurePlaceOrder order = { "vpc", "standard", "cn-north-9", NULL, .months = 1, .quantity = 1 };

      for (guint j = 0; j < cases[i].n; j++)
        g_string_append (text, cases[i].letter);
      order.name = text->str;
      command = tenure_command_new (TENURE_COMMAND_ORDER, &order, NULL, &error);
      g_assert_cmpint (command != NULL, ==, cases[i].code < 0);
      if (command == NULL)
        tenure_test_refused (&error, TENURE_INPUT_ERROR, cases[i].code, "name");
    }
}

/* One text of a list is at most 500 characters long; a choice must be one of its names. */
static void
test_structs (void)
{
  g_autofree char *longest = g_strnfill (500, 'x');
  g_autofree char *longer = g_strnfill (501, 'x');
  char *texts[] = { longest, NULL };
  TenureUnsubscribe unsubscribe = { texts, 6, NULL, TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_UNSUBSCRIBE, &unsubscribe, ID, &error);
  const TenureUnsubscribe *params;

  g_assert_no_error (error);
  params = tenure_command_params (command);
  g_assert_cmpstr (tenure_command_id (command), ==, ID);
  g_assert_cmpint (params->reason, ==, 6);
  g_assert_true (params->agreed);
  for (int reason = -1; reason <= 7; reason += 8)
    {
      unsubscribe.reason = reason;
      g_assert_null (tenure_command_new (TENURE_COMMAND_UNSUBSCRIBE, &unsubscribe, NULL, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "reason");
    }
  unsubscribe.reason = 0;
  texts[0] = longer;
  g_assert_null (tenure_command_new (TENURE_COMMAND_UNSUBSCRIBE, &unsubscribe, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, "resources");
}

static void
test_ids (void)
{
  TenureTopUp top_up = { TENURE_MONEY_ONE };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_TOP_UP, &top_up, NULL, NULL);
      g_autoptr (TenureCommand) shared = tenure_command_ref (command);
      g_autoptr (TenureCommand) same =
          tenure_command_new (TENURE_COMMAND_TOP_UP, &top_up, tenure_command_id (shared), NULL);

      g_assert_nonnull (same);
      g_assert_cmpstr (tenure_command_id (same), ==, tenure_command_id (command));
      g_assert_true (g_hash_table_add (seen, g_strdup (tenure_command_id (command))));
    }
}

/* Secrets come beside a command, never in it: how many each kind needs. */
static void
test_secrets (void)
{
  for (int kind = 0; kind < TENURE_N_COMMANDS; kind++)
    {
      gboolean two = kind == TENURE_COMMAND_SET_PASSWORD || kind == TENURE_COMMAND_RESET_PASSWORD;
      gboolean one = kind == TENURE_COMMAND_SIGN_IN || kind == TENURE_COMMAND_APPLY_ACCOUNT;

      g_assert_cmpuint (tenure_command_kind_secrets (kind), ==, two ? 2 : one ? 1 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/table", test_table);
  g_test_add_func ("/command/round-trip", test_round_trip);
  g_test_add_func ("/command/canonical", test_canonical);
  g_test_add_func ("/command/malformed", test_malformed);
  g_test_add_func ("/command/newer", test_newer);
  g_test_add_func ("/command/many", test_many);
  g_test_add_func ("/command/texts", test_texts);
  g_test_add_func ("/command/lines", test_lines);
  g_test_add_func ("/command/structs", test_structs);
  g_test_add_func ("/command/ids", test_ids);
  g_test_add_func ("/command/secrets", test_secrets);
  return g_test_run ();
}
