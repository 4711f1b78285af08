import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { atTheServer } from './support/server'

const SEND = '**/api/communities/*/issues'

const writeReport = async (resident: Person, words: string) => {
  await resident.open('/issues/pages/report/index')
  await resident.choose('垃圾清运')
  await resident.press('下一步')
  await resident.write('发生了什么？', words)
  await resident.choose('公厕（示范）')
  await resident.press('下一步')
  await resident.reads('第3步/共3步')
}

/** The keys of every report that left this browser. */
const watchKeys = (page: Page): (string | undefined)[] => {
  const keys: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/issues'))
      keys.push(request.headers()['idempotency-key'])
  })
  return keys
}

/** How often the server has an issue with these words. */
const countAtServer = async (words: string): Promise<number> => {
  const resident = await atTheServer('resident')
  const { items } = await resident.call('listMyItems')
  const issues = await Promise.all(
    items.map(({ communityId, subjectId }) =>
      resident.call('getIssue', { params: { communityId, issueId: subjectId } }),
    ),
  )
  return issues.filter(({ description }) => description === words).length
}

test('without a network a report stays on the phone, also after closing it, and is sent once later', async ({
  visit,
}) => {
  const words = '垃圾点三天没清，断网时写的'
  const visitor = await visit()
  const resident = personAt(visitor)
  await signIn(resident, 'resident')
  await writeReport(resident, words)

  await visitor.context.setOffline(true)
  await resident.press('发出去')
  await resident.reads('已存在手机里，有网再发')
  await resident.reads(/现在没有网络/)
  expect(await countAtServer(words)).toBe(0)

  await visitor.context.setOffline(false)
  await visitor.page.close()
  const reopened = personAt({ ...visitor, page: await visitor.context.newPage() })
  const keys = watchKeys(reopened.page)
  await reopened.open('/issues/pages/report/index')
  await reopened.reads('上次写到这里')
  await reopened.reads(words)
  await reopened.press('发出去')
  await reopened.isAt('收到了')
  expect(keys).toHaveLength(1)
  expect(await countAtServer(words)).toBe(1)
})

test('a report whose answer was lost is sent again under the same key and counts once', async ({ visit }) => {
  const words = '垃圾桶满了，回执丢了'
  const visitor = await visit()
  const resident = personAt(visitor)
  await signIn(resident, 'resident')
  await writeReport(resident, words)
  const keys = watchKeys(visitor.page)

  await visitor.page.route(SEND, async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await resident.press('发出去')
  await resident.reads('已存在手机里，有网再发')
  expect(await countAtServer(words)).toBe(1)

  await visitor.page.unroute(SEND)
  await resident.press('再发一次')
  await resident.isAt('收到了')
  expect(new Set(keys).size).toBe(1)
  expect(keys).toHaveLength(2)
  expect(await countAtServer(words)).toBe(1)
})
