/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-columns.h"

#include <glib/gi18n-lib.h>

#include "tenure-wording-names.h"

static char *
day_or_dash (TenureTime time)
{
  return time == TENURE_TIME_UNKNOWN ? g_strdup ("—") : tenure_word_day (time);
}

static char *
time_or_dash (TenureTime time)
{
  return time == TENURE_TIME_UNKNOWN ? g_strdup ("—") : tenure_word_time (time);
}

static TenureCatalogue *
catalogue (TenureSession *session)
{
  return tenure_platform_catalogue (tenure_session_platform (session));
}

/* Any list ------------------------------------------------------------------------------------------------------- */

static char *
key_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (record->key);
}

static char *
name_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (record->name && *record->name ? record->name : record->key);
}

static char *
product_text (const TenureRecord *record, TenureSession *session)
{
  return tenure_word_products (catalogue (session), record->product);
}

static char *
spec_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (record->spec);
}

static char *
region_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (tenure_word_region (catalogue (session), record->region));
}

/* Orders --------------------------------------------------------------------------------------------------------- */

static char *
composite_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (record->composite ? _ ("Composite order") : "");
}

static char *
type_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (tenure_word_order_type (record->type));
}

static char *
source_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (tenure_word_order_source (record->source));
}

static char *
status_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (tenure_word_order_status (record->status));
}

static const char *
status_tone (const TenureRecord *record, TenureSession *session)
{
  switch ((TenureOrderStatus)record->status)
    {
    case TENURE_ORDER_UNPAID:
      return "warning";
    case TENURE_ORDER_COMPLETED:
      return "success";
    case TENURE_ORDER_CANCELLED:
      return "dim-label";
    default:
      return "accent";
    }
}

static char *
created_text (const TenureRecord *record, TenureSession *session)
{
  return time_or_dash (record->created);
}

static char *
finished_text (const TenureRecord *record, TenureSession *session)
{
  return time_or_dash (record->finished);
}

static char *
deadline_text (const TenureRecord *record, TenureSession *session)
{
  return time_or_dash (record->deadline);
}

static char *
deadline_left (const TenureRecord *record, TenureSession *session)
{
  if (record->deadline == TENURE_TIME_UNKNOWN)
    return g_strdup ("");
  return tenure_word_days_left (record->deadline, tenure_session_now (session));
}

static char *
amount_text (const TenureRecord *record, TenureSession *session)
{
  return tenure_word_money (record->amount);
}

static char *
due_text (const TenureRecord *record, TenureSession *session)
{
  return tenure_word_money (record->due);
}

/* Resources ------------------------------------------------------------------------------------------------------ */

static char *
life_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (record->life < 0 ? "" : tenure_word_life (record->life));
}

static char *
freeze_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (record->freeze > TENURE_FREEZE_NONE ? tenure_word_freeze (record->freeze) : "");
}

static const char *
life_tone (const TenureRecord *record, TenureSession *session)
{
  switch (record->life)
    {
    case TENURE_LIFE_IN_USE:
      return "success";
    case TENURE_LIFE_EXPIRED:
      return "warning";
    case TENURE_LIFE_FROZEN:
      return "error";
    default:
      return "dim-label";
    }
}

static char *
expiry_text (const TenureRecord *record, TenureSession *session)
{
  return day_or_dash (record->expiry);
}

static char *
expiry_left (const TenureRecord *record, TenureSession *session)
{
  if (record->expiry == TENURE_TIME_UNKNOWN)
    return g_strdup ("");
  return tenure_word_days_left (record->expiry, tenure_session_now (session));
}

static const char *
expiry_tone (const TenureRecord *record, TenureSession *session)
{
  TenureTime left = record->expiry == TENURE_TIME_UNKNOWN ? G_MAXINT64 : record->expiry - tenure_session_now (session);

  return left < 0 ? "error" : left < 30 * TENURE_DAY_SECONDS ? "warning" : NULL;
}

static char *
open_order_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (record->open_order ? record->open_order : "");
}

