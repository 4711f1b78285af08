import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { TickBox } from '../../ui/tick-box'
import type { MediationCase } from '../case.api'
import { useSaveChecklist } from '../committee.api'
import { committeeText } from '../committee.text'

const POINTS = ['law', 'policy', 'plan'] as const

/** What a mediator has ready before the first meeting. */
export const Checklist = ({ found: { communityId, id, state, checklist, moves } }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const saving = useSaveChecklist({ communityId, caseId: id })
  const [ticked, setTicked] = useState<NonNullable<MediationCase['checklist']>>()
  const isMediators = moves.includes('prepare') || moves.includes('meet')
  if (!checklist || !isMediators || (state !== 'accepted' && state !== 'preparing')) return null
  // What was just ticked shows at once; a refusal brings back what is kept.
  const shown = ticked ?? checklist
  const tick = (point: (typeof POINTS)[number], isTicked: boolean) => {
    const next = { ...shown, [point]: isTicked }
    setTicked(next)
    saving.mutate(next, { onSettled: () => setTicked(undefined) })
  }
  return (
    <Section title={t('checklist')}>
      {POINTS.map((point) => (
        <TickBox key={point} words={t(point)} isTicked={shown[point]} onChange={(isTicked) => tick(point, isTicked)} />
      ))}
      {saving.error !== null && <ErrorNotice error={saving.error} />}
    </Section>
  )
}
