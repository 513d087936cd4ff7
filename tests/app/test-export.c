/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the files: to the byte in both languages and all encodings, and cell by cell. */
#include "export-support.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "tenure-export-sink.h"
#include "tenure-wording-exports.h"

#define ORDER_HEAD                                                                                                     \
  "Order number,Composite order,Type,Source,Status,Product type,Region,Charging mode,Term,Resource names,"             \
  "Resource ids,Created,Paid,Finished,Deadline,Order amount,Commercial discount,Promotional discount,"                 \
  "Discount coupon,Other discount,Amount due,Voucher,Flexi coupon,"                                                    \
  "Stored-value card,Cash,Credit,Amount paid\r\n"
#define UNPAID_ROWS                                                                                                    \
  "CS3,CS2,Renewal,Customer,Pending payment,Virtual Private Cloud,CN North-Beijing4,Yearly/Monthly,1 month,'=2+3,"     \
  "r-1,2024-01-02 10:00:00,,,2100-01-01 00:00:00,10.00,0.00,0.00,0.00,0.00,10.00,0.00,0.00,0.00,0.00,0.00,"            \
  "0.00\r\n"                                                                                                           \
  "CS4,CS2,Renewal,Account manager,Pending payment,Elastic Volume Service,CN North-Beijing4,Yearly/Monthly,1 month,"   \
  "'-x,r-3,2024-01-02 10:00:00,,,2100-01-01 00:00:00,30.00,,,,,30.00,,,,,,\r\n"
#define PAID_ROW                                                                                                       \
  "CS1,,New purchase,Customer,Completed,\"Virtual Private Cloud, Elastic Cloud Server\",CN North-Beijing4,"            \
  "Yearly/Monthly,1 year,\"'=2+3, \u8d22\u52a1, \"\"\u4e00\"\"\",\"r-1, r-2\",2024-01-01 10:00:00,2024-01-01 "         \
  "10:01:00,"                                                                                                          \
  "2024-01-01 10:01:04,2024-01-08 10:00:00,150.00,0.00,0.00,0.00,10.00,140.00,19.50,10.50,20.00,90.00,0.00,120.50\r\n"
#define REFERENCE "Reference prices; the bill decides."
#define R1 "'=2+3,r-1,Virtual Private Cloud,Standard,CN North-Beijing4,Manual renewal,2090-01-31 23:59:59,"
#define R2                                                                                                             \
  "\"\u8d22\u52a1, \"\"\u4e00\"\"\",r-2,Elastic Cloud Server,\"General computing s6.small.1 (1 vCPU, 1 GiB)\","        \
  "CN North-Beijing4,Automatic renewal,2090-03-15 23:59:59,"
#define LIST_HEAD                                                                                                      \
  REFERENCE ",,,,,,,,,\r\n"                                                                                            \
            "Name,Id,Product type,Specification,Region,Renewal,Expiry,Duration,New expiry,Estimated cost\r\n"
#define NO_TEN_MONTHS "10 months,\"It cannot be renewed for 10 months; choose 1–9 months, 1–3 years\",\r\n"

static char *both[] = { (char *)"r-1", (char *)"r-2", NULL };
static char *unpaid[] = { (char *)"CS2", NULL };

