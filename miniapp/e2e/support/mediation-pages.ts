import type { AppPage } from './pages'
import type { Person } from './person'
import { atTheServer } from './server'

const RAOSAI = { communityId: 'raosai' }
const REQUEST = '/mediation/pages/request/index'

/** The pages of mediation, for either side, for somebody without an account, and for those who work on it. */
export const mediationPages = async (): Promise<AppPage[]> => {
  const { caseId, code } = await bringToInvitation()
  const address = `communityId=raosai&id=${caseId}`
  return [
    { name: '请人帮着说', path: REQUEST, who: 'resident', shows: '有没有人动手' },
    { name: '请人帮着说，有危险', path: REQUEST, who: 'resident', shows: '有没有人动手', goOn: beInDanger },
    { name: '请人帮着说，第1步', path: REQUEST, who: 'resident', shows: '有没有人动手', goOn: beSafe },
    { name: '请人帮着说，第3步', path: REQUEST, who: 'resident', shows: '有没有人动手', goOn: chooseMediators },
    { name: '我的几件事', path: '/mediation/pages/mine/index', who: 'resident', shows: '邻里的事' },
    { name: '一件事', path: `/mediation/pages/case/index?${address}`, who: 'resident', shows: '谁看过' },
    { name: '给您的一件事，输码', path: '/mediation/pages/invitation/index', who: 'visitor', shows: '看一眼不算答应' },
    {
      name: '给您的一件事',
      path: `/mediation/pages/invitation/index?code=${code}`,
      who: 'visitor',
      shows: '给您的一件事',
      goOn: openCode,
    },
    { name: '调解', path: '/mediation/pages/cases/index', who: 'committee', shows: '在请对方' },
    { name: '调解的事', path: `/mediation/pages/work/index?${address}`, who: 'committee', shows: '您看这件事会记下来' },
    { name: '调解员名单', path: '/mediation/pages/mediators/index', who: 'committee', shows: '基层发言人' },
    { name: '调解台账', path: '/mediation/pages/ledger/index', who: 'committee', shows: '各类的事' },
  ]
}

/** A case that waits for the answer of the other side, and a code that nobody has used: each walk has its own. */
const bringToInvitation = async (): Promise<{ caseId: string; code: string }> => {
  const applicant = await atTheServer('resident')
  const committee = await atTheServer('committee')
  const { id: caseId } = await requestOne(applicant)
  const params = { ...RAOSAI, caseId }
  const { version } = await committee.call('getMediationCase', { params })
  await committee.call('moveMediationCase', { params, body: { move: 'invite', version } })
  const { code } = await committee.call('renewInvitation', { params })
  return { caseId, code }
}

const requestOne = (applicant: Awaited<ReturnType<typeof atTheServer>>) =>
  applicant.call('requestMediation', {
    params: RAOSAI,
    body: {
      disputeKind: 'neighbours',
      statement: '楼上夜里很吵，说过几次了。',
      disclosure: { name: true, statement: false, words: '想坐下来说说。' },
      trustedMediatorIds: [],
      respondent: { name: '楼上邻居（示范）', phone: '0891-0000-195' },
      isSafe: true,
    },
  })

const goOn = async ({ page }: Person) => {
  await page.getByRole('contentinfo').filter({ visible: true }).getByRole('button').last().click()
}

const beInDanger = async (person: Person) => {
  await person.page.getByRole('radio').filter({ visible: true }).nth(1).click()
  await goOn(person)
  await person.reads('110')
}

const beSafe = async (person: Person) => {
  await person.page.getByRole('radio').filter({ visible: true }).first().click()
  await goOn(person)
  await person.reads('哪一类')
}

const chooseMediators = async (person: Person) => {
  await beSafe(person)
  await person.choose('邻里')
  await person.page.getByRole('textbox').filter({ visible: true }).first().fill('楼上夜里很吵')
  await goOn(person)
  await person.reads('让对方看到我的姓名')
  await goOn(person)
  await person.reads(/基层发言人/)
}

/** Only the first who comes finds the code good; this window keeps the case from then on. */
const openCode = async (person: Person) => {
  const open = person.page.getByRole('button', { name: '打开看' }).filter({ visible: true })
  const invited = person.page.getByText('有人想请您坐下来').filter({ visible: true })
  await open.or(invited).first().waitFor()
  if (await open.isVisible()) await goOn(person)
  await invited.first().waitFor()
}
