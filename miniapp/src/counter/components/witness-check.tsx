import { RELATIONSHIP_TEXT } from '@little-bench/shared/people/grants'
import { scopeLines } from '@little-bench/shared/people/powers'
import { View } from '@tarojs/components'
import { dayInSentence } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { TickBox } from '../../ui/tick-box'
import styles from '../counter.module.scss'
import { grantText } from '../grant.text'
import { lastDayOf, scopesOf } from '../witness-draft'
import type { WitnessStepProps } from './witness-form'

/** Step 3: everything read back to the person, who nods or does not. */
export const WitnessCheck = ({ draft, onChange, isAsked, today }: Omit<WitnessStepProps, 'onNext'>) => {
  const t = useText(grantText)
  const tWho = useText(RELATIONSHIP_TEXT)
  const language = useDisplaySettings((settings) => settings.language)
  const date = dayInSentence(lastDayOf(draft, today))
  return (
    <>
      <Card tint='violet'>
        <View className={styles.strong}>{t('readBack')}</View>
        <FactList
          facts={[
            { name: t('readWho'), value: draft.relationship && tWho(draft.relationship) },
            { name: t('readWhat'), value: scopeLines(scopesOf(draft), language).join('\n') },
            { name: t('readUntil'), value: t('until', { date }) },
            { name: t('readEnd'), value: t('readEndWords') },
          ]}
        />
      </Card>
      <TickBox
        words={t('agreed')}
        isTicked={draft.hasAgreed}
        onChange={(hasAgreed) => onChange({ hasAgreed })}
        error={isAsked && !draft.hasAgreed ? t('agreedMissing') : undefined}
      />
    </>
  )
}
