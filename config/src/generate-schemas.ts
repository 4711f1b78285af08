import { z } from 'zod'
import { COMMUNITY_FILES, SHARED_FILES } from './sources.ts'

/** The JSON Schemas by which an editor helps whoever edits the YAML: path relative to the data directory → content. */
export const generateSchemas = (): Record<string, string> => ({
  ...schemasOf(SHARED_FILES, ''),
  ...schemasOf(COMMUNITY_FILES, 'community-'),
})

const schemasOf = (files: Readonly<Record<string, z.ZodType>>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([file, schema]) => [
      schemaPath(file, prefix),
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`,
    ]),
  )

/** A community's catalogue.yaml is another document than the shared one, so its schema carries the prefix. */
const schemaPath = (file: string, prefix: string): string => {
  const name = file.replace(/\.yaml$/, '')
  return `schema/${name in SAME_NAME ? prefix : ''}${name}.generated.json`
}

const SAME_NAME = { catalogue: true, routing: true }
