import { HOLD_REASON_TEXT } from '@little-bench/shared/moderation/holds'
import { View } from '@tarojs/components'
import { Photos } from '../../files'
import { useWorkCommunityId } from '../../people'
import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { StatusChip } from '../../ui/status-chip'
import type { HeldContent } from '../moderation.api'
import styles from '../moderation.module.scss'
import { moderationText } from '../moderation.text'
import { DecisionMade } from './decision-made'

interface HeldContentCardProps {
  held: HeldContent
  isBusy: boolean
  /** Why the last decision about this one was not taken. */
  error: unknown
  onShow: () => void
  onRefuse: () => void
}

/** What neighbours would read or see, why somebody looks first, and the two answers; what was decided offers the other one. */
export const HeldContentCard = ({ held, isBusy, error, onShow, onRefuse }: HeldContentCardProps) => {
  const t = useText(moderationText)
  const tWhy = useText(HOLD_REASON_TEXT)
  const language = useDisplaySettings((settings) => settings.language)
  const communityId = useWorkCommunityId('content.decide') ?? ''
  const { serviceName: service, decision, words, photo } = held
  const what = words ?? t('photoOf', { service })
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.strong}>{t(photo ? 'photoOf' : 'wordsOf', { service })}</View>
        <StatusChip word={tWhy(held.why)} tone={held.why === 'risky_picture' ? 'late' : 'soon'} />
      </View>
      {words !== null && <View className={styles.words}>{words}</View>}
      {photo && (
        <View className={styles.photo}>
          <Photos photos={[photo]} />
        </View>
      )}
      <View className={styles.caption}>{t('cameAt', { when: spokenDateTime(held.heldAt, language) })}</View>
      {decision && <DecisionMade decision={decision} />}
      {error !== null && <ErrorNotice error={error} />}
      <View className={styles.answers}>
        {decision?.isShown !== true && (
          <Button kind='primary' icon='check' isWide isBusy={isBusy} label={t('showLabel', { what })} onPress={onShow}>
            {t('show')}
          </Button>
        )}
        {decision?.isShown !== false && (
          <Button icon='lock' isWide isBusy={isBusy} label={t('refuseLabel', { what })} onPress={onRefuse}>
            {t('refuse')}
          </Button>
        )}
      </View>
      <Button
        kind='quiet'
        onPress={() => openPage('work-queue/pages/item/index', { communityId, id: held.workItemId })}
      >
        {t('openItem')}
      </Button>
    </Card>
  )
}
