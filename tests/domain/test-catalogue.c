/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-support.h"
#include "tenure-catalogue.h"

static const char *const files[] = {
  "10-regions.json",  "20-compute.json",   "30-storage.json",      "40-network.json",
  "50-database.json", "60-container.json", "70-applications.json", "80-special.json"
};

static TenureCatalogue *
catalogue_of_files (void)
{
  char *texts[G_N_ELEMENTS (files)];
  gssize lengths[G_N_ELEMENTS (files)];
  g_autoptr (GError) error = NULL;
  TenureCatalogue *catalogue;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length;

      texts[i] = tenure_test_data ("catalogue", files[i], &length);
      lengths[i] = (gssize)length;
    }
  catalogue = tenure_catalogue_parse ((const char *const *)texts, lengths, G_N_ELEMENTS (files), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (texts[i]);
  return catalogue;
}

/* Every file of the folder is among those that the tests read. */
static void
test_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "catalogue", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)))
    n += g_str_has_suffix (name, ".json") ? 1 : 0;
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (files));
}

static char *
price_text (const TenureCatalogue *catalogue, const char *offer_key, const char *spec_key, gint64 amount, int months)
{
  const TenureOffer *offer = tenure_catalogue_find (catalogue, offer_key);
  const TenureSpec *spec = tenure_offer_spec (offer, spec_key);
  g_autoptr (GError) error = NULL;
  TenureMoney price;

  g_assert_nonnull (spec);
  if (tenure_offer_price (offer, spec, amount, months, &price, NULL, &error))
    return tenure_money_format (price);
  return g_strdup_printf ("%s %d",
                          error->domain == TENURE_INPUT_ERROR  ? "input"
                          : error->domain == TENURE_RULE_ERROR ? "rule"
                                                               : "system",
                          error->code);
}

static void
test_prices (void)
{
  static const struct
  {
    const char *offer, *spec;
    gint64 amount;
    int months;
    const char *price;
  } cases[] = {
    { "eip", "5_bgp", 5, 1, "115.00" }, /* A1-10, guide 3: 5 Mbit/s for one month */
    { "eip", "5_bgp", 1, 1, "23.00" },
    { "eip", "5_bgp", 2000, 9, "414000.00" },
    { "eip", "5_bgp", 5, 12, "1150.00" },
    { "eip", "5_bgp", 5, 18, "1840.00" },
    { "eip", "5_bgp", 5, 36, "3450.00" },
    { "eip", "5_bgp", 0, 1, "input 1" },
    { "eip", "5_bgp", -5, 1, "input 1" },
    { "eip", "5_bgp", 5, 0, "input 1" },
    { "eip", "5_bgp", G_MAXINT64, 1, "system 7" },
    { "eip", "5_bgp", 4000000000, 1, "92000000000.00" },
    { "eip", "5_bgp", 4000000000, 2, "system 7" },
    { "eip", "5_bgp", 320000000, 15, "system 7" },
    { "ecs", "s6.small.1", 0, 1, "34.00" },
    { "ecs", "s6.small.1", 7, 11, "374.00" },
    { "ecs", "s6.small.1", 1, 12, "340.00" },
    { "evs", "gpssd", 40, 1, "28.00" },
    { "evs", "gpssd", 40, 12, "280.00" },
    { "vpc", "standard", 0, 1, "10.00" },
    { "rds-enterprise", "rds.mysql.x1.2xlarge.8", 0, 24, "97600.00" },
    { "rds-enterprise", "rds.mysql.x1.2xlarge.8", 0, 1, "rule 2" },
    { "rds-enterprise", "rds.mysql.x1.2xlarge.8", 0, 13, "rule 2" },
    { "cce-trial", "cce.t1.small", 0, 9, "882.00" },
    { "cce-trial", "cce.t1.small", 0, 12, "1176.00" },
  };
  g_autoptr (TenureCatalogue) catalogue = catalogue_of_files ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *price = price_text (catalogue, cases[i].offer, cases[i].spec, cases[i].amount, cases[i].months);

      g_test_message ("%s %s for %d months", cases[i].offer, cases[i].spec, cases[i].months);
      g_assert_cmpstr (price, ==, cases[i].price);
    }
}

