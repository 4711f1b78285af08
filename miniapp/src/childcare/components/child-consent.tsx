import { inLanguage } from '@little-bench/shared/kernel/language'
import { CHILD_CONSENT_TEXT } from '@little-bench/shared/people/children'
import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { TickBox } from '../../ui/tick-box'
import { childText } from '../child.text'
import { type ChildDraft, pickUpsOf } from '../child-fields'
import styles from '../childcare.module.scss'

interface ChildConsentProps {
  fields: ChildDraft
  hasConsent: boolean
  onChange: (hasConsent: boolean) => void
  isMissing: boolean
}

/** What will be kept, for whom and how long, and a consent of its own that nobody ticked before. */
export const ChildConsent = ({ fields, hasConsent, onChange, isMissing }: ChildConsentProps) => {
  const t = useText(childText)
  const language = useDisplaySettings((settings) => settings.language)
  const names = pickUpsOf(fields).map(({ name }) => name)
  return (
    <>
      <Card>
        <FactList
          facts={[
            { name: t('nickname'), value: fields.nickname },
            { name: t('born'), value: t('bornValue', { year: fields.year, month: fields.month }) },
            { name: t('allergiesLabel'), value: fields.allergies.trim() || t('noneWritten') },
            {
              name: t('whoFetches'),
              value: names.length > 0 ? t('youAnd', { names: names.join('、') }) : t('nobodyElse'),
            },
          ]}
        />
      </Card>
      <Card tint='blue'>
        <View className={styles.name}>{t('consentTitle')}</View>
        <View className={styles.line}>{inLanguage(CHILD_CONSENT_TEXT, language)}</View>
        <View className={styles.line}>{t('consentWho')}</View>
        <View className={styles.line}>{t('consentEnd')}</View>
        <TickBox
          words={t('agree')}
          isTicked={hasConsent}
          onChange={onChange}
          error={isMissing ? t('consentMissing') : undefined}
        />
      </Card>
    </>
  )
}
