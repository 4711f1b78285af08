import { useEffect, useRef, useState } from 'react'
import { openSound, type Sound } from './sound'
import { useSignedFile } from './use-signed-file'

/** A voice note that is fetched when somebody first wants to hear it. */
export const useVoice = (link: string) => {
  const [isWanted, setWanted] = useState(false)
  const [isPlaying, setPlaying] = useState(false)
  /** Seconds from the beginning. */
  const [at, setAt] = useState(0)
  const sound = useRef<Sound>(undefined)
  const file = useSignedFile(link, isWanted)
  const { address, fail, retry } = file

  useEffect(() => {
    if (!address) return undefined
    const opened = openSound(address, {
      onTime: setAt,
      onEnd: () => {
        setPlaying(false)
        setAt(0)
      },
      onFail: () => {
        setPlaying(false)
        fail()
      },
    })
    sound.current = opened
    opened.play()
    setPlaying(true)
    return () => {
      sound.current = undefined
      opened.release()
    }
    // Opened once for each address.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [address])

  const press = () => {
    if (file.hasFailed) retry()
    setWanted(true)
    if (!sound.current) return
    if (isPlaying) sound.current.pause()
    else sound.current.play()
    setPlaying(!isPlaying)
  }
  return { at, isPlaying, isComing: isWanted && !address && !file.hasFailed, hasFailed: file.hasFailed, press }
}
