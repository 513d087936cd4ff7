/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning and applying one command: the jobs that run on the store's threads. */
#pragma once

#include "tenure-plan.h"
#include "tenure-platform.h"
#include "tenure-world.h"

G_BEGIN_DECLS

typedef struct _TenureProof TenureProof;

/** One command to be planned or applied. The first part is given, the second is the answer. */
typedef struct
{
  TenureStage stage;
  const char *profile;
  TenureCommand *command;
  TenurePlan *plan; /* to be applied */
  GBytes *secret;   /* passwords, codes, links, a line each: never stored; or NULL */
  TenureTime now;
  TenureProgress report; /* on the job's thread; or NULL */
  gpointer report_data;

  gboolean follow;       /* acts for whoever is signed in, instead of the stage's account */
  char *account, *actor; /* who that is */
  TenureProof *proof;    /* what was found out about the secret, outside of the transaction */
  char *subject;         /* account that it concerns: the stage's, or by what the command names */
  TenurePlan *fresh;
  TenureOutcome *outcome;
} TenureRequest;

void tenure_request_clear (TenureRequest *self);
/** A read job (TenureJob): fills in @fresh. Writes nothing. */
gboolean tenure_request_plan (TenureConnection *connection, gpointer request, GCancellable *cancellable,
                              GError **error);
/** A write job (TenureJob): fills in @outcome. What is stale, refused or repeated writes nothing, but that a wrong
 * password or code is counted. */
gboolean tenure_request_apply (TenureConnection *connection, gpointer request, GCancellable *cancellable,
                               GError **error);

G_END_DECLS
