import { useEffect, useState } from 'react'

/** Where the three columns have room. */
const DESKTOP = '(min-width: 1024px)'

/** True on a wide screen; follows the window. */
export const useIsDesktop = (): boolean => {
  const [isDesktop, setIsDesktop] = useState(() => window.matchMedia(DESKTOP).matches)
  useEffect(() => {
    const query = window.matchMedia(DESKTOP)
    const follow = () => setIsDesktop(query.matches)
    // Safari before 14 knows addListener only.
    query.addListener(follow)
    return () => query.removeListener(follow)
  }, [])
  return isDesktop
}
