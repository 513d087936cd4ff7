/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Effects: what a decision wants written, as data. A reference to an order or resource is its id, or TENURE_MADE (n)
 * for the n-th one that the same decision makes; 0 is none. */
#pragma once

#include "tenure-journal.h"
#include "tenure-bill.h"
#include "tenure-json.h"
#include "tenure-records.h"
#include "tenure-registration.h"

G_BEGIN_DECLS

typedef gint64 TenureRef;
#define TENURE_MADE(n) (-1 - (gint64)(n))

/** What is written; in brackets the members that say how. */
typedef enum
{
  TENURE_EFFECT_MAKE_ORDER,    /* an order with its lines comes into being [record, other: its parent] */
  TENURE_EFFECT_PAY_ORDER,     /* amounts, channels, status, times of an order and its lines [record] */
  TENURE_EFFECT_SET_STATUS,    /* an order moves on [order, value, at: finished or unknown] */
  TENURE_EFFECT_POST,          /* a ledger entry [order, word: its kind, postings] */
  TENURE_EFFECT_MAKE_RESOURCE, /* a line becomes a resource [made, order, id: the line, or 0 and count: its place,
                                  other: its main resource] */
  TENURE_EFFECT_ADD_TERM,      /* a paid period [resource, order, term] */
  TENURE_EFFECT_REFUND_TERM,   /* it is given back [id: the term] */
  TENURE_EFFECT_FORFEIT,       /* what an expired instrument of a kind cannot take back [order, id: the line, count: the
                                  kind, value] */
  TENURE_EFFECT_SET_EXPIRY,    /* [resource, at: the expiry, value: the anchor] */
  TENURE_EFFECT_RESIZE,        /* another flavour, another size [resource, word: the spec, value: the amount] */
  TENURE_EFFECT_BLOCK_TERM,    /* an unstarted renewal cannot be given back alone [id: the term, value: TenureBlock] */
  TENURE_EFFECT_END_RESOURCE,  /* unsubscribed or released [resource, value] */
  TENURE_EFFECT_SET_MODE,      /* [resource, value, months, count: times left, at: since] */
  TENURE_EFFECT_HOLD,          /* an order holds a resource [resource, order] */
  TENURE_EFFECT_FREE,          /* an order holds its resources no longer [order] */
  TENURE_EFFECT_AWAIT,         /* an order's last moment to be paid [order, at, value: payable since or unknown] */
  TENURE_EFFECT_VERDICT,       /* why an order was rejected [order, text] */
  TENURE_EFFECT_MARK,          /* a mark of an order [order, value: TenureMark, count: on] */
  TENURE_EFFECT_LOCK,          /* an order holds an instrument [order, id, value: how much] */
  TENURE_EFFECT_UNLOCK,        /* an order holds no instruments, or nobody holds this one [order, or id] */
  TENURE_EFFECT_GRANT,         /* an instrument comes into being, and its end [coupon] */
  TENURE_EFFECT_DISCOUNT,      /* a discount comes into being [granted] */
  TENURE_EFFECT_END_COUPON,    /* it expired or was reclaimed [id, value: what is lost, count: reclaimed, at: expiry] */
  TENURE_EFFECT_ACTIVATE,      /* an instrument becomes usable [id] */
  TENURE_EFFECT_FREEZE,        /* of a resource, or the account [resource, value] */
  TENURE_EFFECT_OFFER,         /* withdrawn or sold again [text: its key, value] */
  TENURE_EFFECT_FREE_ALL,      /* … nor what is bound to them and has no line of its own [order] */
  TENURE_EFFECT_SETTING,       /* of the account [word: the column, value] */
  TENURE_EFFECT_QUOTA,         /* five-day units used [value: the year, count] */
  TENURE_EFFECT_COUPON,        /* what is left changes [id, value: by how much, other: order that uses it up] */
  TENURE_EFFECT_SCHEDULE,      /* a dated event is to come [word: its kind, at, order, resource or id; count: unless one
                                  of the kind is pending] */
  TENURE_EFFECT_UNSCHEDULE,    /* it is not [word: its kind or NULL for a resource's life, order or resource] */
  TENURE_EFFECT_OBLIGE,        /* a step that is done [word: the effect, text: its obligation, or order: pay/ORDER] */
  TENURE_EFFECT_WITHDRAW,      /* an obligation stands no longer [text] */
  TENURE_EFFECT_MESSAGE,       /* a mail or SMS goes out [word: its template, value: 1 SMS, text: address, body] */
  TENURE_EFFECT_MAKE_EXPORT,   /* a record of what is to be exported [body, at: its expiry] */
  TENURE_EFFECT_END_EXPORT,    /* it goes [id] */
  TENURE_EFFECT_RENAME,        /* the account's enterprise name [text] */
  TENURE_EFFECT_SEND_CODE,     /* a random code goes out [value: its purpose, text: phone or login, at: expiry] */
  TENURE_EFFECT_SEND_LINK,     /* a random link [value: its purpose, text: login or NULL, at: expiry] */
  TENURE_EFFECT_APPLICATION,   /* is handed in, for the first time or again [application] */
  TENURE_EFFECT_DECIDE_APPLICATION, /* [value: its state, text: the reason or NULL] */
  TENURE_EFFECT_PASSWORD,           /* the proven password is set [id: the link used, or 0: by a code] */
  TENURE_EFFECT_SIGN,               /* whom the password proved signs in, or whoever is in signs out [value] */
  TENURE_EFFECT_ERASE,              /* a code or link that has expired [word, id] */
  TENURE_EFFECT_METER,        /* is charged by the hour from now on [resource, at: charged until, value: of an hour] */
  TENURE_EFFECT_CHARGED,      /* up to a full hour [resource, at] */
  TENURE_EFFECT_PERIOD,       /* is charged by the period again [resource, at: the expiry, value: the anchor] */
  TENURE_EFFECT_CAPACITY,     /* a package holds more [resource, value] */
  TENURE_EFFECT_BILL,         /* a bill row, with the entry posted last [bill, order] */
  TENURE_EFFECT_ARREARS,      /* the account owes since [at, or unknown: no longer] */
  TENURE_EFFECT_ARREARS_MARK, /* a metered resource is frozen for arrears or no longer [resource, value] */
  TENURE_EFFECT_TELL_LINE,    /* will fail to be delivered [id: the line] */
  TENURE_EFFECT_FAIL_LINE,    /* could not be delivered [order, id: the line] */
  TENURE_EFFECT_NOTE,         /* a journal event that no order tells [word: its kind, text: its subject, body] */
} TenureEffectType;

/** One of them; members that its type does not name are 0. The pointers of the union and @text are owned. */
typedef struct
{
  TenureEffectType type;
  TenureRef order, resource, other;
  gint64 id;
  TenureTime at;
  gint64 value;
  int months, count;
  const char *word; /* static or interned */
  char *text;
  union
  {
    TenureOrder *record;
    TenureResource *made;
    TenureTerm *term;
    TenureCoupon *coupon;
    TenureDiscount *granted;
    GArray *postings; /* TenurePosting with interned ledgers */
    TenureBill *bill;
    TenureJson *body;
    TenureApplication *application;
  };
} TenureEffect;

void tenure_effect_free (TenureEffect *self);

G_END_DECLS
