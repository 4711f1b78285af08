import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyGridRedraw, cellAfterRedraw } from './grid-redraw.ts'
import { loadConfig, parseConfig } from './load.ts'
import type { CommunityConfig, GridRedrawConfig, LoadedConfig } from './model.ts'
import { redrawFiles } from './sample-files.ts'
import { queuesServedBy } from './served-queues.ts'

const config = parseConfig(redrawFiles())
const demonstration = loadConfig(fileURLToPath(new URL('../data', import.meta.url)))

const communityOf = (of: LoadedConfig, id: string): CommunityConfig => {
  const community = of.communities.get(id)
  if (community === undefined) throw new Error(`no community ${id}`)
  return community
}
const redrawOf = (of: LoadedConfig, communityId: string): GridRedrawConfig => {
  const [redraw] = communityOf(of, communityId).gridRedraws
  if (redraw === undefined) throw new Error(`no redraw of ${communityId}`)
  return redraw
}
const fourCells = redrawOf(config, 'lane')

describe('an item goes', () => {
  test('to the new cell of its place, whatever else is known', () => {
    const location = { placeId: 'lane-gate', position: { lat: 29.655, lng: 91.14 }, gridCellId: 'lane-1' }
    expect(cellAfterRedraw(fourCells, location)).toEqual({ gridCellId: 'lane-n3', because: 'place' })
  })

  test('without a place, to the new cell of the nearest place within 250 m', () => {
    const location = { placeId: null, position: { lat: 29.6501, lng: 91.1401 }, gridCellId: 'lane-1' }
    expect(cellAfterRedraw(fourCells, location)).toEqual({ gridCellId: 'lane-n4', because: 'position' })
  })

  test('without either, where the only successor of its old cell is', () => {
    const whole = {
      ...fourCells,
      gridCells: fourCells.gridCells.map((cell) => (cell.id === 'lane-n4' ? { ...cell, formerly: ['lane-2'] } : cell)),
    }
    const location = { placeId: null, position: null, gridCellId: 'lane-1' }
    expect(cellAfterRedraw(whole, location)).toEqual({ gridCellId: 'lane-n1', because: 'only_successor' })
  })

  test.each([
    ['its old cell became several', { placeId: null, position: null, gridCellId: 'lane-2' }],
    ['it never had a cell', { placeId: null, position: null, gridCellId: null }],
    ['it lies far from every place', { placeId: null, position: { lat: 29.659, lng: 91.149 }, gridCellId: 'lane-2' }],
    ['its place is not on the map', { placeId: 'yard-gate', position: null, gridCellId: null }],
  ])('nowhere by itself when %s', (_what, location) => {
    expect(cellAfterRedraw(fourCells, location)).toEqual({ gridCellId: null, because: 'no_place' })
  })
})

describe('after a new map', () => {
  const after = applyGridRedraw(config, 'lane', 'four-cells')
  const lane = communityOf(after, 'lane')

  test('the community has the new cells and queues and none of the old', () => {
    expect(lane.gridCells.map(({ id }) => id)).toEqual(['lane-n1', 'lane-n2', 'lane-n3', 'lane-n4'])
    expect([...after.queues.values()].filter(({ communityId }) => communityId === 'lane').map(({ id }) => id)).toEqual([
      'lane-queue',
      'lane-n1-queue',
      'lane-n2-queue',
      'lane-n3-queue',
      'lane-n4-queue',
    ])
    expect(after.queues.get('lane-n4-queue')).toMatchObject({ communityId: 'lane', gridCellId: 'lane-n4' })
  })

  test('whoever had an old cell has every new one that was cut out of it', () => {
    const worker = after.demoPeople.find(({ roles }) => roles.some(({ role }) => role === 'grid_worker'))
    expect(worker?.roles.map(({ gridCellId, communityId }) => [gridCellId, communityId])).toEqual([
      ['lane-n1', 'lane'],
      ['lane-n4', 'lane'],
    ])
  })

  test('other communities and other people are as they were', () => {
    expect(communityOf(after, 'yard')).toBe(communityOf(config, 'yard'))
    expect(after.demoPeople[0]).toEqual(config.demoPeople[0])
    expect(after.queues.get('yard-1-queue')).toBe(config.queues.get('yard-1-queue'))
  })

  test('the configuration has another name, the same each time, and what it was made of is kept', () => {
    expect(after.hash).not.toBe(config.hash)
    expect(applyGridRedraw(config, 'lane', 'four-cells').hash).toBe(after.hash)
    expect(after.snapshot).toEqual({
      before: config.snapshot,
      gridRedraw: { communityId: 'lane', redrawId: 'four-cells' },
    })
  })

  test('a rule for an old cell holds for its successors', () => {
    const rule =
      'before: [{ id: here, when: { gridCellIds: [lane-1], duty: perform }, to: subdistrict, because: 因为 }]'
    const withRule = parseConfig({ ...redrawFiles(), 'lane/routing.yaml': rule })
    const [redrawn] = communityOf(applyGridRedraw(withRule, 'lane', 'four-cells'), 'lane').routing
    expect(redrawn?.when.gridCellIds).toEqual(['lane-n1', 'lane-n4'])
  })

  test('the configuration before it is unchanged', () => {
    expect(parseConfig(redrawFiles())).toEqual(config)
  })
})

