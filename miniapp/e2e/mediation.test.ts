import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { DESKTOP, test, type Visit } from './support/browser-test'
import { type DemoPerson, signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { atTheServer } from './support/server'

const TRUSTED = /基层发言人（示范）/
const CASES = '/mediation/pages/cases/index'

const enter = async (visit: Visit, who: DemoPerson, viewport?: { width: number; height: number }): Promise<Person> => {
  const person = personAt(await visit(viewport && { viewport }))
  await signIn(person, who)
  return person
}

const tick = ({ page }: Person, name: RegExp) => page.getByRole('checkbox', { name }).filter({ visible: true }).click()
const inDialog = ({ page }: Person) => page.getByRole('dialog').filter({ visible: true })

/** From the first page to the answer that it has arrived; the number of the case, whose page is open then. */
const request = async (person: Person): Promise<string> => {
  await person.open('/')
  await person.follow(/请人调解/)
  await person.choose(/^没有/)
  await person.press('下一步')
  await person.choose('邻里')
  await person.write(/怎么回事/, '楼上夜里很吵，说过几次了')
  await person.press('下一步')
  await tick(person, /让对方看到我的姓名/)
  await person.write(/想对对方说的话/, '想坐下来说说')
  await person.press('下一步')
  await tick(person, TRUSTED)
  await person.press('下一步')
  await person.write(/对方姓名/, '楼上邻居（示范）')
  await person.press('下一步')
  await person.reads('看一遍再送')
  await person.press('送给调委会')
  await person.isAt('收到了')
  const number = /编号(\S+)/.exec(await person.text())?.[1]
  if (!number) throw new Error('the page shows no number')
  await person.press('看这件事')
  await person.isAt('一件事')
  await person.reads('调委会在看')
  return number
}

const openCase = async (person: Person, number: string) => {
  await person.open(CASES)
  await person.follow(new RegExp(number))
  await person.reads('您看这件事会记下来')
}

/** All that the applicant can read while the other side is invited, once it has all come: what comes late is no trace. */
const everythingShown = async (applicant: Person): Promise<string> => {
  await applicant.reads('来不来由对方定')
  await applicant.page.waitForLoadState('networkidle')
  await applicant.reads(/绕赛社区人民调解委员会（示范），调委会/)
  return applicant.text()
}

/** Presses a move and says yes to what follows from it. */
const make = async (person: Person, words: string) => {
  await person.press(words)
  await inDialog(person).getByRole('button', { name: words, exact: true }).click()
  await inDialog(person).waitFor({ state: 'hidden' })
}

/** Takes a request up, and the code for the other side from the paper. */
const invite = async (committee: Person, number: string): Promise<string> => {
  await openCase(committee, number)
  await make(committee, '受理，去请对方')
  await committee.press('给对方一个码')
  await committee.reads(/3\d{3} \d{4} \d{4}/)
  const code = /3\d{3} \d{4} \d{4}/.exec(await committee.text())
  if (!code) throw new Error('the page shows no code')
  return code[0]
}

const openByCode = async (person: Person, code: string) => {
  await person.open('/mediation/pages/invitation/index')
  await person.write('12个数字', code)
  await person.press('打开看')
  await person.reads('有人想请您坐下来说一件邻里的事')
}

test('two neighbours come to an agreement, one of them with a code on paper and no account', async ({ visit }) => {
  const applicant = await enter(visit, 'neighbour')
  const number = await request(applicant)
  const committee = await enter(visit, 'committee', DESKTOP)
  await committee.follow(/调解的事/)
  await committee.isAt('调解')
  const code = await invite(committee, number)

  const respondent = personAt(await visit())
  await openByCode(respondent, code)
  await respondent.reads('想坐下来说说')
  expect(await respondent.text()).not.toContain('楼上夜里很吵')
  await respondent.press('来，先点我信得过的人')
  await tick(respondent, TRUSTED)
  await respondent.press('来，就点这几位')
  await respondent.reads('在请调解员')

  const mediator = await enter(visit, 'mediator', DESKTOP)
  await openCase(mediator, number)
  await make(mediator, '我接下')
  await make(mediator, '开始准备')
  await tick(mediator, /相关的法律/)
  await tick(mediator, /相关的政策/)
  await tick(mediator, /怎么谈/)
  await make(mediator, '准备好了，约见面')
  await mediator.press('记一次见面')
  await mediator.write(/说了什么/, '双方都说了自己的难处')
  await mediator.press('记下来')
  await mediator.reads('双方都说了自己的难处')

  await applicant.page.reload()
  await applicant.reads('双方都说了自己的难处')
  await applicant.write(/写给调解员一个人/, '我身体不好，睡不着')
  await applicant.press('只说给调解员')
  await applicant.reads('我身体不好，睡不着')
  await respondent.page.reload()
  await respondent.reads('双方都说了自己的难处')
  expect(await respondent.text()).not.toContain('睡不着')

  await mediator.press('写协议')
  await mediator.write(/争什么/, '夜里的声音')
  await mediator.write(/怎么说定的/, '晚上十点以后不挪家具')
  await mediator.write(/怎么做、几时做完/, '从今天起')
  await mediator.press('给双方看')
  await mediator.reads('第1稿')
  for (const side of [applicant, respondent]) {
    await side.page.reload()
    await side.press('我确认这份协议')
    await inDialog(side).getByRole('button', { name: '我确认这份协议' }).click()
    await inDialog(side).waitFor({ state: 'hidden' })
  }
  await respondent.reads('两边都确认了协议')
  await respondent.reads(/两边可以一起请法院确认/)
  const [file] = await Promise.all([respondent.page.waitForEvent('download'), respondent.press('下载协议，可以打印')])
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(file.suggestedFilename()).not.toContain('调解')

  await applicant.page.reload()
  await applicant.reads(/绕赛社区人民调解委员会（示范），调委会/)
  expect(await applicant.page.title()).not.toContain('调解')
})

test('a refusal changes nothing that the applicant can see, and takes the case off the phone', async ({ visit }) => {
  const applicant = await enter(visit, 'elderDaughter')
  const number = await request(applicant)
  const address = applicant.page.url()
  const committee = await enter(visit, 'committee', DESKTOP)
  const code = await invite(committee, number)
  const respondent = personAt(await visit())
  await openByCode(respondent, code)
  await applicant.open(address)
  const before = await everythingShown(applicant)

  await respondent.press('不来')
  await respondent.isAt('给您的一件事')
  await respondent.reads('好，就到这里')
  await respondent.open('/mediation/pages/invitation/index')
  expect(await respondent.text()).toContain('12个数字')

  await applicant.page.reload()
  expect(await everythingShown(applicant)).toBe(before)
})

test('whoever is in danger gets telephones and a call, and no case is made', async ({ visit }) => {
  const client = await atTheServer('neighbour')
  const before = (await client.call('listMyCases')).items.length
  const person = await enter(visit, 'neighbour')
  await person.open('/mediation/pages/request/index')
  await person.choose(/有，或者说不准/)
  await person.press('下一步')
  await person.reads('110')
  await person.press('请社区的人打电话给我')
  await person.reads('知道了，会有人打给您')
  expect((await client.call('listMyCases')).items).toHaveLength(before)
  await person.press('快速离开这一页')
  await person.isAt('小板凳')
})
