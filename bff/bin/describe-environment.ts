import { z } from 'zod'
import { Env } from '../src/platform/env/env.ts'

const HEAD = `# Environment

Generated from \`bff/src/platform/env/env.ts\` by \`pnpm generate\`. The server reads these once, at start, and refuses to start when one is
wrong; it names the variable and the rule, never the value. \`required\` stands where there is no default and the server needs one;
what is empty may be left out. Secrets belong into a file that only the service reads.

| variable | default | what it is |
| -------- | ------- | ---------- |
`

const Shown = z.object({
  required: z.array(z.string()),
  properties: z.record(
    z.string(),
    z.looseObject({
      description: z.string(),
      default: z.union([z.string(), z.number()]).optional(),
      enum: z.array(z.string()).optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
    }),
  ),
})
type Variable = z.infer<typeof Shown>['properties'][string]

/** Every variable of the server, for whoever runs it. */
export const describeEnvironment = (): string => {
  const schema = Shown.parse(z.toJSONSchema(Env, { io: 'input', unrepresentable: 'any' }))
  const rows = Object.entries(schema.properties).map(([name, variable]) => {
    const standard = variable.default === undefined ? '' : `\`${variable.default}\``
    const value = schema.required.includes(name) ? 'required' : standard
    return `| \`${name}\` | ${value} | ${variable.description}${rangeOf(variable)} |`
  })
  return `${HEAD}${rows.join('\n')}\n`
}

const rangeOf = ({ enum: words, minimum, maximum }: Variable): string => {
  if (words !== undefined) return ` One of ${words.map((word) => `\`${word}\``).join(', ')}.`
  const isBounded = minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
  return isBounded ? ` From ${minimum} to ${maximum}.` : ''
}
