/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wording-messages.h"

#include <glib/gi18n-lib.h>

#include "tenure-value-json.h"
#include "tenure-wording-private.h"

#define HOTLINE "4008302118"
#define SITE "https://www.huaweicloud.com"
#define CONTACT "support@huawei.com"
#define MOST_ARGUMENTS 8

/* {secret} is the code or the whole link. */
const TenureWording TENURE_MESSAGE_WORDING[] = {
  { "application.activate",
    N_ ("An administrator account of the public service cloud platform has been opened for {unit}.\n\n"
        "Domain name: {user}\nUser name: {user}\n\n"
        "Set your password here: {secret}\nThe link is valid for 7 days, until {until}.\n\n"
        "Sign in here: tenure://sign-in") },
  { "application.approved",
    N_ ("The application of {unit} is approved. A mail with the link to set the password is on its way; the user name "
        "is {user}.") },
  { "application.rejected", N_ ("The application of {unit} was rejected: {reason}. Correct it and hand it in again; "
                                "what you entered is kept.") },
  { "arrears.begun", N_ ("{amount} could not be paid for pay-per-use resources. Top up: what is owed is paid first. "
                         "On {until} the resources are stopped otherwise.") },
  { "arrears.frozen", N_ ("Because {amount} is owed, the platform stopped {count}. Top up until {until}, or what is "
                          "stopped is released and cannot be recovered.") },
  { "arrears.released",
    N_ ("Because {amount} was not paid, the platform released {count} on {until}. The amount is still "
        "owed.") },
  { "auto-renewal.failed",
    N_ ("{name} ({resource}) could not be renewed automatically: {refusal}. It expires at {until}.") },
  { "code.register", N_ ("Your verification code is {secret}. It is for the registration and valid until {until}; give "
                         "it to nobody.") },
  { "code.reset",
    N_ ("Your verification code is {secret}. It is for a new password and valid until {until}; give it to "
        "nobody.") },
  { "order.approved", N_ ("The order {order} over {amount} is approved; you can pay it now.") },
  { "order.failed",
    N_ ("The platform could not deliver {count} of the order {order}. What failed is unsubscribed, and everything "
        "that was paid for it comes back.") },
  { "order.rejected", N_ ("The order {order} over {amount} was rejected: {reason}.") },
  { "password.link",
    N_ ("A new password was asked for {user}.\n\nSet it here: {secret}\nThe link is valid until {until}. "
        "If you did not ask for it, there is nothing to do.") },
  { "refund.approved", N_ ("The unsubscription {order} is approved; {amount} is being returned.") },
  { "refund.finished", N_ ("The unsubscription {order} is completed; {amount} was returned.") },
  { "refund.rejected", N_ ("The unsubscription {order} over {amount} was rejected: {reason}. The resources stay.") },
  { NULL, NULL },
};

static const TenureWording SUBJECTS[] = {
  { "application.activate", N_ ("Set the password of your account") },
  { "application.approved", N_ ("Application approved") },
  { "application.rejected", N_ ("Application rejected") },
  { "arrears.begun", N_ ("Arrears") },
  { "arrears.frozen", N_ ("Pay-per-use resources are stopped") },
  { "arrears.released", N_ ("Pay-per-use resources were released") },
  { "auto-renewal.failed", N_ ("Automatic renewal failed") },
  { "code.register", N_ ("Verification code") },
  { "code.reset", N_ ("Verification code") },
  { "order.approved", N_ ("Order approved") },
  { "order.failed", N_ ("Items could not be delivered") },
  { "order.rejected", N_ ("Order rejected") },
  { "password.link", N_ ("Set a new password") },
  { "refund.approved", N_ ("Unsubscription approved") },
  { "refund.finished", N_ ("Unsubscription completed") },
  { "refund.rejected", N_ ("Unsubscription rejected") },
  { NULL, NULL },
};

/* --- What is in it ----------------------------------------------------------------------------------------------- */

