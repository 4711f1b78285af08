import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { Api, Client } from './client.ts'
import { aReport } from './factories.ts'
import type { TestServer } from './server.ts'

type Filed = CallInput<Api['fileIssueForResident']>['body']
type Call = CallResult<Api['listCallList']>['items'][number]

const RAOSAI = { communityId: 'raosai' }

/** Somebody without an account, who has called. */
export const CALLER = { name: '示范来电人', phone: '0891-0000-191' }

/** The counter of 绕赛 writes down what somebody has said: a private report for the first grid cell. */
export const fileFor = (staff: Client, resident: Filed['resident'], changes: Partial<Filed> = {}, headers = {}) =>
  staff.call(
    'fileIssueForResident',
    { params: RAOSAI, body: { ...aReport(), resident, source: 'phone', ...changes } },
    headers,
  )

/** Opens a session at the counter of 绕赛. */
export const assist = (staff: Client, residentId: string, note?: string) =>
  staff.call('startAssistSession', {
    params: RAOSAI,
    body: { residentId, reason: 'counter', ...(note !== undefined && { note }) },
  })

/** Whom the counter of 绕赛 should call now. */
export const callList = async (staff: Client, view: 'due' | 'later' | 'done' = 'due'): Promise<Call[]> =>
  (await staff.call('listCallList', { params: RAOSAI, query: { view, limit: 50 } })).items

/** Every row of every table as text, with the jobs under way. */
export const everythingStored = async (server: TestServer): Promise<string> => {
  const tables = await server.sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const [row] = await server.sql<{ text: string }>(
      `select coalesce(string_agg(line::text, ' '), '') as text from ${name} line`,
    )
    texts.push(row?.text ?? '')
  }
  return texts.join(' ')
}
