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

const SECOND_MS = 1000

/** Whether an instant has come; looked at every second, as one long timer would not wake a sleeping phone. */
export const useHasPassed = (instant: string | undefined): boolean => {
  const isPast = () => instant !== undefined && Date.parse(instant) <= Date.now()
  const [, setPast] = useState(isPast)
  useEffect(() => {
    const timer = setInterval(() => setPast(instant !== undefined && Date.parse(instant) <= Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [instant])
  return isPast()
}
