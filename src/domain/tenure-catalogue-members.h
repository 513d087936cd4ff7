/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of the catalogue's objects as tables: what there is, what it is read into, and nothing besides. */
#pragma once

#include "tenure-error.h"
#include "tenure-json.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_MEMBER_TEXT,      /* const char *, interned, never empty */
  TENURE_MEMBER_UNIT,      /* const char *: "mbit" or "gib"; may be absent */
  TENURE_MEMBER_PRICE,     /* TenureMoney, not below zero; may be absent: not sold so */
  TENURE_MEMBER_SIZE,      /* gint64 above zero */
  TENURE_MEMBER_CAPACITY,  /* gint64 above zero; may be absent */
  TENURE_MEMBER_FLAG,      /* gboolean */
  TENURE_MEMBER_OPTION,    /* gboolean; may be absent: not so */
  TENURE_MEMBER_NOTE,      /* const char *, interned, never empty; may be absent */
  TENURE_MEMBER_DURATIONS, /* TenureDurations: "1-9m,1y", or "none" */
  TENURE_MEMBER_KEYS,      /* const char **: NULL-terminated, to be freed, of interned texts */
  TENURE_MEMBER_WORD,      /* a text read by the caller */
  TENURE_MEMBER_OBJECT,    /* read by the caller; may be absent */
  TENURE_MEMBER_LIST,      /* read by the caller; must be an array */
} TenureMemberType;

typedef struct
{
  const char *name;
  TenureMemberType type;
  gsize offset;
} TenureMember;

#define TENURE_MEMBER(Struct, member, TYPE)                                                                            \
  {                                                                                                                    \
#member, TENURE_MEMBER_##TYPE, G_STRUCT_OFFSET(Struct, member)                                                     \
  }

/** Reads all members of @members (ends with a NULL name) into @owner; others, and missing ones, are errors. */
gboolean tenure_members_read (const TenureMember *members, const TenureJson *json, const char *path, gpointer owner,
                              GError **error);
/** Sets an error that names @path and, if not NULL, @member; returns FALSE. @what is translated. */
gboolean tenure_member_fail (TenureInputError code, const char *path, const char *member, const char *what,
                             GError **error);

G_END_DECLS
