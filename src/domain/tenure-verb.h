/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tenure-enums.h"

G_BEGIN_DECLS

/** What happens to an item */
typedef enum
{
  TENURE_VERB_SET,         /* a setting or a mode changes "set" */
  TENURE_VERB_DEPOSIT,     /* money comes in "deposit" */
  TENURE_VERB_ORDER,       /* will exist once paid and delivered "order" */
  TENURE_VERB_PAY,         /* an order is paid "pay" */
  TENURE_VERB_CANCEL,      /* an order is cancelled "cancel" */
  TENURE_VERB_RENEW,       /* lives longer "renew" */
  TENURE_VERB_UNSUBSCRIBE, /* is deleted, money comes back "unsubscribe" */
  TENURE_VERB_GIVE_BACK,   /* an unstarted renewal period is given back "give-back" */
  TENURE_VERB_RELEASE,     /* is deleted for good, nothing comes back "release" */
  TENURE_VERB_CHANGE,      /* becomes another size or flavour "change" */
  TENURE_VERB_CONVERT,     /* is charged another way "convert" */
  TENURE_VERB_SEND,        /* a code, a link, a mail is sent "send" */
  TENURE_VERB_REGISTER,    /* an application is handed in "register" */
  TENURE_VERB_APPROVE,     /* "approve" */
  TENURE_VERB_REJECT,      /* "reject" */
  TENURE_VERB_CONFIRM,     /* 待确认 → 待支付 "confirm" */
  TENURE_VERB_GRANT,       /* an instrument or a discount comes in "grant" */
  TENURE_VERB_FREEZE,      /* is frozen or no longer "freeze" */
  TENURE_VERB_SIGN,        /* somebody signs in or out "sign" */
  TENURE_VERB_EXPORT,      /* a file is made "export" */
} TenureVerb;
#define TENURE_N_VERBS (TENURE_VERB_EXPORT + 1)

TENURE_DECLARE_ENUM_NAMES (TenureVerb, verb)

G_END_DECLS
