/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parameters of the commands around accounts: registration, sign-in, and what the platform's staff does.
 * Passwords, codes and links' secret parts are no parameters: they go to apply in a buffer of their own. */
#pragma once

#include "tenure-command-order-params.h"

G_BEGIN_DECLS

/** 变更企业名称: of the Huawei account that applies. */
typedef struct
{
  char *account, *name;
} TenureRenameEnterprise;
/** 发送验证码: purpose register or reset. login: of a reset, what one signs in with; the phone is then the account's.
 */
typedef struct
{
  int purpose;
  char *phone, *login;
} TenureSendCode;
/** 提交申请: the form of A1-03. Secret: the SMS code. */
typedef struct
{
  char *account;
  int unit_kind; /* TenureUnitKind */
  char *applicant, *phone, *email, *needs, *manager, *manager_phone;
} TenureApplyAccount;
/** The reviewer's word on an application, by its number; a reason with a rejection. */
typedef struct
{
  char *application, *reason;
  gboolean approve;
} TenureDecideApplication;
/** A new link, which kills the old one: purpose activate or reset, for what one signs in with. */
typedef struct
{
  char *login;
  int purpose;
} TenureSendLink;
/** By a link's public part. Secret: the link's secret part, the password. */
typedef struct
{
  char *link;
} TenureSetPassword;
/** 忘记密码 by SMS code. Secret: the code, the password. */
typedef struct
{
  char *login;
} TenureResetPassword;
/** By phone, e-mail or user name. Secret: the password. */
typedef struct
{
  char *login;
} TenureSignIn;
typedef struct
{
  gboolean unused;
} TenureSignOut;
/** 待审核 orders: purchases and large refunds; a reason with a rejection. */
typedef struct
{
  char **orders, *reason;
  gboolean approve;
} TenureDecideOrder;
/** An order on a customer's behalf (客户经理代客下单 → 待确认). */
typedef struct
{
  TenurePlaceOrder order;
  char *account;
} TenureOrderForCustomer;
/** amount: of a 代金券, 现金券, 储值卡; permyriad: of a 折扣券. Limits are optional; inactive: must be activated first.
 * Without a name it is called by its kind, in the language of whoever reads it. */
typedef struct
{
  char *account, *name, *service, *region;
  int kind;     /* TenureCouponKind */
  int charging; /* limited to one TenureCharging, 1 more than it; 0: any */
  TenureMoney amount, threshold;
  gint64 permyriad, order_type;
  gboolean with_discount, inactive;
  TenureTime expiry; /* 0: none */
} TenureGrantCoupon;
typedef struct
{
  char *account, *name, *service;
  gboolean promotion, no_refund;
  gint64 permyriad;
  TenureTime expiry; /* 0: none */
} TenureGrantDiscount;
typedef struct
{
  char *account, *coupon;
} TenureReclaimCoupon;
/** Freezes (or with none unfreezes) an account, or one of its resources. */
typedef struct
{
  char *account, *resource; /* resource optional */
  int freeze;               /* TenureFreeze */
} TenureSetFreeze;
typedef struct
{
  char *offer;
  gboolean withdrawn;
} TenureWithdrawOffer;
typedef struct
{
  char *order;
  int mark; /* TenureMark */
  gboolean on;
} TenureMarkOrder;

G_END_DECLS
