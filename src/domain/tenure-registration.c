/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-registration.h"

#include <string.h>

#define LONGEST_EMAIL 255
#define LONGEST_LOCAL 64
#define PHONE_DIGITS 11
#define HOUR 3600

/* --- Who may apply ----------------------------------------------------------------------------------------------- */

static const char *
frozen_remedy (TenureFreeze freeze)
{
  switch (freeze)
    {
    case TENURE_FREEZE_ARREARS:
      return "apply.frozen-arrears";
    case TENURE_FREEZE_VIOLATION:
      return "apply.frozen-violation";
    case TENURE_FREEZE_POLICE:
      return "apply.frozen-police";
    case TENURE_FREEZE_NONE:
    default:
      return NULL;
    }
}

gboolean
tenure_eligibility (const TenureAccount *account, TenureCondition conditions[TENURE_N_CONDITIONS])
{
  const char *const remedies[TENURE_N_CONDITIONS] = {
    [TENURE_CONDITION_ENTERPRISE] = account->personal ? "apply.personal" : NULL,
    [TENURE_CONDITION_VERIFIED] = account->verified ? NULL : "apply.not-verified",
    [TENURE_CONDITION_UNLIMITED] = account->restricted ? "apply.restricted" : NULL,
    [TENURE_CONDITION_UNFROZEN] = frozen_remedy (account->freeze),
    [TENURE_CONDITION_FIRST] = account->opened != TENURE_TIME_UNKNOWN ? "apply.opened" : NULL,
  };
  gboolean all = TRUE;

  for (guint i = 0; i < TENURE_N_CONDITIONS; i++)
    {
      conditions[i] = (TenureCondition){ remedies[i] == NULL, remedies[i] };
      all = all && conditions[i].met;
    }
  return all;
}

void
tenure_application_free (TenureApplication *self)
{
  char *texts[] = { self->key,   self->account, self->unit,          self->applicant, self->phone, self->email,
                    self->needs, self->manager, self->manager_phone, self->user_name, self->reason };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (self);
}

char *
tenure_user_name (const char *account)
{
  return g_strconcat (account, ".govcloud", NULL);
}

/* --- Phones, e-mails, logins ------------------------------------------------------------------------------------- */

/* Full-width forms of ASCII, as an input method leaves them, become ASCII; blanks at both ends go. */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xff01 - '!';
      else if (c == 0x3000)
        c = ' ';
      g_string_append_unichar (folded, c);
    }
  return g_strstrip (g_string_free (folded, FALSE));
}

static char *
without_blanks (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ' && *p != '-')
      g_string_append_c (kept, *p);
  return g_string_free (kept, FALSE);
}

char *
tenure_phone_read (const char *text)
{
  g_autofree char *folded = text == NULL || !g_utf8_validate (text, -1, NULL) ? NULL : fold (text);
  g_autofree char *digits = folded == NULL ? NULL : without_blanks (folded);
  const char *phone = digits;

  if (phone == NULL)
    return NULL;
  if (g_str_has_prefix (phone, "+86"))
    phone += strlen ("+86");
  if (strlen (phone) != PHONE_DIGITS || phone[0] != '1' || strspn (phone, "0123456789") != PHONE_DIGITS)
    return NULL;
  return g_strdup (phone);
}

static gboolean
is_domain (const char *domain)
{
  if (strchr (domain, '.') == NULL || strstr (domain, "..") != NULL)
    return FALSE;
  if (domain[0] == '.' || domain[0] == '-' || g_str_has_suffix (domain, ".") || g_str_has_suffix (domain, "-"))
    return FALSE;
  return strspn (domain, "abcdefghijklmnopqrstuvwxyz0123456789.-") == strlen (domain);
}

static gboolean
is_local (const char *local, gsize length)
{
  if (length == 0 || length > LONGEST_LOCAL || local[0] == '.' || local[length - 1] == '.')
    return FALSE;
  return strspn (local, "abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-") >= length;
}

char *
tenure_email_read (const char *text)
{
  g_autofree char *folded = text == NULL || !g_utf8_validate (text, -1, NULL) ? NULL : fold (text);
  g_autofree char *email = folded == NULL ? NULL : g_ascii_strdown (folded, -1);
  const char *at = email == NULL ? NULL : strchr (email, '@');

  if (at == NULL || strlen (email) > LONGEST_EMAIL || !is_local (email, (gsize)(at - email)) || !is_domain (at + 1))
    return NULL;
  return g_steal_pointer (&email);
}

