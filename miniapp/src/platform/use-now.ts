import { useEffect, useState } from 'react'

const TICK_MS = 30_000

/** The time, moving on by itself every `tickMs`, for the words that count down. */
export const useNow = (tickMs = TICK_MS): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tickMs)
    return () => clearInterval(timer)
  }, [tickMs])
  return now
}
