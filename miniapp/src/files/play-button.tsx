import { useEffect, useRef, useState } from 'react'
import { useText } from '../platform/i18n/text'
import type { LocalFile } from '../platform/local-file'
import { Button } from '../ui/button'
import { fileText } from './file.text'
import { playSound } from './play-sound'
import { useLocalAddress } from './use-local-address'

/** Plays a voice note of this phone, and stops it. */
export const PlayButton = ({ voice }: { voice: LocalFile }) => {
  const t = useText(fileText)
  const address = useLocalAddress(voice.id)
  const [isPlaying, setPlaying] = useState(false)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const toggle = () => {
    if (isPlaying || !address) {
      stop.current?.()
      setPlaying(false)
      return
    }
    setPlaying(true)
    stop.current = playSound(address, () => setPlaying(false))
  }
  return (
    <Button icon={isPlaying ? 'stop' : 'play'} isDisabled={!address} onPress={toggle}>
      {t(isPlaying ? 'stopPlaying' : 'play')}
    </Button>
  )
}