test('a new map is applied once, and only where it is known', () => {
  const after = applyGridRedraw(config, 'lane', 'four-cells')
  expect(() => applyGridRedraw(after, 'lane', 'four-cells')).toThrow('is for another map of lane')
  expect(() => applyGridRedraw(config, 'lane', 'gone')).toThrow('no grid redraw gone of lane')
  expect(() => applyGridRedraw(config, 'yard', 'four-cells')).toThrow('no grid redraw four-cells of yard')
})

test('the 4 grid cells of 尼卓林 become 22, all of them demonstration', () => {
  const redraw = redrawOf(demonstration, 'nizhuolin')
  expect(redraw.gridCells).toHaveLength(22)
  expect(redraw.gridCells.filter(({ demo, places }) => !demo || places.some((place) => !place.demo))).toEqual([])
  expect(redraw.gridCells.some(({ formerly }) => formerly.length > 1)).toBe(true)
  const after = applyGridRedraw(demonstration, 'nizhuolin', redraw.id)
  expect(communityOf(after, 'nizhuolin').gridCells).toHaveLength(22)
  expect(after.queues.size).toBe(demonstration.queues.size + 18)
  const reached = communityOf(after, 'nizhuolin').contacts.map(({ gridCellId }) => gridCellId)
  expect(redraw.gridCells.filter(({ id }) => !reached.includes(id))).toEqual([])
  const led = after.demoPeople.flatMap(({ roles }) => roles.flatMap((role) => queuesServedBy(after, role)))
  expect(redraw.queues.filter(({ id }) => !led.some(({ queueId, isLead }) => isLead && queueId === id))).toEqual([])
})

/** Names whatever the configuration mentions and does not have. */
const danglingIn = (of: LoadedConfig): string[] => {
  const cells = [...of.communities.values()].flatMap(({ gridCells }) => gridCells)
  const isCell = (id: string | null) => id === null || cells.some((cell) => cell.id === id)
  return [
    ...cells.filter(({ queueId }) => !of.queues.has(queueId)).map(({ queueId }) => `queue ${queueId}`),
    ...[...of.queues.values()].filter(({ gridCellId }) => !isCell(gridCellId)).map(({ id }) => `cell of queue ${id}`),
    ...of.demoPeople.flatMap(({ roles }) =>
      roles.filter(({ gridCellId }) => !isCell(gridCellId)).map(({ gridCellId }) => `cell ${gridCellId} of a person`),
    ),
    ...[...of.communities.values()].flatMap(({ ladder, contacts, routing }) => [
      ...Object.entries(ladder.queueIdOfGridCell).flatMap(([cell, queue]) =>
        isCell(cell) && of.queues.has(queue) ? [] : [`rung ${cell}`],
      ),
      ...contacts.filter(({ gridCellId }) => !isCell(gridCellId)).map(({ name }) => `contact ${name.zh}`),
      ...routing.flatMap(({ when }) => (when.gridCellIds ?? []).filter((id) => !isCell(id))),
    ]),
  ]
}

