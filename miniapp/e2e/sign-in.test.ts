import { createHmac } from 'node:crypto'
import { expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { CHINESE_ELDER, readAs } from './support/reading'
import { codeOn } from './support/telephone'

const SIGN_IN = '/people/pages/sign-in/index'
const CODE = '短信里的6个数字'

const dialog = ({ page }: Person) => page.getByRole('dialog')

/** The number, then the code that came to it. Gives the code. */
const showPhone = async (person: Person, phone: string, known?: string): Promise<string> => {
  await person.write('手机号', phone)
  await person.press('发验证码')
  const code = await codeOn(phone, known)
  await person.write(CODE, code)
  await person.press('登录')
  return code
}

const openAccount = async (person: Person, phone: string) => {
  await person.open(SIGN_IN)
  await showPhone(person, phone)
  await person.reads('您是第一次来')
  await person.press('选社区')
  await dialog(person).getByRole('radio', { name: '绕赛社区' }).click()
  await dialog(person).getByRole('button', { name: '关闭' }).click()
  await person.page.getByRole('checkbox').filter({ visible: true }).click()
  await person.press('开账号，登录')
  await person.isAt('小板凳')
}

test('a resident opens an account with a telephone, comes back from another device, and signs that one out', async ({
  visit,
}) => {
  const phone = '13900001001'
  const first = personAt(await visit())
  await openAccount(first, phone)
  await first.open('/people/pages/me/index')
  await first.reads('居民 · 绕赛社区')

  await first.follow('账号和登录')
  await first.reads(/^139\*+/)
  await first.reads('就是这一台')
  expect(await first.text()).not.toContain(phone)

  await first.press('退出')
  await dialog(first).getByRole('button', { name: '退出', exact: true }).click()
  await first.isAt('小板凳')
  await first.open('/people/pages/account/index')
  await first.reads('还没登录')
})

test('a wrong code opens nothing, and what is wrong is said', async ({ visit }) => {
  const person = personAt(await visit())
  await person.open(SIGN_IN)
  await person.write('手机号', '13900001002')
  await person.press('发验证码')
  const code = await codeOn('13900001002')
  await person.write(CODE, code === '111111' ? '222222' : '111111')
  await person.press('登录')
  await person.reads('验证码不对')
  await person.open('/people/pages/me/index')
  await person.reads('还没登录')
})

test('whoever came from a page that needs an account is back on it, all by the keyboard, in 长辈版', async ({
  visit,
}) => {
  const person = personAt(await visit())
  await readAs(person, CHINESE_ELDER)
  await person.open('/people/pages/account/index')
  await person.page.getByRole('button', { name: '登录' }).filter({ visible: true }).first().focus()
  await person.page.keyboard.press('Enter')
  await person.isAt('登录')
  await person.page.getByRole('textbox', { name: '手机号' }).filter({ visible: true }).focus()
  await person.page.keyboard.type('13900001003')
  await person.page.getByRole('button', { name: '发验证码' }).filter({ visible: true }).focus()
  await person.page.keyboard.press('Enter')
  const code = await codeOn('13900001003')
  await person.page.getByRole('group', { name: CODE }).filter({ visible: true }).waitFor()
  for (const digit of code) {
    await person.page.getByRole('button', { name: digit, exact: true }).filter({ visible: true }).focus()
    await person.page.keyboard.press('Enter')
  }
  await person.page.getByRole('button', { name: '登录', exact: true }).filter({ visible: true }).focus()
  await person.page.keyboard.press('Enter')
  await person.reads('您是第一次来')
})

/** RFC 6238 as an authenticator app reckons it; `steps` ahead of now. */
const totpOf = (secret: string, steps = 0): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', base32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

const base32 = (text: string): Buffer => {
  const bits = Array.from(text, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

test('a colleague is invited, sets up an authenticator, and is in the list with it', async ({ visit }) => {
  const inviter = personAt(await visit())
  await signIn(inviter, 'communityStaff')
  await inviter.open('/people/pages/invite-staff/index')
  await inviter.write(/^同事的名字/, '示范同事')
  await inviter.choose('社区食堂')
  await inviter.choose('绕赛社区')
  await inviter.press('做一个邀请码')
  await inviter.reads('给示范同事的邀请')
  const invitation = /\d{4} \d{4} \d{4}/.exec(await inviter.text())?.[0] ?? ''

  const phone = '13900001004'
  const colleague = personAt(await visit())
  await openAccount(colleague, phone)
  await colleague.open('/people/pages/code/index')
  await colleague.write('12个数字', invitation)
  await colleague.press('打开看')
  await colleague.press('接受')
  await colleague.reads('这一页只显示这一次，先设好再离开。')
  const secret = (/(?:[A-Z2-7]{4} )+[A-Z2-7]{1,4}/.exec(await colleague.text())?.[0] ?? '').replaceAll(' ', '')
  await colleague.write('验证器里的6个数字', totpOf(secret))
  await colleague.press('设好了')
  await colleague.reads('社区食堂 · 绕赛社区')
  await colleague.press('去工作台')
  await colleague.page.getByRole('link', { name: /^厨房/ }).filter({ visible: true }).waitFor()

  await inviter.open('/people/pages/staff/index')
  await inviter.reads('用什么进工作台：验证器')
})
