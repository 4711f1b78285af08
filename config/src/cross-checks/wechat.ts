import { TOPICS } from '@little-bench/shared/notifications/templates'
import { type FieldType, typeOfField } from '@little-bench/shared/notifications/wechat-fields'
import { FIELD_SOURCES } from '@little-bench/shared/notifications/wechat-notices'
import type { Problem } from '../problem.ts'
import type { WechatFile } from '../schema/wechat.ts'
import type { Sources } from '../sources.ts'

const FILE = 'wechat.yaml'
type Template = WechatFile['templates'][number]

/** Each topic has one template, and each field of it can say what it is to say. */
export const checkWechat = (sources: Sources): Problem[] => {
  const { templates } = sources.shared[FILE]
  return [
    ...TOPICS.flatMap((topic) => topicProblems(topic, templates)),
    ...repeated(templates.map(({ templateId }) => templateId)).map((id) => at('templates', `names ${id} twice`)),
    // WeChat shows one of two templates with one title.
    ...repeated(templates.map(({ title }) => title)).map((title) => at('templates', `has the title ${title} twice`)),
    ...templates.flatMap(fieldProblems),
  ]
}

const topicProblems = (topic: string, templates: readonly Template[]): Problem[] => {
  const count = templates.filter((template) => template.topic === topic).length
  return count === 1 ? [] : [at('templates', `must have one template for ${topic}, and has ${count}`)]
}

const fieldProblems = ({ topic, fields }: Template): Problem[] => [
  ...repeated(fields.map(({ field }) => /\d+$/.exec(field)?.[0] ?? '')).map((number) =>
    at(`templates[${topic}].fields`, `has two fields with the number ${number}`),
  ),
  ...fields.flatMap(({ field, from }) => {
    const types: readonly (FieldType | undefined)[] = FIELD_SOURCES[from]
    return types.includes(typeOfField(field))
      ? []
      : [at(`templates[${topic}].fields[${field}].from`, `${from} fits only ${types.join(', ')}`)]
  }),
]

const at = (key: string, rule: string): Problem => ({ file: FILE, key, rule })

const repeated = (words: readonly string[]): string[] => [
  ...new Set(words.filter((word, index) => words.indexOf(word) !== index)),
]
