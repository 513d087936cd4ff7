/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal in words: what an event says, and what a command was asked for, field by field. */
#include "tenure-wording-activity.h"
#include "tenure-wording-command.h"
#include "tenure-wording-platform.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name, *kind, *body, *command, *words;
} Row;

#define COMMAND(kind, params)                                                                                          \
  "{\"id\":\"ee063625-f2a4-4dcd-935c-3170f4ed32d6\",\"kind\":\"" kind "\",\"params\":" params ",\"version\":1}"
#define BODY(kind) "{\"command\":\"" kind "\",\"plan\":\"aa\",\"policy\":\"bb\",\"sum\":\"cc\",\"version\":1}"

static const Row ROWS[] = {
  { "nothing", "order.completed", "{}", NULL, "" },
  { "amount", "order.unpaid", "{\"due\":\"62.00\"}", NULL, "amount due ¥62.00" },
  { "expiry", "resource.expired", "{\"expiry\":1795795199}", NULL, "expiry 2026-11-27" },
  { "coupon", "coupon.expired", "{\"amount\":\"60.00\"}", NULL, "¥60.00" },
  { "discount has no amount", "discount.granted", "{\"amount\":\"0.00\"}", NULL, "" },
  { "freeze", "freeze.set", "{\"freeze\":\"police\"}", NULL, "Freeze: police" },
  { "freeze lifted", "freeze.lifted", "{\"freeze\":\"none\"}", NULL, "not frozen" },
  { "mark", "mark.set", "{\"mark\":\"partner-paid\"}", NULL, "Paid by a partner" },
  { "step", "step", "{\"effect\":\"pay\",\"state\":\"done\",\"step\":1}", NULL, "payment · done" },
  { "clock by days", "clock", "{\"offset\":86400,\"seconds\":86400}", NULL, "1 day" },
  { "clock by hours", "clock", "{\"offset\":7200,\"seconds\":7200}", NULL, "2 hours" },
  { "clock by seconds", "clock", "{\"offset\":61,\"seconds\":61}", NULL, "61 seconds" },
  { "export", "export.ready", "{\"left-out\":0,\"path\":\"/tmp/a.csv\",\"rows\":1}", NULL, "/tmp/a.csv · 1 row" },
  { "export failed", "export.failed", "{\"reason\":\"denied\"}", NULL,
    "The folder may not be written to; choose another one" },
  { "enterprise", "account.renamed", "{\"before\":\"a\",\"name\":\"b\"}", NULL, "before: a · b" },
  { "failed renewal", "auto-renewal.failed",
    "{\"refusal\":{\"field\":null,\"operands\":[],\"rule\":\"resource.police-frozen\"},\"rule\":\"resource.police-"
    "frozen\"}",
    NULL, "It is frozen by the police; nothing can be done with it until that ends" },
  { "failed renewal, as it was kept once", "auto-renewal.failed", "{\"rule\":\"pay.balance-short\"}", NULL, "" },
  { "command alone", "command", BODY ("top-up"), NULL, "Top up" },
  { "amount of money", "command", BODY ("top-up"), COMMAND ("top-up", "{\"amount\":\"12.50\"}"),
    "Top up · Amount: ¥12.50" },
  { "renewal", "command", BODY ("renew"), COMMAND ("renew", "{\"months\":12,\"pay\":true,\"resources\":[\"a\",\"b\"]}"),
    "Renew · Resources: a, b · Duration: 1 year · Paid at once: yes" },
  { "many", "command", BODY ("cancel"), COMMAND ("cancel", "{\"orders\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"]}"),
    "Cancel orders · Orders: 1, 2, 3, 4, 5 and 2 more" },
  { "unfreeze", "command", BODY ("set-freeze"),
    COMMAND ("set-freeze", "{\"account\":\"demo\",\"freeze\":\"none\",\"resource\":\"r\"}"),
    "Unfreeze · Account: demo · Resource: r · State: not frozen" },
  { "freeze by the police", "command", BODY ("set-freeze"),
    COMMAND ("set-freeze", "{\"account\":\"demo\",\"freeze\":\"police\"}"),
    "Freeze · Account: demo · State: frozen by the police" },
  { "rate", "command", BODY ("grant-discount"),
    COMMAND ("grant-discount", "{\"account\":\"demo\",\"permyriad\":8750,\"promotion\":true}"),
    "Grant a discount · Account: demo · Price factor: 87.50% · Promotion: yes" },
  { "order", "command", BODY ("order"),
    COMMAND ("order", "{\"agreed\":true,\"bandwidth\":5,\"months\":1,\"name\":\"ip\",\"offer\":\"eip\",\"quantity\":1,"
                      "\"region\":\"cn-north-9\",\"spec\":\"5_bgp\"}"),
    "Place an order · Product: Elastic IP · Specification: Dynamic BGP · Region: CN North-Ulanqab · Name: ip · "
    "Bandwidth: 5 Mbit/s · Duration: 1 month · Quantity: 1 · Agreed: yes" },
  { "last day", "command", BODY ("set-unified-day"), COMMAND ("set-unified-day", "{\"day\":-1}"),
    "Set the unified expiry day · Unified expiry day: last day of the month" },
  { "rejected", "command", BODY ("decide-order"),
    COMMAND ("decide-order", "{\"approve\":false,\"orders\":[\"1\"],\"reason\":\"no\"}"),
    "Decide on orders in review · Orders: 1 · Reason: no · Decision: rejected" },
  { "no link", "command", BODY ("set-password"), COMMAND ("set-password", "{\"link\":\"PUBLIC\"}"),
    "Set the password" },
  { "not read", "command", BODY ("renew"), "{\"kind\":\"renew\"}", "Renew" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  TenureJournalEvent event = { .kind = (char *)row->kind, .body = (char *)row->body, .command = (char *)row->command };
  g_autofree char *details = tenure_word_event_details (&event), *kind = tenure_word_journal (row->kind);
  g_autofree char *whole = tenure_word_event (&event);

  g_assert_cmpstr (details, ==, row->words);
  g_assert_true (g_str_has_prefix (whole, kind));
  g_assert_true (g_str_has_suffix (whole, row->words));
  g_assert_true (*row->words || g_str_equal (whole, kind));
  g_assert_null (strchr (whole, '{'));
}

/* Whatever a command can say is said in words, or kept back on purpose: no field is forgotten. */
static void
test_fields (void)
{
  static const char *const KEPT_BACK[] = { "link", "question", "unused", NULL };

  for (int kind = 0; kind < TENURE_N_COMMANDS; kind++)
    {
      guint n;
      const TenureField *fields = tenure_command_kind_fields ((TenureCommandKind)kind, &n);

      for (guint i = 0; i < n; i++)
        if ((tenure_word_field (fields[i].name) == NULL) != g_strv_contains (KEPT_BACK, fields[i].name))
          g_test_fail_printf ("%s: %s", tenure_command_kind_name ((TenureCommandKind)kind), fields[i].name);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autofree char *path = g_strconcat ("/activity/", ROWS[i].name, NULL);

      g_test_add_data_func (path, &ROWS[i], test_row);
    }
  g_test_add_func ("/activity/every-field", test_fields);
  return g_test_run ();
}
