import { GRANT_STATE_TEXT, RELATIONSHIP_TEXT } from '@little-bench/shared/people/grants'
import { scopeLines } from '@little-bench/shared/people/powers'
import { Text, View } from '@tarojs/components'
import { dayInSentence } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import styles from '../counter.module.scss'
import type { GivenGrant } from '../grant.api'
import { grantText } from '../grant.text'

interface GrantCardProps {
  grant: GivenGrant
  onEnd: () => void
}

const TONES: Record<GivenGrant['state'], StatusTone> = {
  offered: 'waiting',
  active: 'good',
  refused: 'plain',
  revoked: 'plain',
  expired: 'plain',
  frozen: 'soon',
}

/** One grant: to whom, for what, until when, and the way to end it. */
export const GrantCard = ({ grant, onEnd }: GrantCardProps) => {
  const t = useText(grantText)
  const tState = useText(GRANT_STATE_TEXT)
  const tWho = useText(RELATIONSHIP_TEXT)
  const language = useDisplaySettings((settings) => settings.language)
  const who = grant.agent?.name ?? t('nobodyYet')
  return (
    <Card>
      <View className={styles.row}>
        <Text className={styles.strong}>{who}</Text>
        <StatusChip word={tState(grant.state)} tone={TONES[grant.state]} />
      </View>
      <View>{tWho(grant.relationship)}</View>
      {scopeLines(grant.scopes, language).map((line) => (
        <View key={line}>{line}</View>
      ))}
      <View className={styles.caption}>{t('until', { date: dayInSentence(grant.validUntil) })}</View>
      {grant.isWitnessed && <View className={styles.caption}>{t('witnessed')}</View>}
      {grant.canRevoke && (
        <View className={styles.ways}>
          <Button kind='danger' label={t('endLabel', { name: who })} onPress={onEnd}>
            {t('end')}
          </Button>
        </View>
      )}
    </Card>
  )
}
