import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { toTop } from '../../platform/to-top'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Steps } from '../../ui/steps'
import {
  assistedBodyOf,
  type Caller,
  EMPTY_ASSISTED,
  type MissingPart,
  missingParts,
  readAssisted,
} from '../assisted-draft'
import { useFileIssue } from '../assisted-issue.api'
import { assistedText } from '../assisted-issue.text'
import styles from '../counter.module.scss'
import type { AssistSession } from '../last-assist'
import { AssistedCheck } from './assisted-check'
import { AssistedFields } from './assisted-fields'
import { CallerFields } from './caller-fields'
import { ReceiptSlip } from './receipt-slip'
import { RestoredNotice } from './restored-notice'

interface AssistedFormProps {
  community: Community
  /** With whom a session is open; without one it is somebody who came or called. */
  session: AssistSession | null
}

const NOBODY: Caller = { name: '', phone: '' }
const MISSING_WORDS = {
  caller: 'caller',
  phone: 'factPhone',
  source: 'factSource',
  category: 'factCategory',
  words: 'factWords',
  place: 'factPlace',
} as const satisfies Record<MissingPart, string>

/** Says one thing for somebody in two steps, and hands over the receipt. */
export const AssistedForm = ({ community, session }: AssistedFormProps) => {
  const t = useText(assistedText)
  const draft = useDraft(`assisted-issue.${session?.resident.id ?? 'caller'}`, EMPTY_ASSISTED)
  const [isRestored, setRestored] = useState(draft.wasRestored)
  const [typed, setTyped] = useState(NOBODY)
  const [isChecking, setChecking] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const file = useFileIssue(community.id, draft.attemptKey)
  const caller = session ? null : typed
  const read = readAssisted(draft.fields, community, session)
  const parts = missingParts(draft.fields, read, caller)
  const missing = isAsked ? parts : []
  const startAfresh = () => {
    draft.clear()
    file.reset()
    setTyped(NOBODY)
    setRestored(false)
    setChecking(false)
    setAsked(false)
  }
  const goOn = () => {
    setAsked(true)
    setChecking(parts.length === 0)
    if (parts.length === 0) toTop()
  }
  const finish = () => {
    draft.clear()
    toTop()
  }
  const send = () => {
    const phone = typed.phone.trim()
    const resident = session
      ? { residentId: session.resident.id }
      : { name: typed.name, ...(phone === '' ? {} : { phone }) }
    const body = assistedBodyOf(draft.fields, read, resident)
    if (body) file.mutate(body, { onSuccess: finish })
  }
  if (file.data) return <ReceiptSlip filed={file.data} community={community} onAnother={startAfresh} />
  return (
    <>
      <Steps step={isChecking ? 2 : 1} total={2} name={t(isChecking ? 'stepCheck' : 'stepSay')} />
      {isRestored && <RestoredNotice onStartAfresh={startAfresh} />}
      {isChecking ? (
        <>
          <AssistedCheck
            who={session?.resident.name ?? typed.name}
            community={community}
            fields={draft.fields}
            read={read}
          />
          {file.error !== null && <ErrorNotice error={file.error} />}
          {file.error !== null && <View className={styles.spaced}>{t('kept')}</View>}
          <Button kind='primary' icon='send' isWide isBusy={file.isPending} onPress={send}>
            {t('send')}
          </Button>
          <View className={styles.ways}>
            <Button icon='back' onPress={() => setChecking(false)}>
              {t('previous')}
            </Button>
          </View>
        </>
      ) : (
        <>
          {caller && (
            <CallerFields
              caller={caller}
              source={read.source}
              missing={missing}
              onCaller={(next) => {
                setTyped(next)
                // The same words of somebody else are another report.
                draft.change({})
              }}
              onSource={(source) => draft.change({ source })}
            />
          )}
          <AssistedFields
            community={community}
            fields={draft.fields}
            read={read}
            missing={missing}
            onChange={draft.change}
          />
          {missing.length > 0 && (
            <View className={styles.spaced} {...a11y({ role: 'alert' })}>
              {t('stillMissing', { parts: missing.map((part) => t(MISSING_WORDS[part])).join('、') })}
            </View>
          )}
          <Button kind='primary' isWide onPress={goOn}>
            {t('next')}
          </Button>
        </>
      )}
    </>
  )
}
