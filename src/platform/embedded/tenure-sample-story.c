/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories are told backwards: from the expiry wanted to the day of the order, so that the cast shows every state. */
#include "tenure-sample.h"

#include "tenure-lifecycle.h"

#define RENEWALS_MOST 24

/* Days from now to the expiry wanted; the cast also fixes what chance would leave out. */
typedef struct
{
  const char *offer;
  int months;
  guint renewals;
  int expires_in; /* days; ignored when anchor_day is set */
  TenureMode mode;
  TenureFate fate;
  TenureFreeze freeze;
  gboolean coupons;
  TenureMark mark;
} Part;

static const Part cast[] = {
  { "ecs", 1, 0, 27, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "eip", 1, 2, 12, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "vpc", 12, 0, 200, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, TRUE },
  { "ecs", 12, 1, 500, TENURE_MODE_AUTO, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "rds", 1, 5, 20, TENURE_MODE_AUTO, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "eip", 3, 1, 40, TENURE_MODE_TO_PPU, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "ecs", 1, 1, 9, TENURE_MODE_NO_RENEWAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "eip", 1, 0, -1, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "ecs", 3, 0, -8, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "vpc", 1, 0, 3, TENURE_MODE_MANUAL, TENURE_FATE_UNPAID_RENEWAL, TENURE_FREEZE_NONE, FALSE },
  { "eip", 1, 0, 30, TENURE_MODE_MANUAL, TENURE_FATE_UNPAID, TENURE_FREEZE_NONE, FALSE },
  { "ecs", 12, 0, 360, TENURE_MODE_MANUAL, TENURE_FATE_UNPAID, TENURE_FREEZE_NONE, FALSE },
  { "vpc", 1, 0, 30, TENURE_MODE_MANUAL, TENURE_FATE_PROCESSING, TENURE_FREEZE_NONE, FALSE },
  { "eip", 1, 0, 11, TENURE_MODE_MANUAL, TENURE_FATE_CANCELLED, TENURE_FREEZE_NONE, FALSE },
  { "ecs", 1, 0, 30, TENURE_MODE_MANUAL, TENURE_FATE_CONFIRMATION, TENURE_FREEZE_NONE, FALSE },
  { "rds", 1, 3, -60, TENURE_MODE_MANUAL, TENURE_FATE_RELEASED, TENURE_FREEZE_NONE, FALSE },
  { "ecs", 1, 0, 14, TENURE_MODE_MANUAL, TENURE_FATE_REFUNDED, TENURE_FREEZE_NONE, FALSE },
  { "eip", 12, 0, 100, TENURE_MODE_MANUAL, TENURE_FATE_REFUNDING, TENURE_FREEZE_NONE, FALSE },
  { "rds-enterprise", 36, 0, 1000, TENURE_MODE_MANUAL, TENURE_FATE_REVIEW, TENURE_FREEZE_NONE, FALSE },
  { "vpc", 1, 3, 75, TENURE_MODE_MANUAL, TENURE_FATE_PERIOD_GIVEN_BACK, TENURE_FREEZE_NONE, FALSE },
  { "ecs", 1, 0, 21, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, TRUE },
  { "eip", 1, 0, 18, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_ARREARS, FALSE },
  { "cce", 1, 0, 17, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_VIOLATION, FALSE },
  { "ecs", 1, 0, 16, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_POLICE, FALSE },
  /* one for each reason why not (rules 3.2, 3.4, 4.1) */
  { "eip", 1, 3, 75, TENURE_MODE_MANUAL, TENURE_FATE_CHANGED, TENURE_FREEZE_NONE, FALSE },
  { "ecs", 1, 3, 75, TENURE_MODE_MANUAL, TENURE_FATE_ATTACHED, TENURE_FREEZE_NONE, FALSE },
  { "eip", 1, 3, 75, TENURE_MODE_MANUAL, TENURE_FATE_ADDON, TENURE_FREEZE_NONE, FALSE },
  { "vpc", 1, 0, 22, TENURE_MODE_MANUAL, TENURE_FATE_MARKED, TENURE_FREEZE_NONE, FALSE, TENURE_MARK_PROMOTION },
  { "vpc", 1, 0, 23, TENURE_MODE_MANUAL, TENURE_FATE_MARKED, TENURE_FREEZE_NONE, FALSE, TENURE_MARK_SPECIAL },
  { "vpc", 1, 0, 24, TENURE_MODE_MANUAL, TENURE_FATE_MARKED, TENURE_FREEZE_NONE, FALSE, TENURE_MARK_PARTNER_PAID },
  { "vpc", 1, 3, 75, TENURE_MODE_MANUAL, TENURE_FATE_RENEWAL_MARKED, TENURE_FREEZE_NONE, FALSE, TENURE_MARK_PROMOTION },
  { "vpc", 1, 3, 75, TENURE_MODE_MANUAL, TENURE_FATE_RENEWAL_MARKED, TENURE_FREEZE_NONE, FALSE,
    TENURE_MARK_PARTNER_PAID },
  { "cce-trial", 1, 0, 19, TENURE_MODE_MANUAL, TENURE_FATE_WITHDRAWN, TENURE_FREEZE_NONE, FALSE },
  { "ecs-s3", 12, 0, 300, TENURE_MODE_AUTO, TENURE_FATE_WITHDRAWN, TENURE_FREEZE_NONE, FALSE },
  { "ecs-offer", 12, 0, 250, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "domain", 12, 0, 190, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "ssl-certificate", 12, 0, 150, TENURE_MODE_NO_RENEWAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "dns-basic", 1, 0, 25, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "website", 1, 3, 75, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "web-solution", 12, 0, 280, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "workspace", 1, 0, 15, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "market-audit", 1, 0, 26, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
  { "market-scan", 1, 0, 28, TENURE_MODE_MANUAL, TENURE_FATE_LIVES, TENURE_FREEZE_NONE, FALSE },
};

/* Days that do not exist in every month or year: bought on them, renewed until today. */
static const struct
{
  int month, mday, months;
  gboolean leap;
} odd_days[] = { { 1, 31, 1, FALSE }, { 1, 30, 1, FALSE }, { 2, 29, 12, TRUE }, { 3, 31, 3, FALSE } };

/* What chance chooses from, by weight. */
static const struct
{
  const char *offer;
  int weight;
} shares[] = { { "ecs", 55 }, { "eip", 20 }, { "vpc", 14 }, { "rds", 7 }, { "cce", 4 } };

static const char *const purposes[] = {
  "portal", "门户网站", "oa",   "公文交换", "mail", "gis",     "档案管理", "video",
  "备份",   "medical",  "学籍", "finance",  "人事", "archive", "数据共享", "gateway",
};

static int
choose (TenureTeller *teller, int from, int to)
{
  return g_rand_int_range (teller->random, from, to + 1);
}

static gboolean
is_leap (int year)
{
  return tenure_days_in_month (year, 2) == 29;
}

/* The day @months before @day; the day of the month is kept where that month has it. */
static TenureDay
day_before (TenureDay day, int months)
{
  int year, month, mday;

  tenure_day_to_ymd (day, &year, &month, &mday);
  month -= 1 + months;
  year += month / 12 - (month % 12 < 0 ? 1 : 0);
  month = (month % 12 + 12) % 12 + 1;
  return tenure_day_from_ymd (year, month, MIN (mday, tenure_days_in_month (year, month)));
}

static const TenureOffer *
choose_offer (TenureTeller *teller)
{
  int left = choose (teller, 0, 99);

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      left -= shares[i].weight;
      if (left < 0)
        return tenure_catalogue_find (teller->catalogue, shares[i].offer);
    }
  return tenure_catalogue_at (teller->catalogue, 0);
}

