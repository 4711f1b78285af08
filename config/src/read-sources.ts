import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { keyOfPath } from './key-path.ts'
import { ConfigError, type Problem } from './problem.ts'
import { COMMUNITY_FILES, SHARED_FILES, type Sources } from './sources.ts'

/**
 * Parses every file by its schema. `files` maps a path such as `raosai/queues.yaml` to its text.
 * Throws ConfigError with everything that is missing, unknown, unreadable or against a schema.
 */
export const readSources = (files: Readonly<Record<string, string>>): Sources => {
  const problems: Problem[] = unknownFiles(Object.keys(files))

  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | undefined => {
    const text = files[file]
    if (text === undefined) {
      problems.push({ file, key: '(file)', rule: 'this file is missing' })
      return undefined
    }
    const document = parseDocument(text, { uniqueKeys: true })
    if (document.errors.length > 0) {
      problems.push(
        ...document.errors.map(({ message }) => ({
          file,
          key: '(file)',
          rule: `not YAML: ${message.split(':\n')[0]}`,
        })),
      )
      return undefined
    }
    const content: unknown = document.toJS()
    const parsed = schema.safeParse(content)
    if (parsed.success) return parsed.data
    problems.push(
      ...parsed.error.issues.map((issue) => ({ file, key: keyOfPath(content, issue.path), rule: ruleOf(issue) })),
    )
    return undefined
  }

  const shared = {
    'units.yaml': read('units.yaml', SHARED_FILES['units.yaml']),
    'queues.yaml': read('queues.yaml', SHARED_FILES['queues.yaml']),
    'deadline-classes.yaml': read('deadline-classes.yaml', SHARED_FILES['deadline-classes.yaml']),
    'work-queue.yaml': read('work-queue.yaml', SHARED_FILES['work-queue.yaml']),
    'reply-templates.yaml': read('reply-templates.yaml', SHARED_FILES['reply-templates.yaml']),
    'catalogue.yaml': read('catalogue.yaml', SHARED_FILES['catalogue.yaml']),
    'routing.yaml': read('routing.yaml', SHARED_FILES['routing.yaml']),
    'contact-topics.yaml': read('contact-topics.yaml', SHARED_FILES['contact-topics.yaml']),
    'holidays.yaml': read('holidays.yaml', SHARED_FILES['holidays.yaml']),
    'demo-people.yaml': read('demo-people.yaml', SHARED_FILES['demo-people.yaml']),
    'wechat.yaml': read('wechat.yaml', SHARED_FILES['wechat.yaml']),
  }
  const communities = foldersOf(Object.keys(files)).map((folder) => ({
    folder,
    files: {
      'community.yaml': read(`${folder}/community.yaml`, COMMUNITY_FILES['community.yaml']),
      'grid-cells.yaml': read(`${folder}/grid-cells.yaml`, COMMUNITY_FILES['grid-cells.yaml']),
      'queues.yaml': read(`${folder}/queues.yaml`, COMMUNITY_FILES['queues.yaml']),
      'catalogue.yaml': read(`${folder}/catalogue.yaml`, COMMUNITY_FILES['catalogue.yaml']),
      'routing.yaml': read(`${folder}/routing.yaml`, COMMUNITY_FILES['routing.yaml']),
      'calendar.yaml': read(`${folder}/calendar.yaml`, COMMUNITY_FILES['calendar.yaml']),
      'childcare.yaml': read(`${folder}/childcare.yaml`, COMMUNITY_FILES['childcare.yaml']),
      'activities.yaml': read(`${folder}/activities.yaml`, COMMUNITY_FILES['activities.yaml']),
      'grid-redraws.yaml': read(`${folder}/grid-redraws.yaml`, COMMUNITY_FILES['grid-redraws.yaml']),
      'volunteer-teams.yaml': read(`${folder}/volunteer-teams.yaml`, COMMUNITY_FILES['volunteer-teams.yaml']),
      'canteens.yaml': read(`${folder}/canteens.yaml`, COMMUNITY_FILES['canteens.yaml']),
      'mediators.yaml': read(`${folder}/mediators.yaml`, COMMUNITY_FILES['mediators.yaml']),
      'pension.yaml': read(`${folder}/pension.yaml`, COMMUNITY_FILES['pension.yaml']),
    },
  }))

  if (communities.length === 0)
    problems.push({ file: '(folder)', key: '(folder)', rule: 'there is no community folder' })
  const complete = communities.flatMap(({ folder, files: parsed }) =>
    isComplete(parsed) ? [{ folder, files: parsed }] : [],
  )
  if (problems.length > 0 || !isComplete(shared)) throw new ConfigError(problems)
  return { shared, communities: complete }
}

const isComplete = <Files extends object>(files: Files): files is { [Name in keyof Files]: NonNullable<Files[Name]> } =>
  Object.values(files).every((file) => file !== undefined)

const foldersOf = (paths: readonly string[]): string[] =>
  [...new Set(paths.flatMap((path) => (path.includes('/') ? [path.split('/')[0] ?? ''] : [])))].sort()

const unknownFiles = (paths: readonly string[]): Problem[] =>
  paths.flatMap((file) => {
    const [folder = '', name, ...deeper] = file.split('/')
    const isKnown = name === undefined ? folder in SHARED_FILES : deeper.length === 0 && name in COMMUNITY_FILES
    const known = Object.keys(name === undefined ? SHARED_FILES : COMMUNITY_FILES).join(', ')
    return isKnown ? [] : [{ file, key: '(file)', rule: `no file of this name is read here; known are ${known}` }]
  })

const ruleOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return `unknown key ${issue.keys.join(', ')}`
  return issue.message.endsWith('received undefined') ? 'is missing' : issue.message
}
