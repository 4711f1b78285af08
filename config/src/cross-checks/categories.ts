import { catalogueOf } from '../build-config.ts'
import { findPersonReportWord } from '../person-report.ts'
import type { Problem } from '../problem.ts'
import type { CatalogueEntrySource } from '../schema/catalogue.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, type Located, locatedCategories, problemAt, wordsOf } from './located.ts'

/** What must hold of each category, shared or a community's own. */
export const checkCategories = (sources: Sources): Problem[] => {
  const deadlines = sources.shared['deadline-classes.yaml'].deadlineClasses.map((deadline) => deadline.id)
  const problems = locatedCategories(sources).flatMap((category) => [
    ...checkPersonReport(category),
    ...checkDepartment(category, sources),
    ...checkNotOurs(category),
    ...checkVisibility(category),
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
  const words = [serviceCode, ...wordsOf([name, group, guidance, emergency?.advice, notOurs?.destination])]
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
