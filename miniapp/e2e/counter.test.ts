import { expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'

const tick = ({ page }: Person, name: string) => page.getByRole('checkbox', { name }).filter({ visible: true }).click()

/** What a printer would get: the words of the page as paper sees them. */
const paperOf = async ({ page }: Person): Promise<string> => {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const words = await page.locator('body').innerText()
  await page.emulateMedia({ media: null })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  return words
}

test('somebody without a phone is made known, says one thing, and takes a paper home', async ({ visit }) => {
  const staff = personAt(await visit())
  await signIn(staff, 'communityStaff')
  await staff.open('/counter/pages/counter/index')
  await staff.reads('帮谁办？')
  await staff.press('登记新居民')
  await staff.write(/^名字/, '居民（示范）')
  await staff.press('登记')
  await staff.choose('柜台来人')
  await staff.press('开始')
  await staff.reads('能帮着办的')

  await staff.follow(/^说一件事/)
  await staff.choose('灯不亮')
  await staff.write(/对方怎么说/, '门口路灯三天不亮')
  await staff.choose('小广场（示范）')
  await staff.press('下一步')
  await staff.press('发出去，出回执')
  await staff.reads('说事回执')
  const receipt = await paperOf(staff)
  expect(receipt).toMatch(/RS-\d{8}-\d{4}/)
  expect(receipt).toMatch(/8\d{3} \d{4} \d{4}/)
  expect(receipt).toContain('0891')
  expect(receipt).not.toMatch(/路灯|打印这张纸|打电话找人/)

  await staff.press('回帮办台')
  await staff.follow(/^代办授权/)
  await staff.press('见证一份新的')
  await tick(staff, '旁边没有别人，念给本人听了')
  await staff.choose('自己愿意')
  await staff.press('下一步')
  await staff.choose('儿女')
  await tick(staff, '说一件新的事')
  await staff.press('下一步')
  await tick(staff, '念完了，本人点头')
  await staff.press('办好，出纸')
  await staff.reads('代办授权的码')
  expect(await paperOf(staff)).toMatch(/5\d{3} \d{4} \d{4}/)

  await staff.press('好了')
  await staff.reads('还没人输码')
  await staff.press('返回')
  await staff.press('办完了，结束')
  await staff.reads('帮谁办？')
  expect(staff.messages.filter((message) => /^(error|uncaught)/.test(message))).toEqual([])
})
