import { apiContract } from '@little-bench/shared/api'
import { ERRORS } from '@little-bench/shared/kernel/errors'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApiDocument } from './openapi.ts'

const document = openApiDocument()
const text = JSON.stringify(document)

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate(structuredClone(document))
  expect(result).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
})

test.each([
  'listCommunities',
  'getCommunity',
  'listDemoPeople',
  'startDemoSession',
  'getMe',
  'endSession',
  'reportIssue',
  'listPublicIssues',
  'getIssue',
  'listMyItems',
  'listMyQueues',
  'listQueueItems',
  'getWorkItem',
  'moveWorkItem',
  'rateWorkItem',
  'listInbox',
])('the document has the operation %s exactly once', (operation) => {
  expect(text.split(`"operationId":"${operation}"`)).toHaveLength(2)
})

test('every error code stands in the document', () => {
  expect(Object.keys(ERRORS).filter((code) => !text.includes(`"${code}"`))).toEqual([])
})

test('every operation answers its own error codes under their status', () => {
  const missing = Object.entries(apiContract).flatMap(([name, { errors }]) => {
    const start = text.indexOf(`"operationId":"${name}"`)
    const operation = text.slice(start, text.indexOf('"security":', start))
    const codes: readonly (keyof typeof ERRORS)[] = errors
    return codes.filter(
      (code) => !operation.includes(`"${ERRORS[code].status}":{"description":`) || !operation.includes(code),
    )
  })
  expect(missing).toEqual([])
})

test('every operation says who may call it', () => {
  const operations = text.split('"operationId":').length - 1
  expect(text.split('"x-permission":').length - 1).toBe(operations)
})
