import { expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'

const WORDS = '小广场的灯三天不亮，晚上看不见路'

/** Opens an item of the desk by the number that its resident has. */
const openItem = async (worker: Person, receiptNumber: string) => {
  await worker.page.getByRole('listitem').filter({ hasText: receiptNumber, visible: true }).getByRole('button').click()
  await worker.isAt('办理')
}

const claimAndResolve = async (worker: Person, receiptNumber: string, note: string) => {
  await openItem(worker, receiptNumber)
  await worker.press('我来办')
  await worker.reads('您在办')
  await worker.press('办好了')
  await worker.write('怎么解决的', note)
  await worker.press('发给居民并办结')
  await worker.reads('已办结，居民会收到您的话')
  await worker.press('返回')
  await worker.isAt('工作台')
}

/** Opens the newest message that says this, from the first page. */
const openMessage = async (resident: Person, words: RegExp) => {
  await resident.open('/')
  await resident.follow('消息')
  await resident.isAt('消息')
  await resident.page.getByRole('link', { name: words }).filter({ visible: true }).first().click()
  await resident.isAt('这件事')
}

const report = async (resident: Person): Promise<string> => {
  await resident.press('说一件事')
  await resident.isAt('说一件事')
  await resident.reads('第1步/共3步')
  await resident.choose('灯不亮')
  await resident.press('下一步')
  await resident.reads('第2步/共3步')
  await resident.write('发生了什么？', WORDS)
  await resident.choose('小广场（示范）')
  await resident.press('下一步')
  await resident.reads('第3步/共3步')
  await resident.reads(WORDS)
  await resident.press('发出去')
  await resident.isAt('收到了')
  const receiptNumber = /RS-\d{8}-\d{4,}/.exec(await resident.text())?.[0]
  if (!receiptNumber) throw new Error('the page of the receipt shows no receipt number')
  return receiptNumber
}

test('what a resident says goes to the grid worker and back until the resident says it is solved', async ({
  visit,
}) => {
  const resident = personAt(await visit())
  const worker = personAt(await visit())
  await signIn(resident, 'resident')
  const receiptNumber = await report(resident)
  const receipt = await resident.text()
  expect(receipt).toContain('绕赛社区第三网格')
  expect(receipt).toMatch(/\d+月\d+日 星期.前/)
  await resident.press('看这件事')
  await resident.reads('等人接单')

  await signIn(worker, 'thirdGridWorker')
  await worker.follow('工作台')
  await claimAndResolve(worker, receiptNumber, '换了灯泡，今晚会亮')

  await openMessage(resident, /办好了|解决了/)
  await resident.reads('换了灯泡，今晚会亮')
  await resident.press('请您评价')
  await resident.choose('没解决')
  await resident.write('还差什么', '昨晚还是不亮')
  await resident.choose('2星')
  await resident.press('要求重办')
  await resident.reads('已重新排队')

  // Whoever called it done sees that it is somebody else's turn.
  await worker.press('刷新')
  await openItem(worker, receiptNumber)
  await worker.reads('这次换一位同事来办')
  await worker.press('返回')
  const leader = personAt(await visit())
  await signIn(leader, 'gridLeader')
  await leader.follow('工作台')
  await leader.page
    .getByRole('button', { name: /^第三网格/ })
    .filter({ visible: true })
    .click()
  await claimAndResolve(leader, receiptNumber, '换了线路，已经亮了')
  await openMessage(resident, /办好了|解决了/)
  await resident.press('请您评价')
  await resident.choose('解决了')
  await resident.choose('5星')
  await resident.press('发出评价')
  await resident.reads('解决了，很满意')

  await leader.press('更多列表')
  await leader.choose('已办结')
  await openItem(leader, receiptNumber)
  await leader.reads('昨晚还是不亮')
  await leader.press('结案')
  await leader.page.getByRole('dialog').getByRole('button', { name: '结案' }).click()
  await leader.reads('已结案')

  await resident.page.reload()
  const timeline = resident.page.getByRole('list', { name: '办到哪了' }).filter({ visible: true })
  await timeline.getByText('结案了').waitFor()
  const steps = await timeline.getByRole('listitem').allInnerTexts()
  expect(steps.map((step) => step.split('\n')[0]).reverse()).toEqual([
    expect.stringContaining('您说了这件事'),
    expect.stringContaining('接单了'),
    expect.stringContaining('说办好了'),
    expect.stringContaining('您评价了'),
    expect.stringContaining('您要求重办'),
    expect.stringContaining('接单了'),
    expect.stringContaining('说办好了'),
    expect.stringContaining('您评价了'),
    expect.stringContaining('结案了'),
  ])
})
