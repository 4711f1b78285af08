import type { ProxyGrant } from '@little-bench/shared/people/grant.contract'
import { GRANT_STATE_TEXT } from '@little-bench/shared/people/grants'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { StatusChip } from '../../ui/status-chip'
import { showToast } from '../../ui/toast'
import { isOpenGrant, TONE_OF_GRANT } from '../grant-words'
import { useRevokeGrant } from '../grants.api'
import { grantsText } from '../grants.text'
import styles from '../people.module.scss'
import { GrantFacts } from './grant-facts'

/** Somebody who may act for the person: who, what, until when, and one tap to end it. */
export const GivenGrantCard = ({ grant }: { grant: ProxyGrant }) => {
  const t = useText(grantsText)
  const tState = useText(GRANT_STATE_TEXT)
  const ending = useRevokeGrant()
  const name = grant.agent?.name ?? t('nobodyYet')
  const end = () => ending.mutate(grant.id, { onSuccess: () => showToast(t('ended')) })
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        <StatusChip word={tState(grant.state)} tone={TONE_OF_GRANT[grant.state]} />
      </View>
      {grant.isWitnessed && <View className={styles.caption}>{t('witnessed')}</View>}
      <GrantFacts grant={grant} {...(grant.state === 'active' ? { reviewOn: grant.reviewOn } : {})} />
      {ending.isError && <ErrorNotice error={ending.error} />}
      {grant.canRevoke && isOpenGrant(grant) && (
        <View className={styles.answers}>
          <Button
            kind='danger'
            isWide
            isBusy={ending.isPending}
            label={t('endLabel', { name: grant.agent?.name ?? t('someone') })}
            onPress={end}
          >
            {t('end')}
          </Button>
        </View>
      )}
    </Card>
  )
}
