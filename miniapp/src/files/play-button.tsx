import { useEffect, useRef, useState } from 'react'
import { useText } from '../platform/i18n/text'
import type { LocalFile } from '../platform/local-file'
import { Button } from '../ui/button'
import { fileText } from './file.text'
import { openSound, type Sound } from './sound'
import { useLocalAddress } from './use-local-address'

/** Plays a voice note of this phone, and stops it. */
export const PlayButton = ({ voice }: { voice: LocalFile }) => {
  const t = useText(fileText)
  const address = useLocalAddress(voice.id)
  const [isPlaying, setPlaying] = useState(false)
  const sound = useRef<Sound>(undefined)
  const stop = () => {
    sound.current?.release()
    sound.current = undefined
    setPlaying(false)
  }
  useEffect(() => () => sound.current?.release(), [])
  const toggle = () => {
    if (isPlaying || !address) return stop()
    sound.current = openSound(address, { onTime: () => undefined, onEnd: stop, onFail: stop })
    sound.current.play()
    setPlaying(true)
  }
  return (
    <Button icon={isPlaying ? 'stop' : 'play'} isDisabled={!address} onPress={toggle}>
      {t(isPlaying ? 'stopPlaying' : 'play')}
    </Button>
  )
}
