/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "story.h"

#include <stdarg.h>

void
story_fail (const Story *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s:%u: %s", self->path, self->line, text);
  g_test_fail ();
  longjmp (*self->end, 1);
}

/* --- Words ---------------------------------------------------------------------------------------------------------
 */

static char *
wrong_code (Story *self)
{
  char *code = story_word (self, "$code");

  code[0] = code[0] == '0' ? '1' : '0';
  return code;
}

char *
story_word (Story *self, const char *word)
{
  static const struct
  {
    const char *word, *sql;
  } questions[] = {
    { "$code", "SELECT secret FROM message WHERE kind = 'sms' AND secret IS NOT NULL ORDER BY id DESC LIMIT 1" },
    { "$link-secret",
      "SELECT secret FROM message WHERE kind = 'mail' AND secret IS NOT NULL ORDER BY id DESC LIMIT 1" },
    { "$link", "SELECT key FROM link ORDER BY id DESC LIMIT 1" },
  };
  char *value = NULL;

  if (word[0] != '$')
    return g_strdup (word);
  if (g_str_equal (word, "$wrong-code"))
    return wrong_code (self);
  for (guint i = 0; value == NULL && self->engine != NULL && i < G_N_ELEMENTS (questions); i++)
    if (g_str_equal (word, questions[i].word))
      value = engine_value (self->engine, questions[i].sql, NULL);
  if (value == NULL)
    value = g_strdup (g_hash_table_lookup (self->remembered, word + 1));
  if (value == NULL)
    story_fail (self, "“%s” stands for nothing", word);
  return value;
}

char *
story_order (Story *self, const char *word)
{
  static const char by_place[] = "SELECT key FROM \"order\" WHERE parent_id IS NULL ORDER BY id LIMIT 1 OFFSET ?1 - 1";
  char *key;

  if (g_str_equal (word, "last"))
    key =
        engine_value (self->engine, "SELECT key FROM \"order\" WHERE parent_id IS NULL ORDER BY id DESC LIMIT 1", NULL);
  else if (g_str_equal (word, "child"))
    key = engine_value (self->engine, "SELECT key FROM \"order\" WHERE parent_id IS NOT NULL ORDER BY id DESC LIMIT 1",
                        NULL);
  else if (g_str_equal (word, "first"))
    key = engine_value (self->engine, by_place, "1");
  else if (strlen (word) < 4)
    key = engine_value (self->engine, by_place, word);
  else
    key = g_strdup (word);
  if (key == NULL)
    story_fail (self, "there is no order “%s”", word);
  return key;
}

char *
story_resource (Story *self, const char *word)
{
  char *key = engine_value (self->engine, "SELECT key FROM resource WHERE name = ?1 ORDER BY id DESC LIMIT 1", word);

  return key != NULL ? key : g_strdup (word);
}

TenureMoney
story_money (const Story *self, const char *word)
{
  g_autoptr (GError) error = NULL;
  TenureMoney money;

  if (!tenure_money_parse (word, &money, &error))
    story_fail (self, "%s", error->message);
  return money;
}

TenureTime
story_time (const Story *self, const char *text, int default_second)
{
  g_autoptr (GError) error = NULL;
  TenureTime time;

  if (!tenure_time_parse (text, default_second, &time, &error))
    story_fail (self, "%s", error->message);
  return time;
}

guint
story_count (const Story *self, const char *word)
{
  guint64 count;

  if (!g_ascii_string_to_unsigned (word, 10, 0, G_MAXUINT32, &count, NULL))
    story_fail (self, "“%s” is no number", word);
  return (guint)count;
}

/* --- Lines ---------------------------------------------------------------------------------------------------------
 */

static const struct
{
  const char *word;
  gboolean (*play) (Story *self, char **words);
} sentences[] = {
  { "given", story_given },
  { "when", story_when },
  { "then", story_then },
};

static void
play_line (Story *self, const char *line)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_shell_parse_argv (line, NULL, &words, &error))
    story_fail (self, "%s", error->message);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = story_word (self, words[i]);
      g_free (words[i]);
      words[i] = word;
    }
  if (!g_str_equal (words[0], "then"))
    story_expect_done (self);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (words[0], sentences[i].word) && sentences[i].play (self, words + 1))
      return;
  story_fail (self, "this is not understood: %s", line);
}

static void
clear (Story *self)
{
  g_clear_pointer (&self->outcome, tenure_outcome_unref);
  g_clear_error (&self->error);
  g_clear_pointer (&self->secret, g_bytes_unref);
  g_clear_pointer (&self->remembered, g_hash_table_unref);
  g_clear_pointer (&self->engine, engine_free);
}

static void
play_lines (Story *self, char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      self->line = i + 1;
      g_strstrip (lines[i]);
      if (lines[i][0] != '\0' && lines[i][0] != '#')
        play_line (self, lines[i]);
    }
  if (self->engine == NULL)
    story_fail (self, "the story gives no platform to play on");
  story_expect_done (self);
  engine_check (self->engine);
}

void
story_play (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  jmp_buf end;
  Story *self = g_new0 (Story, 1);

  self->path = path;
  self->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->end = &end;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  if (setjmp (end) == 0)
    play_lines (self, lines);
  clear (self);
  g_free (self);
}
