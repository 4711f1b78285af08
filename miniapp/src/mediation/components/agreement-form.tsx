import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { DayInput } from '../../ui/day-input'
import { ErrorNotice } from '../../ui/error-notice'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import type { MediationCase } from '../case.api'
import { useDraftAgreement } from '../committee.api'
import { committeeText } from '../committee.text'

/** 人民调解法 29: what an agreement holds, and how much room each part has. */
const PARTS = { dispute: 1000, terms: 2000, performance: 1000 } as const
const NAMES = ['dispute', 'terms', 'performance'] as const
type Part = (typeof NAMES)[number]

/** Writes the next version; what both have confirmed before counts no more. */
export const AgreementForm = ({ found, onDone }: { found: MediationCase; onDone: () => void }) => {
  const t = useText(committeeText)
  const { communityId, id, agreement } = found
  const [parts, setParts] = useState<Record<Part, string>>({
    dispute: agreement?.dispute ?? '',
    terms: agreement?.terms ?? '',
    performance: agreement?.performance ?? '',
  })
  const [on, setOn] = useState<string>(() => shanghaiTime(new Date()).date)
  const [hasTried, setTried] = useState(false)
  const drafting = useDraftAgreement({ communityId, caseId: id })
  const mistakeOf = (part: Part) => {
    const text = cleanText(parts[part])
    if (text === '') return t('partMissing')
    return textLength(text) > PARTS[part] ? t('tooLong') : undefined
  }
  const send = () => {
    setTried(true)
    if (on === '' || NAMES.some((part) => mistakeOf(part) !== undefined)) return
    drafting.mutate(
      { ...parts, on },
      {
        onSuccess: () => {
          showToast(t('drafted'))
          onDone()
        },
      },
    )
  }
  return (
    <>
      {NAMES.map((part) => (
        <TextArea
          key={part}
          label={t(part)}
          isRequired
          limit={PARTS[part]}
          value={parts[part]}
          onChange={(text) => setParts((before) => ({ ...before, [part]: text }))}
          error={hasTried ? mistakeOf(part) : undefined}
        />
      ))}
      <DayInput
        kind='date'
        label={t('on')}
        value={on}
        onChange={setOn}
        error={hasTried && on === '' ? t('partMissing') : undefined}
      />
      {drafting.error !== null && <ErrorNotice error={drafting.error} />}
      <Button kind='primary' isWide isBusy={drafting.isPending} onPress={send}>
        {t('saveDraft')}
      </Button>
    </>
  )
}
