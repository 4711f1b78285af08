import { useEffect, useState } from 'react'

const TICK_MS = 30_000

/** The time, moving on by itself, for the words that count down. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