static void
test_price_steps (void)
{
  g_autoptr (TenureCatalogue) catalogue = catalogue_of_files ();
  const TenureOffer *offer = tenure_catalogue_find (catalogue, "eip");
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autofree char *rules = NULL;
  TenureMoney price;

  g_assert_true (tenure_offer_price (offer, &offer->specs[0], 5, 30, &price, steps, NULL));
  rules = rules_of_steps (steps);
  g_assert_cmpstr (rules, ==, "price.years price.months");
  rules_assert_money (tenure_steps_at (steps, 0)->result.value, "2300.00");
  rules_assert_money (tenure_steps_at (steps, 1)->result.value, "690.00");
  g_assert_cmpint (tenure_steps_at (steps, 0)->operands[2].value, ==, 2);
  g_assert_cmpint (tenure_steps_at (steps, 1)->operands[2].value, ==, 6);
  g_assert_cmpint (tenure_steps_at (steps, 1)->operands[1].value, ==, 5);
  rules_assert_money (price, "2990.00");
}

/* Every flag of every offer: what rules read, so that none is told by its name (A1-11). */
static char *
flags_of (const TenureOffer *offer)
{
  const struct
  {
    gboolean set;
    const char *name;
  } flags[] = {
    { offer->by_bandwidth, "bandwidth " },
    { offer->batch_unsubscribe, "batch " },
    { offer->five_day, "five-day " },
    { offer->per_order_unsubscribe, "per-order " },
    { offer->to_ppu, "to-ppu " },
    { offer->pay_per_use, "ppu " },
    { offer->package, "package " },
    { offer->withdrawn, "withdrawn " },
    { offer->needs_approval, "approval " },
    { offer->hardware, "hardware " },
    { offer->marketplace, "marketplace " },
    { offer->addon, "addon " },
    { offer->solution, "solution " },
    { offer->no_refund, "kept " },
    { offer->keeps_periods, "keeps-periods " },
    { offer->package_refund, "package-refund " },
    { offer->monthly_to_yearly, "to-yearly " },
    { offer->seller != NULL, "seller " },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    g_string_append (text, flags[i].set ? flags[i].name : "");
  return g_string_free (g_string_append (text, tenure_no_refund_name (offer->no_refund_reason)), FALSE);
}

static const struct
{
  const char *key, *service, *name_zh, *buy, *renew, *flags, *bound;
} offers[] = {
  { "ecs", "ecs", "弹性云服务器", "1-9m,1-3y", "1-9m,1-3y", "batch five-day to-ppu ppu none", "evs" },
  { "ecs-s3", "ecs", "弹性云服务器 S3 型", "1-9m,1y", "1-9m,1y", "batch five-day to-ppu ppu withdrawn none" },
  { "ecs-offer", "ecs", "弹性云服务器 上云特惠", "1y", "1y", "batch kept promotion" },
  { "deh", "deh", "专属主机", "1-9m,1-3y", "1-9m,1-3y", "five-day approval none" },
  { "workspace", "workspace", "云桌面", "1-9m,1y", "1-9m,1y", "five-day per-order none" },
  { "evs", "evs", "云硬盘", "1-9m,1-3y", "1-9m,1-3y", "batch five-day to-ppu ppu none" },
  { "obs", "obs", "对象存储服务", NULL, NULL, "ppu none" },
  { "obs-package", "obs", "对象存储 存储包", "1-9m,1y", "1-9m,1y", "package to-yearly none" },
  { "des", "des", "数据快递 设备", "1-3y", "1-3y", "hardware none" },
  { "eip", "vpc", "弹性公网IP", "1-9m,1-3y", "1-9m,1-3y", "bandwidth batch five-day to-ppu ppu none" },
  { "vpc", "vpc", "虚拟私有云", "1-9m,1-3y", "1-9m,1-3y", "batch five-day none" },
  { "bandwidth", "vpc", "共享带宽", "1-9m,1-3y", "1-9m,1-3y", "bandwidth batch five-day to-ppu ppu none" },
  { "bandwidth-addon", "vpc", "带宽加油包", "1-9m", "1-9m", "bandwidth addon none" },
  { "traffic-package", "vpc", "共享流量包", "1-9m", "1-9m", "package none" },
  { "cdn", "cdn", "内容分发网络", NULL, NULL, "ppu none" },
  { "cdn-package", "cdn", "CDN 流量包", "1-3y", "1-3y", "package none" },
  { "dns-basic", "dns", "云解析服务 免费版", "1-9m", "1-9m", "kept free" },
  { "rds", "rds", "云数据库 RDS", "1-9m,1-3y", "1-9m,1-3y", "batch five-day to-ppu ppu none" },
  { "rds-enterprise", "rds", "云数据库 RDS 企业版", "1-3y", "1-3y", "batch five-day none" },
  { "cce", "cce", "云容器引擎", "1-9m,1-3y", "1-9m,1-3y", "batch five-day to-ppu ppu none" },
  { "cce-trial", "cce", "云容器引擎 学习集群", "1-9m", "1-9m", "batch five-day withdrawn kept trial" },
  { "domain", "domain", "域名注册", "1-3y", "1-3y", "kept product" },
  { "ssl-certificate", "scm", "SSL 证书", "1y", "1y", "kept one-time" },
  { "paperless-office", "marketplace", "无纸化办公（云商店）", "1-9m", "1-9m", "marketplace none" },
  { "web-solution", "solution", "政务网站解决方案", "1-3y", "1-3y", "five-day per-order solution none" },
  { "website", "cloudsite", "云速建站", "1-9m,1-3y", "1-9m,1-3y", "five-day keeps-periods none" },
  { "market-audit", "marketplace", "日志审计（云商店）", "1-9m,1y", "1-9m,1y", "five-day marketplace seller none" },
  { "market-scan", "marketplace", "漏洞扫描（云商店）", "1-9m,1y", "1-9m,1y", "five-day marketplace seller none" },
};

static void
assert_durations (TenureDurations found, const char *expected)
{
  TenureDurations durations = { 0 };

  g_assert_true (expected == NULL || tenure_durations_parse (expected, &durations, NULL));
  g_assert_cmpuint (found.months, ==, durations.months);
  g_assert_cmpuint (found.years, ==, durations.years);
}

/* What the guide and the orders of a trip need, and what differs between offers (A1-11). */
static void
test_offers (void)
{
  g_autoptr (TenureCatalogue) catalogue = catalogue_of_files ();

  g_assert_cmpuint (tenure_catalogue_length (catalogue), ==, G_N_ELEMENTS (offers));
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      const TenureOffer *offer = tenure_catalogue_at (catalogue, i);
      g_autofree char *flags = flags_of (offer);

      g_assert_true (offer == tenure_catalogue_find (catalogue, offers[i].key));
      g_assert_cmpstr (offer->key, ==, offers[i].key);
      g_assert_cmpstr (offer->service, ==, offers[i].service);
      g_assert_cmpstr (offer->name_zh, ==, offers[i].name_zh);
      g_assert_null (strstr (offer->name_en, ", ")); /* an order joins its products' names with it */
      assert_durations (offer->buy, offers[i].buy);
      assert_durations (offer->renew, offers[i].renew);
      g_assert_cmpstr (flags, ==, offers[i].flags);
      g_assert_cmpstr (offer->bound_offer, ==, offers[i].bound);
      g_assert_true (g_strv_contains (offer->regions, "cn-north-9"));
      g_assert_true (!offer->to_ppu || offer->pay_per_use);
    }
  g_assert_null (tenure_catalogue_find (catalogue, "no-such-offer"));
  g_assert_null (tenure_catalogue_find (catalogue, NULL));
}