static char *
argument (const TenureMessage *message, const char *name)
{
  g_autoptr (TenureJson) json = tenure_json_parse (message->arguments, -1, 0, NULL);
  TenureJson *value = json ? tenure_json_get (json, name) : NULL;

  return value && tenure_json_type (value) == TENURE_JSON_STRING ? g_strdup (tenure_json_text (value)) : NULL;
}

char *
tenure_message_link (const TenureMessage *message)
{
  g_autofree char *link = argument (message, "link");

  return link && message->secret ? g_strdup_printf ("%s%s#%s", TENURE_LINK_ADDRESS, link, message->secret) : NULL;
}

const char *
tenure_message_code (const TenureMessage *message)
{
  return g_str_has_prefix (message->template, "code.") ? message->secret : NULL;
}

/* The secret part of the text: code, link, or that it is there no more. */
static char *
word_secret (const TenureMessage *message)
{
  char *link = tenure_message_link (message);

  if (link)
    return link;
  return g_strdup (message->secret ? message->secret : _ ("(used or expired)"));
}

static char *
word_refusal (const char *text)
{
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, NULL);
  g_autoptr (TenureRefusal) refusal = json ? tenure_value_to_refusal (json, NULL) : NULL;

  return refusal ? tenure_word_refusal (refusal) : g_strdup (text);
}

/* How many of what the message is about. */
static char *
word_counted (const char *template, const char *text)
{
  guint n = (guint)g_ascii_strtoull (text, NULL, 10);

  if (g_str_has_prefix (template, "arrears."))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pay-per-use resource", "%u pay-per-use resources", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n), n);
}

static char *
word_argument (const char *template, const char *name, const char *text)
{
  TenureMoney money;

  if (g_str_equal (name, "count"))
    return word_counted (template, text);

  if (g_str_equal (name, "amount") && tenure_money_parse_wire (text, &money, NULL))
    return tenure_word_money (money);
  return g_str_equal (name, "refusal") ? word_refusal (text) : g_strdup (text);
}

static guint
read_operands (const TenureMessage *message, TenureOperand operands[MOST_ARGUMENTS], GPtrArray *texts)
{
  g_autoptr (TenureJson) json = tenure_json_parse (message->arguments, -1, 0, NULL);
  guint n = 0;

  for (; json && n < tenure_json_length (json) && n + 1 < MOST_ARGUMENTS; n++)
    {
      const char *name = g_intern_string (tenure_json_name_at (json, n));

      g_ptr_array_add (texts, word_argument (message->template, name, tenure_json_text (tenure_json_at (json, n))));
      operands[n] = (TenureOperand){ name, TENURE_OPERAND_TEXT, 0, 0, texts->pdata[n] };
    }
  g_ptr_array_add (texts, word_secret (message));
  operands[n] = (TenureOperand){ "secret", TENURE_OPERAND_TEXT, 0, 0, texts->pdata[n] };
  return n + 1;
}

static char *
word_text (const TenureMessage *message)
{
  const char *template = tenure_wording_find (TENURE_MESSAGE_WORDING, message->template);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  TenureOperand operands[MOST_ARGUMENTS];
  guint n = read_operands (message, operands, texts);

  return template ? tenure_wording_fill (template, operands, n, NULL) : g_strdup (message->template);
}

/* --- The whole --------------------------------------------------------------------------------------------------- */

char *
tenure_word_message_subject (const TenureMessage *message)
{
  const char *subject = tenure_wording_find (SUBJECTS, message->template);

  return g_strdup (subject ? subject : message->template);
}

char *
tenure_word_message_body (const TenureMessage *message)
{
  g_autofree char *text = word_text (message);

  if (message->sms)
    return g_strdup_printf (_ ("[Public service cloud] %s"), text);
  return g_strdup_printf (_ ("Dear user,\n\n%s\n\nQuestions are answered by your administrator at %s.\n"
                             "This mail was made automatically; please do not reply to it.\n\n"
                             "Official site: %s\nService hotline: %s"),
                          text, CONTACT, SITE, HOTLINE);
}
