import type { MessageTemplate } from '@little-bench/shared/notifications/subscribe.contract'
import {
  ASKED_AFTER,
  type AskingTap,
  MAX_TEMPLATES_ASKED,
  SUBSCRIBE_ANSWERS,
  type SubscribeAnswer,
  type Topic,
} from '@little-bench/shared/notifications/templates'

/** Who has agreed to that many messages is left in peace until some of them have come. */
const ENOUGH = 3

/** What WeChat's panel asks after a tap: what fits the tap, is running out, and was not refused before, unless they say so. */
export const templatesToAsk = (tap: AskingTap, templates: readonly MessageTemplate[]): string[] => {
  const isOwnWish = tap === 'keep_telling'
  const topics: readonly Topic[] = ASKED_AFTER[tap]
  return templates
    .filter(({ topic }) => topics.includes(topic))
    .filter(({ isRefused, credits }) => isOwnWish || (!isRefused && credits < ENOUGH))
    .map(({ templateId }) => templateId)
    .slice(0, MAX_TEMPLATES_ASKED)
}

export interface SubscribeResult {
  templateId: string
  answer: SubscribeAnswer
}

const isAnswer = (word: string | undefined): word is SubscribeAnswer =>
  SUBSCRIBE_ANSWERS.some((answer) => answer === word)

/** What the panel answered, as far as it is about what was asked. */
export const resultsOf = (asked: readonly string[], answers: Readonly<Record<string, string>>): SubscribeResult[] =>
  asked.flatMap((templateId) => {
    const answer = answers[templateId]
    return isAnswer(answer) ? [{ templateId, answer }] : []
  })

/** What is known at once, also without a network: whoever has just refused is not asked again. */
export const afterResults = (
  templates: readonly MessageTemplate[],
  results: readonly SubscribeResult[],
): MessageTemplate[] =>
  templates.map((template) => {
    const answer = results.find(({ templateId }) => templateId === template.templateId)?.answer
    if (answer === 'accept') return { ...template, credits: template.credits + 1, isRefused: false }
    return answer === 'reject' ? { ...template, isRefused: true } : template
  })