/* A1-27, A1-28: CSV by RFC 4180, in English. The total is the last row; a duration that is not sold has its reason. */
static void
test_csv (Place *place, gconstpointer data)
{
  const struct
  {
    TenureExport export;
    const char *expected;
  } rows[] = {
    { { .what = ORDERS, .encoding = PLAIN }, ORDER_HEAD UNPAID_ROWS PAID_ROW },
    { { .what = ORDERS, .encoding = BOM }, "\xef\xbb\xbf" ORDER_HEAD UNPAID_ROWS PAID_ROW },
    { { .what = ORDERS, .encoding = PLAIN, .question = (char *)"{\"list\":\"orders\",\"status\":\"completed\"}" },
      ORDER_HEAD PAID_ROW },
    { { .what = UNPAID, .encoding = PLAIN, .rows = unpaid }, ORDER_HEAD UNPAID_ROWS },
    { { .what = RENEWAL_LIST, .encoding = PLAIN, .rows = both, .months = 12 },
      LIST_HEAD R1 "1 year,2091-01-31 23:59:59,100.00\r\n" R2
                   "1 year,2091-03-31 23:59:59,480.00\r\nTotal,,,,,,,,,580.00\r\n" },
    { { .what = RENEWAL_LIST, .encoding = PLAIN, .rows = both, .months = 10 },
      LIST_HEAD R1 NO_TEN_MONTHS R2 NO_TEN_MONTHS "Total,,,,,,,,,0.00\r\n" },
    { { .what = PRICE_LIST, .encoding = PLAIN },
      REFERENCE ",,,,,,,,,,\r\n"
                "Name,Id,Product type,Specification,Region,Renewal,Expiry,Price of 1 month,Price of 1 year,Price of 2 "
                "years,Price of 3 years\r\n" R1 "10.00,100.00,200.00,300.00\r\n" R2 "48.00,480.00,960.00,1440.00\r\n" },
    { { .what = PRICE_LIST, .encoding = PLAIN, .question = (char *)"{\"list\":\"renewals\",\"mode\":\"manual\"}" },
      REFERENCE ",,,,,,,,,,\r\n"
                "Name,Id,Product type,Specification,Region,Renewal,Expiry,Price of 1 month,Price of 1 year,Price of 2 "
                "years,Price of 3 years\r\n" R1 "10.00,100.00,200.00,300.00\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *bytes = place_bytes (place, &rows[i].export);

      g_assert_cmpstr (bytes, ==, rows[i].expected);
    }
}

/* XLSX: money and times are numbers with a format, what is not known is empty, no text is a formula. */
static void
test_xlsx (Place *place, gconstpointer data)
{
  const TenureExport list = { .what = RENEWAL_LIST, .format = XLSX, .rows = both, .months = 12 };
  const TenureExport orders = { .what = UNPAID, .format = XLSX, .rows = unpaid };
  g_autofree char *cells = place_cells (place, &list), *order_cells = place_cells (place, &orders);

#define TIME " [yyyy-mm-dd hh:mm:ss]"
#define MONEY " [#,##0.00######]"
  g_assert_cmpstr (cells, ==,
                   "# Renewal List\n" REFERENCE
                   "\nName|Id|Product type|Specification|Region|Renewal|Expiry|Duration|New expiry|Estimated cost\n"
                   "'=2+3|r-1|Virtual Private Cloud|Standard|CN North-Beijing4|Manual renewal|69429.99998842593" TIME
                   "|1 year|69794.99998842593" TIME "|100" MONEY "\n"
                   "财务, \"一\"|r-2|Elastic Cloud Server|General computing s6.small.1 (1 vCPU, 1 GiB)|CN "
                   "North-Beijing4|Automatic renewal|69472.99998842593" TIME "|1 year|69853.99998842593" TIME
                   "|480" MONEY "\nTotal|||||||||580" MONEY "\n");
  g_assert_nonnull (strstr (order_cells, "|73051" TIME "|30" MONEY "|||||30" MONEY "\n"));
}

/* Two periods of one resource are given back by one order: it is named once. */
static void
test_one_resource_twice (Place *place, gconstpointer data)
{
  const TenureExport export = { .what = ORDERS, .encoding = PLAIN };

  place_sql (place, "CREATE TEMP TABLE again AS SELECT * FROM line WHERE order_id = 1 AND position = 1;"
                    "UPDATE again SET id = 99, position = 2; INSERT INTO line SELECT * FROM again");
  g_autofree char *bytes = place_bytes (place, &export);

  g_assert_nonnull (strstr (bytes, ",\"r-1, r-2\","));
}

/* A1-27: each kind of discount has its column; of a coupon of the composite order each child has its share. */
static void
test_discounts (Place *place, gconstpointer data)
{
  const TenureExport export = { .what = ORDERS, .encoding = PLAIN };

  place_sql (place, "INSERT INTO discount (id, account_id, key, name, kind, permyriad, granted) VALUES"
                    " (1, 1, 'd-1', 'c', 'commercial', 9000, 0), (2, 1, 'd-2', 'p', 'promotion', 9000, 0);"
                    "UPDATE line SET discount = 700000000, discount_id = 1 WHERE order_id = 1 AND position = 0;"
                    "UPDATE line SET discount = 200000000, discount_id = 2 WHERE order_id = 1 AND position = 1;"
                    "INSERT INTO coupon (id, account_id, key, name, kind, permyriad, source, fetched_at) VALUES"
                    " (1, 1, 'k-1', 'k', 'discount', 8000, 'x', 0); INSERT INTO lock VALUES (2, 1, 1);"
                    "UPDATE \"order\" SET discount = 200000000, due = 800000000 WHERE id = 3");
  g_autofree char *bytes = place_bytes (place, &export);
  g_assert_nonnull (strstr (bytes, ",150.00,7.00,2.00,0.00,1.00,140.00,"));
  g_assert_nonnull (strstr (bytes, ",10.00,0.00,0.00,2.00,0.00,8.00,"));
}

/* Each prices what renewing it would: the list and the plan cannot differ, bound parts included. */
static void
test_same_as_plan (Place *place, gconstpointer data)
{
  static const int durations[] = { 1, 2, 9, 12, 24, 36 };

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      TenureExport export = { .what = RENEWAL_LIST, .encoding = PLAIN, .rows = both, .months = durations[i] };
      TenureRenew renew = { .resources = both, .months = durations[i] };
      g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_RENEW, &renew, NULL, NULL);
      g_autoptr (TenurePlan) plan = tenure_session_plan (place->session, command, NULL);
      g_autofree char *bytes = place_bytes (place, &export), *total = tenure_money_format (plan->to_pay);
      g_autofree char *last = g_strdup_printf ("\r\nTotal,,,,,,,,,%s\r\n", total);

      g_assert_cmpuint (plan->items->len, ==, 3);
      g_assert_true (g_str_has_suffix (bytes, last));
      for (guint item = 0; item < 2; item++)
        {
          g_autofree char *expiry = tenure_time_format (((TenurePlanItem *)plan->items->pdata[item])->new_expiry);

          g_assert_nonnull (strstr (bytes, expiry));
        }
    }
}

