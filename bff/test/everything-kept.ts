import { createHash } from 'node:crypto'
import { untilDelivered } from './desk.ts'
import type { TestServer } from './server.ts'

/** Tables that change with every call, or by themselves. */
const RESTLESS = ['rate_limit', 'session']

/** A digest of every table, by its name: what a call changed stands out. What was on its way before has arrived. */
export const everythingKept = async (server: TestServer): Promise<Record<string, string>> => {
  await untilDelivered(server)
  const tables = await server.sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  )
  const kept: Record<string, string> = {}
  for (const { name } of tables.filter((table) => !RESTLESS.includes(table.name))) {
    const rows = await server.sql<{ row: string }>(`select row::text as row from "${name}" as row order by row::text`)
    kept[name] = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  }
  return kept
}
