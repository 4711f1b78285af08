import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import { expect, inject } from 'vitest'
import type { Client } from '../../bff/test/client'
import { visitToday } from '../../bff/test/visits-today'
import { DESKTOP, test, type Visit } from './support/browser-test'
import { type DemoPerson, PEOPLE, signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { atTheServer } from './support/server'

const RAOSAI = { communityId: 'raosai' }
const COURTYARD = '公厕（示范）'

const enter = async (visit: Visit, who: DemoPerson, viewport?: { width: number; height: number }): Promise<Person> => {
  const person = personAt(await visit(viewport && { viewport }))
  await signIn(person, who)
  return person
}

const today = () => shanghaiTime(new Date()).date
const tick = ({ page }: Person, name: string) => page.getByRole('checkbox', { name }).filter({ visible: true }).click()

/** The mother lets her daughter see to it. */
const letDaughter = async (mother: Client, daughter: Client): Promise<void> => {
  const { code } = await mother.call('offerProxyGrant', {
    body: {
      relationship: 'child',
      scopes: [{ service: 'pension', powers: ['read', 'file', 'manage'] }],
      validUntil: addDays(today(), 60),
      freedom: 'free',
    },
  })
  const { id } = await daughter.call('redeemProxyCode', { body: { code: code?.code ?? '' } })
  // In counter.test.ts she acts for another 阿妈, at the same time.
  await daughter.call('answerProxyGrant', { params: { grantId: id }, body: { isAccepted: true, callName: '姨妈' } })
}

/** Three questions, then why and where; the consent is ticked by her, not beforehand. */
const askForVisit = async (daughter: Person): Promise<void> => {
  await daughter.open('/pension/pages/proof/index')
  await daughter.press('看姨妈的')
  await daughter.isAt('姨妈的养老认证')
  await daughter.reads('正在为姨妈办理')
  await daughter.press('答三个问题')
  await daughter.press('不会用')
  await daughter.press('没有人帮')
  await daughter.press('要上门')
  await daughter.reads('请社区派人上门')
  await daughter.press('约上门')
  await daughter.reads('为什么要上门？')
  await tick(daughter, '走不动')
  await daughter.press('下一步')
  await daughter.reads('同意了才能约')
  await tick(daughter, '姨妈知道，也同意')
  await daughter.press('下一步')
  await daughter.choose(COURTYARD)
  await daughter.write('门牌、楼层', '一楼右手（示范）')
  await daughter.press('下一步')
  await daughter.reads('走不动')
  await daughter.press('约好')
  await daughter.isAt('姨妈的上门卡')
  await daughter.reads('社区排好日子就告诉您')
}

const planVisit = async (planner: Person): Promise<void> => {
  await planner.open('/pension/pages/plan/index')
  expect(await planner.text()).not.toContain('走不动')
  await planner.page.getByRole('tab', { name: '绕赛社区上门服务人员（示范）' }).filter({ visible: true }).click()
  const courtyard = planner.page.getByRole('list', { name: COURTYARD }).filter({ visible: true })
  await courtyard.getByRole('button', { name: /^排上/ }).click()
  await planner.reads('还没存')
  await planner.press('存好，告诉老人')
  await planner.reads('存好了。老人收到日子')
}

const visitOf = async (person: Client) => {
  const { visit } = await person.call('getProofOfLife', { params: RAOSAI })
  if (!visit) throw new Error('there is no visit')
  return visit
}

const type = async ({ page }: Person, code: string) => {
  const keypad = page.getByRole('group', { name: '他说的码' }).filter({ visible: true })
  for (const digit of code) await keypad.getByRole('button', { name: digit, exact: true }).click()
}

/** Every outcome that left this browser. */
const watchOutcomes = ({ page }: Person): string[] => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/outcome') && request.method() === 'POST') sent.push(request.postData() ?? '')
  })
  return sent
}

