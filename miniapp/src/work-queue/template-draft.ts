import { textLength } from '@little-bench/shared/kernel/text'
import { WORK_ITEM_STATES } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { unknownFields } from '@little-bench/shared/work-queue/reply-template'
import type { ReplyTemplate, ReplyTemplateBody } from './reply-template.api'

/** A template being written, kept on the phone: drafts hold plain values, so lists are words between commas. */
export interface TemplateDraft extends Record<string, string | number | boolean> {
  name: string
  zh: string
  bo: string
  serviceCodes: string
  states: string
  isRetired: boolean
  /** The version that the writing began from. */
  version: number
}

export const EMPTY_TEMPLATE: TemplateDraft = {
  name: '',
  zh: '',
  bo: '',
  serviceCodes: '',
  states: '',
  isRetired: false,
  version: 0,
}

export const listOf = (words: string): string[] => words.split(',').filter((word) => word !== '')
export const wordsOf = (list: readonly string[]): string => list.join(',')

export const draftOfTemplate = (template: ReplyTemplate): TemplateDraft => ({
  name: template.name,
  zh: template.zh,
  bo: template.bo ?? '',
  serviceCodes: wordsOf(template.serviceCodes),
  states: wordsOf(template.states),
  isRetired: template.isRetired,
  version: template.version,
})

export type TemplateMistake = 'nameMissing' | 'nameTooLong' | 'zhMissing' | 'unknownZh' | 'unknownBo' | 'tooLong'

/** What keeps a template from being saved; a field that nothing can fill would be read by a resident as it stands. */
export const templateMistakes = ({ name, zh, bo }: TemplateDraft): TemplateMistake[] => {
  const mistakes: TemplateMistake[] = []
  if (name.trim() === '') mistakes.push('nameMissing')
  if (textLength(name.trim()) > MAX_NAME_LENGTH) mistakes.push('nameTooLong')
  if (zh.trim() === '') mistakes.push('zhMissing')
  if (unknownFields(zh).length > 0) mistakes.push('unknownZh')
  if (unknownFields(bo).length > 0) mistakes.push('unknownBo')
  if ([zh, bo].some((words) => textLength(words) > MAX_NOTE_LENGTH)) mistakes.push('tooLong')
  return mistakes
}

export const templateBodyOf = (draft: TemplateDraft, version: number): ReplyTemplateBody => {
  const states = listOf(draft.states)
  return {
    name: draft.name.trim(),
    zh: draft.zh.trim(),
    bo: draft.bo.trim() === '' ? null : draft.bo.trim(),
    serviceCodes: listOf(draft.serviceCodes),
    states: WORK_ITEM_STATES.filter((state) => states.includes(state)),
    isRetired: draft.isRetired,
    version,
  }
}
