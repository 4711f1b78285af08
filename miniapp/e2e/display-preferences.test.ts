import { expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'

const bodySize = ({ page }: Person) =>
  page
    .getByRole('main')
    .filter({ visible: true })
    .evaluate((main) => Number.parseFloat(getComputedStyle(main).fontSize))

const chooseLargest = async (person: Person) => {
  await person.open('/people/pages/me/index')
  await person.choose('最大')
}

test('who chose large letters on one phone finds them on another, and on the first after it was signed out', async ({
  visit,
}) => {
  const phone = personAt(await visit({ keepsReading: true }))
  await signIn(phone, 'reader')
  await phone.open('/people/pages/me/index')
  const kept = () =>
    phone.page.waitForResponse((answer) => answer.url().endsWith('/api/my/display-preferences') && answer.ok())
  await Promise.all([kept(), phone.choose('长辈版')])
  await Promise.all([kept(), phone.choose('最大')])
  await expect.poll(() => bodySize(phone)).toBe(25)

  const other = personAt(await visit({ keepsReading: true }))
  await other.open('/')
  expect(await bodySize(other)).toBe(16)
  await signIn(other, 'reader')
  await expect.poll(() => bodySize(other)).toBe(25)
  await other.page.reload()
  await expect.poll(() => bodySize(other)).toBe(25)

  await phone.press('退出')
  await phone.page.getByRole('dialog').getByRole('button', { name: '退出', exact: true }).click()
  await phone.open('/')
  expect(await bodySize(phone)).toBe(25)
})

test('what was chosen before signing in goes along, and the next person on the phone has their own', async ({
  visit,
}) => {
  const phone = personAt(await visit({ keepsReading: true }))
  await chooseLargest(phone)
  await signIn(phone, 'otherReader')
  const other = personAt(await visit({ keepsReading: true }))
  await signIn(other, 'otherReader')
  await expect.poll(() => bodySize(other)).toBe(20)
  await signIn(phone, 'reader')
  await expect.poll(() => bodySize(phone)).toBe(25)
})
