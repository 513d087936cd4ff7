"""Chapters 1 and 2: registering, the reviewer's decision, the password, signing in, a forgotten password."""
import re
import time

from desk import PATIENCE, Lost, expect, has, text_of, until

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
        expect(f'{account}: {line.get_name()}', line.get_name() in desk.words.of(condition), True)
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
    desk.wait('此项为必填项。', 'label', form)
    expect('left out', len(desk.all('此项为必填项。', 'label', form)), 5)
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
    desk.wait('申请已提交', within=window)
    desk.shot('submitted')
    desk.press('关闭', within=window)
    desk.gone('注册', 'frame')
    row = application(desk)
    expect('application', (row['state'], row['user_name'], row['email']), ('submitted', USER, EMAIL))


def decide(desk, verb):
    """The reviewer's answer to the application."""
    desk.page('开通申请')
    desk.press(verb, within=desk.wait('开通申请', 'filler'))
    return desk.wait('驳回申请' if verb == '驳回' else '通过申请', 'frame')


def rejected(desk):
    """1 步骤6：审批人驳回并说明原因；申请人改正后再次提交，原内容保留"""
    desk.page('登录')
    desk.press('以审批人身份工作', 'list item')
    dialog = decide(desk, '驳回')
    desk.wait('请填写原因|reason', 'label', dialog)
    desk.shot('reason')
    desk.fill('原因', 'vague', dialog)
    desk.press('驳回', within=dialog)
    desk.gone('驳回申请', 'frame')
    desk.wait('已审批', 'label')
    expect('application', (application(desk)['state'], application(desk)['reason']), ('rejected', 'vague'))
    newest(desk, 'vague')
    desk.become('管理员')
    desk.clock('advance', '60s')
    form = open_form(desk)
    desk.wait('vague', 'label', form)
    desk.shot('kept')
    expect('kept', text_of(desk.wait('上云需求', 'text', form)), '弹性公网IP')
    expect('kept', text_of(desk.wait('申请人手机号', 'text', form)), PHONE)
    desk.fill('上云需求', '华北-乌兰察布，弹性公网IP', form)
    desk.press('发送验证码', within=form)
    desk.wait('重新发送|Send Again', 'push button', form)
    desk.fill('短信验证码', code(desk), form)
    hand_in(desk)


def approved(desk):
    """1 步骤6：审批人审批通过，申请人邮箱收到邮件：用户名、设置密码的链接、7天内有效"""
    desk.page('登录')
    desk.press('以审批人身份工作', 'list item')
    dialog = decide(desk, '通过')
    desk.shot('approving')
    desk.press('通过', within=dialog)
    desk.gone('通过申请', 'frame')
    expect('application', application(desk)['state'], 'approved')
    desk.become('管理员')
    desk.page('发件箱')
    page = desk.wait('发件箱', 'filler')
    desk.point(desk.wait('请设置账号密码', 'list item', page))
    desk.wait('打开链接', 'push button', page, sensitive=True)
    desk.shot('mail')
    said = '\n'.join(desk.texts(page))
    for part in (USER, EMAIL, 'tenure://', *desk.words.of('7天|7 days')):
        expect(f'the mail says {part}', part in said, True)


def activate(desk):
    """1 步骤7：点击邮件中的超链接设置密码，完成激活；密码规则与两次输入不一致有提示"""
    desk.press('打开链接')
    window = desk.wait('设置密码', 'frame')
    ok = desk.wait('确定', 'push button', window)
    for password, repeat in (('short', 'short'), ('onlyletters', 'onlyletters'), (FIRST, FIRST + 'x')):
        desk.fill('密码', password, window)
        desk.fill('确认新密码', repeat, window)
        expect(password, has(ok, 'SENSITIVE'), False)
    desk.wait('两次输入的密码不一致|The two passwords are not the same', 'label', window)
    desk.shot('passwords')
    desk.fill('确认新密码', FIRST, window)
    desk.press('确定', within=window)
    desk.wait('密码已设置', within=window)
    desk.press('关闭', within=window)
    desk.gone('设置密码', 'frame')
    expect('application', application(desk)['state'], 'activated')


def sign_out(desk):
    desk.press('档案')
    desk.press('退出登录', 'menu item')
    desk.hidden = ()
    desk.wait('登录', 'filler')


def sign_in(desk, name, password):
    page = desk.wait('登录', 'filler')
    desk.fill('手机号、邮箱或用户名', name, page)
    desk.fill('密码', password, page)
    desk.press('登录', within=page)


def signed_in(desk):
    """The customer's pages; in a narrow window their list stands behind the page."""
    until(lambda: desk.ctl('whoami')['account'], 'nobody is signed in')
    if not desk.width:
        desk.wait('待支付订单', 'list item')


def three_names(desk):
    """2 登录：使用注册的手机号、邮箱，或密码设置邮件中的用户名；密码错误有提示"""
    desk.page('登录')
    sign_in(desk, PHONE, 'wrong-password')
    desk.wait('账号或密码错误|password is wrong', 'label')
    desk.shot('refused')
    for name in (PHONE, EMAIL, USER):
        sign_in(desk, name, FIRST)
        signed_in(desk)
        expect(name, desk.ctl('whoami')['account'], 'hw_wenhua')
        desk.shot('signed-in')
        sign_out(desk)


def forgotten(desk):
    desk.press('忘记密码', 'list item')
    window = desk.wait('忘记密码', 'frame')
    desk.fill('手机号、邮箱或用户名', PHONE, window)
    return window


def new_password(desk, window, password):
    desk.fill('密码', password, window)
    desk.fill('确认新密码', password, window)
    desk.press('确定', within=window)
    desk.wait('密码已|The Password', within=window)
    desk.press('关闭', within=window)


def forgotten_by_sms(desk):
    """2 忘记密码：通过短信验证码设置新密码，旧密码失效"""
    window = forgotten(desk)
    desk.shot('forgotten')
    desk.press('发送验证码', within=window)
    desk.wait('重新发送|Send Again', 'push button', window)
    desk.fill('短信验证码', code(desk), window)
    new_password(desk, window, SECOND)
    desk.page('登录')
    sign_in(desk, PHONE, FIRST)
    desk.wait('账号或密码错误|password is wrong', 'label')
    sign_in(desk, PHONE, SECOND)
    signed_in(desk)
    sign_out(desk)


def forgotten_by_mail(desk):
    """2 忘记密码：通过邮件链接设置新密码；链接用过后失效"""
    window = forgotten(desk)
    desk.press('通过邮件发送新链接', within=window)
    desk.wait('新的链接已|A new link was sent', 'label', window)
    desk.shot('link')
    desk.press('取消', within=window)
    desk.gone('忘记密码', 'frame')
    desk.page('发件箱')
    if desk.width:  # a message fills a narrow window once it is opened
        desk.point(desk.all('@', 'list item', desk.wait('发件箱', 'filler'))[0])
    desk.press('打开链接')
    new_password(desk, desk.wait('设置密码', 'frame'), THIRD)
    newest(desk, '|'.join(desk.words.of('已使用或已失效|used or expired')))
    expect('the used link', desk.find('打开链接', 'push button', desk.wait('发件箱', 'filler')), None)
    desk.page('登录')
    sign_in(desk, EMAIL, THIRD)
    signed_in(desk)
    expect('signed in', desk.ctl('whoami')['account'], 'hw_wenhua')


STEPS = [account_check, the_form, hand_in, rejected, approved, activate, three_names, forgotten_by_sms,
         forgotten_by_mail]
