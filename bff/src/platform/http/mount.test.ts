import Router from '@koa/router'
import type { Endpoints, OperationContract } from '@little-bench/shared/kernel/endpoint'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createMount } from './mount.ts'

const mount = createMount(new Router(), {
  authenticate: () => Promise.resolve(null),
  actFor: () => Promise.resolve(null),
  fingerprint: (text) => text,
  limitRate: () => Promise.resolve(),
  checkResponses: true,
})
const endpoints: Endpoints = { getNothing: ['GET', '/api/nothing'] }
const complete: OperationContract = {
  summary: '',
  permission: 'anyone',
  delegation: 'anybody',
  ok: [200, z.object({})],
  errors: [],
}
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

test('an operation that does not say who may call it for somebody else keeps the server from starting', () => {
  const contract: Record<string, OperationContract> = { getNothing: JSON.parse('{"permission":"anyone"}') }
  expect(() => mount(endpoints, contract, handlers)).toThrow(
    'operation getNothing does not say who may call it for somebody else',
  )
})

test('a write for somebody else that is not idempotent keeps the server from starting', () => {
  const contract: Record<string, OperationContract> = { getNothing: { ...complete, delegation: 'counter' } }
  expect(() => mount({ getNothing: ['POST', '/api/nothing'] }, contract, handlers)).toThrow(
    'operation getNothing writes for somebody else and is not idempotent',
  )
})
