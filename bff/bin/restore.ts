import { resolve } from 'node:path'
import { withPlaces } from './backup-places.ts'
import { RestoreError, restore } from './restore-database.ts'

// `pnpm restore <folder of one backup>` fills an empty database, and the folder of files.
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('restore <folder of one backup>')

try {
  await withPlaces(process.env, async (places) => {
    const { takenAt, tables } = await restore(resolve(process.env['INIT_CWD'] ?? '', folder), places)
    console.log(`${tables.length} tables are as they were at ${takenAt}. Start the server with the keys of that time.`)
  })
} catch (error) {
  if (!(error instanceof RestoreError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
