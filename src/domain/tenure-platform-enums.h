/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enumerations of accounts, roles, marks and messages; stored and written by name. */
#pragma once

#include "tenure-enums.h"

G_BEGIN_DECLS

/** 计费模式 of a resource */
typedef enum
{
  TENURE_CHARGING_PERIOD,  /* 包年/包月 "period" */
  TENURE_CHARGING_USE,     /* 按需计费 "pay-per-use" */
  TENURE_CHARGING_PACKAGE, /* 套餐包 "package" */
} TenureCharging;

/** Why a renewal period cannot be given back alone (rules 3.2) */
typedef enum
{
  TENURE_BLOCK_NONE,     /* "none" */
  TENURE_BLOCK_CHANGED,  /* 续费后变更 "changed" */
  TENURE_BLOCK_ATTACHED, /* 续费后追加附属资源 "attached" */
} TenureBlock;

/** Whose command it is (A1-09) */
typedef enum
{
  TENURE_ROLE_ADMINISTRATOR, /* an activated account's, signed in "administrator" */
  TENURE_ROLE_REVIEWER,      /* 审批人, the platform's staff "reviewer" */
  TENURE_ROLE_VISITOR,       /* nobody signed in yet "visitor" */
} TenureRole;

/** 单位性质 (A1-03) */
typedef enum
{
  TENURE_UNIT_GOVERNMENT,  /* 党政机关 "government" */
  TENURE_UNIT_INSTITUTION, /* 事业单位 "institution" */
  TENURE_UNIT_OTHER,       /* 其他 "other" */
} TenureUnitKind;

/** State of an application (A1-06) */
typedef enum
{
  TENURE_APPLICATION_SUBMITTED, /* "submitted" */
  TENURE_APPLICATION_APPROVED,  /* "approved" */
  TENURE_APPLICATION_REJECTED,  /* "rejected" */
  TENURE_APPLICATION_ACTIVATED, /* "activated" */
} TenureApplicationState;

/** What a code or a link is for */
typedef enum
{
  TENURE_PURPOSE_REGISTER, /* "register", of a code */
  TENURE_PURPOSE_RESET,    /* 忘记密码 "reset" */
  TENURE_PURPOSE_ACTIVATE, /* "activate", of a link */
} TenurePurpose;

/** A mark that the reviewer puts on an order (A1-15) */
typedef enum
{
  TENURE_MARK_PROMOTION,    /* 促销 "promotion" */
  TENURE_MARK_PARTNER_PAID, /* 伙伴代付 "partner-paid" */
  TENURE_MARK_SPECIAL,      /* 特殊退订申请中 "special" */
  TENURE_MARK_INVOICED,     /* 已开发票 "invoiced" */
} TenureMark;

/** Whether an instrument can be used, apart from its amount and dates (rules 9) */
typedef enum
{
  TENURE_COUPON_INACTIVE,  /* 未激活 "inactive" */
  TENURE_COUPON_USABLE,    /* "usable" */
  TENURE_COUPON_RECLAIMED, /* 已回收 "reclaimed" */
} TenureCouponState;

/** 状态 of an instrument as people see it (rules 9) */
typedef enum
{
  TENURE_COUPON_STATUS_INACTIVE,  /* 未激活 "inactive" */
  TENURE_COUPON_STATUS_USABLE,    /* 可使用 "usable" */
  TENURE_COUPON_STATUS_USED,      /* 已使用 "used" */
  TENURE_COUPON_STATUS_EXPIRED,   /* 已过期 "expired" */
  TENURE_COUPON_STATUS_RECLAIMED, /* 已回收 "reclaimed" */
} TenureCouponStatus;

TENURE_DECLARE_ENUM_NAMES (TenureCharging, charging)
TENURE_DECLARE_ENUM_NAMES (TenureBlock, block)
TENURE_DECLARE_ENUM_NAMES (TenureRole, role)
TENURE_DECLARE_ENUM_NAMES (TenureUnitKind, unit_kind)
TENURE_DECLARE_ENUM_NAMES (TenureApplicationState, application_state)
TENURE_DECLARE_ENUM_NAMES (TenurePurpose, purpose)
TENURE_DECLARE_ENUM_NAMES (TenureMark, mark)
TENURE_DECLARE_ENUM_NAMES (TenureCouponState, coupon_state)
TENURE_DECLARE_ENUM_NAMES (TenureCouponStatus, coupon_status)

G_END_DECLS
