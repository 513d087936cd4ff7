"""Chapters 1 and 2: registering, the reviewer's decision, the password, signing in, a forgotten password."""
import re
import time

from desk import PATIENCE, Lost, expect, has

PHONE, EMAIL, USER = '13912345678', 'wen@wenhua.example', 'hw_wenhua.govcloud'
FIRST, SECOND, THIRD = 'Yunqi#2026a', 'Yunqi#2026b', 'Yunqi#2026c'
UNMET = {'hw_opened': '首次开通', 'hw_arrears': '账号未冻结', 'hw_personal': '账号是企业客户', 'hw_restricted': '账号未受限',
         'hw_unverified': '账号已实名认证'}
FORM = ('您的单位名称', '单位性质', '申请人姓名', '申请人手机号', '短信验证码', '申请人邮箱', '上云需求', '华为云客户经理',
        '客户经理手机号')


def profile(desk):
    desk.ctl('profile', 'create', '开通', '--practice', '--register')


def application(desk):
    return desk.ctl('applications')['rows'][0]


def newest(desk, pattern):
    """What the newest message of the outbox holds, read on its page in the main window."""
    desk.page('发件箱')
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for text in desk.texts(desk.wait('发件箱', 'filler')):
            found = re.search(pattern, text)
            if found:
                return found.group(0)
        time.sleep(0.3)
    raise Lost(f'no message holds {pattern}')


def code(desk):
    return newest(desk, r'\b\d{6}\b|(?<=为)\d{6}')


def open_form(desk):
    desk.page('登录')
    desk.press('注册', 'list item')
    desk.tick('hw_wenhua')
    desk.press('登录', within=desk.wait('注册', 'frame'))
    return desk.wait('TenureRegisterForm')


def account_check(desk):
    """1 步骤3：华为云账号须为企业客户、已实名认证、未受限未冻结、首次开通，不满足时提示"""
    desk.page('登录')
    desk.press('注册', 'list item')
    window = desk.wait('注册', 'frame')
    for account, condition in UNMET.items():
        desk.tick(account, within=window)
        row = desk.all(account, 'list item', window)[0]
        line = desk.wait('不满足', 'label', row)
        while line.get_role_name() != 'list item':
            line = line.get_parent()
        expect(account, [line.get_name()], desk.words.of(condition))
        expect('登录', has(desk.wait('登录', 'push button', window), 'SENSITIVE'), False)
    desk.shot('condition')
    desk.press('取消', within=window)
    desk.gone('注册', 'frame')


def the_form(desk):
    """1 步骤4：填写注册信息，*为必填项；短信验证码；空项与错误的验证码有提示"""
    form = open_form(desk)
    labels = [t for t in desk.texts(form) if any(t in desk.words.of(label) for label in FORM)]
    expect('the form', sorted(labels), sorted(w for label in FORM for w in desk.words.of(label) if w in labels))
    expect('the form', len(labels), len(FORM))
    desk.press('提交申请', within=form)
    desk.wait('请填写', 'label', form)
    expect('left out', len(desk.all('请填写。', 'label', form)), 5)
    desk.shot('missing')
    fill_in(desk, form)
    desk.press('发送验证码', within=form)
    desk.wait('重新发送|Send Again', 'push button', form)
    right = code(desk)
    desk.fill('短信验证码', '000000' if right != '000000' else '000001', form)
    desk.press('提交申请', within=form)
    desk.wait('验证码错误|The code is wrong', 'label', form)
    desk.fill('申请人邮箱', 'wen', form)
    desk.press('提交申请', within=form)
    desk.wait('邮箱格式不正确|not an e-mail', 'label', form)
    desk.shot('wrong')
    expect('applications', desk.ctl('applications')['rows'], [])
    desk.fill('申请人邮箱', EMAIL, form)
    desk.fill('短信验证码', right, form)


def fill_in(desk, form):
    desk.tick('事业单位', within=form)
    desk.fill('申请人姓名', '王文', form)
    desk.fill('申请人手机号', PHONE, form)
    desk.fill('申请人邮箱', EMAIL, form)
    desk.fill('上云需求', '弹性公网IP', form)
    desk.fill('华为云客户经理', '李云', form)
    desk.fill('客户经理手机号', '13811112222', form)


def hand_in(desk):
    """1 步骤5：提交申请，提示申请提交成功，等待审批"""
    window = desk.wait('注册', 'frame')
    desk.press('提交申请', within=window)
    desk.wait('申请提交成功', within=window)
    desk.shot('submitted')
    desk.press('关闭', within=window)
    desk.gone('注册', 'frame')
    row = application(desk)
    expect('application', (row['state'], row['user'], row['email']), ('submitted', USER, EMAIL))


STEPS = [account_check, the_form, hand_in]
