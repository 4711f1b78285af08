import { expect } from 'vitest'
import { test } from './support/browser-test'
import { showCalls } from './support/counter-pages'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'

const PHONE = '0891-0000-181'
const WORDS = '楼梯口的灯不亮，阿妈看不见台阶'
const CALLER_WORDS = '巷口的路灯坏了三天，没人来修'
const CODE = /\d{4} \d{4} \d{4}/

const dialog = ({ page }: Person) => page.getByRole('dialog')
const tick = (person: Person, words: string) =>
  person.page.getByRole('checkbox', { name: words }).filter({ visible: true }).click()

/** What a printer would get: the words of the page as paper sees them. */
const paperOf = async ({ page }: Person): Promise<string> => {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const words = await page.locator('body').innerText()
  await page.emulateMedia({ media: null })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  return words
}

/** The code on the paper that would be printed, as it is read out. */
const codeOnPaper = async (person: Person): Promise<string> => {
  const code = CODE.exec(await paperOf(person))?.[0]
  if (code === undefined) throw new Error('there is no code on the paper')
  return code
}

const startHelping = async (staff: Person) => {
  await staff.open('/')
  await staff.follow('帮办台')
  await staff.write('完整的电话', PHONE)
  await staff.press('找')
  await staff.press(/^帮对方办：绕赛社区老人（示范）/)
  await staff.choose('柜台来人')
  await dialog(staff).getByRole('textbox').fill('来登记生日，请女儿代办')
  await staff.press('开始')
  await staff.reads('正在帮绕赛社区老人（示范）办')
}

const backToCounter = async (staff: Person) => {
  await staff.press('返回')
  await staff.isAt('帮办台')
}

const recordBirthDate = async (staff: Person) => {
  await staff.follow('看、核实资料')
  await staff.press('当面登记一项')
  await staff.choose('出生日期')
  await dialog(staff).getByLabel('出生日期').fill('1948-05-06')
  await staff.choose('身份证')
  await tick(staff, '念过了，本人说同意')
  await dialog(staff).getByRole('button', { name: '登记', exact: true }).click()
  await staff.reads('1948年5月6日')
  await staff.reads('核实过')
  await backToCounter(staff)
}

const witness = async (staff: Person): Promise<string> => {
  await staff.follow('代办授权')
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
  const code = await codeOnPaper(staff)
  await staff.press('好了')
  await staff.reads('等答应')
  await backToCounter(staff)
  return code
}

/** What is it, what was said, where; it is read back before it is sent. */
const fileIssue = async (staff: Person, words: string) => {
  await staff.choose('灯不亮')
  await staff.write('对方怎么说？', words)
  await staff.choose('小广场（示范）')
  await staff.press('下一步')
  await staff.reads('念给对方听，对了再发')
  await staff.press('发出去，出回执')
  await staff.reads('说事回执')
}

/** Enters what stands on a paper; what it is for is said before anything happens. */
const enterCode = async (resident: Person, code: string, purpose: string, go: string) => {
  await resident.open('/people/pages/code/index')
  await resident.write('12个数字', code)
  await resident.reads(purpose)
  await resident.press(go)
}

const actForMother = async (daughter: Person, code: string) => {
  await enterCode(daughter, code, '这是请您帮忙代办的码', '看是谁请我')
  await daughter.reads('绕赛社区老人（示范）请您帮忙')
  await daughter.choose('阿妈')
  await daughter.press('愿意')
  await daughter.press('替阿妈办')
  await daughter.reads('正在为阿妈办理')
  await daughter.press('说一件事')
  await daughter.choose('垃圾清运')
  await daughter.press('下一步')
  await daughter.write('发生了什么？', '楼下的垃圾两天没清了')
  await daughter.choose('小广场（示范）')
  await daughter.press('下一步')
  await daughter.press('发出去')
  await daughter.isAt('收到了')
}

/** All that stands at the call to the elder, whoever else waits for one. */
const openCallTo = async (staff: Person): Promise<string> => {
  await staff.open('/counter/pages/call-list/index')
  await showCalls(staff)
  const other = staff.page.getByRole('button', { name: '先打给绕赛社区老人（示范）' }).filter({ visible: true })
  if (await other.isVisible()) await other.click()
  return staff.text()
}

test('somebody without a phone is helped at the counter, her daughter acts by the paper, and she is told by telephone', async ({
  visit,
}) => {
  const [staff, daughter] = [personAt(await visit()), personAt(await visit())]
  await Promise.all([signIn(staff, 'communityStaff'), signIn(daughter, 'elderDaughter')])
  await startHelping(staff)
  await recordBirthDate(staff)
  const code = await witness(staff)
  await staff.follow('说一件事')
  await fileIssue(staff, WORDS)
  await staff.press('回帮办台')
  await staff.follow('对方的事')
  await staff.reads('灯不亮')
  await backToCounter(staff)
  await staff.press('办完了，结束')
  await staff.reads('帮谁办？')

  await actForMother(daughter, code)

  await expect.poll(() => openCallTo(staff), { timeout: 60_000 }).toMatch(/女儿（示范）替您办了：说了一件事/)
  await staff.reads('只跟本人说')
  await staff.press('说到了')
  await staff.reads('记下了。')
  await staff.page.getByRole('tab', { name: '打过的' }).click()
  await staff.reads('说到了')
})

test('what is filed for somebody who called is theirs once they enter the code of the receipt', async ({ visit }) => {
  const [staff, resident] = [personAt(await visit()), personAt(await visit())]
  await Promise.all([signIn(staff, 'communityStaff'), signIn(resident, 'neighbour')])
  await staff.open('/counter/pages/counter/index')
  await staff.follow('替没登记的人说一件事')
  await staff.write('名字', '来电人（示范）')
  await staff.write(/^电话/, '0891-0000-191')
  await staff.choose('打电话来的')
  await fileIssue(staff, CALLER_WORDS)
  const code = await codeOnPaper(staff)
  expect(await staff.text()).not.toContain(CALLER_WORDS)

  await enterCode(resident, code, '这是柜台回执上的码', '归到我名下')
  await resident.isAt('这件事')
  await resident.reads(CALLER_WORDS)
})

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

// The last one: its session stays open.
test('when the time is over the page locks: nothing of what was written can be seen or sent', async ({ visit }) => {
  const staff = personAt(await visit())
  await staff.page.clock.install()
  await signIn(staff, 'communityStaff')
  await startHelping(staff)
  await staff.follow('说一件事')
  await staff.choose('灯不亮')
  await staff.write('对方怎么说？', WORDS)
  await staff.page.clock.fastForward('26:00')
  await staff.reads('不到5分钟就到时间了')
  await staff.page.clock.fastForward('05:00')
  await staff.reads('帮绕赛社区老人（示范）办的时间到了')
  const words = staff.page.getByRole('textbox', { name: /对方怎么说/ })
  expect(await words.filter({ visible: true }).count()).toBe(0)
})
