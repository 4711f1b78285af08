import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { orderText } from '../src/canteen/order.text'
import { homeText } from '../src/home/home.text'
import { BUILT, BUILT_API } from './built'
import { readBuiltFiles } from './host/built-files'
import { type MiniProgram, startMiniProgram } from './host/mini-program'
import { createPerson, type Person } from './host/person'
import { elementsOf, nameOf, roleOf, unnamed } from './host/screen'
import { type RealServer, startRealServer } from './host/server'

let server: RealServer
let phone: MiniProgram
let person: Person

beforeAll(async () => {
  server = await startRealServer()
})

afterAll(() => server.stop())

afterEach(() => phone.stop())

/** A phone on which somebody of 绕赛社区 has signed in. */
const openAs = async (name: string) => {
  phone = startMiniProgram({ root: BUILT, servers: { [BUILT_API]: server.url } })
  person = createPerson(phone)
  await person.open()
  await person.tap(homeText.signIn.zh)
  await person.tap('绕赛社区')
  await person.tap(name)
  await person.sees(name)
}

const ofStaff =
  /^(work-queue|counter|kitchen)\/|\/roster\/|^mediation\/pages\/(cases|work|mediators|ledger)\/|^people\/pages\/(staff|invite-staff)\//

// Whoever may not see a page is told so there, and what stands there then has its name too.
test.each([
  { name: '绕赛社区居民（示范一）', isStaff: false },
  { name: '绕赛社区工作人员（示范一）', isStaff: true },
])(
  'on the built pages whatever can be tapped says what it is and what it does: $name',
  {
    timeout: 120_000,
  },
  async ({ name, isStaff }) => {
    await openAs(name)
    const pages = readBuiltFiles(BUILT).pages.filter((page) => ofStaff.test(page) === isStaff)
    expect(pages.length).toBeGreaterThan(10)
    const found: string[] = []
    for (const page of pages) {
      phone.openAt(`/${page}`)
      await person.settle()
      found.push(...unnamed(phone.render()).map((each) => `${page}: ${each}`))
    }
    expect(found).toEqual([])
  },
)

/** The fourth day of the strip: whatever the hour, dinner can still be ordered there. */
const tapLaterDay = async () => {
  await person.sees('晚餐')
  const days = elementsOf(phone.render()).filter((element) => roleOf(element) === 'radio')
  await person.tap(nameOf(days[3] ?? phone.render()))
}

test('while a meal is ordered everything has its role and its name, up to the code', async () => {
  await openAs('绕赛社区居民（示范一）')
  const steps = [
    () => person.tap('社区食堂'),
    tapLaterDay,
    () => person.tap('订晚餐'),
    () => person.tap('加一'),
    () => person.tap(orderText.next.zh),
    () => person.tap('在食堂吃'),
    () => person.tap(orderText.next.zh),
    () => person.tap(orderText.send.zh),
  ]
  for (const step of steps) {
    await step()
    expect(unnamed(phone.render())).toEqual([])
  }
  await person.sees(/\d{3} \d{3}/)
  expect(unnamed(phone.render())).toEqual([])
  expect(phone.troubles).toEqual([])
})
