import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { replyTemplates } from '../../../../test/components/desk-choices'
import { type Desk, itemDueIn, startDesk, worker } from '../../../../test/components/desk-server'
import { renderDesk } from '../../../../test/components/render-desk'
import { askForShortcut } from '../../desk-shortcuts'
import ItemPage from './index'

let desk: Desk
let page: ReturnType<typeof renderDesk>
const you = { id: worker.id, name: worker.name, isYou: true }
const mine = (fields: Parameters<typeof itemDueIn>[2] = {}) =>
  itemDueIn(1, 5, { state: 'accepted', assignee: you, ...fields })

afterEach(() => desk.close())

const open = async (item = mine()) => {
  desk = await startDesk([item])
  page = renderDesk(<ItemPage />, desk, `?communityId=raosai&id=${item.id}`)
  await screen.findByRole('heading', { level: 2, name: '第1件事' })
  return item
}
const reply = () => within(screen.getByRole('region', { name: '答复居民' }))
const note = () => within(screen.getByRole('region', { name: '同事备注' }))
const dialog = () => within(screen.getByRole('dialog'))
const writes = (path: string) => desk.writes.filter(({ url }) => url.pathname.endsWith(path)).map(({ body }) => body)

const writeReply = async (words: string) => {
  await userEvent.click(reply().getByRole('button', { name: '写答复' }))
  await userEvent.type(reply().getByRole('textbox'), words)
  await userEvent.click(reply().getByRole('button', { name: '发给居民' }))
}

test('a reply leaves only after everybody who will read it was named', async () => {
  const other = { id: mine().id, receiptNumber: 'RS-20261122-0009', title: '灯不亮' }
  await open(mine({ duplicates: [{ ...other, state: 'closed', outcome: 'merged' }] }))
  await writeReply('明天来修')
  expect(dialog().getByText('居民居*甲会收到这段话：')).toBeVisible()
  expect(dialog().getByText('明天来修')).toBeVisible()
  expect(dialog().getByText('合在一起的1件，说的居民也都会收到。')).toBeVisible()
  expect(writes('/replies')).toEqual([])
  await userEvent.click(dialog().getByRole('button', { name: '发给居民' }))
  expect(await screen.findByText('居民可见：明天来修')).toBeVisible()
  expect(writes('/replies')).toEqual([{ body: '明天来修', fileIds: [] }])
})

test('closing the question sends nothing, and the words stay', async () => {
  await open()
  await writeReply('明天来修')
  await userEvent.click(dialog().getByRole('button', { name: '关闭' }))
  expect(writes('/replies')).toEqual([])
  expect(reply().getByRole('textbox')).toHaveValue('明天来修')
})

test('a note is written at once and says that the resident cannot read it', async () => {
  await open()
  expect(note().getByText('只有同事看得到，居民看不到。')).toBeVisible()
  await userEvent.click(note().getByRole('button', { name: '写备注' }))
  await userEvent.type(note().getByRole('textbox'), '灯泡在仓库')
  await userEvent.click(note().getByRole('button', { name: '记下，只给同事看' }))
  expect(await screen.findByText('仅同事可见：灯泡在仓库')).toBeVisible()
  expect(writes('/notes')).toEqual([{ body: '灯泡在仓库', fileIds: [] }])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('who may not answer the resident has no place to do it', async () => {
  await open(mine({ canReply: false, canNote: true }))
  expect(screen.queryByRole('region', { name: '答复居民' })).toBeNull()
  expect(note().getByRole('button', { name: '写备注' })).toBeVisible()
})

test('a template that fits is filled from the item and can be changed before it leaves', async () => {
  await open()
  await userEvent.click(reply().getByRole('button', { name: '写答复' }))
  await userEvent.click(reply().getByRole('button', { name: '用现成的话' }))
  const [template, ...others] = await reply().findAllByRole('radio')
  expect(others).toEqual([])
  if (template) await userEvent.click(template)
  const filled = `「第1件事」（RS-20261123-0001）已经开始办，`
  expect(reply().getByRole('textbox')).toHaveDisplayValue(new RegExp(`^${filled}.*${worker.name}$`))
  await userEvent.type(reply().getByRole('textbox'), '。')
  await userEvent.click(reply().getByRole('button', { name: '发给居民' }))
  expect(dialog().getByText(new RegExp(`${filled}.*。$`))).toBeVisible()
})

test('in Tibetan a template is taken in Tibetan where it has words for it, and in Chinese where it has none', async () => {
  await open()
  const [first] = replyTemplates
  if (!first) throw new Error('the desk has templates')
  const [both, chinese] = [
    { ...first, bo: 'ནང་དོན།' },
    { ...first, id: '0190b1c4-6666-7aaa-8bbb-000000000009', name: '再看一次', zh: '我们再来看一次。', bo: null },
  ]
  desk.answerFirst = ({ url }) =>
    url.pathname.endsWith('/reply-templates') ? [200, { items: [both, chinese], nextCursor: null }] : undefined
  await userEvent.click(reply().getByRole('button', { name: '写答复' }))
  const take = async (name: RegExp) => {
    await userEvent.click(reply().getByRole('button', { name: '用现成的话' }))
    await userEvent.click(await reply().findByRole('radio', { name: 'བོད་ཡིག' }))
    await userEvent.click(reply().getByRole('radio', { name }))
  }
  await take(/ནང་དོན།/)
  expect(reply().getByRole('textbox')).toHaveValue('ནང་དོན།')
  await take(/我们再来看一次。/)
  expect(reply().getByRole('textbox')).toHaveValue('ནང་དོན།\n我们再来看一次。')
})

test('words that were not sent are there when the item is opened again', async () => {
  const item = await open()
  await userEvent.click(reply().getByRole('button', { name: '写答复' }))
  await userEvent.type(reply().getByRole('textbox'), '明天')
  page.unmount()
  page = renderDesk(<ItemPage />, desk, `?communityId=raosai&id=${item.id}`)
  await screen.findByRole('heading', { level: 2, name: '第1件事' })
  expect(reply().getByRole('textbox')).toHaveValue('明天')
})

test('an answer that was lost on the way is sent again with the same key', async () => {
  await open()
  await writeReply('明天来修')
  desk.network = 'unanswered'
  await userEvent.click(dialog().getByRole('button', { name: '发给居民' }))
  expect(await reply().findByText('连不上网络，刚才没有办成。')).toBeVisible()
  desk.network = 'up'
  await userEvent.click(reply().getByRole('button', { name: '发给居民' }))
  await userEvent.click(dialog().getByRole('button', { name: '发给居民' }))
  await screen.findByText('居民可见：明天来修')
  const keys = desk.writes.filter(({ url }) => url.pathname.endsWith('/replies')).map(({ key }) => key)
  expect(new Set(keys).size).toBe(1)
  expect(screen.getAllByText('居民可见：明天来修')).toHaveLength(1)
})

test('the keyboard is put where the reply is written', async () => {
  const item = await open()
  askForShortcut('onReply', item.id)
  await waitFor(() => expect(reply().getByRole('textbox')).toHaveFocus())
})