/** At the door without a network: the list is there, what is written down waits, and goes out once. */
const recordDone = async (visitor: Person): Promise<void> => {
  const sent = watchOutcomes(visitor)
  await visitor.open('/pension/pages/round/index')
  await visitor.reads('门牌：一楼右手（示范）')
  await visitor.reads('为什么上门：走不动')
  await visitor.context.setOffline(true)
  await visitor.page
    .getByRole('button', { name: /^办好了：/ })
    .filter({ visible: true })
    .click()
  await visitor.press('记下')
  await visitor.reads('1件等着发')
  await visitor.reads('办好了 · 等着发')
  const before = sent.length
  await visitor.context.setOffline(false)
  await visitor.reads('去1家，记了1家，还有0家')
  await expect.poll(async () => (await visitor.text()).includes('等着发'), { timeout: 15_000 }).toBe(false)
  expect(new Set(sent).size).toBe(1)
  expect(sent.length).toBeGreaterThan(before)
}

/** Whether the mother stands among those who have not done it. */
const isOpen = async (counter: Person): Promise<boolean> => {
  await counter.open('/counter/pages/open-proofs/index')
  await counter.reads(/还有\d+人|都办好了/)
  return (await counter.text()).includes(PEOPLE.neighbour.name)
}

test('a daughter asks for a visit, the counter plans it, the mother checks the code, and what the visitor wrote down without a network makes it valid', async ({
  visit,
}) => {
  const [mother, daughter] = [await atTheServer('neighbour'), await atTheServer('elderDaughter')]
  await letDaughter(mother, daughter)
  await askForVisit(await enter(visit, 'elderDaughter'))
  const planner = await enter(visit, 'communityStaff', DESKTOP)
  expect(await isOpen(planner)).toBe(true)
  await planVisit(planner)
  const { id } = await visitOf(mother)
  await visitToday(inject('stage').databaseUrl, id, today())

  const elder = await enter(visit, 'neighbour')
  await elder.open('/people/pages/inbox/index')
  await elder.reads(/有人上门/)
  await elder.open('/pension/pages/visit/index')
  await elder.reads('绕赛社区上门服务人员（示范）')
  const { code } = await visitOf(mother)
  await elder.reads(code?.replace(/(\d{3})(?=\d)/, '$1 ') ?? '')
  await elder.press('核对他说的码')
  await type(elder, code === '000000' ? '111111' : '000000')
  await elder.reads('还能核对2次')
  await elder.press('再核对一次')
  await type(elder, code ?? '')
  await elder.reads('对，是他')

  await recordDone(await enter(visit, 'visitingWorker'))
  await elder.open('/pension/pages/proof/index')
  await elder.reads('这一次办好了')
  await elder.reads('上门的人在场')
  expect(await isOpen(planner)).toBe(false)
})

test('three wrong codes lock the card, nobody is to open, and the counter has to call at once', async ({ visit }) => {
  const community = { communityId: 'ejietang' }
  const [elder, counter] = [await atTheServer('diner'), await atTheServer('dinersCounter')]
  await elder.call('requestHomeVisit', {
    params: community,
    body: { reasons: ['living_alone'], consents: true, placeId: 'ejietang-canteen' as never, needsInterpreter: false },
  })
  const { items, visitors } = await counter.call('listHomeVisits', { params: community })
  const visitor = visitors[0]
  if (!visitor) throw new Error('nobody makes visits')
  const visits = items.map(({ id, version }) => ({ visitId: id, version, from: 600, until: 660 }))
  const params = { ...community, on: addDays(today(), 1), visitorId: visitor.id }
  await counter.call('planVisitRound', { params, body: { visits } })
  const planned = (await elder.call('getProofOfLife', { params: community })).visit
  await visitToday(inject('stage').databaseUrl, planned?.id ?? '', today())

  const page = await enter(visit, 'diner')
  await page.open('/pension/pages/visit/index')
  await page.press('核对他说的码')
  const wrong = planned?.code === '999999' ? '888888' : '999999'
  for (const left of [2, 1]) {
    await type(page, wrong)
    await page.reads(`还能核对${left}次`)
    await page.press('再核对一次')
  }
  await type(page, wrong)
  await page.reads('码错了三次，这张卡停了')
  await page.reads('打社区电话')
  expect(await page.text()).not.toContain('来的人要说出这个码')

  const desk = await enter(visit, 'dinersCounter', DESKTOP)
  await desk.open('/counter/pages/call-list/index')
  await desk.reads(/先不要开门/)
})