/* GP-32: the first 10,000 in list order, and how many are left out. */
static void
test_limit (Place *place, gconstpointer data)
{
  const TenureExport export = { .what = PRICE_LIST, .encoding = PLAIN };
  g_auto (TenureExportResult) all = { 0 }, capped = { 0 };
  g_autofree char *bytes = NULL;

  place_fill (place, 9998);
  all = place_export (place, &export);
  g_assert_cmpint (all.rows, ==, 10000);
  g_assert_cmpint (all.left_out, ==, 0);
  place_sql (place, "UPDATE resource SET key = 'm' || key WHERE key LIKE 'n-%'");
  place_fill (place, 1);
  capped = place_export (place, &export);
  g_assert_cmpint (capped.rows, ==, 10000);
  g_assert_cmpint (capped.left_out, ==, 1);
  bytes = place_bytes (place, &export);
  g_assert_nonnull (strstr (bytes, "1 row beyond the limit is left out; narrow the filter to export it.,,"));
  g_assert_nonnull (strstr (bytes, ",mn-9996,"));
  g_assert_null (strstr (bytes, ",r-2,"));
}

/* Practice is said in every file. */
static void
test_practice (Place *place, gconstpointer data)
{
  g_autofree char *orders = place_bytes (place, &(TenureExport){ .what = ORDERS, .encoding = PLAIN });
  g_autofree char *prices = place_bytes (place, &(TenureExport){ .what = PRICE_LIST, .encoding = PLAIN });

  g_assert_true (g_str_has_prefix (orders, "Practice: none of this is a real order or price.,,"));
  g_assert_true (g_str_has_prefix (prices, "Practice: none of this is a real order or price.,,"));
  g_assert_nonnull (strstr (prices, REFERENCE));
}

