/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wording-activity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tenure-json.h"
#include "tenure-value-json.h"
#include "tenure-wording-command.h"
#include "tenure-wording-exports.h"
#include "tenure-wording-platform.h"
#include "tenure-wording-private.h"

/** What a step is about, and how far it is; NULL: none of those. */
static const char *
word_step (const char *text)
{
  static const struct
  {
    const char *key, *word;
  } WORDS[] = {
    { "pay", NC_ ("step", "payment") },
    { "renew", NC_ ("step", "renewal") },
    { "unsubscribe", NC_ ("step", "unsubscription") },
    { "unsubscribe-renewal", NC_ ("step", "unsubscription of a renewal") },
    { "intent", NC_ ("step", "begun") },
    { "sent", NC_ ("step", "sent") },
    { "done", NC_ ("step", "done") },
    { "refused", NC_ ("step", "refused") },
    { "unknown", NC_ ("step", "outcome unknown") },
    { "withdrawn", NC_ ("step", "taken back") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_equal (WORDS[i].key, text))
      return g_dpgettext2 (GETTEXT_PACKAGE, "step", WORDS[i].word);
  return NULL;
}

/** How far a clock was moved. */
static char *
word_span (gint64 seconds)
{
  int days = (int)(seconds / TENURE_DAY_SECONDS), hours = (int)(seconds / 3600);

  if (seconds % TENURE_DAY_SECONDS == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong)days), days);
  if (seconds % 3600 == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour", "%d hours", (gulong)hours), hours);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d second", "%d seconds", (gulong)seconds), (int)seconds);
}

static char *
word_number (const char *name, gint64 value)
{
  g_autofree char *time = NULL;

  if (g_str_equal (name, "seconds"))
    return word_span (value);
  if (g_str_equal (name, "rows"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d row", "%d rows", (gulong)value), (int)value);
  if (g_str_equal (name, "left-out"))
    return value > 0 ? tenure_word_left_out (value) : NULL;
  if (g_str_equal (name, "expiry"))
    {
      time = tenure_word_day (value);
      return g_strdup_printf (_ ("expiry %s"), time);
    }
  if (!g_str_equal (name, "until"))
    return NULL;
  time = tenure_word_time (value);
  return g_strdup_printf (_ ("until %s"), time);
}

/** NULL: it is no amount, or nothing. */
static char *
word_amount (const char *name, const char *text)
{
  g_autofree char *amount = NULL;
  TenureMoney money;

  if (!tenure_money_parse (text, &money, NULL))
    return NULL;
  amount = tenure_word_money (money);
  if (g_str_equal (name, "due"))
    return g_strdup_printf (_ ("amount due %s"), amount);
  return g_str_equal (name, "amount") && money != 0 ? g_steal_pointer (&amount) : NULL;
}

static int
position (const char *const *names, const char *text)
{
  for (int i = 0; names[i]; i++)
    if (g_str_equal (names[i], text))
      return i;
  return -1;
}

/** Of a refusal without its operands only what needs none can be said. */
static char *
word_rule (const char *rule)
{
  g_autoptr (TenureRefusal) refusal = tenure_refusal_new (rule, NULL);
  const char *template = tenure_wording_find (TENURE_REFUSAL_WORDING, rule);

  return template && !strchr (template, '{') ? tenure_word_refusal (refusal) : NULL;
}

/** Names of kinds in words; anything else as it stands. NULL: it says nothing to a person. */
static char *
word_text (const TenureJournalEvent *event, const char *name, const char *text)
{
  static const char *const PLAIN[] = { "effect", "name", "state", "order", "path", "reason", NULL };

  if (!*text)
    return NULL;
  if (g_str_equal (name, "reason") && g_str_has_prefix (event->kind, "export."))
    return g_strdup (tenure_word_export_reason (text));
  if ((g_str_equal (name, "effect") || g_str_equal (name, "state")) && word_step (text))
    return g_strdup (word_step (text));
  if (g_str_equal (name, "freeze") || g_str_equal (name, "mark"))
    return tenure_word_value (text);
  if (g_str_equal (name, "before"))
    return g_strdup_printf (_ ("before: %s"), text);
  if (g_str_equal (name, "level"))
    return g_strdup_printf (_ ("%s: %s"), _ ("Customer level"), text);
  if (g_str_equal (name, "what"))
    return g_strdup (tenure_word_export (position (TENURE_EXPORTS, text)));
  if (g_str_equal (name, "format"))
    return g_strdup (tenure_word_export_format (position (TENURE_EXPORT_FORMATS, text)));
  if (g_str_equal (name, "encoding"))
    return g_strdup (tenure_word_export_encoding (position (TENURE_EXPORT_ENCODINGS, text)));
  if (g_str_equal (name, "rule"))
    return word_rule (text);
  return g_strv_contains (PLAIN, name) ? g_strdup (text) : word_amount (name, text);
}

/** What the command was asked for; of one that a newer program wrote its kind. */
static char *
word_command (const TenureJournalEvent *event, const char *name)
{
  g_autoptr (TenureJson) json = event->command ? tenure_json_parse (event->command, -1, 0, NULL) : NULL;
  g_autoptr (TenureCommand) command = json ? tenure_command_from_json (json, NULL) : NULL;
  g_autofree char *details = command ? tenure_word_command_details (command) : NULL;
  TenureCommandKind kind;

  if (!tenure_command_kind_from_name (name, &kind))
    return NULL;
  if (!details || !*details)
    return g_strdup (tenure_word_command (kind));
  return g_strdup_printf ("%s · %s", tenure_word_command_done (command), details);
}

static char *
word_member (const TenureJournalEvent *event, const char *name, TenureJson *value)
{
  const char *text = tenure_json_text (value);
  g_autoptr (TenureRefusal) refusal = NULL;
  gint64 number;

  if (g_str_equal (name, "refusal") && (refusal = tenure_value_to_refusal (value, NULL)))
    return tenure_word_refusal (refusal);
  if (text && tenure_json_type (value) == TENURE_JSON_STRING)
    return g_str_equal (name, "command") ? word_command (event, text) : word_text (event, name, text);
  return tenure_json_int64 (value, &number) ? word_number (name, number) : NULL;
}

char *
tenure_word_event_details (const TenureJournalEvent *event)
{
  g_autoptr (TenureJson) body = event->body ? tenure_json_parse (event->body, -1, 0, NULL) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; body && tenure_json_type (body) == TENURE_JSON_OBJECT && i < tenure_json_length (body); i++)
    {
      const char *name = tenure_json_name_at (body, i);
      gboolean told = g_str_equal (name, "rule") && tenure_json_get (body, "refusal"); /* with its operands */
      g_autofree char *word = told ? NULL : word_member (event, name, tenure_json_at (body, i));

      if (word)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", word);
    }
  return g_string_free (text, FALSE);
}

char *
tenure_word_event (const TenureJournalEvent *event)
{
  g_autofree char *kind = tenure_word_journal (event->kind), *details = tenure_word_event_details (event);

  return *details ? g_strdup_printf ("%s · %s", kind, details) : g_steal_pointer (&kind);
}

char *
tenure_word_actor (const char *actor)
{
  TenureRole role;

  if (g_strcmp0 (actor, "system") == 0)
    return g_strdup (_ ("the system"));
  if (actor && tenure_role_from_name (actor, &role))
    return g_strdup (tenure_word_role (role));
  return g_strdup (actor);
}

char *
tenure_word_event_actor (const TenureJournalEvent *event)
{
  return tenure_word_actor (event->actor);
}
