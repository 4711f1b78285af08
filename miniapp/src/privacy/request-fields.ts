import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import { CORRECTABLE, type Correctable, DELETABLE, type Deletable } from '@little-bench/shared/privacy/requests'

export const MAX_REQUEST_WORDS = 500

/** What somebody fills in; kept on the phone until it is sent. */
export type RequestFields = {
  kind: string | null
  about: string | null
  words: string
}

export const EMPTY_REQUEST: RequestFields = { kind: null, about: null, words: '' }

/** What goes out. */
export type NewRequest =
  | { kind: 'correction'; about: Correctable; words: string }
  | { kind: 'deletion'; about: Deletable; words: string | undefined }

export type RequestMistakes = Partial<Record<'kind' | 'about' | 'words', true>>

/** A request as it can be sent, or what is still missing. */
export const readRequest = ({ kind, about, words }: RequestFields): NewRequest | RequestMistakes => {
  const said = cleanText(words)
  const isTooLong = textLength(said) > MAX_REQUEST_WORDS
  if (kind === 'correction') {
    const correctable = CORRECTABLE.find((each) => each === about)
    if (correctable && said !== '' && !isTooLong) return { kind, about: correctable, words: said }
    return { ...(!correctable && { about: true }), ...((said === '' || isTooLong) && { words: true }) }
  }
  if (kind === 'deletion') {
    const deletable = DELETABLE.find((each) => each === about)
    if (deletable && !isTooLong) return { kind, about: deletable, words: said === '' ? undefined : said }
    return { ...(!deletable && { about: true }), ...(isTooLong && { words: true }) }
  }
  return { kind: true }
}

export const isComplete = (read: NewRequest | RequestMistakes): read is NewRequest => typeof read.kind === 'string'
