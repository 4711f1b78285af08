import { apiContract, apiEndpoints } from '@little-bench/shared/api'
import { isBytesBody, isFileAnswer, isPlainText, type OperationContract } from '@little-bench/shared/kernel/endpoint'
import { COMMON_ERRORS, ERRORS, type ErrorCode } from '@little-bench/shared/kernel/errors'
import { z } from 'zod'
import { BYTES } from './bytes-body.ts'

type Json = Record<string, unknown>

const REFERENCE = '#/components/schemas/'

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** zod points to `#/$defs/X` and repeats the id inside; OpenAPI keeps both in its components. */
const toComponents = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(toComponents)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => !(key === 'id' && typeof entry === 'string'))
      .map(([key, entry]) => [
        key,
        key === '$ref' && typeof entry === 'string' ? entry.replace('#/$defs/', REFERENCE) : toComponents(entry),
      ]),
  )
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output', components: Json): Json => {
  const json: Json = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  const { $schema: _dialect, $defs, id, ...rest } = json
  if (isObject($defs))
    for (const [name, definition] of Object.entries($defs)) components[name] = toComponents(definition)
  if (typeof id !== 'string') return Object(toComponents(rest))
  components[id] = toComponents(rest)
  return { $ref: `${REFERENCE}${id}` }
}

const parametersOf = (contract: OperationContract, components: Json): Json[] => {
  const parts: [string, z.ZodType | undefined][] = [
    ['path', contract.params],
    ['query', contract.query],
  ]
  const parameters = parts.flatMap(([location, schema]) => {
    if (schema === undefined) return []
    const { properties, required } = schemaOf(schema, 'input', components)
    const names: readonly unknown[] = Array.isArray(required) ? required : []
    return Object.entries(isObject(properties) ? properties : {}).map(([name, property]) => ({
      name,
      in: location,
      required: location === 'path' || names.includes(name),
      schema: property,
    }))
  })
  if (contract.idempotent) {
    const schema = { type: 'string', pattern: '^[\\w-]{8,100}$' }
    parameters.push({ name: 'Idempotency-Key', in: 'header', required: false, schema })
  }
  if (contract.permission !== 'anyone') {
    parameters.push({ name: 'Acting-For', in: 'header', required: false, schema: { type: 'string', format: 'uuid' } })
  }
  return parameters
}

const byStatus = (codes: readonly ErrorCode[]): Map<number, ErrorCode[]> => {
  const statuses = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const { status } = ERRORS[code]
    statuses.set(status, [...(statuses.get(status) ?? []), code])
  }
  return statuses
}

const errorAnswer = (codes: readonly ErrorCode[]): Json => ({
  description: codes.join(', '),
  content: {
    'application/json': {
      schema: {
        allOf: [
          { $ref: `${REFERENCE}ErrorBody` },
          { properties: { error: { properties: { code: { enum: codes } } } } },
        ],
      },
    },
  },
})

const COMMON_BY_STATUS = byStatus(COMMON_ERRORS)

/** One answer for each status with every code that may come with it; the common ones are written once. */
const errorAnswers = (own: readonly ErrorCode[]): Json => {
  const ownByStatus = byStatus(own)
  const statuses = new Set([...COMMON_BY_STATUS.keys(), ...ownByStatus.keys()])
  return Object.fromEntries(
    [...statuses]
      .toSorted((a, b) => a - b)
      .map((status) => {
        const codes = ownByStatus.get(status)
        if (codes === undefined) return [status, { $ref: `#/components/responses/Error${status}` }]
        return [status, errorAnswer([...(COMMON_BY_STATUS.get(status) ?? []), ...codes])]
      }),
  )
}

const BINARY: Json = { type: 'string', format: 'binary' }

const contentOf = (answer: OperationContract['ok'][1], components: Json): Json => {
  if (isPlainText(answer)) return { 'text/plain': { schema: { type: 'string' } } }
  if (isFileAnswer(answer)) return Object.fromEntries(answer.mediaTypes.map((type) => [type, { schema: BINARY }]))
  return { 'application/json': { schema: schemaOf(answer, 'output', components) } }
}

const operationOf = (name: string, contract: OperationContract, components: Json): Json => {
  const parameters = parametersOf(contract, components)
  const [status, answer] = contract.ok
  const body =
    contract.body &&
    (isBytesBody(contract.body)
      ? { [BYTES]: { schema: BINARY } }
      : { 'application/json': { schema: schemaOf(contract.body, 'input', components) } })
  return {
    operationId: name,
    summary: contract.summary,
    'x-permission': contract.permission,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      [String(status)]: {
        description: 'OK',
        content: contentOf(answer, components),
      },
      ...errorAnswers(contract.errors),
    },
    security: contract.permission === 'anyone' ? [{}, { session: [] }] : [{ session: [] }],
  }
}

const ErrorBodySchema = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(ERRORS)),
      message: z.string(),
      fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
      requestId: z.string(),
    }),
  })
  .meta({ id: 'ErrorBody' })

/** The OpenAPI 3.1 document, derived from the table of contracts; it is never written by hand. */
export const openApiDocument = (): Json => {
  const contracts: Record<string, OperationContract> = apiContract
  const components: Json = {}
  const paths: Record<string, Json> = {}
  schemaOf(ErrorBodySchema, 'output', components)
  for (const [name, [method, path]] of Object.entries(apiEndpoints)) {
    const contract = contracts[name]
    if (!contract) throw new Error(`operation ${name} has no contract`)
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(name, contract, components) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '小板凳 Little Bench', version: '1', description: 'Residents say, staff answer.' },
    paths,
    components: {
      schemas: components,
      responses: Object.fromEntries(
        [...COMMON_BY_STATUS].map(([status, codes]) => [`Error${status}`, errorAnswer(codes)]),
      ),
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  }
}
