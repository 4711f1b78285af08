import { expect } from 'vitest'
import { DESKTOP, test } from './support/browser-test'
import { signIn } from './support/people'
import { personAt } from './support/person'
import { atTheServer, move, say } from './support/server'

const INBOX = '/work-queue/pages/inbox/index?queueId=raosai-grid-1'

test('the desk hears of a new item and of who takes it without being reloaded', async ({ visit }) => {
  const neighbour = await atTheServer('neighbour')
  const staff = personAt(await visit({ viewport: DESKTOP }))
  await signIn(staff, 'communityStaff')
  await staff.open(INBOX)
  await staff.reads('实时')

  const item = await say(neighbour, { words: '垃圾点满了', serviceCode: 'garbage' })
  await staff.reads(item.receiptNumber)
  await move(await atTheServer('firstGridWorker'), item, { move: 'claim' })
  const row = staff.page.getByRole('listitem').filter({ hasText: item.receiptNumber })
  await row.getByText('绕赛社区第一网格网格员（示范）').waitFor()
})

test('two people who have the same item open see each other', async ({ visit }) => {
  const item = await say(await atTheServer('neighbour'), { words: '井盖松了', serviceCode: 'road_surface' })
  const page = `/work-queue/pages/item/index?communityId=${item.communityId}&id=${item.workItemId}`
  const first = personAt(await visit())
  const second = personAt(await visit())
  await signIn(first, 'communityStaff')
  await signIn(second, 'otherCommunityStaff')
  await first.open(page)
  await first.reads('我来办')
  await second.open(page)
  await first.reads(/绕赛社区工作人员（示范二）.*正在看/)
  await second.reads(/绕赛社区工作人员（示范一）.*正在看/)
  expect(await first.text()).not.toContain('绕赛社区工作人员（示范一）正在看')
})

test('a desk that cannot connect says that it asks by itself, and does', async ({ visit }) => {
  const { context, ...visitor } = await visit({ viewport: DESKTOP })
  await context.routeWebSocket(/\/api\/live$/, (socket) => socket.close())
  const staff = personAt({ ...visitor, context })
  await signIn(staff, 'communityStaff')
  await staff.open(INBOX)
  await staff.reads('每20秒刷新')
  const item = await say(await atTheServer('neighbour'), { words: '积水了', serviceCode: 'standing_water' })
  await staff.page.getByText(item.receiptNumber).waitFor({ timeout: 25_000 })
})
