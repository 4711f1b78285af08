import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from './support/browser-test'
import { noisyPhoto } from './support/noisy-photo'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { atTheServer } from './support/server'

const SEND = '**/api/communities/*/issues'
const PIECES = '**/api/uploads/*/chunks/*'
const PIECE = 262_144

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

/** What the server has with these words. */
const findAtServer = async (words: string) => {
  const resident = await atTheServer('resident')
  const { items } = await resident.call('listMyItems')
  const issues = await Promise.all(
    items
      .filter(({ service }) => service === 'issues')
      .map(({ communityId, subjectId }) => resident.call('getIssue', { params: { communityId, issueId: subjectId } })),
  )
  return issues.filter(({ description }) => description === words)
}
const countAtServer = async (words: string): Promise<number> => (await findAtServer(words)).length

const addPhoto = async (resident: Person) => {
  const chooser = resident.page.waitForEvent('filechooser')
  await resident.press('从相册选')
  await (await chooser).setFiles({ name: 'noise.png', mimeType: 'image/png', buffer: noisyPhoto() })
  await resident.page.getByRole('img', { name: '第1张照片' }).filter({ visible: true }).waitFor()
}

/** This browser has no microphone of its own: a tone stands for the voice. The recorder is its real one. */
const speakIntoMicrophone = () => {
  navigator.mediaDevices.getUserMedia = async () => {
    const sound = new AudioContext()
    const tone = sound.createOscillator()
    const microphone = sound.createMediaStreamDestination()
    tone.connect(microphone)
    tone.start()
    return microphone.stream
  }
}

/** The address of every piece of a file that left this browser. */
const watchPieces = (page: Page): string[] => {
  const addresses: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/chunks/')) addresses.push(request.url())
  })
  return addresses
}
const offsetOf = (address: string) => Number(address.split('/').at(-1))

test('without a network a report stays on the phone, also after closing it, and sends itself once later', async ({
  visit,
}) => {
  const words = '垃圾点三天没清，断网时写的'
  const visitor = await visit()
  const resident = personAt(visitor)
  await signIn(resident, 'resident')
  await writeReport(resident, words)

  await visitor.context.setOffline(true)
  await resident.press('发出去')
  await resident.isAt('未发送')
  await resident.reads('已存在手机里，有网再发')
  await resident.reads(/现在没有网络/)
  expect(await countAtServer(words)).toBe(0)

  await visitor.page.close()
  await visitor.context.setOffline(false)
  const reopened = personAt({ ...visitor, page: await visitor.context.newPage() })
  const keys = watchKeys(reopened.page)
  await reopened.open('/')
  await reopened.reads('已收到')
  await reopened.follow(/垃圾清运.*已收到/)
  await reopened.isAt('收到了')
  expect(keys).toHaveLength(1)
  expect(await countAtServer(words)).toBe(1)
})

test('a network that goes in the middle of a photo loses nothing: it goes on where it stopped, once', async ({
  visit,
}) => {
  const words = '垃圾堆成山了，看照片'
  const visitor = await visit()
  const { page, context } = visitor
  const resident = personAt(visitor)
  await signIn(resident, 'resident')
  await writeReport(resident, words)
  await resident.press('上一步')
  await addPhoto(resident)
  await resident.press('下一步')
  await resident.page.getByRole('img', { name: '第1张照片' }).filter({ visible: true }).waitFor()

  // The first piece arrives; the network goes with the second.
  const before = watchPieces(page)
  await page.route(PIECES, async (route) => {
    if (offsetOf(route.request().url()) === 0) return route.continue()
    await context.setOffline(true)
    return route.abort('internetdisconnected')
  })
  await resident.press('发出去')
  await resident.isAt('未发送')
  await resident.reads('已存在手机里，有网再发')
  expect(before.map(offsetOf)).toEqual([0, PIECE])
  expect(await countAtServer(words)).toBe(0)

  await page.close()
  await context.setOffline(false)
  const reopened = personAt({ ...visitor, page: await context.newPage() })
  const after = watchPieces(reopened.page)
  const keys = watchKeys(reopened.page)
  await reopened.open('/')
  await reopened.follow(/垃圾清运.*已收到/)
  await reopened.isAt('收到了')
  expect(offsetOf(after[0] ?? '')).toBe(PIECE)
  expect(keys).toHaveLength(1)
  const [issue, ...others] = await findAtServer(words)
  expect(others).toEqual([])
  expect(issue?.attachments.photos).toHaveLength(1)
})

test('a photo alone is enough: 随手拍 is sent with one tap more', async ({ visit }) => {
  const resident = personAt(await visit())
  await signIn(resident, 'neighbour')
  const chooser = resident.page.waitForEvent('filechooser')
  await resident.follow(/随手拍/)
  await (await chooser).setFiles({ name: 'lid.png', mimeType: 'image/png', buffer: noisyPhoto(200, 150) })
  await resident.page.getByRole('img', { name: '第1张照片' }).filter({ visible: true }).waitFor()
  await resident.choose('井盖缺损')
  await resident.choose('公厕（示范）')
  await resident.press('发出去')
  await resident.isAt('收到了')
  await resident.press('看这件事')
  await resident.reads('井盖缺损')
})

test('a voice note is enough: said, listened to and sent', async ({ visit }) => {
  const visitor = await visit()
  await visitor.page.addInitScript(speakIntoMicrophone)
  const resident = personAt(visitor)
  await signIn(resident, 'neighbour')
  await resident.open('/issues/pages/report/index')
  await resident.choose('垃圾清运')
  await resident.press('下一步')
  await resident.press('点一下，开始说')
  await resident.reads('正在录，已录1秒')
  await resident.press('说完了，点一下')
  await resident.reads(/录好了，[12]秒/)
  await resident.press('听一遍')
  await resident.press('停')
  await resident.choose('公厕（示范）')
  await resident.press('下一步')
  await resident.press('发出去')
  await resident.isAt('收到了')
  expect(visitor.messages.filter((message) => message.includes('Content Security Policy'))).toEqual([])
})

test('who does not let the page listen is told what to do, and writes instead', async ({ visit }) => {
  const resident = personAt(await visit({ permissions: [] }))
  await resident.open('/issues/pages/snap/index')
  await resident.press('点一下，开始说')
  await resident.reads('手机没让用话筒')
  await resident.write(/还想说什么/, '井盖翘起来了')
  expect(await resident.text()).toContain('打字也一样能说')
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
  // It says so before the first try as well: what counts is that the server has it and the phone does not know.
  await expect.poll(() => countAtServer(words)).toBe(1)
  await resident.reads('已存在手机里，有网再发')

  await visitor.page.unroute(SEND)
  await resident.press('现在就发')
  await resident.isAt('收到了')
  expect(new Set(keys).size).toBe(1)
  expect(keys).toHaveLength(2)
  expect(await countAtServer(words)).toBe(1)
})
