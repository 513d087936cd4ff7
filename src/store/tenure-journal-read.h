/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the journal, for people and programs. Inside jobs. */
#pragma once

#include "tenure-store.h"

G_BEGIN_DECLS

/** One event as it stands in the journal. */
typedef struct
{
  gint64 id, at;
  char *actor, *account, *kind, *subject, *body, *hash; /* account and subject may be NULL; body is canonical JSON */
  char *command; /* of a command's event: the command as canonical JSON, else NULL */
} TenureJournalEvent;

void tenure_journal_event_free (TenureJournalEvent *self);
/** The newest @limit events (0: all), oldest first, of TenureJournalEvent; of one @subject only unless that is NULL. */
GPtrArray *tenure_journal_read (TenureConnection *connection, const char *subject, guint limit, GError **error);

G_END_DECLS
