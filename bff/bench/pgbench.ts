import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { receiptPrefix, type Slot, type Template, type TemplateValue } from './template.ts'

const run = promisify(execFile)

/** Whether this machine has pgbench; the PostgreSQL from npm brings none. */
export const hasPgbench = async (): Promise<boolean> =>
  run('pgbench', ['--version']).then(
    () => true,
    () => false,
  )

/** A literal without a colon in it: pgbench would take what follows for one of its variables. */
const quoted = (text: string): string =>
  `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return quoted(`{${value.map((item) => JSON.stringify(item)).join(',')}}`)
  return quoted(typeof value === 'string' ? value : JSON.stringify(value))
}

/** What another request would send instead; undefined for what may stay the same in every request. */
const freshOf = (slot: Slot): string | undefined => {
  if (slot.kind === 'uuid') return 'uuidv7()'
  if (slot.kind === 'receipt') return `${quoted(receiptPrefix(slot))} || floor(random() * 1e15)::bigint`
  return slot.kind === 'person' ? 's.person_id' : undefined
}

const valueOf = (value: TemplateValue, slots: readonly Slot[]): string => {
  if ('constant' in value) return literal(value.constant)
  const isFresh = (piece: string | number): boolean =>
    typeof piece === 'number' && slots[piece] !== undefined && freshOf(slots[piece]) !== undefined
  const text = value.pieces
    .map((piece) => (typeof piece === 'number' ? (slots[piece]?.captured ?? '') : piece))
    .join('')
  if (!value.pieces.some(isFresh)) return literal(text)
  if (value.pieces.length === 1) return `:slot${value.pieces[0]}`
  const isJson = /^[{[]/.test(text)
  const parts = value.pieces.map((piece) => {
    if (typeof piece === 'string') return quoted(piece)
    return isFresh(piece) ? `:slot${piece}` : quoted(slots[piece]?.captured ?? '')
  })
  return `(${parts.join(' || ')})${isJson ? '::json' : ''}`
}

/** The captured statements as a pgbench script; values that no two requests share come from a query before them. */
const scriptOf = ({ slots, statements, senders }: Template): string => {
  const fresh = slots.flatMap((slot, n) => {
    const expression = freshOf(slot)
    return expression === undefined ? [] : [`${expression} as slot${n}`]
  })
  const people = senders.map(({ personId }) => `('${personId}')`)
  const source =
    people.length === 0 ? '' : `from (select * from (values ${people.join(', ')}) v (person_id) offset :turn limit 1) s`
  const lines = statements.map(({ text, values }) => {
    const filled = text.replace(/\$(\d+)/g, (_whole, n: string) =>
      valueOf(values[Number(n) - 1] ?? { constant: null }, slots),
    )
    return `${filled.trim().replace(/;$/, '')};\n`
  })
  if (fresh.length === 0) return lines.join('')
  return `\\set turn random(0, ${people.length - 1})\nselect ${fresh.join(', ')} ${source} \\gset\n${lines.join('')}`
}

/** Requests per second of pgbench sending the statements of these templates in random order, prepared. */
export const runPgbench = async (
  databaseUrl: string,
  templates: readonly Template[],
  load: { clients: number; seconds: number },
): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'little-bench-pgbench-'))
  try {
    const files = await Promise.all(
      templates.map(async (template, n) => {
        const file = join(folder, `${n}.sql`)
        await writeFile(file, scriptOf(template))
        return ['-f', file]
      }),
    )
    const limits = ['-c', String(load.clients), '-T', String(Math.ceil(load.seconds))]
    const { stdout } = await run('pgbench', ['-n', '-M', 'prepared', ...limits, ...files.flat(), databaseUrl])
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
