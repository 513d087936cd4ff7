/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories of the whole platform: files of sentences, one step a line, that are played on an engine with a moved clock.
 *   # Title, and what it is about
 *   given practice on 2024-01-10 10:30:00 with 1000.00
 *   given 200 evs disk for 1 month spec ssd disk_gib 100        disk-0001 …; “resources disk-*” are all that are there
 *   when order offer ecs spec s6.small.1 name web months 1
 *   then order last is unpaid
 * A `when` must succeed, unless the line after it says how it is refused. The story ends with a clean check.
 * Words that begin with $ stand for something: $code and $link-secret for the newest code and link that the outbox
 * still holds, $wrong-code for a code that it is not, $link for the newest link's public part, others for what the
 * story told to remember. The account "demo" acts, unless a `when` begins with "as".
 *   given huawei-accounts | voucher|flexi|card NAME AMOUNT … | discount-coupon|commercial|promotion NAME PERMYRIAD …
 *   when [as ACCOUNT|signed-in] KIND WORDS… [with secret LINE…] | N times KIND … | remember NAME WORD | it is …
 *   then signed-in is … | application ACCOUNT is … | outbox keeps N secrets | coupon NAME has|locked|lost A … */
#pragma once

#include <setjmp.h>

#include "../platform/engine.h"

G_BEGIN_DECLS

/** One story being played. */
typedef struct
{
  const char *path;
  guint line;
  Engine *engine;         /* NULL until it is given */
  TenureOutcome *outcome; /* of the last command, or NULL */
  GError *error;          /* why the last command could not be planned or applied, or NULL */
  jmp_buf *end;           /* where a failed story stops: the next one is played all the same */
  gboolean pending;       /* the outcome's refusal was not spoken of yet */
  GBytes *secret;         /* of the command that is being run, or NULL */
  GHashTable *remembered; /* what $NAME stands for */
} Story;

/** Plays the story in the file; fails the test naming file and line. */
void story_play (const char *path);
/** Fails the test with the place and the words, and ends the story. */
void story_fail (const Story *self, const char *format, ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;

/* One sentence each, without its first word; FALSE when the words are not understood. */
gboolean story_given (Story *self, char **words);
gboolean story_when (Story *self, char **words);
gboolean story_then (Story *self, char **words);
/** Fails when the last command was refused and nobody spoke of it. */
void story_expect_done (Story *self);
/** A command of @kind with parameters in words ("resources web,db months 1 pay"), planned and applied. */
void story_do (Story *self, TenureCommandKind kind, char **words);

/** What the word stands for; free with g_free. */
char *story_word (Story *self, const char *word);
/** "last", "first", "3" (by the time they were made), or an order's number; free with g_free. */
char *story_order (Story *self, const char *word);
/** A resource's key by its name (the newest of that name) or key; free with g_free. */
char *story_resource (Story *self, const char *word);
TenureMoney story_money (const Story *self, const char *word);
TenureTime story_time (const Story *self, const char *text, int default_second);
guint story_count (const Story *self, const char *word);

G_END_DECLS
