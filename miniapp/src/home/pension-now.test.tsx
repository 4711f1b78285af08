import { addDays } from '@little-bench/shared/kernel/time'
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cardOf, type PensionState, proofOf, servePension, today } from '../../test/components/pension-answers'
import { renderResident, signIn } from '../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../test/components/resident-server'
import { usePensionNow } from './pension-now'

let server: ResidentServer
let pension: PensionState

beforeEach(async () => {
  server = await startResidentServer()
  pension = servePension(server)
  signIn()
})
afterEach(() => server.close())

const Now = ({ isServed = true }) => <p>{usePensionNow('raosai', isServed)}</p>

test.each([
  ['nobody knows whether they draw a pension', proofOf(), '不出门也能办，能约上门'],
  ['it is due', proofOf({ way: 'self', dueOn: addDays(today(), 14) }), '认证还剩14天'],
  ['today is the last day', proofOf({ way: 'self', dueOn: today() }), '认证今天最后一天'],
  ['it has lapsed', proofOf({ way: 'self', status: 'lapsed' }), '过期了，现在就办'],
  ['a visit is planned', proofOf({ way: 'visit', visit: cardOf() }), '约好了上门'],
  ['it is done', proofOf({ way: 'self', status: 'valid' }), '这一次办好了'],
] as const)('the tile of the home page when %s', async (_when, proof, words) => {
  pension.proof = proof
  renderResident(<Now />, server)
  expect(await screen.findByText(words)).toBeVisible()
})

test('where it is not offered nothing is asked', () => {
  renderResident(<Now isServed={false} />, server)
  expect(server.calls).toEqual([])
})
