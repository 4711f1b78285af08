import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { TickBox } from '../../ui/tick-box'
import { claimText } from '../facts.text'
import styles from '../people.module.scss'

interface ConsentFieldProps {
  /** What the person agrees to. */
  consent: string
  hasConsent: boolean
  onChange: (hasConsent: boolean) => void
  isMissing: boolean
}

/** Asks for consent; it is never ticked beforehand (PIPL 14). */
export const ConsentField = ({ consent, hasConsent, onChange, isMissing }: ConsentFieldProps) => {
  const t = useText(claimText)
  return (
    <Card>
      <View className={styles.name}>{t('consentLabel')}</View>
      <View className={styles.line}>{consent}</View>
      <TickBox
        words={t('agree')}
        isTicked={hasConsent}
        onChange={onChange}
        error={isMissing && !hasConsent ? t('consentMissing') : undefined}
      />
    </Card>
  )
}
