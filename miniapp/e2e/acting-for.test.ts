import { expect } from 'vitest'
import { test, type Visit } from './support/browser-test'
import { type DemoPerson, signIn } from './support/people'
import { type Person, personAt } from './support/person'

const WORDS = '院门口的灯坏了，晚上不敢出门'
const BANNER = '正在为阿妈办理'

const enter = async (visit: Visit, who: DemoPerson): Promise<Person> => {
  const person = personAt(await visit())
  await signIn(person, who)
  return person
}

/** The code that stands on the page, as somebody reads it out. */
const codeOn = async (person: Person): Promise<string> => {
  await person.reads('只能用一次')
  const code = /\d{4} \d{4} \d{4}/.exec(await person.text())?.[0]
  if (!code) throw new Error('the page shows no code')
  return code
}

const typeCode = async (person: Person, code: string, whatItDoes: string) => {
  await person.open('/people/pages/code/index')
  await person.write('12个数字', code)
  await person.press(whatItDoes)
}

const tick = ({ page }: Person, name: string) => page.getByRole('checkbox', { name }).filter({ visible: true }).click()

/** All five steps, for somebody who gets the code. */
const offer = async (mother: Person): Promise<string> => {
  await mother.open('/people/pages/grants-given/index')
  await mother.press('请一个人')
  await mother.reads('第1步/共5步')
  await mother.choose('给他一个码')
  await mother.choose('儿女')
  await mother.press('下一步')
  await mother.reads('第2步/共5步')
  for (const power of ['看说过的事办到哪了', '说一件新的事']) await tick(mother, power)
  await mother.press('下一步')
  await mother.reads('第3步/共5步')
  await mother.choose('三个月')
  await mother.press('下一步')
  await mother.reads('请您一个人看这一页')
  await mother.choose('没有，是我自己愿意')
  await mother.press('下一步')
  await mother.reads('第5步/共5步')
  expect(await mother.text()).not.toContain('我自己愿意')
  await mother.press('给他')
  await mother.isAt('把这个码给他')
  return codeOn(mother)
}

const begin = async (daughter: Person) => {
  await daughter.press('替阿妈办')
  await daughter.isAt('小板凳')
  await daughter.reads(BANNER)
}

/** Writes the words for the mother, with the banner above, up to where they are read once more. */
const writeForHer = async (daughter: Person) => {
  await daughter.choose('灯不亮')
  await daughter.press('下一步')
  await daughter.reads('第2步/共3步')
  await daughter.reads(BANNER)
  await daughter.write('发生了什么？', WORDS)
  await daughter.choose('一号院（示范）')
  await daughter.press('下一步')
  await daughter.reads('第3步/共3步')
  await daughter.reads('谁的事')
}

/** Sends it and opens it; what only the mother may say is not even asked for. */
const reportForHer = async (daughter: Person): Promise<string> => {
  await daughter.press('说一件事')
  await daughter.reads('第1步/共3步')
  await daughter.choose('家庭的事')
  await daughter.reads('这一类只能本人说')
  await daughter.press('换一类')
  await writeForHer(daughter)
  await daughter.press('发出去')
  await daughter.isAt('收到了')
  await daughter.reads('阿妈会收到消息')
  await daughter.reads(BANNER)
  const receiptNumber = /[A-Z]+-\d{8}-\d{4,}/.exec(await daughter.text())?.[0]
  if (!receiptNumber) throw new Error('the page of the receipt shows no receipt number')
  await daughter.press('看这件事')
  await daughter.isAt('这件事')
  await daughter.reads(WORDS)
  await daughter.reads(BANNER)
  return receiptNumber
}

test('a daughter acts for her mother, who is told of it, sees it, and ends it in one tap', async ({ visit }) => {
  const [mother, daughter] = await Promise.all([enter(visit, 'mother'), enter(visit, 'daughter')])
  await typeCode(daughter, await offer(mother), '看是谁请我')
  await daughter.reads('尼卓林社区居民（示范一）请您帮忙')
  await daughter.choose('阿妈')
  await daughter.press('愿意')
  await begin(daughter)
  const receiptNumber = await reportForHer(daughter)

  await mother.open('/people/pages/inbox/index')
  await mother.reads(/尼卓林社区老人的女儿（示范）替您办了：说了一件事/)
  await mother.open('/people/pages/proxy-acts/index')
  await mother.reads(receiptNumber)
  await mother.press(/^看这件事/)
  await mother.reads(/由尼卓林社区老人的女儿（示范）代办/)

  await daughter.press('不办了，不再替阿妈办')
  await daughter.isAt('小板凳')
  await daughter.follow('我说的事')
  await daughter.reads('这里放您说过的事')
  expect(await daughter.text()).not.toContain(receiptNumber)
  await daughter.open('/people/pages/proxy-acts/index')
  await daughter.page.getByRole('tab', { name: '我替别人办的' }).filter({ visible: true }).click()
  await daughter.press(/^替阿妈看这件事/)
  await daughter.reads(WORDS)
  await daughter.reads(BANNER)

  await daughter.press('说一件事')
  await daughter.reads('第1步/共3步')
  await writeForHer(daughter)
  await mother.open('/people/pages/grants-given/index')
  await mother.press(/^结束，不再让/)
  await mother.reads('结束了，马上不能再办')
  await daughter.press('发出去')
  await daughter.reads('阿妈的授权停了，刚才没有办成')
  await daughter.page.getByRole('contentinfo').getByRole('button', { name: '不替阿妈办了' }).click()
  await daughter.isAt('小板凳')
  expect(await daughter.text()).not.toContain('阿妈')
})

test('a household is one code from one phone to the other', async ({ visit }) => {
  const [mother, daughter] = await Promise.all([enter(visit, 'mother'), enter(visit, 'daughter')])
  await mother.open('/people/pages/household/index')
  await mother.press('从我开始')
  await mother.choose('一号院（示范）')
  await mother.press('要一个码')
  const code = await codeOn(mother)
  await typeCode(daughter, code, '加入这家')
  await daughter.isAt('我的家')
  await daughter.reads('2个人')
  await daughter.reads('尼卓林社区居民（示范一）')
  await typeCode(daughter, code, '加入这家')
  await daughter.page.getByRole('alert').filter({ visible: true }).waitFor()
})