/* The words of a record: what it was asked for. */
static void
test_question (Place *place, gconstpointer data)
{
  const struct
  {
    TenureExport export;
    const char *words;
  } rows[] = {
    { { .what = ORDERS }, "All" },
    { { .what = ORDERS, .question = (char *)"{\"list\":\"orders\",\"status\":\"completed\",\"from\":1704074400}" },
      "Status: Completed · Created: 2024-01-01 – …" },
    { { .what = PRICE_LIST, .question = (char *)"{\"list\":\"renewals\",\"mode\":\"auto\",\"hide_unpaid\":true}" },
      "Renewal: Automatic renewal · Without unpaid orders" },
    { { .what = RENEWAL_LIST, .rows = both, .months = 12 }, "2 chosen rows · 1 year" },
    { { .what = UNPAID, .rows = unpaid }, "1 chosen row" },
  };
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (place->session));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = place_request (place, &rows[i].export);
      g_autoptr (TenureExportRecord) record = place_record (place, key);
      g_autofree char *words = tenure_word_export_question (catalogue, record);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* Sinks ------------------------------------------------------------------------------------------------------------ */

static const TenureExportColumn one_column[] = { { "Name", 10 } };
static const char *const no_notes[] = { NULL };
static const TenureExportHead one_head = { "Sheet", one_column, 1, no_notes };