describe('whatever the new map is', () => {
  const old = communityOf(demonstration, 'nizhuolin')
  const oldIds = old.gridCells.map(({ id }) => id)
  const oldPlaces = old.gridCells.flatMap(({ places }) => places)
  const anyRedraw: fc.Arbitrary<GridRedrawConfig> = fc
    .record({
      origins: fc.array(fc.subarray(oldIds, { minLength: 1 }), { minLength: 1, maxLength: 12 }),
      homes: fc.array(fc.nat(), { minLength: oldPlaces.length, maxLength: oldPlaces.length }),
    })
    .map(({ origins, homes }) => {
      // The last cell takes what no other names, so that every old cell has a successor.
      const rest = oldIds.filter((id) => !origins.flat().includes(id))
      const formerly = rest.length === 0 ? origins : [...origins, rest]
      const gridCells = formerly.map((from, index) => ({
        id: `new-${index}`,
        name: { zh: `新${index}` },
        queueId: `new-${index}-queue`,
        formerly: from,
        places: oldPlaces.filter((_place, place) => (homes[place] ?? 0) % formerly.length === index),
        demo: true,
      }))
      const queues = gridCells.map(({ id, queueId, name }) => ({
        id: queueId,
        name,
        level: 'grid_cell' as const,
        communityId: old.id,
        unitId: null,
        gridCellId: id,
        contact: null,
        dutyCalendar: null,
        service: null,
        demo: true,
      }))
      return { id: 'any', name: { zh: '任意' }, gridCells, queues, demo: true }
    })

  const withRedraw = (redraw: GridRedrawConfig): LoadedConfig => ({
    ...demonstration,
    communities: new Map(demonstration.communities).set(old.id, { ...old, gridRedraws: [redraw] }),
  })
  const anyLocation = fc.record({
    placeId: fc.option(fc.constantFrom(...oldPlaces.map(({ id }) => id), 'gone')),
    position: fc.option(
      fc.record({
        lat: fc.double({ min: 29.656, max: 29.668, noNaN: true }),
        lng: fc.double({ min: 91.08, max: 91.1, noNaN: true }),
      }),
    ),
    gridCellId: fc.option(fc.constantFrom(...oldIds, 'gone')),
  })

  test('nothing names what is no longer there', () => {
    fc.assert(
      fc.property(anyRedraw, (redraw) => {
        expect(danglingIn(applyGridRedraw(withRedraw(redraw), old.id, 'any'))).toEqual([])
      }),
    )
  })

  test('nobody loses a grid cell without getting its successors', () => {
    fc.assert(
      fc.property(anyRedraw, (redraw) => {
        const after = applyGridRedraw(withRedraw(redraw), old.id, 'any')
        for (const [index, person] of demonstration.demoPeople.entries()) {
          const cells = person.roles.flatMap(({ gridCellId }) => gridCellId ?? [])
          const expected = redraw.gridCells.filter(({ formerly }) => formerly.some((id) => cells.includes(id)))
          const got = after.demoPeople[index]?.roles.flatMap(({ gridCellId }) => gridCellId ?? []) ?? []
          expect(got).toEqual(expect.arrayContaining(expected.map(({ id }) => id)))
          expect(new Set(got).size).toBe(got.length)
        }
      }),
    )
  })

  test('an item comes into a cell of the new map or into none, and with a known place always into one', () => {
    fc.assert(
      fc.property(anyRedraw, anyLocation, (redraw, location) => {
        const { gridCellId, because } = cellAfterRedraw(redraw, location)
        const cell = redraw.gridCells.find(({ id }) => id === gridCellId)
        expect(cell === undefined).toBe(because === 'no_place')
        expect(because === 'place').toBe(oldPlaces.some(({ id }) => id === location.placeId))
        expect(because === 'only_successor' && !cell?.formerly.some((id) => id === location.gridCellId)).toBe(false)
      }),
    )
  })
})
