/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wording-activity.h"

#include <glib/gi18n-lib.h>

#include "tenure-json.h"
#include "tenure-wording-platform.h"

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

/** Money, moments and kinds in words; anything else as it stands. NULL: it says nothing to a person. */
static char *
word_member (const char *name, const TenureJson *value)
{
  const char *text = tenure_json_text (value);
  TenureCommandKind kind;
  TenureMoney money;
  gint64 time;

  if (g_str_equal (name, "due") && text && tenure_money_parse (text, &money, NULL))
    {
      g_autofree char *amount = tenure_word_money (money);

      return g_strdup_printf (_ ("amount due %s"), amount);
    }
  if (g_str_equal (name, "expiry") && tenure_json_int64 (value, &time))
    {
      g_autofree char *day = tenure_word_day (time);

      return g_strdup_printf (_ ("expiry %s"), day);
    }
  if (g_str_equal (name, "command") && text && tenure_command_kind_from_name (text, &kind))
    return g_strdup (tenure_word_command (kind));
  if ((g_str_equal (name, "effect") || g_str_equal (name, "state")) && text && word_step (text))
    return g_strdup (word_step (text));
  if (g_str_equal (name, "effect") || g_str_equal (name, "name") || g_str_equal (name, "reason") ||
      g_str_equal (name, "state") || g_str_equal (name, "order"))
    return text && *text ? g_strdup (text) : NULL;
  return NULL;
}

char *
tenure_word_event (const TenureJournalEvent *event)
{
  g_autofree char *kind = tenure_word_journal (event->kind);
  g_autoptr (TenureJson) body = event->body ? tenure_json_parse (event->body, -1, 0, NULL) : NULL;
  GString *text = g_string_new (kind);

  for (guint i = 0; body && tenure_json_type (body) == TENURE_JSON_OBJECT && i < tenure_json_length (body); i++)
    {
      g_autofree char *word = word_member (tenure_json_name_at (body, i), tenure_json_at (body, i));

      if (word)
        g_string_append_printf (text, " · %s", word);
    }
  return g_string_free (text, FALSE);
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
