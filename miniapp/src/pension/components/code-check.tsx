import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Icon } from '../../ui/icon'
import { Keypad } from '../../ui/keypad'
import { Sheet } from '../../ui/sheet'
import { Skeleton } from '../../ui/skeleton'
import styles from '../pension.module.scss'
import { type CodeCheck as CheckAnswer, useVerifyCode } from '../proof.api'
import { visitText } from '../visit.text'

interface CodeCheckProps {
  communityId: string
  visitId: string
  /** How many digits the code has. */
  length: number
  /** On another day nobody is sent, whatever they say. */
  isToday: boolean
}

/** What somebody at the door says, typed on large keys and compared with the card by the server. */
export const CodeCheck = ({ communityId, visitId, length, isToday }: CodeCheckProps) => {
  const t = useText(visitText)
  const [isOpen, setOpen] = useState(false)
  const [digits, setDigits] = useState('')
  const checking = useVerifyCode({ communityId, visitId })
  const type = (typed: string) => {
    setDigits(typed)
    if (typed.length === length) checking.mutate(typed)
  }
  const again = () => {
    setDigits('')
    checking.reset()
  }
  const close = () => {
    again()
    setOpen(false)
  }
  const answer = checking.data
  const wordsOf = ({ isRight, isLocked, triesLeft }: CheckAnswer) => {
    if (isRight) return t('rightWords')
    if (isLocked) return t('lockedWords')
    return isToday ? t('wrongWords', { count: triesLeft }) : t('notTodayWords')
  }
  return (
    <>
      <Button icon='lock' isWide onPress={() => setOpen(true)}>
        {t('check')}
      </Button>
      <Sheet isOpen={isOpen} title={t('checkTitle')} onClose={close}>
        <View {...a11y({ role: 'status', live: 'assertive' })}>
          {answer && (
            <Card tint={answer.isRight ? 'green' : 'red'}>
              <View className={styles.mark}>
                <Icon name={answer.isRight ? 'check' : 'alert'} />
                <View className={styles.big}>{t(answer.isRight ? 'right' : 'wrong')}</View>
              </View>
              <View>{wordsOf(answer)}</View>
            </Card>
          )}
        </View>
        {checking.error !== null && <ErrorNotice error={checking.error} />}
        {checking.isPending && <Skeleton cards={1} />}
        {!answer && !checking.isPending && checking.error === null && (
          <>
            <View className={styles.hint}>{t('checkHint')}</View>
            <Keypad label={t('checkTitle')} value={digits} onChange={type} length={length} />
          </>
        )}
        {((answer && !answer.isRight && !answer.isLocked) || checking.error !== null) && (
          <View className={styles.ways}>
            <Button kind='primary' isWide icon='undo' onPress={again}>
              {t('again')}
            </Button>
          </View>
        )}
      </Sheet>
    </>
  )
}
