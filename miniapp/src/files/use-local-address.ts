import { useEffect, useState } from 'react'
import { localAddress, releaseAddress } from './local-bytes'

/** Where the page finds a file that lies on this phone; undefined until it is found, or when it is gone. */
export const useLocalAddress = (id: string): string | undefined => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let isShown = true
    let found: string | undefined
    void localAddress(id).then(
      (at) => {
        found = at
        if (isShown) setAddress(at)
        else releaseAddress(at)
      },
      () => undefined,
    )
    return () => {
      isShown = false
      if (found) releaseAddress(found)
    }
  }, [id])
  return address
}
