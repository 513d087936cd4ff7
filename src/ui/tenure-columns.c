/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-columns.h"

#include <glib/gi18n-lib.h>

#include "tenure-lifecycle.h"
#include "tenure-outlook.h"
#include "tenure-wording-metering.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"

static char *
day_or_dash (TenureTime time)
{
  return time == TENURE_TIME_UNKNOWN ? g_strdup ("—") : tenure_word_day (time);
}

static char *
hour_or_blank (TenureTime time)
{
  g_autofree char *text = time == TENURE_TIME_UNKNOWN ? NULL : tenure_time_format (time);

  return g_strdup (text ? strchr (text, ' ') + 1 : "");
}

/* A moment in two lines: its day, and the hour below. */
#define DAY_AND_HOUR(name, time)                                                                                       \
  static char *name##_day (const TenureRecord *record, TenureSession *session) { return day_or_dash (time); }          \
  static char *name##_hour (const TenureRecord *record, TenureSession *session) { return hour_or_blank (time); }

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
  return tenure_word_sized_spec (catalogue (session), record->offer, record->spec, 0);
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

DAY_AND_HOUR (created, record->created)

DAY_AND_HOUR (finished, record->finished)

static char *
deadline_day (const TenureRecord *record, TenureSession *session)
{
  return day_or_dash (record->deadline);
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

static char *
due_word (const TenureRecord *record, TenureSession *session)
{
  g_autofree char *due = tenure_word_money (record->due);

  return g_strdup_printf (_ ("due %s"), due);
}

/* Resources ------------------------------------------------------------------------------------------------------ */

static char *
life_text (const TenureRecord *record, TenureSession *session)
{
  TenureResource resource = { .charging = record->charging, .start = record->start, .expiry = record->expiry };

  if (record->life < 0)
    return g_strdup ("");
  return g_strdup (tenure_word_resource_state (&resource, tenure_session_shown_life (session, record->life),
                                               tenure_session_now (session)));
}

/** Of a package; of anything else nothing is used. */
static TenureOutlook
outlook_of (const TenureRecord *record, TenureSession *session)
{
  TenureResource package = { .status = record->status,
                             .charging = record->charging,
                             .capacity = record->capacity,
                             .used = record->used,
                             .start = record->start,
                             .expiry = record->expiry };
  TenureOutlook outlook = { .runs_out = TENURE_TIME_UNKNOWN };

  if (record->charging == TENURE_CHARGING_PACKAGE)
    tenure_package_outlook (&package, tenure_session_now (session), &outlook);
  return outlook;
}

/** Marks of their own beside the state: a freeze, an order that waits for payment, a package that runs out. */
static char *
mark_text (const TenureRecord *record, TenureSession *session)
{
  TenureOutlook outlook = outlook_of (record, session);

  if (record->freeze > TENURE_FREEZE_NONE)
    return g_strdup (tenure_word_freeze (record->freeze));
  if (record->open_order)
    return g_strdup (_ ("Order pending"));
  return outlook.near == TENURE_NEAR_NOT ? g_strdup ("") : g_strdup_printf (_ ("%d%% left"), outlook.percent);
}

static const char *
life_tone (const TenureRecord *record, TenureSession *session)
{
  switch (record->life < 0 ? record->life : (int)tenure_session_shown_life (session, record->life))
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
mode_text (const TenureRecord *record, TenureSession *session)
{
  if (record->charging == TENURE_CHARGING_USE) /* has no term to renew */
    return g_strdup (tenure_word_charging (TENURE_CHARGING_USE));
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
  g_autofree char *times = tenure_word_times (record->auto_left);

  return g_strdup_printf (_ ("Times left: %s"), times);
}

DAY_AND_HOUR (deduction, record->next_deduction)

DAY_AND_HOUR (start, record->start)

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

static TenureTime
five_day_end (const TenureRecord *record, TenureSession *session)
{
  const TenurePolicy *policy = tenure_platform_policy (tenure_session_platform (session));

  return record->start + policy->five_day_hours * TENURE_HOUR_SECONDS;
}

DAY_AND_HOUR (five_day, five_day_end (record, session))

/** 转按需时间: the second after the expiry. */
DAY_AND_HOUR (conversion, record->expiry == TENURE_TIME_UNKNOWN ? record->expiry : record->expiry + 1)

/** 销毁日: the day after retention, when it is deleted for good (rules 4.4). */
static TenureTime
destruction (const TenureRecord *record, TenureSession *session)
{
  const TenurePolicy *policy = tenure_platform_policy (tenure_session_platform (session));
  TenureLifeSpan span;

  if (record->expiry == TENURE_TIME_UNKNOWN)
    return record->expiry;
  tenure_life_span (record->expiry, tenure_profile_level (tenure_session_profile (session)), policy, &span);
  return span.destroyed;
}

static char *
destruction_text (const TenureRecord *record, TenureSession *session)
{
  return day_or_dash (destruction (record, session));
}

static char *
destruction_left (const TenureRecord *record, TenureSession *session)
{
  TenureTime time = destruction (record, session);

  return time == TENURE_TIME_UNKNOWN ? g_strdup ("") : tenure_word_days_left (time, tenure_session_now (session));
}

/* Packages (A2-38) ----------------------------------------------------------------------------------------------- */

static char *
package_state_text (const TenureRecord *record, TenureSession *session)
{
  TenureResource package = { .status = record->status,
                             .capacity = record->capacity,
                             .used = record->used,
                             .start = record->start,
                             .expiry = record->expiry };

  return g_strdup (tenure_word_package_state (tenure_package_state (&package, tenure_session_now (session))));
}

static const char *
package_tone (const TenureRecord *record, TenureSession *session)
{
  static const char *const tones[] = { NULL, "warning", "error" };

  return tones[outlook_of (record, session).near];
}

static char *
amount_of (const TenureRecord *record, TenureSession *session, gint64 amount)
{
  const TenureOffer *offer = tenure_catalogue_find (catalogue (session), record->offer);
  g_autofree char *number = tenure_word_amount (amount);

  return offer && offer->holds_unit ? g_strdup_printf ("%s %s", number, tenure_word_holds_unit (offer->holds_unit))
                                    : g_steal_pointer (&number);
}

static char *
left_text (const TenureRecord *record, TenureSession *session)
{
  return amount_of (record, session, outlook_of (record, session).left);
}

static char *
percent_text (const TenureRecord *record, TenureSession *session)
{
  g_autofree char *whole = amount_of (record, session, record->capacity);

  return g_strdup_printf (_ ("%d%% of %s"), outlook_of (record, session).percent, whole);
}

static char *
per_day_text (const TenureRecord *record, TenureSession *session)
{
  gint64 per_day = outlook_of (record, session).per_day;

  /* An average: two decimals are enough. */
  tenure_money_scale (per_day, 1, 1, 2, TENURE_ROUND_HALF_UP, &per_day, NULL);
  return per_day > 0 ? amount_of (record, session, per_day) : g_strdup ("—");
}

static char *
runs_out_text (const TenureRecord *record, TenureSession *session)
{
  return day_or_dash (outlook_of (record, session).runs_out);
}

static char *
runs_out_left (const TenureRecord *record, TenureSession *session)
{
  TenureTime runs_out = outlook_of (record, session).runs_out;

  return runs_out == TENURE_TIME_UNKNOWN ? g_strdup ("")
                                         : tenure_word_days_left (runs_out, tenure_session_now (session));
}

static char *
reason_text (const TenureRecord *record, TenureSession *session)
{
  return record->refusal ? tenure_word_refusal (record->refusal) : g_strdup ("");
}

#define NAME_AND_ID                                                                                                    \
  {                                                                                                                    \
    N_ ("Name and ID"), 150, TENURE_SORT_NAME, FALSE, name_text, key_text, NULL                                        \
  }
#define PRODUCT_AND_SPEC                                                                                               \
  {                                                                                                                    \
    N_ ("Product and Specification"), 190, TENURE_SORT_PRODUCT, FALSE, product_text, spec_text, NULL                   \
  }
#define REGION                                                                                                         \
  {                                                                                                                    \
    N_ ("Region"), 110, TENURE_SORT_REGION, FALSE, region_text, NULL, NULL                                             \
  }
#define LIFE                                                                                                           \
  {                                                                                                                    \
    N_ ("Status"), 125, TENURE_N_SORTS, FALSE, life_text, mark_text, life_tone                                         \
  }
#define EXPIRY                                                                                                         \
  {                                                                                                                    \
    N_ ("Expiry"), 95, TENURE_SORT_EXPIRY, FALSE, expiry_text, expiry_left, expiry_tone                                \
  }
#define NUMBER                                                                                                         \
  {                                                                                                                    \
    N_ ("Order Number"), 150, TENURE_SORT_KEY, FALSE, key_text, composite_text, NULL                                   \
  }
#define PRODUCT_TYPE                                                                                                   \
  {                                                                                                                    \
    N_ ("Product Type"), 106, TENURE_SORT_PRODUCT, FALSE, product_text, NULL, NULL                                     \
  }
#define TYPE                                                                                                           \
  {                                                                                                                    \
    N_ ("Type"), 112, TENURE_N_SORTS, FALSE, type_text, source_text, NULL                                              \
  }
#define STATUS                                                                                                         \
  {                                                                                                                    \
    N_ ("Status"), 88, TENURE_SORT_STATUS, FALSE, status_text, NULL, status_tone                                       \
  }
#define CREATED                                                                                                        \
  {                                                                                                                    \
    N_ ("Created"), 90, TENURE_SORT_CREATED, FALSE, created_day, created_hour, NULL                                    \
  }
#define END                                                                                                            \
  {                                                                                                                    \
    NULL                                                                                                               \
  }

static const TenureColumn order_columns[] = {
  NUMBER,
  PRODUCT_TYPE,
  TYPE,
  STATUS,
  CREATED,
  { N_ ("Finished"), 88, TENURE_N_SORTS, FALSE, finished_day, finished_hour, NULL },
  { N_ ("Order Amount"), 134, TENURE_SORT_AMOUNT, TRUE, amount_text, due_word, NULL },
  END,
};

static const TenureColumn unpaid_columns[] = {
  NUMBER,
  PRODUCT_TYPE,
  TYPE,
  STATUS,
  CREATED,
  { N_ ("Deadline"), 95, TENURE_N_SORTS, FALSE, deadline_day, deadline_left, NULL },
  { N_ ("Amount Due"), 98, TENURE_SORT_AMOUNT, TRUE, due_text, NULL, NULL },
  END,
};

static const TenureColumn renewal_columns[] = { NAME_AND_ID, PRODUCT_AND_SPEC, REGION, LIFE, EXPIRY, END };

/* Two more columns than the others have: these are narrower, or the actions were off the window at its first size. */
static const TenureColumn auto_columns[] = {
  { N_ ("Name and ID"), 135, TENURE_SORT_NAME, FALSE, name_text, key_text, NULL },
  { N_ ("Product and Specification"), 140, TENURE_SORT_PRODUCT, FALSE, product_text, spec_text, NULL },
  REGION,
  { N_ ("Status"), 103, TENURE_N_SORTS, FALSE, life_text, mark_text, life_tone },
  EXPIRY,
  { N_ ("Renews For"), 145, TENURE_N_SORTS, FALSE, period_text, times_text, NULL },
  { N_ ("Next Deduction"), 115, TENURE_N_SORTS, FALSE, deduction_day, deduction_hour, NULL },
  END,
};

static const TenureColumn ppu_columns[] = {
  NAME_AND_ID, PRODUCT_AND_SPEC,
  REGION,      LIFE,
  EXPIRY,      { N_ ("Becomes Pay-per-Use"), 120, TENURE_N_SORTS, FALSE, conversion_day, conversion_hour, NULL },
  END,
};

static const TenureColumn no_renewal_columns[] = {
  NAME_AND_ID, PRODUCT_AND_SPEC,
  REGION,      LIFE,
  EXPIRY,      { N_ ("Destroyed on"), 110, TENURE_N_SORTS, FALSE, destruction_text, destruction_left, NULL },
  END,
};

static const TenureColumn unsubscribe_columns[] = {
  NAME_AND_ID,
  PRODUCT_AND_SPEC,
  REGION,
  LIFE,
  { N_ ("Goes Along"), 120, TENURE_N_SORTS, FALSE, parts_text, periods_text, NULL },
  EXPIRY,
  END,
};

static const TenureColumn five_day_columns[] = {
  NAME_AND_ID,
  PRODUCT_AND_SPEC,
  REGION,
  { N_ ("Started"), 105, TENURE_SORT_CREATED, FALSE, start_day, start_hour, NULL },
  { N_ ("Full Refund Until"), 130, TENURE_N_SORTS, FALSE, five_day_day, five_day_hour, NULL },
  EXPIRY,
  END,
};

static const TenureColumn pending_columns[] = {
  NAME_AND_ID, PRODUCT_AND_SPEC,
  REGION,      { N_ ("Starts"), 105, TENURE_SORT_CREATED, FALSE, start_day, start_hour, NULL },
  EXPIRY,      END,
};

/* The reason comes second: narrow rows show it below the name. */
static const TenureColumn refused_columns[] = {
  NAME_AND_ID, { N_ ("Reason"), 330, TENURE_N_SORTS, FALSE, reason_text, NULL, NULL }, PRODUCT_AND_SPEC, LIFE, EXPIRY,
  END,
};

static const TenureColumn period_columns[] = {
  NAME_AND_ID, PRODUCT_AND_SPEC,
  REGION,      { N_ ("Renewal Periods"), 170, TENURE_N_SORTS, FALSE, periods_text, NULL, NULL },
  EXPIRY,      END,
};

static const TenureColumn service_columns[] = {
  NAME_AND_ID, { N_ ("Specification"), 150, TENURE_N_SORTS, FALSE, spec_text, NULL, NULL }, REGION,
  LIFE,        { N_ ("Renewal"), 130, TENURE_N_SORTS, FALSE, mode_text, NULL, NULL },       EXPIRY,
  END,
};

static const TenureColumn package_columns[] = {
  NAME_AND_ID,
  { N_ ("Specification"), 100, TENURE_N_SORTS, FALSE, spec_text, NULL, NULL },
  { N_ ("Status"), 80, TENURE_N_SORTS, FALSE, package_state_text, NULL, NULL },
  { N_ ("Left"), 120, TENURE_N_SORTS, FALSE, left_text, percent_text, package_tone },
  { N_ ("Use per Day"), 105, TENURE_N_SORTS, FALSE, per_day_text, NULL, NULL },
  { N_ ("Runs Out"), 95, TENURE_N_SORTS, FALSE, runs_out_text, runs_out_left, package_tone },
  EXPIRY,
  END,
};

static const TenureColumn *const renewal_tabs[] = {
  [TENURE_MODE_MANUAL] = renewal_columns,
  [TENURE_MODE_AUTO] = auto_columns,
  [TENURE_MODE_TO_PPU] = ppu_columns,
  [TENURE_MODE_NO_RENEWAL] = no_renewal_columns,
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
      return renewal_tabs[mode < 0 ? TENURE_MODE_MANUAL : mode];
    case TENURE_LIST_UNSUBSCRIBE:
      return unsubscribe_columns;
    case TENURE_LIST_FIVE_DAY:
      return five_day_columns;
    case TENURE_LIST_PERIODS:
      return period_columns;
    case TENURE_LIST_PENDING:
      return pending_columns;
    case TENURE_LIST_REFUSED:
      return refused_columns;
    default:
      return service_columns;
    }
}

const TenureColumn *
tenure_columns_for_refused (void)
{
  return refused_columns;
}

const TenureColumn *
tenure_columns_for_service (gboolean package)
{
  return package ? package_columns : service_columns;
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
