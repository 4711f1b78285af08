import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findForeignPower,
  hasPower,
  normalScopes,
  POWERS,
  POWERS_OF_SERVICE,
  PROXY_SERVICES,
  type ProxyScope,
  scopeLines,
} from './powers.ts'

const anyScopes = fc.array(
  fc.record({
    service: fc.constantFrom(...PROXY_SERVICES),
    powers: fc.array(fc.constantFrom(...POWERS), { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 5 },
)
const offered = anyScopes.filter((scopes) => findForeignPower(scopes) === undefined)

test('whoever may do something may also see it', () => {
  expect(normalScopes([{ service: 'issues', powers: ['manage'] }])).toEqual([
    { service: 'issues', powers: ['read', 'manage'] },
  ])
})

test('what may be done reads as one line for each service', () => {
  const scopes: ProxyScope[] = [
    { service: 'issues', powers: ['read', 'file'] },
    { service: 'profile', powers: ['read'] },
  ]
  expect(scopeLines(scopes, 'zh')).toEqual(['居民说事：看说过的事办到哪了、说一件新的事', '资料和家：看资料和家里人'])
})

test('a service that is named twice is one', () => {
  const twice: ProxyScope[] = [
    { service: 'issues', powers: ['file'] },
    { service: 'profile', powers: ['read'] },
    { service: 'issues', powers: ['manage', 'file'] },
  ]
  expect(normalScopes(twice)).toEqual([
    { service: 'issues', powers: ['read', 'file', 'manage'] },
    { service: 'profile', powers: ['read'] },
  ])
})

test('nobody can file something new in a profile', () => {
  const scopes: ProxyScope[] = [
    { service: 'issues', powers: ['file'] },
    { service: 'profile', powers: ['read', 'file'] },
  ]
  expect(findForeignPower(scopes)).toEqual(scopes[1])
  expect(findForeignPower(scopes.slice(0, 1))).toBeUndefined()
})

test('scopes in their normal form stay as they are', () => {
  fc.assert(
    fc.property(anyScopes, (scopes) => {
      expect(normalScopes(normalScopes(scopes))).toEqual(normalScopes(scopes))
    }),
  )
})

test('no normal form has more than its service offers, or takes away what was named', () => {
  fc.assert(
    fc.property(offered, (scopes) => {
      const normal = normalScopes(scopes)
      expect(findForeignPower(normal)).toBeUndefined()
      for (const { service, powers } of normal) {
        expect(powers.filter((power) => !POWERS_OF_SERVICE[service].includes(power))).toEqual([])
      }
      for (const { service, powers } of scopes) {
        expect(powers.every((power) => hasPower(normal, service, power))).toBe(true)
      }
    }),
  )
})

test('the normal form adds nothing but reading', () => {
  fc.assert(
    fc.property(anyScopes, (scopes) => {
      for (const { service, powers } of normalScopes(scopes)) {
        for (const power of powers) expect(power === 'read' || hasPower(scopes, service, power)).toBe(true)
      }
    }),
  )
})
