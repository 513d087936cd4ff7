/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-error.h"

#include <errno.h>

G_DEFINE_QUARK (tenure_input_error_quark, tenure_input_error)
G_DEFINE_QUARK (tenure_rule_error_quark, tenure_rule_error)
G_DEFINE_QUARK (tenure_system_error_quark, tenure_system_error)

int
tenure_error_exit_status (const GError *error)
{
  if (error->domain == TENURE_RULE_ERROR)
    return 1;
  if (error->domain == TENURE_INPUT_ERROR)
    return 2;
  return 3;
}

TenureSystemError
tenure_system_error_from_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case EAGAIN:
    case EBUSY:
    case ETXTBSY:
      return TENURE_SYSTEM_ERROR_BUSY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return TENURE_SYSTEM_ERROR_NO_SPACE;
    case EACCES:
    case EPERM:
      return TENURE_SYSTEM_ERROR_DENIED;
    case EROFS:
      return TENURE_SYSTEM_ERROR_READ_ONLY;
    default:
      return TENURE_SYSTEM_ERROR_IO;
    }
}