static char *
mode_text (const TenureRecord *record, TenureSession *session)
{
  return g_strdup (record->mode < 0 ? "" : tenure_word_mode (record->mode));
}

static char *
period_text (const TenureRecord *record, TenureSession *session)
{
  return record->auto_months > 0 ? tenure_word_duration (record->auto_months) : g_strdup ("");
}

static char *
times_text (const TenureRecord *record, TenureSession *session)
{
  g_autofree char *times = tenure_word_times (record->auto_left < 0 ? 0 : record->auto_left);

  return g_strdup_printf (_ ("Times left: %s"), times);
}

static char *
deduction_text (const TenureRecord *record, TenureSession *session)
{
  return time_or_dash (record->next_deduction);
}

static char *
start_text (const TenureRecord *record, TenureSession *session)
{
  return time_or_dash (record->start);
}

static char *
parts_text (const TenureRecord *record, TenureSession *session)
{
  if (record->n_parts == 0)
    return g_strdup ("—");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part", "%u parts", record->n_parts), record->n_parts);
}

static char *
periods_text (const TenureRecord *record, TenureSession *session)
{
  if (record->n_periods == 0)
    return g_strdup ("");
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u renewal not started", "%u renewals not started", record->n_periods),
      record->n_periods);
}

static char *
five_day_text (const TenureRecord *record, TenureSession *session)
{
  const TenurePolicy *policy = tenure_platform_policy (tenure_session_platform (session));

  return tenure_word_time (record->start + policy->five_day_hours * TENURE_HOUR_SECONDS);
}

#define NAME_AND_ID                                                                                                    \
  {                                                                                                                    \
    N_ ("Name and ID"), 0, TENURE_SORT_NAME, FALSE, name_text, key_text, NULL                                          \
  }
#define PRODUCT_AND_SPEC                                                                                               \
  {                                                                                                                    \
    N_ ("Product and Specification"), 190, TENURE_SORT_PRODUCT, FALSE, product_text, spec_text, NULL                   \
  }
#define REGION                                                                                                         \
  {                                                                                                                    \
    N_ ("Region"), 130, TENURE_SORT_REGION, FALSE, region_text, NULL, NULL                                             \
  }
#define LIFE                                                                                                           \
  {                                                                                                                    \
    N_ ("Status"), 100, TENURE_N_SORTS, FALSE, life_text, freeze_text, life_tone                                       \
  }
#define EXPIRY                                                                                                         \
  {                                                                                                                    \
    N_ ("Expiry"), 130, TENURE_SORT_EXPIRY, FALSE, expiry_text, expiry_left, expiry_tone                               \
  }
#define OPEN_ORDER                                                                                                     \
  {                                                                                                                    \
    N_ ("Unpaid Order"), 170, TENURE_N_SORTS, FALSE, open_order_text, NULL, NULL                                       \
  }
#define END                                                                                                            \
  {                                                                                                                    \
    NULL                                                                                                               \
  }

static const TenureColumn order_columns[] = {
  { N_ ("Order Number"), 0, TENURE_SORT_KEY, FALSE, key_text, composite_text, NULL },
  { N_ ("Product Type"), 160, TENURE_SORT_PRODUCT, FALSE, product_text, NULL, NULL },
  { N_ ("Type"), 110, TENURE_N_SORTS, FALSE, type_text, source_text, NULL },
  { N_ ("Status"), 90, TENURE_SORT_STATUS, FALSE, status_text, NULL, status_tone },
  { N_ ("Created"), 140, TENURE_SORT_CREATED, FALSE, created_text, NULL, NULL },
  { N_ ("Finished"), 140, TENURE_N_SORTS, FALSE, finished_text, NULL, NULL },
  { N_ ("Order Amount"), 120, TENURE_SORT_AMOUNT, TRUE, amount_text, NULL, NULL },
  { N_ ("Amount Due"), 120, TENURE_N_SORTS, TRUE, due_text, NULL, NULL },
  END,
};

