import type { Problem } from '../problem.ts'
import type { Sources } from '../sources.ts'
import { locate, problemAt } from './located.ts'

/** A template that is tied to a category which nobody has would never be offered. */
export const checkReplyTemplates = (sources: Sources): Problem[] => {
  const codes = [
    ...sources.shared['catalogue.yaml'].categories,
    ...sources.communities.flatMap(({ files }) => files['catalogue.yaml'].additions),
  ].map(({ serviceCode }): string => serviceCode)
  return locate(
    'reply-templates.yaml',
    'replyTemplates',
    sources.shared['reply-templates.yaml'].replyTemplates,
  ).flatMap((template) =>
    template.value.serviceCodes
      .filter((code) => !codes.includes(code))
      .map((code) => problemAt(template, 'serviceCodes', `names ${code}, which is no category of any catalogue`)),
  )
}
