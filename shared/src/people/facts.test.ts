import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yearsOld } from '../kernel/age.ts'
import { addDays, type ServiceDate } from '../kernel/time.ts'
import {
  type DatedFact,
  EVIDENCE,
  FACT_KINDS,
  FACT_RULES,
  type FactContent,
  factAt,
  findImpossible,
  inForceFromOf,
  standingAt,
  verifiedUntilOf,
} from './facts.ts'

const at = (placeId: string): FactContent => ({ kind: 'residence', value: { communityId: 'raosai', placeId } })
const born = (on: ServiceDate): FactContent => ({ kind: 'birth_date', value: { on } })

const fact = (id: string, content: FactContent, rest: Partial<DatedFact> = {}): DatedFact => ({
  id,
  content,
  inForceFrom: '2026-01-01',
  endedOn: null,
  verifiedOn: null,
  verifiedUntil: null,
  ...rest,
})
const placeAt = (facts: readonly DatedFact[], date: ServiceDate) => factAt(facts, 'residence', date)?.value.placeId

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
const dayOrNull = fc.option(day)
const anyFact = fc
  .record({ endedOn: dayOrNull, inForceFrom: day, verifiedOn: dayOrNull, verifiedUntil: dayOrNull, id: fc.uuid() })
  .map(({ id, ...rest }) => fact(id, at(id), rest))

describe('a rule that asks at a date', () => {
  test('gets two answers at two dates: before and after somebody moved', () => {
    const facts = [fact('1', at('old'), { endedOn: '2026-06-01' }), fact('2', at('new'), { inForceFrom: '2026-06-01' })]
    expect([placeAt(facts, '2026-05-31'), placeAt(facts, '2026-06-01')]).toEqual(['old', 'new'])
  })

  test('gets two answers at two dates: before and after a birthday', () => {
    const birth = factAt([fact('1', born('1966-11-23'), { inForceFrom: '1966-11-23' })], 'birth_date', '2026-11-22')
    const age = (date: ServiceDate) => yearsOld(birth?.value.on ?? '', date)
    expect([age('2026-11-22'), age('2026-11-23')]).toEqual([59, 60])
  })

  test('gets no answer before anything was so, nor after it ended', () => {
    const facts = [fact('1', at('somewhere'), { inForceFrom: '2026-02-01', endedOn: '2026-03-01' })]
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((date) => placeAt(facts, date))).toEqual([
      undefined,
      'somewhere',
      'somewhere',
      undefined,
    ])
  })

  test('gets what was verified before what was claimed, however new', () => {
    const facts = [fact('1', at('verified'), { verifiedOn: '2026-01-02' }), fact('2', at('claimed'))]
    expect(factAt(facts, 'residence', '2026-02-01')).toMatchObject({ id: '1', standing: 'verified' })
  })

  test('gets what was said last when nothing counts as verified', () => {
    const expired = fact('1', at('old'), { verifiedOn: '2026-01-02', verifiedUntil: '2026-01-31' })
    const facts = [expired, fact('2', at('new'))]
    expect(factAt(facts, 'residence', '2026-02-01')).toMatchObject({ id: '2', standing: 'claimed' })
    expect(factAt(facts, 'residence', '2026-01-31')).toMatchObject({ id: '1', standing: 'verified' })
  })

  test('is answered about the past as it was answered then, also after a correction', () => {
    const before = [fact('1', born('1960-01-01'), { inForceFrom: '1960-01-01', verifiedOn: '2026-01-02' })]
    const corrected = before.map((each) => ({ ...each, endedOn: '2026-03-01' }))
    const after = [...corrected, fact('2', born('1962-01-01'), { inForceFrom: '1962-01-01', verifiedOn: '2026-03-01' })]
    expect(factAt(after, 'birth_date', '2026-02-28')).toEqual(factAt(before, 'birth_date', '2026-02-28'))
    expect(factAt(after, 'birth_date', '2026-03-01')?.value.on).toBe('1962-01-01')
  })

  test('is never answered from another kind', () => {
    expect(factAt([fact('1', born('1960-01-01'))], 'residence', '2026-02-01')).toBeUndefined()
  })

  test('is answered the same in whatever order the facts are read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyFact, { selector: ({ id }) => id, maxLength: 6 }), day, (facts, date) => {
        expect(factAt(facts.toReversed(), 'residence', date)).toEqual(factAt(facts, 'residence', date))
      }),
    )
  })

  test('never gets a claim where something verified is so on that day', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 6 }), day, (facts, date) => {
        const isSo = ({ inForceFrom, endedOn }: DatedFact) =>
          inForceFrom <= date && (endedOn === null || date < endedOn)
        const isVerified = facts.some((each) => isSo(each) && standingAt(each, date) === 'verified')
        const standing = facts.some(isSo) ? (isVerified ? 'verified' : 'claimed') : undefined
        expect(factAt(facts, 'residence', date)?.standing).toBe(standing)
      }),
    )
  })
})