/* A1-12, A1-13: prices of an hour, what it uses, what a package holds and who draws on it. */
static void
test_metered (void)
{
  g_autoptr (TenureCatalogue) catalogue = catalogue_of_files ();
  const TenureOffer *eip = tenure_catalogue_find (catalogue, "eip"), *vpc = tenure_catalogue_find (catalogue, "vpc");
  const TenureOffer *package = tenure_catalogue_find (catalogue, "traffic-package");
  const TenureOffer *cdn = tenure_catalogue_find (catalogue, "cdn-package");
  TenureMoney price;

  g_assert_true (tenure_offer_hour_price (eip, &eip->specs[0], 5, &price));
  rules_assert_money (price, "0.2395");
  g_assert_false (tenure_offer_hour_price (eip, &eip->specs[0], G_MAXINT64, &price));
  g_assert_false (tenure_offer_hour_price (vpc, &vpc->specs[0], 0, &price));
  g_assert_cmpint (tenure_spec_use (&eip->specs[0], 5), ==, TENURE_MONEY_ONE / 4);
  g_assert_cmpint (tenure_spec_use (&vpc->specs[0], 5), ==, 0);
  g_assert_cmpint (package->specs[0].capacity, ==, 10);
  g_assert_cmpstr (package->holds_unit, ==, "gb");
  g_assert_true (tenure_offer_covers (package, "eip") && tenure_offer_covers (package, "bandwidth"));
  g_assert_false (tenure_offer_covers (package, "cdn") || tenure_offer_covers (eip, "eip"));
  /* GP-41: two of them for two years at 11.10 each */
  g_assert_true (tenure_offer_price (cdn, &cdn->specs[0], 0, 24, &price, NULL, NULL));
  rules_assert_money (price, "11.10");
}

