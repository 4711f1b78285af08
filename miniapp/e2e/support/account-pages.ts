import type { AppPage } from './pages'
import type { Person } from './person'
import { codeOn } from './telephone'

const SIGN_IN = '/people/pages/sign-in/index'

/** Signing in, the account, and who works here. */
export const accountPages = (): AppPage[] => [
  {
    name: '登录，填验证码',
    path: SIGN_IN,
    who: 'visitor',
    shows: '手机号',
    goOn: (person) => askForCode(person, newPhone()),
  },
  {
    name: '登录，第一次来',
    path: SIGN_IN,
    who: 'visitor',
    shows: '手机号',
    isRefused: true,
    goOn: comeForTheFirstTime,
  },
  { name: '账号和登录', path: '/people/pages/account/index', who: 'resident', shows: '就是这一台' },
  { name: '绑手机号', path: '/people/pages/phone/index', who: 'resident', shows: '手机号' },
  { name: '注销账号', path: '/people/pages/close-account/index', who: 'resident', shows: '注销以后' },
  { name: '接受工作邀请', path: '/people/pages/staff-invitation/index', who: 'resident', shows: '邀请码，12个数字' },
  { name: '进工作台', path: '/people/pages/second-step/index', who: 'resident', shows: '这一步给工作人员用' },
  { name: '工作人员', path: '/people/pages/staff/index', who: 'lead', shows: '绕赛社区第一网格网格员（示范）' },
  { name: '请一位同事', path: '/people/pages/invite-staff/index', who: 'lead', shows: '做什么' },
  { name: '给同事的邀请', path: '/people/pages/invite-staff/index', who: 'lead', shows: '做什么', goOn: invite },
]

/** A number gets one code a minute, and nobody has an account with this one: each look at a page takes another. */
const newPhone = () => `139${String(Math.floor(Math.random() * 100_000_000)).padStart(8, '0')}`

const pressMain = ({ page }: Person) =>
  page.getByRole('contentinfo').filter({ visible: true }).getByRole('button').last().click()

const askForCode = async (person: Person, phone: string): Promise<void> => {
  await person.write('手机号', phone)
  await pressMain(person)
  await person.reads('短信里的6个数字')
}

const comeForTheFirstTime = async (person: Person): Promise<void> => {
  const phone = newPhone()
  await askForCode(person, phone)
  await person.write('短信里的6个数字', await codeOn(phone))
  await pressMain(person)
  await person.reads('您是第一次来')
}

const invite = async (person: Person): Promise<void> => {
  await person.write(/^同事的名字/, '新同事（示范）')
  await person.choose('社区食堂')
  await person.choose('绕赛社区')
  await pressMain(person)
  await person.reads('给新同事（示范）的邀请')
}