describe('how much a fact can be relied on', () => {
  test('an expired verification is a claim; on its last day it still counts', () => {
    const verified = fact('1', at('here'), { verifiedOn: '2026-01-02', verifiedUntil: '2026-06-30' })
    expect(standingAt(verified, '2026-06-30')).toBe('verified')
    expect(standingAt(verified, '2026-07-01')).toBe('claimed')
  })

  test('nothing was verified before the day on which it was', () => {
    const verified = fact('1', at('here'), { verifiedOn: '2026-01-02' })
    expect([standingAt(verified, '2026-01-01'), standingAt(verified, '2026-01-02')]).toEqual(['claimed', 'verified'])
  })

  test('what nobody has verified is a claim on every day', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(standingAt(fact('1', at('here')), date)).toBe('claimed')
      }),
    )
  })
})

describe('a birth date', () => {
  test('in the future or more than 130 years ago cannot be true', () => {
    const impossible = (on: ServiceDate) => findImpossible(born(on), '2026-11-23')
    expect(impossible('2026-11-24')).toBe('in_the_future')
    expect([impossible('2026-11-23'), impossible('1949-10-01'), impossible('1895-11-24')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect([impossible('1895-11-23'), impossible('0001-01-01')]).toEqual(['too_long_ago', 'too_long_ago'])
  })

  test('is so from birth, everything else from the day it is said', () => {
    expect(inForceFromOf(born('1949-10-01'), '2026-11-23')).toBe('1949-10-01')
    expect(inForceFromOf(at('here'), '2026-11-23')).toBe('2026-11-23')
  })
})

describe('the rule of a kind', () => {
  test('says for how long a verification counts', () => {
    expect(verifiedUntilOf('birth_date', '2026-11-23')).toBeNull()
    expect(verifiedUntilOf('workplace', '2026-11-23')).toBe('2027-11-23')
    expect(verifiedUntilOf('residence', '2026-02-28')).toBe('2028-02-28')
    expect(verifiedUntilOf('disability', '2024-02-29')).toBe('2026-02-28')
  })

  test.each(FACT_KINDS)('of %s names a purpose, a consent and at least one way to verify it', (kind) => {
    const rule = FACT_RULES[kind]
    expect([rule.purpose.zh, rule.consent.zh].every((text) => text.length > 0)).toBe(true)
    expect(rule.consent.zh).toContain('同意')
    expect(rule.evidence.length).toBeGreaterThan(0)
    expect(EVIDENCE).toEqual(expect.arrayContaining([...rule.evidence]))
  })

  test.each(FACT_KINDS.filter((kind) => FACT_RULES[kind].isSensitive))(
    'of %s says that it is sensitive and that no service depends on it',
    (kind) => {
      expect(FACT_RULES[kind].consent.zh).toContain('敏感信息')
      expect(FACT_RULES[kind].consent.zh).toContain('不同意也能用别的服务')
      expect(FACT_RULES[kind].verifiedForMonths).not.toBeNull()
    },
  )
})