static void
test_bound (void)
{
  g_autoptr (TenureCatalogue) catalogue = catalogue_of_files ();
  g_autoptr (TenureCatalogue) shared = tenure_catalogue_ref (catalogue);
  const TenureOffer *ecs = tenure_catalogue_find (shared, "ecs");

  g_assert_cmpint (ecs->bound_min, ==, 40);
  g_assert_cmpint (ecs->bound_preset, ==, 40);
  g_assert_cmpint (ecs->bound_max, ==, 1024);
  g_assert_cmpstr (tenure_catalogue_find (shared, ecs->bound_offer)->specs[0].name_zh, ==, "通用型SSD");
  g_assert_cmpstr (ecs->mounted[0], ==, "vpc");
  g_assert_null (tenure_offer_spec (ecs, "s7.small.1"));
}

static void
test_regions (void)
{
  g_autoptr (TenureCatalogue) catalogue = catalogue_of_files ();

  g_assert_cmpstr (tenure_catalogue_region_name (catalogue, "cn-north-9", TRUE), ==, "华北-乌兰察布");
  g_assert_cmpstr (tenure_catalogue_region_name (catalogue, "cn-north-9", FALSE), ==, "CN North-Ulanqab");
  g_assert_cmpstr (tenure_catalogue_region_name (catalogue, "mars-1", TRUE), ==, "mars-1");
}

/* A yearly price is about ten monthly ones, and every price is above zero. */
static void
test_plausible (void)
{
  g_autoptr (TenureCatalogue) catalogue = catalogue_of_files ();

  for (guint i = 0; i < tenure_catalogue_length (catalogue); i++)
    for (guint j = 0; j < tenure_catalogue_at (catalogue, i)->n_specs; j++)
      {
        const TenurePrice *price = &tenure_catalogue_at (catalogue, i)->specs[j].price;

        if (price->month != TENURE_MONEY_UNKNOWN && price->year != TENURE_MONEY_UNKNOWN)
          g_assert_true (price->year >= 9 * price->month && price->year <= 11 * price->month);
        g_assert_true (price->month > 0 || price->month == TENURE_MONEY_UNKNOWN ||
                       tenure_catalogue_at (catalogue, i)->no_refund_reason == TENURE_NO_REFUND_FREE);
        g_assert_true (price->year > 0 || price->year == TENURE_MONEY_UNKNOWN);
      }
}

/* Files that are wrong: one place of a good one changed ---------------------------------------------------- */

#define GOOD                                                                                                           \
  "{\"schema\":\"tenure-catalogue/1\",\"regions\":[{\"key\":\"r\",\"en\":\"R\",\"zh\":\"区\"}],\"offers\":[{"         \
  "\"key\":\"o\",\"service\":\"s\",\"category_en\":\"C\",\"category_zh\":\"类\","                                     \
  "\"name_en\":\"N\",\"name_zh\":\"名\","                                                                             \
  "\"help_url\":\"https://example.org/\",\"buy\":\"1-9m,1y\",\"renew\":\"1-9m,1y\",\"by_bandwidth\":true,"             \
  "\"batch_unsubscribe\":false,\"per_order_unsubscribe\":false,\"five_day\":false,\"withdrawn\":false,"                \
  "\"needs_approval\":false,\"hardware\":false,\"to_ppu\":false,\"pay_per_use\":false,\"package\":false,"              \
  "\"marketplace\":false,\"no_refund\":false,"                                                                         \
  "\"addon\":false,\"solution\":false,\"no_refund_reason\":\"none\",\"mounted\":[],\"regions\":[\"r\"],"               \
  "\"bound\":{\"offer\":\"o\",\"minimum\":1,\"maximum\":9,\"preset\":5},"                                              \
  "\"specs\":[{\"key\":\"p\",\"name_en\":\"P\",\"name_zh\":\"规\","                                                   \
  "\"unit\":\"mbit\",\"month\":\"1\",\"year\":\"10\"}]}]}"

