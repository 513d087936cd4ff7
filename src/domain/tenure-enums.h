/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field's enumerations with the guide's Chinese terms; stored and written by name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** 订单状态 (guide 4.3.5) */
typedef enum
{
  TENURE_ORDER_UNPAID,       /* 待支付 "unpaid" */
  TENURE_ORDER_REVIEW,       /* 待审核 "review" */
  TENURE_ORDER_REFUNDING,    /* 退款中 "refunding" */
  TENURE_ORDER_PROCESSING,   /* 处理中 "processing" */
  TENURE_ORDER_COMPLETED,    /* 已完成 "completed" */
  TENURE_ORDER_CANCELLED,    /* 已取消 "cancelled" */
  TENURE_ORDER_CONFIRMATION, /* 待确认 "confirmation" */
} TenureOrderStatus;

/** 订单类型 (rules 8.3); the numbers are the API's */
typedef enum
{
  TENURE_TYPE_NEW = 1,         /* 新购 "new" */
  TENURE_TYPE_RENEWAL = 2,     /* 续订 "renewal" */
  TENURE_TYPE_CHANGE = 3,      /* 变更 "change" */
  TENURE_TYPE_UNSUBSCRIBE = 4, /* 退订 "unsubscription" */
  TENURE_TYPE_TO_PPU = 10,     /* 包周期转按需 "to-pay-per-use" */
  TENURE_TYPE_FROM_PPU = 11,   /* 按需转包周期 "from-pay-per-use" */
} TenureOrderType;

/** 订单来源 */
typedef enum
{
  TENURE_SOURCE_CUSTOMER = 1, /* 用户下单 "customer" */
  TENURE_SOURCE_MANAGER = 2,  /* 客户经理 "manager" */
  TENURE_SOURCE_SYSTEM = 8,   /* 系统 "system" */
} TenureOrderSource;

/** 续费方式: the four tabs of the renewal page; exclusive */
typedef enum
{
  TENURE_MODE_MANUAL,     /* 手动续费项 "manual" */
  TENURE_MODE_AUTO,       /* 自动续费项 "auto" */
  TENURE_MODE_TO_PPU,     /* 到期转按需项 "to-pay-per-use" */
  TENURE_MODE_NO_RENEWAL, /* 到期不续费项 "no-renewal" */
} TenureMode;

/** What a resource is, apart from its dates */
typedef enum
{
  TENURE_RESOURCE_ACTIVE,       /* "active" */
  TENURE_RESOURCE_UNSUBSCRIBED, /* 已退订 "unsubscribed" */
  TENURE_RESOURCE_RELEASED,     /* 已释放 "released" */
} TenureResourceStatus;

/** 资源状态 by its dates (guide 4.2.8, rules 4.4) */
typedef enum
{
  TENURE_LIFE_IN_USE,   /* 使用中 "in-use" */
  TENURE_LIFE_EXPIRED,  /* 已过期, grace 宽限期 "expired" */
  TENURE_LIFE_FROZEN,   /* 已冻结, retention 保留期 "frozen" */
  TENURE_LIFE_RELEASED, /* "released" */
} TenureLife;

/** A freeze is a mark of its own, not a life-cycle state */
typedef enum
{
  TENURE_FREEZE_NONE,      /* "none" */
  TENURE_FREEZE_ARREARS,   /* 欠费冻结 "arrears" */
  TENURE_FREEZE_VIOLATION, /* 违规冻结 "violation" */
  TENURE_FREEZE_POLICE,    /* 公安冻结 "police" */
} TenureFreeze;

/** 优惠与支付工具 */
typedef enum
{
  TENURE_COUPON_VOUCHER,  /* 代金券 "voucher" */
  TENURE_COUPON_DISCOUNT, /* 折扣券 "discount" */
  TENURE_COUPON_FLEXI,    /* 现金券 "flexi" */
  TENURE_COUPON_CARD,     /* 储值卡 "card" */
} TenureCouponKind;

/** What a term (计费周期) was bought by */
typedef enum
{
  TENURE_TERM_NEW,     /* "new" */
  TENURE_TERM_RENEWAL, /* "renewal" */
  TENURE_TERM_CHANGE,  /* "change" */
} TenureTermKind;

/** How a term is given back (rules 1.5) */
typedef enum
{
  TENURE_REFUND_CONDITIONAL,   /* 非五天无理由退订 "conditional" */
  TENURE_REFUND_FIVE_DAY,      /* 五天无理由 "five-day" */
  TENURE_REFUND_NOT_EFFECTIVE, /* 未生效, an unstarted renewal period, failed creation "not-effective" */
} TenureRefundKind;

/* Stored and JSON names: static strings, and FALSE for a text that is none of them. */
#define TENURE_DECLARE_ENUM_NAMES(Type, type)                                                                          \
  const char *tenure_##type##_name (Type value);                                                                       \
  gboolean tenure_##type##_from_name (const char *name, Type *value);

TENURE_DECLARE_ENUM_NAMES (TenureOrderStatus, order_status)
TENURE_DECLARE_ENUM_NAMES (TenureOrderType, order_type)
TENURE_DECLARE_ENUM_NAMES (TenureOrderSource, order_source)
TENURE_DECLARE_ENUM_NAMES (TenureMode, mode)
TENURE_DECLARE_ENUM_NAMES (TenureResourceStatus, resource_status)
TENURE_DECLARE_ENUM_NAMES (TenureLife, life)
TENURE_DECLARE_ENUM_NAMES (TenureFreeze, freeze)
TENURE_DECLARE_ENUM_NAMES (TenureCouponKind, coupon_kind)
TENURE_DECLARE_ENUM_NAMES (TenureTermKind, term_kind)
TENURE_DECLARE_ENUM_NAMES (TenureRefundKind, refund_kind)

G_END_DECLS
