/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands: immutable values that everything changing anything is made of. */
#pragma once

#include "tenure-command-account-params.h"
#include "tenure-json.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_FIELD_STRING,  /* char *                                      */
  TENURE_FIELD_STRINGS, /* char **, NULL-terminated                    */
  TENURE_FIELD_INT,     /* gint64, within minimum…maximum              */
  TENURE_FIELD_BOOLEAN, /* gboolean                                    */
  TENURE_FIELD_MONEY,   /* TenureMoney, in JSON its canonical text     */
  TENURE_FIELD_TIME,    /* TenureTime, in JSON seconds                 */
  TENURE_FIELD_ENUM,    /* int, in JSON one of names                   */
} TenureFieldType;

/** One parameter: its JSON name, where it lies in the C struct, what is allowed. */
typedef struct
{
  const char *name;
  TenureFieldType type;
  gsize offset;
  gboolean optional;        /* absent: zero, NULL, FALSE */
  gint64 minimum, maximum;  /* of an int or an amount; maximum: characters of a string, number of strings */
  const char *const *names; /* of an enum, NULL-terminated */
  gboolean distinct;        /* of strings: none twice */
  gboolean lines;           /* of a string: may have line breaks */
  gboolean not_zero;        /* of an int: 0 lies within the range and is not allowed */
  const char *as_many_as;   /* of strings: the field that has as many, one text (or "") for each of its */
} TenureField;

/** One kind: the row of the one table. What decides it is found by the platform under the same kind. */
typedef enum
{
  TENURE_COMMAND_TOP_UP,               /* 充值 "top-up" */
  TENURE_COMMAND_ORDER,                /* 下单 "order" */
  TENURE_COMMAND_PAY,                  /* 支付 "pay" */
  TENURE_COMMAND_CANCEL,               /* 取消 "cancel" */
  TENURE_COMMAND_RENEW,                /* 续费 "renew" */
  TENURE_COMMAND_SET_MODE,             /* 设为手动续费, 设为/修改自动续费 "set-mode" */
  TENURE_COMMAND_SET_UNIFIED_DAY,      /* 设置统一到期日 "set-unified-day" */
  TENURE_COMMAND_SET_DEDUCTION_DAY,    /* 自动续费扣款日 "set-deduction-day" */
  TENURE_COMMAND_UNSUBSCRIBE,          /* 退订资源 "unsubscribe" */
  TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, /* 退订续费周期 "unsubscribe-renewals" */
  TENURE_COMMAND_UNSUBSCRIBE_PENDING,  /* 退订未生效的资源 "unsubscribe-pending" */
  TENURE_COMMAND_RELEASE,              /* 释放 "release" */
  TENURE_COMMAND_CHANGE,               /* 变更 "change" */
  TENURE_COMMAND_ATTACH,               /* 追加 "attach" */
  TENURE_COMMAND_TO_PERIOD,            /* 按需转包周期 "to-period" */
  TENURE_COMMAND_CHOOSE_INSTRUMENTS,   /* 选择优惠 "choose-instruments" */
  TENURE_COMMAND_CONFIRM_ORDER,        /* 确认订单 "confirm-order" */
  TENURE_COMMAND_TELL_FAILURE,         /* "tell-failure" */
  TENURE_COMMAND_ACTIVATE_COUPON,      /* 激活 "activate-coupon" */
  TENURE_COMMAND_EXPORT,               /* 导出 "export" */
  TENURE_COMMAND_RENAME_ENTERPRISE,    /* 变更企业名称 "rename-enterprise" */
  TENURE_COMMAND_SEND_CODE,            /* 发送验证码 "send-code" */
  TENURE_COMMAND_APPLY_ACCOUNT,        /* 提交申请 "apply-account" */
  TENURE_COMMAND_DECIDE_APPLICATION,   /* 审批 "decide-application" */
  TENURE_COMMAND_SEND_LINK,            /* "send-link" */
  TENURE_COMMAND_SET_PASSWORD,         /* 设置密码 "set-password" */
  TENURE_COMMAND_RESET_PASSWORD,       /* 忘记密码 "reset-password" */
  TENURE_COMMAND_SIGN_IN,              /* 登录 "sign-in" */
  TENURE_COMMAND_SIGN_OUT,             /* 退出 "sign-out" */
  TENURE_COMMAND_DECIDE_ORDER,         /* 审核 "decide-order" */
  TENURE_COMMAND_ORDER_FOR_CUSTOMER,   /* 代客下单 "order-for-customer" */
  TENURE_COMMAND_GRANT_COUPON,         /* "grant-coupon" */
  TENURE_COMMAND_GRANT_DISCOUNT,       /* "grant-discount" */
  TENURE_COMMAND_RECLAIM_COUPON,       /* 回收 "reclaim-coupon" */
  TENURE_COMMAND_SET_FREEZE,           /* 冻结, 解冻 "set-freeze" */
  TENURE_COMMAND_WITHDRAW_OFFER,       /* 下架 "withdraw-offer" */
  TENURE_COMMAND_MARK_ORDER,           /* "mark-order" */
  TENURE_N_COMMANDS,
} TenureCommandKind;

typedef struct _TenureCommand TenureCommand;

/** A command with a fresh random id (or @id); takes copies of what @params (the kind's struct) points to.
 * TENURE_INPUT_ERROR naming the field that is not allowed. */
TenureCommand *tenure_command_new (TenureCommandKind kind, gconstpointer params, const char *id, GError **error);
/** The first field that tenure_command_new() does not allow; NULL: it allows all. Static. */
const char *tenure_command_wrong_field (TenureCommandKind kind, gconstpointer params);
/** From its canonical JSON {"id","kind","version","params"}; unknown members are refused. */
TenureCommand *tenure_command_from_json (TenureJson *json, GError **error);
TenureCommand *tenure_command_ref (TenureCommand *self);
void tenure_command_unref (TenureCommand *self);

TenureCommandKind tenure_command_kind (const TenureCommand *self);
const char *tenure_command_kind_name (TenureCommandKind kind);
gboolean tenure_command_kind_from_name (const char *name, TenureCommandKind *kind);
guint tenure_command_kind_version (TenureCommandKind kind);
/** Whose command it is (A1-09). */
TenureRole tenure_command_kind_role (TenureCommandKind kind);
/** Lines of the secret that applying it takes: a password, a code, a link's secret part; mostly none. */
guint tenure_command_kind_secrets (TenureCommandKind kind);
const TenureField *tenure_command_kind_fields (TenureCommandKind kind, guint *n_fields);
/** UUID, chosen when the person starts: applying it twice does it once. */
const char *tenure_command_id (const TenureCommand *self);
/** The kind's struct; borrowed. */
gconstpointer tenure_command_params (const TenureCommand *self);
TenureJson *tenure_command_to_json (const TenureCommand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureCommand, tenure_command_unref)

G_END_DECLS
