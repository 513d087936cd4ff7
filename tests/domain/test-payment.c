/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-support.h"
#include "tenure-payment.h"

#define AT "2024-05-01 10:00:00"
#define MOST 4
#define ROUNDS 4000

/* An instrument written as text; amounts in yuan, NULL for none. */
typedef struct
{
  TenureCouponKind kind;
  const char *remaining, *locked, *threshold, *service, *expiry; /* expiry: NULL does not end */
  int permyriad;
  gboolean with_discount;
  const char *region;
  int order_type, charging; /* 1 more than the TenureCharging */
  gboolean used;
  int state; /* 1 more than the TenureCouponState; 0: usable */
} Instrument;

#define VOUCHER(...)                                                                                                   \
  {                                                                                                                    \
    TENURE_COUPON_VOUCHER, __VA_ARGS__                                                                                 \
  }
#define FLEXI(...)                                                                                                     \
  {                                                                                                                    \
    TENURE_COUPON_FLEXI, __VA_ARGS__                                                                                   \
  }
#define CARD(...)                                                                                                      \
  {                                                                                                                    \
    TENURE_COUPON_CARD, __VA_ARGS__                                                                                    \
  }
#define DISCOUNT(factor, ...)                                                                                          \
  {                                                                                                                    \
    TENURE_COUPON_DISCOUNT, .permyriad = (factor), __VA_ARGS__                                                         \
  }

typedef struct
{
  const char *id, *official;
  int commercial, promotion;
  Instrument discount, voucher, flexi[MOST], cards[MOST]; /* in use when something is set */
  const char *balance;
  gboolean exclusive_threshold; /* policy: 满 N means more than N */
  const char *due, *taken;      /* taken: "cash flexi card voucher" */
  const char *refusal;          /* "RULE FIELD OPERANDS", else NULL */
  const char *placed;           /* discount that the order was placed with */
} Case;

