import type { Language } from '@little-bench/shared/kernel/language'
import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { dateInSentence } from '../platform/dates'
import { translator } from '../platform/i18n/text'
import type { StatusTone } from '../ui/status-chip'
import type { PrivacyRequest } from './privacy.api'
import { requestText } from './request.text'

interface RequestWords {
  /** What was asked: 「请改：名字」. */
  name: string
  /** One word of how it stands. */
  word: string
  tone: StatusTone
  /** What comes next, or why nothing does. */
  next: string | undefined
}

/** How a request stands, for whoever made it. */
export const requestWords = (request: PrivacyRequest, now: Date, language: Language): RequestWords => {
  const t = translator(requestText, language)
  const name = t(request.kind === 'correction' ? 'askedCorrection' : 'askedDeletion', { about: request.aboutName })
  const { state, outcome } = request
  if (isOpen(state)) {
    const isLate = now.getTime() > Date.parse(request.dueAt)
    return {
      name,
      word: t(state === 'accepted' ? 'inHand' : 'queued'),
      tone: isLate ? 'late' : 'waiting',
      next: t(isLate ? 'late' : 'answeredBy', { date: dateInSentence(request.dueAt) }),
    }
  }
  if (outcome === 'withdrawn') return { name, word: t('withdrawn'), tone: 'plain', next: undefined }
  if (outcome === 'rejected' || outcome === 'not_ours')
    return { name, word: t('refused'), tone: 'plain', next: t('refusedWords') }
  return { name, word: t(state === 'resolved' ? 'resolved' : 'done'), tone: 'good', next: undefined }
}
