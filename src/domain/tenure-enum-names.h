/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Defines what TENURE_DECLARE_ENUM_NAMES declares, from a table of values and names. */
#pragma once

#include "tenure-enums.h"

G_BEGIN_DECLS

typedef struct
{
  int value;
  const char *name;
} TenureEnumName;

/** NULL, and a critical warning, when the table lacks @value. */
const char *tenure_enum_name (const TenureEnumName *table, gsize n, int value);
gboolean tenure_enum_from_name (const TenureEnumName *table, gsize n, const char *name, int *value);

#define TENURE_DEFINE_ENUM_NAMES(Type, type, ...)                                                                      \
  static const TenureEnumName type##_names[] = { __VA_ARGS__ };                                                        \
  const char *tenure_##type##_name (Type value)                                                                        \
  {                                                                                                                    \
    return tenure_enum_name (type##_names, G_N_ELEMENTS (type##_names), (int)value);                                   \
  }                                                                                                                    \
  gboolean tenure_##type##_from_name (const char *name, Type *value)                                                   \
  {                                                                                                                    \
    int found;                                                                                                         \
    if (!tenure_enum_from_name (type##_names, G_N_ELEMENTS (type##_names), name, &found))                              \
      return FALSE;                                                                                                    \
    *value = (Type)found;                                                                                              \
    return TRUE;                                                                                                       \
  }

G_END_DECLS