static const Case cases[] = {
  { "GD-59", "200", .discount = DISCOUNT (8000), .flexi = { FLEXI ("50") }, .cards = { CARD ("30") }, .balance = "80",
    .due = "160.00", .taken = "80.00 50.00 30.00 0.00" },
  { "GD-59 commercial", "200", 8000, .flexi = { FLEXI ("50") }, .cards = { CARD ("30") }, .balance = "80",
    .due = "160.00", .taken = "80.00 50.00 30.00 0.00" },
  { "GD-59 voucher", "200", .discount = DISCOUNT (8000), .voucher = VOUCHER ("20"), .balance = "160",
    .refusal = "pay.voucher-discount voucher coupon=K1" },
  { "GD-59 voucher that may", "200", .discount = DISCOUNT (8000), .voucher = VOUCHER ("20", .with_discount = TRUE),
    .balance = "160", .refusal = "pay.voucher-discount voucher coupon=K1" },
  { "voucher, commercial", "200", 8000, .voucher = VOUCHER ("20"), .balance = "160",
    .refusal = "pay.voucher-discount voucher coupon=K1" },
  { "voucher, promotion", "200", 0, 8000, .voucher = VOUCHER ("20"), .balance = "160",
    .refusal = "pay.voucher-discount voucher coupon=K1" },
  { "voucher that may, promotion", "200", 10000, 8000, .voucher = VOUCHER ("20", .with_discount = TRUE),
    .balance = "140", .due = "160.00", .taken = "140.00 0.00 0.00 20.00" },
  { "GD-60", "100", .voucher = VOUCHER ("20"), .balance = "80", .due = "100.00", .taken = "80.00 0.00 0.00 20.00" },
  { "GD-60 a fen short", "100", .voucher = VOUCHER ("20"), .balance = "79.99",
    .refusal = "pay.balance-short - due=80.00 balance=79.99 missing=0.01" },
  { "GP-42 B", "100", .voucher = VOUCHER ("100", "20"), .balance = "20", .due = "100.00",
    .taken = "20.00 0.00 0.00 80.00" },
  { "GP-42 A cancelled", "100", .voucher = VOUCHER ("100", "0"), .balance = "0", .due = "100.00",
    .taken = "0.00 0.00 0.00 100.00" },
  { "all locked", "100", .voucher = VOUCHER ("100", "100"), .balance = "500",
    .refusal = "pay.coupon-locked voucher coupon=K1" },
  { "more locked than left", "100", .voucher = VOUCHER ("100", "120"), .balance = "500",
    .refusal = "pay.coupon-locked voucher coupon=K1" },
  { "used up", "100", .voucher = VOUCHER ("0"), .balance = "500", .refusal = "pay.coupon-used voucher coupon=K1" },
  { "remainder unknown", "100", .voucher = VOUCHER ("?"), .balance = "500",
    .refusal = "pay.coupon-unknown voucher coupon=K1" },
  { "lock unknown", "100", .voucher = VOUCHER ("10", "?"), .balance = "500",
    .refusal = "pay.coupon-unknown voucher coupon=K1" },
  { "discount coupon in an unpaid order", "100", .discount = DISCOUNT (8000, .locked = "1"), .balance = "500",
    .refusal = "pay.coupon-locked discount coupon=K0" },
  { "wrong kind", "100", .voucher = FLEXI ("10"), .balance = "500", .refusal = "pay.coupon-kind voucher coupon=K1" },
  { "wrong kind of discount", "100", .discount = VOUCHER ("10"), .balance = "500",
    .refusal = "pay.coupon-kind discount coupon=K0" },
  { "flexi coupon as card", "100", .cards = { FLEXI ("10") }, .balance = "500",
    .refusal = "pay.coupon-kind card coupon=K20" },
  { "card as flexi coupon", "100", .flexi = { CARD ("10") }, .balance = "500",
    .refusal = "pay.coupon-kind flexi coupon=K10" },
  { "last second", "100", .voucher = VOUCHER ("20", .expiry = AT), .balance = "80", .due = "100.00",
    .taken = "80.00 0.00 0.00 20.00" },
  { "a second late", "100", .voucher = VOUCHER ("20", .expiry = "2024-05-01 09:59:59"), .balance = "100",
    .refusal = "pay.coupon-expired voucher coupon=K1 expiry=2024-05-01 09:59:59" },
  { "expired discount", "100", .discount = DISCOUNT (8000, .expiry = "2024-04-30 23:59:59"), .balance = "100",
    .refusal = "pay.coupon-expired discount coupon=K0 expiry=2024-04-30 23:59:59" },
  { "expired card", "100", .cards = { CARD ("20"), CARD ("20", .expiry = "2024-04-30 23:59:59") }, .balance = "100",
    .refusal = "pay.coupon-expired card coupon=K21 expiry=2024-04-30 23:59:59" },
  { "its service", "100", .voucher = VOUCHER ("20", .service = "ecs"), .balance = "80", .due = "100.00",
    .taken = "80.00 0.00 0.00 20.00" },
  { "another service", "100", .voucher = VOUCHER ("20", .service = "evs"), .balance = "100",
    .refusal = "pay.coupon-service voucher coupon=K1 service=evs" },
  { "at the threshold", "100", .voucher = VOUCHER ("20", .threshold = "100"), .balance = "80", .due = "100.00",
    .taken = "80.00 0.00 0.00 20.00" },
  { "at the threshold, more than", "100", .voucher = VOUCHER ("20", .threshold = "100"), .balance = "100",
    .exclusive_threshold = TRUE, .refusal = "pay.coupon-threshold voucher coupon=K1 threshold=100.00 due=100.00" },
  { "above the threshold, more than", "100.01", .voucher = VOUCHER ("20", .threshold = "100"), .balance = "80.01",
    .exclusive_threshold = TRUE, .due = "100.01", .taken = "80.01 0.00 0.00 20.00" },
  { "under the threshold", "99.99", .voucher = VOUCHER ("20", .threshold = "100"), .balance = "100",
    .refusal = "pay.coupon-threshold voucher coupon=K1 threshold=100.00 due=99.99" },
  { "under the threshold after the discount", "110", 9000,
    .voucher = VOUCHER ("20", .threshold = "100", .with_discount = TRUE), .balance = "100",
    .refusal = "pay.coupon-threshold voucher coupon=K1 threshold=100.00 due=99.00" },
  { "discount measured before itself", "110", .discount = DISCOUNT (5000, .threshold = "100"), .balance = "55",
    .due = "55.00", .taken = "55.00 0.00 0.00 0.00" },
  { "better of two: promotion", "100", 9000, 8500, .balance = "85", .due = "85.00", .taken = "85.00 0.00 0.00 0.00" },
  { "better of two: commercial", "100", 8000, 8500, .balance = "80", .due = "80.00", .taken = "80.00 0.00 0.00 0.00" },
  { "the chosen coupon, though worse", "100", 8000, 8500, DISCOUNT (9000), .balance = "90", .due = "90.00",
    .taken = "90.00 0.00 0.00 0.00" },
  { "coupon without a factor", "100", .discount = DISCOUNT (0), .balance = "100", .due = "100.00",
    .taken = "100.00 0.00 0.00 0.00" },
  { "half a fen up", "0.05", 9000, .balance = "1", .due = "0.05", .taken = "0.05 0.00 0.00 0.00" },
  { "under half a fen", "0.04", 9000, .balance = "1", .due = "0.04", .taken = "0.04 0.00 0.00 0.00" },
  { "voucher pays all", "15", .voucher = VOUCHER ("20"), .flexi = { FLEXI ("5") }, .cards = { CARD ("5") },
    .balance = "?", .due = "15.00", .taken = "0.00 0.00 0.00 15.00" },
  { "flexi coupon before card", "60", .flexi = { FLEXI ("50") }, .cards = { CARD ("30") }, .balance = "0",
    .due = "60.00", .taken = "0.00 50.00 10.00 0.00" },
  { "nothing to pay", "0", .balance = "0", .due = "0.00", .taken = "0.00 0.00 0.00 0.00" },
  { "placed discount", "200", .placed = "40", .balance = "160", .due = "160.00", .taken = "160.00 0.00 0.00 0.00" },
  { "placed discount, voucher", "200", .placed = "40", .voucher = VOUCHER ("20"), .balance = "160",
    .refusal = "pay.voucher-discount voucher coupon=K1" },
  { "placed discount, voucher that may", "200", .placed = "40", .voucher = VOUCHER ("20", .with_discount = TRUE),
    .balance = "140", .due = "160.00", .taken = "140.00 0.00 0.00 20.00" },
  { "placed discount, coupon instead", "200", .placed = "40", .discount = DISCOUNT (9000), .balance = "180",
    .due = "180.00", .taken = "180.00 0.00 0.00 0.00" },
  { "threshold against what is due", "120", .placed = "30",
    .voucher = VOUCHER ("20", .threshold = "100", .with_discount = TRUE), .balance = "100",
    .refusal = "pay.coupon-threshold voucher coupon=K1 threshold=100.00 due=90.00" },
  { "not activated", "100", .voucher = VOUCHER ("20", .state = 1 + TENURE_COUPON_INACTIVE), .balance = "100",
    .refusal = "pay.coupon-inactive voucher coupon=K1" },
  { "reclaimed", "100", .flexi = { FLEXI ("20", .state = 1 + TENURE_COUPON_RECLAIMED) }, .balance = "100",
    .refusal = "pay.coupon-reclaimed flexi coupon=K10" },
  { "region", "100", .voucher = VOUCHER ("20", .region = "cn-east-3"), .balance = "100",
    .refusal = "pay.coupon-region voucher coupon=K1 region=cn-east-3" },
  { "its region", "100", .voucher = VOUCHER ("20", .region = "cn-north-4"), .balance = "80", .due = "100.00",
    .taken = "80.00 0.00 0.00 20.00" },
  { "order type", "100", .discount = DISCOUNT (8000, .order_type = TENURE_TYPE_RENEWAL), .balance = "100",
    .refusal = "pay.coupon-type discount coupon=K0 order-type=renewal" },
  { "its order type", "100", .discount = DISCOUNT (8000, .order_type = TENURE_TYPE_NEW), .balance = "80",
    .due = "80.00", .taken = "80.00 0.00 0.00 0.00" },
  { "charging", "100", .cards = { CARD ("20", .charging = 1 + TENURE_CHARGING_USE) }, .balance = "100",
    .refusal = "pay.coupon-charging card coupon=K20 charging=pay-per-use" },
  { "its charging", "100", .cards = { CARD ("20", .charging = 1 + TENURE_CHARGING_PERIOD) }, .balance = "80",
    .due = "100.00", .taken = "80.00 0.00 20.00 0.00" },
  { "used discount coupon", "100", .discount = DISCOUNT (8000, .used = TRUE), .balance = "100",
    .refusal = "pay.coupon-used discount coupon=K0" },
  { "balance to the fen", "100", .balance = "100", .due = "100.00", .taken = "100.00 0.00 0.00 0.00" },
};

