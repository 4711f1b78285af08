import Router from '@koa/router'
import type { Endpoints, OperationContract } from '@little-bench/shared/kernel/endpoint'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createMount } from './mount.ts'

const mount = createMount(new Router(), {
  authenticate: () => Promise.resolve(null),
  limitRate: () => Promise.resolve(),
  checkResponses: true,
})
const endpoints: Endpoints = { getNothing: ['GET', '/api/nothing'] }
const complete: OperationContract = { summary: '', permission: 'anyone', ok: [200, z.object({})], errors: [] }
const handlers = { getNothing: () => Promise.resolve({}) }

test('an operation without a permission keeps the server from starting', () => {
  // A contract as a program without types might bring it.
  const contract: Record<string, OperationContract> = { getNothing: JSON.parse('{"summary":"","errors":[]}') }
  expect(() => mount(endpoints, contract, handlers)).toThrow('operation getNothing names no permission')
})

test('an operation without a contract keeps the server from starting', () => {
  const contract: Record<string, OperationContract> = {}
  expect(() => mount(endpoints, contract, handlers)).toThrow('operation getNothing names no permission')
})

test('an operation without a handler keeps the server from starting', () => {
  const contract: Record<string, OperationContract> = { getNothing: complete }
  expect(() => mount(endpoints, contract, {})).toThrow('operation getNothing has no handler')
})