static char *
write_texts (Place *place, int encoding, const char *const *texts, gsize *length)
{
  TenureExportFile file;
  TenureExportSink *sink;
  TenureExportRow row;
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  tenure_export_file_begin (&file, place->target, TRUE, &error);
  g_assert_no_error (error);
  sink = tenure_export_csv_new (&file, encoding, &one_head, &error);
  g_assert_no_error (error);
  tenure_export_row_init (&row);
  for (; *texts != NULL; texts++)
    {
      tenure_export_row_begin (&row);
      tenure_export_row_text (&row, *texts);
      sink->row (sink, &row, &error);
      g_assert_no_error (error);
    }
  g_assert_true (sink->finish (sink, &error) && tenure_export_file_keep (&file, TRUE, &error));
  sink->free (sink);
  tenure_export_row_clear (&row);
  tenure_export_file_drop (&file);
  g_file_get_contents (place->target, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

/* What a spreadsheet would take for a formula is marked; everything else is as it was, quoted where it must be. */
static void
test_harmless (Place *place, gconstpointer data)
{
  static const char *const texts[] = { "=1",   "+1",   "-1",   "@a", "\t=1", "\r=1", " =1", "1=1",    "'=1", "a,b",
                                       "a\"b", "a\nb", "a\rb", "",   "a b",  "−1",   "＝1", "=\"a\"", NULL };
  gsize length;
  g_autofree char *bytes = write_texts (place, PLAIN, texts, &length);

  g_assert_cmpstr (bytes, ==,
                   "Name\r\n'=1\r\n'+1\r\n'-1\r\n'@a\r\n'\t=1\r\n\"'\r=1\"\r\n =1\r\n1=1\r\n'=1\r\n\"a,b\"\r\n"
                   "\"a\"\"b\"\r\n\"a\nb\"\r\n\"a\rb\"\r\n\r\na b\r\n−1\r\n＝1\r\n\"'=\"\"a\"\"\"\r\n");
}

/* Private characters that the C library maps to nothing. */
static gboolean
is_unmapped (gunichar c)
{
  static const gunichar ranges[][2] = { { 0xe78d, 0xe796 }, { 0xe816, 0xe818 }, { 0xe81e, 0xe81e }, { 0xe826, 0xe826 },
                                        { 0xe82b, 0xe82c }, { 0xe831, 0xe832 }, { 0xe83b, 0xe83b }, { 0xe843, 0xe843 },
                                        { 0xe854, 0xe855 }, { 0xe864, 0xe864 } };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return TRUE;
  return FALSE;
}

/* GB 18030 has every character there is; what the C library does not map stays readable. */
static void
test_gb18030 (Place *place, gconstpointer data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) all = g_string_new ("Name\r\n");
  g_auto (GStrv) texts = NULL;
  g_autofree char *bytes = NULL, *back = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  /* Newer C libraries map them. */
  g_autofree char *mapped = g_convert ("\xee\x9e\x8d", 3, "GB18030", "UTF-8", NULL, NULL, NULL);
  gboolean maps_all = mapped != NULL;

  for (gunichar first = 0x80; first < 0x110000; first += 0x80)
    {
      g_autoptr (GString) text = g_string_new ("x");

      if (first >= 0xd800 && first < 0xe000)
        continue;
      g_string_append_c (all, 'x');
      for (gunichar c = first; c < first + 0x80; c++)
        {
          g_string_append_unichar (text, c);
          if (is_unmapped (c) && !maps_all)
            g_string_append_printf (all, "\\u%04x", c);
          else
            g_string_append_unichar (all, c);
        }
      g_strv_builder_add (builder, text->str);
      g_string_append (all, "\r\n");
    }
  texts = g_strv_builder_end (builder);
  bytes = write_texts (place, GB18030, (const char *const *)texts, &length);
  back = g_convert (bytes, (gssize)length, "UTF-8", "GB18030", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back, ==, all->str);
}

/* Chinese ---------------------------------------------------------------------------------------------------------- */

static const char zh_list[] =
    "参考价格，请以账单为准。,,,,,,,,,\r\n"
    "名称,ID,产品类型,规格,区域,续费方式,到期时间,时长,新到期时间,预估费用\r\n"
    "'=2+3,r-1,虚拟私有云,标准型,华北-北京四,手动续费项,2090-01-31 23:59:59,1年,2091-01-31 23:59:59,100.00\r\n"
    "合计,,,,,,,,,100.00\r\n";

static void
test_chinese_bytes (Place *place, gconstpointer data)
{
  char *one[] = { (char *)"r-1", NULL };
  TenureExport export = { .what = RENEWAL_LIST, .rows = one, .months = 12, .encoding = BOM };
  g_autofree char *with_mark = NULL, *gb = NULL, *expected = NULL, *cells = NULL;

  /* That no word lacks its translation is a check of its own. */
  if (g_str_equal (_ ("Estimated cost"), "Estimated cost"))
    return;
  g_assert_cmpint (tenure_export_preset_encoding (), ==, BOM);
  with_mark = place_bytes (place, &export);
  g_assert_true (g_str_has_prefix (with_mark, "\xef\xbb\xbf"));
  g_assert_cmpstr (with_mark + 3, ==, zh_list);
  export.encoding = GB18030;
  gb = place_bytes (place, &export);
  expected = g_convert (zh_list, -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  g_assert_cmpstr (gb, ==, expected);
  /* 合计 */
  g_assert_nonnull (strstr (gb, "\r\n\xba\xcf\xbc\xc6,"));
  export.format = XLSX;
  cells = place_cells (place, &export);
  g_assert_true (g_str_has_prefix (cells, "# 续费清单\n参考价格，请以账单为准。\n名称|ID|"));
}

static void
test_chinese (void)
{
  if (g_test_subprocess ())
    {
      Place place = { 0 };

      g_setenv ("LANGUAGE", "zh_CN", TRUE);
      place_setup (&place, NULL);
      test_chinese_bytes (&place, NULL);
      place_teardown (&place, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

#define TEST(name, practice, function)                                                                                 \
  g_test_add ("/export/" name, Place, practice, place_setup, function, place_teardown)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TENURE_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  TEST ("A1-27-csv", NULL, test_csv);
  TEST ("A1-27-xlsx", NULL, test_xlsx);
  TEST ("A1-27-discounts", NULL, test_discounts);
  TEST ("one-resource-twice", NULL, test_one_resource_twice);
  TEST ("same-as-plan", NULL, test_same_as_plan);
  TEST ("GP-32-limit", NULL, test_limit);
  TEST ("practice", "practice", test_practice);
  TEST ("question", NULL, test_question);
  TEST ("harmless", NULL, test_harmless);
  TEST ("gb18030", NULL, test_gb18030);
  g_test_add_func ("/export/chinese", test_chinese);
  return g_test_run ();
}
