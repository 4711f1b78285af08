import { catalogueOf } from '../build-config.ts'
import { findPersonReportWord } from '../person-report.ts'
import type { Problem } from '../problem.ts'
import type { CatalogueEntrySource } from '../schema/catalogue.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, type Located, locatedCategories, problemAt, wordsOf } from './located.ts'

/** About the own family: whoever helps may be whom it is about. */
const FAMILY_WORDS = [
  '家庭',
  '家人',
  '家里人',
  '家暴',
  '夫妻',
  '婆媳',
  '婚姻',
  '婚恋',
  '虐待',
  'family',
  'domestic',
  'marriage',
]
/** About those who work here: somebody who helps may be whom it is about. */
const STAFF_WORDS = ['工作人员', '社区工作', '干部', '网格员', '服务态度', '作风', 'staff', 'grid_worker']

/** What must hold of each category, shared or a community's own. */
export const checkCategories = (sources: Sources): Problem[] => {
  const deadlines = sources.shared['deadline-classes.yaml'].deadlineClasses.map((deadline) => deadline.id)
  const problems = locatedCategories(sources).flatMap((category) => [
    ...checkPersonReport(category),
    ...checkDepartment(category, sources),
    ...checkNotOurs(category),
    ...checkVisibility(category),
    ...checkDelegable(category),
    ...(deadlines.includes(category.value.deadlineClass)
      ? []
      : [problemAt(category, 'deadlineClass', `${category.value.deadlineClass} is not in deadline-classes.yaml`)]),
  ])
  return [...problems, ...sources.communities.flatMap((source) => checkCatchAll(source, sources))]
}

/** Who cannot find the category must still be able to report. */
const checkCatchAll = (source: CommunitySource, sources: Sources): Problem[] =>
  catalogueOf(source, sources).some(({ serviceCode, duty }) => serviceCode === 'other' && duty === 'perform')
    ? []
    : [
        {
          file: fileOf(source, 'catalogue.yaml'),
          key: '(file)',
          rule: 'leaves no category "other" with duty: perform: the catalogue has a catch-all, so that nothing is turned away',
        },
      ]

const checkPersonReport = (category: Located<CatalogueEntrySource>): Problem[] => {
  const { serviceCode, name, group, guidance, emergency, notOurs } = category.value
  const words = [
    serviceCode,
    ...wordsOf([name, group, guidance, emergency?.advice, notOurs?.destination, notOurs?.reply ?? undefined]),
  ]
  const found = words.flatMap((text) => findPersonReportWord(text) ?? [])[0]
  if (found === undefined) return []
  const rule = `says "${found}": the product watches things and places, never people, so no category may be about reporting a person`
  return [problemAt(category, '', rule)]
}

const checkDepartment = (category: Located<CatalogueEntrySource>, sources: Sources): Problem[] => {
  const { handledBy, departmentId } = category.value
  if (handledBy !== 'department') {
    return departmentId === null
      ? []
      : [problemAt(category, 'departmentId', `is only for handledBy: department, not ${handledBy}`)]
  }
  if (departmentId === null) return [problemAt(category, 'departmentId', 'is missing: handledBy is department')]
  const unit = sources.shared['units.yaml'].units.find(({ id }) => id === departmentId)
  return unit?.kind === 'department' || unit?.kind === 'property_company'
    ? []
    : [
        problemAt(
          category,
          'departmentId',
          `names ${departmentId}, which is no department or property company of units.yaml`,
        ),
      ]
}

const checkNotOurs = (category: Located<CatalogueEntrySource>): Problem[] => {
  const { duty, notOurs } = category.value
  if (duty === 'not_ours' && notOurs === null) {
    return [problemAt(category, 'notOurs', 'is missing: what is not ours must say who does it')]
  }
  return duty !== 'not_ours' && notOurs !== null
    ? [problemAt(category, 'notOurs', `is only for duty: not_ours, not ${duty}`)]
    : []
}

const checkVisibility = (category: Located<CatalogueEntrySource>): Problem[] =>
  !category.value.canBePublic && category.value.defaultVisibility === 'public'
    ? [problemAt(category, 'defaultVisibility', 'must be private, because canBePublic is false')]
    : []

/** About family and about staff people speak for themselves: never through somebody who may be meant. */
const checkDelegable = (category: Located<CatalogueEntrySource>): Problem[] => {
  const { serviceCode, name, group, isDelegable } = category.value
  const words = [serviceCode, ...wordsOf([name]), ...wordsOf([group]).filter((text) => !isAlsoOfNeighbours(text))]
  const found = [...FAMILY_WORDS, ...STAFF_WORDS].find((word) =>
    words.some((text) => text.toLowerCase().includes(word)),
  )
  if (!isDelegable || found === undefined) return []
  return [
    problemAt(
      category,
      'isDelegable',
      `must be false, because it says "${found}": about family or staff nobody speaks for somebody else`,
    ),
  ]
}

/** A group that neighbours share with families (邻里家庭) says nothing of one category: its own name does. */
const isAlsoOfNeighbours = (group: string): boolean => group.includes('邻里')
