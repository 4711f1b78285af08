import type { BrowserContextOptions } from 'playwright-core'
import { accountPages } from './account-pages'
import type { Visit } from './browser-test'
import { canteenPages } from './canteen-pages'
import { carePages } from './care-pages'
import { counterPages } from './counter-pages'
import { mediationPages } from './mediation-pages'
import { moderationPages } from './moderation-pages'
import { noisyPhoto } from './noisy-photo'
import { pensionPages } from './pension-pages'
import { signIn } from './people'
import { type Person, personAt } from './person'
import { privacyPages } from './privacy-pages'
import { atTheServer, move, say } from './server'

const WORDS = '门口路灯三天不亮，晚上看不见路'
const REPORT = '/issues/pages/report/index'

export interface AppPage {
  name: string
  path: string
  /** Who looks at it. */
  who: 'visitor' | 'resident' | 'staff' | 'lead' | 'counter' | 'kitchen' | 'carer' | 'committee'
  /** The server refuses what the page asks for, and the page says so: the browser may complain. */
  isRefused?: true
  /** Words that stand there, in either language, when everything has arrived. */
  shows: string
  /** What somebody does there to come to the part that is meant. */
  goOn?: (person: Person) => Promise<void>
}

/** Every page of the app with something on it: made once for a file that looks at all of them. */
export const preparePages = async (): Promise<AppPage[]> => {
  const resident = await atTheServer('resident')
  const worker = await atTheServer('firstGridWorker')
  const open = await say(resident, { words: WORDS, visibility: 'public' })
  const { communityId, id: issueId, workItemId } = open
  await worker.call('saveWork', {
    params: { communityId, issueId, workItemId },
    body: { version: 0, costFen: 15_000_000, fundSource: '惠民资金', decidedOn: '2026-11-20' },
  })
  const done = await say(resident, { words: '巷口的灯一闪一闪', placeId: 'raosai-dongzisu-lane-3-entrance' })
  await move(worker, done, { move: 'claim' })
  await move(worker, done, { move: 'resolve', note: '换了灯泡，今晚会亮' })
  const issue = (item: typeof open) => `communityId=${item.communityId}&id=${item.id}`
  const item = (of: typeof open) => `communityId=${of.communityId}&id=${of.workItemId}`
  return [
    { name: '首页，没登录', path: '/home/pages/index/index', who: 'visitor', shows: '慈松塘社区服务大厅' },
    { name: '登录', path: '/people/pages/sign-in/index', who: 'visitor', shows: '慈松塘社区居民（示范一）' },
    { name: '没有这一页', path: '/nowhere', who: 'visitor', shows: '网址可能不完整' },
    { name: '打电话找人', path: '/', who: 'visitor', shows: '慈松塘社区服务大厅', goOn: openCallSheet },
    {
      name: '有困难找社区',
      path: '/communities/pages/contacts/index',
      who: 'visitor',
      shows: '慈松塘社区服务大厅',
    },
    { name: '紧急求助', path: '/communities/pages/emergency/index', who: 'visitor', shows: '有人动手' },
    {
      name: '紧急求助，闻到燃气',
      path: '/communities/pages/emergency/index',
      who: 'visitor',
      shows: '闻到燃气',
      goOn: smellGas,
    },
    {
      name: '紧急求助，有人动手',
      path: '/communities/pages/emergency/index',
      who: 'visitor',
      shows: '有人动手',
      goOn: beThreatened,
    },
    { name: '我，没登录', path: '/people/pages/me/index', who: 'visitor', shows: '长辈版字大、按钮大' },
    { name: '我说的事，没登录', path: '/issues/pages/list/index', who: 'visitor', shows: '没登录也可以先写' },
    { name: '首页', path: '/home/pages/index/index', who: 'resident', shows: '绕赛社区服务大厅' },
    { name: '说一件事', path: REPORT, who: 'resident', shows: '灯不亮' },
    { name: '说一件事，第2步', path: REPORT, who: 'resident', shows: '灯不亮', goOn: describe },
    { name: '说一件事，第3步', path: REPORT, who: 'resident', shows: '灯不亮', goOn: summarise },
    { name: '随手拍', path: '/issues/pages/snap/index', who: 'resident', shows: '拍的是什么？', goOn: takePhoto },
    {
      name: '没收下的',
      path: '/issues/pages/unsent/index?id=refused',
      who: 'resident',
      shows: '说一件事',
      goOn: keepRefused,
    },
    { name: '已经发走的', path: '/issues/pages/unsent/index?id=gone', who: 'resident', shows: '这件已经不在手机里了' },
    { name: '我说的事', path: '/issues/pages/list/index', who: 'resident', shows: '灯不亮' },
    { name: '这件事', path: `/issues/pages/detail/index?${issue(open)}`, who: 'resident', shows: WORDS },
    {
      name: '评价',
      path: `/issues/pages/rate/index?${issue(done)}&workItemId=${done.workItemId}`,
      who: 'resident',
      shows: '很满意',
    },
    { name: '随手拍志愿队', path: '/issues/pages/volunteers/index', who: 'resident', shows: '红色骑行志愿队（示范）' },
    { name: '大家说的事', path: '/issues/pages/public/index', who: 'resident', shows: WORDS },
    { name: '消息', path: '/people/pages/inbox/index', who: 'resident', shows: '灯不亮' },
    { name: '我', path: '/people/pages/me/index', who: 'resident', shows: '居民 · 绕赛社区' },
    { name: '我的资料', path: '/people/pages/facts/index', who: 'resident', shows: '出生日期' },
    { name: '填出生日期', path: '/people/pages/fact/index?kind=birth_date', who: 'resident', shows: '哪一年' },
    { name: '填住在哪里', path: '/people/pages/fact/index?kind=residence', who: 'resident', shows: '小广场（示范）' },
    {
      name: '填残疾人证，第2步',
      path: '/people/pages/fact/index?kind=disability',
      who: 'resident',
      shows: '您有残疾人证',
      goOn: seeConsent,
    },
    { name: '我的家', path: '/people/pages/household/index', who: 'resident', shows: '一家人登在一起' },
    { name: '请人代办', path: '/people/pages/grants-given/index', who: 'resident', shows: '您信得过的人' },
    { name: '请一个人', path: '/people/pages/grant-offer/index', who: 'resident', shows: '请谁帮您办' },
    { name: '我替谁办', path: '/people/pages/grants-received/index', who: 'resident', shows: '每一页上面都写着' },
    { name: '替我办过的事', path: '/people/pages/proxy-acts/index', who: 'resident', shows: '替我办的' },
    { name: '输入纸上的码', path: '/people/pages/code/index', who: 'resident', shows: '12个数字' },
    {
      name: '社区办得怎么样',
      path: '/work-queue/pages/figures/index?communityId=raosai',
      who: 'visitor',
      shows: '及时受理率',
    },
    { name: '首页，工作人员', path: '/home/pages/index/index', who: 'staff', shows: '看今天要办的事' },
    { name: '工作台', path: '/work-queue/pages/inbox/index', who: 'staff', shows: '灯不亮' },
    { name: '办理', path: `/work-queue/pages/item/index?${item(open)}`, who: 'staff', shows: WORDS },
    { name: '找一件事', path: '/work-queue/pages/search/index', who: 'staff', shows: '写几个字' },
    {
      name: '办理，登记花费',
      path: `/work-queue/pages/item/index?${item(open)}`,
      who: 'staff',
      shows: '150,000元',
      goOn: openWorkSheet,
    },
    {
      name: '回访',
      path: '/work-queue/pages/follow-ups/index?queueId=raosai-grid-1',
      who: 'staff',
      shows: '今天没有该打的回访',
    },
    {
      name: '不归我们办的',
      path: '/work-queue/pages/not-ours/index?communityId=raosai',
      who: 'staff',
      shows: '还没有登记过',
    },
    { name: '值班表', path: '/work-queue/pages/roster/index?queueId=raosai-community', who: 'lead', shows: '现在值班' },
    {
      name: '回复模板',
      path: '/work-queue/pages/reply-templates/index?communityId=raosai',
      who: 'lead',
      shows: '收到，谁来办',
    },
    {
      name: '写模板',
      path: '/work-queue/pages/reply-template/index?communityId=raosai',
      who: 'lead',
      shows: '模板名字',
    },
    { name: '导出台账', path: '/work-queue/pages/ledger/index?communityId=raosai', who: 'lead', shows: '要哪种文件' },
    {
      name: '重画网格',
      path: '/work-queue/pages/grid-redraw/index?communityId=raosai',
      who: 'lead',
      shows: '新的网格图',
    },
    ...accountPages(),
    ...(await counterPages()),
    ...(await canteenPages()),
    ...(await carePages()),
    ...(await mediationPages()),
    ...(await pensionPages()),
    ...(await moderationPages()),
    ...(await privacyPages()),
  ]
}

