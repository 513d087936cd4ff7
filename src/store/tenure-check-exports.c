/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of exports: each will go, and says what its state needs. */
#include "tenure-check-private.h"

#include <glib/gi18n-lib.h>

const TenureCheckRule tenure_check_export_rules[] = {
  { "exports-expiry", N_ ("The export record “%s” goes at no time, or at another one than is planned."),
    "SELECT count (*) FROM export",
    "SELECT e.key, e.expiry FROM export e LEFT JOIN event v ON v.kind = 'export' AND v.subject = e.id "
    "WHERE v.due IS NOT e.expiry OR e.expiry <= e.requested" },
  { "exports-state", N_ ("The export record “%s” does not say what its state needs."), "SELECT count (*) FROM export",
    "SELECT key, state FROM export WHERE CASE state "
    "WHEN 'ready' THEN rows IS NULL OR left_out IS NULL OR path IS NULL OR finished IS NULL OR reason IS NOT NULL "
    "WHEN 'failed' THEN reason IS NULL OR finished IS NULL OR path IS NOT NULL "
    "ELSE path IS NOT NULL OR reason IS NOT NULL OR finished IS NOT NULL END OR NOT json_valid (question)" },
  { NULL },
};
