import { ASSIST_MINUTES, ASSIST_REASONS, type AssistReason } from '@little-bench/shared/people/assist'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWorkCommunityId } from '../../people'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { TextArea } from '../../ui/text-area'
import { ASSIST_KEY, assistKeyOf, counterApi, RESIDENT_KEY } from '../counter.api'
import styles from '../counter.module.scss'
import { counterText } from '../counter.text'
import { useLastAssist } from '../last-assist'
import { useCounterWrite } from '../use-counter-write'

interface StartSheetProps {
  resident: { id: string; name: string }
  /** Why it was the last time, when it goes on with the same person. */
  reason?: AssistReason
  onClose: () => void
  onStarted?: () => void
}

const MAX_NOTE = 200
export const REASON_WORDS = { counter: 'counterReason', phone: 'phoneReason', visit: 'visitReason' } as const

/** Begins to help one person, with a reason that they can read. */
export const StartSheet = ({ resident, reason: before, onClose, onStarted }: StartSheetProps) => {
  const t = useText(counterText)
  const communityId = useWorkCommunityId('resident.assist') ?? ''
  const [reason, setReason] = useState<AssistReason | null>(before ?? null)
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const start = useStartSession(communityId)
  const send = () => {
    setAsked(true)
    if (reason === null) return
    const words = { residentId: resident.id, reason, ...(note.trim() === '' ? {} : { note }) }
    start.mutate(words, {
      onSuccess: () => {
        onClose()
        onStarted?.()
      },
    })
  }
  return (
    <Sheet isOpen title={t('startTitle')} onClose={onClose}>
      <View className={styles.block}>
        <Card tint='blue'>{t('startWords', { name: resident.name, minutes: ASSIST_MINUTES })}</Card>
      </View>
      <ChoiceList
        label={t('reason')}
        isRequired
        choices={ASSIST_REASONS.map((each) => ({ value: each, name: t(REASON_WORDS[each]) }))}
        value={reason}
        onChange={setReason}
        error={isAsked && reason === null ? t('reasonMissing') : undefined}
      />
      <TextArea label={t('note')} hint={t('noteHint')} value={note} onChange={setNote} limit={MAX_NOTE} />
      {start.error !== null && <ErrorNotice error={start.error} />}
      <View className={styles.block}>
        <Button kind='primary' isWide isBusy={start.isPending} onPress={send}>
          {t('start')}
        </Button>
      </View>
    </Sheet>
  )
}

const useStartSession = (communityId: string) => {
  const client = useQueryClient()
  const staffId = useSession(({ person }) => person?.id)
  return useCounterWrite(async (body: Parameters<typeof counterApi.startAssistSession>[0]['body'], options) => {
    const session = await counterApi.startAssistSession({ params: { communityId }, body }, options)
    useLastAssist.getState().remember(staffId, session)
    // Another person's papers must not be seen for a moment, nor what was refused while no session was open.
    client.removeQueries({ queryKey: [RESIDENT_KEY] })
    // What was asked before it began would say that there is none.
    await client.cancelQueries({ queryKey: ASSIST_KEY })
    client.setQueryData(assistKeyOf(staffId), session)
    return session
  })
}
