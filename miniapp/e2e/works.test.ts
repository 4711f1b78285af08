import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { SMALL_PHONE, test } from './support/browser-test'
import { signIn } from './support/people'
import { personAt } from './support/person'
import { readAs } from './support/reading'
import { atTheServer, say } from './support/server'

/** Chooses a picture with the button of that number that opens the album. */
const choosePhoto = async (page: Page, side: number) => {
  const picture = { name: 'road.png', mimeType: 'image/png', buffer: await page.screenshot() }
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button', { name: '从相册选' }).nth(side).click()
  await (await chooser).setFiles(picture)
}

/** Pictures that have come, by the width of their pixels on the screen. */
const widthsOfPictures = (page: Page) =>
  page
    .getByRole('main')
    .filter({ visible: true })
    .locator('img')
    .evaluateAll((found) =>
      found
        .filter((image): image is HTMLImageElement => image instanceof HTMLImageElement && image.naturalWidth > 0)
        .map(({ clientWidth }) => clientWidth),
    )

test('what staff write down at the desk is read by a neighbour, before and after side by side', async ({ visit }) => {
  const issue = await say(await atTheServer('resident'), { words: '巷口的路坏了，要铺。', visibility: 'public' })
  const worker = personAt(await visit())
  await signIn(worker, 'firstGridWorker')
  await worker.open(`/work-queue/pages/item/index?communityId=raosai&id=${issue.workItemId}`)
  await worker.press(/^登记/)
  await worker.write('花费', '150,000')
  await worker.write('资金来源', '惠民资金')
  await choosePhoto(worker.page, 0)
  await choosePhoto(worker.page, 1)
  const chosen = worker.page.getByRole('dialog').getByRole('img', { name: '第1张照片' })
  await expect.poll(() => chosen.count()).toBe(2)
  await worker.press('存下来')
  await worker.reads('存好了')

  const neighbour = personAt(await visit({ viewport: SMALL_PHONE }))
  await readAs(neighbour, { language: 'zh', isElderMode: true })
  await neighbour.open(`/issues/pages/detail/index?communityId=raosai&id=${issue.id}`)
  await neighbour.reads('150,000元')
  await neighbour.reads('惠民资金')
  await expect.poll(() => widthsOfPictures(neighbour.page).then(({ length }) => length)).toBe(2)
  for (const width of await widthsOfPictures(neighbour.page)) expect(width).toBeGreaterThanOrEqual(100)
})
