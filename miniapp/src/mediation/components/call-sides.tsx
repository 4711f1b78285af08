import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import type { MediationCase } from '../case.api'
import { caseText } from '../case.text'
import { committeeText } from '../committee.text'
import styles from '../mediation.module.scss'
import { CallThem } from './call-them'

/** Whom no message reaches: whoever works on the case tells them what they are asked. */
export const CallSides = ({ found: { toCall } }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const tCase = useText(caseText)
  if (toCall.length === 0) return null
  return (
    <Section title={t('callTitle')}>
      {toCall.map(({ side, phone }) => (
        <Card key={side} tint='blue'>
          <View className={styles.name}>{tCase(side)}</View>
          <View className={styles.line}>{t('toCallWords')}</View>
          {phone !== null && <CallThem phone={phone} />}
        </Card>
      ))}
    </Section>
  )
}
