/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal in words. */
#pragma once

#include "tenure-journal-read.h"
#include "tenure-wording.h"

G_BEGIN_DECLS

/** What happened: "Order: Completed · amount due ¥62.00"; free with g_free. */
char *tenure_word_event (const TenureJournalEvent *event);
/** What belongs to it, field by field, empty when nothing does: "amount due ¥62.00"; free with g_free. */
char *tenure_word_event_details (const TenureJournalEvent *event);
/** An actor as it is kept: the system or a role in words, or the name of the account; free with g_free. */
char *tenure_word_actor (const char *actor);
/** Who did it: the system in words, or the name of the role or account; free with g_free. */
char *tenure_word_event_actor (const TenureJournalEvent *event);

G_END_DECLS
