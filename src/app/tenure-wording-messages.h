/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the outbox: a message is kept as template and arguments, and worded when it is looked at. */
#pragma once

#include "tenure-account-facts.h"

G_BEGIN_DECLS

/** What a link to set a password begins with; then its public part, "#" and its secret part. */
#define TENURE_LINK_ADDRESS "tenure://set-password/"

/** What it is about, in one line; free with g_free. */
char *tenure_word_message_subject (const TenureMessage *message);
/** All of it: an SMS is one paragraph, a mail has a greeting and whom to ask; free with g_free. A code or link that was
 * used or has expired is not there any more, and the text says so. */
char *tenure_word_message_body (const TenureMessage *message);
/** The whole link of a message that holds one still, or NULL; free with g_free. */
char *tenure_message_link (const TenureMessage *message);
/** The code of a message that holds one still, or NULL; borrowed. */
const char *tenure_message_code (const TenureMessage *message);

G_END_DECLS