static TenureCatalogue *
parse_one (const char *text, GError **error)
{
  gssize length = -1;

  return tenure_catalogue_parse (&text, &length, 1, error);
}

static const struct
{
  const char *find, *put, *named;
} malformed[] = {
  { "tenure-catalogue/1", "tenure-catalogue/2", "schema" },
  { "\"schema\":\"tenure-catalogue/1\",", "", "catalogue.schema" },
  { "\"regions\":[{", "\"x\":1,\"regions\":[{", "catalogue.x" },
  { "\"offers\":[{", "\"offers\":{},\"y\":[{", "catalogue.y" },
  { "\"offers\":[{", "\"offers\":[7,{", "offers[0]" },
  { "{\"key\":\"r\",", "{\"key\":\"\",", "regions[0].key" },
  { "\"regions\":[{", "\"regions\":[{\"key\":\"r\",\"en\":\"R\",\"zh\":\"R\"},{", "regions[1]" },
  { "\"en\":\"R\",", "", "regions[0].en" },
  { "\"zh\":\"区\"", "\"zh\":7", "regions[0].zh" },
  { "\"key\":\"o\",", "", "offers[0].key" },
  { "\"name_zh\":\"名\",", "", "offers[0].name_zh" },
  { "\"buy\":\"1-9m,1y\"", "\"buy\":\"1-90m\"", "offers[0].buy" },
  { "\"renew\":\"1-9m,1y\"", "\"renew\":9", "offers[0].renew" },
  { "\"withdrawn\":false", "\"withdrawn\":0", "offers[0].withdrawn" },
  { "\"no_refund\":false,", "", "offers[0].no_refund" },
  { "\"hardware\":false", "\"hardware\":false,\"free\":true", "offers[0].free" },
  { "\"no_refund_reason\":\"none\"", "\"no_refund_reason\":\"trial\"", "offers[0].no_refund_reason" },
  { "\"no_refund_reason\":\"none\"", "\"no_refund_reason\":\"whim\"", "offers[0].no_refund_reason" },
  { "\"no_refund\":false", "\"no_refund\":true", "offers[0].no_refund_reason" },
  { "\"addon\":false,", "", "offers[0].addon" },
  { "\"package\":false", "\"package\":true", "offers[0]" },
  { "\"bound\":{", "\"holds\":{\"unit\":\"gb\",\"covers\":[\"o\"]},\"bound\":{", "offers[0]" },
  { "\"pay_per_use\":false", "\"pay_per_use\":true", "offers[0].specs[0]" },
  { "\"unit\":\"mbit\",", "\"unit\":\"mbit\",\"capacity\":7,", "offers[0].specs[0]" },
  { "\"unit\":\"mbit\",", "\"unit\":\"mbit\",\"hour\":\"0\",", "offers[0].specs[0].hour" },
  { "\"unit\":\"mbit\",", "\"unit\":\"mbit\",\"hour\":\"-1\",", "offers[0].specs[0].hour" },
  { "\"mounted\":[]", "\"mounted\":[\"q\"]", "o.q" },
  { "\"mounted\":[]", "\"mounted\":\"o\"", "offers[0].mounted" },
  { "\"mounted\":[]", "\"mounted\":[1]", "offers[0].mounted" },
  { "\"mounted\":[]", "\"mounted\":[\"o\",\"o\"]", "offers[0].mounted" },
  { "\"regions\":[\"r\"]", "\"regions\":[\"r\",\"q\"]", "o.q" },
  { "\"bound\":{\"offer\":\"o\"", "\"bound\":{\"offer\":\"q\"", "o.q" },
  { "\"bound\":{", "\"bound\":7,\"z\":{", "offers[0].z" },
  { "\"bound\":{\"offer\":\"o\",\"minimum\":1,\"maximum\":9,\"preset\":5}", "\"bound\":[]", "offers[0].bound" },
  { "\"minimum\":1", "\"minimum\":6", "offers[0].bound" },
  { "\"maximum\":9", "\"maximum\":4", "offers[0].bound" },
  { "\"minimum\":1", "\"minimum\":0", "offers[0].bound.minimum" },
  { "\"preset\":5", "\"preset\":\"5\"", "offers[0].bound.preset" },
  { "\"unit\":\"mbit\"", "\"unit\":\"gib\"", "offers[0].specs[0]" },
  { "\"unit\":\"mbit\",", "", "offers[0].specs[0]" },
  { "\"unit\":\"mbit\"", "\"unit\":\"mile\"", "offers[0].specs[0].unit" },
  { "\"month\":\"1\"", "\"month\":1", "offers[0].specs[0].month" },
  { "\"month\":\"1\"", "\"month\":\"0\"", "offers[0].specs[0].month" },
  { "\"month\":\"1\"", "\"month\":\"-1\"", "offers[0].specs[0].month" },
  { "\"month\":\"1\",", "", "offers[0].specs[0]" },
  { ",\"year\":\"10\"", "", "offers[0].specs[0]" },
  { "\"specs\":[{",
    "\"specs\":[{\"key\":\"p\",\"name_en\":\"P\",\"name_zh\":\"P\",\"unit\":\"mbit\",\"month\":\"1\","
    "\"year\":\"1\"},{",
    "offers[0].specs[1]" },
  { "\"specs\":[{\"key\":\"p\",\"name_en\":\"P\",\"name_zh\":\"规\",\"unit\":\"mbit\",\"month\":\"1\","
    "\"year\":\"10\"}]",
    "\"specs\":[]", "offers[0]" },
  { "}]}]}", "}]},{}]}", "offers[1].key" },
  { "{\"schema\"", "[{\"schema\"", "" },
};

