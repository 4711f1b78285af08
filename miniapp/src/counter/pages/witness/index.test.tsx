import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resident } from '../../../../test/components/counter-examples'
import { type CounterServer, startCounterServer } from '../../../../test/components/counter-server'
import { watchPrinter } from '../../../../test/components/printer'
import { openSession, renderCounter } from '../../../../test/components/render-counter'
import { visited } from '../../../../test/components/taro-api'
import WitnessPage from './index'

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
  openSession(server)
  renderCounter(<WitnessPage />, server)
  await screen.findByText(/这是您自己愿意的吗/)
})
afterEach(() => server.close())

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
const tick = (name: string | RegExp) => userEvent.click(screen.getByRole('checkbox', { name }))
const witnessed = () => server.writesTo('/proxy-grants')

const passAlone = async () => {
  await tick('旁边没有别人，念给本人听了')
  await choose('自己愿意')
  await press('下一步')
}
const passTerms = async () => {
  await choose('儿女')
  await userEvent.click(within(screen.getByRole('group', { name: /居民说事里能做什么/ })).getByText('说一件新的事'))
  await choose('12个月')
  await press('下一步')
}

test('nothing goes on before the person was asked alone and said that they want it', async () => {
  await choose('自己愿意')
  await press('下一步')
  expect(screen.getByText('要单独问：旁边有人，就先请走开。')).toBeVisible()
  expect(screen.queryByText('交给谁？')).toBeNull()
  await tick('旁边没有别人，念给本人听了')
  await press('下一步')
  expect(screen.getByText('交给谁？')).toBeVisible()
})

test('whoever is pressed gets no grant today, and a way out that shows nobody why', async () => {
  await tick('旁边没有别人，念给本人听了')
  await choose('有人催、有人逼')
  expect(screen.getByText('今天先不办')).toBeVisible()
  expect(screen.queryByRole('button', { name: '下一步' })).toBeNull()
  await press('不办了，回去')
  expect(visited.at(-1)).toMatch(/^(navigateBack|reLaunch)/)
  expect(witnessed()).toEqual([])
})

test('the terms are read back, and without a nod nothing is sent', async () => {
  await passAlone()
  await press('下一步')
  expect(screen.getByText('请选是什么人。')).toBeVisible()
  expect(screen.getByText('至少选一样。')).toBeVisible()
  await passTerms()
  expect(screen.getByText('居民说事：说一件新的事')).toBeVisible()
  await press('办好，出纸')
  expect(screen.getByText('念给本人听，点头了再办。')).toBeVisible()
  expect(witnessed()).toEqual([])
})

test('the witness signs as themselves, and the paper carries the code, what it allows and how it ends', async () => {
  const printer = watchPrinter()
  await passAlone()
  await passTerms()
  await tick('念完了，本人点头')
  await press('办好，出纸')
  const paper = within(await screen.findByRole('group', { name: '要交给居民的纸' }))
  expect(paper.getByText('5123 4567 8901')).toBeVisible()
  expect(paper.getByText('居民说事：看说过的事办到哪了、说一件新的事')).toBeVisible()
  expect(paper.getByText('管到2027年2月28日。')).toBeVisible()
  expect(paper.getByText(/点「我」，再点「输入纸上的码」/)).toBeVisible()
  expect(await paper.findByText('有事打电话：0891-0000-101（绕赛社区服务大厅）')).toBeVisible()
  expect(paper.getByText(/^来社区：绕赛社区服务大厅（示范地址），周一至周五/)).toBeVisible()
  await press('打印这张纸')
  expect(printer.asked()).toBe(1)
  expect(witnessed()).toMatchObject([
    {
      path: '/api/communities/raosai/proxy-grants',
      actingFor: undefined,
      body: {
        residentId: resident.id,
        relationship: 'child',
        scopes: [{ service: 'issues', powers: ['file'] }],
        freedom: 'free',
        isAskedAlone: true,
      },
    },
  ])
})

test('while it is printed the paper stands alone at the end of the document, and goes again', async () => {
  await passAlone()
  await passTerms()
  await tick('念完了，本人点头')
  await press('办好，出纸')
  await screen.findByRole('group', { name: '要交给居民的纸' })
  watchPrinter().print(({ body, documentElement }) => {
    expect(body.lastElementChild).toHaveTextContent('5123 4567 8901')
    expect(documentElement).toHaveClass('lb-printing')
  })
  expect(screen.getAllByText('5123 4567 8901')).toHaveLength(1)
})

test('on the telephone nothing is witnessed, however the page was opened', async () => {
  cleanup()
  openSession(server, 30, 'phone')
  renderCounter(<WitnessPage />, server)
  expect(await screen.findByText('电话里不能见证授权，请本人来柜台，或上门时办。')).toBeVisible()
  expect(screen.queryByText(/这是您自己愿意的吗/)).toBeNull()
})
