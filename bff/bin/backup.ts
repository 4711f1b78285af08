import { resolve } from 'node:path'
import { backUp } from './backup-database.ts'
import { withPlaces } from './backup-places.ts'

// `pnpm backup <folder>` writes a new backup into a folder of its own below that, named by the time.
const [parent] = process.argv.slice(2)
if (parent === undefined) throw new Error('backup <folder>')
const now = new Date()
// As it was typed: pnpm has gone into this package since.
const folder = resolve(process.env['INIT_CWD'] ?? '', parent, now.toISOString().replaceAll(':', '').slice(0, 17))

await withPlaces(process.env, async (places) => {
  const { tables, hasFiles } = await backUp(places, folder, now)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `${folder}: ${tables.length} tables, ${rows} rows${hasFiles ? ', and the files' : '; the files are in S3'}`,
  )
  console.log('FIELD_KEYS and LOOKUP_KEY are not in it: without them its sealed values open to nobody.')
})
