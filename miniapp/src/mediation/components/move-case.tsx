import { cleanText } from '@little-bench/shared/kernel/text'
import type { CaseMove } from '@little-bench/shared/mediation/lifecycle'
import { useIsMutating } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import type { MediationCase } from '../case.api'
import { useMoveCase } from '../committee.api'
import { committeeText } from '../committee.text'
import styles from '../mediation.module.scss'
import { isDanger, moveSays, needsReason, staffMoves, waitSays } from '../work-words'

const MAX_REASON = 300

/** What leads on now, large, or for whom one waits. */
export const MoveCase = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const { main } = staffMoves(found.moves)
  if (!main && found.state === 'closed') return null
  return (
    <Section title={t('nextMove')}>
      {main ? <MoveButtons found={found} moves={[main]} isMain /> : <View>{t(waitSays(found))}</View>}
    </Section>
  )
}

/** What ends it or takes it back, below everything that leads on. */
export const OtherMoves = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const { others } = staffMoves(found.moves)
  if (others.length === 0) return null
  return (
    <Section title={t('otherMoves')}>
      <MoveButtons found={found} moves={others} />
    </Section>
  )
}

interface MoveButtonsProps {
  found: MediationCase
  moves: readonly CaseMove[]
  isMain?: boolean
}

/** Each says first what follows from it. */
const MoveButtons = ({ found, moves, isMain = false }: MoveButtonsProps) => {
  const t = useText(committeeText)
  const [asked, setAsked] = useState<CaseMove>()
  const kindOf = (move: CaseMove) => {
    if (isMain) return 'primary'
    return isDanger(move) ? 'danger' : 'plain'
  }
  return (
    <>
      <View className={styles.stack}>
        {moves.map((move) => (
          <Button key={move} kind={kindOf(move)} isWide onPress={() => setAsked(move)}>
            {t(move)}
          </Button>
        ))}
      </View>
      {asked && <AskMove key={asked} found={found} move={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

interface AskMoveProps {
  found: MediationCase
  move: CaseMove
  onClose: () => void
}

const AskMove = ({ found: { communityId, id, version }, move, onClose }: AskMoveProps) => {
  const t = useText(committeeText)
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const moving = useMoveCase({ communityId, caseId: id })
  // A tick that is still on its way would make this move come too late.
  const isSaving = useIsMutating() > 0
  const why = cleanText(reason)
  const isMissing = needsReason(move) && why === ''
  const send = () => {
    setTried(true)
    if (isMissing) return
    moving.mutate(why === '' ? { move, version } : { move, version, reason: why }, {
      onSuccess: () => {
        showToast(t('moved'))
        onClose()
      },
    })
  }
  return (
    <Dialog
      isOpen
      title={t(move)}
      confirmWords={t(move)}
      isDanger={isDanger(move)}
      isBusy={isSaving}
      onConfirm={send}
      onClose={onClose}
    >
      {moving.error !== null && <ErrorNotice error={moving.error} />}
      <View className={styles.hint}>{moveSays(move, t)}</View>
      {needsReason(move) && (
        <TextArea
          label={t('reason')}
          isRequired
          limit={MAX_REASON}
          value={reason}
          onChange={setReason}
          error={hasTried && isMissing ? t('reasonMissing') : undefined}
        />
      )}
    </Dialog>
  )
}