/* Mbit/s for what has the bandwidth form; the other offers' forms have no size of the main part. */
static gint64
choose_amount (TenureTeller *teller, const TenureOffer *offer)
{
  static const int mbit[] = { 1, 2, 5, 5, 10, 20 };

  return offer->by_bandwidth ? mbit[choose (teller, 0, G_N_ELEMENTS (mbit) - 1)] : 0;
}

static void
choose_product (TenureTeller *teller, TenureStory *story, const char *offer)
{
  guint n_regions = 0;

  story->offer = offer ? tenure_catalogue_find (teller->catalogue, offer) : choose_offer (teller);
  if (story->offer == NULL)
    story->offer = tenure_catalogue_at (teller->catalogue, 0);
  story->spec = &story->offer->specs[choose (teller, 0, (int)story->offer->n_specs - 1)];
  story->amount = choose_amount (teller, story->offer);
  while (story->offer->regions[n_regions] != NULL)
    n_regions++;
  story->region = story->offer->regions[choose (teller, 0, (int)n_regions - 1)];
}

/* Some time of that working day, and before now. */
static TenureTime
moment_of (TenureTeller *teller, TenureDay day)
{
  TenureTime time = tenure_day_at (day, choose (teller, 8, 17), choose (teller, 0, 59), choose (teller, 0, 59));
  TenureTime latest = teller->now - choose (teller, 60, 3600);

  return MIN (time, latest);
}

