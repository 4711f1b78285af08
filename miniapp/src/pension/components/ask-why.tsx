import { inLanguage } from '@little-bench/shared/kernel/language'
import { VISIT_CONSENT } from '@little-bench/shared/pension/visit-consent'
import { VISIT_REASONS } from '@little-bench/shared/pension/ways'
import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Card } from '../../ui/card'
import { TickBox } from '../../ui/tick-box'
import { ToggleChips } from '../../ui/toggle-chips'
import type { AskFields, AskMistakes } from '../ask-fields'
import styles from '../pension.module.scss'
import { askText } from '../visit.text'

export interface AskStepProps {
  fields: AskFields
  change: (changed: Partial<AskFields>) => void
  /** Shown once somebody wanted to go on. */
  mistakes: AskMistakes
}

/** Why, and the consent that keeping it needs: of its own, and ticked by nobody beforehand. */
export const AskWhy = ({ fields, change, mistakes }: AskStepProps) => {
  const t = useText(askText)
  const language = useDisplaySettings((settings) => settings.language)
  const actingFor = useSession((session) => session.actingFor)
  return (
    <>
      <ToggleChips
        label={t('reasons')}
        hint={t('reasonsHint')}
        isRequired
        choices={VISIT_REASONS.map((value) => ({ value, name: t(value) }))}
        chosen={fields.reasons}
        onChange={(reasons) => change({ reasons })}
        error={mistakes.reasons && t('reasonsMissing')}
      />
      <Card tint='blue'>
        <View className={styles.name}>{t('consentTitle')}</View>
        <View className={styles.line}>{inLanguage(VISIT_CONSENT, language)}</View>
        <TickBox
          words={actingFor ? t('agreeFor', actingFor) : t('agree')}
          isTicked={fields.consents}
          onChange={(consents) => change({ consents })}
          error={mistakes.consents && t('consentMissing')}
        />
      </Card>
    </>
  )
}