char *
tenure_login_read (const char *text)
{
  char *login = tenure_phone_read (text);

  if (login == NULL)
    login = tenure_email_read (text);
  return login != NULL || !g_utf8_validate (text, -1, NULL) ? login : fold (text);
}

/* --- Passwords --------------------------------------------------------------------------------------------------- */

static int
count_classes (const char *password)
{
  gboolean upper = FALSE, lower = FALSE, digit = FALSE, special = FALSE;

  for (const char *p = password; *p != '\0'; p++)
    {
      upper = upper || g_ascii_isupper (*p);
      lower = lower || g_ascii_islower (*p);
      digit = digit || g_ascii_isdigit (*p);
      special = special || !g_ascii_isalnum (*p);
    }
  return upper + lower + digit + special;
}

/* In either case, without a copy of the password. */
static gboolean
same_letters (const char *one, const char *other, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_tolower (one[i]) != g_ascii_tolower (other[i]))
      return FALSE;
  return TRUE;
}

static gboolean
holds (const char *password, const char *text)
{
  gsize length = text == NULL ? 0 : strlen (text), all = strlen (password);

  for (gsize i = 0; length > 0 && i + length <= all; i++)
    if (same_letters (password + i, text, length))
      return TRUE;
  return FALSE;
}

static gboolean
is_name (const char *password, const char *name)
{
  g_autofree char *reversed = name == NULL ? NULL : g_utf8_strreverse (name, -1);

  return name != NULL && strlen (password) == strlen (name) &&
         (same_letters (password, name, strlen (name)) || same_letters (password, reversed, strlen (name)));
}

gboolean
tenure_password_check (const char *password, const char *user_name, const char *phone, const char *email,
                       const TenurePolicy *policy, gboolean met[TENURE_N_PASSWORD_RULES])
{
  gboolean text = g_utf8_validate (password, -1, NULL), all = TRUE;
  glong length = text ? g_utf8_strlen (password, -1) : 0;

  met[TENURE_PASSWORD_LENGTH] = length >= policy->password_min && length <= policy->password_max;
  met[TENURE_PASSWORD_CLASSES] = count_classes (password) >= policy->password_classes;
  met[TENURE_PASSWORD_CONTACT] = !holds (password, phone) && !holds (password, email);
  met[TENURE_PASSWORD_NAME] = !is_name (password, user_name);
  for (guint i = 0; i < TENURE_N_PASSWORD_RULES; i++)
    all = all && met[i];
  return all;
}

TenureRefusal *
tenure_password_refusal (TenurePasswordRule rule, const TenurePolicy *policy)
{
  static const char *const rules[TENURE_N_PASSWORD_RULES] = { "password.length", "password.kinds", "password.contact",
                                                              "password.name" };
  TenureRefusal *refusal = tenure_refusal_new (rules[rule], "password");

  if (rule == TENURE_PASSWORD_LENGTH)
    tenure_refusal_count (tenure_refusal_count (refusal, "minimum", policy->password_min), "maximum",
                          policy->password_max);
  if (rule == TENURE_PASSWORD_CLASSES)
    tenure_refusal_count (refusal, "minimum", policy->password_classes);
  return refusal;
}

/* --- Codes and waiting ------------------------------------------------------------------------------------------- */

int
tenure_code_minutes (int asked, const TenurePolicy *policy)
{
  if (asked <= 0)
    return policy->code_minutes;
  return asked > policy->code_minutes_max ? policy->code_minutes_forced : asked;
}

TenureTime
tenure_code_next (int count, TenureTime oldest, TenureTime last, TenureTime now, const TenurePolicy *policy)
{
  TenureTime next = TENURE_TIME_UNKNOWN;

  if (count > 0)
    next = last + policy->code_resend_seconds;
  if (count >= policy->code_hourly)
    next = MAX (next, oldest + HOUR);
  return next > now ? next : TENURE_TIME_UNKNOWN;
}

TenureTime
tenure_sign_in_wait (int misses, TenureTime missed_at, const TenurePolicy *policy)
{
  gint64 wait = policy->sign_in_wait;

  if (misses < policy->sign_in_misses || missed_at == TENURE_TIME_UNKNOWN)
    return TENURE_TIME_UNKNOWN;
  for (int i = policy->sign_in_misses; i < misses && wait < policy->sign_in_wait_max; i++)
    wait *= 2;
  return missed_at + MIN (wait, policy->sign_in_wait_max);
}
