import { ACTIVITY_CONSENT_TEXT } from '@little-bench/shared/activities/consent'
import { inLanguage } from '@little-bench/shared/kernel/language'
import type { Child } from '@little-bench/shared/people/child.contract'
import { View } from '@tarojs/components'
import { childAge, yearsOn } from '../../people'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { TickBox } from '../../ui/tick-box'
import type { Activity } from '../activities.api'
import styles from '../activities.module.scss'
import { activityText } from '../activity.text'

interface ChildSignUpProps {
  activity: Activity
  ownChildren: readonly Child[]
  childId: string | null
  onChild: (childId: string) => void
  hasConsent: boolean
  onConsent: (hasConsent: boolean) => void
  hasTried: boolean
}

/** Which child, of those whose age fits on the day, and the guardian's consent that nobody ticked before. */
export const ChildSignUp = (props: ChildSignUpProps) => {
  const { activity, ownChildren, childId, onChild, hasConsent, onConsent, hasTried } = props
  const t = useText(activityText)
  const language = useDisplaySettings((settings) => settings.language)
  const fitting = ownChildren.filter((child) => fits(activity, child))
  const writeChild = (
    <Button icon='plus' isWide onPress={() => openPage('childcare/pages/child/index', {})}>
      {t('writeChild')}
    </Button>
  )
  if (fitting.length === 0)
    return (
      <View className={styles.stack}>
        <View>{t(ownChildren.length === 0 ? 'noChild' : 'noChildFits')}</View>
        {writeChild}
      </View>
    )
  return (
    <View className={styles.stack}>
      <ChoiceList<string>
        label={t('whichChild')}
        isRequired
        error={hasTried && childId === null ? t('childMissing') : undefined}
        choices={fitting.map(({ id, nickname, ageMonths }) => ({
          value: id,
          name: nickname,
          note: inLanguage(childAge(ageMonths), language),
        }))}
        value={childId}
        onChange={onChild}
      />
      <View>{t('consentWhat')}</View>
      <TickBox
        words={inLanguage(ACTIVITY_CONSENT_TEXT, language)}
        isTicked={hasConsent}
        onChange={onConsent}
        error={hasTried && !hasConsent ? t('consentMissing') : undefined}
      />
    </View>
  )
}

/** One that is signed up already is not offered again. */
const fits = ({ fromYears, belowYears, on, yours }: Activity, { id, bornIn }: Child) => {
  const years = yearsOn(bornIn, on)
  const isThere = yours.some(({ childId, state }) => childId === id && state !== 'cancelled' && state !== 'expired')
  return !isThere && years >= (fromYears ?? 0) && (belowYears === null || years < belowYears)
}
