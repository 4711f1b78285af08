import { RELATIONSHIP_TEXT, RELATIONSHIPS } from '@little-bench/shared/people/grants'
import { DELEGATION_TEXT, POWER_TEXT, PROXY_SERVICE_TEXT, PROXY_SERVICES } from '@little-bench/shared/people/powers'
import { View } from '@tarojs/components'
import { dayInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { Segmented } from '../../ui/segmented'
import { ToggleChips } from '../../ui/toggle-chips'
import styles from '../counter.module.scss'
import { grantText } from '../grant.text'
import { GRANT_PERIODS, lastDayOf, powersOf, scopesOf } from '../witness-draft'
import type { WitnessStepProps } from './witness-form'

/** Step 2: to whom, for what, for how long. */
export const WitnessTerms = ({ draft, onChange, isAsked, today, onNext }: WitnessStepProps) => {
  const t = useText(grantText)
  const tWho = useText(RELATIONSHIP_TEXT)
  const tService = useText(PROXY_SERVICE_TEXT)
  const tPower = useText(POWER_TEXT)
  const tDelegation = useText(DELEGATION_TEXT)
  const isScopeMissing = isAsked && scopesOf(draft).length === 0
  return (
    <>
      <ChoiceList
        label={t('relationship')}
        isRequired
        choices={RELATIONSHIPS.map((each) => ({ value: each, name: tWho(each) }))}
        value={draft.relationship}
        onChange={(relationship) => onChange({ relationship })}
        error={isAsked && !draft.relationship ? t('relationshipMissing') : undefined}
      />
      {PROXY_SERVICES.map((service, index) => (
        <ToggleChips
          key={service}
          label={t('scopes', { service: tService(service) })}
          hint={index === 0 ? t('scopesHint') : undefined}
          choices={powersOf(service).map((power) => ({ value: power, name: tPower(`${service}.${power}`) }))}
          chosen={draft.powers[service]}
          onChange={(powers) => onChange({ powers: { ...draft.powers, [service]: powers } })}
          error={isScopeMissing && index === PROXY_SERVICES.length - 1 ? t('scopesMissing') : undefined}
        />
      ))}
      <View className={styles.block}>
        <View className={styles.strong}>{t('months')}</View>
        <Segmented
          label={t('months')}
          segments={GRANT_PERIODS.map((each) => ({ value: each, name: t('monthCount', { months: each }) }))}
          value={draft.months}
          onChange={(months) => onChange({ months })}
        />
        <View>{t('lastDay', { date: dayInSentence(lastDayOf(draft, today)) })}</View>
        <View className={styles.caption}>{tDelegation('never')}</View>
      </View>
      <Button kind='primary' isWide onPress={onNext}>
        {t('next')}
      </Button>
    </>
  )
}
