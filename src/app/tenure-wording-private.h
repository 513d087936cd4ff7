/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables behind the wording: rule id → sentence with named operands, such as "{paid} × {used} ÷ {total}". */
#pragma once

#include "tenure-wording.h"

G_BEGIN_DECLS

/** In a template {NAME} is the operand of that name and {=} the result of a step; {=hours}, {=days}, {=rate} say
 * what the result counts. */
typedef struct
{
  const char *rule;
  const char *text; /* N_() */
} TenureWording;

/* Each ends with a row without a rule. */
extern const TenureWording TENURE_STEP_WORDING[];
extern const TenureWording TENURE_REFUSAL_WORDING[];
extern const TenureWording TENURE_JOURNAL_WORDING[];
extern const TenureWording TENURE_MESSAGE_WORDING[];
extern const TenureWording TENURE_RULE_SOURCE_WORDING[];
/* Ends with NULL. */
extern const char *const TENURE_SOURCE_WORDING[];

/** The template of @rule, translated; NULL when the table has none. */
const char *tenure_wording_find (const TenureWording *table, const char *rule);
/** @template with the operands in place; free with g_free. */
char *tenure_wording_fill (const char *template, const TenureOperand *operands, guint n, const TenureOperand *result);
/** A stored text in the language of the moment: @name ("status", "mode", "freeze", "choices", …) says what it is;
 * names and numbers stay as they are. Free with g_free. */
char *tenure_wording_text (const char *name, const char *text);
/** "frozen by the police", "not frozen": the end of "It is …"; translated static string. */
const char *tenure_word_frozen (TenureFreeze freeze);

G_END_DECLS
