import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { test } from './support/browser-test'
import { sitWithElder } from './support/counter-pages'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { atTheServer } from './support/server'

const MINE = '/privacy/pages/mine/index'
const RECEIPT = /[A-Z]{2}-\d{8}-\d{4}/

/** The card of one purpose in the list of consents. */
const consent = ({ page }: Person, name: string) =>
  page
    .getByRole('list', { name: '同意过什么' })
    .filter({ visible: true })
    .getByRole('listitem')
    .filter({ hasText: name })

test('a visitor reads the policy without an account, and somebody with one two taps from home', async ({ visit }) => {
  const visitor = personAt(await visit())
  await visitor.open('/privacy/pages/policy/index')
  await visitor.reads('事情结案以后90天，删掉')
  await signIn(visitor, 'neighbour')
  await visitor.press('我')
  await visitor.press('看隐私政策')
  await visitor.isAt('隐私政策')
})

test('a consent is given and taken back with one tap each, and the list keeps when', async ({ visit }) => {
  const neighbour = personAt(await visit())
  await signIn(neighbour, 'neighbour')
  await neighbour.open(MINE)
  await neighbour.press('同意：微信提醒')
  await neighbour.reads('记下了。')
  await consent(neighbour, '微信提醒')
    .getByText(/同意的，看的是2026年11月28日的说明/)
    .waitFor()
  await neighbour.press('收回：微信提醒')
  await neighbour.reads('收回了。')
  await consent(neighbour, '微信提醒')
    .getByText(/收回的/)
    .waitFor()
})

test('what is asked has a number and a day, the community answers, and the person reads why', async ({ visit }) => {
  const neighbour = personAt(await visit())
  await signIn(neighbour, 'neighbour')
  await neighbour.open(MINE)
  await neighbour.follow(/请社区改/)
  await neighbour.choose(/^删/)
  await neighbour.choose('柜台记下的')
  await neighbour.write(/哪一件/, '上个月柜台记的那一件')
  await neighbour.press('下一步')
  await neighbour.reads('只有社区管这件事的工作人员能看到')
  await neighbour.press('发出去')
  await neighbour.reads('什么时候答复')
  const [receipt = ''] = RECEIPT.exec(await neighbour.text()) ?? []
  await neighbour.press('看这一件')
  await neighbour.reads('上个月柜台记的那一件')

  const staff = await atTheServer('communityStaff')
  const { items } = await (await atTheServer('neighbour')).call('listPrivacyRequests')
  const asked = items.find(({ receiptNumber }) => receiptNumber === receipt)
  if (!asked) throw new Error(`${receipt} is not in the list`)
  const params = { communityId: asked.communityId, workItemId: asked.workItemId }
  await staff.call('addReply', { params, body: { body: '柜台的记录要留三年，到期就删。', fileIds: [] } })
  await neighbour.page.reload()
  await neighbour.reads('柜台的记录要留三年，到期就删。')
})

test('everything that is kept goes with the person as a file', async ({ visit }) => {
  const neighbour = personAt(await visit())
  await signIn(neighbour, 'neighbour')
  await neighbour.open(MINE)
  const [file] = await Promise.all([neighbour.page.waitForEvent('download'), neighbour.press('给别的软件（JSON）')])
  await neighbour.reads('整理好了')
  expect(file.suggestedFilename()).toMatch(/^my-data-\d{4}-\d\d-\d\d\.json$/)
  const written: unknown = JSON.parse(await readFile(await file.path(), 'utf8'))
  expect(JSON.stringify(written)).toContain('绕赛社区居民（示范二）')
  const [paper] = await Promise.all([neighbour.page.waitForEvent('download'), neighbour.press('能打印的（PDF）')])
  expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe('%PDF-')
})

test('the counter does it for an elder who has no phone, in her name', async ({ visit }) => {
  await sitWithElder(await atTheServer('otherCommunityStaff'))
  const counter = personAt(await visit())
  await signIn(counter, 'otherCommunityStaff')
  await counter.open('/counter/pages/counter/index')
  await counter.follow(/对方的数据/)
  await counter.press('同意：位置')
  await counter.reads('记下了。')
  await counter.follow(/请社区改/)
  await counter.choose(/^改/)
  await counter.choose('电话')
  await counter.write(/应该是什么/, '换了新号码')
  await counter.press('下一步')
  await counter.press('发出去')
  await counter.reads('什么时候答复')
})
