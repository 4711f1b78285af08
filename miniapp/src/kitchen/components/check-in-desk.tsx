import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { ErrorNotice } from '../../ui/error-notice'
import { Keypad } from '../../ui/keypad'
import { Section } from '../../ui/section'
import { Segmented } from '../../ui/segmented'
import { TextInput } from '../../ui/text-input'
import { checkInText } from '../check-in.text'
import { matching } from '../check-in-list'
import type { KitchenSheet } from '../kitchen.api'
import styles from '../kitchen.module.scss'
import { type CheckInWay, useCheckIn } from '../use-check-in'
import { OrderLine } from './order-line'
import { WaitingNotice } from './waiting-notice'

const WAYS = ['code', 'name', 'paper'] as const
const CODE_LENGTH = 6

interface CheckInDeskProps {
  communityId: string
  sheet: KitchenSheet
}

/** Who has come: by the code, by the name, or afterwards from the paper list. Never by a face. */
export const CheckInDesk = ({ communityId, sheet }: CheckInDeskProps) => {
  const t = useText(checkInText)
  const desk = useCheckIn({ communityId, sheet })
  const [way, setWay] = useState<CheckInWay>('code')
  const [words, setWords] = useState('')
  const shown = way === 'code' ? desk.listed : matching(desk.listed, words)
  const came = desk.listed.filter(({ isServed }) => isServed).length
  return (
    <Section title={t('title')}>
      <WaitingNotice writes={desk.writes} />
      <View className={styles.line}>
        <Segmented
          label={t('way')}
          segments={WAYS.map((value) => ({ value, name: t(value) }))}
          value={way}
          onChange={setWay}
        />
      </View>
      {way === 'code' && <CodeDesk onCode={desk.checkInByCode} />}
      {way === 'paper' && <View className={styles.line}>{t('paperWords')}</View>}
      {way !== 'code' && <TextInput label={t('search')} value={words} onChange={setWords} />}
      {desk.undoError !== null && <ErrorNotice error={desk.undoError} />}
      <View className={styles.line}>
        {isNameless(sheet) ? t('nameless') : t('cameCount', { came, left: desk.listed.length - came })}
      </View>
      {shown.length === 0 && desk.listed.length > 0 && <View>{t('noneFound')}</View>}
      <View {...a11y({ role: 'list', label: t('list') })}>
        {shown.map((line) => (
          <OrderLine
            key={line.order.id}
            communityId={communityId}
            line={line}
            isBusy={desk.isUndoing}
            // With the keypad open a tap on somebody finds them by their name.
            onCame={() => desk.checkIn(line.order, way === 'paper' ? 'paper' : 'name')}
            onUndo={() => desk.undo(line)}
          />
        ))}
      </View>
    </Section>
  )
}

/** Somebody has ordered, and it is too early or too late to read who. */
const isNameless = ({ orders, fulfilments }: KitchenSheet): boolean =>
  orders.length === 0 && fulfilments.some((way) => way.orders > 0)

/** Six digits and it is done; what is wrong with them is said at once, and the next code can be typed. */
const CodeDesk = ({ onCode }: { onCode: (code: string) => Promise<string | undefined> }) => {
  const t = useText(checkInText)
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const type = (digits: string) => {
    setCode(digits)
    setRefusal(undefined)
    if (digits.length < CODE_LENGTH) return
    void onCode(digits).then((why) => {
      setRefusal(why)
      setCode('')
    })
  }
  return (
    <View className={styles.line}>
      <Keypad label={t('codeLabel')} value={code} length={CODE_LENGTH} onChange={type} />
      <View {...a11y({ role: 'alert' })}>{refusal && <View className={styles.notice}>{refusal}</View>}</View>
    </View>
  )
}
