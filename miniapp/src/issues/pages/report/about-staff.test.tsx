import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { community, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import ReportPage from './index'

const staffId = '0190b1c4-1111-7aaa-8bbb-000000000051'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  const [light] = community.catalogue
  const complaint = { ...light, serviceCode: 'complaint_staff', name: '对社区工作的意见', canBePublic: false }
  const contacts = community.contacts.map((contact) => ({
    ...contact,
    staffIds: contact.name === '第一网格网格员' ? [staffId] : [],
  }))
  server.more = ({ path }) => {
    if (path === '/api/communities/raosai')
      return [200, { ...community, catalogue: [...community.catalogue, complaint] }]
    if (path.endsWith('/contacts'))
      return [200, { items: [{ id: 'grid_worker', name: '网格员', contacts }], nextCursor: null }]
    return undefined
  }
  signIn()
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const describe = async (category: RegExp) => {
  renderResident(<ReportPage />, server)
  await choose(category)
  await press('下一步')
  await userEvent.type(screen.getByRole('textbox', { name: /发生了什么/ }), '说好来没来')
  await choose(/东孜苏3巷7号/)
}
const reported = () => server.writes.find(({ path }) => path.endsWith('/issues'))?.body

test('a complaint about staff may say whom it is about, and that they will not see it', async () => {
  await describe(/对社区工作的意见/)
  expect(await screen.findByText('可以不选。选了，他和管他的人都看不到这件事。')).toBeVisible()
  expect(screen.queryByRole('checkbox', { name: '第二网格网格员' })).toBeNull()
  await userEvent.click(screen.getByRole('checkbox', { name: '第一网格网格员' }))
  await press('下一步')
  expect(screen.getByText('选了1位，他们和管他们的人看不到')).toBeVisible()
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  expect(reported()).toMatchObject({ serviceCode: 'complaint_staff', aboutStaffIds: [staffId] })
})

test('nobody has to say so', async () => {
  await describe(/对社区工作的意见/)
  await press('下一步')
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  expect(reported()).not.toHaveProperty('aboutStaffIds')
})

test('in another category nobody is asked whom it is about', async () => {
  await describe(/灯不亮/)
  expect(screen.queryByText('说的是谁？')).toBeNull()
})
