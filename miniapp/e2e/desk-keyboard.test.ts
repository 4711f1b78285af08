import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { DESKTOP, test } from './support/browser-test'
import { PEOPLE } from './support/people'
import { personAt } from './support/person'
import { atTheServer, say } from './support/server'

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return ''
    const labelledBy = document.getElementById(element.getAttribute('aria-labelledby') ?? '')
    return element.getAttribute('aria-label') ?? labelledBy?.innerText ?? element.innerText
  })

/** Presses Tab until the thing of this name has the keyboard. */
const tabTo = async (page: Page, name: string) => {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await focusedName(page)).includes(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`80 tabs did not reach ${name}`)
}

test('at a desk the whole work is done with the keyboard alone', async ({ visit }) => {
  const resident = await atTheServer('cisongtangResident')
  const community = await resident.call('getCommunity', { params: { communityId: 'cisongtang' } })
  const placeId = community.gridCells[0]?.places[0]?.id ?? ''
  const item = await say(resident, { words: '楼道灯坏了', communityId: 'cisongtang', placeId })
  await say(resident, { words: '院门口停满了车', serviceCode: 'parking', communityId: 'cisongtang', placeId })
  const { page, ...visitor } = await visit({ viewport: DESKTOP })
  const { keyboard } = page
  const worker = personAt({ ...visitor, page })

  await worker.open('/people/pages/sign-in/index')
  await tabTo(page, PEOPLE.cisongtangGridWorker.community)
  await keyboard.press('Enter')
  await tabTo(page, PEOPLE.cisongtangGridWorker.name)
  await keyboard.press('Enter')
  await worker.isAt('小板凳')
  await tabTo(page, '工作台')
  await keyboard.press('Enter')
  await worker.isAt('工作台')
  await worker.reads(item.receiptNumber)

  await keyboard.press('?')
  await page.getByRole('dialog', { name: '键盘按键' }).waitFor()
  await keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  const row = page.getByRole('listitem').filter({ hasText: item.receiptNumber }).getByRole('button')
  for (
    let presses = 0;
    presses < 10 && !(await row.evaluate((element) => element === document.activeElement));
    presses += 1
  )
    await keyboard.press('j')
  await keyboard.press('Enter')
  await worker.reads('楼道灯坏了')
  await keyboard.press('a')
  await worker.reads('您在办')

  await keyboard.press('r')
  await tabTo(page, '给居民的话')
  await keyboard.insertText('师傅下午来')
  await tabTo(page, '办好了')
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '办好了' })
  await dialog.waitFor()
  await tabTo(page, '怎么解决的')
  await keyboard.insertText('换了灯泡')
  await tabTo(page, '发给居民并办结')
  await keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await worker.reads('等居民评价')
  const issue = await resident.call('getIssue', { params: { communityId: 'cisongtang', issueId: item.id } })
  expect(issue.state).toBe('resolved')
  expect(issue.timeline.at(-1)?.message).toBe('换了灯泡')
})
