/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of what is changed and attached to (变更). */
#include "tenure-writer.h"

gboolean
tenure_writer_resize (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE resource SET spec = ?2, amount = ?3 WHERE id = ?1", error,
                      TENURE_INT (tenure_writer_resource (self, effect->resource)), TENURE_TEXT (effect->word),
                      TENURE_INT (effect->value));
}

gboolean
tenure_writer_block_term (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self, "UPDATE term SET blocked = ?2 WHERE id = ?1", error, TENURE_INT (effect->id),
                      TENURE_TEXT (tenure_block_name ((TenureBlock)effect->value)));
}