/* Instruments of a case, in the shape that the rule reads. */
typedef struct
{
  TenureCoupon discount, voucher, flexi[MOST], cards[MOST];
  const TenureCoupon *flexi_at[MOST], *cards_at[MOST];
  char keys[4 * MOST][8];
  TenurePaymentInput input;
} Wallet;

static TenureCoupon
coupon_of (const Instrument *instrument, gint64 id, char *key)
{
  g_snprintf (key, 8, "K%d", (int)id);
  return (TenureCoupon){ .id = id,
                         .key = key,
                         .kind = instrument->kind,
                         .remaining = rules_money (instrument->remaining),
                         .locked = rules_money (instrument->locked),
                         .threshold = rules_money (instrument->threshold),
                         .service = instrument->service,
                         .region = instrument->region,
                         .order_type = instrument->order_type,
                         .charging = instrument->charging,
                         .used = instrument->used,
                         .state =
                             instrument->state == 0 ? TENURE_COUPON_USABLE : (TenureCouponState)(instrument->state - 1),
                         .permyriad = instrument->permyriad,
                         .with_discount = instrument->with_discount,
                         .expiry = instrument->expiry ? rules_time (instrument->expiry) : TENURE_TIME_UNKNOWN };
}

static gboolean
is_set (const Instrument *instrument)
{
  return instrument->remaining != NULL || instrument->permyriad != 0 || instrument->kind == TENURE_COUPON_DISCOUNT;
}

