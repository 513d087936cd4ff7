/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of the table on modes, release, change and unsubscription. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#define VIEW (TENURE_CLI_JSON | TENURE_CLI_PROFILE)
#define CHANGE (TENURE_CLI_JSON | TENURE_CLI_EXPLAIN | TENURE_CLI_PROFILE | TENURE_CLI_CHANGE)
#define PAY_OPTION                                                                                                     \
  {                                                                                                                    \
    "pay", NULL, N_ ("Pay at once from the balance; otherwise the order waits for payment")                            \
  }

static const TenureCliOption CHANGE_OPTIONS[] = {
  { "spec", "KEY", N_ ("Another specification, from the catalogue") },
  { "size", "N", N_ ("Another size: the bandwidth in Mbit/s, or the disk in GiB") },
  PAY_OPTION,
  { NULL },
};

static const TenureCliOption ATTACH_OPTIONS[] = {
  { "offer", "KEY", N_ ("What to attach, from the catalogue: a disk, or a bandwidth add-on"), TRUE },
  { "size", "N", N_ ("Its size: GiB of a disk, Mbit/s of an add-on"), TRUE },
  { "spec", "KEY", N_ ("Specification (default: the first one)") },
  { "name", "NAME", N_ ("Its name (default: made from the resource’s)") },
  PAY_OPTION,
  { NULL },
};

static const TenureCliOption UNSUBSCRIBE_OPTIONS[] = {
  { "reason", "REASON", N_ ("wrong-spec, surplus, test-done, hard-to-use, not-suitable, fault or other"), TRUE },
  { "reason-text", "TEXT", N_ ("The reason in your words, up to 100 characters; needed with other") },
  { NULL },
};

const TenureCliCommand TENURE_CLI_RESOURCE_COMMANDS[] = {
  { "set-to-pay-per-use", "RESOURCE…", 1, -1, CHANGE, NULL, N_ ("Go on by the hour when the term ends"), NULL,
    "set-to-pay-per-use web-ip\nrenewals --within 7 --ids | tenurectl set-to-pay-per-use - --dry-run",
    tenure_cli_run_set_to_pay_per_use },
  { "set-no-renewal", "RESOURCE…", 1, -1, CHANGE, NULL, N_ ("Let it end when the term ends"),
    N_ ("Of a product that is no longer sold this cannot be taken back."), "set-no-renewal web",
    tenure_cli_run_set_no_renewal },
  { "release", "RESOURCE…", 1, -1, CHANGE, NULL, N_ ("Delete what has expired, with what is bound to it"),
    N_ ("Nothing can be recovered, and nothing is paid back. --dry-run --explain lists what goes and what stays."),
    "release web --dry-run --explain\nrelease web", tenure_cli_run_release },
  { "change", "RESOURCE", 1, 1, CHANGE, CHANGE_OPTIONS, N_ ("Change to a higher specification or a larger size"),
    N_ ("The difference is paid for what remains of the term. Renewals ordered before can then only be given back with "
        "the whole resource."),
    "change web --spec s6.large.2 --dry-run --explain\nchange web-ip --size 10 --pay", tenure_cli_run_change },
  { "attach", "RESOURCE", 1, 1, CHANGE, ATTACH_OPTIONS, N_ ("Attach a further disk or a bandwidth add-on"),
    N_ ("It ends together with the resource and costs what remains of its term."),
    "attach web --offer evs --size 100 --name data --pay\nattach web-ip --offer bandwidth-addon --size 5",
    tenure_cli_run_attach },
  { "unsubscribe-pending", "RESOURCE…", 1, -1, CHANGE, UNSUBSCRIBE_OPTIONS,
    N_ ("Unsubscribe packages that have not begun, in full"), NULL,
    "resources --list pending\nunsubscribe-pending traffic-2 --reason surplus", tenure_cli_run_unsubscribe_pending },
  { "durations", "RESOURCE…", 1, -1, VIEW, NULL, N_ ("For how long resources can be renewed together, and the default"),
    NULL, "durations web db", tenure_cli_run_durations },
  { NULL },
};