static const TenureColumn unpaid_columns[] = {
  { N_ ("Order Number"), 0, TENURE_SORT_KEY, FALSE, key_text, composite_text, NULL },
  { N_ ("Product Type"), 160, TENURE_SORT_PRODUCT, FALSE, product_text, NULL, NULL },
  { N_ ("Type"), 110, TENURE_N_SORTS, FALSE, type_text, source_text, NULL },
  { N_ ("Status"), 90, TENURE_SORT_STATUS, FALSE, status_text, NULL, status_tone },
  { N_ ("Created"), 140, TENURE_SORT_CREATED, FALSE, created_text, NULL, NULL },
  { N_ ("Deadline"), 150, TENURE_N_SORTS, FALSE, deadline_text, deadline_left, NULL },
  { N_ ("Amount Due"), 120, TENURE_SORT_AMOUNT, TRUE, due_text, NULL, NULL },
  END,
};

static const TenureColumn renewal_columns[] = { NAME_AND_ID, PRODUCT_AND_SPEC, REGION, LIFE, EXPIRY, OPEN_ORDER, END };

static const TenureColumn auto_columns[] = {
  NAME_AND_ID,
  PRODUCT_AND_SPEC,
  REGION,
  LIFE,
  EXPIRY,
  { N_ ("Renews For"), 120, TENURE_N_SORTS, FALSE, period_text, times_text, NULL },
  { N_ ("Next Deduction"), 140, TENURE_N_SORTS, FALSE, deduction_text, NULL, NULL },
  OPEN_ORDER,
  END,
};

static const TenureColumn unsubscribe_columns[] = {
  NAME_AND_ID,
  PRODUCT_AND_SPEC,
  REGION,
  LIFE,
  { N_ ("Goes Along"), 150, TENURE_N_SORTS, FALSE, parts_text, periods_text, NULL },
  EXPIRY,
  END,
};

static const TenureColumn five_day_columns[] = {
  NAME_AND_ID,
  PRODUCT_AND_SPEC,
  REGION,
  { N_ ("Started"), 140, TENURE_SORT_CREATED, FALSE, start_text, NULL, NULL },
  { N_ ("Full Refund Until"), 150, TENURE_N_SORTS, FALSE, five_day_text, NULL, NULL },
  EXPIRY,
  END,
};

static const TenureColumn period_columns[] = {
  NAME_AND_ID, PRODUCT_AND_SPEC,
  REGION,      { N_ ("Renewal Periods"), 170, TENURE_N_SORTS, FALSE, periods_text, NULL, NULL },
  EXPIRY,      END,
};

static const TenureColumn service_columns[] = {
  NAME_AND_ID, { N_ ("Specification"), 170, TENURE_N_SORTS, FALSE, spec_text, NULL, NULL }, REGION,
  LIFE,        { N_ ("Renewal"), 120, TENURE_N_SORTS, FALSE, mode_text, NULL, NULL },       EXPIRY,
  END,
};

const TenureColumn *
tenure_columns_for (TenureList list, int mode)
{
  switch (list)
    {
    case TENURE_LIST_ORDERS:
      return order_columns;
    case TENURE_LIST_UNPAID:
      return unpaid_columns;
    case TENURE_LIST_RENEWALS:
      return mode == TENURE_MODE_AUTO ? auto_columns : renewal_columns;
    case TENURE_LIST_UNSUBSCRIBE:
      return unsubscribe_columns;
    case TENURE_LIST_FIVE_DAY:
      return five_day_columns;
    case TENURE_LIST_PERIODS:
      return period_columns;
    default:
      return service_columns;
    }
}

const TenureColumn *
tenure_columns_for_service (void)
{
  return service_columns;
}

char *
tenure_columns_row_name (const TenureColumn *columns, const TenureRecord *record, TenureSession *session)
{
  GString *name = g_string_new (NULL);

  for (const TenureColumn *column = columns; column->title; column++)
    if (column == columns || column->tone || column->sort == TENURE_SORT_CREATED)
      {
        g_autofree char *text = column->text (record, session);

        g_string_append_printf (name, "%s%s", name->len ? ", " : "", text ? text : "");
      }
  return g_string_free (name, FALSE);
}
