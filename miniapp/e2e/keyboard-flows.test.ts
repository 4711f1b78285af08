import { expect } from 'vitest'
import { test } from './support/browser-test'
import { keyboardPersonAt } from './support/keyboard-person'
import { signIn } from './support/people'
import { personAt } from './support/person'

test('from the first page to a report that is received, without a mouse', async ({ visit }) => {
  const resident = personAt(await visit())
  await signIn(resident, 'resident')
  const keyboard = keyboardPersonAt(resident)
  await keyboard.press('button', '说一件事')
  await resident.reads('第1步/共3步')
  await keyboard.press('radio', /^灯不亮/)
  await keyboard.press('button', '下一步')
  await resident.reads('第2步/共3步')
  await keyboard.write('发生了什么？', '楼道的灯坏了，只用键盘写的')
  await keyboard.press('radio', '小广场（示范）')
  await keyboard.press('button', '下一步')
  await resident.reads('第3步/共3步')
  await keyboard.press('button', '发出去')
  await resident.isAt('收到了')
  expect(await resident.text()).toMatch(/RS-\d{8}-\d{4,}/)
})

test('from the first page to a meal that is ordered, without a mouse', async ({ visit }) => {
  const diner = personAt(await visit())
  await signIn(diner, 'diner')
  const keyboard = keyboardPersonAt(diner)
  await keyboard.press('link', /^社区食堂/)
  await diner.page.getByRole('radiogroup', { name: '哪一天' }).filter({ visible: true }).waitFor()
  const day = diner.page.getByRole('radiogroup', { name: '哪一天' }).filter({ visible: true }).getByRole('radio').nth(3)
  await keyboard.press('radio', (await day.getAttribute('aria-label')) ?? (await day.innerText()))
  await keyboard.press('button', /^订晚餐/)
  await diner.reads('第1步/共3步')
  await keyboard.press('button', /加一$/)
  await keyboard.press('button', '下一步')
  await keyboard.press('radio', /^在食堂吃/)
  await keyboard.press('button', '下一步')
  await diner.reads('第3步/共3步')
  await keyboard.press('button', '就这样订')
  await diner.reads('取餐码')
  expect(await diner.text()).toMatch(/\d{3} \d{3}/)
})
