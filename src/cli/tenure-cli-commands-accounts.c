/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Registration, review, sign-in, outbox: the rows of the table. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#define VIEW (TENURE_CLI_JSON | TENURE_CLI_PROFILE)
#define CHANGE (VIEW | TENURE_CLI_CHANGE)
#define SECRET (CHANGE | TENURE_CLI_SECRET)

static const TenureCliOption CODE_SEND[] = {
  { "reset", NULL, N_ ("For a forgotten password: PHONE is the phone, e-mail or user name that one signs in with") },
  { NULL },
};

static const TenureCliOption REGISTER[] = {
  { "unit-kind", "KIND", N_ ("government, institution (default) or other") },
  { "applicant", "NAME", N_ ("Name of the applicant") },
  { "phone", "PHONE", N_ ("Phone of the applicant; one will sign in with it") },
  { "email", "ADDRESS", N_ ("E-mail of the applicant; one will sign in with it") },
  { "needs", "TEXT", N_ ("Regions and services wanted, up to 500 characters") },
  { "manager", "NAME", N_ ("Name of the account manager") },
  { "manager-phone", "PHONE", N_ ("Phone of the account manager") },
  { NULL },
};

static const TenureCliOption APPLICATIONS[] = {
  { "state", "STATE", N_ ("Only submitted, approved, rejected or activated ones") },
  { NULL },
};

static const TenureCliOption REJECT[] = {
  { "reason", "TEXT", N_ ("What the applicant has to correct"), TRUE },
  { NULL },
};

static const TenureCliOption LINK_SEND[] = {
  { "reset", NULL, N_ ("For a forgotten password (default: to activate an approved account)") },
  { NULL },
};

static const TenureCliOption OUTBOX[] = {
  { "limit", "N", N_ ("The newest N messages (default 50)") },
  { NULL },
};

const TenureCliCommand TENURE_CLI_ACCOUNTS[] = {
  { "accounts", NULL, 0, 0, VIEW, NULL, N_ ("List the Huawei Cloud accounts that a registration can begin with"), NULL,
    "accounts", tenure_cli_run_accounts },
  { "account check", "ACCOUNT", 1, 1, VIEW, NULL, N_ ("Check a Huawei Cloud account against all conditions"), NULL,
    "account check hw_wenhua", tenure_cli_run_account_check },
  { "account rename", "ACCOUNT NAME", 2, 2, CHANGE, NULL, N_ ("Change the enterprise name of a Huawei Cloud account"),
    NULL, "account rename hw_wenhua 云港市文化中心", tenure_cli_run_account_rename },
  { "code send", "PHONE", 1, 1, CHANGE, CODE_SEND, N_ ("Send a verification code by SMS"),
    N_ ("It arrives in the outbox."), "code send 13912345678\ncode send --reset hw_wenhua.govcloud",
    tenure_cli_run_code_send },
  { "register", "ACCOUNT", 1, 1, SECRET, REGISTER, N_ ("Apply for an account of the platform"),
    N_ ("All but the manager has to be given. The verification code that was sent to the phone is read from stdin. A "
        "rejected application is corrected by handing it in again; what is left out stays as it was."),
    "register hw_wenhua --applicant 王文 --phone 13912345678 --email wen@wenhua.example --needs ECS < code",
    tenure_cli_run_register },
  { "applications", NULL, 0, 0, VIEW, APPLICATIONS, N_ ("List the applications"), NULL,
    "applications --state submitted", tenure_cli_run_applications },
  { "application approve", "APPLICATION", 1, 1, CHANGE, NULL, N_ ("As the reviewer: approve an application"),
    N_ ("The link to set the password goes to the applicant's e-mail."), "application approve hw_wenhua.govcloud",
    tenure_cli_run_application_approve },
  { "application reject", "APPLICATION", 1, 1, CHANGE, REJECT, N_ ("As the reviewer: reject an application"), NULL,
    "application reject hw_wenhua.govcloud --reason 请写明区域", tenure_cli_run_application_reject },
  { "link send", "LOGIN", 1, 1, CHANGE, LINK_SEND, N_ ("Send a new link to set the password; the old one is void"),
    NULL, "link send hw_wenhua.govcloud\nlink send --reset 13912345678", tenure_cli_run_link_send },
  { "password set", "[LINK]", 0, 1, SECRET, NULL, N_ ("Set the password by the link of a mail"),
    N_ ("The link as it stands in the mail, and the password, are read from stdin, a line each. LINK, what stands "
        "before the “#”, is needed to plan only."),
    "password set < link-and-password", tenure_cli_run_password_set },
  { "password reset", "LOGIN", 1, 1, SECRET, NULL, N_ ("Set a new password by a verification code"),
    N_ ("The code and the password are read from stdin, a line each."),
    "password reset 13912345678 < code-and-password", tenure_cli_run_password_reset },
  { "sign-in", "LOGIN", 1, 1, SECRET, NULL, N_ ("Sign in by phone, e-mail or user name"),
    N_ ("The password is read from stdin."), "sign-in hw_wenhua.govcloud < password", tenure_cli_run_sign_in },
  { "sign-out", NULL, 0, 0, CHANGE, NULL, N_ ("Sign out"), NULL, "sign-out", tenure_cli_run_sign_out },
  { "whoami", NULL, 0, 0, VIEW, NULL, N_ ("Show who is signed in"), NULL, "whoami", tenure_cli_run_whoami },
  { "outbox", NULL, 0, 0, VIEW, OUTBOX, N_ ("List the mails and SMS that were sent, newest first"), NULL,
    "outbox --limit 5", tenure_cli_run_outbox },
  { "outbox show", "N", 1, 1, VIEW, NULL, N_ ("Show a mail or SMS"),
    N_ ("A code or link stands in it until it is used or expires."), "outbox show 3", tenure_cli_run_outbox_show },
  { NULL },
};
