import { useState } from 'react'
import { searchTextOf } from './search-words'

/** What somebody types to find an item, and what was last looked for. */
export const useSearch = () => {
  const [typed, setTyped] = useState('')
  const [text, setText] = useState<string>()
  const [isTooShort, setTooShort] = useState(false)
  return {
    typed,
    text,
    isTooShort,
    type: (words: string) => {
      setTyped(words)
      setTooShort(false)
    },
    send: () => {
      const wanted = searchTextOf(typed)
      setTooShort(wanted === undefined)
      if (wanted !== undefined) setText(wanted)
    },
    close: () => {
      setTyped('')
      setText(undefined)
      setTooShort(false)
    },
  }
}
export type Search = ReturnType<typeof useSearch>
