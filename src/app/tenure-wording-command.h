/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command's parameters in words, for the journal. */
#pragma once

#include "tenure-command.h"

G_BEGIN_DECLS

/** What was asked for, field by field: "Resources: web, db · Duration: 1 month"; what was left out is not told. No
 * secret is ever a parameter. Free with g_free. */
char *tenure_word_command_details (const TenureCommand *command);
/** What a field of a command is called; NULL where it says nothing to a person. Translated static string. */
const char *tenure_word_field (const char *name);
/** What it does, told of one that was given: freezing and unfreezing are two things. Translated static string. */
const char *tenure_word_command_done (const TenureCommand *command);

G_END_DECLS
