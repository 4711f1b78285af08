import { expect } from 'vitest'
import { test } from './support/browser-test'
import { fits, isReaching, walkEveryPage } from './support/every-page'
import { textSizes } from './support/measure'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { CHINESE_ELDER_LARGEST, CHINESE_LARGEST, readAs, TIBETAN_ELDER_LARGEST } from './support/reading'

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

test.for([CHINESE_LARGEST, CHINESE_ELDER_LARGEST, TIBETAN_ELDER_LARGEST])(
  'with letters as large as they can be every page fits the narrowest phone: $name',
  { timeout: 400_000 },
  async (reading, { visit }) => {
    // In Tibetan a name that staff type is longer than any line: a field of one line scrolls.
    const isSample = !isReaching || reading.language === 'bo'
    expect(await walkEveryPage(visit, reading, [fits], { isSample })).toEqual([])
  },
)

test('at the largest step of 长辈版 main labels reach 30 px and nothing to read is under 22', async ({ visit }) => {
  const person = personAt(await visit())
  await signIn(person, 'resident')
  await readAs(person, CHINESE_ELDER_LARGEST)
  await person.open('/')
  const label = person.page.getByText('说一件事', { exact: true }).filter({ visible: true }).first()
  expect(await label.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBe(30)
  const sizes = await textSizes(person.page)
  expect(sizes.filter(({ size }) => size < 22)).toEqual([])
})
