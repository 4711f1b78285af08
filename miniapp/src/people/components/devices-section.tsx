import type { OpenSession } from '@little-bench/shared/people/sign-in.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInSentence, dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { StatusChip } from '../../ui/status-chip'
import { showToast } from '../../ui/toast'
import { useEndSessions, useSessions } from '../account.api'
import { accountText } from '../account.text'
import styles from '../people.module.scss'

/** Where they are signed in: one of them, or all but this one, can be ended from here. */
export const DevicesSection = () => {
  const t = useText(accountText)
  const sessions = useSessions()
  // Of a resident nobody asks.
  const hasDesk = useSession(({ person }) => person?.roles.some(({ role }) => role !== 'resident')) === true
  const ending = useEndSessions()
  const [isAsking, setAsking] = useState(false)
  const items = sessions.data?.items ?? []
  const others = items.filter(({ isThis }) => !isThis)
  const end = (ids: readonly string[]) =>
    ending.mutate(ids, {
      onSuccess: () => {
        setAsking(false)
        showToast(t('ended'))
      },
    })
  return (
    <Section title={t('devices')}>
      {sessions.isPending && <Skeleton cards={2} />}
      {sessions.error && <ErrorNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {ending.isError && !isAsking && <ErrorNotice error={ending.error} />}
      {items.map((session) => (
        <Device
          key={session.id}
          session={session}
          hasDesk={hasDesk}
          isBusy={ending.isPending}
          onEnd={() => end([session.id])}
        />
      ))}
      {others.length > 0 && (
        <Button kind='danger' isWide onPress={() => setAsking(true)}>
          {t('endOthers')}
        </Button>
      )}
      <Dialog
        isOpen={isAsking}
        title={t('endOthersTitle')}
        confirmWords={t('endOthers')}
        isDanger
        isBusy={ending.isPending}
        onConfirm={() => end(others.map(({ id }) => id))}
        onClose={() => setAsking(false)}
      >
        {ending.isError && <ErrorNotice error={ending.error} />}
        <View>{t('endOthersWords', { count: others.length })}</View>
      </Dialog>
    </Section>
  )
}

interface DeviceProps {
  session: OpenSession
  hasDesk: boolean
  isBusy: boolean
  onEnd: () => void
}

const Device = ({ session, hasDesk, isBusy, onEnd }: DeviceProps) => {
  const t = useText(accountText)
  const words = { since: dateInSentence(session.startedAt), seen: dateTimeInSentence(session.lastSeenAt) }
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{session.device}</View>
        {session.isThis && <StatusChip word={t('thisDevice')} tone='good' />}
      </View>
      <View>{t(`method_${session.method}`)}</View>
      <View className={styles.line}>{t('since', words)}</View>
      {hasDesk && session.reachesDesk && <View className={styles.line}>{t('atDesk')}</View>}
      {!session.isThis && (
        <Button isDisabled={isBusy} label={t('endOneLabel', { device: session.device })} onPress={onEnd}>
          {t('endOne')}
        </Button>
      )}
    </Card>
  )
}