static void
test_malformed (void)
{
  g_autoptr (GError) no_error = NULL;
  g_autoptr (TenureCatalogue) good = parse_one (GOOD, &no_error);

  g_assert_no_error (no_error);
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_auto (GStrv) parts = g_strsplit (GOOD, malformed[i].find, 2);
      g_autofree char *text = g_strjoinv (malformed[i].put, parts);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", malformed[i].find, malformed[i].put);
      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_assert_null (parse_one (text, &error));
      g_assert_cmpint (error->domain, ==, TENURE_INPUT_ERROR);
      g_assert_nonnull (strstr (error->message, malformed[i].named));
    }
}

static void
test_given_twice (void)
{
  static const char *const texts[] = { GOOD, "{\"schema\":\"tenure-catalogue/1\",\"regions\":[],\"offers\":[]}", GOOD };
  static const gssize lengths[] = { -1, -1, -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCatalogue) two = tenure_catalogue_parse (texts, lengths, 2, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tenure_catalogue_length (two), ==, 1);
  g_assert_null (tenure_catalogue_parse (texts, lengths, 3, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "regions[0]");
}

/* The same offer in two files. */
static void
test_offer_twice (void)
{
  g_auto (GStrv) parts = g_strsplit (GOOD, "{\"key\":\"r\",\"en\":\"R\",\"zh\":\"区\"}", 2);
  g_autofree char *second = g_strjoinv ("", parts);
  const char *texts[] = { GOOD, second };
  static const gssize lengths[] = { -1, -1 };
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_catalogue_parse (texts, lengths, 2, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "offers[0]");
}

/* A1-15, A1-21: what the staff said comes before what the catalogue says. */
static void
test_withdrawn (void)
{
  static const TenureOffer sold = { .key = "sold" }, gone = { .key = "gone", .withdrawn = TRUE };
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_false (tenure_offer_withdrawn (&sold, said));
  g_assert_true (tenure_offer_withdrawn (&gone, said));
  g_hash_table_insert (said, (gpointer) "sold", GINT_TO_POINTER (2));
  g_hash_table_insert (said, (gpointer) "gone", GINT_TO_POINTER (1));
  g_assert_true (tenure_offer_withdrawn (&sold, said));
  g_assert_false (tenure_offer_withdrawn (&gone, said));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/files", test_files);
  g_test_add_func ("/catalogue/A1-10-prices", test_prices);
  g_test_add_func ("/catalogue/price-steps", test_price_steps);
  g_test_add_func ("/catalogue/A1-11-offers", test_offers);
  g_test_add_func ("/catalogue/metered", test_metered);
  g_test_add_func ("/catalogue/bound", test_bound);
  g_test_add_func ("/catalogue/regions", test_regions);
  g_test_add_func ("/catalogue/plausible", test_plausible);
  g_test_add_func ("/catalogue/malformed", test_malformed);
  g_test_add_func ("/catalogue/given-twice", test_given_twice);
  g_test_add_func ("/catalogue/offer-twice", test_offer_twice);
  g_test_add_func ("/catalogue/A1-15-withdrawn", test_withdrawn);
  return g_test_run ();
}
