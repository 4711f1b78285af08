import { screen, waitFor, within } from '@testing-library/react'
import { type ComponentType, createElement } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveCanteen } from '../../test/components/canteen-answers'
import { serveChildcare } from '../../test/components/childcare-answers'
import { serveMediation } from '../../test/components/mediation-answers'
import { servePension } from '../../test/components/pension-answers'
import { servePeople } from '../../test/components/people-answers'
import { servePrivacy } from '../../test/components/privacy-answers'
import { renderResident, signIn } from '../../test/components/render-resident'
import { issueId, type ResidentServer, startResidentServer, workItemId } from '../../test/components/resident-server'

// A global of Taro's build.
Reflect.set(globalThis, 'defineAppConfig', (config: unknown) => config)
const {
  default: { pages = [], subPackages = [] },
} = await import('../app.config')
/** The pages of residents. Desk, counter, kitchen, rosters and who works here are of those who do, and an address that does not exist serves nothing. */
const residentPages = [
  ...pages,
  ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
].filter(
  (page) =>
    !/^(work-queue|counter|kitchen|moderation)\/|\/pages\/roster\/|^mediation\/pages\/(cases|work|mediators|ledger)\/|^pension\/pages\/(round|plan)\/|^people\/pages\/(staff|invite-staff|staff-invitation|second-step)\//.test(
      page,
    ) && page !== 'home/pages/not-found/index',
)

/** The first page brings everything that the others share. */
const COLD_START_MS = 20_000

let server: ResidentServer

beforeAll(async () => {
  server = await startResidentServer('resolved')
  servePeople(server)
  const people = server.more
  serveCanteen(server)
  const meals = server.more
  server.more = (call) => meals(call) ?? people(call)
  serveChildcare(server)
  serveMediation(server)
  servePension(server)
  servePrivacy(server)
})
afterAll(() => server.close())

const pageAt = async (path: string): Promise<ComponentType> => {
  const { default: page }: { default: ComponentType } = await import(/* @vite-ignore */ `../${path}.tsx`)
  return page
}

const query = `?communityId=raosai&id=${issueId}&workItemId=${workItemId}&kind=birth_date`

test('the list of pages was found', () => {
  expect(residentPages.length).toBeGreaterThanOrEqual(10)
})

test.each(residentPages)(
  'beside %s stands the way without a phone, and help is one tap away',
  async (path) => {
    signIn()
    renderResident(createElement(await pageAt(path)), server, query)
    const main = () => within(screen.getByRole('main'))
    await waitFor(() => expect(main().getAllByText('绕赛社区服务大厅（示范地址）')[0]).toBeVisible())
    expect(main().getAllByText(/周一至周五/)[0]).toBeVisible()
    expect(main().getAllByText('0891-0000-101')[0]).toBeVisible()
    const [first] = within(screen.getByRole('contentinfo')).getAllByRole('button')
    expect(first).toHaveTextContent('打电话找人')
  },
  COLD_START_MS,
)