/** The main action stands last in the bar, in either language. */
const pressMain = async ({ page }: Person) => {
  await page.getByRole('contentinfo').filter({ visible: true }).getByRole('button').last().click()
}

const describe = async (person: Person) => {
  await person.choose('灯不亮')
  await pressMain(person)
  await person.reads('在哪里？')
}

/** A photo hangs on the draft from then on. */
const takePhoto = async ({ page }: Person) => {
  const album = page.getByRole('button', { name: /从相册选/ }).filter({ visible: true })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), album.click()])
  await chooser.setFiles({ name: 'noise.png', mimeType: 'image/png', buffer: noisyPhoto(400, 300) })
  await page.getByRole('img', { name: '第1张照片' }).filter({ visible: true }).first().waitFor()
}

/** Something that the server did not take, as it lies on the phone. */
const keepRefused = async (person: Person) => {
  await person.page.evaluate((words) => {
    const kept = (key: string): unknown => JSON.parse(JSON.parse(localStorage.getItem(key) ?? '""').data)
    const session = JSON.parse(String(kept('session')))
    const entry = {
      id: 'refused',
      personId: session.state.person.id,
      actingFor: null,
      communityId: 'raosai',
      title: '灯不亮',
      fields: {},
      body: { serviceCode: 'street_light', description: words, visibility: 'private' },
      files: [],
      state: 'refused',
      waitsFor: null,
      failures: 0,
      retryAt: 0,
      isPosted: false,
      hasBegunAgain: false,
      refusal: { code: 'unknown_place', message: '这个地点现在没有了，请重新选。' },
      receipt: null,
    }
    localStorage.setItem('outbox', JSON.stringify({ data: JSON.stringify([entry]) }))
  }, WORDS)
  await person.page.reload()
  await person.reads('这个地点现在没有了')
}