static void
fill_wallet (Wallet *wallet, const Case *at)
{
  TenurePaymentInput *input = &wallet->input;

  *input = (TenurePaymentInput){ .official = rules_money (at->official),
                                 .commercial_permyriad = at->commercial,
                                 .promotion_permyriad = at->promotion,
                                 .flexi = wallet->flexi_at,
                                 .cards = wallet->cards_at,
                                 .balance = rules_money (at->balance),
                                 .placed = rules_money (at->placed),
                                 .service = "ecs",
                                 .region = "cn-north-4",
                                 .order_type = TENURE_TYPE_NEW,
                                 .charging = 1 + TENURE_CHARGING_PERIOD,
                                 .at = rules_time (AT) };
  wallet->discount = coupon_of (&at->discount, 0, wallet->keys[0]);
  wallet->voucher = coupon_of (&at->voucher, 1, wallet->keys[1]);
  input->discount = is_set (&at->discount) ? &wallet->discount : NULL;
  input->voucher = is_set (&at->voucher) ? &wallet->voucher : NULL;
  for (guint i = 0; i < MOST && is_set (&at->flexi[i]); i++)
    {
      wallet->flexi[i] = coupon_of (&at->flexi[i], 10 + i, wallet->keys[2 + i]);
      wallet->flexi_at[input->n_flexi++] = &wallet->flexi[i];
    }
  for (guint i = 0; i < MOST && is_set (&at->cards[i]); i++)
    {
      wallet->cards[i] = coupon_of (&at->cards[i], 20 + i, wallet->keys[2 + MOST + i]);
      wallet->cards_at[input->n_cards++] = &wallet->cards[i];
    }
}

static char *
taken_text (const TenureChannels *taken)
{
  g_autofree char *cash = tenure_money_format (taken->cash), *flexi = tenure_money_format (taken->flexi);
  g_autofree char *card = tenure_money_format (taken->card), *voucher = tenure_money_format (taken->voucher);

  g_assert_cmpint (taken->credit, ==, 0);
  return g_strdup_printf ("%s %s %s %s", cash, flexi, card, voucher);
}

