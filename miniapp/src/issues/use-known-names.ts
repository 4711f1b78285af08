import { useMemo } from 'react'
import { useSession } from '../platform/session'

/** Whose names this phone knows: the person's own, and that of whom they act for. */
export const useKnownNames = (): string[] => {
  const own = useSession((session) => session.person?.name)
  const theirs = useSession((session) => session.actingFor?.name)
  return useMemo(() => [own, theirs].filter((name) => name !== undefined), [own, theirs])
}