/* Backwards from the expiry wanted to the first order. */
static void
date_story (TenureTeller *teller, TenureStory *story, int expires_in)
{
  TenureDay expiry = tenure_day_of (teller->now) + expires_in;
  TenureDay start = day_before (expiry, story->months * (int)(1 + story->renewals));

  if (start > tenure_day_of (teller->now))
    start = tenure_day_of (teller->now);
  story->created = moment_of (teller, start);
  story->anchor = tenure_day_mday (tenure_day_of (story->created));
}

static void
tell_role (TenureTeller *teller, TenureStory *story, const Part *role)
{
  choose_product (teller, story, role->offer);
  story->months = role->months;
  story->renewals = role->renewals;
  story->mode = role->mode;
  story->fate = role->fate;
  story->freeze = role->freeze;
  story->coupons = role->coupons;
  story->mark = role->mark;
  date_story (teller, story, role->expires_in);
  if (role->fate == TENURE_FATE_PROCESSING)
    story->created = teller->now - 1;
  else if (role->fate == TENURE_FATE_UNPAID || role->fate == TENURE_FATE_CONFIRMATION)
    story->created = teller->now - TENURE_DAY_SECONDS * choose (teller, 1, 5);
}

/* Bought on a day that most months lack, and renewed until it is in use today. */
static void
tell_odd_day (TenureTeller *teller, TenureStory *story, guint which)
{
  TenureDay today = tenure_day_of (teller->now), start;
  int year = tenure_day_year (today) - 1;

  choose_product (teller, story, "ecs");
  while (odd_days[which].leap && !is_leap (year))
    year--;
  start = tenure_day_from_ymd (year, odd_days[which].month, odd_days[which].mday);
  story->months = odd_days[which].months;
  story->anchor = odd_days[which].mday;
  story->created = moment_of (teller, start);
  while (story->renewals < RENEWALS_MOST &&
         tenure_day_add_months (start, story->months * (int)(1 + story->renewals), story->anchor) <= today)
    story->renewals++;
}

static void
tell_by_chance (TenureTeller *teller, TenureStory *story)
{
  static const int durations[] = { 1, 1, 1, 3, 6, 12, 12, 24 };
  int expires_in, renewals = choose (teller, -2, 3);

  choose_product (teller, story, NULL);
  story->months = durations[choose (teller, 0, G_N_ELEMENTS (durations) - 1)];
  story->renewals = (guint)MAX (0, renewals);
  expires_in = choose (teller, 0, 19) == 0 ? -choose (teller, 1, 6) : choose (teller, 1, story->months * 28);
  switch (choose (teller, 0, 9))
    {
    case 0:
    case 1:
      story->mode = expires_in > 8 ? TENURE_MODE_AUTO : TENURE_MODE_MANUAL;
      break;
    case 2:
      story->mode = story->offer->to_ppu ? TENURE_MODE_TO_PPU : TENURE_MODE_MANUAL;
      break;
    case 3:
      story->mode = TENURE_MODE_NO_RENEWAL;
      break;
    default:
      story->mode = TENURE_MODE_MANUAL;
    }
  switch (choose (teller, 0, 49))
    {
    case 0:
      story->fate = TENURE_FATE_UNPAID_RENEWAL;
      break;
    case 1:
      story->fate = TENURE_FATE_CANCELLED;
      break;
    case 2:
      story->fate = expires_in > 0 ? TENURE_FATE_REFUNDED : TENURE_FATE_LIVES;
      break;
    default:
      story->fate = TENURE_FATE_LIVES;
    }
  if (story->fate == TENURE_FATE_UNPAID_RENEWAL)
    story->mode = TENURE_MODE_MANUAL;
  if (story->fate == TENURE_FATE_CANCELLED || story->fate == TENURE_FATE_REFUNDED)
    story->renewals = 0;
  date_story (teller, story, expires_in);
}

void
tenure_story_next (TenureTeller *teller, TenureStory *story)
{
  guint told = teller->told++;

  *story = (TenureStory){ .number = told + 1, .mode = TENURE_MODE_MANUAL };
  if (told < G_N_ELEMENTS (cast))
    tell_role (teller, story, &cast[told]);
  else if (told < G_N_ELEMENTS (cast) + G_N_ELEMENTS (odd_days))
    tell_odd_day (teller, story, told - G_N_ELEMENTS (cast));
  else
    tell_by_chance (teller, story);
  if (story->mode == TENURE_MODE_AUTO)
    {
      story->auto_months = story->months;
      story->auto_left = choose (teller, 0, 2) == 0 ? choose (teller, 1, 9) : -1;
    }
}

char *
tenure_story_name (const TenureStory *story)
{
  return g_strdup_printf ("%s-%04u", purposes[story->number * 7 % G_N_ELEMENTS (purposes)], story->number);
}
