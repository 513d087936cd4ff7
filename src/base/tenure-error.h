/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors: three domains whose codes say what a caller can do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What was given is wrong; correcting it helps. The command line exits with 2. */
#define TENURE_INPUT_ERROR (tenure_input_error_quark ())
typedef enum
{
  TENURE_INPUT_ERROR_INVALID, /* it cannot be read as what it should be */
  TENURE_INPUT_ERROR_RANGE,   /* it can be read, and lies outside what is allowed */
  TENURE_INPUT_ERROR_MISSING, /* something required was not given */
  TENURE_INPUT_ERROR_UNKNOWN, /* it names something that does not exist */
} TenureInputError;

/** The platform's rules say no; another choice, or a fresh plan, helps. The command line exits with 1. */
#define TENURE_RULE_ERROR (tenure_rule_error_quark ())
typedef enum
{
  TENURE_RULE_ERROR_REFUSED, /* a published rule refuses it */
  TENURE_RULE_ERROR_STALE,   /* the plan no longer holds: look at the differences, plan again */
  TENURE_RULE_ERROR_UNKNOWN, /* it cannot be computed, because a figure is not known or not published */
} TenureRuleError;

/** The machine failed; the code says what to try. The command line exits with 3. */
#define TENURE_SYSTEM_ERROR (tenure_system_error_quark ())
typedef enum
{
  TENURE_SYSTEM_ERROR_BUSY,      /* another program works on it: wait, or close that one */
  TENURE_SYSTEM_ERROR_NO_SPACE,  /* make room, then try again */
  TENURE_SYSTEM_ERROR_DENIED,    /* permissions */
  TENURE_SYSTEM_ERROR_READ_ONLY, /* this copy or file may only be read */
  TENURE_SYSTEM_ERROR_NEWER,     /* written by a newer program: upgrade this one */
  TENURE_SYSTEM_ERROR_CORRUPT,   /* damaged: restore a backup */
  TENURE_SYSTEM_ERROR_IO,        /* reading or writing failed */
  TENURE_SYSTEM_ERROR_OVERFLOW,  /* a sum is larger than can be counted */
} TenureSystemError;

GQuark tenure_input_error_quark (void);
GQuark tenure_rule_error_quark (void);
GQuark tenure_system_error_quark (void);

/** The exit status of a program that ends with @error: 1 by a rule, 2 wrong use, 3 technical. */
int tenure_error_exit_status (const GError *error);

/** The system code for an errno value; @saved_errno is looked at before any library's own code. */
TenureSystemError tenure_system_error_from_errno (int saved_errno);

G_END_DECLS
