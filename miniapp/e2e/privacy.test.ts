import { beforeAll, expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { personAt } from './support/person'
import { atTheServer, say } from './support/server'

const PUBLIC_LIST = '/issues/pages/public/index'
const PUBLIC_WORDS = '健身器材松了，邻居都能看到这句'
const PRIVATE_WORDS = '楼上每晚吵，只给处理的人看'

let publicIssue: Awaited<ReturnType<typeof say>>
let privateIssue: Awaited<ReturnType<typeof say>>

beforeAll(async () => {
  const resident = await atTheServer('resident')
  publicIssue = await say(resident, { words: PUBLIC_WORDS, serviceCode: 'street_light', visibility: 'public' })
  privateIssue = await say(resident, { words: PRIVATE_WORDS, serviceCode: 'noise' })
})

test('the public list shows what happened and neither names nor numbers nor private issues', async ({ visit }) => {
  const neighbour = personAt(await visit())
  await signIn(neighbour, 'neighbour')
  await neighbour.open(PUBLIC_LIST)
  await neighbour.reads(PUBLIC_WORDS)
  const text = await neighbour.text()
  expect(text).not.toContain(PRIVATE_WORDS)
  expect(text).not.toContain('居民(')
  expect(text).not.toMatch(/RS-\d{8}/)
})

test('a neighbour who opens a public issue learns neither who said it nor its number', async ({ visit }) => {
  const neighbour = personAt(await visit())
  await signIn(neighbour, 'neighbour')
  await neighbour.open(PUBLIC_LIST)
  await neighbour.follow(new RegExp(PUBLIC_WORDS))
  await neighbour.isAt('这件事')
  await neighbour.reads('办到哪了')
  const text = await neighbour.text()
  expect(text).not.toContain('居民(')
  expect(text).not.toContain(publicIssue.receiptNumber)
})

test('the address of a private issue shows another resident that there is nothing', async ({ visit }) => {
  const neighbour = personAt(await visit())
  await signIn(neighbour, 'neighbour')
  await neighbour.open(`/issues/pages/detail/index?communityId=raosai&id=${privateIssue.id}`)
  await neighbour.reads('没有找到，可能已经撤下，或者不属于您')
  expect(await neighbour.text()).not.toContain(PRIVATE_WORDS)
})

test('a visitor who is not signed in reads the first page, what neighbours made public, and whom to call', async ({
  visit,
}) => {
  const visitor = personAt(await visit())
  await visitor.open('/')
  await visitor.page.getByRole('button', { name: /换社区/ }).click()
  await visitor.choose('绕赛社区')
  await visitor.reads('绕赛社区服务大厅')
  await visitor.follow('大家说的事')
  await visitor.reads(PUBLIC_WORDS)
  await visitor.press('打电话找人')
  const numbers = visitor.page.getByRole('dialog').getByRole('button', { name: /0891-0000-101|12345/ })
  await numbers.first().waitFor()
  expect(await numbers.count()).toBe(2)
})
