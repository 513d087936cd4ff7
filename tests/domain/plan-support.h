/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of plans share: a plan that is small and has a bit of everything, and its texts. */
#pragma once

#include "../tenure-test.h"
#include "tenure-error.h"
#include "tenure-plan.h"

#define ID "0e5fdb3c-8ea3-4c5e-9d2c-27d7d4a3b111"
#define OTHER_ID "0e5fdb3c-8ea3-4c5e-9d2c-27d7d4a3b112"
/* 2024-11-23 12:00:00 */
#define NOON G_GINT64_CONSTANT (1732334400)
#define YUAN(n) ((n)*TENURE_MONEY_ONE)

/** Renews ecs-1 and ecs-2. */
TenureCommand *plan_command (const char *id, int months);
/** Of that command for 12 months, without items. */
TenurePlan *plan_empty (void);
/** One item that goes ahead and costs, one that is refused, one that returns money; sealed. */
TenurePlan *plan_sample (void);
/** Adds an item; borrowed. */
TenurePlanItem *plan_add (TenurePlan *plan, TenureVerb verb, const char *key, TenureMoney total);
void plan_seal (TenurePlan *plan);
/** The canonical text of its file. */
char *plan_text (const TenurePlan *plan);
TenurePlan *plan_from_text (const char *text, GError **error);
/** `KEY/WHAT PLANNED>NOW;` of every difference. */
char *plan_differences (const TenurePlan *plan, const TenurePlan *fresh);
