import { inLanguage } from '@little-bench/shared/kernel/language'
import { View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { FactList } from '../../ui/fact-list'
import type { MediationCase } from '../case.api'
import { caseText } from '../case.text'
import styles from '../mediation.module.scss'

/** 人民调解法 29: what the dispute is, what was agreed, how and by when it is done. */
export const AgreementWords = ({ agreement }: { agreement: NonNullable<MediationCase['agreement']> }) => {
  const t = useText(caseText)
  const language = useDisplaySettings((settings) => settings.language)
  const { version, dispute, terms, performance, on } = agreement
  return (
    <>
      <View className={styles.name}>{t('agreementVersion', { version })}</View>
      <FactList
        facts={[
          { name: t('dispute'), value: dispute },
          { name: t('terms'), value: terms },
          { name: t('performance'), value: performance },
          { name: t('on'), value: inLanguage(dateInSentence(on), language) },
        ]}
      />
    </>
  )
}
