import { yuan } from '@little-bench/shared/canteen/pricing'
import type { LoadedConfig } from '../model.ts'
import type { Problem } from '../problem.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, type Located, locate, problemAt } from './located.ts'

export const canteensOf = (source: CommunitySource) =>
  locate(fileOf(source, 'canteens.yaml'), 'canteens', source.files['canteens.yaml'].canteens)

type Canteen = ReturnType<typeof canteensOf>[number]

/** Menus are for sittings that the canteen has; a rule ends no earlier than it begins, and says up to what a meal is free. */
export const checkCanteens = (sources: Sources): Problem[] =>
  sources.communities.flatMap(canteensOf).flatMap((canteen) => [
    ...checkName(canteen),
    ...checkRules(canteen),
    ...canteen.value.demoMenus.flatMap(({ sittings }, index) =>
      sittings
        .filter((kind) => !canteen.value.sittings.some((sitting) => sitting.kind === kind))
        .map((kind) => problemAt(canteen, `demoMenus[${index}].sittings`, `has no sitting ${kind}`)),
    ),
    ...canteen.value.demoMenus
      .flatMap(({ dishes }) => dishes)
      .filter(({ name }) => !name.zh.includes('示范'))
      .map(({ name }) => problemAt(canteen, 'demoMenus', `${name.zh} must say 示范: no kitchen wrote it`)),
  ])

/** What no source prints is said to be a demonstration: the name, or at least the hours that are read beside the prices. */
const checkName = (canteen: Canteen): Problem[] => {
  const { name, hours, demo } = canteen.value
  const says = [name, hours].some(({ zh }) => zh.includes('示范'))
  return demo && !says ? [problemAt(canteen, 'hours', 'must say 示范, here or in the name')] : []
}

const checkRules = (canteen: Located<Canteen['value']>): Problem[] => [
  ...canteen.value.rules
    .filter(({ from, until }) => until !== null && until < from)
    .map(({ id }) => problemAt(canteen, `rules[${id}].until`, 'may not be before "from"')),
  ...canteen.value.rules
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) !== index)
    .map(({ id }) => problemAt(canteen, `rules[${id}]`, `the rule id ${id} is already used`)),
  ...canteen.value.rules.flatMap(({ id, effect, because }) => {
    if (effect.kind !== 'meal_free') return []
    const limit = `最多${yuan(effect.upToCents)}`
    return because.zh.includes(limit) ? [] : [problemAt(canteen, `rules[${id}].because`, `must say ${limit}`)]
  }),
]

/** Who has a canteen has somebody who cooks: the service is switched on, and the other way round. */
export const checkCanteenService = (sources: Sources, config: LoadedConfig): Problem[] =>
  sources.communities.flatMap((source) => {
    const community = config.communities.get(source.files['community.yaml'].id)
    if (!community) return []
    const has = community.canteens.length > 0
    const offers = community.services.includes('canteen')
    if (offers && !has) {
      return [
        { file: fileOf(source, 'community.yaml'), key: 'services', rule: 'has canteen, and canteens.yaml has none' },
      ]
    }
    return []
  })