static char *
refusal_text (const TenureRefusal *refusal)
{
  GString *text = g_string_new (refusal->rule);

  g_string_append_printf (text, " %s", refusal->field ? refusal->field : "-");
  for (guint i = 0; i < refusal->n_operands; i++)
    {
      const TenureOperand *operand = &refusal->operands[i];
      g_autofree char *value = operand->type == TENURE_OPERAND_MONEY  ? tenure_money_format (operand->value)
                               : operand->type == TENURE_OPERAND_TIME ? tenure_time_format (operand->value)
                                                                      : g_strdup (operand->text);

      g_string_append_printf (text, " %s=%s", operand->name, value);
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *at = data;
  Wallet wallet = { 0 };
  TenurePolicy policy = { .threshold_inclusive = !at->exclusive_threshold };
  TenurePaymentResult result;
  g_autoptr (TenureRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  gboolean paid;

  fill_wallet (&wallet, at);
  paid = tenure_payment (&wallet.input, &policy, &result, NULL, &refusal, &error);
  g_assert_no_error (error);
  if (at->refusal)
    {
      g_autofree char *text = refusal_text (refusal);

      g_assert_false (paid);
      g_assert_null (result.uses);
      g_assert_cmpstr (text, ==, at->refusal);
    }
  else
    {
      g_autofree char *text = taken_text (&result.taken);
      g_autoptr (GArray) uses = result.uses;

      g_assert_true (paid);
      g_assert_null (refusal);
      rules_assert_money (result.due, at->due);
      g_assert_cmpint (result.due + result.discount, ==, wallet.input.official);
      g_assert_cmpstr (text, ==, at->taken);
    }
}

/* Which instrument gives what, and how that is explained. */
static void
test_order (void)
{
  static const Case at = { "order",
                           "200",
                           9000,
                           .flexi = { FLEXI ("30"), FLEXI ("20", .expiry = "2024-06-01") },
                           .cards = { CARD ("40"), CARD ("40", .expiry = "2025-01-01"),
                                      CARD ("40", .expiry = "2024-12-01"), CARD ("40", .expiry = "2024-12-01") },
                           .balance = "10" };
  static const TenureCouponUse wanted[] = { { 11, 20 }, { 10, 30 }, { 22, 40 }, { 23, 40 }, { 21, 40 }, { 20, 10 } };
  Wallet wallet = { 0 };
  TenurePolicy policy = { .threshold_inclusive = TRUE };
  TenurePaymentResult result;
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autoptr (TenureRefusal) refusal = NULL;
  g_autofree char *rules = NULL;

  fill_wallet (&wallet, &at);
  g_assert_true (tenure_payment (&wallet.input, &policy, &result, steps, &refusal, NULL));
  g_assert_cmpuint (result.uses->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < result.uses->len; i++)
    {
      const TenureCouponUse *use = &g_array_index (result.uses, TenureCouponUse, i);

      g_assert_cmpint (use->coupon_id, ==, wanted[i].coupon_id);
      g_assert_cmpint (use->amount, ==, wanted[i].amount * TENURE_MONEY_ONE);
    }
  g_array_unref (result.uses);
  rules = rules_of_steps (steps);
  g_assert_cmpstr (rules, ==, "pay.discount pay.flexi pay.flexi pay.card pay.card pay.card pay.card");
  g_assert_cmpint (tenure_steps_at (steps, 0)->result.value, ==, 180 * TENURE_MONEY_ONE);
  g_assert_cmpint (tenure_steps_at (steps, 6)->operands[0].value, ==, 10 * TENURE_MONEY_ONE);
  g_assert_cmpint (tenure_steps_at (steps, 6)->operands[1].value, ==, 40 * TENURE_MONEY_ONE);
  g_assert_cmpstr (tenure_steps_at (steps, 6)->operands[2].text, ==, "K20");
}

static void
test_discount_steps (void)
{
  static const struct
  {
    int commercial, promotion;
    Instrument discount;
    const char *kind;
  } kinds[] = { { 8000, 9000, { 0 }, "commercial" },
                { 9000, 8000, { 0 }, "promotion" },
                { 8000, 8000, { 0 }, "commercial" }, /* rules 6: a tie goes to the commercial one */
                { 8000, 8000, DISCOUNT (9000), "coupon" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Case at = { "steps", "100", kinds[i].commercial, kinds[i].promotion, kinds[i].discount, .balance = "100" };
      Wallet wallet = { 0 };
      TenurePolicy policy = { .threshold_inclusive = TRUE };
      TenurePaymentResult result;
      g_autoptr (TenureSteps) steps = tenure_steps_new ();
      g_autoptr (TenureRefusal) refusal = NULL;
      g_autofree char *rules = NULL;

      fill_wallet (&wallet, &at);
      g_assert_true (tenure_payment (&wallet.input, &policy, &result, steps, &refusal, NULL));
      g_array_unref (result.uses);
      rules = rules_of_steps (steps);
      g_assert_cmpstr (rules, ==, "pay.discount pay.balance");
      g_assert_cmpstr (tenure_steps_at (steps, 0)->operands[2].text, ==, kinds[i].kind);
    }
}

/* What is not known is no number, and no zero. */
static void
test_unknown (void)
{
  static const Case unknown[] = { { "price", "?", .balance = "100" }, { "balance", "100", .balance = "?" } };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      Wallet wallet = { 0 };
      TenurePolicy policy = { .threshold_inclusive = TRUE };
      TenurePaymentResult result;
      g_autoptr (TenureRefusal) refusal = NULL;
      g_autoptr (GError) error = NULL;

      fill_wallet (&wallet, &unknown[i]);
      g_assert_false (tenure_payment (&wallet.input, &policy, &result, NULL, &refusal, &error));
      tenure_test_refused (&error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN, "");
      g_assert_null (refusal);
      g_assert_null (result.uses);
    }
}

/* What is chosen now and paid later says nothing of a balance that may be another one then. */
static void
test_later (void)
{
  Wallet wallet = { 0 };
  TenurePolicy policy = { .threshold_inclusive = TRUE };
  TenurePaymentResult result;
  g_autoptr (TenureRefusal) refusal = NULL;
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autoptr (GError) error = NULL;

  fill_wallet (&wallet, &(Case){ "later", "100", .balance = "0" });
  wallet.input.later = TRUE;
  g_assert_true (tenure_payment (&wallet.input, &policy, &result, steps, &refusal, &error));
  g_assert_cmpint (result.taken.cash, ==, 100 * TENURE_MONEY_ONE);
  for (guint i = 0; i < tenure_steps_length (steps); i++)
    g_assert_cmpstr (tenure_steps_at (steps, i)->rule, !=, "pay.balance");
  g_array_unref (result.uses);
}

/* Whatever is in the wallet: the parts make the whole, nothing gives more than it has, the order is kept. */
static void
check_paid (const TenurePaymentInput *input, const TenurePaymentResult *result)
{
  const TenureChannels *taken = &result->taken;
  TenureMoney flexi_free = 0, card_free = 0;

  for (guint i = 0; i < input->n_flexi; i++)
    flexi_free += tenure_coupon_free (input->flexi[i], input->at);
  for (guint i = 0; i < input->n_cards; i++)
    card_free += tenure_coupon_free (input->cards[i], input->at);
  g_assert_cmpint (taken->cash + taken->flexi + taken->card + taken->voucher, ==, result->due);
  g_assert_cmpint (taken->cash, <=, input->balance);
  g_assert_cmpint (taken->flexi, <=, flexi_free);
  g_assert_cmpint (taken->card, <=, card_free);
  g_assert_true (taken->flexi == 0 || !input->voucher || taken->voucher == input->voucher->remaining);
  g_assert_true (taken->card == 0 || taken->flexi == flexi_free);
  g_assert_true (taken->cash == 0 || taken->card == card_free);
}

static void
test_property (void)
{
  g_autoptr (GRand) random = tenure_test_random ();
  TenurePolicy policy = { .threshold_inclusive = TRUE };
  guint n_paid = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      TenureCoupon coupons[2 * MOST + 1] = { 0 };
      const TenureCoupon *at[2 * MOST];
      TenurePaymentInput input = { .official = TENURE_MONEY_FEN * g_rand_int_range (random, 0, 20000),
                                   .commercial_permyriad = g_rand_int_range (random, 0, 10001),
                                   .flexi = at,
                                   .n_flexi = g_rand_int_range (random, 0, MOST + 1),
                                   .cards = at + MOST,
                                   .n_cards = g_rand_int_range (random, 0, MOST + 1),
                                   .balance = TENURE_MONEY_FEN * g_rand_int_range (random, 0, 10000),
                                   .at = rules_time (AT) };
      TenurePaymentResult result;
      g_autoptr (TenureRefusal) refusal = NULL;

      for (guint j = 0; j <= 2 * MOST; j++)
        {
          TenureMoney remaining = TENURE_MONEY_FEN * g_rand_int_range (random, 2, 3000);

          coupons[j] = (TenureCoupon){
            .id = j, .remaining = remaining, .with_discount = TRUE, .key = (char *)"K", .state = TENURE_COUPON_USABLE
          };
          coupons[j].kind = j < MOST ? TENURE_COUPON_FLEXI : j < 2 * MOST ? TENURE_COUPON_CARD : TENURE_COUPON_VOUCHER;
          coupons[j].locked = j < 2 * MOST ? remaining / g_rand_int_range (random, 2, 9) : 0;
          coupons[j].expiry = input.at + g_rand_int (random);
          if (j < 2 * MOST)
            at[j] = &coupons[j];
        }
      input.voucher = g_rand_boolean (random) ? &coupons[2 * MOST] : NULL;
      if (tenure_payment (&input, &policy, &result, NULL, &refusal, NULL))
        {
          check_paid (&input, &result);
          g_array_unref (result.uses);
          n_paid++;
        }
      else
        g_assert_cmpstr (refusal->rule, ==, "pay.balance-short");
    }
  g_assert_cmpuint (n_paid, >, ROUNDS / 4);
}

/* Rules 6: the voucher with the largest free balance; limits and expiry hold; a tie goes to the one that ends first. */
static void
test_auto_voucher (void)
{
  static const struct
  {
    Instrument coupons[MOST];
    int wanted; /* -1: none */
  } choices[] = {
    { { VOUCHER ("20"), VOUCHER ("50"), VOUCHER ("30") }, 1 },
    { { VOUCHER ("20"), VOUCHER ("50", "40"), VOUCHER ("30") }, 2 },
    { { VOUCHER ("20"), VOUCHER ("50", .service = "evs"), VOUCHER ("30", .service = "ecs") }, 2 },
    { { VOUCHER ("20"), VOUCHER ("50", .expiry = "2024-04-30 23:59:59") }, 0 },
    { { VOUCHER ("20"), FLEXI ("50"), CARD ("50") }, 0 },
    { { VOUCHER ("20"), VOUCHER ("20", .expiry = "2025-01-01"), VOUCHER ("20", .expiry = "2024-12-01") }, 2 },
    { { VOUCHER ("20"), VOUCHER ("20") }, 0 },
    { { VOUCHER ("?"), VOUCHER ("1") }, 1 },
    { { VOUCHER ("0"), VOUCHER ("10", "10") }, -1 },
    { { VOUCHER ("20"), VOUCHER ("50", .threshold = "101") }, 0 },
    { { VOUCHER ("20"), VOUCHER ("50", .state = 1 + TENURE_COUPON_INACTIVE) }, 0 },
    { { VOUCHER ("20"), VOUCHER ("50", .order_type = TENURE_TYPE_NEW) }, 0 },
    { { { 0 } }, -1 },
  };

  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      TenureCoupon coupons[MOST];
      const TenureCoupon *at[MOST], *chosen;
      char keys[MOST][8];
      guint n = 0;

      for (; n < MOST && is_set (&choices[i].coupons[n]); n++)
        {
          coupons[n] = coupon_of (&choices[i].coupons[n], n, keys[n]);
          at[n] = &coupons[n];
        }
      chosen = tenure_auto_voucher (
          at, n, &(TenurePaymentInput){ .official = 100 * TENURE_MONEY_ONE, .service = "ecs", .at = rules_time (AT) },
          policy);
      g_assert_cmpint (chosen ? chosen->id : -1, ==, choices[i].wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/payment/case/", cases[i].id, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/payment/order", test_order);
  g_test_add_func ("/payment/discount-steps", test_discount_steps);
  g_test_add_func ("/payment/unknown", test_unknown);
  g_test_add_func ("/payment/later", test_later);
  g_test_add_func ("/payment/property", test_property);
  g_test_add_func ("/payment/auto-voucher", test_auto_voucher);
  return g_test_run ();
}
