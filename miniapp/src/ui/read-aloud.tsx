import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useDisplaySettings } from '../platform/display-settings'
import { useText } from '../platform/i18n/text'
import { readAloud, useCanReadAloud } from '../platform/read-aloud'
import { Button } from './button'
import styles from './read-aloud.module.scss'
import { showToast } from './toast'
import { uiText } from './ui.text'

interface ReadAloudProps {
  /** What is read, in this order; each is a sentence or more. What is empty is left out. */
  words: readonly (string | null | undefined)[]
  /** Confidential words: not read where somebody else's service would have to see them. */
  mustStayHere?: boolean
}

/**
 * 「读给我听」: reads what matters on the page and stops it; there only where the device has a voice for the language. It
 * stops when the page goes, when the words become others, and when something else on the page is read.
 */
export const ReadAloud = ({ words, mustStayHere = false }: ReadAloudProps) => {
  const t = useText(uiText)
  const language = useDisplaySettings((settings) => settings.language)
  const canRead = useCanReadAloud(language, mustStayHere)
  const [isReading, setReading] = useState(false)
  const stop = useRef(() => undefined as void)
  const said = sentencesOf(words)

  const end = () => {
    stop.current()
    stop.current = () => undefined
    setReading(false)
  }
  useDidHide(end)
  // oxlint-disable-next-line react/exhaustive-deps -- what is read ends with the words it was made of
  useEffect(() => end, [said, language])

  if (!canRead || said === '') return null
  const begin = () => {
    stopOther()
    stopOther = end
    setReading(true)
    stop.current = readAloud(said, language, {
      onEnd: () => setReading(false),
      onFail: () => {
        setReading(false)
        showToast(t('notRead'))
      },
    })
  }
  return (
    <View className={styles.readAloud}>
      <Button icon={isReading ? 'stop' : 'play'} onPress={isReading ? end : begin}>
        {t(isReading ? 'stopReading' : 'readAloud')}
      </Button>
    </View>
  )
}

/** Two voices at once are understood by nobody. */
let stopOther = () => undefined as void

/** A pause after each, also where no sign ends it. */
const sentencesOf = (words: ReadAloudProps['words']): string =>
  words
    .map((each) => each?.trim() ?? '')
    .filter((each) => each !== '')
    .map((each) => (/[。！？!?；;།]$/.test(each) ? each : `${each}。`))
    .join('')