/** Goes on with the draft that is there since the second step. */
const summarise = async (person: Person) => {
  await pressMain(person)
  await person.page.getByRole('textbox').filter({ visible: true }).first().fill(WORDS)
  await person.choose('小广场（示范）')
  await pressMain(person)
  await person.reads(WORDS)
}

const smellGas = async (person: Person) => {
  await person.follow('闻到燃气')
  await person.reads('别开灯')
}

const beThreatened = async (person: Person) => {
  await person.follow('有人动手')
  await person.reads('先离开')
}

const openWorkSheet = async (person: Person) => {
  await person.press(/^登记/)
  await person.page.getByRole('dialog').waitFor()
}

const seeConsent = async (person: Person) => {
  await pressMain(person)
  await person.reads('我同意')
}

const openCallSheet = async (person: Person) => {
  await person.press('打电话找人')
  await person.page.getByRole('dialog').waitFor()
}

/** One browser for each kind of person, signed in once, to go through many pages. */
export const peopleFor = async (
  visit: Visit,
  options?: BrowserContextOptions,
): Promise<Record<AppPage['who'], Person>> => {
  const [visitor, resident, staff, lead, counter, kitchen, carer, committee] = await Promise.all([
    visit(options),
    visit(options),
    visit(options),
    visit(options),
    visit(options),
    visit(options),
    visit(options),
    visit(options),
  ])
  const people = {
    visitor: personAt(visitor),
    resident: personAt(resident),
    staff: personAt(staff),
    lead: personAt(lead),
    counter: personAt(counter),
    kitchen: personAt(kitchen),
    carer: personAt(carer),
    committee: personAt(committee),
  }
  await Promise.all([
    signIn(people.resident, 'resident'),
    signIn(people.staff, 'firstGridWorker'),
    signIn(people.lead, 'communityStaff'),
    signIn(people.counter, 'otherCommunityStaff'),
    signIn(people.kitchen, 'kitchen'),
    signIn(people.carer, 'childcareWorker'),
    signIn(people.committee, 'committee'),
  ])
  return people
}

/** Opens the page and waits until it shows what it is about, not only its shape. */
export const openWhole = async (person: Person, { path, shows, goOn }: AppPage): Promise<void> => {
  await person.open(path)
  await person.reads(shows)
  await goOn?.(person)
}
